package pdf

import "evidencepack/render/chart"

// drawRow draws a row and the rule under it; last is the end of the table.
func (g *grid) drawRow(row gridRow, last bool) {
	for k, cell := range row.cells {
		switch {
		case !row.group:
			g.drawCell(g.columns[k], cell, row.high)
		case k == 0:
			g.lines(g.from, g.next+0.9*g.role.scale, cell.lines, g.text.strong().in(chart.InkSecond))
		}
	}
	if g.bars != nil && row.bar > 0 {
		const widest, barHigh = 12.0, 1.7
		g.fill(g.to-widest, g.next+row.high/2-barHigh/2, max(0.3, row.bar*widest), barHigh, chart.InkData)
	}
	g.next += row.high
	switch {
	case last:
		g.rule(g.from, g.to, g.next, chart.InkText, 0.5)
	case row.group:
		g.rule(g.from, g.to, g.next, chart.InkRule, 0.5)
	default:
		g.rule(g.from, g.to, g.next, chart.InkHairline, 0.5)
	}
}

func (g *grid) drawCell(column gridColumn, cell gridCell, high float64) {
	s := g.text
	s.semibold = cell.strong
	x, y := column.x, g.next+(g.least-s.leading)/2
	if cell.state != chart.StateNone {
		g.state(cell.state, x, y+s.leading/2, 1.15)
		s.ink, x = cell.state.Ink(), x+stateIndent
	} else if cell.tone != chart.StateNone {
		s.ink = cell.tone.Ink()
	}
	if cell.withheld {
		g.withhold(column, cell, s, high)
	}
	if cell.spark != nil {
		wide := min(sparkWide, column.width)
		at := g.next + 0.6
		if len(cell.lines) == 0 {
			at = g.next + (high-sparkHigh)/2
		}
		g.shapes(x, at, chart.Sparkline(cell.spark.Points(), wide, sparkHigh).Shapes)
		y = at + sparkHigh
	}
	for _, line := range cell.lines {
		at := x
		switch {
		case cell.withheld:
			at = column.x + (column.width-s.width(line))/2
		case column.numeric:
			at = column.x + column.width - s.width(line)
		}
		g.write(at, y+s.drop(), line, s)
		y += s.leading
	}
	small := g.below().in(s.ink)
	for _, line := range cell.below {
		at := x
		if column.numeric {
			at = column.x + column.width - small.width(line)
		}
		g.write(at, y+small.drop(), line, small)
		y += small.leading
	}
}

// The size of a small chart in a cell.
const sparkWide, sparkHigh = 27.0, 4.2

// below is the style of the second line of a cell.
func (g *grid) below() style { return g.role.denseText }

// withhold hatches a cell and leaves white ground for its words.
func (g *grid) withhold(column gridColumn, cell gridCell, s style, high float64) {
	g.hatch(column.x, g.next+0.6, column.width, high-1.2)
	wide := 0.0
	for _, line := range cell.lines {
		wide = max(wide, s.width(line)+2)
	}
	wide = min(wide, column.width)
	g.fill(column.x+(column.width-wide)/2, g.next+0.5, wide, high-1, chart.InkWhite)
}
