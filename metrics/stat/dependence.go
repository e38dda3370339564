package stat

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// dependence tells which columns of a table are linear combinations of those before
// them, and which.
type dependence struct {
	kept    []int             // columns that are not
	dropped map[int][]float64 // for each other column, how much of each kept one it is
}

// apart is how much of a column must be left, beside what the columns before it
// explain, for it to be one of its own.
const apart = 1e-9

// findDependence looks at some columns of a table, from left to right, by
// Gram and Schmidt's method, each column twice to keep rounding out.
func findDependence(rows [][]float64, columns []int) dependence {
	d := dependence{dropped: map[int][]float64{}}
	var base [][]float64
	for _, c := range columns {
		column := make([]float64, len(rows))
		for i, row := range rows {
			column[i] = row[c]
		}
		length := norm(column)
		rest := append([]float64(nil), column...)
		for range 2 {
			for _, b := range base {
				along := product(rest, b)
				for i := range rest {
					rest[i] -= along * b[i]
				}
			}
		}
		left := norm(rest)
		// A wave may be all but zero at every period; the other columns are whole numbers.
		if left > apart*length && left > apart {
			for i := range rest {
				rest[i] /= left
			}
			base = append(base, rest)
			d.kept = append(d.kept, c)
			continue
		}
		d.dropped[c] = shares(rows, d.kept, column)
	}
	for c, s := range d.dropped {
		d.dropped[c] = append(s, make([]float64, len(d.kept)-len(s))...)
	}
	return d
}

// shares says how much of each kept column a dropped one is.
func shares(rows [][]float64, kept []int, column []float64) []float64 {
	if len(kept) == 0 || len(rows) < len(kept) {
		return nil
	}
	table := mat.NewDense(len(rows), len(kept), nil)
	for i, row := range rows {
		for j, c := range kept {
			table.Set(i, j, row[c])
		}
	}
	var qr mat.QR
	qr.Factorize(table)
	solved := mat.NewVecDense(len(kept), nil)
	// A warning about the condition is no error: the columns were checked to be apart.
	_ = qr.SolveVecTo(solved, false, mat.NewVecDense(len(column), column))
	return solved.RawVector().Data
}

// tells says whether a combination of the columns has one answer: whether it is the
// same for all answers that fit the table equally well.
func (d dependence) tells(combination []float64) bool {
	largest := 0.0
	for _, v := range combination {
		largest = max(largest, math.Abs(v))
	}
	for c, s := range d.dropped {
		rest, size := combination[c], 1.0
		for j, k := range d.kept {
			rest -= s[j] * combination[k]
			size = max(size, math.Abs(s[j]))
		}
		if math.Abs(rest) > apart*size*largest {
			return false
		}
	}
	return true
}

func product(a, b []float64) float64 {
	var sum running
	for i := range a {
		sum.add(a[i] * b[i])
	}
	return sum.total()
}

func norm(a []float64) float64 { return math.Sqrt(product(a, a)) }
