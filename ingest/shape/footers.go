package shape

import (
	"slices"
	"strings"

	"evidencepack/ingest/cell"
)

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

// ordinal tells whether a text numbers a footnote: 1. or (2).
func ordinal(text string) bool {
	sign := strings.TrimLeft(strings.TrimPrefix(strings.TrimSpace(text), "("), "0123456789")
	return sign == "." || sign == ")"
}

// mostNote is how many cells a line of notes under a table fills at most.
const mostNote = 3

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
