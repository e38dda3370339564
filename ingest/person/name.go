package person

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"evidencepack/ingest/cell"
)

// NameKey is the form in which names are compared: first names before the
// surname, lower case, without titles, notes in brackets or between stars,
// apostrophes and hyphens. Two names of one key are written for the same name;
// they need not be the same person. Nothing written gives "".
func NameKey(written string) string {
	text := norm.NFC.String(cell.Clean(written))
	if bare := withoutNotes(text); cell.Key(bare) != "" {
		text = bare
	}
	if before, after, comma := strings.Cut(text, ","); comma {
		text = aroundComma(before, after)
	}
	words := withoutTitles(strings.Fields(text))
	if n := surnamesInFront(words); n > 0 {
		words = append(append([]string{}, words[n:]...), words[:n]...)
	}
	return cell.Key(strings.Join(words, " "))
}

// withoutNotes takes out what stands in brackets or between stars, and a last
// word after a dash that says that somebody left.
func withoutNotes(text string) string {
	var out strings.Builder
	depth, starred := 0, false
	for _, r := range text {
		switch r {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth = max(0, depth-1)
		case '*':
			starred = !starred && strings.Count(text, "*") > 1
		default:
			if depth == 0 && !starred {
				out.WriteRune(r)
				continue
			}
		}
		out.WriteByte(' ')
	}
	name := cell.Clean(out.String())
	if at := strings.LastIndexAny(name, "-–—"); at > 0 && noteWords[cell.Key(name[at:])] {
		name = name[:at]
	}
	return name
}

// noteWords stand behind a name and are no part of it.
var noteWords = map[string]bool{
	"left": true, "deceased": true, "rip": true, "died": true, "moved": true, "discharged": true, "archived": true,
	"closed": true, "inactive": true, "hospital": true, "in hospital": true, "respite": true, "former": true,
}

// aroundComma turns "Smith, John" into "John Smith". What follows a comma and is
// a note or holds a number ("John Smith, Flat 3") is no first name.
func aroundComma(before, after string) string {
	after, _, _ = strings.Cut(after, ",")
	first := strings.Join(withoutTitles(strings.Fields(after)), " ")
	if first == "" || noteWords[cell.Key(first)] || strings.ContainsFunc(first, unicode.IsDigit) {
		return before
	}
	return first + " " + strings.Join(withoutTitles(strings.Fields(before)), " ")
}

// titles stand before a name.
var titles = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "miss": true, "mx": true, "master": true, "dr": true, "doctor": true,
	"rev": true, "reverend": true, "sir": true, "dame": true, "lady": true, "lord": true, "prof": true, "professor": true,
}

// withoutTitles drops titles in front, unless nothing would be left.
func withoutTitles(words []string) []string {
	for len(words) > 1 && titles[cell.Key(words[0])] {
		words = words[1:]
	}
	if len(words) == 1 && titles[cell.Key(words[0])] {
		return nil
	}
	return words
}

// surnamesInFront counts surnames in capitals before first names that are not,
// as in "SMITH John". Two capitals alone may be initials.
func surnamesInFront(words []string) int {
	n := 0
	for n < len(words) && capitals(words[n]) {
		n++
	}
	if n == len(words) || n > 0 && len([]rune(words[0])) < 3 {
		return 0
	}
	for _, w := range words[n:] {
		if capitals(w) {
			return 0
		}
	}
	return n
}

// capitals tells whether every letter of a word is a capital, and there are two at least.
func capitals(word string) bool {
	letters := 0
	for _, r := range word {
		if unicode.IsLetter(r) {
			if letters++; !unicode.IsUpper(r) {
				return false
			}
		}
	}
	return letters > 1
}

// weak tells whether a text is no name and no id that could stand for one person
// by itself: initials ("JS", "J. Smith"), or a room ("Rm 4").
func weak(written string) bool {
	words := strings.Fields(NameKey(written))
	if len(words) == 2 && rooms[words[0]] && strings.ContainsFunc(words[1], unicode.IsDigit) {
		return true
	}
	full, single := 0, false
	for _, w := range words {
		if strings.ContainsFunc(w, notLatin) {
			return false
		}
		if utf8.RuneCountInString(w) == 1 {
			single = true
		} else {
			full++
		}
	}
	if single {
		return full < 2
	}
	letters := 0
	if len(words) == 1 {
		letters = utf8.RuneCountInString(words[0])
	}
	return letters == 1 || letters == 2 || letters == 3 && capitals(cell.Clean(written))
}

// notLatin tells whether a sign is no letter of ours: digits are part of an id, and
// in other scripts two signs are a whole name.
func notLatin(r rune) bool { return !unicode.Is(unicode.Latin, r) }

// rooms are words for the place where somebody lives, before its number.
var rooms = map[string]bool{
	"rm": true, "room": true, "flat": true, "bed": true, "apartment": true, "apt": true, "bedroom": true, "bay": true,
	"bungalow": true, "suite": true,
}

// roomNumber reads a room written in one word: Rm4.
func roomNumber(key string) bool {
	for word := range rooms {
		rest, there := strings.CutPrefix(key, word)
		if rest = strings.TrimSpace(rest); there && rest != "" && rest[0] >= '0' && rest[0] <= '9' && len(rest) < 5 {
			return true
		}
	}
	return false
}

// share tells whether two keys of names have a word in common, other than an initial.
func share(a, b string) bool {
	for w := range strings.FieldsSeq(a) {
		if len(w) < 2 {
			continue
		}
		for v := range strings.FieldsSeq(b) {
			if v == w {
				return true
			}
		}
	}
	return false
}
