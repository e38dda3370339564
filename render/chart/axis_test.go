package chart

import "testing"

// TestAxisOf holds the axes of common charts: a top that clears the data by a
// tenth, at most four steps, shares up to 100, and a foot below 0 only where a
// value is.
func TestAxisOf(t *testing.T) {
	for _, c := range []struct {
		values []float64
		unit   Unit
		whole  bool
		want   Axis
	}{
		{[]float64{8.99}, UnitPercent, false, Axis{0, 10, 5}},
		{[]float64{70}, UnitPercent, false, Axis{0, 80, 20}},
		{[]float64{100}, UnitPercent, false, Axis{0, 100, 50}},
		{[]float64{0.03}, UnitPlain, false, Axis{0, 0.04, 0.01}},
		{[]float64{2087}, UnitPlain, true, Axis{0, 3000, 1000}},
		{[]float64{0}, UnitPercent, false, Axis{0, 10, 5}},
		{[]float64{3, -2}, UnitPlain, true, Axis{-4, 4, 2}},
	} {
		spec := Spec{Grain: GrainMonth, Unit: c.unit, Decimals: 1}
		if c.whole {
			spec.Decimals = 0
		}
		for i := range c.values {
			spec.Points = append(spec.Points, Point{Value: &c.values[i]})
		}
		if got := AxisOf(spec); got != c.want {
			t.Errorf("%v: %+v, expected %+v", c.values, got, c.want)
		}
	}
}
