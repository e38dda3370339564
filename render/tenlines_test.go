package render

import (
	"strings"
	"testing"

	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// TestTenLines gives a line for a signal, a missed target and something to do, worst
// first; what is none of these has no line.
func TestTenLines(t *testing.T) {
	months := monthsFrom(2025, 4, 18)
	risen := []int{9, 12, 8, 13, 10, 7, 12, 9, 10, 11, 12, 9, 20, 23, 22, 21, 24, 40}
	table := newTable()
	monthlyOffers(table, "Elm", months, risen, 120, 8)
	monthlyOffers(table, "Oak", months, uneven, 120, 8)
	c := testComposer(t, page.TierInternal, table)
	block := &TenLinesBlock{Lines: []MonthLine{{Metric: "REF-01", Do: "meet the team this week", Keep: "tell them"}}}
	lines := c.tenLines(block).Claims
	if lines == nil || len(lines.Claims) != 1 {
		t.Fatalf("%+v", lines)
	}
	got := lines.Claims[0]
	for _, part := range []string{"At Elm people first refused 40 of 120 offers (33.3%) in September 2026 (8 people).", "From October 2025 to March 2026: 63 of 720 (8.8%).", "above", "Do: meet the team this week."} {
		if !strings.Contains(got.Text, part) {
			t.Errorf("%q is not in %q", part, got.Text)
		}
	}
	if got.State != chart.StateConcern || got.Metric != "REF-01" || lines.Title != "What matters in September 2026" || c.month.signals != 1 {
		t.Errorf("%+v, %q, %+v", got, lines.Title, c.month)
	}

	quiet := newTable()
	monthlyOffers(quiet, "Elm", months, uneven, 120, 8)
	c = testComposer(t, page.TierInternal, quiet)
	if b := c.tenLines(block); b.Notice == nil || !strings.Contains(b.Notice.Text, "not proof") {
		t.Errorf("a quiet month: %+v", b)
	}
	c.in.Targets = map[string]Target{"REF-01": {Value: 1, AtMost: true}}
	if b := c.tenLines(block); b.Claims == nil || b.Claims.Claims[0].Word != "Target missed" || !strings.Contains(b.Claims.Claims[0].Text, "The target is at most 1%.") || c.month.missed != 1 {
		t.Errorf("a missed target: %+v", b)
	}
	c.in.Targets = nil
	above := 0.5
	if b := c.tenLines(&TenLinesBlock{Lines: []MonthLine{{Metric: "REF-01", Do: "why?", Above: &above}}}); b.Claims == nil || b.Claims.Claims[0].Word != "To do" || !strings.HasSuffix(b.Claims.Claims[0].Text, "Do: why?") {
		t.Errorf("something to do: %+v", b)
	}
	above = 99
	if b := c.tenLines(&TenLinesBlock{Lines: []MonthLine{{Metric: "REF-01", Do: "why?", Above: &above}, {Metric: "RAT-01", Above: &above}}}); b.Notice == nil {
		t.Errorf("nothing to do, and a measure without data: %+v", b)
	}
}

// TestMostLines keeps the worst, and one that went right.
func TestMostLines(t *testing.T) {
	of := func(ranks ...int) (out []monthFound) {
		for _, r := range ranks {
			out = append(out, monthFound{rank: r})
		}
		return out
	}
	ranks := func(found []monthFound) (out []int) {
		for _, f := range found {
			out = append(out, f.rank)
		}
		return out
	}
	for _, one := range []struct {
		found []monthFound
		most  int
		want  []int
	}{
		{of(lineWorse, lineMissed), 3, []int{lineWorse, lineMissed}},
		{of(lineWorse, lineMissed, lineMissed, lineBetter, lineBetter), 3, []int{lineWorse, lineMissed, lineBetter}},
		{of(lineWorse, lineMissed, lineMissed, lineToDo), 3, []int{lineWorse, lineMissed, lineMissed}},
		{of(lineWorse, lineBetter, lineBetter), 2, []int{lineWorse, lineBetter}},
		{of(lineWorse, lineWorse, lineWorse, lineWorse, lineWorse, lineWorse, lineWorse, lineWorse, lineWorse, lineWorse, lineWorse), 0, []int{0, 0, 0, 0, 0, 0, 0, 0, 0, 0}},
	} {
		got := ranks(mostOf(one.found, one.most))
		if len(got) != len(one.want) {
			t.Errorf("%v, want %v", got, one.want)
			continue
		}
		for i := range got {
			if got[i] != one.want[i] {
				t.Errorf("%v, want %v", got, one.want)
				break
			}
		}
	}
}

// TestMonthsOfScorecardStayInside refuses single months in a pack for readers outside.
func TestMonthsOfScorecardStayInside(t *testing.T) {
	for _, block := range []PackBlock{
		{Scorecard: &ScorecardBlock{Groups: []MetricList{{Metrics: []string{"REF-01"}}}}},
		{TenLines: &TenLinesBlock{Lines: []MonthLine{{Metric: "REF-01"}}}},
		{Glance: &MetricList{Metrics: []string{"REF-01"}}},
	} {
		if _, why := block.unfit(page.TierExternal); why == "" {
			t.Errorf("%+v may stand in a pack of the external tier", block)
		}
		if _, why := block.unfit(page.TierInternal); why != "" {
			t.Error(why)
		}
	}
}

// TestGlance sets services side by side in the order of their names.
func TestGlance(t *testing.T) {
	months := monthsFrom(2025, 4, 18)
	table := newTable()
	monthlyOffers(table, "Oak", months, uneven, 120, 8)
	monthlyOffers(table, "Elm", months, uneven, 120, 8)
	c := testComposer(t, page.TierInternal, table)
	b := c.glance(&MetricList{Title: "Side by side", Metrics: []string{"REF-01"}})
	if len(b) != 1 || len(b[0].Table.Rows) != 3 || b[0].Table.Rows[0].Cells[0].Text != "Elm" || !b[0].Table.Rows[2].Total {
		t.Fatalf("%+v", b)
	}
	all := c.find("REF-01", metrics.Scope{})
	if cell := b[0].Table.Rows[2].Cells[1]; cell.Text != valueText(all.after) || !strings.Contains(cell.Below, thousands(*all.after.Numerator)) {
		t.Errorf("%+v", cell)
	}
	one := newTable()
	monthlyOffers(one, "Elm", months, uneven, 120, 8)
	if b := testComposer(t, page.TierInternal, one).glance(&MetricList{Metrics: []string{"REF-01"}}); b != nil {
		t.Errorf("one service alone: %+v", b)
	}
}
