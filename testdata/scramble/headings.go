package scramble

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"evidencepack/ingest/heading"
)

// otherHeadings draws another heading for each column that the program reads.
// Two columns never get the same one, and none gets a word that another field of
// its kind goes by as well: a reader could not tell those apart either.
func (t *table) otherHeadings(r *rand.Rand) []string {
	style := styles[r.IntN(len(styles))]
	out, taken := make([]string, len(t.headings)), make(map[string]bool)
	for i, h := range t.headings {
		if t.fields[i] == "" {
			out[i] = h
			taken[heading.Normal(h)] = true
		}
	}
	for i, h := range t.headings {
		if t.fields[i] == "" {
			continue
		}
		free := slices.DeleteFunc(slices.Clone(t.synonyms[i]), func(s string) bool { return taken[s] })
		if len(free) == 0 {
			free = []string{heading.Normal(h)}
		}
		word := free[r.IntN(len(free))]
		taken[word] = true
		out[i] = blurred(r, style(word))
	}
	return out
}

// findSynonyms lists what a column may be called: its own heading, and each that
// no other field of the kind goes by.
func (t *table) findSynonyms(column int) []string {
	counts, mine := make(map[string]int), []string{}
	for _, f := range heading.Fields(t.kind) {
		for _, h := range f.Headings {
			h = heading.Normal(h)
			counts[h]++
			if f.Name == t.fields[column] {
				mine = append(mine, h)
			}
		}
	}
	own := heading.Normal(t.headings[column])
	return slices.DeleteFunc(mine, func(h string) bool { return counts[h] > 1 && h != own })
}

// styles are the ways in which systems write their headings.
var styles = []func(string) string{
	func(s string) string { return s },
	func(s string) string { return strings.ToUpper(s[:1]) + s[1:] },
	strings.ToUpper,
	func(s string) string { return strings.Join(capitals(s), " ") },
	func(s string) string { return strings.ReplaceAll(s, " ", "_") },
	func(s string) string { return strings.ReplaceAll(strings.ToUpper(s), " ", "_") },
	runTogether,
}

// runTogether writes EventType. Where two numbers would become one (1 5), the
// blanks stay.
func runTogether(s string) string {
	words := capitals(s)
	for i := 1; i < len(words); i++ {
		if last := words[i-1]; unicode.IsDigit(rune(last[len(last)-1])) && unicode.IsDigit(rune(words[i][0])) {
			return s
		}
	}
	return strings.Join(words, "")
}

// capitals gives the words of a heading, each with a capital.
func capitals(s string) []string {
	words := strings.Fields(s)
	for i, w := range words {
		letters := []rune(w)
		letters[0] = unicode.ToUpper(letters[0])
		words[i] = string(letters)
	}
	return words
}

// blurred adds the blanks that creep into headings and that nobody sees.
func blurred(r *rand.Rand, h string) string {
	switch r.IntN(8) {
	case 0:
		return h + " "
	case 1:
		return strings.Replace(h, " ", "\u00A0", 1)
	case 2:
		return strings.Replace(h, " ", "  ", 1)
	}
	return h
}
