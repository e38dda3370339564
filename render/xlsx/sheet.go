package xlsx

import (
	"time"

	"github.com/xuri/excelize/v2"

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
	widthID       = 13
	widthNote     = 60
	widthPage     = 110 // a line of running text
	widthPlain    = 9.1 // a column that nobody set
)

// sheet is one sheet, written from the top down.
type sheet struct {
	book   *book
	name   string
	first  int             // first column with content: 2 after a margin
	row    int             // next free row
	widths map[int]float64 // by column
	spans  []span          // running texts, laid out when the widths are known
	heads  []int           // rows of the heads of tables
	banner int             // row of the tier banner
	ruled  []int           // rows whose rule below runs over the whole width
	textTo int             // last column of running texts, or 0 for the end of the width
	high   map[int]float64 // heights of rows, in points
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
		value = clean(text)
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
	l := look{bold: true, wrap: true}
	if leadsTo != "" {
		l = look{ink: chart.InkLink, under: true, wrap: true}
	}
	s.put(s.first, s.row, label, l)
	if leadsTo != "" {
		s.link(s.first, s.row, leadsTo, "A1")
	}
	s.put(s.first+1, s.row, text, lookText)
	s.spans = append(s.spans, span{s.row, s.first + 1, 0, clean(text), lookText})
	s.width(s.first, widthLabel)
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
	s.put(s.first, 2, line, lookSubtitle)
	s.spans = append(s.spans, span{2, s.first, 0, clean(line), lookSubtitle})
	s.height(2, heightRow)
	s.banner = 3
	s.height(3, heightBanner)
	s.row = 4
	s.gap()
}

// link makes a cell lead to another sheet of the workbook.
func (s *sheet) link(column, row int, sheetName, cell string) {
	s.book.keep(s.book.file.SetCellHyperLink(s.name, at(column, row), place(sheetName, cell), "Location"))
}

// finish lays out what depends on the widths of all columns.
func (s *sheet) finish() {
	last := s.lastColumn()
	for column := 1; column <= last; column++ {
		wide, set := s.widths[column]
		if !set {
			wide = widthPlain
		}
		name, err := excelize.ColumnNumberToName(column)
		s.book.keep(err)
		s.book.keep(s.book.file.SetColWidth(s.name, name, name, wide))
	}
	end := s.textEnd(last)
	for _, t := range s.spans {
		s.spread(t, end)
	}
	for _, row := range s.ruled {
		for column := s.first + 1; column <= last; column++ {
			s.put(column, row, nil, lookHeading)
		}
	}
	s.drawBanner(last)
	s.print(last)
}

// lastColumn is the last column that has a width; a sheet of running text has
// one column as wide as a line.
func (s *sheet) lastColumn() int {
	last := s.first
	if s.first > 1 {
		s.width(1, widthMargin)
	}
	if len(s.heads) == 0 {
		s.width(s.first, widthPage)
	}
	for column := range s.widths {
		last = max(last, column)
	}
	return last
}

// textEnd is the column at which a line of running text ends.
func (s *sheet) textEnd(last int) int {
	wide := 0.0
	for column := s.first; column <= last; column++ {
		wide += s.widths[column]
		if wide >= widthPage {
			return column
		}
	}
	return last
}

// spread lets a text run over the columns from the first to the last one given.
func (s *sheet) spread(t span, end int) {
	if t.to > 0 {
		end = t.to
	}
	wide := 0.0
	for column := t.from; column <= end; column++ {
		wide += max(s.widths[column], widthPlain)
	}
	if end > t.from {
		s.book.keep(s.book.file.MergeCell(s.name, at(t.from, t.row), at(end, t.row)))
	}
	size := t.look.size
	if size == 0 {
		size = sizeText
	}
	lines := linesOf(t.text, wide, size, t.look.bold)
	s.height(t.row, max(heightRow, float64(lines)*size*1.3+3))
}

// drawBanner says in row 3 who may read the workbook.
func (s *sheet) drawBanner(end int) {
	if s.banner == 0 {
		return
	}
	c := s.book.page.Cover
	l := bannerLook(c.Tier)
	for column := s.first; column <= end; column++ {
		cell := l
		cell.box = boxMiddle
		switch column {
		case s.first:
			cell.box = boxStart
		case end:
			cell.box = boxEnd
		}
		s.put(column, s.banner, nil, cell)
	}
	runs := []excelize.RichTextRun{
		{Text: " " + clean(c.TierWord), Font: &excelize.Font{Family: fontName, Size: sizeSubtitle, Bold: true, Color: l.ink.Hex()}},
		{Text: "   " + clean(c.TierLine), Font: &excelize.Font{Family: fontName, Size: sizeSubtitle, Color: l.ink.Hex()}},
	}
	if c.Draft != "" {
		runs = append(runs, excelize.RichTextRun{
			Text: "   " + clean(c.Draft),
			Font: &excelize.Font{Family: fontName, Size: sizeSubtitle, Bold: true, Color: l.ink.Hex()},
		})
	}
	s.book.keep(s.book.file.SetCellRichText(s.name, at(s.first, s.banner), runs))
	if end > s.first {
		s.book.keep(s.book.file.MergeCell(s.name, at(s.first, s.banner), at(end, s.banner)))
	}
}

// stateLook is the text of a claim state: its colour, and bold.
func stateLook(state chart.State) look {
	return look{bold: true, ink: state.Ink(), wrap: true}
}
