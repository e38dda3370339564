package tabular

import (
	"encoding/csv"
	"math"
	"slices"
	"strconv"
	"testing"

	"evidencepack/testdata/reference"
)

// referenceTable reads one of the packed files.
func referenceTable(t *testing.T, name string) Table {
	t.Helper()
	file, err := reference.Files().Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil || len(lines) == 0 {
		t.Fatalf("%s: %d lines, %v", name, len(lines), err)
	}
	return Table{Head: lines[0], Rows: lines[1:]}
}

// sameCell compares a cell with the reference: numbers to its tolerance, NA and NaN alike.
func sameCell(got, want string) bool {
	undefined := func(cell string) bool { return cell == "NA" || cell == "NaN" }
	g, gotErr := strconv.ParseFloat(got, 64)
	w, wantErr := strconv.ParseFloat(want, 64)
	switch {
	case undefined(got) || undefined(want):
		return undefined(got) && undefined(want)
	case gotErr != nil || wantErr != nil || math.IsInf(w, 0):
		return got == want
	}
	return math.Abs(g-w) <= 1e-9*math.Abs(w)+1e-12
}

func TestControlAndXmRAgainstTheReference(t *testing.T) {
	cases, err := reference.Cases()
	if err != nil {
		t.Fatal(err)
	}
	methods := slices.Concat(controlMethods, xmrMethods)
	tried := map[reference.Check]int{}
	for _, c := range cases {
		at := slices.IndexFunc(methods, func(m Method) bool { return m.Name == c.Method })
		if at < 0 {
			continue
		}
		tried[c.Check]++
		settings := map[string]string{}
		for _, p := range c.Params {
			settings[p.Name] = p.Value
		}
		got, err := methods[at].Apply(Input{referenceTable(t, c.Input()), settings})
		switch {
		case c.Check == reference.Error:
			if err == nil {
				t.Errorf("%s %s: want an error", c.Method, c.Name)
			}
			continue
		case err != nil:
			t.Errorf("%s %s: %v", c.Method, c.Name, err)
			continue
		}
		want := referenceTable(t, c.Expected())
		if !slices.Equal(got.Head, want.Head) || len(got.Rows) != len(want.Rows) {
			t.Errorf("%s %s: %d rows of %v", c.Method, c.Name, len(got.Rows), got.Head)
			continue
		}
		for i := range want.Rows {
			for k := range want.Head {
				if !sameCell(got.Rows[i][k], want.Rows[i][k]) {
					t.Errorf("%s %s: row %d, %s is %s, want %s", c.Method, c.Name, i+1, want.Head[k], got.Rows[i][k], want.Rows[i][k])
				}
			}
		}
	}
	if tried[reference.Full] != 164 || tried[reference.Error] != 3 {
		t.Errorf("tried %v", tried)
	}
}
