package stat

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// describe fills what the fitted model says.
func (s *Segmented) describe(m *trendModel, o SegmentedOptions) {
	residuals := make([]float64, len(m.points))
	var squares running
	for i := range residuals {
		residuals[i] = m.residual(i)
		squares.add(residuals[i] * residuals[i])
	}
	s.Autocorrelation = lagOne(residuals)
	s.Dispersion = 1
	if o.Family.quasi() {
		s.Dispersion = math.NaN()
		if s.Freedom > 0 {
			s.Dispersion = squares.total() / float64(s.Freedom)
		}
	}
	names := trendNames(o)
	for c, name := range names {
		combination := make([]float64, len(names))
		combination[c] = 1
		if !slices.Contains(m.kept, c) {
			s.Terms = append(s.Terms, noTerm(name, true))
			continue
		}
		s.Terms = append(s.Terms, s.term(m, name, combination))
	}
	s.describeChange(m, len(names), o)
	for i, p := range m.points {
		row := slices.Clone(m.rows[i])
		row[levelAt], row[postTimeAt] = 0, 0
		fit := SegmentedFit{SegmentedPoint: p, Fitted: m.mean[i], Counterfactual: math.NaN(), Residual: residuals[i]}
		if m.told.tells(row) {
			fit.Counterfactual = m.expected(i, m.combine(row, m.beta))
		}
		s.Points = append(s.Points, fit)
	}
}

// describeChange fills the slope after the change and its effect at the last period.
func (s *Segmented) describeChange(m *trendModel, terms int, o SegmentedOptions) {
	if !slices.Contains(m.kept, timeAt) || !slices.Contains(m.kept, postTimeAt) {
		return
	}
	slope := make([]float64, terms)
	slope[timeAt], slope[postTimeAt] = 1, 1
	after := s.term(m, "post_slope", slope)
	s.PostSlope = &after
	if slices.Contains(m.kept, levelAt) {
		last := make([]float64, terms)
		last[levelAt], last[postTimeAt] = 1, m.points[len(m.points)-1].T-o.Change
		effect := s.term(m, "effect_at_last_period", last)
		s.Effect = &effect
	}
}

func noTerm(name string, left bool) Term {
	none := math.NaN()
	return Term{
		Name: name, Estimate: none, StdErr: none, Stat: none, P: none, Lower: none, Upper: none,
		Times: none, TimesLower: none, TimesUpper: none, Left: left, Endless: !left,
	}
}

// term gives a combination of the terms with its range.
func (s *Segmented) term(m *trendModel, name string, combination []float64) Term {
	if !m.told.tells(combination) {
		return noTerm(name, false)
	}
	t := noTerm(name, false)
	t.Endless = false
	t.Estimate = m.combine(combination, m.beta)
	t.Times = math.Exp(t.Estimate)
	t.StdErr = m.unscaled(combination) * math.Sqrt(s.Dispersion)
	t.Stat = t.Estimate / t.StdErr
	if math.IsNaN(t.StdErr) || math.IsNaN(t.Stat) {
		return t
	}
	reach := Level95.z
	if m.family.quasi() {
		student := distuv.StudentsT{Sigma: 1, Nu: float64(s.Freedom)}
		t.P = 2 * student.CDF(-math.Abs(t.Stat))
		reach = Level95.student(float64(s.Freedom)).z
	} else {
		t.P = math.Erfc(math.Abs(t.Stat) / math.Sqrt2)
	}
	t.Lower, t.Upper = t.Estimate-reach*t.StdErr, t.Estimate+reach*t.StdErr
	t.TimesLower, t.TimesUpper = math.Exp(t.Lower), math.Exp(t.Upper)
	return t
}

// lagOne gives the autocorrelation of values at lag 1; NaN under three values or
// where all are the same.
func lagOne(values []float64) float64 {
	mean, err := Mean(values)
	if err != nil || len(values) < 3 {
		return math.NaN()
	}
	var together, squares running
	for i, v := range values {
		squares.add((v - mean) * (v - mean))
		if i > 0 {
			together.add((v - mean) * (values[i-1] - mean))
		}
	}
	if squares.total() == 0 {
		return math.NaN()
	}
	return together.total() / squares.total()
}

// finite tells whether every term that is there has an estimate.
func (s *Segmented) finite() bool {
	for _, t := range s.Terms {
		if !t.Left && !t.Endless && (math.IsNaN(t.Estimate) || math.IsInf(t.Estimate, 0)) {
			return false
		}
	}
	return true
}
