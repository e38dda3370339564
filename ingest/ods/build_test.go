package ods

import (
	"archive/zip"
	"bytes"
	"maps"
	"slices"
	"testing"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// head declares the prefixes that LibreOffice uses.
const head = `<?xml version="1.0" encoding="UTF-8"?><office:document-content` +
	` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"` +
	` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
	` xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3">`

const manifestHead = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">`

// spreadsheet makes the part with the sheets.
func spreadsheet(inside string) string {
	return head + `<office:body><office:spreadsheet>` + inside + `</office:spreadsheet></office:body></office:document-content>`
}

// oneSheet makes the part with one sheet.
func oneSheet(rows string) string {
	return spreadsheet(`<table:table table:name="S"><table:table-column table:number-columns-repeated="1024"/>` + rows + `</table:table>`)
}

func oneRow(cells string) string {
	return oneSheet(`<table:table-row>` + cells + `</table:table-row>`)
}

// pack makes a spreadsheet file of the part with the sheets, and others.
func pack(t testing.TB, content string, others map[string]string) []byte {
	t.Helper()
	parts := map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content,
		"META-INF/manifest.xml": manifestHead + `</manifest:manifest>`}
	maps.Copy(parts, others)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if parts[name] == "" {
			continue
		}
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func mustOpen(t *testing.T, content string) *grid.Book {
	t.Helper()
	b, err := Open(pack(t, content, nil))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// line is one row as it was read.
type line struct {
	at     int
	hidden bool
	cells  []cell.Raw
}

func linesOf(s grid.Sheet) []line {
	var out []line
	for r := range s.Rows {
		out = append(out, line{r.Line, r.Hidden, slices.Clone(r.Cells)})
	}
	return out
}
