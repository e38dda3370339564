package metrics

import "evidencepack/ingest/record"

// striving keeps goals and the attempts at their steps.
type striving struct {
	goals    []*record.Goal
	attempts attempts
}

// medicineGoal tells whether a goal about medicines was open in a span.
func medicineGoal(r *record.Goal, span record.Span) bool {
	return r.Domain == medicineArea && r.Person != "" && openIn(r, span)
}

// movedOn finds the people with a goal about medicines, and which steps of theirs
// were achieved or done with less help.
func (s *striving) movedOn(span record.Span) (with, moved people, steps map[stepName]bool) {
	goals := map[goalName]bool{}
	for _, goal := range s.goals {
		if medicineGoal(goal, span) {
			with.add(goal.Person)
			goals[goalName{goal.Person, goal.ID}] = goal.ID != ""
		}
	}
	steps = map[stepName]bool{}
	for one := range s.attempts.steps {
		name := nameOf(one[0])
		if goals[goalName{name.person, name.goal}] && (one.inProgress(span)|one.steppedDown(span))&CountedNumerator != 0 {
			moved.add(name.person)
			steps[name] = true
		}
	}
	return with, moved, steps
}

var med06 = Define(Def{
	ID:    "MED-06",
	Title: "People taking more charge of their medicines",
	Means: "Out of everyone with a goal about medicines, how many achieved a step of it or now need less help with one.",
	Numerator: "people with at least one step of such a goal done alone three times in a row for the first time in these dates, " +
		"or with less help than at the start",
	Denominator:     "people with a goal about medicines that was set by the last day and not closed before the first; goals set or closed on a day nobody wrote are left out",
	NounNumerator:   "people taking more charge",
	NounDenominator: "people with a goal about medicines",
	Unit:            Percent, Better: Higher, Grows: true, Grain: GrainPeriod, MinDenominator: 10,
	Partners: []string{"MED-01", "IND-06"},
	Counts:   "people",
	Needs:    []record.Kind{record.KindGoal, record.KindStepRecord},
	Columns:  []string{"goal.domain", "goal.set_at"},
	Since:    since, Source: "source article 002",
	WhyItMatters: "Taking your own medicines is a large part of living your own life, if none are missed.",
}, Rule[record.Record, striving]{
	Whole: true,
	Add: func(s *striving, r record.Record) Counted {
		switch one := r.(type) {
		case *record.Goal:
			s.goals = append(s.goals, one)
		case *record.StepRecord:
			s.attempts.add(one)
		}
		return CountedNeither
	},
	Merge: func(into, from *striving) {
		into.goals = append(into.goals, from.goals...)
		into.attempts.merge(&from.attempts)
	},
	Finish: func(s *striving, w Window) []Value {
		with, moved, _ := s.movedOn(w.Span)
		return []Value{w.percent(len(moved), len(with), len(with)).behind(len(moved))}
	},
	Adds: oncePerson[record.Record, striving](),
	Judge: func(s *striving, w Window) func(record.Record) Counted {
		_, moved, steps := s.movedOn(w.Span)
		return func(r record.Record) Counted {
			switch one := r.(type) {
			case *record.Goal:
				return in(medicineGoal(one, w.Span), moved.has(one.Person))
			case *record.StepRecord:
				if one.On <= w.Span.To && one.Rank != record.NoRank && steps[nameOf(one)] {
					return CountedNumerator
				}
			}
			return CountedNeither
		}
	},
})
