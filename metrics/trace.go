package metrics

import (
	"slices"
	"strings"

	"evidencepack/ingest/record"
)

// Trace gives a function that says of each record what it counted as in a
// figure of this table. Offer it the records that the table was filled with:
// those that it does not call neither are the rows behind the figure.
//
// Where a figure counts people or steps, its rows are the offers, ratings or
// attempts of those people or steps; of a rate, the register's rows are the
// denominator; of a before-and-after figure, only the days after the change.
func (t *Table) Trace(f Figure) func(record.Record) Counted {
	i := t.find(Metric{Def: Def{ID: f.MetricID}})
	if i < 0 || f.Value.Status == NoData {
		return func(record.Record) Counted { return CountedNeither }
	}
	m := &t.metrics[i]
	span := f.Span
	if m.rule.many {
		span = record.Span{}
	}
	w := t.window(i, f.Scope, span)
	w.Breakdown = f.Value.Breakdown
	if !t.cutsAt(i, w.Span) {
		return func(record.Record) Counted { return CountedNeither }
	}
	if split, word, of := m.splitOf(w.Breakdown); of {
		return t.tracePart(i, split, word, w)
	}
	verdict := m.rule.judge(t.gather(i, w), w)
	return func(r record.Record) Counted {
		if !m.Takes(r.Kind()) || !m.rule.files(r, w) || t.lacks(i, r) {
			return CountedNeither
		}
		return verdict(r)
	}
}

// splitOf finds the split and the word of a breakdown; false where a rule sees to
// it by itself.
func (m *Metric) splitOf(breakdown string) (split int, word string, of bool) {
	name, word, _ := strings.Cut(breakdown, "=")
	split = slices.IndexFunc(m.rule.splits, func(s Split) bool { return s.Name == name && s.Part != nil })
	return split, word, split >= 0
}

// tracePart gives the rows of one part of a split. Where a part is counted out of
// the whole, only its own rows are called.
func (t *Table) tracePart(metric, split int, word string, w Window) func(record.Record) Counted {
	m := &t.metrics[metric]
	s := m.rule.splits[split]
	w.Breakdown = ""
	verdict := m.rule.judge(t.partState(metric, split, word, w), w)
	return func(r record.Record) Counted {
		if !m.Takes(r.Kind()) || !m.rule.files(r, w) || t.lacks(metric, r) {
			return CountedNeither
		}
		if s.Part(r) != word {
			return CountedNeither
		}
		c := verdict(r)
		switch {
		case s.Mix && c&CountedDenominator != 0:
			return CountedBoth
		case s.Share:
			return c & CountedNumerator
		}
		return c
	}
}

// files tells whether a record can count in a window by its scope and day.
// Metrics of many things decide that for each of them.
func (r *rule) files(one record.Record, w Window) bool {
	if r.many {
		return true
	}
	day := r.day(one)
	return w.Scope.covers(one.Where()) && (day == keptWhole || w.Span.Has(day))
}
