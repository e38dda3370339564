package metrics

import "evidencepack/ingest/record"

// done tells whether a task was done, by the person or with help.
func done(r *record.CareTask) bool {
	switch r.Outcome {
	case record.Accepted, record.AcceptedOnReoffer, record.SelfManaged, record.Partial:
		return true
	}
	return false
}

// promptsOf reads the prompts of an attempt. The first rung of the ladder means
// alone and without a prompt, so that there a blank number is known to be 0.
func promptsOf(rank int8, written int) (float64, bool) {
	if rank == 0 && written < 0 {
		return 0, true
	}
	return float64(written), written >= 0
}

var ind08 = middleNumber(Def{
	ID:              "IND-08",
	Title:           "Prompts for a task",
	Means:           "The middle number of prompts that a person needed for a task or a step: half needed fewer, half needed more.",
	Numerator:       "prompts given; where a task or step was done alone and no number is written it is 0",
	Denominator:     "tasks done and attempts at a step with a number of prompts, or done alone",
	NounDenominator: "tasks and attempts",
	Unit:            MedianScore, Better: Lower, Grain: GrainMonth, MinDenominator: minMiddle,
	Partners: []string{"IND-01", "IND-10"},
	Needs:    []record.Kind{record.KindStepRecord, record.KindCareTask}, AnyOf: true,
	Columns: []string{"step_record.prompts", "care_task.prompts"},
	Since:   since, Source: "source articles 001 and 002",
	WhyItMatters: "Fewer prompts leave more of the task to the person.",
}, "Fewer than 5 numbers of prompts were written down, which is too few for a middle value.",
	func(r record.Record) (float64, bool) {
		switch one := r.(type) {
		case *record.StepRecord:
			if one.Rank != record.NoRank {
				return promptsOf(one.Rank, one.Prompts)
			}
		case *record.CareTask:
			if done(one) {
				return promptsOf(one.Rank, one.Prompts)
			}
		}
		return 0, false
	})

var ind09 = share(Def{
	ID:              "IND-09",
	Title:           "Begun by the person",
	Means:           "Out of the tasks and steps where staff wrote who began them, how often it was the person.",
	Numerator:       "tasks and attempts that the person began",
	Denominator:     "tasks done and attempts at a step where it is written, yes or no, whether the person began them",
	NounNumerator:   "begun by the person",
	NounDenominator: "tasks and attempts",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"IND-01", "IND-08"},
	Needs:    []record.Kind{record.KindStepRecord, record.KindCareTask}, AnyOf: true,
	Columns: []string{"step_record.initiated", "care_task.initiated"},
	Since:   since, Source: "source article 001",
	WhyItMatters: "Starting something oneself is a choice; being asked to is not.",
}, func(r record.Record) Counted {
	var began record.Answer
	switch one := r.(type) {
	case *record.StepRecord:
		if one.Rank != record.NoRank {
			began = one.Initiated
		}
	case *record.CareTask:
		if done(one) {
			began = one.Initiated
		}
	}
	return in(began == record.Yes || began == record.No, began == record.Yes)
})

var ind10 = share(Def{
	ID:              "IND-10",
	AddsUp:          Sums{Denominator: overDays("attempts"), People: ofWindow("people with an attempt")},
	Title:           "Consent and confidence written down",
	Means:           "Out of all the tries at a small step, for how many staff wrote both whether the person agreed and how sure they felt.",
	Numerator:       "attempts with both consent and confidence written down",
	Denominator:     "attempts with a level of support written down",
	NounNumerator:   "attempts with both",
	NounDenominator: "attempts",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"IND-01", "RAT-03"},
	Needs:    []record.Kind{record.KindStepRecord},
	Columns:  []string{"step_record.consent", "step_record.confidence"},
	Since:    since, Source: "source article 002",
	WhyItMatters: "Each try belongs to the person, who may say no and who knows how it felt.",
}, func(r *record.StepRecord) Counted {
	asked := r.Consent != record.AnswerNone && r.Consent != record.NotApply
	return in(r.Rank != record.NoRank, asked && r.ConfidenceRecorded)
})
