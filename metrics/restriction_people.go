package metrics

import "evidencepack/ingest/record"

// limited finds the people supported in a window, and those of them with a
// restriction of their own at some time in it.
func limited(all []record.Record, span record.Span) (supported, restricted people) {
	supported = staysOf(all).supportedIn(span)
	for _, r := range all {
		if one, ok := r.(*record.Restriction); ok && supported.has(one.Person) && activeIn(one, span) {
			restricted.add(one.Person)
		}
	}
	return supported, restricted
}

var res12 = Define(Def{
	ID:              "RES-12",
	AddsUp:          Sums{Denominator: active("people taken on", "people gone")},
	Title:           "People with a restriction",
	Means:           "Out of everyone we supported, how many had at least one limit on their freedom.",
	Numerator:       "people supported with at least one restriction of their own active in these dates; a rule for a whole house names nobody and is not in here",
	Denominator:     "people supported on at least one day of these dates",
	NounNumerator:   "people with a restriction",
	NounDenominator: "people supported",
	Unit:            Percent, Better: Lower, Grain: GrainMonth, Recounted: true, MinDenominator: 10,
	Partners: []string{"RES-01", "RES-04"},
	Counts:   "people",
	Needs:    []record.Kind{record.KindRestriction, record.KindPlacement},
	Since:    since, Source: "our own count beside RES-01",
	WhyItMatters: "It shows how many people live with limits, not only how many limits there are.",
}, Rule[record.Record, kept[record.Record]]{
	Whole: true,
	Add: func(s *kept[record.Record], r record.Record) Counted {
		s.records = append(s.records, r)
		return CountedNeither
	},
	Merge: func(into, from *kept[record.Record]) { into.records = append(into.records, from.records...) },
	Finish: func(s *kept[record.Record], w Window) []Value {
		supported, restricted := limited(s.records, w.Span)
		return []Value{w.percent(len(restricted), len(supported), len(supported)).behind(len(restricted))}
	},
	Adds: oncePerson[record.Record, kept[record.Record]](),
	Judge: func(s *kept[record.Record], w Window) func(record.Record) Counted {
		_, restricted := limited(s.records, w.Span)
		return func(r record.Record) Counted {
			switch one := r.(type) {
			case *record.Placement:
				return in(one.Person != "" && stayIn(one, w.Span), false)
			case *record.Restriction:
				if restricted.has(one.Person) && activeIn(one, w.Span) {
					return CountedNumerator
				}
			}
			return CountedNeither
		}
	},
})

// turnedIn finds the people with a restriction that began, was lifted, reduced or
// made stricter in a window, and the first day on which that happened.
func turnedIn(all []record.Record, span record.Span) map[record.Person]record.Date {
	turned, reviews := map[record.Person]record.Date{}, turnsOf(all)
	note := func(who record.Person, day record.Date) {
		if first, there := turned[who]; span.Has(day) && (!there || day < first) {
			turned[who] = day
		}
	}
	for _, r := range all {
		one, ok := r.(*record.Restriction)
		if !ok || one.Person == "" {
			continue
		}
		note(one.Person, one.StartOn)
		if one.EndReason == record.EndLifted || one.EndReason == record.EndReduced {
			note(one.Person, one.EndOn)
		}
		for _, review := range reviews.of(one) {
			note(one.Person, review.ReviewedOn)
		}
	}
	return turned
}

// beforeAndAfter are the equal windows beside the day on which a person's limits
// first changed, so that the same people are seen on both sides.
var beforeAndAfter = Split{Name: "when", Words: []string{"before", "after"}}

// besideTurn gives the days that count for a person whose limits changed on a day.
func besideTurn(w Window, day record.Date) record.Span {
	switch w.Breakdown {
	case "when=before":
		return record.Span{From: day - changeDays, To: day - 1}
	case "when=after":
		return record.Span{From: day, To: day + changeDays - 1}
	}
	return w.Span
}

// res15 of a baseline is about the people whose limits changed then, who are seldom
// the same: before and after, of the same people, are its parts.
var res15 = register(Def{
	ID:              "RES-15",
	Title:           "Getting out while limits change",
	Means:           "Out of the activities planned for people whose limits were lifted, reduced, tightened or new in these dates, how often they went.",
	Numerator:       "their planned activities that they attended, all or in part",
	Denominator:     "their planned activities in these dates, counted as in ATT-01; the parts are the 56 days before the first change and the 56 from it on",
	NounNumerator:   "activities attended",
	NounDenominator: "planned activities",
	Unit:            Percent, Better: Higher, Grain: GrainPeriod, Amount: true, MinDenominator: 10,
	Partners: []string{"RES-01", "ATT-01"},
	Needs:    []record.Kind{record.KindAttendance, record.KindRestriction},
	Also:     []record.Kind{record.KindRestrictionReview},
	Since:    since, Source: "source articles 000 and 002",
	WhyItMatters: "Lifting a limit is no gain if the person still stays at home.",
}, func(all []record.Record, w Window) func(record.Record) Counted {
	turned := turnedIn(all, w.Span)
	return func(r record.Record) Counted {
		one, ok := r.(*record.Attendance)
		if !ok {
			return CountedNeither
		}
		day, there := turned[one.Person]
		if !there || !besideTurn(w, day).Has(one.On) {
			return CountedNeither
		}
		return wentTo(one)
	}
}, shareOf).withCommon().splitBy(beforeAndAfter)

// riskPlan is the word for reviews of a plan for taking risks: an assessment of risks
// is no such plan.
const riskPlan = "positive_risk"

// riskReviews gives the review of a plan for taking a risk that counts for each
// person on the last day: the last one done, otherwise one that was due.
func riskReviews(all []record.Record, to record.Date) map[record.Person]*record.PlanReview {
	last := map[record.Person]*record.PlanReview{}
	for _, r := range all {
		one, ok := r.(*record.PlanReview)
		if !ok || one.Person == "" || one.Review != riskPlan {
			continue
		}
		held := one.CompletedOn != 0 && one.CompletedOn <= to
		if !held && (one.DueOn == 0 || one.DueOn > to) {
			continue
		}
		if before := last[one.Person]; before == nil || laterReview(before, one, to) {
			last[one.Person] = one
		}
	}
	return last
}

// laterReview tells whether the second review takes the place of the first.
func laterReview(a, b *record.PlanReview, to record.Date) bool {
	day := func(r *record.PlanReview) record.Date {
		if r.CompletedOn <= to {
			return r.CompletedOn
		}
		return 0
	}
	if day(a) != day(b) {
		return day(a) < day(b)
	}
	return inTime(&a.Head, &b.Head) < 0
}

var res16 = register(Def{
	ID:              "RES-16",
	AddsUp:          Sums{Numerator: onLast("RES-16 numerator"), Denominator: onLast("plans for taking risks"), People: onLast("plans for taking risks")},
	Title:           "Plans for taking risks in date",
	Means:           "Out of the people with a plan for taking risks safely, for how many it was in date on the last day and made with the person.",
	Numerator:       "those whose last review was done with the person taking part, and whose next review is due on the last day or later",
	Denominator:     "people supported on the last day with a review of a plan for taking risks done or due by then; the last one done counts",
	NounNumerator:   "plans in date, made together",
	NounDenominator: "people with a plan for taking risks",
	Unit:            Percent, Better: Higher, Grain: GrainPeriod, MinDenominator: 10,
	Partners: []string{"RES-17", "AUD-08"},
	Needs:    []record.Kind{record.KindPlanReview},
	Also:     []record.Kind{record.KindPlacement},
	Columns:  []string{"plan_review.review_kind", "plan_review.took_part", "plan_review.next_due"},
	Since:    since, Source: "source articles 001 and 003",
	WhyItMatters: "A risk that is planned for can be taken; one that is only feared becomes a limit.",
}, func(all []record.Record, w Window) func(record.Record) Counted {
	last, here := riskReviews(all, w.Span.To), staysOf(all).supportedOn(w.Span.To)
	return func(r record.Record) Counted {
		one, ok := r.(*record.PlanReview)
		if !ok || last[one.Person] != one || !here(one.Person) {
			return CountedNeither
		}
		held := one.CompletedOn != 0 && one.CompletedOn <= w.Span.To
		return in(true, held && one.TookPart == record.Yes && one.NextDueOn >= w.Span.To)
	}
}, shareOf).onAnyDate()

// onAnyDate says of a metric that it rests on rows of any date: a plan reviewed in
// spring may be in date in a month without a review.
func (m Metric) onAnyDate() Metric {
	m.rule.anyDate = true
	return m
}
