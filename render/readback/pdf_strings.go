package readback

import (
	"errors"
	"unicode/utf8"
)

var errPDFString = errors.New("a text of it is no whole text")

// pdfLetters are the codes of PDFDocEncoding (ISO 32000-1, annex D.3) that are not the
// number of their letter; 0 has no letter.
var pdfLetters = map[byte]rune{
	0x18: '˘', 0x19: 'ˇ', 0x1a: 'ˆ', 0x1b: '˙', 0x1c: '˝', 0x1d: '˛', 0x1e: '˚', 0x1f: '˜',
	0x7f: 0, 0x80: '•', 0x81: '†', 0x82: '‡', 0x83: '…', 0x84: '—', 0x85: '–', 0x86: 'ƒ', 0x87: '⁄',
	0x88: '‹', 0x89: '›', 0x8a: '−', 0x8b: '‰', 0x8c: '„', 0x8d: '“', 0x8e: '”', 0x8f: '‘',
	0x90: '’', 0x91: '‚', 0x92: '™', 0x93: 'ﬁ', 0x94: 'ﬂ', 0x95: 'Ł', 0x96: 'Œ', 0x97: 'Š',
	0x98: 'Ÿ', 0x99: 'Ž', 0x9a: 'ı', 0x9b: 'ł', 0x9c: 'œ', 0x9d: 'š', 0x9e: 'ž', 0x9f: 0, 0xa0: '€', 0xad: 0,
}

// text gives the letters of a string outside the pages: UTF-16 or UTF-8 where its mark
// says so, else PDFDocEncoding. A string that is none of them is an error.
func (s pdfString) text() (string, error) {
	switch {
	case len(s) >= 2 && s[:2] == "\xfe\xff":
		return utf16Text(string(s[2:]))
	case len(s) >= 3 && s[:3] == "\xef\xbb\xbf":
		if !utf8.ValidString(string(s)) {
			return "", errPDFString
		}
		return string(s[3:]), nil
	}
	out := make([]rune, 0, len(s))
	for i := range len(s) {
		letter, special := pdfLetters[s[i]]
		if !special {
			letter = rune(s[i])
		}
		if special && letter == 0 {
			return "", errPDFString
		}
		out = append(out, letter)
	}
	return string(out), nil
}

// utf16Text reads big-endian UTF-16.
func utf16Text(s string) (string, error) {
	if len(s)%2 != 0 {
		return "", errPDFString
	}
	var out []byte
	var err error
	high := uint16(0)
	for i := 0; i < len(s); i += 2 {
		if out, high, err = appendUnit(out, high, uint16(s[i])<<8|uint16(s[i+1])); err != nil {
			return "", errPDFString
		}
	}
	if high != 0 {
		return "", errPDFString
	}
	return string(out), nil
}
