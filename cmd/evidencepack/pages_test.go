package main

import (
	"os"
	"path/filepath"
	"testing"

	"evidencepack/render/page"
	"evidencepack/render/pdf"
)

// pageLimits are the most pages that the PDF of each pack may have.
var pageLimits = map[string]int{"tender-pack": 12, "inspection-pack": 24, "monthly-report": 10}

// checkPages wants a pack to keep to its limit, and no page to be less than half full
// unless a section ends on it.
func checkPages(t *testing.T, whole *page.Page) {
	t.Helper()
	sheets, err := pdf.Sheets(whole)
	if err != nil {
		t.Fatal(err)
	}
	if most := pageLimits[whole.Cover.Pack]; len(sheets) > most || len(sheets) < 5 {
		t.Errorf("%s has %d pages, not at most %d", whole.Cover.Pack, len(sheets), most)
	}
	for i, sheet := range sheets {
		if sheet.Filled > 1.001 {
			t.Errorf("%s, page %d: drawn on beyond its foot (%.2f)", whole.Cover.Pack, i+1, sheet.Filled)
		}
		if sheet.Filled < 0.5 && !sheet.Ends {
			t.Errorf("%s, page %d is only %.0f%% full", whole.Cover.Pack, i+1, 100*sheet.Filled)
		}
	}
}

// savedPages gives the pages of the three packs of a build.
func savedPages(t *testing.T, out string) (pages []*page.Page) {
	t.Helper()
	for _, pack := range []string{"tender-pack", "inspection-pack", "monthly-report"} {
		text, err := os.ReadFile(filepath.Join(out, pack+".json"))
		if err != nil {
			t.Fatal(err)
		}
		saved, err := page.Load(text)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, saved.For("pdf"))
	}
	return pages
}

func TestPagesOfTheSample(t *testing.T) {
	for _, saved := range savedPages(t, sharedSample(t)) {
		checkPages(t, saved)
	}
}

func TestPagesOfTheDemo(t *testing.T) {
	out := filepath.Join(t.TempDir(), "demo")
	mustRun(t, "demo", "--out", out)
	for _, saved := range savedPages(t, out) {
		checkPages(t, saved)
	}
}
