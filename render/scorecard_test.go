package render

import (
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// TestTargetsInWords writes targets and finds what misses them: a share of fewer than
// five is too small to.
func TestTargetsInWords(t *testing.T) {
	c := testComposer(t, page.TierInternal, newTable())
	value := func(n, d float64) metrics.Value {
		v := 100 * n / d
		return metrics.Value{Unit: metrics.Percent, Value: &v, Numerator: &n, Denominator: &d, Status: metrics.OK}
	}
	for _, one := range []struct {
		target      Target
		v           metrics.Value
		want        targetState
		sign, words string
	}{
		{Target{Value: 85}, value(84, 100), targetMissed, "≥ 85", "at least 85%"},
		{Target{Value: 85}, value(85, 100), targetMet, "≥ 85", "at least 85%"},
		{Target{Value: 85}, value(1, 4), targetFew, "≥ 85", "at least 85%"},
		{Target{Value: 2.5, AtMost: true}, value(25, 1000), targetMet, "≤ 2.5", "at most 2.5%"},
		{Target{Value: 2.5, AtMost: true}, value(26, 1000), targetMissed, "≤ 2.5", "at most 2.5%"},
		{Target{Value: 0, AtMost: true}, metrics.Value{Unit: metrics.Percent, Status: metrics.NoData}, targetUnknown, "≤ 0", "at most 0%"},
	} {
		if got := c.against(one.target, one.v); got != one.want {
			t.Errorf("%+v of %+v: %d, want %d", one.target, one.v, got, one.want)
		}
		if s, w := one.target.sign(metrics.Percent), one.target.words(metrics.Percent); s != one.sign || w != one.words {
			t.Errorf("%q, %q; want %q, %q", s, w, one.sign, one.words)
		}
	}
}

// TestScorecardByHand works out one row: 12 months of 120 offers with 9, 12, 8, 13, 10,
// 7, 12, 9, 20, 22, 21 and 24 refusals before the last six.
func TestScorecardByHand(t *testing.T) {
	months := monthsFrom(2025, 4, 18)
	risen := []int{9, 12, 8, 13, 10, 7, 12, 9, 20, 22, 21, 24, 20, 23, 22, 21, 24, 20}
	table := newTable()
	monthlyOffers(table, "Elm", months, risen, 120, 8)
	c := testComposer(t, page.TierInternal, table)
	c.in.Targets = map[string]Target{"REF-01": {Value: 10, AtMost: true}}
	row := c.scorecardRow("REF-01", months[17])
	// The last three months are 21, 24 and 20 of 120 each; the middle of 12, 9, 20, 22, 21,
	// 24, 20, 23, 22, 21, 24 and 20 of 120 is that of 21 and 21.
	for i, want := range map[int]string{1: "16.7%", 2: "20 of 120", 3: "18.1%", 4: "17.5%", 5: "≤ 10"} {
		if row[i].Text != want {
			t.Errorf("cell %d is %q, want %q", i, row[i].Text, want)
		}
	}
	if row[5].Below != "missed" || row[5].Tone != chart.StateConcern || c.month.missed != 1 || c.month.targets != 1 {
		t.Errorf("the target: %+v, %+v", row[5], c.month)
	}
	spark := row[6].Spark
	if spark == nil || len(spark.Values) != 18 || spark.From != "2025-04-01" || !strings.HasSuffix(spark.Alt, "lowest 5.8%, highest 20.0%, last 16.7%.") {
		t.Errorf("the course: %+v", spark)
	}
	if got := c.medianCell(c.find("REF-01", metrics.Scope{}), months[4]).Text; got != "too few months" {
		t.Errorf("the middle of five months is %q", got)
	}
	if got := c.medianCell(c.find("REF-01", metrics.Scope{}), months[5]).Text; got != "7.9%" {
		t.Errorf("the middle of six months is %q", got)
	}
}

// TestLatestMonth leaves out a month that is not over where the period has one before it.
func TestLatestMonth(t *testing.T) {
	c := testComposer(t, page.TierInternal, newTable())
	for _, one := range []struct{ from, to, want string }{
		{"2026-04-01", "2026-09-30", "2026-09-01"},
		{"2026-04-01", "2026-09-12", "2026-08-01"},
		{"2026-09-01", "2026-09-12", "2026-09-01"},
		{"2026-02-01", "2026-02-28", "2026-02-01"},
	} {
		c.in.Period = record.Span{From: dateOf(t, one.from), To: dateOf(t, one.to)}
		if got := c.latest(); got.From.String() != one.want || got.To != got.From.Month().Last() {
			t.Errorf("%s to %s: %s to %s, want %s", one.from, one.to, got.From, got.To, one.want)
		}
	}
}

func dateOf(t *testing.T, text string) record.Date {
	t.Helper()
	d, err := record.ParseISO(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
