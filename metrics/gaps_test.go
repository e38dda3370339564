package metrics

import (
	"slices"
	"testing"

	"evidencepack/ingest/record"
)

// TestMonthsWithout takes an empty month as not exported where a usual one has five
// rows, and never of a kind that is rare, of a register, or where somebody wrote none.
func TestMonthsWithout(t *testing.T) {
	year := record.Span{From: record.DateOf(2026, 1, 1), To: record.DateOf(2026, 6, 30)}
	june := record.DateOf(2026, 6, 1).Month()
	fill := func(aMonth int) *Table {
		table := NewTable(All, []record.Span{year})
		for m := year.From.Month(); m <= year.To.Month(); m++ {
			for i := range aMonth {
				if m != june-1 && m != june {
					table.Add(&record.Incident{Head: record.Head{Service: "Elm", On: m.First() + record.Date(i)}, Type: "fall"})
				}
			}
			table.Add(&record.Attendance{Head: record.Head{Service: "Elm", Person: "p", On: m.Last()}, Status: record.Attended})
		}
		return table
	}
	if got := fill(5).MonthsWithout(record.KindIncident, year); !slices.Equal(got, []record.Month{june - 1, june}) {
		t.Errorf("two empty months of six: %v", got)
	}
	if got := fill(4).MonthsWithout(record.KindIncident, year); got != nil {
		t.Errorf("four a month are too few to miss a month of: %v", got)
	}
	if got := fill(5).MonthsWithout(record.KindRestriction, year); got != nil {
		t.Errorf("a register misses a month: %v", got)
	}
	told := fill(5)
	told.AddNone(record.KindIncident, "", june)
	if got := told.MonthsWithout(record.KindIncident, year); !slices.Equal(got, []record.Month{june - 1}) {
		t.Errorf("a month of which somebody wrote that there were none is missed: %v", got)
	}
}
