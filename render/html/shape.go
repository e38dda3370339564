package html

import (
	"fmt"
	"html/template"
	"net/url"
	"strings"

	"evidencepack/render/chart"
)

// arrow stands between before and after. It is drawn, because the typeface has none.
// It stands once in the page, under a name.
const arrow template.HTML = `<svg class="arrow" aria-hidden="true"><use href="#_arrow"/></svg>`

// symbols are the small pictures that lines of text show by their names. They say
// nothing to those who do not see them, because a word stands beside them always.
func symbols() template.HTML {
	var b strings.Builder
	b.WriteString(`<svg hidden><symbol id="_arrow" viewBox="0 0 4.4 2" fill="none">`)
	(*inks)(nil).shapes(&b, chart.Arrow(0.2, 1))
	b.WriteString(`</symbol></svg>`)
	return template.HTML(b.String())
}

// shapedStates are the states that have a shape.
var shapedStates = []chart.State{chart.StateImprovement, chart.StateConcern, chart.StateNoChange, chart.StateTooFew}

// stateShape draws the shape of a state; the word beside it says the same. A plain
// figure has no shape. The style sheet holds the shapes: there are many in a page.
func stateShape(s chart.State) template.HTML {
	if class := stateClass(s); class != "none" {
		return template.HTML(`<i class=state-` + class + `></i>`)
	}
	return ""
}

// stateShapes are the rules of the style sheet that draw them. They are content and no
// background, so they are printed. The empty text keeps them from being read out.
func stateShapes() string {
	var b strings.Builder
	for _, s := range shapedStates {
		var drawing strings.Builder
		drawing.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="14" height="14" viewBox="0 0 4 4" fill="none">`)
		(*inks)(nil).shapes(&drawing, chart.StateShape(s, 2, 2, 1.5))
		drawing.WriteString(`</svg>`)
		picture := `url("data:image/svg+xml,` + url.PathEscape(drawing.String()) + `")`
		fmt.Fprintf(&b, ".state-%s::before{content:%s;content:%s / \"\"}\n", stateClass(s), picture, picture)
	}
	return b.String()
}
