package metrics

import "evidencepack/ingest/record"

func reviewDone(r *record.PlanReview) record.Date { return r.CompletedOn }

func reviewDue(r *record.PlanReview) record.Date { return r.DueOn }

// onTime counts what was due, with what was done on or before that day.
func onTime(due, done record.Date) Counted { return in(due != 0, done != 0 && done <= due) }

var aud05 = shareByDay(Def{
	ID:              "AUD-05",
	Title:           "Plan reviews on time",
	Means:           "Out of all plan reviews that were due, how many were done by their date.",
	Numerator:       "plan reviews done on or before the day they were due",
	Denominator:     "plan reviews due in these dates",
	NounNumerator:   "reviews on time",
	NounDenominator: "reviews due",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"AUD-04", "AUD-06"},
	Needs:    []record.Kind{record.KindPlanReview},
	Columns:  []string{"plan_review.due_at", "plan_review.completed_at"},
	Since:    since, Source: "source article 003",
	WhyItMatters: "A plan that is not looked at again grows old without anybody seeing it.",
}, reviewDue, func(r *record.PlanReview) Counted { return onTime(r.DueOn, r.CompletedOn) })

var aud06 = shareByDay(Def{
	ID:              "AUD-06",
	AddsUp:          Sums{Denominator: overDays("plan reviews done"), People: ofWindow("people with a plan review done")},
	Title:           "Reviews that changed something",
	Means:           "Out of all plan reviews that were done, how many say both what changed and why; some reviews rightly change nothing.",
	Numerator:       "plan reviews done that say what changed and why",
	Denominator:     "plan reviews done",
	NounNumerator:   "reviews that say what changed and why",
	NounDenominator: "reviews done",
	Unit:            Percent, Better: Neither, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"AUD-07", "AUD-08"},
	Needs:    []record.Kind{record.KindPlanReview},
	Columns:  []string{"plan_review.completed_at", "plan_review.what_changed", "plan_review.why_changed"},
	Since:    since, Source: "source articles 000 and 003",
	WhyItMatters: "A review is worth most when it says what is done differently from now on, and why.",
}, reviewDone, func(r *record.PlanReview) Counted { return in(true, r.ChangeNoted && r.ReasonNoted) })

var aud07 = shareByDay(Def{
	ID:              "AUD-07",
	Title:           "Reviews that repeat the one before",
	Means:           "Out of all plan reviews that can be compared with the one before, how many use nearly the same words.",
	Numerator:       "plan reviews done whose text is 90% or more the same as that of the review before",
	Denominator:     "plan reviews done with a text, where the review before has one too",
	NounNumerator:   "reviews with repeated words",
	NounDenominator: "reviews compared",
	Unit:            Percent, Better: Lower, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"AUD-06"},
	Needs:    []record.Kind{record.KindPlanReview},
	Columns:  []string{"plan_review.completed_at", "plan_review.review_text"},
	Since:    since, Source: "source article 003",
	WhyItMatters: "Copied words can mean that nobody looked again.",
}, reviewDone, func(r *record.PlanReview) Counted {
	return in(r.Repeats == record.Yes || r.Repeats == record.No, r.Repeats == record.Yes)
})

var aud08 = shareByDay(Def{
	ID:              "AUD-08",
	AddsUp:          Sums{Numerator: overDays("reviews with the person"), Denominator: overDays("plan reviews done"), People: ofWindow("people with a plan review done")},
	Title:           "Person took part in the review",
	Means:           "Out of all plan reviews that were done, how many the person took part in.",
	Numerator:       "plan reviews done in which the person took part",
	Denominator:     "plan reviews done",
	NounNumerator:   "reviews with the person",
	NounDenominator: "reviews done",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"RES-09"},
	Needs:    []record.Kind{record.KindPlanReview},
	Columns:  []string{"plan_review.completed_at", "plan_review.took_part"},
	Since:    since, Source: "source articles 001 and 003",
	WhyItMatters: "A plan about a person should be made with that person.",
}, reviewDone, func(r *record.PlanReview) Counted { return in(true, r.TookPart == record.Yes) })

var aud10 = registerShare(Def{
	ID:              "AUD-10",
	AddsUp:          Sums{Numerator: active("AUD-10 numerator set", "AUD-10 numerator closed"), Denominator: active("AUD-10 set", "AUD-10 closed")},
	Title:           "Goals in the person's words",
	Means:           "Out of all goals people were working towards, how many are written in the person's own words.",
	Numerator:       "those goals that are in the person's own words",
	Denominator:     "goals set by the last day and not closed before the first, for which it is written whether they are in the person's words; goals set or closed on a day nobody wrote are left out",
	NounNumerator:   "goals in the person's words",
	NounDenominator: "open goals",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Recounted: true, MinDenominator: 10,
	Partners: []string{"AUD-02", "IND-06"},
	Needs:    []record.Kind{record.KindGoal},
	Columns:  []string{"goal.set_at", "goal.in_person_words"},
	Since:    since, Source: "source articles 001 and 003",
	WhyItMatters: "A goal belongs to the person when the person would say it that way.",
}, func(r *record.Goal, span record.Span) Counted {
	return in(openIn(r, span) && lookedAt(r.InPersonWords), r.InPersonWords == record.Yes)
})
