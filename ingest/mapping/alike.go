package mapping

import (
	"maps"
	"slices"
	"sort"
	"strings"

	"evidencepack/ingest/cell"
)

// mostAlike orders headings by how much they share with a text: whole words count
// most, then runs of three letters. Equal ones keep their order.
func mostAlike(headings []string, wanted string) []string {
	out := slices.Clone(headings)
	sort.SliceStable(out, func(i, j int) bool { return Alike(out[i], wanted) > Alike(out[j], wanted) })
	return out
}

// Alike says how much two texts share, from 0 (nothing) to 1 (all their words).
func Alike(a, b string) float64 {
	a, b = cell.Key(plainField(a)), cell.Key(plainField(b))
	if byWhom(a) != byWhom(b) {
		return 0
	}
	return 0.75*shared(telling(a), telling(b)) + 0.25*shared(triples(a), triples(b))
}

// byWhom tells whether a text ends by asking who: reported by, not reported to.
func byWhom(s string) bool { return strings.HasSuffix(s, " by") }

// smallWords join others and say nothing of what a column holds.
var smallWords = []string{"a", "an", "and", "at", "by", "for", "in", "is", "of", "on", "or", "the", "to"}

// telling gives the words of a text that say what it is about; a text of nothing
// but small words keeps them.
func telling(s string) []string {
	words := strings.Fields(s)
	out := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(smallWords, w) })
	if len(out) == 0 {
		return words
	}
	return out
}

// shared is the part of two lists that stands in both.
func shared(a, b []string) float64 {
	inA, inB := make(map[string]bool), make(map[string]bool)
	for _, s := range a {
		inA[s] = true
	}
	for _, s := range b {
		inB[s] = true
	}
	both := 0
	for s := range inA {
		if inB[s] {
			both++
		}
	}
	if len(inA)+len(inB) == 0 {
		return 0
	}
	return 2 * float64(both) / float64(len(inA)+len(inB))
}

// triples cuts a text into its runs of three letters.
func triples(s string) []string {
	runes := []rune(s)
	var out []string
	for i := 0; i+3 <= len(runes); i++ {
		out = append(out, string(runes[i:i+3]))
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
