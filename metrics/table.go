package metrics

import (
	"cmp"
	"maps"
	"slices"

	"evidencepack/ingest/record"
)

// Table keeps the cells of all metrics: one for each metric, service, person and
// segment of days.
type Table struct {
	metrics []Metric
	takers  map[record.Kind][]int // places in metrics that take a kind
	byID    map[string]int        // places in metrics
	cuts    []record.Date         // first days of segments, beside the first days of months
	places  map[Scope]*place
	facts   facts
	scopes  map[Scope][]*place          // places of a scope, until the next place
	wholes  map[wholeKey]any            // merged histories, until the next record
	values  map[valueKey][]Value        // of the whole provider, until the next record
	persons map[personKey][]PersonCount // counts by person, until the next record

	needs   [][]ColumnNeed               // columns that each metric cannot do without
	lacking []bool                       // metrics that a row was kept from
	lacked  map[wholeKey]map[lackKey]int // rows kept from a metric in a scope, until the next record
	tables  map[tableKey][]columnSet     // columns that each table seen lacks, by taker of its kind
	mixed   map[mixedKey]bool            // columns that some table has, but not readable

	parts  parts                           // cells of the breakdowns
	listed map[record.Kind][]record.Record // what the lists are made of
}

// place holds the cells of one person at one service. Either may be empty.
type place struct {
	scope    Scope
	segments map[record.Date][]any   // by first day, then by metric; nil is an empty cell
	lacks    map[int]map[lackKey]int // rows kept from a metric, nil where there are none

	named, serves bool // its person and its service are among the facts
}

type wholeKey struct {
	metric int
	scope  Scope
}

type valueKey struct {
	metric int
	span   record.Span
}

// NewTable makes an empty table. Its segments are the days between month starts
// and the ends of the spans, so that Over can answer for each of the spans, for
// months, and for whatever is made of them. Spans need not be whole months.
func NewTable(metrics []Metric, spans []record.Span) *Table {
	t := &Table{
		metrics: slices.Clone(metrics),
		takers:  map[record.Kind][]int{},
		byID:    map[string]int{},
		places:  map[Scope]*place{},
		scopes:  map[Scope][]*place{},
		wholes:  map[wholeKey]any{},
		values:  map[valueKey][]Value{},
		persons: map[personKey][]PersonCount{},
		facts:   newFacts(),
		parts:   newParts(metrics),
		listed:  map[record.Kind][]record.Record{},
		lacking: make([]bool, len(metrics)),
		lacked:  map[wholeKey]map[lackKey]int{},
		tables:  map[tableKey][]columnSet{},
		mixed:   map[mixedKey]bool{},
	}
	for i, m := range metrics {
		t.byID[m.ID] = i
		t.needs = append(t.needs, m.ColumnNeeds())
		for _, kind := range slices.Concat(m.Needs, m.Also) {
			t.takers[kind] = append(t.takers[kind], i)
		}
	}
	for _, s := range spans {
		t.cuts = append(t.cuts, s.From, s.To+1)
	}
	slices.Sort(t.cuts)
	t.cuts = slices.Compact(t.cuts)
	return t
}

// segment gives the first day of the segment that holds the day.
func (t *Table) segment(day record.Date) record.Date {
	if day == keptWhole {
		return keptWhole
	}
	first := day.Month().First()
	if after, found := slices.BinarySearch(t.cuts, day); found {
		return day
	} else if after > 0 {
		first = max(first, t.cuts[after-1])
	}
	return first
}

// Add takes a used record, in any order. Rows that were struck out, rejected,
// unmapped or repeated must not come here. The table keeps the record of some
// kinds, so it must not be changed afterwards.
func (t *Table) Add(r record.Record) {
	t.forget()
	head, kind := r.Where(), r.Kind()
	here := t.place(Scope{head.Service, head.Person})
	t.facts.add(r, here, t.segment)
	if keptForLists[kind] {
		t.listed[kind] = append(t.listed[kind], r)
	}
	missing := t.missing(r)
	var filed filing // most takers file a record under the same day
	for n, i := range t.takers[kind] {
		rule := &t.metrics[i].rule
		day := rule.day(r)
		lacks := missing != nil && missing[n] != 0
		switch {
		case lacks:
			t.noteLack(here, i, day, head, missing[n])
			continue
		case day == 0:
			continue
		case day != filed.day:
			filed = t.file(here, day)
		}
		cell := filed.cells[i]
		if cell == nil {
			cell = rule.fresh()
			filed.cells[i] = cell
		}
		rule.add(cell, r)
		if len(rule.splits) > 0 {
			if filed.parts == nil {
				filed.parts = t.parts.at(partPlace{head.Service, filed.segment})
			}
			t.addParts(i, r, filed.parts)
		}
	}
}

// filing is where a record of a day goes.
type filing struct {
	day, segment record.Date
	cells        []any        // of its place, one for each metric
	parts        [][]partCell // of its service, nil until they are asked for
}

func (t *Table) file(here *place, day record.Date) filing {
	segment := t.segment(day)
	return filing{day: day, segment: segment, cells: t.cells(here, segment)}
}

// forget drops the answers that a further record may change.
func (t *Table) forget() {
	if len(t.wholes)+len(t.values)+len(t.lacked)+len(t.persons) == 0 {
		return
	}
	clear(t.wholes)
	clear(t.values)
	clear(t.lacked)
	clear(t.persons)
}

func (t *Table) place(scope Scope) *place {
	here, there := t.places[scope]
	if !there {
		here = &place{scope: scope, segments: map[record.Date][]any{}}
		t.places[scope] = here
		clear(t.scopes)
	}
	return here
}

// cells gives the cells of a place in a segment, one for each metric.
func (t *Table) cells(here *place, segment record.Date) []any {
	cells, there := here.segments[segment]
	if !there {
		cells = make([]any, len(t.metrics))
		here.segments[segment] = cells
	}
	return cells
}

func (t *Table) cell(here *place, segment record.Date, metric int) any {
	cells := t.cells(here, segment)
	if cells[metric] == nil {
		cells[metric] = t.metrics[metric].rule.fresh()
	}
	return cells[metric]
}

// Merge takes all cells of another table, which must have been made with the
// same metrics and spans. The other table stays as it was.
func (t *Table) Merge(other *Table) {
	t.forget()
	t.facts.merge(&other.facts)
	t.mergeParts(&other.parts)
	maps.Copy(t.mixed, other.mixed)
	for kind, rows := range other.listed {
		t.listed[kind] = append(t.listed[kind], rows...)
	}
	for scope, there := range other.places {
		here := t.place(scope)
		for segment, cells := range there.segments {
			for i, cell := range cells {
				if cell != nil {
					t.metrics[i].rule.merge(t.cell(here, segment, i), cell)
				}
			}
		}
		for i, lacks := range there.lacks {
			for key, rows := range lacks {
				t.countLack(here, i, key, rows)
			}
		}
	}
}

// covered lists the places of a scope, in order of person and service.
func (t *Table) covered(scope Scope) []*place {
	if known, there := t.scopes[scope]; there {
		return known
	}
	var covered []*place
	for _, here := range t.places {
		if (scope.Service == "" || scope.Service == here.scope.Service) &&
			(scope.Person == "" || scope.Person == here.scope.Person) {
			covered = append(covered, here)
		}
	}
	slices.SortFunc(covered, func(a, b *place) int {
		return cmp.Or(cmp.Compare(a.scope.Person, b.scope.Person), cmp.Compare(a.scope.Service, b.scope.Service))
	})
	t.scopes[scope] = covered
	return covered
}
