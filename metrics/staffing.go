package metrics

import (
	"cmp"
	"slices"

	"evidencepack/ingest/record"
)

// inPost tells whether somebody of the register of staff works for the provider on
// a day. Agency staff do not. Without a first day they were there before the records
// begin.
func inPost(r *record.Staff, day record.Date) bool {
	return r.Worker != "" && r.Employment != record.EmployedAgency && r.StartOn <= day && (r.EndOn == 0 || r.EndOn >= day)
}

// staffInPost gives the row of each member of staff in post on a day; one who works
// at two places is one member of staff.
func staffInPost(register []*record.Staff, day record.Date) map[record.Worker]*record.Staff {
	found := make(map[record.Worker]*record.Staff)
	for _, r := range register {
		if !inPost(r, day) {
			continue
		}
		if now := found[r.Worker]; now == nil || inTime(&r.Head, &now.Head) < 0 {
			found[r.Worker] = r
		}
	}
	return found
}

// team keeps the register of staff, and who was seen at work.
type team struct {
	register []*record.Staff
	seen     workers
}

// workers is a set of distinct members of staff.
type workers map[record.Worker]bool

func (s *workers) add(w record.Worker) {
	if w == "" {
		return
	}
	if *s == nil {
		*s = workers{}
	}
	(*s)[w] = true
}

var obs05 = Define(Def{
	ID:              "OBS-05",
	AddsUp:          Sums{Numerator: ofWindow("OBS-05 numerator"), Denominator: onLast("staff in post"), People: onLast("staff in post")},
	Title:           "Staff seen at work",
	Means:           "Out of all our own staff in post on the last day, how many had a spot check in these dates.",
	Numerator:       "those staff with at least one spot check in these dates",
	Denominator:     "staff of the register in post on the last day, without agency staff; each counts once",
	NounNumerator:   "staff seen",
	NounDenominator: "staff in post",
	Unit:            Percent, Better: Higher, Grows: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"OBS-01"},
	Needs:    []record.Kind{record.KindObservation, record.KindStaff},
	Columns:  []string{"observation.staff"},
	Since:    since, Source: "source article 000",
	WhyItMatters: "Spot checks of the same few people say little about everybody else.",
}, Rule[record.Record, team]{
	Day: func(r record.Record) record.Date {
		if r.Kind() == record.KindStaff {
			return keptWhole
		}
		return r.Where().On
	},
	Add: func(s *team, r record.Record) Counted {
		switch one := r.(type) {
		case *record.Staff:
			s.register = append(s.register, one)
		case *record.Observation:
			s.seen.add(one.Staff)
		}
		return CountedNeither
	},
	Merge: func(into, from *team) {
		into.register = append(into.register, from.register...)
		for w := range from.seen {
			into.seen.add(w)
		}
	},
	Finish: func(s *team, w Window) []Value {
		counts := ratio{}
		for worker := range staffInPost(s.register, w.Span.To) {
			counts.add(in(true, s.seen[worker]), staffHead(worker))
		}
		return counts.percent(w)
	},
	Judge: func(s *team, w Window) func(record.Record) Counted {
		found := staffInPost(s.register, w.Span.To)
		return func(r record.Record) Counted {
			one, ok := r.(*record.Staff)
			return in(ok && found[one.Worker] == one, ok && s.seen[one.Worker])
		}
	},
}).notOfOne()

// The questions of staff surveys that are about being sure of what to do.
var sureQuestions = []string{"confident_to_adapt", "confident_consent"}

var stf01 = share(Def{
	ID:              "STF-01",
	Title:           "Staff who feel confident",
	Means:           "Out of all answers by staff on whether they feel confident to adapt support and to ask for consent, how many agree.",
	Numerator:       "answers that agree",
	Denominator:     "answers by staff to those two questions that agree, are in between or do not agree",
	NounNumerator:   "answers that agree",
	NounDenominator: "answers",
	Unit:            Percent, Better: Higher, Grain: GrainPeriod, Amount: true, MinDenominator: 10,
	Partners: []string{"OBS-01", "SUP-02"},
	Needs:    []record.Kind{record.KindSurvey},
	Columns:  []string{"survey.respondent", "survey.question", "survey.value"},
	Since:    since, Source: "source article 001",
	WhyItMatters: "Staff who are sure of what to do stay calm, and so do the people they support.",
}, func(r *record.Survey) Counted {
	asked := r.Respondent == record.AboutStaff && slices.Contains(sureQuestions, r.Question)
	return in(asked && lookedAt(r.Agree), r.Agree == record.Yes)
}).notOfOne().splitBy(Split{Name: "question", Part: func(r record.Record) string {
	if a, ok := r.(*record.Survey); ok && slices.Contains(sureQuestions, a.Question) {
		return a.Question
	}
	return ""
}})

// handovers adds up shifts, and those with a handover briefing.
type handovers struct{ rows []*record.WorkforceMonth }

func hasShifts(r *record.WorkforceMonth) bool {
	return r.Shifts >= 0 && r.Handovers >= 0 && r.Handovers <= r.Shifts
}

// bySource puts records in order of date, time and source row, so that their sum
// does not depend on how they came.
func bySource[R record.Record](records []R) []R {
	sorted := slices.Clone(records)
	slices.SortFunc(sorted, func(a, b R) int {
		return cmp.Or(inTime(a.Where(), b.Where()), cmp.Compare(a.Where().Service, b.Where().Service))
	})
	return sorted
}
