package render

import (
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
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

// everSeen tells whether a measure has a figure in either window or in any month: if not, a
// chart of it would be an empty frame.
func (c *composer) everSeen(id string) bool {
	m := mustFind(id)
	return m.Unit == metrics.Points || c.evidenced(id) || slices.ContainsFunc(c.months(), func(month record.Span) bool { return HasFigure(c.table, m, month) })
}

// noChart says in a line why there is no chart of a measure.
func (c *composer) noChart(id string) page.Block {
	f := c.find(id, metrics.Scope{})
	why := f.after.Why
	if why == "" {
		why = "The exports hold nothing of it."
	}
	return notice(chart.StateTooFew, f.metric.Title+": "+wordFor(f.after), why)
}

// drawn lists the measures that the pictures, tables and claims of a section are made of.
func (s PackSection) drawn() (ids []string) {
	for _, b := range s.Blocks {
		for _, pair := range []*MetricPair{b.Chart, b.Services, b.ChartsByService, b.People, b.Curve, b.Funnel, b.Rare} {
			if pair != nil {
				ids = append(ids, pair.Metric)
			}
		}
		if b.Claims != nil {
			ids = append(ids, b.Claims.Metrics...)
		}
		if b.Parts != nil {
			ids = append(ids, b.Parts.Metric)
		}
	}
	return ids
}

// compared is the plate of before and after, or nothing where no measure of it has
// both figures.
func (c *composer) compared(l *MetricList) []page.Block {
	if b := c.compare(l); len(b.Comparison.Rows) > 0 {
		return []page.Block{b}
	}
	return nil
}
