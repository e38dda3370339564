package render

import (
	"fmt"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// TestSignalsHaveTheRightSide never calls a refusal good or bad by its direction,
// nor better what a partner speaks against.
func TestSignalsHaveTheRightSide(t *testing.T) {
	inPeriod, before := testPeriod.From, testBaseline.From
	for _, c := range []struct {
		wanted  metrics.Direction
		verdict verdict
		side    metrics.Direction
		day     record.Date
		want    chart.Signal
	}{
		{metrics.Higher, noChange, metrics.Higher, before, chart.SignalBetter},
		{metrics.Higher, noChange, metrics.Lower, inPeriod, chart.SignalWorse},
		{metrics.Lower, noChange, metrics.Lower, inPeriod, chart.SignalBetter},
		{metrics.Lower, noChange, metrics.Higher, inPeriod, chart.SignalWorse},
		{metrics.Higher, notBacked, metrics.Higher, inPeriod, chart.SignalNeither},
		{metrics.Higher, lessNoted, metrics.Higher, inPeriod, chart.SignalNeither},
		{metrics.Higher, lessNoted, metrics.Lower, inPeriod, chart.SignalWorse},
		{metrics.Neither, better, metrics.Lower, inPeriod, chart.SignalNeither},
		{metrics.LowerWithPartners, noChange, metrics.Lower, inPeriod, chart.SignalNeither},
		{metrics.LowerWithPartners, noChange, metrics.Higher, inPeriod, chart.SignalNeither},
		{metrics.LowerWithPartners, better, metrics.Lower, inPeriod, chart.SignalBetter},
		{metrics.LowerWithPartners, better, metrics.Lower, before, chart.SignalNeither},
		{metrics.LowerWithPartners, better, metrics.Higher, inPeriod, chart.SignalNeither},
		{metrics.LowerWithPartners, worse, metrics.Higher, inPeriod, chart.SignalWorse},
		{metrics.LowerWithPartners, notBacked, metrics.Lower, inPeriod, chart.SignalNeither},
	} {
		f := finding{verdict: c.verdict, after: metrics.Value{Span: testPeriod}}
		f.metric.Better = c.wanted
		got := signalOf(f, metrics.SeriesPoint{Span: record.Span{From: c.day, To: c.day.Month().Last()}, Signal: c.side})
		if got != c.want {
			t.Errorf("%s wanted, verdict %d, %s on %s: %q, want %q", c.wanted, c.verdict, c.side, c.day, got, c.want)
		}
	}
}

// TestSignalsInWords names a run once, and what is outside the limits by itself.
func TestSignalsInWords(t *testing.T) {
	c := testComposer(t, page.TierInternal, newTable())
	series := metrics.Series{Kind: metrics.SeriesPPrime, Rules: metrics.RulesAnhoej}
	var s chart.Spec
	for i, rule := range []string{"", metrics.RuleRun, metrics.RuleOutside, metrics.RuleRun, "", metrics.RuleOutside, metrics.RuleOutside, metrics.RuleTrend, metrics.RuleTwoInThree} {
		p := metrics.SeriesPoint{Part: 1, Rule: rule}
		if rule != "" {
			p.Signal = metrics.Higher
		}
		if i > 4 {
			p.Signal = metrics.Lower
		}
		if rule == metrics.RuleRun {
			p.RunLength = 9
		}
		series.Points = append(series.Points, p)
		s.Points = append(s.Points, chart.Point{Label: fmt.Sprint("M", i)})
	}
	want := "Signals: M2 above the limits; M5 to M6 below the limits; M1 to M3 in a run of 9 above the average; M7 in a run of points that go down; M8 one of two in three close to the limit below."
	if got := c.signalsInWords(s, series); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	high, low := 9.0, 1.0
	series.Points[2] = metrics.SeriesPoint{Part: 1}
	if got := c.signalsInWords(s, series); !strings.Contains(got, "M1 to M3 in a run of 9") {
		t.Errorf("a gap parts a run: %s", got)
	}
	series.Points[2] = metrics.SeriesPoint{Part: 1, Value: &low, Centre: &high}
	if got := c.signalsInWords(s, series); strings.Contains(got, "M1 to M3") {
		t.Errorf("a point on the other side does not part two runs: %s", got)
	}
	for i := range series.Points {
		series.Points[i].Rule, series.Points[i].Signal = "", ""
	}
	if got := c.signalsInWords(s, series); got != "No signal." {
		t.Error(got)
	}
}

// TestSuggestionsStayInTheHouse makes a run that reaches the last month.
func TestSuggestionsStayInTheHouse(t *testing.T) {
	months := monthsFrom(2025, 4, 18)
	risen := []int{9, 12, 8, 13, 10, 7, 12, 9, 20, 22, 21, 24, 20, 23, 22, 21, 24, 20}
	table := newTable()
	monthlyOffers(table, "Elm", months, risen, 120, 8)
	for tier, want := range map[page.Tier]bool{page.TierInternal: true, page.TierInspection: false, page.TierExternal: false} {
		s, _ := chartOf(t, tier, table, "REF-01")
		if s.Kind != chart.KindPPrime {
			t.Fatalf("%s: %s", tier, s.Kind)
		}
		if got := strings.Contains(s.Reason, "began in December 2025"); got != want {
			t.Errorf("%s: %s", tier, s.Reason)
		}
		if s.Points[17].SignalWhy != "in a run of 10 above the average" && s.Points[17].SignalWhy != "above the limits" {
			t.Errorf("the last month says %q", s.Points[17].SignalWhy)
		}
	}
}

// TestScorecardSignals shows in the table what the chart shows.
func TestScorecardSignals(t *testing.T) {
	months := monthsFrom(2025, 4, 18)
	risen := []int{9, 12, 8, 13, 10, 7, 12, 9, 20, 22, 21, 24, 20, 23, 22, 21, 24, 20}
	table := newTable()
	monthlyOffers(table, "Elm", months, risen, 120, 8)
	c := testComposer(t, page.TierInternal, table)
	quiet := newTable()
	monthlyOffers(quiet, "Elm", months, uneven, 120, 8)
	one := testComposer(t, page.TierInternal, quiet)
	if got := one.monthState(one.find("REF-01", metrics.Scope{}), months[17]); got.Text != "No clear change" || got.State != chart.StateNoChange || got.Below != "" {
		t.Errorf("%+v", got)
	}
	f := c.find("REF-01", metrics.Scope{})
	for i, want := range map[int]string{0: "in a run of 8 below the average", 8: "in a run of 10 above the average", 17: "in a run of 10 above the average"} {
		if got := c.monthState(f, months[i]); got.Below != want {
			t.Errorf("%s: %q, want %q", months[i].From, got.Below, want)
		}
	}
	if got := c.monthState(f, months[17]); f.verdict == worse && got.State != chart.StateConcern {
		t.Errorf("a higher month of a worse figure: %+v", got)
	}
	if got := c.monthState(c.find("RAT-01", metrics.Scope{}), months[17]); got.Text != "Too few to say" || got.Below != "no data" {
		t.Errorf("%+v", got)
	}
	if c.month.signals != 4 || one.month.signals != 0 {
		t.Errorf("%d signals and %d were counted", c.month.signals, one.month.signals)
	}
}
