package stat

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
)

// Family is how counts spread around their trend.
type Family string

// The families. The quasi ones take the spread from the data, and are the ones to
// use for counts of care, which spread more than chance alone would have them.
const (
	FamilyPoisson       Family = "poisson"
	FamilyQuasiPoisson  Family = "quasipoisson"
	FamilyBinomial      Family = "binomial"
	FamilyQuasiBinomial Family = "quasibinomial"
)

func (f Family) binomial() bool { return f == FamilyBinomial || f == FamilyQuasiBinomial }
func (f Family) quasi() bool    { return f == FamilyQuasiPoisson || f == FamilyQuasiBinomial }

// SegmentedPoint is one period. NaN is missing; a period with a missing Num, or with
// a Den that is missing or 0, is left out.
type SegmentedPoint struct {
	T   float64 // the number of the period in the calendar; a period that is not there leaves a gap
	Num float64 // events
	Den float64 // exposure, or what the events are out of
}

// SegmentedOptions say what is fitted.
type SegmentedOptions struct {
	Family    Family
	Change    float64 // the first period after the change
	Harmonics int     // pairs of waves within a year of 12 periods, 0 to 6
	Counts    bool    // there is no Den: plain counts, only with the Poisson families
}

// Term is one part of the trend, on the log scale (log odds for the binomial
// families). NaN throughout where Left or Endless says why.
type Term struct {
	Name                   string
	Estimate, StdErr       float64
	Stat, P                float64
	Lower, Upper           float64 // the 95% range
	Times                  float64 // e to the estimate: a ratio of rates, or of odds
	TimesLower, TimesUpper float64
	Left                   bool // left out: the periods cannot tell it from the terms before it
	Endless                bool // no finite estimate: there are no events, or nothing else, on one side of the change
}

// SegmentedFit is one period that was used, in the order of T.
type SegmentedFit struct {
	SegmentedPoint
	Fitted         float64 // expected events
	Counterfactual float64 // expected events had the trend before the change gone on; NaN where it cannot be told
	Residual       float64 // Pearson
}

// Segmented is a trend with a change at a known period.
type Segmented struct {
	Terms []Term // Intercept, time, level, post_time, waves
	// PostSlope is the slope after the change, Effect the log ratio of fitted to
	// counterfactual at the last period; nil where post_time or level was left out.
	PostSlope, Effect      *Term
	Used, Freedom          int
	Dispersion             float64 // 1 except for the quasi families; NaN where no period is left over
	Deviance, NullDeviance float64
	Autocorrelation        float64 // of the residuals at lag 1; NaN under three periods or without spread
	Points                 []SegmentedFit
}

// What a segmented trend cannot be made from.
var (
	ErrBadFamily      = errors.New("the family must be poisson, quasipoisson, binomial or quasibinomial")
	ErrBadPeriod      = errors.New("a period must be a whole number between −1,000,000 and 1,000,000")
	ErrRepeatedPeriod = errors.New("two rows have the same period")
	ErrBadHarmonics   = errors.New("the number of waves must be from 0 to 6")
	ErrAllEvents      = errors.New("everything that could be an event was one, so there is no trend")
	ErrNeedsDen       = errors.New("shares need a denominator")
	ErrNoFit          = errors.New("the trend could not be settled from these numbers")
)

// FitSegmented fits a segmented regression for a change at a known period (Wagner and
// others 2002; Bernal and others 2017) by maximum likelihood: the log of the rate,
// or of the odds, is Intercept + time × t + level × [t ≥ change] + post_time ×
// max(0, t − change) + waves. level is the jump in the first period after the change,
// post_time the change of slope for each period. The ranges of the quasi families use
// the t distribution, the others the normal one. All of them assume periods that do
// not hang together: see Autocorrelation.
//
// The order of the points does not matter.
// It fails where no period can be used, a number is negative, a share is above 1, a
// period is no whole number or there twice, nothing or everything is an event, or the
// fit does not settle.
func FitSegmented(points []SegmentedPoint, o SegmentedOptions) (Segmented, error) {
	if err := o.check(); err != nil {
		return Segmented{}, err
	}
	used, err := usablePeriods(points, o)
	if err != nil {
		return Segmented{}, err
	}
	m := newTrendModel(used, o)
	if err := m.fit(); err != nil {
		return Segmented{}, err
	}
	s := Segmented{Used: len(used), Freedom: len(used) - len(m.kept), NullDeviance: m.nullDeviance(), Deviance: m.deviance(m.mean)}
	s.describe(m, o)
	if !s.finite() {
		return Segmented{}, ErrNoFit
	}
	return s, nil
}

func (o SegmentedOptions) check() error {
	switch o.Family {
	case FamilyPoisson, FamilyQuasiPoisson:
	case FamilyBinomial, FamilyQuasiBinomial:
		if o.Counts {
			return ErrNeedsDen
		}
	default:
		return ErrBadFamily
	}
	switch {
	case o.Harmonics < 0 || o.Harmonics > 6:
		return ErrBadHarmonics
	case !isPeriod(o.Change):
		return ErrBadPeriod
	}
	return nil
}

func isPeriod(t float64) bool { return t == math.Trunc(t) && math.Abs(t) <= 1e6 }

// usablePeriods gives the periods that can be used, sorted.
func usablePeriods(points []SegmentedPoint, o SegmentedOptions) ([]SegmentedPoint, error) {
	var used []SegmentedPoint
	var nums, rests running
	for _, p := range points {
		switch {
		case !isPeriod(p.T):
			return nil, ErrBadPeriod
		case p.Num < 0 || p.Den < 0 && !o.Counts:
			return nil, ErrBadCount
		case p.Num > largestCount || p.Den > largestCount && !o.Counts:
			return nil, ErrTooLarge
		case math.IsNaN(p.Num) || !o.Counts && !(p.Den > 0):
			continue
		case o.Family.binomial() && p.Num > p.Den:
			return nil, ErrBadCount
		}
		if o.Counts {
			p.Den = math.NaN()
		}
		used = append(used, p)
		nums.add(p.Num)
		rests.add(p.Den - p.Num)
	}
	switch {
	case len(used) == 0:
		return nil, ErrNoValues
	case nums.total() == 0:
		return nil, ErrNoAverage
	case o.Family.binomial() && rests.total() == 0:
		return nil, ErrAllEvents
	}
	slices.SortStableFunc(used, func(a, b SegmentedPoint) int { return cmp.Compare(a.T, b.T) })
	for i := 1; i < len(used); i++ {
		if used[i].T == used[i-1].T {
			return nil, ErrRepeatedPeriod
		}
	}
	return used, nil
}

// The places of the terms that always are there.
const (
	interceptAt = iota
	timeAt
	levelAt
	postTimeAt
	wavesFrom
)

// trendRow gives the terms of one period.
func trendRow(t float64, o SegmentedOptions) []float64 {
	row := []float64{1, t, 0, max(0, t-o.Change)}
	if t >= o.Change {
		row[levelAt] = 1
	}
	for k := 1; k <= o.Harmonics; k++ {
		angle := 2 * math.Pi * float64(k) * t / 12
		row = append(row, math.Sin(angle), math.Cos(angle))
	}
	return row
}

func trendNames(o SegmentedOptions) []string {
	names := []string{"Intercept", "time", "level", "post_time"}
	for k := 1; k <= o.Harmonics; k++ {
		names = append(names, fmt.Sprintf("sin%d", k), fmt.Sprintf("cos%d", k))
	}
	return names
}
