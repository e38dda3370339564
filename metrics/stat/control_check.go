package stat

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// What a control chart cannot be drawn from.
var (
	ErrKind          = errors.New("there is no such kind of control chart")
	ErrFreeze        = errors.New("the baseline must be the first so many of the points that there are")
	ErrPart          = errors.New("a new part must begin after a point that has another after it")
	ErrExclude       = errors.New("a point to leave out is not there")
	ErrCentre        = errors.New("the given centre line is not possible on this chart")
	ErrValueTooLarge = errors.New("the number is too large to work with")
	ErrBadSize       = errors.New("the denominator must not be negative")
	ErrFraction      = errors.New("the count must be a whole number")
	ErrBadTime       = errors.New("the time between two events must be above zero")
)

// SubgroupError says at which subgroup or value, counted from 1, a chart cannot be
// worked out. Err is one of the errors of this package.
type SubgroupError struct {
	Subgroup int
	Err      error
}

func (e *SubgroupError) Error() string { return fmt.Sprintf("point %d: %v", e.Subgroup, e.Err) }

func (e *SubgroupError) Unwrap() error { return e.Err }

// controlTraits is what a kind of chart asks of its numbers, and how its lines are drawn.
type controlTraits struct {
	sized bool // the value is Y ÷ N
	count bool // Y is a count of events or opportunities
	share bool // Y is at most N
	time  bool // Y is above zero
	apart bool // the value is a distance, which cannot be negative
	lines func(section)
}

var controlKinds = map[ControlKind]controlTraits{
	RunChart:    {lines: runLines},
	IChart:      {lines: individualLines},
	MRChart:     {apart: true, lines: rangeLines},
	IPrimeChart: {sized: true, lines: individualPrimeLines},
	PChart:      {sized: true, count: true, share: true, lines: shareLines},
	PPrimeChart: {sized: true, count: true, share: true, lines: sharePrimeLines},
	UChart:      {sized: true, count: true, lines: rateLines},
	UPrimeChart: {sized: true, count: true, lines: ratePrimeLines},
	CChart:      {count: true, lines: countLines},
	GChart:      {count: true, lines: betweenLines},
	TChart:      {time: true, lines: timeLines},
}

// value is what is drawn of a subgroup. No events in a size of zero are missing.
func (t controlTraits) value(g Subgroup) float64 {
	if !t.sized {
		return g.Y
	}
	return g.Y / g.N
}

func checkControl(t controlTraits, groups []Subgroup, o ControlOptions) error {
	outside := func(from, to int) func(int) bool {
		return func(k int) bool { return k < from || k > to }
	}
	switch {
	case len(o.Parts) == 0 && outside(0, len(groups))(o.Freeze):
		return ErrFreeze
	case slices.ContainsFunc(o.Parts, outside(1, len(groups)-1)):
		return ErrPart
	case slices.ContainsFunc(o.Exclude, outside(1, len(groups))):
		return ErrExclude
	case o.Centre != nil && !t.canBeCentre(*o.Centre):
		return ErrCentre
	}
	for i, g := range groups {
		if err := t.check(g, o.Strict); err != nil {
			return &SubgroupError{Subgroup: i + 1, Err: err}
		}
	}
	return nil
}

func (t controlTraits) canBeCentre(c float64) bool {
	switch {
	case math.IsNaN(c) || tooLarge(c):
		return false
	case t.share:
		return c >= 0 && c <= 1
	case t.time:
		return c > 0
	default:
		return c >= 0 || !t.count && !t.apart
	}
}

func (t controlTraits) check(g Subgroup, strict bool) error {
	switch {
	case tooLarge(g.Y) || t.sized && tooLarge(g.N) || t.sized && g.N > 0 && tooLarge(g.Y/g.N):
		return ErrValueTooLarge
	case t.sized && g.N < 0:
		return ErrBadSize
	case math.IsNaN(g.Y) || t.sized && math.IsNaN(g.N):
		return nil
	case t.time && g.Y <= 0:
		return ErrBadTime
	case t.count && g.Y < 0, t.share && g.Y > g.N:
		return ErrBadCount
	case strict && t.sized && g.N == 0 && g.Y != 0:
		return ErrNoDenominator
	case strict && t.count && g.Y != math.Trunc(g.Y):
		return ErrFraction
	}
	return nil
}

// tooLarge tells of numbers, far beyond any that care has, whose squares and sums may
// outgrow what a number can hold.
func tooLarge(v float64) bool { return math.Abs(v) > 1e100 }

// partEnds gives the place after the last subgroup of each part, in order.
func partEnds(parts []int, length int) []int {
	ends := slices.Sorted(slices.Values(parts))
	return slices.Compact(append(ends, length))
}
