package metrics

import (
	"math"

	"evidencepack/ingest/record"
	"evidencepack/metrics/stat"
)

// controlKinds names the charts as stat does; the other kinds are run charts.
var controlKinds = map[SeriesKind]stat.ControlKind{
	SeriesRun: stat.RunChart, SeriesPPrime: stat.PPrimeChart, SeriesUPrime: stat.UPrimeChart, SeriesT: stat.TChart,
}

// flatLimits is how narrow limits may be, as a share of the centre line, before
// they are none: sums of equal values differ in the last digit.
const flatLimits = 1e-9

// mostlySame tells whether more than half of the values of a part are one and the
// same. Then the ranges between neighbours are mostly 0 and say nothing of chance.
func mostlySame(points []SeriesPoint) bool {
	times, n := map[float64]int{}, 0
	for _, p := range points {
		if p.Value != nil {
			times[*p.Value]++
			n++
		}
	}
	for _, k := range times {
		if 2*k > n {
			return true
		}
	}
	return false
}

// hasLimits tells whether a part can be judged by a kind. A run chart has no
// limits, but needs a median that parts its points.
func (s *sketch) hasLimits(kind SeriesKind, from, to int) bool {
	if mostlySame(s.points[from:to]) {
		return false
	}
	switch kind {
	case SeriesRun:
		return true
	case SeriesXmR:
		chart, _ := s.xmr(from, to)
		return len(chart) > 0 && wide(chart[0].Lower, chart[0].Upper, chart[0].Mean)
	}
	control, err := stat.Control(controlKinds[kind], s.groups[from:to], stat.ControlOptions{})
	if err != nil {
		return false
	}
	for i, p := range control {
		if s.points[from+i].Value != nil && !wide(p.Lower, p.Upper, p.Centre) {
			return false
		}
	}
	return true
}

func wide(lower, upper, centre float64) bool { return upper-lower > flatLimits*math.Abs(centre) }

// fill draws the centre line of each part; where signals are asked for, those
// parts that have points enough get limits and signals too.
func (s *sketch) fill(kind stat.ControlKind, signals bool) {
	for from, to := range s.parts {
		n := valued(s.points[from:to])
		if n < 2 {
			continue
		}
		groups, scale := s.numbers(kind, from, to)
		control, err := stat.Control(kind, groups, stat.ControlOptions{})
		if err != nil {
			continue
		}
		judged := signals && n >= LeastPoints
		if kind == stat.RunChart {
			judged = judged && !lopsided(control)
		} else {
			judged = judged && !mostlySame(s.points[from:to])
		}
		s.draw(from, control, scale, judged)
	}
}

// numbers gives what a part is worked out from, and the scale of its lines: a run
// chart has no sizes, so there it is the points themselves.
func (s *sketch) numbers(kind stat.ControlKind, from, to int) (groups []stat.Subgroup, scale float64) {
	if kind != stat.RunChart {
		return s.groups[from:to], s.scale
	}
	for _, p := range s.points[from:to] {
		group := gap
		if p.Value != nil {
			group = stat.Subgroup{Y: *p.Value, N: 1}
		}
		groups = append(groups, group)
	}
	return groups, 1
}

// draw takes over the lines of one part.
func (s *sketch) draw(from int, control []stat.ControlPoint, scale float64, judged bool) {
	runs := runLengths(control)
	for i, c := range control {
		p := &s.points[from+i]
		p.Centre = line(c.Centre, scale)
		if p.Value == nil || !judged {
			continue
		}
		if wide(c.Lower, c.Upper, c.Centre) {
			p.Lower, p.Upper = line(c.Lower, scale), line(c.Upper, scale)
		}
		switch {
		case c.Outside && p.Upper != nil:
			p.Signal, p.Rule = sideOf(c.Value-c.Centre), RuleOutside
		case c.InLongRun:
			p.Signal, p.Rule, p.RunLength = sideOf(c.Value-c.Centre), RuleRun, runs[i]
		}
	}
}

func sideOf(difference float64) Direction {
	switch {
	case difference < 0:
		return Lower
	case difference > 0:
		return Higher
	}
	return ""
}

// lopsided tells whether less than a third of the points off a median are on one
// side of it, because many lie on it. Then long runs are nothing unusual.
func lopsided(control []stat.ControlPoint) bool {
	lower, higher := 0, 0
	for _, c := range control {
		switch sideOf(c.Value - c.Centre) {
		case Lower:
			lower++
		case Higher:
			higher++
		}
	}
	return 3*min(lower, higher) < lower+higher
}

// runLengths gives for each point the length of its run: the points one after the
// other on its side of the centre line. Gaps and points on the line are in none,
// and end none.
func runLengths(control []stat.ControlPoint) []int {
	lengths := make([]int, len(control))
	var run []int
	var side Direction
	close := func() {
		for _, i := range run {
			lengths[i] = len(run)
		}
		run = run[:0]
	}
	for i, c := range control {
		here := sideOf(c.Value - c.Centre)
		if here == "" {
			continue
		}
		if here != side {
			close()
			side = here
		}
		run = append(run, i)
	}
	close()
	return lengths
}

// suggest gives the first day of the run that holds the last value of the series,
// where the run is longer than the Anhøj rules allow; 0 is none.
func (s *sketch) suggest(kind SeriesKind) record.Date {
	from, to := s.starts[len(s.starts)-2], s.starts[len(s.starts)-1]
	last := to - 1
	for last >= from && s.points[last].Value == nil {
		last--
	}
	if last < from || valued(s.points[from:to]) < LeastPoints || mostlySame(s.points[from:to]) {
		return 0
	}
	chart := controlKinds[kind]
	if kind == SeriesXmR {
		chart = stat.IChart
	}
	groups, _ := s.numbers(chart, from, to)
	control, err := stat.Control(chart, groups, stat.ControlOptions{})
	if err != nil || !control[last-from].InLongRun || kind == SeriesRun && lopsided(control) {
		return 0
	}
	first := last
	for left := runLengths(control)[last-from]; left > 0; first-- {
		if c := control[first-from]; sideOf(c.Value-c.Centre) != "" {
			left--
		}
	}
	return s.points[first+1].Span.From
}
