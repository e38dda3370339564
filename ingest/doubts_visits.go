package ingest

import (
	"slices"

	"evidencepack/ingest/record"
)

// Of fewer visits than this nothing is said. A clock stands on a quarter of an
// hour once in fifteen times, so fifty visits never all do by chance; and hardly
// one visit in a hundred both begins and ends on the planned minute, so one in
// five did not come from a clock.
const (
	manyVisits   = 50
	asPlannedOne = 5
)

// visitTimes finds services whose actual times are not what a clock would show:
// all on the quarter hour (quirk 135), or just as planned (quirk 136).
func (e *Exports) visitTimes() {
	for _, g := range byService(recordsOf[*record.Visit](e)) {
		timed, quarters, planned, same := 0, 0, 0, 0
		for _, r := range g.records {
			if r.ActualStart == record.NoClock || r.ActualEnd == record.NoClock {
				continue
			}
			timed++
			if r.ActualStart%15 == 0 && r.ActualEnd%15 == 0 {
				quarters++
			}
			if r.PlannedStart == record.NoClock || r.PlannedEnd == record.NoClock {
				continue
			}
			planned++
			if r.ActualStart == r.PlannedStart && r.ActualEnd == r.PlannedEnd {
				same++
			}
		}
		if timed >= manyVisits && quarters == timed {
			e.doubt(codeRoundedTimes, record.SeverityWarning, record.KindVisit, record.Ref{}, atService(g.service), timed)
		}
		if planned >= manyVisits && same*asPlannedOne >= planned {
			e.doubt(codeAsPlanned, record.SeverityWarning, record.KindVisit, record.Ref{}, outOf(same, planned)+" "+atService(g.service), same)
		}
	}
}

// rebookedMinutes is how far from a lost visit its replacement starts: calls of
// one day are seldom closer than that unless one stands for the other.
const rebookedMinutes = 90

// dayOf is one person's day of visits.
type dayOf struct {
	service string
	person  record.Person
	on      record.Date
}

// visitPairs finds visits that belong together: two workers at one visit (quirk
// 137), and a visit booked again after it was lost (quirk 138). Each row still
// counts as a visit.
func (e *Exports) visitPairs() {
	days := make(map[dayOf][]*record.Visit)
	visits := recordsOf[*record.Visit](e)
	for _, r := range visits {
		if r.Person != "" && r.PlannedStart != record.NoClock {
			key := dayOf{r.Service, r.Person, r.On}
			days[key] = append(days[key], r)
		}
	}
	for _, g := range byService(visits) {
		double, rebooked := 0, 0
		for key, day := range days { // counts only, so the order does not matter
			if key.service == g.service {
				double += doubles(day)
				rebooked += rebookings(day)
			}
		}
		if double > 0 {
			e.doubt(codeDoubleUp, record.SeverityNote, record.KindVisit, record.Ref{}, atService(g.service), double)
		}
		if rebooked > 0 {
			e.doubt(codeRebooked, record.SeverityNote, record.KindVisit, record.Ref{}, atService(g.service), rebooked)
		}
	}
}

// doubles counts the visits of a day that begin when another does.
func doubles(day []*record.Visit) int {
	starts := make(map[record.Clock]bool)
	n := 0
	for _, r := range day {
		if starts[r.PlannedStart] {
			n++
		}
		starts[r.PlannedStart] = true
	}
	return n
}

// rebookings counts the visits of a day that were lost and made up for by one
// that starts a little earlier or later. Each replacement stands for one visit.
func rebookings(day []*record.Visit) int {
	day = slices.Clone(day)
	slices.SortStableFunc(day, func(a, b *record.Visit) int { return int(a.PlannedStart) - int(b.PlannedStart) })
	used := make(map[*record.Visit]bool)
	n := 0
	for _, lost := range day {
		if !isLost(lost.Status) {
			continue
		}
		for _, other := range day {
			apart := other.PlannedStart - lost.PlannedStart
			if other.Status == record.VisitCompleted && !used[other] && apart != 0 && max(apart, -apart) <= rebookedMinutes {
				used[other] = true
				n++
				break
			}
		}
	}
	return n
}

// isLost tells whether a visit did not happen.
func isLost(status string) bool {
	switch status {
	case record.VisitMissed, record.VisitCancelledPerson, record.VisitCancelledFamily, record.VisitCancelledHospital, record.VisitCancelledProvider:
		return true
	}
	return false
}
