package xls

import (
	"bytes"
	"errors"
	"math"
	"reflect"
	"slices"
	"testing"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

func mustOpen(t *testing.T, text []byte) *grid.Book {
	t.Helper()
	b, err := Open(text, "")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// first reads the cells of the only row of the only sheet.
func first(t *testing.T, text []byte) []cell.Raw {
	t.Helper()
	lines := linesOf(mustOpen(t, text).Sheets[0])
	if len(lines) != 1 {
		t.Fatalf("%d rows, want 1", len(lines))
	}
	return lines[0].cells
}

func said(s string) cell.Raw { return cell.Raw{Text: s} }
func num(v float64, s string) cell.Raw {
	return cell.Raw{Text: s, Number: v, Numeric: true}
}

func TestCells(t *testing.T) {
	shared := rec(recSharedText, uint32(2), uint32(2), 5, []byte{0}, "Alpha", 2, wide8("Łβ"))
	marked := rec(recFormula, 0, 0, 0, []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 0, uint32(0))
	for name, c := range map[string]struct {
		records []byte
		want    cell.Raw
	}{
		"shared":          {rec(recLabelShared, 0, 0, 0, uint32(1)), said("Łβ")},
		"label":           {rec(recLabel, 0, 0, 0, 3, []byte{0}, "a\xe9\x92"), said("aé’")},
		"empty label":     {rec(recLabel, 0, 0, 0, 0), said("")},
		"rich label":      {rec(recRichText, 0, 0, 0, 2, []byte{0}, "ab", 1, 0, 5), said("ab")},
		"pair of halves":  {rec(recLabel, 0, 0, 0, 2, wide8("🍣")), said("🍣")},
		"lone half":       {rec(recLabel, 0, 0, 0, 2, []byte{1, 0x3C, 0xD8, 'a', 0}), said("�a")},
		"number":          {rec(recNumber, 0, 0, 0, 10.25), num(10.25, "10.25")},
		"minus nothing":   {rec(recNumber, 0, 0, 0, math.Copysign(0, -1)), num(0, "0")},
		"id":              {rec(recNumber, 0, 0, 0, 9434765919.0), num(9434765919, "9434765919")},
		"tiny":            {rec(recNumber, 0, 0, 0, 1e-9), num(1e-9, "1e-09")},
		"no number":       {rec(recNumber, 0, 0, 0, math.NaN()), cell.Raw{Fault: true}},
		"packed double":   {rec(recRK, 0, 0, 0, uint32(0x3FF80000)), num(1.5, "1.5")},
		"packed whole":    {rec(recRK, 0, 0, 0, uint32(uint64(1<<32)-7*4+2)), num(-7, "-7")},
		"packed pence":    {rec(recRK, 0, 0, 0, uint32(1999*4+3)), num(19.99, "19.99")},
		"packed percent":  {rec(recRK, 0, 0, 0, uint32(0x40590000+1)), num(1, "1")},
		"yes":             {rec(recBoolOrError, 0, 0, 0, []byte{1, 0}), said("yes")},
		"no":              {rec(recBoolOrError, 0, 0, 0, []byte{0, 0}), said("no")},
		"error":           {rec(recBoolOrError, 0, 0, 0, []byte{42, 1}), cell.Raw{Fault: true}},
		"sum":             {rec(recFormula, 0, 0, 0, 4.5, 0, uint32(0)), num(4.5, "4.5")},
		"formula 3":       {rec(recFormula3, 0, 0, 0, 4.5, 0, uint32(0)), num(4.5, "4.5")},
		"formula yes":     {rec(recFormula, 0, 0, 0, []byte{1, 0, 1, 0, 0, 0, 0xFF, 0xFF}, 0), said("yes")},
		"formula error":   {rec(recFormula, 0, 0, 0, []byte{2, 0, 7, 0, 0, 0, 0xFF, 0xFF}, 0), cell.Raw{Fault: true}},
		"formula nothing": {rec(recFormula, 0, 0, 0, []byte{3, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 0), said("")},
		"formula text":    {slices.Concat(marked, rec(recText, 2, []byte{0}, "hi")), said("hi")},
		"shared formula":  {slices.Concat(marked, rec(recSharedFormula, 0), rec(recText, 2, []byte{0}, "hi")), said("hi")},
		"no answer":       {slices.Concat(marked, rec(recRow, 0)), cell.Raw{NoResult: true}},
		"last counts":     {slices.Concat(rec(recNumber, 0, 0, 0, 1.0), rec(recNumber, 0, 0, 0, 2.0)), num(2, "2")},
		"long text": {slices.Concat(marked, rec(recText, 5, []byte{0}, "abc"), rec(recContinue, []byte{1}, utf16le("Łβ"))),
			said("abcŁβ")},
	} {
		if got := first(t, one(shared, c.records)); len(got) != 1 || got[0] != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// TestOrder wants rows to grow and cells to stand in their columns, however the
// records come.
func TestOrder(t *testing.T) {
	s := mustOpen(t, one(nil,
		rec(recRow, 4, 0, 0, 0, 0, 0, uint32(0x20)),
		rec(recNumber, 9, 1, 0, 5.0), rec(recNumber, 4, 3, 0, 4.0),
		rec(recMulRK, 4, 0, 0, uint32(6), 0, uint32(10), 1),
		rec(recNumber, 2, 0, 0, 1.0), rec(recNumber, 4, 1, 0, 3.0))).Sheets[0]
	none := cell.Raw{}
	want := []line{{3, false, []cell.Raw{num(1, "1")}}, {5, true, []cell.Raw{num(1, "1"), num(3, "3"), none, num(4, "4")}},
		{10, false, []cell.Raw{none, num(5, "5")}}}
	for range 2 {
		if got := linesOf(s); !reflect.DeepEqual(got, want) {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	for r := range s.Rows {
		if r.Line != 3 {
			t.Error("a walk that was stopped goes on")
		}
		break
	}
}

func TestNumberFormats(t *testing.T) {
	format := func(id int, code string) []byte { return rec(recFormat, id, len(code), []byte{0}, code) }
	style := func(id int) []byte { return rec(recStyle, 0, id, make([]byte, 16)) }
	globals := slices.Concat(rec(recDate1904, 1), format(164, "dd/mm/yyyy;@"), format(165, "00000"), format(14, "TT.MM.JJJJ"), format(5, "0%"),
		style(0), style(164), style(165), style(9), style(14), style(5))
	for i, want := range []cell.Raw{{Text: "42"}, {Text: "42", Date: true}, {Text: "00042"}, {Text: "42", Percent: true}, {Text: "42", Date: true}, {Text: "42", Percent: true}, {Text: "42"}} {
		want.Number, want.Numeric, want.From1904 = 42, true, true
		if got := first(t, one(globals, rec(recNumber, 0, 0, i, 42.0)))[0]; got != want {
			t.Errorf("style %d: %+v, want %+v", i, got, want)
		}
	}
}

// TestCutTexts cuts the table of shared texts at each place where Excel may.
func TestCutTexts(t *testing.T) {
	globals := slices.Concat(
		rec(recSharedText, uint32(9), uint32(5), 4, []byte{0}, "ab"),
		rec(recContinue, []byte{1}, utf16le("Łβ"), 3, []byte{rich | phonetic}, 1, uint32(6), "xyz", []byte{1, 2}),
		rec(recContinue, []byte{3, 4, 5, 6, 7, 8, 9, 10}, 2, []byte{1}),
		rec(recContinue, []byte{0}, "cd"), rec(recContinue), rec(recContinue, 0, []byte{0}, 1, []byte{1}), rec(recContinue, []byte{1}, "\x41\x01"))
	var records []byte
	for i := range 5 {
		records = append(records, rec(recLabelShared, 0, i, 0, uint32(i))...)
	}
	want := []cell.Raw{said("abŁβ"), said("xyz"), said("cd"), said(""), said("Ł")}
	if got := first(t, one(globals, records)); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestSheets(t *testing.T) {
	chart := slices.Concat(begin(biff8, 0x20), rec(recNumber, 7, 7, 0, 1.0), end)
	b := mustOpen(t, bookOf(biff8, rec(recSupBook, 2, 5, []byte{0}, "\x01\x01Cx."),
		sheetOf{name: "Mês", records: slices.Concat(chart, rec(recNumber, 0, 0, 0, 1.0), rec(recNote, 0, 0, 0, 1), rec(recNote, 1, 0, 0, 2),
			rec(recMerges, 2, 0, 1, 0, 2, 5, 4, 1, 1), rec(recFilterMode))},
		sheetOf{name: "Chart", kind: 2, part: 0x20},
		sheetOf{name: "Hidden", state: 1, records: rec(0x009D, 3)},
		sheetOf{name: "Very", state: 2}))
	if b.Format != "xls" || !b.Linked || len(b.Sheets) != 3 {
		t.Fatalf("%+v", b)
	}
	s := b.Sheets[0]
	if s.Name != "Mês" || s.Hidden || !s.Filtered || s.Comments != 2 || !reflect.DeepEqual(s.Merges, []grid.Merge{{Top: 1, Bottom: 2, Left: 0, Right: 2}}) {
		t.Errorf("%+v", s)
	}
	if lines := linesOf(s); len(lines) != 1 || lines[0].at != 1 {
		t.Errorf("%+v", lines)
	}
	if !b.Sheets[1].Hidden || !b.Sheets[2].Hidden || b.Sheets[1].Filtered {
		t.Error("hidden sheets are shown, or a filter without a choice counts as on")
	}
}

func TestBIFF5(t *testing.T) {
	globals := slices.Concat(rec(recCodepage, 1251), rec(recExternSheet, []byte{4, 1}, "C:x"), rec(recFormat, 164, []byte{4}, "yyyy"), rec(recStyle, 0, 164, 0))
	b := mustOpen(t, bookOf(biff5, globals, sheetOf{name: "\xcb", records: slices.Concat(
		rec(recLabel, 0, 0, 0, 2, "\xe9\xff"), rec(recNumber, 0, 1, 0, 42.0), rec(recNote, 0, 0, 3000, "x"), rec(recNote, 0xFFFF, 0, 952, "y"),
		rec(recFormula, 0, 2, 9, []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 0), rec(recText, 1, "z"))}))
	s := b.Sheets[0]
	want := []line{{1, false, []cell.Raw{said("йя"), {Text: "42", Number: 42, Numeric: true, Date: true}, said("z")}}}
	if got := linesOf(s); !reflect.DeepEqual(got, want) || s.Name != "Л" || s.Comments != 1 || !b.Linked {
		t.Errorf("%+v, want %+v; %+v", got, want, s)
	}
	_, err := Open(bookOf(biff5, rec(recCodepage, 7), sheetOf{name: "\xcb"}), "")
	if !errors.Is(err, grid.Unsupported{Format: "biff5"}) {
		t.Error("a codepage that is not known: ", err)
	}
}

// TestBareSheet reads what web programs write: one sheet and nothing else.
func TestBareSheet(t *testing.T) {
	text := slices.Concat(rec(recBegin, 0, partWorksheet, 0, 0), rec(recLabel, 0, 0, 0, 4, "Name"), rec(recNumber, 1, 0, 0, 7.0), end)
	lines := linesOf(mustOpen(t, text).Sheets[0])
	if len(lines) != 2 || lines[0].cells[0].Text != "Name" || lines[1].cells[0].Number != 7 {
		t.Errorf("%+v", lines)
	}
}

func TestRefused(t *testing.T) {
	whole := one(rec(recSharedText, uint32(1), uint32(1), 2, []byte{0}, "ab"), rec(recLabelShared, 0, 0, 0, uint32(0)))
	damages := map[string][]byte{
		"text":              []byte("Attachment could not be converted"),
		"no such text":      one(nil, rec(recLabelShared, 0, 0, 0, uint32(0))),
		"texts stop":        one(rec(recSharedText, uint32(1), uint32(2), 2, []byte{0}, "ab"), nil),
		"text stops":        one(rec(recSharedText, uint32(1), uint32(1), 9, []byte{0}, "ab"), nil),
		"half a character":  one(nil, rec(recLabel, 0, 0, 0, 1, []byte{1, 65})),
		"short number":      one(nil, rec(recNumber, 0, 0, 0, 0)),
		"short cell":        one(nil, rec(recNumber, 0)),
		"column 256":        one(nil, rec(recNumber, 0, 256, 0, 1.0)),
		"merges stop":       one(nil, rec(recMerges, 2, 0, 0, 0, 0)),
		"answer of no kind": one(nil, rec(recFormula, 0, 0, 0, []byte{9, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 0)),
		"chart in front":    slices.Concat(begin(biff8, 0x20), end),
		"sheet elsewhere":   slices.Concat(begin(biff8, partGlobals), rec(recSheet, uint32(1), []byte{0, 0, 1, 0}, "S"), end),
	}
	for name, text := range damages {
		if _, err := Open(text, ""); !errors.Is(err, grid.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for n := 1; n < len(whole); n++ {
		if b, err := Open(whole[:n], ""); !errors.Is(err, grid.ErrDamaged) {
			t.Fatalf("cut to %d of %d bytes: %v, %v", n, len(whole), b, err)
		}
	}
	for id, format := range map[uint16]string{0x0009: "biff2", 0x0209: "biff3", 0x0409: "biff4"} {
		if _, err := Open(rec(id, 0, partWorksheet), ""); !errors.Is(err, grid.Unsupported{Format: format}) {
			t.Errorf("%s: %v", format, err)
		}
	}
	for name, text := range map[string][]byte{"": nil, "no sheet": slices.Concat(begin(biff8, partGlobals), end)} {
		if _, err := Open(text, ""); !errors.Is(err, grid.ErrEmpty) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSheetsShareNothing refuses a file that names one sheet many times, which
// would be read many times.
func TestSheetsShareNothing(t *testing.T) {
	big := slices.Repeat(rec(recNumber, 0, 0, 0, 1.0), 100)
	text := bookOf(biff8, nil, sheetOf{name: "a", records: big}, sheetOf{name: "b"})
	at := bytes.Index(text, rec(recSheet)[:2])
	second := at + 4 + int(le16(text[at+2:]))
	copy(text[second+4:second+8], text[at+4:at+8])
	if _, err := Open(text, ""); !errors.Is(err, grid.ErrDamaged) {
		t.Error(err)
	}
}
