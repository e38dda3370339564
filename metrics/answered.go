package metrics

import "evidencepack/ingest/record"

// answerDays is the number of days within which something that went wrong should
// be answered: a setback, a trigger for a review, a stay in hospital.
const answerDays = 7

// datesOf are dates of things about people.
type datesOf map[record.Person][]record.Date

func (d datesOf) add(who record.Person, day record.Date) {
	if who != "" && day != 0 {
		d[who] = append(d[who], day)
	}
}

// within tells whether something about the person is dated on one of the days.
func (d datesOf) within(who record.Person, days record.Span) bool {
	for _, day := range d[who] {
		if days.Has(day) {
			return true
		}
	}
	return false
}

// answersOf gives the days on which a plan was reviewed or an approach changed.
func answersOf(all []record.Record) datesOf {
	days := datesOf{}
	for _, r := range all {
		switch one := r.(type) {
		case *record.PlanReview:
			days.add(one.Person, one.CompletedOn)
		case *record.PlanChange:
			days.add(one.Person, one.On)
		}
	}
	return days
}

// answerSpan gives the days in which something of that day should be answered.
func answerSpan(day record.Date) record.Span { return record.Span{From: day, To: day + answerDays} }

// answered is a percentage of attempts that were answered in time by a review or a
// change for the same person, of any service. asks tells which attempts ask for an
// answer; itself tells whether one holds its own answer.
func answered(d Def, asks, itself func(*record.StepRecord) bool) Metric {
	return register(d, func(all []record.Record, w Window) func(record.Record) Counted {
		days := answersOf(all)
		return func(r record.Record) Counted {
			one, ok := r.(*record.StepRecord)
			if !ok || !w.Span.Has(one.On) || !asks(one) {
				return CountedNeither
			}
			return in(true, itself(one) || days.within(one.Person, answerSpan(one.On)))
		}
	}, shareOf)
}
