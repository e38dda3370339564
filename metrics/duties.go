package metrics

import (
	"fmt"
	"strings"

	"evidencepack/ingest/record"
)

// dutyAhead is the number of days after a day whose duties are counted as coming.
const dutyAhead = 30

// Duty is a kind of thing that is to be done by a day: an action, a review, a
// supervision. Counts of duties are for those who run the services.
type Duty struct {
	Name  string // short, without blanks: plan_reviews
	Title string
	Means string // one plain sentence on what counts, "" where nothing needs saying

	Kind    record.Kind
	Columns []string // columns without which nothing can be counted, as in Def

	// dated gives the day by which a row was to be done and that on which it was, and
	// whether it is still to be done where it was not; nil where a register holds only what
	// is due next, which is written over when it is done.
	dated func(r record.Record, asOf record.Date) (due, done record.Date, wanted bool)
	// standing gives the days that are still to come or have passed undone on a day, one
	// for each thing; nil is those of dated.
	standing func(t *Table, rows []record.Record, w Window) []record.Date
}

// Duties is the register of duties, and the only one.
var Duties = []Duty{dutyActions, dutyPlanReviews, dutyRestrictions, dutySupervisions, dutyTraining}

// DutyCount is how many things of a kind fell due in some days, and what became of
// them by a later day. Dated tells whether Due, OnTime, Late and Undone are known; where
// not, they are 0 and mean nothing. Due is the sum of the other three.
type DutyCount struct {
	Dated                     bool
	Due, OnTime, Late, Undone int
	Overdue                   int // undone on that day and due before it, however long ago
	Ahead                     int // undone on that day and due on it or in the 30 days after
}

// Duty counts what fell due in a span and how it stands at the end of the day asOf, for a
// scope. What was done after that day is not known on it. Where the export or a column is
// missing, why says which, and the counts mean nothing.
func (t *Table) Duty(d Duty, scope Scope, span record.Span, asOf record.Date) (n DutyCount, why string) {
	if t.Rows(d.Kind, record.Span{}) == 0 {
		return n, fmt.Sprintf("No export of %s was given.", shortName(d.Kind))
	}
	rows, lacking := t.fullRows(d.Kind, d.Columns, scope)
	if names := t.columnWords(Def{Columns: d.Columns}, d.Kind, lacking); len(names) > 0 {
		return n, fmt.Sprintf("The export of %s has no column for: %s.", shortName(d.Kind), strings.Join(names, ", "))
	}
	n.Dated = d.dated != nil
	var open []record.Date
	for _, r := range rows {
		if d.dated == nil {
			break
		}
		due, done, wanted := d.dated(r, asOf)
		if due == 0 {
			continue
		}
		undone := done == 0 || done > asOf
		if undone && wanted {
			open = append(open, due)
		}
		if !span.Has(due) {
			continue
		}
		n.Due++
		switch {
		case undone:
			n.Undone++
		case done <= due:
			n.OnTime++
		default:
			n.Late++
		}
	}
	if d.standing != nil {
		open = d.standing(t, rows, Window{Scope: scope, Span: record.Span{From: span.From, To: asOf}})
	}
	for _, due := range open {
		switch {
		case due < asOf:
			n.Overdue++
		case due <= asOf+dutyAhead:
			n.Ahead++
		}
	}
	return n, ""
}

// fullRows are the kept rows of a kind in a scope whose exports have all columns, with
// the columns that others lack.
func (t *Table) fullRows(kind record.Kind, columns []string, scope Scope) (rows []record.Record, lacking columnSet) {
	needs := (Def{Columns: columns}).ColumnNeeds()
	for _, r := range t.listed[kind] {
		missing := columnSet(0)
		for i, need := range needs {
			if !need.in(r.Where().Columns) {
				missing |= 1 << i
			}
		}
		if lacking |= missing; missing == 0 && scope.covers(r.Where()) {
			rows = append(rows, r)
		}
	}
	return rows, lacking
}

var dutyActions = Duty{
	Name: "actions", Title: "Learning actions",
	Means: "An action that was cancelled counts as not done, and is no longer due.",
	Kind:  record.KindAction, Columns: overdueActions.Columns,
	dated: func(r record.Record, asOf record.Date) (due, done record.Date, wanted bool) {
		one := r.(*record.Action)
		return one.DueOn, one.CompletedOn, !one.Cancelled && one.RaisedOn != 0 && one.RaisedOn <= asOf
	},
}

var dutyPlanReviews = Duty{
	Name: "plan_reviews", Title: "Plan reviews",
	Means: "Of plan reviews, what is overdue or to come is the next review of each plan of a person supported.",
	Kind:  record.KindPlanReview, Columns: []string{"plan_review.due_at", "plan_review.completed_at"},
	dated: func(r record.Record, _ record.Date) (due, done record.Date, wanted bool) {
		one := r.(*record.PlanReview)
		return one.DueOn, one.CompletedOn, true
	},
	standing: func(t *Table, rows []record.Record, w Window) (days []record.Date) {
		for _, p := range t.plansOn(rows, w) {
			if _, due := p.next(); due != 0 {
				days = append(days, due)
			}
		}
		return days
	},
}

var dutyRestrictions = Duty{
	Name: "restrictions", Title: "Reviews of restrictions",
	Means: "Of restrictions in force the register keeps only the next review.",
	Kind:  record.KindRestriction, Columns: restrictionReviews.Columns,
	standing: func(_ *Table, rows []record.Record, w Window) (days []record.Date) {
		for _, r := range rows {
			if one := r.(*record.Restriction); one.ReviewDueOn != 0 && activeOn(one, w.Span.To) {
				days = append(days, one.ReviewDueOn)
			}
		}
		return days
	},
}

var dutySupervisions = Duty{
	Name: "supervisions", Title: "Supervisions",
	Kind: record.KindSupervision, Columns: []string{"supervision.due_at", "supervision.held_at"},
	dated: func(r record.Record, _ record.Date) (due, done record.Date, wanted bool) {
		one := r.(*record.Supervision)
		return one.DueOn, one.HeldOn, true
	},
}

var dutyTraining = Duty{
	Name: "training", Title: "Courses and sign-offs",
	Means: "Of courses, the last sign-off of staff in post counts, by the day it runs out.",
	Kind:  record.KindCompetency, Columns: []string{"competency.staff", "competency.competency", "competency.expires_at"},
	standing: func(t *Table, _ []record.Record, w Window) (days []record.Date) {
		metric := t.find(cmp02)
		if metric < 0 {
			return nil
		}
		s := t.gather(metric, t.window(metric, w.Scope, w.Span)).(*training)
		gone := s.gone(w.Span.To)
		for key, r := range s.latest(w.Span.To) {
			if r.ExpiresOn != 0 && !gone[key.staff] {
				days = append(days, r.ExpiresOn)
			}
		}
		return days
	},
}
