package main

import (
	"maps"
	"math/bits"
	"slices"
)

// The field in which the equations are solved: a value found in it is the true one but
// for a chance of about 1 in 10 to the 18.
const prime = 1<<61 - 1

func timesIn(a, b uint64) uint64 {
	high, low := bits.Mul64(a, b)
	r := low&prime + (low>>61 | high<<3)
	r = r&prime + r>>61
	if r >= prime {
		r -= prime
	}
	return r
}

func inverseIn(a uint64) uint64 {
	r := uint64(1)
	for e := uint64(prime - 2); e > 0; e >>= 1 {
		if e&1 == 1 {
			r = timesIn(r, a)
		}
		a = timesIn(a, a)
	}
	return r
}

// line is one equation: coefficients of unknown numbers, and what they come to.
type line struct {
	of    map[int]uint64
	comes uint64
}

func inField(v float64) uint64 {
	if v < 0 {
		return prime - uint64(-v)
	}
	return uint64(v)
}

// eliminate solves the sums of numbers not found yet and notes each that has one value.
// It gives the sums that have news in them. Every line done holds one pivot, which is in
// no other line.
func (s *system) eliminate() (fresh []int) {
	var done []line
	pivots, holders := map[int]int{}, map[int]map[int]bool{} // lines by their pivot, and by the other numbers in them
	for _, l := range s.lines() {
		for _, n := range l.numbers() {
			if at, there := pivots[n]; there {
				l.less(done[at], l.of[n])
			}
		}
		pivot := l.pivot()
		if pivot < 0 {
			continue
		}
		l.scale(inverseIn(l.of[pivot]))
		at := len(done)
		done = append(done, l)
		pivots[pivot] = at
		for _, n := range l.numbers() {
			if holders[n] == nil {
				holders[n] = map[int]bool{}
			}
			holders[n][at] = n != pivot
		}
		for i, holds := range holders[pivot] {
			if c := done[i].of[pivot]; holds && i != at && c != 0 {
				done[i].less(l, c)
				for n := range l.of {
					holders[n][i] = true
				}
			}
		}
		delete(holders, pivot)
	}
	return s.note(done)
}

// note takes over the values of lines with one number left.
func (s *system) note(done []line) (fresh []int) {
	seen := map[int]bool{}
	for _, l := range done {
		if len(l.of) != 1 {
			continue
		}
		n, value := l.pivot(), float64(l.comes)
		if l.comes > prime/2 {
			value = -float64(prime - l.comes)
		}
		s.is(n, value)
		for _, at := range s.of[n] {
			if !seen[at] {
				seen[at] = true
				fresh = append(fresh, at)
			}
		}
	}
	slices.Sort(fresh)
	return fresh
}

// numbers lists the numbers of a line, in order.
func (l *line) numbers() []int { return slices.Sorted(maps.Keys(l.of)) }

// lines are the sums with what is known put in, shortest first.
func (s *system) lines() []line {
	var lines []line
	for _, q := range s.sums {
		l := line{of: map[int]uint64{}}
		s.put(&l, q.whole, 1)
		for _, p := range q.parts {
			s.put(&l, p, prime-1)
		}
		if len(l.of) > 0 {
			lines = append(lines, l)
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int { return len(a.of) - len(b.of) })
	return lines
}

func (s *system) put(l *line, n int, c uint64) {
	if value, is := s.found(n); is {
		l.comes = plusIn(l.comes, prime-timesIn(c, inField(value)))
		return
	}
	if l.of[n] = plusIn(l.of[n], c); l.of[n] == 0 {
		delete(l.of, n)
	}
}

func plusIn(a, b uint64) uint64 {
	r := a + b
	if r >= prime {
		r -= prime
	}
	return r
}

// less takes another line away, so many times.
func (l *line) less(other line, c uint64) {
	minus := prime - c
	for n, v := range other.of {
		if sum := plusIn(l.of[n], timesIn(minus, v)); sum == 0 {
			delete(l.of, n)
		} else {
			l.of[n] = sum
		}
	}
	l.comes = plusIn(l.comes, timesIn(minus, other.comes))
}

func (l *line) scale(c uint64) {
	for n, v := range l.of {
		l.of[n] = timesIn(c, v)
	}
	l.comes = timesIn(c, l.comes)
}

// pivot is the first number of a line, −1 where it has none.
func (l *line) pivot() int {
	first := -1
	for n := range l.of {
		if first < 0 || n < first {
			first = n
		}
	}
	return first
}
