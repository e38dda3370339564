package render

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// DueBlock is the calendar of what is to be done: what fell due in the latest month and
// became of it, and what is overdue or coming. Done names measures of things that have
// no day by which they are to be done, such as spot checks; of these the table says how
// many were done.
type DueBlock struct {
	Title string   `yaml:"title"`
	Done  []string `yaml:"done"`
}

// due makes the calendar. Kinds of which there is no export stand beneath it, in words.
func (c *composer) due(b *DueBlock) page.Block {
	month, asOf := c.latest(), c.in.Period.To
	title := b.Title
	if title == "" {
		title = "Done and due"
	}
	t := &page.Table{
		Title: title, Sheet: "Done and due",
		Columns: []page.Column{
			{Head: "What", Weight: 2.4}, {Head: "Due in " + monthLabel(month.From), Numeric: true, Weight: 1}, {Head: "Done in time", Numeric: true, Weight: 1},
			{Head: "Done late", Numeric: true, Weight: 1}, {Head: "Not done", Numeric: true, Weight: 1}, {Head: "Overdue on " + shortDate(asOf), Numeric: true, Weight: 1.2},
			{Head: "Due by " + shortDate(asOf+30), Numeric: true, Weight: 1.2},
		},
	}
	var notes, lacking []string
	for _, d := range metrics.Duties {
		n, why := c.table.Duty(d, metrics.Scope{}, month, asOf)
		if why != "" {
			lacking = append(lacking, why)
			continue
		}
		t.Rows = append(t.Rows, page.Row{Cells: dutyCells(d, n)})
		if d.Means != "" {
			notes = append(notes, d.Means)
		}
	}
	done, whyNone := c.doneInMonth(b.Done)
	lacking = append(lacking, whyNone...)
	if len(t.Rows) == 0 {
		return notice(chart.StateTooFew, title+": no data", strings.TrimSpace(strings.Join(append(inOneSentence(lacking), done), " ")))
	}
	t.Note = fmt.Sprintf("What fell due in %s, as it stood on %s; then all that is overdue, however old, and what is to be done in the 30 days from that day.", longMonth(month.To.Month()), longDate(asOf))
	if done != "" {
		notes = append(notes, done)
	}
	t.Source = strings.Join(append(notes, inOneSentence(lacking)...), " ")
	return page.Block{Table: t}
}

// dutyCells are one line of the calendar. What is overdue is a concern by itself.
func dutyCells(d metrics.Duty, n metrics.DutyCount) []page.Cell {
	overdue := countCell(n.Overdue)
	if n.Overdue > 0 {
		overdue.Strong, overdue.Tone = true, chart.StateConcern
	}
	cells := []page.Cell{{Text: d.Title}}
	for _, count := range []int{n.Due, n.OnTime, n.Late, n.Undone} {
		if !n.Dated {
			cells = append(cells, page.Cell{Text: "not kept"})
			continue
		}
		cells = append(cells, countCell(count))
	}
	return append(cells, overdue, countCell(n.Ahead))
}

// doneInMonth says how much was done of what has no day by which it is to be done, and
// which exports are not there.
func (c *composer) doneInMonth(ids []string) (done string, lacking []string) {
	month := c.latest()
	var said []string
	for _, id := range ids {
		m := mustFind(id)
		v := c.value(m, metrics.Scope{}, month)
		if v.Denominator == nil || c.hides(v) {
			for _, l := range c.table.Lacking(m) {
				if words := fmt.Sprintf("No export of %s was given.", lowerFirst(shortTitle(l.Kind))); !l.Given && !slices.Contains(lacking, words) {
					lacking = append(lacking, words)
				}
			}
			continue
		}
		c.useOne(m, v, metrics.GrainMonth)
		said = append(said, fmt.Sprintf("%s: %s %s", lowerFirst(m.Title), thousands(*v.Denominator), m.NounDenominator))
	}
	if len(said) > 0 {
		done = fmt.Sprintf("Without a day by which they are due, done in %s: %s.", longMonth(month.To.Month()), strings.Join(said, "; "))
	}
	return done, lacking
}

// inOneSentence says "no export of a, b and c was given" once for all of them; other
// sentences stay.
func inOneSentence(lacking []string) (said []string) {
	const head, tail = "No export of ", " was given."
	var none []string
	for _, text := range lacking {
		what, isHead := strings.CutPrefix(text, head)
		what, isTail := strings.CutSuffix(what, tail)
		if isHead && isTail {
			none = append(none, what)
		} else {
			said = append(said, text)
		}
	}
	if len(none) > 0 {
		said = append(said, "No export was given of: "+strings.Join(none, "; ")+".")
	}
	return said
}
