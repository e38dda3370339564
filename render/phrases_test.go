package render

import (
	"strings"
	"testing"

	"evidencepack/metrics"
	"evidencepack/render/page"
	"evidencepack/templates"
)

// exampleValues gives a figure before and after in the unit of a metric.
func exampleValues(m metrics.Metric) (before, after metrics.Value) {
	of := func(n, d, v float64) metrics.Value {
		out := metrics.Value{Unit: m.Unit, Status: metrics.OK, Value: &v, Numerator: &n, Denominator: &d, People: 12, Behind: 12}
		if m.NounNumerator == "" {
			out.Numerator = nil
		}
		if m.NounDenominator == "" {
			out.Denominator = nil
		}
		return out
	}
	switch m.Unit {
	case metrics.Percent:
		before, after = of(1000, 5000, 20), of(1, 26, 100.0/26)
	case metrics.Per1000CareDays:
		before, after = of(50, 5000, 10), of(1, 5000, 0.2)
	case metrics.Per100Doses:
		before, after = of(50, 5000, 1), of(1, 5000, 0.02)
	case metrics.Count:
		before, after = of(4, 0, 4), of(1, 0, 1)
	default:
		before, after = of(40, 50, 6), of(1, 50, 7.5)
	}
	before.Span, after.Span = testBaseline, testPeriod
	return before, after
}

// TestEveryMetricCanBeSaid makes a claim of each metric of the register: a sentence
// with its counts and dates, and nothing left of a template.
func TestEveryMetricCanBeSaid(t *testing.T) {
	c := testComposer(t, page.TierInternal, services(2, 40))
	for _, m := range metrics.All {
		if m.Unit == metrics.Points {
			continue // a change of approach has a sentence of its own
		}
		f := finding{metric: m}
		f.before, f.after = exampleValues(m)
		c.judge(&f)
		text := c.claim(f).Text
		if !strings.HasPrefix(text, "Across all services ") || !strings.Contains(text, "September 2026. ") || !strings.Contains(text, ": ") {
			t.Errorf("%s: %q", m.ID, text)
		}
		for _, bad := range []string{"{", "}", "[", "|", "  ", "_", "NaN", "Inf", "()", " ,", " .", "<nil>", "no share"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s holds %q: %s", m.ID, bad, text)
			}
		}
	}
}

// TestPlainPhrases reads the sentence of each unit as it is made from the words of a
// definition.
func TestPlainPhrases(t *testing.T) {
	for _, c := range []struct {
		def  metrics.Def
		want string
	}{
		{metrics.Def{Unit: metrics.Percent, NounNumerator: "visits on time", NounDenominator: "visits"}, "we counted {n} of {d} visits as visits on time ({p})"},
		{metrics.Def{Unit: metrics.Per1000CareDays, NounNumerator: "falls", NounDenominator: "care days"}, "the number of falls was {n} in {d} care days ({p} per 1,000)"},
		{metrics.Def{Unit: metrics.Per100Doses, NounNumerator: "errors", NounDenominator: "doses due"}, "the number of errors was {n} in {d} doses due ({p} per 100)"},
		{metrics.Def{Unit: metrics.Count, Title: "Compliments"}, "compliments came to {n}"},
		{metrics.Def{Unit: metrics.Days, Title: "Days until the regulator was told", NounDenominator: "events"}, "days until the regulator was told came to {p} days ({d} events)"},
		{metrics.Def{Unit: metrics.Minutes, Title: "Time to settle", NounDenominator: "incidents"}, "time to settle came to {p} minutes ({d} incidents)"},
		{metrics.Def{Unit: metrics.MedianScore, Title: "Prompts for a task", NounDenominator: "tasks"}, "prompts for a task came to {p} ({d} tasks)"},
		{metrics.Def{Unit: metrics.PerPersonWeek, NounNumerator: "offers"}, "there were {p} offers for each person a week"},
	} {
		if got := plainPhrase(c.def); got != c.want {
			t.Errorf("%s: %q", c.def.Unit, got)
		}
	}
}

// TestOwnPhraseComesFirst keeps the phrases of claims.yaml.
func TestOwnPhraseComesFirst(t *testing.T) {
	phrases, err := Phrases(templates.Files())
	if err != nil {
		t.Fatal(err)
	}
	if got := phrases["REF-01"]; got != "people first refused {n} of {d} offers ({p})" {
		t.Error(got)
	}
	for _, m := range metrics.All {
		if (phrases[m.ID] == "") != (m.Unit == metrics.Points) {
			t.Errorf("%s is said as %q", m.ID, phrases[m.ID])
		}
	}
}

// TestEveryMetricCanBeDrawn puts each metric into a headline, a chart and a line of
// the scorecard.
func TestEveryMetricCanBeDrawn(t *testing.T) {
	c := testComposer(t, page.TierInternal, services(2, 40))
	for _, m := range metrics.All {
		if m.Unit == metrics.Points {
			continue
		}
		if b := c.headline([]string{m.ID}); len(b.Strip.Figures) != 1 || b.Strip.Figures[0].After == "" {
			t.Errorf("%s: no figure in the strip", m.ID)
		}
		if b := c.trend(&MetricPair{Metric: m.ID}, metrics.Scope{}); b.Chart == nil && b.Notice == nil {
			t.Errorf("%s: no chart", m.ID)
		}
		if strings.Contains(unitWords(m.Unit), "_") {
			t.Errorf("%s: the unit is called %q", m.ID, unitWords(m.Unit))
		}
	}
}
