package metrics

import "evidencepack/ingest/record"

var hos01 = careRate(Def{
	ID:              "HOS-01",
	AddsUp:          Sums{Denominator: overDays("care days"), People: active("people taken on", "people gone")},
	Title:           "Unplanned stays in hospital",
	Means:           "How often people were taken into hospital without a plan for every 1,000 days of support.",
	Numerator:       "unplanned admissions to hospital",
	Denominator:     "care days: the days on which each person was supported",
	NounNumerator:   "unplanned admissions",
	NounDenominator: "care days",
	Unit:            Per1000CareDays, Better: Lower, Written: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"HOS-02", "INC-01"},
	Needs:    []record.Kind{record.KindPlacementEvent, record.KindPlacement},
	Columns:  []string{"placement_event.event_kind"},
	Since:    since, Source: "source article 004",
	WhyItMatters: "Many stays in hospital can be avoided when somebody sees early that a person is unwell.",
}, func(r *record.PlacementEvent) bool { return r.Type == record.EventAdmissionUnplanned })

var hos02 = careRate(Def{
	ID:              "HOS-02",
	AddsUp:          Sums{Denominator: overDays("care days"), People: active("people taken on", "people gone")},
	Title:           "Visits to A&E",
	Means:           "How often people went to A&E for every 1,000 days of support.",
	Numerator:       "attendances at A&E",
	Denominator:     "care days: the days on which each person was supported",
	NounNumerator:   "attendances at A&E",
	NounDenominator: "care days",
	Unit:            Per1000CareDays, Better: Lower, Written: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"HOS-01", "INC-01"},
	Needs:    []record.Kind{record.KindPlacementEvent, record.KindPlacement},
	Columns:  []string{"placement_event.event_kind"},
	Since:    since, Source: "source article 004",
	WhyItMatters: "A&E is a hard place for many people, and often a sign that help came late.",
}, func(r *record.PlacementEvent) bool { return r.Type == record.EventEmergency })

// The reasons for which a stay may end (domain.md 4.1).
const (
	leftPlanned   = "moved_on_planned"
	leftUnplanned = "moved_unplanned"
	leftHandBack  = "hand_back_provider"
	leftDied      = "died"
)

// homes keeps the stays of people, and what happened to where they live.
type homes struct {
	stays  stays
	events []*record.PlacementEvent
}

// lost tells whether a stay ended in a window without a plan or by our notice.
func lost(r *record.Placement, span record.Span) bool {
	return span.Has(r.End) && (r.EndReason == leftUnplanned || r.EndReason == leftHandBack)
}

func broke(r *record.PlacementEvent, span record.Span) bool {
	return span.Has(r.On) && (r.Type == record.EventBreakdown || r.Type == record.EventNoticeProvider)
}

// people gives the verdict on each person supported in a window. A stay says
// something only where its end reason has a column, or moves are written elsewhere;
// who left without a reason is not known.
func (s *homes) people(w Window) map[record.Person]Counted {
	moved, unknown := make(map[record.Person]bool), make(map[record.Person]bool)
	for _, e := range s.events {
		if broke(e, w.Span) {
			moved[e.Person] = true
		}
	}
	for _, stay := range s.stays {
		if lost(stay, w.Span) {
			moved[stay.Person] = true
		}
		if w.Span.Has(stay.End) && stay.EndReason == "" {
			unknown[stay.Person] = true
		}
	}
	found := make(map[record.Person]Counted)
	for _, stay := range s.stays {
		known := (len(s.events) > 0 || stay.Columns.Has("end_reason")) && (moved[stay.Person] || !unknown[stay.Person])
		if known && stay.Person != "" && stayIn(stay, w.Span) {
			found[stay.Person] = in(true, !moved[stay.Person])
		}
	}
	return found
}

var plc01 = Define(Def{
	ID:              "PLC-01",
	Title:           "People who kept their home",
	Means:           "Out of everyone we supported, how many had no unplanned move, no breakdown of where they live and no notice from us.",
	Numerator:       "people without an unplanned move, a breakdown of the placement, or notice or hand-back by us in these dates",
	Denominator:     "people supported on at least one of these dates, without those who left in them for a reason that is not written down",
	NounNumerator:   "people who kept their home",
	NounDenominator: "people supported",
	Unit:            Percent, Better: Higher, Grows: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"PLC-02", "RES-01"},
	Counts:   "people",
	Needs:    []record.Kind{record.KindPlacement},
	Also:     []record.Kind{record.KindPlacementEvent},
	Since:    since, Source: "source article 002",
	WhyItMatters: "A home that can be lost at any time is no home.",
}, Rule[record.Record, homes]{
	Whole: true,
	Add: func(s *homes, r record.Record) Counted {
		switch one := r.(type) {
		case *record.Placement:
			s.stays = append(s.stays, one)
		case *record.PlacementEvent:
			s.events = append(s.events, one)
		}
		return CountedNeither
	},
	Merge: func(into, from *homes) {
		into.stays = append(into.stays, from.stays...)
		into.events = append(into.events, from.events...)
	},
	Finish: func(s *homes, w Window) []Value {
		counts := ratio{}
		for person, verdict := range s.people(w) {
			counts.add(verdict, &record.Head{Person: person})
		}
		v := shareOf(counts, w)
		if len(s.stays) > 0 && len(s.events) == 0 && counts.denominator == 0 {
			v = v.not("No export says why people left, so nobody can tell which moves were planned.")
		}
		return []Value{v}
	},
	Adds: oncePerson[record.Record, homes](),
	Judge: func(s *homes, w Window) func(record.Record) Counted {
		found := s.people(w)
		return func(r record.Record) Counted {
			stay, ok := r.(*record.Placement)
			if !ok || !stayIn(stay, w.Span) {
				return CountedNeither
			}
			return found[stay.Person]
		}
	},
})

var plc02 = registerShare(Def{
	ID:              "PLC-02",
	AddsUp:          Sums{Numerator: overDays("PLC-02 numerator"), Denominator: overDays("PLC-02 denominator")},
	Title:           "Planned moves",
	Means:           "Out of all stays with us that ended, how many ended with a move that was planned; deaths are not in here.",
	Numerator:       "stays that ended with a planned move",
	Denominator:     "stays that ended in these dates with a reason written down, without deaths",
	NounNumerator:   "planned moves",
	NounDenominator: "stays that ended",
	Unit:            Percent, Better: Higher, Grain: GrainPeriod, MinDenominator: 10,
	Partners: []string{"PLC-01"},
	Needs:    []record.Kind{record.KindPlacement},
	Columns:  []string{"person.end_date", "person.end_reason"},
	Since:    since, Source: "source article 002",
	WhyItMatters: "Moving on should be the person's own next step.",
}, func(r *record.Placement, span record.Span) Counted {
	return in(span.Has(r.End) && r.EndReason != "" && r.EndReason != leftDied, r.EndReason == leftPlanned)
})
