package metrics

import "evidencepack/ingest/record"

// knownPreferences finds the people supported on a day, and those of whom
// somebody wrote who should support them.
func (s stays) knownPreferences(day record.Date) (supported, known people) {
	for _, stay := range s {
		if !stayHolds(stay, day) {
			continue
		}
		supported.add(stay.Person)
		if stay.PreferenceKnown {
			known.add(stay.Person)
		}
	}
	return supported, known
}

var con04 = Define(Def{
	ID:              "CON-04",
	AddsUp:          Sums{Numerator: onLast("CON-04 numerator"), Denominator: standing("people taken on", "people gone")},
	Title:           "Choice of staff written down",
	Means:           "Out of everyone supported on the last day, for how many it is written down who they would like to be supported by.",
	Numerator:       "people with something written about who should support them, also that they do not mind",
	Denominator:     "people supported on the last day",
	NounNumerator:   "people with a choice written down",
	NounDenominator: "people supported",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Recounted: true, MinDenominator: 10,
	Partners: []string{"CON-03"},
	Counts:   "people",
	Needs:    []record.Kind{record.KindPlacement},
	Columns:  []string{"person.preferred_staff|person.avoid_staff"},
	Since:    since, Source: "source article 001",
	WhyItMatters: "A choice that nobody wrote down cannot be kept by the one who makes the rota.",
}, Rule[*record.Placement, stays]{
	Whole: true,
	Add: func(s *stays, r *record.Placement) Counted {
		*s = append(*s, r)
		return CountedDenominator
	},
	Merge: func(into, from *stays) { *into = append(*into, *from...) },
	Finish: func(s *stays, w Window) []Value {
		supported, known := s.knownPreferences(w.Span.To)
		return []Value{w.percent(len(known), len(supported), len(supported)).behind(len(known))}
	},
	Adds: oncePerson[*record.Placement, stays](),
	Judge: func(s *stays, w Window) func(*record.Placement) Counted {
		_, known := s.knownPreferences(w.Span.To)
		return func(r *record.Placement) Counted {
			return in(stayHolds(r, w.Span.To), known.has(r.Person))
		}
	},
})
