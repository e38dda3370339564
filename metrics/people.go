package metrics

import (
	"slices"
	"strings"

	"evidencepack/ingest/record"
)

// people is a set of distinct people, sorted. Nobody in particular is not in it.
type people []record.Person

func (s *people) add(p record.Person) {
	if p == "" {
		return
	}
	n := len(*s)
	switch {
	case n == 0 || (*s)[n-1] < p:
		*s = append(*s, p)
		return
	case (*s)[n-1] == p:
		return // most cells are about one person
	}
	if i, there := slices.BinarySearch(*s, p); !there {
		*s = slices.Insert(*s, i, p)
	}
}

// merge takes all of another set.
func (s *people) merge(other people) {
	n := len(*s)
	if len(other) < 2 || n == 0 || (*s)[n-1] < other[0] {
		for _, p := range other {
			s.add(p)
		}
		return
	}
	both, here := make(people, 0, n+len(other)), *s
	for len(here) > 0 && len(other) > 0 {
		order := strings.Compare(string(here[0]), string(other[0]))
		if order <= 0 {
			both, here = append(both, here[0]), here[1:]
		} else {
			both = append(both, other[0])
		}
		if order >= 0 {
			other = other[1:]
		}
	}
	*s = append(append(both, here...), other...)
}

func (s people) has(p record.Person) bool {
	_, there := slices.BinarySearch(s, p)
	return there
}
