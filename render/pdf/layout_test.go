package pdf

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"

	"evidencepack/render/page"
)

// checkPlaces fails for every word that stands outside its sheet or on another word.
func checkPlaces(t *testing.T, file []byte) {
	t.Helper()
	all := words(t, file)
	wrong := 0
	report := func(format string, arguments ...any) {
		if wrong++; wrong <= 8 {
			t.Errorf(format, arguments...)
		}
	}
	for i, one := range all {
		if one.left < left-0.3 || one.right > right+0.3 || one.top < 8 || one.bottom > 291 {
			report("sheet %d: %q stands outside the margins (%.1f to %.1f, %.1f to %.1f)",
				one.sheet, one.text, one.left, one.right, one.top, one.bottom)
		}
		if one.top < 281 && one.bottom > 284.5 {
			report("sheet %d: %q runs into the foot", one.sheet, one.text)
		}
		for _, other := range all[i+1:] {
			if other.sheet != one.sheet {
				break
			}
			if overlap(one, other) {
				report("sheet %d: %q lies on %q", one.sheet, one.text, other.text)
			}
		}
	}
}

// overlap says whether the letters of two words meet. The boxes read back are as
// high as the font's tallest accent and deepest tail, so their edges do not count.
func overlap(a, b word) bool {
	const air = 0.15
	shrink := func(w word) (top, bottom float64) {
		high := w.bottom - w.top
		return w.top + 0.3*high, w.bottom - 0.28*high
	}
	aTop, aBottom := shrink(a)
	bTop, bBottom := shrink(b)
	return a.left+air < b.right && b.left+air < a.right && aTop < bBottom && bTop < aBottom
}

func TestWordsStandClear(t *testing.T) {
	checkPlaces(t, draw(t, fixture(t)))
}

func TestWordsOfAFilledPageStandClear(t *testing.T) {
	whole, _ := filled()
	checkPlaces(t, draw(t, whole))
}

// TestLongWordsStandClear puts a long sentence wherever the page has a text.
func TestLongWordsStandClear(t *testing.T) {
	for _, size := range []int{12, 60} {
		t.Run(fmt.Sprint(size, " words"), func(t *testing.T) {
			whole, _ := filled()
			lengthen(reflect.ValueOf(whole).Elem(), strings.Repeat(" lengthy", size))
			checkPlaces(t, draw(t, whole))
		})
	}
}

// lengthen adds words to every text of a page but its choices and dates.
func lengthen(v reflect.Value, more string) {
	switch v.Kind() {
	case reflect.String:
		if _, choice := chosen[v.Type()]; !choice && strings.HasPrefix(v.String(), "q") {
			v.SetString(v.String() + more)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			lengthen(v.Elem(), more)
		}
	case reflect.Slice:
		for i := range v.Len() {
			lengthen(v.Index(i), more)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			lengthen(v.Field(i), more)
		}
	}
}

func TestNoSheetIsEmpty(t *testing.T) {
	whole, _ := filled()
	for name, whole := range map[string]*page.Page{"fixture": fixture(t), "filled": whole} {
		content := map[int]int{}
		sheets := 0
		for _, one := range words(t, draw(t, whole)) {
			sheets = max(sheets, one.sheet)
			if one.top > 18 && one.bottom < 284 {
				content[one.sheet]++
			}
		}
		for sheet := 1; sheet <= sheets; sheet++ {
			if content[sheet] < 3 {
				t.Errorf("%s: sheet %d of %d holds %d words", name, sheet, sheets, content[sheet])
			}
		}
	}
}

// TestContentsNameTheRightSheets looks for each section's title on the sheet that
// the contents give.
func TestContentsNameTheRightSheets(t *testing.T) {
	whole := fixture(t)
	p := New().(*pen)
	file, err := page.Draw(whole, p)
	if err != nil {
		t.Fatal(err)
	}
	sheets := strings.Split(pdftotext(t, file, "-layout"), "\f")
	titles := []string{}
	for _, section := range whole.Sections {
		titles = append(titles, section.Title)
	}
	titles = append(titles, appendixTitle)
	if len(p.contents) != len(titles) {
		t.Fatalf("%d lines of contents for %d sections", len(p.contents), len(titles))
	}
	for i, title := range titles {
		starts := p.contents[i].starts
		first := strings.Join(strings.Fields(title)[:2], " ")
		if starts < 2 || starts > len(sheets) || !strings.Contains(sheets[starts-1], first) {
			t.Errorf("%q is not on sheet %d", title, starts)
		}
		if !strings.Contains(sheets[0], fmt.Sprint(starts)) {
			t.Errorf("the contents do not say %d", starts)
		}
	}
}

// TestBookmarksNameTheSections reads the outline, which fpdf writes as plain objects
// of UTF-16 text.
func TestBookmarksNameTheSections(t *testing.T) {
	whole := fixture(t)
	file := string(draw(t, whole))
	for _, section := range whole.Sections {
		name := "\xfe\xff"
		for _, unit := range utf16.Encode([]rune(section.Label)) {
			name += string([]byte{byte(unit >> 8), byte(unit)})
		}
		if !strings.Contains(file, "<</Title ("+name+")") {
			t.Errorf("no bookmark for %q", section.Label)
		}
	}
	if got := strings.Count(file, "<</Title ("); got != len(whole.Sections)+1 {
		t.Errorf("%d bookmarks for %d sections and the appendix", got, len(whole.Sections))
	}
}
