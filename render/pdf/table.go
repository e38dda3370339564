package pdf

import (
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// grid is a table made ready to be drawn.
type grid struct {
	*pen
	look
	from, to float64 // the ends of its rules
	under    float64 // height of the line below, which stays with the last row
	columns  []gridColumn
	rows     []gridRow
	bars     []float64 // a bar at the end of each row, 0 to 1 of the widest; nil is no bars
}

// look is how large a table is set.
type look struct {
	text, head style
	least      float64 // height of a row of one line
}

type gridColumn struct {
	x, width float64
	numeric  bool
	head     []string
}

type gridRow struct {
	cells        []gridCell
	group, total bool
	high         float64
	bar          float64 // share of the widest bar, 0 to 1
}

type gridCell struct {
	lines    []string
	below    []string // small, under the lines
	spark    *page.Spark
	tone     chart.State
	state    chart.State
	strong   bool
	withheld bool
}

const (
	columnAir   = 2.6
	stateIndent = 4.0 // from the shape's left edge to its word
	barsWide    = 14.0
	hatchShown  = 2.6 // of the hatch, on each side of its words
)

// Table draws a table with its title, its remark and the line under it.
func (p *pen) Table(table page.Table) {
	p.block(func() {
		table = p.shortTable(tidied(p, table))
		p.titled(table.Title, table.Note)
		p.grid(table, p.set.look(p.role), noteHeight(table.Source, p.role.sourceLine))
		p.note(table.Source, p.role.sourceLine)
	})
}

// titled keeps a title and a remark for the block that follows. A heading that
// already waits is drawn before them.
func (p *pen) titled(title, remark string) {
	if title == "" && remark == "" {
		return
	}
	if p.heading != nil {
		p.begin(p.role.sectionHeading.leading + 30)
	}
	p.heading = &page.Heading{Text: title, Note: remark}
}

// grid draws the rows. under is the height of what stays with the last of them;
// bars, if there are any, stand in a last column of their own.
func (p *pen) grid(table page.Table, set look, under float64, bars ...float64) {
	if len(table.Columns) == 0 {
		p.begin(0)
		return
	}
	g := &grid{pen: p, look: set, under: under, bars: bars}
	if g.cutsWords(table, width) {
		g.look = p.role.denseLook
	}
	g.place(table, left, width)
	g.draw()
}

// place settles the columns from x on and breaks every cell into lines.
func (g *grid) place(table page.Table, x, wide float64) {
	g.from, g.to = x, x+wide
	if g.bars != nil {
		wide -= barsWide
	}
	widths := g.widths(table, wide)
	for i, column := range table.Columns {
		inner := widths[i] - columnAir
		g.columns = append(g.columns, gridColumn{x: x, width: inner, numeric: column.Numeric, head: g.head.wrap(column.Head, inner)})
		x += widths[i]
	}
	for i, row := range table.Rows {
		ready := gridRow{group: row.Group, total: row.Total}
		if i < len(g.bars) {
			ready.bar = g.bars[i]
		}
		for k, cell := range row.Cells {
			if k >= len(g.columns) && !row.Group {
				break
			}
			ready.cells = append(ready.cells, g.cell(cell, k, row.Group))
		}
		g.rows = append(g.rows, g.cut(ready)...)
	}
}

func (g *grid) cell(cell page.Cell, column int, group bool) gridCell {
	s, wide := g.text, width
	if !group {
		wide = g.columns[column].width
	}
	s.semibold = cell.Strong || group
	if cell.State != chart.StateNone {
		wide -= stateIndent
		s.semibold = true
	}
	ready := gridCell{tone: cell.Tone, state: cell.State, strong: s.semibold, withheld: cell.Withheld}
	if ready.spark = cell.Spark; ready.spark != nil && cell.Text == "" {
		return ready
	}
	for _, part := range strings.Split(unbroken(cell), "\n") {
		ready.lines = append(ready.lines, s.wrap(part, wide)...)
	}
	if cell.Below != "" {
		ready.below = g.below().wrap(cell.Below, wide)
	}
	return ready
}

// unbroken keeps the words of a withheld cell on one line.
func unbroken(cell page.Cell) string {
	if cell.Withheld {
		return strings.ReplaceAll(cell.Text, " ", "\u00a0")
	}
	return cell.Text
}

// cut gives the height of a row. A row higher than half a sheet goes on in rows of
// its own, or it would not fit on any sheet.
func (g *grid) cut(row gridRow) []gridRow {
	const most = 36
	lines, high := 1, g.least
	for _, cell := range row.cells {
		lines = max(lines, len(cell.lines))
		tall := g.least + g.text.leading*float64(len(cell.lines)-1) + g.below().high(cell.below)
		if cell.spark != nil {
			tall += sparkHigh - g.text.leading + 1.2
		}
		high = max(high, tall)
	}
	if lines <= most {
		row.high = high
		return []gridRow{row}
	}
	first, rest := row, row
	first.cells, rest.cells = nil, nil
	for _, cell := range row.cells {
		head, tail := cell, cell
		at := min(most, len(cell.lines))
		head.lines, tail.lines, tail.state, tail.spark = cell.lines[:at], cell.lines[at:], chart.StateNone, nil
		if at < len(cell.lines) {
			head.below = nil
		} else {
			tail.below = nil
		}
		first.cells, rest.cells = append(first.cells, head), append(rest.cells, tail)
	}
	return append(g.cut(first), g.cut(rest)...)
}

// draw sets the rows, with the head again on each new sheet. A short table stays
// whole; of a long one two rows at least stay with the head and with the total.
func (g *grid) draw() {
	short := 70.0
	if g.set.follow { // paper is short: only the shortest stay whole
		short = 40
	}
	needed, whole := g.headHeight(), g.headHeight()+g.under
	for i, row := range g.rows {
		whole += row.high
		if i < 3 {
			needed += row.high
		}
	}
	if whole <= short {
		needed = whole
	}
	g.begin(needed)
	g.drawHead("")
	group := ""
	for i, row := range g.rows {
		if g.next+g.together(i) > g.low() && !g.fresh {
			g.sheet()
			if row.group {
				group = ""
			}
			g.drawHead(joinedBy(", ", group, continued))
		}
		if row.group && len(row.cells) > 0 && len(row.cells[0].lines) > 0 {
			group = row.cells[0].lines[0]
		}
		g.drawRow(row, i == len(g.rows)-1)
	}
	if len(g.rows) == 0 {
		g.lines(left, g.next+1, []string{"no data"}, g.text)
		g.next += g.least
		g.rule(g.from, g.to, g.next, chart.InkText, 0.5)
	}
}

// together gives the height of what may not be parted from row i: a group heading
// from its first row, the last but one from the last, the last from the line below.
func (g *grid) together(i int) float64 {
	high, last := g.rows[i].high, len(g.rows)-1
	if i < last && (g.rows[i].group || i+1 == last) {
		i++
		high += g.rows[i].high
	}
	if i == last {
		high += g.under
	}
	return high
}

func (g *grid) headHeight() float64 {
	lines := 1
	for _, column := range g.columns {
		lines = max(lines, len(column.head))
	}
	return g.head.leading*float64(lines) + 2.6
}

// drawHead draws the heads between their rules. What goes on from the sheet before
// says so above them, with the group in which it was broken.
func (g *grid) drawHead(above string) {
	if above != "" {
		g.writeEnd(g.to, g.next+2.4*g.role.scale, above, g.role.furniture)
		g.next += continuedHeight * g.role.scale
	}
	high := g.headHeight()
	g.rule(g.from, g.to, g.next, chart.InkText, 0.75)
	for _, column := range g.columns {
		y := g.next + high - 1.2 - g.head.high(column.head)
		for _, line := range column.head {
			if column.numeric {
				g.writeEnd(column.x+column.width, y+g.head.drop(), line, g.head)
			} else {
				g.write(column.x, y+g.head.drop(), line, g.head)
			}
			y += g.head.leading
		}
	}
	g.next += high
	g.rule(g.from, g.to, g.next, chart.InkText, 0.5)
	g.fresh = false
}
