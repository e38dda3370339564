package stat

import "math"

// Wilson gives the likely range of a proportion of x out of n, as fractions
// from 0 to 1: the score interval without continuity correction. The ends are
// exactly 0 where x is 0 and exactly 1 where x is n.
// It fails where n is not above zero or x is not from 0 to n.
func Wilson(x, n float64, level Level) (Interval, error) {
	if !(n > 0) {
		return Interval{}, ErrNoDenominator
	}
	if !(x >= 0 && x <= n) {
		return Interval{}, ErrBadCount
	}
	if n > largestCount {
		return Interval{}, ErrTooLarge
	}
	z := level.z
	middle := 2*x + z*z
	reach := z * math.Sqrt(z*z+4*x*(1-x/n))
	scale := 2 * (n + z*z)
	limits := Interval{(middle - reach) / scale, (middle + reach) / scale}
	if x == 0 {
		limits.Lower = 0
	}
	if x == n {
		limits.Upper = 1
	}
	return limits, nil
}

// Newcombe gives the likely range of the difference x1/n1 − x2/n2 between two
// proportions, as a fraction from −1 to 1: the hybrid-score interval without
// continuity correction (Newcombe 1998, method 10).
// It fails as Wilson does, for either side.
func Newcombe(x1, n1, x2, n2 float64, level Level) (Interval, error) {
	first, err := Wilson(x1, n1, level)
	if err != nil {
		return Interval{}, err
	}
	second, err := Wilson(x2, n2, level)
	if err != nil {
		return Interval{}, err
	}
	p1, p2 := x1/n1, x2/n2
	return Interval{
		Lower: p1 - p2 - math.Hypot(p1-first.Lower, second.Upper-p2),
		Upper: p1 - p2 + math.Hypot(first.Upper-p1, p2-second.Lower),
	}, nil
}
