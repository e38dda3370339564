package stat

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// Bounds of the search; a fit that has an answer takes fewer than ten steps.
const (
	mostSteps  = 200
	mostHalves = 40
	settled    = 1e-9 // change of all predictors from one step to the next; the next one would be its square
	nothing    = 1e-9 // expected events, or expected rest, that count as none where none were seen
)

// fit searches for the terms of the greatest likelihood. Where some periods are
// driven to no events at all, or to nothing but events, no finite terms fit best:
// these periods are then set to their limit, and the others fitted without them.
func (m *trendModel) fit() error {
	for {
		if err := m.search(); err != nil {
			return err
		}
		var alive []int
		for _, i := range m.alive {
			if !m.onEdge(i, m.mean[i]) {
				alive = append(alive, i)
			}
		}
		switch {
		case len(alive) == 0:
			return ErrNoFit
		case len(alive) == len(m.alive):
			return nil
		}
		m.alive = alive
		rows := make([][]float64, len(alive))
		for j, i := range alive {
			rows[j] = m.rows[i]
		}
		m.told = findDependence(rows, m.kept)
	}
}

// onEdge tells whether a period in which nothing, or everything, was an event is
// expected to have nothing else.
func (m *trendModel) onEdge(i int, mean float64) bool {
	p := m.points[i]
	return p.Num == 0 && mean < nothing || m.family.binomial() && p.Num == p.Den && p.Den-mean < nothing
}

// search is Newton's method for the periods that are alive, by weighted least
// squares, with steps halved until they fit no worse.
func (m *trendModel) search() error {
	m.beta = m.begin()
	mean, deviance := m.means(m.beta)
	for range mostSteps {
		next, err := m.step(mean)
		if err != nil {
			return err
		}
		var nextMean []float64
		var nextDeviance float64
		for half := 0; ; half++ {
			if nextMean, nextDeviance = m.means(next); nextDeviance <= deviance+1e-9*(math.Abs(deviance)+1) {
				break
			}
			if half == mostHalves {
				return ErrNoFit
			}
			for j := range next {
				next[j] = (next[j] + m.beta[j]) / 2
			}
		}
		done := m.hasSettled(m.beta, next, nextMean)
		m.beta, mean, deviance = next, nextMean, nextDeviance
		if done {
			m.mean = mean
			return nil
		}
	}
	return ErrNoFit
}

// begin gives terms to begin from: a first step from the events seen, or one common
// rate where that is nearer.
func (m *trendModel) begin() []float64 {
	seen, all := 0.0, 0.0
	start := make([]float64, len(m.points))
	for _, i := range m.alive {
		seen += m.points[i].Num
		all += m.exposure(i)
		start[i] = m.start(i)
	}
	// The column of the intercept is all ones, so it is always the first that is kept.
	common := make([]float64, len(m.told.kept))
	rate := seen / all
	if m.family.binomial() {
		rate = (seen + 0.5) / (all + 1)
		common[0] = math.Log(rate / (1 - rate))
	} else {
		common[0] = math.Log(max(rate, math.SmallestNonzeroFloat64))
	}
	first, err := m.step(start)
	if err != nil {
		return common
	}
	_, near := m.means(first)
	if _, far := m.means(common); near < far {
		return first
	}
	return common
}

// step solves one weighted least squares problem around the expected events, and
// keeps its triangle.
func (m *trendModel) step(mean []float64) ([]float64, error) {
	terms := m.told.kept
	table := mat.NewDense(max(len(m.alive), len(terms)), len(terms), nil)
	aim := mat.NewVecDense(max(len(m.alive), len(terms)), nil)
	for row, i := range m.alive {
		weight := m.variance(i, mean[i])
		if !(weight > 1e-290) {
			continue
		}
		root := math.Sqrt(weight)
		for j, c := range terms {
			table.Set(row, j, root*m.rows[i][c])
		}
		aim.SetVec(row, root*(m.predictor(i, mean[i])+(m.points[i].Num-mean[i])/weight))
	}
	var qr mat.QR
	qr.Factorize(table)
	solved := mat.NewVecDense(len(terms), nil)
	// A warning about the condition is no error of its own: what is no number is found below.
	_ = qr.SolveVecTo(solved, false, aim)
	var triangle mat.Dense
	qr.RTo(&triangle)
	m.root = m.root[:0]
	for j := range terms {
		for k := range terms {
			m.root = append(m.root, triangle.At(j, k))
		}
	}
	beta := solved.RawVector().Data
	for _, b := range beta {
		if math.IsNaN(b) || math.IsInf(b, 0) {
			return nil, ErrNoFit
		}
	}
	return beta, nil
}

// means gives the expected events of each period, and their deviance. A period that
// is not alive is expected to have what it had.
func (m *trendModel) means(beta []float64) ([]float64, float64) {
	mean := make([]float64, len(m.points))
	for i, p := range m.points {
		mean[i] = p.Num
	}
	for _, i := range m.alive {
		mean[i] = m.expected(i, m.combine(m.rows[i], beta))
	}
	deviance := m.deviance(mean)
	if math.IsNaN(deviance) {
		deviance = math.Inf(1)
	}
	return mean, deviance
}

// combine adds up a combination of the terms.
func (m *trendModel) combine(row, beta []float64) float64 {
	var sum running
	for j, c := range m.told.kept {
		sum.add(row[c] * beta[j])
	}
	return sum.total()
}

func (m *trendModel) hasSettled(before, now, mean []float64) bool {
	for _, i := range m.alive {
		old, next := m.combine(m.rows[i], before), m.combine(m.rows[i], now)
		if math.Abs(next-old) > settled*max(1, math.Abs(next)) && !m.onEdge(i, mean[i]) {
			return false
		}
	}
	return true
}

// unscaled is the standard error of a combination of the terms where the dispersion
// is 1: the length of z in Rᵀz = combination.
func (m *trendModel) unscaled(combination []float64) float64 {
	terms := len(m.told.kept)
	z := make([]float64, terms)
	for j, c := range m.told.kept {
		rest := combination[c]
		for k := range j {
			rest -= m.root[k*terms+j] * z[k]
		}
		z[j] = rest / m.root[j*terms+j]
	}
	return norm(z)
}
