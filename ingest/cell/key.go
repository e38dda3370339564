package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What becomes of a sign in a key.
const (
	kept    = iota // as it is, in lower case
	parts          // a blank
	dropped        // nothing at all
	and            // the word "and"
)

// Key is the form in which words and headings are compared: lower case, marks
// of punctuation gone, dashes, slashes and underscores as spaces, & as "and".
// Wide letters, ligatures and letters with a loose accent become the usual ones.
// Ticks and faces stay.
func Key(s string) string {
	s = Clean(s)
	if isKey(s) {
		return s
	}
	if key, plain := plainKey(s); plain {
		return key
	}
	return slowKey(s)
}

// slowKey is Key of a clean text with any letters.
func slowKey(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) {
		s = norm.NFKC.String(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		what := fate(r)
		if what == parts {
			gap = true
		}
		if what == parts || what == dropped {
			continue
		}
		if (gap || what == and) && b.Len() > 0 {
			b.WriteByte(' ')
		}
		if gap = what == and; gap {
			b.WriteString("and")
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// isKey tells whether Key would change nothing in a clean text: most words of
// most exports are looked up again and again.
func isKey(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != ' ' {
			return false
		}
	}
	return true
}

// fates are those of the letters of ASCII, of which nearly all texts are made.
var fates = func() (list [utf8.RuneSelf]uint8) {
	for r := range list {
		list[r] = uint8(fate(rune(r)))
	}
	return list
}()

// plainKey is Key of a clean text that has no other letters than those of ASCII.
func plainKey(s string) (key string, plain bool) {
	var room [64]byte
	out, gap := room[:0], false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return "", false
		}
		switch fates[c] {
		case kept:
			if gap && len(out) > 0 {
				out = append(out, ' ')
			}
			gap = false
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			out = append(out, c)
		case parts:
			gap = true
		case and:
			if len(out) > 0 {
				out = append(out, ' ')
			}
			out, gap = append(out, "and"...), true
		}
	}
	return string(out), true
}

func fate(r rune) int {
	switch {
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9':
		return kept
	case r == '&':
		return and
	case strings.ContainsRune("'’‘.*?!\"", r):
		return dropped
	case strings.ContainsRune("+%<>=#", r) || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.So, r):
		return kept
	}
	return parts
}
