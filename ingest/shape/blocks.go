package shape

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

// only blanks all names outside some columns.
func only(names []string, from, to int) []string {
	out := make([]string, min(len(names), to+1))
	for c := from; c < len(out); c++ {
		out[c] = names[c]
	}
	return out
}
