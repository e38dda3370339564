package markup

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
	"evidencepack/ingest/record"
)

// workbookHead opens a workbook with the usual prefixes.
const workbookHead = `<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
`

const workbookStyles = `<Styles><Style ss:ID="Default"><NumberFormat/></Style><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style>
<Style ss:ID="child" ss:Parent="d"><Font/></Style><Style ss:ID="t"><NumberFormat ss:Format="[h]:mm"/></Style>
<Style ss:ID="p"><NumberFormat ss:Format="0.0%"/></Style><Style ss:ID="text"><NumberFormat ss:Format="@"/></Style>
<Style ss:ID="money"><NumberFormat ss:Format="[Red]&quot;days&quot;\ #,##0.00;[$-F800]0"/></Style></Styles>
`

// inWorkbook puts rows into a workbook with one sheet.
func inWorkbook(rows string) string {
	return workbookHead + workbookStyles + `<Worksheet ss:Name="Log"><Table>` + rows + `</Table></Worksheet></Workbook>`
}

// data is a cell of a type.
func data(kind, text string) string {
	return `<Cell><Data ss:Type="` + kind + `">` + text + `</Data></Cell>`
}

func TestSpreadsheetML(t *testing.T) {
	for _, c := range []struct{ name, rows, want string }{
		{"a plain table", "<Row>" + data("String", "Date") + data("String", "A &amp; B") + "</Row><Row>" + data("DateTime", "2025-11-03T00:00:00.000") + data("Number", "12.50") + "</Row>",
			"1: Date|A & B\n2: 2025-11-03d|12.5#12.5\n"},
		{"places of rows and cells", `<Column ss:Width="9"/><Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="String">b</Data></Cell>` + data("String", "c") + `</Row><Row ss:Span="2"/><Row><Cell ss:Index="4"/>` + data("String", "e") + "</Row>",
			"3: |b|c\n7: ||||e\n"},
		{"merged cells", `<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">a</Data></Cell>` + data("String", "d") + `</Row><Row><Cell ss:MergeDown="1"><Data ss:Type="String">x</Data></Cell></Row><Row><Cell ss:Index="2"><Data ss:Type="String">y</Data></Cell></Row>`,
			"1-1:0-2 2-3:0-0\n1: a|||d\n2: x\n3: |y\n"},
		{"a merged range beyond the sheet", `<Row><Cell ss:MergeAcross="99999999999999999999" ss:MergeDown="99999999"><Data ss:Type="String">a</Data></Cell></Row>`, "1-1:0-16383\n1: a\n"},
		{"dates and times", "<Row>" + data("DateTime", "2025-11-03T14:05:00.000") + data("DateTime", "2025-11-03T14:04:59.999") + data("DateTime", "1899-12-31T09:30:00.000") + data("DateTime", "1900-01-01T06:00:00.000") + data("DateTime", "1938-02-01") + data("DateTime", "soon") + "</Row>",
			"1: 2025-11-03T14:05:00d|2025-11-03T14:05:00d|0.3958333333333333#0.3958333333333333d|1.25#1.25d|1938-02-01d|soon\n"},
		{"number formats", `<Row><Cell ss:StyleID="d"><Data ss:Type="Number">45962</Data></Cell><Cell ss:StyleID="child"><Data ss:Type="Number">45962</Data></Cell><Cell ss:StyleID="t"><Data ss:Type="Number">1.25</Data></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">0.873</Data></Cell><Cell ss:StyleID="money"><Data ss:Type="Number">3</Data></Cell><Cell ss:StyleID="none"><Data ss:Type="Number">4</Data></Cell></Row>`,
			"1: 45962#45962d|45962#45962d|1.25#1.25d|0.873#0.873%|3#3|4#4\n"},
		{"formats of rows and columns", `<Column/><Column ss:StyleID="p" ss:Span="1"/><Column ss:Index="5" ss:StyleID="d"/><Row>` + data("Number", "1") + data("Number", "2") + data("Number", "3") + data("Number", "4") + data("Number", "5") + `</Row><Row ss:StyleID="d">` + data("Number", "6") + data("Number", "7") + "</Row>",
			"1: 1#1|2#2%|3#3%|4#4|5#5d\n2: 6#6d|7#7d\n"},
		{"truths, errors, ids", "<Row>" + data("Boolean", "1") + data("Boolean", "0") + data("Error", "#N/A") + data("String", "00123") + data("Number", "1E+20") + data("Number", "NaN") + data("Number", "") + "</Row>",
			"1: TRUE|FALSE|!|00123|1e+20#1e+20|NaN|\n"},
		{"formulas", `<Row><Cell ss:Formula="=RC[-1]"/><Cell ss:Formula="=1"><Data ss:Type="Number">1</Data></Cell></Row>`, "1: ?|1#1\n"},
		{"text with a look", `<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>re</B>fused<Font html:Color="#FF0000"> twice</Font></ss:Data></Cell><Cell><Data ss:Type="String">a&#10;b</Data></Cell></Row>`, "1: refused twice|a/b\n"},
		{"comments", `<Row><Cell><Data ss:Type="String">a</Data><Comment ss:Author="x"><ss:Data xmlns="http://www.w3.org/TR/REC-html40">no</ss:Data></Comment><NamedCell ss:Name="y"/></Cell></Row>`, "comments=1\n1: a\n"},
		{"hidden rows", `<Row ss:Hidden="1">` + data("String", "a") + `</Row><Row ss:Hidden="1"/>`, "1 hidden: a\n"},
		{"no rows", "", ""},
	} {
		book, err := SpreadsheetML([]byte(inWorkbook(c.rows)))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		first := shown(book)
		got := strings.TrimLeft(strings.TrimPrefix(first, "[Log]"), " \n")
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
		if book.Format != "spreadsheetml" || book.Linked || shown(book) != first {
			t.Errorf("%s: %+v", c.name, book)
		}
	}
}

func TestSheetsOfSpreadsheetML(t *testing.T) {
	row := "<Table><Row>" + data("Number", "100") + "</Row></Table>"
	text := workbookHead + `<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><WindowHeight>9</WindowHeight><Date1904/></ExcelWorkbook>` + workbookStyles +
		`<Worksheet ss:Name="A &lt; B">` + row + `<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Selected/></WorksheetOptions>
		<AutoFilter x:Range="R1C1:R9C3" xmlns="urn:schemas-microsoft-com:office:excel"><AutoFilterColumn x:Type="All"/></AutoFilter></Worksheet>
		<Worksheet ss:Name="old">` + row + `<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>
		<AutoFilter x:Range="R1C1:R9C3" xmlns="urn:schemas-microsoft-com:office:excel"><AutoFilterColumn x:Index="2" x:Type="Custom"><AutoFilterCondition x:Operator="Equals" x:Value="x"/></AutoFilterColumn></AutoFilter></Worksheet>
		<Worksheet ss:Name="lists"><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetVeryHidden</Visible></WorksheetOptions></Worksheet>
		<Worksheet ss:Name="times"><Table><Row>` + data("DateTime", "1904-01-01T09:00:00.000") + data("DateTime", "2025-11-03T00:00:00.000") + `<Cell ss:StyleID="d"><Data ss:Type="Number">44500</Data></Cell></Row></Table></Worksheet></Workbook>`
	want := "[A < B]\n1: 100#1004\n[old] hidden filtered\n1: 100#1004\n[lists] hidden\n[times]\n1: 0.375#0.375d4|2025-11-03d|44500#44500d4\n"
	for name, encoded := range map[string][]byte{
		"UTF-8":                        []byte(text),
		"UTF-8 with a mark":            []byte("\uFEFF\r\n " + text),
		"UTF-16":                       utf16Bytes(strings.Replace(text, `"1.0"?`, `"1.0" encoding="UTF-16"?`, 1)),
		"UTF-8 that says it is UTF-16": []byte(strings.Replace(text, `"1.0"?`, `"1.0" encoding="utf-16"?`, 1)),
	} {
		book, err := SpreadsheetML(encoded)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(want, shown(book)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
	prefixed := `<w:Workbook xmlns:w="urn:schemas-microsoft-com:office:spreadsheet"><w:Worksheet w:Name="A"><w:Table><w:Row w:Index="2"><w:Cell><w:Data w:Type="Number">1</w:Data></w:Cell></w:Row></w:Table></w:Worksheet></w:Workbook>`
	if book, err := SpreadsheetML([]byte(prefixed)); err != nil || shown(book) != "[A]\n2: 1#1\n" {
		t.Errorf("with another prefix: %v, %v", book, err)
	}
	book, err := SpreadsheetML([]byte(strings.Replace(text, `"1.0"?`, `"1.0" encoding="windows-1252"?`, 1)))
	if err != nil || len(book.Sheets) != 4 {
		t.Errorf("Windows-1252: %v", err)
	}
}

func utf16Bytes(s string) []byte {
	out := []byte{0xFF, 0xFE}
	for _, unit := range utf16.Encode([]rune(s)) {
		out = append(out, byte(unit), byte(unit>>8))
	}
	return out
}

func TestTheReaderOfCellsReadsItsDates(t *testing.T) {
	book, err := SpreadsheetML([]byte(inWorkbook("<Row>" + data("DateTime", "2025-11-03T14:05:00.000") + data("DateTime", "2025-11-03T00:00:00.000") + data("DateTime", "1899-12-31T09:30:00.000") + "</Row>")))
	if err != nil {
		t.Fatal(err)
	}
	for r := range book.Sheets[0].Rows {
		on := record.DateOf(2025, 11, 3)
		if m, err := cell.Date(r.Cells[0], cell.MonthFirst); err != nil || m.On != on || m.At != 14*60+5 {
			t.Errorf("a date with a time: %v, %v", m, err)
		}
		if m, err := cell.Date(r.Cells[1], cell.DayFirst); err != nil || m.On != on || m.At != record.NoClock {
			t.Errorf("a date: %v, %v", m, err)
		}
		if at, err := cell.Time(r.Cells[2]); err != nil || at != 9*60+30 {
			t.Errorf("a time: %v, %v", at, err)
		}
	}
}

func TestLinkedWorkbooks(t *testing.T) {
	for formula, want := range map[string]bool{
		"='S:\\Care\\[x.xls]Sheet1'!R1C1": true, "=[Book 2.xlsx]Log!R[-1]C": true, "=SUM(R[-1.5]C[2])": false, "=R[-1]C+[": false, "": false,
	} {
		text := inWorkbook(`<Row><Cell ss:Formula="` + formula + `"><Data ss:Type="Number">1</Data></Cell></Row>`)
		if book, err := SpreadsheetML([]byte(text)); err != nil || book.Linked != want {
			t.Errorf("%s: %v", formula, err)
		}
	}
}

func TestXMLThatIsNoWorkbook(t *testing.T) {
	whole := inWorkbook("<Row>" + data("String", "a") + "</Row>")
	for _, c := range []struct {
		name, text string
		want       error
	}{
		{"nothing", "", grid.ErrNotTable},
		{"another kind", "<?xml version='1.0'?><rss/>", grid.ErrNotTable},
		{"another workbook", "<Workbook xmlns='urn:x'/>", grid.ErrNotTable},
		{"no sheet", workbookHead + "</Workbook>", grid.ErrEmpty},
		{"cut off", whole[:len(whole)-20], grid.ErrDamaged},
		{"cut off in a tag", whole[:strings.Index(whole, "<Table")+3], grid.ErrDamaged},
		{"more behind the end", whole + "<x>", grid.ErrNotTable},
		{"tags that do not match", strings.Replace(whole, "</Row>", "</Rov>", 1), grid.ErrDamaged},
		{"an entity bomb", `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>` + whole, grid.ErrEntity},
		{"an outer entity", "<?xml version='1.0'?><!DOCTYPE Workbook SYSTEM 'file:///etc/passwd'><Workbook/>", grid.ErrEntity},
		{"an entity that nobody knows", inWorkbook("<Row>" + data("String", "&nbsp;") + "</Row>"), grid.ErrDamaged},
		{"an unknown character set", "<?xml version='1.0' encoding='x-klingon'?><Workbook/>", grid.ErrDamaged},
		{"rows that go back", inWorkbook(`<Row ss:Index="3"/><Row ss:Index="3"/>`), grid.ErrDamaged},
		{"cells that go back", inWorkbook(`<Row><Cell ss:Index="3"/><Cell ss:Index="3"/></Row>`), grid.ErrDamaged},
		{"places that are no numbers", inWorkbook(`<Row ss:Index="-1"/>`), grid.ErrDamaged},
		{"a row below every sheet", inWorkbook(`<Row ss:Index="1048577"/>`), grid.ErrTooLarge},
		{"a column beside every sheet", inWorkbook(`<Row><Cell ss:Index="99999999999999999999"/></Row>`), grid.ErrTooLarge},
		{"wide rows", inWorkbook(strings.Repeat(`<Row><Cell ss:Index="16384"><Data ss:Type="String">x</Data></Cell></Row>`, 1600)), grid.ErrTooLarge},
		{"elements in elements without end", strings.Repeat("<a>", 500), grid.ErrNotTable},
		{"elements in a workbook without end", workbookHead + strings.Repeat("<a>", 500), grid.ErrTooLarge},
		{"columns that go back", inWorkbook(`<Column ss:Index="3"/><Column ss:Index="3"/>`), grid.ErrDamaged},
		{"a style beside every sheet", inWorkbook(`<Column ss:Index="16385"/>`), grid.ErrTooLarge},
		{"a huge text", inWorkbook("<Row>" + data("String", strings.Repeat("x", longestToken+1)) + "</Row>"), grid.ErrTooLarge},
		{"a huge text in pieces", inWorkbook("<Row>" + data("String", strings.Repeat(strings.Repeat("x", 1<<20)+"<B/>", 9)) + "</Row>"), grid.ErrTooLarge},
		{"a huge comment", workbookHead + "<!-- > " + strings.Repeat("x", longestToken) + "-->", grid.ErrTooLarge},
		{"a huge plain part", workbookHead + "<![CDATA[ > " + strings.Repeat("x", longestToken) + "]]>", grid.ErrTooLarge},
		{"a huge tag", workbookHead + "<a " + strings.Repeat("b='' ", 1<<17) + "/>", grid.ErrTooLarge},
	} {
		book, err := SpreadsheetML([]byte(c.text))
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v", c.name, book, err)
		}
		if err != nil && strings.Contains(err.Error(), "passwd") {
			t.Errorf("%s: the error quotes the file: %v", c.name, err)
		}
	}
}

// corpusFile reads a file of the corpus.
func corpusFile(t *testing.T, name string) []byte {
	t.Helper()
	for _, dir := range []string{filepath.Join("..", "..", "testdata", "corpus"), os.Getenv("EVIDENCEPACK_CORPUS")} {
		if text, err := os.ReadFile(filepath.Join(dir, name)); err == nil && dir != "" {
			return text
		}
	}
	t.Fatalf("%s is not there", name)
	return nil
}

func TestFilesFromTheWild(t *testing.T) {
	book, err := SpreadsheetML(corpusFile(t, "workbook/test_files__sushi.xml"))
	if err != nil || shown(book) != "[Sheet1]\n1: 🍣\n" {
		t.Errorf("%v, %v", book, err)
	}
	if book, err := HTML(string(corpusFile(t, "workbook/PhpSpreadsheet__badhtml.html"))); !errors.Is(err, grid.ErrNotTable) {
		t.Errorf("%v, %v", book, err)
	}
}
