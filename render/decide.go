package render

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"evidencepack/metrics"
	"evidencepack/render/disclose"
)

// decide settles what is withheld of all that was asked for, and makes ready for the
// next pass. What an earlier pass asked for stays, as whoever sees that it is missing
// may think of it; the points of charts that are not drawn any more do not.
func (c *composer) decide() {
	p := c.plan
	union := make(map[disclose.Figure]metrics.Value, len(p.asked))
	for figure, v := range p.decided {
		if !p.were[figure] {
			union[figure] = v
		}
	}
	for figure, v := range p.asked {
		union[figure] = v
	}
	cells := c.cells(union)
	known := disclose.Knowledge{Services: c.in.Table.Services(), Earlier: c.in.Earlier}
	p.reasons = disclose.Withhold(c.rule, known, cells)
	p.decided, p.were = union, p.points
	p.asked, p.points, p.shutNow = make(map[disclose.Figure]metrics.Value), make(map[disclose.Figure]bool), false
}

// cells are the figures with what the decision needs to know of them, in order.
func (c *composer) cells(asked map[disclose.Figure]metrics.Value) []disclose.Cell {
	all := c.unseen(asked)
	for figure, v := range asked {
		all[figure] = c.cell(figure, v)
	}
	cells := slices.Collect(maps.Values(all))
	slices.SortFunc(cells, func(a, b disclose.Cell) int { return compareFigures(a.Figure, b.Figure) })
	return cells
}

func compareFigures(a, b disclose.Figure) int {
	return cmp.Or(strings.Compare(a.Metric, b.Metric), strings.Compare(a.Service, b.Service), strings.Compare(a.Breakdown, b.Breakdown),
		cmp.Compare(a.Span.From, b.Span.From), cmp.Compare(a.Span.To, b.Span.To))
}

// cell is a figure with the largest count of one person, which is not known of a
// breakdown.
func (c *composer) cell(figure disclose.Figure, v metrics.Value) disclose.Cell {
	most, there := c.plan.most[figure]
	if !there && figure.Breakdown == "" {
		most = c.table.Most(mustFind(figure.Metric), metrics.Scope{Service: figure.Service}, figure.Span)
		c.plan.most[figure] = most
	}
	return disclose.Cell{Figure: figure, Value: v, Most: most}
}
