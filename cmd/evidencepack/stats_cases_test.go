package main

import (
	"encoding/csv"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"evidencepack/testdata/reference"
)

// exactColumns hold counts, which must come out as the same text.
var exactColumns = []string{
	"part", "n_obs", "n_useful", "longest_run", "longest_run_max", "n_crossings", "n_crossings_min", "rebase_group",
	"n_risk", "n_event", "n_censor", "records", "events", "df", "n_used", "df_residual", "outlier",
}

// partly says which cells of a case marked partial carry meaning, as its note says.
var partly = map[string]func(row map[string]string, column string) bool{
	"funnel pr_one_home": func(map[string]string, string) bool { return true },
	"logrank no_events":  func(map[string]string, string) bool { return true },
	"its qpois_all_equal": func(_ map[string]string, column string) bool {
		return slices.Contains([]string{"term", "estimate", "t", "num", "den", "fitted", "counterfactual"}, column)
	},
	"its qpois_four_points": func(_ map[string]string, column string) bool {
		return slices.Contains([]string{"term", "estimate", "std_err", "t", "num", "den", "fitted"}, column)
	},
	"its qpois_zero_post": func(row map[string]string, column string) bool {
		before := row["term"] == "Intercept" || row["term"] == "time"
		return column == "term" || before && slices.Contains([]string{"estimate", "std_err"}, column)
	},
}

// TestReferenceCases runs every case of the reference values through the command,
// and counts them.
func TestReferenceCases(t *testing.T) {
	cases, err := reference.Cases()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	tried := map[reference.Check]int{}
	for _, c := range cases {
		tried[c.Check]++
		input := filepath.Join(dir, c.Input())
		if err := os.WriteFile(input, referenceFile(t, c.Input()), 0o644); err != nil {
			t.Fatal(err)
		}
		args := []string{"stats", c.Method, input}
		for _, p := range c.Params {
			args = append(args, "--param", p.Name+"="+p.Value)
		}
		compareCase(t, c, c.Expected(), args)
		if c.Method == "its" {
			compareCase(t, c, c.Fitted(), append(args, "--param", "output=fitted"))
		}
	}
	want := map[reference.Check]int{reference.Full: 229, reference.Partial: 5, reference.Error: 5}
	for check, n := range want {
		if tried[check] != n {
			t.Errorf("%d cases of check %s, want %d", tried[check], check, n)
		}
	}
	if len(cases) != 239 {
		t.Errorf("%d cases, want 239", len(cases))
	}
}

func compareCase(t *testing.T, c reference.Case, expected string, args []string) {
	t.Helper()
	name := c.Method + " " + c.Name
	code, stdout, stderr := tryRun(args...)
	if c.Check == reference.Error {
		if code == exitDone || stdout != "" || !strings.Contains(stderr, "error:") {
			t.Errorf("%s: exit %d, want an error and nothing on standard output", name, code)
		}
		return
	}
	if code != exitDone {
		t.Errorf("%s: exit %d: %s", name, code, stderr)
		return
	}
	if strings.Contains(stdout, "\r") || strings.HasPrefix(stdout, "\uFEFF") {
		t.Errorf("%s: the output is not bare", name)
	}
	got, want := linesOf(t, name, []byte(stdout)), linesOf(t, name, referenceFile(t, expected))
	if !slices.Equal(got[0], want[0]) || len(got) != len(want) {
		t.Errorf("%s: %d lines of %v, want %d of %v", name, len(got), got[0], len(want), want[0])
		return
	}
	carries := func(map[string]string, string) bool { return true }
	if c.Check == reference.Partial {
		carries = partly[name]
	}
	for i := 1; i < len(want); i++ {
		row := map[string]string{}
		for j, column := range want[0] {
			row[column] = want[i][j]
		}
		for j, column := range want[0] {
			if carries(row, column) && !alike(c, column, got[i][j], want[i][j]) {
				t.Errorf("%s, line %d, %s: %s, want %s", name, i+1, column, got[i][j], want[i][j])
			}
		}
	}
}

// alike compares two cells to the tolerance of the reference values: NA and NaN are
// the same, of an error only that it is one counts.
func alike(c reference.Case, column, got, want string) bool {
	undefined := func(s string) bool { return s == "NA" || s == "NaN" }
	switch {
	case column == "error":
		return (got == "") == (want == "")
	case undefined(got) || undefined(want):
		return undefined(got) && undefined(want)
	case slices.Contains(exactColumns, column) || got == want:
		return got == want
	}
	a, errA := strconv.ParseFloat(got, 64)
	b, errB := strconv.ParseFloat(want, 64)
	if errA != nil || errB != nil || math.IsInf(a, 0) || math.IsInf(b, 0) {
		return false
	}
	relative, absolute := 1e-9, 1e-12
	switch {
	case c.Method == "its" && c.Check == reference.Partial:
		relative, absolute = 2e-7, 1e-9
	case c.Method == "its":
		relative = 2e-7
	}
	return math.Abs(a-b) <= relative*math.Abs(b)+absolute
}

func referenceFile(t *testing.T, name string) []byte {
	t.Helper()
	text, err := fs.ReadFile(reference.Files(), name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func linesOf(t *testing.T, name string, text []byte) [][]string {
	t.Helper()
	lines, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	if err != nil || len(lines) == 0 {
		t.Fatalf("%s: %d lines, %v", name, len(lines), err)
	}
	return lines
}

// TestReferenceComparisonCanFail shows that a cell that differs is noticed.
func TestReferenceComparisonCanFail(t *testing.T) {
	for _, c := range []struct {
		column, got, want string
		same              bool
	}{
		{"cl", "0.1", "0.1000000000000001", true},
		{"cl", "0.1", "0.1000001", false},
		{"cl", "NA", "NaN", true},
		{"cl", "0", "NA", false},
		{"cl", "Inf", "Inf", true},
		{"cl", "-Inf", "Inf", false},
		{"part", "1", "1.0", false},
		{"error", "no denominator", "denominators must be greater than zero", true},
		{"error", "", "denominators must be greater than zero", false},
		{"sigma_signal", "TRUE", "FALSE", false},
	} {
		if alike(reference.Case{}, c.column, c.got, c.want) != c.same {
			t.Errorf("%s: %s and %s", c.column, c.got, c.want)
		}
	}
}
