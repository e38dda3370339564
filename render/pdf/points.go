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

// denseTable prints the figures behind a picture, dense, in columns from top to bottom.
func (p *pen) denseTable(table page.Table, name string, said []string) {
	table.Columns, said = p.shortHeads(table.Columns, said)
	names := p.role.halfHeading.wrap(name, width)
	for i := range said {
		said[i] = strings.TrimSuffix(said[i], ".")
	}
	remarks := p.role.denseText.in(chart.InkSecond).wrap(joined(said...), width)
	columns, head := p.pointColumns(table)
	rows := (len(table.Rows) + columns - 1) / columns
	p.begin(min(p.role.halfHeading.high(names)+p.role.denseText.high(remarks)+head+float64(min(max(rows, 3), 12))*p.role.pointLook.least+within, p.deepest()))
	p.run(left, names, p.role.halfHeading)
	p.run(left, remarks, p.role.denseText.in(chart.InkSecond))
	p.next += 0.8
	switch {
	case len(table.Rows) == 0:
		p.run(left, []string{string(chart.PointNoData)}, p.role.denseText)
	case columns == 1:
		p.grid(table, p.role.pointLook, 0)
	default:
		for start := 0; start < len(table.Rows); {
			start += p.pointBlock(table, start, columns, head)
		}
	}
}

// shortHeads cuts heads that would be higher than a table can carry on every sheet,
// and gives them in full to what is said above it.
func (p *pen) shortHeads(columns []page.Column, said []string) ([]page.Column, []string) {
	const longest = 120.0 // mm on one line
	columns = slices.Clone(columns)
	for i, column := range columns {
		if p.role.pointLook.head.width(column.Head) > longest {
			said = append(said, column.Head)
			columns[i].Head = shortened(column.Head, p.role.pointLook.head, longest/4)
		}
	}
	return columns, said
}

// pointColumns gives how many columns of points stand side by side, so that no cell
// is broken, and the height of their head.
func (p *pen) pointColumns(table page.Table) (columns int, head float64) {
	for columns = 3; columns > 1; columns-- {
		trial := p.pointGrid(table, left, columns)
		head = trial.headHeight()
		broken := slices.ContainsFunc(trial.rows, func(row gridRow) bool { return row.high > p.role.pointLook.least })
		if !broken && head <= tallestHead*p.role.scale {
			return columns, head
		}
	}
	return 1, head
}

func (p *pen) pointGrid(table page.Table, x float64, columns int) *grid {
	g := &grid{pen: p, look: p.role.pointLook}
	g.place(table, x, (width+pointGutter)/float64(columns)-pointGutter)
	return g
}

// pointName names the table of a chart: its finding, with the measure before it
// where the finding does not name it.
func pointName(measure, title string) string {
	if strings.Contains(strings.ToLower(title), strings.ToLower(measure)) {
		return title
	}
	return joined(measure, title)
}

// pointBlock draws as many rows of each column as the sheet holds, and says how
// many points that were. head is the height of the highest head.
func (p *pen) pointBlock(table page.Table, start, columns int, head float64) int {
	p.room(head + 3*p.role.pointLook.least)
	remaining := len(table.Rows) - start
	fit := int((p.low() - p.next - head) / p.role.pointLook.least)
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
	remarks := []string{spec.Subtitle}
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
