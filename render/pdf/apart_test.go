package pdf

import (
	"fmt"
	"strings"
	"testing"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// sheetsOf draws one section and gives the text of each sheet after the cover.
func sheetsOf(t *testing.T, blocks ...page.Block) []string {
	t.Helper()
	whole := &page.Page{
		Schema: page.Schema, Cover: page.Cover{Pack: "p", Provider: "Provider"},
		Sections: []page.Section{{ID: "s", Label: "1 Section", Title: "Finding", Blocks: blocks}},
	}
	text := strings.TrimSuffix(pdftotext(t, draw(t, whole), "-layout"), "\f")
	return strings.Split(text, "\f")[1:]
}

// lastSheet checks that the sheet with the source line has rows on it too.
func lastSheet(t *testing.T, name string, sheets []string) {
	t.Helper()
	last := sheets[len(sheets)-1]
	if !strings.Contains(last, "thesource") {
		t.Errorf("%s: the last sheet has no source line", name)
	}
	if strings.Count(last, "rowname") < 2 {
		t.Errorf("%s: %d rows stand on the last of %d sheets with the source line",
			name, strings.Count(last, "rowname"), len(sheets))
	}
}

// TestTheSourceStaysWithItsRows draws tables and plates of every length about the
// one at which they need another sheet.
func TestTheSourceStaysWithItsRows(t *testing.T) {
	for count := 40; count < 50; count++ {
		table := &page.Table{Title: "Table", Columns: []page.Column{{Head: "Name"}, {Head: "Number", Numeric: true}}, Source: "thesource"}
		comparison := &page.Comparison{Title: "Plate", Source: "thesource"}
		for i := range count {
			value := float64(i)
			table.Rows = append(table.Rows, page.Row{Cells: []page.Cell{{Text: fmt.Sprint("rowname", i)}, {Text: "12"}}})
			comparison.Rows = append(comparison.Rows, page.ComparisonRow{Label: fmt.Sprint("rowname", i), BeforeValue: &value, AfterValue: &value})
		}
		lastSheet(t, fmt.Sprint("table of ", count), sheetsOf(t, page.Block{Table: table}))
		lastSheet(t, fmt.Sprint("comparison of ", count), sheetsOf(t, page.Block{Comparison: comparison}))
	}
	for count := 12; count < 20; count++ {
		forest := &page.Forest{Title: "Plate", Source: "thesource"}
		for i := range count {
			value := float64(i)
			forest.Rows = append(forest.Rows, page.ForestRow{
				Label: fmt.Sprint("rowname", i), What: strings.Repeat("what was changed ", 8), Value: &value, Lower: &value, Upper: &value,
				Verdict: page.Verdict{State: chart.StateNoChange, Word: "No clear change"},
			})
		}
		lastSheet(t, fmt.Sprint("forest of ", count), sheetsOf(t, page.Block{Forest: forest}))
	}
}

// TestAShortTableStaysWhole pushes a table of five rows down the sheet line by line.
func TestAShortTableStaysWhole(t *testing.T) {
	table := &page.Table{Title: "Table", Columns: []page.Column{{Head: "Name"}}, Source: "thesource"}
	for range 5 {
		table.Rows = append(table.Rows, page.Row{Cells: []page.Cell{{Text: "rowname"}}})
	}
	for lines := 30; lines < 56; lines += 3 {
		prose := &page.Prose{Paragraphs: []page.Paragraph{{Text: strings.Repeat("long enough to need some lines ", 3*lines)}}}
		for _, sheet := range sheetsOf(t, page.Block{Prose: prose}, page.Block{Table: table}) {
			rows := strings.Count(sheet, "rowname")
			if whole := rows == 5 && strings.Contains(sheet, "thesource") && strings.Contains(sheet, "Table"); rows > 0 && !whole {
				t.Errorf("after %d lines the table is parted: %d rows on a sheet", lines, rows)
			}
		}
	}
}

// TestAChartStaysWhole pushes a pair of charts down the sheet.
func TestAChartStaysWhole(t *testing.T) {
	value := 5.0
	trend := page.Chart{Half: true, Source: "thesource", PartnerTitle: "thepartner", Spec: chart.Spec{
		Title: "thetitle", Subtitle: "thesubtitle", Grain: chart.GrainMonth,
		Points: []chart.Point{{From: "2026-04-01", To: "2026-04-30", Label: "Apr 2026", Value: &value}},
	}}
	for lines := 2; lines < 50; lines += 6 {
		prose := &page.Prose{Paragraphs: []page.Paragraph{{Text: strings.Repeat("long enough to need some lines ", 3*lines)}}}
		for i, sheet := range sheetsOf(t, page.Block{Prose: prose}, page.Block{Heading: &page.Heading{Text: "theheading"}},
			page.Block{Chart: &trend}, page.Block{Chart: &trend}) {
			if !strings.Contains(sheet, "thesource") {
				continue
			}
			for _, wanted := range []string{"thetitle", "thesubtitle", "thepartner", "theheading"} {
				if !strings.Contains(sheet, wanted) {
					t.Errorf("after %d lines, sheet %d has the source but not %q", lines, i+2, wanted)
				}
			}
		}
	}
}
