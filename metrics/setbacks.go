package metrics

import "evidencepack/ingest/record"

// ind04 takes a setback of the last days as not answered until an answer is in the
// files, as LRN-03 takes a plan.
var ind04 = answeredAfter(Def{
	ID:              "IND-04",
	AddsUp:          Sums{Numerator: overDays("IND-04 numerator"), Denominator: overDays("IND-04 denominator")},
	Title:           "Setbacks answered",
	Means:           "Out of the times a step did not go as before, how often staff wrote what helped, or looked at the person's plan again, within seven days.",
	Numerator:       "setbacks with what helped written on them, or with a plan review or a change of approach for the person on the day or up to 7 days after",
	Denominator:     "attempts at a step marked as a setback",
	NounNumerator:   "setbacks answered",
	NounDenominator: "setbacks",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"IND-01", "IND-02"},
	Needs:    []record.Kind{record.KindStepRecord},
	Also:     []record.Kind{record.KindPlanReview, record.KindPlanChange},
	Columns:  []string{"step_record.setback", "step_record.what_helped"},
	Since:    since, Source: "source article 002",
	WhyItMatters: "Steps back are part of learning, and what we do next decides whether they last.",
}, func(r *record.StepRecord) bool { return r.Setback }, func(r *record.StepRecord) bool { return r.Helped })

var inc11 = answeredAfter(Def{
	ID:              "INC-11",
	AddsUp:          Sums{Numerator: overDays("INC-11 numerator"), Denominator: overDays("INC-11 denominator")},
	Title:           "Triggers for a review acted on",
	Means:           "Out of the times something happened that should lead to a review, such as a missed check-in, how often we looked at the plan or changed our approach within seven days.",
	Numerator:       "triggers with a plan review or a change of approach for the person on the day or up to 7 days after",
	Denominator:     "attempts at a step with a trigger for a review written on them",
	NounNumerator:   "triggers acted on",
	NounDenominator: "triggers",
	Unit:            Percent, Better: Neither, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"IND-04", "INC-01"},
	Needs:    []record.Kind{record.KindStepRecord, record.KindPlanReview},
	Also:     []record.Kind{record.KindPlanChange},
	Columns:  []string{"step_record.trigger"},
	Since:    since, Source: "source article 001",
	WhyItMatters: "A trigger in a plan protects a person only if somebody acts on it.",
}, func(r *record.StepRecord) bool { return r.Trigger != "" }, func(*record.StepRecord) bool { return false })
