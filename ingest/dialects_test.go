package ingest

import (
	"os"
	"testing"
)

// TestDialects cuts small files from the wild; their rows were counted with
// other tools. The files are no care exports, so Read refuses them.
func TestDialects(t *testing.T) {
	for _, c := range []struct {
		file   string
		header int // line of the headings; 0 is none
		rows   int // rows below them
		first  string
	}{
		{"PapaParse__malformed.tsv", 1, 9, ""},
		{"PhpSpreadsheet__encoding.utf16le.csv", 0, 2, ""},
		{"PhpSpreadsheet__premiere.utf16lebom.csv", 0, 2, "première"},
		{"PhpSpreadsheet__semicolon_separated.csv", 1, 2, ""},
		{"PhpSpreadsheet__sep.csv", 1, 2, ""},
		{"agate__test_cr.csv", 1, 3, ""},
		{"csvkit__bad.csv", 1, 3, ""},
		{"csvkit__mac_newlines.csv", 1, 2, ""},
		{"csvkit__test_empty_columns.csv", 1, 2, ""},
		{"csvkit__test_latin1.csv", 1, 2, ""},
		{"csvkit__test_skip_lines.csv", 4, 1, ""},
		{"csvkit__test_utf8_bom.csv", 1, 2, "foo"},
		{"duckdb__latin1.csv", 1, 12, ""},
		{"frictionless-py__blank-rows.csv", 1, 2, ""},
		{"frictionless-py__defective-rows.csv", 1, 2, ""},
		{"miller__line-term-crlf.csv", 1, 10, ""},
		{"miller__ragged.csv", 1, 3, ""},
	} {
		data, err := os.ReadFile("testdata/dialects/" + c.file)
		if err != nil {
			t.Fatal(err)
		}
		tables, code := open(c.file, data, "")
		if code != "" || len(tables) != 1 {
			t.Errorf("%s: %s", c.file, code)
			continue
		}
		rows, first := 0, ""
		for r := range tables[0].rows {
			filled := false
			for _, cell := range r.cells {
				filled = filled || !cell.Empty()
			}
			if first == "" {
				first = r.cells[0].Text
			}
			if filled && r.line > c.header {
				rows++
			}
		}
		if rows != c.rows || (c.first != "" && first != c.first) {
			t.Errorf("%s: %d rows, the first value is %q; want %d and %q", c.file, rows, first, c.rows, c.first)
		}
	}
}
