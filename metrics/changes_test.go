package metrics

import (
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

// changeRows makes a change of approach on 1 June 2026 with offers on both sides.
func changeRows(area string, before, after int, last record.Date) []record.Record {
	change := &record.PlanChange{Head: about("P1", on(2026, 6, 1)), Area: area}
	change.ID = "CH-1"
	rows := []record.Record{change, task("P2", last, record.Accepted)}
	offer := func(day record.Date, i int) {
		outcome := record.Accepted
		if i%2 == 0 {
			outcome = record.Refused
		}
		rows = append(rows, task("P1", day, outcome))
	}
	for i := range before {
		offer(change.On-1-record.Date(i%3), i)
	}
	for i := range after {
		offer(change.On+7+record.Date(i%3), i)
	}
	// In the week after the change, and before the 56 days: on neither side.
	offer(change.On+6, 0)
	offer(change.On-57, 0)
	return rows
}

func TestBeforeAndAfter(t *testing.T) {
	complete := on(2026, 9, 1)
	for _, c := range []struct {
		name          string
		area          string
		before, after int
		last          record.Date
		want          Status
		why           string
	}{
		{"enough on both sides", "", 10, 12, complete, OK, ""},
		{"an area that is no task category", "staffing", 10, 12, complete, OK, ""},
		{"the category of the offers", "domestic", 10, 12, complete, OK, ""},
		{"another category", "personal_care", 10, 12, complete, NotComputable, "0 offers before"},
		{"too few before", "", 7, 12, complete, NotComputable, "7 offers before"},
		{"too few after", "", 10, 1, complete, NotComputable, "1 offer after"},
		{"days after not all in the data", "", 10, 12, on(2026, 7, 1), OK, "not all in the data yet"},
	} {
		table := tableOf(nil, changeRows(c.area, c.before, c.after, c.last)...)
		v := one(t, table, "CHG-02", Scope{}, record.Span{})
		if v.Status != c.want || !strings.Contains(v.Why, c.why) || (c.why == "") != (v.Why == "") {
			t.Errorf("%s: %s, %q", c.name, v.Status, v.Why)
		}
		if c.want == OK && (*v.Denominator != float64(c.after) || v.Change.BeforeDenominator != float64(c.before)) {
			t.Errorf("%s: %v after and %v before", c.name, *v.Denominator, v.Change.BeforeDenominator)
		}
		if (v.Value == nil) != (c.want != OK) || v.Breakdown != "change=CH-1" {
			t.Errorf("%s: %+v", c.name, v)
		}
		if want := (record.Span{From: on(2026, 6, 8), To: on(2026, 8, 2)}); v.Span != want || v.Span.Days() != v.Change.Before.Days() {
			t.Errorf("%s: %v after, %v before", c.name, v.Span, v.Change.Before)
		}
	}
}

func TestChangesOfNobodyAreNotCompared(t *testing.T) {
	nobody := &record.PlanChange{Head: about("", on(2026, 6, 1))}
	table := tableOf(nil, nobody, task("P1", on(2026, 6, 2), record.Accepted))
	if values := table.Over(chg02, Scope{}, record.Span{}); len(values) != 0 {
		t.Errorf("a change without a person has values: %+v", values)
	}
}

func TestOffersOnOneDayAreNotEnough(t *testing.T) {
	rows := []record.Record{&record.PlanChange{Head: about("P1", on(2026, 6, 1))}}
	for range 9 {
		rows = append(rows, task("P1", on(2026, 5, 20), record.Accepted), task("P1", on(2026, 6, 20), record.Accepted))
	}
	v := one(t, tableOf(nil, rows...), "CHG-02", Scope{}, record.Span{})
	if v.Status != NotComputable || v.Breakdown != "change=2026-06-01" {
		t.Errorf("9 offers on one day: %s, %s", v.Status, v.Breakdown)
	}
}
