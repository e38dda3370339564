package pdf

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"evidencepack/render/page"
)

func TestQuirk150TheSamePageGivesTheSameBytes(t *testing.T) {
	whole := fixture(t)
	if !bytes.Equal(draw(t, whole), draw(t, whole)) {
		t.Error("two drawings of one page differ")
	}
}

func TestDrawingLeavesThePageAlone(t *testing.T) {
	whole := fixture(t)
	whole.Cover.Provider = "Llanŵr\u200bst \U0001F600"
	before, err := whole.Save()
	if err != nil {
		t.Fatal(err)
	}
	draw(t, whole)
	after, err := whole.Save()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, after) {
		t.Error("drawing changed the page")
	}
}

// TestStrangeText puts what breaks the library, the fonts or a reader everywhere.
func TestStrangeText(t *testing.T) {
	strange := []string{
		"Łódź Llanŵrst y Tŷ \U0001F600\U0001F9D1\u200d\U0001F4BC", "a\x00b\x1b[31m\nc\td", "עברית \u202ereversed", "\xff\xfe broken",
		strings.Repeat("W", 400), "(unclosed \\ bracket", "", " ", "%PDF-1.4 endobj", "e\u0301te\u0302",
	}
	for _, text := range strange {
		whole, _ := filled()
		replace(reflect.ValueOf(whole).Elem(), text)
		whole.Cover.Provider += "x"
		if _, err := page.Draw(whole, New()); err != nil {
			t.Errorf("%.20q: %v", text, err)
		}
	}
}

// replace puts a text wherever the filler put a word.
func replace(v reflect.Value, text string) {
	switch v.Kind() {
	case reflect.String:
		if _, choice := chosen[v.Type()]; !choice && strings.HasPrefix(v.String(), "q") {
			v.SetString(text)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			replace(v.Elem(), text)
		}
	case reflect.Slice:
		for i := range v.Len() {
			replace(v.Index(i), text)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			replace(v.Field(i), text)
		}
	}
}

func TestQuirk148WelshAndPolishLetters(t *testing.T) {
	whole := fixture(t)
	whole.Cover.Services = "Tŷ Gŵyr, Ŵ ŵ Ŷ ŷ Ẁ ẁ Ẃ ẃ ẅ ỳ, Łódź ą ć ę ł ń ó ś ź ż, Tw\u0302r"
	text := pdftotext(t, draw(t, whole))
	for _, wanted := range []string{"Tŷ Gŵyr, Ŵ ŵ Ŷ ŷ Ẁ ẁ Ẃ ẃ ẅ ỳ", "Łódź ą ć ę ł ń ó ś ź ż", "Tŵr"} {
		if !strings.Contains(text, wanted) {
			t.Errorf("%q is not in the PDF", wanted)
		}
	}
}

func TestCleanText(t *testing.T) {
	for text, wanted := range map[string]string{
		"plain":               "plain",
		"two\nlines\ttab":     "two lines tab",
		"from → to":           "from -> to",
		"face \U0001F600":     "face ?",
		"zero\u200bwidth":     "zerowidth",
		"\u202eturned":        "turned",
		"w\u0302r":            "ŵr",
		"\x00\x1bnul":         "nul",
		"£5 – ≥ ≤ − × “q” ½…": "£5 – ≥ ≤ − × “q” ½…",
		"中文":                  "??",
		"\xffbad":             "?bad",
		"5\u00a0October":      "5\u00a0October",
		"two  and   three":    "two and three",
	} {
		if got := cleanText(text); got != wanted {
			t.Errorf("cleanText(%q) = %q, want %q", text, got, wanted)
		}
	}
}

func TestTheBannerStandsOnEverySheet(t *testing.T) {
	whole := fixture(t)
	whole.Cover.Draft = "Draft, not for release."
	sheets := strings.Split(strings.TrimSuffix(pdftotext(t, draw(t, whole)), "\f"), "\f")
	for i, sheet := range sheets {
		for _, wanted := range []string{whole.Cover.TierWord, whole.Cover.TierLine, whole.Cover.Draft, whole.Cover.DataAsAt} {
			if !strings.Contains(sheet, wanted) {
				t.Errorf("sheet %d of %d does not say %q", i+1, len(sheets), wanted)
			}
		}
	}
}

func TestOutOfOrder(t *testing.T) {
	if _, err := New().Close(); err == nil {
		t.Error("a pen that opened nothing gave a file")
	}
	lonely := New()
	lonely.Table(page.Table{})
	lonely.Heading(page.Heading{Text: "alone"})
	if _, err := lonely.Close(); err == nil {
		t.Error("a pen that opened nothing gave a file")
	}
}

func TestEmptyParts(t *testing.T) {
	whole := &page.Page{Schema: page.Schema, Cover: page.Cover{Pack: "p", Provider: "Provider"}}
	kinds := reflect.TypeFor[page.Block]()
	for i := range kinds.NumField() {
		if kinds.Field(i).Type.Kind() != reflect.Pointer {
			continue // in which formats it stands
		}
		block := page.Block{}
		reflect.ValueOf(&block).Elem().Field(i).Set(reflect.New(kinds.Field(i).Type.Elem()))
		whole.Sections = append(whole.Sections, page.Section{Blocks: []page.Block{block}})
	}
	draw(t, whole)
	whole.Sections = nil
	draw(t, whole)
}

func BenchmarkDraw(b *testing.B) {
	whole := fixture(b)
	for b.Loop() {
		if _, err := page.Draw(whole, New()); err != nil {
			b.Fatal(err)
		}
	}
}
