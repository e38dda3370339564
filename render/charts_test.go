package render

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// monthsFrom lists whole months.
func monthsFrom(year, month, n int) []record.Span {
	var spans []record.Span
	first := record.DateOf(year, month, 1).Month()
	for m := first; m < first+record.Month(n); m++ {
		spans = append(spans, record.Span{From: m.First(), To: m.Last()})
	}
	return spans
}

// spread gives the days of n events in a month, the first and the last day among them.
func spread(span record.Span, n int) []record.Date {
	var days []record.Date
	for i := range n {
		days = append(days, span.From+record.Date(i*(span.Days()-1)/max(1, n-1)))
	}
	return days
}

// monthlyOffers adds so many refusals of so many offers to each month; a month of 0
// offers has no rows.
func monthlyOffers(t *metrics.Table, service string, months []record.Span, refused []int, all, people int) {
	for m, span := range months {
		for i, day := range spread(span, all) {
			outcome := record.Accepted
			if i < refused[m] {
				outcome = record.Refused
			}
			head := record.Head{Service: service, Person: record.Person(fmt.Sprint(service, " person ", i%people)), On: day}
			t.Add(&record.CareTask{Head: head, Category: record.CategoryPersonalCare, Outcome: outcome, Rank: record.NoRank})
		}
	}
}

// monthlyIncidents adds incidents by month, of a grade of harm, and people to live there.
func monthlyIncidents(t *metrics.Table, months []record.Span, counts []int, harm string) {
	for i := range 6 {
		t.Add(&record.Placement{Head: record.Head{Service: "Elm", Person: record.Person(fmt.Sprint("person ", i))}, Start: months[0].From - 100})
	}
	for m, span := range months {
		for i, day := range spread(span, counts[m]) {
			t.Add(&record.Incident{Head: record.Head{Service: "Elm", Person: record.Person(fmt.Sprint("person ", i%6)), On: day}, Type: "fall", Harm: harm, RecoveryMinutes: -1})
		}
	}
}

// uneven is 18 counts without a long run.
var uneven = []int{9, 12, 8, 13, 10, 7, 12, 9, 11, 8, 12, 10, 13, 9, 8, 11, 7, 12}

// chartOf draws one metric of a table.
func chartOf(t *testing.T, tier page.Tier, table *metrics.Table, id string) (chart.Spec, *composer) {
	t.Helper()
	c := testComposer(t, tier, table)
	b := c.trend(&MetricPair{Metric: id}, metrics.Scope{})
	if b.Chart == nil {
		t.Fatalf("%s has no chart: %+v", id, b.Notice)
	}
	return b.Chart.Spec, c
}

// TestEveryKindOfChart draws each kind from data that ask for it.
func TestEveryKindOfChart(t *testing.T) {
	months := monthsFrom(2025, 4, 18)
	offersTable, shortTable, incidents, stock, varied := newTable(), newTable(), newTable(), newTable(), newTable()
	monthlyOffers(offersTable, "Elm", months, uneven, 120, 8)
	monthlyOffers(shortTable, "Elm", months[7:], uneven[7:], 120, 8)
	for i, span := range months {
		monthlyOffers(varied, "Elm", []record.Span{span}, uneven[i:], 100+3*uneven[i], 8)
	}
	monthlyIncidents(incidents, months, uneven, record.HarmNone)
	monthlyIncidents(stock, months, uneven, record.HarmNone)
	for i := range 20 {
		start := months[0].From - record.Date(i*9)
		stock.Add(&record.Restriction{Head: record.Head{Service: "Elm", Person: record.Person(fmt.Sprint("person ", i)), On: start}, StartOn: start, ReviewDueOn: months[i%18].To})
	}
	for _, c := range []struct {
		table      *metrics.Table
		id         string
		kind       chart.Kind
		rules      string
		reason     string
		centre     string
		withLimits bool
	}{
		{offersTable, "REF-01", chart.KindPPrime, "Anhøj", "p′ chart: each month is a share", "average 8.4", true},
		{incidents, "INC-01", chart.KindUPrime, "Anhøj", "u′ chart: events for care days", "average ", true},
		{varied, "REF-09", chart.KindXmR, "Making Data Count", "XmR chart: one value a month", "mean ", true},
		{shortTable, "REF-01", chart.KindRun, "", "Run chart: fewer than 12 points", "median ", false},
		{stock, "RES-05", chart.KindRun, "", "Run chart without signals", "median ", false},
	} {
		s, composer := chartOf(t, page.TierInternal, c.table, c.id)
		if s.Kind != c.kind || s.Rules != c.rules || !strings.HasPrefix(s.Reason, c.reason) || !strings.HasPrefix(s.CentreLabel, c.centre) {
			t.Errorf("%s is a %s by %q (%s), labelled %q", c.id, s.Kind, s.Rules, s.Reason, s.CentreLabel)
		}
		limits := slices.ContainsFunc(s.Points, func(p chart.Point) bool { return p.LimitUpper != nil })
		if limits != c.withLimits || strings.Contains(s.Subtitle, "Band: ") != c.withLimits {
			t.Errorf("%s: limits %v, and the subtitle says %q", c.id, limits, s.Subtitle)
		}
		name := composer.chartWords.Kinds[map[chart.Kind]metrics.SeriesKind{
			chart.KindPPrime: metrics.SeriesPPrime, chart.KindUPrime: metrics.SeriesUPrime, chart.KindXmR: metrics.SeriesXmR, chart.KindRun: metrics.SeriesRun,
		}[c.kind]].Name
		if !strings.HasPrefix(s.Alt, name+", ") {
			t.Errorf("%s: without the picture it is %q", c.id, s.Alt)
		}
	}
}

// TestCentreIsInTheUnitOfThePoints wants the grey line among the points, whatever
// the chart is worked out from.
func TestCentreIsInTheUnitOfThePoints(t *testing.T) {
	months := monthsFrom(2025, 4, 18)
	long, short := newTable(), newTable()
	monthlyOffers(long, "Elm", months, uneven, 120, 8)
	monthlyOffers(short, "Elm", months[8:], uneven[8:], 120, 8)
	for _, table := range []*metrics.Table{long, short} {
		s, _ := chartOf(t, page.TierInternal, table, "REF-01")
		low, high := 100.0, 0.0
		for _, p := range s.Points {
			low, high = min(low, *p.Value), max(high, *p.Value)
		}
		if centre := *s.LastCentre(); centre < low || centre > high {
			t.Errorf("%s: the centre line is at %v, the points from %v to %v", s.Kind, centre, low, high)
		}
	}
}

// TestGapsOfCharts tells months without rows, with nothing to divide by and with too
// little from each other, and gives none of them a value or limits.
func TestGapsOfCharts(t *testing.T) {
	months := monthsFrom(2025, 4, 18)
	table := newTable()
	monthlyOffers(table, "Elm", months[:5], uneven, 120, 8)
	monthlyOffers(table, "Elm", months[6:7], []int{1}, 3, 3)  // thin
	monthlyOffers(table, "Elm", months[8:], uneven, 120, 8)   // no rows in months 5 and 7
	monthlyOffers(table, "Elm", months[17:], []int{9}, 60, 8) // one more in the last
	s, _ := chartOf(t, page.TierInternal, table, "REF-01")
	for i, want := range map[int]chart.Point{
		4: {}, 5: {State: chart.PointNoData, Word: "no data"}, 6: {State: chart.PointThin, Word: "too few"}, 7: {State: chart.PointNoData, Word: "no data"},
	} {
		p := s.Points[i]
		if p.State != want.State || p.Word != want.Word || (p.Value == nil) != (want.State != "") || (p.LimitUpper == nil) != (want.State != "") {
			t.Errorf("%s: %+v, want %+v", p.Label, p, want)
		}
	}
	if !strings.Contains(s.Alt, "Gaps: Sep 2025 no data, Oct 2025 too few and Nov 2025 no data.") {
		t.Error(s.Alt)
	}
	if n := s.Points[6].Denominator; n == nil || *n != 3 {
		t.Error("a thin month lost its count, which the table of values shows")
	}
}

// TestQuartersHaveNoLimits looks in the external tier for anything that rests on
// months too small to show.
func TestQuartersHaveNoLimits(t *testing.T) {
	months := monthsFrom(2025, 4, 18)
	table := newTable()
	small := slices.Clone(uneven)
	small[3] = 2
	monthlyOffers(table, "Elm", months, small, 120, 8)
	s, _ := chartOf(t, page.TierExternal, table, "REF-01")
	if s.Kind != chart.KindQuarters || s.Rules != "" || s.CentreLabel != "" || !strings.Contains(s.Reason, "no limits and no signals") {
		t.Errorf("%s by %q, labelled %q: %s", s.Kind, s.Rules, s.CentreLabel, s.Reason)
	}
	for _, p := range s.Points {
		if p.Centre != nil || p.LimitLower != nil || p.LimitUpper != nil || p.Signal != chart.SignalNone {
			t.Errorf("%s rests on months: %+v", p.Label, p)
		}
		if p.Value != nil && p.Lower == nil {
			t.Errorf("%s has no range", p.Label)
		}
	}
	inside, _ := chartOf(t, page.TierInternal, table, "REF-01")
	if inside.Kind != chart.KindPPrime {
		t.Errorf("inside it is a %s", inside.Kind)
	}
}
