package pdf

import (
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// Sizes of a table of points, in mm.
const (
	pointColumns = 3 // side by side
	pointGutter  = 4.0
	pointWidth   = (width - pointGutter*(pointColumns-1)) / pointColumns
	pointRow     = 3.9
)

// pointTable prints every point of a chart, dense, in columns from top to bottom:
// its label, its counts, its value or the word that stands instead. Where words are
// too long for narrow columns, it is one wide table.
func (p *pen) pointTable(spec chart.Spec, name string) {
	table := pointTable(spec)
	names := halfHeading.wrap(name, width)
	remarks := denseText.in(chart.InkSecond).wrap(joined(pointRemarks(spec)...), width)
	trial := p.pointGrid(table, left)
	rows, row := (len(table.Rows)+pointColumns-1)/pointColumns, pointRow
	for _, one := range trial.rows {
		row = max(row, one.high)
	}
	p.begin(min(halfHeading.high(names)+denseText.high(remarks)+trial.headHeight()+float64(min(rows, 12))*row, p.deepest()))
	p.run(left, names, halfHeading)
	p.run(left, remarks, denseText.in(chart.InkSecond))
	p.next += 0.8
	if row > 3*pointRow || trial.headHeight() > 20 {
		p.grid(table, denseText, denseHead, pointRow, nil)
		return
	}
	for start := 0; start < len(table.Rows); {
		start += p.pointBlock(table, start, trial.headHeight(), row)
	}
	if len(table.Rows) == 0 {
		p.run(left, []string{string(chart.PointNoData)}, denseText)
	}
}

func (p *pen) pointGrid(table page.Table, x float64) *grid {
	g := &grid{pen: p, text: denseText, head: denseHead, least: pointRow}
	g.place(table, x, pointWidth)
	return g
}

// pointName names the table of a chart: its finding, with the measure before it
// where the finding does not name it.
func pointName(spec chart.Spec) string {
	if strings.Contains(strings.ToLower(spec.Title), strings.ToLower(spec.Measure)) {
		return spec.Title
	}
	return joined(spec.Measure, spec.Title)
}

// pointBlock draws as many rows of each column as the sheet holds, and says how
// many points that were. head and row are the heights of the highest of each.
func (p *pen) pointBlock(table page.Table, start int, head, row float64) int {
	p.room(head + 3*row)
	remaining := len(table.Rows) - start
	fit := int((bottom - p.next - head) / row)
	per := max(1, min(fit, (remaining+pointColumns-1)/pointColumns))
	sheetTop, deepest := p.next, p.next
	for k := range pointColumns {
		from, to := start+k*per, min(start+(k+1)*per, len(table.Rows))
		if from >= to {
			break
		}
		part := table
		part.Rows = table.Rows[from:to]
		g := p.pointGrid(part, left+float64(k)*(pointWidth+pointGutter))
		p.next = sheetTop
		g.drawHead(false)
		for i, one := range g.rows {
			g.drawRow(one, i == len(g.rows)-1)
		}
		deepest = max(deepest, p.next)
	}
	p.next = deepest + within
	return min(per*pointColumns, remaining)
}

// pointTable gives the points as a table. A head that is missing is said plainly.
func pointTable(spec chart.Spec) page.Table {
	when := "Month"
	if spec.Grain == chart.GrainQuarter {
		when = "Quarter"
	}
	value := spec.ValueHead
	if value == "" {
		value = "Value"
	}
	table := page.Table{Columns: []page.Column{{Head: when, Weight: 2}}}
	for _, head := range []string{spec.NumeratorHead, spec.DenominatorHead} {
		if head != "" {
			table.Columns = append(table.Columns, page.Column{Head: head, Numeric: true, Weight: 1.4})
		}
	}
	table.Columns = append(table.Columns, page.Column{Head: value, Numeric: true, Weight: 2})
	for _, point := range spec.Points {
		cells := []page.Cell{{Text: point.Label}}
		if spec.NumeratorHead != "" {
			cells = append(cells, page.Cell{Text: countOf(point.Numerator)})
		}
		if spec.DenominatorHead != "" {
			cells = append(cells, page.Cell{Text: countOf(point.Denominator)})
		}
		table.Rows = append(table.Rows, page.Row{Cells: append(cells, pointValue(point, spec))})
	}
	return table
}

func countOf(count *float64) string {
	if count == nil {
		return "–"
	}
	return counted(*count)
}

// pointValue gives the value with the interval of a quarter, or the word.
func pointValue(point chart.Point, spec chart.Spec) page.Cell {
	if point.Value == nil || point.State != chart.PointShown {
		word := point.Word
		if word == "" {
			word = string(point.State)
		}
		if word == "" {
			word = string(chart.PointNoData)
		}
		return page.Cell{Text: word, Withheld: point.State == chart.PointWithheld}
	}
	text := decimal(*point.Value, spec.Decimals) + string(spec.Unit)
	if spec.Grain == chart.GrainQuarter && point.Lower != nil && point.Upper != nil {
		text += " (" + decimal(*point.Lower, spec.Decimals) + " to " + decimal(*point.Upper, spec.Decimals) + ")"
	}
	return page.Cell{Text: text}
}

// pointRemarks gives what else the chart says: counts, median, target, both windows.
func pointRemarks(spec chart.Spec) []string {
	remarks := []string{strings.TrimSuffix(spec.Subtitle, ".")}
	if spec.Centre != nil {
		remarks = append(remarks, spec.CentreLabel)
	}
	if spec.Target != nil {
		remarks = append(remarks, spec.TargetLabel)
	}
	for _, level := range spec.Levels {
		switch {
		case level.Label == "":
		case level.Name == "":
			remarks = append(remarks, level.Label)
		default:
			remarks = append(remarks, level.Label+" ("+level.Name+")")
		}
	}
	return remarks
}
