package ingest

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func TestDecode(t *testing.T) {
	const text = "Name,Note\r\nAsha Venn,\"didn’t want to – £5, café\"\r\n"
	encode := func(order unicode.Endianness, mark unicode.BOMPolicy) []byte {
		out, err := unicode.UTF16(order, mark).NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	western, err := charmap.Windows1252.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for what, encoded := range map[string][]byte{
		"UTF-8":                 []byte(text),
		"UTF-8 with a mark":     append([]byte("\xEF\xBB\xBF"), text...),
		"UTF-16LE with a mark":  encode(unicode.LittleEndian, unicode.UseBOM),
		"UTF-16BE with a mark":  encode(unicode.BigEndian, unicode.UseBOM),
		"UTF-16LE without mark": encode(unicode.LittleEndian, unicode.IgnoreBOM),
		"UTF-16BE without mark": encode(unicode.BigEndian, unicode.IgnoreBOM),
		"Windows-1252":          western,
	} {
		if got, known := decode(encoded); got != text || !known {
			t.Errorf("%s: %q (%t)", what, got, known)
		}
	}
	if got, known := decode([]byte("Date,Note\n12/04/2026,\x00tea and toast with jam, and then a long sleep\n")); !known || !strings.Contains(got, "tea") {
		t.Errorf("one zero byte makes a text binary: %q", got)
	}
	if _, known := decode(bytes.Repeat([]byte{0, 1, 2, 3, 0xFE, 0x80}, 100)); known {
		t.Error("binary is taken as text")
	}
}

// TestFilesThatAreNoExport wants the right reason for each, and no panic.
func TestFilesThatAreNoExport(t *testing.T) {
	locked := append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), utf16Name("EncryptedPackage")...)
	whole := workbookOf(t, map[string][][]any{"Log": {{"Incident no", "Date", "Incident type"}, {"I1", "12/04/2026", "Fall"}}})
	for _, c := range []struct {
		what string
		data []byte
		code string
	}{
		{"nothing", nil, codeZeroBytes},
		{"a locked workbook", locked, codeLocked},
		{"an old workbook", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1old"), codeOldWorkbook},
		{"a PDF", []byte("%PDF-1.7\n"), codePDF},
		{"a zip", []byte("PK\x03\x04\x14\x00 incidents.csv"), codeZip},
		{"a web page", []byte("<html><table><tr><td>Date</td></tr></table></html>"), codeWebPage},
		{"a web page with a mark", []byte("\xEF\xBB\xBF  <!DOCTYPE html>"), codeWebPage},
		{"a picture", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06"), codeNotTable},
		{"half a workbook", whole[:len(whole)/2], codeCutShort},
		{"a workbook without its end", whole[:len(whole)-30], codeCutShort},
		{"a letter", []byte("Dear all,\nplease find the report below.\nRegards\n"), codeNotTable},
		{"another table", []byte("Colour,Size\nred,3\nblue,4\n"), codeUnknownKind},
		{"only blank lines", []byte("\n\n  \n"), codeNotTable},
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
