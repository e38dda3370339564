package ods

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"evidencepack/ingest/archive"
	"evidencepack/ingest/grid"
)

// FuzzOpen reads any bytes as a spreadsheet, and as the part with the sheets,
// which mutations of a packed file seldom reach: no panic, rows that grow within
// the sheet, and the same at a second walk.
func FuzzOpen(f *testing.F) {
	for _, cells := range []string{`<table:table-cell office:value-type="float" office:value="1.5"/><table:table-cell table:number-columns-repeated="3"` + word,
		`<table:table-cell office:value-type="time" office:time-value="PT1H2.5S"/><table:table-cell table:formula="x"><text:p>a<text:s text:c="9"/>&amp;</text:p></table:table-cell>`} {
		f.Add(pack(f, oneRow(cells), nil))
		f.Add([]byte(oneRow(cells)))
	}
	for _, folder := range []string{"../../testdata/corpus", os.Getenv("EVIDENCEPACK_CORPUS")} {
		names, err := filepath.Glob(filepath.Join(folder, "workbook/*.ods"))
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range names {
			file, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(file)
			f.Add(contentOf(f, file))
		}
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		b, err := Open(file)
		check(t, b, err)
		b, err = newContent(bytes.NewReader(file)).read()
		check(t, b, err)
	})
}

// contentOf unpacks the part with the sheets.
func contentOf(t testing.TB, file []byte) []byte {
	a, err := archive.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := a.Reader("content.xml", false)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func check(t *testing.T, b *grid.Book, err error) {
	if (b == nil) == (err == nil) {
		t.Fatal("neither a book nor an error, or both")
	}
	if err != nil {
		return
	}
	for _, s := range b.Sheets {
		last, cells := 0, 0
		for r := range s.Rows {
			if r.Line <= last || r.Line > grid.MostRows || len(r.Cells) > grid.MostColumns || len(r.Cells) == 0 {
				t.Fatalf("row %d of %d cells after row %d", r.Line, len(r.Cells), last)
			}
			last = r.Line
			cells += len(r.Cells)
		}
		for r := range s.Rows {
			cells -= len(r.Cells)
		}
		if cells != 0 {
			t.Fatal("two walks differ")
		}
	}
}
