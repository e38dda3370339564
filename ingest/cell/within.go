package cell

import (
	"cmp"
	"slices"
	"strings"
)

// Phrases finds canonical words within longer texts, by the phrases that are
// written for them. A phrase counts only word for word; one behind "no" or "not"
// does not count.
type Phrases struct {
	first map[string][]said // first word of a phrase → phrases, the longest first
	stems []said            // phrases whose first word may have any end
	words []string          // canonical words in the order of the alphabet
	hints hints             // of words of which each phrase has one
}

// said is one phrase and the canonical word that it stands for. A word that ends
// in a star may have any end.
type said struct {
	words     []string
	canonical string
}

func newPhrases(words map[string][]string) *Phrases {
	p := &Phrases{first: make(map[string][]said)}
	for canonical, written := range words {
		p.words = append(p.words, canonical)
		if canonical != "other" { // what is in no phrase
			written = append(written, canonical)
		}
		for _, w := range written {
			one := said{canonical: canonical}
			for word := range strings.FieldsSeq(strings.ReplaceAll(w, "_", " ")) {
				key := Key(word)
				if strings.HasSuffix(word, "*") {
					key += "*"
				}
				one.words = append(one.words, strings.Fields(key)...)
			}
			if strings.HasSuffix(one.words[0], "*") {
				p.stems = append(p.stems, one)
			} else {
				p.first[one.words[0]] = append(p.first[one.words[0]], one)
			}
		}
	}
	slices.Sort(p.words)
	for _, list := range p.first {
		slices.SortFunc(list, longer)
	}
	slices.SortFunc(p.stems, longer)
	p.hint()
	return p
}

func longer(a, b said) int {
	return cmp.Or(cmp.Compare(len(b.words), len(a.words)), slices.Compare(a.words, b.words), cmp.Compare(a.canonical, b.canonical))
}

// Words lists the canonical words in order of the alphabet.
func (p *Phrases) Words() []string { return p.words }

// Find gives the canonical words of the phrases that stand in a text, each once,
// in the order in which they stand there.
func (p *Phrases) Find(text string) []string {
	var found []string
	p.walk(text, func(canonical string) bool {
		if !slices.Contains(found, canonical) {
			found = append(found, canonical)
		}
		return true
	})
	return found
}

// First gives the canonical word of the first phrase that stands in a text, ""
// where there is none.
func (p *Phrases) First(text string) string {
	first := ""
	p.walk(text, func(canonical string) bool {
		first = canonical
		return false
	})
	return first
}

// longestText is the most bytes of a text that are looked through.
const longestText = 10_000

func (p *Phrases) walk(text string, found func(canonical string) bool) {
	text = text[:min(len(text), longestText)]
	if !p.hints.mayStand(text) {
		return
	}
	words := strings.Fields(Key(text))
	for at := 0; at < len(words); {
		one := p.at(words, at)
		switch {
		case len(one.words) == 0 || at > 0 && denies(words[at-1]):
			at++
		case !found(one.canonical):
			return
		default:
			at += len(one.words)
		}
	}
}

// at gives the longest phrase that begins at a word.
func (p *Phrases) at(words []string, at int) said {
	for _, one := range p.first[words[at]] {
		if stands(one.words, words[at:]) {
			return one
		}
	}
	for _, one := range p.stems {
		if stands(one.words, words[at:]) {
			return one
		}
	}
	return said{}
}

func stands(phrase, words []string) bool {
	if len(phrase) > len(words) {
		return false
	}
	for i, want := range phrase {
		if stem, open := strings.CutSuffix(want, "*"); words[i] != want && (!open || !strings.HasPrefix(words[i], stem)) {
			return false
		}
	}
	return true
}

// denies tells whether a word takes back what follows it.
func denies(word string) bool {
	switch word {
	case "no", "not", "never", "without", "isnt", "wasnt", "nor":
		return true
	}
	return false
}
