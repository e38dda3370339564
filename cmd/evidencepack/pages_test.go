package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/render"
	"evidencepack/render/page"
	"evidencepack/render/pdf"
	"evidencepack/templates"
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

// TestAPackThatCannotKeepToItsPagesSaysSo draws a saved page with a limit that leaves no
// room for what may not be left out.
func TestAPackThatCannotKeepToItsPagesSaysSo(t *testing.T) {
	saved := savedPages(t, sharedSample(t))[0]
	saved.MostPages = 2
	text, err := saved.Save()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "tender-pack.json")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	if code := run([]string{"draw", path, "--as", "pdf"}, world{stdin: &bytes.Buffer{}, stdout: &stdout, stderr: &stderr}); code != exitDone {
		t.Fatalf("exit %d: %s", code, stderr.String())
	}
	if said := strings.Join(strings.Fields(stderr.String()), " "); !strings.Contains(said, "its pack asks for at most 2") {
		t.Errorf("no warning, but %q", said)
	}
}

// manyServices makes a provider of 60 services with people enough to be shown.
func manyServices() *attackedProvider {
	g := &attackedMaker{Rand: rand.New(rand.NewPCG(60, 20260930)), p: &attackedProvider{seed: 1, types: map[string]string{}}}
	g.busy, g.rare, g.refusal = 4, 0.3, 0.1
	for s := range 60 {
		service := fmt.Sprintf("House %02d at the end of the long road", s+1)
		g.p.services = append(g.p.services, service)
		g.p.types[service] = []string{"residential", "supported_living", "homecare"}[s%3]
		g.service(service, s)
	}
	g.windows()
	return g.p
}

func TestPagesOfSixtyServices(t *testing.T) {
	p := manyServices()
	packs, err := render.Packs(templates.Files(), nil)
	if err != nil {
		t.Fatal(err)
	}
	table := tableOfRecords(p.records, p.later, nil)
	names := map[record.Person]string{}
	for i, person := range table.People() {
		names[person] = fmt.Sprintf("P-%03d", i+1)
	}
	for _, pack := range packs {
		in := p.input(table, p.later)
		in.Pseudonyms = map[page.Tier]map[record.Person]string{page.TierInspection: names, page.TierInternal: names}
		made, err := render.Compose(pack, in)
		if err != nil {
			t.Fatal(err)
		}
		checkPages(t, made.For("pdf"))
	}
}

// sheetSaid is where a name of what is elsewhere says that it stands.
var sheetSaid = regexp.MustCompile(`^(?:.*\(sheet (.*)\)|(.*))$`)

// TestTheSheetsThatThePDFNamesExist looks in the workbooks of the sample for each sheet
// to which its PDFs send their reader.
func TestTheSheetsThatThePDFNamesExist(t *testing.T) {
	out := sharedSample(t)
	named := 0
	for _, saved := range savedPages(t, out) {
		pieces := workbookSheets(t, filepath.Join(out, saved.Cover.Pack+".xlsx"))
		for _, section := range saved.Sections {
			for _, name := range section.Elsewhere {
				name = strings.TrimSuffix(name, ", workbook alone")
				found := sheetSaid.FindStringSubmatch(name)
				named++
				if sheet := found[1] + found[2]; !slices.Contains(pieces, sheet) {
					t.Errorf("%s, section %s: the workbook has no sheet %q; it has %q", saved.Cover.Pack, section.ID, sheet, pieces)
				}
			}
		}
	}
	if named < 10 {
		t.Errorf("only %d parts are named", named)
	}
}

// sheetListed is a sheet in the list of a workbook.
var sheetListed = regexp.MustCompile(`<sheet name="([^"]*)"`)

// workbookSheets lists the sheets of a workbook.
func workbookSheets(t *testing.T, path string) (names []string) {
	t.Helper()
	book, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	list, err := book.Open("xl/workbook.xml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(list)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range sheetListed.FindAllStringSubmatch(string(text), -1) {
		names = append(names, m[1])
	}
	return names
}
