package disclose

import (
	"math"
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// The second half of the audit looks at the numbers that pages name, and at no others:
// between which two each lies, since nothing counted is below nought.

// named is one number as pages name it.
type named struct {
	form, service string
	span          record.Span
}

func nameOf(f form, service string, span record.Span) named { return named{f.key, service, span} }

// mostSweeps ends a chase between sums that contradict each other.
const mostSweeps = 1000

// squeeze narrows the ranges of all named numbers, sweep after sweep, until nothing
// changes.
func (a *audit) squeeze() {
	known := map[named]statement{}
	for _, s := range slices.Concat(a.hidden, a.shown) {
		key := nameOf(s.number.form, s.figure.Service, s.figure.Span)
		known[key] = s
		if m, _ := metrics.Find(s.figure.Metric); m.Unit == metrics.Count && len(s.number.form.terms) > 2 {
			a.ranges[key] = [2]float64{math.Inf(-1), math.Inf(1)}
		} else {
			a.ranges[key] = [2]float64{0, math.Inf(1)}
		}
	}
	for _, s := range a.shown {
		a.ranges[nameOf(s.number.form, s.figure.Service, s.figure.Span)] = [2]float64{s.number.value, s.number.value}
	}
	sums := a.namedSums(known)
	for range mostSweeps {
		changed := false
		for _, sum := range sums {
			changed = a.sweep(sum[0], sum[1:]) || changed
		}
		if !changed {
			return
		}
	}
}

// sweep narrows a whole and its parts by one another.
func (a *audit) sweep(whole named, parts []named) bool {
	low, high := 0.0, 0.0
	for _, part := range parts {
		low, high = low+a.ranges[part][0], high+a.ranges[part][1]
	}
	changed := a.cut(whole, low, high)
	for i, part := range parts {
		low, high := a.ranges[whole][0], a.ranges[whole][1]
		for j, other := range parts {
			if i != j {
				low, high = low-a.ranges[other][1], high-a.ranges[other][0]
			}
		}
		changed = a.cut(part, low, high) || changed
	}
	return changed
}

// cut narrows one range. What would leave nothing contradicts itself, and is left out.
func (a *audit) cut(key named, low, high float64) bool {
	was := a.ranges[key]
	now := [2]float64{math.Max(was[0], low), math.Min(was[1], high)}
	if math.IsNaN(low) || math.IsNaN(high) || now == was || now[0] > now[1] {
		return false
	}
	a.ranges[key] = now
	return true
}

// namedSums lists the sums between named numbers, each a whole and its parts. Their
// order does not matter, as they are swept until nothing changes.
func (a *audit) namedSums(known map[named]statement) [][]named {
	var sums [][]named
	spans := map[record.Span]bool{}
	for _, s := range known {
		spans[s.figure.Span] = true
	}
	for key, s := range known {
		there := func(f form, service string, span record.Span) (named, bool) {
			part := nameOf(f, service, span)
			_, ok := known[part]
			return part, ok
		}
		if s.figure.Service == "" {
			if parts, all := allOf(a.services, func(service string) (named, bool) { return there(s.number.form, service, s.figure.Span) }); all {
				sums = append(sums, append([]named{key}, parts...))
			}
		}
		if s.number.count == rest {
			numbers := numbersOf(s.figure, new(float64), new(float64), nil)
			if len(numbers) == 2 {
				n, hasN := there(numbers[0].form, s.figure.Service, s.figure.Span)
				if d, hasD := there(numbers[1].form, s.figure.Service, s.figure.Span); hasN && hasD {
					sums = append(sums, []named{d, n, key})
				}
			}
			continue
		}
		if s.number.form.overDays() {
			sums = append(sums, a.tiles(key, s, spans, there)...)
		}
	}
	return sums
}

func allOf(names []string, find func(string) (named, bool)) ([]named, bool) {
	var out []named
	for _, name := range names {
		key, there := find(name)
		if !there {
			return nil, false
		}
		out = append(out, key)
	}
	return out, len(out) > 0
}

// tiles gives a span as the shorter named ones that make it up, one after another.
func (a *audit) tiles(key named, s statement, spans map[record.Span]bool, there func(form, string, record.Span) (named, bool)) [][]named {
	sum := []named{key}
	for day := s.figure.Span.From; day <= s.figure.Span.To; {
		next := record.Span{}
		for span := range spans {
			_, ok := there(s.number.form, s.figure.Service, span)
			if ok && span.From == day && span.To <= s.figure.Span.To && span != s.figure.Span && (next.To == 0 || span.To < next.To) {
				next = span
			}
		}
		if next.To == 0 {
			return nil
		}
		part, _ := there(s.number.form, s.figure.Service, next)
		sum, day = append(sum, part), next.To+1
	}
	return [][]named{sum}
}
