package stat

import (
	"errors"
	"math"
	"strconv"
)

// FunnelKind says what the points of a funnel are.
type FunnelKind uint8

// The kinds.
const (
	FunnelShare  FunnelKind = iota // a proportion (PR)
	FunnelCQC                      // observed ÷ expected, square root scale (SR, CQC)
	FunnelSHMI                     // observed ÷ expected, log scale (SR, SHMI)
	FunnelCounts                   // a ratio of two counts (RC)
)

// FunnelGroup is one service: events out of a denominator, or observed and expected.
type FunnelGroup struct{ Num, Den float64 }

// FunnelOptions say how the limits are made.
type FunnelOptions struct {
	Kind     FunnelKind
	Adjusted bool // widen the limits for the spread between services that chance does not explain

	// PackageRepair leaves the limits of the points of small shares as the FunnelPlotR
	// package repairs them, which can put a group with no events below its own lower
	// limit. False ends them at 0 and 1. At is not touched by it.
	PackageRepair bool
}

// FunnelLimits are the limits at one denominator, in the unit of the value (fractions). NaN is not defined.
type FunnelLimits struct{ Lower95, Upper95, Lower998, Upper998 float64 }

// FunnelPoint is one group with what was worked out for it. Where the denominator
// is zero all of it is NaN and it is not outside.
type FunnelPoint struct {
	Value             float64 // Num ÷ Den
	Den               float64 // as used: rounded to 2 places where the kind is FunnelSHMI
	Transformed       float64
	TransformedTarget float64
	Z, Winsorised     float64 // Winsorised is NaN where the group was left out of Phi and Tau2
	Plain, Adjusted   FunnelLimits
	Outside95         bool // beyond the limits in use
	Outside998        bool
}

// Funnel is a funnel plot.
type Funnel struct {
	Target    float64 // the average; 1 for observed ÷ expected
	Phi, Tau2 float64 // spread between groups; 0 where not adjusted, Tau2 NaN where one group cannot tell
	Points    []FunnelPoint
	at        func(den float64) FunnelLimits
}

// At gives the limits in use at a denominator, for drawing. It is NaN where the
// denominator is not above zero. Adjusted limits of FunnelCQC may be below 0.
func (f Funnel) At(den float64) FunnelLimits {
	if f.at == nil || !(den > 0) || math.IsInf(den, 1) {
		return noLimits
	}
	return f.at(den)
}

var noLimits = FunnelLimits{math.NaN(), math.NaN(), math.NaN(), math.NaN()}

// What a funnel cannot be made from.
var (
	ErrBadKind       = errors.New("there is no such kind of funnel")
	ErrTooLarge      = errors.New("a count or a denominator is too large to work with")
	ErrTooSmall      = errors.New("a count or a denominator is too small to work with")
	ErrNoAverage     = errors.New("there are no events at all, so there is no average to compare with")
	ErrNoGroupEvents = errors.New("a group has no events, which the log scale cannot place; use the square root scale (CQC)")
)

// NewFunnel works out a funnel plot of services side by side (Spiegelhalter 2005;
// additive overdispersion as DerSimonian and Laird 1986), with the numbers of the
// FunnelPlotR package. One group is one service. A group with a zero denominator
// and no events keeps its place.
//
// It fails where there are no groups or no denominators, a count is negative or no
// number, a share is above 1, events have a zero denominator, a group has no events
// (FunnelSHMI) or no group has any (FunnelCounts).
func NewFunnel(groups []FunnelGroup, o FunnelOptions) (Funnel, error) {
	groups, values, err := checkFunnel(groups, o.Kind)
	if err != nil {
		return Funnel{}, err
	}
	scale := newFunnelScale(groups, o.Kind)
	f := Funnel{Target: scale.target, Points: make([]FunnelPoint, len(groups))}
	for i, g := range groups {
		p := FunnelPoint{
			Value: values[i], Den: g.Den, TransformedTarget: scale.middle,
			Transformed: math.NaN(), Z: math.NaN(), Winsorised: math.NaN(),
		}
		if g.Den > 0 {
			p.Transformed = scale.transform(g)
			p.Z = (p.Transformed - scale.middle) / scale.spread(g)
		}
		f.Points[i] = p
	}
	if o.Kind == FunnelSHMI {
		f.truncate()
	} else {
		f.winsorise()
	}
	if o.Adjusted {
		f.Phi, f.Tau2 = f.overdispersion(groups, scale)
	}
	f.place(groups, scale, o)
	return f, nil
}

// checkFunnel gives the groups with the denominators as used, and the value of each.
func checkFunnel(groups []FunnelGroup, kind FunnelKind) ([]FunnelGroup, []float64, error) {
	if kind > FunnelCounts {
		return nil, nil, ErrBadKind
	}
	if len(groups) == 0 {
		return nil, nil, ErrNoValues
	}
	used, values := make([]FunnelGroup, len(groups)), make([]float64, len(groups))
	var nums, dens running
	for i, g := range groups {
		values[i] = g.Num / g.Den
		if kind == FunnelSHMI {
			g.Den = roundTo2(g.Den)
		}
		if err := checkFunnelGroup(g, kind); err != nil {
			return nil, nil, err
		}
		used[i] = g
		nums.add(g.Num)
		dens.add(g.Den)
	}
	switch {
	case dens.total() == 0:
		return nil, nil, ErrNoDenominator
	case kind == FunnelCounts && nums.total() == 0:
		return nil, nil, ErrNoAverage
	}
	return used, values, nil
}

// largestCount is far above any count of care, and small enough for squares;
// smallestSize is far below any denominator, and large enough to divide by.
const (
	largestCount = 1e15
	smallestSize = 1e-9
)

func checkFunnelGroup(g FunnelGroup, kind FunnelKind) error {
	switch {
	case !(g.Num >= 0 && g.Den >= 0):
		return ErrBadCount
	case g.Num > largestCount || g.Den > largestCount:
		return ErrTooLarge
	case g.Den > 0 && g.Den < smallestSize, g.Num > 0 && g.Num < smallestSize:
		return ErrTooSmall
	case g.Den == 0 && g.Num > 0:
		return ErrNoDenominator
	case kind == FunnelShare && g.Num > g.Den:
		return ErrBadCount
	case kind == FunnelSHMI && g.Num == 0 && g.Den > 0:
		return ErrNoGroupEvents
	}
	return nil
}

// roundTo2 rounds as decimals are written; a number that is none stays so.
func roundTo2(v float64) float64 {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 2, 64), 64)
	if err != nil {
		return math.NaN()
	}
	return rounded
}
