package ingest

import (
	"fmt"

	"evidencepack/ingest/record"
)

// someActions is how many actions must be done on the day they were raised before
// it is told: one or two can well be done at once.
const someActions = 5

// doneWhenRaised finds actions that were done no later than the day on which they
// were raised: "completed" may mean that they were agreed (quirk 132).
func (e *Exports) doneWhenRaised() {
	type tally struct{ done, atOnce, before int }
	files := make(map[string]tally)
	for _, r := range recordsOf[*record.Action](e) {
		t := files[r.File+"\x00"+r.Sheet]
		switch {
		case r.CompletedOn == 0:
			continue
		case r.CompletedOn < r.RaisedOn:
			t.before++
		case r.CompletedOn == r.RaisedOn:
			t.atOnce++
		}
		t.done++
		files[r.File+"\x00"+r.Sheet] = t
	}
	for _, l := range e.Ledgers {
		t := files[l.File+"\x00"+l.Sheet]
		if l.Kind == record.KindAction && (t.before > 0 || t.atOnce >= someActions) {
			n := t.atOnce + t.before
			e.doubt(codeDoneWhenRaised, record.SeverityWarning, l.Kind, record.Ref{File: l.File, Sheet: l.Sheet}, outOf(n, t.done)+" done", n)
		}
	}
}

// A box that is ticked after each of so many incidents is ticked by habit: it is
// set beside what other records show within so many days.
const (
	tickedIncidents = 20
	tickedDays      = 28
)

// planTicked compares "care plan updated: yes" with dates of plan changes and
// reviews where it is ticked after every incident, everywhere or at one service
// (quirk 133).
func (e *Exports) planTicked() {
	incidents := recordsOf[*record.Incident](e)
	if e.alwaysTicked("everywhere", incidents) {
		return
	}
	for _, g := range byService(incidents) {
		e.alwaysTicked(atService(g.service), g.records)
	}
}

// alwaysTicked tells whether all of some incidents are ticked, and enters the
// doubt where they are.
func (e *Exports) alwaysTicked(where string, incidents []*record.Incident) bool {
	var ticked []*record.Incident
	for _, r := range incidents {
		switch r.PlanTicked {
		case record.Yes:
			ticked = append(ticked, r)
		case record.No, record.Partly:
			return false // somebody also says no: it is no habit
		}
	}
	if len(ticked) < tickedIncidents {
		return false
	}
	touched := e.plansTouched()
	verified := countIf(ticked, func(r *record.Incident) bool {
		if r.PlanUpdatedOn >= r.On {
			return true
		}
		for _, day := range touched[r.Person] {
			if r.Person != "" && day >= r.On && day <= r.On+tickedDays {
				return true
			}
		}
		return false
	})
	detail := fmt.Sprintf("%s, %d claimed, %d verified by a date, a changed plan or a review within %d days", where, len(ticked), verified, tickedDays)
	e.doubt(codePlanTicked, record.SeverityWarning, record.KindIncident, record.Ref{}, detail, len(ticked))
	return true
}

// plansTouched lists the days on which each person's plan was changed or reviewed.
func (e *Exports) plansTouched() map[record.Person][]record.Date {
	days := make(map[record.Person][]record.Date)
	for _, r := range e.records {
		switch one := r.(type) {
		case *record.PlanChange:
			days[one.Person] = append(days[one.Person], one.On)
		case *record.PlanReview:
			if one.CompletedOn != 0 {
				days[one.Person] = append(days[one.Person], one.CompletedOn)
			}
		}
	}
	return days
}

// A register of reviews that reaches over a year, and in which nobody's plan was
// ever reviewed twice, keeps the latest review only. Twenty reviews are enough to
// tell, because most plans are reviewed at least once a year.
const (
	manyReviews = 20
	reviewDays  = 548 // a year and a half
)

// latestReviewOnly finds registers in which each review overwrites the one before
// (quirk 131): how often reviews were on time cannot be known from them.
func (e *Exports) latestReviewOnly() {
	type plan struct {
		person record.Person
		review string
	}
	seen := make(map[plan]bool)
	var first, last record.Date
	done := 0
	for _, r := range recordsOf[*record.PlanReview](e) {
		if r.CompletedOn == 0 {
			continue
		}
		one := plan{r.Person, r.Review}
		if seen[one] {
			return
		}
		seen[one] = true
		if done++; first == 0 || r.CompletedOn < first {
			first = r.CompletedOn
		}
		last = max(last, r.CompletedOn)
	}
	if done >= manyReviews && last-first >= reviewDays {
		e.doubt(codeLatestReview, record.SeverityWarning, record.KindPlanReview, record.Ref{}, fmt.Sprintf("%s to %s", first, last), done)
	}
}
