package metrics

import (
	"cmp"
	"slices"

	"evidencepack/ingest/record"
)

// PersonCount is what one person brings to the two counts of a figure.
type PersonCount struct {
	Person                 record.Person
	Numerator, Denominator float64
}

// ByPerson divides the counts of a share or a rate among the people behind it, in
// order of person. What is about nobody in particular is not in it, so that the
// sums may be below the counts of the figure. It is empty for figures without two
// counts, and where every person counts only once.
func (t *Table) ByPerson(m Metric, scope Scope, span record.Span) []PersonCount {
	if (m.Unit != Percent && m.Unit != Per1000CareDays) || m.rule.many || scope.Person != "" {
		return nil
	}
	key := personKey{m.ID, scope.Service, span}
	if known, there := t.persons[key]; there {
		return known
	}
	var counts []PersonCount
	more := false
	for _, here := range t.covered(scope) {
		person := here.scope.Person
		if person == "" || (len(counts) > 0 && counts[len(counts)-1].Person == person) {
			continue
		}
		counts = append(counts, PersonCount{Person: person})
		one := &counts[len(counts)-1]
		for _, v := range t.Over(m, Scope{scope.Service, person}, span) {
			if v.Numerator != nil && v.Denominator != nil {
				one.Numerator, one.Denominator = *v.Numerator, *v.Denominator
			}
		}
		more = more || one.Denominator > 1
	}
	counts = slices.DeleteFunc(counts, func(one PersonCount) bool { return one.Denominator == 0 })
	if !more {
		counts = nil
	}
	t.persons[key] = counts
	return counts
}

// personKey names the counts by person of one metric at one service, "" for all,
// in one window.
type personKey struct {
	metric, service string
	span            record.Span
}

// Concentration tells on how few people a share and its change rest.
type Concentration struct {
	First, FirstTwo float64 // of the period's numerator: by the person with the most in the period, by the two with the most
	Before, After   Value   // both windows without the person with the most in both windows together
}

// Concentrate works out on how few people a share rests, before and after. It
// fails (false) where the metric is no share of countable things, or where fewer
// than two people are behind either figure.
func (t *Table) Concentrate(m Metric, before, after Value) (Concentration, bool) {
	earlier, later := t.ByPerson(m, before.Scope, before.Span), t.ByPerson(m, after.Scope, after.Span)
	if m.Unit != Percent || len(earlier) < 2 || len(later) < 2 {
		return Concentration{}, false
	}
	frequent := slices.Clone(later)
	slices.SortStableFunc(frequent, func(a, b PersonCount) int { return cmp.Compare(b.Numerator, a.Numerator) })
	c := Concentration{First: frequent[0].Numerator, FirstTwo: frequent[0].Numerator + frequent[1].Numerator}
	most := mostFrequent(earlier, later)
	c.Before, c.After = without(m, before, earlier, most), without(m, after, later, most)
	return c, true
}

// mostFrequent names the person with the largest numerator in both windows
// together, so that neither window is favoured; of several the first in order.
func mostFrequent(earlier, later []PersonCount) record.Person {
	sums := map[record.Person]float64{}
	for _, one := range slices.Concat(earlier, later) {
		sums[one.Person] += one.Numerator
	}
	var most record.Person
	for _, one := range slices.Concat(earlier, later) {
		if most == "" || sums[one.Person] > sums[most] || (sums[one.Person] == sums[most] && one.Person < most) {
			most = one.Person
		}
	}
	return most
}

// without takes one person out of a share.
func without(m Metric, whole Value, counts []PersonCount, person record.Person) Value {
	w := Window{Def: m.Def, Scope: whole.Scope, Span: whole.Span}
	numerator, denominator, people := *whole.Numerator, *whole.Denominator, whole.People
	behind := 0
	for _, one := range counts {
		if one.Person == person {
			numerator -= one.Numerator
			denominator -= one.Denominator
			people--
		} else if one.Numerator > 0 {
			behind++
		}
	}
	return w.percent(int(numerator), int(denominator), people).behind(behind)
}
