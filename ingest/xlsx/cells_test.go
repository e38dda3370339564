package xlsx

import "testing"

const sharedTexts = `<?xml version="1.0" encoding="UTF-8"?><sst xmlns="x" count="9" uniqueCount="9">` +
	`<si><t>plain</t></si>` +
	`<si><r><rPr><b/></rPr><t xml:space="preserve">Rich </t></r><r><t>text</t></r><rPh sb="0" eb="1"><t>above</t></rPh><phoneticPr fontId="1"/></si>` +
	`<si><t>one_x000D_` + "\n" + `two&#13;three` + "\r\n" + `four</t></si>` +
	`<si><t>_x005F_x000D_ &amp; &lt;b&gt; &#x41;&apos;&quot;</t></si>` +
	`<si><t/></si><si/>` +
	`<si><t><![CDATA[<raw> & _x0041_]]></t></si>` +
	`<si><t>_xD83D__xDE00_ _xD83D_ _x12 _xZZZZ_ __x0042_</t></si>` +
	`<si><t xml:space="preserve">  Zoë  </t></si></sst>`

const styleSheet = `<styleSheet xmlns="x"><numFmts count="6"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="00000"/>` +
	`<numFmt numFmtId="166" formatCode="0.0%"/><numFmt numFmtId="167" formatCode="[h]:mm"/><numFmt numFmtId="168" formatCode="0&quot; days&quot;"/>` +
	`<numFmt numFmtId="169" formatCode="00000;[Red]-00000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
	`<cellXfs count="9"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/>` +
	`<xf numFmtId="9"/><xf numFmtId="169"/></cellXfs></styleSheet>`

// caseParts is a workbook with shared strings, styles and one row.
func caseParts(cells string) parts {
	return simple(rows(`<row r="1">`+cells+`</row>`), parts{
		"xl/sharedStrings.xml":       sharedTexts,
		"xl/styles.xml":              styleSheet,
		"xl/_rels/workbook.xml.rels": relationships("s1", "worksheet", "worksheets/sheet1.xml", "t", "sharedStrings", "/xl/sharedStrings.xml", "f", "styles", "../xl/STYLES.xml"),
	})
}

// cellCases are rows of cells as they stand in a file and as they are given: # a
// number, d a date, % per cent, ! a fault, ? a formula without an answer.
var cellCases = []struct{ name, cells, want string }{
	{"shared", `<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v> 1 </v></c>`, "1:plain|Rich text"},
	{"line ends", `<c r="A1" t="s"><v>2</v></c>`, "1:one\ntwo\nthree\nfour"},
	{"escapes", `<c r="A1" t="s"><v>3</v></c>`, `1:_x000D_ & <b> A'"`},
	{"empty shared", `<c r="A1" t="s"><v>4</v></c><c r="B1" t="s"><v>5</v></c><c r="C1" t="s"><v/></c>`, ""},
	{"CDATA", `<c r="A1" t="s"><v>6</v></c>`, "1:<raw> & A"},
	{"pairs", `<c r="A1" t="s"><v>7</v></c>`, "1:😀 \uFFFD _x12 _xZZZZ_ _B"},
	{"blanks kept", `<c r="A1" t="s"><v>8</v></c>`, "1:  Zoë  "},
	{"inline", `<c r="A1" t="inlineStr"><is><t>a &amp; b</t></is></c><c r="B1" t="inlineStr"><is><r><t>c</t></r><r><t>d_x0041_</t></r><rPh><t>no</t></rPh></is></c>`, "1:a & b|cdA"},
	{"inline as value", `<c r="A1" t="inlineStr"><v>x</v></c><c r="B1" t="inlineStr"><is/></c>`, "1:x"},
	{"text of a formula", `<c r="A1" t="str"><f>B1&amp;"x"</f><v>one_x000D_` + "\n" + `two</v></c>`, "1:one\ntwo"},
	{"empty text of a formula", `<c r="A1" t="str"><f>IF(1,"","x")</f><v></v></c><c r="B1" t="str"><f>X</f><v/></c>`, ""},
	{"text formula unanswered", `<c r="A1" t="str"><f>X</f></c>`, "1:?"},
	{"formula unanswered", `<c r="A1"><f>SUM(B1)</f></c><c r="B1"><f>1</f><v></v></c><c r="C1"><f/><v/></c>`, "1:?|?|?"},
	{"formula answered", `<c r="A1"><f>SUM(B1)</f><v>7.5</v></c>`, "1:7.5#"},
	{"truth", `<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="b"><v>true</v></c><c r="D1" t="b"/>`, "1:yes|no|yes"},
	{"fault", `<c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1" t="e"/>`, "1:!|!"},
	{"ISO date", `<c r="A1" t="d"><v>2026-04-12</v></c><c r="B1" t="d" s="1"><v>2026-04-12T07:05:00</v></c>`, "1:2026-04-12|2026-04-12T07:05:00"},
	{"numbers", `<c r="A1"><v>45962</v></c><c r="B1" t="n"><v>0.10000000000000001</v></c><c r="C1"><v>1.5E-2</v></c><c r="D1"><v>1.23E+11</v></c><c r="E1"><v>-3</v></c>` +
		`<c r="F1"><v>7.0</v></c><c r="G1"><v>007</v></c><c r="H1"><v>123456789012</v></c><c r="I1"><v> 5 </v></c><c r="J1"><v>-0</v></c>`,
		"1:45962#|0.1#|0.015#|123000000000#|-3#|7#|7#|123456789012#|5#|0#"},
	{"numbers far off", `<c r="A1"><v>1E-9</v></c><c r="B1"><v>1E+300</v></c>`, "1:1E-09#|1E+300#"},
	{"no numbers", `<c r="A1"><v>NaN</v></c><c r="B1"><v>Inf</v></c><c r="C1"><v>1e999</v></c><c r="D1"><v>0x10</v></c><c r="E1"><v>1_0</v></c><c r="F1"><v>HR001</v></c>`, "1:NaN|Inf|1e999|0x10|1_0|HR001"},
	{"dates", `<c r="A1" s="1"><v>45962</v></c><c r="B1" s="2"><v>45962.5</v></c><c r="C1" s="5"><v>1.25</v></c><c r="D1" s="6"><v>3</v></c>`, "1:45962#d|45962.5#d|1.25#d|3#"},
	{"zeros", `<c r="A1" s="3"><v>123</v></c><c r="B1" s="3"><v>1.5</v></c><c r="C1" s="3"><v>123456</v></c><c r="D1" s="8"><v>0</v></c><c r="E1" s="3"><v>-12</v></c><c r="F1" s="3"><v>12.0</v></c>`,
		"1:00123#|1.5#|123456#|00000#|-12#|00012#"},
	{"per cent", `<c r="A1" s="4"><v>0.873</v></c><c r="B1" s="7"><v>1</v></c>`, "1:0.873#%|1#%"},
	{"style not there", `<c r="A1" s="99"><v>1</v></c>`, "1:1#"},
	{"no places", `<c><v>1</v></c><c/><c><v>3</v></c><c r="F1"><v>6</v></c><c><v>7</v></c>`, "1:1#||3#|||6#|7#"},
	{"places out of order", `<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c>`, "1:1#||3#"},
	{"prefixes", `<x:c r="A1"><x:v>1</x:v></x:c><c r="B1" y:t="s" y:r="Z9"><v>2</v></c>`, "1:1#|2#"},
	{"other elements", `<c r="A1"><extLst><ext><v>9</v></ext></extLst><v>1</v></c><other><c r="B1"><v>2</v></c></other>`, "1:1#"},
	{"comments in values", `<c r="A1"><!-- <v>9</v> --><v>4<!-- x -->2</v></c><?go on?>`, "1:42#"},
	{"blank cells", `<c r="A1" s="1"/><c r="B1" s="1"></c>`, ""},
	{"small letters", `<c r="b1"><v>1</v></c>`, "1:|1#"},
	{"last column", `<c r="A1"><v>1</v></c><c r="XFD1"/>`, "1:1#"},
}

func TestCells(t *testing.T) {
	for _, c := range cellCases {
		if got := lines(mustOpen(t, caseParts(c.cells)).Sheets[0]); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// rowCases are whole sheets' rows; ~ is a hidden row.
var rowCases = []struct{ name, rows, want string }{
	{"gaps", `<row r="2"><c r="A2"><v>1</v></c></row><row r="5"><c r="B5"><v>2</v></c></row>`, "2:1# 5:|2#"},
	{"no numbers", `<row><c><v>1</v></c></row><row/><row><c><v>3</v></c></row>`, "1:1# 3:3#"},
	{"numbers from cells", `<row><c r="A3"><v>1</v></c></row><row><c r="A4"><v>2</v></c></row>`, "3:1# 4:2#"},
	{"hidden", `<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="true"><c r="A2"><v>2</v></c></row><row r="3" hidden="0"><c r="A3"><v>3</v></c></row>`, "~1:1# ~2:2# 3:3#"},
	{"shorter rows", `<row r="1"><c r="C1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c></row>`, "1:||1# 2:2# 3:|3#"},
	{"styled blanks", `<row r="1" s="1" customFormat="1"><c r="A1" s="1"/></row><row r="2"><c r="A2"><v>2</v></c></row>`, "2:2#"},
	{"blank run", `<row r="1"><c r="A1"><v>1</v></c></row><row r="5001"><c r="A5001"><v>2</v></c></row><row r="10002"><c r="A10002"><v>3</v></c></row><row r="10003"><c r="A10003"><v>4</v></c></row>`, "1:1# 5001:2#"},
}

func TestRows(t *testing.T) {
	for _, c := range rowCases {
		if got := lines(mustOpen(t, simple(rows(c.rows), nil)).Sheets[0]); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
