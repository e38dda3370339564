package render

import (
	"slices"

	"evidencepack/metrics"
	"evidencepack/render/disclose"
)

// Shown is one figure that a pack of the external tier shows.
type Shown struct {
	Figure disclose.Figure
	Value  metrics.Value
}

// shown lists what stands in a pack after its last pass, in order of figure.
func (c *composer) shown() []Shown {
	var all []Shown
	for figure, v := range c.plan.asked {
		if v = c.asDecided(v); !c.rule.Hides(v) {
			all = append(all, Shown{figure, v})
		}
	}
	slices.SortFunc(all, func(a, b Shown) int { return compareFigures(a.Figure, b.Figure) })
	return all
}
