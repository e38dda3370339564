package ingest

import (
	"os"
	"strings"
	"testing"
)

// corpusFile gives one of the odd files of other projects.
func corpusFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../testdata/corpus/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestFilesThatAreNoExport wants the right reason for each, and no panic.
func TestFilesThatAreNoExport(t *testing.T) {
	locked := corpusFile(t, "workbook/calamine__pass_protected.xlsx")
	whole := workbookOf(t, map[string][][]any{"Log": {{"Incident no", "Date", "Incident type"}, {"I1", "12/04/2026", "Fall"}}})
	for _, c := range []struct {
		what string
		data []byte
		code string
	}{
		{"nothing", nil, codeZeroBytes},
		{"a locked workbook", locked, codeLocked},
		{"an old workbook", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1old"), codeCutShort},
		{"a PDF", []byte("%PDF-1.7\n"), "format-pdf"},
		{"a zip that was cut off", []byte("PK\x03\x04\x14\x00 incidents.csv"), codeCutShort},
		{"a web page", []byte("<html><table><tr><td>Date</td></tr></table></html>"), codeWebPage},
		{"a web page with a mark", []byte("\xEF\xBB\xBF  <!DOCTYPE html>"), codeWebPage},
		{"a picture", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06"), "format-image"},
		{"half a workbook", whole[:len(whole)/2], codeCutShort},
		{"a workbook without its end", whole[:len(whole)-30], codeCutShort},
		{"a letter", []byte("Dear all,\nplease find the report below.\nRegards\n"), codeNotTable},
		{"another table", []byte("Colour,Size\nred,3\nblue,4\n"), codeUnknownKind},
		{"only blank lines", []byte("\n\n  \n"), codeNothingInIt},
	} {
		in := readOne(t, "file.xlsx", c.data).Inputs[0]
		if in.Error == nil || in.Error.Code != c.code {
			t.Errorf("%s: %+v, want %s", c.what, in.Error, c.code)
			continue
		}
		if p := Explain(in.Error.Code); p.Title == "" || p.Done == "" || p.Hint == "" {
			t.Errorf("%s: the catalogue does not explain %s", c.what, c.code)
		}
	}
}

// TestMissingColumn names the kind, the row and the columns.
func TestMissingColumn(t *testing.T) {
	e := readOne(t, "notes.csv", []byte("Care notes\nDate,Client ID,Task,Decline reason\n12/04/2026,HR1,Meals,\n"))
	issue := e.Inputs[0].Error
	if issue == nil || issue.Code != codeMissingColumn || issue.Field != "outcome" || issue.Row != 2 || !strings.Contains(issue.Detail, "care notes") {
		t.Errorf("%+v", issue)
	}
	if len(e.Ledgers) != 0 {
		t.Errorf("the ledger has %v", e.Ledgers)
	}
}
