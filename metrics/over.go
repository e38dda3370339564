package metrics

import (
	"slices"

	"evidencepack/ingest/record"
)

// Over gives the value of a metric for a scope and a span: one, or for a metric
// of many things (CHG-02) one for each, and none where there are none. The span
// must be made of whole months or of the spans given to NewTable; the empty span
// is all data. A metric that the table does not hold has no values.
func (t *Table) Over(m Metric, scope Scope, span record.Span) []Value {
	i := t.find(m)
	if i < 0 {
		return nil
	}
	w := t.window(i, scope, span)
	if !t.cutsAt(i, w.Span) {
		return []Value{w.value(0).not("These dates cut through a month that was counted as a whole.")}
	}
	return t.finish(i, w)
}

func (t *Table) find(m Metric) int {
	if i, there := t.byID[m.ID]; there {
		return i
	}
	return -1
}

// window says what a metric's finish may know. Metrics of many things keep the
// empty span; the others get the segments from the first to the last event.
func (t *Table) window(metric int, scope Scope, span record.Span) Window {
	m := &t.metrics[metric]
	if span == (record.Span{}) && !m.rule.many && t.facts.firstEvent != 0 {
		span = record.Span{From: t.segment(t.facts.firstEvent), To: t.segmentEnd(t.facts.lastEvent)}
	}
	return Window{
		Def: m.Def, Scope: scope, Span: span,
		LastEvent:    t.facts.lastEvent,
		LastIncident: t.facts.lastIncident,
		Given:        func(kind record.Kind) bool { return t.Rows(kind, record.Span{}) > 0 },
		HasRegister:  len(t.facts.people) > 0,
	}
}

// segmentEnd gives the last day of the segment that holds the day.
func (t *Table) segmentEnd(day record.Date) record.Date {
	last := day.Month().Last()
	if after, _ := slices.BinarySearch(t.cuts, day+1); after < len(t.cuts) {
		last = min(last, t.cuts[after]-1)
	}
	return last
}

// segmentsOf lists the first days of the segments of a span.
func (t *Table) segmentsOf(span record.Span) []record.Date {
	var segments []record.Date
	for first := span.From; first <= span.To; first = t.segmentEnd(first) + 1 {
		segments = append(segments, first)
	}
	return segments
}

// cutsAt tells whether a metric can be worked out for a span: whether the span
// is made of whole segments, or the metric has dates of its own.
func (t *Table) cutsAt(metric int, span record.Span) bool {
	if t.metrics[metric].rule.many || span == (record.Span{}) {
		return true
	}
	return t.segment(span.From) == span.From && t.segmentEnd(span.To) == span.To
}

// finish works out a metric in a window. What is asked of the whole provider is
// kept until the next record, because packs ask for it again and again.
func (t *Table) finish(metric int, w Window) []Value {
	if w.Scope != (Scope{}) || w.Breakdown != "" {
		return t.workOut(metric, w)
	}
	key := valueKey{metric, w.Span}
	values, known := t.values[key]
	if !known {
		values = t.workOut(metric, w)
		t.values[key] = values
	}
	return slices.Clone(values)
}

func (t *Table) workOut(metric int, w Window) []Value {
	rule := &t.metrics[metric].rule
	if rule.many {
		return rule.finish(t.gather(metric, w), w)
	}
	asked := w
	if rule.anyDate {
		asked.Span = record.Span{}
	}
	if v, none := t.without(asked); none {
		v.Span = w.Span
		return []Value{v}
	}
	values := rule.finish(t.gather(metric, w), w)
	if t.lacking[metric] {
		for i, v := range values {
			values[i] = t.withoutRows(metric, v, w)
		}
	}
	return values
}

// gather merges the cells of a window into a state of its own, except that
// histories come as the table keeps them.
func (t *Table) gather(metric int, w Window) any {
	rule := &t.metrics[metric].rule
	whole := t.whole(metric, w.Scope)
	if rule.whole {
		return whole
	}
	state := rule.fresh()
	rule.merge(state, whole)
	segments := t.segmentsOf(w.Span)
	for _, here := range t.covered(w.Scope) {
		for _, first := range segments {
			if cells := here.segments[first]; cells != nil && cells[metric] != nil {
				rule.merge(state, cells[metric])
			}
		}
	}
	return state
}

// whole merges the histories of a scope; the answer is kept until the next record.
func (t *Table) whole(metric int, scope Scope) any {
	rule := &t.metrics[metric].rule
	if rule.anyService {
		scope.Service = ""
	}
	key := wholeKey{metric, scope}
	if state, known := t.wholes[key]; known {
		return state
	}
	cells := t.histories(metric, t.covered(scope))
	if rule.common && scope.Person != "" {
		cells = append(cells, t.histories(metric, t.nobody(scope.Service))...)
	}
	state := rule.merged(cells)
	t.wholes[key] = state
	return state
}

func (t *Table) histories(metric int, places []*place) []any {
	var cells []any
	for _, here := range places {
		if kept := here.segments[keptWhole]; kept != nil && kept[metric] != nil {
			cells = append(cells, kept[metric])
		}
	}
	return cells
}

// nobody lists the places of records about nobody in particular.
func (t *Table) nobody(service string) []*place {
	places := t.covered(Scope{Service: service}) // in order of person, nobody first
	after := slices.IndexFunc(places, func(here *place) bool { return here.scope.Person != "" })
	if after < 0 {
		return places
	}
	return places[:after]
}

// merged makes one state of histories. A single one is given as it is kept,
// because finish leaves its meaning alone.
func (r *rule) merged(cells []any) any {
	if len(cells) == 1 {
		return cells[0]
	}
	state := r.fresh()
	for _, cell := range cells {
		r.merge(state, cell)
	}
	return state
}
