package main

import "testing"

// TestSolverFindsWhatFollows gives the solver tables made by hand in which one number
// follows from the others, and some in which none does. An attack that finds nothing
// says something only if its solver finds these.
func TestSolverFindsWhatFollows(t *testing.T) {
	hidden := -1.0
	for _, one := range []struct {
		name  string
		given map[int]float64 // of the numbers of a table of two rows and two columns, see handTable
		want  map[int]float64 // numbers that must be found, hidden where they must not be
	}{
		{"the whole less all but one", map[int]float64{0: 7, 2: 10}, map[int]float64{1: 3}},
		{"two hidden in a row do not follow", map[int]float64{2: 10}, map[int]float64{0: hidden, 1: hidden}},
		{"four hidden in a square do not follow", map[int]float64{2: 10, 5: 10, 6: 8, 7: 12}, map[int]float64{0: hidden, 1: hidden, 3: hidden, 4: hidden}},
		{"one of the square gives the others", map[int]float64{2: 10, 5: 10, 6: 8, 7: 12, 0: 3}, map[int]float64{1: 7, 3: 5, 4: 5}},
		{"a whole of nought leaves nothing to hide", map[int]float64{2: 0}, map[int]float64{0: 0, 1: 0}},
		{"the sum of all follows from the rows", map[int]float64{2: 10, 5: 9}, map[int]float64{8: 19}},
		{"a part as large as the whole", map[int]float64{0: 4, 2: 4}, map[int]float64{1: 0}},
	} {
		s := handTable()
		for n, value := range one.given {
			s.is(n, value)
		}
		s.solve()
		for n, want := range one.want {
			if got, is := s.found(n); is != (want != hidden) || is && got != want {
				t.Errorf("%s: number %d: found %v %g to %g, want %g", one.name, n, is, s.low[n], s.high[n], want)
			}
		}
	}
}

// handTable is a table: 0 and 1 make 2, 3 and 4 make 5, the columns make 6 and 7, all is 8.
func handTable() *system {
	s := &system{}
	for range 9 {
		s.number()
	}
	s.adds(2, 0, 1)
	s.adds(5, 3, 4)
	s.adds(6, 0, 3)
	s.adds(7, 1, 4)
	s.adds(8, 2, 5)
	s.adds(8, 6, 7)
	return s
}

// TestSolverSolvesTogether wants a number that follows from several sums at once, and
// from none of them alone: a+b, b+c and a+c give a.
func TestSolverSolvesTogether(t *testing.T) {
	s := &system{}
	for range 6 {
		s.number()
	}
	s.adds(3, 0, 1)
	s.adds(4, 1, 2)
	s.adds(5, 0, 2)
	for n, value := range map[int]float64{3: 12, 4: 17, 5: 15} {
		s.is(n, value)
	}
	s.solve()
	for n, want := range []float64{5, 7, 10} {
		if got, is := s.found(n); !is || got != want {
			t.Errorf("number %d: found %v %g, want %g", n, is, got, want)
		}
	}
}

// TestSolverSeesThatSumsContradict wants a false reading of a pack to be seen.
func TestSolverSeesThatSumsContradict(t *testing.T) {
	s := handTable()
	s.is(0, 5)
	s.is(2, 4)
	if s.solve(); !s.wrong {
		t.Error("a part is larger than its whole, and the solver does not see it")
	}
}
