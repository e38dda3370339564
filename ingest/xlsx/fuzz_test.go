package xlsx

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"evidencepack/ingest/grid"
)

// known wants every error to be one that package grid names.
func known(err error) bool {
	var u grid.Unsupported
	for _, e := range []error{grid.ErrLocked, grid.ErrWrongPassword, grid.ErrDamaged, grid.ErrTooLarge, grid.ErrEntity, grid.ErrEmpty} {
		if errors.Is(err, e) {
			return true
		}
	}
	return errors.As(err, &u)
}

// checkBook walks every sheet twice: lines grow, cells stay within bounds, and the
// same comes both times.
func checkBook(t *testing.T, b *grid.Book) {
	for _, s := range b.Sheets {
		last := 0
		for r := range s.Rows {
			if r.Line <= last || r.Line > grid.MostRows || len(r.Cells) == 0 || len(r.Cells) > grid.MostColumns {
				t.Fatalf("row %d of %d cells after row %d", r.Line, len(r.Cells), last)
			}
			last = r.Line
			end := r.Cells[len(r.Cells)-1]
			if !end.Numeric && end.Text == "" && !end.Fault && !end.NoResult {
				t.Fatalf("row %d ends with an empty cell", r.Line)
			}
			for _, c := range r.Cells {
				if c.Numeric && (c.Number-c.Number != 0 || c.Text == "") || (c.Date || c.Percent) && !c.Numeric || (c.Fault || c.NoResult) && c.Text != "" {
					t.Fatalf("row %d has %+v", r.Line, c)
				}
			}
		}
		for _, m := range s.Merges {
			if m.Top < 1 || m.Top > m.Bottom || m.Left < 0 || m.Left > m.Right || m.Bottom > grid.MostRows || m.Right >= grid.MostColumns {
				t.Fatalf("merge %+v", m)
			}
		}
		if first, second := lines(s), lines(s); first != second {
			t.Fatalf("walked again it is %q, before it was %q", second, first)
		}
		for range s.Rows {
			break
		}
	}
}

// smallest gives the small workbooks from the wild, for seeds.
func smallest(f *testing.F) (texts [][]byte) {
	for _, root := range []string{filepath.Join("..", "..", "testdata", "corpus"), os.Getenv("EVIDENCEPACK_CORPUS")} {
		names, err := filepath.Glob(filepath.Join(root, "*", "*.xls[xm]"))
		if err != nil || root == "" {
			continue
		}
		for _, name := range names {
			if text, err := os.ReadFile(name); err == nil && len(text) < 8<<10 {
				texts = append(texts, text)
			}
		}
	}
	return texts
}

// FuzzOpen reads any bytes as a workbook.
func FuzzOpen(f *testing.F) {
	for _, text := range smallest(f) {
		f.Add(text)
	}
	for _, c := range cellCases {
		f.Add(packed(f, caseParts(c.cells)))
	}
	sealed, err := excelize.Encrypt(packed(f, simple(rows(`<row r="1"><c r="A1"><v>7</v></c></row>`), parts{"padding.bin": noise(4200)})), &excelize.Options{Password: "p"})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(sealed)
	f.Fuzz(func(t *testing.T, text []byte) {
		b, err := Open(text, "p")
		if err != nil {
			if !known(err) {
				t.Fatal(err)
			}
			return
		}
		checkBook(t, b)
	})
}

// FuzzSheet reads any text as the markup of a sheet and of the shared strings:
// changes to a zip file seldom get that far.
func FuzzSheet(f *testing.F) {
	for _, c := range cellCases {
		f.Add(rows(`<row r="1">`+c.cells+`</row>`), sharedTexts, styleSheet)
	}
	for _, c := range rowCases {
		f.Add(rows(c.rows), sharedTexts, styleSheet)
	}
	f.Fuzz(func(t *testing.T, sheet, texts, styles string) {
		if len(sheet)+len(texts)+len(styles) > 64<<10 {
			return
		}
		p := caseParts("")
		p["xl/worksheets/sheet1.xml"], p["xl/sharedStrings.xml"], p["xl/styles.xml"] = sheet, texts, styles
		b, err := Open(packed(t, p), "")
		if err != nil {
			if !known(err) {
				t.Fatal(err)
			}
			return
		}
		checkBook(t, b)
	})
}

// FuzzScanner cuts any text into tokens twice, once with a buffer that holds next
// to nothing: what comes out must not depend on where the buffer ends.
func FuzzScanner(f *testing.F) {
	for _, c := range append([]string{sharedTexts, styleSheet, `<?xml version="1.0"?><!-- - --><a b = 'c>&lt;' ><x:y/><![CDATA[<&]]>é</a >`}, badMarkup...) {
		f.Add(c)
	}
	f.Fuzz(func(t *testing.T, text string) {
		whole, wholeErr := tokens(text, len(text)+16)
		small, smallErr := tokens(text, 3)
		if whole != small || (wholeErr == nil) != (smallErr == nil) {
			t.Fatalf("%q, %v\nwith a small buffer %q, %v", whole, wholeErr, small, smallErr)
		}
	})
}

// tokens writes down what a scanner gives.
func tokens(text string, buffer int) (string, error) {
	var out bytes.Buffer
	s, err := newScanner(bytes.NewReader([]byte(text)))
	if err != nil {
		return "", err
	}
	s.buf = make([]byte, buffer)
	for {
		what, err := s.next()
		if err != nil {
			return "", err
		}
		switch what {
		case over:
			return out.String(), nil
		case opened:
			out.WriteString("<" + string(s.name))
			for _, m := range s.marks {
				out.WriteString(" " + string(m.name) + "=" + string(appendText(nil, m.value, false)))
			}
			out.WriteByte('>')
		case closed:
			out.WriteString("</>")
		case words:
			out.Write(appendText(nil, s.text, s.plain))
		}
	}
}
