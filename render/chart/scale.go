package chart

import (
	"math"
)

// scale is an axis from 0 to top with a tick at every step.
type scale struct{ top, step float64 }

// scaleFor gives the axis that clears the highest value by a tenth: its step is
// the smallest of 1, 2 or 5 that needs no more than four. A share never goes above
// 100, and whole numbers are never split. Nothing to show, and a number that no
// measure can reach, gets a small axis, so that the frame stays.
func scaleFor(highest float64, unit Unit, whole bool) scale {
	percent := unit == UnitPercent
	switch {
	case highest > 1e-9 && highest < 1e15:
	case percent:
		return scale{10, 5}
	default:
		return scale{2, 1}
	}
	need := highest * 1.1
	if percent && highest <= 100 {
		need = min(need, 100)
	}
	for size := math.Pow10(int(math.Floor(math.Log10(need))) - 1); ; size *= 10 {
		for _, digit := range []float64{1, 2, 5} {
			step := digit * size
			if whole && step < 1 {
				continue
			}
			// A tiny allowance, or 0.6 ÷ 0.2 would be counted as four steps.
			if steps := math.Ceil(need/step - 1e-9); steps <= 4 {
				return scale{steps * step, step}
			}
		}
	}
}

// tidy takes away what binary fractions add: 0.30000000000000004 is 0.3.
func tidy(v float64) float64 {
	unit := math.Pow10(9 - int(math.Floor(math.Log10(v))))
	return math.Round(v*unit) / unit
}

// clear gives the first tick that clears a distance from zero by a tenth; at least one.
func (s scale) clear(distance float64) float64 {
	return max(1, math.Ceil(distance*1.1/s.step-1e-9)) * s.step
}

// ticks gives the values at which the axis has a line, from 0 upwards.
func (s scale) ticks() []float64 {
	count := int(math.Round(s.top / s.step))
	values := make([]float64, 0, count+1)
	for i := 0; i <= count; i++ {
		values = append(values, float64(i)*s.step)
	}
	return values
}

// label writes a tick with the decimals that its step needs. From 100,000 on it
// counts in thousands, from 100 million in millions, so that it fits its place.
func (s scale) label(value float64) string {
	switch {
	case value == 0:
		return "0"
	case s.top >= 1e8:
		return Decimal(value/1e6, decimalsOf(s.step/1e6)) + "m"
	case s.top >= 1e5:
		return Decimal(value/1e3, decimalsOf(s.step/1e3)) + "k"
	}
	return Decimal(value, decimalsOf(s.step))
}

func decimalsOf(step float64) int {
	return max(0, -int(math.Floor(math.Log10(step)+1e-9)))
}
