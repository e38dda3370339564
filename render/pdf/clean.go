package pdf

import (
	"reflect"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"evidencepack/render/chart"
)

// cleaned gives a copy of a part of the page in which every text can be drawn. All
// text passes here and nowhere else. Accents that stand apart from their letters
// are joined; control characters and marks that turn the writing direction go; a
// letter that the fonts lack becomes a question mark, so that its loss is seen.
func cleaned[T any](part T) T {
	return cleanedValue(reflect.ValueOf(part)).Interface().(T)
}

// tidied is cleaned, but for a pen whose page was cleaned before it was given.
func tidied[T any](p *pen, part T) T {
	if p.clean {
		return part
	}
	return cleaned(part)
}

func cleanedValue(v reflect.Value) reflect.Value {
	fresh := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.String:
		fresh.SetString(cleanText(v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			fresh.Field(i).Set(cleanedValue(v.Field(i)))
		}
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		fresh.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			fresh.Index(i).Set(cleanedValue(v.Index(i)))
		}
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		fresh.Set(reflect.New(v.Type().Elem()))
		fresh.Elem().Set(cleanedValue(v.Elem()))
	default:
		return v
	}
	return fresh
}

// likely are letters that the fonts lack and that have a plain twin.
var likely = map[rune]string{
	'→': "->", '←': "<-", '‑': "-", '‒': "–", '\u202f': "\u00a0", '\u2009': " ", '\u2003': " ", '\u2002': " ",
	'✓': "yes", '✔': "yes", '●': "•", '▪': "•", '″': "\"", 'ﬁ': "fi", 'ﬂ': "fl",
}

// plain says whether a text has only letters of ASCII and single spaces between them, as
// most have, so that nothing is to be cleaned.
func plain(text string) bool {
	before := byte(' ')
	for i := range len(text) {
		if letter := text[i]; letter < ' ' || letter > '~' || letter == ' ' && before == ' ' {
			return false
		}
		before = text[i]
	}
	return text == "" || before != ' '
}

// doubled are runs of plain spaces. One is enough, and lines are broken at single ones.
var doubled = regexp.MustCompile(` {2,}`)

func cleanText(text string) string {
	if plain(text) {
		return text
	}
	var out strings.Builder
	for _, letter := range norm.NFC.String(strings.ToValidUTF8(text, "?")) {
		switch {
		case letter == '\n' || letter == '\r' || letter == '\t':
			out.WriteByte(' ')
		case unicode.IsControl(letter) || unicode.Is(unicode.Cf, letter):
		case chart.HasLetter(letter):
			out.WriteRune(letter)
		default:
			twin, known := likely[letter]
			if !known {
				twin = "?"
			}
			out.WriteString(twin)
		}
	}
	return strings.TrimSpace(doubled.ReplaceAllString(out.String(), " "))
}
