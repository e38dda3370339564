package render

import (
	"fmt"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// made is a table being filled for a claim: so many hits of so many, spread evenly
// over a window and over people.
type made struct {
	*metrics.Table
	service string
	from    int // number of the first person
}

func (m made) at(service string) made { m.service = service; return m }
func (m made) person(n int) made      { m.from = n; return m }

// each gives the head of every row of a window, and whether it is a hit.
func (m made) each(span record.Span, hits, all, people int, add func(record.Head, bool)) {
	for i := range all {
		who := m.from + (i*7919%1009)%people
		if all <= people {
			who = m.from + i
		}
		day := span.From + record.Date(i*span.Days()/all)
		head := record.Head{Service: m.service, Person: record.Person(fmt.Sprintf("person %02d", who)), On: day, ID: fmt.Sprint(i)}
		add(head, (i+1)*hits/all > i*hits/all)
	}
}

func (m made) care(span record.Span, refused, all, people int) made {
	m.each(span, refused, all, people, func(h record.Head, hit bool) {
		outcome := record.Accepted
		if hit {
			outcome = record.Refused
		}
		m.Add(&record.CareTask{Head: h, Category: record.CategoryPersonalCare, Outcome: outcome, Rank: record.NoRank})
	})
	return m
}

// again adds first refusals, of which so many became a yes at a second offer.
func (m made) again(span record.Span, yes, all, people int) made {
	m.each(span, yes, all, people, func(h record.Head, hit bool) {
		outcome := record.Refused
		if hit {
			outcome = record.AcceptedOnReoffer
		}
		m.Add(&record.CareTask{Head: h, Outcome: outcome, Rank: record.NoRank})
	})
	return m
}

func (m made) comfort(span record.Span, good, all, people int) made {
	m.each(span, good, all, people, func(h record.Head, hit bool) {
		value := 2.0
		if hit {
			value = 5
		}
		m.Add(&record.Rating{Head: h, Scale: record.ScaleComfort, Rater: record.RaterSelf, Value: value})
	})
	return m
}

func (m made) steps(span record.Span, alone, all, people int) made {
	m.each(span, alone, all, people, func(h record.Head, hit bool) {
		rank := int8(3)
		if hit {
			rank = 0
		}
		m.Add(&record.StepRecord{Head: h, Goal: h.ID, Step: "1", Rank: rank}) // a goal each, so that no step is achieved
	})
	return m
}

// confident adds people with two ratings of their confidence, so many of whom rise.
func (m made) confident(span record.Span, rising, all int) made {
	for i := range all {
		last := 2.0
		if i < rising {
			last = 4
		}
		for day, value := range map[record.Date]float64{span.From: 2, span.From + 40: last} {
			h := record.Head{Service: m.service, Person: record.Person(fmt.Sprintf("person %02d", m.from+i)), On: day}
			m.Add(&record.Rating{Head: h, Scale: record.ScaleConfidence, Rater: record.RaterSelf, Value: value})
		}
	}
	return m
}

func (m made) outings(span record.Span, went, all, people int) made {
	m.each(span, went, all, people, func(h record.Head, hit bool) {
		status := record.AttendDeclined
		if hit {
			status = record.Attended
		}
		m.Add(&record.Attendance{Head: h, Status: status})
	})
	return m
}

// incidents adds incidents, all closed, so many with learning written down and as
// many with a changed plan; all have to do with anxiety.
func (m made) incidents(span record.Span, learned, all, people int) made {
	m.each(span, learned, all, people, func(h record.Head, hit bool) {
		r := &record.Incident{Head: h, Type: "distress_behaviour", Anxiety: true, Closed: true, ClosedOn: h.On, RecoveryMinutes: 20, LearningRecorded: hit}
		if hit {
			r.PlanUpdatedOn = h.On + 3
		}
		m.Add(r)
	})
	return m
}

// settled adds one time to settle of so many minutes, so many times.
func (m made) settled(span record.Span, minutes, all, people int) made {
	m.each(span, 0, all, people, func(h record.Head, _ bool) {
		m.Add(&record.Incident{Head: h, Type: "choking", RecoveryMinutes: minutes})
	})
	return m
}

func (m made) actions(span record.Span, onTime, all, people int) made {
	m.each(span, onTime, all, people, func(h record.Head, hit bool) {
		r := &record.Action{Head: h, RaisedOn: h.On, DueOn: h.On}
		if hit {
			r.CompletedOn = h.On
		}
		m.Add(r)
	})
	return m
}

// overdue adds open actions at the end of a window, so many of them late. They are
// due outside every window, so that they count nowhere else.
func (m made) overdue(span record.Span, late, all int) made {
	m.each(span, late, all, 5, func(h record.Head, hit bool) {
		r := &record.Action{Head: h, RaisedOn: span.To, DueOn: testPeriod.To + 900, CompletedOn: span.To + 1}
		if hit {
			r.DueOn = testBaseline.From - 1
		}
		m.Add(r)
	})
	return m
}

// stays adds people who are supported through both windows.
func (m made) stays(people int) made {
	for i := range people {
		h := record.Head{Service: m.service, Person: record.Person(fmt.Sprintf("person %02d", m.from+i))}
		m.Add(&record.Placement{Head: h, Start: testBaseline.From - 100})
	}
	return m
}

// limit adds restrictions of as many people, each with a start and an end; 0 is
// still active.
func (m made) limit(all int, start, end record.Date, reason string) made {
	for i := range all {
		h := record.Head{Service: m.service, Person: record.Person(fmt.Sprintf("person %02d", m.from+i%30)), ID: fmt.Sprint(start, end, i, reason, m.from)}
		m.Add(&record.Restriction{Head: h, Type: h.ID, StartOn: start, EndOn: end, EndReason: reason})
	}
	return m
}

// month gives one month of the windows, from 0 for the first of the baseline.
func month(n int) record.Span {
	m := testBaseline.From.Month() + record.Month(n)
	return record.Span{From: m.First(), To: m.Last()}
}
