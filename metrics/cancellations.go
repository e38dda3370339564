package metrics

import "evidencepack/ingest/record"

var vis05 = share(Def{
	ID:              "VIS-05",
	AddsUp:          Sums{Denominator: overDays("planned visits"), People: ofWindow("people with a planned visit")},
	Title:           "Visits cancelled by the person",
	Means:           "Out of all planned home visits, how many the person cancelled; those cancelled by family, hospital or us are not counted as theirs.",
	Numerator:       "visits that the person cancelled",
	Denominator:     "all planned visits",
	NounNumerator:   "visits the person cancelled",
	NounDenominator: "planned visits",
	Unit:            Percent, Better: LowerWithPartners, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"RAT-01", "VIS-01"},
	Needs:    []record.Kind{record.KindVisit},
	Since:    since, Source: "source article 003",
	WhyItMatters: "People may cancel, and when they do so often, the visit may not suit them.",
}, func(r *record.Visit) Counted {
	return in(visitPlanned(r), r.Status == record.VisitCancelledPerson)
})

// calledOff tells whether the person or the family called a visit off, at the
// door or before.
func calledOff(r *record.Visit) bool {
	switch r.Status {
	case record.VisitCancelledPerson, record.VisitCancelledFamily, record.VisitRefusedAtDoor:
		return true
	}
	return false
}

// anxietyCancelled counts a planned visit or activity for VIS-06.
func anxietyCancelled(r record.Record) Counted {
	switch one := r.(type) {
	case *record.Visit:
		return in(visitPlanned(one), calledOff(one) && one.Anxiety == record.Yes)
	case *record.Attendance:
		planned := one.Status != "" && one.Status != record.AttendNotRecorded
		return in(planned, one.Status == record.AttendCancelAnxiety)
	}
	return CountedNeither
}

var vis06 = share(Def{
	ID:    "VIS-06",
	Title: "Cancelled over anxiety",
	Means: "Out of all planned visits and activities, how many were called off for a reason that speaks of anxiety.",
	Numerator: "visits called off by the person or the family for a reason that speaks of anxiety, and activities cancelled over anxiety; " +
		"a visit called off without a reason is not one",
	Denominator:     "all planned visits, and planned activities with something written down",
	NounNumerator:   "cancelled over anxiety",
	NounDenominator: "planned visits and activities",
	Unit:            Percent, Better: Lower, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"ATT-01", "VIS-05"},
	Needs:    []record.Kind{record.KindVisit, record.KindAttendance},
	AnyOf:    true,
	Columns:  []string{"visit.cancel_reason"},
	Since:    since, Source: "source article 002",
	WhyItMatters: "Anxiety that keeps a person from what they had planned is a reason to go in smaller steps.",
}, anxietyCancelled)
