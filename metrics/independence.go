package metrics

import (
	"strconv"

	"evidencepack/ingest/record"
)

var ind01 = share(Def{
	ID:              "IND-01",
	AddsUp:          Sums{Numerator: overDays("attempts").under("level=0"), Denominator: overDays("attempts"), People: ofWindow("people with an attempt")},
	Title:           "Steps done alone",
	Means:           "Out of all the tries at a small step, how often the person did it without any help or reminder.",
	Numerator:       "attempts at a step without any help or reminder",
	Denominator:     "attempts with a level of support written down",
	NounNumerator:   "attempts done alone",
	NounDenominator: "attempts",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"IND-02", "RAT-03", "REF-01"},
	Needs:    []record.Kind{record.KindStepRecord},
	Columns:  []string{"step_record.support_level"},
	Since:    since, Source: "source articles 000 to 003",
	WhyItMatters: "Doing things alone is what many people tell us they want most.",
}, func(r *record.StepRecord) Counted { return in(r.Rank != record.NoRank, r.Rank == 0) },
).splitBy(Split{Name: "level", Mix: true, Part: rung})

// rung gives the rung of the ladder of an attempt as a number, 0 for alone: a
// provider's own ladder may name its rungs otherwise.
func rung(r record.Record) string {
	if one, ok := r.(*record.StepRecord); ok && one.Rank != record.NoRank {
		return strconv.Itoa(int(one.Rank))
	}
	return ""
}

// share counts each step by its own history.
func (s *attempts) share(w Window, counts func(step, record.Span) Counted) []Value {
	sum := ratio{}
	for one := range s.steps {
		sum.add(counts(one, w.Span), &one[0].Head)
	}
	return sum.percent(w)
}

// verdict gives each attempt the verdict of its step.
func (s *attempts) verdict(w Window, counts func(step, record.Span) Counted) func(*record.StepRecord) Counted {
	verdicts := map[stepName]Counted{}
	for one := range s.steps {
		verdicts[nameOf(one[0])] = counts(one, w.Span)
	}
	return func(r *record.StepRecord) Counted {
		if r.On > w.Span.To || r.Rank == record.NoRank {
			return CountedNeither
		}
		return verdicts[nameOf(r)]
	}
}

// stepShare is a percentage of steps, each counted by its own history.
func stepShare(d Def, counts func(step, record.Span) Counted) Metric {
	return Define(d, Rule[*record.StepRecord, attempts]{
		Whole:  true,
		Add:    func(s *attempts, r *record.StepRecord) Counted { return s.add(r) },
		Merge:  func(into, from *attempts) { into.merge(from) },
		Finish: func(s *attempts, w Window) []Value { return s.share(w, counts) },
		Adds:   once[*record.StepRecord, attempts](func(r *record.StepRecord) any { return nameOf(r) }),
		Judge: func(s *attempts, w Window) func(*record.StepRecord) Counted {
			return s.verdict(w, counts)
		},
	})
}

var ind02 = stepShare(Def{
	ID:              "IND-02",
	AddsUp:          Sums{Numerator: overDays("steps achieved"), Denominator: active("steps tried", "steps achieved")},
	Title:           "Steps achieved",
	Means:           "Out of the steps people are working on, how many they did alone three times in a row.",
	Numerator:       "steps done alone three times in a row, for the first time in these dates",
	Denominator:     "steps with an attempt by the last day that were not achieved before the first",
	NounNumerator:   "steps achieved",
	NounDenominator: "steps worked on",
	Unit:            Percent, Better: Higher, Grows: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"IND-01", "REF-01"},
	Counts:   "steps",
	Needs:    []record.Kind{record.KindStepRecord},
	Columns:  []string{"step_record.support_level"},
	Since:    since, Source: "source articles 001, 002 and 003",
	WhyItMatters: "Three times in a row shows that it was more than luck.",
}, step.inProgress)

var ind03 = stepShare(Def{
	ID:              "IND-03",
	AddsUp:          Sums{Numerator: onLast("IND-03 numerator"), Denominator: onLast("IND-03 denominator")},
	Title:           "Less help needed",
	Means:           "Out of the steps we have followed for at least eight weeks, how many now need less help than at the start.",
	Numerator:       "steps whose middle level of support in the last 28 days is at least one level lower than at the start",
	Denominator:     "steps with three attempts in their first 28 days and three in the last 28 days, begun at least 56 days before",
	NounNumerator:   "steps with less help",
	NounDenominator: "steps followed",
	Unit:            Percent, Better: Higher, Grain: GrainPeriod, MinDenominator: 10,
	Partners: []string{"IND-01", "REF-01"},
	Counts:   "steps",
	Needs:    []record.Kind{record.KindStepRecord},
	Columns:  []string{"step_record.support_level"},
	Since:    since, Source: "source articles 000 and 002",
	WhyItMatters: "Needing a little less help is progress too, long before somebody manages alone.",
}, step.steppedDown)

// progress finds the people with an attempt in the window, and those who moved
// on by at least one step.
func (s *attempts) progress(span record.Span) (tried, movedOn people) {
	for one := range s.steps {
		if len(one.within(span)) > 0 {
			tried.add(one[0].Person)
		}
		if (one.inProgress(span)|one.steppedDown(span))&CountedNumerator != 0 {
			movedOn.add(one[0].Person)
		}
	}
	return tried, movedOn
}

var ind06 = Define(Def{
	ID:              "IND-06",
	AddsUp:          Sums{Denominator: ofWindow("people with an attempt")},
	Title:           "People who moved on",
	Means:           "Out of everyone who tried a step, how many achieved at least one step or now need less help with one.",
	Numerator:       "people with at least one step achieved or done with less help",
	Denominator:     "people with at least one attempt in these dates",
	NounNumerator:   "people who moved on",
	NounDenominator: "people with an attempt",
	Unit:            Percent, Better: Higher, Grows: true, Grain: GrainPeriod, MinDenominator: 10,
	Partners: []string{"IND-01", "RAT-03"},
	Counts:   "people",
	Needs:    []record.Kind{record.KindStepRecord},
	Columns:  []string{"step_record.support_level"},
	Since:    since, Source: "source articles 001, 002 and 003",
	WhyItMatters: "It shows how many people gain, not only how many steps.",
}, Rule[*record.StepRecord, attempts]{
	Whole: true,
	Add:   func(s *attempts, r *record.StepRecord) Counted { return s.add(r) },
	Merge: func(into, from *attempts) { into.merge(from) },
	Finish: func(s *attempts, w Window) []Value {
		tried, movedOn := s.progress(w.Span)
		sum := ratio{}
		for _, person := range tried {
			sum.add(in(true, movedOn.has(person)), &record.Head{Person: person})
		}
		return sum.percent(w)
	},
	Adds: oncePerson[*record.StepRecord, attempts](),
	Judge: func(s *attempts, w Window) func(*record.StepRecord) Counted {
		_, movedOn := s.progress(w.Span)
		return func(r *record.StepRecord) Counted {
			return in(r.Rank != record.NoRank && w.Span.Has(r.On), movedOn.has(r.Person))
		}
	},
})
