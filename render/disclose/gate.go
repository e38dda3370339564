package disclose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The gate is the last look at finished files: it searches all their text for what
// the inputs hold of people and must not be in a pack. It tells the kind of a thing,
// never the thing. Capital or small letters, accents, apostrophes, line breaks,
// blanks and signs that nobody sees make no difference, unless it is said here.
//
// Always a find:
//   - a whole name, in either order, with or without its middle names, with its
//     parts joined to one word, or the initials with the surname;
//   - a title or an initial with the surname (Mrs May, R. Brown);
//   - NHS number, National Insurance number, phone number, postcode and the like,
//     however they are grouped, a phone number with 0, 44 or neither;
//   - a date of birth in any way of writing a date, and its month with its year;
//   - an address with a number in it, an e-mail address, a room as "Room 12";
//   - a reference code of letters and digits with four signs at least, a number of
//     five digits at least that is no part of a longer number, and a code of letters
//     alone (JOHDOE) that is no word; one that is a word counts in capitals only.
//
// One word of a name alone, with a capital, is a find unless
//   - it has fewer than three letters;
//   - it is an English word, a month, a place (Rose, May, Grant, Rich, York), or a
//     word of our own pages (Wilson, Byar, Newcombe);
//   - it is a part of a text that somebody allowed, and the rest of that stands beside it,
//     or in a file that was laid out nearby: its words were searched before, whole;
//   - it is a name that very many bear and stands in the name of a service or of the
//     provider too (St Mary's Court, Thomas House): then it names the place. One that
//     few bear (Petrovane Lodge) is a find there as well, until somebody has looked
//     at it and allowed that text.
//
// What only looks like a phone number, a postcode, an NHS number, a National Insurance
// number or an e-mail address is a find in the words of a page too, whether the inputs hold
// it or not: see Shaped. Style sheets, drawings and scripts are full of such shapes.
//
// A whole name of nothing but English words (Rose May) counts where each word has a
// capital. Pseudonyms as we write them (P-014) are ours, whatever codes the inputs
// have. Free text that could be left out meets the stricter Safe.

// Found is a kind of personal detail that stands in a text. The detail is not in it.
type Found struct {
	What  string // name of a person, NHS number …
	Times int
	Sure  bool // more than one name alone that very many people bear
}

// Known is what a gate goes by.
type Known struct {
	Private  map[string]string // text of the inputs → what it is
	Doubtful []string          // names that rows give and the register does not know
	Places   []string          // names of the services and of the provider
	Allowed  []string          // texts that somebody looked at: no name in them counts
	Own      []string          // the provider's own lines, which may hold its phone number

	BornBefore int // dates of birth from this year on are not looked for; 0 is all are
}

// Gate looks in texts for everything of the inputs that must not be in a pack.
type Gate struct {
	alone    map[string]*pattern   // one word of a name
	begins   map[string][]*pattern // first word → names, addresses, rooms of several words
	numbers  map[string]*pattern   // letters and digits without what parts them
	surnames map[string]string     // surname → what it is
	births   map[int]bool          // year, month and day as digits; with day 0 a whole month
	allowed  map[string][][]string // first word → texts that somebody allowed
	allowing map[string][][]string // any word → the texts of them that hold it
	places   map[string]bool       // words of the names of services and provider
	rooms    [][]string            // names of services and provider as their words
	parts    map[string]bool       // single words of names, for free text

	allowedTexts []string // as they were written, and the provider's name
	bornBefore   int
}

// pattern is one thing that is looked for.
type pattern struct {
	what   string
	words  []string
	sure   bool
	strict bool // each word must have a capital, with only a blank or a comma between
	tight  bool // no blank may part its words
	code   bool // a reference code
	plain  bool // it may stand in small letters too
}

// NewGate makes a gate from the private texts of the inputs and what they are, and
// from names that may be some.
func NewGate(private map[string]string, doubtful ...string) *Gate {
	return Known{Private: private, Doubtful: doubtful}.Gate()
}

// Gate makes the gate.
func (k Known) Gate() *Gate {
	g := &Gate{
		alone: make(map[string]*pattern), begins: make(map[string][]*pattern), numbers: make(map[string]*pattern), surnames: make(map[string]string),
		bornBefore: k.BornBefore, allowedTexts: slices.Concat(k.Allowed, k.Own), births: make(map[int]bool), allowed: make(map[string][][]string), allowing: make(map[string][][]string), places: make(map[string]bool), parts: make(map[string]bool),
	}
	for _, place := range k.Places {
		words := keysOf(place)
		g.rooms = append(g.rooms, words)
		for _, w := range wordsOf(place) {
			g.places[w.key], g.places[w.bare()] = true, true
		}
	}
	for _, text := range k.Allowed {
		if words := keysOf(text); len(words) > 0 {
			g.allowed[words[0]] = append(g.allowed[words[0]], words)
			for _, word := range words {
				g.allowing[word] = append(g.allowing[word], words)
			}
		}
	}
	texts := make([]string, 0, len(k.Private))
	for text := range k.Private {
		texts = append(texts, text)
	}
	slices.Sort(texts) // where two say the same, the first stays
	for _, text := range texts {
		g.add(k.Private[text], text)
	}
	for _, name := range k.Doubtful {
		g.keepParts(name)
		g.addDoubtful(name)
	}
	for _, list := range g.begins {
		slices.SortStableFunc(list, func(a, b *pattern) int { return len(b.words) - len(a.words) })
	}
	return g
}

// add takes one private text in.
func (g *Gate) add(what, text string) {
	switch what {
	case "date of birth":
		g.addBirth(text, g.bornBefore)
	case "NHS number", "National Insurance number", "postcode", "passport number", "bank account":
		g.addNumber(what, joined(text))
	case "phone number":
		g.addPhones(what, text)
	case "reference code":
		g.addCode(what, text)
	case "address", "e-mail address", "room":
		g.addTexts(what, text)
	default:
		g.keepParts(text)
		g.addName(what, text)
	}
}

// keepParts remembers the words of a name as they count in free text.
func (g *Gate) keepParts(name string) {
	for _, w := range wordsOf(name) {
		if utf8.RuneCountInString(w.key) > 2 && !w.digit && !titles[w.key] {
			g.parts[w.key] = true
		}
	}
}

// Search lists what stands in a text, in order of kind. A text that somebody allowed
// excuses a name only where all of it stands there, word behind word.
func (g *Gate) Search(text string) []Found {
	return (&search{gate: g, words: wordsOf(text), found: make(map[string]*Found)}).all()
}

// SearchBeside lists what stands in a text that was laid out, of which a file holds other
// texts before and after it. A name that somebody allowed may be spread over them: the
// label of a chart breaks it over two lines, among the lines of its neighbours. Whoever
// asks so must have searched the words before they were laid out.
func (g *Gate) SearchBeside(before, text, after string) []Found {
	return (&search{gate: g, words: wordsOf(text), loose: true, left: before, right: after, found: make(map[string]*Found)}).all()
}

// all lists everything that stands in the words.
func (s *search) all() []Found {
	for s.at < len(s.words) {
		s.allow()
		n := max(1, s.name(), s.number(), s.birth())
		s.at += n
	}
	var out []Found
	for _, f := range s.found {
		out = append(out, *f)
	}
	slices.SortFunc(out, func(a, b Found) int { return strings.Compare(a.What, b.What) })
	return out
}

// Safe tells whether a free text names nobody, not even by one part of a name. It
// would rather refuse a harmless text than let a name through.
func (g *Gate) Safe(text string) bool {
	for _, w := range wordsOf(text) {
		if (w.capital || !unicode.IsLetter(rune(w.key[0]))) && (g.parts[w.key] || g.parts[w.bare()]) {
			return false
		}
	}
	return len(g.Search(text)) == 0
}

// Sure tells whether a text holds more than one name alone that very many bear. A
// text that is to be printed and does is refused; one that is only not safe may be
// left out.
func (g *Gate) Sure(text string) (what string, sure bool) {
	for _, f := range g.Search(text) {
		if f.Sure {
			return f.What, true
		}
	}
	for _, what := range g.Shaped(text) {
		return what, true
	}
	return "", false
}
