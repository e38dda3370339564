package disclose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is one run of letters and digits of a text: in small letters, without
// accents, apostrophes and signs that nobody sees. Siân is sian, O’Brien is obrien.
type word struct {
	key     string
	base    int  // length of the key without 's, or of the whole key
	gap     gap  // what stands between it and the word before
	capital bool // its first letter is a capital
	upper   bool // it has no small letter
	digits  bool // it is all digits
	digit   bool // a digit is in it
}

// bare is the word without 's.
func (w word) bare() string { return w.key[:w.base] }

// gap is what stands between two words: kinds of signs, and how many.
type gap struct {
	signs sign
	many  int
}

type sign uint16

// The signs that tell what belongs together.
const (
	blank sign = 1 << iota
	lineEnd
	hyphen
	comma
	dot
	slash
	under
	at
	round // ( ) and +
	other
)

// only tells whether a gap holds none but some signs, and at most so many.
func (g gap) only(may sign, most int) bool { return g.signs&^may == 0 && g.many <= most }

// wordsOf cuts a text into its words.
func wordsOf(text string) []word {
	words := make([]word, 0, len(text)/4+4)
	keys := make([]byte, 0, len(text)+8)
	var ends []int
	at, now := gap{}, scan{text: text}
	for now.at < len(text) {
		if r, size := now.next(); !now.letter(r) {
			now.at += size
			if !unseen(r) {
				at.signs |= signOf(r)
				at.many++
			}
			continue
		}
		var w word
		w, keys = now.word(keys)
		w.gap = at
		words, ends, at = append(words, w), append(ends, len(keys)), gap{}
	}
	all, from := string(keys), 0
	for i := range words {
		words[i].key = all[from:ends[i]]
		from = ends[i]
	}
	return words
}

// scan is where in a text we are.
type scan struct {
	text string
	at   int
}

func (s *scan) next() (rune, int) {
	if c := s.text[s.at]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.text[s.at:])
}

func (s *scan) letter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// word reads one word and appends its key to the keys.
func (s *scan) word(keys []byte) (word, []byte) {
	first, apostrophe := len(keys), -1
	w := word{upper: true, digits: true}
	for s.at < len(s.text) {
		r, size := s.next()
		switch {
		case s.letter(r):
			w.see(r, len(keys) == first)
			keys = fold(keys, r)
		case unseen(r):
		case isApostrophe(r) && s.at+size < len(s.text) && s.letterAfter(size):
			apostrophe = len(keys)
		default:
			w.base = baseOf(keys[first:], apostrophe-first)
			return w, keys
		}
		s.at += size
	}
	w.base = baseOf(keys[first:], apostrophe-first)
	return w, keys
}

func (s *scan) letterAfter(size int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[s.at+size:])
	return s.letter(r)
}

// see takes one sign of a word in.
func (w *word) see(r rune, first bool) {
	number := unicode.IsDigit(r)
	if first {
		w.capital = unicode.IsUpper(r)
	}
	w.digit = w.digit || number
	w.digits = w.digits && number
	w.upper = w.upper && !unicode.IsLower(r)
}

// baseOf is the length of a key without a final s that stands behind an apostrophe.
func baseOf(key []byte, apostrophe int) int {
	if apostrophe > 0 && apostrophe == len(key)-1 && key[apostrophe] == 's' {
		return apostrophe
	}
	return len(key)
}

// fold appends a letter or digit in its plain form.
func fold(keys []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(keys, byte(r))
	}
	r = unicode.ToLower(r)
	if plain, known := plainLetters[r]; known {
		return append(keys, plain...)
	}
	for _, part := range norm.NFKD.String(string(r)) {
		if !unicode.Is(unicode.Mn, part) {
			keys = utf8.AppendRune(keys, unicode.ToLower(part))
		}
	}
	return keys
}

// plainLetters are letters that Unicode does not take apart.
var plainLetters = map[rune]string{
	'ß': "ss", 'ø': "o", 'ł': "l", 'æ': "ae", 'œ': "oe", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i", 'ħ': "h", 'ŋ': "n",
}

// unseen tells whether a sign is none that anybody sees: a soft hyphen, a space of
// no width, a mark on a letter.
func unseen(r rune) bool {
	return r >= 0xAD && (unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Mn, r))
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`' }

func signOf(r rune) sign {
	switch r {
	case '\n', '\r', '\u2028', '\u2029', '\f', '\v':
		return lineEnd
	case '-', '\u2010', '\u2011', '\u2012', '–', '—', '−':
		return hyphen
	case ',':
		return comma
	case '.':
		return dot
	case '/', '\\':
		return slash
	case '_':
		return under
	case '@':
		return at
	case '(', ')', '+':
		return round
	}
	if unicode.IsSpace(r) {
		return blank
	}
	return other
}

// keysOf are the keys of the words of a text.
func keysOf(text string) []string {
	var keys []string
	for _, w := range wordsOf(text) {
		keys = append(keys, w.key)
	}
	return keys
}

// joined is a text as its letters and digits alone.
func joined(text string) string { return strings.Join(keysOf(text), "") }
