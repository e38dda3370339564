package pdf

import (
	"slices"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// pointColumn is a column of the table of points and what it says of each.
type pointColumn struct {
	page.Column
	cell func(chart.Point) page.Cell
}

// pointTable gives the points as a table: label, counts, value or the word that stands
// instead, and, where the chart has them, its lines and signals. A head that is missing
// is said plainly.
func pointTable(spec chart.Spec) page.Table {
	columns := []pointColumn{
		{page.Column{Head: pointHead(spec.Grain), Weight: 3}, func(p chart.Point) page.Cell { return page.Cell{Text: p.Label} }},
	}
	count := func(head string, of func(chart.Point) *float64) {
		if head != "" {
			columns = append(columns, pointColumn{
				page.Column{Head: head, Numeric: true, Weight: 2.4}, func(p chart.Point) page.Cell { return page.Cell{Text: countOf(of(p))} },
			})
		}
	}
	count(spec.NumeratorHead, func(p chart.Point) *float64 { return p.Numerator })
	count(spec.DenominatorHead, func(p chart.Point) *float64 { return p.Denominator })
	columns = append(columns, pointColumn{
		page.Column{Head: headOr(spec.ValueHead, "Value"), Numeric: true, Weight: 2}, func(p chart.Point) page.Cell { return pointValue(p, spec) },
	})
	columns = append(columns, lineColumns(spec)...)
	table := page.Table{}
	for _, column := range columns {
		table.Columns = append(table.Columns, column.Column)
	}
	for _, point := range spec.Points {
		row := page.Row{}
		for _, column := range columns {
			row.Cells = append(row.Cells, column.cell(point))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// pointHead names what a point stands for.
func pointHead(grain chart.Grain) string {
	switch grain {
	case chart.GrainQuarter:
		return "Quarter"
	case chart.GrainEvent:
		return "Event"
	case chart.GrainRow:
		return "Point"
	}
	return "Month"
}

// lineColumns are the centre line, the limits and the signals, each only where the
// chart has it; a centre line that is the same throughout stands above the table.
func lineColumns(spec chart.Spec) []pointColumn {
	var columns []pointColumn
	if !sameCentre(spec) {
		columns = append(columns, pointColumn{page.Column{Head: "Grey line", Numeric: true, Weight: 1}, func(p chart.Point) page.Cell {
			return page.Cell{Text: lineText(p.Centre, spec)}
		}})
	}
	if slices.ContainsFunc(spec.Points, func(p chart.Point) bool { return p.LimitLower != nil || p.LimitUpper != nil }) {
		columns = append(columns, pointColumn{page.Column{Head: "Limits", Numeric: true, Weight: 1}, func(p chart.Point) page.Cell {
			return page.Cell{Text: limitsText(p, spec)}
		}})
	}
	if slices.ContainsFunc(spec.Points, func(p chart.Point) bool { return signalText(p) != noCount }) {
		columns = append(columns, pointColumn{page.Column{Head: "Signal", Weight: 3}, func(p chart.Point) page.Cell {
			return page.Cell{Text: signalText(p)}
		}})
	}
	return columns
}

// sameCentre says whether all points that have a centre line have the same.
func sameCentre(spec chart.Spec) bool {
	last := spec.LastCentre()
	return !slices.ContainsFunc(spec.Points, func(p chart.Point) bool { return p.Centre != nil && *p.Centre != *last })
}

func lineText(value *float64, spec chart.Spec) string {
	if value == nil {
		return noCount
	}
	return chart.Decimal(*value, spec.Decimals)
}

func limitsText(p chart.Point, spec chart.Spec) string {
	switch lower, upper := lineText(p.LimitLower, spec), lineText(p.LimitUpper, spec); {
	case p.LimitLower == nil && p.LimitUpper == nil:
		return noCount
	case p.LimitLower == nil:
		return "up to " + upper
	case p.LimitUpper == nil:
		return "from " + lower
	default:
		return lower + " to " + upper
	}
}

// signalText says which rule fired and on which side, or why the point is not in the
// limits.
func signalText(p chart.Point) string {
	text := ""
	if p.Signal != chart.SignalNone {
		text = p.SignalWhy
		if text == "" {
			text = "signal"
		}
		if p.Signal == chart.SignalBetter || p.Signal == chart.SignalWorse {
			text = string(p.Signal) + ": " + text
		}
	}
	if p.LeftOut {
		text = joinedBy("; ", text, "left out of the limits")
	}
	if text == "" {
		return noCount
	}
	return text
}
