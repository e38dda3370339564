package readback

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"evidencepack/render/page"
	"evidencepack/render/pdf"
)

// pdftotext reads a file with another program; each page is one text.
func pdftotext(t *testing.T, file []byte, how string) []string {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("this test compares with pdftotext: install poppler-utils")
		}
		t.Skip("pdftotext is not here")
	}
	path := filepath.Join(t.TempDir(), "drawn.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command(tool, how, path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(said), "\f"), "\f")
}

// byPlace gives the texts of each place.
func byPlace(pieces []Piece) map[string][]string {
	all := map[string][]string{}
	for _, p := range pieces {
		all[p.Place] = append(all[p.Place], p.Text)
	}
	return all
}

// sorted gives the words of a text in order, so that two texts can be compared
// whatever order their words come in.
func sorted(text string) []string {
	words := strings.Fields(text)
	slices.Sort(words)
	return words
}

func loaded(t testing.TB, path string) *page.Page {
	t.Helper()
	saved, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := page.Load(saved)
	if err != nil {
		t.Fatal(err)
	}
	return whole
}

// written gives a page with one paragraph.
func written(text string) *page.Page {
	return &page.Page{
		Schema: page.Schema,
		Cover:  page.Cover{Pack: "test-pack", Title: "Pecyn Ŵyn", Provider: "Gofal Tŷ Łódź", Tier: page.TierExternal, Period: "Ŷ"},
		Sections: []page.Section{{ID: "one", Label: "1 Ŵŷ", Title: "Siân", NewPage: true, Blocks: []page.Block{
			{Prose: &page.Prose{Paragraphs: []page.Paragraph{{Text: text}}}},
		}}},
	}
}

const accents = `Siân ŵ Ŵ ŷ Ŷ â ê î ô û Tŷ’r Dŵr · Łukasz Żółć ą ć ę ł ń ó ś ź ż Gdańsk · “quotes” ‘single’ – — … ﬁnal oﬃce ½ £5 €6 (brackets) \slash`

func TestWelshAndPolishLettersComeBack(t *testing.T) {
	file := drawn(t, written(accents), pdf.New())
	places := byPlace(read(t, "test-pack.pdf", file))
	want := strings.ReplaceAll(accents, "ﬁ", "fi") // the pen writes two letters, since the fonts lack the one
	seen := strings.Join(places["page 2"], "")
	for _, word := range strings.Fields(want) {
		if word != "oﬃce" && !slices.Contains(strings.Fields(seen), word) {
			t.Errorf("%q does not come back: %q", word, seen)
		}
	}
	for place, want := range map[string]string{"bookmark 1": "1 Ŵŷ", "properties": "Pecyn Ŵyn, Gofal Tŷ Łódź"} {
		if !slices.Contains(places[place], want) {
			t.Errorf("%s: %q, want %q", place, places[place], want)
		}
	}
	compare(t, file, places)
}

// compare holds each page against pdftotext: word by word in the order of drawing, and
// letter by letter as it is laid out. There the other program makes one word of two
// texts that nearly touch and stand a little higher and lower, such as the names of
// two points of a chart.
func compare(t *testing.T, file []byte, places map[string][]string) {
	t.Helper()
	for number, want := range pdftotext(t, file, "-raw") {
		for _, how := range []string{"", ", as drawn"} {
			place := fmt.Sprintf("page %d%s", number+1, how)
			if got := strings.Join(places[place], ""); !slices.Equal(sorted(got), sorted(want)) {
				t.Errorf("%s has %d words, pdftotext finds %d, or others", place, len(sorted(got)), len(sorted(want)))
			}
		}
	}
	for number, want := range pdftotext(t, file, "-layout") {
		got := strings.Join(places[fmt.Sprintf("page %d", number+1)], "")
		if !slices.Equal(letters(got), letters(want)) {
			t.Errorf("page %d has other letters than pdftotext finds in its layout", number+1)
		}
	}
}

func letters(text string) []rune {
	all := []rune(strings.Join(strings.Fields(text), ""))
	slices.Sort(all)
	return all
}

func TestPagesAgreeWithPdftotext(t *testing.T) {
	for _, path := range []string{"../pdf/testdata/inspection-pack.json", "../page/testdata/charts.json"} {
		file := drawn(t, loaded(t, path), pdf.New())
		places := byPlace(read(t, "pack.pdf", file))
		if len(places["page 3"]) != 1 {
			t.Fatalf("%s: page 3 has %d pieces", path, len(places["page 3"]))
		}
		compare(t, file, places)
	}
}

// pdfOf writes a PDF of these objects, the first of them number 1, with a table that agrees.
func pdfOf(trailer string, objects ...string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.3\n")
	table := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for i, object := range objects {
		table += fmt.Sprintf("%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	began := out.Len()
	fmt.Fprintf(&out, "%strailer\n<<\n/Size %d\n/Root 1 0 R\n%s>>\nstartxref\n%d\n%%%%EOF\n", table, len(objects)+1, trailer, began)
	return out.Bytes()
}

func streamOf(more, content string) string {
	return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", more, len(content), content)
}

func packed(content string) string {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	if _, err := w.Write([]byte(content)); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.String()
}

const (
	onePage   = "<</Type /Pages /Kids [3 0 R] /Count 1 /Resources <</Font <</F1 5 0 R>>>>>>"
	aPage     = "<</Type /Page /Parent 2 0 R /Contents 4 0 R>>"
	aFont     = "<</Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R>>"
	below     = "<</Type /Font /Subtype /CIDFontType2 /DW 500 /W [65 [600 600] 67 70 700]>>"
	itself    = "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\n"
	aCatalog  = "<</Type /Catalog /Pages 2 0 R>>"
	plainText = "BT /F1 10 Tf 100 700 Td (\x00H\x00i) Tj ET"
)

// simple gives the seven objects of a PDF with one page that draws something.
func simple(content string) []string {
	return []string{aCatalog, onePage, aPage, streamOf("", content), aFont, below, streamOf("", itself)}
}

func TestOperatorsOfText(t *testing.T) {
	for content, want := range map[string]string{
		plainText: "Hi\n",
		"BT /F1 10 Tf 100 700 Td <00480069> Tj ET":                                      "Hi\n",
		"BT /F1 10 Tf [<0048> -20 <0069> -200 <0048>] TJ ET":                            "Hi H\n",
		"BT /F1 10 Tf [<0048> -900 <0069>] TJ ET":                                       "H\ti\n",
		"BT /F1 10 Tf 12 TL 0 700 Td <0041> Tj T* <0042> Tj <0043> ' ET":                "A\nB\nC\n",
		"BT /F1 10 Tf 12 TL 0 700 Td <0041> Tj 0 0 <0042> \" ET":                        "A\nB\n",
		"BT /F1 10 Tf 0 700 TD <0041> Tj 0 -12 TD <0042> Tj T* <0043> Tj ET":            "A\nB\nC\n",
		"BT /F1 10 Tf 1 0 0 1 50 60 Tm <0041> Tj ET BT 10 60 Td <0042> Tj ET":           "B\tA\n",
		"BT /F1 10 Tf 50 Tz 0 0 Td <0041> Tj ET BT 3 0 Td <0042> Tj ET":                 "AB\n",
		"BT /F1 10 Tf 3 Tc 0 0 Td <0041> Tj ET BT 9 0 Td <0042> Tj ET":                  "AB\n",
		"BT /F1 10 Tf ET q 1 0 0 1 0 100 cm BT <0041> Tj ET Q BT <0042> Tj ET":          "A\nB\n",
		"BT /F1 10 Tf ET q 0 1 -1 0 0 0 cm BT <0041> Tj 6 0 Td <0042> Tj ET Q":          "AB\n",
		"BT /F1 10 Tf (\\000A\\000\\(\\000\\)\\000\\\\\\\n\\0002) Tj ET":                "A()\\2\n",
		"BT /F1 10 Tf <D83DDE00> Tj ET 0.5 g 1 2 m 3 4 l S 0 0 5 5 re f [2 1] 0 d 1 w":  "😀\n",
		"/Span <</ActualText (ab)>> BDC BT /F1 10 Tf 0 0 Td <0041> Tj ET EMC 1 J 0 j n": "A\n",
	} {
		pieces, err := Read("a.pdf", pdfOf("", simple(content)...))
		if err != nil {
			t.Errorf("%s: %v", content, err)
			continue
		}
		if got := byPlace(pieces)["page 1"]; !slices.Equal(got, []string{want}) {
			t.Errorf("%s: %q, want %q", content, got, want)
		}
	}
}

func TestLettersOfFonts(t *testing.T) {
	for letters, want := range map[string]string{
		"2 beginbfchar\n<0001> <0174>\n<0002> <00660066006C>\nendbfchar":                         "Ŵffl\n",
		"1 beginbfrange\n<0001> <0002> [<0177> <0142>]\nendbfrange":                              "ŷł\n",
		"1 beginbfrange\n<0001> <0009> <017A>\nendbfrange":                                       "źŻ\n",
		"1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange 1 beginbfchar <0002> <0041> endbfchar": "\x01A\n",
	} {
		objects := simple("BT /F1 10 Tf <00010002> Tj ET")
		objects[6] = streamOf("", letters)
		pieces, err := Read("a.pdf", pdfOf("", objects...))
		if err != nil || byPlace(pieces)["page 1"][0] != want {
			t.Errorf("%s: %q %v, want %q", letters, pieces, err, want)
		}
	}
}

func TestWhatIsNotOnThePages(t *testing.T) {
	objects := simple("/Span <</ActualText (\xfe\xff\x01\x74)>> BDC " + plainText + " EMC /Rose gs")
	objects[0] = "<</Type /Catalog /Pages 2 0 R /Outlines 8 0 R /Metadata 10 0 R /Names <</Dests <</Names [(chapter) [3 0 R]]>>>>" +
		" /StructTreeRoot <</Alt (a picture)>>>>"
	objects[2] = "<</Type /Page /Contents 4 0 R /Annots [<</Subtype /Link /A <</URI (https://example.org/x)>>>> 12 0 R]>>"
	objects = append(objects,
		"<</First 9 0 R>>", "<</Title (One) /Next 11 0 R>>",
		streamOf("", `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title>Pack</dc:title><a b="c d"/></x:xmpmeta>`),
		"<</Title (\xfe\xff\x01\x42)>>", "<</Contents (\x90 note)>>", "<</Author (\xef\xbb\xbfS\xc3\xb4n) /Strange#20Name (T)>>")
	places := byPlace(read(t, "a.pdf", pdfOf("/Info 13 0 R\n", objects...)))
	for place, want := range map[string][]string{
		"page 1, behind the drawing": {"Ŵ"},
		"bookmark 1":                 {"One"},
		"bookmark 2":                 {"ł"},
		"link, page 1":               {"https://example.org/x", "’ note"},
		"properties":                 {"Pack", "Sôn", "T"},
		"properties, settings":       {"adobe:ns:meta/\nc d\n"},
		"object 13, names":           {"Strange Name"},
		"page 1, names":              {"Span\nActualText\nRose"},
		"object 1":                   {"chapter", "a picture"},
	} {
		if got := places[place]; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", place, got, want)
		}
	}
}

func TestPDFThatCannotBeSearched(t *testing.T) {
	whole := pdfOf("", simple(plainText)...)
	with := func(number int, object string) []byte {
		objects := simple(plainText)
		objects[number-1] = object
		return pdfOf("", objects...)
	}
	draws := func(content string) []byte { return pdfOf("", simple(content)...) }
	for what, file := range map[string][]byte{
		"nothing":                               {},
		"not a PDF":                             []byte("PK\x03\x04"),
		"locked":                                pdfOf("/Encrypt 2 0 R\n", simple(plainText)...),
		"an earlier version":                    append(slices.Clone(whole), whole...),
		"bytes behind the end":                  append(slices.Clone(whole), "Rose"...),
		"a comment":                             bytes.Replace(whole, []byte("2 0 obj"), []byte("%abc\n2 0 obj"), 1),
		"a table that lies":                     bytes.Replace(whole, []byte("0000000009"), []byte("0000000008"), 1),
		"cut short":                             whole[:len(whole)-30],
		"another filter":                        with(4, streamOf("/Filter /LZWDecode", "x")),
		"two filters":                           with(4, streamOf("/Filter [/FlateDecode /FlateDecode]", "x")),
		"a damaged stream":                      with(4, streamOf("/Filter /FlateDecode", "x")),
		"more behind a stream":                  with(4, streamOf("/Filter /FlateDecode", packed(plainText)+"Rose")),
		"a picture":                             with(2, "<</Type /Pages /Kids [3 0 R] /Resources <</Font <</F1 5 0 R>> /XObject <</I 6 0 R>>>>>>"),
		"a stream that nobody uses":             with(6, streamOf("", "Rose")),
		"a font without a mapping":              with(5, "<</Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [6 0 R]>>"),
		"a font with one-byte codes":            with(5, "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"),
		"a code that has no letter":             with(7, streamOf("", "1 beginbfchar <0001> <0041> endbfchar")),
		"a file inside":                         with(1, "<</Type /Catalog /Pages 2 0 R /A <</EF 5>>>>"),
		"a script":                              with(1, "<</Type /Catalog /Pages 2 0 R /A <</JS (x)>>>>"),
		"a page that holds itself":              with(2, "<</Type /Pages /Kids [2 0 R]>>"),
		"a key twice":                           with(1, "<</Type /Catalog /Pages 2 0 R /Lang (a) /Lang (b)>>"),
		"half a letter":                         with(1, "<</Type /Catalog /Pages 2 0 R /Lang (\xfe\xff\x00)>>"),
		"deep":                                  with(1, "<</Type /Catalog /Pages 2 0 R /A "+strings.Repeat("[", 200)+strings.Repeat("]", 200)+">>"),
		"a picture in the text":                 draws("BI /W 1 ID x EI"),
		"something drawn from outside":          draws("/I Do"),
		"an operator that is unknown":           draws("BT /F1 10 Tf (\x00A) Tk ET"),
		"a text that is not shown":              draws(plainText + " (\x00A) w"),
		"a text of an operator that takes none": draws("(\x00A) q Q"),
		"a text left over":                      draws(plainText + " (\x00A)"),
		"half a code":                           draws("BT /F1 10 Tf (\x00Hi) Tj ET"),
		"a text without a font":                 draws("BT (\x00A) Tj ET"),
		"a font that is not there":              draws("BT /F2 10 Tf (\x00A) Tj ET"),
		"Q without q":                           draws("Q"),
		"a comment in the drawing":              draws(plainText + " %Rose\n"),
	} {
		if pieces, err := Read("a.pdf", file); err == nil {
			t.Errorf("%s: read without an error: %q", what, pieces)
		} else if strings.Contains(err.Error(), "Rose") {
			t.Errorf("%s: the error repeats what stands in the file: %v", what, err)
		}
	}
}

func TestPDFThatUnpacksToTooMuch(t *testing.T) {
	content := streamOf("/Filter /FlateDecode", packed(strings.Repeat(" ", 100_000)))
	objects := simple("")
	objects[3] = content
	r := newReader(50_000)
	if err := r.pdf(pdfOf("", objects...)); err == nil || !strings.Contains(err.Error(), "more than any pack") {
		t.Errorf("error %v", err)
	}
}
