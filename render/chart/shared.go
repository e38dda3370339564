package chart

// Limited says whether a chart has limits at any point. Such a chart has no lines for
// the values of its windows, in any drawing.
func (s Spec) Limited() bool { return limited(s) }

// AxisOfStrip gives the axis of the strip of a chart, which shows its values alone.
func AxisOfStrip(s Spec) Axis { return AxisOf(unlimited(s)) }
