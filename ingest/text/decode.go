package text

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Decode turns the bytes of a text file into UTF-8 and names their encoding: ""
// for plain ASCII, utf-8, utf-8-bom, utf-16le, utf-16be, utf-32, windows-1252. The
// marks of byte order, zero bytes and control characters are dropped, but every
// tab and every line end stays. Broken bytes become U+FFFD in a text that is UTF-8
// apart from them. ok is false for bytes that are no text.
func Decode(text []byte) (decoded, encoding string, ok bool) {
	switch {
	case bytes.HasPrefix(text, []byte{0xFF, 0xFE, 0, 0}):
		return wide(text[4:], 4, binary.LittleEndian, "utf-32")
	case bytes.HasPrefix(text, []byte{0, 0, 0xFE, 0xFF}):
		return wide(text[4:], 4, binary.BigEndian, "utf-32")
	case bytes.HasPrefix(text, []byte{0xFF, 0xFE}):
		return wide(text[2:], 2, binary.LittleEndian, "utf-16le")
	case bytes.HasPrefix(text, []byte{0xFE, 0xFF}):
		return wide(text[2:], 2, binary.BigEndian, "utf-16be")
	}
	even, odd, pairs := zeros(text)
	switch {
	case pairs > 1 && odd > pairs*7/10 && even < pairs/10:
		return wide(text, 2, binary.LittleEndian, "utf-16le")
	case pairs > 1 && even > pairs*7/10 && odd < pairs/10:
		return wide(text, 2, binary.BigEndian, "utf-16be")
	}
	text, marked := bytes.CutPrefix(text, []byte(byteOrderMark))
	if isBinary(text) {
		return "", "", false
	}
	if !marked && isPlain(text) {
		return string(text), "", true
	}
	decoded, encoding = narrow(text)
	if marked && encoding != "windows-1252" {
		encoding = "utf-8-bom"
	}
	return tidy(decoded), encoding, true
}

const (
	byteOrderMark  = "\uFEFF"
	doubleMark     = "\u00EF\u00BB\u00BF" // the mark of byte order, encoded twice
	sampleBytes    = 4096                 // looked at in each place
	fewControls    = 2                    // control characters that even a tiny text may have
	controlsPerMil = 20                   // control characters that telephones and tablets may leave
)

// narrow decodes bytes of which ASCII is a part. Text in Windows-1252 hardly ever
// holds a pair of bytes that is UTF-8 by accident, so that a text with many good
// sequences for each broken byte is UTF-8.
func narrow(text []byte) (decoded, encoding string) {
	good, bad, cut := sequences(text)
	switch {
	case bad == 0 && good == 0:
		return string(text), ""
	case bad == 0:
		return string(text), "utf-8"
	case good > 0 && (bad == cut || good >= 4*bad):
		return strings.ToValidUTF8(string(text), "\uFFFD"), "utf-8"
	}
	var b strings.Builder
	b.Grow(len(text) + len(text)/8)
	for _, c := range text {
		b.WriteRune(western(c))
	}
	return b.String(), "windows-1252"
}

// sequences counts the sequences of several bytes that are good UTF-8, the bytes
// that are in none, and how many of these are a sequence cut off by the end.
func sequences(text []byte) (good, bad, cut int) {
	if utf8.Valid(text) {
		for _, c := range text {
			if c >= utf8.RuneSelf {
				return 1, 0, 0
			}
		}
		return 0, 0, 0
	}
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		switch {
		case r != utf8.RuneError || size > 1:
			good++
		case !utf8.FullRune(text[i:]):
			cut, bad, size = len(text)-i, bad+len(text)-i, len(text)-i
		default:
			bad++
		}
		i += size
	}
	return good, bad, cut
}

// wide decodes units of two or four bytes. What is left over at the end was cut off.
func wide(text []byte, unit int, order binary.ByteOrder, name string) (decoded, encoding string, ok bool) {
	out := make([]byte, 0, len(text)/unit+len(text)/8)
	broken := 0
	for i := 0; i+unit <= len(text); i += unit {
		var r rune
		if unit == 4 {
			r = rune(order.Uint32(text[i:]))
		} else if r = rune(order.Uint16(text[i:])); utf16.IsSurrogate(r) && i+4 <= len(text) {
			if pair := utf16.DecodeRune(r, rune(order.Uint16(text[i+2:]))); pair != utf8.RuneError {
				r, i = pair, i+2
			}
		}
		if !utf8.ValidRune(r) {
			broken++
		}
		out = utf8.AppendRune(out, r)
	}
	if isBinary(out) || broken*50 > len(out) {
		return "", "", false
	}
	return tidy(string(out)), name, true
}

// zeros counts zero bytes at even and at odd places of the first pairs of bytes.
func zeros(text []byte) (even, odd, pairs int) {
	pairs = min(len(text), sampleBytes) / 2
	for i, c := range text[:2*pairs] {
		if c == 0 && i%2 == 0 {
			even++
		} else if c == 0 {
			odd++
		}
	}
	return even, odd, pairs
}

// isBinary tells whether the beginning, the middle or the end hold more control
// characters than the few that telephones and tablets leave in notes. Zero bytes
// at the end are a file that was never written to its end.
func isBinary(text []byte) bool {
	if filled := bytes.TrimRight(text, "\x00"); len(filled) > 0 {
		text = filled
	}
	for _, from := range []int{0, len(text)/2 - sampleBytes/2, len(text) - sampleBytes} {
		from = max(from, 0)
		sample := text[from:min(len(text), from+sampleBytes)]
		controls := 0
		for _, c := range sample {
			if isControl(c) {
				controls++
			}
		}
		if controls > fewControls && controls*1000 > len(sample)*controlsPerMil {
			return true
		}
	}
	return false
}

// isControl tells whether a byte is a control character that is no white space.
func isControl(c byte) bool {
	return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' || c == 0x7F
}

// isPlain tells whether a text is ASCII without control characters, as most are.
// It looks at eight bytes at a time.
func isPlain(text []byte) bool {
	const ones = 0x0101010101010101
	for len(text) >= 8 {
		eight := binary.LittleEndian.Uint64(text)
		if eight&(0x80*ones) != 0 {
			return false
		}
		lowOrDelete := (eight - 0x20*ones) | ((eight ^ 0x7F*ones) - ones)
		if lowOrDelete&(0x80*ones) != 0 && slices.ContainsFunc(text[:8], isControl) {
			return false
		}
		text = text[8:]
	}
	return !slices.ContainsFunc(text, func(c byte) bool { return c >= utf8.RuneSelf || isControl(c) })
}

// tidy drops control characters and marks of byte order, which stand inside a
// file as well when files were put together.
func tidy(s string) string {
	s = strings.TrimPrefix(s, doubleMark)
	if strings.Contains(s, byteOrderMark) {
		s = strings.ReplaceAll(s, byteOrderMark, "")
	}
	for i := 0; i < len(s); i++ {
		if !isControl(s[i]) {
			continue
		}
		out := append(make([]byte, 0, len(s)), s[:i]...)
		for ; i < len(s); i++ {
			if !isControl(s[i]) {
				out = append(out, s[i])
			}
		}
		return string(out)
	}
	return s
}
