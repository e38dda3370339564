package stat

import (
	"math"
	"slices"
)

// Lasting is how long one thing lasted, in any unit of time.
type Lasting struct {
	Time  float64 // from its start until it ended or was last seen
	Ended bool    // false: it was still there, or was lost from sight
}

// nearHalf is how close to one half a curve counts as exactly there; the product
// of fractions that gives it is rarely exact.
const nearHalf = 1.5e-8

// SurvivalMedian gives the Kaplan–Meier median: the first time at which less
// than half are still there. Where the curve is exactly one half, it is the
// midpoint between that time and the next drop, or that time itself where no
// drop follows. The answer is false where the curve never comes down to one half.
func SurvivalMedian(things []Lasting) (float64, bool) {
	sorted := slices.Clone(things)
	slices.SortFunc(sorted, func(a, b Lasting) int {
		switch {
		case a.Time < b.Time:
			return -1
		case a.Time > b.Time:
			return 1
		}
		return 0
	})
	curve, flatFrom, flat := 1.0, 0.0, false
	for i := 0; i < len(sorted); {
		atRisk, ended, now := len(sorted)-i, 0, sorted[i].Time
		for ; i < len(sorted) && sorted[i].Time == now; i++ {
			if sorted[i].Ended {
				ended++
			}
		}
		if ended == 0 {
			continue
		}
		if flat {
			return (flatFrom + now) / 2, true
		}
		curve *= 1 - float64(ended)/float64(atRisk)
		switch {
		case math.Abs(curve-0.5) < nearHalf:
			flatFrom, flat = now, true
		case curve < 0.5:
			return now, true
		}
	}
	return flatFrom, flat
}
