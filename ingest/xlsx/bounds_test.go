package xlsx

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"evidencepack/ingest/grid"
)

func TestBounds(t *testing.T) {
	t.Parallel()
	wide := rows(manyWide(grid.MostCells/grid.MostColumns + 1))
	for name, p := range map[string]parts{
		"rows":     simple(rows(`<row r="1048577"/>`), nil),
		"row runs": simple(rows(`<row r="1048576"/><row/>`), nil),
		"columns":  simple(rows(`<row r="1"><c r="XFE1"/></row>`), nil),
		"unplaced": simple(rows(`<row r="1"><c r="XFD1"/><c/></row>`), nil),
		"cells":    simple(wide, nil),
		"text":     simple(rows(`<row r="1"><c r="A1" t="str"><v>`+strings.Repeat("x", longestText+1)+`</v></c></row>`), nil),
		"inline":   simple(rows(`<row r="1"><c r="A1" t="inlineStr"><is><t>`+strings.Repeat("x", longestText+1)+`</t></is></c></row>`), nil),
		"marks":    simple(rows(`<row`+manyMarks(mostMarks+1)+`/>`), nil),
		"depth":    simple(rows(strings.Repeat("<a>", mostDepth)+strings.Repeat("</a>", mostDepth)), nil),
		"sheets":   simple("", parts{"xl/workbook.xml": `<workbook><sheets>` + strings.Repeat("<sheet/>", mostEntries+1) + `</sheets></workbook>`}),
		"styles": simple("", parts{"xl/styles.xml": `<styleSheet><cellXfs>` + strings.Repeat("<xf/>", mostEntries+1) + `</cellXfs></styleSheet>`,
			"xl/_rels/workbook.xml.rels": relationships("f", "styles", "styles.xml")}),
	} {
		if _, err := Open(packed(t, p), ""); !errors.Is(err, grid.ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTextsAreBounded(t *testing.T) {
	t.Parallel()
	full := &arena{blocks: make([]string, grid.MostTexts/chunkSize)}
	if err := full.add(nil); !errors.Is(err, grid.ErrTooLarge) {
		t.Errorf("more bytes than allowed give %v", err)
	}
	many := &arena{places: make([]place, grid.MostTexts/2/entrySize)}
	if err := many.add(nil); !errors.Is(err, grid.ErrTooLarge) {
		t.Errorf("more texts than allowed give %v", err)
	}
}

// manyWide makes rows with nothing but their last column filled.
func manyWide(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<row><c r="XFD%d"><v>1</v></c></row>`, i+1)
	}
	return b.String()
}

// manyMarks makes attributes.
func manyMarks(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, ` a%d=""`, i)
	}
	return b.String()
}

// TestManyMerges keeps as many merged ranges as the bound says, and reads on.
func TestManyMerges(t *testing.T) {
	t.Parallel()
	sheet := strings.Replace(rows(oneCell), "</worksheet>", "<mergeCells>"+strings.Repeat(`<mergeCell ref="A1:B1"/>`, grid.MostMerges+1)+"</mergeCells></worksheet>", 1)
	s := mustOpen(t, simple(sheet, nil)).Sheets[0]
	if len(s.Merges) != grid.MostMerges || lines(s) != "1:7#" {
		t.Errorf("%d merges, rows %s", len(s.Merges), lines(s))
	}
}

// TestStyledBlankRows wants many blank rows with styles to cost next to no memory.
func TestStyledBlankRows(t *testing.T) {
	var b strings.Builder
	b.WriteString(oneCell)
	for i := 2; i < 100_000; i++ {
		fmt.Fprintf(&b, `<row r="%d" s="1"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>`, i, i, i)
	}
	text := packed(t, simple(rows(b.String()), nil))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	book, err := Open(text, "")
	if err != nil {
		t.Fatal(err)
	}
	if got := lines(book.Sheets[0]); got != "1:7#" {
		t.Errorf("rows %s", got)
	}
	runtime.ReadMemStats(&after)
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 4<<20 {
		t.Errorf("%d bytes were asked for", grown)
	}
}

// TestArena puts texts on both sides of the ends of blocks.
func TestArena(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("<sst>")
	sizes := []int{chunkSize - 1, 1, 0, 1, chunkSize, 0, 5, chunkSize - 5, 3, chunkSize - 2}
	for i, n := range sizes {
		b.WriteString("<si><t>" + strings.Repeat(string(rune('a'+i)), n) + "</t></si>")
	}
	b.WriteString("</sst>")
	p, err := openPack(packed(t, simple("", parts{"t.xml": b.String()})))
	if err != nil {
		t.Fatal(err)
	}
	a, err := p.texts("t.xml")
	if err != nil {
		t.Fatal(err)
	}
	for i, n := range sizes {
		if got, there := a.get(i); !there || got != strings.Repeat(string(rune('a'+i)), n) {
			t.Errorf("text %d is %d long, want %d", i, len(got), n)
		}
	}
	if _, there := a.get(len(sizes)); there {
		t.Error("there is one more")
	}
}
