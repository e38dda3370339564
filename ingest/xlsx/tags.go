package xlsx

import (
	"bytes"

	"evidencepack/ingest/grid"
)

// words reads the text up to the next tag. Blanks outside the root are no text.
func (s *scanner) words() (given bool, err error) {
	i, odd := s.at, false
	for {
		for i < s.end {
			c := class[s.buf[i]]
			if c == isTag {
				break
			}
			odd = odd || c != 0
			i++
		}
		if i < s.end {
			break
		}
		offset := i - s.at
		more, err := s.fill()
		if err != nil {
			return false, err
		}
		i = s.at + offset
		if !more {
			break
		}
	}
	s.text, s.plain, s.bare = s.buf[s.at:i], false, !odd
	s.at = i
	if s.depth() == 0 {
		if len(bytes.TrimSpace(s.text)) > 0 {
			return false, malformed("text stands outside the root of a part")
		}
		return false, nil
	}
	if odd && !(sound(s.text) && referencesSound(s.text)) {
		return false, malformed("a text is not well formed")
	}
	return true, nil
}

// opening reads a start tag with its attributes.
func (s *scanner) opening() error {
	after, err := s.attributes()
	for err == nil && after < 0 {
		var more bool
		if more, err = s.fill(); err == nil && !more {
			err = malformed("a part stops before its end")
		}
		if err == nil {
			after, err = s.attributes()
		}
	}
	if err != nil {
		return err
	}
	if s.depth() == 0 && s.begun {
		return malformed("a part has two roots")
	}
	if s.depth() >= mostDepth {
		return grid.ErrTooLarge
	}
	s.begun = true
	s.open = append(s.open, s.name...)
	s.ends = append(s.ends, len(s.open))
	s.name = s.name[s.prefix:]
	s.at = after
	return nil
}

// attributes reads the name and the attributes of the tag at s.at and gives the
// place after it, or -1 where the tag goes on behind the buffer.
func (s *scanner) attributes() (after int, err error) {
	b := s.buf[:s.end]
	i := s.at + 1
	prefix := i
	for i < len(b) && !nameEnd[b[i]] {
		if b[i] == ':' {
			prefix = i + 1
		}
		i++
	}
	s.name, s.prefix, s.marks = b[s.at+1:i], prefix-s.at-1, s.marks[:0]
	if len(s.name) == 0 && i < len(b) {
		return 0, malformed("a tag is not well formed")
	}
	for {
		start := i
		for i < len(b) && (b[i] == ' ' || b[i] == '\n' || b[i] == '\r' || b[i] == '\t') {
			i++
		}
		if i == len(b) {
			return -1, nil
		}
		switch b[i] {
		case '>':
			s.empty = false
			return i + 1, nil
		case '/':
			if i+1 == len(b) {
				return -1, nil
			}
			if b[i+1] != '>' {
				return 0, malformed("a tag is not well formed")
			}
			s.empty = true
			return i + 2, nil
		}
		if i == start {
			return 0, malformed("a tag is not well formed")
		}
		if i, err = s.attribute(b, i); err != nil || i < 0 {
			return i, err
		}
	}
}

// attribute reads one attribute and gives the place after it, or -1 where it
// goes on behind the buffer.
func (s *scanner) attribute(b []byte, i int) (after int, err error) {
	start := i
	for i < len(b) && !nameEnd[b[i]] {
		i++
	}
	name := b[start:i]
	for i < len(b) && b[i] <= ' ' {
		i++
	}
	if i+1 >= len(b) {
		return -1, nil
	}
	if len(name) == 0 || b[i] != '=' {
		return 0, malformed("an attribute is not well formed")
	}
	for i++; i < len(b) && b[i] <= ' '; {
		i++
	}
	if i >= len(b) {
		return -1, nil
	}
	quote := b[i]
	if quote != '"' && quote != '\'' {
		return 0, malformed("an attribute is not well formed")
	}
	i++
	from, odd := i, false
	for ; i < len(b) && b[i] != quote; i++ {
		c := class[b[i]]
		if c == isTag {
			return 0, malformed("an attribute is not well formed")
		}
		odd = odd || c != 0
	}
	if i == len(b) {
		return -1, nil
	}
	return i + 1, s.add(mark{name, b[from:i]}, odd)
}

// add keeps an attribute; odd tells that its value may break the rules.
func (s *scanner) add(m mark, odd bool) error {
	if odd && !(sound(m.value) && referencesSound(m.value)) {
		return malformed("an attribute is not well formed")
	}
	for i := range s.marks {
		if string(s.marks[i].name) == string(m.name) {
			return malformed("an attribute stands twice")
		}
	}
	if len(s.marks) == mostMarks {
		return grid.ErrTooLarge
	}
	s.marks = append(s.marks, m)
	return nil
}

// closing reads an end tag, which must fit the element that is open.
func (s *scanner) closing() error {
	if s.depth() == 0 {
		return malformed("an end tag is out of place")
	}
	start := 0
	if n := len(s.ends); n > 1 {
		start = s.ends[n-2]
	}
	want := s.open[start:]
	if s.end-s.at < len(want)+3 {
		if err := s.peek(len(want) + 3); err != nil {
			return err
		}
	}
	i := s.at + 2 + len(want)
	if i >= s.end || string(s.buf[s.at+2:i]) != string(want) {
		return malformed("an end tag does not fit")
	}
	if s.buf[i] != '>' {
		after, err := s.until(2+len(want), ">")
		if err != nil {
			return err
		}
		i = after - 1
		if len(bytes.TrimSpace(s.buf[s.at+2+len(want):i])) > 0 {
			return malformed("an end tag does not fit")
		}
	}
	s.at = i + 1
	s.pop()
	return nil
}

// pop closes the innermost element.
func (s *scanner) pop() {
	n := len(s.ends) - 1
	s.ends = s.ends[:n]
	start := 0
	if n > 0 {
		start = s.ends[n-1]
	}
	s.open = s.open[:start]
}
