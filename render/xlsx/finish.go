package xlsx

import (
	"github.com/xuri/excelize/v2"
)

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
	if s.printTo > 0 {
		last = s.printTo
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
	s.brandRule(last)
	s.drawBanner(last)
	if s.chart != nil {
		s.chart()
	}
	s.print(last)
}

// lastColumn is the last column that has a width. A sheet of running text is as
// wide as a line.
func (s *sheet) lastColumn() int {
	last := s.first
	if s.first > 1 {
		s.width(1, widthMargin)
	}
	switch {
	case len(s.heads) > 0:
	case s.paired:
		s.width(s.first+1, widthPage-widthLabel)
	default:
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
	end = max(end, t.from)
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
