package main

import (
	"encoding/xml"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding/charmap"

	"evidencepack/render/page"
	"evidencepack/render/pdf"
	"evidencepack/testdata"
)

// longProvider is a name of 120 letters with signs that trip programs.
const longProvider = "Ymddiriedolaeth Gofal Tŷ Gŵyl a’r Cylch, O'Shaughnessy & Sons’ Supported Living and Homecare Partnership (Wales) Limited"

// awkwardProviders are providers at the edges: what is done to the demo's exports. A file
// for which the answer is nil is left out.
var awkwardProviders = []struct {
	name, settings string
	change         func(file, text string) *string
}{
	{"long name, Welsh letters, apostrophes", "provider: \"" + longProvider + "\"\nallow: [\"St Mary's Court and Chapel Cottage\"]\n", renamed("Wimble House", "St Mary's Court and Chapel Cottage", "Pipkin Mews", "Tŷ Gŵyl’s Lodge Llanfair-ym-Muallt", "Wimble at Home", "O'Shea’s Ŷ at Home")},
	{"one service", "provider: Small Care\n", renamed("Wimble House", "The House", "Pipkin Mews", "The House", "Wimble at Home", "The House")},
	{"care notes and people alone", "provider: Notes Care\n", onlyFiles("care_notes_2025", "care_notes_2026", "people.csv")},
	{"no care notes", "provider: Quiet Care\n", withoutFiles("care_notes")},
	{"a month missing everywhere", "provider: Gap Care\n", withoutMonth},
	{"two people", "provider: Two Care\n", func(string, string) *string { return nil }},
}

func renamed(pairs ...string) func(string, string) *string {
	names := strings.NewReplacer(pairs...)
	return func(file, text string) *string {
		if strings.HasSuffix(file, ".xlsx") {
			return nil // its services would have their old names
		}
		text = names.Replace(text)
		return &text
	}
}

func onlyFiles(files ...string) func(string, string) *string {
	return func(file, text string) *string {
		for _, begin := range files {
			if strings.HasPrefix(file, begin) {
				return &text
			}
		}
		return nil
	}
}

func withoutFiles(begin string) func(string, string) *string {
	return func(file, text string) *string {
		if strings.HasPrefix(file, begin) {
			return nil
		}
		return &text
	}
}

// withoutMonth drops all rows of June 2026 from the files of text.
func withoutMonth(file, text string) *string {
	if strings.HasSuffix(file, ".xlsx") {
		return &text
	}
	var kept []string
	for line := range strings.Lines(text) {
		if !strings.Contains(line, "/06/2026") && !strings.Contains(line, "2026-06-") && !strings.Contains(line, "-Jun-2026") {
			kept = append(kept, line)
		}
	}
	text = strings.Join(kept, "")
	return &text
}

// awkwardExports writes the exports of an awkward provider into a folder.
func awkwardExports(t *testing.T, folder string, change func(file, text string) *string) {
	t.Helper()
	left := 0
	err := fs.WalkDir(testdata.Exports(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == "case-studies.yaml" {
			return err
		}
		text, err := fs.ReadFile(testdata.Exports(), name)
		if err != nil {
			return err
		}
		if !strings.HasSuffix(name, ".xlsx") && !utf8.Valid(text) {
			if text, err = charmap.Windows1252.NewDecoder().Bytes(text); err != nil {
				return err
			}
		}
		if changed := change(name, string(text)); changed != nil {
			left++
			return os.WriteFile(filepath.Join(folder, name), []byte(*changed), 0o600)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if left == 0 {
		writeFiles(t, folder, smallExports)
	}
}

// TestAwkwardProviders builds all packs of providers at the edges, and looks at every page:
// no text stands over another or beyond the margins, no page is left half empty, nothing
// of the name is lost, and no heading stands over nothing.
func TestAwkwardProviders(t *testing.T) {
	for _, provider := range awkwardProviders {
		t.Run(provider.name, func(t *testing.T) {
			t.Parallel()
			folder, out := t.TempDir(), filepath.Join(t.TempDir(), "packs")
			awkwardExports(t, folder, provider.change)
			writeFiles(t, folder, map[string]string{"pack.yaml": provider.settings})
			mustRun(t, "build", "--in", folder, "--config", filepath.Join(folder, "pack.yaml"), "--out", out)
			for _, whole := range savedPages(t, out) {
				sheets, err := pdf.Sheets(whole)
				if err != nil {
					t.Fatal(err)
				}
				if most := pageLimits[whole.Cover.Pack]; len(sheets) > most {
					t.Errorf("%s has %d pages, not at most %d", whole.Cover.Pack, len(sheets), most)
				}
				for i, sheet := range sheets {
					if sheet.Filled > 1.001 || sheet.Filled < 0.5 && !sheet.Ends {
						t.Errorf("%s, page %d is %.0f%% full", whole.Cover.Pack, i+1, 100*sheet.Filled)
					}
				}
				nothingOverHeadings(t, whole)
				wordsApart(t, filepath.Join(out, whole.Cover.Pack+".pdf"), whole.Cover.Provider)
				sectionsFilled(t, filepath.Join(out, whole.Cover.Pack+".html"))
				for _, sheet := range workbookSheets(t, filepath.Join(out, whole.Cover.Pack+".xlsx")) {
					if n := utf8.RuneCountInString(sheet); n == 0 || n > 31 {
						t.Errorf("%s: a sheet is called %q", whole.Cover.Pack, sheet)
					}
				}
			}
		})
	}
}

// nothingOverHeadings wants something under each heading of a page.
func nothingOverHeadings(t *testing.T, whole *page.Page) {
	t.Helper()
	for _, section := range whole.Sections {
		if len(section.Blocks) == 0 && len(section.Elsewhere) == 0 {
			t.Errorf("%s: section %s holds nothing", whole.Cover.Pack, section.ID)
		}
		for i, block := range section.Blocks {
			if block.Heading != nil && (i+1 == len(section.Blocks) || section.Blocks[i+1].Heading != nil) {
				t.Errorf("%s, section %s: nothing stands under %q", whole.Cover.Pack, section.ID, block.Heading.Text)
			}
			if block.Table != nil && len(block.Table.Rows) == 0 {
				t.Errorf("%s, section %s: the table %q has no rows", whole.Cover.Pack, section.ID, block.Table.Title)
			}
		}
	}
}

// placedWord is a word of a PDF with its box in points, from the top left corner.
type placedWord struct {
	Left   float64 `xml:"xMin,attr"`
	Top    float64 `xml:"yMin,attr"`
	Right  float64 `xml:"xMax,attr"`
	Bottom float64 `xml:"yMax,attr"`
	Text   string  `xml:",chardata"`
}

// wordsApart reads the words of a PDF with their places: none stands beyond the margins
// or over another, and the provider's name stands whole on the cover.
func wordsApart(t *testing.T, file, provider string) {
	t.Helper()
	text, err := exec.Command("pdftotext", "-bbox", file, "-").Output()
	if err != nil {
		t.Fatalf("these tests read PDFs back with pdftotext (install poppler-utils): %v", err)
	}
	var read struct {
		Pages []struct {
			Words []placedWord `xml:"word"`
		} `xml:"body>doc>page"`
	}
	decoder := xml.NewDecoder(strings.NewReader(string(text)))
	decoder.Strict, decoder.Entity = false, xml.HTMLEntity
	if err := decoder.Decode(&read); err != nil {
		t.Fatal(err)
	}
	const edge, wide, high = 36.0, 595.3, 841.9
	words := 0
	for i, p := range read.Pages {
		for k, w := range p.Words {
			words++
			if w.Left < edge || w.Right > wide-edge || w.Top < edge/2 || w.Bottom > high-edge/2 {
				t.Errorf("%s, page %d: %q stands at %.0f to %.0f, %.0f to %.0f", filepath.Base(file), i+1, w.Text, w.Left, w.Right, w.Top, w.Bottom)
			}
			for _, other := range p.Words[k+1:] {
				if share := w.under(other); share > 0.3 {
					t.Errorf("%s, page %d: %q and %q stand over each other (%.0f%%) at %.0f, %.0f", filepath.Base(file), i+1, w.Text, other.Text, 100*share, w.Left, w.Top)
				}
			}
		}
	}
	if words < 500 {
		t.Errorf("%s: only %d words were read", filepath.Base(file), words)
	}
	cover := ""
	for _, w := range read.Pages[0].Words {
		cover += w.Text + " "
	}
	if !strings.Contains(cover, provider) {
		t.Errorf("%s: the cover does not hold %q", filepath.Base(file), provider)
	}
}

// under is the share of the smaller box that the other covers. The upper and lower fifth of
// a box is air.
func (w placedWord) under(other placedWord) float64 {
	air := func(b placedWord) (float64, float64) { h := b.Bottom - b.Top; return b.Top + h/5, b.Bottom - h/5 }
	top, bottom := air(w)
	otherTop, otherBottom := air(other)
	across := min(w.Right, other.Right) - max(w.Left, other.Left)
	down := min(bottom, otherBottom) - max(top, otherTop)
	if across <= 0 || down <= 0 {
		return 0
	}
	return across * down / min((w.Right-w.Left)*(bottom-top), (other.Right-other.Left)*(otherBottom-otherTop))
}

// sectionsFilled wants each section of a web page to say more than its headings.
func sectionsFilled(t *testing.T, file string) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	root, err := html.Parse(f)
	if err != nil {
		t.Fatal(err)
	}
	sections := 0
	for node := range root.Descendants() {
		if node.Type != html.ElementNode || node.Data != "section" {
			continue
		}
		sections++
		whole, heads := 0, 0
		for inner := range node.Descendants() {
			if inner.Type != html.TextNode {
				continue
			}
			n := len(strings.TrimSpace(inner.Data))
			whole += n
			if p := inner.Parent; p != nil && (p.Data == "h2" || p.Data == "h3") {
				heads += n
			}
		}
		if whole <= heads {
			t.Errorf("%s: a section holds nothing but its headings: %s", filepath.Base(file), fmt.Sprint(node.Attr))
		}
	}
	if sections < 5 {
		t.Errorf("%s: only %d sections", filepath.Base(file), sections)
	}
}
