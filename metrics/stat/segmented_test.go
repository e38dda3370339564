package stat

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"testing"
)

// referencePeriods reads a case of its.
func referencePeriods(t *testing.T, name string, settings map[string]string) ([]SegmentedPoint, SegmentedOptions) {
	t.Helper()
	o := SegmentedOptions{Family: Family(settings["family"]), Change: row(settings).number(t, "t0")}
	if settings["harmonics"] != "" {
		waves, err := strconv.Atoi(settings["harmonics"])
		if err != nil {
			t.Fatal(err)
		}
		o.Harmonics = waves
	}
	var points []SegmentedPoint
	for _, r := range reference(t, "its_input_"+name) {
		p := SegmentedPoint{T: r.number(t, "t"), Num: r.number(t, "num")}
		if _, there := r["den"]; there {
			p.Den = r.number(t, "den")
		} else {
			o.Counts = true
		}
		points = append(points, p)
	}
	return points, o
}

func TestSegmented(t *testing.T) {
	fitted := func(name, what string, got, want float64) {
		t.Helper()
		if math.IsNaN(got) != math.IsNaN(want) || math.Abs(got-want) > 2e-7*math.Abs(want)+1e-12 {
			t.Errorf("%s: %s is %v, want %v", name, what, got, want)
		}
	}
	for c, settings := range cases(t, "its") {
		points, o := referencePeriods(t, c, settings)
		s, err := FitSegmented(points, o)
		if err != nil {
			t.Errorf("%s: %v", c, err)
			continue
		}
		terms := s.Terms
		for _, more := range []*Term{s.PostSlope, s.Effect} {
			if more != nil {
				terms = append(terms, *more)
			}
		}
		for i, r := range reference(t, "its_expected_"+c) {
			if terms[i].Name != r["term"] {
				t.Fatalf("%s: %s stands where %s should", c, terms[i].Name, r["term"])
			}
			switch { // the cells of the partial cases that carry meaning
			case c == "qpois_zero_post" && i > 1:
				continue
			case c == "qpois_all_equal":
				if math.Abs(terms[i].Estimate-r.number(t, "estimate")) > 1e-9 {
					t.Errorf("%s: %s is %v", c, r["term"], terms[i].Estimate)
				}
				continue
			}
			fitted(c, r["term"], terms[i].Estimate, r.number(t, "estimate"))
			fitted(c, r["term"]+" standard error", terms[i].StdErr, r.number(t, "std_err"))
			fitted(c, r["term"]+" chance", terms[i].P, r.number(t, "p"))
			fitted(c, r["term"]+" lower end", terms[i].TimesLower, r.number(t, "exp_lower"))
			if c != "qpois_four_points" {
				fitted(c, "autocorrelation", s.Autocorrelation, r.number(t, "resid_acf1"))
				fitted(c, "deviance", s.Deviance, r.number(t, "deviance"))
			}
		}
		for i, r := range reference(t, "its_expected_"+c+"_fitted") {
			fitted(c, "fitted", s.Points[i].Fitted, r.number(t, "fitted"))
			fitted(c, "counterfactual", s.Points[i].Counterfactual, r.number(t, "counterfactual"))
		}
	}
}

// periods gives so many months of events out of 200, with a change in month 7.
func periods(events ...float64) []SegmentedPoint {
	var points []SegmentedPoint
	for i, e := range events {
		points = append(points, SegmentedPoint{T: float64(i + 1), Num: e, Den: 200})
	}
	return points
}

// Where nothing, or everything, happens on one side, what cannot be told is said to
// have no end, and what can be told is told.
func TestOneSideWithoutAnEnd(t *testing.T) {
	for _, c := range []struct {
		what    string
		family  Family
		points  []SegmentedPoint
		endless []bool // Intercept, time, level, post_time, post_slope, effect
	}{
		{"no events after", FamilyQuasiPoisson, periods(5, 7, 4, 6, 8, 5, 0, 0, 0, 0, 0, 0), []bool{false, false, true, true, true, true}},
		{"no events before", FamilyQuasiPoisson, periods(0, 0, 0, 0, 0, 0, 5, 7, 4, 6, 8, 5), []bool{true, true, true, true, false, true}},
		{"no events after, as shares", FamilyQuasiBinomial, periods(5, 7, 4, 6, 8, 5, 0, 0, 0, 0, 0, 0), []bool{false, false, true, true, true, true}},
		{"all events after", FamilyBinomial, periods(5, 7, 4, 6, 8, 5, 200, 200, 200, 200, 200, 200), []bool{false, false, true, true, true, true}},
		{"one event, in the first month after", FamilyPoisson, periods(0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0), []bool{true, true, true, true, true, true}},
	} {
		s, err := FitSegmented(c.points, SegmentedOptions{Family: c.family, Change: 7})
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		terms := append(slices.Clone(s.Terms), *s.PostSlope, *s.Effect)
		for i, term := range terms {
			if term.Endless != c.endless[i] || math.IsNaN(term.Estimate) != term.Endless || math.IsInf(term.Estimate, 0) {
				t.Errorf("%s: %s: %+v", c.what, term.Name, term)
			}
		}
		for i, p := range s.Points {
			if math.IsNaN(p.Fitted) || math.IsInf(p.Fitted, 0) || math.IsNaN(p.Residual) {
				t.Errorf("%s: period %d: %+v", c.what, i+1, p)
			}
		}
		if c.endless[0] != math.IsNaN(s.Points[11].Counterfactual) {
			t.Errorf("%s: counterfactual %v", c.what, s.Points[11].Counterfactual)
		}
	}
}

func TestWhatNoTrendIsMadeFrom(t *testing.T) {
	nan := math.NaN()
	good := periods(5, 7, 4, 6, 8, 5)
	with := func(at int, p SegmentedPoint) []SegmentedPoint {
		points := slices.Clone(good)
		points[at] = p
		return points
	}
	for _, c := range []struct {
		what   string
		points []SegmentedPoint
		o      SegmentedOptions
		want   error
	}{
		{"no family", good, SegmentedOptions{Change: 4}, ErrBadFamily},
		{"too many waves", good, SegmentedOptions{Family: FamilyPoisson, Change: 4, Harmonics: 7}, ErrBadHarmonics},
		{"no change", good, SegmentedOptions{Family: FamilyPoisson, Change: nan}, ErrBadPeriod},
		{"shares without a denominator", good, SegmentedOptions{Family: FamilyBinomial, Change: 4, Counts: true}, ErrNeedsDen},
		{"nothing", nil, SegmentedOptions{Family: FamilyPoisson, Change: 4}, ErrNoValues},
		{"all missing", []SegmentedPoint{{1, nan, 5}, {2, 4, nan}, {3, 0, 0}}, SegmentedOptions{Family: FamilyPoisson, Change: 4}, ErrNoValues},
		{"no events", periods(0, 0, 0, 0), SegmentedOptions{Family: FamilyQuasiPoisson, Change: 3}, ErrNoAverage},
		{"nothing but events", periods(200, 200, 200), SegmentedOptions{Family: FamilyBinomial, Change: 2}, ErrAllEvents},
		{"half a period", with(2, SegmentedPoint{2.5, 4, 200}), SegmentedOptions{Family: FamilyPoisson, Change: 4}, ErrBadPeriod},
		{"a period twice", with(2, SegmentedPoint{2, 4, 200}), SegmentedOptions{Family: FamilyPoisson, Change: 4}, ErrRepeatedPeriod},
		{"a negative count", with(2, SegmentedPoint{3, -4, 200}), SegmentedOptions{Family: FamilyPoisson, Change: 4}, ErrBadCount},
		{"a negative denominator", with(2, SegmentedPoint{3, 4, -200}), SegmentedOptions{Family: FamilyPoisson, Change: 4}, ErrBadCount},
		{"more than all", with(2, SegmentedPoint{3, 201, 200}), SegmentedOptions{Family: FamilyBinomial, Change: 4}, ErrBadCount},
		{"endless", with(2, SegmentedPoint{3, math.Inf(1), 200}), SegmentedOptions{Family: FamilyPoisson, Change: 4}, ErrTooLarge},
	} {
		if _, err := FitSegmented(c.points, c.o); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}

func TestTrendDoesNotMindTheOrder(t *testing.T) {
	points := periods(5, 7, 4, 6, 8, 5, 3, 2, 4, 1, 2, 3)
	o := SegmentedOptions{Family: FamilyQuasiPoisson, Change: 7}
	first, err := FitSegmented(points, o)
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(points)
	second, err := FitSegmented(points, o)
	if err != nil || !slices.Equal(first.Terms, second.Terms) {
		t.Errorf("another order, another trend: %v", err)
	}
}

// One period is a rate and nothing more.
func TestOnePeriodHasNoTrend(t *testing.T) {
	s, err := FitSegmented(periods(5), SegmentedOptions{Family: FamilyQuasiPoisson, Change: 7})
	if err != nil {
		t.Fatal(err)
	}
	check(t, "one period", "rate", s.Terms[0].Times, 5.0/200)
	if !s.Terms[1].Left || !s.Terms[2].Left || !s.Terms[3].Left || s.PostSlope != nil || !math.IsNaN(s.Autocorrelation) {
		t.Errorf("%+v", s)
	}
}
