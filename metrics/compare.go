package metrics

import (
	"evidencepack/metrics/stat"
)

// Difference is how a value changed from one window to another.
//
// Percentages of counts carry the Newcombe range of the difference in percentage points.
// Rates for care days carry the ratio of the two rates with its exact range. For
// counts, medians and offers a week there is no range, so nothing is ever clear.
type Difference struct {
	Change *float64 // after − before, in Unit; nil where either is not known
	Unit   Unit     // Points for percentages, otherwise the unit of the values
	Lower  *float64 // lower end of the 95% range of Change; only for percentages
	Upper  *float64

	Ratio      *float64 // after ÷ before; only for rates; +Inf where nothing happened before
	RatioLower *float64 // lower end of the 95% range of Ratio
	RatioUpper *float64 // upper end, +Inf where nothing happened before

	Clear  Direction // Lower or Higher where the range is clear of no change, else Neither
	Status Status    // the worse of the two values' statuses
	Why    string    // plain words; filled where Status is not OK
}

// Compare sets a value beside an earlier one of the same metric and scope. It
// says which way the figure moved, never whether that is good.
func Compare(before, after Value) Difference {
	d := Difference{Unit: after.Unit, Clear: Neither, Status: OK}
	for _, status := range []Status{NoData, NotComputable} {
		for _, v := range []Value{after, before} {
			if v.Status == status {
				d.Status, d.Why = status, v.Why
				return d
			}
		}
	}
	if before.Unit != after.Unit || before.Value == nil || after.Value == nil {
		d.Status, d.Why = NotComputable, "The two figures are not of the same kind, so they cannot be compared."
		return d
	}
	d.Change = number(*after.Value - *before.Value)
	switch after.Unit {
	case Percent:
		d.points(before, after)
	case Per1000CareDays:
		d.ratio(before, after)
	}
	return d
}

func (d *Difference) points(before, after Value) {
	d.Unit = Points
	if before.Lower == nil || after.Lower == nil {
		return // amounts, such as hours, are no counts, so nothing tells how far chance reaches
	}
	limits, err := stat.Newcombe(*after.Numerator, *after.Denominator, *before.Numerator, *before.Denominator, stat.Level95)
	if err != nil {
		return
	}
	d.Lower, d.Upper = number(100*limits.Lower), number(100*limits.Upper)
	d.Clear = clearOf(0, *d.Lower, *d.Upper)
}

func (d *Difference) ratio(before, after Value) {
	ratio, limits, err := stat.RateRatio(*after.Numerator, *after.Denominator, *before.Numerator, *before.Denominator, stat.Level95)
	if err != nil {
		return
	}
	d.Ratio, d.RatioLower, d.RatioUpper = number(ratio), number(limits.Lower), number(limits.Upper)
	d.Clear = clearOf(1, limits.Lower, limits.Upper)
}

// clearOf says on which side of no change a range lies, or Neither.
func clearOf(noChange, lower, upper float64) Direction {
	switch {
	case upper < noChange:
		return Lower
	case lower > noChange:
		return Higher
	}
	return Neither
}
