package render

import (
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
)

// TestRebaseText names who decided in the house, and nobody outside it or where a
// name of the exports would be printed.
func TestRebaseText(t *testing.T) {
	r := metrics.Rebase{Metric: "REF-01", From: record.DateOf(2026, 4, 1), Who: "Jo Manager", Why: "new rota"}
	for _, c := range []struct {
		tier page.Tier
		safe func(string) bool
		want string
	}{
		{page.TierInternal, func(string) bool { return true }, "Limits worked out again from 1 April 2026 (Jo Manager: new rota)"},
		{page.TierInspection, func(s string) bool { return s != "Jo Manager" }, "Limits worked out again from 1 April 2026 (decided by the provider: new rota)"},
		{page.TierInternal, func(string) bool { return false }, "Limits worked out again from 1 April 2026 (decided by the provider)"},
		{page.TierExternal, func(string) bool { return true }, "Limits worked out again from April 2026 (decided by the provider)"},
		{page.TierExternal, func(string) bool { return false }, "Limits worked out again from April 2026 (decided by the provider)"},
	} {
		composer := testComposer(t, c.tier, newTable())
		composer.in.Safe = c.safe
		if got := composer.rebaseText(r, r.From, true); got != c.want {
			t.Errorf("%s: %q, want %q", c.tier, got, c.want)
		}
	}
}

// TestRebaseBeginsNewLimits draws a step where the user asks for it, in that scope alone.
func TestRebaseBeginsNewLimits(t *testing.T) {
	months := monthsFrom(2024, 10, 24)
	table := newTable()
	monthlyOffers(table, "Elm", months, append(append([]int{}, uneven[:12]...), 22, 25, 20, 26, 23, 21, 24, 22, 25, 21, 23, 24), 120, 8)
	monthlyOffers(table, "Oak", months, append(append([]int{}, uneven[:12]...), uneven[:12]...), 120, 8)
	c := testComposer(t, page.TierInternal, table)
	asked := metrics.Rebase{Metric: "REF-01", Service: "Elm", From: record.DateOf(2025, 9, 15), Who: "Quality lead", Why: "new form"}
	c.in.Rebases = []metrics.Rebase{asked, {Metric: "REF-02", Service: "Elm", From: record.DateOf(2025, 4, 1)}}
	pair := &MetricPair{Metric: "REF-01"}
	elm, oak := c.trend(pair, metrics.Scope{Service: "Elm"}), c.trend(pair, metrics.Scope{Service: "Oak"})
	s := elm.Chart.Spec
	if len(s.Rebases) != 1 || s.Rebases[0].From != "2025-10-01" || s.Rebases[0].Text != "Limits worked out again from 1 October 2025 (Quality lead: new form)" {
		t.Fatalf("%+v", s.Rebases)
	}
	if *s.Points[11].Centre >= 10 || *s.Points[12].Centre <= 15 || s.CentreLabel != "average "+plainNumber(metrics.Percent, *s.Points[23].Centre) {
		t.Errorf("from %v to %v, labelled %q", *s.Points[11].Centre, *s.Points[12].Centre, s.CentreLabel)
	}
	if !strings.Contains(s.Alt, s.Rebases[0].Text+".") {
		t.Error(s.Alt)
	}
	if len(oak.Chart.Spec.Rebases) != 0 {
		t.Error("the chart of another service has new limits")
	}
	p := &page.Page{Sections: []page.Section{{Blocks: []page.Block{elm, oak}}}}
	if !DrawsRebase(p, c.services, asked) || DrawsRebase(p, c.services, c.in.Rebases[1]) {
		t.Error("which decisions had an effect is not known")
	}
}

// TestRebaseOfRareEvents begins new limits at the day itself, not at a month.
func TestRebaseOfRareEvents(t *testing.T) {
	table := newTable()
	months := monthsFrom(2024, 10, 24)
	monthlyIncidents(table, months, append(append([]int{}, uneven...), uneven[:6]...), record.HarmNone)
	for i := range 48 {
		day := months[0].From + record.Date(4+15*i+i%4)
		table.Add(&record.Incident{Head: record.Head{Service: "Elm", Person: "person 1", On: day}, Type: "fall", Harm: record.HarmSevere, RecoveryMinutes: -1})
	}
	c := testComposer(t, page.TierInternal, table)
	asked := metrics.Rebase{Metric: rareMetric, From: record.DateOf(2025, 9, 10), Who: "Quality lead", Why: "new form"}
	c.in.Rebases = []metrics.Rebase{asked}
	b := c.rare(&MetricPair{Metric: rareMetric})
	if b.Chart == nil || len(b.Chart.Spec.Rebases) != 1 {
		t.Fatalf("%+v", b)
	}
	if got := b.Chart.Spec.Rebases[0]; got.From != "2025-09-10" || got.Text != "Middle line begins again from 10 September 2025, with too few points yet for limits (Quality lead: new form)" {
		t.Errorf("%+v", got)
	}
	if !DrawsRebase(&page.Page{Sections: []page.Section{{Blocks: []page.Block{b}}}}, c.services, asked) {
		t.Error("it is not known that the decision had an effect")
	}
}
