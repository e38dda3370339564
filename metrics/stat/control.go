package stat

import "errors"

// ControlKind is the kind of a control chart, named as the qicharts2 package names it.
type ControlKind string

// The kinds.
const (
	RunChart    ControlKind = "run" // median, no limits
	IChart      ControlKind = "i"   // individual measures
	MRChart     ControlKind = "mr"  // moving ranges of measures
	IPrimeChart ControlKind = "ip"  // I′: measures with a size (Taylor)
	PChart      ControlKind = "p"   // shares
	PPrimeChart ControlKind = "pp"  // p′: shares, with the spread seen between neighbours (Laney)
	UChart      ControlKind = "u"   // rates
	UPrimeChart ControlKind = "up"  // u′: rates, likewise
	CChart      ControlKind = "c"   // counts
	GChart      ControlKind = "g"   // opportunities between events
	TChart      ControlKind = "t"   // time between events
)

// Subgroup is one point of a control chart. NaN is missing.
type Subgroup struct {
	Y float64 // count of events where the kind has sizes (p, pp, u, up; for ip sum of measure), otherwise the measure
	N float64 // size of the subgroup; ignored where the kind has none
}

// ControlOptions say what the limits rest on. The zero value is one part, all of it the baseline.
type ControlOptions struct {
	Freeze   int      // the baseline is the first so many subgroups; 0 is all
	Parts    []int    // a new part begins after these subgroups, counted from 1; overrides Freeze
	Exclude  []int    // subgroups, counted from 1, left out of the baseline and of the runs
	Centre   *float64 // a given centre line
	NoScreen bool     // keep moving ranges above 3.267 times their mean
}

// ControlPoint is one subgroup with its lines. NaN is not defined.
type ControlPoint struct {
	Value            float64 // Y ÷ N, or Y; the range on an mr chart
	Part             int     // from 1
	Baseline         bool
	Included         bool // false: left out by Exclude
	Centre           float64
	Lower, Upper     float64 // three sigma
	Lower95, Upper95 float64 // two sigma
	Outside          bool    // beyond three sigma
	InLongRun        bool    // in a run on one side of the centre longer than Runs.LongestMax
	Runs             Runs    // of the whole part
}

// Runs is the Anhøj analysis of one part.
type Runs struct {
	Observed, Useful        int // points; Useful leaves out missing ones and those on the centre line
	Longest, LongestMax     int
	Crossings, CrossingsMin int
	Signal                  bool
}

// ErrNotBuilt is what Control says while it is not there.
var ErrNotBuilt = errors.New("not built")

// Control works out a control chart.
func Control(kind ControlKind, groups []Subgroup, o ControlOptions) ([]ControlPoint, error) {
	return nil, ErrNotBuilt
}
