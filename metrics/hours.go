package metrics

import (
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics/stat"
)

// hours keeps the stays with their planned hours and the changes of hours.
type hours struct {
	stays   stays
	changes []*record.PlanChange
}

// counts tells whether a change takes hours off by agreement, or puts some back,
// whoever decided that.
func (s *hours) counts(r *record.PlanChange, w Window) bool {
	written := r.HoursBefore >= 0 && r.HoursAfter >= 0
	agreed := r.HoursAfter > r.HoursBefore || r.HoursAfter < r.HoursBefore && r.CoProduced == record.Yes
	return w.Span.Has(r.On) && w.Scope.covers(&r.Head) && written && agreed
}

// planned tells whether a stay gives hours for the day before a window.
func (s *hours) planned(r *record.Placement, w Window) bool {
	return r.Person != "" && r.Hours >= 0 && stayHolds(r, w.Span.From-1) && w.Scope.covers(&r.Head)
}

// byPerson lists the hours a week of each person at the start, and the hours that
// each change took off, below 0 where it put some back.
func (s *hours) byPerson(w Window) (start, off map[record.Person][]float64) {
	start, off = map[record.Person][]float64{}, map[record.Person][]float64{}
	for _, one := range s.stays {
		if s.planned(one, w) {
			start[one.Person] = append(start[one.Person], one.Hours)
		}
	}
	for _, one := range s.changes {
		if len(start[one.Person]) > 0 && s.counts(one, w) {
			off[one.Person] = append(off[one.Person], one.HoursBefore-one.HoursAfter)
		}
	}
	return start, off
}

// exactSum adds in an order of its own, so that the order of rows changes nothing.
func exactSum(values []float64) float64 {
	slices.Sort(values)
	return stat.Sum(values)
}

// finish gives the hours taken off out of the hours at the start. Hours are an
// amount, not a count of chances, so that there is no likely range.
func (s *hours) finish(w Window) []Value {
	start, off := s.byPerson(w)
	var before, less []float64
	for who, parts := range start {
		planned := exactSum(parts)
		before = append(before, planned)
		if taken := min(exactSum(off[who]), planned); taken > 0 {
			less = append(less, taken)
		}
	}
	v := w.value(len(before)).behind(len(less))
	v.Numerator, v.Denominator = number(exactSum(less)), number(exactSum(before))
	if *v.Denominator <= 0 {
		return []Value{v.not("No planned hours a week are written for the day before these dates, so there is nothing to divide by.")}
	}
	v.Value = number(100 * *v.Numerator / *v.Denominator)
	return []Value{v}
}

// adds says what each stay and each change adds. Where a person's changes come to
// less than nothing, or to more than was planned, the first of them makes up for it.
func (s *hours) adds(w Window) func(record.Record) Adds {
	start, off := s.byPerson(w)
	seen := make(map[record.Person]bool)
	return func(r record.Record) Adds {
		switch one := r.(type) {
		case *record.Placement:
			return Adds{Denominator: one.Hours}
		case *record.PlanChange:
			a := Adds{Numerator: one.HoursBefore - one.HoursAfter}
			if !seen[one.Person] {
				seen[one.Person] = true
				all := exactSum(off[one.Person])
				a.Numerator += max(0, min(all, exactSum(start[one.Person]))) - all
			}
			return a
		}
		return Adds{}
	}
}

var ind12 = Define(Def{
	ID:              "IND-12",
	Title:           "Support hours stepped down together",
	Means:           "Out of the hours of support planned a week at the start, how many fewer there are after changes worked out with the person.",
	Numerator:       "hours a week taken off in these dates by changes worked out with the person, less hours put back for the same person; never below 0 for a person",
	Denominator:     "planned hours a week of the people supported on the day before the first day",
	NounNumerator:   "hours a week taken off",
	NounDenominator: "planned hours a week",
	Unit:            Percent, Hours: true, Better: Higher, Grows: true, Grain: GrainPeriod, MinDenominator: 10,
	Partners: []string{"IND-03", "IND-06", "RAT-03"},
	Counts:   "hours",
	Needs:    []record.Kind{record.KindPlanChange, record.KindPlacement},
	Columns: []string{
		"plan_change.hours_before", "plan_change.hours_after", "plan_change.co_produced", "person.hours",
	},
	Since: since, Source: "source article 002",
	WhyItMatters: "Fewer hours are progress only where the person needs less help and had a say; it is never said as a saving alone.",
}, Rule[record.Record, hours]{
	Whole:      true,
	AnyService: true,
	Add: func(s *hours, r record.Record) Counted {
		switch one := r.(type) {
		case *record.Placement:
			s.stays = append(s.stays, one)
		case *record.PlanChange:
			s.changes = append(s.changes, one)
		}
		return CountedNeither
	},
	Merge: func(into, from *hours) {
		into.stays = append(into.stays, from.stays...)
		into.changes = append(into.changes, from.changes...)
	},
	Finish: func(s *hours, w Window) []Value { return s.finish(w) },
	Adds:   (*hours).adds,
	Judge: func(s *hours, w Window) func(record.Record) Counted {
		start, _ := s.byPerson(w)
		return func(r record.Record) Counted {
			switch one := r.(type) {
			case *record.Placement:
				return in(s.planned(one, w), false)
			case *record.PlanChange:
				if len(start[one.Person]) > 0 && s.counts(one, w) {
					return CountedNumerator
				}
			}
			return CountedNeither
		}
	},
})
