package pdf

import (
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// widths shares a width among the columns by their weights. A column gets at
// least its longest word, if the others can spare it; otherwise words are cut.
func (g *grid) widths(table page.Table, total float64) []float64 {
	widths, least := make([]float64, len(table.Columns)), make([]float64, len(table.Columns))
	weights := 0.0
	for i, column := range table.Columns {
		widths[i] = column.Weight
		if column.Weight <= 0 {
			widths[i] = 1
		}
		weights += widths[i]
		least[i] = min(g.longestWord(table, i)+columnAir+0.1, total/2)
	}
	for i := range widths {
		widths[i] *= total / weights
	}
	// Every round takes from the columns with room what the narrow ones lack.
	for range len(widths) {
		lack, spare := 0.0, 0.0
		for i := range widths {
			lack += max(0, least[i]-widths[i])
			spare += max(0, widths[i]-least[i])
		}
		if lack < 0.01 || spare < 0.01 {
			break
		}
		given := min(1, spare/lack)
		taken := min(1, lack/spare)
		for i := range widths {
			if widths[i] < least[i] {
				widths[i] += (least[i] - widths[i]) * given
			} else {
				widths[i] -= (widths[i] - least[i]) * taken
			}
		}
	}
	return widths
}

// longestWord gives the width of the longest part of a column that holds no space.
func (g *grid) longestWord(table page.Table, column int) float64 {
	long := widestWord(table.Columns[column].Head, g.head)
	for _, row := range table.Rows {
		if row.Group || column >= len(row.Cells) {
			continue
		}
		cell := row.Cells[column]
		s, indent := g.text, 0.0
		if cell.State != chart.StateNone {
			s.semibold, indent = true, stateIndent
		}
		s.semibold = s.semibold || cell.Strong
		long = max(long, widestWord(unbroken(cell), s)+indent)
	}
	return long
}

func widestWord(text string, s style) float64 {
	long := 0.0
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' }) {
		long = max(long, s.width(word))
	}
	return long
}
