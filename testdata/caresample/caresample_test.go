package caresample

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestUnpackWritesWhatExpectedGives(t *testing.T) {
	dir := t.TempDir()
	if err := Unpack(dir); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"expected_evidence.csv", "expected_rows.csv", "expected_rejects.csv", "identifiers.txt", "README.md"} {
		want, err := Expected(name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if len(want) == 0 || !bytes.Equal(got, want) {
			t.Errorf("%s: unpacked %d bytes, packed %d", name, len(got), len(want))
		}
	}
}

// TestEveryExportOfTheSampleIsThere reads the sample's own list of files.
func TestEveryExportOfTheSampleIsThere(t *testing.T) {
	dir := t.TempDir()
	if err := Unpack(dir); err != nil {
		t.Fatal(err)
	}
	rows, err := Expected("expected_rows.csv")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(rows)), "\n")[1:]
	if len(lines) != 39 {
		t.Errorf("the sample lists %d files, want 39", len(lines))
	}
	for _, line := range lines {
		name, _, _ := strings.Cut(line, ",")
		if _, err := os.Stat(filepath.Join(dir, "exports", name)); err != nil {
			t.Error(err)
		}
	}
}

func TestExpectedNamesTheMissingFile(t *testing.T) {
	if _, err := Expected("nothing.csv"); err == nil || !strings.Contains(err.Error(), "nothing.csv") {
		t.Errorf("got %v, want an error that names the file", err)
	}
}
