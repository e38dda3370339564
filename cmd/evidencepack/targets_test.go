package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"evidencepack/render"
)

// TestTargets reads what a provider wants measures to be; the better side of a measure
// says which side of a bare number is missed.
func TestTargets(t *testing.T) {
	file := filepath.Join(t.TempDir(), "pack.yaml")
	for _, c := range []struct {
		text string
		id   string
		want render.Target
		says string
	}{
		{"targets:\n  REF-07: 85\n", "REF-07", render.Target{Value: 85}, ""},
		{"targets:\n  MED-01: 2.5\n", "MED-01", render.Target{Value: 2.5, AtMost: true}, ""},
		{"targets:\n  REF-01: 6%\n", "REF-01", render.Target{Value: 6, AtMost: true}, ""},
		{"targets:\n  INC-01: at most 8\n", "INC-01", render.Target{Value: 8, AtMost: true}, ""},
		{"targets:\n  INC-01: At  least 8\n", "INC-01", render.Target{Value: 8}, ""},
		{"targets:\n  RES-13: 0\n", "RES-13", render.Target{AtMost: true}, ""},
		{"provider: A\ntargets:\n  REF-07: 85\n  INC-01: 8\n", "", render.Target{}, "line 4: INC-01 has no better side"},
		{"targets:\n  REF-99: 8\n", "", render.Target{}, `line 2: there is no metric "REF-99"`},
		{"targets:\n  REF-07: soon\n", "", render.Target{}, "line 2: the target of REF-07 is no number"},
		{"targets:\n  REF-07: -1\n", "", render.Target{}, "is below 0"},
		{"targets:\n  REF-07: NaN\n", "", render.Target{}, "is no number"},
		{"targets:\n  REF-07: 850\n", "", render.Target{}, "above 100 per cent"},
		{"targets:\n  REF-07: 85\n  REF-07: 90\n", "", render.Target{}, "line 3"},
	} {
		if err := os.WriteFile(file, []byte(c.text), 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := readSettings(file, false)
		switch {
		case c.says == "" && (err != nil || s.targets[c.id] != c.want):
			t.Errorf("%q: %+v, %v; want %+v", c.text, s.targets, err, c.want)
		case c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)):
			t.Errorf("%q: %v, want %q", c.text, err, c.says)
		}
	}
}
