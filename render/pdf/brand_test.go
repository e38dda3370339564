package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"evidencepack/render/page"
)

// plainly draws a page with streams that a test can read.
func plainly(t *testing.T, whole *page.Page) string {
	t.Helper()
	p := penOf(roomy)
	p.doc.SetCompression(false)
	p.final = true
	file, err := page.Draw(whole, p)
	if err != nil {
		t.Fatal(err)
	}
	return string(file)
}

// TestBrandIsOnTheCoverAlone wants the colour on one line of the first sheet and the logo
// there once, in its size, and neither where a page has none.
func TestBrandIsOnTheCoverAlone(t *testing.T) {
	whole := fixture(t)
	const ink = "0.541 0.110 0.357 RG"
	if file := plainly(t, whole); strings.Contains(file, ink) || strings.Contains(file, " Do Q") || strings.Contains(file, "/Image\n") {
		t.Fatal("a page without a brand has one")
	}
	whole.Cover.Colour, whole.Cover.Logo = "#8A1C5B", ownLogo
	file := plainly(t, whole)
	drawn := streams.FindAllStringSubmatch(file, -1)
	if strings.Count(file, ink) != 1 || strings.Count(file, " Do Q") != 1 || !strings.Contains(drawn[0][1], ink) || !strings.Contains(drawn[0][1], " Do Q") {
		t.Errorf("the colour stands %d times, the logo %d times", strings.Count(file, ink), strings.Count(file, " Do Q"))
	}
	if rule := regexp.MustCompile(regexp.QuoteMeta(ink) + `\s+1\.50 w[^S]*\bS\b|1\.50 w[^S]*` + regexp.QuoteMeta(ink) + `[^S]*\bS\b`); !rule.MatchString(drawn[0][1]) {
		t.Error("the rule of 1.5 points has not the colour")
	}
	const wide, high = 40.0, 10.0
	if size := fmt.Sprintf("q %.5f 0 0 %.5f ", wide/millimetresPerPoint, high/millimetresPerPoint); !strings.Contains(drawn[0][1], size) {
		t.Errorf("the logo is not drawn as %q", size)
	}
	if !bytes.Equal(draw(t, whole), draw(t, whole)) {
		t.Error("the same page gave other bytes")
	}
}

// TestLongTitleKeepsClearOfTheLogo wraps the title beside the logo, and puts the rule
// under both.
func TestLongTitleKeepsClearOfTheLogo(t *testing.T) {
	for _, name := range []string{"H", strings.Repeat("Harbour Reach ", 12)} {
		whole, _ := filled()
		whole.Cover.Provider, whole.Cover.Title, whole.Cover.Draft = name, name+" pack", ""
		checkPlaces(t, draw(t, whole))
		for _, one := range words(t, draw(t, whole)) {
			if one.sheet == 1 && one.top > 28 && one.top < 40 && one.right > right-40-5 {
				t.Errorf("%q stands beside the left edge of the logo", one.text)
			}
		}
	}
}

var fontSize = regexp.MustCompile(`/F[0-9a-f]+ ([0-9.]+) Tf`)

// TestSizeOfText reads the sizes of all texts of a PDF: at 11 points every role of text
// grows by the same share, and labels of charts stay as they are.
func TestSizeOfText(t *testing.T) {
	sizes := func(points float64) map[string]int {
		whole := fixture(t)
		whole.BodyPoints = points
		all := map[string]int{}
		for _, found := range fontSize.FindAllStringSubmatch(plainly(t, whole), -1) {
			all[found[1]]++
		}
		return all
	}
	usual, large := sizes(0), sizes(11)
	for before, after := range map[string]string{
		"9.50": "11.00", "24.00": "27.79", "16.00": "18.53", "7.50": "8.68", "6.50": "7.53", "11.50": "13.32",
	} {
		if usual[before] == 0 || large[after] == 0 {
			t.Errorf("%s points: %d texts; %s points: %d", before, usual[before], after, large[after])
		}
	}
	for _, gone := range []string{"9.50", "24.00", "16.00", "11.50"} {
		if large[gone] > 0 {
			t.Errorf("%d texts stay at %s points", large[gone], gone)
		}
	}
	if large["7.00"] == 0 || large["7.00"] >= usual["7.00"] {
		t.Errorf("labels of charts: %d of %d texts at 7 points", large["7.00"], usual["7.00"])
	}
	if fmt.Sprint(sizes(page.UsualBodyPoints)) != fmt.Sprint(usual) {
		t.Error("the usual size, asked for, is another")
	}
}

// TestLargeTextStandsClear draws with the largest text: no word lies on another, and none
// leaves its sheet.
func TestLargeTextStandsClear(t *testing.T) {
	for _, points := range []float64{11, page.MostBodyPoints} {
		t.Run(fmt.Sprint(points), func(t *testing.T) {
			whole, _ := filled()
			for name, one := range map[string]*page.Page{"fixture": fixture(t), "filled": whole} {
				one.BodyPoints = points
				checkPlaces(t, draw(t, one))
				checkFrame(t, name, one)
			}
		})
	}
}

// TestLargeTextAndALimit thins a pack with large text, and says in one line where that is
// not enough.
func TestLargeTextAndALimit(t *testing.T) {
	whole := tall(30)
	whole.BodyPoints, whole.MostPages = page.MostBodyPoints, 2
	file := draw(t, whole)
	const want = "p.pdf has %d pages; its pack asks for at most 2, which cannot be met with text of 14 points. Raise most_pages, or make body_pt smaller."
	if got := Remark(whole, file); got != fmt.Sprintf(want, Pages(file)) {
		t.Error(got)
	}
	whole.MostPages = Pages(file)
	if got := Remark(whole, draw(t, whole)); got != "" {
		t.Errorf("a limit that is met: %s", got)
	}
}

// TestContentsNameNoAppendixThatIsNotPrinted thins a page until the values behind its
// charts go: their line goes from the contents too.
func TestContentsNameNoAppendixThatIsNotPrinted(t *testing.T) {
	whole := tall(30)
	without := 0
	for most := Pages(draw(t, whole)); most >= 4; most-- {
		whole.MostPages = most
		cover, others, _ := strings.Cut(pdftotext(t, draw(t, whole), "-layout"), "\f")
		named, printed := strings.Contains(cover, appendixLabel), strings.Contains(others, appendixTitle)
		if named != printed {
			t.Errorf("at most %d pages: the appendix is named: %t; it is printed: %t", most, named, printed)
		}
		if !printed {
			without++
		}
	}
	if without == 0 {
		t.Error("the appendix was printed each time")
	}
}

// TestWordsOfWideTablesStayWhole sets a table small whose words do not fit side by side in
// large text.
func TestWordsOfWideTablesStayWhole(t *testing.T) {
	const word = "Improvements"
	table := &page.Table{}
	row := page.Row{}
	for range 6 {
		table.Columns = append(table.Columns, page.Column{Head: "Head", Weight: 1})
		row.Cells = append(row.Cells, page.Cell{Text: word})
	}
	table.Rows = []page.Row{row, row}
	whole := &page.Page{Schema: page.Schema, BodyPoints: page.MostBodyPoints, Cover: page.Cover{Pack: "p", Provider: "Provider"}, Sections: []page.Section{{ID: "s", Label: "1 S", Title: "T", Blocks: []page.Block{{Table: table}}}}}
	if got := strings.Count(pdftotext(t, draw(t, whole)), word); got != 12 {
		t.Errorf("%d of 12 words are whole", got)
	}
}
