package disclose

import (
	"sort"
	"strings"
	"unicode"
)

// Found is a personal detail that stands in a page. The detail itself is not in it.
type Found struct {
	What  string // name of a person, NHS number …
	Times int
}

// Gate looks in a text for everything of the inputs that must not appear in a
// pack, as whole words in any case. It names kinds of things, never the thing.
// In finished pages single words are not looked for: Rose and May are names and
// words alike. In free text, which can be replaced at no cost, they are.
type Gate struct {
	private map[string]string // words with spaces around them → what it is
	parts   map[string]bool   // single words of names, as they are written
}

// NewGate makes a gate from the private texts of the inputs and what they are, and
// from names that may be some: those count for free text only.
func NewGate(private map[string]string, doubtful ...string) *Gate {
	g := &Gate{private: make(map[string]string, len(private)), parts: make(map[string]bool)}
	for text, what := range private {
		words := spaced(text)
		if !strings.ContainsFunc(text, unicode.IsDigit) {
			for _, part := range strings.FieldsFunc(text, notInWord) {
				g.parts[part] = g.parts[part] || len(part) > 2
			}
		}
		if strings.Count(words, " ") < 3 && !strings.ContainsFunc(text, unicode.IsDigit) {
			continue // one word without a digit
		}
		g.private[words] = what
		if digits := strings.ReplaceAll(words, " ", ""); len(digits) > 6 && strings.Trim(digits, "0123456789") == "" {
			g.private[" "+digits+" "] = what // the same number without its blanks
		}
	}
	for _, name := range doubtful {
		for _, part := range strings.FieldsFunc(name, notInWord) {
			g.parts[part] = g.parts[part] || len(part) > 2
		}
	}
	return g
}

// Search lists what stands in a text, in order of kind.
func (g *Gate) Search(text string) []Found {
	words := spaced(text)
	times := make(map[string]int)
	for private, what := range g.private {
		if n := strings.Count(words, private); n > 0 {
			times[what] += n
		}
	}
	var out []Found
	for what, n := range times {
		out = append(out, Found{what, n})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].What < out[j].What })
	return out
}

// Safe tells whether a free text names nobody, not even by one part of a name. It
// would rather refuse a harmless text than let a name through.
func (g *Gate) Safe(text string) bool {
	for _, word := range strings.FieldsFunc(text, notInWord) {
		if g.parts[strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")] || g.parts[word] {
			return false
		}
	}
	return len(g.Search(text)) == 0
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' }

// spaced is a text as its words and numbers, in lower case, with single spaces
// around each.
func spaced(text string) string {
	var b strings.Builder
	b.WriteByte(' ')
	gap := true
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’' {
			b.WriteRune(unicode.ToLower(r))
			gap = false
			continue
		}
		if !gap {
			b.WriteByte(' ')
			gap = true
		}
	}
	if !gap {
		b.WriteByte(' ')
	}
	return b.String()
}
