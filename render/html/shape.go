package html

import (
	"html/template"
	"strings"

	"evidencepack/render/chart"
)

// arrow stands between before and after. It is drawn, because the typeface has none.
var arrow = icon("arrow", 22, 10, chart.Scene{Width: 4.4, Height: 2, Shapes: chart.Arrow(0.2, 1)})

// stateShape draws the shape of a state; the word beside it says the same. A plain
// figure has no shape.
func stateShape(s chart.State) template.HTML {
	shapes := chart.StateShape(s, 2, 2, 1.5)
	if len(shapes) == 0 {
		return ""
	}
	return icon("shape", 14, 14, chart.Scene{Width: 4, Height: 4, Shapes: shapes})
}

// icon is a small picture inside a line of text, in pixels. It says nothing to
// those who do not see it, because a word stands beside it always.
func icon(class string, width, height float64, s chart.Scene) template.HTML {
	var b strings.Builder
	b.WriteString(`<svg class="` + class + `" viewBox="0 0 ` + mm(s.Width) + ` ` + mm(s.Height) +
		`" width="` + mm(width) + `" height="` + mm(height) + `" aria-hidden="true">`)
	for _, shape := range s.Shapes {
		writeShape(&b, shape)
	}
	b.WriteString(`</svg>`)
	return template.HTML(b.String())
}
