package sniff

import "strings"

// Names of the first element of a text with tags, in small letters. The parts of
// a page may stand in the cells of a text file too, so they settle nothing alone.
var (
	pageElements = wordSet("html head body table thead tbody meta title style script frameset link base caption colgroup")
	pageParts    = wordSet("a abbr article aside b blockquote br button center code dd del details div dl dt em fieldset figure font footer form h1 h2 h3 h4 h5 h6 header hr i img input ins label li main mark nav ol option p pre s section select small span strike strong sub sup svg td th tr tt u ul")
)

func wordSet(list string) map[string]bool {
	set := make(map[string]bool)
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// markupKind says what a text is that begins with <, "" if it is only a text. It
// wants the beginning and the end without blanks around.
func markupKind(head, tail string) string {
	root, tag, declared, excel := prologue(head)
	lower := strings.ToLower(root)
	_, local, prefixed := strings.Cut(root, ":")
	if !prefixed {
		local = root
	}
	switch {
	case pageElements[lower]:
		return HTML
	case local == "Workbook" && (excel || strings.Contains(tag, "urn:schemas-microsoft-com:office:spreadsheet")):
		return SpreadsheetML
	case lower == "office:document":
		if strings.Contains(head, "opendocument.spreadsheet") || strings.Contains(head, "office:spreadsheet") {
			return FODS
		}
		return XML
	case declared:
		return XML
	case root == "":
		return ""
	case pageParts[lower]:
		if at := strings.Index(strings.ToLower(head), "<table"); at >= 0 && !delimited(head[:at]) {
			return HTML
		}
		return ""
	case strings.Contains(tag, "xmlns"), strings.HasSuffix(tail, "</"+root+">"), strings.HasSuffix(tag, "/>") && tail == tag:
		return XML
	}
	return ""
}

// delimited tells whether tags stand in the values of a text file: a delimiter
// follows a tag or comes before one.
func delimited(text string) bool {
	for _, d := range []string{",", ";", "\t", "|"} {
		if strings.Contains(text, ">"+d) || strings.Contains(text, ">\""+d) || strings.Contains(text, d+"<") || strings.Contains(text, d+"\"<") {
			return true
		}
	}
	return false
}

// prologue reads what stands before the first element, and gives the name of that
// element with its whole tag. A page's own declaration counts as its element.
func prologue(head string) (root, tag string, declared, excel bool) {
	for {
		head = strings.TrimLeft(head, " \t\r\n\f\uFEFF")
		end := 0
		switch {
		case strings.HasPrefix(head, "<?"):
			if end = strings.Index(head, "?>") + len("?>"); end < len("?>") {
				return "", "", declared || strings.HasPrefix(head, "<?xml"), excel
			}
			declared = declared || strings.HasPrefix(head, "<?xml ")
			excel = excel || strings.Contains(head[:end], `progid="Excel.Sheet"`)
		case strings.HasPrefix(head, "<!--"):
			if end = strings.Index(head, "-->") + len("-->"); end < len("-->") {
				return "", "", declared, excel
			}
		case strings.HasPrefix(head, "<!"):
			words := strings.Fields(strings.ToLower(head[2:min(len(head), 200)]))
			if len(words) > 1 && words[0] == "doctype" {
				if strings.TrimRight(words[1], ">") == "html" {
					return "html", "", declared, excel
				}
				declared = true
			}
			if end = doctypeEnd(head); end == 0 {
				return "", "", declared, excel
			}
		case strings.HasPrefix(head, "<"):
			root, tag = element(head)
			return root, tag, declared, excel
		default:
			return "", "", declared, excel
		}
		head = head[end:]
	}
}

// doctypeEnd gives the place after a declaration; it may hold others in brackets.
// 0 if it does not end.
func doctypeEnd(head string) int {
	end := strings.IndexByte(head, '>') + 1
	if open := strings.IndexByte(head, '['); open >= 0 && open < end {
		closed := strings.Index(head, "]>") + len("]>")
		if closed < len("]>") {
			return 0
		}
		return closed
	}
	return end
}

// element gives the name of the element that a text begins with, and its tag.
func element(head string) (name, tag string) {
	end := 1
	for end < len(head) && strings.IndexByte(" \t\r\n/<>", head[end]) < 0 {
		end++
	}
	name = head[1:end]
	if name == "" || !letter(name[0]) || strings.ContainsAny(name, `,;|"'&=`) {
		return "", ""
	}
	closed := strings.IndexByte(head, '>')
	if closed < 0 {
		return name, head
	}
	return name, head[:closed+1]
}

func letter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80
}
