package metrics

import (
	"cmp"
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics/stat"
)

// stepOf orders attempts by person, goal and step.
func stepOf(a, b *record.StepRecord) int {
	return cmp.Or(cmp.Compare(a.Person, b.Person), cmp.Compare(a.Goal, b.Goal), cmp.Compare(a.Step, b.Step))
}

// stepName names a step of a goal of a person.
type stepName struct {
	person     record.Person
	goal, step string
}

func nameOf(r *record.StepRecord) stepName { return stepName{r.Person, r.Goal, r.Step} }

// attempts is the history of steps: every attempt that has a level.
type attempts struct {
	all     []*record.StepRecord
	ordered bool // by step, then in time
}

func (s *attempts) add(r *record.StepRecord) Counted {
	if r.Rank == record.NoRank {
		return CountedNeither
	}
	s.all, s.ordered = append(s.all, r), false
	return CountedDenominator
}

// merge takes histories that are in order, so that what is merged of several people
// one after the other is nearly in order too.
func (s *attempts) merge(from *attempts) {
	from.order()
	s.all, s.ordered = append(s.all, from.all...), len(s.all) == 0
}

func (s *attempts) order() {
	if !s.ordered {
		slices.SortFunc(s.all, func(a, b *record.StepRecord) int {
			return cmp.Or(stepOf(a, b), inTime(&a.Head, &b.Head))
		})
		s.ordered = true
	}
}

// steps gives the attempts of one step after the other, each in time.
func (s *attempts) steps(yield func(step) bool) {
	s.order()
	for from := 0; from < len(s.all); {
		to := from + 1
		for to < len(s.all) && stepOf(s.all[from], s.all[to]) == 0 {
			to++
		}
		if !yield(s.all[from:to]) {
			return
		}
		from = to
	}
}

// step is the attempts of one person at one step of one goal, in time.
type step []*record.StepRecord

// aloneInARow is the number of attempts alone, one after the other, that makes a
// step achieved.
const aloneInARow = 3

// achieved gives the place of the attempt with which the step was first
// achieved, or −1.
func (s step) achieved() int {
	row := 0
	for i, attempt := range s {
		if attempt.Rank != 0 {
			row = 0
			continue
		}
		if row++; row == aloneInARow {
			return i
		}
	}
	return -1
}

// inProgress counts the step for IND-02.
func (s step) inProgress(span record.Span) Counted {
	if s[0].On > span.To {
		return CountedNeither
	}
	at := s.achieved()
	if at >= 0 && s[at].On < span.From {
		return CountedNeither
	}
	return in(true, at >= 0 && s[at].On <= span.To)
}

// Steps count as followed for long enough when there are three attempts in the
// first 28 days, three in the last, and 56 days since the first.
const (
	followedAttempts = 3
	followedDays     = 28
	followedSince    = 56
)

// baseline gives the attempts of the first 28 days.
func (s step) baseline() step {
	return s.within(record.Span{From: s[0].On, To: s[0].On + followedDays - 1})
}

// latest gives the attempts of the last 28 days of the window.
func (s step) latest(span record.Span) step {
	return s.within(record.Span{From: span.To - followedDays + 1, To: span.To})
}

func (s step) within(span record.Span) step {
	from, _ := slices.BinarySearchFunc(s, span.From, onDay)
	to, _ := slices.BinarySearchFunc(s, span.To+1, onDay)
	return s[from:to]
}

func onDay(r *record.StepRecord, day record.Date) int { return cmp.Compare(r.On, day) }

func (s step) medianRank() float64 {
	ranks := make([]float64, len(s))
	for i, attempt := range s {
		ranks[i] = float64(attempt.Rank)
	}
	median, _ := stat.Median(ranks)
	return median
}

// steppedDown counts the step for IND-03.
func (s step) steppedDown(span record.Span) Counted {
	if s[0].On > span.To-followedSince {
		return CountedNeither
	}
	before, after := s.baseline(), s.latest(span)
	if len(before) < followedAttempts || len(after) < followedAttempts {
		return CountedNeither
	}
	return in(true, after.medianRank() <= before.medianRank()-1)
}
