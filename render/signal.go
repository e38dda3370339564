package render

import (
	"fmt"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
)

// chartOf judges the months of a finding by their chart. It is false where the
// finding has no months, is one person's, or a month may not be shown.
func (c *composer) chartOf(f *finding) (metrics.Series, bool) {
	months := c.months()
	if f.metric.Grain != metrics.GrainMonth || f.scope.Person != "" || len(months) == 0 {
		return metrics.Series{}, false
	}
	if c.rule.Tier == page.TierExternal && c.hidesAny(f.metric, f.scope, months) {
		return metrics.Series{}, false
	}
	return c.series(*f, months), true
}

// signalIn says on which side the chart of a finding signals within the period:
// Neither where no rule fires, or rules fire on both sides.
func (c *composer) signalIn(f *finding) metrics.Direction {
	series, there := c.chartOf(f)
	if !there {
		return metrics.Neither
	}
	if side, _, found := series.SignalIn(f.after.Span); found {
		return side
	}
	return metrics.Neither
}

// signalOnly says the signal of a measure without a range, whose chart is all there is.
func (c *composer) signalOnly(f *finding) string {
	if series, there := c.chartOf(f); there && !f.ranged() && way(f) != noChange {
		_, points, _ := series.SignalIn(f.after.Span)
		return c.signalWords(f, points)
	}
	return ""
}

// chartTail says where the chart and the comparison of the two windows disagree.
func (c *composer) chartTail(f *finding, fields map[string]string) string {
	series, there := c.chartOf(f)
	if !there || series.Rules == "" || !hasLimits(series) {
		return ""
	}
	side, points, found := series.SignalIn(f.after.Span)
	if found && fields["signal"] == "" {
		fields["signal"] = c.signalWords(f, points)
	}
	clearly := f.clear == metrics.Lower || f.clear == metrics.Higher
	switch {
	case !f.ranged() || f.verdict == noChange && clearly:
		return "" // the chart is the verdict, or the verdict has been explained
	case !found && clearly:
		return "chart_silent"
	case found && !clearly:
		return "chart_alone"
	case found && side != f.clear:
		return "chart_against"
	}
	return ""
}

func hasLimits(s metrics.Series) bool {
	for _, p := range s.Points {
		if p.Upper != nil || p.Lower != nil {
			return true
		}
	}
	return false
}

// signalWords say which months are signals: those outside the limits by name, a run
// or a row by its last month.
func (c *composer) signalWords(f *finding, points []metrics.SeriesPoint) string {
	var parts []string
	var outside []metrics.SeriesPoint
	for i, p := range points {
		last := i == len(points)-1 || points[i+1].Rule != p.Rule || points[i+1].Signal != p.Signal
		if p.Rule == metrics.RuleOutside {
			if outside = append(outside, p); last {
				parts = append(parts, c.outsideWords(f, outside))
				outside = nil
			}
			continue
		}
		if last {
			parts = append(parts, c.ruleWords(f, p))
		}
	}
	return listWords(parts)
}

func (c *composer) outsideWords(f *finding, points []metrics.SeriesPoint) string {
	lie := "lie"
	if len(points) == 1 {
		lie = "lies"
	}
	return c.words.say(f.metric, "signal_outside", map[string]string{"months": monthsWords(points), "lie": lie, "side": aboveOrBelow(points[0])})
}

func (c *composer) ruleWords(f *finding, p metrics.SeriesPoint) string {
	key := map[string]string{metrics.RuleRun: "signal_run", metrics.RuleTrend: "signal_trend", metrics.RuleTwoInThree: "signal_near"}[p.Rule]
	fields := map[string]string{"months": longMonth(p.Span.From.Month()), "length": fmt.Sprint(p.RunLength), "side": aboveOrBelow(p), "way": "down", "edge": "lower"}
	if p.Signal == metrics.Higher {
		fields["way"], fields["edge"] = "up", "upper"
	}
	return c.words.say(f.metric, key, fields)
}

func aboveOrBelow(p metrics.SeriesPoint) string {
	if p.Signal == metrics.Lower {
		return "below"
	}
	return "above"
}

// monthsWords names the months of points.
func monthsWords(points []metrics.SeriesPoint) string {
	var months []record.Month
	for _, p := range points {
		months = append(months, p.Span.From.Month())
	}
	return monthList(months)
}

// monthList names months, with each year once: July and August 2026.
func monthList(months []record.Month) string {
	names := make([]string, len(months))
	for i, m := range months {
		names[i] = longMonth(m)
		if i < len(months)-1 && sameYear(m.First(), months[i+1].First()) {
			names[i] = names[i][:len(names[i])-len(" 2026")]
		}
	}
	return listWords(names)
}

func sameYear(a, b record.Date) bool {
	x, _, _ := a.Parts()
	y, _, _ := b.Parts()
	return x == y
}
