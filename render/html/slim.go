package html

import (
	"bytes"
	"encoding/json"
)

// slim writes data as JSON without what says nothing: empty entries, and settings that
// are as the chart library has them anyway. Numbers stay as they are: a rounded one
// would be a number of its own, which stands nowhere else.
func slim(data any) ([]byte, error) {
	whole, err := json.Marshal(data)
	if err != nil {
		return nil, err
	}
	s := slimmer{in: whole, out: make([]byte, 0, len(whole))}
	s.value()
	return s.out, nil
}

// usual are settings of the chart library that hold without being said.
var usual = map[string]string{
	`"connectNulls"`: "false", `"xAxisIndex"`: "0", `"yAxisIndex"`: "0", `"gridIndex"`: "0",
}

// slimmer copies JSON as encoding/json writes it, with no blanks, and leaves out what
// says nothing.
type slimmer struct {
	in  []byte
	at  int
	out []byte
}

// value copies what begins here to its end.
func (s *slimmer) value() {
	switch s.in[s.at] {
	case '{':
		s.object()
	case '[':
		s.list()
	default:
		s.out = append(s.out, s.plain()...)
	}
}

// plain passes over a text, a number or a word, and gives it.
func (s *slimmer) plain() []byte {
	from := s.at
	if s.in[s.at] == '"' {
		for s.at++; s.in[s.at] != '"'; s.at++ {
			if s.in[s.at] == '\\' {
				s.at++
			}
		}
		s.at++
		return s.in[from:s.at]
	}
	end := bytes.IndexAny(s.in[s.at:], ",]}")
	if end < 0 {
		end = len(s.in) - s.at
	}
	s.at += end
	return s.in[from:s.at]
}

func (s *slimmer) list() {
	s.out = append(s.out, '[')
	for s.at++; s.in[s.at] != ']'; {
		if s.in[s.at] == ',' {
			s.out = append(s.out, ',')
			s.at++
		}
		s.value()
	}
	s.at++
	s.out = append(s.out, ']')
}

func (s *slimmer) object() {
	s.out = append(s.out, '{')
	first := true
	for s.at++; s.in[s.at] != '}'; {
		if s.in[s.at] == ',' {
			s.at++
		}
		name := s.plain()
		s.at++ // the colon
		before := len(s.out)
		if !first {
			s.out = append(s.out, ',')
		}
		s.out = append(append(s.out, name...), ':')
		from := len(s.out)
		s.value()
		if said := s.out[from:]; string(said) == "null" || string(said) == usual[string(name)] {
			s.out = s.out[:before]
			continue
		}
		first = false
	}
	s.at++
	s.out = append(s.out, '}')
}
