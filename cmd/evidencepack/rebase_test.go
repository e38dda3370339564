package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSettingsTemplateCanBeUsed takes the # away from every setting that init
// writes, as a user would.
func TestSettingsTemplateCanBeUsed(t *testing.T) {
	var lines []string
	for _, line := range strings.Split(settingsTemplate, "\n") {
		text, comment := strings.CutPrefix(line, "# ")
		key, _, found := strings.Cut(strings.TrimLeft(text, " -"), ":")
		if comment && found && !strings.Contains(key, " ") {
			line = text
		}
		lines = append(lines, line)
	}
	file := filepath.Join(t.TempDir(), "pack.yaml")
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := readSettings(file, true)
	if err != nil {
		t.Fatal(err)
	}
	if s.Provider != "Your organisation" || len(s.Packs) != 3 || len(s.Ladder) != 8 || s.BaselineTo != "2026-03-31" || s.Templates != "templates" {
		t.Errorf("%+v", s)
	}
	if len(s.Rebase) != 1 || s.Rebase[0].Metric != "REF-01" || s.Rebase[0].from.String() != "2026-04-01" || s.Rebase[0].Why == "" || s.Rebase[0].line < 20 {
		t.Errorf("%+v", s.Rebase)
	}
}
