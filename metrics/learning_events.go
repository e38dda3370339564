package metrics

import "evidencepack/ingest/record"

// sameStay is the number of days by which the date of a discharge may differ
// between the row of the stay and a row of its own.
const sameStay = 1

// planEvent gives the day of an event after which a person's plan should be looked
// at, and the day on which it was updated. discharges are rows of their own: the end
// of a stay in hospital counts once.
func planEvent(r record.Record, discharges datesOf) (day, updated record.Date) {
	switch one := r.(type) {
	case *record.Safeguarding:
		return one.On, one.PlanUpdated
	case *record.PlacementEvent:
		switch one.Type {
		case record.EventDischarge, record.EventMoveIn:
			return one.On, one.PlanUpdatedOn
		case record.EventAdmissionPlanned, record.EventAdmissionUnplanned:
			near := record.Span{From: one.EndOn - sameStay, To: one.EndOn + sameStay}
			if one.EndOn != 0 && !discharges.within(one.Person, near) {
				return one.EndOn, one.PlanUpdatedOn
			}
		}
	}
	return 0, 0
}

// planUpdated gives the verdict on events of the window.
func planUpdated(all []record.Record, w Window) func(record.Record) Counted {
	discharges := datesOf{}
	for _, r := range all {
		if one, ok := r.(*record.PlacementEvent); ok && one.Type == record.EventDischarge {
			discharges.add(one.Person, one.On)
		}
	}
	return func(r record.Record) Counted {
		day, updated := planEvent(r, discharges)
		return in(w.Span.Has(day), answerSpan(day).Has(updated))
	}
}

var lrn10 = register(Def{
	ID:              "LRN-10",
	AddsUp:          Sums{Numerator: overDays("LRN-10 numerator"), Denominator: overDays("LRN-10 denominator")},
	Title:           "Plan updated after a change in life",
	Means:           "Out of the times a person came back from hospital, moved in, or was the subject of a safeguarding concern, how often we updated their plan within seven days.",
	Numerator:       "those with the plan updated on the day or up to 7 days after",
	Denominator:     "returns from hospital, moves in and safeguarding concerns in these dates; a stay and its discharge are one",
	NounNumerator:   "plans updated within 7 days",
	NounDenominator: "changes in life",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"LRN-03", "SAF-01"},
	Needs:    []record.Kind{record.KindPlacementEvent, record.KindSafeguarding}, AnyOf: true,
	Columns: []string{"placement_event.plan_updated_at", "safeguarding.plan_updated_at"},
	Since:   since, Source: "source article 003",
	WhyItMatters: "After a big change the old plan may no longer be safe or right.",
}, planUpdated, shareOf)

// decidedOutcomes are those of which the regulator must be told.
var decidedOutcomes = map[string]bool{"granted": true, "not_granted": true, outcomeWithdrawn: true}

// needsTelling gives the day of an event that the regulator must be told of, 0 for
// one that it need not, and the day on which it was. Of an authorisation that is the
// outcome of an application to deprive a person of their liberty.
func needsTelling(r record.Record) (day, told record.Date) {
	switch one := r.(type) {
	case *record.Incident:
		if one.Notifiable == record.Yes {
			return one.On, one.NotifiedOn
		}
	case *record.Safeguarding:
		return one.On, one.NotifiedOn
	case *record.Authorisation:
		switch one.Type {
		case "dols_standard", "dols_urgent", "cop_order":
			if decidedOutcomes[one.Outcome] {
				return one.GrantedOn, one.NotifiedOn
			}
		}
	}
	return 0, 0
}

func (s *middleValues) tell(r record.Record) Counted {
	day, told := needsTelling(r)
	switch {
	case day == 0:
		return CountedNeither
	case told != 0 && told < day:
		return CountedNeither // one of the two days must be wrong
	case told == 0:
		s.open++
		return CountedNeither
	}
	s.values = append(s.values, float64(told-day))
	s.people.add(r.Where().Person)
	return CountedDenominator
}

var lrn12 = Define(Def{
	ID:              "LRN-12",
	Title:           "Days until the regulator was told",
	Means:           "The middle number of days until we told the regulator of something it must know: half were told sooner, half later.",
	Numerator:       "days from the event until the regulator was told",
	Denominator:     "incidents marked as to be told, safeguarding concerns and decisions on depriving a person of their liberty, with the day on which the regulator was told; a day before the event is left out, as one of the two must be wrong",
	NounDenominator: "events with the day of telling",
	Unit:            Days, Better: Lower, Grain: GrainPeriod, MinDenominator: minMiddle,
	Partners: []string{"LRN-09", "LRN-11"},
	Needs:    []record.Kind{record.KindIncident, record.KindSafeguarding, record.KindAuthorisation}, AnyOf: true,
	Columns: []string{
		"incident.notifiable", "incident.notified_at", "safeguarding.notified_at", "authorisation.outcome", "authorisation.granted_at", "authorisation.notified_at",
	},
	Since: since, Source: "regulations 16 to 18 of the 2009 Registration Regulations",
	WhyItMatters: "The regulator can protect people only from what it knows of.",
}, Rule[record.Record, middleValues]{
	Day: func(r record.Record) record.Date {
		day, _ := needsTelling(r)
		return day
	},
	Add:   func(s *middleValues, r record.Record) Counted { return s.tell(r) },
	Merge: func(into, from *middleValues) { into.merge(from) },
	Finish: func(s *middleValues, w Window) []Value {
		v := w.middleOf(s, "Fewer than 5 events have the day on which the regulator was told, which is too few for a middle value.")
		if s.open > 0 && v.Status == OK {
			v.Why = "There are also events without such a day, which are not in the middle value."
		}
		return []Value{v}
	},
})
