package readback

import (
	"encoding/json"
	"errors"
	"strconv"
	"unicode/utf8"
)

var errJSON = errors.New("its data is no whole JSON text")

// json gives every string and every number of a JSON text with the path to it.
func (r *reader) json(data []byte) error { return r.values("", data, 1) }

// values gives the values of a JSON text; before stands in front of each path.
func (r *reader) values(before string, data []byte, deep int) error {
	if !utf8.Valid(data) || !json.Valid(data) {
		return errJSON
	}
	v := &valueReader{reader: r, text: string(data), path: []byte(before), deep: deep, keys: map[string]bool{}}
	return v.value()
}

// valueReader walks a text that is known to be JSON.
type valueReader struct {
	*reader
	text string
	at   int
	path []byte // to the value that comes next
	deep int
	keys map[string]bool // names of fields that were given
}

// skip passes blanks and the signs between values.
func (v *valueReader) skip() {
	for v.at < len(v.text) {
		switch v.text[v.at] {
		case ' ', '\t', '\n', '\r', ',', ':':
			v.at++
		default:
			return
		}
	}
}

func (v *valueReader) value() error {
	v.skip()
	if v.deep > maxDeep {
		return errors.New("its data stands too deep inside itself")
	}
	v.deep++
	defer func() { v.deep-- }()
	switch v.text[v.at] {
	case '{':
		return v.fields()
	case '[':
		return v.list()
	case '"':
		return v.found(v.stringHere())
	case 't', 'n':
		v.at += len("true")
	case 'f':
		v.at += len("false")
	default:
		start := v.at
		for v.at < len(v.text) && isNumberSign(v.text[v.at]) {
			v.at++
		}
		v.give(v.place(), v.text[start:v.at])
	}
	return nil
}

// isNumberSign tells whether a sign may stand in a number.
func isNumberSign(c byte) bool {
	return '0' <= c && c <= '9' || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E'
}

func (v *valueReader) place() string {
	if len(v.path) == 0 {
		return "the whole"
	}
	return string(v.path)
}

// found gives a string, and what it holds where it is an address that is its own content.
func (v *valueReader) found(text string) error {
	rest, err := v.embedded(v.place(), text, v.deep)
	v.give(v.place(), rest)
	return err
}

func (v *valueReader) fields() error {
	v.at++
	short := len(v.path)
	for v.skip(); v.text[v.at] != '}'; v.skip() {
		key := v.stringHere()
		if short > 0 && v.path[short-1] != ' ' {
			v.path = append(v.path, '.')
		}
		v.path = append(v.path, plainKey(key)...)
		if !v.keys[key] {
			v.keys[key] = true
			v.give(v.place(), key)
		}
		if err := v.value(); err != nil {
			return err
		}
		v.path = v.path[:short]
	}
	v.at++
	return nil
}

// plainKey is the name of a field as it may stand in a place: our own are short and
// of plain letters.
func plainKey(key string) string {
	if len(key) == 0 || len(key) > 40 {
		return "*"
	}
	for i := range len(key) {
		c := key[i]
		if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '-') {
			return "*"
		}
	}
	return key
}

func (v *valueReader) list() error {
	v.at++
	short := len(v.path)
	i := 0
	for v.skip(); v.text[v.at] != ']'; v.skip() {
		v.path = append(v.path, '[')
		v.path = strconv.AppendInt(v.path, int64(i), 10)
		v.path = append(v.path, ']')
		if err := v.value(); err != nil {
			return err
		}
		v.path = v.path[:short]
		i++
	}
	v.at++
	return nil
}

// stringHere reads the string that starts here and resolves its escapes.
func (v *valueReader) stringHere() string {
	start := v.at + 1
	escaped := false
	for v.at = start; v.text[v.at] != '"'; v.at++ {
		if v.text[v.at] == '\\' {
			escaped = true
			v.at++
		}
	}
	v.at++
	raw := v.text[start : v.at-1]
	if !escaped {
		return raw
	}
	return unescapeScript(raw)
}
