package pdf

import "evidencepack/render/chart"

// style is a role of text: size in pt, leading in mm.
type style struct {
	size, leading float64
	semibold      bool
	ink           chart.Ink
}

// The roles of text. Nothing is smaller than 6.25 pt.
var (
	coverTitle     = style{24, 10.5, true, chart.InkText}
	coverName      = style{11.5, 6, true, chart.InkSecond}
	pageTitle      = style{16, 7.2, true, chart.InkText}
	sectionLabel   = style{8, 4, true, chart.InkSecond}
	leadSentence   = style{9.5, 4.5, false, chart.InkSecond}
	sectionHeading = style{11.5, 6, true, chart.InkText}
	blockHeading   = style{9.5, 4.3, true, chart.InkText}
	halfHeading    = style{9, 4.1, true, chart.InkText}
	body           = style{9.5, 4.5, false, chart.InkText}
	columnBody     = style{8.5, 4.1, false, chart.InkText}
	columnStrong   = style{8.5, 4.1, true, chart.InkText}
	note           = style{7.5, 3.4, false, chart.InkSecond}
	wideNote       = style{8, 3.8, false, chart.InkSecond}
	noteStrong     = style{7.5, 3.4, true, chart.InkSecond}
	figureLabel    = style{8.5, 3.9, true, chart.InkText}
	figureAfter    = style{18, 7, true, chart.InkText}
	wordAfter      = style{13, 5.4, true, chart.InkText}
	figureBefore   = style{11, 4.6, false, chart.InkSecond}
	tableText      = style{8, 3.6, false, chart.InkText}
	tableHead      = style{7.5, 3.2, true, chart.InkText}
	denseText      = style{7, 3.1, false, chart.InkText}
	denseHead      = style{7, 3, true, chart.InkText}
	sourceLine     = style{7, 2.9, false, chart.InkSecond}
	furniture      = style{7, 2.9, false, chart.InkSecond}
	markerLetter   = style{6.5, 3.1, true, chart.InkWhite}
)

const millimetresPerPoint = 25.4 / 72

// strong gives the style in semibold.
func (s style) strong() style { s.semibold = true; return s }

// in gives the style in another ink.
func (s style) in(ink chart.Ink) style { s.ink = ink; return s }

// sized gives the style in another size with the leading in proportion.
func (s style) sized(size float64) style {
	s.leading *= size / s.size
	s.size = size
	return s
}

// width gives the width in mm of one line of text.
func (s style) width(text string) float64 { return chart.TextWidth(text, s.size, s.semibold) }

// wrap breaks a text into lines of at most width mm. An empty text has none.
func (s style) wrap(text string, width float64) []string {
	return chart.Wrap(text, s.size, s.semibold, width)
}

// high gives the height in mm of so many lines.
func (s style) high(lines []string) float64 { return float64(len(lines)) * s.leading }

// drop is how far the baseline of a line stands under its top: its capitals stand
// in the middle of the leading.
func (s style) drop() float64 { return s.leading/2 + 0.357*s.size*millimetresPerPoint }
