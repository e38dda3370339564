package shape

import (
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// brief is what is kept of every row of a sheet while it is decided what it is.
type brief struct {
	line   int32
	filled int16
	first  int16 // first filled column
	marks  uint8
}

// marks of a row.
const (
	markTotal  uint8 = 1 << iota // its first text is the label of a total
	markFooter                   // its first text stands under tables
	markText                     // its first filled cell is a text with a blank in it
	markBare                     // it holds one cell, and that is a text
	markHidden
	markOpen  // a quotation mark never closed
	markValue // it holds a number or a date
)

// classify walks the whole sheet once and says of every row below the headings
// what it is.
func (t *Table) classify(sheet grid.Sheet, lines bool, knows Knows) {
	var rows []brief
	texts := make(map[int]string) // row with a lone text → the text
	filler, last := t.Filler(), t.HeaderTo
	for r := range sheet.Rows {
		if r.Line <= t.HeaderTo {
			t.above(r, lines)
			continue
		}
		some := filled(r.Cells) > 0
		cells := t.within(filler.Fill(r.Line, r.Cells))
		b, class := t.brief(r, cells, lines)
		switch {
		case !some && !r.Unclosed:
			t.put(r.Line, Blank) // what is merged over a blank row makes no record of it
			continue
		case class == Blank:
			t.put(r.Line, Beside)
			continue
		case class != Record:
			t.put(r.Line, class)
			continue
		case r.Line > last+1 && len(rows) > 0 && begins(cells, knows):
			t.Next = r.Line
		}
		if t.Next > 0 {
			break
		}
		if b.marks&markBare != 0 {
			texts[r.Line] = cell.Clean(cells[b.first].Text)
		}
		last = r.Line
		rows = append(rows, b)
	}
	t.close(rows)
	t.section(rows, texts)
	t.count(rows)
}

// within blanks the cells that stand beside the table.
func (t *Table) within(cells []cell.Raw) []cell.Raw {
	if t.Left == 0 && t.Right >= len(cells)-1 {
		return cells
	}
	for i := range cells {
		if i < t.Left || i > t.Right {
			cells[i] = cell.Raw{}
		}
	}
	return cells
}

// above enters a row that stands over the table or holds its headings.
func (t *Table) above(r grid.Row, lines bool) {
	if r.Line < t.HeaderTo {
		t.keepTitles(r.Cells)
	}
	switch n := filled(r.Cells); {
	case r.Line >= t.HeaderFrom && n > 0:
		t.put(r.Line, Headings)
	case n == 0:
		t.put(r.Line, Blank)
	case lines && isComment([]string{cell.Clean(r.Cells[0].Text)}, n):
		t.put(r.Line, Comment)
	default:
		t.put(r.Line, Title)
	}
}

// How many titles are kept, and how long: dates and names of reports, no essays.
const (
	mostTitles  = 60
	longestText = 200
)

func (t *Table) keepTitles(cells []cell.Raw) {
	for _, c := range cells {
		if text := cell.Clean(c.Text); text != "" && len(text) <= longestText && len(t.Titles) < mostTitles {
			t.Titles = append(t.Titles, strings.Clone(text))
		}
	}
}

func filled(cells []cell.Raw) int {
	n := 0
	for _, c := range cells {
		if !c.Empty() || c.Fault || c.NoResult {
			n++
		}
	}
	return n
}

// put enters a row that is no record. Blank ones are only counted: there may be
// very many, and anybody can see that they are blank.
func (t *Table) put(line int, c Class) {
	if c != Blank {
		t.aside[line] = c
	}
	if t.Counts[c]++; t.firsts[c] == 0 || line < t.firsts[c] {
		t.firsts[c] = line
	}
}

// brief sums up one row below the headings, or says what else it is.
func (t *Table) brief(r grid.Row, cells []cell.Raw, lines bool) (brief, Class) {
	b := brief{line: int32(r.Line), first: -1}
	same := 0
	for i, c := range cells {
		if c.Empty() && !c.Fault && !c.NoResult {
			continue
		}
		if b.filled++; b.first < 0 {
			b.first = int16(i)
		}
		if !c.Numeric && t.same(i, c.Text) {
			same++
		}
		if b.filled <= mostNote && b.marks&markValue == 0 {
			if l := lookOf(c); l != word && l != nothing && !ordinal(c.Text) {
				b.marks |= markValue
			}
		}
	}
	if r.Hidden {
		b.marks |= markHidden
	}
	if r.Unclosed {
		b.marks |= markOpen
		return b, Record
	}
	switch {
	case b.filled == 0:
		return b, Blank
	case same >= min(3, named(t.Names)) && same*10 >= int(b.filled)*8:
		return b, Repeated
	}
	first := cells[b.first]
	text := cell.Clean(first.Text)
	if lines && b.first == 0 && len(t.Names) > 1 && isComment([]string{text}, int(b.filled)-len(t.Names)/2) {
		return b, Comment
	}
	if !first.Numeric {
		b.mark(text)
	}
	return b, Record
}

// mark notes what the first text of a row says.
func (b *brief) mark(first string) {
	key := cell.Key(first)
	if saysTotal(key) {
		b.marks |= markTotal
	}
	if saysFooter(key) {
		b.marks |= markFooter
	}
	if textLook(first) == word {
		if strings.Contains(first, " ") {
			b.marks |= markText
		}
		if b.filled == 1 {
			b.marks |= markBare
		}
	}
}

// named counts the columns with a heading.
func named(names []string) int {
	n := 0
	for _, s := range names {
		if s != "" {
			n++
		}
	}
	return n
}

// width is how many columns the table has.
func (t *Table) width() int {
	if n := named(t.Names); n > 0 {
		return n
	}
	return t.Right - t.Left + 1
}

// count enters what is left as records.
func (t *Table) count(rows []brief) {
	for _, b := range rows {
		line := int(b.line)
		if _, special := t.aside[line]; special {
			continue
		}
		if t.First == 0 {
			t.First = line
		}
		t.Last = line
		t.Counts[Record]++
		if b.marks&markHidden != 0 {
			t.HiddenRows++
		}
	}
}
