package metrics

import (
	"cmp"
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics/stat"
)

// hoursKnown tells whether a month has both hours, and hours that can be.
func hoursKnown(r *record.WorkforceMonth) bool {
	return r.AgencyHours >= 0 && r.TotalHours > 0 && r.AgencyHours <= r.TotalHours
}

// mixedHours keeps the hours of each month, so that their sum does not depend on the
// order in which they came.
type mixedHours struct{ months []*record.WorkforceMonth }

func (s *mixedHours) sum(of func(*record.WorkforceMonth) float64) float64 {
	all := make([]float64, len(s.months))
	for i, one := range s.months {
		all[i] = of(one)
	}
	slices.SortFunc(all, cmp.Compare[float64])
	return stat.Sum(all)
}

// Hours are amounts, not events that went one way or the other, so the share of
// agency hours has no likely range: 1,000 hours are not 1,000 trials.
var con06 = Define(Def{
	ID:        "CON-06",
	Title:     "Agency hours",
	Means:     "Out of all hours that staff worked, how many were worked by agency staff.",
	Numerator: "hours worked by agency staff",
	Denominator: "all hours worked, in months that begin in these dates and have both written down; a month with more agency hours than hours in all is left out, " +
		"and hours have no likely range",
	NounNumerator:   "agency hours",
	NounDenominator: "hours worked",
	Unit:            Percent, Hours: true, Better: Lower, Grain: GrainMonth, MinDenominator: 100,
	Partners: []string{"CON-02", "CON-05"},
	Counts:   "hours",
	Needs:    []record.Kind{record.KindWorkforceMonth},
	Columns:  []string{"workforce_month.agency_hours", "workforce_month.total_hours"},
	Since:    since, Source: "source article 001",
	WhyItMatters: "Agency staff often do not know the person, so more of them means more strangers at the door.",
}, Rule[*record.WorkforceMonth, mixedHours]{
	Add: func(s *mixedHours, r *record.WorkforceMonth) Counted {
		if !hoursKnown(r) {
			return CountedNeither
		}
		s.months = append(s.months, r)
		return in(true, r.AgencyHours > 0)
	},
	Merge: func(into, from *mixedHours) { into.months = append(into.months, from.months...) },
	Adds: amounts[*record.WorkforceMonth, mixedHours](func(r *record.WorkforceMonth) (float64, float64) {
		return r.AgencyHours, r.TotalHours
	}),
	Finish: func(s *mixedHours, w Window) []Value {
		agency := s.sum(func(r *record.WorkforceMonth) float64 { return r.AgencyHours })
		all := s.sum(func(r *record.WorkforceMonth) float64 { return r.TotalHours })
		v := w.value(0)
		v.Numerator, v.Denominator = number(agency), number(all)
		if all <= 0 {
			return []Value{v.not(w.nothing())}
		}
		v.Value = number(100 * agency / all)
		return []Value{v}
	},
})
