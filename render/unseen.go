package render

import (
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/disclose"
)

// unseen are figures that a pack does not show, which would follow from those that it
// shows: what is left of a whole without one service, of a year without one quarter.
// Those that are small are no less private than any that stand in the pack.
type unseen struct {
	c     *composer
	asked map[disclose.Figure]metrics.Value
	found map[disclose.Figure]disclose.Cell
}

// unseen finds them for all figures that are asked for.
func (c *composer) unseen(asked map[disclose.Figure]metrics.Value) map[disclose.Figure]disclose.Cell {
	u := &unseen{c: c, asked: asked, found: make(map[disclose.Figure]disclose.Cell)}
	u.bound()
	u.services()
	u.spans()
	return u.found
}

// add takes a figure that is small, or nothing at all: whoever takes the nothing away
// from two figures together is left with the other one.
func (u *unseen) add(figure disclose.Figure) {
	if _, there := u.asked[figure]; there {
		return
	}
	if _, there := u.found[figure]; there {
		return
	}
	v := u.c.worked(mustFind(figure.Metric), metrics.Scope{Service: figure.Service}, figure.Span)
	if !u.c.planned(v) || figure.Breakdown != "" {
		return
	}
	v.Withheld = u.c.inPool(figure.Service)
	cell := u.c.cell(figure, v)
	if u.c.rule.HidesCell(cell) || v.Numerator != nil && *v.Numerator == 0 {
		u.found[figure] = cell
	}
}

// bound adds what a sum binds to a figure: with the one and the whole, the other is
// known.
func (u *unseen) bound() {
	type bond struct {
		ids     []string
		windows bool
	}
	bonds := make(map[string]bond)
	for figure := range u.asked {
		bound, there := bonds[figure.Metric]
		if !there {
			bound.ids, bound.windows = mustFind(figure.Metric).Bound()
			bonds[figure.Metric] = bound
		}
		if figure.Breakdown != "" || len(bound.ids) == 0 {
			continue
		}
		spans := []record.Span{figure.Span}
		if bound.windows {
			spans = append(spans, u.c.in.Baseline, u.c.in.Period)
		}
		for _, id := range append(slices.Clone(bound.ids), figure.Metric) {
			for _, span := range spans {
				u.add(disclose.Figure{Metric: id, Service: figure.Service, Span: span})
			}
		}
	}
}

// services adds the whole and the other services to a figure of one service, one by
// one and together.
func (u *unseen) services() {
	for figure := range u.asked {
		if figure.Service == "" || figure.Breakdown != "" {
			continue
		}
		whole := figure
		whole.Service = ""
		u.add(whole)
		var others []string
		for _, s := range u.c.services {
			other := figure
			other.Service = s
			if _, there := u.asked[other]; !there {
				u.add(other)
				others = append(others, disclose.Members(s)...)
			}
		}
		if len(others) > 1 {
			u.rest(whole, others)
		}
	}
}

// rest adds several services together: the whole less the services that are shown.
func (u *unseen) rest(whole disclose.Figure, others []string) {
	figure := whole
	figure.Service = disclose.PoolOf(others)
	v := u.c.worked(mustFind(whole.Metric), metrics.Scope{}, whole.Span)
	if _, there := u.found[figure]; there || v.Numerator == nil {
		return
	}
	numerator, denominator := *v.Numerator, v.Denominator
	for _, s := range u.c.services {
		shown, there := u.asked[disclose.Figure{Metric: whole.Metric, Service: s, Span: whole.Span}]
		if !there || shown.Numerator == nil {
			continue
		}
		numerator -= *shown.Numerator
		if denominator != nil && shown.Denominator != nil {
			less := *denominator - *shown.Denominator
			denominator = &less
		}
	}
	v.Numerator, v.Denominator, v.Scope.Service = &numerator, denominator, figure.Service
	if u.c.rule.Hides(v) {
		u.found[figure] = disclose.Cell{Figure: figure, Value: v}
	}
}

// spans adds the parts into which the spans of a figure cut each other, now and in
// earlier releases: a quarter beside its half year gives the other quarter.
func (u *unseen) spans() {
	ends := make(map[disclose.Figure][]record.Date)
	cut := func(figure disclose.Figure) {
		from, to := figure.Span.From, figure.Span.To+1
		figure.Span = record.Span{}
		ends[figure] = append(ends[figure], from, to)
	}
	for figure := range u.asked {
		cut(figure)
	}
	for _, one := range u.c.in.Earlier {
		figure := one.Figure
		figure.Span = record.Span{}
		if len(ends[figure]) > 0 {
			cut(one.Figure)
		}
	}
	for figure := range u.asked {
		u.cutAt(figure, ends)
	}
	for _, one := range u.c.in.Earlier { // a quarter of today may leave a small part of a year of then
		u.cutAt(one.Figure, ends)
	}
}

// cutAt adds the parts of one figure between the days at which spans of its kind end.
func (u *unseen) cutAt(figure disclose.Figure, ends map[disclose.Figure][]record.Date) {
	same := figure
	same.Span = record.Span{}
	days := slices.Clone(ends[same])
	slices.Sort(days)
	days = slices.Compact(days)
	for i := 0; i+1 < len(days); i++ {
		u.part(figure, days[i], days[i+1]-1)
		u.part(figure, figure.Span.From, days[i+1]-1)
		u.part(figure, days[i], figure.Span.To)
	}
}

// part adds a part of the span of a figure.
func (u *unseen) part(figure disclose.Figure, from, to record.Date) {
	if from <= to && from >= figure.Span.From && to <= figure.Span.To {
		figure.Span = record.Span{From: from, To: to}
		u.add(figure)
	}
}
