package chart

// Sheet is a drawing that stands alone, outside a page: a title, what stands under
// it, one or several plots below each other, and the remarks at the foot.
type Sheet struct {
	Title    string
	Subtitle string
	Plots    []Plot
	Foot     []string // a line each, broken where it is too long
}

// Plot is one plot of a Sheet.
type Plot struct {
	Heading string // "" where there is one plot
	Note    string // what stands under the heading
	Scene   Scene
}

// SheetMargin is the white around what stands on a sheet, in mm.
const SheetMargin = 6.0

// Sizes of a sheet, in mm and pt as in the visual language.
const (
	sheetTitle     = 11.5
	sheetTitleStep = 5.4
	sheetText      = 7.5
	sheetTextStep  = 3.6
	sheetHeading   = 9.0
	sheetAir       = 3.0
)

// Scene lays the sheet out, width mm wide on white paper. The plots must have been
// laid out for width less twice SheetMargin. The height follows from what stands on
// the sheet.
func (s Sheet) Scene(width float64) Scene {
	c := newCanvas(width, 0)
	inner := width - 2*SheetMargin
	y := SheetMargin
	y = c.lines(s.Title, y, sheetTitle, sheetTitleStep, true, InkText, inner)
	y = c.lines(s.Subtitle, y, sheetText, sheetTextStep, false, InkSecond, inner)
	for _, plot := range s.Plots {
		y += sheetAir
		y = c.lines(plot.Heading, y, sheetHeading, sheetTitleStep, true, InkText, inner)
		y = c.lines(plot.Note, y, sheetText, sheetTextStep, false, InkSecond, inner)
		c.draw(moved(plot.Scene.Shapes, SheetMargin, y)...)
		y += plot.Scene.Height
	}
	y += sheetAir
	for _, line := range s.Foot {
		y = c.lines(line, y, sheetText, sheetTextStep, false, InkSecond, inner)
	}
	c.scene.Height = y + SheetMargin - sheetAir
	ground := box{0, 0, width, c.scene.Height}
	paper := newCanvas(width, c.scene.Height)
	paper.fill(ground, InkWhite)
	paper.draw(c.scene.Shapes...)
	return paper.scene
}

// lines writes a text from a height on and gives the height under it.
func (c *canvas) lines(text string, y, size, step float64, semibold bool, ink Ink, width float64) float64 {
	for _, line := range Wrap(text, size, semibold, width) {
		at := XY{SheetMargin, y + ascent*size*millimetresPerPoint}
		c.draw(Text{At: at, Text: line, Size: size, Semibold: semibold, Ink: ink, Anchor: AnchorStart})
		y += step
	}
	return y
}

// moved gives the shapes further right and down.
func moved(shapes []Shape, right, down float64) []Shape {
	shift := func(p XY) XY { return XY{p.X + right, p.Y + down} }
	all := func(points []XY) []XY {
		out := make([]XY, len(points))
		for i, p := range points {
			out[i] = shift(p)
		}
		return out
	}
	out := make([]Shape, 0, len(shapes))
	for _, shape := range shapes {
		switch s := shape.(type) {
		case Line:
			s.Points = all(s.Points)
			out = append(out, s)
		case Polygon:
			s.Points = all(s.Points)
			out = append(out, s)
		case Circle:
			s.Centre = shift(s.Centre)
			out = append(out, s)
		case Text:
			s.At = shift(s.At)
			out = append(out, s)
		}
	}
	return out
}
