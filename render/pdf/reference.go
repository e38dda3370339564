package pdf

import (
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// What a PDF leaves to the workbook and the web page, said where it is left out.
const (
	moreDefinitions = "In a plain sentence, with its source, its files and its key questions: the workbook and the web page."
	moreFigures     = "Figures of a service, a person or a part have their ids where they stand; all of them are in the workbook and on the web page."
)

// Definitions draws what each measure counts, dense, in two columns. Its plain sentence
// and its source stand in the other formats.
func (p *pen) Definitions(definitions page.Definitions) {
	p.block(func() {
		if definitions = tidied(p, definitions); p.set.noDefinitions {
			p.inOneLine(wordsElsewhere)
			return
		}
		var items []pairItem
		for _, d := range definitions.Rows {
			text := "Counts " + d.Numerator
			if d.Denominator != "" {
				text += ", out of " + d.Denominator
			}
			text += "; " + joinedBy("; ", d.Unit, d.Direction) + "."
			if d.ReadWith != "" {
				text += " Read with " + d.ReadWith + "."
			}
			items = append(items, pairItem{name: d.Title, end: d.Metric, text: text})
		}
		p.titled(definitions.Title, moreDefinitions)
		p.begin(pairStart)
		p.pairs(items)
	})
}

// pairStart is how much of a dense list must stand together with its title, in mm.
const pairStart = 30.0

// Figures draws the evidence index, dense, in two columns: each measure with its figures.
// Those of a service, a person or a part of the whole stand in the other formats.
func (p *pen) Figures(figures page.Figures) {
	p.block(func() {
		if figures = tidied(p, figures); p.set.noIndex {
			p.inOneLine(indexElsewhere)
			return
		}
		var items []pairItem
		usual := usualOf(figures.Rows)
		for _, row := range figures.Rows {
			if row.Detail {
				continue
			}
			if name := measureName(row); len(items) == 0 || items[len(items)-1].name != name {
				items = append(items, pairItem{name: name})
			}
			last := &items[len(items)-1]
			last.lines = append(last.lines, p.figureLines(row, usual)...)
		}
		p.titled(figures.Title, joinedBy(" ", usual.said, figures.Note, moreFigures))
		p.begin(pairStart)
		p.anchored(figures)
		p.indexing = true
		p.pairs(items)
		p.indexing = false
	})
}

// usual is what holds for most figures of an index, and is said once above them.
type usual struct {
	scope string
	spans map[string]string // by window
	said  string
}

// usualOf takes it from the first figure, and the first of each window.
func usualOf(rows []page.FigureRow) usual {
	u := usual{spans: map[string]string{}}
	for _, row := range rows {
		if row.Detail {
			continue
		}
		if u.said == "" {
			u.scope, u.said = row.Scope, row.Scope
		}
		if span := dates(row.From, row.To); u.spans[row.Window] == "" && span != "" {
			u.spans[row.Window] = span
			u.said = joinedBy("; ", u.said, joinedBy(": ", row.Window, span))
		}
	}
	if u.said != "" {
		u.said += ", where nothing else is said."
	}
	return u
}

// figureLines is one figure: its id, and beside it whose and when it is, where that is
// not the usual, its counts, value and range.
func (p *pen) figureLines(row page.FigureRow, usual usual) []pairLine {
	at := 19 * p.role.scale
	when, scope := row.Window, row.Scope
	if span := dates(row.From, row.To); span != usual.spans[row.Window] {
		when = joinedBy(" ", row.Window, span)
	}
	if scope == usual.scope {
		scope = ""
	}
	value := row.Status
	if row.Value != nil {
		value = formatted(*row.Value, row.Format)
		if between := rangeOf(row); between != noCount {
			value += " (" + between + ")"
		}
	}
	counts := ""
	if row.Numerator != nil || row.Denominator != nil {
		counts = countsOf(row.Numerator, row.Denominator)
	}
	people := ""
	if row.People != nil {
		people = number(*row.People) + " people"
	}
	why := row.Why
	if row.Status == string(chart.PointWithheld) {
		why = "" // the cover says when a number is not shown
	}
	text := joinedBy(" · ", joinedBy(": ", joinedBy(", ", scope, when), joinedBy(" = ", counts, value)), people, why)
	var lines []pairLine
	for _, line := range p.role.denseText.wrap(text, pairWidth-at) {
		lines = append(lines, pairLine{beside: line, at: at})
	}
	if ids := p.wrapped(row.Evidence); len(ids) != 1 || len(lines) == 0 || p.role.denseText.width(row.Evidence) > at-1 {
		return append(ids, lines...)
	}
	lines[0].text = row.Evidence
	return lines
}

// measureName names a measure with its unit, unless the unit's sign stands at the value.
func measureName(row page.FigureRow) string {
	unit := unitWords(row.Unit)
	if unit == "percent" || unit == "per cent" {
		unit = ""
	}
	return joinedBy(", ", joinedBy(" ", row.Metric, row.Title), unit)
}

func unitWords(unit string) string {
	return strings.ReplaceAll(strings.ReplaceAll(unit, "_", " "), "1000", "1,000")
}

func countsOf(numerator, denominator *float64) string {
	switch {
	case numerator != nil && denominator != nil:
		return counted(*numerator) + " of " + counted(*denominator)
	case numerator != nil:
		return counted(*numerator)
	case denominator != nil:
		return "of " + counted(*denominator)
	}
	return "–"
}

func rangeOf(row page.FigureRow) string {
	if row.Lower == nil || row.Upper == nil {
		return "–"
	}
	format := row.Format
	if format == page.FormatPercent { // the unit stands at the value
		format = page.FormatRate
	}
	return formatted(*row.Lower, format) + " to " + formatted(*row.Upper, format)
}
