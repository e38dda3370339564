package metrics

import (
	"cmp"

	"evidencepack/ingest/record"
)

// feltChange is the change of a rating, in points, that counts as better.
const feltChange = 1

// spell is a person's first and last rating in the days seen so far.
type spell struct{ first, last *record.Rating }

// feeling keeps the first and last rating of each person on one scale.
type feeling struct{ spells map[record.Person]spell }

// earlier orders ratings by date, time and source row.
func earlier(a, b *record.Rating) bool { return inTime(&a.Head, &b.Head) < 0 }

// inTime orders records by date, time and source row.
func inTime(a, b *record.Head) int {
	return cmp.Or(
		cmp.Compare(a.On, b.On), cmp.Compare(a.At, b.At),
		cmp.Compare(a.File, b.File), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row),
	)
}

func (s *feeling) note(r *record.Rating) {
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

// pointHigher and pointLower tell whether a last rating is better than the first by a point.
func pointHigher(first, last float64) bool { return last >= first+feltChange }
func pointLower(first, last float64) bool  { return last <= first-feltChange }

// feltBetter is the share of people whose last own rating on a scale is better
// than their first. Those with fewer than two ratings are not in it.
func feltBetter(d Def, scale string, better func(first, last float64) bool) Metric {
	own := func(r *record.Rating) bool {
		return r.Scale == scale && r.Rater == record.RaterSelf && r.Person != ""
	}
	counts := func(one spell) Counted {
		return in(one.first != one.last, one.last != nil && better(one.first.Value, one.last.Value))
	}
	return Define(d, Rule[*record.Rating, feeling]{
		Add: func(s *feeling, r *record.Rating) Counted {
			if !own(r) {
				return CountedNeither
			}
			s.note(r)
			return CountedDenominator
		},
		Merge: func(into, from *feeling) {
			for _, one := range from.spells {
				into.note(one.first)
				into.note(one.last)
			}
		},
		Finish: func(s *feeling, w Window) []Value {
			sum := ratio{}
			for person, one := range s.spells {
				sum.add(counts(one), &record.Head{Person: person})
			}
			return sum.percent(w)
		},
		Adds: oncePerson[*record.Rating, feeling](),
		Judge: func(s *feeling, _ Window) func(*record.Rating) Counted {
			return func(r *record.Rating) Counted {
				if !own(r) {
					return CountedNeither
				}
				return counts(s.spells[r.Person])
			}
		},
	})
}

var rat02 = feltBetter(Def{
	ID:              "RAT-02",
	Title:           "People who grew less anxious",
	Means:           "Out of everyone who rated their own anxiety at least twice, how many ended at least one point lower than they began.",
	Numerator:       "people whose last own rating of anxiety is at least one point below their first",
	Denominator:     "people with at least two own ratings of anxiety",
	NounNumerator:   "people less anxious",
	NounDenominator: "people with two ratings",
	Unit:            Percent, Better: Higher, Grows: true, Grain: GrainPeriod, MinDenominator: 10,
	Partners: []string{"RAT-01", "ATT-01"},
	Counts:   "people",
	Needs:    []record.Kind{record.KindRating},
	Columns:  []string{"rating.rater"},
	Since:    since, Source: "source article 001",
	WhyItMatters: "Only the person can say how anxious they feel, and lower is better only if they still do what they like.",
}, record.ScaleAnxiety, pointLower)

var rat03 = feltBetter(Def{
	ID:              "RAT-03",
	Title:           "People who grew more confident",
	Means:           "Out of everyone who rated their own confidence at least twice, how many ended at least one point higher than they began.",
	Numerator:       "people whose last own rating of confidence is at least one point above their first",
	Denominator:     "people with at least two own ratings of confidence",
	NounNumerator:   "people more confident",
	NounDenominator: "people with two ratings",
	Unit:            Percent, Better: Higher, Grows: true, Grain: GrainPeriod, MinDenominator: 10,
	Partners: []string{"IND-01", "RAT-01"},
	Counts:   "people",
	Needs:    []record.Kind{record.KindRating},
	Columns:  []string{"rating.rater"},
	Since:    since, Source: "source articles 002 and 003",
	WhyItMatters: "Doing more alone counts for more when the person also feels sure of it.",
}, record.ScaleConfidence, pointHigher)

var rat04 = feltBetter(Def{
	ID:              "RAT-04",
	Title:           "People in a better mood",
	Means:           "Out of everyone who rated their own mood at least twice, how many ended at least one point higher than they began.",
	Numerator:       "people whose last own rating of mood is at least one point above their first",
	Denominator:     "people with at least two own ratings of mood",
	NounNumerator:   "people in a better mood",
	NounDenominator: "people with two ratings",
	Unit:            Percent, Better: Higher, Grows: true, Grain: GrainPeriod, MinDenominator: 10,
	Partners: []string{"RAT-01", "RAT-05"},
	Counts:   "people",
	Needs:    []record.Kind{record.KindRating},
	Columns:  []string{"rating.rater"},
	Since:    since, Source: "source article 002",
	WhyItMatters: "Progress that leaves somebody low is not the progress they wanted.",
}, record.ScaleMood, pointHigher)

var rat05 = feltBetter(Def{
	ID:              "RAT-05",
	Title:           "People who feel better in themselves",
	Means:           "Out of everyone who rated their own wellbeing at least twice, how many ended at least one point higher than they began.",
	Numerator:       "people whose last own rating of wellbeing is at least one point above their first",
	Denominator:     "people with at least two own ratings of wellbeing",
	NounNumerator:   "people who feel better",
	NounDenominator: "people with two ratings",
	Unit:            Percent, Better: Higher, Grows: true, Grain: GrainPeriod, MinDenominator: 10,
	Partners: []string{"RAT-01", "RAT-04"},
	Counts:   "people",
	Needs:    []record.Kind{record.KindRating},
	Columns:  []string{"rating.rater"},
	Since:    since, Source: "source articles 001, 003 and 004",
	WhyItMatters: "How people feel in themselves is what all the rest is for.",
}, record.ScaleWellbeing, pointHigher)
