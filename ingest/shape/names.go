package shape

import (
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// continued gives the last of the rows that the headings go on in: words over
// numbers, or words in columns that the row above leaves blank.
func continued(h head, at int) int {
	for at+1 < min(len(h.rows)-1, searchRows) {
		row, next := &h.rows[at], &h.rows[at+1]
		if next.filled < 2 || next.line != row.line+1 || words(next) != next.filled || distinct(next) < 1 {
			return at
		}
		over, new := 0, 0
		for c := 0; c <= next.last; c++ {
			if next.look(c) == empty {
				continue
			}
			numbers, filled, _ := columnOf(h.rows[at+2:min(len(h.rows), at+2+bodyRows)], c, "")
			if 2*numbers > filled {
				over++
			}
			if row.look(c) == empty {
				new++
			}
		}
		if 2*over <= next.filled && (2*new <= next.filled || over == 0) {
			return at
		}
		at++
	}
	return at
}

// longestHeading is how many rows headings may be merged over.
const longestHeading = 8

// merged gives the last of the rows that the headings are merged over.
func merged(h head, from, to int, merges []grid.Merge) int {
	end := h.rows[to].line
	for _, m := range merges {
		if m.Top >= h.rows[from].line && m.Top <= end && m.Bottom > end && m.Bottom-m.Top < longestHeading {
			end = m.Bottom
		}
	}
	for to+2 < len(h.rows) && h.rows[to+1].line <= end {
		to++
	}
	return to
}

// groupRow gives the first of the rows that hold the headings of a table: rows
// just above its names that group them.
func groupRow(h head, at int) int {
	for at > 0 {
		above, row := &h.rows[at-1], &h.rows[at]
		if above.line != row.line-1 || above.filled < 2 || words(above) != above.filled || !groups(above, row) {
			return at
		}
		at--
	}
	return at
}

// groups tells whether a row holds labels over several columns each: between two
// labels stand blanks over filled headings.
func groups(above, row *sampled) bool {
	blanks := 0
	for c := 0; c <= row.last; c++ {
		if row.look(c) != empty && above.look(c) == empty {
			blanks++
		}
	}
	return blanks > 0
}

// join gives the heading of each column where some rows are the headings. Under
// a group, a name that stands there twice carries the label of its group; a
// blank one takes over what stands above it.
func join(rows []sampled, merges []grid.Merge) []string {
	last := 0
	for i := range rows {
		last = max(last, rows[i].last)
	}
	names := make([]string, last+1)
	for i := range rows {
		row := &rows[i]
		below := make([]string, len(names))
		seen := make(map[string]int)
		for c := range below {
			if below[c] = row.text(c); below[c] != "" {
				seen[cell.Key(below[c])]++
			}
		}
		if i > 0 {
			label := labels(&rows[i-1], below, merges)
			for c := range below {
				switch {
				case below[c] == "":
					below[c] = names[c]
				case seen[cell.Key(below[c])] > 1 && label[c] != "":
					below[c] = label[c] + " – " + below[c]
				}
			}
		}
		names = below
	}
	return names
}

// labels spreads the labels of a row of groups over the named columns that they
// stand for: as far as the cell is merged, otherwise to the next label.
func labels(above *sampled, names []string, merges []grid.Merge) []string {
	out := make([]string, len(names))
	merged := false
	for _, m := range merges {
		if m.Top <= above.line && m.Bottom >= above.line && m.Right > m.Left {
			merged = true
			for c := m.Left; c <= min(m.Right, len(out)-1); c++ {
				out[c] = above.text(m.Left)
			}
		}
	}
	current := ""
	for c := range out {
		switch text := above.text(c); {
		case text != "":
			out[c], current = text, text
		case !merged && names[c] != "":
			out[c] = current
		}
	}
	return out
}

// same tells whether a text is the heading of a column, however it is written.
func (t *Table) same(column int, text string) bool {
	if column >= len(t.Names) || t.Names[column] == "" {
		return false
	}
	name := t.Names[column]
	if startsOtherwise(text, name) && !strings.Contains(name, " – ") {
		return false
	}
	if text == name || strings.EqualFold(cell.Clean(text), name) {
		return true
	}
	return strings.HasSuffix(name, " – "+cell.Clean(text))
}

// startsOtherwise tells of two texts at once that they are not the same, by their first
// letters: neither is a blank or a sign that is cleaned away.
func startsOtherwise(a, b string) bool {
	letter := func(s string) byte {
		if s == "" || s[0]|0x20 < 'a' || s[0]|0x20 > 'z' {
			return 0
		}
		return s[0] | 0x20
	}
	first, other := letter(a), letter(b)
	return first != 0 && other != 0 && first != other
}
