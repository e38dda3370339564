package cell

import (
	"maps"
	"slices"
)

// Words lists the canonical words of a list in order of the alphabet.
func (l *List) Words() []string {
	all := make(map[string]bool)
	for _, word := range l.words {
		all[word] = true
	}
	return slices.Sorted(maps.Keys(all))
}

// Words lists the canonical keys of questions in order of the alphabet.
func (q *Questions) Words() []string { return slices.Sorted(maps.Values(q.keys)) }
