package cell

import (
	"html"
	"strings"
)

// Plain turns a note in HTML into plain text: tags go, entities become their
// signs, and the ends of paragraphs and table cells become line ends and blanks. A
// text without tags comes back as it is, "<5" and "a < b" as well.
func Plain(text string) string {
	if !strings.ContainsAny(text, "<&_") {
		return text
	}
	text = strings.ReplaceAll(text, "_x000D_", "")
	var b strings.Builder
	b.Grow(len(text))
	for {
		open := strings.IndexByte(text, '<')
		if open < 0 {
			break
		}
		b.WriteString(text[:open])
		text = text[open:]
		length, name := tag(text)
		if length == 0 {
			b.WriteByte('<')
			text = text[1:]
			continue
		}
		text = text[length:]
		if name == "script" || name == "style" || name == "head" {
			text = behind(text, "</"+name)
		}
		b.WriteString(tagGaps[strings.TrimPrefix(name, "/")])
	}
	b.WriteString(text)
	return strings.ReplaceAll(html.UnescapeString(b.String()), "\u00a0", " ")
}

// tagGaps are what stands between texts where a tag stood.
var tagGaps = map[string]string{
	"p": "\n", "br": "\n", "div": "\n", "li": "\n", "ul": "\n", "ol": "\n", "tr": "\n", "table": "\n", "h1": "\n", "h2": "\n", "h3": "\n", "h4": "\n", "hr": "\n",
	"td": " ", "th": " ",
}

// tag measures the tag or comment that a text begins with and gives its name in
// lower case. No tag: 0.
func tag(s string) (length int, name string) {
	if strings.HasPrefix(s, "<!--") {
		if end := strings.Index(s, "-->"); end > 0 {
			return end + 3, ""
		}
		return 0, ""
	}
	from := 1
	if strings.HasPrefix(s, "</") || strings.HasPrefix(s, "<!") {
		from = 2
	}
	end := from
	for end < len(s) && (s[end] >= 'a' && s[end] <= 'z' || s[end] >= 'A' && s[end] <= 'Z' || end > from && (s[end] >= '0' && s[end] <= '9' || s[end] == ':')) {
		end++
	}
	name = strings.ToLower(s[from:end])
	if !tagNames[name] || end == len(s) || !strings.ContainsRune(" >/\n\r\t", rune(s[end])) {
		return 0, "" // <5, <redacted>, <name not known>
	}
	if from == 2 {
		name = s[1:2] + name // a closing tag is no opening one
	}
	quote := byte(0)
	for i := end; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '<':
			return 0, ""
		case c == '>':
			return i + 1, name
		}
	}
	return 0, ""
}

// behind gives what stands behind the closing tag of an element whose text is not meant to be read.
func behind(text, closing string) string {
	at := strings.Index(text, closing)
	if upper := strings.Index(text, strings.ToUpper(closing)); at < 0 || (upper >= 0 && upper < at) {
		at = upper
	}
	if at < 0 {
		return text
	}
	if end := strings.IndexByte(text[at:], '>'); end >= 0 {
		return text[at+end+1:]
	}
	return ""
}

// tagNames are the tags that notes hold. What stands between other angle brackets is text.
var tagNames = func() map[string]bool {
	names := make(map[string]bool)
	for name := range strings.FieldsSeq("a abbr article b big blockquote body br caption center code col colgroup dd del div dl dt em font footer form h1 h2 h3 h4 h5 h6 head header hr html i img input ins label li link meta o:p ol p pre s script section small span strike strong style sub sup table tbody td tfoot th thead title tr tt u ul w:p wbr doctype") {
		names[name] = true
	}
	return names
}()
