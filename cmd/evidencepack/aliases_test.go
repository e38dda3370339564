package main

import (
	"strings"
	"testing"
)

// TestAliases builds with a file of aliases beside the mappings: it is used, and
// an error in it names the line and nobody.
func TestAliases(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "in", smallExports)
	writeFiles(t, "in", map[string]string{"activities.csv": "Date,Name,Service,Activity,Status\n05/01/2026,Unie T.,Elm,Choir,Attended\n"})
	for _, c := range []struct {
		aliases, says string
		want          int
	}{
		{"kind,written,means\n", "set aside 1", exitDone},
		{"kind,written,means\nperson,Unie T.,A1\n", "set aside 0", exitDone},
		{"kind,written,means\nperson,Unie T.,A1\nperson,Unie T,A2\n", "mappings/aliases.csv, line 3: it contradicts line 2", exitNothing},
	} {
		writeFiles(t, "in/mappings", map[string]string{aliasFile: c.aliases})
		code, _, stderr := tryRun("build", "--in", "in", "--out", "out", "--pack", "monthly")
		if code != c.want || !strings.Contains(stderr, c.says) || strings.Contains(stderr, "Unie") {
			t.Errorf("%q: %d %s", c.aliases, code, stderr)
		}
	}
	if code, _, stderr := tryRun("inspect", "in"); code != exitNothing || !strings.Contains(stderr, "line 3") {
		t.Errorf("inspect: %d %s", code, stderr)
	}
}
