package readback

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

var errPDFFont = errors.New("a font of it does not say which letters its codes stand for")

// pdfFont says what the codes of a font mean. Its codes are two bytes long.
type pdfFont struct {
	letters [1 << 16]uint16     // the UTF-16 unit of a code
	mapped  [1 << 16]bool       // whether the code stands for anything
	longer  map[uint16][]uint16 // codes that stand for several units, such as ligatures
	width   [1 << 16]float32    // in thousandths of the size
	streams map[int]bool        // the objects that hold its maps and its shapes
	filled  int                 // codes that ranges have set, so that a small file makes no endless work
}

// pdfFont reads a font. Ours have two-byte codes and a map from codes to letters;
// any other kind is an error.
func (r *reader) pdfFont(f *pdfFile, d pdfDict) (*pdfFont, error) {
	below := f.list(d.get("DescendantFonts"))
	letters := f.object(d.get("ToUnicode"))
	if d.get("Subtype") != pdfName("Type0") || d.get("Encoding") != pdfName("Identity-H") ||
		len(below) != 1 || letters == nil || letters.stream == nil {
		return nil, errPDFFont
	}
	font := &pdfFont{longer: map[uint16][]uint16{}, streams: map[int]bool{letters.number: true}}
	text, err := r.unpacked(letters)
	if err != nil {
		return nil, err
	}
	if err := font.readLetters(text); err != nil {
		return nil, err
	}
	descendant := f.dict(below[0])
	if err := font.readWidths(f, descendant); err != nil {
		return nil, err
	}
	return font, r.fontStreams(f, font, descendant)
}

// fontStreams makes sure that the other streams of a font are what they should be: a
// map of two bytes for each code, and a TrueType font. Neither is searched.
func (r *reader) fontStreams(f *pdfFile, font *pdfFont, descendant pdfDict) error {
	if shapes := f.object(descendant.get("CIDToGIDMap")); shapes != nil {
		content, err := r.unpacked(shapes)
		if err != nil {
			return err
		}
		if len(content)%2 != 0 || len(content) > 2<<16 {
			return errPDFFont
		}
		font.streams[shapes.number] = true
	}
	if program := f.object(f.dict(descendant.get("FontDescriptor")).get("FontFile2")); program != nil {
		content, err := r.unpacked(program)
		if err != nil {
			return err
		}
		if !bytes.HasPrefix(content, []byte{0, 1, 0, 0}) {
			return errPDFFont
		}
		font.streams[program.number] = true
	}
	return nil
}

// readLetters reads the map from codes to letters. What is in it that we do not know is
// an error, apart from its head, which names it.
func (font *pdfFont) readLetters(text []byte) error {
	p := &pdfReader{data: text}
	var before []any // what stood in front of a keyword
	for !p.ended() {
		v, err := p.value(0)
		if err != nil {
			return errPDFFont
		}
		word, isWord := v.(pdfWord)
		if !isWord {
			if before = append(before, v); len(before) > 3<<16 {
				return errPDFFont
			}
			continue
		}
		switch word {
		case "endbfchar":
			err = font.chars(before)
		case "endbfrange":
			err = font.ranges(before)
		case "endcodespacerange":
			if len(before) != 2 || before[0] != pdfString("\x00\x00") || before[1] != pdfString("\xff\xff") {
				err = errPDFFont
			}
		case "usecmap", "begincidchar", "begincidrange", "beginnotdefchar", "beginnotdefrange":
			err = errPDFFont
		}
		if err != nil {
			return err
		}
		before = before[:0]
	}
	return nil
}

// code reads a two-byte code.
func code(v any) (int, bool) {
	s, ok := v.(pdfString)
	if !ok || len(s) != 2 {
		return 0, false
	}
	return int(s[0])<<8 | int(s[1]), true
}

// set says which letters a code stands for, given as UTF-16.
func (font *pdfFont) set(code int, v any) error {
	s, ok := v.(pdfString)
	if !ok || len(s) < 2 || len(s)%2 != 0 || len(s) > 64 {
		return errPDFFont
	}
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	font.mapped[code] = true
	font.letters[code] = units[0]
	delete(font.longer, uint16(code))
	if len(units) > 1 {
		font.longer[uint16(code)] = units
	}
	return nil
}

// chars reads pairs of a code and its letters.
func (font *pdfFont) chars(pairs []any) error {
	if len(pairs)%2 != 0 {
		return errPDFFont
	}
	for i := 0; i < len(pairs); i += 2 {
		at, ok := code(pairs[i])
		if !ok {
			return errPDFFont
		}
		if err := font.set(at, pairs[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// ranges reads a first and a last code and what they stand for: the letter of the first
// one, from which the others count on, or a list with the letters of each. Our own
// font library writes one range for all codes: a code is the number of its letter.
func (font *pdfFont) ranges(triples []any) error {
	if len(triples)%3 != 0 || len(triples) > 3*1000 {
		return errPDFFont
	}
	for i := 0; i < len(triples); i += 3 {
		first, ok1 := code(triples[i])
		last, ok2 := code(triples[i+1])
		if !ok1 || !ok2 || last < first {
			return errPDFFont
		}
		if each, isList := triples[i+2].(pdfList); isList {
			if len(each) != last-first+1 {
				return errPDFFont
			}
			for j, v := range each {
				if err := font.set(first+j, v); err != nil {
					return err
				}
			}
			continue
		}
		letter, ok := code(triples[i+2])
		if font.filled += last - first + 1; !ok || letter+last-first > 0xffff || font.filled > 1<<20 {
			return errPDFFont
		}
		for at := first; at <= last; at++ {
			font.mapped[at], font.letters[at] = true, uint16(letter+at-first)
			delete(font.longer, uint16(at))
		}
	}
	return nil
}

// readWidths reads how wide the letters are: "32 [260 267]" or "48 57 572".
func (font *pdfFont) readWidths(f *pdfFile, d pdfDict) error {
	usual := 1000.0
	if v, there := f.resolved(d.get("DW")).(float64); there {
		usual = v
	}
	for i := range font.width {
		font.width[i] = float32(usual)
	}
	list, filled := f.list(d.get("W")), 0
	for i := 0; i+1 < len(list); {
		first, ok := list[i].(float64)
		if !ok || first < 0 || first > 0xffff {
			return errPDFFont
		}
		if each, isList := list[i+1].(pdfList); isList {
			for j, v := range each {
				wide, ok := v.(float64)
				if at := int(first) + j; ok && at < len(font.width) {
					font.width[at] = float32(wide)
				}
			}
			i += 2
			continue
		}
		if i+2 >= len(list) {
			return errPDFFont
		}
		last, ok1 := list[i+1].(float64)
		wide, ok2 := list[i+2].(float64)
		if filled += int(last - first); !ok1 || !ok2 || last < first || last > 0xffff || filled > 1<<20 {
			return errPDFFont
		}
		for at := int(first); at <= int(last); at++ {
			font.width[at] = float32(wide)
		}
		i += 3
	}
	return nil
}

// decode gives the letters of a shown string and their widths together, in thousandths
// of the size.
func (font *pdfFont) decode(shown pdfString) (text []byte, width float64, err error) {
	if len(shown)%2 != 0 {
		return nil, 0, errPDFFont
	}
	text = make([]byte, 0, len(shown)/2+8)
	high := uint16(0) // the first half of a pair that stands for one letter
	for i := 0; i < len(shown); i += 2 {
		at := uint16(shown[i])<<8 | uint16(shown[i+1])
		if !font.mapped[at] {
			return nil, 0, errPDFFont
		}
		width += float64(font.width[at])
		units, several := font.longer[at]
		if !several {
			units = font.letters[at : int(at)+1]
		}
		for _, unit := range units {
			if text, high, err = appendUnit(text, high, unit); err != nil {
				return nil, 0, err
			}
		}
	}
	if high != 0 {
		return nil, 0, fmt.Errorf("half a letter stands alone: %w", errPDFFont)
	}
	return text, width, nil
}

// appendUnit adds a UTF-16 unit to a text. High is the first half of a pair whose second
// half must come next, or 0.
func appendUnit(text []byte, high, unit uint16) ([]byte, uint16, error) {
	switch {
	case high != 0:
		letter := utf16.DecodeRune(rune(high), rune(unit))
		if letter == utf8.RuneError {
			return nil, 0, errPDFFont
		}
		return utf8.AppendRune(text, letter), 0, nil
	case utf16.IsSurrogate(rune(unit)):
		if unit >= 0xdc00 {
			return nil, 0, errPDFFont
		}
		return text, unit, nil
	}
	return utf8.AppendRune(text, rune(unit)), 0, nil
}
