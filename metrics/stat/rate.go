package stat

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// byarFrom is the number of events from which Byar's approximation is used;
// below it the range is exact.
const byarFrom = 10

// Rate gives the likely range of a rate of events in an exposure, in events for
// one unit of exposure: Byar's method from 10 events, exact Poisson below.
// It fails where the exposure is not above zero or events is negative.
func Rate(events, exposure float64, level Level) (Interval, error) {
	if !(exposure > 0) {
		return Interval{}, ErrNoDenominator
	}
	if !(events >= 0) {
		return Interval{}, ErrBadCount
	}
	if max(events, exposure) > largestCount {
		return Interval{}, ErrTooLarge
	}
	count := Poisson(events, level)
	if events >= byarFrom {
		count = Byar(events, level)
	}
	return Interval{count.Lower / exposure, count.Upper / exposure}, nil
}

// Byar gives the approximate likely range of a Poisson count. The lower end is
// 0 where there are no events.
func Byar(events float64, level Level) Interval {
	limits := Interval{Upper: byarEnd(events+1, level.z)}
	if events > 0 {
		limits.Lower = byarEnd(events, -level.z)
	}
	return limits
}

func byarEnd(events, z float64) float64 {
	root := 1 - 1/(9*events) + z/(3*math.Sqrt(events))
	return events * root * root * root
}

// Poisson gives the exact likely range of a Poisson count. The lower end is 0
// where there are no events.
func Poisson(events float64, level Level) Interval {
	limits := Interval{Upper: gammaQuantile(events+1, 1-level.tail)}
	if events > 0 {
		limits.Lower = gammaQuantile(events, level.tail)
	}
	return limits
}

// gammaQuantile is half the chi-squared quantile with 2 × shape degrees of
// freedom, which is the form in which the Poisson limits are published.
func gammaQuantile(shape, probability float64) float64 {
	return mathext.GammaIncRegInv(shape, probability)
}

// RateRatio gives (x1/t1) ÷ (x2/t2) and its exact conditional likely range.
// The ratio is +Inf where only x2 is 0. It fails where an exposure is not above
// zero, a count is negative, or both counts are 0.
func RateRatio(x1, t1, x2, t2 float64, level Level) (ratio float64, limits Interval, err error) {
	switch {
	case !(t1 > 0 && t2 > 0):
		return 0, Interval{}, ErrNoDenominator
	case !(x1 >= 0 && x2 >= 0):
		return 0, Interval{}, ErrBadCount
	case max(x1, t1, x2, t2) > largestCount:
		return 0, Interval{}, ErrTooLarge
	case x1 == 0 && x2 == 0:
		return 0, Interval{}, ErrNoEvents
	}
	limits = Interval{Lower: 0, Upper: math.Inf(1)}
	if x1 > 0 {
		p := mathext.InvRegIncBeta(x1, x2+1, level.tail)
		limits.Lower = p / (1 - p) * t2 / t1
	}
	if x2 > 0 {
		p := mathext.InvRegIncBeta(x1+1, x2, 1-level.tail)
		limits.Upper = p / (1 - p) * t2 / t1
	}
	return (x1 / t1) / (x2 / t2), limits, nil
}
