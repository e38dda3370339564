package stat

import "math"

// CurveAt is what a curve says at one time. Shares are fractions; NaN is not defined.
type CurveAt struct {
	Time                          float64
	AtRisk                        int // still watched at this time
	Survival, Lower, Upper        float64
	Ended, EndedLower, EndedUpper float64 // 1 − Survival, and its range
}

// At reads the curve at a time, which need not be one of its points. Before the
// first point all are still there, with no range to give but 1 to 1. After the last
// point the curve keeps its last value and AtRisk is 0: nobody was seen that long,
// so such a value should not be printed without saying so.
// A time that is negative or no number gives NaN throughout.
func (c Curve) At(time float64) CurveAt {
	if !isTime(time) {
		none := math.NaN()
		return CurveAt{Time: time, Survival: none, Lower: none, Upper: none, Ended: none, EndedLower: none, EndedUpper: none}
	}
	at := CurveAt{Time: time, AtRisk: c.watched.at(time), Survival: 1, Lower: 1, Upper: 1}
	for _, p := range c.Points {
		if p.Time > time {
			break
		}
		at.Survival, at.Lower, at.Upper = p.Survival, p.Lower, p.Upper
	}
	at.Ended, at.EndedLower, at.EndedUpper = 1-at.Survival, 1-at.Upper, 1-at.Lower
	return at
}
