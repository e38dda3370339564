package metrics

import "evidencepack/ingest/record"

// distressRate is a rate of incidents with a mark of their own for 1,000 care days.
// A blank mark is not counted as yes; an export without the column gives no figure.
func distressRate(d Def, marked func(*record.Incident) bool) Metric {
	d.Denominator, d.NounDenominator = "care days: the days on which each person was supported", "care days"
	d.Unit, d.Better, d.Written, d.Grain, d.MinDenominator = Per1000CareDays, Lower, true, GrainMonth, 10
	d.Needs = []record.Kind{record.KindIncident, record.KindPlacement}
	d.Since = since
	return careRate(d, marked)
}

var inc03 = distressRate(Def{
	ID:            "INC-03",
	AddsUp:        Sums{Denominator: overDays("care days"), People: active("people taken on", "people gone")},
	Among:         [][2]string{{"INC-03 numerator", "incidents"}},
	Title:         "Incidents with frustration",
	Means:         "How many incidents that had to do with frustration were written down for every 1,000 days of support.",
	Numerator:     "incidents marked as having to do with frustration",
	NounNumerator: "incidents with frustration",
	Partners:      []string{"INC-01", "ATT-01"},
	Columns:       []string{"incident.frustration"},
	Source:        "source article 001",
	WhyItMatters:  "Frustration often tells us that support comes at the wrong time or in the wrong way.",
}, func(r *record.Incident) bool { return r.Frustration == record.Yes })

var inc04 = distressRate(Def{
	ID:            "INC-04",
	AddsUp:        Sums{Numerator: overDays("incidents").under("time_band=morning"), Denominator: overDays("care days"), People: active("people taken on", "people gone")},
	Title:         "Morning incidents",
	Means:         "How many incidents between 6 in the morning and noon were written down for every 1,000 days of support.",
	Numerator:     "incidents with a time from 06:00 to 11:59; those without a time are not counted",
	NounNumerator: "morning incidents",
	Partners:      []string{"INC-01", "REF-05"},
	Columns:       []string{"incident.event_time"},
	Source:        "source article 001",
	WhyItMatters:  "Mornings are when most support happens, so they show how that support feels.",
}, func(r *record.Incident) bool { return clockBand(r.At) == "morning" })

var inc05 = distressRate(Def{
	ID:            "INC-05",
	AddsUp:        Sums{Denominator: overDays("care days"), People: active("people taken on", "people gone")},
	Among:         [][2]string{{"INC-05 numerator", "incidents"}},
	Title:         "Incidents during personal care or meals",
	Means:         "How many incidents during personal care or at meals were written down for every 1,000 days of support.",
	Numerator:     "incidents marked as during personal care, at a meal, or both; each counts once",
	NounNumerator: "incidents during personal care or meals",
	Partners:      []string{"INC-01", "REF-05"},
	Columns:       []string{"incident.personal_care", "incident.mealtime"},
	Source:        "source article 003",
	WhyItMatters:  "Washing and eating are private moments, and distress in them is felt most.",
}, func(r *record.Incident) bool { return r.PersonalCare == record.Yes || r.Mealtime == record.Yes })

var inc06 = distressRate(Def{
	ID:            "INC-06",
	AddsUp:        Sums{Denominator: overDays("care days"), People: active("people taken on", "people gone")},
	Among:         [][2]string{{"INC-06 numerator", "incidents"}},
	Title:         "Distress linked to how care was given",
	Means:         "How many incidents that had to do with how we gave care were written down for every 1,000 days of support.",
	Numerator:     "incidents marked as linked to how care was given",
	NounNumerator: "incidents linked to care",
	Partners:      []string{"INC-01", "OBS-01"},
	Columns:       []string{"incident.care_linked"},
	Source:        "source article 001",
	WhyItMatters:  "What we do ourselves is what we can change first.",
}, func(r *record.Incident) bool { return r.CareLinked == record.Yes })

var inc07 = share(Def{
	ID:              "INC-07",
	AddsUp:          Sums{Denominator: overDays("incidents"), People: ofWindow("people with an incident")},
	Title:           "Triggers written down",
	Means:           "Out of all incidents, for how many staff wrote what came before and may have set them off; the triggers are listed by how often they came.",
	Numerator:       "incidents with a trigger written down",
	Denominator:     "incidents and near misses",
	NounNumerator:   "incidents with a trigger",
	NounDenominator: "incidents",
	Unit:            Percent, Better: Neither, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"INC-01", "INC-08"},
	Needs:    []record.Kind{record.KindIncident},
	Columns:  []string{"incident.trigger"},
	Since:    since, Source: "source article 003",
	WhyItMatters: "Knowing what sets distress off is the first step to preventing it.",
}, func(r *record.Incident) Counted { return in(true, r.TriggerKey != "") }).splitBy(
	Split{Name: "trigger", Part: ofIncident(func(r *record.Incident) string { return r.TriggerKey }), Share: true})

// inc09 counts supervisions, not moments: two members of staff may name the same
// moment, and it may be in the incidents too.
var inc09 = shareAmong(Def{
	ID:              "INC-09",
	Title:           "Moments of conflict named by staff",
	Means:           "Out of the supervisions that asked about it, in how many the member of staff named a moment of conflict with a person.",
	Numerator:       "supervisions in which at least one moment of conflict was named",
	Denominator:     "supervisions held with the number of moments of conflict written down, also 0",
	NounNumerator:   "supervisions with a moment of conflict",
	NounDenominator: "supervisions that asked",
	Unit:            Percent, Better: Lower, Written: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"INC-01", "SUP-01"},
	Needs:    []record.Kind{record.KindSupervision},
	Columns:  []string{"supervision.held_at", "supervision.conflicts"},
	Since:    since, Source: "source article 001",
	WhyItMatters: "Staff see moments of conflict that no incident form tells of.",
}, func(r *record.Supervision) record.Date { return r.HeldOn }, supervised,
	func(r *record.Supervision) Counted { return in(r.Conflicts >= 0, r.Conflicts > 0) })
