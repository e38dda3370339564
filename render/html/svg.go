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
	b.WriteString(`" viewBox="0 0 ` + mm(s.Width) + ` ` + mm(s.Height) + `" font-family="` + typeface + `">`)
	for _, shape := range s.Shapes {
		writeShape(&b, shape)
	}
	b.WriteString(`</svg>`)
	return template.HTML(b.String())
}

func writeShape(b *strings.Builder, shape chart.Shape) {
	switch s := shape.(type) {
	case chart.Line:
		b.WriteString(`<polyline points="` + pointList(s.Points) + `"` + paint("", s.Ink, s.Width))
		if len(s.Dash) > 0 {
			var dash []string
			for _, d := range s.Dash {
				dash = append(dash, mm(d))
			}
			b.WriteString(` stroke-dasharray="` + strings.Join(dash, " ") + `"`)
		}
		b.WriteString(` stroke-linejoin="round"/>`)
	case chart.Polygon:
		b.WriteString(`<polygon points="` + pointList(s.Points) + `"` + paint(s.Fill, s.Outline, s.Width) + `/>`)
	case chart.Circle:
		b.WriteString(`<circle cx="` + mm(s.Centre.X) + `" cy="` + mm(s.Centre.Y) + `" r="` + mm(s.Radius) + `"` +
			paint(s.Fill, s.Outline, s.Width) + `/>`)
	case chart.Text:
		writeText(b, s)
	}
}

func writeText(b *strings.Builder, t chart.Text) {
	x, y := mm(t.At.X), mm(t.At.Y)
	b.WriteString(`<text x="` + x + `" y="` + y + `" font-size="` + mm(t.Size*point) + `" fill="` + t.Ink.Hex() + `"`)
	if t.Semibold {
		b.WriteString(` font-weight="600"`)
	}
	if t.Anchor == chart.AnchorMiddle || t.Anchor == chart.AnchorEnd {
		b.WriteString(` text-anchor="` + string(t.Anchor) + `"`)
	}
	if t.Turned {
		b.WriteString(` transform="rotate(-90 ` + x + ` ` + y + `)"`)
	}
	b.WriteString(`>` + html.EscapeString(t.Text) + `</text>`)
}

// paint writes fill and outline; an ink that is not named paints nothing.
func paint(fill, outline chart.Ink, width float64) string {
	text := ` fill="none"`
	if hex := fill.Hex(); hex != "" {
		text = ` fill="` + hex + `"`
	}
	if hex := outline.Hex(); hex != "" {
		text += ` stroke="` + hex + `" stroke-width="` + mm(width*point) + `"`
	}
	return text
}

func pointList(points []chart.XY) string {
	var all []string
	for _, p := range points {
		all = append(all, mm(p.X)+","+mm(p.Y))
	}
	return strings.Join(all, " ")
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
