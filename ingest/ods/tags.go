package ods

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// begin takes a tag apart.
func (s *scanner) begin(tag []byte) error {
	if tag, s.empty = bytes.CutSuffix(tag, []byte("/")); !utf8.Valid(tag) {
		return damaged("it is no XML")
	}
	length := 0
	for length < len(tag) && !blank(tag[length]) {
		length++
	}
	s.element = tag[:length]
	if length == 0 || s.depth == 0 && s.rooted || s.depth >= mostDepth {
		return damaged("it is no XML")
	}
	s.rooted = true
	if s.depth == len(s.open) {
		s.open = append(s.open, nil)
	}
	s.open[s.depth] = append(s.open[s.depth][:0], s.element...)
	s.depth++
	return s.attributes(tag[length:])
}

// close checks that an element ends that was open.
func (s *scanner) close(element []byte) error {
	if s.depth == 0 || !bytes.Equal(s.open[s.depth-1], element) {
		return damaged("its elements do not nest")
	}
	s.spaces.leave(s.depth)
	s.depth--
	return nil
}

// attributes reads the attributes of a tag.
func (s *scanner) attributes(rest []byte) error {
	s.attrs, s.spare = s.attrs[:0], s.spare[:0]
	for {
		rest = withoutBlanks(rest)
		if len(rest) == 0 {
			return nil
		}
		equals := bytes.IndexByte(rest, '=')
		if equals <= 0 || len(s.attrs) == mostAttributes {
			return damaged("it is no XML")
		}
		key := rest[:equals]
		for len(key) > 1 && blank(key[len(key)-1]) {
			key = key[:len(key)-1]
		}
		rest = withoutBlanks(rest[equals+1:])
		if len(rest) < 2 || rest[0] != '"' && rest[0] != '\'' || !isName(key) {
			return damaged("it is no XML")
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return damaged("it is no XML")
		}
		value, err := s.plain(rest[1 : 1+end])
		if err != nil {
			return err
		}
		prefix, local := parted(key)
		s.attrs = append(s.attrs, attribute{prefix: prefix, local: local, value: value})
		if err := s.spaces.declare(prefix, local, value, s.depth); err != nil {
			return err
		}
		rest = rest[2+end:]
	}
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// withoutBlanks passes over blanks.
func withoutBlanks(b []byte) []byte {
	for len(b) > 0 && blank(b[0]) {
		b = b[1:]
	}
	return b
}

// isName tells whether a text can be a name: it holds no blanks and no marks.
func isName(b []byte) bool {
	for _, c := range b {
		if blank(c) || c == '"' || c == '\'' {
			return false
		}
	}
	return true
}

// parted cuts the prefix off a name.
func parted(name []byte) (prefix, local []byte) {
	if colon := bytes.IndexByte(name, ':'); colon >= 0 {
		return name[:colon], name[colon+1:]
	}
	return nil, name
}

// entities are the five that every XML file may use.
var entities = map[string]byte{"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\''}

// plain gives a text with the characters that are written in another way.
func (s *scanner) plain(raw []byte) ([]byte, error) {
	if !utf8.Valid(raw) {
		return nil, damaged("it is not in UTF-8")
	}
	if bytes.IndexByte(raw, '&') < 0 {
		return raw, nil
	}
	start := len(s.spare)
	for {
		at := bytes.IndexByte(raw, '&')
		if at < 0 {
			s.spare = append(s.spare, raw...)
			return s.spare[start:], nil
		}
		s.spare = append(s.spare, raw[:at]...)
		end := bytes.IndexByte(raw[at:], ';')
		if end < 0 {
			return nil, damaged("it is no XML")
		}
		entity := raw[at+1 : at+end]
		raw = raw[at+end+1:]
		if c, known := entities[string(entity)]; known {
			s.spare = append(s.spare, c)
			continue
		}
		r, good := character(entity)
		if !good {
			return nil, damaged("it is no XML")
		}
		s.spare = utf8.AppendRune(s.spare, r)
	}
}

// character reads a character that is written as its number.
func character(entity []byte) (rune, bool) {
	digits, isNumber := bytes.CutPrefix(entity, []byte("#"))
	base := 10
	if hex, isHex := bytes.CutPrefix(digits, []byte("x")); isHex {
		digits, base = hex, 16
	}
	v, err := strconv.ParseUint(string(digits), base, 32)
	r := rune(v)
	return r, isNumber && err == nil && v > 0 && v <= utf8.MaxRune && utf8.ValidRune(r)
}
