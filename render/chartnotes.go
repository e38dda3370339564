package render

import (
	"fmt"
	"strings"

	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// reasonOf says beneath a chart why it is of its kind, what its rules look for,
// and, for those who run the services, where new limits could be thought of.
func (c *composer) reasonOf(series metrics.Series, out *chart.Spec) {
	said := []string{c.chartWords.Reasons[series.Reason]}
	if series.Rules != "" {
		out.Rules = series.Rules
		said = append(said, c.rulesIn(series))
	}
	if series.Suggest != 0 && c.rule.Tier == page.TierInternal { // only who runs the services can decide it
		said = append(said, strings.ReplaceAll(c.chartWords.Suggest, "{month}", longMonth(series.Suggest.Month())))
	}
	out.Reason = strings.Join(said, " ")
}

// rulesIn says what the rules of a series look for. A run chart has no band.
func (c *composer) rulesIn(series metrics.Series) string {
	if words := c.chartWords.RunRules[series.Rules]; series.Kind == metrics.SeriesRun && words != "" {
		return words
	}
	return c.chartWords.Rules[series.Rules]
}

// subtitle gives counts, difference and range, unit, grain and what the lines are,
// where there are any.
func (c *composer) subtitle(f finding, grain chart.Grain, lines string) string {
	text := fmt.Sprintf("%s before, %s after", c.countsOf(f, f.before, true), c.countsOf(f, f.after, false))
	if d := c.verdictOf(f).Difference; d != "" {
		text += ": " + d
	}
	if f.metric.Grows {
		text += ". A point stands for a shorter time, so it is lower"
	}
	by := "by month"
	if grain == chart.GrainQuarter {
		by = "by quarter, because some months are too small to show"
	}
	text = fmt.Sprintf("%s. %s, %s.", upperFirst(text), upperFirst(unitWords(f.metric.Unit)), by)
	if lines != "" {
		text += " " + lines + "."
	}
	return text
}

// pointRange says how much is behind a point, from the least to the most.
func pointRange(s chart.Spec, noun string) string {
	low, high, n := 0.0, 0.0, 0
	for _, p := range s.Points {
		if p.Denominator == nil {
			continue
		}
		if n == 0 || *p.Denominator < low {
			low = *p.Denominator
		}
		high = max(high, *p.Denominator)
		n++
	}
	if n == 0 || noun == "" {
		return ""
	}
	return fmt.Sprintf("%s to %s %s a %s", thousands(low), thousands(high), noun, s.Grain)
}

// alt is the sentence for those without the picture. It holds only what the tier shows.
func (c *composer) alt(f finding, s chart.Spec, series metrics.Series) string {
	name := c.chartWords.Kinds[series.Kind].Name
	if len(s.Points) == 0 {
		return fmt.Sprintf("%s, %s: no complete month.", name, lowerFirst(f.metric.Title))
	}
	word := c.word(f)
	if word == "" {
		word = "Read with its partners"
	}
	said := []string{
		fmt.Sprintf("%s, %s, %s by %s, %s to %s: %s in the baseline, %s in the period.", name, lowerFirst(f.metric.Title), unitWords(f.metric.Unit), s.Grain,
			s.Points[0].Label, s.Points[len(s.Points)-1].Label, c.withCounts(f, f.before), c.withCounts(f, f.after)),
		word + ".",
	}
	return strings.Join(append(said, c.altEnd(s, series)...), " ")
}

// altEnd names signals, gaps, marked changes and new limits.
func (c *composer) altEnd(s chart.Spec, series metrics.Series) []string {
	var said []string
	if series.Rules != "" {
		said = append(said, c.signalsInWords(s, series))
	}
	said = append(said, gapsInWords(s), plural(len(s.Marks), "change marked", "changes marked")+".")
	for _, r := range s.Rebases {
		said = append(said, r.Text+".")
	}
	return said
}

// withCounts writes 22.7% (20 of 88), or the word that stands instead.
func (c *composer) withCounts(f finding, v metrics.Value) string {
	text, value := c.shownValue(v)
	if value == nil || v.Numerator == nil || v.Denominator == nil {
		return text
	}
	return fmt.Sprintf("%s (%s)", text, c.countsOf(f, v, false))
}

// signalsInWords names the points at which a rule fired: a run from its first to
// its last point, then what is outside the limits, which may be a part of a run.
func (c *composer) signalsInWords(s chart.Spec, series metrics.Series) string {
	var parts []string
	for _, rule := range seriesRules {
		for i := 0; i < len(series.Points); i++ {
			first := series.Points[i]
			if first.Rule != rule {
				continue
			}
			last := i
			for n := i + 1; n < len(series.Points) && goesOn(first, series.Points[n]); n++ {
				if series.Points[n].Rule == rule {
					last = n
				} else if rule == metrics.RuleOutside {
					break
				}
			}
			when := s.Points[i].Label
			if last > i {
				when += " to " + s.Points[last].Label
			}
			parts = append(parts, when+" "+c.chartWords.signal(series.Kind, first))
			i = last
		}
	}
	if len(parts) == 0 {
		return "No signal."
	}
	return "Signals: " + strings.Join(parts, "; ") + "."
}

// goesOn tells whether a signal may go on at a point: a run goes on over a gap and
// over a point on the centre line, which are neither on its side nor on the other.
func goesOn(first, next metrics.SeriesPoint) bool {
	onNoSide := next.Value == nil || next.Centre != nil && *next.Value == *next.Centre
	return next.Part == first.Part && (next.Signal == first.Signal || first.Rule == metrics.RuleRun && next.Signal == "" && onNoSide)
}

// gapsInWords names the points without a value, those of one reason together.
func gapsInWords(s chart.Spec) string {
	var gaps []string
	for i := 0; i < len(s.Points); {
		first, last := s.Points[i], i
		if first.Value != nil {
			i++
			continue
		}
		for last+1 < len(s.Points) && s.Points[last+1].Value == nil && s.Points[last+1].Word == first.Word {
			last++
		}
		when := first.Label
		if last > i {
			when += " to " + s.Points[last].Label
		}
		gaps = append(gaps, when+" "+first.Word)
		i = last + 1
	}
	if len(gaps) == 0 {
		return "No gaps."
	}
	return "Gaps: " + listWords(gaps) + "."
}
