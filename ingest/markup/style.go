package markup

import (
	"strconv"
	"strings"
)

// style is what a style sheet says that matters to a table.
type style struct {
	hidden bool
	format string // Excel's number format, in small letters
}

// styles are the styles of a page by class, in small letters.
type styles map[string]style

// mostStyles is how many classes of a page are kept.
const mostStyles = 10_000

// add reads a style sheet. Only plain classes count; what holds on paper or on
// small screens only does not.
func (known styles) add(sheet string) {
	sheet = strings.ToLower(sheet)
	for len(known) < mostStyles {
		open := strings.IndexByte(sheet, '{')
		if open < 0 {
			return
		}
		selector := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(sheet[:open]), "<!--"))
		end := closing(sheet, open)
		body := sheet[open+1 : end]
		sheet = sheet[min(end+1, len(sheet)):]
		s := styleOf(body)
		if s == (style{}) || strings.HasPrefix(selector, "@") {
			continue
		}
		for part := range strings.SplitSeq(selector, ",") {
			_, class, found := strings.Cut(strings.TrimSpace(part), ".")
			if found && class != "" && !strings.ContainsAny(class, " .:>+~[#\t\r\n") {
				known[class] = s
			}
		}
	}
}

// closing gives the place of the brace that closes the one at a place.
func closing(sheet string, open int) int {
	depth := 0
	for i := open; i < len(sheet); i++ {
		switch sheet[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(sheet)
}

// styleOf reads the declarations of one style, in small letters.
func styleOf(body string) style {
	var s style
	for body != "" {
		var declaration string
		declaration, body = cutDeclaration(body)
		name, value, _ := strings.Cut(declaration, ":")
		switch strings.TrimSpace(name) {
		case "display":
			s.hidden = strings.HasPrefix(strings.TrimSpace(value), "none")
		case "mso-number-format":
			s.format = plainFormat(strings.TrimSpace(value))
		}
	}
	return s
}

// cutDeclaration cuts the first declaration off, at a semicolon that stands in no quotes.
func cutDeclaration(body string) (declaration, rest string) {
	var quote byte
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == ';':
			return body[:i], body[i+1:]
		}
	}
	return body, ""
}

// plainFormat takes the quotes and the escapes of a style sheet off a number format.
func plainFormat(value string) string {
	if len(value) > 1 && (value[0] == '"' || value[0] == '\'') && value[len(value)-1] == value[0] {
		value = value[1 : len(value)-1]
	}
	if !strings.Contains(value, `\`) {
		return value
	}
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] != '\\' || i+1 == len(value) {
			b.WriteByte(value[i])
			continue
		}
		if end := i + 5; end <= len(value) { // Excel writes four digits, whatever follows
			if code, err := strconv.ParseUint(value[i+1:end], 16, 16); err == nil {
				b.WriteRune(rune(code))
				i = end - 1
				continue
			}
		}
		i++
		b.WriteByte(value[i])
	}
	return b.String()
}
