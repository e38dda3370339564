package xlsx

import "evidencepack/render/chart"

// column is the head of a column of a grid.
type column struct {
	head  string
	width float64 // 0 is as wide as what it holds
	right bool    // numbers
	over  int     // how many columns of the sheet it runs over; 0 is one
}

// cells is how many columns of the sheet a column runs over.
func (c column) cells() int { return max(1, c.over) }

// line is one row of a grid.
type line struct {
	items  []item
	group  bool // one cell that heads the rows below
	total  bool // stands outside of what the reader can filter
	washed bool // on the wash: a row of the period
}

// grid is a table with a head. It becomes an Excel table without a style, so
// that a reader can filter it.
type grid struct {
	columns []column
	lines   []line
	fixed   bool // not for the reader to sort and filter: a chart is drawn over it
}

// grid writes a table at the next row, from the first column on.
func (s *sheet) grid(g grid) {
	s.gridAt(g, s.first, s.row)
	s.row += 1 + len(g.lines)
}

// gridAt writes a table with its head at the given cell.
func (s *sheet) gridAt(g grid, left, top int) {
	if len(g.columns) == 0 {
		return
	}
	g.widen(s, left)
	s.head(g.columns, left, top)
	for i, l := range g.lines {
		s.line(l, g.columns, left, top+1+i, i == len(g.lines)-1)
	}
	s.filter(g, left, top)
}

// widen makes the columns of the sheet wide enough for the grid.
func (g grid) widen(s *sheet, left int) {
	for i, c := range g.columns {
		wide := c.width
		if wide == 0 {
			wide = g.fitting(i)
		}
		if c.cells() == 1 {
			s.width(left, max(wide, min(float64(longestWord(c.head))*1.1+headButton, widthNote)))
		}
		left += c.cells()
	}
}

// wide is the width of a column of a grid that starts at that column of the sheet.
func (s *sheet) wide(c column, from int) float64 {
	wide := 0.0
	for i := range c.cells() {
		wide += max(s.widths[from+i], widthPlain)
	}
	return wide
}

// join merges the cells of a column that runs over several of the sheet.
func (s *sheet) join(c column, from, row int, l look) {
	if c.cells() == 1 {
		return
	}
	for i := 1; i < c.cells(); i++ {
		s.put(from+i, row, nil, l)
	}
	s.book.keep(s.book.file.MergeCell(s.name, at(from, row), at(from+c.cells()-1, row)))
}

// fitting is the width that the texts of a column ask for, within limits.
func (g grid) fitting(i int) float64 {
	longest := float64(len([]rune(g.columns[i].head)))/2 + 3
	for _, l := range g.lines {
		if i < len(l.items) && !l.group {
			longest = max(longest, float64(l.items[i].length()))
		}
	}
	return min(max(longest+2, widthNumber), widthLabel)
}

// head writes the head row. Heads of one table differ, or Excel repairs the file.
func (s *sheet) head(columns []column, left, top int) {
	s.heads = append(s.heads, top)
	names, lines := headNames(columns), 1
	for i, c := range columns {
		name := names[i]
		l := look{bold: true, ink: chart.InkWhite, fill: chart.InkText, wrap: true, right: c.right, bottom: true, indent: 1}
		if c.right {
			l.indent = 2 // clear of the filter button
		}
		s.put(left, top, name, l)
		s.join(c, left, top, l)
		lines = max(lines, linesOf(name, s.wide(c, left)-headButton, sizeText, true))
		left += c.cells()
	}
	s.height(top, max(20, float64(lines)*heightLine+5))
}

// longestHead is how long the head of a column of an Excel table may be, with
// room for the number that tells equal heads apart.
const longestHead = 250

// headButton is the room that the filter button takes in a head, in digits.
const headButton = 3

// line writes one row of a grid.
func (s *sheet) line(l line, columns []column, left, row int, last bool) {
	high := s.linesIn(l, columns, left)
	for i, c := range columns {
		it := item{}
		if i < len(l.items) {
			it = l.items[i]
		}
		it.look = l.dress(it.look, last, high == 1)
		s.item(it, left, row)
		s.join(c, left, row, it.look)
		left += c.cells()
	}
	s.height(row, max(heightRow, float64(high)*heightLine+3))
}

// linesIn is how many lines the longest text of a row takes.
func (s *sheet) linesIn(l line, columns []column, left int) int {
	high := 1
	for i, c := range columns {
		if i < len(l.items) && l.items[i].look.wrap && !l.group {
			it := l.items[i]
			high = max(high, linesOf(clean(it.text), s.wide(c, left)-1.5, sizeText, it.look.bold))
		}
		left += c.cells()
	}
	return high
}

// dress gives a cell the rules, ground and position of its row.
func (l line) dress(cell look, last, single bool) look {
	cell.below, cell.indent = chart.InkHairline, 1
	if last || l.total {
		cell.below = chart.InkText
	}
	if l.washed {
		cell.fill = chart.InkWash
	}
	if l.group {
		cell.bold, cell.size, cell.ink, cell.wrap = true, sizeSubtitle, chart.InkSecond, false
	}
	cell.middle = single
	if !single {
		cell.wrap = true
	}
	return cell
}

// item writes one cell.
func (s *sheet) item(it item, column, row int) {
	switch {
	case it.number != nil:
		s.put(column, row, *it.number, it.look)
	case !it.day.IsZero():
		s.put(column, row, it.day, it.look)
	default:
		s.put(column, row, it.text, it.look)
	}
	if it.spark != nil {
		s.sparks = append(s.sparks, sparkCell{at(column, row), it.spark})
		s.height(row, heightSpark)
	}
	if it.evidence != "" {
		s.book.links = append(s.book.links, evidenceLink{s, column, row, it})
	}
}

// filter makes an Excel table of the rows that a reader may sort and filter:
// all but totals at the end. With group rows between them there is none, for
// sorting would tear them apart, and none over merged cells.
func (s *sheet) filter(g grid, left, top int) {
	rows := len(g.lines)
	if g.fixed {
		return
	}
	for rows > 0 && g.lines[rows-1].total {
		rows--
	}
	if rows == 0 {
		return
	}
	for _, l := range g.lines[:rows] {
		if l.group || l.total {
			return
		}
	}
	for _, c := range g.columns {
		if c.cells() > 1 || units(c.head) > longestHead {
			return
		}
	}
	s.book.addTable(s, at(left, top)+":"+at(left+len(g.columns)-1, top+rows))
}
