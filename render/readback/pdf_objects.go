package readback

import (
	"bytes"
	"errors"
	"strconv"
)

// The values that stand in a PDF: nil for null, bool, float64, and these.
type (
	pdfName   string // without its slash, escapes resolved
	pdfString string // the bytes, escapes resolved
	pdfRef    int    // the number of an object
	pdfList   []any
	pdfWord   string // an operator or a keyword
	pdfDict   []pdfEntry
)

type pdfEntry struct {
	key   pdfName
	value any
}

// get gives the value of a key, or nil.
func (d pdfDict) get(key pdfName) any {
	for _, e := range d {
		if e.key == key {
			return e.value
		}
	}
	return nil
}

var errPDFValue = errors.New("a value of it is not written as we write it")

// pdfReader reads values from the text of a PDF or of what is drawn on a page.
type pdfReader struct {
	data []byte
	at   int
	refs bool // "12 0 R" stands for an object
}

// pdfSigns are the signs that end a word: blanks, and delimiters.
var pdfSigns = [256]byte{
	' ': blank, '\n': blank, '\r': blank, '\t': blank, '\f': blank, 0: blank,
	'(': delimiter, ')': delimiter, '<': delimiter, '>': delimiter, '[': delimiter,
	']': delimiter, '{': delimiter, '}': delimiter, '/': delimiter, '%': delimiter,
}

const (
	blank     = 1
	delimiter = 2
)

func isPDFBlank(c byte) bool { return pdfSigns[c] == blank }

func (p *pdfReader) skip() {
	for p.at < len(p.data) && isPDFBlank(p.data[p.at]) {
		p.at++
	}
}

// ended tells whether nothing but blanks is left.
func (p *pdfReader) ended() bool {
	p.skip()
	return p.at >= len(p.data)
}

// take passes a word that must stand here.
func (p *pdfReader) take(word string) bool {
	p.skip()
	if !bytes.HasPrefix(p.data[p.at:], []byte(word)) {
		return false
	}
	p.at += len(word)
	return true
}

// value reads the next value. A comment is an error: we write none, and it might hold a text.
func (p *pdfReader) value(deep int) (any, error) {
	if deep > maxDeep || p.ended() {
		return nil, errPDFValue
	}
	switch c := p.data[p.at]; c {
	case '/':
		return p.name()
	case '(':
		return p.literal()
	case '[':
		p.at++
		return p.list(deep)
	case '<':
		if p.at+1 < len(p.data) && p.data[p.at+1] == '<' {
			p.at += 2
			return p.dict(deep)
		}
		return p.hexadecimal()
	case ')', '>', ']', '{', '}', '%':
		return nil, errPDFValue
	}
	return p.word()
}

// token passes the signs up to the next blank or delimiter and gives them.
func (p *pdfReader) token() []byte {
	start := p.at
	for p.at < len(p.data) && pdfSigns[p.data[p.at]] == 0 {
		p.at++
	}
	return p.data[start:p.at]
}

// word reads a number, a reference, true, false, null or an operator.
func (p *pdfReader) word() (any, error) {
	text := p.token()
	if number, ok := pdfNumber(text); ok {
		if p.refs {
			if object, isRef := p.reference(number); isRef {
				return object, nil
			}
		}
		return number, nil
	}
	switch string(text) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	}
	return pdfWord(text), nil
}

// pdfNumber reads a number: a sign, digits and a point, in no other form.
func pdfNumber(text []byte) (float64, bool) {
	number, scale, digits, point := 0.0, 1.0, 0, false
	for i, c := range text {
		switch {
		case '0' <= c && c <= '9' && digits < 15:
			number = number*10 + float64(c-'0')
			digits++
			if point {
				scale *= 10
			}
		case c == '.' && !point:
			point = true
		case (c == '-' || c == '+') && i == 0:
		default:
			return 0, false
		}
	}
	if digits > 0 && text[0] == '-' {
		number = -number
	}
	return number / scale, digits > 0
}

// reference reads " 0 R" behind a number. It leaves everything else where it is.
func (p *pdfReader) reference(number float64) (pdfRef, bool) {
	rest := p.data[p.at:]
	if !bytes.HasPrefix(rest, []byte(" 0 R")) || number < 0 || number != float64(int(number)) {
		return 0, false
	}
	if len(rest) > 4 && pdfSigns[rest[4]] == 0 {
		return 0, false
	}
	p.at += 4
	return pdfRef(int(number)), true
}

func (p *pdfReader) name() (pdfName, error) {
	p.at++
	start, escaped := p.at, false
	for p.at < len(p.data) && pdfSigns[p.data[p.at]] == 0 {
		escaped = escaped || p.data[p.at] == '#'
		p.at++
	}
	text := p.data[start:p.at]
	if !escaped {
		return pdfName(text), nil
	}
	var out []byte
	for i := 0; i < len(text); i++ {
		if text[i] != '#' {
			out = append(out, text[i])
			continue
		}
		if i+2 >= len(text) {
			return "", errPDFValue
		}
		letter, err := strconv.ParseUint(string(text[i+1:i+3]), 16, 8)
		if err != nil {
			return "", errPDFValue
		}
		out = append(out, byte(letter))
		i += 2
	}
	return pdfName(out), nil
}

func (p *pdfReader) list(deep int) (pdfList, error) {
	list := pdfList{}
	for {
		if p.ended() {
			return nil, errPDFValue
		}
		if p.data[p.at] == ']' {
			p.at++
			return list, nil
		}
		v, err := p.value(deep + 1)
		if err != nil {
			return nil, err
		}
		if _, isWord := v.(pdfWord); isWord {
			return nil, errPDFValue
		}
		list = append(list, v)
	}
}

func (p *pdfReader) dict(deep int) (pdfDict, error) {
	dict := pdfDict{}
	for {
		if p.take(">>") {
			return dict, nil
		}
		if p.at >= len(p.data) || p.data[p.at] != '/' {
			return nil, errPDFValue
		}
		key, err := p.name()
		if err != nil {
			return nil, err
		}
		v, err := p.value(deep + 1)
		if err != nil {
			return nil, err
		}
		if _, isWord := v.(pdfWord); isWord {
			return nil, errPDFValue
		}
		for _, e := range dict {
			if e.key == key {
				return nil, errPDFValue // a second value might be read or not
			}
		}
		dict = append(dict, pdfEntry{key, v})
		if len(dict) > 1000 {
			return nil, errPDFValue // ours have twenty
		}
	}
}

func (p *pdfReader) hexadecimal() (pdfString, error) {
	p.at++
	end := bytes.IndexByte(p.data[p.at:], '>')
	if end < 0 {
		return "", errPDFValue
	}
	out := make([]byte, 0, end/2+1)
	half, pending := byte(0), false
	for _, c := range p.data[p.at : p.at+end] {
		if isPDFBlank(c) {
			continue
		}
		digit := bytes.IndexByte([]byte("0123456789abcdef"), c|0x20)
		if digit < 0 || c < '0' {
			return "", errPDFValue
		}
		if pending {
			out = append(out, half<<4|byte(digit))
		}
		half, pending = byte(digit), !pending
	}
	if pending {
		out = append(out, half<<4)
	}
	p.at += end + 1
	return pdfString(out), nil
}

// plainPDFEscapes are the letters behind a \ in a string.
var plainPDFEscapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// literal reads a string in brackets; brackets inside it may stand in pairs.
func (p *pdfReader) literal() (pdfString, error) {
	p.at++
	var out []byte
	for open := 1; p.at < len(p.data); {
		c := p.data[p.at]
		p.at++
		switch c {
		case '\\':
			out = p.escape(out)
			continue
		case '(':
			open++
		case ')':
			open--
			if open == 0 {
				return pdfString(out), nil
			}
		case '\r': // the end of a line is one sign, however it is written
			if p.at < len(p.data) && p.data[p.at] == '\n' {
				p.at++
			}
			c = '\n'
		}
		out = append(out, c)
	}
	return "", errPDFValue
}

// escape reads what stands behind a \ in a string.
func (p *pdfReader) escape(out []byte) []byte {
	if p.at >= len(p.data) {
		return out
	}
	c := p.data[p.at]
	p.at++
	if sign, plain := plainPDFEscapes[c]; plain {
		return append(out, sign)
	}
	switch {
	case '0' <= c && c <= '7':
		code := int(c - '0')
		for i := 0; i < 2 && p.at < len(p.data) && '0' <= p.data[p.at] && p.data[p.at] <= '7'; i++ {
			code = code*8 + int(p.data[p.at]-'0')
			p.at++
		}
		return append(out, byte(code))
	case c == '\r' && p.at < len(p.data) && p.data[p.at] == '\n':
		p.at++
		return out
	case c == '\r' || c == '\n':
		return out
	}
	return append(out, c)
}
