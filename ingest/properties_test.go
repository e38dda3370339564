package ingest

import (
	"fmt"
	"os"
	"path"
	"slices"
	"testing"
	"testing/fstest"

	"evidencepack/ingest/record"
	"evidencepack/testdata"
)

// folders are the folders of test data that the properties are checked on.
func folders(t *testing.T) map[string]fstest.MapFS {
	t.Helper()
	sample, err := sampleFolder()
	if err != nil {
		t.Fatal(err)
	}
	demo, err := inMemory(testdata.Exports())
	if err != nil {
		t.Fatal(err)
	}
	small, err := inMemory(os.DirFS("testdata/dialects"))
	if err != nil {
		t.Fatal(err)
	}
	if len(sample) < 30 || len(demo) < 20 || len(small) < 10 {
		t.Fatalf("%d, %d and %d files: the test looks in the wrong place", len(sample), len(demo), len(small))
	}
	return map[string]fstest.MapFS{"sample": sample, "demo": demo, "dialects": small}
}

// TestEveryRowHasOneClass checks the ledgers of every folder.
func TestEveryRowHasOneClass(t *testing.T) {
	for _, folder := range folders(t) {
		readFolder(t, folder, Options{})
	}
}

// TestEveryFileAlone reads each file as a folder of one.
func TestEveryFileAlone(t *testing.T) {
	for _, folder := range folders(t) {
		for name, file := range folder {
			e := readOne(t, path.Base(name), file.Data)
			if len(e.Inputs) != 1 || (e.Inputs[0].Error == nil) != (len(e.Ledgers) > 0) {
				t.Errorf("%s: %+v with %d ledgers", name, e.Inputs, len(e.Ledgers))
			}
		}
	}
}

// TestRowNumbersGoForward wants records and issues in order of file, sheet and
// row, and no row twice among the records.
func TestRowNumbersGoForward(t *testing.T) {
	for what, folder := range folders(t) {
		e := readFolder(t, folder, Options{})
		last := record.Ref{}
		for r := range e.Records() {
			at := r.Where().Ref
			if at.File == last.File && at.Sheet == last.Sheet && at.Row <= last.Row {
				t.Errorf("%s: %v after %v", what, at, last)
			}
			last = at
		}
		for i := 1; i < len(e.Issues); i++ {
			if earlier(e.Issues[i].Ref, e.Issues[i-1].Ref) {
				t.Errorf("%s: %v after %v", what, e.Issues[i].Ref, e.Issues[i-1].Ref)
			}
		}
	}
}

// TestReadIsRepeatable reads each folder twice and wants the same, pseudonyms too.
func TestReadIsRepeatable(t *testing.T) {
	for what, folder := range folders(t) {
		one, two := readFolder(t, folder, Options{}), readFolder(t, folder, Options{})
		if a, b := fmt.Sprintf("%+v", one.Issues), fmt.Sprintf("%+v", two.Issues); a != b {
			t.Errorf("%s: the issues differ", what)
		}
		if a, b := fmt.Sprintf("%+v %+v", one.Ledgers, one.Headers), fmt.Sprintf("%+v %+v", two.Ledgers, two.Headers); a != b {
			t.Errorf("%s: the ledgers differ", what)
		}
		if !slices.Equal(lines(one), lines(two)) {
			t.Errorf("%s: the records differ", what)
		}
	}
}

func lines(e *Exports) []string {
	var out []string
	for r := range e.Records() {
		out = append(out, fmt.Sprintf("%T %+v", r, r))
	}
	return out
}
