package sniff

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
)

// zipped makes a zip file of names and texts.
func zipped(t testing.TB, parts ...string) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// wide writes a text as UTF-16 with the first byte of each unit as told.
func wide(s string, bigEndian, mark bool) string {
	if mark {
		s = "\uFEFF" + s
	}
	var out []byte
	for _, unit := range utf16.Encode([]rune(s)) {
		if bigEndian {
			out = append(out, byte(unit>>8), byte(unit))
		} else {
			out = append(out, byte(unit), byte(unit>>8))
		}
	}
	return string(out)
}

// types is the list of parts of an Office file with one main part.
func types(main string) string {
	return `<Types><Override PartName="/x" ContentType="` + main + `"/></Types>`
}

const openOffice = "application/vnd.openxmlformats-officedocument."

func TestKind(t *testing.T) {
	whole := zipped(t, "[Content_Types].xml", types(openOffice+"spreadsheetml.sheet.main+xml"), "xl/workbook.xml", "<workbook/>")
	page := "<table><tr><td>a<td>b<tr><td>1<td>2</table>"
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", Empty},
		{"a workbook", whole, Workbook},
		{"a workbook with macros", zipped(t, "[Content_Types].xml", types("application/vnd.ms-excel.sheet.macroEnabled.main+xml")), Workbook},
		{"a template", zipped(t, "[Content_Types].xml", types(openOffice+"spreadsheetml.template.main+xml")), Workbook},
		{"a workbook without its list of parts", zipped(t, "xl/worksheets/sheet1.xml", "<x/>"), Workbook},
		{"a binary workbook", zipped(t, "[Content_Types].xml", types("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "xl/workbook.bin", ""), BinaryExcel},
		{"a text of Word", zipped(t, "[Content_Types].xml", types(openOffice+"wordprocessingml.document.main+xml")), Word},
		{"a text of Word with a workbook in it", zipped(t, "[Content_Types].xml", types(openOffice+"wordprocessingml.document.main+xml")+openOffice+"spreadsheetml.sheet", "word/embeddings/a.xlsx", ""), Word},
		{"slides", zipped(t, "[Content_Types].xml", types(openOffice+"presentationml.presentation.main+xml")), Slides},
		{"a spreadsheet of LibreOffice", zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ODS},
		{"one without its type", zipped(t, "META-INF/manifest.xml", `<m:file-entry m:media-type="application/vnd.oasis.opendocument.spreadsheet"/>`), ODS},
		{"a text of LibreOffice", zipped(t, "mimetype", "application/vnd.oasis.opendocument.text"), ODSOther},
		{"Numbers", zipped(t, "Index/Document.iwa", "", "Metadata/Properties.plist", ""), Numbers},
		{"Numbers in a folder", zipped(t, "Rota.numbers/Index.zip", ""), Numbers},
		{"exports in a zip file", zipped(t, "Sept/Notes.csv", "a,b", "Sept/Log.xlsx", whole), Zip},
		{"a zip file with nothing in it", zipped(t), Zip},
		{"a workbook that is cut off", whole[:len(whole)-30], ZipDamaged},
		{"the first bytes of a workbook", "PK\x03\x04", ZipDamaged},
		{"a text that begins with PK", "PK,Name\n1,A\n", Text},
		{"an old workbook", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 500), OLE},
		{"Excel 2", "\x09\x00\x04\x00\x02\x00\x10\x00", BIFF},
		{"Excel 3", "\x09\x02\x06\x00\x00\x00\x10\x00\x00\x00", BIFF},
		{"Excel 4", "\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00", BIFF},
		{"a PDF", "%PDF-1.7\n", PDF},
		{"a PDF behind a line", "\r\nX%PDF-1.4 1 0 obj <<>> stream", PDF},
		{"a text about PDF", "Note\nsaved as %PDF-1.4\n", Text},
		{"a page", "<!DOCTYPE html>\n<html><body>" + page, HTML},
		{"a page of Excel", `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>`, HTML},
		{"a page with a mark and blanks", "\uFEFF\r\n  <HTML>", HTML},
		{"a page in UTF-16", wide("<html>"+page, false, true), HTML},
		{"a page in UTF-16 without a mark", wide("<html>"+page, true, false), HTML},
		{"a page that says it is XML", `<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><html>`, HTML},
		{"a page behind a comment", "<!-- made by x -->\n<table>", HTML},
		{"a table alone", page, HTML},
		{"a broken table", "<table<>\n", HTML},
		{"a table in a part of a page", "<div class=x><h1>Report</h1>" + page + "</div>", HTML},
		{"a part of a page without a table", "<p>Session expired</p>", Text},
		{"headings with tags", "<b>Name</b>,<b>Date</b>\nA,B\n", Text},
		{"tables in cells", "<p>Name</p>;\"<table><tr><td>\"\n", Text},
		{"a list in angles", "<Name>,<Date>\nA,B\n", Text},
		{"marks of less", "<5,>10\n1,2\n", Text},
		{"Excel 2003 in XML", `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:x">`, SpreadsheetML},
		{"one without its hint", `<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">`, SpreadsheetML},
		{"one in UTF-16", wide(`<?xml version="1.0" encoding="UTF-16"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, false, true), SpreadsheetML},
		{"one with entities", `<!DOCTYPE Workbook [<!ENTITY a "b>">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, SpreadsheetML},
		{"a workbook of another kind", `<?xml version="1.0"?><Workbook/>`, XML},
		{"LibreOffice in XML", `<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">`, FODS},
		{"a text of LibreOffice in XML", `<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text">`, XML},
		{"XML", `<?xml version="1.0"?><rows><row a="1"/></rows>`, XML},
		{"XML that declares nothing", "<rows>\n<row/></rows>\n", XML},
		{"XML in one tag", "<rows/>", XML},
		{"XML that is cut off", "<?xml vers", XML},
		{"RTF", `{\rtf1\ansi`, RTF},
		{"SLK", "ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K\"Date\"\r\nE\r\n", SLK},
		{"a heading ID", "ID;Name;Outcome\n1;A;Refused\n", Text},
		{"a heading ID with short names", "ID;P;C\nC;X1;Y\n1;2;3\n", Text},
		{"codes that look like SLK", "ID;P;K\nB;oak;2\n", Text},
		{"only the heading", "ID;Person\n", Text},
		{"DIF", "TABLE\r\n0,1\r\n\"EXCEL\"\r\nVECTORS\r\n", DIF},
		{"a heading TABLE", "TABLE\n1,2\nx,y\n", Text},
		{"a heading TABLE with more", "TABLE,ROW\n0,1\n\"a\",2\n", Text},
		{"JSON", `{"rows": [1, 2]}`, JSON},
		{"JSON by lines", "{\"a\":1}\n{\"a\":2}\n", JSON},
		{"a list of JSON with a mark", "\uFEFF [ {\"a\": null} ]\n", JSON},
		{"JSON in UTF-16", wide(`[{"name":"a"}]`, false, true), JSON},
		{"long JSON", `["` + strings.Repeat("long ", 30_000) + `"]`, JSON},
		{"JSON that is cut off", `{"a": [1, {"b": "c`, JSON},
		{"a heading in brackets", "[Name],[Date]\nA,B\n", Text},
		{"numbers in brackets", "[1],[2]\n", Text},
		{"a log", "[2025-09-01] started\n", Text},
		{"one in braces", "{id},{name}\n", Text},
		{"PNG", "\x89PNG\r\n\x1a\n\x00\x00", Image}, {"JPEG", "\xFF\xD8\xFF\xE0\x00", Image}, {"GIF", "GIF89a\x01", Image},
		{"TIFF", "II*\x00\x08", Image}, {"WEBP", "RIFF\x00\x00\x00\x00WEBPVP8 ", Image}, {"HEIC", "\x00\x00\x00\x18ftypheic\x00", Image},
		{"BMP", "BM\x1e\x00\x00\x00" + strings.Repeat("\x00", 24), Image},
		{"a heading BM", "BM,Date,Name and more words\n1,2,3\n", Text},
		{"gzip", "\x1F\x8B\x08\x00", GZip}, {"7z", "7z\xBC\xAF\x27\x1C\x00", SevenZip}, {"RAR", "Rar!\x1A\x07\x00", RAR},
		{"SQLite", "SQLite format 3\x00", SQLite}, {"Access", "\x00\x01\x00\x00Standard ACE DB\x00", Access},
		{"Parquet", "PAR1\x15\x00PAR1", Parquet}, {"a heading PAR1", "PAR1,PAR2\n1,2\n", Text},
		{"a program", "MZ\x90\x00\x03\x00", Program}, {"a heading MZ", "MZ,Name\n1,2\n", Text},
		{"a mail", "Received: by x\r\n with y\r\nFrom: a\r\nSubject: b\r\n\r\nHello\r\n", Mail},
		{"a page saved as one file", "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n", Mail},
		{"a box of mails", "From a@b Mon Sep 1\nReturn-Path: <a@b>\nSubject: x\n\nHello\n", Mail},
		{"a report from and to", "From: 01/09/2025\nTo: 30/09/2025\n\nDate,Name\n1,2\n", Text},
		{"a table of mails", "Message-ID: and,Subject\n1,2\n", Text},
		{"text", "Date,Name\n1,2\n", Text}, {"text in Windows letters", "Caf\xe9;Name\n", Text}, {"one letter", "a", Text},
		{"text in UTF-16", wide("Date\tName\n", false, true), Text}, {"text in UTF-16 the other way", wide("Date\tName\n", true, false), Text},
		{"text in UTF-32", "\xFF\xFE\x00\x00D\x00\x00\x00", Text}, {"blanks", " \r\n", Text}, {"a mark alone", "\uFEFF", Text},
		{"marks of telephones", "Note\nrefused\x0b\x00 again and again and again and again and again and again and again, at lunch and supper\n", Text},
		{"numbers of a machine", "\x01\x02\x03\x04\x05\x80\x90", Binary}, {"zeros", strings.Repeat("\x00", 100), Binary},
	} {
		if got := Kind([]byte(c.text)); got != c.want {
			t.Errorf("%s is %s, want %s", c.name, got, c.want)
		}
	}
}

// TestKindOfTheCorpus expects of every file of the corpus the kind that its name
// says, but for those that are something else.
func TestKindOfTheCorpus(t *testing.T) {
	byEnd := map[string]string{".xlsx": Workbook, ".xlsm": Workbook, ".xls": OLE, ".ods": ODS, ".xlsb": BinaryExcel, ".csv": Text, ".tsv": Text,
		".txt": Text, ".json": JSON, ".slk": SLK, ".xml": SpreadsheetML, ".html": HTML, ".numbers": Numbers, ".zip": Zip}
	others := map[string]string{
		"ExcelDataReader__Test_git_issue_466_biff3.xls": BIFF, "xlrd__biff4_no_format_no_window2.xls": BIFF, "calamine__too_small.xls": Text,
		"ExcelDataReader__agile_AES256_SHA512_CBC_pwd_password.xlsx": OLE, "ExcelDataReader__standard_AES128_SHA1_ECB_pwd_password.xlsx": OLE,
		"calamine__pass_protected.xlsx": OLE, "msoffcrypto-tool__example_password.xlsx": OLE, "poi__protected_passtika.xlsx": OLE,
		"qsv__password-protected-password123.xlsx": OLE, "fastexcel__empty.xlsx": Zip, "duckdb__empty.csv": Empty, "duckdb__case_60.csv": Binary,
		"poi__clusterfuzz-testcase-minimized-POIXSSFFuzzer-6123461607817216.xlsx":  ZipDamaged,
		"poi__clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5025401116950528.xlsx": ZipDamaged,
		"presidio-research__generated_test.txt":                                    JSON,
	}
	seen := 0
	for _, dir := range []string{filepath.Join("..", "..", "testdata", "corpus"), os.Getenv("EVIDENCEPACK_CORPUS")} {
		files, err := filepath.Glob(filepath.Join(dir, "*", "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			base := filepath.Base(name)
			if dir == "" || filepath.Base(filepath.Dir(name)) == "LICENCES" {
				continue
			}
			want, found := others[base]
			if !found {
				want, found = byEnd[strings.ToLower(filepath.Ext(base))]
			}
			if !found {
				continue
			}
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			seen++
			if got := Kind(text); got != want {
				t.Errorf("%s is %s, want %s", base, got, want)
			}
		}
	}
	if seen == 0 {
		t.Fatal("the corpus is not there")
	}
}

func TestAdvice(t *testing.T) {
	for _, kind := range []string{
		Empty, Workbook, BinaryExcel, ODS, ODSOther, Word, Slides, Numbers, Zip, ZipDamaged, OLE, BIFF, PDF, HTML, SpreadsheetML, FODS, XML,
		RTF, SLK, DIF, JSON, Image, GZip, SevenZip, RAR, SQLite, Access, Parquet, Program, Mail, Text, Binary, "biff5",
		"biff2", "biff3", "biff4", "xls", "wks", "sxc", "lock", "vsd", "pub", "doc", "ppt", "msg", "odt", "odp", "odg", "odb",
	} {
		if _, known := advices[kind]; !known && within[kind] == "" {
			t.Errorf("there is no advice for %s", kind)
		}
		title, whatToDo := Advice(kind)
		for _, c := range title + whatToDo {
			if c > 0x7E || c < 0x20 {
				t.Errorf("%s: %q does not show on an old screen", kind, c)
			}
		}
		if !strings.HasPrefix(title, "a") || strings.HasSuffix(title, ".") {
			t.Errorf("%s: the title %q does not fit behind a word", kind, title)
		}
		if !strings.HasSuffix(whatToDo, ".") || whatToDo[:1] != strings.ToLower(whatToDo[:1]) {
			t.Errorf("%s: what to do is no sentence: %q", kind, whatToDo)
		}
		for _, banned := range []string{"please", "sorry", "unable", "invalid", "failed", "!"} {
			if strings.Contains(strings.ToLower(title+whatToDo), banned) {
				t.Errorf("%s: says %q", kind, banned)
			}
		}
	}
	if title, _ := Advice("nothing we know"); title != advices[Binary].title {
		t.Errorf("an unknown kind is %q", title)
	}
}
