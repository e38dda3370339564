package metrics

import "evidencepack/ingest/record"

// heard keeps who rated for themselves, and who was supported.
type heard struct {
	rated people
	stays stays
}

func ownRating(r *record.Rating) bool { return r.Rater == record.RaterSelf && r.Person != "" }

// registerWhole files rows of the register of people outside all segments.
func registerWhole(r record.Record) record.Date {
	if r.Kind() == record.KindPlacement {
		return keptWhole
	}
	return r.Where().On
}

// noRegister says why people supported cannot be counted.
const noRegister = "There is no list of people with their start and end dates, so the people supported cannot be counted."

var rat07 = Define(Def{
	ID:              "RAT-07",
	AddsUp:          Sums{Denominator: active("people taken on", "people gone")},
	Title:           "People who rated for themselves",
	Means:           "Out of everyone we supported, how many gave at least one rating of their own, on any scale.",
	Numerator:       "people supported with at least one rating of their own in these dates",
	Denominator:     "people supported on at least one of these days",
	NounNumerator:   "people who rated",
	NounDenominator: "people supported",
	Unit:            Percent, Better: Higher, Grows: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"RAT-01", "RAT-08"},
	Counts:   "people",
	Needs:    []record.Kind{record.KindRating, record.KindPlacement},
	Columns:  []string{"rating.rater"},
	Since:    since, Source: "source article 000",
	WhyItMatters: "A good score from the few who were asked says nothing of the others.",
}, Rule[record.Record, heard]{
	Day: registerWhole,
	Add: func(s *heard, r record.Record) Counted {
		switch one := r.(type) {
		case *record.Placement:
			s.stays = append(s.stays, one)
			return CountedDenominator
		case *record.Rating:
			if ownRating(one) {
				s.rated.add(one.Person)
				return CountedNumerator
			}
		}
		return CountedNeither
	},
	Merge: func(into, from *heard) {
		into.rated.merge(from.rated)
		into.stays = append(into.stays, from.stays...)
	},
	Finish: func(s *heard, w Window) []Value {
		sum := ratio{}
		for _, person := range s.stays.supportedIn(w.Span) {
			sum.add(in(true, s.rated.has(person)), &record.Head{Person: person})
		}
		v := shareOf(sum, w)
		if !w.HasRegister {
			v = v.not(noRegister)
		}
		return []Value{v}
	},
	Adds: oncePerson[record.Record, heard](),
	Judge: func(s *heard, w Window) func(record.Record) Counted {
		supported := s.stays.supportedIn(w.Span)
		return func(r record.Record) Counted {
			switch one := r.(type) {
			case *record.Placement:
				return in(one.Person != "" && stayIn(one, w.Span), false)
			case *record.Rating:
				if ownRating(one) && supported.has(one.Person) {
					return CountedNumerator
				}
			}
			return CountedNeither
		}
	},
})
