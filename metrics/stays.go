package metrics

import "evidencepack/ingest/record"

// Who was supported is decided here and nowhere else. A stay without an end goes on.

// stayIn tells whether a stay holds at least one day of a span.
func stayIn(stay *record.Placement, span record.Span) bool {
	return stay.Start <= span.To && (stay.End == 0 || stay.End >= max(stay.Start, span.From))
}

// stayHolds tells whether a stay holds a day.
func stayHolds(stay *record.Placement, day record.Date) bool {
	return stayIn(stay, record.Span{From: day, To: day})
}

// staysOf picks the stays from records of several kinds.
func staysOf(all []record.Record) stays {
	var s stays
	for _, r := range all {
		if stay, ok := r.(*record.Placement); ok {
			s = append(s, stay)
		}
	}
	return s
}

// supportedIn lists the people with a day of support in a span.
func (s stays) supportedIn(span record.Span) people {
	var there people
	for _, stay := range s {
		if stayIn(stay, span) {
			there.add(stay.Person)
		}
	}
	return there
}

// supportedOn tells of each person whether they were supported on a day. Where no
// register is given everybody was.
func (s stays) supportedOn(day record.Date) func(record.Person) bool {
	here := s.supportedIn(record.Span{From: day, To: day})
	return func(who record.Person) bool { return len(s) == 0 || here.has(who) }
}
