package html

import (
	"html/template"
	"strings"

	"evidencepack/render/chart"
)

// arrow stands between before and after. It is drawn, because the typeface has none.
// Like each shape of a state it stands once in the page, under a name.
const arrow template.HTML = `<svg class="arrow" aria-hidden="true"><use href="#_arrow"/></svg>`

// shapedStates are the states that have a shape.
var shapedStates = []chart.State{chart.StateImprovement, chart.StateConcern, chart.StateNoChange, chart.StateTooFew}

// stateShape draws the shape of a state; the word beside it says the same. A plain
// figure has no shape.
func stateShape(s chart.State) template.HTML {
	if class := stateClass(s); class != "none" {
		return template.HTML(`<svg class="shape" aria-hidden="true"><use href="#_` + class + `"/></svg>`)
	}
	return ""
}

// symbols are the small pictures that lines of text show by their names. They say
// nothing to those who do not see them, because a word stands beside them always.
func symbols() template.HTML {
	var b strings.Builder
	b.WriteString(`<svg hidden>`)
	symbol(&b, "arrow", chart.Scene{Width: 4.4, Height: 2, Shapes: chart.Arrow(0.2, 1)})
	for _, s := range shapedStates {
		symbol(&b, stateClass(s), chart.Scene{Width: 4, Height: 4, Shapes: chart.StateShape(s, 2, 2, 1.5)})
	}
	b.WriteString(`</svg>`)
	return template.HTML(b.String())
}

func symbol(b *strings.Builder, name string, s chart.Scene) {
	b.WriteString(`<symbol id="_` + name + `" viewBox="0 0 ` + mm(s.Width) + ` ` + mm(s.Height) + `" fill="none">`)
	writeShapes(b, s.Shapes)
	b.WriteString(`</symbol>`)
}
