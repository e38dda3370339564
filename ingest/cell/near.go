package cell

import (
	"maps"
	"slices"
	"strings"
)

// Words lists the canonical words of a list in order of the alphabet.
func (l *List) Words() []string {
	all := make(map[string]bool)
	for _, word := range l.words {
		all[word] = true
	}
	return slices.Sorted(maps.Keys(all))
}

// Near gives the one canonical word that a word in no list may be a typing slip
// for: it differs from a long word of the list by at most two letters. It is for
// a hint to a person only. "" is none, or more than one.
func (l *List) Near(written string) string {
	key := Key(written)
	least, found := 3, ""
	for _, other := range slices.Sorted(maps.Keys(l.words)) {
		if len(other) < 6 || len(key) < 6 || strings.Contains(other, " ") != strings.Contains(key, " ") {
			continue
		}
		switch d := slips(key, other); {
		case d < least:
			least, found = d, l.words[other]
		case d == least && least < 3 && l.words[other] != found:
			found = ""
		}
	}
	return found
}

// slips counts the letters to change, add, drop or swap with a neighbour.
func slips(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > 2 || len(y)-len(x) > 2 {
		return 3
	}
	before, above, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(y)]
}
