package xlsx

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"evidencepack/ingest/grid"
)

const oneCell = `<row r="1"><c r="A1"><v>7</v></c></row>`

func TestFormats(t *testing.T) {
	t.Parallel()
	for kind, want := range map[string]string{
		mainType: "xlsx",
		"application/vnd.ms-excel.sheet.macroEnabled.main+xml":                          "xlsm",
		"application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml": "xltx",
		"application/vnd.ms-excel.template.macroEnabled.main+xml":                       "xltx",
		"application/xml": "xlsx",
		"application/vnd.ms-excel.sheet.binary.macroEnabled.main":                            "not read: xlsb",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml":   "not read: docx",
		"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml": "not read: pptx",
	} {
		p := simple(rows(oneCell), nil)
		p["[Content_Types].xml"] = strings.ReplaceAll(p["[Content_Types].xml"], mainType, kind)
		b, err := Open(packed(t, p), "")
		got := ""
		var odd grid.Unsupported
		if errors.As(err, &odd) {
			got = "not read: " + odd.Format
		} else if err == nil {
			got = b.Format
		}
		if got != want {
			t.Errorf("%s gives %q (%v), want %q", kind, got, err, want)
		}
	}
}

func TestSheets(t *testing.T) {
	t.Parallel()
	p := simple(rows(oneCell), parts{
		"xl/workbook.xml": `<x:workbook xmlns:x="y" xmlns:rel="z"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="Log &amp; notes" sheetId="3" rel:id="c"/>` +
			`<x:sheet name="Chart" sheetId="4" rel:id="d"/><x:sheet name="Old" sheetId="1" state="hidden" rel:id="a"/><x:sheet name="Lists" sheetId="2" state="veryHidden" rel:id="b"/>` +
			`</x:sheets><x:externalReferences><x:externalReference rel:id="e"/></x:externalReferences></x:workbook>`,
		"xl/_rels/workbook.xml.rels": strings.ReplaceAll(relationships("a", "worksheet", "worksheets/sheet1.xml", "b", "worksheet", "/xl/Worksheets/SHEET1.xml",
			"c", "worksheet", `worksheets\my%20sheet.xml`, "d", "chartsheet", "chartsheets/sheet1.xml"), typeOf, "http://purl.oclc.org/ooxml/officeDocument/relationships/"),
		"xl/worksheets/my sheet.xml": rows(`<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><v>x</v></c></row>`),
	})
	b := mustOpen(t, p)
	var got []string
	for _, s := range b.Sheets {
		got = append(got, s.Name+map[bool]string{true: " hidden"}[s.Hidden]+" "+lines(s))
	}
	if diff := cmp.Diff([]string{"Log & notes 1:1#4|x4", "Old hidden 1:7#4", "Lists hidden 1:7#4"}, got); diff != "" || !b.Linked {
		t.Errorf("linked %t, sheets (-want +got)\n%s", b.Linked, diff)
	}
}

func TestAroundTheCells(t *testing.T) {
	t.Parallel()
	sheet := func(after string) string {
		return `<worksheet ` + namespaces + `><dimension ref="A1:B2"/><sheetData>` + oneCell + `</sheetData>` + after + `</worksheet>`
	}
	const condition = `<filterColumn colId="0"><filters><filter val="x"/></filters></filterColumn>`
	note := func(s string) string { return `<comments><authors/><commentList>` + s + `</commentList></comments>` }
	table := func(s string) string { return `<table id="1"><autoFilter ref="A1:B2">` + s + `</autoFilter></table>` }
	for _, c := range []struct {
		name  string
		sheet string
		other parts
		want  grid.Sheet
	}{
		{"nothing", sheet(""), nil, grid.Sheet{}},
		{"merges", sheet(`<mergeCells count="3"><mergeCell ref="A1:C2"/><mergeCell ref="B7"/><mergeCell ref="XFD1:XFD9"/></mergeCells>`), nil,
			grid.Sheet{Merges: []grid.Merge{{Top: 1, Bottom: 2, Left: 0, Right: 2}, {Top: 1, Bottom: 9, Left: 16383, Right: 16383}}}},
		{"arrows of a filter", sheet(`<autoFilter ref="A1:B2"/>`), nil, grid.Sheet{}},
		{"filter", sheet(`<autoFilter ref="A1:B2">` + condition + `</autoFilter>`), nil, grid.Sheet{Filtered: true}},
		{"comments", sheet(""), parts{"xl/worksheets/_rels/sheet1.xml.rels": relationships("c", "comments", "../comments1.xml"),
			"xl/comments1.xml": note(`<comment ref="A1"><text><t>ask Jo</t></text></comment><comment ref="A2"/>`)}, grid.Sheet{Comments: 2}},
		{"arrows of a table", sheet(""), parts{"xl/worksheets/_rels/sheet1.xml.rels": relationships("t", "table", "../tables/t.xml"), "xl/tables/t.xml": table("")}, grid.Sheet{}},
		{"filter of a table", sheet(""), parts{"xl/worksheets/_rels/sheet1.xml.rels": relationships("t", "table", "../tables/t.xml"), "xl/tables/t.xml": table(condition)}, grid.Sheet{Filtered: true}},
		{"lost comments", sheet(""), parts{"xl/worksheets/_rels/sheet1.xml.rels": relationships("c", "comments", "../comments1.xml")}, grid.Sheet{}},
	} {
		got := mustOpen(t, simple(c.sheet, c.other)).Sheets[0]
		c.want.Name, got.Rows = "Log", nil
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, diff)
		}
	}
}

// TestDamage wants each fault to cost the whole file.
func TestDamage(t *testing.T) {
	t.Parallel()
	for name, sheet := range map[string]string{
		"unknown type":        rows(`<row r="1"><c r="A1" t="x"><v>1</v></c></row>`),
		"rows out of order":   rows(`<row r="2"/><row r="1"/>`),
		"row twice":           rows(`<row r="2"/><row r="2"/>`),
		"row nought":          rows(`<row r="0"/>`),
		"row of no number":    rows(`<row r="1x"/>`),
		"cell twice":          rows(`<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>`),
		"cell of another row": rows(`<row r="1"><c r="A2"><v>1</v></c></row>`),
		"cell of no place":    rows(`<row r="1"><c r="A"><v>1</v></c></row>`),
		"cell at a range":     rows(`<row r="1"><c r="A1:B1"><v>1</v></c></row>`),
		"style of no number":  rows(`<row r="1"><c r="A1" s="x"><v>1</v></c></row>`),
		"no shared text":      rows(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`),
		"no truth":            rows(`<row r="1"><c r="A1" t="b"><v>2</v></c></row>`),
		"two values":          rows(`<row r="1"><c r="A1"><v>2</v><v>3</v></c></row>`),
		"value in a value":    rows(`<row r="1"><c r="A1"><v>2<b/></v></c></row>`),
		"cut short":           rows(oneCell)[:150],
		"no end":              strings.TrimSuffix(rows(oneCell), "</worksheet>"),
		"another root":        `<workbook/>`,
		"empty":               "",
		"cells twice":         `<worksheet><sheetData/><sheetData/></worksheet>`,
		"merge of no range":   `<worksheet><sheetData/><mergeCells><mergeCell ref="A:B"/></mergeCells></worksheet>`,
		"merge inside out":    `<worksheet><sheetData/><mergeCells><mergeCell ref="B2:A1"/></mergeCells></worksheet>`,
		"merge too wide":      `<worksheet><sheetData/><mergeCells><mergeCell ref="A1:XFE1"/></mergeCells></worksheet>`,
		"merge too long":      `<worksheet><sheetData/><mergeCells><mergeCell ref="A1:A1048577"/></mergeCells></worksheet>`,
		"merge of nothing":    `<worksheet><sheetData/><mergeCells><mergeCell/></mergeCells></worksheet>`,
		"fault far below":     rows(oneCell + `<row r="900000"><c r="A900000" t="x"/></row>`),
		"fault after cells":   `<worksheet><sheetData/><x>&y;</x></worksheet>`,
	} {
		p := simple(sheet, nil)
		if sheet == "" {
			p["xl/worksheets/sheet1.xml"] = ""
		}
		if _, err := Open(packed(t, p), ""); !errors.Is(err, grid.ErrDamaged) {
			t.Errorf("%s gives %v", name, err)
		}
	}
	shared := caseParts(`<c r="A1" t="s"><v>9</v></c>`)
	if _, err := Open(packed(t, shared), ""); !errors.Is(err, grid.ErrDamaged) {
		t.Errorf("a text that is not shared gives %v", err)
	}
}

func TestDamagedPackages(t *testing.T) {
	t.Parallel()
	for name, other := range map[string]parts{
		"no types":           {"[Content_Types].xml": ""},
		"no links":           {"_rels/.rels": ""},
		"no workbook":        {"xl/workbook.xml": ""},
		"no workbook links":  {"xl/_rels/workbook.xml.rels": ""},
		"no sheet":           {"xl/worksheets/sheet1.xml": ""},
		"no shared texts":    {"xl/_rels/workbook.xml.rels": relationships("s1", "worksheet", "worksheets/sheet1.xml", "t", "sharedStrings", "gone.xml")},
		"shared texts twice": {"xl/_rels/workbook.xml.rels": relationships("s1", "worksheet", "worksheets/sheet1.xml", "t", "sharedStrings", "t.xml", "u", "sharedStrings", "t.xml"), "xl/t.xml": sharedTexts},
		"no styles":          {"xl/_rels/workbook.xml.rels": relationships("s1", "worksheet", "worksheets/sheet1.xml", "t", "styles", "gone.xml")},
		"links to elsewhere": {"_rels/.rels": strings.Replace(relationships("w", "officeDocument", "xl/workbook.xml"), "/>", ` TargetMode="External"/>`, 1)},
		"bad comments":       {"xl/worksheets/_rels/sheet1.xml.rels": relationships("c", "comments", "c.xml"), "xl/worksheets/c.xml": "<comments>"},
	} {
		p := simple(rows(oneCell), other)
		if _, err := Open(packed(t, p), ""); !errors.Is(err, grid.ErrDamaged) {
			t.Errorf("%s gives %v", name, err)
		}
	}
	none := simple(rows(oneCell), parts{"xl/workbook.xml": `<workbook><sheets/></workbook>`})
	if _, err := Open(packed(t, none), ""); !errors.Is(err, grid.ErrEmpty) {
		t.Errorf("no sheets give %v", err)
	}
	whole := packed(t, simple(rows(oneCell), nil))
	for cut := range len(whole) {
		if _, err := Open(whole[:cut], ""); !errors.Is(err, grid.ErrDamaged) {
			t.Fatalf("cut to %d bytes gives %v", cut, err)
		}
	}
}

// TestEntities wants declarations of entities refused in every part that is read.
func TestEntities(t *testing.T) {
	t.Parallel()
	whole := caseParts("")
	whole["xl/worksheets/_rels/sheet1.xml.rels"] = relationships("c", "comments", "c.xml", "t", "table", "t.xml")
	whole["xl/worksheets/c.xml"], whole["xl/worksheets/t.xml"] = "<comments/>", "<table/>"
	if _, err := Open(packed(t, whole), ""); err != nil {
		t.Fatal(err)
	}
	for name, text := range whole {
		whole[name] = `<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/hostname">]>` + strings.TrimPrefix(text, `<?xml version="1.0" encoding="UTF-8"?>`)
		if _, err := Open(packed(t, whole), ""); !errors.Is(err, grid.ErrEntity) {
			t.Errorf("%s gives %v", name, err)
		}
		whole[name] = text
	}
}
