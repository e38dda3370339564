package metrics

import (
	"maps"
	"slices"

	"evidencepack/ingest/record"
)

// goalName names a goal of a person.
type goalName struct {
	person record.Person
	goal   string
}

// skills is the history of steps, and the goals of daily living.
type skills struct {
	attempts
	goals map[goalName]bool
}

func (s *skills) add(r record.Record) Counted {
	switch one := r.(type) {
	case *record.StepRecord:
		return s.attempts.add(one)
	case *record.Goal:
		if slices.Contains(dailyLiving, one.Domain) {
			s.note(map[goalName]bool{{one.Person, one.ID}: true})
		}
	}
	return CountedNeither
}

func (s *skills) note(more map[goalName]bool) {
	if s.goals == nil {
		s.goals = map[goalName]bool{}
	}
	maps.Copy(s.goals, more)
}

// of gives the attempts at skills of daily living that a scope covers. A goal is
// known by its person wherever it was written down.
func (s *skills) of(scope Scope) *attempts {
	s.order()
	chosen := &attempts{ordered: true}
	for _, r := range s.all {
		if scope.covers(&r.Head) && s.goals[goalName{r.Person, r.Goal}] {
			chosen.all = append(chosen.all, r)
		}
	}
	return chosen
}

var ind11 = Define(Def{
	ID:              "IND-11",
	AddsUp:          Sums{Numerator: overDays("daily steps achieved"), Denominator: active("daily steps tried", "daily steps achieved")},
	Title:           "Daily living skills gained",
	Means:           "Out of the steps in daily living that people are working on, such as washing, cooking or going out, how many they did alone three times in a row.",
	Numerator:       "those steps done alone three times in a row, for the first time in these dates",
	Denominator:     "steps of goals about personal care, meals, moving about, housework, money, medicines, shopping or going out, with an attempt by the last day and not achieved before the first",
	NounNumerator:   "skills gained",
	NounDenominator: "skills worked on",
	Unit:            Percent, Better: Higher, Grows: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"IND-01", "IND-02"},
	Counts:   "steps",
	Needs:    []record.Kind{record.KindStepRecord, record.KindGoal},
	Columns:  []string{"step_record.goal", "goal.domain"},
	Since:    since, Source: "source article 004",
	WhyItMatters: "These are the skills that decide how a person can live.",
}, Rule[record.Record, skills]{
	Whole:      true,
	AnyService: true,
	Add:        func(s *skills, r record.Record) Counted { return s.add(r) },
	Merge: func(into, from *skills) {
		into.attempts.merge(&from.attempts)
		into.note(from.goals)
	},
	Finish: func(s *skills, w Window) []Value { return s.of(w.Scope).share(w, step.inProgress) },
	Adds: once[record.Record, skills](func(r record.Record) any {
		if attempt, ok := r.(*record.StepRecord); ok {
			return nameOf(attempt)
		}
		return nil
	}),
	Judge: func(s *skills, w Window) func(record.Record) Counted {
		verdict := s.of(w.Scope).verdict(w, step.inProgress)
		return func(r record.Record) Counted {
			if one, ok := r.(*record.StepRecord); ok && w.Scope.covers(&one.Head) {
				return verdict(one)
			}
			return CountedNeither
		}
	},
})
