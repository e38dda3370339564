package kpi

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

var (
	ninePack = record.Span{From: record.DateOf(2026, 4, 1), To: record.DateOf(2026, 9, 30)}
	nineBase = record.Span{From: record.DateOf(2025, 10, 1), To: record.DateOf(2026, 3, 31)}
)

// head is one of twelve people at a service.
func head(service string, i int, on record.Date) record.Head {
	return record.Head{Service: service, Person: record.Person(fmt.Sprint("person ", i%12)), On: on, At: record.NoClock}
}

// someVisits adds visits of one kind: late is minutes after the plan, below 0 is not known.
func someVisits(t *metrics.Table, service string, on record.Date, n int, status string, late int, check string) {
	for i := range n {
		v := &record.Visit{Head: head(service, i, on+record.Date(i%20)), Status: status, PlannedStart: record.NoClock, ActualStart: record.NoClock, PlannedEnd: record.NoClock, ActualEnd: record.NoClock, Window: record.Uncounted, PlannedMinutes: record.Uncounted, ActualMinutes: record.Uncounted, CheckedIn: check}
		if late >= 0 {
			v.PlannedStart, v.ActualStart, v.TimeCritical = 480, record.Clock(480+late), record.Yes
		}
		t.Add(v)
	}
}

// nineTable holds what the nine KPIs are about; each number stands again beside the
// figure that it gives.
func nineTable() *metrics.Table {
	t := metrics.NewTable(metrics.All, []record.Span{ninePack, nineBase})
	july, september := record.DateOf(2026, 7, 1), record.DateOf(2026, 9, 5)
	someVisits(t, "Harbour View", july, 2, record.VisitMissed, -1, "")
	someVisits(t, "Harbour View", july, 45, record.VisitCompleted, 30, "")
	someVisits(t, "Harbour View", july, 5, record.VisitCompleted, 31, "")
	someVisits(t, "Harbour View", july, 48, record.VisitCompleted, -1, "")
	someVisits(t, "Quay Street", september, 3, record.VisitCompleted, -1, record.CheckManual)
	someVisits(t, "Quay Street", september, 17, record.VisitCompleted, -1, record.CheckElectronic)
	someVisits(t, "Quay Street", record.DateOf(2025, 10, 1), 1, record.VisitCompleted, -1, record.CheckManual)
	someVisits(t, "Quay Street", record.DateOf(2026, 9, 30), 1, record.VisitCompleted, -1, "")
	for i := range 20 {
		g := &record.Goal{Head: head("Quay Street", i, record.DateOf(2025, 11, 3)), ClosedOn: record.DateOf(2026, 2, 2), Status: record.GoalAchieved, Baseline: record.NoRank, Target: record.NoRank}
		if i >= 16 {
			g.Status = record.GoalNotAchieved
		}
		t.Add(g)
	}
	answers(t, "overall_satisfaction", 27, 30)
	answers(t, "control_over_daily_life", 149, 200)
	return t
}

func answers(t *metrics.Table, question string, yes, all int) {
	for i := range all {
		one := &record.Survey{Head: head("Quay Street", i, record.DateOf(2026, 5, 4)), Respondent: record.AboutPerson, Question: question, Agree: record.No, Value: record.Unknown}
		if i < yes {
			one.Agree = record.Yes
		}
		t.Add(one)
	}
}

func nine(t *testing.T) []KPI {
	t.Helper()
	text, err := os.ReadFile("../../testdata/kpis/" + FileName)
	if err != nil {
		t.Fatal(err)
	}
	list, err := Parse(FileName, text)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestNineKPIs gives the table of KPIs modelled on those of Devon, North Lincolnshire,
// Essex and Central Bedfordshire. Counts, figures and bands are worked out by hand.
func TestNineKPIs(t *testing.T) {
	results, err := Results(FileName, nine(t), nineTable(), ninePack)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range results {
		counts := "-"
		if r.Value.Numerator != nil && r.Value.Denominator != nil {
			counts = fmt.Sprintf("%v of %v", *r.Value.Numerator, *r.Value.Denominator)
		}
		figure, met := "no figure", "-"
		if r.Compared != nil {
			figure = r.Compared.String()
		}
		if r.Met != nil {
			met = fmt.Sprint(*r.Met)
		}
		got = append(got, fmt.Sprintf("%s %s to %s: %s, %s, %q, %s", r.KPI.ID, r.Span.From, r.Span.To, counts, figure, r.Band, met))
	}
	want := []string{
		`DEV-1 2026-07-01 to 2026-09-30: 2 of 100, 2, "Met", true`,        // 2 of 100 is 2.0%, on the edge
		`DEV-2 2026-04-01 to 2026-09-30: 45 of 50, 90, "Green", true`,     // 45 by 30 minutes, 5 by 31: 90.0%
		`DEV-3 2025-10-01 to 2026-09-30: 16 of 20, 80, "Year 2", true`,    // 80.0%, on the edge of year 2
		`DEV-4  to : -, no figure, "", -`,                                 // by hand
		`NL-1 2025-10-01 to 2026-09-30: 27 of 30, 90, "Green", -`,         // 90.0%, on the edge
		`NL-2 2025-10-01 to 2026-09-30: 149 of 200, 75, "Amber", -`,       // 74.5% rounds to 75
		`ESS-1 2026-04-01 to 2026-09-30: 119 of 121, 98.35, "Red", false`, // 98 + 20 + 1 of 100 + 20 + 1: 98.347…%
		`CB-1 2026-09-01 to 2026-09-30: 3 of 20, 15, "Green", true`,       // 15.0%, on the edge
		`CB-2 2026-07-01 to 2026-09-30: -, no figure, "", -`,              // no export of supervisions: no data, no band
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
	if r := results[8]; r.Value.Status != metrics.NoData || r.Missed() {
		t.Errorf("a figure without rows: %s, missed %v", r.Value.Status, r.Missed())
	}
}

// TestFiguresOfKPIs adds what evidence.csv has not got, and nothing twice.
func TestFiguresOfKPIs(t *testing.T) {
	table := nineTable()
	results, err := Results(FileName, nine(t), table, ninePack)
	if err != nil {
		t.Fatal(err)
	}
	before := metrics.Figures(table, metrics.Windows{Period: ninePack, Baseline: nineBase})
	after := Figures(before, results)
	if added := len(after) - len(before); added != 5 { // the quarters of DEV-1 and CB-2, and three times twelve months
		t.Errorf("%d figures were added", added)
	}
	for i, r := range results {
		if _, there := Grain(after, r); !there && !r.ByHand() {
			t.Errorf("KPI %d has no figure", i+1)
		}
	}
	if again := Figures(after, results); len(again) != len(after) {
		t.Error("a figure stands there twice")
	}
}

// TestUnknownService names the services there are, and where the fault stands.
func TestUnknownService(t *testing.T) {
	list, err := Parse(FileName, []byte(line("filter", "service=Harbor View")))
	if err != nil {
		t.Fatal(err)
	}
	_, err = Results(FileName, list, nineTable(), ninePack)
	if err == nil || err.Error() != "contract_kpi.csv, line 2, column filter: KPI K1: no service in the exports has this name" {
		t.Fatal(err)
	}
	if hint := err.(*Fault).Hint; hint != "the services are Harbour View, Quay Street." {
		t.Error(hint)
	}
}

// TestMissingMonths judges a share without them, and no count or rate.
func TestMissingMonths(t *testing.T) {
	v := 1.0
	without := []record.Month{record.DateOf(2026, 8, 1).Month()}
	for id, judged := range map[string]bool{"VIS-02": true, "INC-01": false, "CPL-05": false} {
		m, _ := metrics.Find(id)
		r := Result{KPI: KPI{Metric: id, Rounding: Exact, Better: metrics.Lower, Target: new(Number)}, Value: metrics.Value{Unit: m.Unit, Value: &v}}
		r.compare(m, without)
		if (r.Compared != nil) != judged || (r.Met != nil) != judged {
			t.Errorf("%s: %+v", id, r)
		}
	}
}
