package metrics

import (
	"cmp"
	"fmt"
	"slices"

	"evidencepack/ingest/record"
)

// turns are the reviews of each restriction, by its id, that changed how strict it
// is: lifted, reduced, increased or imposed again. They are in time.
type turns map[string][]*record.RestrictionReview

func turnsOf(all []record.Record) turns {
	out := turns{}
	for _, r := range all {
		one, ok := r.(*record.RestrictionReview)
		if !ok || one.Restriction == "" || one.ReviewedOn == 0 {
			continue
		}
		switch one.Outcome {
		case record.EndLifted, record.EndReduced, record.ReviewIncreased, record.EndReimposed:
			out[one.Restriction] = append(out[one.Restriction], one)
		}
	}
	for _, reviews := range out {
		slices.SortFunc(reviews, func(a, b *record.RestrictionReview) int {
			return cmp.Or(cmp.Compare(a.ReviewedOn, b.ReviewedOn), inTime(&a.Head, &b.Head))
		})
	}
	return out
}

// of lists the turns of a restriction. A review that names another person is of
// another restriction, whatever its id.
func (t turns) of(r *record.Restriction) []*record.RestrictionReview {
	var out []*record.RestrictionReview
	for _, one := range t[r.ID] {
		if one.Person == "" || one.Person == r.Person {
			out = append(out, one)
		}
	}
	return out
}

// last gives the outcome of the last turn of a restriction in a window, "" where
// there was none.
func (t turns) last(r *record.Restriction, span record.Span) string {
	outcome := ""
	for _, one := range t.of(r) {
		if span.Has(one.ReviewedOn) {
			outcome = one.Outcome
		}
	}
	return outcome
}

// on lists the days on which a review of a restriction had an outcome.
func (t turns) on(r *record.Restriction, outcome string) []record.Date {
	var days []record.Date
	for _, one := range t.of(r) {
		if one.Outcome == outcome {
			days = append(days, one.ReviewedOn)
		}
	}
	return days
}

// withCommon counts what is about nobody in particular for each person too:
// reviews of a restriction seldom name the person again.
func (m Metric) withCommon() Metric {
	m.rule.common = true
	return m
}

// reducedIn gives the verdict on restrictions active in the window, with those made
// less strict and not made stricter again, nor lifted, as numerator.
func reducedIn(all []record.Record, w Window) func(record.Record) Counted {
	reviews := turnsOf(all)
	return func(r record.Record) Counted {
		one, ok := r.(*record.Restriction)
		if !ok {
			return CountedNeither
		}
		reduced := reviews.last(one, w.Span) == record.EndReduced
		if w.Span.Has(one.EndOn) {
			reduced = one.EndReason == record.EndReduced || reduced && one.EndReason != record.EndLifted
		}
		return in(activeIn(one, w.Span), reduced)
	}
}

var res02 = register(Def{
	ID:              "RES-02",
	AddsUp:          Sums{Denominator: active("restrictions begun", "restrictions over"), People: ofWindow("people with a restriction")},
	Title:           "Restrictions reduced",
	Means:           "Out of all limits on people's freedom, how many we made less strict without ending them.",
	Numerator:       "those whose last change in these dates, by a review or by the reason they ended, was that they were reduced; lifted ones are not in here",
	Denominator:     "restrictions active at any time in these dates",
	NounNumerator:   "restrictions reduced",
	NounDenominator: "active restrictions",
	Unit:            Percent, Better: Higher, Grows: true, Grain: GrainMonth, MinDenominator: 10,
	Beside:   []string{"RES-03", "RES-04"},
	Partners: []string{"RES-01", "RES-03"},
	Needs:    []record.Kind{record.KindRestriction},
	Also:     []record.Kind{record.KindRestrictionReview},
	Columns:  []string{"restriction.end_reason", "restriction_review.outcome"},
	Since:    since, Source: "source article 002",
	WhyItMatters: "A limit that is less strict leaves the person more of their own life.",
}, reducedIn, shareOf).withCommon()

// liftsOf lists the days of a window on which a restriction was lifted: by its end,
// or by a review where the same row was opened again.
func liftsOf(r *record.Restriction, reviews turns, span record.Span) []record.Date {
	days := reviews.on(r, record.EndLifted)
	if r.EndReason == record.EndLifted {
		days = append(days, r.EndOn)
	}
	return slices.DeleteFunc(days, func(day record.Date) bool { return !span.Has(day) })
}

// The two lengths of time in which a lifted restriction may come back: that of the
// figure, and a longer one.
var cameBackWithin = Split{Name: "within", Words: []string{"28_days", "90_days"}}

// longWithin is the longer of them.
const longWithin = 90

// daysToComeBack gives the days in which a restriction counts as having come back.
func daysToComeBack(w Window) record.Date {
	if w.Breakdown == "within=90_days" {
		return longWithin
	}
	return backWithin
}

// cameBack gives the verdict on restrictions lifted in the window, with those that
// came back as numerator.
func cameBack(all []record.Record, w Window) func(record.Record) Counted {
	reviews, starts, within := turnsOf(all), map[limit][]record.Date{}, daysToComeBack(w)
	for _, r := range all {
		if one, ok := r.(*record.Restriction); ok {
			starts[limitOf(one)] = append(starts[limitOf(one)], one.StartOn)
		}
	}
	return func(r record.Record) Counted {
		one, ok := r.(*record.Restriction)
		if !ok {
			return CountedNeither
		}
		again := slices.Concat(starts[limitOf(one)], reviews.on(one, record.EndReimposed))
		lifts := liftsOf(one, reviews, w.Span)
		return in(len(lifts) > 0, slices.ContainsFunc(lifts, func(lifted record.Date) bool {
			return slices.ContainsFunc(again, func(day record.Date) bool { return day > lifted && day <= lifted+within })
		}))
	}
}

var res11 = register(Def{
	ID: "RES-11",
	PartsAddUp: map[string]Sums{
		"within=28_days": {Numerator: ofWindow("RES-11 numerator"), Denominator: ofWindow("RES-11 denominator")},
		"within=90_days": {Numerator: ofWindow("RES-11 numerator").under("within=90_days"), Denominator: ofWindow("RES-11 denominator")},
	},
	Title:           "Restrictions that came back",
	Means:           "Out of the limits on people's freedom that we ended, how many were back within 28 days.",
	Numerator:       "those followed by a restriction of the same type for the same person, or imposed again by a review, 1 to 28 days after",
	Denominator:     "restrictions lifted in these dates, also those opened again since",
	NounNumerator:   "restrictions that came back",
	NounDenominator: "restrictions lifted",
	Unit:            Percent, Better: Lower, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"RES-01", "RES-03"},
	Needs:    []record.Kind{record.KindRestriction},
	Also:     []record.Kind{record.KindRestrictionReview},
	Columns:  []string{"restriction.end_reason", "restriction_review.outcome"},
	Since:    since, Source: "our own check beside RES-01",
	WhyItMatters: "A limit that comes back soon was not really lifted.",
}, cameBack, func(s ratio, w Window) Value {
	v := shareOf(s, w)
	if days := daysToComeBack(w); v.Status == OK && w.Span.To+days > w.LastEvent {
		v.Why = fmt.Sprintf("The data ends less than %d days after these dates, so what was lifted last may still come back.", days)
	}
	return v
}).withCommon().splitBy(cameBackWithin)
