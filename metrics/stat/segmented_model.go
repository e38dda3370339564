package stat

import "math"

// trendModel is a segmented regression while it is fitted.
type trendModel struct {
	points []SegmentedPoint
	family Family
	counts bool
	rows   [][]float64 // the terms of each period
	kept   []int       // terms that the periods can tell apart; the others were left out
	alive  []int       // periods whose expected events are not driven to nothing, or to all
	told   dependence  // of the kept terms over the periods that are alive

	beta []float64 // of the terms that told keeps
	root []float64 // upper triangle R of the weighted terms, row by row
	mean []float64 // expected events of each period
}

func newTrendModel(points []SegmentedPoint, o SegmentedOptions) *trendModel {
	m := &trendModel{points: points, family: o.Family, counts: o.Counts}
	for i, p := range points {
		m.rows = append(m.rows, trendRow(p.T, o))
		m.alive = append(m.alive, i)
	}
	m.kept = findDependence(m.rows, allOf(len(m.rows[0]))).kept
	m.told = findDependence(m.rows, m.kept)
	return m
}

func allOf(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// exposure is what the expected events are in proportion to.
func (m *trendModel) exposure(i int) float64 {
	if m.counts {
		return 1
	}
	return m.points[i].Den
}

// expected gives the expected events of a period from its linear predictor.
func (m *trendModel) expected(i int, predictor float64) float64 {
	if m.family.binomial() {
		return m.points[i].Den / (1 + math.Exp(-predictor))
	}
	return m.exposure(i) * math.Exp(predictor)
}

// predictor turns expected events back.
func (m *trendModel) predictor(i int, mean float64) float64 {
	if m.family.binomial() {
		return math.Log(mean / (m.points[i].Den - mean))
	}
	return math.Log(mean / m.exposure(i))
}

// variance of the events of a period around their expected number.
func (m *trendModel) variance(i int, mean float64) float64 {
	if m.family.binomial() {
		return mean * (1 - mean/m.points[i].Den)
	}
	return mean
}

// start gives expected events to begin from: those seen, kept off the edges.
func (m *trendModel) start(i int) float64 {
	p := m.points[i]
	if m.family.binomial() {
		return p.Den * (p.Num + 0.5) / (p.Den + 1)
	}
	return p.Num + 0.1
}

// deviance of expected events from those seen.
func (m *trendModel) deviance(mean []float64) float64 {
	var sum running
	for i, p := range m.points {
		sum.add(2 * part(p.Num, mean[i]))
		if m.family.binomial() {
			sum.add(2 * part(p.Den-p.Num, p.Den-mean[i]))
		} else {
			sum.add(-2 * (p.Num - mean[i]))
		}
	}
	return sum.total()
}

func part(seen, mean float64) float64 {
	if seen == 0 {
		return 0
	}
	return seen * math.Log(seen/mean)
}

// nullDeviance is the deviance from one common rate.
func (m *trendModel) nullDeviance() float64 {
	var seen, all running
	for i, p := range m.points {
		seen.add(p.Num)
		all.add(m.exposure(i))
	}
	rate := seen.total() / all.total()
	mean := make([]float64, len(m.points))
	for i := range mean {
		mean[i] = rate * m.exposure(i)
	}
	return m.deviance(mean)
}

// residual is Pearson's: how far a period lies from what is expected, in standard
// deviations. It is 0 where nothing but what was seen is possible.
func (m *trendModel) residual(i int) float64 {
	apart := m.points[i].Num - m.mean[i]
	if apart == 0 {
		return 0
	}
	return apart / math.Sqrt(m.variance(i, m.mean[i]))
}
