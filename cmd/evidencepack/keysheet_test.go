package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestKeySheetOnRequest wants who is who in no file of a build, and in the key sheet
// only where one is asked for: outside the packs, and for its owner alone.
func TestKeySheetOnRequest(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "exports", smallExports)
	mustRun(t, "key", "new", "our.key")
	mustRun(t, "exports", "--out", "out", "--key", "our.key")
	if entries, err := os.ReadDir("."); err != nil || len(entries) != 3 {
		t.Errorf("a build that was asked for no key sheet wrote %v: %v", entries, err)
	}
	mustRun(t, "exports", "--out", "out", "--key", "our.key", "--key-sheet", "who.csv")
	sheet := readCSV(t, "who.csv")
	if len(sheet) != 2 || sheet[0]["name"] != "Una Testperson" || !strings.HasPrefix(sheet[0]["inspection_pack"], "P-") {
		t.Fatalf("the key sheet says %v", sheet)
	}
	if info, err := os.Stat("who.csv"); err != nil || (runtime.GOOS != "windows" && info.Mode().Perm() != 0o600) {
		t.Errorf("the key sheet has the mode %v: %v", info.Mode(), err)
	}
	for _, file := range []string{evidenceName, manifestName, "data-quality.csv", "inspection-pack.json", "monthly-report.json", "tender-pack.json"} {
		text, err := os.ReadFile(filepath.Join("out", file))
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range sheet {
			if strings.Contains(string(text), row["name"]) || strings.Contains(string(text), `"`+row["id"]+`"`) {
				t.Errorf("%s says who somebody is", file)
			}
			if file != "inspection-pack.json" && strings.Contains(string(text), row["inspection_pack"]) {
				t.Errorf("%s holds a pseudonym of the inspection pack", file)
			}
			if strings.HasPrefix(file, "tender") && strings.Contains(string(text), row["monthly_report"]) {
				t.Errorf("%s holds a pseudonym", file)
			}
		}
	}
}

// TestKeyKeepsPseudonyms builds two months with one key: the people of the first
// keep their pseudonyms in each pack, whoever came since.
func TestKeyKeepsPseudonyms(t *testing.T) {
	t.Chdir(t.TempDir())
	mustRun(t, "key", "new", "our.key")
	writeFiles(t, "exports", smallExports)
	mustRun(t, "exports", "--out", "out", "--key", "our.key", "--key-sheet", "before.csv")
	writeFiles(t, "exports", map[string]string{"people.csv": smallExports["people.csv"] + "A0,Tria Testperson,Elm,01/01/2020,\n"})
	mustRun(t, "exports", "--out", "out", "--key", "our.key", "--key-sheet", "after.csv")
	after := make(map[string]map[string]string)
	for _, row := range readCSV(t, "after.csv") {
		after[row["id"]] = row
	}
	for _, row := range readCSV(t, "before.csv") {
		for column, text := range row {
			if after[row["id"]][column] != text {
				t.Errorf("%s of %s was %s and is %s", column, row["id"], text, after[row["id"]][column])
			}
		}
		if row["inspection_pack"] == row["monthly_report"] {
			t.Errorf("%s has one pseudonym in two packs", row["id"])
		}
	}
	if len(after) != 3 {
		t.Errorf("%d people", len(after))
	}
}
