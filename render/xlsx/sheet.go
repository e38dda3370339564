package xlsx

import (
	"time"

	"github.com/xuri/excelize/v2"

	"evidencepack/render/brand"
	"evidencepack/render/chart"
)

// The heights of rows, in points.
const (
	heightRow    = 16
	heightPlain  = 15 // of a row that nobody set
	heightTitle  = 24
	heightBanner = 19
	heightGap    = 7
	heightLine   = 13 // of each line of a text that runs over several
	heightMost   = 400
)

// The widths of columns, in digits of the text size.
const (
	widthMargin   = 2
	widthLabel    = 44
	widthNumber   = 11
	widthCount    = 16
	widthInterval = 24
	widthState    = 20
	widthID       = 15
	widthNote     = 60
	widthPage     = 110 // a line of running text
	widthPlain    = 9.1 // a column that nobody set
)

// sheet is one sheet, written from the top down.
type sheet struct {
	book    *book
	name    string
	first   int             // first column with content: 2 after a margin
	row     int             // next free row
	widths  map[int]float64 // by column
	spans   []span          // running texts, laid out when the widths are known
	heads   []int           // rows of the heads of tables
	banner  int             // row of the tier banner
	ruled   []int           // rows whose rule below runs over the whole width
	printTo int             // last column that is for reading and on paper, or 0 for all
	textTo  int             // last column of running texts, or 0 for the end of the width
	paired  bool            // has texts that begin in the second column
	high    map[int]float64 // heights of rows, in points
	sparks  []sparkCell     // small charts of the table that is being written
	rule    brand.Colour    // of the rule under the title, which runs over the whole width; "" is none
	chart   func()          // draws the chart when all widths and heights are known; nil is none
}

// span is one text that runs over the columns of a sheet, from one to the end.
type span struct {
	row  int
	from int
	to   int // last column, or 0 for the end of the width
	text string
	look look
}

// at names a cell of the sheet.
func at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return ""
	}
	return name
}

// put writes a text, number or day into a cell.
func (s *sheet) put(column, row int, value any, l look) {
	cell := at(column, row)
	if text, words := value.(string); words {
		value = cut(escape(clean(text)))
	}
	if day, dated := value.(time.Time); dated && l.format == "" {
		value, l.format = day, asDate
	}
	if value != nil && value != "" {
		s.book.keep(s.book.file.SetCellValue(s.name, cell, value))
	}
	s.book.keep(s.book.file.SetCellStyle(s.name, cell, cell, s.book.of(l)))
}

// height makes a row at least so high, in points.
func (s *sheet) height(row int, points float64) {
	s.high[row] = min(max(s.high[row], points), heightMost)
	s.book.keep(s.book.file.SetRowHeight(s.name, row, s.high[row]))
}

// heightOf is the height of a row, in points.
func (s *sheet) heightOf(row int) float64 {
	if high, set := s.high[row]; set {
		return high
	}
	return heightPlain
}

// deepest is the row below the last one that has a height of its own.
func (s *sheet) deepest() int {
	last := 0
	for row := range s.high {
		last = max(last, row)
	}
	return last + 1
}

// width makes a column at least so wide.
func (s *sheet) width(column int, digits float64) {
	s.widths[column] = max(s.widths[column], digits)
}

// text writes one running text over the whole width, or nothing for "".
func (s *sheet) text(text string, l look) {
	if text == "" {
		return
	}
	s.put(s.first, s.row, text, l)
	s.spans = append(s.spans, span{s.row, s.first, s.textTo, clean(text), l})
	s.row++
}

// pair writes a label and a text beside it that runs to the end of the width.
// The label leads to a sheet, where one is named.
func (s *sheet) pair(label, text, leadsTo string) {
	l := look{bold: true, wrap: true, middle: true}
	if leadsTo != "" {
		l = look{ink: chart.InkLink, under: true, wrap: true, middle: true}
		s.link(s.first, s.row, leadsTo, "A1")
	}
	s.put(s.first, s.row, label, l)
	s.beside(text, look{wrap: true, middle: true})
}

// beside writes a text that begins in the second column, and ends the row.
func (s *sheet) beside(text string, l look) {
	s.paired = true
	s.width(s.first, widthLabel)
	s.put(s.first+1, s.row, text, l)
	s.spans = append(s.spans, span{s.row, s.first + 1, 0, clean(text), l})
	s.row++
}

// heading starts a part of the sheet.
func (s *sheet) heading(text string) {
	if text == "" {
		return
	}
	s.gap()
	s.put(s.first, s.row, text, lookHeading)
	s.height(s.row, 22)
	s.ruled = append(s.ruled, s.row)
	s.row++
}

// gap leaves a low empty row.
func (s *sheet) gap() {
	s.height(s.row, heightGap)
	s.row++
}

// top writes the title, the line under it and the tier banner in row 3.
func (s *sheet) top(title, line string) {
	s.put(s.first, 1, title, lookTitle)
	s.height(1, heightTitle)
	if line != "" {
		s.put(s.first, 2, line, lookSubtitle)
		s.spans = append(s.spans, span{2, s.first, 0, clean(line), lookSubtitle})
	} else {
		s.height(2, heightGap)
	}
	s.banner = 3
	s.height(3, heightBanner)
	s.row = 4
	s.gap()
}

// link makes a cell lead to another sheet of the workbook.
func (s *sheet) link(column, row int, sheetName, cell string) {
	s.book.keep(s.book.file.SetCellHyperLink(s.name, at(column, row), place(sheetName, cell), "Location"))
}
