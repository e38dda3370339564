package metrics

import (
	"testing"

	"evidencepack/ingest/record"
)

// restrictionsOfC are those of example C, each with the id of its person, and their
// reviews. The restriction that came back is either the same row, opened again after
// a review lifted it, or a row of its own.
func restrictionsOfC(ownRow bool) []record.Record {
	var rows []record.Record
	add := func(person string, start, end record.Date, reason string) {
		head := about(person, start)
		head.ID = "R-" + person
		rows = append(rows, &record.Restriction{Head: head, Type: "environmental", StartOn: start, EndOn: end, EndReason: reason})
	}
	review := func(person string, day record.Date, outcome string) {
		rows = append(rows, &record.RestrictionReview{Head: about("", day), Restriction: "R-" + person, ReviewedOn: day, Outcome: outcome})
	}
	long, during := on(2025, 3, 1), on(2026, 11, 2)
	for _, person := range []string{"A", "B", "C", "D", "E", "F"} {
		add(person, long, 0, "")
	}
	review("F", on(2026, 10, 20), record.EndReduced)
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
		review("M", during, record.EndLifted)
		review("M", during+20, record.EndReimposed)
	}
	return rows
}

func TestExampleCRestrictions(t *testing.T) {
	quarter := record.Span{From: on(2026, 10, 1), To: on(2026, 12, 31)}
	table := tableOf([]record.Span{quarter}, restrictionsOfC(false)...)
	checkValues(t, table, quarter, []want{
		{"RES-01", 2, 12, 16.7, 1}, {"RES-02", 1, 12, 8.3, 1}, {"RES-03", 2, 0, 2, 0}, {"RES-04", -1, 0, -1, 0}, {"RES-11", 1, 3, 33.3, 1},
	})
	table = tableOf([]record.Span{quarter}, restrictionsOfC(true)...)
	checkValues(t, table, quarter, []want{
		{"RES-01", 2, 13, 15.4, 1}, {"RES-02", 1, 13, 7.7, 1}, {"RES-03", 3, 0, 3, 0}, {"RES-04", -1, 0, -1, 0}, {"RES-11", 1, 3, 33.3, 1},
	})
}

// The restrictions of example C are ten on the day before the quarter, and nine on
// its last day.
func TestExampleCBeforeAndAfter(t *testing.T) {
	before, after := 0, 0
	for _, r := range restrictionsOfC(true) {
		one, ok := r.(*record.Restriction)
		if !ok {
			continue
		}
		if activeOn(one, on(2026, 9, 30)) {
			before++
		}
		if activeOn(one, on(2026, 12, 31)) {
			after++
		}
	}
	if before != 10 || after != 9 {
		t.Errorf("%d active before, %d after, want 10 and 9", before, after)
	}
}
