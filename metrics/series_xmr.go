package metrics

import "evidencepack/metrics/stat"

// xmrOptions are those of the NHSRplotthedots package, which is our default:
// ranges screened once, and points beyond the limits not also close to them.
var xmrOptions = stat.XmROptions{Rules: stat.PackageRules}

// xmr works out the chart of the values of a part, without its gaps, and says at
// which points of the series they are.
func (s *sketch) xmr(from, to int) (chart []stat.XmRPoint, at []int) {
	var values []float64
	for i := from; i < to; i++ {
		if s.points[i].Value != nil {
			values = append(values, s.groups[i].Y)
			at = append(at, i)
		}
	}
	chart, err := stat.XmR(values, xmrOptions)
	if err != nil {
		return nil, nil
	}
	return chart, at
}

// fillXmR draws the parts of a series of single measures.
func (s *sketch) fillXmR() {
	for from, to := range s.parts {
		chart, at := s.xmr(from, to)
		if len(chart) < 2 {
			continue
		}
		for i := from; i < to; i++ {
			s.points[i].Centre = line(chart[0].Mean, s.scale)
		}
		if len(chart) < LeastPoints || !s.hasLimits(SeriesXmR, from, to) {
			continue
		}
		lengths := sameSide(chart)
		for i, x := range chart {
			p := &s.points[at[i]]
			p.Lower, p.Upper = line(max(x.Lower, 0), s.scale), line(x.Upper, s.scale)
			if p.Signal, p.Rule = causeOf(x.Cause); p.Rule == RuleRun {
				p.RunLength = lengths[i]
			}
		}
	}
}

// causeOf gives the side and the rule of a cause.
func causeOf(c stat.Cause) (Direction, string) {
	switch c {
	case stat.AboveLimit:
		return Higher, RuleOutside
	case stat.BelowLimit:
		return Lower, RuleOutside
	case stat.TrendUp:
		return Higher, RuleTrend
	case stat.TrendDown:
		return Lower, RuleTrend
	case stat.TwoInThreeAbove:
		return Higher, RuleTwoInThree
	case stat.TwoInThreeBelow:
		return Lower, RuleTwoInThree
	case stat.ShiftAbove:
		return Higher, RuleRun
	case stat.ShiftBelow:
		return Lower, RuleRun
	}
	return "", ""
}

// sameSide gives the length of the run on one side of the mean that each value is
// in. A value on the mean ends a run.
func sameSide(chart []stat.XmRPoint) []int {
	lengths := make([]int, len(chart))
	for from := 0; from < len(chart); {
		to := from
		for to < len(chart) && chart[to].Side == chart[from].Side {
			to++
		}
		for i := from; i < to; i++ {
			lengths[i] = to - from
		}
		from = to
	}
	return lengths
}
