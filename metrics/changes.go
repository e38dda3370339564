package metrics

import "evidencepack/ingest/record"

// A change of approach is judged over equal windows: the days before it, and as
// many days after a week in which it settles.
const (
	changeDays   = 56
	changeSettle = 7
	changeOffers = 8 // offers that each side needs
	changeOn     = 2 // days with offers that each side needs
)

// approach keeps the changes, and the offers to each person.
type approach struct {
	changes []*record.PlanChange
	offers  map[record.Person][]offerOf
}

// offerOf is what is kept of an offer: what of, and how it was answered first.
type offerOf struct {
	on       record.Date
	refused  bool
	category string
}

var chg02 = Define(Def{
	ID:              "CHG-02",
	Title:           "Before and after",
	Means:           "For one person, how often they first said no in the eight weeks before we changed something, and in eight weeks after.",
	Numerator:       "first refusals in the 56 days from one week after the change",
	Denominator:     "offers in the same 56 days; the 56 days before the change are counted in the same way",
	NounNumerator:   "first refusals",
	NounDenominator: "offers",
	Unit:            Points, Better: Lower, Grain: GrainPeriod, MinDenominator: changeOffers,
	Role:     RoleChange,
	Partners: []string{"REF-01", "RAT-01"},
	Needs:    []record.Kind{record.KindPlanChange, record.KindCareTask},
	Since:    since, Source: "source articles 000, 002 and 003; Newcombe 1998",
	WhyItMatters: "It shows whether a change came with fewer refusals, or not, for the person it was made for.",
}, Rule[record.Record, approach]{
	Whole:      true,
	AnyService: true,
	Many:       true,
	Add:        (*approach).add,
	Merge: func(into, from *approach) {
		into.changes = append(into.changes, from.changes...)
		for person, more := range from.offers {
			into.note(person, more...)
		}
	},
	Finish: (*approach).finish,
	Judge:  (*approach).judge,
})

func (s *approach) add(r record.Record) Counted {
	switch one := r.(type) {
	case *record.PlanChange:
		if one.Person != "" && one.On != 0 {
			s.changes = append(s.changes, one)
		}
	case *record.CareTask:
		if !one.RefusalsOnly && firstRefusal(one) != CountedNeither {
			s.note(one.Person, offerOf{one.On, firstRefusal(one) == CountedBoth, one.Category})
		}
	}
	return CountedNeither
}

func (s *approach) note(person record.Person, more ...offerOf) {
	if s.offers == nil {
		s.offers = map[record.Person][]offerOf{}
	}
	s.offers[person] = append(s.offers[person], more...)
}

// side counts the offers to one person in one of the two windows.
type side struct{ offers, refusals, days int }

func (s side) enough() bool { return s.offers >= changeOffers && s.days >= changeOn }

func beforeChange(c *record.PlanChange) record.Span {
	return record.Span{From: c.On - changeDays, To: c.On - 1}
}

// CheckDay is the last of the days after a change of approach: from the next one on all
// of them can be compared with those before.
func CheckDay(changed record.Date) record.Date { return changed + changeSettle + changeDays - 1 }

func afterChange(c *record.PlanChange) record.Span {
	return record.Span{From: c.On + changeSettle, To: CheckDay(c.On)}
}

// side counts the offers to the person of a change in one of its windows.
func (s *approach) side(c *record.PlanChange, span record.Span) side {
	var sum side
	seen := map[record.Date]bool{}
	for _, o := range s.offers[c.Person] {
		if !span.Has(o.on) || !isAbout(c, o.category) {
			continue
		}
		seen[o.on] = true
		sum.offers++
		if o.refused {
			sum.refusals++
		}
	}
	sum.days = len(seen)
	return sum
}
