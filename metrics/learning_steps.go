package metrics

import "evidencepack/ingest/record"

var lrn06 = shareByDay(Def{
	ID:              "LRN-06",
	Title:           "Actions with what shows they helped",
	Means:           "Out of the things we did after learning, for how many we wrote down what shows that they helped.",
	Numerator:       "those actions with evidence that they helped written down",
	Denominator:     "actions completed in these dates, without those called off",
	NounNumerator:   "actions with evidence",
	NounDenominator: "actions completed",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"LRN-04", "LRN-07"},
	Needs:    []record.Kind{record.KindAction},
	Columns:  []string{"action.completed_at", "action.effect"},
	Since:    since, Source: "source article 003",
	WhyItMatters: "Doing what was agreed is half of it; the other half is seeing whether it worked.",
}, func(r *record.Action) record.Date { return r.CompletedOn },
	func(r *record.Action) Counted { return in(!r.Cancelled, r.EffectRecorded) })

// outcomeWithdrawn is the outcome of feedback that was taken back.
const outcomeWithdrawn = "withdrawn"

// askedOfUs tells whether feedback asked something of us and somebody could be
// told what came of it. Compliments ask for nothing.
func askedOfUs(r *record.Feedback) bool {
	switch r.Type {
	case record.FeedbackComplaint, record.FeedbackConcern, record.FeedbackSuggestion:
		return r.Outcome != outcomeWithdrawn && r.Told != record.NotApply
	}
	return false
}

var lrn08 = shareByDay(Def{
	ID:              "LRN-08",
	Title:           "Learning from feedback",
	Means:           "Out of the complaints, concerns and suggestions that were closed, for how many we wrote what we did and told the person what came of it.",
	Numerator:       "those with an action or learning written down, and the person told",
	Denominator:     "complaints, concerns and suggestions closed in these dates, without those taken back and those where nobody could be told",
	NounNumerator:   "feedback acted on and answered",
	NounDenominator: "feedback closed",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"CPL-01", "LRN-06"},
	Needs:    []record.Kind{record.KindFeedback},
	Columns:  []string{"feedback.closed_at", "feedback.learning", "feedback.told"},
	Since:    since, Source: "source article 001",
	WhyItMatters: "People speak up again when they hear what came of it.",
}, func(r *record.Feedback) record.Date { return r.ClosedOn },
	func(r *record.Feedback) Counted {
		return in(askedOfUs(r), r.ActionNoted && r.Told == record.Yes)
	})

// reviewedWithin is the number of working days in which a manager should have
// looked at an incident.
const reviewedWithin = 3

// workingDays counts the days from Monday to Friday after a day, up to another one
// included. Bank holidays are not known, so they count.
func workingDays(after, upTo record.Date) int {
	days := 0
	for day := after + 1; day <= upTo && days <= reviewedWithin; day++ {
		if weekday := (int(day)%7 + 7 + 4) % 7; weekday != 0 && weekday != 6 { // day 0 was a Thursday; 0 is Sunday
			days++
		}
	}
	return days
}

var lrn09 = share(Def{
	ID:              "LRN-09",
	AddsUp:          Sums{Denominator: overDays("incidents"), People: ofWindow("people with an incident")},
	Title:           "Looked at by a manager in 3 working days",
	Means:           "Out of all incidents, how many a manager looked at within three working days.",
	Numerator:       "incidents that a manager looked at on the day or up to 3 working days after; Monday to Friday are working days, also bank holidays, which are not known",
	Denominator:     "incidents and near misses",
	NounNumerator:   "incidents looked at in time",
	NounDenominator: "incidents",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"LRN-01", "LRN-02"},
	Needs:    []record.Kind{record.KindIncident},
	Columns:  []string{"incident.manager_reviewed_at"},
	Since:    since, Source: "source article 001",
	WhyItMatters: "What nobody looks at, nobody can put right.",
}, func(r *record.Incident) Counted {
	looked := r.ManagerReviewedOn != 0 && r.ManagerReviewedOn >= r.On
	return in(true, looked && workingDays(r.On, r.ManagerReviewedOn) <= reviewedWithin)
})

var lrn11 = share(Def{
	ID:              "LRN-11",
	Among:           [][2]string{{"LRN-11 denominator", "incidents"}},
	Title:           "Duty of candour steps done",
	Means:           "Out of the serious incidents where the law asks us to be open, for how many the person was told, got an apology and got it in writing.",
	Numerator:       "those with all three dates on or after the incident: told, apology, and written follow-up",
	Denominator:     "incidents to which the duty of candour applies",
	NounNumerator:   "incidents with all three steps",
	NounDenominator: "incidents under the duty of candour",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"INC-10", "LRN-09"},
	Needs:    []record.Kind{record.KindIncident},
	Columns: []string{
		"incident.candour_applies", "incident.candour_told_at", "incident.candour_apology_at", "incident.candour_written_at",
	},
	Since: since, Source: "regulation 20 of the 2014 Regulations",
	WhyItMatters: "After serious harm people have a right to hear from us what happened, and that we are sorry.",
}, func(r *record.Incident) Counted {
	all := min(r.CandourToldOn, r.CandourApologyOn, r.CandourWrittenOn)
	return in(r.CandourApplies == record.Yes, all != 0 && all >= r.On)
})
