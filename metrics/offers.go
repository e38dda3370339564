package metrics

import (
	"fmt"

	"evidencepack/ingest/record"
)

// asked counts offers, and apart from them the refusals of sources that write
// down nothing else. Those are no offers to divide by: their share would be 100%,
// and wrong.
type asked struct {
	ratio
	alone ratio
}

func (s *asked) add(c Counted, r *record.CareTask) Counted {
	if r.RefusalsOnly {
		s.alone.add(c&CountedNumerator, r.Where())
		return CountedNeither
	}
	return s.ratio.add(c, r.Where())
}

func (s *asked) merge(from *asked) {
	s.ratio.merge(&from.ratio)
	s.alone.merge(&from.alone)
}

// offerShare is a percentage of offers by the date of the offer. Where all that
// was written down are refusals, they are counted and nothing is divided.
func offerShare(d Def, counts func(*record.CareTask) Counted) Metric {
	return Define(d, Rule[*record.CareTask, asked]{
		Add:   func(s *asked, r *record.CareTask) Counted { return s.add(counts(r), r) },
		Merge: func(into, from *asked) { into.merge(from) },
		Finish: func(s *asked, w Window) []Value {
			if s.denominator > 0 || s.alone.numerator == 0 {
				return []Value{shareOf(s.ratio, w).besideAlone(s.alone.numerator, s.denominator)}
			}
			v := w.value(0).behind(len(s.alone.counted)).besideAlone(s.alone.numerator, 0)
			v.Numerator = number(float64(s.alone.numerator))
			return []Value{v}
		},
		Judge: func(s *asked, _ Window) func(*record.CareTask) Counted {
			return func(r *record.CareTask) Counted {
				switch {
				case !r.RefusalsOnly:
					return counts(r)
				case s.denominator == 0:
					return counts(r) & CountedNumerator
				}
				return CountedNeither
			}
		},
	})
}

// besideAlone marks a value that would have to be divided by offers that nobody
// wrote down, and says of any other how many refusals are not in it.
func (v Value) besideAlone(refusals, denominator int) Value {
	switch {
	case refusals == 0:
	case denominator == 0:
		v.Numerator, v.Denominator = nil, nil // not none: not known
		return v.not("Only refusals were written down here, no support that was accepted, so there is nothing to divide by.")
	default:
		v.Why = fmt.Sprintf("%d refusals are not in it, because their source writes down refusals only.", refusals)
	}
	return v
}
