package chart

// Axis is the upright axis of a chart: its foot, which is 0 or below, its top
// tick, and the distance of its ticks. Every drawing of a Spec stands on the same.
type Axis struct{ Foot, Top, Step float64 }

// AxisOf gives the axis that all shown values of a chart need.
func AxisOf(s Spec) Axis {
	low, high := extremes(s)
	scale := scaleFor(high-low, s.Unit, s.Decimals == 0 && s.Unit == UnitPlain)
	axis := Axis{Top: tidy(scale.top), Step: tidy(scale.step)}
	if low < 0 {
		axis.Foot, axis.Top = -tidy(scale.clear(-low)), tidy(scale.clear(high))
	}
	return axis
}
