package pdf

import (
	"github.com/go-pdf/fpdf"

	"evidencepack/render/chart"
)

// write sets one line of text with its baseline at y.
func (p *pen) write(x, y float64, text string, s style) {
	if text == "" {
		return
	}
	face := ""
	if s.semibold {
		face = "B"
	}
	p.doc.SetFont(family, face, s.size)
	p.doc.SetTextColor(s.ink.RGB())
	p.doc.Text(x, y, text)
	p.lead(x, y, text, s)
}

// writeEnd sets one line that ends at x.
func (p *pen) writeEnd(x, y float64, text string, s style) {
	p.write(x-s.width(text), y, text, s)
}

// lines sets lines under each other; the first has its top at y. It gives the
// lower edge of the last.
func (p *pen) lines(x, y float64, lines []string, s style) float64 {
	for _, line := range lines {
		p.write(x, y+s.drop(), line, s)
		y += s.leading
	}
	return y
}

// rule draws a horizontal line; width in pt.
func (p *pen) rule(x1, x2, y float64, ink chart.Ink, width float64) {
	p.stroke(ink, width, nil)
	p.doc.Line(x1, y, x2, y)
}

func (p *pen) stroke(ink chart.Ink, width float64, dash []float64) {
	p.doc.SetDrawColor(ink.RGB())
	p.doc.SetLineWidth(width * millimetresPerPoint)
	p.doc.SetDashPattern(append([]float64{}, dash...), 0)
}

// fill draws a filled box.
func (p *pen) fill(x, y, width, height float64, ink chart.Ink) {
	p.doc.SetFillColor(ink.RGB())
	p.doc.Rect(x, y, width, height, "F")
}

// frame draws the outline of a box; line width in pt.
func (p *pen) frame(x, y, width, height float64, ink chart.Ink, line float64) {
	p.stroke(ink, line, nil)
	p.doc.Rect(x, y, width, height, "D")
}

// state draws the shape of a claim state with its left edge at x and its middle at y.
func (p *pen) state(s chart.State, x, y, radius float64) {
	p.shapes(0, 0, chart.StateShape(s, x+1.25*radius, y, radius))
}

// shapes draws a scene's shapes with its top left corner at x and y.
func (p *pen) shapes(x, y float64, shapes []chart.Shape) {
	if p.measuring {
		return
	}
	for _, shape := range shapes {
		switch shape := shape.(type) {
		case chart.Line:
			p.polyline(x, y, shape)
		case chart.Polygon:
			p.polygon(x, y, shape)
		case chart.Circle:
			manner := p.paint(shape.Fill, shape.Outline, shape.Width)
			p.doc.Circle(x+shape.Centre.X, y+shape.Centre.Y, shape.Radius, manner)
		case chart.Text:
			p.label(x, y, shape)
		}
	}
}

func (p *pen) polyline(x, y float64, line chart.Line) {
	if len(line.Points) < 2 {
		return
	}
	p.stroke(line.Ink, line.Width, line.Dash)
	p.doc.MoveTo(x+line.Points[0].X, y+line.Points[0].Y)
	for _, point := range line.Points[1:] {
		p.doc.LineTo(x+point.X, y+point.Y)
	}
	p.doc.DrawPath("D")
}

func (p *pen) polygon(x, y float64, polygon chart.Polygon) {
	points := make([]fpdf.PointType, len(polygon.Points))
	for i, point := range polygon.Points {
		points[i] = fpdf.PointType{X: x + point.X, Y: y + point.Y}
	}
	p.doc.Polygon(points, p.paint(polygon.Fill, polygon.Outline, polygon.Width))
}

// paint sets the inks of a closed shape and gives the library's word for its manner.
func (p *pen) paint(fill, outline chart.Ink, width float64) string {
	if fill != "" {
		p.doc.SetFillColor(fill.RGB())
	}
	if outline == "" {
		return "F"
	}
	p.stroke(outline, width, nil)
	if fill == "" {
		return "D"
	}
	return "FD"
}

func (p *pen) label(x, y float64, text chart.Text) {
	s := style{size: text.Size, semibold: text.Semibold, ink: text.Ink}
	before := 0.0
	switch text.Anchor {
	case chart.AnchorMiddle:
		before = s.width(text.Text) / 2
	case chart.AnchorEnd:
		before = s.width(text.Text)
	}
	atX, atY := x+text.At.X, y+text.At.Y
	if text.Turned {
		p.doc.TransformBegin()
		p.doc.TransformRotate(90, atX, atY)
		defer p.doc.TransformEnd()
	}
	p.write(atX-before, atY, text.Text, s)
}

// hatch marks a box as withheld: lines at 45°, rising to the right.
func (p *pen) hatch(x, y, width, height float64) {
	const step = 1.4
	p.stroke(chart.InkRule, 0.35, nil)
	for foot := x - height + step/2; foot < x+width; foot += step {
		start, end := max(foot, x), min(foot+height, x+width)
		if end > start {
			p.doc.Line(start, y+height-(start-foot), end, y+height-(end-foot))
		}
	}
}
