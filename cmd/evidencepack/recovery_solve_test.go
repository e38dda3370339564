package main

import (
	"math"
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
