package metrics

import (
	"evidencepack/ingest/record"
	"evidencepack/metrics/stat"
)

var med04 = share(Def{
	ID:              "MED-04",
	AddsUp:          Sums{Numerator: overDays("doses missed").under("reason=unknown_gap"), Denominator: overDays("doses due"), People: ofWindow("people with a dose due")},
	Title:           "Gaps on the medicine chart",
	Means:           "Out of all doses that were due, how many had nothing written on the medicine chart.",
	Numerator:       "doses due with nothing written, or no reason for a dose not given",
	Denominator:     "doses due, without “as required” medicines and without doses on days away or on hold",
	NounNumerator:   "gaps on the chart",
	NounDenominator: "doses due",
	Unit:            Percent, Better: Lower, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"MED-01"},
	Needs:    []record.Kind{record.KindMedAdmin},
	Since:    since, Source: "our own measure of recording beside missed doses",
	WhyItMatters: "A gap leaves nobody sure whether the person had the medicine, so it may be given twice or not at all.",
}, func(r *record.MedAdmin) Counted { return in(doseDue(r), r.Outcome == record.UnknownGap) })

// doseRate counts incidents against doses due.
type doseRate struct {
	incidents, doses int
	people           people // who were due a dose
	hurt             people // whom the incidents were about
}

func (s *doseRate) add(r record.Record) Counted {
	switch one := r.(type) {
	case *record.Incident:
		if one.MedicineRelated == record.Yes {
			s.incidents++
			s.hurt.add(one.Person)
			return CountedNumerator
		}
	case *record.MedAdmin:
		if doseDue(one) {
			s.doses++
			s.people.add(one.Person)
			return CountedDenominator
		}
	}
	return CountedNeither
}

var med05 = Define(Def{
	ID:              "MED-05",
	AddsUp:          Sums{Denominator: overDays("doses due"), People: ofWindow("people with a dose due")},
	Among:           [][2]string{{"MED-05 numerator", "incidents"}},
	Title:           "Distress around medicines",
	Means:           "How many incidents had to do with taking medicines, for every 100 doses that were due.",
	Numerator:       "incidents marked as to do with medicines",
	Denominator:     "doses due, without “as required” medicines and without doses on days away or on hold",
	NounNumerator:   "incidents around medicines",
	NounDenominator: "doses due",
	Unit:            Per100Doses, Better: Lower, Grain: GrainMonth, Amount: true, MinDenominator: 100,
	Partners: []string{"MED-02", "MED-03"},
	Needs:    []record.Kind{record.KindIncident, record.KindMedAdmin},
	Columns:  []string{"incident.medicine_related"},
	Since:    since, Source: "source article 000",
	WhyItMatters: "Distress at medicine times often tells us that the way we offer the medicine does not suit the person.",
}, Rule[record.Record, doseRate]{
	Add: func(s *doseRate, r record.Record) Counted { return s.add(r) },
	Merge: func(into, from *doseRate) {
		into.incidents += from.incidents
		into.doses += from.doses
		into.people.merge(from.people)
		into.hurt.merge(from.hurt)
	},
	Finish: func(s *doseRate, w Window) []Value {
		return []Value{w.perDoses(s.incidents, s.doses, len(s.people)).behind(len(s.hurt))}
	},
})

// perDoses is a rate of events for 100 doses with its range: exact below 10
// events, otherwise Byar's.
func (w Window) perDoses(events, doses, people int) Value {
	v := w.value(people)
	v.Numerator, v.Denominator = number(float64(events)), number(float64(doses))
	limits, err := stat.Rate(float64(events), float64(doses), stat.Level95)
	if err != nil {
		return v.not(w.nothing())
	}
	v.Value = number(100 * float64(events) / float64(doses))
	v.Lower, v.Upper = number(100*limits.Lower), number(100*limits.Upper)
	return v
}
