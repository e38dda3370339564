package metrics

import (
	"fmt"
	"testing"

	"evidencepack/ingest/record"
)

// TestPeopleAt counts by the register where it knows the service, and by the rows
// where it does not.
func TestPeopleAt(t *testing.T) {
	april, may := record.Span{From: record.DateOf(2026, 4, 1), To: record.DateOf(2026, 4, 30)}, record.Span{From: record.DateOf(2026, 5, 1), To: record.DateOf(2026, 5, 31)}
	table := NewTable(All, []record.Span{april, may})
	stay := func(who string, start, end record.Date) {
		table.Add(&record.Placement{Head: record.Head{Service: "Elm", Person: record.Person(who)}, Start: start, End: end})
	}
	stay("a", record.DateOf(2020, 1, 1), 0)
	stay("b", record.DateOf(2020, 1, 1), record.DateOf(2026, 4, 1))
	stay("c", record.DateOf(2026, 5, 31), 0)
	stay("d", record.DateOf(2020, 1, 1), record.DateOf(2026, 3, 31))
	for i := range 6 {
		head := record.Head{Service: "Oak", Person: record.Person(fmt.Sprint(i % 3)), On: april.From + record.Date(i)}
		table.Add(&record.CareTask{Head: head, Outcome: record.Accepted, Rank: record.NoRank})
	}
	for _, c := range []struct {
		service string
		spans   []record.Span
		want    int
	}{
		{"Elm", []record.Span{april}, 2}, {"Elm", []record.Span{may}, 2}, {"Elm", []record.Span{april, may}, 3},
		{"Oak", []record.Span{april}, 3}, {"nowhere", []record.Span{april}, 0},
	} {
		if got := table.PeopleAt(c.service, c.spans...); got != c.want {
			t.Errorf("%s, %v: %d people, expected %d", c.service, c.spans, got, c.want)
		}
	}
}
