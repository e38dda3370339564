package metrics

import (
	"cmp"
	"slices"

	"evidencepack/ingest/record"
)

// stays are rows of the register of people.
type stays []*record.Placement

// careDays counts the days on which people were supported in a span, and the
// people with at least one. A day on which two stays of one person overlap is
// one day.
func (s stays) careDays(span record.Span) (days, people int) {
	sorted := slices.Clone(s)
	slices.SortFunc(sorted, func(a, b *record.Placement) int {
		return cmp.Or(cmp.Compare(a.Person, b.Person), cmp.Compare(a.Start, b.Start))
	})
	var who record.Person
	var counted record.Date // last day counted for this person
	for i, stay := range sorted {
		fresh := i == 0 || stay.Person != who
		if fresh {
			who, counted = stay.Person, span.From-1
		}
		first, last := max(stay.Start, counted+1), span.To
		if stay.End != 0 {
			last = min(last, stay.End)
		}
		if last < first {
			continue
		}
		if counted == span.From-1 {
			people++
		}
		days += int(last-first) + 1
		counted = last
	}
	return days, people
}
