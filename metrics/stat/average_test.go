package stat

import (
	"errors"
	"math"
	"slices"
	"testing"
)

func TestMeanOfEqualValuesIsTheirValue(t *testing.T) {
	for _, n := range []int{3, 14, 24, 1000} {
		values := slices.Repeat([]float64{14.3}, n)
		if mean, err := Mean(values); err != nil || mean != 14.3 {
			t.Errorf("the mean of %d times 14.3 is %v (%v)", n, mean, err)
		}
	}
	if _, err := Mean(nil); !errors.Is(err, ErrNoValues) {
		t.Errorf("no values: %v", err)
	}
}

func TestSumKeepsSmallValues(t *testing.T) {
	if got := Sum([]float64{1, 1e100, 1, -1e100}); got != 2 {
		t.Errorf("the small values were lost: %v", got)
	}
}

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{
		{[]float64{3}, 3},
		{[]float64{9, 1, 4}, 4},
		{[]float64{2, 3, 6, 15}, 4.5},
	} {
		before := slices.Clone(c.values)
		got, err := Median(c.values)
		if err != nil || got != c.want {
			t.Errorf("the median of %v is %v (%v), want %v", c.values, got, err, c.want)
		}
		if !slices.Equal(before, c.values) {
			t.Errorf("the values were moved: %v", c.values)
		}
	}
	if _, err := Median(nil); !errors.Is(err, ErrNoValues) {
		t.Errorf("no values: %v", err)
	}
}

func TestBadInputIsAnError(t *testing.T) {
	nan := math.NaN()
	for _, c := range [][2]float64{{nan, 5}, {3, nan}, {-1, 5}, {6, 5}, {0, 0}} {
		if _, err := Wilson(c[0], c[1], Level95); err == nil {
			t.Errorf("Wilson of %v gave no error", c)
		}
	}
	for _, c := range [][2]float64{{nan, 5}, {3, nan}, {-1, 5}, {1, 0}} {
		if _, err := Rate(c[0], c[1], Level95); err == nil {
			t.Errorf("Rate of %v gave no error", c)
		}
	}
}
