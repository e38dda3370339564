package readback

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// unescapeScript resolves the escapes of JavaScript and JSON in a text: \n, \x41, \u0041,
// \u{1f600}, pairs of \u that stand for one letter, and a line that is continued. What
// is no escape stays as it stands.
func unescapeScript(text string) string {
	first := strings.IndexByte(text, '\\')
	if first < 0 {
		return text
	}
	var out strings.Builder
	out.Grow(len(text))
	for first >= 0 && first+1 < len(text) {
		out.WriteString(text[:first])
		letter, length := scriptEscape(text[first:])
		if letter >= 0 {
			out.WriteRune(letter)
		}
		text = text[first+length:]
		first = strings.IndexByte(text, '\\')
	}
	out.WriteString(text)
	return out.String()
}

// plainEscapes are the letters behind a \ that stand for a sign without a picture.
var plainEscapes = map[byte]rune{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f', 'v': '\v', '\n': -1}

// scriptEscape reads the escape at the start of a text of at least two bytes: the
// letter, or -1 for none, and how long it is.
func scriptEscape(text string) (rune, int) {
	if letter, plain := plainEscapes[text[1]]; plain {
		return letter, 2
	}
	switch text[1] {
	case 'x':
		if letter, ok := hexadecimal(text, 2, 4); ok {
			return letter, 4
		}
	case 'u':
		if length := strings.IndexByte(text[:min(len(text), 12)], '}'); length > 3 && text[2] == '{' {
			if letter, ok := hexadecimal(text, 3, length); ok {
				return letter, length + 1
			}
		}
		letter, ok := hexadecimal(text, 2, 6)
		if !ok {
			break
		}
		if !utf16.IsSurrogate(letter) {
			return letter, 6
		}
		if second, ok := hexadecimal(text, 8, 12); ok && text[6:8] == `\u` {
			if pair := utf16.DecodeRune(letter, second); pair != utf8.RuneError {
				return pair, 12
			}
		}
		return utf8.RuneError, 6
	}
	letter, length := utf8.DecodeRuneInString(text[1:])
	return letter, 1 + length
}

// hexadecimal reads text[from:to] as the number of a letter.
func hexadecimal(text string, from, to int) (rune, bool) {
	if to > len(text) {
		return 0, false
	}
	number, err := strconv.ParseUint(text[from:to], 16, 32)
	return rune(number), err == nil && number <= utf8.MaxRune
}

// unescapeStyle resolves the escapes of a style sheet: a \ with up to six digits and
// one blank behind them, or with any other sign.
func unescapeStyle(text string) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	var out strings.Builder
	out.Grow(len(text))
	for at := 0; at < len(text); {
		if text[at] != '\\' || at+1 == len(text) {
			out.WriteByte(text[at])
			at++
			continue
		}
		digits := at + 1
		for digits < len(text) && digits < at+7 && strings.IndexByte("0123456789abcdefABCDEF", text[digits]) >= 0 {
			digits++
		}
		letter, ok := hexadecimal(text, at+1, digits)
		if !ok {
			if text[at+1] != '\n' {
				out.WriteByte(text[at+1])
			}
			at += 2
			continue
		}
		out.WriteRune(letter)
		at = digits
		if at < len(text) && strings.IndexByte(" \t\n\r\f", text[at]) >= 0 {
			at++
		}
	}
	return out.String()
}
