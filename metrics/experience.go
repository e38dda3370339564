package metrics

import (
	"strconv"

	"evidencepack/ingest/record"
)

// comfortable is the lowest rating of comfort, on 1 to 5, that counts as good.
const comfortable = 4

// ownRatings are people's own ratings of comfort.
var ownRatings = overDays("ratings of comfort")

var rat01 = share(Def{
	ID:              "RAT-01",
	AddsUp:          Sums{Numerator: ownRatings.under("score=4").plus(ownRatings.under("score=5")), Denominator: ownRatings},
	Title:           "Comfort",
	Means:           "Out of all the times people rated how comfortable they felt, how often they gave 4 or 5 out of 5; ratings by family or staff are not in here.",
	Numerator:       "people's own ratings of comfort of 4 or 5",
	Denominator:     "people's own ratings of comfort on a scale from 1 to 5",
	NounNumerator:   "ratings of 4 or 5",
	NounDenominator: "ratings",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"REF-01"},
	Needs:    []record.Kind{record.KindRating},
	Since:    since, Source: "source article 000",
	WhyItMatters: "Only the person can say how support felt.",
}, func(r *record.Rating) Counted {
	return in(ownComfort(r), r.Value >= comfortable)
}).splitBy(Split{Name: "score", Mix: true, Part: func(r record.Record) string {
	if one, ok := r.(*record.Rating); ok && ownComfort(one) { // a half, as some tools give, is under the score below it
		return strconv.Itoa(int(min(max(one.Value, 1), 5)))
	}
	return ""
}})

// ownComfort tells whether a rating is a person's own of comfort, on 1 to 5.
func ownComfort(r *record.Rating) bool {
	return r.Scale == record.ScaleComfort && r.Rater == record.RaterSelf
}

var att01 = share(Def{
	ID:              "ATT-01",
	AddsUp:          Sums{Denominator: overDays("planned activities"), People: ofWindow("people with a planned activity")},
	Title:           "Activities attended",
	Means:           "Out of all activities planned for people, how often they went, for all or part of the time; those called off by us or by others are not in here.",
	Numerator:       "planned activities that the person attended, all or in part",
	Denominator:     "planned activities, without those not recorded and those called off by us or by others",
	NounNumerator:   "activities attended",
	NounDenominator: "planned activities",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"INC-01", "RES-01"},
	Needs:    []record.Kind{record.KindAttendance},
	Since:    since, Source: "source article 000",
	WhyItMatters: "Fewer incidents are no gain if the person simply goes out less.",
}, wentTo)
