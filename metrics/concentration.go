package metrics

import (
	"cmp"
	"slices"

	"evidencepack/ingest/record"
)

// PersonShare is what one person contributes to a count.
type PersonShare struct {
	Person    record.Person
	Numerator float64
	Share     float64 // of the whole numerator, per cent
}

// Concentration says how much of a count comes from few people.
type Concentration struct {
	Total  float64       // the numerator
	People int           // whom it comes from; rows without a person are of nobody
	Top    []PersonShare // everyone of them, who contributes most first, then in order of token
}

// Share gives the part of the numerator, in per cent, that the so many people
// contribute who contribute most.
func (c Concentration) Share(most int) float64 {
	sum := 0.0
	for _, p := range c.Top[:min(most, len(c.Top))] {
		sum += p.Numerator
	}
	return 100 * sum / c.Total
}

// ConcentrationOf says who contributes how much to the numerator of a metric. It
// is false where the numerator is missing, none, or no count of rows or people:
// medians, and net changes.
func (t *Table) ConcentrationOf(m Metric, scope Scope, span record.Span) (Concentration, bool) {
	if m.rule.many || scope.Person != "" {
		return Concentration{}, false
	}
	values := t.Over(m, scope, span)
	if len(values) != 1 || values[0].Numerator == nil || *values[0].Numerator <= 0 {
		return Concentration{}, false
	}
	c := Concentration{Total: *values[0].Numerator}
	var who people
	for _, here := range t.covered(scope) {
		who.add(here.scope.Person)
	}
	for _, person := range who {
		one := t.Over(m, Scope{Service: scope.Service, Person: person}, span)[0].Numerator
		switch {
		case one == nil || *one == 0:
			continue
		case *one < 0:
			return Concentration{}, false
		}
		c.Top = append(c.Top, PersonShare{person, *one, 100 * *one / c.Total})
	}
	slices.SortFunc(c.Top, func(a, b PersonShare) int {
		return cmp.Or(cmp.Compare(b.Numerator, a.Numerator), cmp.Compare(a.Person, b.Person))
	})
	c.People = len(c.Top)
	return c, true
}
