package readback

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

var errMarkup = errors.New("its XML is not whole, or not written as we write it")

// xmlKind is what a token of an XML text is.
type xmlKind int

const (
	xmlEnd  xmlKind = iota // of the whole text
	xmlOpen                // <name …> or <name …/>
	xmlClose
	xmlText
	xmlAside // a comment or an instruction
)

// xmlAttribute is one attribute, its value without escapes.
type xmlAttribute struct{ name, value string }

// xmlReader takes an XML text apart. A document type is an error: it could change what
// the text says. Names keep their prefix in tag and lose it in local.
type xmlReader struct {
	text       string
	at         int
	local      string         // of the tag that was read last
	attributes []xmlAttribute // of the tag that was read last; used again for the next
	content    string         // of the text or aside that was read last
	open       []string       // names that are open
	single     bool           // the tag that was read last closes itself
}

// newXMLReader begins to read a part. It must be UTF-8.
func newXMLReader(part []byte) (*xmlReader, error) {
	if !utf8.Valid(part) {
		return nil, errMarkup
	}
	return &xmlReader{text: strings.TrimPrefix(string(part), "\ufeff")}, nil
}

// next reads one token. A tag that closes itself comes as two.
func (x *xmlReader) next() (xmlKind, error) {
	if x.single {
		x.single = false
		x.open = x.open[:len(x.open)-1]
		return xmlClose, nil
	}
	rest := x.text[x.at:]
	switch {
	case rest == "":
		if len(x.open) > 0 {
			return 0, errMarkup
		}
		return xmlEnd, nil
	case rest[0] != '<':
		return x.plain(rest)
	case strings.HasPrefix(rest, "<!--"):
		return x.aside(rest, "<!--", "-->", xmlAside)
	case strings.HasPrefix(rest, "<?"):
		return x.aside(rest, "<?", "?>", xmlAside)
	case strings.HasPrefix(rest, "<![CDATA["):
		return x.aside(rest, "<![CDATA[", "]]>", xmlText)
	case strings.HasPrefix(rest, "<!"):
		return 0, errMarkup
	case strings.HasPrefix(rest, "</"):
		return x.close(rest)
	}
	return x.tag()
}

func (x *xmlReader) plain(rest string) (xmlKind, error) {
	end := strings.IndexByte(rest, '<')
	if end < 0 {
		end = len(rest)
	}
	var err error
	x.at += end
	x.content, err = resolved(rest[:end])
	return xmlText, err
}

func (x *xmlReader) aside(rest, before, behind string, kind xmlKind) (xmlKind, error) {
	end := strings.Index(rest[len(before):], behind)
	if end < 0 {
		return 0, errMarkup
	}
	x.content = rest[len(before) : len(before)+end]
	x.at += len(before) + end + len(behind)
	return kind, nil
}

func (x *xmlReader) close(rest string) (xmlKind, error) {
	end := strings.IndexByte(rest, '>')
	if end < 0 || len(x.open) == 0 || strings.TrimRight(rest[2:end], " \t\r\n") != x.open[len(x.open)-1] {
		return 0, errMarkup
	}
	x.local = withoutPrefix(x.open[len(x.open)-1])
	x.open = x.open[:len(x.open)-1]
	x.at += end + 1
	return xmlClose, nil
}

// tag reads a name and its attributes.
func (x *xmlReader) tag() (xmlKind, error) {
	x.at++
	name := x.name()
	if name == "" || len(x.open) >= maxDeep {
		return 0, errMarkup
	}
	x.local, x.attributes = withoutPrefix(name), x.attributes[:0]
	x.open = append(x.open, name)
	for {
		blank := x.blank()
		switch {
		case strings.HasPrefix(x.text[x.at:], "/>"):
			x.at += 2
			x.single = true
			return xmlOpen, nil
		case strings.HasPrefix(x.text[x.at:], ">"):
			x.at++
			return xmlOpen, nil
		case !blank:
			return 0, errMarkup
		}
		if err := x.attribute(); err != nil {
			return 0, err
		}
	}
}

// blank passes blanks and tells whether there were any.
func (x *xmlReader) blank() bool {
	start := x.at
	for x.at < len(x.text) && strings.IndexByte(" \t\r\n", x.text[x.at]) >= 0 {
		x.at++
	}
	return x.at > start
}

func (x *xmlReader) name() string {
	start := x.at
	for x.at < len(x.text) && strings.IndexByte(" \t\r\n=/<>\"'&", x.text[x.at]) < 0 {
		x.at++
	}
	return x.text[start:x.at]
}

func (x *xmlReader) attribute() error {
	name := x.name()
	x.blank()
	if name == "" || !strings.HasPrefix(x.text[x.at:], "=") {
		return errMarkup
	}
	x.at++
	x.blank()
	if x.at >= len(x.text) || x.text[x.at] != '"' && x.text[x.at] != '\'' {
		return errMarkup
	}
	end := strings.IndexByte(x.text[x.at+1:], x.text[x.at])
	if end < 0 {
		return errMarkup
	}
	value, err := resolved(x.text[x.at+1 : x.at+1+end])
	x.at += end + 2
	x.attributes = append(x.attributes, xmlAttribute{name, value})
	return err
}

// value gives the value of an attribute of the tag that was read last, or "".
func (x *xmlReader) value(name string) string {
	for _, a := range x.attributes {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

func withoutPrefix(name string) string {
	_, local, prefixed := strings.Cut(name, ":")
	if prefixed {
		return local
	}
	return name
}

// entities are the names that XML itself gives to signs.
var entities = map[string]string{"amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"}

// resolved replaces &amp; and &#38; by what they stand for.
func resolved(text string) (string, error) {
	if strings.IndexByte(text, '&') < 0 {
		return text, nil
	}
	var out strings.Builder
	for {
		before, rest, there := strings.Cut(text, "&")
		out.WriteString(before)
		if !there {
			return out.String(), nil
		}
		name, behind, whole := strings.Cut(rest, ";")
		if !whole {
			return "", errMarkup
		}
		letters, err := entity(name)
		if err != nil {
			return "", err
		}
		out.WriteString(letters)
		text = behind
	}
}

func entity(name string) (string, error) {
	if sign, known := entities[name]; known {
		return sign, nil
	}
	digits, numbered := strings.CutPrefix(name, "#")
	base := 10
	if hexadecimal, is := strings.CutPrefix(digits, "x"); is {
		digits, base = hexadecimal, 16
	}
	number, err := strconv.ParseUint(digits, base, 32)
	if err != nil || !numbered || number == 0 || number > utf8.MaxRune {
		return "", errMarkup
	}
	return string(rune(number)), nil
}
