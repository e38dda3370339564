package metrics

import (
	"cmp"
	"fmt"
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics/stat"
)

// faces keeps the visits to each person, by those whose staff are known.
type faces struct {
	visits map[record.Person][]*record.Visit
}

// visitDone tells whether a visit was completed by staff who are known.
func visitDone(r *record.Visit) bool {
	return r.Status == record.VisitCompleted && len(r.Staff) > 0
}

func (s *faces) note(person record.Person, visits ...*record.Visit) {
	if s.visits == nil {
		s.visits = map[record.Person][]*record.Visit{}
	}
	s.visits[person] = append(s.visits[person], visits...)
}

func (s *faces) add(r *record.Visit) Counted {
	if !visitDone(r) || r.Person == "" {
		return CountedNeither
	}
	s.note(r.Person, r)
	return CountedDenominator
}

func (s *faces) merge(from *faces) {
	for person, visits := range from.visits {
		s.note(person, visits...)
	}
}

// Continuity looks at four weeks at a time, with at least so many visits.
const (
	facesDays   = 28
	facesVisits = 8
)

// fourWeeks gives the number of different staff in each four weeks of a span
// with enough visits. The four weeks are counted back from the last day; days
// left over at the start are not used.
func fourWeeks(visits []*record.Visit, span record.Span) (staff []float64, used func(record.Date) bool) {
	enough := map[record.Date]bool{} // by last day
	for last := span.To; last-facesDays+1 >= span.From; last -= facesDays {
		came, count := map[record.Worker]bool{}, 0
		for _, visit := range visits {
			if visit.On > last-facesDays && visit.On <= last {
				count++
				for _, worker := range visit.Staff {
					came[worker] = true
				}
			}
		}
		if count >= facesVisits {
			enough[last] = true
			staff = append(staff, float64(len(came)))
		}
	}
	return staff, func(day record.Date) bool {
		return day >= span.From && day <= span.To && enough[day+(span.To-day)%facesDays]
	}
}

var con01 = Define(Def{
	ID:    "CON-01",
	Title: "Different staff in four weeks",
	Means: "The middle number of different staff who came to one person in four weeks: half the people met as many or fewer.",
	Numerator: "different staff who came to a person in four weeks, counted back from the last day; " +
		"days left over at the start are not used",
	Denominator:     "people's four weeks with at least 8 visits done by staff who are known",
	NounDenominator: "people's four weeks",
	Unit:            MedianScore, Better: Lower, Grain: GrainMonth, MinDenominator: 5,
	Partners: []string{"CON-02"},
	Counts:   "weeks of a person",
	Needs:    []record.Kind{record.KindVisit},
	Columns:  []string{"visit.staff"},
	Since:    since, Source: "source articles 003 and 004",
	WhyItMatters: "With fewer faces people need to explain themselves less, and small changes are seen sooner.",
}, Rule[*record.Visit, faces]{
	Add:   func(s *faces, r *record.Visit) Counted { return s.add(r) },
	Merge: func(into, from *faces) { into.merge(from) },
	Finish: func(s *faces, w Window) []Value {
		var all []float64
		var who people
		for person, visits := range s.visits {
			staff, _ := fourWeeks(visits, w.Span)
			if len(staff) > 0 {
				who.add(person)
				all = append(all, staff...)
			}
		}
		v := w.value(len(who))
		v.Denominator = number(float64(len(all)))
		middle, err := stat.Median(all)
		if err != nil {
			return []Value{v.not(fmt.Sprintf("Nobody had %d visits by staff who are known in any four weeks of these dates.", facesVisits))}
		}
		v.Value = number(middle)
		return []Value{v}
	},
	Adds: func(_ *faces, w Window) func(*record.Visit) Adds {
		return func(r *record.Visit) Adds {
			return Adds{Denominator: 1, Thing: personWeek{r.Person, (w.Span.To - r.On) / facesDays}}
		}
	},
	Judge: func(s *faces, w Window) func(*record.Visit) Counted {
		used := map[record.Person]func(record.Date) bool{}
		for person, visits := range s.visits {
			_, used[person] = fourWeeks(visits, w.Span)
		}
		return func(r *record.Visit) Counted {
			return in(visitDone(r) && used[r.Person] != nil && used[r.Person](r.On), false)
		}
	},
})

// topStaff is how many of a person's staff count as those who come most.
const topStaff = 3

// mostSeen gives the staff who came most often; of those who came as often, the
// one who came first, and of two who came together the one written first. No name
// decides, as names are tokens that differ with the key.
func mostSeen(visits []*record.Visit) []record.Worker {
	type worker struct {
		name  record.Worker
		times int
		on    record.Date
		at    record.Clock
		ref   record.Ref
		place int // in the list of those who came
	}
	before := func(a, b worker) int {
		return cmp.Or(cmp.Compare(a.on, b.on), cmp.Compare(a.at, b.at), cmp.Compare(a.ref.File, b.ref.File), cmp.Compare(a.ref.Sheet, b.ref.Sheet),
			cmp.Compare(a.ref.Row, b.ref.Row), cmp.Compare(a.place, b.place))
	}
	tally := map[record.Worker]worker{}
	for _, visit := range visits {
		for i, name := range visit.Staff {
			if slices.Contains(visit.Staff[:i], name) {
				continue
			}
			one, there := tally[name]
			now := worker{on: visit.On, at: visit.At, ref: visit.Ref, place: i}
			if !there || before(now, one) < 0 {
				one.on, one.at, one.ref, one.place = now.on, now.at, now.ref, now.place
			}
			one.name = name
			one.times++
			tally[name] = one
		}
	}
	all := make([]worker, 0, len(tally))
	for _, one := range tally {
		all = append(all, one)
	}
	slices.SortFunc(all, func(a, b worker) int {
		return cmp.Or(cmp.Compare(b.times, a.times), before(a, b))
	})
	var most []record.Worker
	for _, one := range all[:min(topStaff, len(all))] {
		most = append(most, one.name)
	}
	return most
}

// anyOf tells whether one of the staff who came is in a list.
func anyOf(came, list []record.Worker) bool {
	return slices.ContainsFunc(came, func(one record.Worker) bool { return slices.Contains(list, one) })
}

var con02 = Define(Def{
	ID:     "CON-02",
	AddsUp: Sums{Numerator: ofWindow("CON-02 numerator")},
	Title:  "Visits by the three most familiar staff",
	Means:  "Out of all visits done by staff who are known, how many were by one of the three who came most to that person.",
	Numerator: "visits by at least one of the three staff who came most often to that person in these dates; " +
		"of those who came as often, whoever came first, and of two who came together the one written first",
	Denominator:     "visits completed by staff who are known",
	NounNumerator:   "visits by the most familiar staff",
	NounDenominator: "visits by known staff",
	Unit:            Percent, Better: Higher, Grows: true, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"CON-01"},
	Needs:    []record.Kind{record.KindVisit},
	Columns:  []string{"visit.staff"},
	Since:    since, Source: "source article 003",
	WhyItMatters: "It shows whether support rests on a few people whom the person knows.",
}, Rule[*record.Visit, faces]{
	Add:   func(s *faces, r *record.Visit) Counted { return s.add(r) },
	Merge: func(into, from *faces) { into.merge(from) },
	Finish: func(s *faces, w Window) []Value {
		sum := ratio{}
		for person, visits := range s.visits {
			most, head := mostSeen(visits), &record.Head{Person: person}
			for _, visit := range visits {
				sum.add(in(true, anyOf(visit.Staff, most)), head)
			}
		}
		return sum.percent(w)
	},
	Judge: func(s *faces, _ Window) func(*record.Visit) Counted {
		most := map[record.Person][]record.Worker{}
		for person, visits := range s.visits {
			most[person] = mostSeen(visits)
		}
		return func(r *record.Visit) Counted {
			return in(visitDone(r) && r.Person != "", anyOf(r.Staff, most[r.Person]))
		}
	},
})
