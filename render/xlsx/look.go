package xlsx

import (
	"github.com/xuri/excelize/v2"

	"evidencepack/render/brand"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// The number formats of a cell. A cell holds the unrounded number; the format rounds.
const (
	asPercent = `0.0"%"` // on the 0 to 100 value
	asRate    = "0.0"
	asPoints  = "+0.0;\u22120.0;0.0"
	asCount   = "#,##0"
	asDate    = "dd mmm yyyy"
	asMonth   = "mmm yyyy"
)

// numberFormats gives the format of each kind of number of the page.
var numberFormats = map[page.Format]string{
	page.FormatPercent: asPercent, page.FormatRate: asRate, page.FormatPoints: asPoints,
	page.FormatCount: asCount, page.FormatDate: asDate,
}

// The sizes of Arial, in points.
const (
	fontName     = "Arial"
	sizeTitle    = 15
	sizeHeading  = 12
	sizeText     = 10
	sizeSubtitle = 9
	sizeNote     = 8
)

// look is how a cell is drawn, in words of the visual language. Equal looks
// share one style of the workbook. The zero look is plain text in ink.
type look struct {
	size   float64 // points; 0 is sizeText
	bold   bool
	under  bool         // underlined: a link
	ink    chart.Ink    // "" is InkText
	fill   chart.Ink    // "" is none
	format string       // number format; "" is general
	right  bool         // right aligned
	wrap   bool         // runs over several lines
	bottom bool         // stands on the bottom line of its cell
	middle bool         // stands in the middle of its cell, though it may wrap
	indent int          // letters of room at the side it stands on
	hatch  bool         // withheld
	above  chart.Ink    // thin border above; "" is none
	below  chart.Ink    // thin border below; "" is none
	rule   brand.Colour // border of 1.5 points below, in the provider's colour; "" is none
	box    borderSide   // borders of a box that is one row high
}

// borderSide says which part of a one-row box a cell is.
type borderSide int

// The parts of a box.
const (
	noBox borderSide = iota
	boxStart
	boxMiddle
	boxEnd
)

// The looks that are used in more than one place.
var (
	lookTitle    = look{size: sizeTitle, bold: true}
	lookSubtitle = look{size: sizeSubtitle, ink: chart.InkSecond, wrap: true}
	lookHeading  = look{size: sizeHeading, bold: true, below: chart.InkText, bottom: true}
	lookText     = look{wrap: true}
	lookNote     = look{size: sizeNote, ink: chart.InkSecond, wrap: true}
	lookStrong   = look{bold: true, wrap: true}
	lookLink     = look{ink: chart.InkLink, under: true}
)

// stateLook is the text of a claim state: its colour, and bold.
func stateLook(state chart.State) look {
	return look{bold: true, ink: state.Ink(), wrap: true}
}

// style turns a look into a style of the workbook.
func (l look) style() *excelize.Style {
	size := l.size
	if size == 0 {
		size = sizeText
	}
	ink := l.ink
	if ink == "" {
		ink = chart.InkText
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: size, Bold: l.bold, Color: ink.Hex()},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: l.wrap},
		Border:    l.borders(),
	}
	if l.under {
		s.Font.Underline = "single"
	}
	s.Alignment.Indent = l.indent
	if l.indent > 0 && !l.right {
		s.Alignment.Horizontal = "left" // an indent needs a side
	}
	if l.wrap && !l.middle {
		s.Alignment.Vertical = "top"
	}
	if l.bottom {
		s.Alignment.Vertical = "bottom"
	}
	if l.right {
		s.Alignment.Horizontal = "right"
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	switch {
	case l.hatch:
		s.Fill = excelize.Fill{Type: "pattern", Pattern: patternLightUp, Color: []string{chart.InkRule.Hex()}}
	case l.fill != "":
		s.Fill = excelize.Fill{Type: "pattern", Pattern: patternSolid, Color: []string{l.fill.Hex()}}
	}
	return s
}

// The fill patterns, as the library numbers them.
const (
	patternSolid   = 1
	patternLightUp = 14
)

// The library's numbers of borders; office programs draw a medium one about 1.5 points wide.
const (
	thinBorder   = 1
	mediumBorder = 2
)

func (l look) borders() []excelize.Border {
	var all []excelize.Border
	side := func(kind string, ink chart.Ink) {
		all = append(all, excelize.Border{Type: kind, Color: ink.Hex(), Style: thinBorder})
	}
	if l.box != noBox {
		side("top", chart.InkText)
		side("bottom", chart.InkText)
	}
	if l.box == boxStart {
		side("left", chart.InkText)
	}
	if l.box == boxEnd {
		side("right", chart.InkText)
	}
	if l.above != "" {
		side("top", l.above)
	}
	if l.below != "" {
		side("bottom", l.below)
	}
	if l.rule != "" {
		all = append(all, excelize.Border{Type: "bottom", Color: string(l.rule), Style: mediumBorder})
	}
	return all
}

// of gives the number of the style, made on first use.
func (b *book) of(l look) int {
	if id, there := b.looks[l]; there {
		return id
	}
	id, err := b.file.NewStyle(l.style())
	b.keep(err)
	b.looks[l] = id
	return id
}
