package disclose

import "slices"

// The equations are solved in whole numbers modulo a prime, which is exact, and so
// large that nothing comes out as nought by accident.
const prime = 1<<31 - 1

// entry is one coefficient of a row.
type entry struct {
	column int
	value  uint64
}

// solver holds the equations that a reader has, each reduced by those before it, and
// the hidden sums, reduced by all of them. A hidden sum of which nothing is left
// follows from the equations.
type solver struct {
	rows    [][]entry // the first entry is the pivot, with the value 1
	hidden  []*hiddenSum
	scratch []uint64
	steps   int // rows taken out of sums so far, for all that it costs
}

type hiddenSum struct {
	left []uint32 // what is left of it, by column
	some int      // how many columns of it are not nought
}

func newSolver(columns int) *solver { return &solver{scratch: make([]uint64, columns)} }

func fieldInverse(a uint64) uint64 {
	result := uint64(1)
	for e := prime - 2; e > 0; e >>= 1 {
		if e&1 == 1 {
			result = result * a % prime
		}
		a = a * a % prime
	}
	return result
}

// reduce takes all rows out of a sum and gives what is left.
func (s *solver) reduce(sum []entry) []entry {
	clear(s.scratch)
	for _, e := range sum {
		s.scratch[e.column] = (s.scratch[e.column] + e.value) % prime
	}
	for _, row := range s.rows {
		factor := s.scratch[row[0].column]
		if factor == 0 {
			continue
		}
		s.steps++
		for _, e := range row {
			s.scratch[e.column] = (s.scratch[e.column] + (prime-factor)*e.value) % prime
		}
	}
	var out []entry
	for column, value := range s.scratch {
		if value != 0 {
			out = append(out, entry{column, value})
		}
	}
	return out
}

// hide adds a sum that must not follow from the equations. It gives false, and adds
// nothing, where it follows already.
func (s *solver) hide(sum []entry) bool {
	left := s.reduce(sum)
	if len(left) == 0 {
		return false
	}
	one := &hiddenSum{left: make([]uint32, len(s.scratch)), some: len(left)}
	for _, e := range left {
		one.left[e.column] = uint32(e.value)
	}
	s.hidden = append(s.hidden, one)
	return true
}

// learn adds equations, by their left sides alone: whether something follows does not
// depend on the numbers. It tells whether a hidden sum follows now, and gives the way
// back.
func (s *solver) learn(sums [][]entry) (revealed bool, undo func()) {
	before := len(s.rows)
	saved := map[*hiddenSum]hiddenSum{}
	for _, sum := range sums {
		row := s.reduce(sum)
		if len(row) == 0 {
			continue
		}
		inverse := fieldInverse(row[0].value)
		for i := range row {
			row[i].value = row[i].value * inverse % prime
		}
		s.rows = append(s.rows, row)
		for _, one := range s.hidden {
			if one.left[row[0].column] == 0 {
				continue
			}
			if _, there := saved[one]; !there {
				saved[one] = hiddenSum{slices.Clone(one.left), one.some}
			}
			one.take(row)
			s.steps++
			revealed = revealed || one.some == 0
		}
	}
	return revealed, func() {
		s.rows = s.rows[:before]
		for one, was := range saved {
			*one = was
		}
	}
}

// take takes a row out of what is left of a hidden sum.
func (h *hiddenSum) take(row []entry) {
	factor := uint64(h.left[row[0].column])
	for _, e := range row {
		was := h.left[e.column]
		now := uint32((uint64(was) + (prime-factor)*e.value) % prime)
		switch {
		case was == 0 && now != 0:
			h.some++
		case was != 0 && now == 0:
			h.some--
		}
		h.left[e.column] = now
	}
}
