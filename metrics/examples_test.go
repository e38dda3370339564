package metrics

import (
	"math"
	"testing"

	"evidencepack/ingest/record"
)

// The worked examples of the domain reference, section 11: A to D.

func on(year, month, day int) record.Date { return record.DateOf(year, month, day) }

func about(person string, day record.Date) record.Head {
	return record.Head{Service: "Ash House", Person: record.Person(person), On: day, At: record.NoClock}
}

func tableOf(spans []record.Span, records ...record.Record) *Table {
	t := NewTable(All, spans)
	for i, r := range records {
		r.Where().Row = i + 1
		t.Add(r)
	}
	return t
}

// want is a value of a worked example, rounded as there.
type want struct {
	id                     string
	numerator, denominator float64
	value                  float64
	decimals               int
}

func checkValues(t *testing.T, table *Table, span record.Span, wants []want) {
	t.Helper()
	for _, w := range wants {
		m, found := Find(w.id)
		if !found {
			t.Fatalf("no metric %s", w.id)
		}
		v := table.Over(m, Scope{}, span)[0]
		if v.Status != OK {
			t.Errorf("%s: %s, %s", w.id, v.Status, v.Why)
			continue
		}
		if *v.Numerator != w.numerator {
			t.Errorf("%s: numerator %v, want %v", w.id, *v.Numerator, w.numerator)
		}
		if v.Denominator != nil && math.Abs(*v.Denominator-w.denominator) > 0.005 {
			t.Errorf("%s: denominator %v, want %v", w.id, *v.Denominator, w.denominator)
		}
		scale := math.Pow(10, float64(w.decimals))
		if got := math.Round(*v.Value*scale) / scale; got != w.value {
			t.Errorf("%s: value %v, want %v", w.id, got, w.value)
		}
	}
}

// offersMade makes rows of personal care, one outcome a time.
func offersMade(month int, outcomes map[record.Outcome]int) []record.Record {
	var rows []record.Record
	for _, outcome := range record.Outcomes {
		for i := range outcomes[outcome] {
			rows = append(rows, &record.CareTask{
				Head: about("P1", on(2026, month, 1+i)), Category: record.CategoryPersonalCare, Outcome: outcome,
			})
		}
	}
	return rows
}

func TestExampleARefusals(t *testing.T) {
	september := record.Span{From: on(2026, 9, 1), To: on(2026, 9, 30)}
	november := record.Span{From: on(2026, 11, 1), To: on(2026, 11, 30)}
	rows := offersMade(9, map[record.Outcome]int{
		record.Accepted: 12, record.Refused: 6, record.AcceptedOnReoffer: 2,
		record.Away: 3, record.NotOffered: 2, record.UnknownGap: 1,
	})
	rows = append(rows, offersMade(11, map[record.Outcome]int{
		record.Accepted: 17, record.Refused: 2, record.AcceptedOnReoffer: 3,
	})...)
	table := tableOf([]record.Span{september, november}, rows...)
	checkValues(t, table, september, []want{
		{"REF-01", 8, 20, 40.0, 1}, {"REF-02", 6, 20, 30.0, 1}, {"REF-03", 2, 8, 25.0, 1},
		{"REF-05", 8, 20, 40.0, 1}, {"REF-09", 20, 30.0 / 7, 4.67, 2},
	})
	checkValues(t, table, november, []want{
		{"REF-01", 5, 22, 22.7, 1}, {"REF-02", 2, 22, 9.1, 1}, {"REF-03", 3, 5, 60.0, 1},
		{"REF-09", 22, 30.0 / 7, 5.13, 2},
	})
}

func TestExampleBSteps(t *testing.T) {
	var rows []record.Record
	for i, rank := range []int8{6, 5, 5, 5, 3, 3, 3, 0, 3, 0, 0, 0} {
		rows = append(rows, &record.StepRecord{Head: about("P1", on(2026, 1, 1)+record.Date(7*i)), Goal: "G1", Step: "1", Rank: rank})
	}
	declined := &record.StepRecord{Head: about("P1", on(2026, 3, 12)), Goal: "G1", Step: "1", Rank: record.NoRank}
	beforeLast := record.Span{From: on(2026, 1, 1), To: on(2026, 3, 18)}
	whole := record.Span{From: on(2026, 1, 1), To: on(2026, 3, 31)}
	table := tableOf([]record.Span{beforeLast, whole}, append(rows, declined)...)
	checkValues(t, table, whole, []want{{"IND-01", 4, 12, 33.3, 1}, {"IND-02", 1, 1, 100, 1}})
	checkValues(t, table, beforeLast, []want{{"IND-02", 0, 1, 0, 1}})
	checkValues(t, table, record.Span{From: on(2026, 3, 19), To: on(2026, 3, 31)}, []want{{"IND-02", 1, 1, 100, 1}})
}

// restrictionsOfC are those of example C. A restriction that came back is either
// the same row, opened again, or a row of its own.
func restrictionsOfC(ownRow bool) []record.Record {
	var rows []record.Record
	add := func(person string, start, end record.Date, reason string) {
		rows = append(rows, &record.Restriction{Head: about(person, start), Type: "environmental", StartOn: start, EndOn: end, EndReason: reason})
	}
	long, during := on(2025, 3, 1), on(2026, 11, 2)
	for _, person := range []string{"A", "B", "C", "D", "E", "F"} {
		add(person, long, 0, "")
	}
	add("G", long, during, record.EndLifted)
	add("H", long, during, record.EndLifted)
	add("I", long, during, record.EndLeft)
	add("K", on(2026, 10, 5), 0, "")
	add("L", on(2026, 10, 9), 0, "")
	if ownRow {
		add("M", long, during, record.EndLifted)
		add("M", during+20, 0, "")
	} else {
		add("M", long, 0, "")
	}
	return rows
}

func TestExampleCRestrictions(t *testing.T) {
	quarter := record.Span{From: on(2026, 10, 1), To: on(2026, 12, 31)}
	table := tableOf([]record.Span{quarter}, restrictionsOfC(false)...)
	checkValues(t, table, quarter, []want{{"RES-01", 2, 12, 16.7, 1}, {"RES-03", 2, 0, 2, 0}, {"RES-04", -1, 0, -1, 0}})
	table = tableOf([]record.Span{quarter}, restrictionsOfC(true)...)
	checkValues(t, table, quarter, []want{{"RES-01", 2, 13, 15.4, 1}, {"RES-03", 3, 0, 3, 0}, {"RES-04", -1, 0, -1, 0}})
}

func TestExampleDLearning(t *testing.T) {
	june := record.Span{From: on(2026, 6, 1), To: on(2026, 6, 30)}
	var rows []record.Record
	updatedAfter := []record.Date{2, 3, 6, 15, 0}
	for i := range 9 {
		day := on(2026, 6, 1+i)
		r := &record.Incident{Head: about("P1", day), Type: "choking", Closed: i < 8, LearningRecorded: i < 6, RecoveryMinutes: -1}
		if i < len(updatedAfter) {
			r.Type = "fall"
			if updatedAfter[i] != 0 {
				r.PlanUpdatedOn = day + updatedAfter[i]
			}
		}
		rows = append(rows, r)
	}
	table := tableOf([]record.Span{june}, rows...)
	checkValues(t, table, june, []want{{"LRN-01", 6, 8, 75.0, 1}, {"LRN-02", 4, 5, 80.0, 1}, {"LRN-03", 3, 5, 60.0, 1}})
}
