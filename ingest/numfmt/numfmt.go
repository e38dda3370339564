// Package numfmt tells from the number format of a workbook's cell what its
// number stands for: a date, a percentage, or digits with zeros in front.
package numfmt

import "strings"

// Kind is what a number format makes of a number.
type Kind struct {
	Date    bool // it shows a date, a time or a length of time
	Percent bool // it shows per cent: 0.873 stands for 87.3%
	Zeros   int  // it shows whole numbers with at least so many digits; 0 where it does not ask for any
}

// mostZeros bounds the zeros that a format may ask for: a code has no more characters.
const mostZeros = 255

// Of reads a number format. A custom one is read by its code, of which the first
// section counts: it is the one for positive numbers. A built-in one is known by
// its number alone (ECMA-376 part 1, 18.8.30; those from 67 on are of Thai versions); a number without a meaning there
// gives the empty kind.
func Of(id int, code string, custom bool) Kind {
	if custom {
		return read(code)
	}
	switch {
	case id >= 14 && id <= 22, id >= 27 && id <= 36, id >= 45 && id <= 47, id >= 50 && id <= 58, id >= 71 && id <= 81:
		return Kind{Date: true}
	case id == 9, id == 10, id == 67, id == 68:
		return Kind{Percent: true}
	}
	return Kind{}
}

// read reads the first section of a code.
func read(code string) Kind {
	var k Kind
	var bare strings.Builder
	shown := false // something stands in it that is shown as it is
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '\\', '_', '*': // the next character is shown, or sets a width, or fills
			i++
			shown = true
		case '"':
			i += span(code[i+1:], '"')
			shown = true
		case '[':
			length := span(code[i+1:], ']')
			k.Date = k.Date || elapsed(strings.TrimSuffix(code[i+1:i+1+length], "]"))
			i += length
		case ';':
			return k.finish(bare.String(), shown)
		default:
			bare.WriteByte(c)
		}
	}
	return k.finish(bare.String(), shown)
}

// span is how many bytes follow up to and with a closing mark, or to the end.
func span(s string, mark byte) int {
	if end := strings.IndexByte(s, mark); end >= 0 {
		return end + 1
	}
	return len(s)
}

// elapsed tells whether brackets hold hours, minutes or seconds that count past
// their day, as in [h]:mm, and not a colour, a language or a condition.
func elapsed(inside string) bool {
	inside = strings.ToLower(inside)
	return inside != "" && (strings.Trim(inside, "h") == "" || strings.Trim(inside, "m") == "" || strings.Trim(inside, "s") == "")
}

// finish decides by what is left of a section without quotes and brackets.
func (k Kind) finish(bare string, shown bool) Kind {
	bare = strings.ToLower(bare)
	switch bare {
	case "general", "standard": // the second is how German and Nordic Excel write it
		return k
	}
	k.Date = k.Date || strings.ContainsAny(bare, "ymdhs")
	k.Percent = !k.Date && strings.Contains(bare, "%")
	if !shown && !k.Date && strings.Trim(bare, "0") == "" {
		k.Zeros = min(len(bare), mostZeros)
	}
	return k
}
