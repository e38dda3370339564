package stat

import (
	"errors"
	"math"
	"testing"
)

// The chance is the sum of all binomial chances that are no larger than that of what
// was seen: here counted one by one.
func TestExactChanceIsThatSum(t *testing.T) {
	for _, c := range [][4]float64{{0, 1, 7, 3}, {7, 3, 0, 1}, {3, 5, 3, 5}, {12, 180, 25, 176}, {40, 3, 2, 1}, {2, 1, 40, 3}, {1, 900, 30, 1}, {30, 1, 1, 900}} {
		n, p := int(c[0]+c[2]), c[1]/(c[1]+c[3])
		chance := func(k int) float64 {
			ways := 1.0
			for j := range k {
				ways *= float64(n-j) / float64(j+1)
			}
			return ways * math.Pow(p, float64(k)) * math.Pow(1-p, float64(n-k))
		}
		want := 0.0
		for k := range n + 1 {
			if chance(k) <= chance(int(c[0]))*(1+1e-7) {
				want += chance(k)
			}
		}
		if got, err := RateRatioP(c[0], c[1], c[2], c[3]); err != nil || math.Abs(got-want) > 1e-9*want+1e-15 {
			t.Errorf("%v: %v, want %v (%v)", c, got, want, err)
		}
	}
}

func TestWhatNoChanceIsCountedFrom(t *testing.T) {
	for _, c := range []struct {
		x1, t1, x2, t2 float64
		want           error
	}{
		{1.5, 1, 2, 1, ErrNotWhole}, {1, 0, 2, 1, ErrNoDenominator}, {-1, 1, 2, 1, ErrBadCount}, {0, 1, 0, 1, ErrNoEvents},
		{1, math.Inf(1), 2, 1, ErrTooLarge}, {1, 5e-324, 2, 1e15, ErrTooLarge}, {math.NaN(), 1, 2, 1, ErrBadCount},
	} {
		if _, err := RateRatioP(c.x1, c.t1, c.x2, c.t2); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v", c, err)
		}
	}
	if _, err := RateRatioLog(1, 0, 2, 1, Level95); !errors.Is(err, ErrNoDenominator) {
		t.Errorf("no exposure: %v", err)
	}
}
