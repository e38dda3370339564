package render

import (
	"fmt"
	"strings"

	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// curveMetric is the one metric that is a curve.
var curveMetric = withRole(metrics.RoleCurve)

// curveTicks are the days that may stand under a curve: three months, six, then years.
var curveTicks = []float64{90, 180, 365, 730, 1095, 1460, 1825, 2555, 3650, 5475, 7300, 10950, 14600, 18250}

// mostTicks is how many of them find room.
const mostTicks = 6

// curve draws how long something lasts. It says something of single restrictions
// and their ends, so it never stands in the external tier.
func (c *composer) curve(pair *MetricPair) page.Block {
	f := c.find(pair.Metric, metrics.Scope{})
	title := f.metric.Title
	if c.rule.Tier == page.TierExternal {
		return notice(chart.StateTooFew, title+": not shown", "A curve shows when single restrictions ended, so it is not for readers outside.")
	}
	ticks := curveTicks
	lasting, known := c.table.LastingOf(metrics.Scope{}, c.in.Period, ticks)
	switch {
	case f.after.Status == metrics.NoData || !known:
		return notice(chart.StateTooFew, title+": "+wordFor(f.after), f.after.Why)
	case lasting.Number < f.metric.MinDenominator:
		return notice(chart.StateTooFew, title+": too few to say", fmt.Sprintf("%s, and a curve needs %d.", upperFirst(plural(lasting.Number, "restriction", "restrictions")), f.metric.MinDenominator))
	}
	last := lasting.Steps[len(lasting.Steps)-1]
	if last.Days == 0 {
		return notice(chart.StateTooFew, title+": not worked out", "Every restriction in the register ends on the day on which it begins. Check the dates before you use them.")
	}
	group := chart.CurveGroup{Median: rounded(lasting.Median), EndLabel: fmt.Sprintf("%s after %s", shareInText(last.Share, float64(lasting.Number)), plural(int(last.Days), "day", "days"))}
	if lasting.ThinFrom != nil && *lasting.ThinFrom < last.Days {
		group.ThinFrom = lasting.ThinFrom
	}
	if thinMiddle(lasting) {
		group.Median = nil
	}
	for _, s := range lasting.Steps {
		group.Steps = append(group.Steps, chart.Step{
			Time: s.Days, Share: significant(s.Share), Lower: rounded(s.Lower), Upper: rounded(s.Upper),
			AtRisk: s.Watched, Ended: s.Ended, Censored: s.Censored,
		})
	}
	spec := chart.Curve{
		ID: specID(f.metric.ID, ""), Title: c.curveTitle(lasting), Measure: title, Reason: c.curveReason(lasting),
		Subtitle: fmt.Sprintf("%s for %s; %s lifted by %s.%s Per cent still in place, by days since the start. Band: likely range. Small ticks: last seen in place, or ended in another way.",
			upperFirst(plural(lasting.Number, "restriction", "restrictions")), plural(lasting.People, "person", "people"), thousands(float64(lasting.Ended)), longDate(c.in.Period.To), halfBy(lasting)),
	}
	spec.Ticks, group.AtRisk = ticksUpTo(last.Days, lasting.WatchedAt)
	if lasting.Median != nil && !thinMiddle(lasting) {
		spec.MedianLabel = "half lifted by " + days(*lasting.Median)
	}
	spec.Groups = []chart.CurveGroup{group}
	spec.Alt = c.curveAlt(spec, lasting)
	return page.Block{Curve: &page.Curve{Spec: spec, Source: c.sourceLine(f.metric, metrics.Scope{}, plural(lasting.Number, "restriction", "restrictions"))}}
}

// halfBy says the middle time with its likely range.
func halfBy(l metrics.Curve) string {
	if l.Median == nil || medianRange(l) == "" || thinMiddle(l) {
		return ""
	}
	return fmt.Sprintf(" Half were lifted by %s%s.", days(*l.Median), medianRange(l))
}

// curveReason says how a curve is made, and that it may lean long where much began
// before the records do.
func (c *composer) curveReason(l metrics.Curve) string {
	said := []string{c.chartWords.Curve}
	if l.Early > 0 {
		said = append(said, strings.NewReplacer("{early}", fmt.Sprint(l.Early), "{all}", fmt.Sprint(l.Number), "{day}", longDate(c.table.DataFrom())).Replace(c.chartWords.CurveEarly))
		if l.MedianAgain != nil {
			said = append(said, strings.ReplaceAll(c.chartWords.CurveAgain, "{days}", days(*l.MedianAgain)))
		}
	}
	return strings.Join(said, " ")
}

// thinMiddle tells whether the middle time rests on the few that were in place so long.
func thinMiddle(l metrics.Curve) bool {
	return l.Median != nil && l.ThinFrom != nil && *l.Median > *l.ThinFrom
}

func (c *composer) curveTitle(l metrics.Curve) string {
	switch {
	case l.Median == nil:
		return "How long a restriction lasts: fewer than half were lifted"
	case thinMiddle(l):
		return fmt.Sprintf("More than half of the restrictions last longer than %s", days(*l.ThinFrom))
	}
	return fmt.Sprintf("Half of the restrictions last longer than %s", days(*l.Median))
}

// days writes 504 days, or 504.5 days where a middle time lies between two.
func days(n float64) string {
	text := number(metrics.Days, n)
	if text == "1" {
		return "1 day"
	}
	return text + " days"
}

// ticksUpTo leaves the days that the curve reaches, the earliest gaps closed where
// there are too many.
func ticksUpTo(last float64, watched []int) (ticks []float64, atRisk []int) {
	for i, day := range curveTicks {
		if day <= last {
			ticks, atRisk = append(ticks, day), append(atRisk, watched[i])
		}
	}
	for len(ticks) > mostTicks {
		n := 0
		for i := range ticks { // every second from the end, so that the last stays
			if (len(ticks)-1-i)%2 == 0 {
				ticks[n], atRisk[n] = ticks[i], atRisk[i]
				n++
			}
		}
		ticks, atRisk = ticks[:n], atRisk[:n]
	}
	return ticks, atRisk
}

func (c *composer) curveAlt(s chart.Curve, l metrics.Curve) string {
	said := []string{fmt.Sprintf("Kaplan–Meier curve, %s, per cent still in place by days since the start: %s, %s lifted.",
		lowerFirst(s.Measure), plural(l.Number, "restriction", "restrictions"), thousands(float64(l.Ended)))}
	if l.Median == nil {
		said = append(said, "Fewer than half were lifted, so there is no middle time yet.")
	} else {
		said = append(said, fmt.Sprintf("Half were lifted by %s%s.", days(*l.Median), medianRange(l)))
	}
	said = append(said, upperFirst(s.Groups[0].EndLabel)+".")
	for i, day := range s.Ticks {
		said = append(said, fmt.Sprintf("%s still watched at %s.", thousands(float64(s.Groups[0].AtRisk[i])), days(day)))
	}
	if thin := s.Groups[0].ThinFrom; thin != nil {
		said = append(said, fmt.Sprintf("From %s on fewer than %d are watched.", days(*thin), metrics.LeastWatched))
	}
	return strings.Join(said, " ")
}

// medianRange writes the likely range of the middle time, as far as there is one.
func medianRange(l metrics.Curve) string {
	switch {
	case l.MedianLower != nil && l.MedianUpper != nil:
		return fmt.Sprintf(" (likely range %s to %s)", number(metrics.Days, *l.MedianLower), days(*l.MedianUpper))
	case l.MedianLower != nil:
		return fmt.Sprintf(" (likely range from %s, with no upper end yet)", days(*l.MedianLower))
	}
	return ""
}

// rounded rounds a number as every figure is; nil stays.
func rounded(v *float64) *float64 {
	if v == nil {
		return nil
	}
	r := significant(*v)
	return &r
}
