package disclose

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// Audit looks for small figures that a reader could work out from what is shown and
// what was released before, in order of figure. Shown are all figures with the numbers
// that stand in the finished pages, hidden all that were withheld, with their true
// numbers. Of what is withheld for the sake of another nothing is sensitive; what
// earlier releases give away by themselves is no fault of this one. It shares no
// reckoning with Withhold, so that a fault of the one is found by the other: it takes
// it for granted that parts are all of a whole wherever no true number says otherwise.
func Audit(rule Rule, known Knowledge, shown []Released, hidden []Cell) []Leak {
	before := newAudit(known.Services)
	before.learn(known.Earlier)
	before.look(hidden)
	now := newAudit(known.Services)
	now.learn(append(slices.Clone(known.Earlier), shown...))
	now.look(hidden)
	var leaks []Leak
	for _, cell := range hidden {
		if !rule.HidesCell(cell) {
			continue
		}
		for _, n := range numbersOfCell(cell) {
			if !rule.sensitive(cell, n) {
				continue
			}
			if gone, _ := before.gives(cell.Figure, n); gone {
				continue
			}
			if found, exact := now.gives(cell.Figure, n); found {
				leaks = append(leaks, Leak{cell.Figure, countNames[n.count], exact})
			}
		}
	}
	slices.SortStableFunc(leaks, func(a, b Leak) int { return a.Figure.compare(b.Figure) })
	return leaks
}

// audit holds what a reader knows as equations between counts up to a day, by name.
type audit struct {
	services []string
	index    map[unknown]int
	leading  map[int]equation // by the first unknown
	shown    []statement
	hidden   []statement
	ranges   map[named][2]float64
	broken   map[string]bool       // thing and name of breakdown → figures have it
	parts    map[string][]partTerm // thing → each part of it that is named
	false    map[string]bool       // thing, with the name of a breakdown or without for services → its parts are not all of it
}

// statement is one number of one figure.
type statement struct {
	figure Figure
	number figureNumber
}

// equation is a sum of unknowns, in order, and what it comes to, all modulo the prime
// of the audit.
type equation struct {
	terms []term
	total int64
}

type term struct {
	unknown int
	times   int64
}

// auditPrime is not the prime of the solver.
const auditPrime = 1_000_000_007

func newAudit(services []string) *audit {
	return &audit{services: services, index: map[unknown]int{}, leading: map[int]equation{}, ranges: map[named][2]float64{}, broken: map[string]bool{}, false: map[string]bool{}}
}

func (a *audit) learn(figures []Released) {
	for _, f := range figures {
		for _, n := range numbersOf(f.Figure, f.Numerator, f.Denominator, f.People) {
			a.shown = append(a.shown, statement{f.Figure, n})
		}
	}
}

// look prepares everything: the equations of what is shown, and the sums that hold for
// all that is named in what is shown or hidden.
func (a *audit) look(hidden []Cell) {
	for _, c := range hidden {
		for _, n := range numbersOfCell(c) {
			a.hidden = append(a.hidden, statement{c.Figure, n})
		}
	}
	things := map[string]metrics.Term{} // one of each thing and part, without dates
	places := map[string]Figure{}       // every service and span
	for _, s := range slices.Concat(a.shown, a.hidden) {
		for _, service := range Members(s.figure.Service) {
			if !slices.Contains(a.services, service) {
				a.services = append(a.services, service)
			}
		}
		for _, t := range s.number.form.terms {
			t.Times, t.Weeks = 1, false
			things[fmt.Sprint(t.Of, "|", t.Part, "|", t.When == metrics.InWindow, t.When == metrics.OnLast)] = t
		}
		places[fmt.Sprint(s.figure.Span)] = s.figure
	}
	a.check()
	for _, s := range a.shown {
		a.add(a.write(s.number.form.terms, s.figure.Service, s.figure.Span), s.number.value)
	}
	a.parts = map[string][]partTerm{}
	for _, key := range sortedKeys(things) {
		if t := things[key]; t.Part != "" {
			a.parts[t.Of] = append(a.parts[t.Of], partTerm{t, splitName(t.Part)})
		}
	}
	for _, key := range sortedKeys(things) {
		for _, at := range sortedKeys(places) {
			a.bind(things[key], places[at].Span)
		}
	}
	a.squeeze()
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// partTerm is a part of a thing, with the name of its breakdown.
type partTerm struct {
	metrics.Term
	name string
}

// bind adds the sums that hold for one thing up to both ends of a span: all services
// are the single ones together, wholes are their parts, and a thing is what is under
// the words of a breakdown.
func (a *audit) bind(t metrics.Term, span record.Span) {
	ends := []metrics.When{t.When}
	if t.When == metrics.ByEnd || t.When == metrics.ByStart {
		ends = []metrics.When{metrics.ByEnd, metrics.ByStart}
	}
	for _, end := range ends {
		t.When = end
		whole := metrics.Sum{t}
		apart := a.write(whole, "", span)
		for _, service := range a.services {
			for unknown, times := range a.write(whole, service, span) {
				apart[unknown] -= times
			}
		}
		if len(a.services) > 0 && !a.false[t.Of] {
			a.add(apart, 0)
		}
		for _, service := range append([]string{""}, a.services...) {
			for _, same := range metrics.Wholes {
				if same.Whole != t.Of && !slices.Contains(same.Parts, t.Of) {
					continue
				}
				one := t
				one.Of = same.Whole
				sum := a.write(metrics.Sum{one}, service, span)
				for _, part := range same.Parts {
					one.Of = part
					sum[a.unknown(one, service, span)]--
				}
				a.add(sum, 0)
			}
			a.bindWords(t, service, span)
		}
	}
}

func (a *audit) bindWords(t metrics.Term, service string, span record.Span) {
	if t.Part != "" || len(a.parts[t.Of]) == 0 {
		return
	}
	groups := map[string][]string{}
	for _, other := range a.parts[t.Of] {
		if other.When == t.When || other.When+t.When == metrics.ByEnd+metrics.ByStart {
			groups[other.name] = append(groups[other.name], other.Part)
		}
	}
	for _, name := range sortedKeys(groups) {
		if which := t.Of + " " + name; !a.broken[which] || a.false[which] {
			continue
		}
		sum := a.write(metrics.Sum{t}, service, span)
		for _, word := range groups[name] {
			one := t
			one.Part = word
			sum[a.unknown(one, service, span)]--
		}
		a.add(sum, 0)
	}
}

// unknown is one thing in one service, in a window, on a day or up to one.
type unknown struct {
	of, part, service string
	when              metrics.When
	from, to          record.Date
}

// unknown numbers one of them.
func (a *audit) unknown(t metrics.Term, service string, span record.Span) int {
	key := unknown{t.Of, t.Part, service, t.When, 0, span.To}
	switch t.When {
	case metrics.InWindow:
		key.from = span.From
	case metrics.ByStart:
		key.when, key.to = metrics.ByEnd, span.From-1
	}
	i, there := a.index[key]
	if !there {
		i = len(a.index)
		a.index[key] = i
	}
	return i
}

// write gives a number of a figure in unknowns.
func (a *audit) write(sum metrics.Sum, service string, span record.Span) map[int]int64 {
	out := map[int]int64{}
	members := Members(service)
	if service == "" {
		members = []string{""}
	}
	for _, t := range sum {
		for _, one := range members {
			out[a.unknown(t, one, span)] += int64(t.Times)
		}
	}
	return out
}

// check finds where the true numbers say that the services are not all of a thing, or
// the words of a breakdown.
func (a *audit) check() {
	bySpan, byWord := map[named]float64{}, map[named]float64{}
	members := map[named]int{}
	seen := map[named]bool{}
	all := slices.Concat(a.shown, a.hidden)
	for _, s := range all {
		key := nameOf(s.number.form, s.figure.Service, s.figure.Span)
		if seen[key] || s.number.count == rest {
			continue
		}
		seen[key] = true
		if s.figure.Service != "" {
			key.service = ""
			bySpan[key] += s.number.value
			members[key] += len(Members(s.figure.Service))
		}
		if t := s.number.form.terms[0]; t.Part != "" {
			word := nameOf(wholeOf(s.number.form), s.figure.Service, s.figure.Span)
			word.form += splitName(t.Part)
			byWord[word] += s.number.value
			if s.figure.Breakdown != "" {
				a.broken[t.Of+" "+splitName(t.Part)] = true
			}
		}
	}
	for _, s := range all {
		key := nameOf(s.number.form, s.figure.Service, s.figure.Span)
		if s.number.count == rest {
			continue
		}
		for _, t := range s.number.form.terms {
			if members[key] == len(a.services) && bySpan[key] != s.number.value {
				a.false[t.Of] = true
			}
			for which := range a.broken {
				name, split, _ := strings.Cut(which, " "+splitOf(which))
				word := key
				word.form += splitOf(which)
				if sum, there := byWord[word]; name == t.Of && split == "" && there && sum != s.number.value {
					a.false[which] = true
				}
			}
		}
	}
}

// splitOf is the last word of the name of a thing and a breakdown.
func splitOf(which string) string { return which[strings.LastIndex(which, " ")+1:] }
