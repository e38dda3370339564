package stat

import "math"

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
	Centre   *float64 // a given centre line, in the unit of ControlPoint.Value
	NoScreen bool     // keep moving ranges above 3.267 times their mean
	Strict   bool     // refuse what the package draws: events with a size of zero, counts that are not whole
}

// ControlPoint is one subgroup with its lines. NaN is not defined.
type ControlPoint struct {
	Value            float64 // Y ÷ N, or Y; the range on an mr chart. +Inf only without Strict: events with a size of zero
	Part             int     // from 1
	Baseline         bool
	Included         bool // false: left out by Exclude
	Centre           float64
	Lower, Upper     float64 // three sigma
	Lower95, Upper95 float64 // two sigma
	Outside          bool    // beyond three sigma
	InLongRun        bool    // in a run on one side of the centre longer than Runs.LongestMax; never on an mr chart
	Runs             Runs    // of the whole part
}

// Control works out a control chart: one point for each subgroup, in their order.
// The centre lines, limits and rules are those of the qicharts2 package, attached
// (which screens moving ranges). Missing values keep their place. Where values do
// not vary, the kinds that rest on moving ranges (i, pp, up, ip, t) have no limits.
// No subgroups give no points.
// It fails with ErrKind, ErrFreeze, ErrPart, ErrExclude or ErrCentre for options
// that do not fit, and with a SubgroupError for a value that the kind cannot hold.
func Control(kind ControlKind, groups []Subgroup, o ControlOptions) ([]ControlPoint, error) {
	traits, known := controlKinds[kind]
	if !known {
		return nil, ErrKind
	}
	if err := checkControl(traits, groups, o); err != nil {
		return nil, err
	}
	if len(groups) == 0 {
		return nil, nil
	}
	points := make([]ControlPoint, len(groups))
	for i, g := range groups {
		points[i] = ControlPoint{
			Value: traits.value(g), Included: true,
			Baseline: i < o.Freeze || o.Freeze == 0 || len(o.Parts) > 0,
		}
	}
	for _, excluded := range o.Exclude {
		points[excluded-1].Included = false
	}
	ends := partEnds(o.Parts, len(groups))
	for k, from := 0, 0; k < len(ends); k++ {
		s := section{groups: groups[from:ends[k]], points: points[from:ends[k]], given: o.Centre, screen: !o.NoScreen}
		for i := range s.points {
			s.points[i].Part = k + 1
		}
		traits.lines(s)
		s.finish(kind != MRChart)
		from = ends[k]
	}
	return points, nil
}

// section is one part of a chart while its lines are worked out.
type section struct {
	groups []Subgroup
	points []ControlPoint
	given  *float64
	screen bool
}

// base tells whether the lines rest on point i.
func (s section) base(i int) bool { return s.points[i].Baseline && s.points[i].Included }

// baseValues are the values of the baseline, missing ones left out.
func (s section) baseValues() []float64 {
	var values []float64
	for i, p := range s.points {
		if s.base(i) && !math.IsNaN(p.Value) {
			values = append(values, p.Value)
		}
	}
	return values
}

// finish takes away what is not a number that can be drawn, then looks for signals.
func (s section) finish(runs bool) {
	for i := range s.points {
		p := &s.points[i]
		for _, line := range []*float64{&p.Centre, &p.Lower, &p.Upper, &p.Lower95, &p.Upper95} {
			if math.IsInf(*line, 0) {
				*line = math.NaN()
			}
		}
		p.Outside = p.Value > p.Upper || p.Value < p.Lower
	}
	judgeRuns(s.points, runs)
}

// meanOf is the mean of values, NaN where there are none.
func meanOf(values []float64) float64 {
	mean, err := Mean(values)
	if err != nil {
		return math.NaN()
	}
	return mean
}
