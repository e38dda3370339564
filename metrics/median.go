package metrics

import "evidencepack/metrics/stat"

// Median gives the middle value, or the mean of the two middle values; false
// where there is none. It is the centre line of a run chart.
func Median(values []float64) (float64, bool) {
	m, err := stat.Median(values)
	return m, err == nil
}
