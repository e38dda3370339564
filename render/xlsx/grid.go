package xlsx

import (
	"fmt"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// column is the head of a column of a grid.
type column struct {
	head  string
	width float64 // 0 is as wide as what it holds
	right bool    // numbers
	over  int     // how many columns of the sheet it runs over; 0 is one
}

// cells is how many columns of the sheet a column runs over.
func (c column) cells() int { return max(1, c.over) }

// item is what stands in one cell: a number, a day or a text, in this order.
// The zero item is a truly empty cell.
type item struct {
	number   *float64
	day      time.Time
	text     string
	look     look
	evidence string // id that the cell leads to, in the sheet of figures
}

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
}

// words is a text cell; with "" the cell is empty.
func words(text string) item { return item{text: text, look: lookText} }

// state is a claim state in words.
func state(s chart.State, word string) item { return item{text: word, look: stateLook(s)} }

// verdictItem is the printed word of a verdict.
func verdictItem(v page.Verdict) item { return state(v.State, v.Word) }

// count is a whole number.
func count(n int) item { v := float64(n); return number(&v, asCount) }

// number is a number, or an empty cell where there is none.
func number(n *float64, format string) item {
	if !finite(n) {
		return item{look: look{right: true}}
	}
	return item{number: n, look: look{right: true, format: format}}
}

// numberOr is a number, or the words that stand in its place.
func numberOr(n *float64, format, text string) item {
	if finite(n) {
		return number(n, format)
	}
	return item{text: text, look: look{right: true, wrap: true}}
}

// day is a true date, or the text where it is none.
func day(text string) item {
	if d, there := dayOf(text); there {
		return item{day: d, look: look{format: asDate, right: true}}
	}
	return words(text)
}

// evidence is an evidence id that leads to its row among the figures.
func evidence(id string) item { return item{text: id, look: lookText, evidence: id} }

// strong makes an item bold.
func strong(i item) item {
	i.look.bold = true
	return i
}

// length is how many letters an item takes, for the width of its column.
func (i item) length() int {
	switch {
	case i.number != nil:
		return len(fmt.Sprintf("%.0f", *i.number)) + 4
	case !i.day.IsZero():
		return len(asDate)
	}
	longest := 0
	for part := range strings.SplitSeq(i.text, "\n") {
		longest = max(longest, len([]rune(part)))
	}
	return longest
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
			s.width(left, wide)
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
	used, lines := map[string]bool{}, 1
	for i, c := range columns {
		text := clean(c.head)
		if strings.TrimSpace(text) == "" {
			text = fmt.Sprintf("Column %d", i+1)
		}
		name := text
		for n := 2; used[strings.ToLower(name)]; n++ {
			name = fmt.Sprintf("%s (%d)", text, n)
		}
		used[strings.ToLower(name)] = true
		l := look{bold: true, ink: chart.InkWhite, fill: chart.InkText, wrap: true, right: c.right, bottom: true, indent: 1}
		s.put(left, top, name, l)
		s.join(c, left, top, l)
		lines = max(lines, linesOf(name, s.wide(c, left)-headButton, sizeText, true))
		left += c.cells()
	}
	s.height(top, max(20, float64(lines)*heightLine+5))
}

// headButton is the room that the filter button takes in a head, in digits.
const headButton = 2.5

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
			high = max(high, linesOf(clean(it.text), s.wide(c, left)-2, sizeText, it.look.bold))
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
	if it.evidence != "" {
		s.book.links = append(s.book.links, evidenceLink{s, column, row, it})
	}
}

// filter makes an Excel table of the rows that a reader may sort and filter:
// all but totals at the end. With group rows between them there is none, for
// sorting would tear them apart, and none over merged cells.
func (s *sheet) filter(g grid, left, top int) {
	rows := len(g.lines)
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
		if c.cells() > 1 {
			return
		}
	}
	s.book.tables++
	no := false
	s.book.keep(s.book.file.AddTable(s.name, &excelize.Table{
		Range:          at(left, top) + ":" + at(left+len(g.columns)-1, top+rows),
		Name:           fmt.Sprintf("Table_%d", s.book.tables),
		ShowRowStripes: &no,
	}))
}
