package xlsx

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

const (
	namespaces = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	typeOf     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	mainType   = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
)

// parts are the parts of a package by their names.
type parts map[string]string

// simple is a workbook of one sheet "Log"; other parts replace or add to its own.
func simple(sheet string, other parts) parts {
	p := parts{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + mainType + `"/></Types>`,
		"_rels/.rels": relationships("w", "officeDocument", "xl/workbook.xml"),
		"xl/workbook.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
			`<workbook ` + namespaces + `><sheets><sheet name="Log" sheetId="1" r:id="s1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": relationships("s1", "worksheet", "worksheets/sheet1.xml"),
		"xl/worksheets/sheet1.xml":   sheet,
	}
	for name, text := range other {
		p[name] = text
		if text == "" {
			delete(p, name)
		}
	}
	return p
}

// relationships makes the part of relationships out of ids, kinds and targets by turns.
func relationships(of ...string) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for r := range slices.Chunk(of, 3) {
		b.WriteString(`<Relationship Id="` + r[0] + `" Type="` + typeOf + r[1] + `" Target="` + r[2] + `"/>`)
	}
	return b.String() + `</Relationships>`
}

// rows is a sheet with nothing but its rows.
func rows(text string) string {
	return `<worksheet ` + namespaces + `><sheetData>` + text + `</sheetData></worksheet>`
}

// packed makes a zip file, its parts in the order of their names.
func packed(t testing.TB, p parts) []byte {
	t.Helper()
	names := make([]string, 0, len(p))
	for name := range p {
		names = append(names, name)
	}
	slices.Sort(names)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(p[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// mustOpen opens a workbook that must be sound.
func mustOpen(t testing.TB, p parts) *grid.Book {
	t.Helper()
	b, err := Open(packed(t, p), "")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// all keeps the rows of a sheet.
func all(s grid.Sheet) []grid.Row {
	var out []grid.Row
	for r := range s.Rows {
		r.Cells = slices.Clone(r.Cells)
		out = append(out, r)
	}
	return out
}

// lines writes the texts of a sheet down, cells parted by | and rows by their numbers.
func lines(s grid.Sheet) string {
	var b strings.Builder
	for r := range s.Rows {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strings.Repeat("~", map[bool]int{true: 1}[r.Hidden]))
		b.WriteString(strconv.Itoa(r.Line) + ":")
		for i, c := range r.Cells {
			if i > 0 {
				b.WriteByte('|')
			}
			b.WriteString(shown(c))
		}
	}
	return b.String()
}

// shown writes one cell down with what is known of it.
func shown(c cell.Raw) string {
	marks := ""
	for _, m := range []struct {
		on   bool
		mark string
	}{{c.Numeric, "#"}, {c.Date, "d"}, {c.Percent, "%"}, {c.From1904, "4"}, {c.Fault, "!"}, {c.NoResult, "?"}} {
		if m.on {
			marks += m.mark
		}
	}
	return c.Text + marks
}

// corpus gives a file from the wild by group and name.
func corpus(t testing.TB, name string) []byte {
	t.Helper()
	for _, folder := range []string{filepath.Join("..", "..", "testdata", "corpus"), os.Getenv("EVIDENCEPACK_CORPUS")} {
		if folder == "" {
			continue
		}
		if text, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name))); err == nil {
			return text
		}
	}
	t.Fatal("the corpus lacks ", name)
	return nil
}
