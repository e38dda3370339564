package render

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/render/page"
)

// Note is what a manager says beside a known weakness. It stands under the program's
// own line and never in its place.
type Note struct {
	Metric  string
	Service string // "" is all services together
	Text    string
	Owner   string // a role, not a name
	Due     string // 30 November 2026; "" is not said

	Line int // of pack.yaml
}

// words say the note in one line.
func (n Note) words() string {
	text := sentence("Manager: " + strings.TrimSpace(n.Text))
	switch {
	case n.Owner != "" && n.Due != "":
		text += fmt.Sprintf(" %s, by %s.", n.Owner, n.Due)
	case n.Owner != "":
		text += " " + n.Owner + "."
	case n.Due != "":
		text += " By " + n.Due + "."
	}
	return text
}

// noteOn finds the manager's note on a measure in a scope.
func (c *composer) noteOn(metric, service string) (Note, bool) {
	if c.rule.Tier == page.TierExternal { // notes are for those who run or inspect the services
		return Note{}, false
	}
	i := slices.IndexFunc(c.in.Notes, func(n Note) bool { return n.Metric == metric && n.Service == service })
	if i < 0 {
		return Note{}, false
	}
	return c.in.Notes[i], true
}

// gapsMost is how many weaknesses stand under one key question; the section of known
// weaknesses has them all.
const gapsMost = 4

// gaps lists what is weak under a key question, with what is done about it: the known
// weaknesses of its measures, worst first, months without records, and what figures
// cannot show.
func (c *composer) gaps(f Framework, group string) page.Block {
	t := &page.Table{
		Title: "Gaps, and what we are doing", Sheet: "Key questions",
		Columns: []page.Column{{Head: "Gap", Weight: 4}, {Head: "What we are doing", Weight: 3.4}, {Head: "Owner", Weight: 1.3}, {Head: "Due", Weight: 1.2}},
	}
	mapped := f.inGroup(group)
	left, told := 0, 0
	for _, w := range c.weakList(c.weakMetrics(), c.standingOf()) {
		if !slices.ContainsFunc(mapped, func(row MappingRow) bool { return slices.Contains(row.Metrics, w.claim.Metric) }) || w.claim.Text == "" {
			continue
		}
		if c.gapsTold[w.claim.Text] {
			told++
			continue
		}
		if len(t.Rows) == gapsMost {
			left++
			continue
		}
		c.gapsTold[w.claim.Text] = true
		doing, owner, due := "not said yet", noMeasure, noMeasure
		if n, there := c.noteOn(w.claim.Metric, w.service); there {
			doing, owner, due = n.Text, orDash(n.Owner), orDash(n.Due)
		}
		if w.used != nil {
			c.use(*w.used)
		}
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: firstSentence(w.claim.Text), State: w.claim.State}, {Text: doing}, {Text: owner}, {Text: due}}})
	}
	for _, kind := range record.Kinds {
		if months := c.monthsGone(mapped)[kind]; len(months) > 0 {
			t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{
				{Text: fmt.Sprintf("No rows of %s for %s.", lowerFirst(shortTitle(kind)), monthList(months))}, {Text: "the export of these months, or the paper records"}, {Text: noMeasure}, {Text: noMeasure},
			}})
		}
	}
	if left > 0 {
		t.Source = fmt.Sprintf("%s more in the section of known weaknesses.", upperFirst(numberWord(left)))
	}
	if told > 0 {
		t.Source = strings.TrimSpace(t.Source + fmt.Sprintf(" Told under an earlier question, and of this one too: %s.", numberWord(told)))
	}
	switch {
	case len(t.Rows) == 0 && told > 0:
		t.Source = ""
		t.Rows = append(t.Rows, page.Row{Cells: noCells(fmt.Sprintf("No other than those under the earlier questions, of which %s too.", belong(told)), len(t.Columns))})
	case len(t.Rows) == 0:
		t.Rows = append(t.Rows, page.Row{Cells: noCells("No measure of this key question got clearly worse or is beyond a limit. That is not proof that all is well.", len(t.Columns))})
	}
	return page.Block{Table: t}
}

func belong(n int) string {
	if n == 1 {
		return "one belongs here"
	}
	return numberWord(n) + " belong here"
}

// firstSentence is the opening of a claim: the figure of the period. The rest stands
// with the known weaknesses.
func firstSentence(text string) string {
	if before, _, found := strings.Cut(text, ". "); found {
		return before + "."
	}
	return text
}

func numberWord(n int) string {
	names := []string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < len(names) {
		return names[n]
	}
	return thousands(float64(n))
}

// weakMetrics and standingOf are those of the pack's section of known weaknesses.
func (c *composer) weakMetrics() []string {
	if l := c.weakBlock(); l != nil {
		return l.Metrics
	}
	return nil
}

func (c *composer) standingOf() []Standing {
	if l := c.weakBlock(); l != nil {
		return l.Standing
	}
	return nil
}

func (c *composer) weakBlock() *MetricList {
	for _, s := range c.pack.Sections {
		for _, b := range s.Blocks {
			if b.Weaknesses != nil {
				return b.Weaknesses
			}
		}
	}
	return nil
}
