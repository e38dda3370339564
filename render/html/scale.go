package html

import "math"

// scale gives the top tick of a y axis that starts at 0 and the distance of its
// ticks. It is the rule of the still pictures (package chart), so that both show
// the same axis: the smallest step of 1, 2 or 5 that needs no more than four, and
// a top that clears the data by a tenth. A share never goes above 100, and whole
// numbers are never split.
func scale(highest float64, percent, whole bool) (top, step float64) {
	switch {
	case highest > 1e-9 && highest < 1e18: // outside lies nothing that care counts, and the end of floating point
	case percent:
		return 10, 5
	default:
		return 2, 1
	}
	need := highest * 1.1
	if percent && highest <= 100 {
		need = min(need, 100)
	}
	for size := math.Pow10(int(math.Floor(math.Log10(need))) - 1); ; size *= 10 {
		for _, digit := range []float64{1, 2, 5} {
			step = digit * size
			if whole && step < 1 {
				continue
			}
			if ticks := math.Ceil(need/step - 1e-9); ticks <= 4 {
				return tidy(ticks * step), tidy(step)
			}
		}
	}
}

// tidy takes away what binary fractions add: 0.30000000000000004 is 0.3.
func tidy(v float64) float64 {
	unit := math.Pow10(9 - int(math.Floor(math.Log10(v))))
	return math.Round(v*unit) / unit
}
