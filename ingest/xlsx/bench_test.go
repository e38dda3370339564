package xlsx

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"evidencepack/ingest/grid"
)

// manyRows makes a workbook of so many rows with twelve columns, one of them dates,
// with shared strings, as exports have them.
func manyRows(b *testing.B, n int) []byte {
	b.Helper()
	var sheet, texts bytes.Buffer
	sheet.WriteString(`<worksheet ` + namespaces + `><sheetData>`)
	texts.WriteString(`<sst ` + namespaces + `>`)
	shared := 0
	for i := range n {
		fmt.Fprintf(&sheet, `<row r="%d" spans="1:12">`, i+1)
		for c := range 12 {
			at := fmt.Sprintf("%c%d", 'A'+c, i+1)
			switch c {
			case 1:
				fmt.Fprintf(&sheet, `<c r="%s" s="1"><v>%.11f</v></c>`, at, 45292+float64(i)/288)
			case 5, 6, 7:
				fmt.Fprintf(&sheet, `<c r="%s"><v>%d</v></c>`, at, (i*7919+c)%1000)
			default:
				number := (i*31 + c*17) % 5000
				if c == 11 {
					number = 5000 + i
				}
				fmt.Fprintf(&sheet, `<c r="%s" t="s"><v>%d</v></c>`, at, number)
				shared = max(shared, number)
			}
		}
		sheet.WriteString(`</row>`)
	}
	sheet.WriteString(`</sheetData></worksheet>`)
	for i := range shared + 1 {
		fmt.Fprintf(&texts, `<si><t>Personal care given, note %d</t></si>`, i)
	}
	texts.WriteString(`</sst>`)
	return packed(b, simple(sheet.String(), parts{
		"xl/sharedStrings.xml":       texts.String(),
		"xl/styles.xml":              `<styleSheet ` + namespaces + `><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
		"xl/_rels/workbook.xml.rels": relationships("s1", "worksheet", "worksheets/sheet1.xml", "t", "sharedStrings", "sharedStrings.xml", "f", "styles", "styles.xml"),
	}))
}

// BenchmarkRead reads 100,000 rows of twelve columns: this reader with and without
// the check of the whole file, and the library that it took the place of.
func BenchmarkRead(b *testing.B) {
	text := manyRows(b, 100_000)
	book, err := Open(text, "")
	if err != nil {
		b.Fatal(err)
	}
	b.Run("own", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			book, err := Open(text, "")
			if err != nil {
				b.Fatal(err)
			}
			wantRows(b, 100_000, countRows(book.Sheets[0]))
		}
	})
	b.Run("own, rows only", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			wantRows(b, 100_000, countRows(book.Sheets[0]))
		}
	})
	b.Run("excelize", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			wantRows(b, 100_000, excelizeRows(b, text))
		}
	})
}

func wantRows(b *testing.B, want, got int) {
	b.Helper()
	if got != want {
		b.Fatalf("%d rows, want %d", got, want)
	}
}

func countRows(s grid.Sheet) (n int) {
	for range s.Rows {
		n++
	}
	return n
}

// excelizeRows walks the rows with the library, raw values and all in memory.
func excelizeRows(b *testing.B, text []byte) (n int) {
	b.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(text), excelize.Options{RawCellValue: true, UnzipXMLSizeLimit: 1 << 30})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	rows, err := f.Rows("Log")
	if err != nil {
		b.Fatal(err)
	}
	for rows.Next() {
		if _, err := rows.Columns(); err != nil {
			b.Fatal(err)
		}
		n++
	}
	return n
}
