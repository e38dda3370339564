package pdf

import (
	"slices"
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// widths shares a width among the columns. Where every cell fits on one line, what
// is left goes by the weights. Otherwise a column has at least its longest word, and
// the rest goes by the weights to those whose cells would be broken. Where not even the words fit, they are cut.
func (g *grid) widths(table page.Table, total float64) []float64 {
	count := len(table.Columns)
	least, most, roomy, weights := make([]float64, count), make([]float64, count), make([]float64, count), make([]float64, count)
	for i, column := range table.Columns {
		least[i], most[i] = g.extent(table, i)
		least[i] = min(least[i]+columnAir+0.1, total/2)
		most[i] = max(least[i], most[i]+columnAir+0.1)
		roomy[i] = max(most[i], g.head.width(column.Head)+columnAir+0.1)
		weights[i] = column.Weight
		if column.Weight <= 0 {
			weights[i] = 1
		}
	}
	switch {
	case sum(roomy) <= total:
		return shared(roomy, weights, total)
	case sum(most) <= total:
		return shared(most, weights, total)
	case sum(least) >= total:
		return shared(make([]float64, count), least, total)
	}
	return filledUp(least, most, weights, total)
}

// cutsWords tells whether a table is too wide for its longest words side by side. Such a
// table is set small.
func (g *grid) cutsWords(table page.Table, total float64) bool {
	if g.bars != nil {
		total -= barsWide
	}
	for i := range table.Columns {
		word, _ := g.extent(table, i)
		total -= word + columnAir
	}
	return total < 0
}

// filledUp raises the widths towards what their columns would like, by their weights,
// but none to more than it needs.
func filledUp(least, most, weights []float64, total float64) []float64 {
	widths := slices.Clone(least)
	for spare := total - sum(least); spare > 0.01; {
		open := 0.0
		for i := range widths {
			if widths[i] < most[i] {
				open += weights[i]
			}
		}
		if open == 0 {
			break
		}
		each := spare / open
		for i := range widths {
			given := min(each*weights[i], most[i]-widths[i])
			widths[i] += given
			spare -= given
		}
	}
	return widths
}

// shared adds to each width its part of what is left of the total.
func shared(widths, parts []float64, total float64) []float64 {
	all := make([]float64, len(widths))
	spare, whole := total-sum(widths), sum(parts)
	for i := range all {
		all[i] = widths[i] + spare*parts[i]/whole
	}
	return all
}

func sum(values []float64) float64 {
	total := 0.0
	for _, value := range values {
		total += value
	}
	return total
}

// extent gives the width of the longest word of a column and of its longest cell. A
// head may always be broken.
func (g *grid) extent(table page.Table, column int) (word, line float64) {
	word = widestPart(table.Columns[column].Head, g.head, isSpace)
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
		if cell.Withheld {
			indent += 2 * hatchShown
		}
		if cell.Spark != nil {
			word, line = max(word, sparkWide), max(line, sparkWide)
		}
		word = max(word, widestPart(cell.Below, g.below(), isSpace)+indent)
		text := unbroken(cell)
		word = max(word, widestPart(text, s, isSpace)+indent)
		line = max(line, widestPart(text, s, isBreak)+indent)
	}
	return word, line
}

func isSpace(letter rune) bool { return letter == ' ' || letter == '\n' }
func isBreak(letter rune) bool { return letter == '\n' }

// widestPart gives the width of the widest part of a text between separators.
func widestPart(text string, s style, separates func(rune) bool) float64 {
	widest := 0.0
	for _, part := range strings.FieldsFunc(text, separates) {
		widest = max(widest, s.width(part))
	}
	return widest
}
