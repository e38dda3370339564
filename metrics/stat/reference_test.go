package stat

import (
	"encoding/csv"
	"math"
	"strconv"
	"testing"

	packed "evidencepack/testdata/reference"
)

// row is one row of a reference file, by heading.
type row map[string]string

// number reads a cell; NA and blank are NaN.
func (r row) number(t *testing.T, heading string) float64 {
	t.Helper()
	cell, there := r[heading]
	if !there {
		t.Fatalf("the reference file has no column %q", heading)
	}
	if cell == "" || cell == "NA" || cell == "NaN" {
		return math.NaN()
	}
	v, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// reference reads one of the packed files.
func reference(t *testing.T, name string) []row {
	t.Helper()
	f, err := packed.Files().Open(name + ".csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	for _, line := range lines[1:] {
		r := row{}
		for i, heading := range lines[0] {
			r[heading] = line[i]
		}
		rows = append(rows, r)
	}
	if len(rows) == 0 {
		t.Fatalf("%s has no rows", name)
	}
	return rows
}

// cases gives the cases of a method that it has an answer for, with their settings.
func cases(t *testing.T, method string) map[string]map[string]string {
	t.Helper()
	all, err := packed.Cases()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]map[string]string{}
	for _, c := range all {
		if c.Method == method && c.Check != packed.Error {
			found[c.Name] = map[string]string{}
			for _, p := range c.Params {
				found[c.Name][p.Name] = p.Value
			}
		}
	}
	if len(found) == 0 {
		t.Fatalf("there are no cases of %s", method)
	}
	return found
}

// checkAll checks the cells of a row, by heading.
func checkAll(t *testing.T, name string, r row, got map[string]float64) {
	t.Helper()
	for heading, v := range got {
		check(t, name, heading, v, r.number(t, heading))
	}
}

func near(got, want float64) bool {
	if math.IsInf(want, 0) || math.IsNaN(want) {
		return got == want || math.IsNaN(got) && math.IsNaN(want)
	}
	return math.Abs(got-want) <= 1e-9*math.Abs(want)+1e-12
}

func check(t *testing.T, name, what string, got, want float64) {
	t.Helper()
	if !near(got, want) {
		t.Errorf("%s: %s is %v, want %v", name, what, got, want)
	}
}

func TestWilson(t *testing.T) {
	for _, c := range []string{"basic", "large", "x_above_n", "zero_denominator"} {
		for _, r := range reference(t, "prop_ci_expected_"+c) {
			name := c + " row " + r["id"]
			x, n := r.number(t, "x"), r.number(t, "n")
			inner, err := Wilson(x, n, Level95)
			outer, outerErr := Wilson(x, n, Level998)
			if r["error"] != "" {
				if err == nil || outerErr == nil {
					t.Errorf("%s: want an error", name)
				}
				continue
			}
			if err != nil || outerErr != nil {
				t.Fatalf("%s: %v %v", name, err, outerErr)
			}
			check(t, name, "lower 95", inner.Lower, r.number(t, "lower95"))
			check(t, name, "upper 95", inner.Upper, r.number(t, "upper95"))
			check(t, name, "lower 99.8", outer.Lower, r.number(t, "lower998"))
			check(t, name, "upper 99.8", outer.Upper, r.number(t, "upper998"))
		}
	}
}

func TestNewcombe(t *testing.T) {
	for _, c := range []string{"newcombe_paper", "care", "edge"} {
		for _, r := range reference(t, "prop_diff_expected_"+c) {
			name := c + " row " + r["id"]
			got, err := Newcombe(r.number(t, "x1"), r.number(t, "n1"), r.number(t, "x2"), r.number(t, "n2"), Level95)
			if r["error"] != "" {
				if err == nil {
					t.Errorf("%s: want an error", name)
				}
				continue
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			check(t, name, "lower", got.Lower, r.number(t, "lower"))
			check(t, name, "upper", got.Upper, r.number(t, "upper"))
		}
	}
}

func TestRate(t *testing.T) {
	scale := map[string]float64{"basic": 1000, "no_events": 1000, "zero_denominator": 1000, "care_hours": 10000}
	for c, per := range scale {
		for _, r := range reference(t, "rate_ci_expected_"+c) {
			name := c + " row " + r["id"]
			x, n := r.number(t, "x"), r.number(t, "n")
			inner, err := Rate(x, n, Level95)
			if r["error"] != "" {
				if err == nil {
					t.Errorf("%s: want an error", name)
				}
				continue
			}
			outer, outerErr := Rate(x, n, Level998)
			if err != nil || outerErr != nil {
				t.Fatalf("%s: %v %v", name, err, outerErr)
			}
			check(t, name, "lower 95", inner.Lower*per, r.number(t, "lower95"))
			check(t, name, "upper 95", inner.Upper*per, r.number(t, "upper95"))
			check(t, name, "lower 99.8", outer.Lower*per, r.number(t, "lower998"))
			check(t, name, "upper 99.8", outer.Upper*per, r.number(t, "upper998"))
			exact := Poisson(x, Level95)
			check(t, name, "exact lower", exact.Lower/n*per, r.number(t, "exact_lower95"))
			check(t, name, "exact upper", exact.Upper/n*per, r.number(t, "exact_upper95"))
			byar := Byar(x, Level95)
			check(t, name, "Byar's upper", byar.Upper/n*per, r.number(t, "byars_upper95"))
			if x > 0 {
				check(t, name, "Byar's lower", byar.Lower/n*per, r.number(t, "byars_lower95"))
			}
		}
	}
}

func TestRateRatio(t *testing.T) {
	for _, c := range []string{"basic", "small", "zeros"} {
		for _, r := range reference(t, "rate_ratio_expected_"+c) {
			name := c + " row " + r["id"]
			ratio, limits, err := RateRatio(r.number(t, "x1"), r.number(t, "t1"), r.number(t, "x2"), r.number(t, "t2"), Level95)
			if math.IsNaN(r.number(t, "exact_lower")) {
				if err == nil {
					t.Errorf("%s: want an error", name)
				}
				continue
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			check(t, name, "ratio", ratio, r.number(t, "ratio"))
			check(t, name, "lower", limits.Lower, r.number(t, "exact_lower"))
			check(t, name, "upper", limits.Upper, r.number(t, "exact_upper"))
			chance, err := RateRatioP(r.number(t, "x1"), r.number(t, "t1"), r.number(t, "x2"), r.number(t, "t2"))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			log, err := RateRatioLog(r.number(t, "x1"), r.number(t, "t1"), r.number(t, "x2"), r.number(t, "t2"), Level95)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			checkAll(t, name, r, map[string]float64{"exact_p": chance, "log_lower": log.Lower, "log_upper": log.Upper})
		}
	}
}
