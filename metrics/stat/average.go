package stat

import "slices"

// Sum adds values with Neumaier's compensation, so that small values are not
// lost beside large ones. No values sum to 0.
func Sum(values []float64) float64 {
	var sum running
	for _, v := range values {
		sum.add(v)
	}
	return sum.total()
}

// Mean gives the mean. Equal values have exactly their own value as mean: the
// rounding of the division is made good by the mean of what is left over.
// It fails where there are no values.
func Mean(values []float64) (float64, error) {
	if len(values) == 0 {
		return 0, ErrNoValues
	}
	count := float64(len(values))
	mean := Sum(values) / count
	rest := make([]float64, len(values))
	for i, v := range values {
		rest[i] = v - mean
	}
	return mean + Sum(rest)/count, nil
}

// Median gives the middle value, or the mean of the two middle values. It leaves
// the values in the order in which they came. It fails where there are none.
func Median(values []float64) (float64, error) {
	if len(values) == 0 {
		return 0, ErrNoValues
	}
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	half := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[half], nil
	}
	return (sorted[half-1] + sorted[half]) / 2, nil
}
