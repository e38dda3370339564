package main

import (
	"fmt"
	"math/rand/v2"

	"evidencepack/ingest/record"
)

// The providers that the recovery attack is tried on are small and awkward: services
// of one or two people, one person behind most of it, things that happen once in half a
// year or never. The records of one seed are always the same.

// The days that the exports of a made-up provider cover, and its two builds: an earlier
// one, and the one that the attacker gets next.
var (
	attackedFrom = record.DateOf(2025, 4, 1)
	attackedTo   = record.DateOf(2026, 9, 30)
)

// build is the two windows of one release.
type attackedBuild struct{ baseline, period record.Span }

// attackedProvider is one made-up provider.
type attackedProvider struct {
	seed           uint64
	records        []record.Record
	services       []string
	types          map[string]string
	changes        []*record.PlanChange
	earlier, later attackedBuild
}

// maker makes the records of one provider.
type attackedMaker struct {
	*rand.Rand
	p       *attackedProvider
	row     int
	busy    float64 // offers a person a month
	rare    float64 // how often the rare things come: from hardly ever to often
	refusal float64
}

func (g *attackedMaker) chance(p float64) bool { return g.Float64() < p }

func (g *attackedMaker) answer(yes float64) record.Answer {
	switch {
	case g.chance(0.04):
		return record.AnswerNone
	case g.chance(yes):
		return record.Yes
	}
	return record.No
}

func (g *attackedMaker) add(r record.Record, service string, person record.Person, on record.Date) {
	g.row++
	h := r.Where()
	h.Ref, h.ID = record.Ref{File: "made up", Row: g.row}, fmt.Sprint(r.Kind(), g.row)
	h.Service, h.Person, h.On, h.At = service, person, on, record.Clock(g.IntN(1440))
	g.p.records = append(g.p.records, r)
}

// day is a day of a month.
func (g *attackedMaker) day(m record.Month) record.Date {
	return m.First() + record.Date(g.IntN(m.Days()))
}

// makeProvider makes the provider of a seed.
func makeProvider(seed uint64) *attackedProvider {
	g := &attackedMaker{Rand: rand.New(rand.NewPCG(seed, 20260930)), p: &attackedProvider{seed: seed, types: map[string]string{}}}
	g.busy = []float64{0.5, 2, 5, 9}[g.IntN(4)]
	g.rare = []float64{0.02, 0.1, 0.3, 0.7}[g.IntN(4)]
	g.refusal = []float64{0.01, 0.05, 0.2, 0.5}[g.IntN(4)]
	for s := range 1 + g.IntN(6) {
		service := []string{"Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir"}[s]
		g.p.services = append(g.p.services, service)
		g.p.types[service] = []string{"residential", "supported_living", "homecare"}[g.IntN(3)]
		g.service(service, s)
	}
	g.windows()
	return g.p
}

// windows chooses how the earlier build lies to the later one: a month or a quarter
// before, with a moving or a growing period.
func (g *attackedMaker) windows() {
	month := func(y, m int) record.Month { return record.DateOf(y, m, 1).Month() }
	of := func(from record.Month, n int) record.Span {
		return record.Span{From: from.First(), To: (from + record.Month(n) - 1).Last()}
	}
	april := month(2026, 4)
	g.p.later = attackedBuild{baseline: of(april-6, 6), period: of(april, 6)}
	switch g.IntN(4) {
	case 0:
		g.p.earlier = attackedBuild{baseline: of(april-7, 6), period: of(april-1, 6)}
	case 1:
		g.p.earlier = attackedBuild{baseline: of(april-9, 6), period: of(april-3, 6)}
	case 2:
		g.p.earlier = attackedBuild{baseline: of(april-6, 6), period: of(april, 5)}
	case 3:
		g.p.earlier = attackedBuild{baseline: of(april-6, 6), period: of(april, 3)}
	}
}

// service makes one service with its people.
func (g *attackedMaker) service(name string, index int) {
	people := []int{1, 2, 2, 3, 4, 5, 5, 6, 7, 8, 10, 12}[g.IntN(12)]
	for i := range people {
		who := record.Person(fmt.Sprintf("person %d-%d", index, i))
		much, refuses := 1.0, g.refusal
		if i == 0 && g.chance(0.3) {
			much = 8 // one person is behind most of it
		}
		if g.chance(0.2) {
			refuses = 0
		}
		g.person(name, who, much, refuses)
	}
	for m := attackedFrom.Month(); m <= attackedTo.Month(); m++ {
		g.staffMonth(name, m)
	}
	if g.chance(0.4) {
		c := &record.PlanChange{Area: record.CategoryPersonalCare, What: "a new way", CoProduced: g.answer(0.5)}
		g.add(c, name, "", g.day(attackedTo.Month()-record.Month(g.IntN(10))))
		g.p.changes = append(g.p.changes, c)
	}
}

// person makes all that is recorded about one person.
func (g *attackedMaker) person(service string, who record.Person, much, refuses float64) {
	p := &record.Placement{ServiceType: g.p.types[service], Hours: 10, PreferenceKnown: g.chance(0.5)}
	p.Start = attackedFrom - record.Date(g.IntN(300))
	if g.chance(0.15) {
		p.Start = attackedFrom + record.Date(g.IntN(400))
	}
	if g.chance(0.1) {
		p.End = p.Start + 200 + record.Date(g.IntN(300))
	}
	g.add(p, service, who, p.Start)
	g.restrictions(service, who)
	goal := &record.Goal{Domain: "daily_living", SetOn: p.Start, Baseline: 3, HasBaseline: g.chance(0.8), Target: 0, Status: record.GoalInProgress, InPersonWords: g.answer(0.6)}
	if g.chance(0.5 * g.rare) {
		goal.Status, goal.ClosedOn = []string{record.GoalAchieved, record.GoalPartly, record.GoalNotAchieved}[g.IntN(3)], attackedFrom+record.Date(g.IntN(540))
	}
	g.add(goal, service, who, goal.SetOn)
	for m := max(attackedFrom, p.Start).Month(); m <= attackedTo.Month() && (p.End == 0 || m < p.End.Month()); m++ {
		g.personMonth(service, who, m, much, refuses, goal.ID)
	}
}

// restrictions are the few that a person has, with their reviews.
func (g *attackedMaker) restrictions(service string, who record.Person) {
	for range g.IntN(3) {
		r := &record.Restriction{Type: "locked_door", StartOn: attackedFrom - 100 + record.Date(g.IntN(560)), RationaleWritten: g.chance(0.9), CoProduced: g.chance(0.6),
			LegalBasis: "mca", Proportionate: g.answer(0.8), TimeLimited: g.chance(0.5), ReductionPlan: g.answer(0.4), AppliesTo: record.Uncounted}
		if g.chance(g.rare) {
			r.EndOn = r.StartOn + 30 + record.Date(g.IntN(300))
			r.EndReason = []string{record.EndLifted, record.EndLifted, record.EndReduced, record.EndLeft}[g.IntN(4)]
		}
		g.add(r, service, who, r.StartOn)
		for due := r.StartOn + 90; due <= attackedTo; due += 90 {
			review := &record.RestrictionReview{Restriction: r.ID, ReviewedOn: due - 10 + record.Date(g.IntN(15)), Outcome: record.ReviewUnchanged, Rationale: g.chance(0.8), Involved: g.answer(0.5), NextDueOn: due + 90}
			if g.chance(0.2 * g.rare) {
				review.Outcome = record.EndReduced
			}
			g.add(review, service, who, review.ReviewedOn)
		}
	}
}

// personMonth is what is written about one person in one month.
func (g *attackedMaker) personMonth(service string, who record.Person, m record.Month, much, refuses float64, goal string) {
	for range g.IntN(1 + int(2*g.busy*much)) {
		g.offer(service, who, m, refuses)
	}
	for range g.IntN(1 + int(g.busy)) {
		g.add(&record.Rating{Scale: record.ScaleComfort, Value: float64(1 + g.IntN(5)), Rater: record.RaterSelf, Context: "end_of_visit"}, service, who, g.day(m))
	}
	for range g.IntN(1 + int(g.busy)) {
		g.add(&record.StepRecord{Goal: goal, Step: "1", Rank: int8(g.IntN(4)), Prompts: g.IntN(4), Consent: g.answer(0.8), Setback: g.chance(0.1 * g.rare), Helped: g.chance(0.3)}, service, who, g.day(m))
	}
	for range g.IntN(1 + int(g.busy/2)) {
		status := []string{record.Attended, record.Attended, record.Attended, record.AttendDeclined, record.AttendCancelProvider}[g.IntN(5)]
		g.add(&record.Attendance{Activity: "swimming", Status: status, Role: record.RoleParticipant, Contacts: record.Uncounted}, service, who, g.day(m))
	}
	if g.chance(g.rare * min(much, 2) / 2) {
		g.incident(service, who, m)
	}
	if g.chance(0.15) {
		due := g.day(m)
		r := &record.PlanReview{Review: "support_plan", DueOn: due, CompletedOn: due + record.Date(g.IntN(20)-12), TookPart: g.answer(0.7), ChangeNoted: g.chance(0.5), ReasonNoted: g.chance(0.5), OwnerNamed: g.chance(0.7), TriggerSet: g.chance(0.7), NextDueOn: due + 180}
		g.add(r, service, who, due)
	}
	if g.chance(0.08) {
		g.add(&record.Survey{Respondent: record.AboutPerson, Question: "satisfied_overall", Agree: g.answer(0.7), Value: record.Unknown}, service, who, g.day(m))
	}
	if g.chance(0.1 * g.rare) {
		on := g.day(m)
		g.add(&record.Feedback{Type: record.FeedbackComplaint, RaisedBy: "family", DueOn: on + 20, RespondedOn: on + 5 + record.Date(g.IntN(30)), ClosedOn: on + 35, Outcome: "upheld", ActionNoted: g.chance(0.5), Told: g.answer(0.5)}, service, who, on)
	}
	if g.chance(0.06 * g.rare) {
		g.add(&record.PlacementEvent{Type: []string{record.EventAdmissionUnplanned, record.EventBreakdown, record.EventEmergency}[g.IntN(3)]}, service, who, g.day(m))
	}
}

func (g *attackedMaker) offer(service string, who record.Person, m record.Month, refuses float64) {
	r := &record.CareTask{Category: []string{record.CategoryPersonalCare, "meals_fluids", "medication"}[g.IntN(3)], Outcome: record.Accepted, Rank: int8(g.IntN(5)), Prompts: record.Uncounted, Consent: g.answer(0.7)}
	if g.chance(refuses) {
		r.Outcome, r.ReasonRecorded, r.Reason = record.Refused, g.chance(0.7), "tired"
		if r.Reoffered = g.answer(0.6); r.Reoffered == record.Yes && g.chance(0.5) {
			r.Outcome = record.AcceptedOnReoffer
		}
	}
	g.add(r, service, who, g.day(m))
}

func (g *attackedMaker) incident(service string, who record.Person, m record.Month) {
	on := g.day(m)
	r := &record.Incident{Type: []string{"distress", "fall", "medication_error"}[g.IntN(3)], Anxiety: g.chance(0.3), Trigger: "noise", TriggerKey: "noise",
		Harm: []string{record.HarmNone, record.HarmLow, record.HarmModerate}[g.IntN(3)], RecoveryMinutes: 5 + g.IntN(60), RestrictionUsed: g.chance(0.1), Closed: g.chance(0.8), LearningRecorded: g.chance(0.6)}
	if r.Closed {
		r.ClosedOn = on + 5 + record.Date(g.IntN(10))
	}
	if g.chance(0.6) {
		r.PlanUpdatedOn = on + record.Date(g.IntN(20))
	}
	g.add(r, service, who, on)
	if g.chance(0.7) {
		a := &record.Action{Source: "incident", SourceID: r.ID, RaisedOn: on, DueOn: on + 14, EffectRecorded: g.chance(0.5), Status: "open"}
		if g.chance(0.8) {
			a.CompletedOn, a.Status = on+5+record.Date(g.IntN(20)), "closed"
		}
		g.add(a, service, "", on)
	}
}

// staffMonth is what is written about the work of a service in one month.
func (g *attackedMaker) staffMonth(service string, m record.Month) {
	for range g.IntN(3) {
		worker := record.Worker(fmt.Sprintf("%s worker %d", service, g.IntN(6)))
		g.add(&record.Observation{Criterion: "approach_followed", Met: g.answer(0.8), Staff: worker, Type: "spot_check"}, service, "", g.day(m))
		due := g.day(m)
		g.add(&record.Supervision{Staff: worker, DueOn: due, HeldOn: due + record.Date(g.IntN(10)-5), Type: "supervision", Reflection: g.answer(0.7), Adapted: g.answer(0.7), Capability: g.answer(0.7), Stopped: g.answer(0.7), Evidence: g.answer(0.7), Conflicts: record.Uncounted}, service, "", due)
		g.add(&record.PlanAudit{Question: "specific_staff_actions", Met: g.answer(0.7)}, service, "", g.day(m))
	}
}
