package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/render"
	"evidencepack/render/cases"
	"evidencepack/render/disclose"
	"evidencepack/render/page"
)

// caseFile is the provider's case studies as they were read.
type caseFile struct {
	name string // in the folder of exports, with /; "" where there is none
	text []byte
	list []cases.Case
}

// isCaseFile tells whether a file of the exports is the list of case studies and no export.
func isCaseFile(name, named string) bool {
	return strings.EqualFold(name, cases.FileName) || (named != "" && name == path.Clean(named))
}

// readCases reads the list that pack.yaml names, or case-studies.yaml where it is there.
func (j *job) readCases() error {
	name := path.Clean(j.settings.CaseStudies)
	if j.settings.CaseStudies == "" {
		entries, err := fs.ReadDir(j.folder, ".")
		if err != nil {
			return nil // the folder is read again, and the reason told then
		}
		for _, e := range entries {
			if isCaseFile(e.Name(), "") && !e.IsDir() {
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
			code: exitNothing, what: "the list of case studies cannot be opened.",
			hints: []string{"put it into the folder of exports, beside pack.yaml."},
		}
	}
	list, err := cases.Parse(path.Base(name), text, j.casePacks())
	if err != nil {
		return caseFailure(err)
	}
	j.cases = caseFile{name, text, list}
	return nil
}

// casePacks are the packs in which case studies may stand: those that leave the house.
func (j *job) casePacks() []string {
	names := []string{"tender", "inspection"}
	for _, p := range j.packs {
		if p.Tier != page.TierInternal && !slices.Contains(names, p.Name) {
			names = append(names, p.Name)
		}
	}
	return names
}

func caseFailure(err error) error {
	f := failure{code: exitNothing, what: err.Error() + "."}
	var fault *cases.Fault
	if errors.As(err, &fault) && fault.Hint != "" {
		f.hints = []string{fault.Hint}
	}
	return f
}

// stories joins each case with the records of its person. A person whom the exports do
// not know is told by line, and not named.
func (j *job) stories() ([]render.CaseStory, error) {
	var all []render.CaseStory
	byPerson := make(map[record.Person][]int)
	for _, c := range j.cases.list {
		story := render.CaseStory{Case: c}
		if c.Person != "" {
			who, known := j.personOf(c.Person)
			if !known && !c.Draft() {
				return nil, caseFailure(&cases.Fault{
					File: path.Base(j.cases.name), Line: c.Lines["person"], What: "the exports know nobody by this id",
					Hint: "write the person’s id as the exports have it, or the pseudonym of the inspection pack where you build with --key.",
				})
			}
			story.Who = who
			if known {
				byPerson[who] = append(byPerson[who], len(all))
			}
		}
		all = append(all, story)
	}
	for r := range j.exports.Records() {
		for _, i := range byPerson[r.Where().Person] {
			switch r := r.(type) {
			case *record.StepRecord:
				all[i].Attempts = append(all[i].Attempts, r)
			case *record.Restriction:
				all[i].Restrictions = append(all[i].Restrictions, r)
			}
		}
	}
	return all, nil
}

// personOf finds a person by the source's own id, or with a key by the pseudonym of the
// inspection pack.
func (j *job) personOf(written string) (record.Person, bool) {
	for who, entry := range j.exports.People.KeySheet() {
		if entry.Ref != "" && strings.EqualFold(strings.TrimSpace(entry.Ref), written) ||
			entry.Ref == "" && entry.Name != "" && strings.EqualFold(strings.TrimSpace(entry.Name), written) {
			return who, true
		}
	}
	if len(j.key) > 0 {
		for who, name := range j.exports.People.Pseudonyms(string(page.TierInspection), true) {
			if strings.EqualFold(name, written) {
				return who, true
			}
		}
	}
	return "", false
}

// privateCases refuses stories whose words name somebody of the exports, and stories for
// readers outside by whose words somebody could be found out. What is less is a warning.
func (j *job) privateCases(gate *disclose.Gate) error {
	file := path.Base(j.cases.name)
	var lines []string
	for _, c := range j.cases.list {
		if c.Draft() {
			continue
		}
		for _, t := range c.Texts() {
			if !gate.Safe(t.Text) {
				lines = append(lines, fmt.Sprintf("%s, line %d, %s: a name or number of the exports", file, t.Line, t.Key))
			}
		}
	}
	if len(lines) > 0 {
		return failure{
			code: exitPrivate, what: "no pack was written. A case study would have carried personal details.", places: lines,
			why:   "a name or number of the exports stands there. We do not repeat it here.",
			hints: []string{"take it out of those lines and run the same command again. Packs made before are still as they were."},
		}
	}
	return j.clues(file)
}

// clues looks for what few people share. In a story for readers outside, a serious one
// stops the build; all others are warnings.
func (j *job) clues(file string) error {
	var serious []string
	for _, c := range j.cases.list {
		if c.Draft() {
			continue
		}
		for _, found := range j.cluesOf(c) {
			line := fmt.Sprintf("%s, line %d, %s: %s; %s", file, found.Line, found.Key, found.Clue.Kind, found.Clue.Soften)
			if found.Clue.Serious && j.outsideCase(c) {
				serious = append(serious, line)
				continue
			}
			j.world.line("warning", fmt.Sprintf("%s, line %d, %s: %s.", file, found.Line, found.Key, found.Clue.Kind), "", found.Clue.Soften)
		}
	}
	if len(serious) == 0 {
		return nil
	}
	return failure{
		code: exitPrivate, what: "no pack was written. By a case study for readers outside somebody could be found out.", places: serious,
		why:   "what few people share points at one of them. We do not repeat the words here.",
		hints: []string{"say it more generally in those lines, or leave the pack for readers outside out of packs. Packs made before are still as they were."},
	}
}

// cluesOf looks through one story, also for a kind of service that too few people use.
func (j *job) cluesOf(c cases.Case) []cases.Found {
	places := append(j.table.Services(), j.settings.Provider)
	all := cases.Story(c, places)
	in := j.input
	for _, t := range c.Texts() {
		if kind := cases.KindOfService(t.Text); kind != "" && !in.ManyUse(kind, j.settings.floor()) {
			all = append(all, cases.Found{Key: t.Key, Line: t.Line, Clue: cases.ClueFew})
		}
	}
	return all
}

// outsideCase tells whether a story stands in a pack for readers outside that is made.
func (j *job) outsideCase(c cases.Case) bool {
	return slices.ContainsFunc(j.packs, func(p render.Pack) bool { return p.Tier == page.TierExternal && c.In(p.Name) })
}

// tellCases says which case studies stand in no pack.
func (j *job) tellCases() {
	drafts := 0
	for _, c := range j.cases.list {
		if c.Draft() {
			drafts++
		}
	}
	if drafts > 0 {
		j.world.line("note", fmt.Sprintf("%s in %s not approved yet, so in no pack.", plural(drafts, "case study", "case studies"), path.Base(j.cases.name)), "", "answer the questions there, and write approved: with by, a role, and on, a day.")
	}
}

// manifestCases is the list in the account of inputs: it is read, and is no export.
func (j *job) manifestCases() manifestInput {
	n := len(j.cases.list)
	return manifestInput{
		manifestFile: manifestFileOf(j.cases.name, j.cases.text),
		Sheets:       []manifestSheet{{RecordKind: "case_study", RowsRead: n, Used: n}},
	}
}
