package xlsx

import (
	"strconv"
	"strings"

	"evidencepack/ingest/grid"
)

// root goes to the root element of a part, which must have a name.
func (s *scanner) root(name string) error {
	if _, err := s.next(); err != nil {
		return err
	}
	if string(s.name) != name {
		return malformed("a part holds something else")
	}
	return nil
}

// each visits the elements right below the one that is open, up to its end. What
// a visit leaves open is passed over. The name is good until the next token.
func (s *scanner) each(visit func(name []byte) error) error {
	inside := s.depth()
	for {
		what, err := s.next()
		if err != nil {
			return err
		}
		switch what {
		case closed:
			return nil
		case opened:
			if err := visit(s.name); err != nil {
				return err
			}
			if err := s.leave(inside); err != nil {
				return err
			}
		}
	}
}

// rich reads the text of the element that is open, a shared or inline string: its
// runs joined, without the readings that stand above East Asian characters.
func (s *scanner) rich(to []byte) ([]byte, error) {
	inside, reading := s.depth(), 0 // reading is the depth of the <t> that is open
	start := len(to)
	for {
		what, err := s.next()
		if err != nil {
			return to, err
		}
		switch what {
		case opened:
			switch string(s.name) {
			case "t":
				reading = s.depth()
			case "rPh":
				if err := s.leave(s.depth() - 1); err != nil {
					return to, err
				}
			}
		case closed:
			if s.depth() < inside {
				return settle(to, start), nil
			}
			if s.depth() < reading {
				reading = 0
			}
		case words:
			if reading > 0 && s.depth() == reading {
				to = appendText(to, s.text, s.plain)
			}
		}
		if len(to)-start > longestText {
			return to, grid.ErrTooLarge
		}
	}
}

// leave reads on until so many elements are open again.
func (s *scanner) leave(depth int) error {
	for s.depth() > depth {
		if _, err := s.next(); err != nil {
			return err
		}
	}
	return nil
}

// finished wants nothing behind the root of the part, and reads the part to its
// end: only there its checksum is compared.
func (s *scanner) finished() error {
	for {
		if what, err := s.next(); err != nil || what == over {
			return err
		}
	}
}

// raw gives an attribute without a prefix as it was written, nil where it is not there.
func (s *scanner) raw(name string) []byte {
	for i := range s.marks {
		if string(s.marks[i].name) == name {
			return s.marks[i].value
		}
	}
	return nil
}

// attr gives an attribute without a prefix, "" where it is not there.
func (s *scanner) attr(name string) string {
	return string(appendText(nil, s.raw(name), false))
}

// prefixed gives an attribute that has a prefix, whichever; "" where it is not there.
func (s *scanner) prefixed(name string) string {
	for _, m := range s.marks {
		if before, after, has := strings.Cut(string(m.name), ":"); has && before != "xmlns" && after == name {
			return string(appendText(nil, m.value, false))
		}
	}
	return ""
}

// number gives an attribute that is a whole number from 0, -1 where it is not there or is none.
func (s *scanner) number(name string) int {
	n, err := strconv.ParseUint(s.attr(name), 10, 31)
	if err != nil {
		return -1
	}
	return int(n)
}

// yes tells whether an attribute is a true one.
func (s *scanner) yes(name string) bool {
	switch string(s.raw(name)) {
	case "1", "true", "on":
		return true
	}
	return false
}
