package metrics

import (
	"slices"

	"evidencepack/ingest/record"
)

// together counts what was worked out with the person, and keeps the restrictions:
// they count in every window in which they are active.
type together struct {
	ratio
	limits []*record.Restriction
}

// workedOut gives the verdict on one thing of a window.
func workedOut(r record.Record, span record.Span) Counted {
	with := func(a record.Answer) Counted { return in(lookedAt(a), a == record.Yes) }
	switch one := r.(type) {
	case *record.PlanReview:
		if one.CompletedOn != 0 {
			return with(one.TookPart)
		}
	case *record.PlanChange:
		return with(one.CoProduced)
	case *record.Authorisation:
		return with(one.CoProduced)
	case *record.Restriction:
		return in(activeIn(one, span), one.CoProduced)
	}
	return CountedNeither
}

var cop01 = Define(Def{
	ID:     "COP-01",
	AddsUp: Sums{Numerator: overDays("COP-01 numerator").plus(overDays("reviews with the person")).plus(active("RES-09 begun", "RES-09 over")), Denominator: overDays("COP-01 denominator").plus(active("restrictions begun", "restrictions over"))},
	PartsAddUp: map[string]Sums{
		"what=restriction":   {Numerator: active("RES-09 begun", "RES-09 over"), Denominator: active("restrictions begun", "restrictions over")},
		"what=plan_review":   {Numerator: overDays("reviews with the person"), Denominator: overDays("COP-01 denominator").under("what=plan_review")},
		"what=plan_change":   {Numerator: overDays("COP-01 numerator").under("what=plan_change"), Denominator: overDays("COP-01 denominator").under("what=plan_change")},
		"what=authorisation": {Numerator: overDays("COP-01 numerator").under("what=authorisation"), Denominator: overDays("COP-01 denominator").under("what=authorisation")},
	},
	Title:           "Worked out with the person",
	Means:           "Out of all plan reviews, restrictions, changes and decisions about a person, how many were worked out together with that person.",
	Numerator:       "those that the person took part in or that were worked out with the person",
	Denominator:     "plan reviews done, changes of approach and decisions dated in these dates that say yes, partly or no; and restrictions active at any time in them, where a blank is no",
	NounNumerator:   "worked out together",
	NounDenominator: "reviews, restrictions, changes and decisions",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"AUD-08", "RES-09"},
	Needs:    []record.Kind{record.KindPlanReview, record.KindRestriction, record.KindPlanChange, record.KindAuthorisation},
	Columns:  []string{"plan_review.took_part", "restriction.co_produced", "plan_change.co_produced", "authorisation.co_produced"},
	AnyOf:    true,
	Since:    since, Source: "source article 001",
	WhyItMatters: "Nothing about a person should be decided without that person.",
}, Rule[record.Record, together]{
	Day: func(r record.Record) record.Date {
		switch one := r.(type) {
		case *record.Restriction:
			return keptWhole
		case *record.PlanReview:
			return one.CompletedOn
		}
		return r.Where().On
	},
	Add: func(s *together, r record.Record) Counted {
		if limit, ok := r.(*record.Restriction); ok {
			s.limits = append(s.limits, limit)
			return CountedNeither
		}
		return s.add(workedOut(r, record.Span{}), r.Where())
	},
	Merge: func(into, from *together) {
		into.merge(&from.ratio)
		into.limits = append(into.limits, from.limits...)
	},
	Finish: func(s *together, w Window) []Value {
		counts := ratio{}
		counts.merge(&s.ratio)
		for _, r := range s.limits {
			counts.add(workedOut(r, w.Span), &r.Head)
		}
		return counts.percent(w)
	},
	Judge: func(_ *together, w Window) func(record.Record) Counted {
		return func(r record.Record) Counted { return workedOut(r, w.Span) }
	},
}).splitBy(Split{Name: "what", Part: func(r record.Record) string { return string(r.Kind()) }})

// Words for where a change came from, where somebody told us something.
var fromFeedback = []string{"feedback", "complaint"}

var cop02 = share(Def{
	ID:              "COP-02",
	Title:           "Changes made after feedback",
	Means:           "Out of all changes of approach that say where they came from, how many came from feedback or a complaint.",
	Numerator:       "changes of approach that came from feedback or a complaint",
	Denominator:     "changes of approach in these dates that say where they came from",
	NounNumerator:   "changes after feedback",
	NounDenominator: "changes that say where they came from",
	Unit:            Percent, Better: Higher, Grain: GrainPeriod, MinDenominator: 10,
	Partners: []string{"CHG-01", "CPL-01"},
	Needs:    []record.Kind{record.KindPlanChange},
	Columns:  []string{"plan_change.trigger"},
	Since:    since, Source: "source article 001",
	WhyItMatters: "People who tell us something should see that it makes a difference.",
}, func(r *record.PlanChange) Counted {
	return in(r.Trigger != "", slices.Contains(fromFeedback, r.Trigger))
})

var chg01 = Define(Def{
	ID:            "CHG-01",
	Title:         "Changes of approach",
	Means:         "How many times we changed how we support somebody and wrote down what changed.",
	Numerator:     "changes of approach in these dates",
	NounNumerator: "changes of approach",
	Unit:          Count, Better: Neither, Grows: true, Written: true, Grain: GrainMonth,
	Partners: []string{"CHG-02", "AUD-06"},
	Needs:    []record.Kind{record.KindPlanChange},
	Since:    since, Source: "source article 001",
	WhyItMatters: "When a plan does not work, somebody should change it and look at what comes of it.",
}, Rule[*record.PlanChange, ratio]{
	Add:    func(s *ratio, r *record.PlanChange) Counted { return s.add(CountedNumerator, &r.Head) },
	Merge:  func(into, from *ratio) { into.merge(from) },
	Finish: func(s *ratio, w Window) []Value { return []Value{w.count(s.numerator, len(s.counted))} },
}).splitBy(Split{Name: "method", Part: func(r record.Record) string {
	if change, ok := r.(*record.PlanChange); ok {
		return change.Method
	}
	return ""
}})

// referral is the word of actions that follow up a referral to somebody else.
const referral = "referral"

// shared gives the day on which something done with others was due, 0 for what was
// not, and whether it was done by then.
func shared(r record.Record) (due record.Date, counts Counted) {
	switch one := r.(type) {
	case *record.PlanReview:
		if one.Joint == record.Yes {
			return one.DueOn, onTime(one.DueOn, one.CompletedOn)
		}
	case *record.Action:
		if (one.Source == referral || one.Theme == referral) && !one.Cancelled {
			return one.DueOn, onTime(one.DueOn, one.CompletedOn)
		}
	}
	return 0, CountedNeither
}

var crd01 = shareByDay(Def{
	ID:              "CRD-01",
	Title:           "Support joined up with others",
	Means:           "Out of all reviews with partners and referrals to others that were due, how many were done by their date.",
	Numerator:       "those reviews held and referrals followed up on or before the day they were due",
	Denominator:     "reviews with partners due in these dates, and actions from a referral due in them that were not cancelled",
	NounNumerator:   "done on time with others",
	NounDenominator: "reviews with partners and referrals due",
	Unit:            Percent, Better: Higher, Grain: GrainPeriod, Amount: true, MinDenominator: 10,
	Partners: []string{"AUD-05", "LRN-04"},
	Needs:    []record.Kind{record.KindPlanReview, record.KindAction},
	Columns:  []string{"plan_review.joint", "plan_review.due_at", "action.due_at"},
	AnyOf:    true,
	Since:    since, Source: "source article 004",
	WhyItMatters: "People should not have to join up the services around them by themselves.",
}, func(r record.Record) record.Date {
	due, _ := shared(r)
	return due
}, func(r record.Record) Counted {
	_, counts := shared(r)
	return counts
}).splitBy(Split{Name: "what", Part: func(r record.Record) string {
	switch r.(type) {
	case *record.PlanReview:
		return "joint_review"
	case *record.Action:
		return referral
	}
	return ""
}})
