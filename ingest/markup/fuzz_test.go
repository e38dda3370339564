package markup

import (
	"errors"
	"testing"

	"evidencepack/ingest/grid"
)

// soundErrors are the errors that a reader of this room may give.
var soundErrors = []error{grid.ErrNotTable, grid.ErrDamaged, grid.ErrTooLarge, grid.ErrEntity, grid.ErrEmpty}

// checkBook checks what must hold of every file: a named error or a book whose
// rows grow, keep the bounds, and come the same when they are walked again.
func checkBook(t *testing.T, book *grid.Book, err error) {
	t.Helper()
	if err != nil {
		for _, sound := range soundErrors {
			if errors.Is(err, sound) {
				return
			}
		}
		t.Fatalf("an error without a name: %v", err)
	}
	cells := 0
	for _, s := range book.Sheets {
		for _, m := range s.Merges {
			if m.Top < 1 || m.Bottom < m.Top || m.Left < 0 || m.Right < m.Left || m.Right >= grid.MostColumns || m.Bottom > grid.MostRows {
				t.Fatalf("a merged range %+v", m)
			}
		}
		line := 0
		for r := range s.Rows {
			cells += len(r.Cells)
			if r.Line <= line || r.Line > grid.MostRows || len(r.Cells) > grid.MostColumns {
				t.Fatalf("row %d after row %d with %d cells", r.Line, line, len(r.Cells))
			}
			line = r.Line
		}
	}
	if cells > grid.MostCells {
		t.Fatalf("%d cells", cells)
	}
	if cells > 100_000 {
		return
	}
	if first, second := shown(book), shown(book); first != second {
		t.Fatal("the second walk is another")
	}
}

func FuzzHTML(f *testing.F) {
	for _, page := range []string{
		"<table>" + grids + "</table>", "<table><tr><td><table>" + grids + "</table></table>", "<table<>",
		`<style>.d{mso-number-format:"Short Date"}</style><table><tr><td class=d x:num=5 colspan=2 rowspan=0>a<td hidden>b<tr><td><select><option selected>c</table>`,
		"<table><caption>x</caption><thead><tr><th rowspan=3>a<th>b</thead><tbody><tr style='display:none'><td>1<p>2<br>3<td>&nbsp;<img alt=x></table></html>",
		"<table><tr><td>a<td>b<tr><td>c<td>d<tr><td><table>" + grids + "<tr><td>1<tr><td>2</table>e</table>",
	} {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		book, err := HTML(page)
		checkBook(t, book, err)
	})
}

func FuzzSpreadsheetML(f *testing.F) {
	f.Add([]byte(inWorkbook("<Row>" + data("String", "Date") + data("DateTime", "2025-11-03T14:05:00.000") + "</Row>")))
	f.Add([]byte(inWorkbook(`<Column ss:Index="2" ss:Span="3" ss:StyleID="p"/><Row ss:Index="3" ss:Span="4" ss:Hidden="1"><Cell ss:Index="2" ss:MergeAcross="2" ss:MergeDown="3" ss:Formula="=[x.xls]a!R1C1"/>` + data("Number", "1e3") + data("Boolean", "1") + data("Error", "#N/A") + "</Row>")))
	f.Add(utf16Bytes(inWorkbook("<Row>" + data("String", "a") + "</Row>")))
	f.Add([]byte(`<Workbook><ExcelWorkbook><Date1904/></ExcelWorkbook><Worksheet Name="a"><Table><Row><Cell StyleID="b"><Data Type="DateTime">1904-01-01</Data><Comment/></Cell></Row></Table><AutoFilter/><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`))
	f.Fuzz(func(t *testing.T, text []byte) {
		book, err := SpreadsheetML(text)
		checkBook(t, book, err)
	})
}
