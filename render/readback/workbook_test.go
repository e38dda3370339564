package readback

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// archived writes an archive of these members: name, content, name, content.
func archived(t testing.TB, namesAndContents ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(namesAndContents); i += 2 {
		in, err := w.Create(namesAndContents[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := in.Write([]byte(namesAndContents[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// parts are the members of a small workbook that holds a text in every place we can think of.
var parts = []string{
	"xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="One" r:id="r1"/><sheet name="Two" state="hidden" r:id="r2"/></sheets>` +
		`<definedNames><definedName name="area" comment="defined note">'One'!$A$1</definedName></definedNames></workbook>`,
	"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
	"xl/sharedStrings.xml", `<sst><si><t>Tŷ &amp; _x0041_cre</t></si><si><r><rPr><b/></rPr><t>Ro</t></r><r><t xml:space="preserve">sa </t></r></si><si><t>nowhere</t></si></sst>`,
	"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd mmm"/><numFmt numFmtId="165" formatCode="0.0&quot;day&quot;"/></numFmts>` +
		`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
	"xl/worksheets/sheet1.xml", `<?xml version="1.0"?><worksheet><!-- aside --><!--xml Jane Roe--><sheetData><row r="1" ht="odd row"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>` +
		`<c r="C1" t="inlineStr"><is><t>in</t><phoneticPr/><t>line</t></is></c><c r="D1" s="1"><f>SUM(A1)</f><v>46113</v></c><c r="E1" s="2"><v>46113</v></c>` +
		`<c r="F1" t="str"><f>A1&amp;"x"</f><v>cached</v></c><c r="G1" s="3"><v>60</v></c></row></sheetData>` +
		`<dataValidations><dataValidation prompt="choose"><formula1>"yes,no"</formula1></dataValidation></dataValidations>` +
		`<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;8Head&amp;R&amp;K46545FRight &amp;&amp; &amp;P</oddHeader></headerFooter>` +
		`<hyperlinks><hyperlink ref="A1" display="shown" tooltip="tip"/></hyperlinks></worksheet>`,
	"xl/worksheets/sheet2.xml", `<worksheet><sheetData><row r="7" hidden="1"><c r="B7"><v>12.5</v></c></row></sheetData></worksheet>`,
	"xl/charts/chart1.xml", `<c:chart xmlns:c="c" xmlns:a="a"><a:p><a:r><a:rPr><a:latin typeface="Arial"/></a:rPr><a:t>Tit</a:t></a:r><a:r><a:t>le</a:t></a:r></a:p>` +
		`<c:pt><c:v>5</c:v></c:pt><c:pt><c:v>6</c:v></c:pt><![CDATA[raw]]></c:chart>`,
	"xl/drawings/drawing1.xml", `<xdr:d xmlns:xdr="d"><xdr:cNvPr name="Chart 1" descr="alternative &#8217;text&#x2019;"/></xdr:d>`,
	"xl/comments1.xml", `<comments><authors><author>writer</author></authors><comment ref="A1"><text><r><t>remark</t></r></text></comment></comments>`,
	"docProps/custom.xml", `<p:Properties xmlns:p="p"><p:property name="Owner"><v:lpwstr xmlns:v="v">custom</v:lpwstr></p:property></p:Properties>`,
}

func TestEveryPlaceOfAWorkbook(t *testing.T) {
	places := byPlace(read(t, "a.xlsx", archived(t, parts...)))
	for place, want := range map[string][]string{
		"name of sheet 1":                         {"One"},
		"name of sheet 2":                         {"Two"},
		"sheet One, cell A1":                      {"Tŷ & Acre"},
		"sheet One, cell B1":                      {"Rosa "},
		"sheet One, cell C1":                      {"in", "line"},
		"sheet One, cell D1":                      {"SUM(A1)", "46113", "2026-04-01"},
		"sheet One, cell E1":                      {"46113"},
		"sheet One, cell F1":                      {`A1&"x"`, "cached"},
		"sheet One, cell G1":                      {"60", "1900-02-28"},
		"sheet One, comment":                      {" aside ", "xml Jane Roe"},
		"sheet One":                               {`"yes,no"`},
		"sheet One, oddHeader":                    {`&L&"Arial,Bold"&8Head&R&K46545FRight && &P`, "\nHead\nRight & "},
		"sheet One, settings":                     {"odd row\nchoose\nA1\nshown\ntip\n"},
		"sheet Two, cell B7":                      {"12.5"},
		"part xl/sharedStrings.xml":               {"nowhere"},
		"part xl/workbook.xml":                    {"'One'!$A$1"},
		"part xl/charts/chart1.xml":               {"Title", "5", "6", "raw"},
		"part xl/drawings/drawing1.xml, settings": {"d\nChart 1\nalternative ’text’\n"},
		"part xl/comments1.xml":                   {"writer", "remark"},
		"part docProps/custom.xml":                {"custom"},
		"part docProps/custom.xml, settings":      {"p\nOwner\nv\n"},
	} {
		if got := places[place]; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", place, got, want)
		}
	}
	if names := strings.Join(places["names of tags and their attributes"], ""); !strings.Contains(names, "xdr:cNvPr\ndescr\n") {
		t.Errorf("the names of the tags are %q", names)
	}
	if names := strings.Join(places["names of the parts"], ""); !strings.Contains(names, "xl/comments1.xml\n") {
		t.Errorf("the names of the parts are %q", names)
	}
	if settings := strings.Join(places["part xl/workbook.xml, settings"], ""); !strings.Contains(settings, "defined note") || !strings.Contains(settings, "hidden") {
		t.Errorf("the settings of the workbook are %q", settings)
	}
}

// changed gives the parts with one replaced, or added.
func changed(name, content string) []string {
	other := slices.Clone(parts)
	for i := 0; i < len(other); i += 2 {
		if other[i] == name {
			other[i+1] = content
			return other
		}
	}
	return append(other, name, content)
}

func TestWorkbookThatCannotBeSearched(t *testing.T) {
	whole := archived(t, parts...)
	commented := bytes.Clone(whole)
	commented[len(commented)-2] = 4
	commented = append(commented, "Rose"...)
	between := bytes.Clone(whole)
	between = append([]byte("Rose"), between...)
	one := "xl/worksheets/sheet1.xml"
	for what, file := range map[string][]byte{
		"nothing":                        {},
		"no archive":                     []byte("%PDF-1.3"),
		"a comment behind the list":      commented,
		"bytes before the first member":  between,
		"bytes behind the end":           append(bytes.Clone(whole), "Rose"...),
		"a picture":                      archived(t, changed("xl/media/image1.png", "\x89PNG")...),
		"two members of one name":        archived(t, append(slices.Clone(parts), one, "<worksheet/>")...),
		"a text that is not shared":      archived(t, changed(one, `<worksheet><c r="A1" t="s"><v>3</v></c></worksheet>`)...),
		"a tag that is not closed":       archived(t, changed(one, `<worksheet><c>`)...),
		"tags that cross":                archived(t, changed(one, `<worksheet><c></worksheet></c>`)...),
		"a document type":                archived(t, changed(one, `<!DOCTYPE a [<!ENTITY b "Rose">]><worksheet>&b;</worksheet>`)...),
		"an entity that is unknown":      archived(t, changed(one, `<worksheet>&Rose;</worksheet>`)...),
		"an attribute without quotes":    archived(t, changed(one, `<worksheet a=b/>`)...),
		"another encoding":               archived(t, changed(one, "<worksheet>\xff</worksheet>")...),
		"a damaged table of texts":       archived(t, changed("xl/sharedStrings.xml", `<sst><si>`)...),
		"a relation that is not written": archived(t, changed("xl/_rels/workbook.xml.rels", `<a`)...),
	} {
		if pieces, err := Read("a.xlsx", file); err == nil {
			t.Errorf("%s: read without an error: %q", what, pieces)
		} else if strings.Contains(err.Error(), "Rose") {
			t.Errorf("%s: the error repeats what stands in the file: %v", what, err)
		}
	}
}

// TestHiddenBytesOfAnArchive wants every byte of an archive to be accounted for.
func TestHiddenBytesOfAnArchive(t *testing.T) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, extra := range []string{"", "ab\x00\x00"} {
		in, err := w.CreateHeader(&zip.FileHeader{Name: "a" + extra[:min(1, len(extra))] + ".xml", Extra: []byte(extra), Method: zip.Deflate})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := in.Write([]byte("<a/>")); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Read("a.xlsx", out.Bytes()); err == nil {
		t.Error("a further field of a member was read without an error")
	}
	whole := archived(t, "a.xml", "<a/>")
	at := bytes.Index(whole, []byte("PK\x01\x02"))
	wider := slices.Insert(bytes.Clone(whole), at, []byte("Rose")...)
	wider[len(wider)-6] += 4 // where the list begins
	if _, err := zip.NewReader(bytes.NewReader(wider), int64(len(wider))); err != nil {
		t.Fatal(err)
	}
	if _, err := Read("a.xlsx", wider); err == nil {
		t.Error("bytes between the members and the list were read without an error")
	}
}

func TestWorkbookThatUnpacksToTooMuch(t *testing.T) {
	r := newReader(50_000)
	err := r.workbook(archived(t, "a.xml", "<a>"+strings.Repeat(" ", 100_000)+"</a>"))
	if err == nil || !strings.Contains(err.Error(), "more than any pack") {
		t.Errorf("error %v", err)
	}
}

// TestCommentsAndHiddenSheetsOfTheLibrary reads a workbook that the library wrote with
// the parts that our packs do not have.
func TestCommentsAndHiddenSheetsOfTheLibrary(t *testing.T) {
	book := excelize.NewFile()
	steps := []error{
		book.SetCellValue("Sheet1", "A1", "=Ŵyn\x0b"),
		book.AddComment("Sheet1", excelize.Comment{Cell: "A1", Author: "writer", Text: "remark"}),
		book.SetDefinedName(&excelize.DefinedName{Name: "area", RefersTo: "Sheet1!$A$1", Comment: "about it"}),
		book.SetCustomProps(excelize.CustomProperty{Name: "Owner", Value: "custom"}),
		book.AddChart("Sheet1", "C3", &excelize.Chart{
			Type: excelize.Line, Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: "head"}}},
			Series: []excelize.ChartSeries{{Values: "Sheet1!$A$1:$A$2"}}, Format: excelize.GraphicOptions{AltText: "instead"},
		}),
		book.SetHeaderFooter("Sheet1", &excelize.HeaderFooterOptions{OddFooter: "&L&8foot"}),
	}
	if _, err := book.NewSheet("Secret"); err != nil {
		t.Fatal(err)
	}
	steps = append(steps, book.SetSheetVisible("Secret", false), book.SetCellFormula("Secret", "C2", "SUM(A1:A2)"))
	for i, err := range steps {
		if err != nil {
			t.Fatal(i, err)
		}
	}
	out, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	pieces := read(t, "a.xlsx", out.Bytes())
	text := together(pieces)
	for _, want := range []string{"=Ŵyn", "writer", "remark", "about it", "Owner", "custom", "head", "instead", "foot", "Secret"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q does not come back", want)
		}
	}
	if got := byPlace(pieces)["sheet Secret, cell C2"]; !slices.Contains(got, "SUM(A1:A2)") {
		t.Errorf("the formula of the hidden sheet is %q", got)
	}
}
