package metrics

import "evidencepack/ingest/record"

// planKey names one plan: one kind of review of one person.
type planKey struct {
	person record.Person
	review string
}

// plans keeps the reviews of every plan, and when people were supported.
type plans struct {
	reviews []*record.PlanReview
	stays   stays
}

// plan is what is known of one plan on a day.
type plan struct {
	done *record.PlanReview // last review done by that day
	due  *record.PlanReview // first review that was to come after it and was not done by then
}

// on gives the plans of people supported on a day. Without a register of people it
// is everybody's.
func (s *plans) on(w Window) map[planKey]plan {
	day := w.Span.To
	here := s.stays.supportedOn(day)
	found := map[planKey]plan{}
	each := func(note func(p *plan, r *record.PlanReview)) {
		for _, r := range s.reviews {
			if !here(r.Person) {
				continue
			}
			key := planKey{r.Person, r.Review}
			now := found[key]
			note(&now, r)
			if now != (plan{}) {
				found[key] = now
			}
		}
	}
	each(func(p *plan, r *record.PlanReview) {
		if r.CompletedOn != 0 && r.CompletedOn <= day && (p.done == nil || reviewedBefore(p.done, r)) {
			p.done = r
		}
	})
	each(func(p *plan, r *record.PlanReview) {
		undone := r.DueOn != 0 && (r.CompletedOn == 0 || r.CompletedOn > day)
		if undone && (p.done == nil || r.DueOn > p.done.CompletedOn) && (p.due == nil || dueBefore(r, p.due)) {
			p.due = r
		}
	})
	return found
}

// next gives the review that says when a plan is to be reviewed next, and that day,
// 0 where it gives none; nil where the export does not say it of any.
func (p plan) next() (says *record.PlanReview, due record.Date) {
	switch {
	case p.due != nil:
		return p.due, p.due.DueOn
	case p.done == nil || (p.done.NextDueOn == 0 && !p.done.Columns.Has("next_due")):
		return nil, 0
	}
	return p.done, p.done.NextDueOn
}

// add keeps what is known of plans; it counts when all is known.
func (s *plans) add(r record.Record) Counted {
	switch one := r.(type) {
	case *record.PlanReview:
		s.reviews = append(s.reviews, one)
	case *record.Placement:
		s.stays = append(s.stays, one)
	}
	return CountedNeither
}

func reviewedBefore(a, b *record.PlanReview) bool {
	if a.CompletedOn != b.CompletedOn {
		return a.CompletedOn < b.CompletedOn
	}
	return inTime(&a.Head, &b.Head) < 0
}

func dueBefore(a, b *record.PlanReview) bool {
	if a.DueOn != b.DueOn {
		return a.DueOn < b.DueOn
	}
	return inTime(&a.Head, &b.Head) < 0
}

// planShare is a percentage of plans on the last day of a window. judge names the
// review that stands for the plan, and its verdict.
func planShare(d Def, judge func(p plan, day record.Date) (*record.PlanReview, Counted)) Metric {
	return Define(d, Rule[record.Record, plans]{
		Whole:   true,
		AnyDate: true,
		Add:     func(s *plans, r record.Record) Counted { return s.add(r) },
		Merge: func(into, from *plans) {
			into.reviews = append(into.reviews, from.reviews...)
			into.stays = append(into.stays, from.stays...)
		},
		Finish: func(s *plans, w Window) []Value {
			counts := ratio{}
			for key, p := range s.on(w) {
				_, c := judge(p, w.Span.To)
				counts.add(c, &record.Head{Person: key.person})
			}
			return counts.percent(w)
		},
		Judge: func(s *plans, w Window) func(record.Record) Counted {
			found := s.on(w)
			return func(r record.Record) Counted {
				review, ok := r.(*record.PlanReview)
				if !ok {
					return CountedNeither
				}
				if stands, c := judge(found[planKey{review.Person, review.Review}], w.Span.To); stands == review {
					return c
				}
				return CountedNeither
			}
		},
	})
}

var aud04 = planShare(Def{
	ID:              "AUD-04",
	AddsUp:          Sums{Numerator: onLast("AUD-04 numerator"), Denominator: onLast("AUD-04 denominator")},
	Title:           "Plans with a review date not passed",
	Means:           "Out of all plans on the last day, how many had a date for the next review that had not passed.",
	Numerator:       "plans whose next review was not due before the last day",
	Denominator:     "plans of people supported on the last day, one for each kind of review of each person; the next review is the first one due after the last one done, or the date that one gave",
	NounNumerator:   "plans in date",
	NounDenominator: "plans",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Recounted: true, MinDenominator: 10,
	Partners: []string{"AUD-05"},
	Needs:    []record.Kind{record.KindPlanReview},
	Also:     []record.Kind{record.KindPlacement},
	Columns:  []string{"plan_review.due_at|plan_review.next_due"},
	Since:    since, Source: "source articles 000, 002 and 003",
	WhyItMatters: "A plan past its review date may no longer be what the person needs.",
}, func(p plan, day record.Date) (*record.PlanReview, Counted) {
	says, due := p.next()
	return says, in(says != nil, due >= day)
})

var aud09 = planShare(Def{
	ID:              "AUD-09",
	AddsUp:          Sums{Numerator: onLast("AUD-09 numerator"), Denominator: onLast("AUD-09 denominator")},
	Title:           "Review owner and trigger written down",
	Means:           "Out of all plans on the last day, how many name who sees to the review and what would bring it forward.",
	Numerator:       "plans whose last review done says both",
	Denominator:     "plans of people supported on the last day with a review done, one for each kind of review of each person",
	NounNumerator:   "plans with owner and trigger",
	NounDenominator: "plans",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Recounted: true, MinDenominator: 10,
	Partners: []string{"AUD-04", "AUD-05"},
	Needs:    []record.Kind{record.KindPlanReview},
	Also:     []record.Kind{record.KindPlacement},
	Columns:  []string{"plan_review.owner", "plan_review.review_trigger"},
	Since:    since, Source: "source articles 001 and 003",
	WhyItMatters: "A review comes in time when somebody owns it and knows what should bring it forward.",
}, func(p plan, _ record.Date) (*record.PlanReview, Counted) {
	if p.done == nil {
		return nil, CountedNeither
	}
	return p.done, in(true, p.done.OwnerNamed && p.done.TriggerSet)
})
