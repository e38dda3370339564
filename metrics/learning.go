package metrics

import "evidencepack/ingest/record"

var lrn01 = share(Def{
	ID:              "LRN-01",
	Among:           [][2]string{{"LRN-01 denominator", "incidents"}},
	Title:           "Learning written down",
	Means:           "Out of the incidents we closed, for how many we wrote down what we learned.",
	Numerator:       "closed incidents with learning written down",
	Denominator:     "closed incidents, by the date of the incident",
	NounNumerator:   "incidents with learning",
	NounDenominator: "closed incidents",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"LRN-04", "LRN-05"},
	Needs:    []record.Kind{record.KindIncident},
	Columns:  []string{"incident.status|incident.closed_at", "incident.learning"},
	Since:    since, Source: "source article 002",
	WhyItMatters: "An incident helps nobody unless we learn from it.",
}, func(r *record.Incident) Counted { return in(r.Closed, r.LearningRecorded) })

// needsChange are the types of incident after which a plan should change.
var needsChange = map[string]bool{
	"distress_behaviour":  true,
	"fall":                true,
	"fall_injury":         true,
	"medication_error":    true,
	"medication_omission": true,
	"safeguarding":        true,
}

// planChanged gives the verdict on a change of plan within so many days of an
// incident; −1 is at any time after.
func planChanged(r *record.Incident, within record.Date) Counted {
	changed := r.PlanUpdatedOn != 0 && r.PlanUpdatedOn >= r.On
	if within >= 0 {
		changed = changed && r.PlanUpdatedOn <= r.On+within
	}
	return in(needsChange[r.Type] || r.RestrictionUsed, changed)
}

var lrn02 = share(Def{
	ID:              "LRN-02",
	AddsUp:          Sums{Denominator: overDays("incidents needing a change"), People: ofWindow("people with an incident needing a change")},
	Among:           [][2]string{{"incidents needing a change", "incidents"}},
	Title:           "Plan changed",
	Means:           "Out of the incidents that should lead to a change in the person's plan, how many did.",
	Numerator:       "those after which the plan was changed",
	Denominator:     "incidents that need a change of plan: distress, falls, medicine mistakes, safeguarding, or a restriction used",
	NounNumerator:   "plans changed",
	NounDenominator: "incidents that need a change of plan",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"LRN-03", "LRN-05", "LRN-07"},
	Needs:    []record.Kind{record.KindIncident},
	Columns:  []string{"incident.plan_updated_at"},
	Since:    since, Source: "source articles 000 and 003",
	WhyItMatters: "If the plan stays the same, the same thing may happen again.",
}, func(r *record.Incident) Counted { return planChanged(r, -1) })

var lrn03 = share(Def{
	ID:              "LRN-03",
	AddsUp:          Sums{Denominator: overDays("incidents needing a change"), People: ofWindow("people with an incident needing a change")},
	Among:           [][2]string{{"LRN-03 numerator", "LRN-02 numerator"}},
	Title:           "Plan changed within 7 days",
	Means:           "Out of the incidents that should lead to a change in the person's plan, how many did within seven days.",
	Numerator:       "those after which the plan was changed within 7 days",
	Denominator:     "incidents that need a change of plan: distress, falls, medicine mistakes, safeguarding, or a restriction used",
	NounNumerator:   "plans changed within 7 days",
	NounDenominator: "incidents that need a change of plan",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"LRN-02", "LRN-07"},
	Needs:    []record.Kind{record.KindIncident},
	Columns:  []string{"incident.plan_updated_at"},
	Since:    since, Source: "source articles 000 and 003",
	WhyItMatters: "A change that comes late leaves the person at risk in the meantime.",
}, func(r *record.Incident) Counted { return planChanged(r, 7) })

var lrn04 = shareByDay(Def{
	ID:              "LRN-04",
	Title:           "Actions on time",
	Means:           "Out of the things we said we would do by a date, how many we did by that date.",
	Numerator:       "actions done on or before the date they were due",
	Denominator:     "actions due in these dates",
	NounNumerator:   "actions on time",
	NounDenominator: "actions due",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"LRN-05"},
	Needs:    []record.Kind{record.KindAction},
	Columns:  []string{"action.due_at", "action.completed_at"},
	Since:    since, Source: "source article 002",
	WhyItMatters: "Learning counts only when somebody does what was agreed.",
}, func(r *record.Action) record.Date { return r.DueOn },
	func(r *record.Action) Counted {
		return in(true, r.CompletedOn != 0 && r.CompletedOn <= r.DueOn)
	},
).splitBy(Split{Name: "source", Part: sourceOf})

var lrn05 = registerShare(Def{
	ID:              "LRN-05",
	AddsUp:          Sums{Numerator: onLast("LRN-05 numerator"), Denominator: onLast("LRN-05 denominator")},
	Title:           "Actions overdue",
	Means:           "Out of the things we had said we would do and had not done by the last day, how many were past their date.",
	Numerator:       "open actions whose date had passed on the last day",
	Denominator:     "actions still open on the last day",
	NounNumerator:   "actions overdue",
	NounDenominator: "open actions",
	Unit:            Percent, Better: Lower, Grain: GrainMonth, Recounted: true, MinDenominator: 10,
	Partners: []string{"LRN-04"},
	Needs:    []record.Kind{record.KindAction},
	Columns:  []string{"action.due_at", "action.completed_at"},
	Since:    since, Source: "our own check beside LRN-04",
	WhyItMatters: "An action that is late and still open is a promise not kept.",
}, func(r *record.Action, span record.Span) Counted {
	raised := r.RaisedOn != 0 && r.RaisedOn <= span.To
	open := r.CompletedOn == 0 || r.CompletedOn > span.To
	return in(raised && open, r.DueOn != 0 && r.DueOn < span.To)
})

// againWithin is the number of days in which the same incident counts as having
// happened again, and the days of data that must follow to be able to tell.
const againWithin = 30

// sameAgain names incidents that are the same thing: one type, one person.
type sameAgain struct {
	person record.Person
	kind   string
}

// happenedAgain gives the verdict on incidents closed in the window with
// learning, with those followed by the same thing as numerator.
func happenedAgain(all []*record.Incident, w Window) func(*record.Incident) Counted {
	days := map[sameAgain][]record.Date{}
	for _, r := range all {
		same := sameAgain{r.Person, r.Type}
		days[same] = append(days[same], r.On)
	}
	return func(r *record.Incident) Counted {
		learned := r.Person != "" && r.Closed && r.LearningRecorded
		known := w.Span.Has(r.ClosedOn) && r.ClosedOn <= w.LastIncident-againWithin
		again := false
		for _, day := range days[sameAgain{r.Person, r.Type}] {
			if day > r.ClosedOn && day <= r.ClosedOn+againWithin {
				again = true
			}
		}
		return in(learned && known, again)
	}
}

var lrn07 = register(Def{
	ID:              "LRN-07",
	AddsUp:          Sums{Numerator: overDays("LRN-07 numerator"), Denominator: overDays("LRN-07 denominator")},
	Title:           "Happened again",
	Means:           "Out of the incidents we learned from, how often the same thing happened to the same person again within 30 days.",
	Numerator:       "those followed by the same type of incident for the same person 1 to 30 days after closing",
	Denominator:     "incidents closed in these dates with learning and a person, with at least 30 days of data after",
	NounNumerator:   "incidents that happened again",
	NounDenominator: "incidents with learning",
	Unit:            Percent, Better: Lower, Written: true, Grain: GrainPeriod, MinDenominator: 10,
	Partners: []string{"LRN-01", "LRN-02"},
	Needs:    []record.Kind{record.KindIncident},
	Columns:  []string{"incident.closed_at", "incident.learning"},
	Since:    since, Source: "our own check that learning helped",
	WhyItMatters: "If the same thing happens again soon, our learning did not reach the person.",
}, happenedAgain, shareOf)
