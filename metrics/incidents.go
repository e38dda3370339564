package metrics

import (
	"evidencepack/ingest/record"
	"evidencepack/metrics/stat"
)

var inc01 = careRate(Def{
	ID:              "INC-01",
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
}, func(*record.Incident) bool { return true })

var inc02 = careRate(Def{
	ID:              "INC-02",
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

// recovery keeps the minutes until people were settled again.
type recovery struct {
	minutes []float64
	people  people
}

// minRecoveries is the number of values below which no middle value is given.
const minRecoveries = 5

var inc08 = Define(Def{
	ID:              "INC-08",
	Title:           "Time to settle",
	Means:           "The middle time, in minutes, that it took a person to feel all right again after an incident: half took less, half took more.",
	Numerator:       "minutes until the person felt all right again",
	Denominator:     "incidents with this time written down",
	NounDenominator: "times written down",
	Unit:            Minutes, Better: Lower, Grain: GrainPeriod, MinDenominator: minRecoveries,
	Partners: []string{"INC-02"},
	Needs:    []record.Kind{record.KindIncident},
	Columns:  []string{"incident.recovery_min"},
	Since:    since, Source: "source article 003",
	WhyItMatters: "Staff who know a person well can help them settle sooner.",
}, Rule[*record.Incident, recovery]{
	Add: func(s *recovery, r *record.Incident) Counted {
		if r.RecoveryMinutes < 0 {
			return CountedNeither
		}
		s.minutes = append(s.minutes, float64(r.RecoveryMinutes))
		s.people.add(r.Person)
		return CountedDenominator
	},
	Merge: func(into, from *recovery) {
		into.minutes = append(into.minutes, from.minutes...)
		into.people.merge(from.people)
	},
	Finish: func(s *recovery, w Window) []Value {
		v := w.value(len(s.people))
		v.Denominator = number(float64(len(s.minutes)))
		middle, err := stat.Median(s.minutes)
		if err != nil || len(s.minutes) < minRecoveries {
			return []Value{v.not("Fewer than 5 times were written down, which is too few for a middle value.")}
		}
		v.Value = number(middle)
		return []Value{v}
	},
})

var inc12 = share(Def{
	ID:              "INC-12",
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
