package pdf

import (
	"math"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// style is a role of text: size in pt, leading in mm.
type style struct {
	size, leading float64
	semibold      bool
	ink           chart.Ink
}

// roles are the roles of text of one drawing.
type roles struct {
	scale float64 // of all sizes: the size of running text, by its usual size

	coverTitle, coverName, pageTitle, sectionLabel, leadSentence style
	sectionHeading, blockHeading, halfHeading                    style
	body, columnBody, columnStrong, note, wideNote, noteStrong   style
	figureLabel, figureAfter, wordAfter, figureBefore            style
	tableText, tableHead, denseText, denseHead                   style
	sourceLine, detailText, furniture, markerLetter              style
	bannerWord, bannerText                                       style
	contentsNumber, contentsLabel, contentsTitle                 style

	plainLook, tightLook, denseLook, pointLook look
}

// rolesAt gives the roles for running text of so many points; 0 is the usual. Nothing is
// smaller than 6.25 pt. Charts keep their size.
func rolesAt(bodyPoints float64) *roles {
	scale := 1.0
	if bodyPoints > 0 {
		scale = bodyPoints / page.UsualBodyPoints
	}
	text := func(size, leading float64, ink chart.Ink) style {
		return style{math.Round(100*size*scale) / 100, leading * scale, false, ink} // a PDF has sizes with two decimals
	}
	strong := func(size, leading float64, ink chart.Ink) style { return text(size, leading, ink).strong() }
	r := &roles{
		scale: scale,

		coverTitle:     strong(24, 10.5, chart.InkText),
		coverName:      strong(11.5, 6, chart.InkSecond),
		pageTitle:      strong(16, 7.2, chart.InkText),
		sectionLabel:   strong(8, 4, chart.InkSecond),
		leadSentence:   text(9.5, 4.5, chart.InkSecond),
		sectionHeading: strong(11.5, 6, chart.InkText),
		blockHeading:   strong(9.5, 4.3, chart.InkText),
		halfHeading:    strong(9, 4.1, chart.InkText),
		body:           text(9.5, 4.5, chart.InkText),
		columnBody:     text(8.5, 4.1, chart.InkText),
		columnStrong:   strong(8.5, 4.1, chart.InkText),
		note:           text(7.5, 3.4, chart.InkSecond),
		wideNote:       text(8, 3.8, chart.InkSecond),
		noteStrong:     strong(7.5, 3.4, chart.InkSecond),
		figureLabel:    strong(8.5, 3.9, chart.InkText),
		figureAfter:    strong(18, 7, chart.InkText),
		wordAfter:      strong(13, 5.4, chart.InkText),
		figureBefore:   text(11, 4.6, chart.InkSecond),
		tableText:      text(8, 3.6, chart.InkText),
		tableHead:      strong(7.5, 3.2, chart.InkText),
		denseText:      text(7, 3.1, chart.InkText),
		denseHead:      strong(7, 3, chart.InkText),
		sourceLine:     text(7, 2.9, chart.InkSecond),
		detailText:     text(6.5, 2.9*6.5/7, chart.InkSecond),
		furniture:      text(7, 2.9, chart.InkSecond),
		markerLetter:   strong(6.5, 3.1, chart.InkWhite),
		bannerWord:     strong(7.5, 3.2, chart.InkText),
		bannerText:     text(7.25, 3.2, chart.InkText),
		contentsNumber: strong(8.5, 4.5, chart.InkText),
		contentsLabel:  strong(8.5, 4.5, chart.InkText),
		contentsTitle:  text(8, 3.8, chart.InkSecond),
	}
	r.plainLook = look{r.tableText, r.tableHead, 5.4 * scale}
	r.tightLook = look{r.tableText, r.tableHead, 4.7 * scale}
	r.denseLook = look{r.denseText, r.denseHead, 4.7 * scale}
	r.pointLook = look{r.denseText, r.denseHead, 3.9 * scale}
	return r
}

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
