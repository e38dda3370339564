package metrics

import (
	"fmt"
	"math/rand/v2"
	"reflect"

	"evidencepack/ingest/record"
)

// The generated data runs over one year; due dates and changes reach beyond it.
var (
	dataFrom = record.DateOf(2025, 1, 1)
	dataTo   = record.DateOf(2025, 12, 31)
)

// generator makes records of all kinds from a seed; the same seed gives the same
// records. Every exported field is filled by its type and name, so that a new
// measure needs nothing here, and a new field only its words.
type generator struct {
	*rand.Rand
	row     int
	goals   map[record.Person]int
	ids     map[record.Kind]int
	lacks   map[record.Kind]*record.Columns // columns of the older tables; nil where all tables are complete
	fillers map[record.Kind][]filler
}

// lackingSeeds: of so many seeds the last gives tables that lack a column.
const lackingSeeds = 3

func generate(seed uint64, n int) []record.Record {
	g := &generator{
		Rand: rand.New(rand.NewPCG(seed, 7)), goals: map[record.Person]int{}, ids: map[record.Kind]int{},
		lacks: map[record.Kind]*record.Columns{}, fillers: map[record.Kind][]filler{},
	}
	if seed%lackingSeeds == lackingSeeds-1 {
		for _, kind := range record.Kinds {
			g.lacks[kind] = g.lacking(kind)
		}
	}
	records := make([]record.Record, 0, n)
	for len(records) < n {
		records = append(records, g.record())
	}
	return records
}

// lacking gives the columns of a table without one or two of its fields.
func (g *generator) lacking(kind record.Kind) *record.Columns {
	fields := record.Fields(kind)
	gone, too := g.IntN(len(fields)), g.IntN(len(fields))
	var there []string
	for i, field := range fields {
		if i != gone && i != too {
			there = append(there, field.Name)
		}
	}
	return record.NewColumns(there...)
}

func pick[T any](g *generator, from ...T) T { return from[g.IntN(len(from))] }

func (g *generator) yes() bool { return g.IntN(2) == 0 }

func (g *generator) day() record.Date { return dataFrom + record.Date(g.IntN(int(dataTo-dataFrom)+1)) }

// date gives a day near another, or none.
func (g *generator) date(day record.Date, r reach) record.Date {
	if !r.always && g.IntN(4) == 0 {
		return 0
	}
	return day + r.from + record.Date(g.IntN(int(r.to-r.from)+1))
}

func (g *generator) head(kind record.Kind) record.Head {
	g.row++
	g.ids[kind]++
	h := record.Head{
		Ref:     record.Ref{File: "generated", Row: g.row},
		ID:      fmt.Sprintf("%s %d", kind, g.ids[kind]),
		Service: pick(g, "Ash House", "Birch Road"),
		Person:  record.Person(fmt.Sprintf("person %d", g.IntN(3))),
		On:      g.day(),
		At:      record.Clock(g.IntN(1440)),
	}
	h.Recorded = (int64(h.On)*1440 + int64(g.IntN(4*1440))) * 60
	if g.IntN(8) == 0 {
		h.At, h.Recorded = record.NoClock, 0
	}
	if !kind.NeedsPerson() && kind != record.KindPlacement && g.IntN(5) == 0 {
		h.Person = ""
	}
	if g.yes() {
		h.Columns = g.lacks[kind]
	}
	return h
}

// prototypes says how often each kind comes.
var prototypes = []struct {
	often int
	fresh func() record.Record
}{
	{12, func() record.Record { return new(record.CareTask) }},
	{5, func() record.Record { return new(record.MedAdmin) }},
	{6, func() record.Record { return new(record.StepRecord) }},
	{5, func() record.Record { return new(record.Rating) }},
	{5, func() record.Record { return new(record.Incident) }},
	{3, func() record.Record { return new(record.Restriction) }},
	{1, func() record.Record { return new(record.Placement) }},
	{4, func() record.Record { return new(record.Visit) }},
	{2, func() record.Record { return new(record.Action) }},
	{2, func() record.Record { return new(record.Goal) }},
	{1, func() record.Record { return new(record.Step) }},
	{2, func() record.Record { return new(record.PlanReview) }},
	{1, func() record.Record { return new(record.PlanChange) }},
	{2, func() record.Record { return new(record.Observation) }},
	{2, func() record.Record { return new(record.Feedback) }},
	{1, func() record.Record { return new(record.Safeguarding) }},
	{2, func() record.Record { return new(record.Attendance) }},
	{1, func() record.Record { return new(record.Staff) }},
	{2, func() record.Record { return new(record.RestrictionReview) }},
	{1, func() record.Record { return new(record.Authorisation) }},
	{3, func() record.Record { return new(record.PlanAudit) }},
	{1, func() record.Record { return new(record.Supervision) }},
	{2, func() record.Record { return new(record.Competency) }},
	{3, func() record.Record { return new(record.Survey) }},
	{2, func() record.Record { return new(record.PlacementEvent) }},
	{1, func() record.Record { return new(record.WorkforceMonth) }},
	{1, func() record.Record { return new(record.Exposure) }},
	{1, func() record.Record { return new(record.Source) }},
}

var often = func() (sum int) {
	for _, p := range prototypes {
		sum += p.often
	}
	return sum
}()

func (g *generator) record() record.Record {
	n := g.IntN(often)
	for _, p := range prototypes {
		if n -= p.often; n >= 0 {
			continue
		}
		r := p.fresh()
		*r.Where() = g.head(r.Kind())
		value := reflect.ValueOf(r).Elem()
		for _, fill := range g.fills(r.Kind(), value.Type()) {
			fill(g, r.Where(), value)
		}
		g.settle(r)
		return r
	}
	return nil
}

// settle makes the fields of one record agree with each other, as the reader does.
func (g *generator) settle(r record.Record) {
	h := r.Where()
	switch one := r.(type) {
	case *record.CareTask:
		one.RefusalsOnly = g.row%9 == 0
	case *record.MedAdmin:
		one.AsNeed = g.IntN(6) == 0
	case *record.Incident:
		one.RecoveryMinutes = max(one.RecoveryMinutes, record.Uncounted)
		one.RestrictionUsed, one.Closed = g.IntN(5) == 0, g.IntN(4) > 0
		if !one.Closed {
			one.ClosedOn = 0
		}
	case *record.Restriction:
		if one.EndOn == 0 {
			one.EndReason = ""
		}
	case *record.Visit:
		g.settleVisit(one)
	case *record.Goal:
		g.goals[h.Person]++
		h.ID = fmt.Sprintf("G%d", g.goals[h.Person])
		if one.Status == record.GoalInProgress || one.Status == record.GoalPaused {
			one.ClosedOn = 0
		}
	case *record.RestrictionReview:
		one.Restriction = fmt.Sprintf("%s %d", record.KindRestriction, 1+g.IntN(g.ids[record.KindRestriction]+1))
	case *record.Action:
		kind := pick(g, record.KindIncident, record.KindFeedback)
		one.SourceID = fmt.Sprintf("%s %d", kind, 1+g.IntN(g.ids[kind]+1))
	case *record.PlanAudit:
		h.On = h.On.Month().First() // the questions of one audit are of one day
	case *record.WorkforceMonth:
		n := g.ids[record.KindWorkforceMonth] // each month of both services in turn, from the one before the data
		h.On, h.Person = (dataFrom.Month() - 1 + record.Month(n%12)).First(), ""
		h.Service = []string{"Ash House", "Birch Road"}[n/12%2]
		one.Headcount, one.Leavers = max(one.Headcount, 1), max(one.Leavers, 0)
	case *record.Exposure:
		h.On, h.Person = h.On.Month().First(), ""
	case *record.Staff:
		h.Person = ""
	case *record.Source:
		*h = record.Head{Ref: h.Ref}
	}
}

// settleVisit gives a visit times of one day, now and then only the planned ones.
func (g *generator) settleVisit(r *record.Visit) {
	if g.IntN(5) > 0 {
		r.On = record.DateOf(2025, 11, 8) + record.Date(g.IntN(26)) // some weeks with visits enough to tell who came
	}
	r.PlannedStart = record.Clock(420 + g.IntN(700))
	r.PlannedEnd = r.PlannedStart + record.Clock(15+g.IntN(60))
	r.ActualStart = r.PlannedStart + record.Clock(g.IntN(50)-15)
	r.ActualEnd = r.ActualStart + record.Clock(5+g.IntN(70))
	if g.IntN(6) == 0 {
		r.ActualStart, r.ActualEnd = record.NoClock, record.NoClock
	}
}
