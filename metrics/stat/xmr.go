package stat

// XmRRules is a named set of rules for XmR charts.
type XmRRules struct {
	Name           string
	Screen         bool // leave out moving ranges of 3.267 times their mean or more, once
	BeyondIsClose  bool // a point beyond the limits also counts towards two in three
	Shift, Trend   int  // points in a row
	LeastForLimits int  // points under which there are no limits; 0 asks nothing
}

// The rule sets on offer; PackageRules is the default.
var (
	PackageRules         = XmRRules{Name: "package", Screen: true, Shift: 7, Trend: 7}
	MakingDataCountRules = XmRRules{Name: "Making Data Count", BeyondIsClose: true, Shift: 7, Trend: 7, LeastForLimits: 13}
)

// XmROptions say what the limits rest on.
type XmROptions struct {
	Fix    int   // limits from the first so many points of each group; 0 is all
	Starts []int // places, from 0, at which a new group begins, beside the first
	Rules  XmRRules
}

// Cause is the rule that fired at a point of an XmR chart.
type Cause uint8

// The causes, first that applies.
const (
	CommonCause Cause = iota
	AboveLimit
	BelowLimit
	TrendUp
	TrendDown
	TwoInThreeAbove
	TwoInThreeBelow
	ShiftAbove
	ShiftBelow
)

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

// XmR works out an XmR chart.
func XmR(values []float64, o XmROptions) ([]XmRPoint, error) {
	return nil, ErrNotBuilt
}
