package ingest

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"evidencepack/ingest/record"
	"evidencepack/ingest/text"
	"evidencepack/testdata/caresample"
)

// sampleFolder holds the exports of the care sample in memory.
var sampleFolder = sync.OnceValues(func() (fstest.MapFS, error) {
	dir, err := os.MkdirTemp("", "caresample-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := caresample.Unpack(dir); err != nil {
		return nil, err
	}
	return inMemory(os.DirFS(filepath.Join(dir, "exports")))
})

// inMemory copies every file of a folder.
func inMemory(folder fs.FS) (fstest.MapFS, error) {
	files := make(fstest.MapFS)
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(folder, name)
		files[name] = &fstest.MapFile{Data: text}
		return err
	})
	return files, err
}

// sampleRead is the care sample, read once for all tests.
var sampleRead = sync.OnceValues(func() (*Exports, error) {
	folder, err := sampleFolder()
	if err != nil {
		return nil, err
	}
	return Read(folder, Options{})
})

func careSample(t testing.TB) *Exports {
	t.Helper()
	e, err := sampleRead()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// expected gives the rows of one of the sample's tables, by heading.
func expected(t *testing.T, name string) []map[string]string {
	t.Helper()
	text, err := caresample.Expected(name)
	if err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\uFEFF"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, values := range all[1:] {
		row := make(map[string]string)
		for i, heading := range all[0] {
			row[heading] = values[i]
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		t.Fatalf("%s has no rows", name)
	}
	return rows
}

func TestSampleLedger(t *testing.T) {
	var want, got []string
	for _, r := range expected(t, "expected_rows.csv") {
		want = append(want, strings.Join([]string{r["file"], r["sheet"], r["record_type"], r["header_row"], r["rows_read"],
			r["used"], r["rejected"], r["unmapped"], r["duplicates"], r["struck_out"]}, " "))
	}
	for _, l := range careSample(t).Ledgers {
		line := fmt.Sprint(l.File, " ", l.Sheet, " ", l.Kind, " ", l.HeaderRow, " ", l.Read)
		for _, n := range l.Counts {
			line += " " + strconv.Itoa(n)
		}
		got = append(got, line)
	}
	sameLines(t, got, want)
}

// TestSampleSetAside compares each row that is in no figure, by its line.
func TestSampleSetAside(t *testing.T) {
	var want, got []string
	classes := map[string]record.Class{"rejected": record.Rejected, "unmapped": record.Unmapped, "struck": record.StruckOut}
	for _, r := range expected(t, "expected_rejects.csv") {
		class, known := classes[r["kind"]]
		if !known {
			t.Fatalf("the sample knows a kind %q", r["kind"])
		}
		want = append(want, fmt.Sprint(r["file"], " ", r["sheet"], " ", r["line"], " ", r["record_type"], " ", class, " ", r["field"]))
	}
	for _, i := range careSample(t).Issues {
		if i.Row > 0 && (i.Class == record.Rejected || i.Class == record.Unmapped || i.Class == record.StruckOut) {
			got = append(got, fmt.Sprint(i.File, " ", i.Sheet, " ", i.Row, " ", i.Kind, " ", i.Class, " ", i.Field))
		}
	}
	sameLines(t, got, want)
}

// sameLines compares two lists of lines in any order.
func sameLines(t *testing.T, got, want []string) {
	t.Helper()
	slices.Sort(got)
	slices.Sort(want)
	for _, line := range minus(got, want) {
		t.Errorf("not expected: %s", line)
	}
	for _, line := range minus(want, got) {
		t.Errorf("missing: %s", line)
	}
	if len(got) != len(want) {
		t.Errorf("%d lines, want %d", len(got), len(want))
	}
}

// minus gives the lines of a that are not in b.
func minus(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

// TestSampleIssuesHoldNobody searches every issue for the names, numbers and
// dates of birth of the sample's people and staff.
func TestSampleIssuesHoldNobody(t *testing.T) {
	text, err := caresample.Expected("identifiers.txt")
	if err != nil {
		t.Fatal(err)
	}
	said := make(map[string]bool)
	for _, i := range careSample(t).Issues {
		said[strings.ToLower(" "+strings.Join(words(i.Field+" "+i.Detail+" "+i.Code), " ")+" ")] = true
	}
	identifiers := strings.Split(strings.TrimSpace(string(text)), "\n")
	if len(identifiers) < 1000 || len(said) < 10 {
		t.Fatalf("%d identifiers and %d different issues: the test looks in the wrong place", len(identifiers), len(said))
	}
	for _, identifier := range identifiers {
		want := strings.ToLower(" " + strings.Join(words(identifier), " ") + " ")
		for issue := range said {
			if strings.Contains(issue, want) {
				t.Errorf("an issue says %q, which holds one of the identifiers", issue)
			}
		}
	}
}

// words parts a text at everything that is no letter and no digit.
func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !strings.ContainsRune(letters, r) && r < 0x80 })
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

// TestSamplePrivateTexts wants every name, number, phone and postcode of the
// registers among the things that must not appear in a pack.
func TestSamplePrivateTexts(t *testing.T) {
	e := careSample(t)
	private := e.People.Private()
	for _, file := range []struct {
		name   string
		fields []string
	}{
		{"people.csv", []string{"person_ref", "person_name", "nhs_number", "birth_date", "phone", "postcode"}},
		{"staff.csv", []string{"staff_name", "phone"}},
	} {
		folder, err := sampleFolder()
		if err != nil {
			t.Fatal(err)
		}
		book, err := text.Open(folder[file.name].Data)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range e.Headers {
			if h.File != file.name {
				continue
			}
			for r := range book.Sheets[0].Rows {
				for _, field := range file.fields {
					value := r.Cells[slices.Index(h.Fields, field)].Text
					if _, kept := private[value]; !kept && r.Line > 1 && len(value) > 3 {
						t.Errorf("%s, line %d: the %s is not among the private texts", file.name, r.Line, field)
					}
				}
			}
		}
	}
}
