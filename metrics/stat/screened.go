package stat

import "math"

// screenedMeanRange is the mean distance between neighbours, from which the spread
// of a series is judged without what a shift adds to it. A missing value loses the
// two distances that it touches. Screening leaves out distances of 3.267 times their
// mean or more, once (Nelson 1982). NaN where nothing is left, as in a constant series.
func screenedMeanRange(values []float64, screen bool) float64 {
	var ranges []float64
	for i := 1; i < len(values); i++ {
		if apart := math.Abs(values[i] - values[i-1]); !math.IsNaN(apart) {
			ranges = append(ranges, apart)
		}
	}
	mean := meanOf(ranges)
	if screen {
		return meanOf(below(ranges, rangeLimit*mean))
	}
	return mean
}

// below are the values under a limit.
func below(values []float64, limit float64) []float64 {
	var kept []float64
	for _, v := range values {
		if v < limit {
			kept = append(kept, v)
		}
	}
	return kept
}
