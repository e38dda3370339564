package shape

import (
	"slices"
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

// begins tells whether a row under a gap holds the headings of another table
// that is known as a whole.
func begins(cells []cell.Raw, knows Knows) bool {
	names := make([]string, len(cells))
	words := 0
	for i, c := range cells {
		switch lookOf(c) {
		case word:
			names[i] = cell.Clean(c.Text)
			words++
		case number, moment:
			return false
		}
	}
	if words < 3 {
		return false
	}
	_, whole := knows(names)
	return whole
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

// ordinal tells whether a text numbers a footnote: 1. or (2).
func ordinal(text string) bool {
	sign := strings.TrimLeft(strings.TrimPrefix(strings.TrimSpace(text), "("), "0123456789")
	return sign == "." || sign == ")"
}

// mostNote is how many cells a line of notes under a table fills at most.
const mostNote = 3

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

// close finds the totals, and the footers at the end.
func (t *Table) close(rows []brief) {
	width := t.width()
	end, dense := len(rows), usually(rows)*5 >= width*4
	for end > 0 && (t.footer(rows, end-1, width) || dense && t.note(rows, end-1, width)) {
		end--
	}
	for i := range rows {
		b := &rows[i]
		small := int(b.filled) <= 2 || 2*int(b.filled) <= width
		switch {
		case b.marks&markOpen != 0:
		case b.marks&markTotal != 0 && width > 1 && (small || i >= end-1):
			t.put(int(b.line), Total)
		case i >= end:
			t.put(int(b.line), Footer)
		case b.marks&markFooter != 0 && b.marks&markBare != 0 && width >= 4:
			t.put(int(b.line), Footer) // a page number in the middle
		}
	}
}

// width is how many columns the table has.
func (t *Table) width() int {
	if n := named(t.Names); n > 0 {
		return n
	}
	return t.Right - t.Left + 1
}

// footer tells whether a row is a line under the table, where everything below
// it is one too: short, and a text, or parted from the table by a gap.
func (t *Table) footer(rows []brief, i, width int) bool {
	b := rows[i]
	if b.marks&markOpen != 0 || width < 2 || i == 0 {
		return false
	}
	gap := b.line > rows[i-1].line+1
	short := int(b.filled) <= max(1, width/4)
	switch {
	case b.marks&markTotal != 0:
		return int(b.filled) < width || gap
	case !short:
		return false
	case b.marks&markFooter != 0:
		return true
	case width >= 4 && b.marks&markBare != 0 && b.marks&markText != 0 && int(b.first) == t.Left:
		return true
	}
	return gap && b.marks&(markBare|markText) != 0
}

// usually is how many cells most rows fill: the median.
func usually(rows []brief) int {
	if len(rows) == 0 {
		return 0
	}
	counts := make([]int16, len(rows))
	for i, b := range rows {
		counts[i] = b.filled
	}
	slices.Sort(counts)
	return int(counts[len(counts)/2])
}

// note tells whether a row at the end of a table that is filled all over holds a
// few scattered texts and nothing else. Two texts at the left, right under the
// table, are rather a short record: a name and "nil return".
func (t *Table) note(rows []brief, i, width int) bool {
	b := rows[i]
	if width < 4 || b.filled > mostNote || 3*int(b.filled) > width || b.marks&(markValue|markOpen) != 0 {
		return false
	}
	return b.filled == 1 || int(b.first) > t.Left || parted(rows, i, width)
}

// parted tells whether a gap stands above a row, or above the short rows right
// over it.
func parted(rows []brief, i, width int) bool {
	for i > 0 && rows[i].line == rows[i-1].line+1 && 3*int(rows[i-1].filled) <= width {
		i--
	}
	return i > 0 && rows[i].line > rows[i-1].line+1
}

// section finds the lone texts that head the rows below them: there are at least
// two, each with a full row right under it.
func (t *Table) section(rows []brief, texts map[int]string) {
	if t.width() < 3 {
		return
	}
	var found []int
	for i, b := range rows[:max(0, len(rows)-1)] {
		_, special := t.aside[int(b.line)]
		below := rows[i+1]
		if !special && b.marks&markBare != 0 && int(b.first) == t.Left && below.marks&markBare == 0 && 2*int(below.filled) > t.width() {
			found = append(found, i)
		}
	}
	if len(found) < 2 {
		return
	}
	for _, i := range found {
		line := int(rows[i].line)
		t.put(line, Section)
		t.sections = append(t.sections, section{line, texts[line]})
	}
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
