package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"evidencepack/render"
)

// TestNotes reads what managers say beside known weaknesses, and names the line of what
// is wrong.
func TestNotes(t *testing.T) {
	file := filepath.Join(t.TempDir(), "pack.yaml")
	for _, c := range []struct {
		text string
		want render.Note
		says string
	}{
		{"weaknesses:\n  - measure: RES-13\n    note: ' A decision for each. '\n    owner: Registered manager\n    due: 2026-12-31\n",
			render.Note{Metric: "RES-13", Text: "A decision for each.", Owner: "Registered manager", Due: "31 December 2026", Line: 2}, ""},
		{"provider: A\nweaknesses:\n  - measure: REF-01\n    service: Elm\n    note: We meet\n", render.Note{Metric: "REF-01", Service: "Elm", Text: "We meet", Line: 3}, ""},
		{"weaknesses:\n  - measure: REF-99\n    note: We meet\n", render.Note{}, `line 2: there is no metric "REF-99"`},
		{"weaknesses:\n  - measure: REF-01\n", render.Note{}, "this weakness has no note"},
		{"weaknesses:\n  - measure: REF-01\n    note: We meet\n    due: soon\n", render.Note{}, "line 4"},
		{"weaknesses:\n  - measure: REF-01\n    note: " + strings.Repeat("word ", 61) + "\n", render.Note{}, "the note has 61 words, and may have 60"},
		{"weaknesses:\n  - measure: REF-01\n    note: We meet\n  - measure: REF-01\n    note: We met\n", render.Note{}, "line 4: REF-01 has two notes"},
		{"weaknesses:\n  - measure: REF-01\n    notes: We meet\n", render.Note{}, "line 3"},
	} {
		if err := os.WriteFile(file, []byte(c.text), 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := readSettings(file, false)
		switch {
		case c.says == "" && (err != nil || len(s.notes) != 1 || s.notes[0] != c.want):
			t.Errorf("%q: %+v, %v; want %+v", c.text, s.notes, err, c.want)
		case c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)):
			t.Errorf("%q: %v, want %q", c.text, err, c.says)
		}
	}
}
