package ods

import (
	"encoding/csv"
	"errors"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/grid"
)

// corpus gives a file of the collection of odd files, or skips the test.
func corpus(t testing.TB, name string) []byte {
	t.Helper()
	for _, folder := range []string{"../../testdata/corpus", os.Getenv("EVIDENCEPACK_CORPUS")} {
		if text, err := os.ReadFile(path.Join(folder, name)); err == nil && folder != "" {
			return text
		}
	}
	if os.Getenv("CI") != "" {
		t.Fatal("not there: ", name)
	}
	t.Skip("not there: ", name)
	return nil
}

// reasons are the words of the collection for what a refusal must say.
var reasons = map[string][]error{
	"encrypted": {grid.ErrLocked},
	"damaged":   {grid.ErrDamaged},
	"bomb":      {grid.ErrTooLarge},
}

// TestCorpus holds every OpenDocument spreadsheet of the collection against its list.
func TestCorpus(t *testing.T) {
	records, err := csv.NewReader(strings.NewReader(string(corpus(t, "MANIFEST.csv")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, r := range records[1:] {
		field := func(name string) string { return r[slices.Index(records[0], name)] }
		if !strings.HasSuffix(field("file"), ".ods") {
			continue
		}
		tried++
		t.Run(path.Base(field("file")), func(t *testing.T) {
			against(t, corpus(t, field("file")), field("expect"), field("sheets"), field("reason"))
		})
	}
	if tried == 0 {
		t.Error("the list names no spreadsheet")
	}
}

func against(t *testing.T, text []byte, expect, sheets, reason string) {
	b, err := Open(text)
	if err != nil {
		said := false
		for _, r := range strings.Split(reason, "|") {
			said = said || slices.ContainsFunc(reasons[r], func(want error) bool { return errors.Is(err, want) })
		}
		if expect == "read" || expect == "refuse" && !said {
			t.Errorf("refused with %v, want %s %s", err, expect, reason)
		}
		return
	}
	if expect == "refuse" {
		t.Fatal("it is read")
	}
	rows := map[string]int{}
	for _, s := range b.Sheets {
		rows[s.Name] = len(linesOf(s))
	}
	for _, name := range strings.Split(sheets, "|") {
		if name != "" && rows[name] == 0 {
			t.Errorf("the sheet %q has no row; %v", name, rows)
		}
	}
}
