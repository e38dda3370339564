package metrics

import (
	"slices"

	"evidencepack/ingest/record"
)

// enabling are the skills that staff are signed off for to build people's abilities.
var enabling = []string{"prompt_ladders", "graded_exposure", "supported_decision_making", "consent_communication"}

// courses are the courses and skills that can be told apart: those of domain.md 4.20,
// and those that staff in most services must have.
var courses = append(slices.Clone(enabling),
	"pbs", "mca_dols", "medication", "safeguarding", "cultural_awareness", "oliver_mcgowan", "restraint_reduction",
	"fire_safety", "moving_handling", "first_aid", "food_safety", "infection_control", "health_safety", "data_protection",
	"equality_diversity", "dementia", "epilepsy", "nutrition_hydration", "end_of_life", "care_certificate")

// course names one course of one member of staff.
type course struct {
	staff record.Worker
	key   string
}

// training keeps courses and sign-offs, and the register of staff.
type training struct {
	rows     []*record.Competency
	register []*record.Staff
}

func (s *training) add(r record.Record) Counted {
	switch one := r.(type) {
	case *record.Competency:
		s.rows = append(s.rows, one)
	case *record.Staff:
		s.register = append(s.register, one)
	}
	return CountedNeither
}

func (s *training) merge(from *training) {
	s.rows = append(s.rows, from.rows...)
	s.register = append(s.register, from.register...)
}

// latest gives the row that stands for each course on a day: the last one done, or
// where none is, one that says it is to be done. Rows of later days are not known.
func (s *training) latest(day record.Date) map[course]*record.Competency {
	found := make(map[course]*record.Competency)
	for _, r := range s.rows {
		if r.Staff == "" || r.SignedOn > day || r.Competent == record.NotApply {
			continue
		}
		key := course{r.Staff, r.Key}
		if now := found[key]; now == nil || now.SignedOn < r.SignedOn ||
			now.SignedOn == r.SignedOn && inTime(&now.Head, &r.Head) < 0 {
			found[key] = r
		}
	}
	return found
}

// inDate tells whether a course is done, not over, and not said to be not yet.
func inDate(r *record.Competency, day record.Date) bool {
	return r != nil && r.SignedOn != 0 && (r.ExpiresOn == 0 || r.ExpiresOn >= day) &&
		r.Competent != record.No && r.Competent != record.Partly
}

// gone lists the staff whom the register knows and who are not in post on a day.
// Agency staff are staff here: they need the same courses.
func (s *training) gone(day record.Date) workers {
	here, gone := make(workers), make(workers)
	for _, r := range s.register {
		if r.StartOn <= day && (r.EndOn == 0 || r.EndOn >= day) {
			here.add(r.Worker)
		}
	}
	for _, r := range s.register {
		if !here[r.Worker] {
			gone.add(r.Worker)
		}
	}
	return gone
}

var cmp02 = Define(Def{
	ID:              "CMP-02",
	AddsUp:          Sums{Numerator: onLast("CMP-02 numerator"), Denominator: onLast("CMP-02 denominator")},
	Title:           "Training in date",
	Means:           "Out of all courses that staff should have done, how many were done and in date on the last day.",
	Numerator:       "those courses done on or before the last day and not over on it",
	Denominator:     "courses written down for staff, the last row of each member of staff and course, without staff known to have left; only courses of our list can be told apart and count",
	NounNumerator:   "courses in date",
	NounDenominator: "courses",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Recounted: true, MinDenominator: 10,
	Partners: []string{"CMP-01", "OBS-01"},
	Needs:    []record.Kind{record.KindCompetency},
	Also:     []record.Kind{record.KindStaff},
	Columns:  []string{"competency.staff", "competency.competency", "competency.signed_off_at"},
	Since:    since, Source: "source article 004",
	WhyItMatters: "Knowledge fades, and the law and good practice move on.",
}, Rule[record.Record, training]{
	Whole:  true,
	Add:    (*training).add,
	Merge:  (*training).merge,
	Finish: func(s *training, w Window) []Value { return []Value{s.done(w)} },
	Judge:  (*training).courses,
}).notOfOne().splitBy(Split{Name: "competency", Words: courses})

func (s *training) done(w Window) Value {
	counts, judged := ratio{}, s.courses(w)
	for _, r := range s.rows {
		counts.add(judged(r), staffHead(r.Staff))
	}
	return shareOf(counts, w)
}

// courses gives the verdict on the rows that stand for a course.
func (s *training) courses(w Window) func(record.Record) Counted {
	found, gone := s.latest(w.Span.To), s.gone(w.Span.To)
	word, one := w.part("competency")
	return func(r record.Record) Counted {
		row, ok := r.(*record.Competency)
		counts := ok && slices.Contains(courses, row.Key) && !gone[row.Staff] &&
			found[course{row.Staff, row.Key}] == row && (!one || word == row.Key)
		return in(counts, counts && inDate(row, w.Span.To))
	}
}

var cmp01 = Define(Def{
	ID:              "CMP-01",
	AddsUp:          Sums{People: onLast("staff in post"), Numerator: onLast("CMP-01 numerator"), Denominator: onLast("CMP-01 denominator")},
	Title:           "Staff signed off to build abilities",
	Means:           "Out of all sign-offs our staff should have for prompts, small steps, choices and consent, how many were in date on the last day.",
	Numerator:       "those sign-offs that were done and not over on the last day",
	Denominator:     "staff of the register in post on the last day, without agency staff, times those of the four skills for which any sign-off is written down",
	NounNumerator:   "sign-offs in date",
	NounDenominator: "sign-offs",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Recounted: true, MinDenominator: 10,
	Partners: []string{"CMP-02", "OBS-03"},
	Counts:   "staff",
	Needs:    []record.Kind{record.KindCompetency, record.KindStaff},
	Columns:  []string{"competency.staff", "competency.competency", "competency.signed_off_at"},
	Since:    since, Source: "source article 002",
	WhyItMatters: "Building abilities is a skill that somebody should have seen staff use.",
}, Rule[record.Record, training]{
	Whole:      true,
	AnyService: true,
	Elsewhere:  true,
	Add:        (*training).add,
	Merge:      (*training).merge,
	Finish:     func(s *training, w Window) []Value { return []Value{s.signedOff(w)} },
	Adds: func(s *training, w Window) func(record.Record) Adds {
		return func(record.Record) Adds { return Adds{Numerator: 1, Denominator: float64(len(s.skills(w)))} }
	},
	Judge: func(s *training, w Window) func(record.Record) Counted {
		found, keys, here := s.latest(w.Span.To), s.skills(w), s.team(w)
		return func(r record.Record) Counted {
			switch one := r.(type) {
			case *record.Staff:
				return in(here[one.Worker] == one && len(keys) > 0, false)
			case *record.Competency:
				counts := here[one.Staff] != nil && slices.Contains(keys, one.Key) &&
					found[course{one.Staff, one.Key}] == one && inDate(one, w.Span.To)
				return in(counts, counts) & CountedNumerator
			}
			return CountedNeither
		}
	},
}).notOfOne().splitBy(Split{Name: "competency", Words: enabling})

func (s *training) signedOff(w Window) Value {
	counts, found, keys := ratio{}, s.latest(w.Span.To), s.skills(w)
	for worker := range s.team(w) {
		for _, key := range keys {
			counts.add(in(true, inDate(found[course{worker, key}], w.Span.To)), staffHead(worker))
		}
	}
	return shareOf(counts, w)
}

// team gives the staff in post at the services of a window on its last day.
func (s *training) team(w Window) map[record.Worker]*record.Staff {
	var register []*record.Staff
	for _, r := range s.register {
		if w.Scope.covers(&r.Head) {
			register = append(register, r)
		}
	}
	return staffInPost(register, w.Span.To)
}

// skills lists the skills that the provider keeps a record of at all, or the one
// that a part is of.
func (s *training) skills(w Window) []string {
	word, one := w.part("competency")
	var keys []string
	for _, key := range enabling {
		kept := slices.ContainsFunc(s.rows, func(r *record.Competency) bool { return r.Key == key })
		if kept && (!one || word == key) {
			keys = append(keys, key)
		}
	}
	return keys
}
