package xlsx

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"evidencepack/render/page"
)

// exempt are the strings of a page that need not be in the workbook, with the reason.
var exempt = map[string]string{
	"Cover.Pack":     "the name of the file",
	"Curve.ID":       "an id; the name of the sheet is made from it",
	"Funnel.ID":      "an id; the name of the sheet is made from it",
	"Stack.ID":       "an id; the name of the sheet is made from it",
	"Timeline.ID":    "an id, for links on a screen",
	"Figure.Section": "an id of a section, for links on a screen",
	"Spec.ID":        "an id; the name of the sheet is made from it",

	"Definitions.Groups": "the choices of a filter; each measure has its own",
	"Row.Services":       "what a filter goes by",
	"FigureRow.Services": "what a filter goes by; it stands in the scope",

	"Point.Label": "the month is a true date in its cell; for quarters see TestQuartersAreWords",
}

// numbered are the texts that give way to the true number behind them.
var numbered = map[string]bool{
	"Figure.Before": true, "Figure.After": true,
	"ComparisonRow.Before": true, "ComparisonRow.After": true,
	"Cell.Text": true,
}

func TestEveryWordIsInTheWorkbook(t *testing.T) {
	for _, numbers := range []bool{true, false} {
		f := &filler{numbers: numbers}
		p := filled(f)
		if len(f.words) < 150 {
			t.Fatalf("the filler found %d strings; the document model has more", len(f.words))
		}
		var all strings.Builder
		for name, part := range partsOf(t, drawn(t, p)) {
			if name != "xl/media/image1.png" {
				all.WriteString(wellFormed(t, name, part))
			}
		}
		text := all.String()
		for word, field := range f.words {
			if exempt[field] == "" && !(numbers && numbered[field]) && !strings.Contains(text, word) {
				t.Errorf("with numbers %v: %s of %s is nowhere in the workbook", numbers, word, field)
			}
		}
	}
}

func TestSamePageSameBytes(t *testing.T) {
	for _, p := range []*page.Page{sample(t), everyChart(t)} {
		first := drawn(t, p)
		for range 10 {
			if !bytes.Equal(first, drawn(t, p)) {
				t.Fatal("the same page gave other bytes")
			}
		}
	}
}

func TestQuirk151PropertiesNameNobody(t *testing.T) {
	p := sample(t)
	parts := partsOf(t, drawn(t, p))
	core := parts["docProps/core.xml"]
	for _, want := range []string{"<dc:title>" + p.Cover.Title, "<dc:creator>" + p.Cover.Provider, p.Cover.Day().Format(time.RFC3339)} {
		if !strings.Contains(core, want) {
			t.Errorf("the properties do not hold %q: %s", want, core)
		}
	}
	if strings.Contains(core+parts["docProps/app.xml"], "xuri") {
		t.Error("the properties name the library's author")
	}
	if book := parts["xl/workbook.xml"]; strings.Contains(book, "hidden") {
		t.Error("the workbook has a hidden sheet or name")
	}
}

func TestQuirk153WithheldCellHasNoNumber(t *testing.T) {
	secret := 3.141592
	p := sample(t)
	p.Sections[0].Blocks = []page.Block{{Table: &page.Table{
		Columns: []page.Column{{Head: "Measure"}, {Head: "Value", Numeric: true}},
		Rows: []page.Row{{Cells: []page.Cell{
			{Text: "Falls"}, {Text: "not shown", Number: &secret, Format: page.FormatRate, Withheld: true},
		}}},
	}}}
	for name, part := range partsOf(t, drawn(t, p)) {
		if strings.Contains(part, "3.14159") {
			t.Errorf("%s holds the number that is withheld", name)
		}
	}
}

func TestQuirk101FormulaLikeTextStaysText(t *testing.T) {
	p := sample(t)
	evil := []string{"=1+1", "+SUM(A1)", "-2+3", "@cmd", "=HYPERLINK(\"http://x\")", "\x00\x07bell\x1b", "bad \xff\xfe utf"}
	var paragraphs []page.Paragraph
	for _, text := range evil {
		paragraphs = append(paragraphs, page.Paragraph{Text: text})
	}
	long := strings.Repeat("a😀", 40000)
	paragraphs = append(paragraphs, page.Paragraph{Text: long})
	p.Sections[0].Blocks = append(p.Sections[0].Blocks, page.Block{Prose: &page.Prose{Paragraphs: paragraphs}})
	p.Cover.Provider = `&P "Oak" <Care> & Sons ` + strings.Repeat("x", 300)
	parts := partsOf(t, drawn(t, p))
	all := ""
	for name, part := range parts {
		if strings.Contains(part, "<f>") && strings.HasPrefix(name, "xl/worksheets/") {
			t.Errorf("%s has a formula", name)
		}
		all += wellFormed(t, name, part)
	}
	for _, want := range append(evil[:5:5], "bell", cutWords) {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in the workbook", want)
		}
	}
}

func TestQuirk102CleanKeepsWithinACell(t *testing.T) {
	for _, text := range []string{strings.Repeat("x", longest+1), strings.Repeat("😀", longest), strings.Repeat("é", 2*longest)} {
		if n := units(clean(text)); n > longest || n < longest-2 {
			t.Errorf("a long text became %d units, want at most %d", n, longest)
		}
	}
	if exact := strings.Repeat("x", longest); clean(exact) != exact {
		t.Error("a text that just fits was cut")
	}
}
