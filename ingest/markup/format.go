package markup

import "strings"

// namedFormats are the number formats that have a name instead of a pattern, in
// small letters: true for those of dates and times.
var namedFormats = map[string]bool{
	"general date": true, "long date": true, "medium date": true, "short date": true,
	"long time": true, "medium time": true, "short time": true,
	"general": false, "general number": false, "currency": false, "euro currency": false,
	"fixed": false, "standard": false, "percent": false, "scientific": false,
	"yes/no": false, "true/false": false, "on/off": false,
}

// dateFormat tells whether a number format shows dates or times.
func dateFormat(format string) bool {
	format = strings.ToLower(strings.TrimSpace(format))
	if date, named := namedFormats[format]; named {
		return date
	}
	return strings.ContainsAny(pattern(format), "ymdhs")
}

// percentFormat tells whether a number format shows per cent.
func percentFormat(format string) bool {
	format = strings.ToLower(strings.TrimSpace(format))
	return format == "percent" || strings.Contains(pattern(format), "%")
}

// pattern leaves out of a format in small letters what is text, colour, language
// or currency. Hours, minutes and seconds in brackets stay: [h]:mm counts on past
// one day.
func pattern(format string) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		switch c := format[i]; c {
		case '\\', '_', '*':
			i++
		case '"':
			end := strings.IndexByte(format[i+1:], '"')
			if end < 0 {
				return b.String()
			}
			i += end + 1
		case '[':
			end := strings.IndexByte(format[i:], ']')
			if end < 0 {
				return b.String()
			}
			if inside := format[i+1 : i+end]; inside != "" && strings.Trim(inside, inside[:1]) == "" && strings.Contains("hms", inside[:1]) {
				b.WriteString(inside)
			}
			i += end
		default:
			b.WriteByte(c)
		}
	}
	return strings.ReplaceAll(b.String(), "general", "")
}
