package xlsx

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"evidencepack/render/page"
)

// area is a rectangle of cells.
type area struct{ left, top, right, bottom int }

func areaOf(t *testing.T, ref string) area {
	t.Helper()
	first, last, _ := strings.Cut(ref, ":")
	var a area
	var err, errLast error
	a.left, a.top, err = excelize.CellNameToCoordinates(first)
	a.right, a.bottom, errLast = excelize.CellNameToCoordinates(last)
	if err != nil || errLast != nil {
		t.Fatalf("%q is no range of cells", ref)
	}
	return a
}

func (a area) meets(b area) bool {
	return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom
}

// Excel repairs, that is damages, a workbook in which merged cells or tables meet.
func TestMergedCellsAndTablesDoNotMeet(t *testing.T) {
	for name, p := range map[string]*page.Page{
		"sample": sample(t), "charts": everyChart(t), "filled": filled(&filler{numbers: true}), "without numbers": filled(&filler{}),
	} {
		f := opened(t, drawn(t, p))
		for _, sheet := range f.GetSheetList() {
			var areas []area
			merged, err := f.GetMergeCells(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range merged {
				areas = append(areas, areaOf(t, m.GetStartAxis()+":"+m.GetEndAxis()))
			}
			tables, err := f.GetTables(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, table := range tables {
				areas = append(areas, areaOf(t, table.Range))
			}
			for i := range areas {
				for k := range i {
					if areas[i].meets(areas[k]) {
						t.Errorf("%s, sheet %q: %v and %v meet", name, sheet, areas[i], areas[k])
					}
				}
			}
		}
	}
}

func TestEverySheetIsSetUpForPrint(t *testing.T) {
	parts := partsOf(t, drawn(t, sample(t)))
	for name, part := range parts {
		if !strings.HasPrefix(name, "xl/worksheets/sheet") {
			continue
		}
		for _, want := range []string{
			`showGridLines="false"`, `orientation="landscape"`, `paperSize="9"`, `fitToHeight="0"`, `state="frozen"`, "INSPECTION",
		} {
			if !strings.Contains(part, want) && !strings.Contains(parts["xl/sharedStrings.xml"], want) {
				t.Errorf("%s does not hold %s", name, want)
			}
		}
	}
	if !strings.Contains(parts["xl/workbook.xml"], "_xlnm.Print_Titles") {
		t.Error("no head is repeated on the printed pages")
	}
}

// The end of a drawing must lie beyond its start, or Excel shows a chart as small as one cell.
func TestChartsHaveTheirSize(t *testing.T) {
	place := regexp.MustCompile(`<xdr:col>(\d+)</xdr:col><xdr:colOff>(\d+)</xdr:colOff><xdr:row>(\d+)</xdr:row>`)
	p := sample(t)
	parts := partsOf(t, drawn(t, p))
	for i := range chartsOf(p) {
		name := "xl/drawings/drawing" + strconv.Itoa(i+1) + ".xml"
		ends := place.FindAllStringSubmatch(parts[name], -1)
		if len(ends) != 2 {
			t.Fatalf("%s has %d ends", name, len(ends))
		}
		for _, of := range []int{1, 3} {
			from, err := strconv.Atoi(ends[0][of])
			to, errTo := strconv.Atoi(ends[1][of])
			if err != nil || errTo != nil || to < from+3 {
				t.Errorf("%s runs from %q to %q only", name, ends[0][0], ends[1][0])
			}
		}
	}
}

func TestHeadsOfOneTableDiffer(t *testing.T) {
	p := sample(t)
	p.Sections[0].Blocks = []page.Block{{Table: &page.Table{
		Columns: []page.Column{{Head: "Count"}, {Head: "count"}, {Head: ""}},
		Rows:    []page.Row{{Cells: []page.Cell{{Text: "a"}, {Text: "b"}, {Text: "c"}}}},
	}}}
	f := opened(t, drawn(t, p))
	var heads []string
	for column := 2; column <= 4; column++ {
		heads = append(heads, raw(t, f, nameSummary, at(column, 5)))
	}
	if got := strings.Join(heads, "|"); got != "Count|count (2)|Column 3" {
		t.Errorf("the heads are %q", got)
	}
}

func TestLinesOfBreakBetweenWords(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  int
	}{
		{"", 10, 1}, {"one", 10, 1}, {"one two three four", 10, 2},
		{strings.Repeat("x", 30), 10, 3}, {"one\ntwo", 10, 2},
	} {
		if got := linesOf(c.text, c.width, sizeText, false); got != c.want {
			t.Errorf("%q takes %d lines, want %d", c.text, got, c.want)
		}
	}
}
