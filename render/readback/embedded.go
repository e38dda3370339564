package readback

import (
	"bytes"
	"encoding/base64"
	"errors"
	"net/url"
	"strings"
	"unicode/utf8"
)

var errTooDeep = errors.New("files stand too deep inside each other")

// embedded reads the addresses of the form data: in a text, which are their own content,
// and gives the text without them. Fonts and plain pictures are taken out; texts, data and drawings are read;
// anything else is an error, since it cannot be searched.
func (r *reader) embedded(place, text string, deep int) (string, error) {
	if indexFold(text, "data:") < 0 {
		return text, nil
	}
	if deep > 5 {
		return "", errTooDeep
	}
	var out strings.Builder
	done, from := 0, 0 // how much is written or read, and where the next one may start
	for {
		next := indexFold(text[from:], "data:")
		if next < 0 {
			out.WriteString(text[done:])
			return out.String(), nil
		}
		at := from + next
		kind, content, end, err := dataAddress(text, at)
		if err != nil {
			return "", err
		}
		if end == 0 {
			from = at + len("data:")
			continue
		}
		out.WriteString(text[done:at])
		done, from = end, end
		if r.room -= len(content); r.room < 0 {
			return "", errTooMuch
		}
		if err := r.embeddedFile(place+", embedded file", kind, content, deep+1); err != nil {
			return "", err
		}
	}
}

// embeddedFile reads the content of an address by its kind.
func (r *reader) embeddedFile(place, kind string, content []byte, deep int) error {
	switch kind {
	case "font/woff2", "font/woff", "font/ttf", "font/otf":
		if !isFont(content) {
			return errPicture
		}
		return nil
	case "image/png":
		if plainPNG(content) {
			return nil
		}
	case "image/svg+xml", "text/html", "text/xml", "application/xml", "application/xhtml+xml":
		return r.markedUp(place+": ", content, deep)
	case "application/json":
		return r.values(place+": ", content, deep)
	case "text/plain", "text/css", "text/csv", "text/javascript", "application/javascript":
		if utf8.Valid(content) {
			r.give(place, unescapeScript(unescapeStyle(string(content))))
			return nil
		}
	}
	return errPicture
}

// isFont tells by its first bytes whether a file is a font.
func isFont(content []byte) bool {
	for _, mark := range []string{"wOF2", "wOFF", "OTTO", "\x00\x01\x00\x00"} {
		if bytes.HasPrefix(content, []byte(mark)) {
			return true
		}
	}
	return false
}

// broadKinds are the first halves of the names of kinds of files.
var broadKinds = wordsOf("application audio font image message model multipart text video")

var errAddress = errors.New("an address that is its own content is not whole")

// dataAddress takes an address apart that starts at the given place with data: and gives
// the kind of its content, the content and where the address ends; 0 where it is none.
func dataAddress(text string, at int) (kind string, content []byte, end int, err error) {
	length := strings.IndexByte(text[at:min(len(text), at+200)], ',')
	if length < 0 || strings.ContainsAny(text[at:at+length], " \t\r\n<>(){}[]|\\\"'`") {
		return "", nil, 0, nil
	}
	parameters := strings.Split(strings.ToLower(text[at+len("data:"):at+length]), ";")
	kind = parameters[0]
	if kind == "" {
		kind = "text/plain"
	}
	broad, _, _ := strings.Cut(kind, "/")
	if !broadKinds[broad] {
		return "", nil, 0, nil
	}
	start := at + length + 1
	end = start + endOfAddress(text, at, start)
	body, err := url.PathUnescape(text[start:end])
	if err != nil {
		return "", nil, 0, errAddress
	}
	if parameters[len(parameters)-1] != "base64" {
		return kind, []byte(body), end, nil
	}
	content, err = base64.RawStdEncoding.DecodeString(strings.TrimRight(body, "="))
	if err != nil {
		return "", nil, 0, errAddress
	}
	return kind, content, end, nil
}

// endOfAddress gives how long the body of an address is: to the end of the text where
// the address is all of it, to the quote where one stands in front of it, else to the
// first sign that no address can hold.
func endOfAddress(text string, at, start int) int {
	ends := "\"'`()<>\n\r\t "
	switch {
	case at == 0:
		return len(text) - start
	case strings.IndexByte("\"'`", text[at-1]) >= 0:
		ends = text[at-1 : at]
	}
	if end := strings.IndexAny(text[start:], ends); end >= 0 {
		return end
	}
	return len(text) - start
}

// indexFold looks for a word of small letters that ends in a colon, in any case.
func indexFold(text, word string) int {
	for at := 0; ; at++ {
		next := strings.IndexByte(text[at:], ':')
		if next < 0 {
			return -1
		}
		at += next
		if start := at + 1 - len(word); start >= 0 && strings.EqualFold(text[start:at+1], word) {
			return start
		}
	}
}
