package readback

import (
	"strconv"
	"strings"
)

// cell is what is known of the cell that is being read.
type cell struct {
	place  string
	kind   string // the attribute t
	look   int
	inside bool
}

// layoutTags are the tags of a sheet whose attributes say where and how big things are
// and nothing else. Their values must be numbers, true, false or places of cells.
var layoutTags = map[string]bool{"c": true, "row": true, "col": true, "mergeCell": true}

// sheet reads one sheet.
func (b *book) sheet(place string, content []byte) error {
	x, err := newXMLReader(content)
	if err != nil {
		return err
	}
	p := &partTexts{place: place, met: map[string]bool{}}
	var c cell
	for {
		kind, err := x.next()
		if err != nil {
			return err
		}
		switch {
		case kind == xmlEnd:
			b.give(place+", settings", p.settings.String())
			return nil
		case kind == xmlOpen && layoutTags[x.local]:
			b.layout(x, p)
			if x.local == "c" {
				c = cell{place: place + ", cell " + x.value("r"), kind: x.value("t"), inside: true}
				c.look, _ = strconv.Atoi(x.value("s"))
				p.place = c.place
			}
		case kind == xmlClose && c.inside && x.local == "v":
			if err := b.stored(c, p); err != nil {
				return err
			}
		case kind == xmlClose && x.local == "c":
			b.flush(p)
			p.place, c = place, cell{}
		case kind == xmlClose && (strings.HasSuffix(x.local, "Header") || strings.HasSuffix(x.local, "Footer")):
			b.furniture(place+", "+x.local, p)
		default:
			b.general(x, kind, p)
		}
	}
}

// layout keeps the attributes of a tag that is only about the layout, where they are
// anything else.
func (b *book) layout(x *xmlReader, p *partTexts) {
	b.noteNames(x)
	for _, a := range x.attributes {
		if !plainLayout(a.value) {
			p.setting(a.value)
		}
	}
}

// plainLayout tells whether a value is a number, true, false, the place of a cell or of
// a range, or one of the kinds of a cell.
func plainLayout(value string) bool {
	switch value {
	case "true", "false", "b", "e", "n", "s", "str", "inlineStr", "d":
		return true
	}
	letters, digits := 0, 0
	for i := range len(value) {
		switch c := value[i]; {
		case 'A' <= c && c <= 'Z':
			if letters++; letters > 3 {
				return false
			}
		case '0' <= c && c <= '9' || c == '.':
			letters, digits = 0, digits+1
		case c != ':' || digits == 0:
			return false
		}
	}
	return digits > 0 && len(value) <= 20
}

// stored gives the value of a cell: the text that it shares, or what stands in it.
func (b *book) stored(c cell, p *partTexts) error {
	text := strings.TrimSpace(p.words.String())
	p.words.Reset()
	if c.kind == "s" {
		number, err := strconv.Atoi(text)
		if err != nil || number < 0 || number >= len(b.strings) {
			return errMarkup
		}
		text, b.shown[number] = b.strings[number], true
	} else {
		text = decodeX(text)
	}
	b.give(c.place, text)
	if c.kind == "" || c.kind == "n" {
		b.give(c.place, b.day(text, c.look))
	}
	return nil
}

// furniture gives the text of the head or foot of the printed sheets, as it stands and
// without the codes in it.
func (b *book) furniture(place string, p *partTexts) {
	text := decodeX(p.words.String())
	p.words.Reset()
	b.give(place, text)
	if plain := withoutCodes(text); plain != text {
		b.give(place, plain)
	}
}

// withoutCodes takes the codes out of a head or foot: &L, &8, &"Arial,Bold", &K46545F.
func withoutCodes(text string) string {
	var out strings.Builder
	for {
		before, rest, there := strings.Cut(text, "&")
		out.WriteString(before)
		if !there || rest == "" {
			return out.String()
		}
		length := 1
		switch c := rest[0]; {
		case c == '&':
			out.WriteByte('&')
		case c == '"':
			length = 2 + strings.IndexByte(rest[1:]+"\"", '"')
		case c == 'K':
			length = 7
		case '0' <= c && c <= '9':
			length = len(rest) - len(strings.TrimLeft(rest, "0123456789"))
		case strings.IndexByte("LCR", c) >= 0:
			out.WriteByte('\n')
		}
		text = rest[min(length, len(rest)):]
	}
}
