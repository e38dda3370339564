package metrics

import "evidencepack/ingest/record"

var saf01 = careRate(Def{
	ID:              "SAF-01",
	AddsUp:          Sums{Numerator: overDays("safeguarding concerns"), Denominator: overDays("care days"), People: active("people taken on", "people gone")},
	Title:           "Safeguarding concerns",
	Means:           "How many safeguarding concerns were raised for every 1,000 days of support.",
	Numerator:       "safeguarding concerns raised",
	Denominator:     "care days: the days on which each person was supported",
	NounNumerator:   "safeguarding concerns",
	NounDenominator: "care days",
	Unit:            Per1000CareDays, Better: Neither, Written: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"CPL-01", "INC-01"},
	Needs:    []record.Kind{record.KindSafeguarding, record.KindPlacement},
	Since:    since, Source: "source articles 001 and 003",
	WhyItMatters: "A concern that is raised is a chance to protect somebody, so more is not simply worse.",
}, func(*record.Safeguarding) bool { return true }).splitBy(Split{Name: "type", Share: true, Part: func(r record.Record) string {
	if one, ok := r.(*record.Safeguarding); ok {
		return one.Type
	}
	return ""
}})

var saf02 = careRate(Def{
	ID:              "SAF-02",
	AddsUp:          Sums{Denominator: overDays("care days"), People: active("people taken on", "people gone")},
	Among:           [][2]string{{"SAF-02 numerator", "safeguarding concerns"}},
	Title:           "Concerns about force, dignity or money taken",
	Means:           "How many safeguarding concerns about being forced, loss of dignity or being used for money were raised for every 1,000 days of support.",
	Numerator:       "safeguarding concerns marked as coercion, dignity or financial exploitation; one with two marks counts once",
	Denominator:     "care days: the days on which each person was supported",
	NounNumerator:   "concerns of these kinds",
	NounDenominator: "care days",
	Unit:            Per1000CareDays, Better: LowerWithPartners, Written: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"SAF-01", "SAF-03"},
	Needs:    []record.Kind{record.KindSafeguarding, record.KindPlacement},
	Columns:  []string{"safeguarding.coercion|safeguarding.dignity|safeguarding.exploitation"},
	Since:    since, Source: "source articles 001 and 003",
	WhyItMatters: "These are the ways in which support itself can take control away from a person.",
}, func(r *record.Safeguarding) bool {
	return r.Coercion == record.Yes || r.Dignity == record.Yes || r.Exploitation == record.Yes
})

var saf03 = share(Def{
	ID:              "SAF-03",
	Title:           "Concerns raised by our own staff",
	Means:           "Out of all safeguarding concerns with a note of who raised them, how many our own staff raised.",
	Numerator:       "those concerns that our own staff raised",
	Denominator:     "safeguarding concerns for which it is written who raised them",
	NounNumerator:   "concerns raised by staff",
	NounDenominator: "concerns with who raised them",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"SAF-01"},
	Needs:    []record.Kind{record.KindSafeguarding},
	Columns:  []string{"safeguarding.raised_by"},
	Since:    since, Source: "our own check of an open culture",
	WhyItMatters: "Where staff speak up, people are safer.",
}, func(r *record.Safeguarding) Counted {
	return in(r.RaisedBy != "", r.RaisedBy == "own_staff" || r.RaisedBy == "staff")
})
