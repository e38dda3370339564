package shape

import (
	"evidencepack/ingest/grid"
)

// findHeadings finds the row of headings among the first rows, as an index, or
// −1. A row that the caller knows as a whole goes before any other; otherwise
// the row that contrasts most with what stands below it.
func (t *Table) findHeadings(h head, merges []grid.Merge, knows Knows) int {
	best, bestScore := -1, 0
	for i := range min(len(h.rows), searchRows) {
		if best >= 0 && i > best+longestHeading {
			break // the headings were found, and the rows below are records
		}
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

// widen adds the blank headings at the end of a line of text: what stands below them
// stands there on purpose.
func (t *Table) widen(row *sampled) {
	if t.Left == 0 && t.Right == grid.MostColumns && len(row.texts) > len(t.Names) {
		t.Names = append(t.Names, make([]string, len(row.texts)-len(t.Names))...)
	}
}
