package metrics

import (
	"evidencepack/ingest/record"
)

// activeOn tells whether a restriction was active on a day.
func activeOn(r *record.Restriction, day record.Date) bool {
	return r.StartOn <= day && (r.EndOn == 0 || r.EndOn > day)
}

// activeIn tells whether a restriction was active at any time in a window.
func activeIn(r *record.Restriction, span record.Span) bool {
	return r.StartOn <= span.To && (r.EndOn == 0 || r.EndOn >= span.From)
}

// backWithin is the number of days in which a restriction that comes back means
// that the earlier one was not lifted.
const backWithin = 28

// limit names what may come back: one type of restriction of one person, or of
// a service where no person is named.
type limit struct {
	person  record.Person
	service string
	kind    string
}

func limitOf(r *record.Restriction) limit {
	if r.Person == "" {
		return limit{service: r.Service, kind: r.Type}
	}
	return limit{person: r.Person, kind: r.Type}
}

// liftedForGood gives the verdict on restrictions active in the window, with
// those lifted in it that did not come back as numerator.
func liftedForGood(all []*record.Restriction, w Window) func(*record.Restriction) Counted {
	starts := map[limit][]record.Date{}
	for _, r := range all {
		starts[limitOf(r)] = append(starts[limitOf(r)], r.StartOn)
	}
	return func(r *record.Restriction) Counted {
		lifted := r.EndReason == record.EndLifted && w.Span.Has(r.EndOn)
		for _, start := range starts[limitOf(r)] {
			if start > r.EndOn && start <= r.EndOn+backWithin {
				lifted = false
			}
		}
		return in(activeIn(r, w.Span), lifted)
	}
}

var res01 = register(Def{
	ID:              "RES-01",
	AddsUp:          Sums{Numerator: overDays("RES-01 numerator"), Denominator: active("restrictions begun", "restrictions over"), People: ofWindow("people with a restriction")},
	Title:           "Restrictions lifted",
	Means:           "Out of all limits on people's freedom, how many we ended because they were not needed; it does not count if the person left or the limit came back within 28 days.",
	Numerator:       "restrictions lifted in these dates that did not come back within 28 days",
	Denominator:     "restrictions active at any time in these dates",
	NounNumerator:   "restrictions lifted",
	NounDenominator: "active restrictions",
	Unit:            Percent, Better: Higher, Grows: true, Grain: GrainMonth, MinDenominator: 10,
	Beside: []string{"RES-03", "RES-04"}, OutweighedBy: "RES-03", Net: "RES-04",
	Partners: []string{"RES-03", "RES-04", "ATT-01"},
	Needs:    []record.Kind{record.KindRestriction},
	Columns:  []string{"restriction.end_date", "restriction.end_reason"},
	Since:    since, Source: "source articles 001 and 002",
	WhyItMatters: "A limit on somebody's freedom should end as soon as it is no longer needed.",
}, liftedForGood, shareOf).splitBy(typeOfRestriction)

var res03 = register(Def{
	ID:            "RES-03",
	AddsUp:        Sums{Numerator: overDays("restrictions begun")},
	Title:         "Restrictions added",
	Means:         "How many new limits on people's freedom began.",
	Numerator:     "restrictions that began in these dates",
	NounNumerator: "restrictions added",
	Unit:          Count, Better: Neither, Grows: true, Written: true, Grain: GrainMonth,
	Partners: []string{"RES-01", "RES-04"},
	Needs:    []record.Kind{record.KindRestriction},
	Since:    since, Source: "source article 000",
	WhyItMatters: "Lifting one limit is no progress if another takes its place.",
}, func(_ []*record.Restriction, w Window) func(*record.Restriction) Counted {
	return func(r *record.Restriction) Counted { return in(w.Span.Has(r.StartOn), true) }
}, func(s ratio, w Window) Value { return w.count(s.numerator, len(s.people)) }).splitBy(typeOfRestriction)

var res05 = registerShare(Def{
	ID:              "RES-05",
	AddsUp:          Sums{Numerator: onLast("RES-05 numerator"), Denominator: standing("restrictions begun", "restrictions over"), People: ofWindow("people with a restriction on the last day")},
	Title:           "Restrictions with a review date not passed",
	Means:           "Out of all limits on people's freedom on the last day, how many had a review date that had not passed.",
	Numerator:       "restrictions active on the last day whose review date had not passed",
	Denominator:     "restrictions active on the last day",
	NounNumerator:   "restrictions in date",
	NounDenominator: "active restrictions on the last day",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Recounted: true, MinDenominator: 10,
	Partners: []string{"RES-01"},
	Needs:    []record.Kind{record.KindRestriction},
	Columns:  []string{"restriction.review_due"},
	Since:    since, Source: "source articles 000, 001 and 003",
	WhyItMatters: "A limit that nobody looks at again tends to stay.",
}, func(r *record.Restriction, span record.Span) Counted {
	return in(activeOn(r, span.To), r.ReviewDueOn >= span.To)
})

var res06 = registerShare(Def{
	ID:              "RES-06",
	AddsUp:          Sums{Numerator: active("RES-06 begun", "RES-06 over"), Denominator: active("restrictions begun", "restrictions over"), People: ofWindow("people with a restriction")},
	Title:           "Restrictions with a reason written down",
	Means:           "Out of all limits on people's freedom, how many have the reason for them written down.",
	Numerator:       "restrictions active in these dates with a reason written down",
	Denominator:     "restrictions active at any time in these dates",
	NounNumerator:   "reasons written down",
	NounDenominator: "active restrictions",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Recounted: true, MinDenominator: 10,
	Partners: []string{"RES-13"},
	Needs:    []record.Kind{record.KindRestriction},
	Columns:  []string{"restriction.rationale"},
	Since:    since, Source: "source articles 000, 001 and 003",
	WhyItMatters: "Without a reason nobody can ask whether the limit is still fair.",
}, func(r *record.Restriction, span record.Span) Counted {
	return in(activeIn(r, span), r.RationaleWritten)
})

var res09 = registerShare(Def{
	ID:              "RES-09",
	AddsUp:          Sums{Numerator: active("RES-09 begun", "RES-09 over"), Denominator: active("restrictions begun", "restrictions over"), People: ofWindow("people with a restriction")},
	Title:           "Restrictions agreed with the person",
	Means:           "Out of all limits on people's freedom, how many were worked out together with the person.",
	Numerator:       "restrictions active in these dates that were worked out with the person",
	Denominator:     "restrictions active at any time in these dates",
	NounNumerator:   "restrictions worked out together",
	NounDenominator: "active restrictions",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Recounted: true, MinDenominator: 10,
	Partners: []string{"AUD-08"},
	Needs:    []record.Kind{record.KindRestriction},
	Columns:  []string{"restriction.co_produced"},
	Since:    since, Source: "source articles 001 and 003",
	WhyItMatters: "People should have a say in what limits their own life.",
}, func(r *record.Restriction, span record.Span) Counted {
	return in(activeIn(r, span), r.CoProduced)
})

var res13 = registerShare(Def{
	ID:              "RES-13",
	AddsUp:          Sums{Numerator: active("RES-13 begun", "RES-13 over"), Denominator: active("restrictions begun", "restrictions over"), People: ofWindow("people with a restriction")},
	Title:           "No legal basis",
	Means:           "Out of all limits on people's freedom, how many have nothing written down that says the law allows them.",
	Numerator:       "restrictions active in these dates with no legal basis written down",
	Denominator:     "restrictions active at any time in these dates",
	NounNumerator:   "restrictions with no legal basis",
	NounDenominator: "active restrictions",
	Unit:            Percent, Better: Lower, Grain: GrainMonth, Recounted: true, MinDenominator: 10,
	Partners: []string{"RES-06"},
	Needs:    []record.Kind{record.KindRestriction},
	Columns:  []string{"restriction.legal_basis"},
	Since:    since, Source: "source article 000",
	WhyItMatters: "A limit on freedom without a legal basis may break the law.",
}, func(r *record.Restriction, span record.Span) Counted {
	return in(activeIn(r, span), r.LegalBasis == record.LegalBasisNone || r.LegalBasis == "")
})

// restrictionsWhole is the rule for figures that need more than a verdict on
// each restriction.
func restrictionsWhole(d Def, finish func([]*record.Restriction, Window) Value, judge func(*record.Restriction, record.Span) Counted) Metric {
	return Define(d, Rule[*record.Restriction, kept[*record.Restriction]]{
		Whole: true,
		Add: func(s *kept[*record.Restriction], r *record.Restriction) Counted {
			s.records = append(s.records, r)
			return CountedNeither
		},
		Merge: func(into, from *kept[*record.Restriction]) {
			into.records = append(into.records, from.records...)
		},
		Finish: func(s *kept[*record.Restriction], w Window) []Value {
			return []Value{finish(s.records, w)}
		},
		Judge: func(_ *kept[*record.Restriction], w Window) func(*record.Restriction) Counted {
			return func(r *record.Restriction) Counted { return judge(r, w.Span) }
		},
	})
}

var res04 = restrictionsWhole(Def{
	ID:            "RES-04",
	Signed:        true,
	AddsUp:        Sums{Numerator: overDays("restrictions begun").less(overDays("restrictions over")), People: ofWindow("people with a restriction on the last day")},
	Title:         "Net change in restrictions",
	Means:         "How many more or fewer limits on people's freedom there were on the last day than on the day before the first.",
	Numerator:     "restrictions active on the last day, less those active on the day before the first day",
	NounNumerator: "more or fewer restrictions",
	Unit:          Count, Better: Lower, Grows: true, Grain: GrainMonth,
	Partners: []string{"RES-01", "RES-03"},
	Counts:   "restrictions more or fewer",
	Needs:    []record.Kind{record.KindRestriction},
	Columns:  []string{"restriction.end_date"},
	Since:    since, Source: "source article 002",
	WhyItMatters: "Lifted and added limits only make sense together.",
}, func(all []*record.Restriction, w Window) Value {
	var who people
	change := 0
	for _, r := range all {
		if activeOn(r, w.Span.To) {
			change++
			who.add(r.Person)
		}
		if activeOn(r, w.Span.From-1) {
			change--
		}
	}
	return w.count(change, len(who))
}, func(r *record.Restriction, span record.Span) Counted {
	if activeOn(r, span.To) != activeOn(r, span.From-1) {
		return CountedNumerator
	}
	return CountedNeither
}).signed()

// signed counts what is there at the end, and takes off what was there at the start.
func (m Metric) signed() Metric {
	m.rule.adds = func(_ any, w Window) func(record.Record) Adds {
		return func(r record.Record) Adds {
			if limit, ok := r.(*record.Restriction); ok && !activeOn(limit, w.Span.To) {
				return Adds{Numerator: -1}
			}
			return itself
		}
	}
	return m
}
