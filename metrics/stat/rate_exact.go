package stat

import (
	"errors"
	"math"

	"gonum.org/v1/gonum/mathext"
)

// ErrNotWhole is a count that is no whole number, where chances are counted one by one.
var ErrNotWhole = errors.New("the count must be a whole number")

// RateRatioLog gives the likely range of (x1/t1) ÷ (x2/t2) on the log scale. It is
// NaN where either count is 0; RateRatio has an answer there. It fails where an
// exposure is not above zero, a count is negative, or both counts are 0.
func RateRatioLog(x1, t1, x2, t2 float64, level Level) (Interval, error) {
	ratio, _, err := RateRatio(x1, t1, x2, t2, level)
	if err != nil {
		return Interval{}, err
	}
	if x1 == 0 || x2 == 0 {
		return Interval{math.NaN(), math.NaN()}, nil
	}
	reach := level.z * math.Sqrt(1/x1+1/x2)
	middle := math.Log(ratio)
	return Interval{math.Exp(middle - reach), math.Exp(middle + reach)}, nil
}

// asLikely is how much above the chance of what was seen another chance may be and
// still count as no larger: R's allowance for rounding.
const asLikely = 1 + 1e-7

// RateRatioP gives the two-sided exact chance of counts as far apart as these where
// the two rates are alike: the sum of all binomial chances of x1 out of x1+x2 that
// are no larger than that of what was seen (R's poisson.test).
// It fails as RateRatio does, where a count is no whole number, and where it is too
// large to be counted out.
func RateRatioP(x1, t1, x2, t2 float64) (float64, error) {
	if _, _, err := RateRatio(x1, t1, x2, t2, Level95); err != nil {
		return 0, err
	}
	switch {
	case x1 != math.Trunc(x1) || x2 != math.Trunc(x2):
		return 0, ErrNotWhole
	case x1+x2 > largestCount:
		return 0, ErrTooLarge
	}
	b := binomial{n: x1 + x2, p: t1 / (t1 + t2)}
	if b.p == 0 || b.p == 1 || math.IsNaN(b.p) {
		return 0, ErrTooLarge // exposures so far apart that a number cannot hold their ratio
	}
	seen := b.logChance(x1) + math.Log(asLikely)
	middle := b.n * b.p
	switch {
	case x1 == middle:
		return 1, nil
	case x1 < middle:
		// Chances fall from the middle to n: the first that is small enough begins the other tail.
		from := firstWhere(math.Ceil(middle), b.n+1, func(k float64) bool { return k > b.n || b.logChance(k) <= seen })
		return min(1, b.upTo(x1)+b.from(from)), nil
	}
	above := firstWhere(0, math.Floor(middle)+1, func(k float64) bool { return k > math.Floor(middle) || b.logChance(k) > seen })
	return min(1, b.upTo(above-1)+b.from(x1)), nil
}

// firstWhere gives the first whole number from low to high for which a condition
// holds that, once it holds, holds for all that follow, as it does at high.
func firstWhere(low, high float64, holds func(float64) bool) float64 {
	for low < high {
		middle := math.Floor((low + high) / 2)
		if holds(middle) {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low
}

// binomial is the spread of a count out of n.
type binomial struct{ n, p float64 }

func (b binomial) logChance(k float64) float64 {
	ways, _ := math.Lgamma(b.n + 1)
	in, _ := math.Lgamma(k + 1)
	out, _ := math.Lgamma(b.n - k + 1)
	return ways - in - out + k*math.Log(b.p) + (b.n-k)*math.Log1p(-b.p)
}

// upTo is the chance of k or fewer.
func (b binomial) upTo(k float64) float64 {
	switch {
	case k < 0:
		return 0
	case k >= b.n:
		return 1
	}
	return mathext.RegIncBeta(b.n-k, k+1, 1-b.p)
}

// from is the chance of k or more.
func (b binomial) from(k float64) float64 {
	switch {
	case k <= 0:
		return 1
	case k > b.n:
		return 0
	}
	return mathext.RegIncBeta(k, b.n-k+1, b.p)
}
