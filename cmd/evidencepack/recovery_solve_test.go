package main

import (
	"maps"
	"math"
	"math/bits"
	"slices"
)

// system is what an attacker knows of whole numbers that are never below nought: sums
// that hold between them. He narrows the bounds of each number until nothing moves, then
// solves the sums as linear equations.
type system struct {
	low, high []float64
	sums      []sum
	of        [][]int // the sums that a number is in
	wrong     bool    // the sums contradict each other
}

// sum says that one number is the others together.
type sum struct {
	whole int
	parts []int
}

// number adds a number of which nothing is known.
func (s *system) number() int {
	s.low, s.high, s.of = append(s.low, 0), append(s.high, math.Inf(1)), append(s.of, nil)
	return len(s.low) - 1
}

// is says what a number is.
func (s *system) is(n int, value float64) {
	s.low[n], s.high[n] = max(s.low[n], value), min(s.high[n], value)
	s.wrong = s.wrong || s.low[n] > s.high[n]
}

// adds says that a number is the sum of others.
func (s *system) adds(whole int, parts ...int) {
	at := len(s.sums)
	s.sums = append(s.sums, sum{whole, parts})
	s.of[whole] = append(s.of[whole], at)
	for _, p := range parts {
		s.of[p] = append(s.of[p], at)
	}
}

// found gives the value of a number where only one is left.
func (s *system) found(n int) (float64, bool) { return s.low[n], s.low[n] == s.high[n] }

// solve narrows, solves, and narrows again with what was found.
func (s *system) solve() {
	all := make([]int, len(s.sums))
	for i := range all {
		all[i] = i
	}
	s.narrow(all)
	for !s.wrong {
		fresh := s.eliminate()
		if len(fresh) == 0 {
			return
		}
		s.narrow(fresh)
	}
}

// narrow works through sums until no bound moves.
func (s *system) narrow(queue []int) {
	waits := make([]bool, len(s.sums))
	for _, q := range queue {
		waits[q] = true
	}
	for len(queue) > 0 && !s.wrong {
		at := queue[0]
		queue = queue[1:]
		waits[at] = false
		for _, n := range s.squeeze(s.sums[at]) {
			for _, next := range s.of[n] {
				if !waits[next] {
					waits[next] = true
					queue = append(queue, next)
				}
			}
		}
	}
}

// squeeze narrows the numbers of one sum and lists those that moved.
func (s *system) squeeze(q sum) (moved []int) {
	low, high, open, openAt := 0.0, 0.0, 0, -1
	for _, p := range q.parts {
		low += s.low[p]
		if math.IsInf(s.high[p], 1) {
			open++
			openAt = p
		} else {
			high += s.high[p]
		}
	}
	top := high
	if open > 0 {
		top = math.Inf(1)
	}
	if s.bound(q.whole, low, top) {
		moved = append(moved, q.whole)
	}
	for _, p := range q.parts {
		most := s.high[q.whole] - (low - s.low[p])
		least := 0.0
		switch {
		case open == 0:
			least = s.low[q.whole] - (high - s.high[p])
		case open == 1 && p == openAt:
			least = s.low[q.whole] - high
		}
		was, wasHigh := s.low[p], s.high[p]
		if s.bound(p, least, most) {
			moved = append(moved, p)
			low += s.low[p] - was
			switch {
			case !math.IsInf(wasHigh, 1):
				high += s.high[p] - wasHigh
			case !math.IsInf(s.high[p], 1):
				open--
				high += s.high[p]
				if open == 1 { // another one is open alone now: the sum comes again for it
					openAt = -1
				}
			}
		}
	}
	return moved
}

// bound narrows one number.
func (s *system) bound(n int, low, high float64) bool {
	low, high = max(s.low[n], low), min(s.high[n], high)
	if low == s.low[n] && high == s.high[n] {
		return false
	}
	s.low[n], s.high[n] = low, high
	s.wrong = s.wrong || low > high
	return true
}

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
