package metrics

import (
	"cmp"
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics/stat"
)

// SeriesOf chooses the chart for the monthly values of a metric in one scope and
// works out its lines and signals.
//
// The values are of consecutive months, in any order; of two for one month the
// first stands. Missing months are values with the status no_data: they, thin
// months and months with nothing to divide by are gaps, which are in no line and
// in no run. Rebases of other metrics and scopes are left out; each of the others
// begins a new part with the first month on or after its day.
func SeriesOf(m Metric, monthly []Value, rebases []Rebase) Series {
	if m.Hours {
		m.Unit = single
	}
	months := inOrder(monthly)
	points := make([]SeriesPoint, len(months))
	groups := make([]stat.Subgroup, len(months))
	for i, v := range months {
		points[i], groups[i] = pointOf(m, v)
	}
	var service string
	if len(months) > 0 {
		service = months[0].Scope.Service
	}
	s := sketch{points: points, groups: groups, scale: scaleOf(m.Unit)}
	s.divide(m.ID, service, rebases)
	if m.Recounted {
		s.fill(stat.RunChart, false)
		return Series{Kind: SeriesRun, Reason: ReasonStock, Points: points}
	}
	kind, reason := kindFor(m.Unit)
	return s.choose(kind, reason)
}

// single is the unit of shares of amounts in a chart: each is one measured value,
// because their hours are not trials that limits could be worked out from.
const single Unit = "single"

// kindFor gives the chart for a unit where there are points enough.
func kindFor(u Unit) (SeriesKind, SeriesReason) {
	switch u {
	case Percent:
		return SeriesPPrime, ReasonShare
	case Per1000CareDays:
		return SeriesUPrime, ReasonRate
	case PerPersonWeek, Minutes, Days, Per100Doses, MedianScore, single:
		return SeriesXmR, ReasonSingle
	}
	return SeriesRun, ReasonCount
}

// scaleOf is what a unit multiplies numerator ÷ denominator by.
func scaleOf(u Unit) float64 {
	switch u {
	case Percent:
		return 100
	case Per1000CareDays:
		return 1000
	}
	return 1
}

func inOrder(monthly []Value) []Value {
	months := slices.Clone(monthly)
	slices.SortStableFunc(months, func(a, b Value) int { return cmp.Compare(a.Span.From, b.Span.From) })
	return slices.CompactFunc(months, func(a, b Value) bool { return a.Span.From == b.Span.From })
}

// sketch is a series whose lines are still to be drawn.
type sketch struct {
	points []SeriesPoint
	groups []stat.Subgroup // beside the points; NaN in a gap
	scale  float64         // from the numbers of groups to the unit of the points
	starts []int           // first point of each part, and the end of the last
}

// divide begins a new part at each rebase of the metric in the scope.
func (s *sketch) divide(metric, service string, rebases []Rebase) {
	s.starts = []int{0}
	var days []record.Date
	for _, r := range rebases {
		if r.Metric == metric && r.Service == service {
			days = append(days, r.From)
		}
	}
	slices.Sort(days)
	for _, day := range days {
		first := slices.IndexFunc(s.points, func(p SeriesPoint) bool { return p.Span.From >= day })
		if first > s.starts[len(s.starts)-1] {
			s.starts = append(s.starts, first)
		}
	}
	s.starts = append(s.starts, len(s.points))
	for part := range len(s.starts) - 1 {
		for i := s.starts[part]; i < s.starts[part+1]; i++ {
			s.points[i].Part = part + 1
		}
	}
}

// parts gives the first point of each part and the first after it.
func (s *sketch) parts(yield func(from, to int) bool) {
	for part := range len(s.starts) - 1 {
		if !yield(s.starts[part], s.starts[part+1]) {
			return
		}
	}
}

// choose draws the series as the kind, or as a run chart where no part of it has
// limits.
func (s *sketch) choose(kind SeriesKind, reason SeriesReason) Series {
	long, limits := false, false
	for from, to := range s.parts {
		if valued(s.points[from:to]) < LeastPoints {
			continue
		}
		long = true
		limits = limits || s.hasLimits(kind, from, to)
	}
	switch {
	case !long:
		s.fill(stat.RunChart, false)
		return Series{Kind: SeriesRun, Reason: ReasonShort, Points: s.points}
	case !limits:
		kind, reason = SeriesRun, ReasonSteady
	}
	if kind == SeriesXmR {
		s.fillXmR()
	} else {
		s.fill(controlKinds[kind], true)
	}
	out := Series{Kind: kind, Reason: reason, Rules: RulesAnhoej, Points: s.points, Suggest: s.suggest(kind)}
	if kind == SeriesXmR {
		out.Rules = RulesMakingDataCount
	}
	return out
}

// valued counts the points that are no gap.
func valued(points []SeriesPoint) int {
	n := 0
	for _, p := range points {
		if p.Value != nil {
			n++
		}
	}
	return n
}
