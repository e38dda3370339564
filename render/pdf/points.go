package pdf

import (
	"slices"
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// Sizes of a table of points, in mm.
const (
	pointGutter = 4.0
	tallestHead = 13.0
)

// pointTable prints every point of a chart, dense, in columns from top to bottom:
// its label, its counts, its value or the word that stands instead.
func (p *pen) pointTable(spec chart.Spec, name string) {
	table := pointTable(spec)
	names := halfHeading.wrap(name, width)
	remarks := denseText.in(chart.InkSecond).wrap(joined(pointRemarks(spec)...), width)
	columns, head := p.pointColumns(table)
	rows := (len(table.Rows) + columns - 1) / columns
	p.begin(min(halfHeading.high(names)+denseText.high(remarks)+head+float64(min(max(rows, 3), 12))*pointLook.least+within, p.deepest()))
	p.run(left, names, halfHeading)
	p.run(left, remarks, denseText.in(chart.InkSecond))
	p.next += 0.8
	switch {
	case len(table.Rows) == 0:
		p.run(left, []string{string(chart.PointNoData)}, denseText)
	case columns == 1:
		p.grid(table, pointLook, 0)
	default:
		for start := 0; start < len(table.Rows); {
			start += p.pointBlock(table, start, columns, head)
		}
	}
}

// pointColumns gives how many columns of points stand side by side, so that no cell
// is broken, and the height of their head.
func (p *pen) pointColumns(table page.Table) (columns int, head float64) {
	for columns = 3; columns > 1; columns-- {
		trial := p.pointGrid(table, left, columns)
		head = trial.headHeight()
		broken := slices.ContainsFunc(trial.rows, func(row gridRow) bool { return row.high > pointLook.least })
		if !broken && head <= tallestHead {
			return columns, head
		}
	}
	return 1, head
}

func (p *pen) pointGrid(table page.Table, x float64, columns int) *grid {
	g := &grid{pen: p, look: pointLook}
	g.place(table, x, (width+pointGutter)/float64(columns)-pointGutter)
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
// many points that were. head is the height of the highest head.
func (p *pen) pointBlock(table page.Table, start, columns int, head float64) int {
	p.room(head + 3*pointLook.least)
	remaining := len(table.Rows) - start
	fit := int((bottom - p.next - head) / pointLook.least)
	per := max(1, min(fit, (remaining+columns-1)/columns))
	sheetTop, deepest := p.next, p.next
	for k := range columns {
		from, to := start+k*per, min(start+(k+1)*per, len(table.Rows))
		if from >= to {
			break
		}
		g := p.pointGrid(table, left+float64(k)*(width+pointGutter)/float64(columns), columns)
		p.next = sheetTop
		g.drawHead("")
		for i := from; i < to; i++ {
			g.drawRow(g.rows[i], i == to-1)
		}
		deepest = max(deepest, p.next)
	}
	p.next = deepest + within
	return min(per*columns, remaining)
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
	table := page.Table{Columns: []page.Column{{Head: when, Weight: 3}}}
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
	text := chart.Decimal(*point.Value, spec.Decimals) + string(spec.Unit)
	if spec.Grain == chart.GrainQuarter && point.Lower != nil && point.Upper != nil {
		text += " (" + chart.Decimal(*point.Lower, spec.Decimals) + " to " + chart.Decimal(*point.Upper, spec.Decimals) + ")"
	}
	return page.Cell{Text: text}
}

// pointRemarks gives what else the chart says: counts, median, target, both windows.
func pointRemarks(spec chart.Spec) []string {
	remarks := []string{strings.TrimSuffix(spec.Subtitle, ".")}
	if spec.LastCentre() != nil {
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
