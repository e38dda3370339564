package metrics

import (
	"testing"

	"evidencepack/ingest/record"
)

// The window of the edges: June 2026.
var june = month(2026, 6)

func restriction(start, end record.Date, reviewDue record.Date) *record.Restriction {
	return &record.Restriction{
		Head: about("P1", start), Type: "environmental", StartOn: start, EndOn: end,
		EndReason: record.EndLifted, ReviewDueOn: reviewDue,
	}
}

func action(raised, due, completed record.Date) *record.Action {
	return &record.Action{Head: about("P1", raised), RaisedOn: raised, DueOn: due, CompletedOn: completed}
}

func incident(day record.Date) *record.Incident {
	return &record.Incident{Head: about("P1", day), Type: "fall", RecoveryMinutes: -1}
}

// closed is an incident closed with learning.
func closed(day, closedOn record.Date) *record.Incident {
	r := incident(day)
	r.Closed, r.ClosedOn, r.LearningRecorded = true, closedOn, true
	return r
}

func updated(day, planUpdated record.Date) *record.Incident {
	r := incident(day)
	r.PlanUpdatedOn = planUpdated
	return r
}

func dose(outcome record.Outcome, asNeed bool) *record.MedAdmin {
	return &record.MedAdmin{Head: about("P1", on(2026, 6, 2)), Outcome: outcome, AsNeed: asNeed}
}

func visit(status string) *record.Visit {
	return &record.Visit{Head: about("P1", on(2026, 6, 2)), Status: status}
}

func comfort(value float64, rater string) *record.Rating {
	return &record.Rating{Head: about("P1", on(2026, 6, 2)), Scale: record.ScaleComfort, Value: value, Rater: rater}
}

func allDoses() []record.Record {
	var rows []record.Record
	for _, outcome := range record.Outcomes {
		rows = append(rows, dose(outcome, false), dose(outcome, true))
	}
	return rows
}

func allVisits() []record.Record {
	var rows []record.Record
	for _, status := range []string{
		record.VisitCompleted, record.VisitPartial, record.VisitMissed, record.VisitInProgress, record.VisitCancelledPerson,
		record.VisitCancelledFamily, record.VisitCancelledHospital, record.VisitCancelledProvider, record.VisitRefusedAtDoor,
		record.VisitNoReply, record.VisitUnallocated,
	} {
		rows = append(rows, visit(status))
	}
	return rows
}

// The last day that counts, and the first that does not.
func TestEdgesOfTheDefinitions(t *testing.T) {
	first, last := june.From, june.To
	for _, c := range []struct {
		name                   string
		id                     string
		numerator, denominator float64
		rows                   []record.Record
	}{
		{"ended on the first day: still active in the window", "RES-01", 1, 1, []record.Record{restriction(first-90, first, 0)}},
		{"ended the day before: not active", "RES-01", 0, 0, []record.Record{restriction(first-90, first-1, 0)}},
		{"begun on the last day: active", "RES-06", 0, 1, []record.Record{restriction(last, 0, 0)}},
		{"begun the day after: not active", "RES-06", 0, 0, []record.Record{restriction(last+1, 0, 0)}},
		{"ended on the last day: not active on it", "RES-05", 0, 0, []record.Record{restriction(first, last, last)}},
		{"review due on the last day: in date", "RES-05", 1, 1, []record.Record{restriction(first, 0, last)}},
		{"review due the day before: passed", "RES-05", 0, 1, []record.Record{restriction(first, 0, last-1)}},

		{"done on the day it was due", "LRN-04", 1, 1, []record.Record{action(first, last, last)}},
		{"done a day late", "LRN-04", 0, 1, []record.Record{action(first, last-1, last)}},
		{"due on the last day: open, not overdue", "LRN-05", 0, 1, []record.Record{action(first, last, 0)}},
		{"due the day before: overdue", "LRN-05", 1, 1, []record.Record{action(first, last-1, 0)}},
		{"done on the last day: not open", "LRN-05", 0, 0, []record.Record{action(first, last-1, last)}},
		{"raised after the last day: not open", "LRN-05", 0, 0, []record.Record{action(last+1, last+9, 0)}},
		{"plan changed on the day", "LRN-02", 1, 1, []record.Record{updated(first, first)}},
		{"plan changed before the incident", "LRN-02", 0, 1, []record.Record{updated(first, first-1)}},
		{"plan changed on day 7", "LRN-03", 1, 1, []record.Record{updated(first, first+7)}},
		{"plan changed on day 8", "LRN-03", 0, 1, []record.Record{updated(first, first+8)}},
		{"again on day 30", "LRN-07", 1, 1, []record.Record{closed(first, first+1), incident(first + 31)}},
		{"again on day 31", "LRN-07", 0, 1, []record.Record{closed(first, first+1), incident(first + 32)}},
		{"again on the closing day", "LRN-07", 0, 1, []record.Record{closed(first, first+1), incident(first + 1), incident(first + 60)}},
		{"29 days of data after closing: not known", "LRN-07", 0, 0, []record.Record{closed(first, first+1), incident(first + 30)}},

		{"doses: missed of due", "MED-01", 3, 11, allDoses()},
		{"doses: refused of offered", "MED-02", 2, 8, allDoses()},
		{"doses: taken of due", "MED-03", 3, 11, allDoses()},
		{"visits: done of wanted", "VIS-01", 1, 7, allVisits()},
		{"visits: missed of planned", "VIS-02", 1, 10, allVisits()},
		{"comfort of 4 and 3; staff do not count", "RAT-01", 1, 2, []record.Record{
			comfort(4, record.RaterSelf), comfort(3, record.RaterSelf), comfort(5, record.RaterStaff),
		}},
	} {
		v := one(t, tableOf(nil, c.rows...), c.id, Scope{}, june)
		if v.Numerator == nil || *v.Numerator != c.numerator || *v.Denominator != c.denominator {
			t.Errorf("%s: %s is %s of %s, want %v of %v", c.name, c.id, show(v.Numerator), show(v.Denominator), c.numerator, c.denominator)
		}
	}
}

// followed makes attempts at one step on days counted from the first.
func followed(from record.Date, ranks map[int]int8) []record.Record {
	var rows []record.Record
	for day, rank := range ranks {
		rows = append(rows, &record.StepRecord{Head: about("P1", from+record.Date(day)), Goal: "G1", Step: "1", Rank: rank})
	}
	return rows
}

func TestEdgesOfLessHelp(t *testing.T) {
	last := int(june.Days()) - 1 // the last day, where the first attempt is on the first day
	for _, c := range []struct {
		name                   string
		from                   record.Date
		ranks                  map[int]int8
		numerator, denominator float64
	}{
		{"one level less", june.From - 30, map[int]int8{0: 4, 10: 4, 27: 4, 30 + last - 27: 3, 30 + last - 1: 3, 30 + last: 3}, 1, 1},
		{"the same level", june.From - 30, map[int]int8{0: 4, 10: 4, 27: 4, 30 + last - 27: 4, 30 + last - 1: 4, 30 + last: 4}, 0, 1},
		{"half a level less", june.From - 30, map[int]int8{0: 4, 9: 4, 10: 4, 27: 4, 30 + last - 9: 4, 30 + last - 5: 4, 30 + last - 1: 3, 30 + last: 3}, 0, 1},
		{"the third attempt at the start on day 29", june.From - 30, map[int]int8{0: 4, 10: 4, 28: 4, 30 + last - 5: 3, 30 + last - 1: 3, 30 + last: 3}, 0, 0},
		{"the third attempt at the end 29 days back", june.From - 30, map[int]int8{0: 4, 10: 4, 11: 4, 30 + last - 28: 3, 30 + last - 1: 3, 30 + last: 3}, 0, 0},
		{"56 days followed", june.To - 56, map[int]int8{0: 4, 10: 4, 11: 4, 54: 3, 55: 3, 56: 3}, 1, 1},
		{"55 days followed", june.To - 55, map[int]int8{0: 4, 10: 4, 11: 4, 53: 3, 54: 3, 55: 3}, 0, 0},
	} {
		v := one(t, tableOf(nil, followed(c.from, c.ranks)...), "IND-03", Scope{}, june)
		if *v.Numerator != c.numerator || *v.Denominator != c.denominator {
			t.Errorf("%s: %v of %v, want %v of %v", c.name, *v.Numerator, *v.Denominator, c.numerator, c.denominator)
		}
	}
}

func TestMiddleTimes(t *testing.T) {
	var rows []record.Record
	for i, minutes := range []int{10, 50, 20, 30} {
		r := incident(june.From + record.Date(i))
		r.RecoveryMinutes = minutes
		rows = append(rows, r)
	}
	if v := one(t, tableOf(nil, rows...), "INC-08", Scope{}, june); v.Status != NotComputable || *v.Denominator != 4 {
		t.Errorf("four times: %s of %s", v.Status, show(v.Denominator))
	}
	fifth := incident(june.From)
	fifth.RecoveryMinutes = 0
	if v := one(t, tableOf(nil, append(rows, fifth)...), "INC-08", Scope{}, june); v.Status != OK || *v.Value != 20 {
		t.Errorf("five times: %s %s", v.Status, show(v.Value))
	}
}

// A restriction lifted on the last day is over; one that ended in another way,
// or is still active, only ever leaves sight.
func TestHowLongARestrictionLasts(t *testing.T) {
	start := june.From - 100
	left := restriction(start, start+10, 0)
	left.EndReason = record.EndLeft
	table := tableOf(nil,
		restriction(start, june.To, 0), restriction(start, start+40, 0), left, restriction(june.To+1, 0, 0),
	)
	v := one(t, table, "RES-18", Scope{}, june)
	// After one left, two remain: half are lifted on day 40, the other on the last day.
	if want := (40 + float64(june.To-start)) / 2; v.Status != OK || *v.Value != want || *v.Denominator != 3 {
		t.Errorf("%s: %s of %s, want %v of 3", v.Status, show(v.Value), show(v.Denominator), want)
	}
	never := one(t, tableOf(nil, restriction(start, 0, 0)), "RES-18", Scope{}, june)
	if never.Status != NotComputable || never.Why == "" {
		t.Errorf("none lifted: %+v", never)
	}
}
