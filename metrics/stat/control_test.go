package stat

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"testing"
)

// measures are subgroups without a size.
func measures(values ...float64) []Subgroup {
	var groups []Subgroup
	for _, v := range values {
		groups = append(groups, Subgroup{Y: v})
	}
	return groups
}

func TestControlRefuses(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	given := func(v float64) ControlOptions { return ControlOptions{Centre: &v} }
	sized := func(y, n float64) []Subgroup { return []Subgroup{{4, 100}, {y, n}} }
	strict := ControlOptions{Strict: true}
	for _, c := range []struct {
		what   string
		kind   ControlKind
		groups []Subgroup
		o      ControlOptions
		want   error
		at     int // 0: no one subgroup
	}{
		{"no such kind", "q", measures(1, 2), ControlOptions{}, ErrKind, 0},
		{"a negative freeze", IChart, measures(1, 2), ControlOptions{Freeze: -1}, ErrFreeze, 0},
		{"a freeze beyond the end", IChart, measures(1, 2), ControlOptions{Freeze: 3}, ErrFreeze, 0},
		{"a freeze at the end", IChart, measures(1, 2), ControlOptions{Freeze: 2}, nil, 0},
		{"a freeze that parts override", IChart, measures(1, 2), ControlOptions{Freeze: 3, Parts: []int{1}}, nil, 0},
		{"a part after the last", IChart, measures(1, 2), ControlOptions{Parts: []int{2}}, ErrPart, 0},
		{"a part before the first", IChart, measures(1, 2), ControlOptions{Parts: []int{0}}, ErrPart, 0},
		{"parts out of order and twice", IChart, measures(1, 2, 3), ControlOptions{Parts: []int{2, 1, 2}}, nil, 0},
		{"leave out what is not there", IChart, measures(1, 2), ControlOptions{Exclude: []int{3}}, ErrExclude, 0},
		{"leave out point 0", IChart, measures(1, 2), ControlOptions{Exclude: []int{0}}, ErrExclude, 0},
		{"leave out all", IChart, measures(1, 2), ControlOptions{Exclude: []int{1, 2}}, nil, 0},
		{"a centre that is missing", IChart, measures(1, 2), given(nan), ErrCentre, 0},
		{"a share above one", PChart, sized(4, 50), given(1.5), ErrCentre, 0},
		{"a negative mean range", MRChart, measures(1, 2), given(-1), ErrCentre, 0},
		{"a negative count as centre", CChart, measures(1, 2), given(-1), ErrCentre, 0},
		{"a negative measure as centre", IChart, measures(1, 2), given(-1), nil, 0},
		{"a time of nothing as centre", TChart, measures(1, 2), given(0), ErrCentre, 0},
		{"an infinite measure", RunChart, measures(1, inf), ControlOptions{}, ErrValueTooLarge, 2},
		{"an infinite size", UChart, sized(4, inf), ControlOptions{}, ErrValueTooLarge, 2},
		{"a negative size", UChart, sized(4, -1), ControlOptions{}, ErrBadSize, 2},
		{"a negative count", CChart, measures(1, -1), ControlOptions{}, ErrBadCount, 2},
		{"a negative gap", GChart, measures(1, -1), ControlOptions{}, ErrBadCount, 2},
		{"more events than offers", PPrimeChart, sized(5, 4), ControlOptions{}, ErrBadCount, 2},
		{"a day of nothing between events", TChart, measures(1, 0), ControlOptions{}, ErrBadTime, 2},
		{"events in no care days", UPrimeChart, sized(3, 0), ControlOptions{}, nil, 0},
		{"events in no care days, strictly", UPrimeChart, sized(3, 0), strict, ErrNoDenominator, 2},
		{"a sum over nothing, strictly", IPrimeChart, sized(-3, 0), strict, ErrNoDenominator, 2},
		{"no events in no care days, strictly", UPrimeChart, sized(0, 0), strict, nil, 0},
		{"half an event", CChart, measures(1, 1.5), ControlOptions{}, nil, 0},
		{"half an event, strictly", CChart, measures(1, 1.5), strict, ErrFraction, 2},
		{"half a day, strictly", UChart, sized(3, 10.5), strict, nil, 0},
		{"a missing count, strictly", UChart, sized(nan, 0), strict, nil, 0},
		{"a missing size, strictly", PChart, sized(3, nan), strict, nil, 0},
	} {
		points, err := Control(c.kind, c.groups, c.o)
		if !errors.Is(err, c.want) || err == nil && len(points) != len(c.groups) {
			t.Errorf("%s: %d points, %v; want %v", c.what, len(points), err, c.want)
		}
		var at *SubgroupError
		if errors.As(err, &at) != (c.at > 0) || at != nil && at.Subgroup != c.at {
			t.Errorf("%s: %v, want point %d", c.what, err, c.at)
		}
	}
}

func TestControlWithoutAnAnswer(t *testing.T) {
	nan := math.NaN()
	for kind := range controlKinds {
		if points, err := Control(kind, nil, ControlOptions{}); err != nil || len(points) != 0 {
			t.Errorf("%s: no subgroups give %v, %v", kind, points, err)
		}
		points, err := Control(kind, []Subgroup{{nan, nan}, {nan, 5}, {nan, nan}}, ControlOptions{})
		if err != nil {
			t.Errorf("%s: all missing: %v", kind, err)
			continue
		}
		for _, p := range points {
			if !math.IsNaN(p.Value) || !math.IsNaN(p.Centre) || !math.IsNaN(p.Upper) || p.Outside || p.InLongRun {
				t.Errorf("%s: all missing: %+v", kind, p)
			}
			if p.Runs != (Runs{Observed: 3}) {
				t.Errorf("%s: all missing: %+v", kind, p.Runs)
			}
		}
	}
}

func TestTimesKeepTheirOwnUnit(t *testing.T) {
	points, err := Control(TChart, measures(12, 12, 12), ControlOptions{})
	if err != nil || points[0].Value != 12 || points[0].Centre != 12 || points[0].Runs.Useful != 0 {
		t.Errorf("equal times: %+v, %v", points[0], err)
	}
	points, err = Control(TChart, measures(12, 12, 12), ControlOptions{NoScreen: true})
	if err != nil || points[0].Upper != 12 || points[0].Lower != 12 || points[0].Outside {
		t.Errorf("equal times, not screened: %+v, %v", points[0], err)
	}
	given := 20.0
	points, err = Control(TChart, measures(12, 30, 21), ControlOptions{Centre: &given})
	if err != nil || !near(points[0].Centre, 20) || points[0].Value != 12 {
		t.Errorf("a centre line of 20 days: %+v, %v", points[0], err)
	}
}

func TestInLongRun(t *testing.T) {
	nan, centre := math.NaN(), 5.0
	// 13 useful points may have 7 in a row. The run of 8 goes on over a missing point, one
	// on the centre line and one that is left out; the run of 5 is not long.
	values := []float64{6, 6, 6, nan, 6, 6, 5, 6, 6, 99, 6, 4, 4, 4, 4, 4}
	o := ControlOptions{Centre: &centre, Exclude: []int{10}}
	points, err := Control(RunChart, measures(values...), o)
	if err != nil {
		t.Fatal(err)
	}
	want := []int{0, 1, 2, 4, 5, 7, 8, 10}
	var got []int
	for i, p := range points {
		if p.InLongRun {
			got = append(got, i)
		}
	}
	runs := Runs{Observed: 15, Useful: 13, Longest: 8, LongestMax: 7, Crossings: 1, CrossingsMin: 3, Signal: true}
	if !slices.Equal(got, want) || points[0].Runs != runs {
		t.Errorf("in a long run %v, want %v; %+v, want %+v", got, want, points[0].Runs, runs)
	}
	// One fewer, and there are 7 in a row: the crossings still tell, no point does.
	points, err = Control(RunChart, measures(values[1:]...), ControlOptions{Centre: &centre, Exclude: []int{9}})
	if err != nil || !points[0].Runs.Signal || slices.ContainsFunc(points, func(p ControlPoint) bool { return p.InLongRun }) {
		t.Errorf("7 of 12 in a row: %+v, %v", points[0], err)
	}
	// Moving ranges have no runs to tell of.
	points, err = Control(MRChart, measures(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 40), ControlOptions{})
	if err != nil || points[5].Runs.Longest != 11 || points[5].Runs.Signal || points[5].InLongRun {
		t.Errorf("moving ranges: %+v, %v", points[5], err)
	}
}

func TestAnhojLimits(t *testing.T) {
	// 10 and 24 are of the reference; beyond 240 the binomial quantile was summed exactly.
	for n, want := range map[int][2]int{-1: {0, 0}, 0: {0, 0}, 1: {3, 0}, 2: {4, 0}, 10: {6, 2}, 24: {8, 8}, 1000: {13, 474}, 5000: {15, 2441}} {
		longest, crossings := AnhojLimits(n)
		if longest != want[0] || crossings != want[1] {
			t.Errorf("%d useful points: %d and %d, want %v", n, longest, crossings, want)
		}
	}
}

// numbersFrom turns bytes into numbers among which zeros, missing and odd ones are common.
func numbersFrom(data []byte) []float64 {
	odd := []float64{0, 1, math.NaN(), math.Inf(1), -1, 0.5, math.MaxFloat64, math.SmallestNonzeroFloat64, 7, 100}
	var values []float64
	for len(data) > 0 && len(values) < 200 {
		if kind := int(data[0]); kind < 128 && len(data) >= 3 {
			values = append(values, float64(binary.LittleEndian.Uint16(data[1:]))/float64(kind%4+1))
			data = data[3:]
			continue
		}
		values = append(values, odd[int(data[0])%len(odd)])
		data = data[1:]
	}
	return values
}

func ordered(lines ...float64) bool {
	defined := slices.DeleteFunc(lines, math.IsNaN)
	for i := 1; i < len(defined); i++ {
		// Two ways to the same line may round differently.
		if defined[i] < defined[i-1]-1e-9*math.Abs(defined[i-1])-1e-300 {
			return false
		}
	}
	return !slices.ContainsFunc(defined, func(v float64) bool { return math.IsInf(v, 0) })
}

func FuzzControl(f *testing.F) {
	f.Add([]byte{1, 20, 0, 1, 90, 1, 3, 0, 2, 3, 30, 2}, 0, 0, 0, 0.0)
	f.Add([]byte{130, 131, 132, 133, 134, 135, 136}, 2, 1, 2, 0.5)
	f.Add([]byte("a long enough run of letters, to have some parts in it"), 5, 9, 3, -2.0)
	f.Fuzz(func(t *testing.T, data []byte, freeze, part, exclude int, centre float64) {
		values := numbersFrom(data)
		groups := measures(values...)
		for i := range groups {
			groups[i].N = values[(i+len(values)/2)%len(values)]
		}
		options := []ControlOptions{{}, {NoScreen: true}, {Strict: true}, {Freeze: freeze}, {Parts: []int{part, exclude}},
			{Exclude: []int{exclude}}, {Centre: &centre}, {Freeze: freeze, Exclude: []int{exclude, part}, NoScreen: true}}
		for kind := range controlKinds {
			for _, o := range options {
				points, err := Control(kind, groups, o)
				if err != nil {
					if points != nil || err.Error() == "" {
						t.Errorf("%s: %d points with %v", kind, len(points), err)
					}
					continue
				}
				checkPoints(t, kind, groups, points, o)
			}
		}
	})
}

func checkPoints(t *testing.T, kind ControlKind, groups []Subgroup, points []ControlPoint, o ControlOptions) {
	t.Helper()
	if len(points) != len(groups) {
		t.Fatalf("%s: %d points of %d", kind, len(points), len(groups))
	}
	for i, p := range points {
		if !ordered(p.Lower, p.Lower95, p.Centre, p.Upper95, p.Upper) {
			t.Errorf("%s: point %d of %v: lines %+v", kind, i, groups, p)
		}
		if p.Outside && (math.IsNaN(p.Value) || math.IsNaN(p.Lower) && math.IsNaN(p.Upper)) {
			t.Errorf("%s: point %d is outside of nothing: %+v", kind, i, p)
		}
		if p.InLongRun && (!p.Included || !p.Runs.Signal || math.IsNaN(p.Value) || p.Value == p.Centre) {
			t.Errorf("%s: point %d is in no run: %+v", kind, i, p)
		}
		if math.IsInf(p.Value, 0) && o.Strict {
			t.Errorf("%s: point %d is infinite", kind, i)
		}
		if i > 0 && p.Part != points[i-1].Part && p.Part != points[i-1].Part+1 {
			t.Errorf("%s: part %d after %d", kind, p.Part, points[i-1].Part)
		}
		if r := p.Runs; r.Useful > r.Observed || r.Longest > r.Useful || r.Useful > 0 && r.Crossings >= r.Useful {
			t.Errorf("%s: %+v", kind, r)
		}
	}
}
