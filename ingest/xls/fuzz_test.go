package xls

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"evidencepack/ingest/grid"
)

// FuzzOpen reads any bytes as a workbook: no panic, rows that grow within the
// sheet, and the same at a second walk.
func FuzzOpen(f *testing.F) {
	stream := one(slices.Concat(rec(recSharedText, uint32(1), uint32(1), 4, []byte{0}, "ab"), rec(recContinue, []byte{1}, utf16le("Łβ")), rec(recDate1904, 1)),
		rec(recLabelShared, 0, 0, 0, uint32(0)), rec(recMulRK, 1, 0, 0, uint32(6), 0, uint32(10), 1), rec(recMerges, 1, 0, 1, 0, 1),
		rec(recFormula, 2, 0, 0, []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 0), rec(recText, 2, []byte{0}, "hi"))
	f.Add(stream)
	f.Add(compound([]string{"Workbook"}, stream))
	f.Add(bookOf(biff5, rec(recCodepage, 932), sheetOf{name: "S", records: rec(recLabel, 0, 0, 0, 2, "\x88\x9f")}))
	for _, folder := range []string{"../../testdata/corpus", os.Getenv("EVIDENCEPACK_CORPUS")} {
		names, err := filepath.Glob(filepath.Join(folder, "workbook/*.xls"))
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range names {
			if text, err := os.ReadFile(name); err == nil && len(text) < 32<<10 {
				f.Add(text)
				if s, err := workbookStream(text); err == nil {
					f.Add([]byte(s)) // without the container, which mutations break first
				}
			}
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, password := range []string{"", "password"} {
			b, err := Open(text, password)
			if (b == nil) == (err == nil) {
				t.Fatal("neither a book nor an error, or both")
			}
			if err == nil {
				walkTwice(t, b)
			}
		}
	})
}

func walkTwice(t *testing.T, b *grid.Book) {
	for _, s := range b.Sheets {
		last, cells := 0, 0
		for r := range s.Rows {
			if r.Line <= last || r.Line > 1<<16 || len(r.Cells) > mostColumns {
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
