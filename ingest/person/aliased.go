package person

import "strings"

// aliased lets an alias of the user go before what a row of the register says.
// A name counts only where the row has no id of its own.
func (r *Registry) aliased(s Stay) Stay {
	written := s.Ref
	if refKey(s.Ref) == "" {
		written = s.Name
	}
	means, there := r.aliases.person(written, s.Service, s.From)
	switch {
	case !there:
	case r.bears(means) || refKey(s.Ref) != "" && proof(means) && strings.ContainsAny(means, "0123456789"):
		s.Ref = means
	default:
		s.Name = means
	}
	return s
}

// bears tells whether somebody has an id.
func (r *Registry) bears(ref string) bool {
	among, _ := r.byRef(ref)
	return len(among) > 0
}

// Astray gives the lines of the alias file that mean nobody of the register.
func (r *Registry) Astray() []int {
	var lines []int
	if r.aliases == nil || r.open {
		return lines
	}
	for _, one := range r.aliases.all {
		if one.kind == AliasPerson && !r.bears(one.means) && len(r.names[r.nameKey(one.means)]) == 0 {
			lines = append(lines, one.line)
		}
	}
	return lines
}
