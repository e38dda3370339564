package markup

import (
	"strings"

	"golang.org/x/net/html"
)

// longestHead is how much of a page is looked at for the character set.
const longestHead = 1 << 14

// Charset gives the character set that the head of a web page or of an XML file
// declares, in small letters; "" if it declares none.
func Charset(head []byte) string {
	text := string(head[:min(len(head), longestHead)])
	if declared, found := strings.CutPrefix(strings.TrimLeft(strings.TrimPrefix(text, "\uFEFF"), " \t\r\n"), "<?xml"); found {
		declared, _, _ = strings.Cut(declared, "?>")
		if _, value, found := strings.Cut(declared, "encoding"); found {
			value, _ = strings.CutPrefix(strings.TrimLeft(value, " \t\r\n"), "=")
			return label(value)
		}
	}
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			if name, more := z.TagName(); string(name) == "meta" && more {
				if declared := metaCharset(z); declared != "" {
					return declared
				}
			}
		}
	}
}

// metaCharset reads the character set of a meta element: charset="…", or
// content="text/html; charset=…".
func metaCharset(z *html.Tokenizer) string {
	declared, equivalent, content := "", "", ""
	for more := true; more; {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "charset":
			declared = label(string(value))
		case "http-equiv":
			equivalent = strings.ToLower(strings.TrimSpace(string(value)))
		case "content":
			content = strings.ToLower(string(value))
		}
	}
	if declared == "" && equivalent == "content-type" {
		_, after, _ := strings.Cut(content, "charset=")
		declared = label(after)
	}
	return declared
}

// label takes the blanks and quotes off a name, and what stands behind it.
func label(value string) string {
	value = strings.Trim(value, " \t\r\n\"'")
	if end := strings.IndexAny(value, "\"' ;\t\r\n"); end >= 0 {
		value = value[:end]
	}
	return strings.ToLower(value)
}
