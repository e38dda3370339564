package xlsx

import "strings"

// look is what the number format of a style says of a number.
type look struct {
	date    bool // dates or times
	percent bool
	zeros   uint8 // a format of nothing but so many zeros, which people see as part of an id
}

// longestZeros is the most zeros that a number is filled up with; Excel keeps 15 digits.
const longestZeros = 15

// styles reads the look of each cell format, in their order.
func (p *pack) styles(part string) ([]look, error) {
	custom := make(map[int]look)
	var formats []int
	err := p.read(part, "styleSheet", func(s *scanner) error {
		return s.each(func(name []byte) error {
			switch string(name) {
			case "numFmts":
				return s.each(func([]byte) error {
					if id := s.number("numFmtId"); id >= 0 {
						custom[id] = written(s.attr("formatCode"))
					}
					return tooMany(len(custom))
				})
			case "cellXfs":
				return s.each(func(name []byte) error {
					if string(name) == "xf" {
						formats = append(formats, s.number("numFmtId"))
					}
					return tooMany(len(formats))
				})
			}
			return nil
		})
	})
	looks := make([]look, len(formats))
	for i, id := range formats {
		own, stated := custom[id]
		if !stated {
			own = builtIn(id)
		}
		looks[i] = own
	}
	return looks, err
}

// builtIn gives the look of the number formats that have a number and no text
// (ECMA-376 part 1, 18.8.30); those from 71 on are the dates of Thai versions.
func builtIn(id int) look {
	switch {
	case id >= 14 && id <= 22, id >= 27 && id <= 36, id >= 45 && id <= 47, id >= 50 && id <= 58, id >= 71 && id <= 81:
		return look{date: true}
	case id == 9, id == 10, id == 67, id == 68:
		return look{percent: true}
	}
	return look{}
}

// written gives the look of a number format by its letters.
func written(format string) look {
	bare, elapsed := bareFormat(format)
	first, _, _ := strings.Cut(bare, ";")
	if n := len(first); n >= 2 && n <= longestZeros && strings.Trim(first, "0") == "" {
		return look{zeros: uint8(n)}
	}
	for _, name := range []string{"general", "standard"} {
		bare = strings.ReplaceAll(bare, name, "")
	}
	l := look{date: elapsed || strings.ContainsAny(bare, "ymdhs")}
	l.percent = !l.date && strings.Contains(bare, "%")
	return l
}

// bareFormat cuts from a number format what is shown as it stands: texts in
// quotes, characters after \ _ and *, and what stands in brackets: colours,
// conditions, currencies, languages. Only [h], [m] and [s], which show how much
// time has gone by, are worth more: elapsed tells of them.
func bareFormat(format string) (bare string, elapsed bool) {
	var out, inside strings.Builder
	quoted, bracket, literal := false, false, false
	for _, r := range strings.ToLower(format) {
		switch {
		case literal:
			literal = false
			out.WriteByte('x')
		case quoted:
			quoted = r != '"'
		case bracket:
			if r != ']' {
				inside.WriteRune(r)
				continue
			}
			bracket = false
			text := inside.String()
			elapsed = elapsed || text != "" && (strings.Trim(text, "h") == "" || strings.Trim(text, "m") == "" || strings.Trim(text, "s") == "")
		case r == '\\' || r == '_' || r == '*':
			literal = true
		case r == '"':
			quoted = true
			out.WriteByte('x')
		case r == '[':
			bracket = true
			inside.Reset()
		default:
			out.WriteRune(r)
		}
	}
	return out.String(), elapsed
}
