package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// tall gives a page of several sections with tables, charts, an index and definitions.
func tall(rows int) *page.Page {
	value := 5.0
	table := func(name string) page.Block {
		t := &page.Table{Title: name, Columns: []page.Column{{Head: "Name"}, {Head: "Number", Numeric: true}}}
		for i := range rows {
			t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: fmt.Sprint(name, " row ", i)}, {Text: "12"}}})
		}
		return page.Block{Table: t}
	}
	trend := func(id, name string) page.Block {
		return page.Block{Chart: &page.Chart{Half: true, Source: "source", Spec: chart.Spec{
			ID: id, Measure: name, Title: name + " fell", Grain: chart.GrainMonth,
			Points: []chart.Point{{From: "2026-04-01", To: "2026-04-30", Label: "Apr 2026", Value: &value}},
		}}}
	}
	claim := page.Block{Claims: &page.Claims{Title: "Sentences", Claims: []page.Claim{{Text: "A sentence.", Metric: "REF-01", Evidence: "E-AAAAAA11"}}}}
	whole := &page.Page{Schema: page.Schema, Cover: page.Cover{Pack: "p", Provider: "Provider"}}
	for i := range 4 {
		n := fmt.Sprint(i + 1)
		whole.Sections = append(whole.Sections, page.Section{ID: "s" + n, Label: n + " Section", Title: "Finding " + n, NewPage: true, Blocks: []page.Block{
			claim, trend("ref-01", "Refusals "+n), trend("ind-01", "Steps "+n), table("Short " + n), table("Long " + n),
		}})
	}
	whole.Sections = append(whole.Sections,
		page.Section{ID: "d", Label: "5 Definitions", Title: "What each measure counts", Blocks: []page.Block{{Definitions: &page.Definitions{Rows: []page.Definition{{Metric: "REF-01", Title: "Refusals", Numerator: "refused"}}}}}},
		page.Section{ID: "e", Label: "6 Index", Title: "Each figure", Blocks: []page.Block{{Figures: &page.Figures{Rows: []page.FigureRow{{Evidence: "E-AAAAAA11", Metric: "REF-01", Title: "Refusals", Window: "period", Status: "ok", Value: &value}}}}}},
	)
	return whole
}

// TestALimitIsMet lowers the limit page by page: the PDF keeps to it, and each part that
// is no longer printed is named with the sheet that has it.
func TestALimitIsMet(t *testing.T) {
	whole := tall(30)
	full := Pages(draw(t, whole))
	if full < 9 {
		t.Fatalf("only %d pages to begin with", full)
	}
	for most := full; most >= 4; most-- {
		whole.MostPages = most
		file := draw(t, whole)
		text := pdftotext(t, file, "-layout")
		if got := Pages(file); got > most || got != strings.Count(text, "\f") {
			t.Errorf("%d pages, not at most %d", got, most)
		}
		flat := strings.Join(strings.Fields(text), " ")
		for i := range 4 {
			n := fmt.Sprint(i + 1)
			for name, there := range map[string]string{
				"Short " + n: "Short " + n + " row 0", "Long " + n: "Long " + n + " row 0", "Refusals " + n: "Refusals " + n + " fell", "Steps " + n: "Steps " + n + " fell",
			} {
				if !strings.Contains(flat, there) && !strings.Contains(flat, name+" (sheet ") {
					t.Errorf("at most %d pages: %s is neither there nor named", most, name)
				}
			}
			if !strings.Contains(flat, "Finding "+n) || strings.Count(flat, "A sentence.") != 4 {
				t.Errorf("at most %d pages: a finding or a sentence was left out", most)
			}
		}
		if !strings.Contains(flat, "Apr 2026") && !strings.Contains(flat, valuesElsewhere[:40]) && strings.Contains(flat, " fell") {
			t.Errorf("at most %d pages: the values behind the charts are neither there nor named", most)
		}
	}
}

// TestTheOrderOfThinning follows the steps: less paper before fewer words, the tables
// before the index, the charts last, and the first block of a section never.
func TestTheOrderOfThinning(t *testing.T) {
	var got []string
	before := roomy
	for _, step := range thinnings(tall(3)) {
		if step.set == nil {
			kind := "table"
			if step.block.Chart != nil {
				kind = "chart"
			}
			got = append(got, fmt.Sprint(kind, " of ", step.section+1))
			continue
		}
		after := before
		step.set(&after)
		switch {
		case after.follow != before.follow:
			got = append(got, "follow")
		case after.tight != before.tight:
			got = append(got, "tight")
		case after.oneKey != before.oneKey:
			got = append(got, "key")
		case after.noAppendix != before.noAppendix:
			got = append(got, "values")
		case after.scene < before.scene:
			got = append(got, fmt.Sprintf("plot of %g", after.scene-datesAndWindows))
		case after.rows != before.rows:
			got = append(got, fmt.Sprint("rows ", after.rows))
		case after.noIndex != before.noIndex:
			got = append(got, "index")
		case after.noDefinitions != before.noDefinitions:
			got = append(got, "definitions")
		}
		before = after
	}
	want := "follow, tight, key, values, plot of 38, plot of 34, rows 24, rows 12, table of 4, table of 3, table of 2, table of 1, table of 4, table of 3, table of 2, table of 1, " +
		"index, definitions, chart of 4, chart of 3, chart of 2, chart of 1, chart of 4, chart of 3, chart of 2, chart of 1"
	if text := strings.Join(got, ", "); text != want {
		t.Errorf("the steps are\n%s, not\n%s", text, want)
	}
}

// TestASectionThatIsKept stays whole at any limit.
func TestASectionThatIsKept(t *testing.T) {
	whole := tall(30)
	whole.MostPages = 4
	whole.Sections[1].Keep = true
	text := pdftotext(t, draw(t, whole), "-layout")
	for _, wanted := range []string{"Refusals 2 fell", "Steps 2 fell", "Short 2 row 29", "Long 2 row 29"} {
		if !strings.Contains(text, wanted) {
			t.Errorf("%q was left out", wanted)
		}
	}
	if strings.Contains(text, "Long 3 row 29") {
		t.Error("nothing else was left out")
	}
}

func TestAThinPageGivesTheSameBytes(t *testing.T) {
	whole := tall(30)
	whole.MostPages = 6
	if !bytes.Equal(draw(t, whole), draw(t, whole)) {
		t.Error("two thin drawings of one page differ")
	}
}

// TestALimitThatCannotBeMet is said, and what can be done about it.
func TestALimitThatCannotBeMet(t *testing.T) {
	whole := tall(30)
	whole.MostPages = 1
	file := draw(t, whole)
	if got := Remark(whole, file); !strings.Contains(got, "at most 1,") || !strings.Contains(got, "not_in: [pdf]") {
		t.Errorf("the remark is %q", got)
	}
	whole.MostPages = Pages(file)
	if got := Remark(whole, file); got != "" {
		t.Errorf("a limit that is met is remarked on: %q", got)
	}
}

// TestTheLinesUnderASectionStandWithIt looks for pages that begin with what a section
// leaves to the other formats, whatever stands before it.
func TestTheLinesUnderASectionStandWithIt(t *testing.T) {
	for lines := 30; lines < 56; lines++ {
		whole := tall(3)
		whole.Sections = whole.Sections[:1]
		whole.Sections[0].Blocks = []page.Block{{Prose: &page.Prose{Paragraphs: []page.Paragraph{{Text: strings.Repeat("long enough to need some lines ", 3*lines)}}}}}
		whole.Sections[0].Elsewhere = []string{"Something (sheet Claims)"}
		for i, sheet := range sheetsOfPage(t, whole) {
			if at := strings.Index(sheet, moreOfSection); at >= 0 && !strings.Contains(sheet[:at], "long enough") {
				t.Errorf("%d lines: sheet %d begins with what is elsewhere", lines, i+1)
			}
		}
	}
}

func sheetsOfPage(t *testing.T, whole *page.Page) []string {
	return strings.Split(strings.TrimSuffix(pdftotext(t, draw(t, whole), "-layout"), "\f"), "\f")
}

// TestNoHeadStandsAlone moves a section down the sheet line by line: its title, the title
// of its first block and the first rows stay together.
func TestNoHeadStandsAlone(t *testing.T) {
	for lines := 20; lines < 56; lines += 2 {
		whole := tall(9)
		whole.Sections = whole.Sections[:2]
		whole.Sections[0].Blocks = []page.Block{{Prose: &page.Prose{Paragraphs: []page.Paragraph{{Text: strings.Repeat("long enough to need some lines ", 3*lines)}}}}}
		whole.Sections[1].NewPage = false
		whole.Sections[1].Blocks = whole.Sections[1].Blocks[3:]
		for _, sheet := range sheetsOfPage(t, whole)[1:] {
			if strings.Contains(sheet, "Finding 2") && !strings.Contains(sheet, "Short 2 row 2") {
				t.Errorf("after %d lines the title of a section stands without its rows", lines)
			}
		}
	}
}

// TestASpreadBeginsOnALeftPage puts sections of every length before a spread.
func TestASpreadBeginsOnALeftPage(t *testing.T) {
	for rows := 3; rows < 100; rows += 24 {
		whole := tall(rows)
		whole.Sections = whole.Sections[:2]
		whole.Sections[1].Spread = true
		whole.Sections[0].Blocks = whole.Sections[0].Blocks[3:4]
		for i, sheet := range sheetsOfPage(t, whole) {
			if i > 0 && strings.Contains(sheet, "Finding 2") && (i+1)%2 != 0 {
				t.Errorf("%d rows before: the spread begins on page %d", rows, i+1)
			}
		}
	}
}

// TestEvidenceIDsLeadToTheIndex counts the links: one from each sentence, and none where
// the index is left out.
func TestEvidenceIDsLeadToTheIndex(t *testing.T) {
	whole := tall(3)
	links := func() int { return strings.Count(string(draw(t, whole)), "/Subtype /Link") }
	with := links()
	index := len(whole.Sections) - 1
	whole.Sections[index].Blocks[0].Figures.Rows[0].Evidence = "E-BBBBBB22"
	if without := links(); with-without != 4 {
		t.Errorf("%d links lead from 4 sentences to the index", with-without)
	}
}

func TestTheContentsStandOnTheCover(t *testing.T) {
	whole := tall(3)
	for range 5 {
		whole.Sections = append(whole.Sections, whole.Sections[:4]...)
	}
	for i := range whole.Sections {
		whole.Sections[i].Label = fmt.Sprintf("%d Section", i+1)
		whole.Sections[i].Title = strings.Repeat("a title of some words ", 8)
	}
	cover := sheetsOfPage(t, whole)[0]
	for _, section := range whole.Sections {
		if !strings.Contains(cover, section.Label) {
			t.Errorf("the cover does not name %q", section.Label)
		}
	}
}
