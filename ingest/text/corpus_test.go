package text

import (
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// corpusFolder is where the files from the wild are; the test ends without them.
func corpusFolder(t testing.TB) string {
	for _, folder := range []string{"../../testdata/corpus", os.Getenv("EVIDENCEPACK_CORPUS")} {
		if _, err := os.Stat(filepath.Join(folder, "MANIFEST.csv")); folder != "" && err == nil {
			return folder
		}
	}
	t.Fatal("the corpus is not there")
	return ""
}

// TestCorpus opens every text file from the wild and wants what its line of the
// manifest says of the encoding, the delimiter and the number of rows.
func TestCorpus(t *testing.T) {
	folder := corpusFolder(t)
	f, err := os.Open(filepath.Join(folder, "MANIFEST.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := make(map[string]int)
	for i, heading := range lines[0] {
		column[heading] = i
	}
	seen := 0
	for _, line := range lines[1:] {
		name := line[column["file"]]
		if !strings.HasSuffix(name, "sv") && !strings.HasSuffix(name, ".txt") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(folder, name))
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		seen++
		checkFile(t, name, data, func(heading string) string { return line[column[heading]] })
	}
	if seen < 10 {
		t.Errorf("only %d files of the manifest are there", seen)
	}
}

func checkFile(t *testing.T, name string, data []byte, expected func(string) string) {
	book, err := Open(data)
	if expected("expect") == "refuse" {
		if !errors.Is(err, grid.ErrEmpty) {
			t.Errorf("%s: error %v, want %s", name, err, expected("reason"))
		}
		return
	}
	if err != nil {
		if expected("expect") == "read" {
			t.Errorf("%s: %v", name, err)
		}
		return
	}
	encoding := strings.Split(expected("encoding"), "|")
	if expected("encoding") != "" && !slices.Contains(encoding, book.Encoding) {
		t.Errorf("%s: encoding %q, want %v", name, book.Encoding, encoding)
	}
	if want := expected("delimiter"); want != "" && want != book.Delimiter {
		t.Errorf("%s: delimiter %q, want %q", name, book.Delimiter, want)
	}
	if book.Repaired == 0 && book.Delimiter != "" {
		checkStandard(t, name, data, book)
	}
	header, _ := strconv.Atoi(expected("header_row"))
	filled, last := 0, 0
	for r := range book.Sheets[0].Rows {
		if r.Line <= last {
			t.Fatalf("%s: line %d after line %d", name, r.Line, last)
		}
		last = r.Line
		if r.Line > header && slices.ContainsFunc(r.Cells, func(c cell.Raw) bool { return !c.Empty() }) {
			filled++
		}
	}
	if want := expected("rows"); want != "" {
		few := 0
		for i, s := range strings.Split(want, "|") {
			n, err := strconv.Atoi(s)
			if err != nil {
				t.Fatalf("%s: rows %q", name, want)
			}
			if i == 0 || n < few {
				few = n
			}
		}
		if filled < few {
			t.Errorf("%s: %d rows, want %s", name, filled, want)
		}
	}
}

// checkStandard wants the rows that the reader of the standard library gives, for
// a file that it reads without an error. It knows no lone CR, and no apostrophes
// as quotation marks.
func checkStandard(t *testing.T, name string, data []byte, book *grid.Book) {
	decoded, _, _ := Decode(data)
	said, rest := saidDelimiter(decoded)
	d := settle(rest, said)
	r := csv.NewReader(strings.NewReader(rest))
	r.Comma, r.FieldsPerRecord = rune(d.delimiter), -1
	want, err := r.ReadAll()
	if err != nil || d.mark != '"' || strings.Count(rest, "\r") != strings.Count(rest, "\r\n") {
		return
	}
	want = slices.DeleteFunc(want, func(values []string) bool { return len(values) == 1 && isBlank(values[0]) })
	i := 0
	for row := range book.Sheets[0].Rows {
		values := make([]string, len(row.Cells))
		for j, c := range row.Cells {
			values[j] = strings.ReplaceAll(c.Text, "\r\n", "\n")
		}
		if i >= len(want) || !slices.Equal(values, want[i]) {
			t.Errorf("%s: line %d is not as the standard library reads it", name, row.Line)
			return
		}
		i++
	}
	if i != len(want) {
		t.Errorf("%s: %d rows, the standard library reads %d", name, i, len(want))
	}
}
