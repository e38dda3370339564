package cell

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestHintsMissNothing writes texts of words of phrases and others, with all kinds of signs
// between, and finds in each the same with the hints and without.
func TestHintsMissNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for name, p := range map[string]*Phrases{"blaming": blaming, "themes": FeedbackThemes, "triggers": Triggers} {
		var words []string
		for _, list := range p.first {
			for _, one := range list {
				words = append(words, one.words...)
			}
		}
		words = append(words, "completed", "compliance", "the", "and", "a", "GP", "5", "no", "not", "café", "x")
		bare := *p
		bare.hints = hints{}
		found := 0
		for range 20_000 {
			var text strings.Builder
			for range 1 + random.IntN(6) {
				word := words[random.IntN(len(words))]
				if random.IntN(4) == 0 {
					word = strings.ToUpper(word)
				}
				if random.IntN(6) == 0 {
					at := random.IntN(len(word) + 1)
					word = word[:at] + []string{"'", ".", "-", "?", "&", "/", "+", "’", "–", "é", "£", "\u00a0", "ﬁ", "“", "½", "ſ", "Ａ"}[random.IntN(17)] + word[at:]
				}
				text.WriteString(word + []string{" ", " ", " ", ", ", ". ", "-", "  ", "\n", ""}[random.IntN(9)])
			}
			got, want := p.First(text.String()), bare.First(text.String())
			if got != want {
				t.Fatalf("%s: %q gives %q with hints and %q without", name, text.String(), got, want)
			}
			if want != "" {
				found++
			}
		}
		if found < 100 {
			t.Errorf("%s: only %d texts held a phrase", name, found)
		}
	}
}
