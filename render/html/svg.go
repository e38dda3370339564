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
// it. One unit of the picture is one millimetre. With nil, everything is said in
// attributes of the shapes, as in a file of its own; else the paint has names.
func (k *inks) svg(s chart.Scene, alt string) template.HTML {
	var b strings.Builder
	if k == nil {
		b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="`)
	} else {
		b.WriteString(`<svg class=d role=img aria-label="`)
	}
	b.WriteString(html.EscapeString(alt))
	b.WriteString(`" viewBox="0 0 ` + mm(s.Width) + ` ` + mm(s.Height) + `"`)
	if k == nil {
		b.WriteString(" " + drawingRoot)
	}
	b.WriteByte('>')
	k.shapes(&b, s.Shapes)
	b.WriteString(`</svg>`)
	return template.HTML(b.String())
}

// drawingRoot is what holds for all shapes of a drawing unless they say otherwise.
const drawingRoot = `font-family="` + typeface + `" fill="none" stroke-linejoin="round"`

// mark is one shape as an element: its name and places, the attributes that paint it, and
// what it holds. A path can take further paths of the same paint.
type mark struct {
	element, place, paint, text string
	joins                       bool // it may become one path with the next
}

// shapes writes shapes in their order. What is painted alike one after the other
// says so once: there are many points, ticks and rules in a page.
func (k *inks) shapes(b *strings.Builder, shapes []chart.Shape) {
	var run []mark
	for _, shape := range shapes {
		next := k.markOf(shape)
		switch last := len(run) - 1; {
		case last < 0 || run[last].paint != next.paint:
			k.run(b, run)
			run = append(run[:0], next)
		case next.joins && run[last].joins:
			run[last].place += next.place
		default:
			run = append(run, next)
		}
	}
	k.run(b, run)
}

func (k *inks) run(out *strings.Builder, run []mark) {
	if len(run) == 0 {
		return
	}
	var b strings.Builder
	if len(run) == 1 {
		run[0].write(&b, k.paint(run[0].paint))
		out.WriteString(k.again(b.String()))
		return
	}
	b.WriteString(`<g` + k.paint(run[0].paint) + `>`)
	for _, m := range run {
		m.write(&b, "")
	}
	b.WriteString(`</g>`)
	out.WriteString(k.again(b.String()))
}

func (m mark) write(b *strings.Builder, paint string) {
	b.WriteString("<" + m.element)
	b.WriteString(paint)
	switch m.element {
	case "path":
		b.WriteString(` d="` + m.place + `"/>`)
	case "circle":
		b.WriteString(m.place + `/>`)
	default:
		b.WriteString(m.place + `>` + m.text + `</text>`)
	}
}

func (k *inks) markOf(shape chart.Shape) mark {
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
		return mark{element: "path", place: k.path(s.Points), paint: paint, joins: true}
	case chart.Polygon:
		return mark{element: "path", place: k.path(s.Points) + "Z", paint: paintOf(s.Fill, s.Outline, s.Width)}
	case chart.Circle:
		return k.circleMark(s)
	case chart.Text:
		return k.textMark(s)
	}
	return mark{}
}

// circleMark writes a circle. In a page, one without an outline is a dot of a round pen,
// because dots of one paint are one path, and the radius of another is part of its paint.
func (k *inks) circleMark(c chart.Circle) mark {
	if k == nil {
		place := k.place("cx", c.Centre.X) + k.place("cy", c.Centre.Y) + ` r="` + mm(c.Radius) + `"`
		return mark{element: "circle", place: place, paint: paintOf(c.Fill, c.Outline, c.Width)}
	}
	if c.Outline == "" {
		paint := ` stroke="` + c.Fill.Hex() + `" stroke-width="` + mm(2*c.Radius) + `" stroke-linecap="round"`
		return mark{element: "path", place: k.path([]chart.XY{c.Centre}) + "h0", paint: paint, joins: true}
	}
	place := k.place("cx", c.Centre.X) + k.place("cy", c.Centre.Y) + " "
	return mark{element: "circle", place: place, paint: paintOf(c.Fill, c.Outline, c.Width) + ` r="` + mm(c.Radius) + `"`}
}

// place writes a place as an attribute, which needs no quotes in a page.
func (k *inks) place(name string, v float64) string {
	if k == nil {
		return " " + name + `="` + mm(v) + `"`
	}
	return " " + name + "=" + tenths(tenth(v))
}

func (k *inks) textMark(t chart.Text) mark {
	paint := ` font-size="` + mm(t.Size*point) + `" fill="` + t.Ink.Hex() + `"`
	if t.Semibold {
		paint += ` font-weight="600"`
	}
	if t.Anchor == chart.AnchorMiddle || t.Anchor == chart.AnchorEnd {
		paint += ` text-anchor="` + string(t.Anchor) + `"`
	}
	place := k.place("x", t.At.X) + k.place("y", t.At.Y)
	if t.Turned {
		place += ` transform="rotate(-90 ` + mm(t.At.X) + ` ` + mm(t.At.Y) + `)"`
	}
	return mark{element: "text", place: place, paint: paint, text: html.EscapeString(t.Text)}
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

// mm writes a length with two digits at most: a hundredth of a millimetre is
// finer than any screen or printer, and the same everywhere.
func mm(v float64) string {
	rounded := math.Round(v*100) / 100
	if rounded == 0 || math.IsNaN(rounded) || math.IsInf(rounded, 0) {
		return "0"
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}
