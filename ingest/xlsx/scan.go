package xlsx

import (
	"bytes"
	"fmt"
	"io"

	"evidencepack/ingest/grid"
)

// Bounds on the markup of a part. No program that writes workbooks comes near them.
const (
	firstBuffer  = 64 << 10 // bytes held of a part at first
	longestToken = 8 << 20  // bytes of one tag, text or comment
	mostDepth    = 128      // elements inside one another
	mostMarks    = 256      // attributes of one element
)

// kind is what the scanner stands on.
type kind int

const (
	opened kind = iota // a start tag; an empty element gives opened, then closed
	closed
	words // text between tags
	over  // the part is read to its end
)

// mark is one attribute as it was written; the name keeps its prefix. It is good
// until the next token.
type mark struct{ name, value []byte }

// scanner cuts the markup of one part into tokens while it is unpacked. It wants
// the markup well formed, and knows no names: what an element means is up to those
// who ask. The standard library's decoder does the same at a tenth of the speed.
type scanner struct {
	from  io.Reader
	buf   []byte
	at    int // place in buf of the next token
	end   int // end of what is in buf
	dry   bool
	begun bool // the root element has been opened
	empty bool // the open element is an empty one, its end is still to be given

	open  []byte // names of the elements that are open, one after the other
	ends  []int  // where each of them ends in open
	name  []byte // opened: name without its prefix
	marks []mark // opened: the attributes
	text  []byte // words, as written
	plain bool   // text is from a CDATA section: & stands for itself
	bare  bool   // text holds no &, no line end \r and nothing beyond ASCII: it stands as it is

	prefix int // bytes of the prefix of the tag that is read
}

// newScanner reads a part. Errors: grid.ErrDamaged, and those of the part.
func newScanner(part io.Reader) (*scanner, error) {
	from, err := decoded(part)
	if err != nil {
		return nil, err
	}
	return &scanner{from: from, buf: make([]byte, firstBuffer)}, nil
}

// malformed is what the scanner says of markup that breaks the rules.
func malformed(what string) error { return fmt.Errorf("%w: %s", grid.ErrDamaged, what) }

// depth tells how many elements are open.
func (s *scanner) depth() int { return len(s.ends) }

// next goes to the next token. Errors: grid.ErrDamaged, grid.ErrTooLarge, grid.ErrEntity.
func (s *scanner) next() (kind, error) {
	if s.empty {
		s.empty = false
		s.pop()
		return closed, nil
	}
	for {
		if s.at == s.end {
			if more, err := s.fill(); err != nil {
				return over, err
			} else if !more {
				return s.finish()
			}
		}
		if s.buf[s.at] != '<' {
			given, err := s.words()
			if err != nil {
				return over, err
			}
			if given {
				return words, nil
			}
			continue
		}
		what, err := s.tag()
		if err != nil || what != over {
			return what, err
		}
	}
}

// finish wants the part to end after its root element.
func (s *scanner) finish() (kind, error) {
	if !s.begun || s.depth() > 0 {
		return over, malformed("a part stops before its end")
	}
	return over, nil
}

// fill brings more of the part into the buffer; what stands before s.at may go.
func (s *scanner) fill() (more bool, err error) {
	if s.dry {
		return false, nil
	}
	if s.at > 0 {
		copy(s.buf, s.buf[s.at:s.end])
		s.at, s.end = 0, s.end-s.at
	} else if s.end == len(s.buf) {
		if len(s.buf) >= longestToken {
			return false, grid.ErrTooLarge
		}
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	n, err := io.ReadFull(s.from, s.buf[s.end:])
	s.end += n
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		s.dry = true
		return n > 0, nil
	}
	return n > 0, err
}

// until gives the place after a mark that ends a token, looking from an offset
// behind s.at.
func (s *scanner) until(offset int, mark string) (after int, err error) {
	for {
		if i := bytes.Index(s.buf[min(s.at+offset, s.end):s.end], []byte(mark)); i >= 0 {
			return s.at + offset + i + len(mark), nil
		}
		if more, err := s.fill(); err != nil {
			return 0, err
		} else if !more {
			return 0, malformed("a part stops before its end")
		}
	}
}

// peek wants n bytes in the buffer from s.at on, or fewer at the end of the part.
func (s *scanner) peek(n int) error {
	for s.end-s.at < n {
		if more, err := s.fill(); err != nil || !more {
			return err
		}
	}
	return nil
}

// tag reads what begins with <. It gives over where there is nothing to say of it.
func (s *scanner) tag() (kind, error) {
	if s.end-s.at < 2 {
		if err := s.peek(2); err != nil {
			return over, err
		}
		if s.end-s.at < 2 {
			return over, malformed("a part stops before its end")
		}
	}
	switch s.buf[s.at+1] {
	case '/':
		return closed, s.closing()
	case '?':
		return over, s.instruction()
	case '!':
		return s.declaration()
	}
	return opened, s.opening()
}

// instruction passes over <?…?>. The one at the start of a part may name an
// encoding; decoded has dealt with those that are read.
func (s *scanner) instruction() error {
	after, err := s.until(2, "?>")
	if err != nil {
		return err
	}
	if text := s.buf[s.at+2 : after-2]; bytes.HasPrefix(text, []byte("xml ")) && !s.begun && !readable(text) {
		return malformed("a part is in another encoding")
	}
	s.at = after
	return nil
}

// declaration reads what begins with <!: comments, CDATA, and declarations of
// entities, which no workbook has.
func (s *scanner) declaration() (kind, error) {
	if err := s.peek(len("<![CDATA[")); err != nil {
		return over, err
	}
	switch rest := s.buf[s.at+2 : s.end]; {
	case bytes.HasPrefix(rest, []byte("--")):
		after, err := s.until(4, "-->")
		if err != nil {
			return over, err
		}
		s.at = after
		return over, nil
	case bytes.HasPrefix(rest, []byte("[CDATA[")):
		after, err := s.until(9, "]]>")
		if err != nil {
			return over, err
		}
		s.text, s.plain, s.bare = s.buf[s.at+9:after-3], true, false
		s.at = after
		if s.depth() == 0 || !sound(s.text) {
			return over, malformed("a text is not well formed")
		}
		return words, nil
	case bytes.HasPrefix(rest, []byte("DOCTYPE")), bytes.HasPrefix(rest, []byte("ENTITY")):
		return over, grid.ErrEntity
	}
	return over, malformed("a declaration is not well formed")
}
