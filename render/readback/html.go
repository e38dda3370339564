package readback

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

var errForeignHTML = errors.New("it holds another page, a plug-in or a frame, which we never write")

// page gives every text of an HTML file.
func (r *reader) page(data []byte) error { return r.markedUp("", data, 1) }

// markedUp reads HTML or SVG; before stands in front of each place.
func (r *reader) markedUp(before string, data []byte, deep int) error {
	if !utf8.Valid(data) {
		return errors.New("it is no UTF-8 text")
	}
	h := &htmlReader{reader: r, tokens: html.NewTokenizer(bytes.NewReader(data)), before: before, line: 1, deep: deep,
		names: map[string]bool{}, met: map[string]bool{}}
	taken := 0
	for {
		kind := h.tokens.Next()
		if kind == html.ErrorToken {
			h.flush()
			h.give(h.place(h.line, "a tag without an end"), string(data[taken:]))
			h.give(before+"numbers of the drawings", h.numbers.String())
			if err := h.tokens.Err(); !errors.Is(err, io.EOF) {
				return errors.New("its HTML cannot be taken apart")
			}
			return nil
		}
		lines := bytes.Count(h.tokens.Raw(), []byte("\n"))
		taken += len(h.tokens.Raw())
		if err := h.token(kind); err != nil {
			return fmt.Errorf("%sline %d: %w", before, h.line, err)
		}
		h.line += lines
	}
}

// htmlReader walks through the tokens of a page.
type htmlReader struct {
	*reader
	tokens  *html.Tokenizer
	before  string
	line    int
	deep    int
	words   []byte          // text of the block that is being read
	began   int             // the line on which it began
	seams   []int           // places in words where one tag in a line of text ends and the next text begins
	within  string          // script, style or noscript: what comes next is its content
	kind    string          // the type of the script
	names   map[string]bool // names of tags and attributes that were met
	met     map[string]bool // values of attributes that were given
	raw     []byte          // the tag as it stands
	numbers strings.Builder // values that are nothing but numbers
}

func (h *htmlReader) place(line int, what string) string {
	number := strconv.Itoa(line)
	if what == "" {
		return h.before + "line " + number
	}
	return h.before + "line " + number + ", " + what
}

func (h *htmlReader) token(kind html.TokenType) error {
	switch kind {
	case html.TextToken:
		return h.text()
	case html.CommentToken:
		h.give(h.place(h.line, "comment"), string(h.tokens.Text()))
	case html.DoctypeToken:
		if text := string(h.tokens.Text()); !strings.EqualFold(text, "html") {
			h.give(h.place(h.line, "document type"), text)
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		return h.tag()
	case html.EndTagToken:
		name, more := h.tokens.TagName()
		if isNew(h.names, name) || more {
			h.give(h.place(h.line, "end of a tag"), string(h.tokens.Raw()))
		}
		h.within = ""
		h.boundary(name)
	}
	return nil
}

// inLine are the tags that stand inside a line of text.
var inLine = wordsOf("a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span " +
	"strong sub sup time tspan u var wbr")

// foreign are the tags that bring in another page or a program.
var foreign = wordsOf("applet embed frame frameset iframe noembed noframes object plaintext portal xmp")

func wordsOf(list string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}

// boundary notes a tag: inside a line it may part two words or not, so both are given;
// any other tag ends the text.
func (h *htmlReader) boundary(name []byte) {
	if !inLine[string(name)] {
		h.flush()
	} else if len(h.words) > 0 {
		h.seams = append(h.seams, len(h.words))
	}
}

// flush gives the text of a block, joined as it stands and, where that differs, with
// blanks between the tags in it.
func (h *htmlReader) flush() {
	defer func() { h.words, h.seams = h.words[:0], h.seams[:0] }()
	if len(bytes.TrimSpace(h.words)) == 0 {
		return
	}
	joined := string(h.words)
	h.give(h.place(h.began, ""), joined)
	var apart strings.Builder
	from := 0
	for _, seam := range h.seams {
		if seam > from && seam < len(joined) && joined[seam-1] > ' ' && joined[seam] > ' ' {
			apart.WriteString(joined[from:seam] + " ")
			from = seam
		}
	}
	if from > 0 {
		h.give(h.place(h.began, ""), apart.String()+joined[from:])
	}
}

// tag reads the name and the attributes of a tag.
func (h *htmlReader) tag() error {
	h.raw = append(h.raw[:0], h.tokens.Raw()...) // reading the attributes changes it
	name, more := h.tokens.TagName()
	if foreign[string(name)] {
		return errForeignHTML
	}
	h.boundary(name)
	h.within, h.kind = "", ""
	switch string(name) {
	case "script", "style", "noscript":
		h.within = string(name)
	}
	strange := isNew(h.names, name)
	for more {
		var key, value []byte
		key, value, more = h.tokens.TagAttr()
		strange = isNew(h.names, key) || strange
		if h.within == "script" && string(key) == "type" {
			h.kind = string(value)
		}
		if err := h.attribute(key, value); err != nil {
			return err
		}
	}
	if strange {
		return h.strange(h.place(h.line, "tag"), string(h.raw))
	}
	return nil
}

// strange gives a whole tag as it stands, without the addresses in it that are their own
// content.
func (h *htmlReader) strange(place, tag string) error {
	if indexFold(tag, "data:") >= 0 {
		tag = html.UnescapeString(tag)
	}
	rest, err := h.embedded(place, tag, h.deep)
	h.give(place, rest)
	return err
}

// isNew tells whether a word is met for the first time.
func isNew(met map[string]bool, word []byte) bool {
	if met[string(word)] {
		return false
	}
	met[string(word)] = true
	return true
}

// spoken are the attributes that people see or hear, or that lead elsewhere: each is
// given wherever it stands. Others are given where their value is met first.
var spoken = wordsOf("alt content href label placeholder src summary title value")

func (h *htmlReader) attribute(name, value []byte) error {
	if len(value) == 0 {
		return nil
	}
	said := spoken[string(name)] || bytes.HasPrefix(name, []byte("aria-")) || bytes.HasPrefix(name, []byte("data-"))
	if !said && onlyNumbers(value) {
		h.numbers.Write(value)
		h.numbers.WriteByte('\n')
		return nil
	}
	if !said && !isNew(h.met, value) {
		return nil
	}
	key, text := string(name), string(value)
	switch {
	case key == "srcdoc":
		return errForeignHTML
	case key == "style", strings.HasPrefix(key, "on"):
		text = unescapeScript(unescapeStyle(text))
	}
	place := h.place(h.line, "attribute "+plainKey(key))
	rest, err := h.embedded(place, text, h.deep)
	h.give(place, rest)
	return err
}

// onlyNumbers tells whether a value is made of numbers and the single letters of a path.
func onlyNumbers(value []byte) bool {
	letters, digits := 0, 0
	for i := range len(value) {
		switch c := value[i]; {
		case '0' <= c && c <= '9':
			letters, digits = 0, digits+1
		case strings.IndexByte(" ,.-+()%", c) >= 0:
			letters = 0
		case strings.IndexByte("MmLlHhVvCcSsQqTtAaZze", c) >= 0 && letters == 0:
			letters++
		default:
			return false
		}
	}
	return digits > 0
}

// text reads what stands between two tags.
func (h *htmlReader) text() error {
	switch h.within {
	case "script":
		return h.script(string(h.tokens.Raw()))
	case "style":
		place := h.place(h.line, "style sheet")
		return h.code(place, string(h.tokens.Raw()), unescapeStyle)
	case "noscript":
		return h.markedUp(h.place(h.line, "noscript: "), bytes.Clone(h.tokens.Raw()), h.deep+1)
	}
	if len(h.words) == 0 {
		h.began = h.line
	}
	text := h.tokens.Text()
	if bytes.IndexByte(text, '&') >= 0 {
		text = []byte(html.UnescapeString(string(text)))
	}
	h.words = append(h.words, text...)
	return nil
}

// script reads a script, or the data that stands in one.
func (h *htmlReader) script(text string) error {
	if slices.Contains(h.known, text) {
		return nil
	}
	if h.deep > maxDeep {
		return errTooDeep
	}
	kind := strings.ToLower(strings.TrimSpace(h.kind))
	if inner, packed := strings.CutSuffix(kind, "+gzip"); packed {
		unpacked, err := h.unpackPart(text)
		if err != nil {
			return err
		}
		switch inner {
		case "text/html":
			return h.markedUp(h.place(h.line, "packed: "), unpacked, h.deep+1)
		case "text/javascript":
			return h.code(h.place(h.line, "packed script"), string(unpacked), unescapeScript)
		}
		return errPacked
	}
	switch {
	case strings.HasSuffix(kind, "json"):
		return h.values(h.place(h.line, "data: "), []byte(text), h.deep+1)
	case kind == "", kind == "module", strings.HasSuffix(kind, "javascript"):
		return h.code(h.place(h.line, "script"), text, unescapeScript)
	}
	return h.markedUp(h.place(h.line, "script: "), []byte(text), h.deep+1)
}

// code gives a script or a style sheet with its escapes resolved, unless it is known.
func (h *htmlReader) code(place, text string, unescape func(string) string) error {
	for _, known := range h.known {
		if text == known {
			return nil
		}
	}
	rest, err := h.embedded(place, text, h.deep)
	h.give(place, unescape(rest))
	return err
}
