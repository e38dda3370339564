package readback

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"evidencepack/render/html"
	"evidencepack/render/page"
	"evidencepack/render/pdf"
	"evidencepack/render/xlsx"
)

// small is a page that is drawn in a moment.
func small() *page.Page {
	value := 7.4
	whole := written(accents)
	whole.Sections[0].Blocks = append(whole.Sections[0].Blocks, page.Block{Table: &page.Table{
		Columns: []page.Column{{Head: "Measure"}, {Head: "Value", Numeric: true}},
		Rows:    []page.Row{{Cells: []page.Cell{{Text: "Cwympiadau"}, {Text: "7.4", Number: &value, Format: page.FormatRate}}}},
	}})
	return whole
}

// fuzz feeds a reader with files that are broken in every way. It must never panic,
// and what it gives must have a place, be no more than the file can hold, and be the
// same when it is read again.
func fuzz(f *testing.F, name string, room int) {
	f.Fuzz(func(t *testing.T, data []byte) {
		pieces, err := Read(name, data)
		if err != nil {
			if pieces != nil || !strings.HasPrefix(err.Error(), name+" cannot be read back: ") {
				t.Fatalf("%d pieces with the error %v", len(pieces), err)
			}
			return
		}
		length := 0
		for _, p := range pieces {
			if p.Place == "" || strings.TrimSpace(p.Text) == "" || !utf8.ValidString(p.Text) {
				t.Fatalf("a piece at %q with the text %q", p.Place, p.Text)
			}
			length += len(p.Text) + len(p.Place)
		}
		if length > room*len(data)+room {
			t.Fatalf("%d bytes gave %d", len(data), length)
		}
		again, err := Read(name, data)
		if err != nil || len(again) != len(pieces) {
			t.Fatalf("read again, it gave %d pieces instead of %d: %v", len(again), len(pieces), err)
		}
	})
}

func FuzzPDF(f *testing.F) {
	f.Add(drawn(f, small(), pdf.New()))
	f.Add(pdfOf("", simple(plainText)...))
	f.Add(pdfOf("", simple("BT /F1 10 Tf 2 TL [<0048> -20 (\\000(\\051)] TJ T* (\\\\\x00) ' ET q 1 0 0 1 2 3 cm Q")...))
	fuzz(f, "a.pdf", 10_000)
}

// FuzzPDFParts goes straight to what is drawn, to the letters of the font and to the
// values of an object, which a table that no longer agrees would guard.
func FuzzPDFParts(f *testing.F) {
	f.Add("BT /F1 10 Tf 2 TL 50 Tz [<0048> -20 (\\000(\\051)] TJ T* (\\\\\x00) ' ET q 0 1 -1 0 2 3 cm Q", itself, "<</Title (\xfe\xff\x01\x42)>>")
	f.Add("/Span <</ActualText (ab)>> BDC 1 0 0 1 5 5 Tm 3 Tc 1 2 m EMC", "2 beginbfchar\n<0001> <0174>\nendbfchar", "[1 0 R /a#20b null]")
	f.Add(plainText, "1 beginbfrange\n<0001> <0002> [<0177> <D83DDE00>]\nendbfrange", "<</W [65 [600 600] 67 70 700]>>")
	f.Fuzz(func(t *testing.T, content, letters, object string) {
		objects := simple(content)
		objects[6] = streamOf("", letters)
		objects = append(objects, object)
		if strings.Contains(object, "W") {
			objects[5] = object
		}
		pieces, err := Read("a.pdf", pdfOf("/Info 8 0 R\n", objects...))
		if err != nil && pieces != nil {
			t.Fatalf("%d pieces with the error %v", len(pieces), err)
		}
		for _, p := range pieces {
			if p.Place == "" || !utf8.ValidString(p.Text) {
				t.Fatalf("a piece at %q with the text %q", p.Place, p.Text)
			}
		}
	})
}

func FuzzWorkbook(f *testing.F) {
	f.Add(drawn(f, small(), xlsx.New()))
	f.Add(archived(f, parts...))
	fuzz(f, "a.xlsx", 20_000)
}

// FuzzMarkup goes straight to the XML of a sheet, which an archive's sums would guard.
func FuzzMarkup(f *testing.F) {
	for i := 1; i < len(parts); i += 2 {
		f.Add(parts[i])
	}
	f.Fuzz(func(t *testing.T, part string) {
		r := newReader(1 << 20)
		b := &book{reader: r, parts: map[string][]byte{sharedPart: []byte(part), mainPart: []byte(part), "xl/styles.xml": []byte(part)},
			sheets: map[string]string{}}
		if b.index() == nil {
			b.strings, b.shown = append(b.strings, "text"), append(b.shown, false)
		}
		_ = b.sheet("sheet One", []byte(part))
		_ = r.markup("part", []byte(part))
		for _, p := range r.pieces {
			if p.Place == "" || strings.TrimSpace(p.Text) == "" {
				t.Fatalf("a piece at %q with the text %q", p.Place, p.Text)
			}
		}
	})
}

func FuzzHTML(f *testing.F) {
	f.Add(drawn(f, small(), html.New()))
	f.Add([]byte(`<p title="a">Ro<b>sa</b><script>"\u0041"</script><script type="application/json">{"a":[1]}</script><style>a{b:"\41 "}</style>`))
	f.Add([]byte(`<a href="data:image/svg+xml,%3Ctext%3Ea"><noscript><i>x</i></noscript><svg><path d="M1 2"/></svg><!-- c -->`))
	fuzz(f, "a.html", 100)
}

func FuzzJSON(f *testing.F) {
	saved, err := os.ReadFile("../xlsx/testdata/pack.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(saved[:min(len(saved), 4000)])
	f.Add([]byte(`{"a b":[1,"\ud83d\ude00",true,null],"c":{"d":"data:text/plain,x"},"d":-2.5e3}`))
	fuzz(f, "a.json", 5000)
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("\ufeffname,\"a \"\"b\"\"\"\r\n,\"two\r\nlines\",ŵ\r\n"))
	fuzz(f, "a.csv", 100)
}
