package xlsx

import (
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// Heading starts a part of a section.
func (b *book) Heading(h page.Heading) {
	b.home.heading(h.Text)
	b.home.text(h.Note, lookSubtitle)
}

// Prose is running text.
func (b *book) Prose(p page.Prose) {
	for _, text := range p.Paragraphs {
		b.home.text(text.Lead, lookStrong)
		b.home.text(text.Text, lookText)
	}
	b.home.gap()
}

// Notice is a box: its title in the colour of its state.
func (b *book) Notice(n page.Notice) {
	b.home.gap()
	b.home.text(n.Title, look{bold: true, ink: n.State.Ink(), wrap: true, above: chart.InkText})
	b.home.text(n.Text, lookText)
	b.home.gap()
}

// Strip is a table of two to four figures.
func (b *book) Strip(s page.Strip) {
	b.home.grid(stripGrid(s.Figures))
	b.home.gap()
}

func stripGrid(figures []page.Figure) grid {
	g := grid{columns: append(compared(),
		column{head: "Count, baseline", width: 28}, column{head: "Count, period", width: widthInterval},
		column{head: "Evidence", width: widthID}, column{head: "Id", width: widthNumber}, column{head: "Read with", width: widthLabel},
	)}
	for _, f := range figures {
		format := formatFor(f.Format, f.After)
		g.lines = append(g.lines, line{items: []item{
			words(f.Label), numberOr(f.BeforeValue, format, f.Before), strong(numberOr(f.AfterValue, format, f.After)),
			verdictItem(f.Verdict), words(f.Verdict.Difference), words(f.BeforeCount), words(f.AfterCount),
			evidence(f.Evidence), words(f.Metric), words(f.ReadWith),
		}})
	}
	return g
}

// compared are the columns that strips and comparisons have in common.
func compared() []column {
	return []column{
		{head: "Measure", width: widthLabel}, {head: "Baseline", width: widthNumber, right: true},
		{head: "Period", width: widthNumber, right: true}, {head: "State", width: widthState},
		{head: "Difference (95% interval)", width: 30},
	}
}

// Comparison is a table of many measures before and after, in the order of the page.
func (b *book) Comparison(c page.Comparison) {
	b.home.heading(c.Title)
	b.home.text(c.Note, lookSubtitle)
	g := grid{columns: append(compared(),
		column{head: "Counts, baseline then period", width: 32}, column{head: "Evidence", width: widthID},
	)}
	for _, r := range c.Rows {
		before, after := formatAs(r.Before), formatAs(r.After)
		if c.Unit == chart.UnitPercent {
			before, after = asPercent, asPercent
		}
		g.lines = append(g.lines, line{items: []item{
			words(r.Label), numberOr(r.BeforeValue, before, r.Before), strong(numberOr(r.AfterValue, after, r.After)),
			verdictItem(r.Verdict), words(r.Verdict.Difference), words(r.Counts), evidence(r.Evidence),
		}})
	}
	b.home.grid(g)
	b.home.text(c.Source, lookNote)
	b.home.gap()
}

// Table is a table of the pack, on the sheet it names or on that of its section.
func (b *book) Table(t page.Table) {
	s := b.home
	if name, there := b.plan.tables[t.Sheet]; there {
		s = b.sheets[name]
		b.pointTo(t.Title, name)
	}
	s.heading(t.Title)
	s.text(t.Note, lookSubtitle)
	s.grid(gridOf(t))
	s.text(t.Source, lookNote)
	s.gap()
	s.courses(t)
}

// gridOf lays a table out. A cell holds a number or words, so where a number has a
// second line the column gets one beside it for these lines.
func gridOf(t page.Table) grid {
	beside := make([]bool, len(t.Columns))
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			if i < len(beside) && c.Below != "" && cellItem(c, true).number != nil {
				beside[i] = true
			}
		}
	}
	g := grid{}
	for i, c := range t.Columns {
		g.columns = append(g.columns, column{head: c.Head, right: c.Numeric})
		if beside[i] {
			g.columns = append(g.columns, column{head: c.Head + ", note"})
		}
	}
	for _, r := range t.Rows {
		l := line{group: r.Group, total: r.Total}
		for i, c := range r.Cells {
			below := c.Below
			if i < len(beside) && beside[i] {
				c.Below = ""
			}
			l.items = append(l.items, cellItem(c, i < len(t.Columns) && t.Columns[i].Numeric))
			if i < len(beside) && beside[i] {
				l.items = append(l.items, words(below))
			}
		}
		g.lines = append(g.lines, l)
	}
	return g
}

// cellItem is a cell of a table of the pack. What is withheld has a text and
// never a number, whatever else the cell carries.
func cellItem(c page.Cell, right bool) item {
	l := look{bold: c.Strong, right: right, wrap: true, hatch: c.Withheld}
	if c.State != chart.StateNone {
		l.bold, l.ink = true, c.State.Ink()
	}
	if c.Tone != chart.StateNone {
		l.ink = c.Tone.Ink()
	}
	it := item{text: c.Text, look: l, spark: c.Spark}
	if c.Below != "" {
		it.text = strings.TrimSpace(c.Text + "\n" + c.Below)
	}
	if c.Withheld {
		return it
	}
	if c.Format == page.FormatDate {
		if d, there := dayOf(c.Text); there {
			it.day, it.look.format, it.look.wrap = d, asDate, false
		}
		return it
	}
	if c.Format != page.FormatText && finite(c.Number) {
		it.number, it.look.format, it.look.wrap = c.Number, formatFor(c.Format, c.Text), false
	}
	return it
}

// pointTo says on the sheet of a section where a part of it stands.
func (b *book) pointTo(title, name string) {
	if b.home != nil && title != "" && b.home.name != name {
		b.home.pair("Sheet "+name, title, name)
	}
}
