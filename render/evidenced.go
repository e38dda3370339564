package render

import (
	"slices"

	"evidencepack/metrics"
	"evidencepack/render/page"
)

// evidenced tells whether a measure has a figure in either window. One without any
// stands on the page of what is not evidenced, and fills no other with "no data".
func (c *composer) evidenced(id string) bool {
	m := mustFind(id)
	return HasFigure(c.table, m, c.in.Period) || HasFigure(c.table, m, c.in.Baseline)
}

// evidencedOf leaves out the measures without any figure. Where none has one, all
// stay: the page then says that there is no data.
func (c *composer) evidencedOf(ids []string) []string {
	kept := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return !c.evidenced(id) })
	if len(kept) == 0 {
		return ids
	}
	return kept
}

// undrawn tells whether a chart is not drawn because its measure has no figure. The
// measure that names a section is always drawn, if only to say so.
func (c *composer) undrawn(pair *MetricPair) bool {
	m := mustFind(pair.Metric)
	return m.Unit != metrics.Points && c.sectionOf(m.ID) == "" && !c.evidenced(m.ID)
}

// compared is the plate of before and after, or nothing where no measure of it has
// both figures.
func (c *composer) compared(l *MetricList) []page.Block {
	if b := c.compare(l); len(b.Comparison.Rows) > 0 {
		return []page.Block{b}
	}
	return nil
}
