package main

import "hash/fnv"

// random is a small generator of our own (splitmix64), so that the demo's
// exports do not depend on the library's generators of any Go version.
// It works in whole numbers only: floating point may differ between processors.
type random struct{ state uint64 }

// newRandom starts a stream of its own for each table, so that a change to one
// table leaves the others as they were.
func newRandom(table string) *random {
	h := fnv.New64a()
	h.Write([]byte(table))
	return &random{state: h.Sum64()}
}

func (r *random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below gives a whole number from 0 to n−1.
func (r *random) below(n int) int { return int(r.next() % uint64(n)) }

// between gives a whole number from low to high, both included.
func (r *random) between(low, high int) int { return low + r.below(high-low+1) }

// chance is true in the given number of cases of a thousand.
func (r *random) chance(permille int) bool { return r.below(1000) < permille }

// pick gives one of the words, each as often as the others.
func (r *random) pick(words ...string) string { return words[r.below(len(words))] }

// share is a word and how often it comes, compared with the others of its list.
type share struct {
	weight int
	word   string
}

// draw gives one word of a list by its weight.
func (r *random) draw(list []share) string {
	total := 0
	for _, s := range list {
		total += s.weight
	}
	left := r.below(total)
	for _, s := range list {
		if left -= s.weight; left < 0 {
			return s.word
		}
	}
	return ""
}
