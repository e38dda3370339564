package metrics

import (
	"slices"

	"evidencepack/ingest/record"
)

// people is a set of distinct people, sorted. Nobody in particular is not in it.
type people []record.Person

func (s *people) add(p record.Person) {
	if p == "" {
		return
	}
	if n := len(*s); n == 0 || (*s)[n-1] < p {
		*s = append(*s, p)
		return
	}
	if i, there := slices.BinarySearch(*s, p); !there {
		*s = slices.Insert(*s, i, p)
	}
}

func (s *people) merge(other people) {
	for _, p := range other {
		s.add(p)
	}
}

func (s people) has(p record.Person) bool {
	_, there := slices.BinarySearch(s, p)
	return there
}
