// Package stat holds the statistical methods of the evidence packs: numbers in,
// numbers out. It knows nothing of care, of dates or of files. Every method is
// checked against the values of published packages (testdata/reference).
package stat

import "errors"

// Interval is a likely range, both ends included, in the unit of its method.
type Interval struct{ Lower, Upper float64 }

// Level is how sure a likely range is meant to be. Use Level95 or Level998.
type Level struct {
	z    float64 // normal quantile of the upper end
	tail float64 // probability left out at each end
}

// The levels in use: 95% for figures, 99.8% for the outer lines of a funnel.
var (
	Level95  = Level{z: 1.959963984540054, tail: 0.025}
	Level998 = Level{z: 3.090232306167813, tail: 0.001}
)

// The inputs that a method cannot answer for.
var (
	ErrNoDenominator = errors.New("the denominator must be above zero")
	ErrBadCount      = errors.New("the count must not be negative nor above its denominator")
	ErrNoEvents      = errors.New("both counts are zero")
	ErrNoValues      = errors.New("there are no values")
)
