package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"evidencepack/render"
	"evidencepack/render/cases"
	"evidencepack/render/page"
)

// casesCommand writes a draft of case studies.
type casesCommand struct {
	exportFlags
	Person []string `placeholder:"ID" help:"Id of a person as the exports have it. Without it: the people with the most to show."`
	From   string   `placeholder:"DATE" help:"First day of the period, as 2026-04-01."`
	To     string   `placeholder:"DATE" help:"Last day of the period."`
	Out    string   `placeholder:"FILE" help:"Where the draft goes. Without it: case-studies.yaml in the folder of exports."`
}

// mostDrafts is how many drafts are written where nobody is named.
const mostDrafts = 3

// Help shows how the command is used.
func (casesCommand) Help() string {
	return `Examples:
  evidencepack cases --in exports
      a draft for the people with the most to show
  evidencepack cases --in exports --person P-0012
      a draft for one person

The figures are worked out from the exports, and nothing is taken from notes: you
answer the questions in the file. A case study stands in a pack when consent is
recorded in it, or composite: true, and somebody has approved it. A file that is
there already is left as it is.`
}

// Run writes the draft.
func (c *casesCommand) Run(w world) error {
	name := c.Out
	if name == "" {
		name = filepath.Join(c.In, cases.FileName)
	}
	if err := c.folderThere(); err != nil {
		return err
	}
	there := failure{code: exitNothing, what: filepath.ToSlash(name) + " is there already, so we left it as it is.", hints: []string{"write the draft beside it with --out, and copy what you need."}}
	if _, err := os.Lstat(name); err == nil {
		return there
	}
	set, err := c.readSettings()
	if err != nil {
		return err
	}
	if c.From != "" {
		set.From = c.From
	}
	if c.To != "" {
		set.To = c.To
	}
	j, err := c.job(w, set, "")
	if err != nil {
		return err
	}
	text, count, err := j.caseDraft(c.Person)
	if err != nil {
		return err
	}
	err = createFile(name, []byte(text), 0o600)
	if errors.Is(err, fs.ErrExist) {
		return there
	}
	if err != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("we cannot write %s.", filepath.ToSlash(name)), hints: []string{"choose another place with --out."}}
	}
	say(w.stdout, fmt.Sprintf("Wrote %s with %s. It holds ids of people, so keep it where the exports are.", filepath.ToSlash(name), plural(count, "draft", "drafts")))
	say(w.stdout, "Answer the questions in it, write down consent, and let somebody approve it.")
	return nil
}

// caseDraft makes the text of a draft and counts its stories.
func (j *job) caseDraft(people []string) (string, int, error) {
	if err := j.prepareTexts(); err != nil {
		return "", 0, err
	}
	if err := j.read(); err != nil {
		return "", 0, err
	}
	if err := j.count(); err != nil {
		return "", 0, err
	}
	j.gate = j.privacyGate()
	j.input = j.inputOf(j.gate)
	chosen, err := j.drafted(people)
	if err != nil {
		return "", 0, err
	}
	j.cases.list = nil
	for _, ref := range chosen {
		j.cases.list = append(j.cases.list, cases.Case{Person: ref})
	}
	stories, err := j.stories()
	if err != nil {
		return "", 0, err
	}
	var b strings.Builder
	b.WriteString(caseDraftHead)
	for _, story := range stories {
		if err := j.writeDraft(&b, story); err != nil {
			return "", 0, err
		}
	}
	return b.String(), len(stories), nil
}

// drafted are the ids of the people of whom drafts are made.
func (j *job) drafted(people []string) ([]string, error) {
	for i, written := range people {
		if _, known := j.personOf(written); !known {
			return nil, failure{code: exitUsage, what: fmt.Sprintf("the exports know nobody by the id of --person number %d.", i+1), hints: []string{"write the id as the exports have it."}}
		}
	}
	if len(people) > 0 {
		return people, nil
	}
	candidates, err := render.CaseCandidates(j.input)
	if err != nil {
		return nil, failure{code: exitNothing, what: err.Error() + "."}
	}
	sheet := j.exports.People.KeySheet()
	for _, who := range candidates[:min(len(candidates), mostDrafts)] {
		if ref := sheet[who].Ref; ref != "" {
			people = append(people, ref)
		} else {
			people = append(people, sheet[who].Name)
		}
	}
	if len(people) == 0 {
		return nil, failure{
			code: exitNothing, what: "nobody has a change of approach that can be compared, so there is no figure to begin a case study with.",
			hints: []string{"name somebody with --person, or write a composite by hand: composite: true."},
		}
	}
	return people, nil
}

// writeDraft writes one draft: figures as comments, texts as questions.
func (j *job) writeDraft(b *strings.Builder, story render.CaseStory) error {
	told, err := render.CaseFigures(j.input, story, render.CaseMetrics(j.packs))
	if err != nil {
		return failure{code: exitNothing, what: err.Error() + "."}
	}
	fmt.Fprintf(b, "\n  - title: %q\n    packs: [tender, inspection]\n    person: %s\n", cases.Ask+" what would the person call this story?", strconv.Quote(story.Person))
	if id := render.CaseChange(j.input, story); id != "" {
		fmt.Fprintf(b, "    change: %s\n", strconv.Quote(id))
	}
	b.WriteString("    # What the records carry; the packs work it out again, outside in words where counts are small:\n")
	for _, f := range told.Figures {
		fmt.Fprintf(b, "    #   %s\n", figureLine(f))
	}
	if told.Steps != nil {
		fmt.Fprintf(b, "    #   %s\n    steps:\n", told.Steps.Title)
		for i := range told.Steps.Rows {
			fmt.Fprintf(b, "      - %q\n", fmt.Sprintf("%s what is step %d, in a few words?", cases.Ask, i+1))
		}
	}
	b.WriteString(caseDraftBody)
	return nil
}

// figureLine is a figure in one line.
func figureLine(f page.Figure) string {
	line := f.Label + ": " + f.After
	if f.Before != "" {
		line = fmt.Sprintf("%s: %s, then %s", f.Label, f.Before, f.After)
	}
	for _, more := range []string{f.BeforeCount, f.AfterCount, f.Verdict.Word, f.Verdict.Difference} {
		if more != "" {
			line += "; " + more
		}
	}
	return strings.Join(strings.Fields(line), " ")
}

const caseDraftHead = `# Case studies. A story stands in a pack when its questions are answered, consent is
# recorded (or it is a composite of several people) and somebody has approved it.
# Write no name, age, date, place, team, rare condition, family, job or initials, and no
# quotation of more than 15 words: we look for them and tell you where they stand.
# Each text may have up to 90 words. The id of a person is never printed.
cases:
`

const caseDraftBody = `    context: "QUESTION: what did the person want, and what was in the way?"
    approach: "QUESTION: what was agreed with the person, and how was it decided?"
    day_to_day: "QUESTION: what do staff do, step by step, on an ordinary day?"
    evidenced: "QUESTION: where is it written down, how often, and who looks at it?"
    # limits: "What else changed in these weeks?"
    # consent: {recorded: 2026-01-31, by: Registered manager, scope: [tender, inspection]}
    # approved: {by: Quality lead, on: 2026-01-31}
`
