package metrics

import (
	"cmp"
	"slices"

	"evidencepack/ingest/record"
)

// Loop says how far the learning after an incident has come, worst first.
type Loop uint8

// The states of a loop.
const (
	LoopAgain    Loop = iota // the same kind of incident happened again, and the plan is as it was
	LoopLate                 // an action from it is past its date
	LoopNoChange             // the plan should have changed, and has not
	LoopDoing                // an action from it is open and not late
	LoopReturned             // the plan was changed, and the same kind happened again afterwards
	LoopClosed
)

// Chain is one incident that needs a change of plan, and what followed it: learning,
// actions, the change, and the same kind of incident for the same person again.
type Chain struct {
	Person  record.Person
	Service string
	Type    string // a word of our lists
	On      record.Date
	Learned bool // learning was written down

	Actions, Open, Late int // actions that name the incident: all, those still open, those open past their date

	ChangedOn record.Date // 0 is not changed by the last day
	AgainOn   record.Date // first one 1 to 30 days later; 0 is none
	Loop      Loop
	Ref       record.Ref
}

// Chains lists the incidents of a span that need a change of plan (LRN-02) in the order
// of their loops, open ones first, then the oldest. Only what was known on the last day
// of the span counts. Without incidents it is empty.
func (t *Table) Chains(scope Scope, span record.Span) []Chain {
	var incidents []*record.Incident
	days := map[sameAgain][]record.Date{}
	for _, r := range t.listed[record.KindIncident] {
		one := r.(*record.Incident)
		if one.Person != "" {
			same := sameAgain{one.Person, one.Type}
			days[same] = append(days[same], one.On)
		}
		if span.Has(one.On) && scope.covers(one.Where()) && planChanged(one, -1)&CountedDenominator != 0 {
			incidents = append(incidents, one)
		}
	}
	actions := map[string][]*record.Action{}
	for _, r := range t.listed[record.KindAction] {
		if a := r.(*record.Action); a.SourceID != "" && !a.Cancelled && (a.Source == "" || a.Source == "incident") {
			actions[a.SourceID] = append(actions[a.SourceID], a)
		}
	}
	var all []Chain
	for _, r := range incidents {
		all = append(all, chainOf(r, days[sameAgain{r.Person, r.Type}], actions[r.ID], span.To))
	}
	slices.SortFunc(all, func(a, b Chain) int {
		return cmp.Or(cmp.Compare(a.Loop, b.Loop), cmp.Compare(a.On, b.On), cmp.Compare(a.Person, b.Person), cmp.Compare(a.Type, b.Type),
			cmp.Compare(a.Ref.File, b.Ref.File), cmp.Compare(a.Ref.Row, b.Ref.Row))
	})
	return all
}

func chainOf(r *record.Incident, same []record.Date, actions []*record.Action, last record.Date) Chain {
	c := Chain{Person: r.Person, Service: r.Service, Type: r.Type, On: r.On, Learned: r.LearningRecorded, Ref: r.Ref, Actions: len(actions)}
	if r.PlanUpdatedOn >= r.On && r.PlanUpdatedOn <= last && r.PlanUpdatedOn != 0 {
		c.ChangedOn = r.PlanUpdatedOn
	}
	for _, day := range same {
		if day > r.On && day <= r.On+againWithin && day <= last && (c.AgainOn == 0 || day < c.AgainOn) {
			c.AgainOn = day
		}
	}
	for _, a := range actions {
		if a.CompletedOn == 0 || a.CompletedOn > last {
			c.Open++
			if a.DueOn != 0 && a.DueOn < last {
				c.Late++
			}
		}
	}
	switch {
	case c.AgainOn != 0 && (c.ChangedOn == 0 || c.ChangedOn > c.AgainOn):
		c.Loop = LoopAgain
	case c.Late > 0:
		c.Loop = LoopLate
	case c.ChangedOn == 0:
		c.Loop = LoopNoChange
	case c.Open > 0:
		c.Loop = LoopDoing
	case c.AgainOn != 0:
		c.Loop = LoopReturned
	default:
		c.Loop = LoopClosed
	}
	return c
}
