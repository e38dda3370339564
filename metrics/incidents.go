package metrics

import "evidencepack/ingest/record"

var inc01 = careRate(Def{
	ID:              "INC-01",
	AddsUp:          Sums{Numerator: overDays("incidents"), Denominator: overDays("care days"), People: active("people taken on", "people gone")},
	Title:           "Incidents",
	Means:           "How many incidents were written down for every 1,000 days of support.",
	Numerator:       "incidents and near misses",
	Denominator:     "care days: the days on which each person was supported",
	NounNumerator:   "incidents",
	NounDenominator: "care days",
	Unit:            Per1000CareDays, Better: Neither, Written: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"ATT-01", "INC-12"},
	Needs:    []record.Kind{record.KindIncident, record.KindPlacement},
	Since:    since, Source: "source articles 000 to 003",
	WhyItMatters: "More incidents may mean more harm, or staff who report more openly, so this is never read alone.",
}, func(*record.Incident) bool { return true }).splitBy(
	Split{Name: "type", Part: ofIncident(func(r *record.Incident) string { return r.Type }), Share: true},
	Split{Name: "time_band", Part: ofIncident(func(r *record.Incident) string { return clockBand(r.At) }), Share: true},
)

var inc02 = careRate(Def{
	ID:              "INC-02",
	AddsUp:          Sums{Denominator: overDays("care days"), People: active("people taken on", "people gone")},
	Among:           [][2]string{{"INC-02 numerator", "incidents"}},
	Title:           "Incidents with anxiety",
	Means:           "How many incidents that had to do with anxiety were written down for every 1,000 days of support.",
	Numerator:       "incidents marked as having to do with anxiety",
	Denominator:     "care days: the days on which each person was supported",
	NounNumerator:   "incidents with anxiety",
	NounDenominator: "care days",
	Unit:            Per1000CareDays, Better: Lower, Written: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"ATT-01", "INC-01"},
	Needs:    []record.Kind{record.KindIncident, record.KindPlacement},
	Columns:  []string{"incident.anxiety"},
	Since:    since, Source: "source article 000",
	WhyItMatters: "Support that fits the person should leave them less anxious.",
}, func(r *record.Incident) bool { return r.Anxiety })

var inc08 = middleNumber(Def{
	ID:              "INC-08",
	Title:           "Time to settle",
	Means:           "The middle time, in minutes, that it took a person to feel all right again after an incident: half took less, half took more.",
	Numerator:       "minutes until the person felt all right again",
	Denominator:     "incidents with this time written down",
	NounDenominator: "times written down",
	Unit:            Minutes, Better: Lower, Grain: GrainPeriod, MinDenominator: minMiddle,
	Partners: []string{"INC-02"},
	Needs:    []record.Kind{record.KindIncident},
	Columns:  []string{"incident.recovery_min"},
	Since:    since, Source: "source article 003",
	WhyItMatters: "Staff who know a person well can help them settle sooner.",
}, "Fewer than 5 times were written down, which is too few for a middle value.",
	func(r *record.Incident) (float64, bool) { return float64(r.RecoveryMinutes), r.RecoveryMinutes >= 0 })

var inc12 = share(Def{
	ID:              "INC-12",
	Among:           [][2]string{{"INC-12 denominator", "incidents"}},
	Title:           "Near misses and no harm",
	Means:           "Out of all incidents with a harm grade, how many were near misses or did no harm.",
	Numerator:       "near misses, and incidents graded as no harm",
	Denominator:     "incidents with a harm grade, and near misses",
	NounNumerator:   "near misses or no harm",
	NounDenominator: "graded incidents",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"INC-01"},
	Needs:    []record.Kind{record.KindIncident},
	Columns:  []string{"incident.harm"},
	Since:    since, Source: "national patient safety reporting practice",
	WhyItMatters: "Teams that feel safe to report also write down what nearly went wrong.",
}, func(r *record.Incident) Counted {
	near := r.Type == record.IncidentNearMiss
	return in(near || r.Harm != "", near || r.Harm == record.HarmNone)
})
