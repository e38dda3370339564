package metrics

import (
	"cmp"
	"math"
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics/stat"
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
	if (m.Unit != Percent && m.Unit != Per1000CareDays) || m.Hours || m.rule.many || scope.Person != "" {
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

// Concentration tells on how few people a figure and its change rest.
type Concentration struct {
	First, FirstTwo float64  // of the period's numerator: by the person with the most in it, and by the two with the most
	Before, After   Value    // both windows without the person with the most in both together
	Lower, Upper    *float64 // 95% range that counts people: of the difference in points, for rates of the ratio; nil where there is none
}

// namedShare is the part of a denominator that must be about named people for a
// range that counts people.
const namedShare = 0.9

// Concentrate works out on how few people a share or a rate rests, before and
// after, both of which must be known. It fails (false) where each person counts
// only once, where fewer than two people are behind either figure, and where the
// figure is of amounts, which have no range.
func (t *Table) Concentrate(m Metric, before, after Value) (Concentration, bool) {
	earlier, later := t.ByPerson(m, before.Scope, before.Span), t.ByPerson(m, after.Scope, after.Span)
	if len(earlier) < 2 || len(later) < 2 || before.Lower == nil || after.Lower == nil {
		return Concentration{}, false
	}
	frequent := slices.Clone(later)
	slices.SortStableFunc(frequent, func(a, b PersonCount) int { return cmp.Compare(b.Numerator, a.Numerator) })
	pairs := pairsOf(earlier, later)
	most := mostFrequent(pairs)
	w := Window{Def: m.Def, Scope: after.Scope, HasRegister: true}
	c := Concentration{
		First: frequent[0].Numerator, FirstTwo: frequent[0].Numerator + frequent[1].Numerator,
		Before: w.without(before, earlier, most), After: w.without(after, later, most),
	}
	if named(earlier) >= namedShare**before.Denominator && named(later) >= namedShare**after.Denominator {
		c.Lower, c.Upper = rangeOfPeople(m.Unit, pairs)
	}
	return c, true
}

// personPair is what one person brings to both windows.
type personPair struct {
	person record.Person
	stat.ClusterPair
}

// pairsOf joins two lists in order of person.
func pairsOf(earlier, later []PersonCount) []personPair {
	var pairs []personPair
	for len(earlier) > 0 || len(later) > 0 {
		var pair personPair
		switch {
		case len(later) == 0, len(earlier) > 0 && earlier[0].Person <= later[0].Person:
			pair.person = earlier[0].Person
		default:
			pair.person = later[0].Person
		}
		earlier = pair.take(&pair.Before, earlier)
		later = pair.take(&pair.After, later)
		pairs = append(pairs, pair)
	}
	return pairs
}

// take moves the counts of the person from the head of a list, if they are there.
func (p *personPair) take(into *stat.Cluster, from []PersonCount) []PersonCount {
	if len(from) == 0 || from[0].Person != p.person {
		return from
	}
	*into = stat.Cluster{X: from[0].Numerator, N: from[0].Denominator}
	return from[1:]
}

// mostFrequent names the person with the largest numerator in both windows
// together, so that neither window is favoured; of several the first in order.
func mostFrequent(pairs []personPair) record.Person {
	most := slices.MaxFunc(pairs, func(a, b personPair) int {
		return cmp.Or(cmp.Compare(a.Before.X+a.After.X, b.Before.X+b.After.X), cmp.Compare(b.person, a.person))
	})
	return most.person
}

func named(counts []PersonCount) float64 {
	sum := 0.0
	for _, one := range counts {
		sum += one.Denominator
	}
	return sum
}

// rangeOfPeople is the range of a change whose unit of counting is the person.
func rangeOfPeople(u Unit, pairs []personPair) (lower, upper *float64) {
	clusters := make([]stat.ClusterPair, len(pairs))
	for i, p := range pairs {
		clusters[i] = p.ClusterPair
	}
	if u == Per1000CareDays {
		_, limits, _, err := stat.ClusteredRateRatio(clusters, stat.Level95)
		if err != nil {
			return nil, nil
		}
		return number(limits.Lower), number(limits.Upper)
	}
	limits, _, err := stat.ClusteredDifference(clusters, stat.Level95)
	if err != nil {
		return nil, nil
	}
	return number(100 * limits.Lower), number(100 * limits.Upper)
}

// without takes one person out of a figure.
func (w Window) without(whole Value, counts []PersonCount, person record.Person) Value {
	w.Span = whole.Span
	numerator, denominator, people, behind := *whole.Numerator, *whole.Denominator, whole.People, 0
	for _, one := range counts {
		if one.Person == person {
			numerator -= one.Numerator
			denominator -= one.Denominator
			people--
		} else if one.Numerator > 0 {
			behind++
		}
	}
	if w.Unit == Per1000CareDays {
		return w.perCareDays(int(numerator), int(denominator), people).behind(behind)
	}
	return w.percent(int(numerator), int(denominator), people).behind(behind)
}

// Most gives the largest count that one person brings to the numerator of a figure, 0
// where the figure has none or nothing in it is about one person. What is about
// nobody in particular is not in it.
func (t *Table) Most(m Metric, scope Scope, span record.Span) float64 {
	if m.rule.many || scope.Person != "" {
		return 0
	}
	most := 0.0
	var last record.Person
	for _, here := range t.covered(scope) {
		person := here.scope.Person
		if person == "" || person == last {
			continue
		}
		last = person
		for _, v := range t.Over(m, Scope{scope.Service, person}, span) {
			if v.Numerator != nil {
				most = max(most, math.Abs(*v.Numerator))
			}
		}
	}
	return most
}
