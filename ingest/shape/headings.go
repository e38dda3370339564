package shape

import (
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// findHeadings finds the row of headings among the first rows, as an index, or
// −1. A row that the caller knows as a whole goes before any other; otherwise
// the row that contrasts most with what stands below it.
func (t *Table) findHeadings(h head, merges []grid.Merge, knows Knows) int {
	best, bestScore := -1, 0
	for i := range min(len(h.rows), searchRows) {
		names := join(h.rows[groupRow(h, i):i+1], merges)
		if score, whole := knows(names); whole && score > bestScore {
			best, bestScore = i, score
		}
	}
	from := best
	if best < 0 {
		if best = contrasting(h); best < 0 {
			return -1
		}
		from, best = best, continued(h, best)
	}
	from = min(from, groupRow(h, best))
	best = merged(h, from, best, merges)
	t.head(h, from, best, merges)
	return best
}

// head settles which rows hold the headings.
func (t *Table) head(h head, from, to int, merges []grid.Merge) {
	t.Names = join(h.rows[from:to+1], merges)
	t.HeaderFrom = h.rows[from].line
}

// contrasting finds the row that looks most like headings, or −1: words over
// numbers, filled where the rows below are filled, each word once.
func contrasting(h head) int {
	best, bestScore := -1, 0.0
	for i := range min(len(h.rows), searchRows) {
		score, ok := contrast(h, i)
		if score -= 0.02 * float64(i); ok && (best < 0 || score > bestScore) {
			best, bestScore = i, score
		}
		if valued(&h.rows[i]) && 2*h.rows[i].filled > usualFilled(h.rows[i:]) && best != i {
			break // headings do not stand below data
		}
	}
	for i := range max(best, 0) {
		if alike(&h.rows[i], &h.rows[best]) {
			return i // the headings stand there again further down
		}
	}
	return best
}

// alike tells whether two rows hold the same words.
func alike(a, b *sampled) bool {
	for c := 0; c <= max(a.last, b.last); c++ {
		if !strings.EqualFold(a.text(c), b.text(c)) {
			return false
		}
	}
	return true
}

// contrast scores one row as headings of the rows below it.
func contrast(h head, at int) (score float64, ok bool) {
	row := &h.rows[at]
	body := h.rows[at+1 : min(len(h.rows), at+1+bodyRows)]
	if len(body) == 0 {
		return 0, len(h.rows) == 1 && row.filled > 1 && words(row) == row.filled
	}
	usual := usualFilled(body)
	if row.filled < 2 && usual >= 2 || 2*row.filled < usual {
		return 0, false
	}
	if 2*words(row) < row.filled && !counted(row, body) {
		return 0, false
	}
	sum, columns, covered := 0.0, 0, 0
	for c := 0; c <= max(row.last, h.width-1); c++ {
		numbers, filled, same := columnOf(body, c, row.text(c))
		if filled > 0 {
			columns++
		}
		if row.look(c) == empty {
			continue
		}
		if filled > 0 {
			covered++
		}
		sum += speaks(row.look(c), numbers, filled, same)
	}
	if columns == 0 {
		return 0, false
	}
	score = sum/float64(columns) + 0.6*float64(covered)/float64(columns) + 0.3*distinct(row)
	if long := longTexts(row); long > 0 {
		score -= 0.4 * float64(long) / float64(row.filled)
	}
	return score, score > 0.3 && sum >= 0 || counted(row, body)
}

// counted tells whether a row names its columns by numbers, under one word: all
// are different, where the values below repeat.
func counted(row *sampled, body []sampled) bool {
	if row.look(0) != word || row.filled < 4 || distinct(row) < 1 {
		return false
	}
	for i := range body {
		if distinct(&body[i]) > 0.7 {
			return false
		}
	}
	return true
}

// valued tells whether a row is one of data for certain: at least half of its
// cells are numbers or dates, which only years over a table may be.
func valued(row *sampled) bool {
	n := 0
	for _, l := range row.looks {
		if l == number || l == moment || l == nothing {
			n++
		}
	}
	return row.filled >= 2 && 2*n >= row.filled
}

// speaks says how much one cell speaks for being a heading of its column.
func speaks(l look, numbers, filled, same int) float64 {
	if filled == 0 {
		return 0
	}
	share := float64(numbers) / float64(filled)
	switch {
	case l == year && share > 0.5:
		return 0.1 // a year over numbers
	case l == number || l == moment || l == year:
		return -share
	case share >= 0.6:
		return 1
	case same > 0 && filled > 2:
		return -0.5 // a word that the column holds too is a value
	}
	return 0.2
}

// columnOf counts the cells of a column in some rows: those that look like
// numbers or dates, those that are filled, and those that hold a certain text.
func columnOf(rows []sampled, column int, text string) (numbers, filled, same int) {
	for i := range rows {
		switch l := rows[i].look(column); {
		case l == empty:
			continue
		case l != word:
			numbers++
		case rows[i].text(column) == text:
			same++
		}
		filled++
	}
	return numbers, filled, same
}

// usualFilled is how many cells most of some rows fill: the median.
func usualFilled(rows []sampled) int {
	var counts []int
	for i := range rows {
		counts = append(counts, rows[i].filled)
	}
	slices.Sort(counts)
	return counts[len(counts)/2]
}

// words counts the cells that a row of headings may hold: texts and years.
func words(s *sampled) int {
	n := 0
	for _, l := range s.looks {
		if l == word || l == year {
			n++
		}
	}
	return n
}

// distinct is the share of the filled cells whose text stands there once.
func distinct(s *sampled) float64 {
	seen := make(map[string]bool)
	for i, l := range s.looks {
		if l != empty {
			seen[s.texts[i]] = true
		}
	}
	return float64(len(seen)) / float64(s.filled)
}

// longHeading is the length of a text that is rather a note than a heading;
// questions of a form are longer than most.
const longHeading = 160

func longTexts(s *sampled) int {
	n := 0
	for _, text := range s.texts {
		if len(text) > longHeading {
			n++
		}
	}
	return n
}

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
	if text == name || strings.EqualFold(cell.Clean(text), name) {
		return true
	}
	return strings.HasSuffix(name, " – "+cell.Clean(text))
}

// narrow keeps to one block of columns where tables stand side by side, parted by
// columns in which nothing stands: the one that is known as a whole by itself.
func (t *Table) narrow(h head, at int, knows Knows) {
	var blocks [][2]int
	from := -1
	for c := 0; c <= h.width; c++ {
		used := c < len(t.Names) && t.Names[c] != ""
		if !used && c < h.width {
			_, filled, _ := columnOf(h.rows[at+1:], c, "")
			used = filled > 0
		}
		switch {
		case used && from < 0:
			from = c
		case !used && from >= 0:
			blocks = append(blocks, [2]int{from, c - 1})
			from = -1
		}
	}
	if len(blocks) < 2 {
		return
	}
	best, bestScore := -1, 0
	for i, b := range blocks {
		if score, whole := knows(only(t.Names, b[0], b[1])); whole && score > bestScore {
			best, bestScore = i, score
		}
	}
	if best >= 0 {
		t.Left, t.Right = blocks[best][0], blocks[best][1]
		t.Names = only(t.Names, t.Left, t.Right)
	}
}

// widen adds the blank headings at the end of a line of text: what stands below them
// stands there on purpose.
func (t *Table) widen(row *sampled) {
	if t.Left == 0 && t.Right == grid.MostColumns && len(row.texts) > len(t.Names) {
		t.Names = append(t.Names, make([]string, len(row.texts)-len(t.Names))...)
	}
}

// only blanks all names outside some columns.
func only(names []string, from, to int) []string {
	out := make([]string, min(len(names), to+1))
	for c := from; c < len(out); c++ {
		out[c] = names[c]
	}
	return out
}
