package stat

import (
	"errors"
	"math"
	"slices"
	"testing"
)

func TestXmRRefuses(t *testing.T) {
	rules := PackageRules
	rules.Shift = 2
	for _, c := range []struct {
		what   string
		values []float64
		o      XmROptions
		want   error
	}{
		{"nothing", nil, XmROptions{}, nil},
		{"a start in nothing", nil, XmROptions{Starts: []int{0}}, ErrStart},
		{"a start at the first point", []float64{1, 2}, XmROptions{Starts: []int{0}}, nil},
		{"starts out of order and twice", []float64{1, 2, 3}, XmROptions{Starts: []int{2, 1, 2}}, nil},
		{"a start beyond the end", []float64{1, 2}, XmROptions{Starts: []int{2}}, ErrStart},
		{"a start before the beginning", []float64{1, 2}, XmROptions{Starts: []int{-1}}, ErrStart},
		{"fixed from few", []float64{1, 2}, XmROptions{Fix: 11}, ErrFix},
		{"fixed from more than there are", []float64{1, 2}, XmROptions{Fix: 12}, nil},
		{"fixed from fewer than none", []float64{1, 2}, XmROptions{Fix: -12}, ErrFix},
		{"a shift of two", []float64{1, 2}, XmROptions{Rules: rules}, ErrRules},
		{"rules with a name alone", []float64{1, 2}, XmROptions{Rules: XmRRules{Name: "mine"}}, ErrRules},
		{"an infinite value", []float64{1, math.Inf(-1)}, XmROptions{}, ErrValueTooLarge},
	} {
		points, err := XmR(c.values, c.o)
		if !errors.Is(err, c.want) || err == nil && len(points) != len(c.values) {
			t.Errorf("%s: %d points, %v; want %v", c.what, len(points), err, c.want)
		}
	}
}

func TestXmRRuleSets(t *testing.T) {
	six := MakingDataCountRules
	six.Shift, six.Trend = 6, 6
	beyond := PackageRules
	beyond.BeyondIsClose = true
	about := []float64{49, 51, 49, 51, 50, 50, 49, 51, 49, 51, 50, 50} // mean 50, mean range 1.4545: limits 46.13 and 53.87, two thirds 47.42 and 52.58
	with := func(values ...float64) []float64 { return slices.Concat(about, values) }
	fixed := func(rules XmRRules) XmROptions { return XmROptions{Fix: 12, Rules: rules} }
	none := func(n int) []Cause { return make([]Cause, n) }
	for _, c := range []struct {
		what   string
		values []float64
		o      XmROptions
		want   []Cause // of the last points
	}{
		{"close and beyond, package", with(53, 55, 51), fixed(PackageRules), []Cause{CommonCause, AboveLimit, CommonCause}},
		{"close and beyond, counted together", with(53, 55, 51), fixed(beyond), []Cause{TwoInThreeAbove, AboveLimit, CommonCause}},
		{"close and beyond, Making Data Count", with(53, 55, 51), fixed(MakingDataCountRules), []Cause{TwoInThreeAbove, AboveLimit, CommonCause}},
		{"close and beyond on two sides", with(47, 55, 47), fixed(MakingDataCountRules), []Cause{CommonCause, AboveLimit, CommonCause}},
		{"six on one side of seven", with(49.5, 50.5, 50.4, 50.5, 50.4, 50.5, 50.4), fixed(MakingDataCountRules), none(7)},
		{"six on one side of six", with(49.5, 50.5, 50.4, 50.5, 50.4, 50.5, 50.4), fixed(six),
			[]Cause{CommonCause, ShiftAbove, ShiftAbove, ShiftAbove, ShiftAbove, ShiftAbove, ShiftAbove}},
		{"six falling of six", with(50.9, 50.7, 50.4, 49.9, 49.8, 49.7), fixed(six),
			[]Cause{TrendDown, TrendDown, TrendDown, TrendDown, TrendDown, TrendDown}},
		{"a missing value breaks a trend", with(49, 49.5, 50, math.NaN(), 50.5, 51, 51.5, 52), fixed(PackageRules), none(8)},
		{"a missing value breaks a shift", with(51, 50.5, 51, 50.5, math.NaN(), 51, 50.5, 51), fixed(PackageRules), none(8)},
	} {
		points, err := XmR(c.values, c.o)
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		var got []Cause
		for _, p := range points[len(points)-len(c.want):] {
			got = append(got, p.Cause)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}

func TestXmRLimitsFromThirteenPoints(t *testing.T) {
	values := []float64{1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 9}
	rules := XmROptions{Rules: MakingDataCountRules}
	short, err := XmR(values[:12], rules)
	if err != nil || !math.IsNaN(short[0].Upper) || !near(short[0].Mean, 1.5) || !short[0].Short {
		t.Errorf("12 points: %+v, %v", short[0], err)
	}
	enough, err := XmR(values, rules)
	if err != nil || math.IsNaN(enough[0].Upper) || enough[0].Short || !enough[12].RangeUsed {
		t.Errorf("13 points: %+v, %v", enough[12], err)
	}
	gap, err := XmR(append([]float64{math.NaN()}, values[:12]...), rules)
	if err != nil || !math.IsNaN(gap[0].Upper) {
		t.Errorf("12 points and a gap: %+v, %v", gap[0], err)
	}
	screened, err := XmR(values, XmROptions{})
	if err != nil || screened[12].RangeUsed || screened[12].Cause != AboveLimit {
		t.Errorf("screened: %+v, %v", screened[12], err)
	}
}

func TestUnsureTrend(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		what   string
		values []float64
		starts []int
		want   bool
	}{
		{"six points", []float64{1, 2, nan, 4, 5, 6}, nil, false},
		{"a gap in a rise", []float64{1, 2, nan, 4, 5, 6, 7}, nil, true},
		{"a gap in a fall", []float64{7, 6, nan, 5, 4, 3, 2}, nil, true},
		{"a gap in both ways", []float64{1, 2, nan, 4, 3, 6, 7}, nil, false},
		{"a gap and a tie", []float64{1, 2, nan, 4, 4, 6, 7}, nil, false},
		{"a rise without a gap", []float64{1, 2, 3, 4, 5, 6, 7}, nil, false},
		{"nothing but gaps", []float64{nan, nan, nan, nan, nan, nan, nan}, nil, true},
		{"a gap in a rise across two groups", []float64{1, 2, nan, 4, 5, 6, 7}, []int{4}, false},
	} {
		points, err := XmR(c.values, XmROptions{Starts: c.starts})
		if got := UnsureTrend(points, PackageRules); err != nil || got != c.want {
			t.Errorf("%s: %v, %v", c.what, got, err)
		}
	}
}

func FuzzXmR(f *testing.F) {
	f.Add([]byte{1, 20, 0, 1, 90, 1, 3, 0, 2, 3, 30, 2}, 12, 3, 5)
	f.Add([]byte("a long enough run of letters, to have some groups in it, and a few numbers on top 1234567890"), 14, 9, 0)
	f.Fuzz(func(t *testing.T, data []byte, fix, first, second int) {
		values := numbersFrom(data)
		sure := slices.DeleteFunc(slices.Clone(values), tooLarge)
		for _, o := range []XmROptions{{}, {Rules: MakingDataCountRules}, {Fix: fix}, {Starts: []int{first, second}},
			{Fix: fix, Starts: []int{first}, Rules: MakingDataCountRules}} {
			for _, series := range [][]float64{values, sure} {
				points, err := XmR(series, o)
				if err != nil {
					continue
				}
				if len(points) != len(series) {
					t.Fatalf("%d points of %d", len(points), len(series))
				}
				for i, p := range points {
					if !ordered(p.Lower, p.Lower2, p.Mean, p.Upper2, p.Upper) {
						t.Errorf("point %d of %v: lines %+v", i, series, p)
					}
					if math.IsNaN(p.Value) && (p.Cause.Special() || p.Outside || p.Close || p.Side != 0) {
						t.Errorf("point %d is missing: %+v", i, p)
					}
				}
				UnsureTrend(points, PackageRules)
			}
		}
	})
}
