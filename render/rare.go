package render

import (
	"fmt"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// rareMetric is the one metric whose events are shown one by one.
var rareMetric = withRole(metrics.RoleRare)

// rareEnding tells the chart of its days from that of its months.
const rareEnding = "-days"

// mostRare is the number of days a month with a serious incident up to which they
// are rare; where there are more, months are counted.
const mostRare = 3

// leastGaps is the fewest gaps between events that make a chart.
const leastGaps = 3

// rare draws the days between serious incidents: one point an incident. Each is about
// a person, so the chart never stands in the external tier, and of the others only the
// internal one gives their days.
func (c *composer) rare(pair *MetricPair) page.Block {
	f := c.find(pair.Metric, metrics.Scope{})
	const title = "Days between serious incidents"
	if c.rule.Tier == page.TierExternal {
		return notice(chart.StateTooFew, title+": not shown", "The chart shows single incidents by their day, so it is not for readers outside.")
	}
	months := c.months()
	if len(months) == 0 || !c.table.HasData(f.metric.Needs[0], whole(months)) {
		return notice(chart.StateTooFew, title+": no data", "There are no rows of incidents for these months. That is not the same as none happening.")
	}
	values := c.monthly(f, months)
	series := metrics.RareOf(f.metric, values, c.rebases(f.metric, f.scope))
	graded, ungraded := gradedOf(values)
	switch {
	case series.LastEvent == 0 && graded == 0:
		return notice(chart.StateTooFew, title+": not worked out", "No incident carries a grade of harm, so nobody can say which were serious.")
	case series.LastEvent == 0:
		text := fmt.Sprintf("From %s, %s a grade of harm, and none is graded as moderate harm or worse.", spanWords(whole(months)), plural(graded, "incident carries", "incidents carry"))
		if ungraded > 0 {
			text += fmt.Sprintf(" %s no grade.", upperFirst(plural(ungraded, "incident carries", "incidents carry")))
		}
		return notice(chart.StateNone, "No serious incident recorded", text)
	}
	if len(series.Points) < leastGaps {
		return notice(chart.StateTooFew, title+": too few to draw", fmt.Sprintf("Incidents graded as moderate harm or worse happened on %s from %s, the last %s.",
			plural(len(series.Points)+1, "day", "days"), spanWords(whole(months)), c.whenWords(series.LastEvent)))
	}
	if len(series.Points) >= mostRare*len(months) {
		return c.trend(pair, metrics.Scope{})
	}
	spec := c.rareSpec(f, months, series)
	return page.Block{Chart: &page.Chart{
		Spec: spec, Half: true,
		Source: c.sourceLine(f.metric, metrics.Scope{}, fmt.Sprintf("%s between %s with a serious incident", plural(len(series.Points), "gap", "gaps"), plural(len(series.Points)+1, "day", "days"))),
	}}
}

// gradedOf counts the incidents with a grade of harm and those without.
func gradedOf(values []metrics.Value) (graded, ungraded int) {
	for _, v := range values {
		if v.Denominator != nil && v.Serious != nil {
			graded += int(*v.Denominator)
			ungraded += v.Serious.Ungraded
		}
	}
	return graded, ungraded
}

// whole is the span from the first month to the last.
func whole(months []record.Span) record.Span {
	return record.Span{From: months[0].From, To: months[len(months)-1].To}
}

func (c *composer) rareSpec(f finding, months []record.Span, series metrics.Series) chart.Spec {
	span := whole(months)
	out := chart.Spec{
		ID: specID(f.metric.ID, "") + rareEnding, Measure: "Days between serious incidents",
		Title:         rareTitle(f),
		NumeratorHead: "Serious incidents that day", ValueHead: "Days since the one before",
		Grain: chart.GrainEvent, Kind: chartKinds[series.Kind], From: span.From.String(), To: span.To.String(),
		Levels: []chart.Level{c.bar(c.in.Baseline, "baseline"), c.bar(c.in.Period, "period")},
		Marks:  c.marks(metrics.Scope{}),
	}
	out.ByMonth = !c.rule.PersonDates()
	days := c.eventDays(series)
	for i, p := range series.Points {
		day := days[i].String()
		point := chart.Point{From: day, To: day, Label: c.eventWords(p.Span.From, shortDate), Value: p.Value}
		events := float64(p.Events)
		point.Numerator = &events
		if p.Value == nil {
			c.thin(&point, p.Gap)
		}
		c.lines(&point, p)
		if p.Signal != "" {
			point.SignalWhy = c.chartWords.signal(series.Kind, p)
			if point.Signal = chart.SignalWorse; p.Signal == metrics.Higher {
				point.Signal = chart.SignalBetter // the longer between two, the better
			}
		}
		out.Points = append(out.Points, point)
	}
	if centre := out.LastCentre(); centre != nil {
		out.CentreLabel = strings.ReplaceAll(c.chartWords.Kinds[series.Kind].Centre, "{v}", number(metrics.Days, *centre))
	}
	out.Rebases = c.drawnRebases(f, series)
	c.reasonOf(series, &out)
	out.Reason += c.leftOut(series)
	if series.DaysSince > 0 {
		out.Reason += fmt.Sprintf(" The last was %s; the time since then is not over, so it is no point.", c.whenWords(series.LastEvent))
	}
	out.Subtitle = fmt.Sprintf("%s before, %s after. Days from one to the next; higher is better. %s.",
		c.countsOf(f, f.before, true), c.countsOf(f, f.after, false), c.chartWords.Kinds[series.Kind].Lines)
	said := []string{fmt.Sprintf("%s, days between serious incidents, one point an incident, %s to %s: %s in the baseline, %s in the period. Higher is better.",
		c.chartWords.Kinds[series.Kind].Name, out.Points[0].Label, out.Points[len(out.Points)-1].Label, c.withCounts(f, f.before), c.withCounts(f, f.after))}
	out.Alt = strings.Join(append(said, c.altEnd(out, series)...), " ")
	return out
}

// leftOut says how many times between two incidents hold a month without a row.
func (c *composer) leftOut(series metrics.Series) string {
	n := 0
	for _, p := range series.Points {
		if p.Gap == metrics.GapNoData {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return " " + strings.ReplaceAll(c.chartWords.LeftOut, "{n}", fmt.Sprint(n))
}

// rareTitle gives both counts, without a direction: the chart judges the days
// between, not how many there were.
func rareTitle(f finding) string {
	if f.before.Numerator == nil || f.after.Numerator == nil {
		return "Days between serious incidents"
	}
	return fmt.Sprintf("Serious incidents: %s before, %s after", thousands(*f.before.Numerator), thousands(*f.after.Numerator))
}

// bar is a window of a chart without a level.
func (c *composer) bar(s record.Span, name string) chart.Level {
	return chart.Level{From: s.From.String(), To: s.To.String(), Name: name}
}
