package metrics

import "evidencepack/ingest/record"

// doseDue tells whether a dose was due: not "as required", and the person was
// there to take it.
func doseDue(r *record.MedAdmin) bool {
	if r.AsNeed {
		return false
	}
	switch r.Outcome {
	case record.Away, record.NotDue, record.ClinicalHold, record.OutcomeNone:
		return false
	}
	return true
}

// doseMissed tells whether a due dose was not offered, not in stock or not signed for.
func doseMissed(r *record.MedAdmin) bool {
	switch r.Outcome {
	case record.NotOffered, record.Unavailable, record.UnknownGap:
		return doseDue(r)
	}
	return false
}

func doseTaken(r *record.MedAdmin) bool {
	switch r.Outcome {
	case record.Accepted, record.SelfManaged, record.AcceptedOnReoffer:
		return true
	}
	return false
}

var med01 = share(Def{
	ID:              "MED-01",
	AddsUp:          Sums{Numerator: overDays("doses missed"), Denominator: overDays("doses due"), People: ofWindow("people with a dose due")},
	Makes:           []Same{{"doses due", []string{"doses missed", "doses offered"}}},
	Title:           "Missed doses",
	Means:           "Out of all doses that were due, how many were not offered, not in stock or not signed for; a dose the person refused is not in here.",
	Numerator:       "doses not offered, not in stock or not signed for",
	Denominator:     "doses due, without “as required” medicines and without doses on days away or on hold",
	NounNumerator:   "missed doses",
	NounDenominator: "doses due",
	Unit:            Percent, Better: Lower, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"MED-02"},
	Needs:    []record.Kind{record.KindMedAdmin},
	Since:    since, Source: "source articles 000 and 002",
	WhyItMatters: "A dose that we forgot or did not sign for is our mistake, not the person's choice.",
}, func(r *record.MedAdmin) Counted { return in(doseDue(r), doseMissed(r)) }).splitBy(
	Split{Name: "reason", Share: true, Part: func(r record.Record) string {
		if one, ok := r.(*record.MedAdmin); ok && doseMissed(one) {
			return string(one.Outcome)
		}
		return ""
	}})

var med02 = share(Def{
	ID:              "MED-02",
	AddsUp:          Sums{Denominator: overDays("doses offered")},
	Title:           "Doses refused",
	Means:           "Out of all doses that were due and offered, how often the answer was still no at the end.",
	Numerator:       "doses refused, also those destroyed after a refusal",
	Denominator:     "doses due that were offered",
	NounNumerator:   "doses refused",
	NounDenominator: "doses offered",
	Unit:            Percent, Better: LowerWithPartners, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"MED-01", "MED-03"},
	Needs:    []record.Kind{record.KindMedAdmin},
	Since:    since, Source: "source article 000",
	WhyItMatters: "People may refuse a medicine; if it happens often, they and their doctor may need to talk.",
}, func(r *record.MedAdmin) Counted {
	return in(doseDue(r) && !doseMissed(r), r.Outcome.IsFinalRefusal())
})

var med03 = share(Def{
	ID:              "MED-03",
	AddsUp:          Sums{Denominator: overDays("doses due"), People: ofWindow("people with a dose due")},
	Among:           [][2]string{{"MED-03 numerator", "doses offered"}},
	Title:           "Medicines taken as planned",
	Means:           "Out of all doses that were due, how many the person took, with help, alone or at a second offer.",
	Numerator:       "doses taken with help, alone or at a second offer",
	Denominator:     "doses due, without “as required” medicines and without doses on days away or on hold",
	NounNumerator:   "doses taken",
	NounDenominator: "doses due",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"MED-01", "MED-02"},
	Needs:    []record.Kind{record.KindMedAdmin},
	Since:    since, Source: "source article 001",
	WhyItMatters: "Medicines help only when they are taken, and people should be able to take them in their own way.",
}, func(r *record.MedAdmin) Counted { return in(doseDue(r), doseTaken(r)) })
