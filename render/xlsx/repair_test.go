package xlsx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"evidencepack/render/chart"
	"evidencepack/render/page"
	"evidencepack/render/xlsx"
)

// Excel offers to repair a file that breaks one of its rules, and a commissioner
// who sees that will not trust the rest. LibreOffice says nothing, so the rules
// are tested here, over a page that leans on each of them.
func TestExcelFindsNothingToRepair(t *testing.T) {
	out, err := page.Draw(awkwardPage(), xlsx.New())
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := book.Close(); err != nil {
			t.Error(err)
		}
	})
	names := map[string]bool{}
	for _, sheet := range book.GetSheetList() {
		if lower := strings.ToLower(sheet); names[lower] || length(sheet) > 31 || strings.ContainsAny(sheet, `[]:*?/\`) || lower == "history" {
			t.Errorf("Excel does not take the sheet name %q", sheet)
		} else {
			names[lower] = true
		}
		areas := tableAreas(t, book, sheet, names)
		areas = append(areas, mergedAreas(t, book, sheet)...)
		for i, a := range areas {
			for _, b := range areas[i+1:] {
				if a.meets(b) {
					t.Errorf("%s: %v lies over %v", sheet, a, b)
				}
			}
		}
		furniture, err := book.GetHeaderFooter(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if length(furniture.OddHeader) > 255 || length(furniture.OddFooter) > 255 {
			t.Errorf("%s: a header or footer is over 255 characters", sheet)
		}
	}
	if found, err := book.SearchSheet("Read me", escapeLike); err != nil || len(found) != 1 {
		t.Errorf("a text that looks like an escape is in %d cells (%v)", len(found), err)
	}
	checkLinks(t, out, book.GetSheetList())
}

// escapeLike is a text that Excel would read as "A".
const escapeLike = "_x0041_"

// awkwardPage leans on the rules: heads that are equal, empty, long or broken
// over lines, sheets named like ours, sections and charts with equal ids.
func awkwardPage() *page.Page {
	one, many := 1.0, strings.Repeat("very long head ", 30)
	table := page.Table{
		Sheet: "read ME", Title: "Table", Note: "Note", Source: "Source",
		Columns: []page.Column{{Head: "Same"}, {Head: "same "}, {Head: ""}, {Head: "two\nlines"}, {Head: many}, {Head: many}, {Head: "_x000a_"}},
		Rows:    []page.Row{{Cells: []page.Cell{{Text: "a"}, {Text: "1", Number: &one, Format: page.FormatCount}}}, {Cells: []page.Cell{{Text: "All"}}, Total: true}},
	}
	other := table
	other.Sheet = "Read me"
	spec := chart.Spec{ID: "ref-01-it's a/b:c", Title: "It's <so> & so", Measure: "M", Points: []chart.Point{
		{From: "2026-01-01", To: "2026-01-31", Value: &one}, {From: "2026-02-01", To: "2026-02-28"},
	}, Marks: []chart.Mark{{Letter: "A", From: "2026-01-05", To: "2026-01-05", Date: "5 Jan 2026", What: "What"}}}
	quarterly := spec
	quarterly.Grain = chart.GrainQuarter
	curve := chart.Curve{ID: "rst-04", Title: "Curve", Groups: []chart.CurveGroup{
		{Name: "same", Steps: []chart.Step{{Time: 3, Share: 50}}}, {Name: "Same", Steps: []chart.Step{{Time: 4, Share: 20}}},
	}, Ticks: []float64{0, 90}}
	funnel := chart.Funnel{ID: "ref-01", Title: "Funnel", SizeHead: "Count", Points: []chart.FunnelPoint{{Name: "A", Size: &one, Value: &one}}, Bands: []chart.FunnelBand{{Size: 1}, {Size: 2}}}
	blocks := []page.Block{
		{Curve: &page.Curve{Spec: curve}}, {Curve: &page.Curve{}}, {Funnel: &page.Funnel{Spec: funnel}}, {Funnel: &page.Funnel{}},
		{Table: &table}, {Table: &other}, {Table: &table}, {Chart: &page.Chart{Spec: spec, Partner: &spec, Source: "S"}}, {Chart: &page.Chart{Spec: quarterly}},
		{Forest: &page.Forest{Title: "Forest", Rows: []page.ForestRow{{Label: "L", Value: &one}}}}, {Key: &page.Key{Marks: spec.Marks}}, {Key: &page.Key{Marks: spec.Marks}},
		{Claims: &page.Claims{Claims: []page.Claim{{Text: "C"}}}}, {Claims: &page.Claims{Title: "More", Claims: []page.Claim{{Text: "D"}}}},
		{SetAside: &page.SetAside{Rows: []page.LedgerRow{{Label: "L"}}, Reasons: []page.Reason{{Reason: "R"}}}},
		{Figures: &page.Figures{Title: "F", Rows: []page.FigureRow{{Evidence: "E-1"}}}}, {Figures: &page.Figures{Title: "G", Rows: []page.FigureRow{{Evidence: "E-1"}}}},
		{Definitions: &page.Definitions{Rows: []page.Definition{{Metric: "REF-01"}}}}, {Notice: &page.Notice{Title: "N", Text: "T"}},
		{Strip: &page.Strip{Figures: []page.Figure{{Label: "L", Evidence: "E-1"}}}}, {Prose: &page.Prose{Paragraphs: []page.Paragraph{{Lead: "L", Text: "T"}}}},
	}
	return &page.Page{Schema: page.Schema, Cover: page.Cover{
		Pack: "p", Title: "T", Provider: strings.Repeat("&\"😀", 200), Tier: page.TierInternal, TierWord: strings.Repeat("&", 300), Draft: strings.Repeat("&D", 300),
		Warnings: []string{escapeLike},
	}, Sections: []page.Section{
		{ID: "same", Label: "1 Read me", Title: "T", Lead: "L", Blocks: blocks}, {ID: "same", Label: "2 History", Title: "U", Blocks: blocks},
		{ID: "third", Label: "''", Title: "V", Blocks: []page.Block{{Heading: &page.Heading{Text: "H"}}}},
	}}
}

// area is a block of cells of one sheet.
type area struct{ left, top, right, bottom int }

func (a area) meets(b area) bool {
	return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom
}

func areaOf(t *testing.T, from, to string) area {
	t.Helper()
	left, top, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		t.Fatal(err)
	}
	right, bottom, err := excelize.CellNameToCoordinates(to)
	if err != nil {
		t.Fatal(err)
	}
	return area{left, top, right, bottom}
}

func mergedAreas(t *testing.T, book *excelize.File, sheet string) []area {
	t.Helper()
	merged, err := book.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var areas []area
	for _, m := range merged {
		areas = append(areas, areaOf(t, m.GetStartAxis(), m.GetEndAxis()))
	}
	return areas
}

// tableAreas are the Excel tables of a sheet. Their names differ, also from those
// of the sheets, and each head of a table is the text of its cell.
func tableAreas(t *testing.T, book *excelize.File, sheet string, names map[string]bool) []area {
	t.Helper()
	tables, err := book.GetTables(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var areas []area
	for _, table := range tables {
		if lower := strings.ToLower(table.Name); names[lower] {
			t.Errorf("two tables are called %s", table.Name)
		} else {
			names[lower] = true
		}
		from, to, _ := strings.Cut(table.Range, ":")
		a := areaOf(t, from, to)
		areas = append(areas, a)
		heads := map[string]bool{}
		for column := a.left; column <= a.right; column++ {
			cell, err := excelize.CoordinatesToCellName(column, a.top)
			if err != nil {
				t.Fatal(err)
			}
			head, err := book.GetCellValue(sheet, cell)
			if err != nil {
				t.Fatal(err)
			}
			if lower := strings.ToLower(head); head == "" || heads[lower] || length(head) > 255 {
				t.Errorf("%s %s: Excel does not take the head %q", sheet, cell, head)
			} else {
				heads[lower] = true
			}
		}
	}
	return areas
}

// checkLinks follows the links inside the workbook, and the heads that the tables
// say they have.
func checkLinks(t *testing.T, out []byte, sheets []string) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range archive.File {
		if dir := path.Dir(part.Name); dir != "xl/worksheets" && dir != "xl/tables" {
			continue
		}
		in, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		var read struct {
			Links []struct {
				Location string `xml:"location,attr"`
			} `xml:"hyperlinks>hyperlink"`
			Heads []struct {
				Name string `xml:"name,attr"`
			} `xml:"tableColumns>tableColumn"`
		}
		if err := xml.Unmarshal(text, &read); err != nil {
			t.Fatalf("%s: %v", part.Name, err)
		}
		for _, l := range read.Links {
			sheet, _, found := strings.Cut(strings.TrimPrefix(l.Location, "'"), "'!")
			if !found || !slices.Contains(sheets, strings.ReplaceAll(sheet, "''", "'")) {
				t.Errorf("%s: a link leads to %q", part.Name, l.Location)
			}
		}
		for _, head := range read.Heads {
			if strings.ContainsAny(head.Name, "\n\r") {
				t.Errorf("%s: the head %q has a line break, which Excel writes as _x000a_", part.Name, head.Name)
			}
		}
	}
}

// length counts as Excel does.
func length(text string) int { return len(utf16.Encode([]rune(text))) }
