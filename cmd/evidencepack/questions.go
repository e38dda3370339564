package main

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"evidencepack/render"
	"evidencepack/render/disclose"
)

// tenderSettings are what pack.yaml says of the tender pack.
type tenderSettings struct {
	Questions string            `yaml:"questions"` // file in the folder of exports
	Slots     map[string]string `yaml:"slots"`     // the provider's own words, by the place where they stand
}

// tenderKeys are the keys under tender, for "did you mean".
var tenderKeys = []string{"questions", "slots"}

// questionFile is a buyer's list of questions as it was read.
type questionFile struct {
	name string // in the folder of exports, with /; "" where there is none
	text []byte
	list []render.Question
}

// isQuestionFile tells whether a file of the exports is the list of questions and no export.
func isQuestionFile(name, named string) bool {
	return strings.EqualFold(name, render.QuestionsFile) || (named != "" && name == path.Clean(named))
}

// readQuestions reads the list that pack.yaml names, or questions.csv where it is there.
func (j *job) readQuestions() error {
	named := j.settings.Tender.Questions
	name := path.Clean(named)
	if named == "" {
		entries, err := fs.ReadDir(j.folder, ".")
		if err != nil {
			return nil // the folder is read again, and the reason told then
		}
		for _, e := range entries {
			if isQuestionFile(e.Name(), "") && !e.IsDir() {
				name = e.Name()
			}
		}
		if name == "." {
			return nil
		}
	}
	text, err := fs.ReadFile(j.folder, name)
	if err != nil {
		return failure{
			code: exitNothing, what: fmt.Sprintf("the list of questions %q cannot be opened.", path.Base(name)),
			hints: []string{"put it into the folder of exports, and close it in Excel."},
		}
	}
	list, err := render.ParseQuestions(name, text, j.packs)
	if err != nil {
		return kpiFailure(err)
	}
	j.questions = questionFile{name, text, list}
	return nil
}

// checkSlots refuses words for a place that no pack has, and words that are too many.
func (j *job) checkSlots() error {
	known := render.SlotNames(j.packs)
	if len(known) == 0 {
		return nil // only packs without such places are made
	}
	for _, name := range slices.Sorted(maps.Keys(j.settings.Tender.Slots)) {
		where := fmt.Sprintf("%s, tender, slots, %s", j.settings.file, name)
		if !slices.Contains(known, name) {
			return failure{code: exitNothing, what: where + ": no pack has a place of this name.", hints: []string{"places are " + strings.Join(known, ", ") + "."}}
		}
		if n := len(strings.Fields(j.settings.Tender.Slots[name])); n > render.MostSlotWords {
			return failure{code: exitNothing, what: fmt.Sprintf("%s: these are %d words, and there is room for %d.", where, n, render.MostSlotWords), hints: []string{"shorten the text."}}
		}
	}
	return nil
}

// privateTender refuses questions and own words that name somebody of the exports: they
// would be printed. The words are not repeated.
func (j *job) privateTender(gate *disclose.Gate) error {
	refuse := func(where string) error {
		return failure{
			code: exitPrivate, what: where + ": no pack was written. It would have carried personal details.",
			why:   "a name or number of the exports stands there. We do not repeat it here.",
			hints: []string{"say it without the name."},
		}
	}
	for _, q := range j.questions.list {
		if !gate.Safe(q.Text) {
			return refuse(fmt.Sprintf("%s, line %d, column question", j.questions.name, q.Line))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(j.settings.Tender.Slots)) {
		if !gate.Safe(j.settings.Tender.Slots[name]) {
			return refuse(fmt.Sprintf("%s, tender, slots, %s", j.settings.file, name))
		}
	}
	return nil
}

// manifestQuestions is the list in the account of inputs: it is read, and is no export.
func (j *job) manifestQuestions() manifestInput {
	n := len(j.questions.list)
	return manifestInput{
		manifestFile: manifestFileOf(j.questions.name, j.questions.text),
		Sheets:       []manifestSheet{{RecordKind: "tender_question", RowsRead: n, Used: n}},
	}
}

// tellEmptySlots names the places for the provider's own words that a tender pack which was
// asked for by name leaves empty: the pack itself says nothing of them, as it is handed in.
func (j *job) tellEmptySlots() {
	if !j.named {
		return
	}
	var empty []string
	for _, name := range render.SlotNames(j.packs) {
		if strings.TrimSpace(j.settings.Tender.Slots[name]) == "" {
			empty = append(empty, name)
		}
	}
	if len(empty) > 0 {
		j.world.line("note", "places for your own words that are empty: "+strings.Join(empty, ", ")+".", "", "write them in pack.yaml, under tender: slots:.")
	}
}
