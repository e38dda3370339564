package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// paperA4 is the library's number of the paper size.
const paperA4 = 9

// marginInches is 15 mm.
const marginInches = 0.59

// furnitureMost is how long one part of a header or footer may be; Excel
// refuses a file with more than 255 characters in a whole one.
const furnitureMost = 50

// print sets up the view and the paper: no grid lines, the head in sight, A4
// landscape one page wide, the head repeated on each page.
func (s *sheet) print(last int) {
	f, no := s.book.file, false
	s.book.keep(f.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &no}))
	head := s.frozenRow()
	s.book.keep(f.SetPanes(s.name, &excelize.Panes{
		Freeze: true, YSplit: head, TopLeftCell: at(1, head+1), ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: at(1, head+1), ActiveCell: at(1, head+1), Pane: "bottomLeft"}},
	}))
	size, way, wide, high := paperA4, "landscape", 1, 0
	s.book.keep(f.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &way, FitToWidth: &wide, FitToHeight: &high,
	}))
	yes := true
	s.book.keep(f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes}))
	margin, furniture := marginInches, marginInches/2
	s.book.keep(f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &margin, Right: &margin, Top: &margin, Bottom: &margin, Header: &furniture, Footer: &furniture,
	}))
	s.furniture()
	from, to := head, head
	if head == s.banner {
		from = 1
	}
	s.book.keep(f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: fmt.Sprintf("%s$%d:$%d", prefix(s.name), from, to),
	}))
	end, err := excelize.ColumnNumberToName(last)
	s.book.keep(err)
	s.book.keep(f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", Scope: s.name,
		RefersTo: fmt.Sprintf("%s$A$1:$%s$%d", prefix(s.name), end, max(s.row, head+1)),
	}))
}

// frozenRow is the last row that stays in sight: the head of the only table, or
// the banner where a sheet has several tables or none.
func (s *sheet) frozenRow() int {
	if len(s.heads) == 1 && s.heads[0] <= 8 {
		return s.heads[0]
	}
	return s.banner
}

// furniture writes the tier word above each printed page and provider, sheet
// and page below it.
func (s *sheet) furniture() {
	c := s.book.page.Cover
	s.book.keep(s.book.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddHeader: `&L&8 ` + furnitureText(c.TierWord) + `&R&8 ` + furnitureText(c.Draft),
		OddFooter: `&L&8 ` + furnitureText(c.Provider) + `&C&8 &A&R&8 page &P of &N`,
	}))
}

// furnitureText makes a text safe for a header: there & starts a command.
func furnitureText(text string) string {
	runes := []rune(strings.ReplaceAll(clean(text), "\n", " "))
	if len(runes) > furnitureMost {
		runes = append(runes[:furnitureMost-1], '…')
	}
	return strings.ReplaceAll(string(runes), "&", "&&")
}

// bannerLook is the tier banner: white, band or ink.
func bannerLook(tier page.Tier) look {
	l := look{size: sizeSubtitle, ink: chart.InkText, fill: chart.InkWhite}
	switch tier {
	case page.TierInspection:
		l.fill = chart.InkBand
	case page.TierInternal:
		l.ink, l.fill = chart.InkWhite, chart.InkText
	}
	return l
}
