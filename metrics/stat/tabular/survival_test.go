package tabular

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"evidencepack/testdata/reference"
)

// applyCase runs a method on the input of a case.
func applyCase(t *testing.T, m Method, c reference.Case, more map[string]string) (Table, error) {
	t.Helper()
	settings := map[string]string{}
	for _, p := range c.Params {
		settings[p.Name] = p.Value
	}
	for name, value := range more {
		settings[name] = value
	}
	return m.Apply(Input{referenceTable(t, c.Input()), settings})
}

// compareTables compares all cells that are to be matched.
func compareTables(t *testing.T, name string, got, want Table, same func(row int, head, got, want string) bool) {
	t.Helper()
	if !slices.Equal(got.Head, want.Head) || len(got.Rows) != len(want.Rows) {
		t.Errorf("%s: %d rows of %v, want %d of %v", name, len(got.Rows), got.Head, len(want.Rows), want.Head)
		return
	}
	for i := range want.Rows {
		for k, head := range want.Head {
			if g, w := got.Rows[i][k], want.Rows[i][k]; !same(i, head, g, w) {
				t.Errorf("%s: row %d, %s is %s, want %s", name, i+1, head, g, w)
			}
		}
	}
}

func TestRangesFunnelsAndCurvesAgainstTheReference(t *testing.T) {
	cases, err := reference.Cases()
	if err != nil {
		t.Fatal(err)
	}
	methods := slices.Concat(intervalMethods, funnelMethods, survivalMethods)
	tried := map[reference.Check]int{}
	for _, c := range cases {
		at := slices.IndexFunc(methods, func(m Method) bool { return m.Name == c.Method })
		if at < 0 {
			continue
		}
		tried[c.Check]++
		name := c.Method + " " + c.Name
		got, err := applyCase(t, methods[at], c, nil)
		switch {
		case c.Check == reference.Error && err == nil:
			t.Errorf("%s: want an error", name)
		case c.Check == reference.Error:
		case err != nil:
			t.Errorf("%s: %v", name, err)
		default:
			// The partial cases are matched in full, too.
			compareTables(t, name, got, referenceTable(t, c.Expected()), func(_ int, _, got, want string) bool { return sameCell(got, want) })
		}
	}
	if tried[reference.Full] != 54 || tried[reference.Partial] != 2 || tried[reference.Error] != 2 {
		t.Errorf("tried %v", tried)
	}
}

// sameFit compares to the tolerance of a fit, or to an absolute one.
func sameFit(got, want string, absolute float64) bool {
	g, gotErr := strconv.ParseFloat(got, 64)
	w, wantErr := strconv.ParseFloat(want, 64)
	if gotErr != nil || wantErr != nil || math.IsNaN(g) || math.IsNaN(w) {
		return sameCell(got, want)
	}
	return math.Abs(g-w) <= 2e-7*math.Abs(w)+absolute
}

// partialFits says which cells of the partial cases carry meaning: the note of each
// in cases.csv.
var partialFits = map[string]struct {
	heads    []string
	rows     []int // nil is all
	absolute float64
}{
	"qpois_all_equal":   {[]string{"term", "estimate", "t", "num", "den", "fitted", "counterfactual"}, nil, 1e-9},
	"qpois_four_points": {[]string{"term", "estimate", "std_err", "t", "num", "den", "fitted", "counterfactual"}, nil, 1e-12},
	"qpois_zero_post":   {nil, []int{0, 1}, 1e-12},
}

func TestSegmentedAgainstTheReference(t *testing.T) {
	cases, err := reference.Cases()
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, c := range cases {
		if c.Method != "its" {
			continue
		}
		tried++
		part, isPart := partialFits[c.Name]
		if isPart != (c.Check == reference.Partial) {
			t.Errorf("%s: which cells carry meaning?", c.Name)
		}
		same := func(row int, head, got, want string) bool {
			if part.heads != nil && !slices.Contains(part.heads, head) || part.rows != nil && !slices.Contains(part.rows, row) {
				return true
			}
			return sameFit(got, want, max(1e-12, part.absolute))
		}
		for output, file := range map[string]string{"coefficients": c.Expected(), "fitted": c.Fitted()} {
			got, err := applyCase(t, regressionMethods[0], c, map[string]string{"output": output})
			if err != nil {
				t.Errorf("%s: %v", c.Name, err)
				continue
			}
			compareTables(t, "its "+c.Name+" "+output, got, referenceTable(t, file), same)
		}
	}
	if tried != 14 {
		t.Errorf("tried %d", tried)
	}
}

func TestNoEventsAfterTheChangeIsSaid(t *testing.T) {
	in := Input{Table{Head: []string{"t", "num", "den"}}, map[string]string{"t0": "7"}}
	for i := range 12 {
		num := "0"
		if i < 6 {
			num = strconv.Itoa(3 + i%2)
		}
		in.Table.Rows = append(in.Table.Rows, []string{strconv.Itoa(i + 1), num, "100"})
	}
	out, err := regressionMethods[0].Apply(in)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"", "", "NaN", "NaN", "NaN", "NaN"} {
		if got := out.Rows[i][1]; want != "" && got != want || want == "" && (got == "NaN" || got == "NA") {
			t.Errorf("%s is %s", out.Rows[i][0], got)
		}
	}
	if said := strings.Join(regressionMethods[0].Remark(in), " "); !strings.Contains(said, "level has no finite value") {
		t.Errorf("it says %q", said)
	}
}
