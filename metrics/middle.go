package metrics

import (
	"evidencepack/ingest/record"
	"evidencepack/metrics/stat"
)

// minMiddle is the number of values below which no middle value is given.
const minMiddle = 5

// middleValues keeps numbers whose middle one is wanted, and whom they are about.
type middleValues struct {
	values []float64
	open   int // those that have no number yet, and should
	people people
}

func (s *middleValues) merge(from *middleValues) {
	s.values = append(s.values, from.values...)
	s.open += from.open
	s.people.merge(from.people)
}

// middleOf gives the middle value. It is not computable below minMiddle values;
// few says so in the words of the metric.
func (w Window) middleOf(s *middleValues, few string) Value {
	v := w.value(len(s.people))
	v.Denominator = number(float64(len(s.values)))
	middle, err := stat.Median(s.values)
	if err != nil || len(s.values) < minMiddle {
		return v.not(few)
	}
	v.Value = number(middle)
	return v
}

// middleNumber is the middle of a number that each row may hold; holds is false
// where it holds none.
func middleNumber[R record.Record](d Def, few string, read func(R) (value float64, holds bool)) Metric {
	return Define(d, Rule[R, middleValues]{
		Add: func(s *middleValues, r R) Counted {
			value, holds := read(r)
			if !holds {
				return CountedNeither
			}
			s.values = append(s.values, value)
			s.people.add(r.Where().Person)
			return CountedDenominator
		},
		Merge:  func(into, from *middleValues) { into.merge(from) },
		Finish: func(s *middleValues, w Window) []Value { return []Value{w.middleOf(s, few)} },
	})
}
