package metrics

import (
	"fmt"
	"math/rand/v2"

	"evidencepack/ingest/record"
)

// The generated data runs over one year; due dates and changes reach beyond it.
var (
	dataFrom = record.DateOf(2025, 1, 1)
	dataTo   = record.DateOf(2025, 12, 31)
)

// generator makes records of all kinds from a seed; the same seed gives the same
// records.
type generator struct {
	*rand.Rand
	row int
}

func generate(seed uint64, n int) []record.Record {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 7))}
	records := make([]record.Record, 0, n)
	for len(records) < n {
		records = append(records, g.record())
	}
	return records
}

func pick[T any](g *generator, from ...T) T { return from[g.IntN(len(from))] }

func (g *generator) yes() bool { return g.IntN(2) == 0 }

func (g *generator) day() record.Date { return dataFrom + record.Date(g.IntN(int(dataTo-dataFrom)+1)) }

// after gives a day within so many days after another, or none.
func (g *generator) after(day record.Date, within int) record.Date {
	if g.IntN(4) == 0 {
		return 0
	}
	return day + record.Date(g.IntN(within))
}

func (g *generator) head() record.Head {
	g.row++
	return record.Head{
		Ref:     record.Ref{File: "generated", Row: g.row},
		ID:      fmt.Sprintf("R%d", g.row),
		Service: pick(g, "Ash House", "Birch Road"),
		Person:  record.Person(fmt.Sprintf("person %d", g.IntN(3))),
		On:      g.day(),
		At:      record.Clock(g.IntN(1440)),
	}
}

// nobody takes the person away from one record in five.
func (g *generator) nobody(h record.Head) record.Head {
	if g.IntN(5) == 0 {
		h.Person = ""
	}
	return h
}

func (g *generator) record() record.Record {
	h := g.head()
	switch n := g.IntN(40); {
	case n < 12:
		return g.careTask(h)
	case n < 17:
		return &record.MedAdmin{Head: h, Outcome: pick(g, record.Outcomes...), AsNeed: g.IntN(6) == 0}
	case n < 23:
		return &record.StepRecord{Head: h, Goal: pick(g, "G1", "G2"), Step: "1", Rank: int8(g.IntN(4)) - 1}
	case n < 26:
		return &record.Rating{
			Head: h, Scale: pick(g, record.ScaleComfort, record.ScaleConfidence),
			Value: float64(1 + g.IntN(5)), Rater: pick(g, record.RaterSelf, record.RaterSelf, record.RaterStaff),
		}
	case n < 30:
		return g.incident(h)
	case n < 33:
		return g.restriction(h)
	}
	return g.other(h)
}

func (g *generator) careTask(h record.Head) record.Record {
	return &record.CareTask{
		Head: h, Category: pick(g, record.CategoryPersonalCare, "meals_fluids"),
		Outcome: pick(g, record.Outcomes...), ReasonRecorded: g.yes(), RefusalsOnly: g.row%9 == 0,
	}
}

func (g *generator) incident(h record.Head) record.Record {
	r := &record.Incident{
		Head: g.nobody(h), Type: pick(g, "fall", "distress_behaviour", "choking", record.IncidentNearMiss),
		Anxiety: g.yes(), Harm: pick(g, "", record.HarmNone, record.HarmLow, record.HarmModerate), RecoveryMinutes: g.IntN(60) - 10,
		RestrictionUsed: g.IntN(5) == 0, Closed: g.IntN(4) > 0, LearningRecorded: g.yes(),
		PlanUpdatedOn: g.after(h.On, 30),
	}
	if r.RecoveryMinutes < 0 {
		r.RecoveryMinutes = -1
	}
	if r.Closed {
		r.ClosedOn = g.after(h.On, 40)
	}
	return r
}

func (g *generator) restriction(h record.Head) record.Record {
	r := &record.Restriction{
		Head: g.nobody(h), Type: pick(g, "environmental", "surveillance"), StartOn: h.On, EndOn: g.after(h.On, 90),
		ReviewDueOn: g.after(h.On, 300), RationaleWritten: g.yes(), CoProduced: g.yes(),
		LegalBasis: pick(g, record.LegalBasisNone, "consent_person"),
	}
	if r.EndOn != 0 {
		r.EndReason = pick(g, record.EndLifted, record.EndLifted, record.EndLifted, record.EndReduced, record.EndLeft)
	}
	return r
}

func (g *generator) other(h record.Head) record.Record {
	switch g.IntN(9) {
	case 0:
		return &record.Placement{Head: h, Start: h.On - 200, End: g.after(h.On, 300)}
	case 1:
		return &record.Visit{Head: h, Status: pick(g, record.VisitCompleted, record.VisitMissed, record.VisitInProgress, record.VisitCancelledPerson)}
	case 2:
		return &record.Action{Head: g.nobody(h), RaisedOn: h.On, DueOn: h.On + 28, CompletedOn: g.after(h.On, 60)}
	case 3:
		return &record.PlanReview{Head: h, DueOn: h.On, CompletedOn: g.after(h.On, 20), TookPart: pick(g, record.Yes, record.No, record.AnswerNone)}
	case 4:
		return &record.PlanChange{Head: g.nobody(h), Area: pick(g, record.CategoryPersonalCare, "staffing", record.ChangeAreaNone)}
	case 5:
		return &record.Observation{Head: g.nobody(h), Met: pick(g, record.Yes, record.Partly, record.No, record.NotApply)}
	case 6:
		return &record.Feedback{Head: g.nobody(h), Type: pick(g, record.FeedbackComplaint, record.FeedbackCompliment)}
	case 7:
		return &record.Safeguarding{Head: h}
	}
	return &record.Attendance{Head: h, Status: pick(g, record.Attended, record.AttendedPart, record.AttendDeclined, record.AttendNotRecorded)}
}
