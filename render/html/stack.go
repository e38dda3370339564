package html

import (
	"html/template"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// stackRow is one bar, as it is printed; a cell holds the count and the share of a level.
type stackRow struct {
	Name, Total string
	Cells       []string
}

// Stack draws how what was counted parts into levels, and the table of the counts.
func (p *pen) Stack(s page.Stack) {
	view := struct {
		Head    chart.Stack
		Source  string
		Picture template.HTML
		Rows    []stackRow
	}{Head: s.Spec, Source: s.Source}
	for _, bar := range s.Spec.Bars {
		view.Rows = append(view.Rows, stackRowOf(s.Spec, bar))
	}
	view.Picture = p.picture(len(s.Spec.Bars), s.Spec.Alt, func(width float64) chart.Scene { return chart.LayoutStack(s.Spec, width) })
	p.write("stack", view)
}

// stackRowOf says the word of a bar in each cell that has no count.
func stackRowOf(s chart.Stack, bar chart.StackBar) stackRow {
	row := stackRow{Name: bar.Name, Total: orWord(bar.Word, string(chart.PointNoData))}
	if len(bar.Counts) > 0 {
		row.Total = number(float64(bar.Total()), page.FormatCount)
		if bar.Word != "" {
			row.Total += " " + bar.Word
		}
	}
	for level := range s.Levels {
		cell := orWord(bar.Word, string(chart.PointNoData))
		if level < len(bar.Counts) {
			cell = number(float64(bar.Counts[level]), page.FormatCount)
			if share, known := bar.Share(level); known {
				cell += " (" + sharePercent(share) + ")"
			}
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}
