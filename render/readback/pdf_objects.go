package readback

import (
	"bytes"
	"errors"
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
