package metrics

import (
	"cmp"

	"evidencepack/ingest/record"
)

// comfortable is the lowest rating of comfort, on 1 to 5, that counts as good.
const comfortable = 4

var rat01 = share(Def{
	ID:              "RAT-01",
	Title:           "Comfort",
	Means:           "Out of all the times people rated how comfortable they felt, how often they gave 4 or 5 out of 5; ratings by family or staff are not in here.",
	Numerator:       "people's own ratings of comfort of 4 or 5",
	Denominator:     "people's own ratings of comfort on a scale from 1 to 5",
	NounNumerator:   "ratings of 4 or 5",
	NounDenominator: "ratings",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"REF-01"},
	Needs:    []record.Kind{record.KindRating},
	Columns:  []string{"rating.rater"},
	Since:    since, Source: "source article 000",
	WhyItMatters: "Only the person can say how support felt.",
}, func(r *record.Rating) Counted {
	own := r.Scale == record.ScaleComfort && r.Rater == record.RaterSelf
	return in(own, r.Value >= comfortable)
})

// confidenceStep is the rise in confidence that counts as more confident.
const confidenceStep = 1

func ownConfidence(r *record.Rating) bool {
	return r.Scale == record.ScaleConfidence && r.Rater == record.RaterSelf && r.Person != ""
}

// spell is a person's first and last rating in the days seen so far.
type spell struct{ first, last *record.Rating }

// confidence keeps the first and last rating of each person.
type confidence struct{ spells map[record.Person]spell }

// earlier orders ratings by date, time and source row.
func earlier(a, b *record.Rating) bool { return inTime(&a.Head, &b.Head) < 0 }

// inTime orders records by date, time and source row.
func inTime(a, b *record.Head) int {
	return cmp.Or(
		cmp.Compare(a.On, b.On), cmp.Compare(a.At, b.At),
		cmp.Compare(a.File, b.File), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row),
	)
}

func (s *confidence) note(r *record.Rating) {
	if s.spells == nil {
		s.spells = map[record.Person]spell{}
	}
	now, there := s.spells[r.Person]
	if !there || earlier(r, now.first) {
		now.first = r
	}
	if !there || earlier(now.last, r) {
		now.last = r
	}
	s.spells[r.Person] = now
}

// counts says whether the person has two ratings, and whether the last is higher.
func (s spell) counts() Counted {
	return in(s.first != s.last, s.last != nil && s.last.Value >= s.first.Value+confidenceStep)
}

var rat03 = Define(Def{
	ID:              "RAT-03",
	Title:           "People who grew more confident",
	Means:           "Out of everyone who rated their own confidence at least twice, how many ended at least one point higher than they began.",
	Numerator:       "people whose last own rating of confidence is at least one point above their first",
	Denominator:     "people with at least two own ratings of confidence",
	NounNumerator:   "people more confident",
	NounDenominator: "people with two ratings",
	Unit:            Percent, Better: Higher, Grows: true, Grain: GrainPeriod, MinDenominator: 10,
	Partners: []string{"IND-01", "RAT-01"},
	Needs:    []record.Kind{record.KindRating},
	Columns:  []string{"rating.rater"},
	Since:    since, Source: "source articles 002 and 003",
	WhyItMatters: "Doing more alone counts for more when the person also feels sure of it.",
}, Rule[*record.Rating, confidence]{
	Add: func(s *confidence, r *record.Rating) Counted {
		if !ownConfidence(r) {
			return CountedNeither
		}
		s.note(r)
		return CountedDenominator
	},
	Merge: func(into, from *confidence) {
		for _, s := range from.spells {
			into.note(s.first)
			into.note(s.last)
		}
	},
	Finish: func(s *confidence, w Window) []Value {
		counts := ratio{}
		for person, spell := range s.spells {
			counts.add(spell.counts(), &record.Head{Person: person})
		}
		return counts.percent(w)
	},
	Judge: func(s *confidence, _ Window) func(*record.Rating) Counted {
		return func(r *record.Rating) Counted {
			if !ownConfidence(r) {
				return CountedNeither
			}
			return s.spells[r.Person].counts()
		}
	},
})

var att01 = share(Def{
	ID:              "ATT-01",
	Title:           "Activities attended",
	Means:           "Out of all activities planned for people, how often they went, for all or part of the time; those called off by us or by others are not in here.",
	Numerator:       "planned activities that the person attended, all or in part",
	Denominator:     "planned activities, without those not recorded and those called off by us or by others",
	NounNumerator:   "activities attended",
	NounDenominator: "planned activities",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"INC-01", "RES-01"},
	Needs:    []record.Kind{record.KindAttendance},
	Columns:  []string{"attendance.status"},
	Since:    since, Source: "source article 000",
	WhyItMatters: "Fewer incidents are no gain if the person simply goes out less.",
}, func(r *record.Attendance) Counted {
	switch r.Status {
	case "", record.AttendNotRecorded, record.AttendCancelProvider, record.AttendCancelExternal:
		return CountedNeither
	}
	return in(true, r.Status == record.Attended || r.Status == record.AttendedPart)
})
