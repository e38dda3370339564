package xlsx

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// opened reads a workbook back.
func opened(t testing.TB, out []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

// raw is what a cell holds, without its format.
func raw(t testing.TB, f *excelize.File, sheet, cell string) string {
	t.Helper()
	text, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestSheetsInOrder(t *testing.T) {
	got := opened(t, drawn(t, sample(t))).GetSheetList()
	want := []string{
		"Read me", "Summary", "Figures", "Trend REF-01", "Trend MED-01", "Trend LRN-03", "Trend IND-01 B",
		"Learning", "Services", "Changes", "Claims", "Rows set aside", "Definitions",
	}
	if !slices.Equal(got, want) {
		t.Errorf("sheets are %q, want %q", got, want)
	}
}

func TestQuirk152SheetNamesAreTaken(t *testing.T) {
	pl := &plan{used: map[string]bool{"claims": true}}
	for _, c := range []struct{ wanted, want string }{
		{"Claims", "Claims (2)"},
		{"'quoted'", "quoted"},
		{"a/b:c[d]*?", "a b c d"},
		{"", "Sheet"},
		{strings.Repeat("x", 40), strings.Repeat("x", 31)},
		{strings.Repeat("long name ", 6), "long name long name long name"},
		{strings.Repeat("long name ", 7), "long name long name long (2)"},
	} {
		if got := pl.unique(c.wanted); got != c.want || units(got) > longestName {
			t.Errorf("the sheet for %q is called %q, want %q", c.wanted, got, c.want)
		}
	}
}

func TestFiguresAreTrueNumbersAndDates(t *testing.T) {
	p := sample(t)
	f := opened(t, drawn(t, p))
	var rows []page.FigureRow
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			if b.Figures != nil {
				rows = b.Figures.Rows
			}
		}
	}
	heads := map[string]int{}
	top := 0
	for row := 4; row < 12 && top == 0; row++ {
		if raw(t, f, nameFigures, at(2, row)) == "Evidence" {
			top = row
		}
	}
	for column := 2; column < 20; column++ {
		heads[raw(t, f, nameFigures, at(column, top))] = column
	}
	for i, r := range rows {
		cell := func(head string) string { return raw(t, f, nameFigures, at(heads[head], top+1+i)) }
		for head, want := range map[string]*float64{
			"Value": r.Value, "Numerator": r.Numerator, "Denominator": r.Denominator, "Lower 95%": r.Lower, "Upper 95%": r.Upper,
		} {
			sameNumber(t, r.Evidence+" "+head, cell(head), want)
		}
		d, there := dayOf(r.From)
		serial, err := strconv.ParseFloat(cell("From"), 64)
		if back, bad := excelize.ExcelDateToTime(serial, false); err != nil || bad != nil || !there || !back.Equal(d) {
			t.Errorf("%s from is %q, want the date %s", r.Evidence, cell("From"), r.From)
		}
		if cell("Status") != r.Status || r.Value == nil && r.Status == "ok" {
			t.Errorf("%s says %q, want %q", r.Evidence, cell("Status"), r.Status)
		}
	}
}

// sameNumber compares a cell with a number; where there is none it must be empty.
func sameNumber(t *testing.T, what, cell string, want *float64) {
	t.Helper()
	if want == nil {
		if cell != "" {
			t.Errorf("%s holds %q, want an empty cell", what, cell)
		}
		return
	}
	got, err := strconv.ParseFloat(cell, 64)
	if err != nil || math.Abs(got-*want) > 1e-12*math.Abs(*want) {
		t.Errorf("%s holds %q, want %v", what, cell, *want)
	}
}

// chartsOf are the chart blocks of a page.
func chartsOf(p *page.Page) []page.Chart {
	var all []page.Chart
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			if b.Chart != nil {
				all = append(all, *b.Chart)
			}
		}
	}
	return all
}

func TestChartsReferToTheirCells(t *testing.T) {
	p := sample(t)
	out := drawn(t, p)
	f, parts := opened(t, out), partsOf(t, out)
	for i, c := range chartsOf(p) {
		part := parts["xl/charts/chart"+strconv.Itoa(i+1)+".xml"]
		if !strings.Contains(part, escaped(c.Spec.Title)) || !strings.Contains(part, `<c:dispBlanksAs val="gap"/>`) ||
			!strings.Contains(part, `<c:min val="0"/>`) || strings.Contains(part, "<c:legend>") {
			t.Errorf("chart %d has not its finding, gaps, a scale from nought and no legend", i+1)
		}
		if !strings.Contains(parts["xl/drawings/drawing"+strconv.Itoa(i+1)+".xml"], escaped(c.Spec.Alt)) {
			t.Errorf("chart %d has no alt text", i+1)
		}
		var found bool
		for _, ref := range references(part) {
			sheet, values := columnOf(t, f, ref, len(c.Spec.Points))
			if !strings.HasPrefix(sheet, "Trend ") {
				t.Errorf("chart %d refers to the sheet %q", i+1, sheet)
			}
			found = found || sameValues(values, c.Spec.Points)
		}
		if !found {
			t.Errorf("no line of chart %d has the values of the page", i+1)
		}
	}
}

// references are the ranges that the lines of a chart are drawn over.
func references(part string) []string {
	var all []string
	for _, piece := range strings.Split(part, "<c:val><c:numRef><c:f>")[1:] {
		ref, _, _ := strings.Cut(piece, "</c:f>")
		all = append(all, strings.ReplaceAll(ref, "&#39;", "'"))
	}
	return all
}

// columnOf reads the cells of a range of one column.
func columnOf(t *testing.T, f *excelize.File, ref string, points int) (sheet string, values []string) {
	t.Helper()
	sheet, cells, there := strings.Cut(strings.TrimPrefix(ref, "'"), "'!")
	first, last, isRange := strings.Cut(strings.ReplaceAll(cells, "$", ""), ":")
	column, row, err := excelize.CellNameToCoordinates(first)
	_, end, errEnd := excelize.CellNameToCoordinates(last)
	if !there || !isRange || err != nil || errEnd != nil || end-row+1 != points {
		t.Fatalf("the reference %q is not a range of %d cells", ref, points)
	}
	for ; row <= end; row++ {
		text := raw(t, f, sheet, at(column, row))
		if _, err := strconv.ParseFloat(text, 64); text != "" && err != nil {
			t.Errorf("%s!%s holds %q, which is no number", sheet, at(column, row), text)
		}
		values = append(values, text)
	}
	return sheet, values
}

func sameValues(cells []string, points []chart.Point) bool {
	return slices.EqualFunc(cells, points, func(cell string, p chart.Point) bool {
		got, err := strconv.ParseFloat(cell, 64)
		return p.Value == nil && cell == "" || p.Value != nil && err == nil && math.Abs(got-*p.Value) < 1e-9
	})
}

func TestGapIsEmptyAndSaysWhy(t *testing.T) {
	f := opened(t, drawn(t, sample(t)))
	const gap = 4 + 11 // February 2026 in the chart of missed doses
	found := false
	for column := 1; column < 14; column++ {
		head := raw(t, f, "Trend MED-01", at(column, 4))
		text := raw(t, f, "Trend MED-01", at(column, gap))
		if head == "Status" && column < 12 {
			found = text == "no data"
		}
		if head == "Per cent" && text != "" {
			t.Errorf("the month without data holds %q", text)
		}
	}
	if !found {
		t.Error("the status of the month without data does not say so")
	}
}

func TestQuartersAreWords(t *testing.T) {
	f := opened(t, drawn(t, sample(t)))
	if got := raw(t, f, "Trend IND-01 B", "A6"); got != "Jul–Sep 2025" {
		t.Errorf("the second quarter is called %q", got)
	}
}

func TestEvidenceLeadsToItsFigure(t *testing.T) {
	f := opened(t, drawn(t, sample(t)))
	for row := 5; row < 30; row++ {
		for column := 2; column < 10; column++ {
			is, target, err := f.GetCellHyperLink(nameFront, at(column, row))
			if err != nil {
				t.Fatal(err)
			}
			if is && strings.HasPrefix(target, "'Figures'!B") {
				cell := strings.TrimPrefix(target, "'Figures'!")
				if id := raw(t, f, nameFront, at(column, row)); id == "" || raw(t, f, nameFigures, cell) != id {
					t.Errorf("the id %q leads to %q", id, raw(t, f, nameFigures, cell))
				}
				return
			}
		}
	}
	t.Error("no evidence id of the front sheet leads to a figure")
}
