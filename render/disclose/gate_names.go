package disclose

import (
	"strings"
	"unicode/utf8"
)

// titles stand before a name.
var titles = listOf("mr mrs ms miss mx master dr doctor rev reverend sir dame lady lord prof professor sister father")

// calendar are the words of dates that are names as well.
var calendar = listOf("january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday")

// isName tells whether a kind of thing is a name of somebody.
func isName(what string) bool { return strings.HasPrefix(what, "name of") }

// partsOf cuts a name into its parts, given names first, each into its words: a
// hyphen makes two. Titles and what stands in brackets are no parts.
func partsOf(name string) [][]string {
	if before, after, there := strings.Cut(name, "("); there {
		_, rest, _ := strings.Cut(after, ")")
		name = before + " " + rest
	}
	if last, first, there := strings.Cut(name, ","); there {
		name = first + " " + last
	}
	var parts [][]string
	for field := range strings.FieldsSeq(name) {
		words := keysOf(field)
		if len(words) == 0 || len(parts) == 0 && len(words) == 1 && titles[words[0]] {
			continue
		}
		parts = append(parts, words)
	}
	return parts
}

// addName takes a name in: whole, in either order, and each of its words.
func (g *Gate) addName(what, name string) {
	parts := partsOf(name)
	if len(parts) == 0 || len(parts) > 8 {
		return
	}
	g.addOrders(what, parts)
	for i, part := range parts {
		for _, w := range part {
			g.addAlone(what, w)
		}
		if len(part) > 1 {
			g.addWords(what, part, i == len(parts)-1)
		}
	}
	last := parts[len(parts)-1]
	if len(parts) > 1 && len(last) == 1 && utf8.RuneCountInString(last[0]) > 1 {
		g.surnames[last[0]] = what
	}
}

// addOrders takes the ways in which a name of several parts is written.
func (g *Gate) addOrders(what string, parts [][]string) {
	if len(parts) < 2 {
		return
	}
	last, given := parts[len(parts)-1], parts[:len(parts)-1]
	flat := func(parts ...[]string) (out []string) {
		for _, p := range parts {
			out = append(out, p...)
		}
		return out
	}
	g.addWords(what, flat(parts...), true)
	g.addWords(what, flat(append([][]string{last}, given...)...), true)
	var initials []string
	for _, p := range given {
		if utf8.RuneCountInString(p[0]) > 1 {
			g.addWords(what, flat(p, last), true)
			g.addWords(what, flat(last, p), true)
		}
		letter, _ := utf8.DecodeRuneInString(p[0])
		initials = append(initials, string(letter))
		g.addWords(what, flat([]string{string(letter)}, last), true)
	}
	g.addWords(what, flat(initials, last), true)
	g.addWords(what, flat(last, initials[:1]), true)
	g.addOneWord(what, given[0], last, initials[0])
}

// addOneWord takes a name whose parts were joined to one word, as in names of files
// and logins.
func (g *Gate) addOneWord(what string, given, last []string, initial string) {
	first, surname := strings.Join(given, ""), strings.Join(last, "")
	for _, text := range []string{first + surname, surname + first, initial + surname, surname + initial} {
		uncommon := !commonWords[text] && !ownWords[text] && !borneByMany[text]
		if known := len(text) == len(first)+len(surname) || !common(surname); known && uncommon && len(text) > 6 && g.alone[text] == nil {
			g.alone[text] = &pattern{what: what, sure: true, plain: true}
		}
	}
}

// common tells whether a word of a name is a plain word too, or is borne by many.
func common(w string) bool { return commonWords[w] || ownWords[w] || borneByMany[w] }

// addWords takes a name of several words. One of nothing but plain words, or with an
// initial, counts only with capitals.
func (g *Gate) addWords(what string, words []string, sure bool) {
	plain, dates := true, true
	for _, w := range words {
		plain = plain && (commonWords[w] || ownWords[w] || utf8.RuneCountInString(w) < 3)
		dates = dates && calendar[w]
	}
	if dates || len(words) < 2 || len(strings.Join(words, "")) < 3 {
		return
	}
	for _, w := range words {
		plain = plain || utf8.RuneCountInString(w) == 1 // an initial
	}
	g.begins[words[0]] = append(g.begins[words[0]], &pattern{what: what, words: words, sure: sure, strict: plain})
}

// addAlone takes one word of a name, where it points at somebody by itself.
func (g *Gate) addAlone(what, w string) {
	if utf8.RuneCountInString(w) < 3 || commonWords[w] || ownWords[w] || titles[w] || strings.ContainsAny(w, "0123456789") {
		return
	}
	many := borneByMany[w]
	if many && g.places[w] {
		return
	}
	if g.alone[w] == nil {
		g.alone[w] = &pattern{what: what, sure: !many}
	}
	if family := w + "s"; !many && len(w) > 4 && !common(family) && g.alone[family] == nil {
		g.alone[family] = &pattern{what: what, sure: true}
	}
}

// addDoubtful takes a name that a row gives and the register does not know. It may be
// anything, so it counts whole only, and only with a word that is no plain one.
func (g *Gate) addDoubtful(name string) {
	parts := partsOf(name)
	if len(parts) < 2 || len(parts) > 4 || !capitalised(name) {
		return
	}
	var words []string
	uncommon := false
	for _, p := range parts {
		for _, w := range p {
			words = append(words, w)
			uncommon = uncommon || !commonWords[w] && !ownWords[w] && !g.places[w]
		}
	}
	if uncommon {
		g.addWords("name of a person", words, true)
	}
}

// capitalised tells whether every word of a text has a capital and no digit.
func capitalised(text string) bool {
	for _, w := range wordsOf(text) {
		if !w.capital || w.digit {
			return false
		}
	}
	return true
}
