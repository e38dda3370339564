package render

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// funnel sets the services side by side by how much is behind each. Where fewer
// than four can be compared a notice says so. In the external tier there is none either
// where any service is withheld: the limits rest on all of them. A provider with one
// service has nothing to set side by side, and is told nothing.
func (c *composer) funnel(pair *MetricPair) []page.Block {
	var parts []finding
	var values []metrics.Value
	for _, s := range c.services {
		f := c.look(pair.Metric, metrics.Scope{Service: s})
		c.judge(&f)
		parts, values = append(parts, f), append(values, f.after)
	}
	switch {
	case len(parts) < 2:
		return nil // there is nothing to set side by side
	case c.withheldAny(parts):
		return []page.Block{notice(chart.StateTooFew, "Services side by side: not shown", "At least one service is not shown, and the limits of a funnel rest on all of them.")}
	}
	funnel := metrics.FunnelOf(mustFind(pair.Metric), values)
	if text := withoutFunnel(funnel.Reason, len(parts)); text != "" {
		return []page.Block{notice(chart.StateNone, "Services side by side: not drawn", text)}
	}
	for _, f := range parts {
		c.use(f)
	}
	all := c.find(pair.Metric, metrics.Scope{})
	spec := c.funnelSpec(all, funnel)
	return []page.Block{{Funnel: &page.Funnel{Spec: spec, Source: c.sourceLine(all.metric, metrics.Scope{}, "each service's counts: the table of services")}}}
}

// withoutFunnel says why there is no funnel of so many services, "" where there is one.
func withoutFunnel(reason metrics.FunnelReason, services int) string {
	switch {
	case reason == metrics.FunnelChance || reason == metrics.FunnelSpread:
		return ""
	case reason == metrics.FunnelMany:
		return fmt.Sprintf("A funnel has room for %d services.", metrics.MostServices)
	case services < metrics.LeastServices:
		return fmt.Sprintf("A funnel compares %d services or more, and there are %d.", metrics.LeastServices, services)
	case reason == metrics.FunnelFew:
		return fmt.Sprintf("A funnel compares %d services or more, and fewer than that have enough to compare.", metrics.LeastServices)
	case reason == metrics.FunnelNoEvent:
		return "Nothing was counted at any service, or everything was, so they do not differ."
	}
	return "A funnel compares shares, and events for care days."
}

// withheldAny tells whether the tier withholds a service, by the same rule as the
// table of services.
func (c *composer) withheldAny(parts []finding) bool {
	for _, f := range parts {
		if c.rule.Hides(f.after) || c.rule.Hides(f.before) {
			return true // with one hidden a second one is, too
		}
	}
	return false
}

func (c *composer) funnelSpec(all finding, funnel metrics.Funnel) chart.Funnel {
	m := all.metric
	noun := m.NounDenominator
	average := significant(funnel.Average)
	out := chart.Funnel{
		ID: specID(m.ID, "") + "-services", Measure: m.Title, Decimals: 1, ValueHead: upperFirst(unitWords(m.Unit)),
		SizeHead: noun + " in the period", Average: average, AverageLabel: "average " + plainNumber(m.Unit, average),
		Reason: c.chartWords.Funnel[funnel.Reason],
	}
	if m.Unit == metrics.Percent {
		out.Unit = chart.UnitPercent
	}
	if funnel.Few {
		out.Reason += " " + c.chartWords.Few
	}
	var outside, near, gaps []string
	for _, p := range funnel.Points {
		name := c.shortService(p.Service)
		numerator, size, value := p.Numerator, p.Size, significant(p.Value)
		point := chart.FunnelPoint{Name: name, Numerator: &numerator, Size: &size, Value: &value}
		switch {
		case p.Outside998:
			point.Signal, point.SignalWhy = sideFor(m.Better, p.Side), sideWords(p.Side)+" the 99.8% limits"
			outside = append(outside, fmt.Sprintf("%s is %s", name, point.SignalWhy))
		case p.Outside95: // told, and not coloured: one in twenty is there by chance
			near = append(near, fmt.Sprintf("%s is %s the 95%% limits", name, sideWords(p.Side)))
		}
		out.Points = append(out.Points, point)
	}
	for _, p := range funnel.LeftOut {
		name, word := c.shortService(p.Service), c.chartWords.Gaps[p.Gap]
		out.Points = append(out.Points, chart.FunnelPoint{Name: name, Word: word})
		gaps = append(gaps, name+" "+word)
	}
	for _, l := range funnel.Limits {
		out.Bands = append(out.Bands, chart.FunnelBand{
			Size: significant(l.Size), Lower95: significant(l.Lower95), Upper95: significant(l.Upper95), Lower998: significant(l.Lower998), Upper998: significant(l.Upper998),
		})
	}
	out.Title = funnelTitle(m, len(funnel.Points), outside, near)
	out.Subtitle = fmt.Sprintf("%s, %s, by number of %s. Grey line: all services together. %s",
		upperFirst(unitWords(m.Unit)), spanWords(c.in.Period), noun, c.chartWords.Bands[funnel.Reason])
	said := []string{fmt.Sprintf("Funnel, %s, %s by number of %s, %s: %s, average %s.", lowerFirst(m.Title), unitWords(m.Unit), noun, spanWords(c.in.Period),
		plural(len(funnel.Points), "service", "services"), number(m.Unit, average))}
	if len(outside) == 0 {
		said = append(said, "No service is outside the 99.8% limits.")
	}
	if told := slices.Concat(outside, near); len(told) > 0 {
		said = append(said, upperFirst(listWords(told))+".")
	}
	if len(gaps) > 0 {
		said = append(said, "Left out: "+listWords(gaps)+".")
	}
	out.Alt = strings.Join(said, " ")
	return out
}

// funnelTitle names the services outside the limits, the far ones first.
func funnelTitle(m metrics.Metric, n int, outside, near []string) string {
	told := slices.Concat(outside, near)
	switch {
	case len(told) == 0:
		return fmt.Sprintf("%s: none of %d services is outside the limits", m.Title, n)
	case len(outside) == 0:
		return fmt.Sprintf("%s: %s; none is outside the 99.8%% limits", m.Title, listWords(told))
	}
	return fmt.Sprintf("%s: %s", m.Title, listWords(told))
}

func sideWords(side metrics.Direction) string {
	if side == metrics.Lower {
		return "below"
	}
	return "above"
}

// sideFor says whether a side of the average is the better one; for a measure that
// is never good or bad by itself it is neither.
func sideFor(wanted, side metrics.Direction) chart.Signal {
	switch wanted {
	case metrics.Lower, metrics.Higher:
		if side == wanted {
			return chart.SignalBetter
		}
		return chart.SignalWorse
	}
	return chart.SignalNeither
}
