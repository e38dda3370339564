package render

import (
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
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

// drawnRebases gives those that begin a new part of a series: of months each at the
// first of its part, of single events at the day itself.
func (c *composer) drawnRebases(f finding, series metrics.Series) []chart.Rebase {
	var out []chart.Rebase
	asked := c.rebases(f.metric, f.scope)
	for i := 1; i < len(series.Points); i++ {
		p := series.Points[i]
		if p.Part == series.Points[i-1].Part {
			continue
		}
		for at := len(asked) - 1; at >= 0; at-- {
			if asked[at].From <= p.Span.From {
				from := p.Span.From
				if p.Span.To == from {
					from = asked[at].From
				}
				out = append(out, chart.Rebase{From: from.String(), Text: c.rebaseText(asked[at], from, limitedPart(series, p.Part))})
				break
			}
		}
	}
	return out
}

// DrawsRebase tells whether a chart of a page begins new limits where a decision
// asks for them. The services are all of the table, in the order of their letters on
// that page.
func DrawsRebase(p *page.Page, services []string, r metrics.Rebase) bool {
	first := r.From.Month().First()
	if first < r.From {
		first = (r.From.Month() + 1).First()
	}
	id := specID(r.Metric, letterOf(services, r.Service))
	drawn := func(s *chart.Spec) bool {
		from := first
		if s != nil && s.Grain == chart.GrainEvent {
			from = r.From
		}
		return s != nil && (s.ID == id || s.ID == id+rareEnding) &&
			slices.ContainsFunc(s.Rebases, func(one chart.Rebase) bool { return one.From == from.String() })
	}
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			if b.Chart != nil && (drawn(&b.Chart.Spec) || drawn(b.Chart.Partner)) {
				return true
			}
		}
	}
	return false
}

// rebaseText says from which day, the first of a month, limits were worked out
// again, or only the centre line where there are too few points, who decided it and why. A name of the exports is never printed, whoever
// wrote it. Outside the house no words of the provider's own stand, as they may tell
// of a service or a person, and no day is given.
func (c *composer) rebaseText(r metrics.Rebase, first record.Date, limits bool) string {
	from, who := longDate(first), r.Who
	if !c.rule.ExactDates() {
		from = longMonth(first.Month())
	}
	if !c.rule.Names() || !c.in.Safe(who) {
		who = "decided by the provider"
	}
	if c.rule.Names() && c.in.Safe(r.Why) {
		who += ": " + r.Why
	}
	words := c.chartWords.Restart
	if limits {
		words = c.chartWords.Rebase
	}
	return strings.NewReplacer("{from}", from, "{who}", who).Replace(words)
}

// limitedPart tells whether a part of a series is long enough to have limits.
func limitedPart(series metrics.Series, part int) bool {
	return slices.ContainsFunc(series.Points, func(p metrics.SeriesPoint) bool { return p.Part == part && p.Upper != nil })
}
