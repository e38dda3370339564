package metrics

import "evidencepack/ingest/record"

var ref04 = share(Def{
	ID:              "REF-04",
	AddsUp:          Sums{Denominator: overDays("first refusals"), People: ofWindow("people who first refused")},
	Title:           "Second offer written down",
	Means:           "Out of the times the person first said no, how often staff wrote down that they waited and asked again.",
	Numerator:       "first refusals with a second offer written down, and those that became a yes at a second offer",
	Denominator:     "first refusals; where nothing is written about a second offer, none was written down",
	NounNumerator:   "second offers written down",
	NounDenominator: "first refusals",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"REF-03", "REF-02"},
	Needs:    []record.Kind{record.KindCareTask},
	Columns:  []string{"care_task.reoffered"},
	Since:    since, Source: "source articles 000 and 003",
	WhyItMatters: "Waiting and asking once more is what the plan says, and only what is written down can be checked.",
}, func(r *record.CareTask) Counted {
	return in(r.Outcome.IsFirstRefusal(), r.Reoffered == record.Yes || r.Outcome == record.AcceptedOnReoffer)
})

var ref10 = share(Def{
	ID:              "REF-10",
	Title:           "Notes that blame the person",
	Means:           "Out of all care notes with text, how many use words that blame the person for saying no.",
	Numerator:       "care notes with words from the list of words that blame the person",
	Denominator:     "care notes with text that were looked through for these words",
	NounNumerator:   "notes that blame",
	NounDenominator: "notes looked through",
	Unit:            Percent, Better: Lower, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"REF-07", "REF-01"},
	Needs:    []record.Kind{record.KindCareTask},
	Columns:  []string{"care_task.note"},
	Since:    since, Source: "source article 001",
	WhyItMatters: "Words that blame hide the reason for a no, and the next worker believes them.",
}, func(r *record.CareTask) Counted {
	return in(r.Wording == record.Yes || r.Wording == record.No, r.Wording == record.Yes)
})
