package metrics

import "evidencepack/ingest/record"

var aud08 = shareByDay(Def{
	ID:              "AUD-08",
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
}, func(r *record.PlanReview) record.Date { return r.CompletedOn },
	func(r *record.PlanReview) Counted { return in(true, r.TookPart == record.Yes) })

var obs01 = share(Def{
	ID:              "OBS-01",
	Title:           "Approach followed at spot checks",
	Means:           "Out of everything looked at in spot checks, how often staff did it the way the person's plan says.",
	Numerator:       "points of spot checks that were met",
	Denominator:     "points of spot checks that were met, partly met or not met",
	NounNumerator:   "points met",
	NounDenominator: "points looked at",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"REF-01"},
	Needs:    []record.Kind{record.KindObservation},
	Columns:  []string{"observation.met"},
	Since:    since, Source: "source articles 000, 002 and 003",
	WhyItMatters: "A good plan helps only if every member of staff works that way.",
}, func(r *record.Observation) Counted {
	looked := r.Met == record.Yes || r.Met == record.Partly || r.Met == record.No
	return in(looked, r.Met == record.Yes)
})

var cpl01 = careRate(Def{
	ID:              "CPL-01",
	Title:           "Complaints",
	Means:           "How many complaints we received for every 1,000 days of support.",
	Numerator:       "complaints received, without concerns, compliments and suggestions",
	Denominator:     "care days: the days on which each person was supported",
	NounNumerator:   "complaints",
	NounDenominator: "care days",
	Unit:            Per1000CareDays, Better: Neither, Written: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"RAT-01", "SAF-01"},
	Needs:    []record.Kind{record.KindFeedback, record.KindPlacement},
	Columns:  []string{"feedback.feedback_kind"},
	Since:    since, Source: "source articles 000, 001 and 003",
	WhyItMatters: "Complaints tell us what to put right, and people must feel free to make them.",
}, func(r *record.Feedback) bool { return r.Type == record.FeedbackComplaint })

var saf01 = careRate(Def{
	ID:              "SAF-01",
	Title:           "Safeguarding concerns",
	Means:           "How many safeguarding concerns were raised for every 1,000 days of support.",
	Numerator:       "safeguarding concerns raised",
	Denominator:     "care days: the days on which each person was supported",
	NounNumerator:   "safeguarding concerns",
	NounDenominator: "care days",
	Unit:            Per1000CareDays, Better: Neither, Written: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"CPL-01", "INC-01"},
	Needs:    []record.Kind{record.KindSafeguarding, record.KindPlacement},
	Since:    since, Source: "source articles 001 and 003",
	WhyItMatters: "A concern that is raised is a chance to protect somebody, so more is not simply worse.",
}, func(*record.Safeguarding) bool { return true })
