package render

import (
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/disclose"
	"evidencepack/render/page"
)

// windowKey is one metric over one span.
type windowKey struct {
	metric string
	span   record.Span
}

// givesAway tells whether the tier withholds a figure that it could show, so that
// nobody can work out another: a second service beside a single one that is withheld
// under the total, or what is bound by a sum to a figure that is withheld.
func (c *composer) givesAway(m metrics.Metric, s metrics.Scope, span record.Span) bool {
	if c.rule.Tier != page.TierExternal || s.Person != "" {
		return false
	}
	return c.secondOf(m, s, span) || c.boundToWithheld(m, s, span)
}

// secondOf tells whether a service is withheld because one other is.
func (c *composer) secondOf(m metrics.Metric, s metrics.Scope, span record.Span) bool {
	if s.Service == "" || len(c.services) < 2 {
		return false
	}
	key := windowKey{m.ID, span}
	second, known := c.seconds[key]
	if !known {
		parts, hidden := make([]metrics.Value, len(c.services)), make([]bool, len(c.services))
		for i, name := range c.services {
			parts[i] = c.worked(m, metrics.Scope{Service: name}, span)
			hidden[i] = c.rule.Hides(parts[i]) || c.boundToWithheld(m, parts[i].Scope, span)
		}
		if i := disclose.Second(parts, hidden); i >= 0 {
			second = c.services[i]
		}
		c.seconds[key] = second
	}
	return second == s.Service
}

// boundToWithheld tells whether a sum binds a figure to one that is withheld. First
// refusals are those that stood and those with a yes to a second offer. How many
// restrictions were in force at the start is all of the window less those added; with
// how the number changed in the window before, it gives how many were added. So a
// window gives away a later one, never an earlier one, of which two figures are then
// unknown. Which metrics a sum binds, their definitions say.
func (c *composer) boundToWithheld(m metrics.Metric, s metrics.Scope, span record.Span) bool {
	if len(m.BoundTo) == 0 {
		return false
	}
	spans := []record.Span{span}
	for _, window := range []record.Span{c.in.Baseline, c.in.Period} {
		if m.BoundWindows && (window.From >= span.From || span != c.in.Period) {
			spans = append(spans, window)
		}
	}
	return slices.ContainsFunc(append([]string{m.ID}, m.BoundTo...), func(id string) bool {
		return slices.ContainsFunc(spans, func(at record.Span) bool { return c.rule.Hides(c.worked(mustFind(id), s, at)) })
	})
}
