package ods

// space is what a prefix of a name stands for. Prefixes are the writer's choice.
type space uint8

const (
	unknown space = iota
	office
	table
	text
	style
	calc
	manifest
)

// known are the addresses of the spaces, which are only names and never visited.
var known = map[string]space{
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":                     office,
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":                      table,
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":                       text,
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":                      style,
	"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0":                   manifest,
	"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": calc,
}

// mostPrefixes is how many prefixes may be declared at once.
const mostPrefixes = 200

// spaces knows what prefixes stand for at the present place.
type spaces struct {
	bound []prefix
	found map[string]space // what was looked up since the last change
}

type prefix struct {
	name  string
	space space
	depth int // of the element that declares it
}

// declare takes an attribute into account, if it declares a prefix.
func (s *spaces) declare(p, local, value []byte, depth int) error {
	name := ""
	switch {
	case string(p) == "xmlns":
		name = string(local)
	case len(p) > 0 || string(local) != "xmlns":
		return nil
	}
	if len(s.bound) == mostPrefixes {
		return damaged("it declares too many prefixes")
	}
	s.bound = append(s.bound, prefix{name, known[string(value)], depth})
	s.found = map[string]space{}
	return nil
}

// leave forgets what an element declared.
func (s *spaces) leave(depth int) {
	for n := len(s.bound); n > 0 && s.bound[n-1].depth >= depth; n-- {
		s.bound = s.bound[:n-1]
		s.found = map[string]space{}
	}
}

// of tells what a prefix stands for.
func (s *spaces) of(name []byte) space {
	if is, there := s.found[string(name)]; there {
		return is
	}
	is := unknown
	for _, p := range s.bound {
		if p.name == string(name) {
			is = p.space // the innermost counts
		}
	}
	if s.found == nil {
		s.found = map[string]space{}
	}
	s.found[string(name)] = is
	return is
}

// is tells whether the element that begins has a name.
func (s *scanner) is(in space, local string) bool {
	p, l := parted(s.element)
	return string(l) == local && s.spaces.of(p) == in
}

// value gives an attribute of the element that begins; none is nil.
func (s *scanner) value(in space, local string) []byte {
	for _, a := range s.attrs {
		if string(a.local) == local && s.in(a) == in {
			return a.value
		}
	}
	return nil
}

// in is the space of an attribute; one without a prefix is in none.
func (s *scanner) in(a attribute) space {
	if len(a.prefix) == 0 {
		return unknown
	}
	return s.spaces.of(a.prefix)
}

// children goes through what stands in the element that began, up to its end.
// The visitor must take each element up to its end.
func (s *scanner) children(element func() error) error {
	for {
		kind, err := s.next()
		if err != nil || kind == closed {
			return err
		}
		if kind == opened {
			if err := element(); err != nil {
				return err
			}
		}
	}
}

// skip passes over the element that began.
func (s *scanner) skip() error {
	for depth := s.depth; s.depth >= depth; {
		if _, err := s.next(); err != nil {
			return err
		}
	}
	return nil
}
