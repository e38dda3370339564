package render

import (
	"fmt"
	"strings"

	"evidencepack/metrics"
	"evidencepack/render/page"
)

// howWordsCount is the one rule by which words are counted, printed beside them.
const howWordsCount = "Words are counted as Word does it: whatever stands between blanks is one, figures and dashes included. Each text stands alone. What the figures say is chosen by the figures; the other words are the provider’s own."

// answerLimits are how long the texts for each heading may be, in words.
var answerLimits = []int{100, 250, 500}

// answers are the texts to paste into a form: for each heading of the pack in three
// lengths, and one for each question of the buyer.
func (c *composer) answers(title string) page.Block {
	return page.Block{Answers: &page.Answers{Title: title, Note: howWordsCount, Answers: c.allAnswers()}}
}

func (c *composer) allAnswers() []page.Answer {
	var out []page.Answer
	for _, s := range c.pack.Sections {
		if s.Heading == "" {
			continue
		}
		for _, limit := range answerLimits {
			out = append(out, c.answer(s, "", limit))
		}
	}
	for _, q := range c.in.Questions {
		for _, s := range c.pack.Sections {
			if s.answers(q.Section) {
				out = append(out, c.answer(s, q.Text, q.Words))
			}
		}
	}
	return out
}

// answers tells whether a section is meant by a word of the buyer's list.
func (s PackSection) answers(word string) bool {
	return len(s.Counted) > 0 && (strings.EqualFold(word, s.ID) || s.Heading != "" && strings.EqualFold(word, s.Heading))
}

// name is the heading with its short form: "T1 How we personalise support".
func (s PackSection) name() string { return strings.TrimSpace(s.Heading + " " + s.Title) }

// answer is one text, never longer than its limit and never padded.
func (c *composer) answer(s PackSection, question string, limit int) page.Answer {
	d := c.draft(s, limit)
	d.fit()
	text := d.text()
	out := page.Answer{Section: s.name(), Question: question, Text: text, Words: countWords(text), Limit: limit}
	switch {
	case !d.whole():
		out.Note = "There is more evidence than this length holds."
	case out.Words <= limit*4/5:
		out.Note = "This is all that the evidence carries."
	}
	return out
}

// draft is an answer before it is cut to its length.
type draft struct {
	limit    int
	method   []string   // sentences of the provider's own
	tally    string     // how the measures came out, all of them
	findings [][]string // each in three lengths, the strongest first
	chosen   []int      // the length chosen of each, -1 is none
	cautions []string   // what is not claimed
	kept     []bool     // which of them
	ending   string     // period, people and date of the data
	offered  int        // sentences of the method that there are
}

// draft gathers what a section can say.
func (c *composer) draft(s PackSection, limit int) *draft {
	d := &draft{limit: limit}
	for _, b := range s.Blocks {
		if b.Slot != nil && len(d.method) == 0 {
			d.method = sentencesOf(c.in.Slots[b.Slot.Name])
		}
	}
	d.offered = len(d.method)
	found := c.counted(s)
	d.ending = c.answerEnding(found)
	d.tally = tallySentence(found)
	for _, f := range strongestFirst(found) {
		if levels := c.findingLevels(f); levels != nil {
			d.findings, d.chosen = append(d.findings, levels), append(d.chosen, -1)
		}
	}
	d.cautions = c.cautions(s, found)
	d.kept = make([]bool, len(d.cautions))
	return d
}

// fit chooses the lengths: every finding short as far as there is room, in their order,
// then what is not claimed, then the likely ranges, then what is read with each.
func (d *draft) fit() {
	d.fitMethod()
	for i := range d.findings {
		if !d.try(&d.chosen[i], 0) {
			break
		}
	}
	for i := range d.kept {
		d.kept[i] = true
		d.kept[i] = countWords(d.text()) <= d.limit
	}
	for level := 1; level <= 2; level++ {
		for i := range d.findings {
			if d.chosen[i] == level-1 && !d.try(&d.chosen[i], level) {
				break
			}
		}
	}
}

// fitMethod keeps the leading sentences of the provider's own words, up to a third of
// the length.
func (d *draft) fitMethod() {
	all := d.method
	d.method = nil
	for i := range all {
		if countWords(strings.Join(all[:i+1], " ")) > d.limit*35/100 {
			return
		}
		d.method = all[:i+1]
		if countWords(d.text()) > d.limit {
			d.method = all[:i]
			return
		}
	}
}

// try takes a finding in a length where it fits.
func (d *draft) try(chosen *int, level int) bool {
	before := *chosen
	*chosen = level
	if countWords(d.text()) <= d.limit {
		return true
	}
	*chosen = before
	return false
}

// whole tells whether everything is in it, if only in few words.
func (d *draft) whole() bool {
	for _, level := range d.chosen {
		if level < 0 {
			return false
		}
	}
	for _, kept := range d.kept {
		if !kept {
			return false
		}
	}
	return len(d.method) == d.offered
}

// text joins the parts; longer answers are set in paragraphs.
func (d *draft) text() string {
	var findings, cautions []string
	for i, level := range d.chosen {
		if level >= 0 {
			findings = append(findings, d.findings[i][level])
		}
	}
	for i, kept := range d.kept {
		if kept {
			cautions = append(cautions, d.cautions[i])
		}
	}
	gap := " "
	if d.limit > answerLimits[0] {
		gap = "\n\n"
	}
	var parts []string
	proof := append([]string{d.tally}, findings...)
	for _, part := range [][]string{d.method, proof, cautions, {d.ending}} {
		if text := strings.TrimSpace(strings.Join(part, " ")); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, gap)
}

// answerEnding says of when and of how many people the figures are, and how new the
// data. The number of people is that of the figure with the most of them that is shown.
func (c *composer) answerEnding(found []finding) string {
	who, most := "", 0
	for _, f := range found {
		if n := f.after.People; f.known() && !c.hidesEither(&f) && n > most {
			most = n
		}
	}
	if most > 0 {
		who = "; up to " + plural(most, "person", "people") + " behind a figure"
	}
	asAt := longDate(c.table.DataTo())
	if !c.rule.ExactDates() {
		asAt = longMonth(c.table.DataTo().Month())
	}
	return fmt.Sprintf("Figures: %s, compared with %s%s; %s; data as at %s.", wholeMonths(c.in.Period),
		baselineWords(c.in.Baseline, c.in.Period), who, plural(c.countServices(), "service", "services"), asAt)
}

// sentencesOf cuts a text after each full stop, question or exclamation mark.
func sentencesOf(text string) []string {
	var out []string
	var now []string
	for _, word := range strings.Fields(text) {
		now = append(now, word)
		if strings.HasSuffix(word, ".") || strings.HasSuffix(word, "!") || strings.HasSuffix(word, "?") {
			out, now = append(out, strings.Join(now, " ")), nil
		}
	}
	if len(now) > 0 {
		out = append(out, strings.Join(now, " ")+".")
	}
	return out
}

// counted are the measures of a section that have a figure, judged.
func (c *composer) counted(s PackSection) []finding {
	var found []finding
	for _, id := range s.Counted {
		if !c.evidenced(id) {
			continue
		}
		f := c.find(id, metrics.Scope{})
		c.hidesEither(&f)
		found = append(found, f)
	}
	return found
}
