package reference

import (
	"io/fs"
	"slices"
	"testing"
)

// TestEveryCaseHasItsFiles goes through cases.csv: every file that it speaks of is
// there, and no other.
func TestEveryCaseHasItsFiles(t *testing.T) {
	cases, err := Cases()
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) != 239 {
		t.Errorf("%d cases, want 239", len(cases))
	}
	want := []string{"README.md", "cases.csv", "make_reference.R"}
	for _, c := range cases {
		want = append(want, c.Input(), c.Expected())
		if c.Method == "its" {
			want = append(want, c.Fitted())
		}
	}
	entries, err := fs.ReadDir(Files(), ".")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
		text, err := fs.ReadFile(Files(), e.Name())
		if err != nil || len(text) == 0 {
			t.Errorf("%s: %d bytes, %v", e.Name(), len(text), err)
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("the files are not those of cases.csv: %d, want %d", len(got), len(want))
	}
}

func TestParamsAreReadAsTyped(t *testing.T) {
	cases, err := Cases()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(cases, func(c Case) bool { return c.Method == "xmr" && c.Name == "facets" })
	want := []Param{{"direction", "decrease"}, {"target", "Alder@20|Beech@18"}, {"rebase", "Beech@2023-11-01"}}
	if at < 0 || !slices.Equal(cases[at].Params, want) {
		t.Errorf("case %d: want the settings %v", at, want)
	}
}
