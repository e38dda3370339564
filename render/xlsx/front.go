package xlsx

import (
	"evidencepack/render/page"
)

// front writes the sheet that a reader sees first: who and when, what is weaker
// than it looks, the headline figures, and what is on which sheet.
func (b *book) front() {
	s, c := b.sheets[nameFront], b.page.Cover
	s.width(2, widthLabel)
	s.top(c.Provider+": "+c.Title, join(prefixed("Period ", c.Period), prefixed("baseline ", c.Baseline),
		prefixed("data as at ", c.DataAsAt), c.Definitions))
	s.rule = c.Colour
	s.logo(c)
	if len(c.Warnings) > 0 {
		s.heading("Read this first")
		for _, text := range c.Warnings {
			s.text(text, lookStrong)
		}
		s.gap()
	}
	b.headlines(s)
	s.heading("What is in this pack")
	s.pair("Services", c.Services, "")
	for _, f := range c.Facts {
		s.pair(f.Label, f.Text, "")
	}
	s.heading("Sections")
	for _, section := range b.page.Sections {
		s.pair(section.Label, section.Title, b.plan.firsts[section.ID])
		if section.Lead != "" {
			s.beside(section.Lead, lookSubtitle)
		}
	}
	b.sheetList(s)
	s.heading("How to read this workbook")
	for _, text := range append(c.HowToRead[:len(c.HowToRead):len(c.HowToRead)], readingNotes...) {
		s.text(text, lookText)
	}
}

// readingNotes are true of every workbook.
var readingNotes = []string{
	"Cells hold the full number; the format rounds it. An empty cell is never 0: the column beside it says why it is empty.",
	"States are words in a column of their own, so they can be filtered and printed without colour.",
	"Nothing is hidden: this workbook has no hidden sheets, no formulas and no macros.",
}

// sheetList lists the sheets with one line each.
func (b *book) sheetList(s *sheet) {
	s.heading("Sheets")
	for _, e := range b.plan.sheets[1:] {
		s.pair(e.name, e.about, e.name)
	}
}

// headlines writes the figures of the strips as one table; a pack without
// strips shows its comparisons.
func (b *book) headlines(s *sheet) {
	g := grid{columns: []column{
		{head: "Measure", width: widthLabel}, {head: "Baseline", width: widthNumber, right: true}, {head: "Period", width: widthNumber, right: true},
		{head: "Count, period", width: widthInterval, right: true}, {head: "Difference (95% interval)", width: 32},
		{head: "State", width: widthState}, {head: "Evidence", width: widthID},
	}}
	for _, f := range stripFigures(b.page) {
		format := formatFor(f.Format, f.After)
		g.lines = append(g.lines, line{items: []item{
			words(f.Label), numberOr(f.BeforeValue, format, f.Before), strong(numberOr(f.AfterValue, format, f.After)),
			{text: f.AfterCount, look: look{right: true, wrap: true}}, words(f.Verdict.Difference),
			verdictItem(f.Verdict), evidence(f.Evidence),
		}})
	}
	if len(g.lines) > 0 {
		s.grid(g)
		s.gap()
	}
}

// stripFigures are the headline figures of the pack, in its order.
func stripFigures(p *page.Page) []page.Figure {
	var figures []page.Figure
	for _, section := range p.Sections {
		for _, b := range section.Blocks {
			if b.Strip != nil {
				figures = append(figures, b.Strip.Figures...)
			}
		}
	}
	return figures
}

// formatFor is the number format of a kind of number; where the page leaves the
// kind open, the number keeps the decimals of its text.
func formatFor(f page.Format, text string) string {
	if format, there := numberFormats[f]; there {
		return format
	}
	return formatAs(text)
}

// prefixed puts a word before a text that is there.
func prefixed(word, text string) string {
	if text == "" {
		return ""
	}
	return word + text
}
