package metrics

import (
	"math"

	"evidencepack/metrics/stat"
)

// gap is a subgroup that is in no line and in no range.
var gap = stat.Subgroup{Y: math.NaN(), N: math.NaN()}

// pointOf makes a point of a month, and the numbers that its chart is worked out
// from: counts for shares and rates, otherwise the value itself.
func pointOf(m Metric, v Value) (SeriesPoint, stat.Subgroup) {
	p := SeriesPoint{Span: v.Span, Gap: gapOf(m.Unit, v)}
	if p.Gap != GapNone {
		return p, gap
	}
	p.Value = number(*v.Value)
	switch m.Unit {
	case Percent, Per1000CareDays:
		return p, stat.Subgroup{Y: *v.Numerator, N: *v.Denominator}
	}
	return p, stat.Subgroup{Y: *v.Value, N: 1}
}

// gapOf says why a month is no point. A value that cannot be, such as a count
// below zero or above its denominator, is none.
func gapOf(u Unit, v Value) SeriesGap {
	if v.Status == NoData {
		return GapNoData
	}
	if v.Status != OK || !finite(v.Value) {
		return GapNothing
	}
	if u != Percent && u != Per1000CareDays {
		return GapNone
	}
	if !finite(v.Numerator) || !finite(v.Denominator) || *v.Numerator < 0 || *v.Denominator <= 0 {
		return GapNothing
	}
	switch {
	case u == Percent && *v.Numerator > *v.Denominator:
		return GapNothing
	case u == Percent && *v.Denominator < LeastCounted, u == Per1000CareDays && *v.Denominator < LeastCareDays:
		return GapThin
	}
	return GapNone
}

func finite(p *float64) bool { return p != nil && !math.IsNaN(*p) && !math.IsInf(*p, 0) }

// line gives a line's height in the unit of the points, nil where it is not defined.
func line(height, scale float64) *float64 {
	if math.IsNaN(height) || math.IsInf(height, 0) {
		return nil
	}
	return number(scale * height)
}
