package stat

import "math"

// XmRRules is a named set of rules for XmR charts.
type XmRRules struct {
	Name           string
	Screen         bool // leave out moving ranges of 3.267 times their mean or more, once
	BeyondIsClose  bool // a point beyond the limits also counts towards two in three
	Shift, Trend   int  // points in a row, 3 or more
	LeastForLimits int  // points with a value under which a group has no limits; 0 asks nothing
}

// The rule sets on offer; PackageRules is the default. Making Data Count lets its users
// choose 6 or 7 points for Shift and Trend: change a copy.
var (
	PackageRules         = XmRRules{Name: "package", Screen: true, Shift: 7, Trend: 7}
	MakingDataCountRules = XmRRules{Name: "Making Data Count", BeyondIsClose: true, Shift: 7, Trend: 7, LeastForLimits: 13}
)

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

// Special tells whether any rule fired.
func (c Cause) Special() bool { return c != CommonCause }

// High tells whether the rule fired upwards: above, or rising.
func (c Cause) High() bool {
	return c == AboveLimit || c == TrendUp || c == TwoInThreeAbove || c == ShiftAbove
}

// findCauses tries the rules on the points of one group.
func findCauses(group []XmRPoint, rules XmRRules) {
	trends := trendDirections(group, rules.Trend)
	pairs := twoInThree(group, rules.BeyondIsClose)
	shifts := inRows(len(group), rules.Shift, func(i int) int { return group[i].Side })
	for i := range group {
		p := &group[i]
		switch {
		case p.Outside:
			p.Cause = either(p.Side, AboveLimit, BelowLimit)
		case trends[i] != 0:
			p.Cause = either(trends[i], TrendUp, TrendDown)
		case pairs[i]:
			p.Cause = either(p.Side, TwoInThreeAbove, TwoInThreeBelow)
		case shifts[i]:
			p.Cause = either(p.Side, ShiftAbove, ShiftBelow)
		}
	}
}

func either(direction int, high, low Cause) Cause {
	if direction > 0 {
		return high
	}
	return low
}

// trendDirections gives 1 or −1 for each point of a trend: so many points that all
// rise, or all fall. A turning point between two trends goes the way that follows it.
func trendDirections(group []XmRPoint, points int) []int {
	step := func(i int) int { // from point i to the next
		switch from, to := group[i].Value, group[i+1].Value; {
		case to > from:
			return 1
		case to < from:
			return -1
		}
		return 0
	}
	steps := inRows(max(len(group)-1, 0), points-1, step)
	inTrend := make([]bool, len(group))
	for i, there := range steps {
		if there {
			inTrend[i], inTrend[i+1] = true, true
		}
	}
	directions := make([]int, len(group))
	for i := range group {
		switch {
		case !inTrend[i]:
		case i+1 < len(group) && inTrend[i+1]:
			directions[i] = step(i)
		default:
			directions[i] = step(i - 1)
		}
	}
	return directions
}

// twoInThree tells which points are close to a limit with another one on the same
// side, within three neighbours that all lie on that side.
func twoInThree(group []XmRPoint, beyondIsClose bool) []bool {
	near := func(i int) bool { return group[i].Close || beyondIsClose && group[i].Outside }
	found := make([]bool, len(group))
	for from := 0; from+3 <= len(group); from++ {
		count, sides := 0, 0
		for i := from; i < from+3; i++ {
			sides += group[i].Side
			if near(i) {
				count++
			}
		}
		if count < 2 || sides != 3 && sides != -3 {
			continue
		}
		for i := from; i < from+3; i++ {
			found[i] = found[i] || near(i)
		}
	}
	return found
}

// inRows tells which of length places belong to a row of at least so many with the
// same direction; direction 0 belongs to none.
func inRows(length, least int, direction func(int) int) []bool {
	found := make([]bool, length)
	for from, to := 0, 0; from < length; from = to {
		for to = from + 1; to < length && direction(to) == direction(from); {
			to++
		}
		for i := from; i < to; i++ {
			found[i] = direction(from) != 0 && to-from >= least
		}
	}
	return found
}

// UnsureTrend tells whether a missing value leaves it open whether there is a trend: in
// some row of neighbours as long as a trend, in one group, the steps that can be told
// all go one way (or none can be told) and at least one cannot. The package stops there.
func UnsureTrend(points []XmRPoint, rules XmRRules) bool {
	for from := 0; from+rules.Trend <= len(points); from++ {
		window := points[from : from+rules.Trend]
		if window[0].Group != window[len(window)-1].Group {
			continue
		}
		rises, falls, unknown := 0, 0, 0
		for i := 1; i < len(window); i++ {
			switch d := window[i].Value - window[i-1].Value; {
			case math.IsNaN(d):
				unknown++
			case d > 0:
				rises++
			case d < 0:
				falls++
			default:
				rises, falls = rises+1, falls+1
			}
		}
		if unknown > 0 && (rises == 0 || falls == 0) {
			return true
		}
	}
	return false
}
