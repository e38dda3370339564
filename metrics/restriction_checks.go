package metrics

import "evidencepack/ingest/record"

// restrictionShare is a share of the restrictions active in a window of which
// something is written down. It counts the same restrictions again each month.
func restrictionShare(d Def, has func(*record.Restriction) bool) Metric {
	d.Denominator, d.NounDenominator = "restrictions active at any time in these dates", "active restrictions"
	d.Unit, d.Better, d.Grain, d.Recounted, d.MinDenominator = Percent, Higher, GrainMonth, true, 10
	d.Needs, d.Since = []record.Kind{record.KindRestriction}, since
	return registerShare(d, func(r *record.Restriction, span record.Span) Counted {
		return in(activeIn(r, span), has(r))
	})
}

var res07 = restrictionShare(Def{
	ID:            "RES-07",
	AddsUp:        Sums{Numerator: active("RES-07 begun", "RES-07 over"), Denominator: active("restrictions begun", "restrictions over"), People: ofWindow("people with a restriction")},
	Title:         "Least restrictive option checked",
	Means:         "Out of all limits on people's freedom, for how many staff checked that nothing less would do.",
	Numerator:     "restrictions active in these dates with yes written for the check of the least restrictive option",
	NounNumerator: "restrictions checked",
	Partners:      []string{"RES-06", "RES-10"},
	Columns:       []string{"restriction.proportionate"},
	Source:        "source articles 000, 002 and 003",
	WhyItMatters:  "The law asks for the least limit that keeps a person safe.",
}, func(r *record.Restriction) bool { return r.Proportionate == record.Yes })

var res08 = restrictionShare(Def{
	ID:            "RES-08",
	AddsUp:        Sums{Numerator: active("RES-08 begun", "RES-08 over"), Denominator: active("restrictions begun", "restrictions over"), People: ofWindow("people with a restriction")},
	Title:         "Restrictions with an end or a review date",
	Means:         "Out of all limits on people's freedom, how many have a day on which they end or are looked at again.",
	Numerator:     "restrictions active in these dates with a time limit or a review date written down",
	NounNumerator: "restrictions with a date",
	Partners:      []string{"RES-05", "RES-10"},
	Columns:       []string{"restriction.time_limit|restriction.review_due"},
	Source:        "source article 003",
	WhyItMatters:  "A limit without an end date tends to become a habit.",
}, func(r *record.Restriction) bool { return r.TimeLimited || r.ReviewDueOn != 0 })

var res10 = restrictionShare(Def{
	ID:            "RES-10",
	AddsUp:        Sums{Numerator: active("RES-10 begun", "RES-10 over"), Denominator: active("restrictions begun", "restrictions over"), People: ofWindow("people with a restriction")},
	Title:         "Restrictions with a plan to reduce them",
	Means:         "Out of all limits on people's freedom, how many have a plan for making them less or ending them.",
	Numerator:     "restrictions active in these dates with a plan to reduce them",
	NounNumerator: "restrictions with a plan",
	Partners:      []string{"RES-01", "RES-02"},
	Columns:       []string{"restriction.reduction_plan"},
	Source:        "national guidance on reducing restrictive practice",
	WhyItMatters:  "What has a plan to end it is more than a habit.",
}, func(r *record.Restriction) bool { return r.ReductionPlan == record.Yes })

var res14 = careRate(Def{
	ID:              "RES-14",
	AddsUp:          Sums{Denominator: overDays("care days"), People: active("people taken on", "people gone")},
	Among:           [][2]string{{"RES-14 numerator", "incidents"}},
	Title:           "Restrictions used in incidents",
	Means:           "How many incidents in which staff held or limited a person were written down for every 1,000 days of support.",
	Numerator:       "incidents with a restriction used",
	Denominator:     "care days: the days on which each person was supported",
	NounNumerator:   "incidents with a restriction used",
	NounDenominator: "care days",
	Unit:            Per1000CareDays, Better: Lower, Written: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"INC-01", "RES-01"},
	Needs:    []record.Kind{record.KindIncident, record.KindPlacement},
	Columns:  []string{"incident.restriction_used"},
	Since:    since, Source: "published rates of restraint for 1,000 bed days",
	WhyItMatters: "Holding or limiting a person in distress is the last thing to do, not the first.",
}, func(r *record.Incident) bool { return r.RestrictionUsed })

// decidedOn gives the day of a risk decision: when it was made, otherwise when it
// was asked for.
func decidedOn(r *record.Authorisation) record.Date {
	switch {
	case r.Type != "risk_decision" && r.Type != "mca_best_interests":
		return 0
	case r.GrantedOn != 0:
		return r.GrantedOn
	case r.AppliedOn != 0:
		return r.AppliedOn
	}
	return r.On
}

var res17 = shareByDay(Def{
	ID:              "RES-17",
	Title:           "Risk decisions recorded, reviewed and shared",
	Means:           "Out of the decisions about taking a risk, or in a person's best interests, how many are recorded, were looked at again, and were made with the person.",
	Numerator:       "those decided on a known day, with a day of review, and with yes for worked out with the person",
	Denominator:     "risk decisions and best interests decisions of these dates",
	NounNumerator:   "decisions with all three",
	NounDenominator: "risk decisions",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"RES-09", "RES-16"},
	Needs:    []record.Kind{record.KindAuthorisation},
	Columns:  []string{"authorisation.granted_at", "authorisation.reviewed_at", "authorisation.co_produced"},
	Since:    since, Source: "source article 001",
	WhyItMatters: "People have a right to take risks, and to be part of weighing them.",
}, decidedOn, func(r *record.Authorisation) Counted {
	recorded := r.GrantedOn != 0 && r.Outcome != "pending"
	return in(true, recorded && r.ReviewedOn != 0 && r.CoProduced == record.Yes)
})
