package metrics

import "evidencepack/ingest/record"

// goalOver tells whether a goal was judged at its end: achieved, partly or not. A
// goal that was withdrawn was not.
func goalOver(r *record.Goal) bool {
	switch r.Status {
	case record.GoalAchieved, record.GoalPartly, record.GoalNotAchieved:
		return true
	}
	return false
}

// openIn tells whether a goal was open at some time in a window. One that was set or
// closed on a day nobody wrote cannot be placed in time, and is open in none.
func openIn(r *record.Goal, span record.Span) bool {
	if r.SetOn == 0 || r.SetOn > span.To {
		return false
	}
	if r.ClosedOn == 0 {
		return !goalOver(r) && r.Status != record.GoalWithdrawn
	}
	return r.ClosedOn >= span.From
}

var ind05 = registerShare(Def{
	ID:              "IND-05",
	AddsUp:          Sums{Numerator: active("IND-05 numerator set", "IND-05 numerator closed"), Denominator: active("IND-05 set", "IND-05 closed")},
	Title:           "Starting point written down",
	Means:           "Out of the goals people are working on, for how many we wrote down how much help they needed at the start.",
	Numerator:       "those goals with a level or score at the start",
	Denominator:     "goals set by the last day and not closed before the first; goals set or closed on a day nobody wrote are left out",
	NounNumerator:   "goals with a starting point",
	NounDenominator: "goals",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Recounted: true, MinDenominator: 10,
	Partners: []string{"IND-03", "IND-07"},
	Needs:    []record.Kind{record.KindGoal},
	Columns:  []string{"goal.set_at", "goal.baseline"},
	Since:    since, Source: "source article 002",
	WhyItMatters: "Without a starting point nobody can tell whether a person has moved on.",
}, func(r *record.Goal, span record.Span) Counted { return in(openIn(r, span), r.HasBaseline) })

var ind07 = shareByDay(Def{
	ID:              "IND-07",
	AddsUp:          Sums{Numerator: overDays("goals closed").under("status=achieved"), Denominator: overDays("goals closed")},
	Title:           "Goals achieved",
	Means:           "Out of the goals that were closed, how many were achieved in full; goals the person gave up by choice are not in here.",
	Numerator:       "goals closed as achieved",
	Denominator:     "goals closed in these dates as achieved, partly achieved or not achieved",
	NounNumerator:   "goals achieved",
	NounDenominator: "goals closed",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"IND-05", "IND-06"},
	Needs:    []record.Kind{record.KindGoal},
	Columns:  []string{"goal.status", "goal.closed_at"},
	Since:    since, Source: "source article 001",
	WhyItMatters: "Goals are the person's own measure of whether support works.",
}, func(r *record.Goal) record.Date { return r.ClosedOn },
	func(r *record.Goal) Counted { return in(goalOver(r), r.Status == record.GoalAchieved) },
).splitBy(Split{Name: "status", Mix: true, Part: func(r record.Record) string {
	if one, ok := r.(*record.Goal); ok && goalOver(one) {
		return one.Status
	}
	return ""
}})

// dailyLiving are the areas of life of a goal that are skills of daily living, from
// washing to money and getting about.
var dailyLiving = []string{
	"personal_care", "continence", "meals", "mobility", "domestic", "finance", medicineArea, "community", "daily_living",
}

// medicineArea is the area of life of goals about medicines.
const medicineArea = "medication"
