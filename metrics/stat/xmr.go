package stat

import (
	"errors"
	"math"
	"slices"
)

// What an XmR chart cannot be worked out with.
var (
	ErrFix   = errors.New("limits can only be fixed from the first 12 points or more")
	ErrStart = errors.New("a new group must begin at a point that is there")
	ErrRules = errors.New("a shift or a trend must be of 3 points or more")
)

// leastFixed is the fewest points that limits may be fixed from, and shortGroup the
// number of points under which a group is short.
const (
	leastFixed = 12
	shortGroup = 13
)

// limitFactor turns a mean moving range into the way from the mean to a natural limit.
const limitFactor = 2.66

// XmROptions say what the limits rest on.
type XmROptions struct {
	Fix    int      // limits from the first so many points of each group, 12 or more; 0 is all
	Starts []int    // places, from 0, at which a new group begins, beside the first
	Rules  XmRRules // the zero value is PackageRules
}

// XmRPoint is one value with its lines. NaN is missing or not defined.
type XmRPoint struct {
	Value          float64
	Group          int  // from 0
	Short          bool // its group has fewer than 13 points
	Mean           float64
	Lower, Upper   float64 // natural limits
	Lower2, Upper2 float64 // two thirds of the way
	Range          float64 // moving range; NaN for the first point of a group and beyond Fix
	RangeUsed      bool
	RangeMeanAll   float64 // before screening
	RangeMeanUsed  float64 // after it
	Outside        bool
	Side           int  // −1, 0, 1: below, on, above the mean
	Close          bool // beyond two thirds of the way to a limit, and not outside
	Cause          Cause
}

// XmR works out an XmR chart ("Making Data Count", as the NHSRplotthedots package
// does): one point for each value, in their order. NaN is a missing value: it keeps its
// place, loses the two moving ranges that it touches and breaks every run and trend. The
// limits are not cut off at 0 or 100. Constant values have no limits when screened.
// It fails with ErrFix, ErrStart or ErrRules for options that do not fit, and with a
// SubgroupError where a value is too large.
func XmR(values []float64, o XmROptions) ([]XmRPoint, error) {
	if o.Rules == (XmRRules{}) {
		o.Rules = PackageRules
	}
	if err := checkXmR(values, o); err != nil {
		return nil, err
	}
	points := make([]XmRPoint, len(values))
	for i, v := range values {
		points[i] = XmRPoint{Value: v, Range: math.NaN()}
	}
	starts := slices.Compact(slices.Sorted(slices.Values(append([]int{0}, o.Starts...))))
	for k, from := range starts {
		to := len(points)
		if k+1 < len(starts) {
			to = starts[k+1]
		}
		group := points[from:to]
		for i := range group {
			group[i].Group = k
			group[i].Short = len(group) < shortGroup
		}
		naturalLimits(group, o)
		placePoints(group)
		findCauses(group, o.Rules)
	}
	return points, nil
}

func checkXmR(values []float64, o XmROptions) error {
	switch {
	case o.Fix != 0 && o.Fix < leastFixed:
		return ErrFix
	case o.Rules.Shift < 3 || o.Rules.Trend < 3:
		return ErrRules
	case slices.ContainsFunc(o.Starts, func(at int) bool { return at < 0 || at >= len(values) }):
		return ErrStart
	}
	for i, v := range values {
		if tooLarge(v) {
			return &SubgroupError{Subgroup: i + 1, Err: ErrValueTooLarge}
		}
	}
	return nil
}

// naturalLimits works out the lines of one group.
func naturalLimits(group []XmRPoint, o XmROptions) {
	base := group
	if o.Fix > 0 && o.Fix < len(group) {
		base = group[:o.Fix]
	}
	var values, ranges, used []float64
	for i := range base {
		if i > 0 {
			base[i].Range = math.Abs(base[i].Value - base[i-1].Value)
		}
		if !math.IsNaN(base[i].Value) {
			values = append(values, base[i].Value)
		}
		if !math.IsNaN(base[i].Range) {
			ranges = append(ranges, base[i].Range)
		}
	}
	mean, all := meanOf(values), meanOf(ranges)
	for i := range base {
		base[i].RangeUsed = !math.IsNaN(base[i].Range) && (!o.Rules.Screen || base[i].Range < rangeLimit*all)
		if base[i].RangeUsed {
			used = append(used, base[i].Range)
		}
	}
	spread := meanOf(used)
	reach := limitFactor * spread
	if present(group) < o.Rules.LeastForLimits {
		reach = math.NaN()
	}
	for i := range group {
		p := &group[i]
		p.Mean, p.RangeMeanAll, p.RangeMeanUsed = mean, all, spread
		p.Lower, p.Upper = mean-reach, mean+reach
		p.Lower2, p.Upper2 = mean-reach/3*2, mean+reach/3*2
	}
}

// placePoints tells where each value lies between the lines. A comparison with what
// is missing is never true.
func placePoints(group []XmRPoint) {
	for i := range group {
		p := &group[i]
		p.Outside = p.Value > p.Upper || p.Value < p.Lower
		p.Close = !p.Outside && (p.Value > p.Upper2 || p.Value < p.Lower2)
		switch {
		case p.Value > p.Mean:
			p.Side = 1
		case p.Value < p.Mean:
			p.Side = -1
		}
	}
}

func present(group []XmRPoint) int {
	count := 0
	for _, p := range group {
		if !math.IsNaN(p.Value) {
			count++
		}
	}
	return count
}
