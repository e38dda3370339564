package metrics

import "evidencepack/ingest/record"

// A visit is cut short below this share of its planned minutes.
const (
	shortBelow = 4
	shortOutOf = 5
)

var vis03 = share(Def{
	ID:              "VIS-03",
	Title:           "Visits cut short",
	Means:           "Out of all visits done with both times written down, how many were shorter than four fifths of the planned time.",
	Numerator:       "visits shorter than 80% of the planned minutes",
	Denominator:     "visits completed with planned and actual minutes written down",
	NounNumerator:   "visits cut short",
	NounDenominator: "visits with both times",
	Unit:            Percent, Better: Lower, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"VIS-01", "VIS-07"},
	Needs:    []record.Kind{record.KindVisit},
	Columns:  []string{"visit.planned_end|visit.planned_min", "visit.actual_end|visit.actual_min"},
	Since:    since, Source: "our own guard beside visits done",
	WhyItMatters: "A visit that is cut short is rushed, and what the person wanted to do alone is done for them.",
}, func(r *record.Visit) Counted {
	known := r.Status == record.VisitCompleted && r.PlannedMinutes > 0 && r.ActualMinutes >= 0
	return in(known, r.ActualMinutes*shortOutOf < r.PlannedMinutes*shortBelow)
})

// Minutes that a visit may begin early or late where its row says nothing.
const (
	windowCritical = 30
	windowOther    = 45
)

const dayMinutes = 24 * 60

// offPlan gives the minutes between two times of day by the shorter way round
// the clock, so that 23:50 and 00:10 are 20 minutes apart.
func offPlan(planned, actual record.Clock) int {
	off := int(actual) - int(planned)
	if off < 0 {
		off = -off
	}
	return min(off, dayMinutes-off)
}

// agreedWindow gives the minutes that a visit may begin early or late.
func agreedWindow(r *record.Visit) int {
	switch {
	case r.Window >= 0:
		return r.Window
	case r.TimeCritical == record.Yes:
		return windowCritical
	}
	return windowOther
}

var vis04 = share(Def{
	ID:    "VIS-04",
	Title: "Visits begun on time",
	Means: "Out of all visits done with both start times written down, how many began within the time agreed.",
	Numerator: "visits begun no more minutes early or late than was agreed; where nothing was agreed, 30 for a visit that must be on time, " +
		"and 45 for the others",
	Denominator:     "visits completed with a planned and an actual start",
	NounNumerator:   "visits begun on time",
	NounDenominator: "visits with both starts",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"VIS-02", "VIS-07"},
	Needs:    []record.Kind{record.KindVisit},
	Columns:  []string{"visit.planned_start", "visit.actual_start"},
	Since:    since, Source: "source article 001 (45 minutes); councils' contracts (30 minutes where time matters)",
	WhyItMatters: "Knowing when somebody will come lets a person plan the day and feel calm.",
}, func(r *record.Visit) Counted {
	known := r.Status == record.VisitCompleted && r.PlannedStart != record.NoClock && r.ActualStart != record.NoClock
	return in(known, offPlan(r.PlannedStart, r.ActualStart) <= agreedWindow(r))
})

var vis07 = share(Def{
	ID:              "VIS-07",
	Title:           "Visits checked in by hand",
	Means:           "Out of all visits done with a check-in, how many were put in by hand instead of by the worker's device at the door.",
	Numerator:       "visits checked in by hand",
	Denominator:     "visits completed that were checked in, by hand or by a device",
	NounNumerator:   "check-ins by hand",
	NounDenominator: "visits checked in",
	Unit:            Percent, Better: Lower, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"VIS-01"},
	Needs:    []record.Kind{record.KindVisit},
	Columns:  []string{"visit.checkin"},
	Since:    since, Source: "our own check of the visit measures",
	WhyItMatters: "A time put in by hand cannot show that somebody was there, so the other visit figures stand on less.",
}, func(r *record.Visit) Counted {
	checked := r.CheckedIn == record.CheckManual || r.CheckedIn == record.CheckElectronic
	return in(r.Status == record.VisitCompleted && checked, r.CheckedIn == record.CheckManual)
})
