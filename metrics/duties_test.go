package metrics

import (
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

// dutyRows are rows of every duty about September 2026, whose last day is asOf.
func dutyRows(asOf record.Date) []record.Record {
	first := asOf - 29
	action := func(raised, due, done record.Date, cancelled bool, row int) record.Record {
		return headed(&record.Action{RaisedOn: raised, DueOn: due, CompletedOn: done, Cancelled: cancelled}, "P1", raised, row)
	}
	supervision := func(due, held record.Date, row int) record.Record {
		return headed(&record.Supervision{Staff: "S1", DueOn: due, HeldOn: held}, "", due, row)
	}
	course := func(staff record.Worker, key string, signed, ends record.Date, row int) record.Record {
		return headed(&record.Competency{Staff: staff, Key: key, SignedOn: signed, ExpiresOn: ends, Competent: record.Yes}, "", signed, row)
	}
	return []record.Record{
		action(first-9, first, first, false, 1),         // on time, on its day
		action(first-9, first+1, first+2, false, 2),     // late
		action(first-9, asOf, asOf+1, false, 3),         // not done by the day, due on it: ahead
		action(first-9, first+3, 0, true, 4),            // cancelled: not done, no longer due
		action(first-90, first-40, 0, false, 5),         // overdue since long ago
		action(first-9, asOf+30, 0, false, 6),           // the last day ahead
		action(first-9, asOf+31, 0, false, 7),           // beyond it
		action(first-9, asOf+3, asOf-1, false, 8),       // done before it was due
		action(asOf+1, asOf+3, 0, false, 9),             // raised after the day: not known on it
		supervision(first+1, first+1, 10),               // on time
		supervision(first+2, 0, 11),                     // not held: overdue
		supervision(asOf+10, 0, 12),                     // ahead
		course("S1", "pbs", asOf-400, asOf-1, 13),       // over
		course("S1", "first_aid", asOf-400, asOf-1, 14), // done again since
		course("S1", "first_aid", asOf-3, asOf+300, 15),
		course("S2", "pbs", asOf-300, asOf+30, 16), // runs out in the 30 days
		course("S3", "pbs", asOf-400, asOf-1, 17),  // left
		headed(&record.Staff{Worker: "S3", StartOn: asOf - 900, EndOn: asOf - 100}, "", asOf-900, 18),
		headed(&record.Restriction{Type: "physical", StartOn: first - 90, ReviewDueOn: asOf - 1}, "P1", first-90, 19),
		headed(&record.Restriction{Type: "physical", StartOn: first - 90, ReviewDueOn: asOf + 9}, "P1", first-90, 20),
		headed(&record.Restriction{Type: "physical", StartOn: first - 90, EndOn: asOf - 3, ReviewDueOn: asOf - 4}, "P1", first-90, 21),
		headed(&record.PlanReview{Review: "risk", DueOn: first + 4, CompletedOn: first + 9, NextDueOn: asOf + 20}, "P1", first+4, 22), // late; next one ahead
		headed(&record.PlanReview{Review: "mca", DueOn: first + 5}, "P1", first+5, 23),                                                // not done: overdue
	}
}

func TestDuties(t *testing.T) {
	asOf := on(2026, 9, 30)
	table, other := NewTable(All, nil), NewTable(All, nil)
	for i, r := range dutyRows(asOf) {
		[]*Table{table, other}[i%2].Add(r)
	}
	table.Merge(other)
	want := map[string]DutyCount{
		"actions":      {Dated: true, Due: 4, OnTime: 1, Late: 1, Undone: 2, Overdue: 1, Ahead: 2},
		"plan_reviews": {Dated: true, Due: 2, Late: 1, Undone: 1, Overdue: 1, Ahead: 1},
		"restrictions": {Overdue: 1, Ahead: 1},
		"supervisions": {Dated: true, Due: 2, OnTime: 1, Undone: 1, Overdue: 1, Ahead: 1},
		"training":     {Overdue: 1, Ahead: 1},
	}
	for _, d := range Duties {
		got, why := table.Duty(d, Scope{}, month(2026, 9), asOf)
		if why != "" || got != want[d.Name] {
			t.Errorf("%s: %+v %q, want %+v", d.Name, got, why, want[d.Name])
		}
		if got.Due != got.OnTime+got.Late+got.Undone {
			t.Errorf("%s: %+v do not add up", d.Name, got)
		}
		if got, why := table.Duty(d, Scope{Service: "Birch Road"}, month(2026, 9), asOf); got != (DutyCount{Dated: got.Dated}) || why != "" {
			t.Errorf("%s: another service has %+v %q", d.Name, got, why)
		}
		if _, why := NewTable(All, nil).Duty(d, Scope{}, month(2026, 9), asOf); !strings.Contains(why, "No export of") {
			t.Errorf("%s: without an export: %q", d.Name, why)
		}
		for _, need := range (Def{Columns: d.Columns}).ColumnNeeds() {
			if need.Kind != d.Kind || need.Words() == "" || !keptForLists[d.Kind] {
				t.Errorf("%s: %q is no field of its kind, or its records are not kept", d.Name, need.Words())
			}
		}
	}
}

// The duties of a month are those of the figures that count the same.
func TestDutiesAreThoseOfTheFigures(t *testing.T) {
	asOf := on(2026, 9, 30)
	table := tableOf([]record.Span{month(2026, 9)}, dutyRows(asOf)...)
	for id, name := range map[string]string{"LRN-04": "actions", "AUD-05": "plan_reviews", "SUP-01": "supervisions"} {
		v := one(t, table, id, Scope{}, month(2026, 9))
		for _, d := range Duties {
			if n, _ := table.Duty(d, Scope{}, month(2026, 9), asOf); d.Name == name && (float64(n.Due) != *v.Denominator || float64(n.OnTime) != *v.Numerator) {
				t.Errorf("%s: %+v, %s is %v of %v", name, n, id, *v.Numerator, *v.Denominator)
			}
		}
	}
	for name, list := range map[string]List{"actions": overdueActions, "plan_reviews": overdueReviews} {
		items, _ := table.Items(list, Scope{}, month(2026, 9))
		for _, d := range Duties {
			if n, _ := table.Duty(d, Scope{}, month(2026, 9), asOf); d.Name == name && n.Overdue != len(items) {
				t.Errorf("%s: %d overdue, the list has %d", name, n.Overdue, len(items))
			}
		}
	}
}

// Without the column for done, everything would look late.
func TestDutiesWithoutTheirColumnAreNotKnown(t *testing.T) {
	r := headed(&record.Supervision{Staff: "S1", DueOn: on(2026, 9, 2)}, "", on(2026, 9, 2), 1)
	r.Columns = record.NewColumns("due_at", "staff")
	if n, why := tableOf(nil, r).Duty(dutySupervisions, Scope{}, month(2026, 9), on(2026, 9, 30)); n != (DutyCount{}) || !strings.Contains(why, "has no column for: date held") {
		t.Errorf("%+v %q", n, why)
	}
}

// A change on 1 June is followed by a week in which it settles and by 56 days, 8 June to
// 2 August.
func TestCheckDay(t *testing.T) {
	if got := CheckDay(on(2026, 6, 1)); got != on(2026, 8, 2) {
		t.Error(got)
	}
}
