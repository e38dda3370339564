package metrics

import (
	"slices"

	"evidencepack/ingest/record"
)

// matching is what is needed to see whether those who came suited the person.
type matching struct {
	visits []*record.Visit
	stays  stays
	staff  []*record.Staff
	months []*record.WorkforceMonth
}

func (s *matching) add(r record.Record) {
	switch one := r.(type) {
	case *record.Visit:
		if visitDone(one) && one.Person != "" {
			s.visits = append(s.visits, one)
		}
	case *record.Placement:
		s.stays = append(s.stays, one)
	case *record.Staff:
		s.staff = append(s.staff, one)
	case *record.WorkforceMonth:
		s.months = append(s.months, one)
	}
}

func (s *matching) merge(from *matching) {
	s.visits = append(s.visits, from.visits...)
	s.stays = append(s.stays, from.stays...)
	s.staff = append(s.staff, from.staff...)
	s.months = append(s.months, from.months...)
}

// visitShare is a percentage of visits done by staff who are known. judge looks
// at the registers of everybody and gives the verdict for one visit.
func visitShare(d Def, judge func(*matching) func(*record.Visit) Counted, nothing func(*matching) string) Metric {
	return Define(d, Rule[record.Record, matching]{
		AnyService: true,
		Common:     true,
		Day: func(r record.Record) record.Date {
			if r.Kind() == record.KindVisit {
				return r.Where().On
			}
			return keptWhole
		},
		Add: func(s *matching, r record.Record) Counted {
			s.add(r)
			return CountedNeither
		},
		Merge: func(into, from *matching) { into.merge(from) },
		Finish: func(s *matching, w Window) []Value {
			sum, verdict := ratio{}, judge(s)
			for _, visit := range s.visits {
				sum.add(verdict(visit), &visit.Head)
			}
			v := shareOf(sum, w)
			if why := nothing(s); sum.denominator == 0 && why != "" {
				v = v.not(why)
			}
			return []Value{v}
		},
		Judge: func(s *matching, _ Window) func(record.Record) Counted {
			verdict := judge(s)
			return func(r record.Record) Counted {
				if visit, ok := r.(*record.Visit); ok && visitDone(visit) && visit.Person != "" {
					return verdict(visit)
				}
				return CountedNeither
			}
		},
	})
}

// byPerson sorts stays by whom they are of.
func (s stays) byPerson() map[record.Person]stays {
	all := map[record.Person]stays{}
	for _, stay := range s {
		all[stay.Person] = append(all[stay.Person], stay)
	}
	return all
}

// preferred gives the staff whom a person asked for on a day, by any of their stays.
func (s stays) preferred(day record.Date) []record.Worker {
	var names []record.Worker
	for _, stay := range s {
		if stayHolds(stay, day) {
			names = append(names, stay.Preferred...)
		}
	}
	return names
}

// preferenceKept judges the visits to people who asked for certain staff.
func preferenceKept(s *matching) func(*record.Visit) Counted {
	who := s.stays.byPerson()
	return func(r *record.Visit) Counted {
		names := who[r.Person].preferred(r.On)
		return in(len(names) > 0, anyOf(r.Staff, names))
	}
}

// noPreference says why nothing can be said where nobody asked for anybody.
func noPreference(s *matching) string {
	if slices.ContainsFunc(s.stays, func(stay *record.Placement) bool { return len(stay.Preferred) > 0 }) {
		return ""
	}
	return "Nothing is written down of whom people would like to be supported by, so no visit can be set beside it."
}

var con03 = visitShare(Def{
	ID:        "CON-03",
	Title:     "Visits by chosen staff",
	Means:     "Out of all visits done for people who asked for certain staff, how many were by somebody they asked for.",
	Numerator: "visits by at least one of the staff whom the person asked for",
	Denominator: "visits completed by staff who are known, for people with chosen staff written down, " +
		"on days for which the register has them as supported",
	NounNumerator:   "visits by chosen staff",
	NounDenominator: "visits for people who chose",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"CON-04", "CON-05"},
	Needs:    []record.Kind{record.KindVisit, record.KindPlacement},
	Columns:  []string{"visit.staff", "person.preferred_staff"},
	Since:    since, Source: "source article 001",
	WhyItMatters: "Asking whom people prefer means little if the rota does not follow it.",
}, preferenceKept, noPreference)

// shortFrom: a whole month counts as short of staff where agency staff worked one
// hour or more in so many.
const shortFrom = 10

// shortMonth names a month of a service; the empty service is all of them.
type shortMonth struct {
	service string
	month   record.Month
}

// shortVisit tells which visits were done while staff were short.
func (s *matching) shortVisit() func(*record.Visit) bool {
	short := map[shortMonth]bool{}
	for _, one := range s.months {
		if hoursKnown(one) && one.AgencyHours*shortFrom >= one.TotalHours {
			short[shortMonth{one.Service, one.On.Month()}] = true
		}
	}
	return func(r *record.Visit) bool {
		return r.ShortStaffed == record.Yes || r.Agency == record.Yes ||
			short[shortMonth{r.Service, r.On.Month()}] || short[shortMonth{"", r.On.Month()}]
	}
}

// shortageKnown tells whether anything at all says when staff were short.
func (s *matching) shortageKnown() bool {
	return slices.ContainsFunc(s.months, hoursKnown) || slices.ContainsFunc(s.visits, func(r *record.Visit) bool {
		return r.ShortStaffed != record.AnswerNone || r.Agency != record.AnswerNone
	})
}

var con05 = visitShare(Def{
	ID:        "CON-05",
	Title:     "Chosen staff kept in short times",
	Means:     "Out of all visits done while staff were short, for people who asked for certain staff, how many were by somebody they asked for.",
	Numerator: "visits in short times by at least one of the staff whom the person asked for",
	Denominator: "visits as in CON-03 that were marked as short of staff that day or done by agency staff, " +
		"or in a month with 10% or more agency hours",
	NounNumerator:   "visits by chosen staff",
	NounDenominator: "visits in short times",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"CON-03", "CON-06"},
	Needs:    []record.Kind{record.KindVisit, record.KindPlacement},
	Also:     []record.Kind{record.KindWorkforceMonth},
	Columns:  []string{"visit.staff", "person.preferred_staff"},
	Since:    since, Source: "source article 001",
	WhyItMatters: "A promise about who comes is tested on the days when staff are short.",
}, func(s *matching) func(*record.Visit) Counted {
	kept, short := preferenceKept(s), s.shortVisit()
	return func(r *record.Visit) Counted {
		if !short(r) {
			return CountedNeither
		}
		return kept(r)
	}
}, func(s *matching) string {
	if why := noPreference(s); why != "" {
		return why
	}
	if !s.shortageKnown() {
		return "Nothing is written down of when staff were short or agency staff came, so those visits cannot be told apart."
	}
	return ""
})
