package metrics

import (
	"slices"

	"evidencepack/ingest/record"
)

// Serious is what INC-10 adds to its counts.
type Serious struct {
	Days     []record.Date // one for each incident with moderate or worse harm, the earliest first
	Ungraded int           // incidents without a harm grade: they may be serious or not
}

// harm counts graded incidents, and keeps the days of the serious ones.
type harm struct {
	ratio
	days     []record.Date
	ungraded int
}

// isSerious tells whether the harm of an incident was moderate or worse.
func isSerious(r *record.Incident) bool {
	switch r.Harm {
	case record.HarmModerate, record.HarmSevere, record.HarmFatal:
		return true
	}
	return false
}

var inc10 = Define(Def{
	ID:              "INC-10",
	AddsUp:          Sums{Numerator: overDays("graded incidents").under("harm=moderate").plus(overDays("graded incidents").under("harm=severe")).plus(overDays("graded incidents").under("harm=fatal")), Denominator: overDays("graded incidents")},
	Among:           [][2]string{{"graded incidents", "INC-12 denominator"}},
	Title:           "Harm profile",
	Means:           "Out of all incidents with a harm grade, how many did moderate harm or worse.",
	Numerator:       "incidents graded as moderate harm, severe harm or death",
	Denominator:     "incidents with a harm grade",
	NounNumerator:   "incidents with serious harm",
	NounDenominator: "graded incidents",
	Unit:            Percent, Better: Lower, Grain: GrainMonth, MinDenominator: 10,
	Role:     RoleRare,
	Partners: []string{"INC-01", "INC-12"},
	Needs:    []record.Kind{record.KindIncident},
	Columns:  []string{"incident.harm"},
	Since:    since, Source: "national patient safety grades of harm",
	WhyItMatters: "What matters most about incidents is how badly people were hurt.",
}, Rule[*record.Incident, harm]{
	Add: func(s *harm, r *record.Incident) Counted {
		if isSerious(r) {
			s.days = append(s.days, r.On)
		}
		if r.Harm == "" && r.Type != record.IncidentNearMiss {
			s.ungraded++
		}
		return s.add(in(r.Harm != "", isSerious(r)), &r.Head)
	},
	Merge: func(into, from *harm) {
		into.merge(&from.ratio)
		into.days = append(into.days, from.days...)
		into.ungraded += from.ungraded
	},
	Finish: func(s *harm, w Window) []Value {
		v := shareOf(s.ratio, w)
		days := slices.Clone(s.days)
		slices.Sort(days)
		v.Serious = &Serious{Days: days, Ungraded: s.ungraded}
		return []Value{v}
	},
}).splitBy(Split{Name: "harm", Mix: true, Part: ofIncident(func(r *record.Incident) string { return r.Harm })})
