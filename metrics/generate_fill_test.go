package metrics

import (
	"fmt"
	"reflect"
	"testing"

	"evidencepack/ingest/record"
)

// filler fills one field of a record.
type filler func(g *generator, h *record.Head, record reflect.Value)

// fills lists one filler for each exported field of a kind but its head.
func (g *generator) fills(kind record.Kind, of reflect.Type) []filler {
	if known, there := g.fillers[kind]; there {
		return known
	}
	var fillers []filler
	for i := range of.NumField() {
		field := of.Field(i)
		if field.Anonymous || !field.IsExported() {
			continue
		}
		value := valueOf(kind, field)
		if value == nil {
			panic("no generated values for " + string(kind) + "." + field.Name)
		}
		fillers = append(fillers, func(g *generator, h *record.Head, record reflect.Value) {
			record.Field(i).Set(reflect.ValueOf(value(g, h)).Convert(field.Type))
		})
	}
	g.fillers[kind] = fillers
	return fillers
}

// fieldEntry finds the entry of a field in a table: by kind and field, or by field.
func fieldEntry[T any](table map[string]T, kind record.Kind, field string) (T, bool) {
	if one, there := table[string(kind)+"."+field]; there {
		return one, true
	}
	one, there := table[field]
	return one, there
}

// valueOf gives what fills a field, nil for a text without words in the table.
func valueOf(kind record.Kind, field reflect.StructField) func(*generator, *record.Head) any {
	pool, isWord := fieldEntry(generatedWords, kind, field.Name)
	bounds, isNumber := fieldEntry(generatedNumbers, kind, field.Name)
	if !isNumber {
		bounds = [2]int{-1, 4}
	}
	switch reflect.Zero(field.Type).Interface().(type) {
	case bool:
		return func(g *generator, _ *record.Head) any { return g.yes() }
	case record.Answer:
		return func(g *generator, _ *record.Head) any { return pick(g, someAnswers...) }
	case record.Outcome:
		return func(g *generator, _ *record.Head) any { return pick(g, record.Outcomes...) }
	case record.Kind:
		return func(g *generator, _ *record.Head) any { return pick(g, record.Kinds...) }
	case record.Worker:
		return func(g *generator, _ *record.Head) any { return pick(g, append(someWorkers, "")...) }
	case []record.Worker:
		return func(g *generator, _ *record.Head) any { return pickSome(g, someWorkers) }
	case []string:
		return func(g *generator, _ *record.Head) any { return pickSome(g, pool) }
	case record.Date:
		near, there := fieldEntry(generatedDates, kind, field.Name)
		if !there {
			near = reach{to: 40}
		}
		return func(g *generator, h *record.Head) any { return g.date(h.On, near) }
	case record.Clock:
		return func(g *generator, _ *record.Head) any { return record.Clock(g.IntN(1440)) }
	case int, int8, float64:
		return func(g *generator, _ *record.Head) any { return bounds[0] + g.IntN(bounds[1]-bounds[0]+1) }
	case string:
		if isWord {
			return func(g *generator, _ *record.Head) any { return pick(g, pool...) }
		}
		if isLink[field.Name] {
			return func(*generator, *record.Head) any { return "" }
		}
	}
	return nil
}

// isLink says which texts settle fills, because they name another record.
var isLink = map[string]bool{"SourceID": true, "Restriction": true}

// pickSome picks none, one or two.
func pickSome[T any](g *generator, from []T) []T {
	var some []T
	for range g.IntN(3) {
		some = append(some, pick(g, from...))
	}
	return some
}

// TestTheGeneratorFillsEveryField wants two values or more of each field of each
// kind: what is never filled is never tried.
func TestTheGeneratorFillsEveryField(t *testing.T) {
	seen := map[string]map[string]bool{}
	for _, r := range generate(0, 2*lawRecords) {
		value := reflect.ValueOf(r).Elem()
		for i := range value.NumField() {
			name := string(r.Kind()) + "." + value.Type().Field(i).Name
			if seen[name] == nil {
				seen[name] = map[string]bool{}
			}
			seen[name][fmt.Sprint(value.Field(i).Interface())] = true
		}
	}
	kinds := map[record.Kind]bool{record.KindSource: true}
	for _, kind := range record.Kinds {
		kinds[kind] = true
	}
	for _, p := range prototypes {
		delete(kinds, p.fresh().Kind())
	}
	for kind := range kinds {
		t.Errorf("no %s is generated", kind)
	}
	for name, values := range seen {
		if len(values) < 2 {
			t.Errorf("%s has one value only", name)
		}
	}
}
