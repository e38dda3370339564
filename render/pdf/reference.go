package pdf

import (
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// Definitions draws what each measure counts, one row a measure.
func (p *pen) Definitions(definitions page.Definitions) {
	p.block(func() {
		definitions = cleaned(definitions)
		table := page.Table{Columns: []page.Column{
			{Head: "Measure", Weight: 2}, {Head: "In plain words", Weight: 4}, {Head: "Counted, and out of what", Weight: 4},
			{Head: "Unit, and how to read it", Weight: 3}, {Head: "Source", Weight: 1},
		}}
		for _, d := range definitions.Rows {
			counted, reading := d.Numerator, joinedBy("; ", d.Unit, d.Direction)
			if d.Denominator != "" {
				counted += "\nout of " + d.Denominator
			}
			if d.ReadWith != "" {
				reading += "\nread with " + d.ReadWith
			}
			table.Rows = append(table.Rows, page.Row{Cells: []page.Cell{
				{Text: d.Title + "\n" + d.Metric, Strong: true}, {Text: d.Means}, {Text: counted}, {Text: reading}, {Text: d.Source},
			}})
		}
		p.titled(definitions.Title, "")
		p.grid(table, denseLook, 0)
	})
}

// Figures draws the evidence index: each figure with its counts, one row each, under
// the name of its measure.
func (p *pen) Figures(figures page.Figures) {
	p.block(func() {
		figures = cleaned(figures)
		table := page.Table{Columns: []page.Column{
			{Head: "Evidence id", Weight: 2}, {Head: "Who", Weight: 4}, {Head: "When", Weight: 5},
			{Head: "Count", Numeric: true, Weight: 3}, {Head: "Value", Numeric: true, Weight: 2},
			{Head: "Likely range", Numeric: true, Weight: 3}, {Head: "People", Numeric: true, Weight: 1},
		}}
		above := ""
		for _, row := range figures.Rows {
			if name := measureName(row); name != above {
				table.Rows = append(table.Rows, page.Row{Group: true, Cells: []page.Cell{{Text: name}}})
				above = name
			}
			table.Rows = append(table.Rows, page.Row{Cells: figureCells(row)})
		}
		p.titled(figures.Title, figures.Note)
		p.grid(table, denseLook, 0)
	})
}

// measureName names a measure with its unit, unless the unit's sign stands at the value.
func measureName(row page.FigureRow) string {
	unit := unitWords(row.Unit)
	if unit == "percent" || unit == "per cent" {
		unit = ""
	}
	return joinedBy(", ", joinedBy(" ", row.Metric, row.Title), unit)
}

func figureCells(row page.FigureRow) []page.Cell {
	value := row.Status
	if row.Value != nil {
		value = formatted(*row.Value, row.Format)
	}
	people := "–"
	if row.People != nil {
		people = number(*row.People)
	}
	counts, withheld := countsOf(row.Numerator, row.Denominator), row.Status == string(chart.PointWithheld)
	if withheld && row.Numerator == nil {
		counts = row.Status
	}
	return []page.Cell{
		{Text: row.Evidence}, {Text: row.Scope},
		{Text: joinedBy("\n", joinedBy(", ", row.Window, dates(row.From, row.To)), row.Why)},
		{Text: counts, Withheld: withheld && row.Numerator == nil},
		{Text: value, Strong: row.Value != nil, Withheld: withheld && row.Value == nil},
		{Text: rangeOf(row)}, {Text: people},
	}
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
