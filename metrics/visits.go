package metrics

import "evidencepack/ingest/record"

// visitPlanned tells whether a visit was planned and its time is over.
func visitPlanned(r *record.Visit) bool {
	return r.Status != "" && r.Status != record.VisitInProgress
}

// visitWanted tells whether a planned visit was still wanted on the day.
func visitWanted(r *record.Visit) bool {
	switch r.Status {
	case record.VisitCancelledPerson, record.VisitCancelledFamily, record.VisitCancelledHospital:
		return false
	}
	return visitPlanned(r)
}

var vis01 = share(Def{
	ID:              "VIS-01",
	Among:           [][2]string{{"VIS-01 denominator", "planned visits"}},
	Title:           "Visits done",
	Means:           "Out of all planned home visits that people still wanted, how many were done in full.",
	Numerator:       "visits completed",
	Denominator:     "planned visits, without those cancelled by the person, the family or a hospital stay",
	NounNumerator:   "visits done",
	NounDenominator: "visits wanted",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"VIS-02"},
	Needs:    []record.Kind{record.KindVisit},
	Since:    since, Source: "source article 000",
	WhyItMatters: "People plan their day around the visits that we promised.",
}, func(r *record.Visit) Counted {
	return in(visitWanted(r), r.Status == record.VisitCompleted)
}).splitBy(Split{Name: "time_band", Part: func(r record.Record) string {
	if one, ok := r.(*record.Visit); ok {
		return clockBand(one.PlannedStart)
	}
	return ""
}})

var vis02 = share(Def{
	ID:              "VIS-02",
	AddsUp:          Sums{Denominator: overDays("planned visits"), People: ofWindow("people with a planned visit")},
	Title:           "Missed visits",
	Means:           "Out of all planned home visits, how many did not happen because of us.",
	Numerator:       "visits missed",
	Denominator:     "all planned visits",
	NounNumerator:   "missed visits",
	NounDenominator: "planned visits",
	Unit:            Percent, Better: Lower, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"VIS-01"},
	Needs:    []record.Kind{record.KindVisit},
	Columns:  []string{"visit.status"},
	Since:    since, Source: "source article 000; councils set limits such as 2% in contracts",
	WhyItMatters: "A missed visit can leave a person without food, medicine or company.",
}, func(r *record.Visit) Counted {
	return in(visitPlanned(r), r.Status == record.VisitMissed)
})
