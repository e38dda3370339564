package stat

import "math"

// Beyond says on which side of the average a group lies, and how surely.
type Beyond uint8

// The answers; the first that applies of those with 99.8%, then of those with 95%.
const (
	Within   Beyond = iota
	Below998        // below the average, 99.8%
	Above998
	Below95 // below the average, 95%
	Above95
)

// FingertipsPoint is one group beside the average of all.
type FingertipsPoint struct {
	Value  float64      // Num ÷ Den
	Lines  FunnelLimits // around the average, for shares; may lie below 0 or above 1. NaN for rates
	Beyond Beyond
}

// Fingertips compares groups with their common average as the public health profiles
// of England do (PHEindicatormethods, assign_funnel_significance). A rate is beyond
// where the average lies outside the rate's own range; a share where it lies outside
// the lines found by turning Wilson's range round. average is in the unit of the value.
// It fails where there are no groups, a denominator is not above zero, a count is
// negative or no number, or a share is above 1.
func Fingertips(groups []FunnelGroup, share bool) (average float64, points []FingertipsPoint, err error) {
	if len(groups) == 0 {
		return 0, nil, ErrNoValues
	}
	var nums, dens running
	for _, g := range groups {
		switch {
		case !(g.Den > 0):
			return 0, nil, ErrNoDenominator
		case !(g.Num >= 0) || share && g.Num > g.Den:
			return 0, nil, ErrBadCount
		case g.Num > largestCount || g.Den > largestCount:
			return 0, nil, ErrTooLarge
		}
		nums.add(g.Num)
		dens.add(g.Den)
	}
	average = nums.total() / dens.total()
	for _, g := range groups {
		if share {
			points = append(points, shareBesideAverage(g, average))
			continue
		}
		p, err := rateBesideAverage(g, average)
		if err != nil {
			return 0, nil, err
		}
		points = append(points, p)
	}
	return average, points, nil
}

func rateBesideAverage(g FunnelGroup, average float64) (FingertipsPoint, error) {
	inner, err := Rate(g.Num, g.Den, Level95)
	if err != nil {
		return FingertipsPoint{}, err
	}
	outer, err := Rate(g.Num, g.Den, Level998)
	if err != nil {
		return FingertipsPoint{}, err
	}
	p := FingertipsPoint{Value: g.Num / g.Den, Lines: noLimits}
	switch {
	case average > outer.Upper:
		p.Beyond = Below998
	case average < outer.Lower:
		p.Beyond = Above998
	case average > inner.Upper:
		p.Beyond = Below95
	case average < inner.Lower:
		p.Beyond = Above95
	}
	return p, nil
}

func shareBesideAverage(g FunnelGroup, average float64) FingertipsPoint {
	var l FunnelLimits
	l.Lower95, l.Upper95 = turnedWilson(g.Den, average, Level95)
	l.Lower998, l.Upper998 = turnedWilson(g.Den, average, Level998)
	p := FingertipsPoint{Value: g.Num / g.Den, Lines: l}
	switch {
	case p.Value < l.Lower998:
		p.Beyond = Below998
	case p.Value > l.Upper998:
		p.Beyond = Above998
	case p.Value < l.Lower95:
		p.Beyond = Below95
	case p.Value > l.Upper95:
		p.Beyond = Above95
	}
	return p
}

// turnedWilson gives the two shares of n whose Wilson range ends at the average.
func turnedWilson(n, average float64, level Level) (lower, upper float64) {
	square := level.z * level.z
	a := 1/square + 1/n
	b := -2 * average * (n/square + 1)
	c := average * (n*(average*(n/square+2)-1) + square*(average-1))
	root := math.Sqrt(max(0, b*b-4*a*c))
	return (-b - root) / (2 * a) / n, (-b + root) / (2 * a) / n
}
