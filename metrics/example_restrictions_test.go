package metrics

import (
	"testing"

	"evidencepack/ingest/record"
)

// restrictionsOfC are those of example C. A restriction that came back is either
// the same row, opened again, or a row of its own.
func restrictionsOfC(ownRow bool) []record.Record {
	var rows []record.Record
	add := func(person string, start, end record.Date, reason string) {
		rows = append(rows, &record.Restriction{Head: about(person, start), Type: "environmental", StartOn: start, EndOn: end, EndReason: reason})
	}
	long, during := on(2025, 3, 1), on(2026, 11, 2)
	for _, person := range []string{"A", "B", "C", "D", "E"} {
		add(person, long, 0, "")
	}
	add("F", long, 0, record.EndReduced)
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
	checkExampleCRows(t, quarter)
}

// checkExampleCRows holds the quarter to the numbers that are no metric: 1 of 12
// reduced (8.3%), 1 of 3 liftings taken back (33.3%), and 10 active before, 9 after.
func checkExampleCRows(t *testing.T, quarter record.Span) {
	t.Helper()
	var all []*record.Restriction
	for _, r := range restrictionsOfC(true) {
		all = append(all, r.(*record.Restriction))
	}
	verdict := liftedForGood(all, Window{Span: quarter})
	before, after, reduced, lifted, forGood := 0, 0, 0, 0, 0
	count := func(into *int, counts bool) {
		if counts {
			*into++
		}
	}
	for _, r := range all {
		count(&before, activeOn(r, quarter.From-1))
		count(&after, activeOn(r, quarter.To))
		count(&reduced, activeIn(r, quarter) && r.EndReason == record.EndReduced)
		count(&lifted, r.EndReason == record.EndLifted)
		count(&forGood, verdict(r)&CountedNumerator != 0)
	}
	if before != 10 || after != 9 || reduced != 1 || lifted != 3 || lifted-forGood != 1 {
		t.Errorf("%d active before, %d after, %d reduced, %d of %d liftings taken back", before, after, reduced, lifted-forGood, lifted)
	}
}
