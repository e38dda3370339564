package html

import (
	"html"
	"html/template"
	"math"
	"strconv"
	"strings"

	"evidencepack/render/chart"
)

// millimetres in a point: line widths and type sizes of a scene are in points.
const point = 25.4 / 72

// svg writes a scene as an SVG picture with its sentence for those who do not see
// it. One unit of the picture is one millimetre. Everything is said in attributes
// of the shapes, because the security policy of the page allows no inline style.
func svg(s chart.Scene, alt string) template.HTML {
	var b strings.Builder
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="`)
	b.WriteString(html.EscapeString(alt))
	b.WriteString(`" viewBox="0 0 ` + mm(s.Width) + ` ` + mm(s.Height) + `" ` + drawingRoot + `>`)
	writeShapes(&b, s.Shapes)
	b.WriteString(`</svg>`)
	return template.HTML(b.String())
}

// drawingRoot is what holds for all shapes of a drawing unless they say otherwise.
const drawingRoot = `font-family="` + typeface + `" fill="none" stroke-linejoin="round"`

// mark is one shape as an element: its start up to the place for the paint, the paint,
// and the rest. A line is a path, which can take further lines of the same paint.
type mark struct {
	start, paint, rest string
	line               bool
}

// writeShapes writes shapes in their order. What is painted alike one after the other
// says so once: there are many points, ticks and rules in a page.
func writeShapes(b *strings.Builder, shapes []chart.Shape) {
	var run []mark
	for _, shape := range shapes {
		next := markOf(shape)
		switch last := len(run) - 1; {
		case last < 0 || run[last].paint != next.paint:
			writeRun(b, run)
			run = append(run[:0], next)
		case next.line && run[last].line:
			run[last].start += next.start
		default:
			run = append(run, next)
		}
	}
	writeRun(b, run)
}

func writeRun(b *strings.Builder, run []mark) {
	if len(run) == 1 {
		run[0].write(b, run[0].paint)
		return
	}
	for i, m := range run {
		if i == 0 {
			b.WriteString(`<g` + m.paint + `>`)
		}
		m.write(b, "")
		if i == len(run)-1 {
			b.WriteString(`</g>`)
		}
	}
}

func (m mark) write(b *strings.Builder, paint string) {
	if m.line {
		b.WriteString(`<path d="` + m.start + `"` + paint + m.rest)
		return
	}
	b.WriteString(m.start + paint + m.rest)
}

func markOf(shape chart.Shape) mark {
	switch s := shape.(type) {
	case chart.Line:
		paint := paintOf("", s.Ink, s.Width)
		if len(s.Dash) > 0 {
			var dash []string
			for _, d := range s.Dash {
				dash = append(dash, mm(d))
			}
			paint += ` stroke-dasharray="` + strings.Join(dash, " ") + `"`
		}
		return mark{start: path(s.Points), paint: paint, rest: `/>`, line: true}
	case chart.Polygon:
		return mark{start: `<path d="` + path(s.Points) + `Z"`, paint: paintOf(s.Fill, s.Outline, s.Width), rest: `/>`}
	case chart.Circle:
		return mark{
			start: `<circle cx="` + mm(s.Centre.X) + `" cy="` + mm(s.Centre.Y) + `" r="` + mm(s.Radius) + `"`,
			paint: paintOf(s.Fill, s.Outline, s.Width), rest: `/>`,
		}
	case chart.Text:
		return textMark(s)
	}
	return mark{}
}

func textMark(t chart.Text) mark {
	x, y := mm(t.At.X), mm(t.At.Y)
	paint := ` font-size="` + mm(t.Size*point) + `" fill="` + t.Ink.Hex() + `"`
	if t.Semibold {
		paint += ` font-weight="600"`
	}
	if t.Anchor == chart.AnchorMiddle || t.Anchor == chart.AnchorEnd {
		paint += ` text-anchor="` + string(t.Anchor) + `"`
	}
	start := `<text x="` + x + `" y="` + y + `"`
	if t.Turned {
		start += ` transform="rotate(-90 ` + x + ` ` + y + `)"`
	}
	return mark{start: start, paint: paint, rest: `>` + html.EscapeString(t.Text) + `</text>`}
}

// paintOf writes fill and outline; an ink that is not named paints nothing.
func paintOf(fill, outline chart.Ink, width float64) string {
	text := ""
	if hex := fill.Hex(); hex != "" {
		text = ` fill="` + hex + `"`
	}
	if hex := outline.Hex(); hex != "" {
		text += ` stroke="` + hex + `" stroke-width="` + mm(width*point) + `"`
	}
	return text
}

// path writes a line through points; a stretch that is level or upright names only
// what changes.
func path(points []chart.XY) string {
	var b strings.Builder
	var lastX, lastY string
	for i, p := range points {
		x, y := mm(p.X), mm(p.Y)
		switch {
		case i == 0:
			b.WriteString("M" + x + " " + y)
		case x == lastX && y == lastY && len(points) > 2:
		case y == lastY:
			b.WriteString("H" + x)
		case x == lastX:
			b.WriteString("V" + y)
		default:
			b.WriteString("L" + x + " " + y)
		}
		lastX, lastY = x, y
	}
	return b.String()
}

// mm writes a length with two digits at most: a hundredth of a millimetre is
// finer than any screen or printer, and the same everywhere.
func mm(v float64) string {
	rounded := math.Round(v*100) / 100
	if rounded == 0 || math.IsNaN(rounded) || math.IsInf(rounded, 0) {
		return "0"
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}
