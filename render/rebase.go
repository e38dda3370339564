package render

import (
	"fmt"
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
)

// rebases gives the new limits that pack.yaml asks for in one chart.
func (c *composer) rebases(m metrics.Metric, s metrics.Scope) []metrics.Rebase {
	var found []metrics.Rebase
	for _, r := range c.in.Rebases {
		if r.Metric == m.ID && r.Service == s.Service && s.Person == "" {
			found = append(found, r)
		}
	}
	slices.SortStableFunc(found, func(a, b metrics.Rebase) int { return int(a.From - b.From) })
	return found
}

// drawnRebases gives those that begin a new part of a series, each at the first
// month of its part.
func (c *composer) drawnRebases(f finding, series metrics.Series) []chart.Rebase {
	var out []chart.Rebase
	asked := c.rebases(f.metric, f.scope)
	for i := 1; i < len(series.Points); i++ {
		p := series.Points[i]
		if p.Part == series.Points[i-1].Part {
			continue
		}
		for at := len(asked) - 1; at >= 0; at-- {
			if asked[at].From <= p.Span.To {
				out = append(out, chart.Rebase{From: p.Span.From.String(), Text: c.rebaseText(asked[at], p.Span)})
				break
			}
		}
	}
	return out
}

// rebaseText says from when limits were worked out again, who decided it and why.
// A name of the exports is never printed, whoever wrote it; outside the house
// nobody is named and no day is given.
func (c *composer) rebaseText(r metrics.Rebase, month record.Span) string {
	from, who := longDate(r.From), r.Who
	if !c.rule.ExactDates() {
		from = longMonth(month.From.Month())
	}
	if !c.rule.Names() || !c.in.Safe(who) {
		who = "decided by the provider"
	}
	if !c.in.Safe(r.Why) {
		return fmt.Sprintf("Limits worked out again from %s (%s)", from, who)
	}
	return fmt.Sprintf("Limits worked out again from %s (%s: %s)", from, who, r.Why)
}
