package chart

import (
	"math"
	"testing"
)

func TestScale(t *testing.T) {
	for _, c := range []struct {
		highest   float64
		unit      Unit
		whole     bool
		top, step float64
	}{
		{8.99, UnitPercent, false, 10, 5},
		{10.9, UnitPercent, false, 15, 5},
		{41, UnitPercent, false, 60, 20},
		{70, UnitPercent, false, 80, 20},
		{91, UnitPercent, false, 100, 50},
		{100, UnitPercent, false, 100, 50},
		{0.4, UnitPercent, false, 0.6, 0.2},
		{0, UnitPercent, false, 10, 5},
		{0, UnitPlain, true, 2, 1},
		{1, UnitPlain, true, 2, 1},
		{1, UnitPlain, false, 1.5, 0.5},
		{2087, UnitPlain, true, 3000, 1000},
		{math.SmallestNonzeroFloat64, UnitPlain, false, 2, 1},
	} {
		got := scaleFor(c.highest, c.unit, c.whole)
		if d := got.top - c.top; d > 1e-9 || d < -1e-9 || got.step != c.step {
			t.Errorf("scaleFor(%g, %q, %t) = %v, want %g by %g", c.highest, c.unit, c.whole, got, c.top, c.step)
		}
		if got.top < c.highest*1.1-1e-9 && got.top != 100 {
			t.Errorf("the top %g does not clear %g by a tenth", got.top, c.highest)
		}
	}
}

// Numbers that no measure can reach still give an axis, at once.
func TestScaleOfNonsense(t *testing.T) {
	for _, highest := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), -3, math.MaxFloat64} {
		if got := scaleFor(highest, UnitPercent, false); got != (scale{10, 5}) {
			t.Errorf("scaleFor(%g) = %v", highest, got)
		}
	}
}

func TestTickLabels(t *testing.T) {
	for _, c := range []struct {
		scale scale
		value float64
		want  string
	}{
		{scale{60, 20}, 40, "40"},
		{scale{0.6, 0.2}, 0.4, "0.4"},
		{scale{0.03, 0.01}, 0.02, "0.02"},
		{scale{3000, 1000}, 2000, "2,000"},
		{scale{400000, 100000}, 0, "0"},
		{scale{400000, 100000}, 300000, "300k"},
		{scale{150e6, 50e6}, 100e6, "100m"},
	} {
		if got := c.scale.label(c.value); got != c.want {
			t.Errorf("%v at %g: %q, want %q", c.scale, c.value, got, c.want)
		}
	}
}

func TestGrouped(t *testing.T) {
	for _, c := range []struct {
		value    float64
		decimals int
		want     string
	}{
		{7.25, 1, "7.3"}, {-0.5, 0, "−1"}, {-0.04, 1, "0.0"}, {9531, 0, "9,531"}, {1234567.8, 1, "1,234,567.8"}, {999.95, 1, "1,000.0"},
	} {
		if got := Decimal(c.value, c.decimals); got != c.want {
			t.Errorf("Decimal(%g, %d) = %q, want %q", c.value, c.decimals, got, c.want)
		}
	}
}
