package xlsx

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// class sorts the bytes that matter for the form of a text and of a name.
var class = func() (table [256]uint8) {
	for c := range table {
		switch {
		case c < 0x20 && c != '\t' && c != '\n' && c != '\r':
			table[c] = isControl
		case c == '<':
			table[c] = isTag
		case c == '&':
			table[c] = isReference
		case c >= utf8.RuneSelf:
			table[c] = isWide
		case c == '\r':
			table[c] = isReturn
		}
	}
	return table
}()

// Classes of bytes; 0 is a plain character.
const (
	isTag = 1 + iota
	isControl
	isReference
	isWide
	isReturn
)

// nameEnd holds the bytes that end a name.
var nameEnd = func() (table [256]bool) {
	for _, c := range []byte(" \t\r\n=/><\"'&?!;#") {
		table[c] = true
	}
	for c := range 0x20 {
		table[c] = true
	}
	return table
}()

// sound tells whether a text holds whole characters, and none that markup may not hold.
func sound(text []byte) bool {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if class[c] == isControl {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 || r == '\uFFFE' || r == '\uFFFF' {
			return false
		}
		i += size
	}
	return true
}

// referencesSound tells whether each & begins one of the five names or a number.
func referencesSound(text []byte) bool {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return true
		}
		_, size := reference(text[i:])
		if size == 0 {
			return false
		}
		text = text[i+size:]
	}
}

// reference reads what begins with &; size 0 means that it is not well formed.
func reference(text []byte) (r rune, size int) {
	end := bytes.IndexByte(text[:min(len(text), 12)], ';')
	if end < 2 {
		return 0, 0
	}
	name := string(text[1:end])
	switch name {
	case "amp":
		return '&', end + 1
	case "lt":
		return '<', end + 1
	case "gt":
		return '>', end + 1
	case "quot":
		return '"', end + 1
	case "apos":
		return '\'', end + 1
	}
	if name[0] != '#' {
		return 0, 0
	}
	base, digits := 10, name[1:]
	if digits != "" && digits[0] == 'x' {
		base, digits = 16, digits[1:]
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) || n < 0x20 && n != '\t' && n != '\n' && n != '\r' {
		return 0, 0
	}
	return rune(n), end + 1
}

// appendText adds a text of the markup to another, its references resolved and
// its line ends made \n, as markup has it. The text must be well formed.
func appendText(to, text []byte, plain bool) []byte {
	for len(text) > 0 {
		i := bytes.IndexAny(text, "&\r")
		if i < 0 {
			break
		}
		to = append(to, text[:i]...)
		text = text[i:]
		switch {
		case text[0] == '\r':
			to = append(to, '\n')
			text = bytes.TrimPrefix(text[1:], []byte("\n"))
		case plain:
			to = append(to, '&')
			text = text[1:]
		default:
			r, size := reference(text)
			to = utf8.AppendRune(to, r)
			text = text[max(size, 1):]
		}
	}
	return append(to, text...)
}

// settle puts a text of a cell, from a place on, into its final form: _xHHHH_
// stands for a character (_x005F_ for the low line that would begin one), and
// every line end becomes \n.
func settle(to []byte, from int) []byte {
	text := to[from:]
	if bytes.Contains(text, []byte("_x")) {
		to = append(to[:from], unescape(text)...)
		text = to[from:]
	}
	if bytes.IndexByte(text, '\r') < 0 {
		return to
	}
	kept := text[:0]
	for i, c := range text {
		switch {
		case c != '\r':
			kept = append(kept, c)
		case i+1 == len(text) || text[i+1] != '\n':
			kept = append(kept, '\n')
		}
	}
	return to[:from+len(kept)]
}

// unescape resolves _xHHHH_. Two halves of a pair make one character; a lone half
// becomes the replacement character.
func unescape(text []byte) []byte {
	out := make([]byte, 0, len(text))
	for len(text) > 0 {
		unit, found := escaped(text)
		if !found {
			i := max(bytes.IndexByte(text[1:], '_')+1, 1)
			if bytes.IndexByte(text[1:], '_') < 0 {
				i = len(text)
			}
			out = append(out, text[:i]...)
			text = text[i:]
			continue
		}
		text = text[escapeLength:]
		if second, pair := escaped(text); utf16.IsSurrogate(unit) && pair && utf16.DecodeRune(unit, second) != utf8.RuneError {
			unit = utf16.DecodeRune(unit, second)
			text = text[escapeLength:]
		}
		out = utf8.AppendRune(out, unit)
	}
	return out
}

const escapeLength = len("_x000D_")

// escaped reads _xHHHH_ at the start of a text.
func escaped(text []byte) (unit rune, found bool) {
	if len(text) < escapeLength || text[0] != '_' || text[1] != 'x' || text[escapeLength-1] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(text[2:escapeLength-1]), 16, 16)
	return rune(n), err == nil
}
