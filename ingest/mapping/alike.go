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
	return 0.75*shared(strings.Fields(a), strings.Fields(b)) + 0.25*shared(triples(a), triples(b))
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
