package shape

import (
	"evidencepack/ingest/cell"
	"slices"
	"strings"
)

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
	body := records(h.rows[at+1 : min(len(h.rows), at+1+bodyRows)])
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

// records leaves out rows that say of themselves that they are a total or a footer.
func records(rows []sampled) []sampled {
	return slices.DeleteFunc(slices.Clone(rows), func(s sampled) bool {
		for i, l := range s.looks {
			if l != empty {
				key := cell.Key(s.texts[i])
				return saysTotal(key) || s.filled <= 2 && saysFooter(key)
			}
		}
		return false
	})
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
