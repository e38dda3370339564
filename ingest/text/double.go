package text

import (
	"iter"
	"strings"
	"unicode/utf8"

	"evidencepack/ingest/grid"
)

// upperWestern is what the bytes 0x80 to 0x9F mean in Windows-1252. The five that
// mean nothing stand for themselves.
var upperWestern = [32]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8D, 'Ž', 0x8F,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9D, 'ž', 'Ÿ',
}

// western gives the character of a byte in Windows-1252.
func western(c byte) rune {
	if c >= 0x80 && c < 0xA0 {
		return upperWestern[c-0x80]
	}
	return rune(c)
}

// westernByte gives the byte of a character in Windows-1252; a control character
// of Latin-1 counts as the byte that it was made from.
func westernByte(r rune) (byte, bool) {
	if r < 0x100 {
		return byte(r), true
	}
	for i, w := range upperWestern {
		if w == r {
			return byte(0x80 + i), true
		}
	}
	return 0, false
}

// mayBeDouble tells whether a text holds a pair of characters that a double
// encoding leaves, or a control character of Latin-1. Most texts hold neither,
// and then their values need not be looked at.
func mayBeDouble(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		switch {
		case s[i] == 0xC2 && s[i+1] < 0xA0:
			return true
		case s[i] == 0xC3 && s[i+1] >= 0x82 && s[i+1] <= 0xB4:
			r, _ := utf8.DecodeRuneInString(s[i+2:])
			if b, is := westernByte(r); is && b >= 0x80 && b < 0xC0 {
				return true
			}
		}
	}
	return false
}

// countDouble counts the characters that putRight puts right.
func countDouble(rows iter.Seq[grid.Row]) int {
	n := 0
	for r := range rows {
		for _, c := range r.Cells {
			_, right := single(c.Text)
			n += right
		}
	}
	return n
}

// putRight walks the same rows with their values put right.
func putRight(rows iter.Seq[grid.Row]) iter.Seq[grid.Row] {
	return func(yield func(grid.Row) bool) {
		for r := range rows {
			for i, c := range r.Cells {
				r.Cells[i].Text, _ = single(c.Text)
			}
			if !yield(r) {
				return
			}
		}
	}
}

// mostEncodings is how many times a value may have been encoded too often.
const mostEncodings = 3

// single undoes a double encoding of a value, when the value as a whole is one,
// and tells how many characters that put right. A single control character of
// Latin-1 is no text: it is the character of Windows-1252 with its number.
func single(s string) (string, int) {
	if !mayBeDouble(s) {
		return s, 0
	}
	right := 0
	for range mostEncodings {
		once, n := undo(s)
		if n == 0 {
			break
		}
		s, right = once, n
	}
	if right > 0 {
		return s, right
	}
	s = strings.Map(func(r rune) rune {
		if r >= 0x80 && r < 0xA0 && upperWestern[r-0x80] != r {
			right++
			return upperWestern[r-0x80]
		}
		return r
	}, s)
	return s, right
}

// undo takes the bytes of a value in Windows-1252 as UTF-8. Sequences of two bytes
// count only for Latin letters and signs: others happen in French and German capitals.
func undo(s string) (string, int) {
	out := make([]byte, 0, len(s))
	for _, r := range s {
		b, is := westernByte(r)
		if !is {
			return s, 0
		}
		out = append(out, b)
	}
	right := 0
	for i := 0; i < len(out); {
		r, size := utf8.DecodeRune(out[i:])
		if size == 1 && r == utf8.RuneError || size == 2 && (r < 0xA0 || r > 0x17F) {
			return s, 0
		}
		if size > 1 {
			right++
		}
		i += size
	}
	return string(out), right
}
