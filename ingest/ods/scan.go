package ods

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"evidencepack/ingest/grid"
)

// What a scanner gives.
type token uint8

const (
	opened token = iota // an element begins
	closed              // an element ends, also one that was empty
	said                // text
	done                // the part ends as it should
)

// Bounds of one piece of XML; no part of a workbook comes near them.
const (
	mostPiece      = 8 << 20 // bytes of one tag or text
	mostDepth      = 250
	mostAttributes = 500
)

// damaged is the error of a part that breaks the rules of its format.
func damaged(what string) error { return fmt.Errorf("%w: %s", grid.ErrDamaged, what) }

// attribute is one attribute; its value is only good until the next token.
type attribute struct {
	prefix, local, value []byte
}

// scanner cuts one part of a package into tokens. It is strict: elements must
// nest, and entities of the part's own are refused. The library's decoder does the
// same at a tenth of the speed.
type scanner struct {
	r        io.Reader
	buf      []byte
	from, to int  // what is read and not yet used
	ended    bool // the reader gave all
	open     [][]byte
	depth    int
	rooted   bool // an element was seen
	empty    bool // the latest tag ends what it begins
	element  []byte
	attrs    []attribute
	text     []byte
	spare    []byte // values in which something stood for another character
	spaces   spaces
}

func newScanner(r io.Reader) *scanner { return &scanner{r: r, buf: make([]byte, 64<<10)} }

// fill reads more behind what is there, and tells whether there was more.
func (s *scanner) fill() (bool, error) {
	if s.ended {
		return false, nil
	}
	if s.from > 0 {
		copy(s.buf, s.buf[s.from:s.to])
		s.from, s.to = 0, s.to-s.from
	}
	if s.to == len(s.buf) {
		if len(s.buf) >= mostPiece {
			return false, grid.ErrTooLarge
		}
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	n, err := s.r.Read(s.buf[s.to:])
	s.to += n
	if errors.Is(err, io.EOF) {
		s.ended = true
		return n > 0, nil
	}
	return true, err
}

// find gives how far away a mark is, from an offset on, or below zero where the
// part ends before it.
func (s *scanner) find(mark string, offset int) (int, error) {
	for {
		if window := s.buf[s.from:s.to]; offset < len(window) {
			if i := bytes.Index(window[offset:], []byte(mark)); i >= 0 {
				return offset + i, nil
			}
			offset = max(offset, len(window)-len(mark)+1)
		}
		more, err := s.fill()
		if err != nil {
			return 0, err
		}
		if !more {
			return -1, nil
		}
	}
}

// next gives the next token. Errors: grid.ErrDamaged, grid.ErrTooLarge,
// grid.ErrEntity.
func (s *scanner) next() (token, error) {
	if s.empty {
		s.empty = false
		return closed, s.close(s.element)
	}
	for {
		length, err := s.find("<", 0)
		if err != nil {
			return done, err
		}
		if length < 0 {
			return done, s.finish()
		}
		if length > 0 {
			if s.depth > 0 {
				return said, s.words(length)
			}
			if err := s.outside(length); err != nil {
				return done, err
			}
		}
		kind, took, err := s.markup()
		if took || err != nil {
			return kind, err
		}
	}
}

// finish checks that the part ends as a whole.
func (s *scanner) finish() error {
	if s.depth > 0 || !s.rooted {
		return damaged("a part stops before its end")
	}
	return s.outside(s.to - s.from)
}

// outside passes over what stands outside the outermost element, which is blank.
func (s *scanner) outside(length int) error {
	raw := s.buf[s.from : s.from+length]
	s.from += length
	if len(bytes.TrimSpace(bytes.TrimPrefix(raw, []byte("\uFEFF")))) > 0 {
		return damaged("it is no XML")
	}
	return nil
}

// words takes the text in front of the next tag.
func (s *scanner) words(length int) (err error) {
	raw := s.buf[s.from : s.from+length]
	s.from += length
	s.spare = s.spare[:0]
	s.text, err = s.plain(raw)
	return err
}

// markup takes what begins with <; it is false for what gives no token.
func (s *scanner) markup() (token, bool, error) {
	for more := true; more && s.to-s.from < len("<![CDATA["); {
		var err error
		if more, err = s.fill(); err != nil {
			return done, false, err
		}
	}
	head := s.buf[s.from:s.to]
	switch {
	case bytes.HasPrefix(head, []byte("<!--")):
		_, err := s.until("-->", 4)
		return done, false, err
	case bytes.HasPrefix(head, []byte("<?")):
		_, err := s.until("?>", 2)
		return done, false, err
	case bytes.HasPrefix(head, []byte("<![CDATA[")):
		text, err := s.until("]]>", 9)
		if err == nil && (s.depth == 0 || !utf8.Valid(text)) {
			err = damaged("it is no XML")
		}
		s.text = text
		return said, true, err
	case bytes.HasPrefix(head, []byte("<!")):
		return done, false, grid.ErrEntity
	case bytes.HasPrefix(head, []byte("</")):
		tag, err := s.until(">", 2)
		if err != nil {
			return done, false, err
		}
		for len(tag) > 0 && blank(tag[len(tag)-1]) {
			tag = tag[:len(tag)-1]
		}
		return closed, true, s.close(tag)
	}
	tag, err := s.tag()
	if err != nil {
		return done, false, err
	}
	return opened, true, s.begin(tag)
}

// until takes everything up to a mark and gives it without its head and the mark.
func (s *scanner) until(mark string, head int) ([]byte, error) {
	end, err := s.find(mark, head)
	if err != nil {
		return nil, err
	}
	if end < 0 {
		return nil, damaged("a part stops before its end")
	}
	out := s.buf[s.from+head : s.from+end]
	s.from += end + len(mark)
	return out, nil
}

// tag takes a tag, whose values may hold the mark that ends it.
func (s *scanner) tag() ([]byte, error) {
	for at, quote := 1, byte(0); ; at++ {
		if s.from+at >= s.to {
			more, err := s.fill()
			if err != nil {
				return nil, err
			}
			if !more {
				return nil, damaged("a part stops before its end")
			}
		}
		switch c := s.buf[s.from+at]; {
		case c == '<':
			return nil, damaged("it is no XML")
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			out := s.buf[s.from+1 : s.from+at]
			s.from += at + 1
			return out, nil
		}
	}
}
