package metrics

import (
	"slices"

	"evidencepack/ingest/record"
)

// The questions of file audits that the measures read (domain.md 4.17).
var (
	methodQuestions = []string{
		"specific_staff_actions", "what_to_avoid", "triggers_for_change", "review_dates_tied_to_outcomes",
		"success_defined_and_recorded", "escalation_route",
	}
	voiceQuestions = []string{"what_matters_in_own_words", "persons_voice_quoted"}
	stepQuestions  = []string{"micro_steps", "step_down_pathway"}
)

// lookedAt tells whether a point was looked at: met, partly met or not met.
func lookedAt(a record.Answer) bool {
	return a == record.Yes || a == record.Partly || a == record.No
}

// result says how far a point was met, "" where it was not looked at.
func result(a record.Answer) string {
	switch a {
	case record.Yes:
		return "met"
	case record.Partly:
		return "partly_met"
	case record.No:
		return "not_met"
	}
	return ""
}

var aud01 = share(Def{
	ID:              "AUD-01",
	AddsUp:          Sums{Numerator: overDays("AUD-01 numerator"), Denominator: overDays("AUD-01 denominator")},
	PartsAddUp:      map[string]Sums{"result=met": {Numerator: overDays("AUD-01 numerator"), Denominator: overDays("AUD-01 denominator")}},
	Title:           "Plans that say exactly what to do",
	Means:           "Out of all audit questions on how exact a plan is about what staff do, how many were met.",
	Numerator:       "those questions that were met in full",
	Denominator:     "audit questions on staff actions, what to avoid, triggers for change, review dates, success and who to tell, answered as met, partly met or not met",
	NounNumerator:   "questions met",
	NounDenominator: "questions answered",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"AUD-02", "OBS-01"},
	Needs:    []record.Kind{record.KindPlanAudit},
	Columns:  []string{"plan_audit.question", "plan_audit.met"},
	Since:    since, Source: "source articles 000, 002 and 003",
	WhyItMatters: "Staff can only work in the same way when the plan says what that way is.",
}, func(r *record.PlanAudit) Counted {
	return in(slices.Contains(methodQuestions, r.Question) && lookedAt(r.Met), r.Met == record.Yes)
}).splitBy(Split{Name: "question", Part: func(r record.Record) string {
	if a, ok := r.(*record.PlanAudit); ok && slices.Contains(methodQuestions, a.Question) {
		return a.Question
	}
	return ""
}}, Split{Name: "result", Mix: true, Part: func(r record.Record) string {
	if a, ok := r.(*record.PlanAudit); ok && slices.Contains(methodQuestions, a.Question) {
		return result(a.Met)
	}
	return ""
}})

// auditKey names one audit: one person's file on one day. Where no person is
// named it is the audit's own id.
type auditKey struct {
	service string
	person  record.Person
	day     record.Date
	id      string
}

func auditOf(r *record.PlanAudit) auditKey {
	key := auditKey{service: r.Service, person: r.Person, day: r.On}
	if r.Person == "" {
		key.id = r.ID
	}
	return key
}

// marks are the answers to some questions in one audit, as bits by place of the
// question: asked at all, and at least once not met in full.
type marks struct{ asked, short uint8 }

// audits keeps the marks of each audit.
type audits struct{ marks map[auditKey]marks }

func (s *audits) note(key auditKey, more marks) {
	if s.marks == nil {
		s.marks = map[auditKey]marks{}
	}
	now := s.marks[key]
	s.marks[key] = marks{now.asked | more.asked, now.short | more.short}
}

// auditShare is a percentage of audits. An audit counts where any of the questions
// was answered, or with all of them only where each was; it is met where no answer
// was less than met in full.
func auditShare(d Def, questions []string, all bool) Metric {
	every := uint8(1)<<len(questions) - 1
	verdict := func(m marks) Counted {
		return in(m.asked == every || (!all && m.asked != 0), m.short == 0)
	}
	takes := func(r *record.PlanAudit) bool {
		return slices.Contains(questions, r.Question) && lookedAt(r.Met)
	}
	return Define(d, Rule[*record.PlanAudit, audits]{
		Add: func(s *audits, r *record.PlanAudit) Counted {
			if !takes(r) {
				return CountedNeither
			}
			bit := uint8(1) << slices.Index(questions, r.Question)
			m := marks{asked: bit}
			if r.Met != record.Yes {
				m.short = bit
			}
			s.note(auditOf(r), m)
			return CountedDenominator
		},
		Merge: func(into, from *audits) {
			for key, m := range from.marks {
				into.note(key, m)
			}
		},
		Finish: func(s *audits, w Window) []Value {
			counts := ratio{}
			for key, m := range s.marks {
				counts.add(verdict(m), &record.Head{Person: key.person})
			}
			return counts.percent(w)
		},
		Adds: once[*record.PlanAudit, audits](func(r *record.PlanAudit) any { return auditOf(r) }),
		Judge: func(s *audits, _ Window) func(*record.PlanAudit) Counted {
			return func(r *record.PlanAudit) Counted {
				if !takes(r) {
					return CountedNeither
				}
				return verdict(s.marks[auditOf(r)])
			}
		},
	})
}

var aud02 = auditShare(Def{
	ID:              "AUD-02",
	AddsUp:          Sums{Numerator: overDays("AUD-02 numerator"), Denominator: overDays("AUD-02 denominator")},
	Title:           "The person's voice in the plan",
	Means:           "Out of all plan audits that looked for the person's own voice, how many found it in every place they looked.",
	Numerator:       "audits in which each question on the person's voice that was asked was met in full",
	Denominator:     "audits that asked whether what matters is in the person's own words, or whether the person is quoted; an audit is one person's file on one day",
	NounNumerator:   "audits with the person's voice",
	NounDenominator: "audits that looked for it",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"AUD-08", "AUD-10"},
	Counts:   "audits",
	Needs:    []record.Kind{record.KindPlanAudit},
	Columns:  []string{"plan_audit.question", "plan_audit.met"},
	Since:    since, Source: "source article 003",
	WhyItMatters: "A plan in the person's own words is harder to mistake for somebody else's.",
}, voiceQuestions, false)

var aud03 = auditShare(Def{
	ID:              "AUD-03",
	AddsUp:          Sums{Numerator: overDays("AUD-03 numerator"), Denominator: overDays("AUD-03 denominator")},
	Title:           "Plans with small steps and a way to less support",
	Means:           "Out of all plan audits that looked for both small steps and a way to less support, how many found both.",
	Numerator:       "audits in which both questions were met in full",
	Denominator:     "audits in which both questions were answered as met, partly met or not met; an audit is one person's file on one day",
	NounNumerator:   "audits with both",
	NounDenominator: "audits that looked for both",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"IND-03", "AUD-01"},
	Counts:   "audits",
	Needs:    []record.Kind{record.KindPlanAudit},
	Columns:  []string{"plan_audit.question", "plan_audit.met"},
	Since:    since, Source: "source article 002",
	WhyItMatters: "People gain skills in small steps, and only where somebody plans to step back.",
}, stepQuestions, true)
