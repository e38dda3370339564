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
// denominator; of a before-and-after figure, only the days after the change. The
// denominator of a part that is counted out of the whole is that of the whole.
func (t *Table) Trace(f Figure) func(record.Record) Counted {
	verdict, _ := t.trace(f, false)
	return verdict
}

// trace gives the verdict on each record, and what those that count add.
func (t *Table) trace(f Figure, before bool) (func(record.Record) Counted, func(record.Record) Adds) {
	i := t.find(Metric{Def: Def{ID: f.MetricID}})
	if i < 0 || f.Value.Status == NoData {
		return nothingCounts, nothingAdded
	}
	m := &t.metrics[i]
	span := f.Span
	if m.rule.many {
		span = record.Span{}
	}
	w := t.window(i, f.Scope, span)
	w.Breakdown, w.Before = f.Value.Breakdown, before
	if !t.cutsAt(i, w.Span) {
		return nothingCounts, nothingAdded
	}
	if split, word, of := m.splitOf(w.Breakdown); of {
		return t.tracePart(i, split, word, w)
	}
	state := t.gather(i, w)
	return t.verdictOf(i, state, w), addsOf(m, state, w)
}

func nothingCounts(record.Record) Counted { return CountedNeither }
func nothingAdded(record.Record) Adds     { return Adds{} }

// verdictOf gives the verdict on the records of a state. A count has no denominator
// and a middle value no numerator, whatever its rule says of a row.
func (t *Table) verdictOf(metric int, state any, w Window) func(record.Record) Counted {
	m := &t.metrics[metric]
	sides := CountedBoth
	if m.NounDenominator == "" {
		sides &^= CountedDenominator
	}
	if m.NounNumerator == "" {
		sides &^= CountedNumerator
	}
	verdict := m.rule.judge(state, w)
	return func(r record.Record) Counted {
		if !m.Takes(r.Kind()) || !m.rule.files(r, w) || t.lacks(metric, r) {
			return CountedNeither
		}
		return verdict(r) & sides
	}
}

func addsOf(m *Metric, state any, w Window) func(record.Record) Adds {
	if m.rule.adds == nil {
		return func(record.Record) Adds { return itself }
	}
	return m.rule.adds(state, w)
}

// splitOf finds the split and the word of a breakdown; false where a rule sees to
// it by itself.
func (m *Metric) splitOf(breakdown string) (split int, word string, of bool) {
	name, word, _ := strings.Cut(breakdown, "=")
	split = slices.IndexFunc(m.rule.splits, func(s Split) bool { return s.Name == name && s.Part != nil })
	return split, word, split >= 0
}

// tracePart gives the rows of one part of a split: its own, and where it is counted
// out of the whole also those of the whole denominator.
func (t *Table) tracePart(metric, split int, word string, w Window) (func(record.Record) Counted, func(record.Record) Adds) {
	m := &t.metrics[metric]
	s := m.rule.splits[split]
	w.Breakdown = ""
	state := t.partState(metric, split, word, w)
	verdict, adds := t.verdictOf(metric, state, w), addsOf(m, state, w)
	own := func(r record.Record) Counted {
		if !m.Takes(r.Kind()) || s.Part(r) != word {
			return CountedNeither
		}
		return verdict(r)
	}
	if !s.Share && !s.Mix {
		return own, adds
	}
	whole := t.gather(metric, w)
	ofWhole, addsWhole := t.verdictOf(metric, whole, w), addsOf(m, whole, w)
	mixed := func(r record.Record) Counted {
		c := ofWhole(r) & CountedDenominator
		if mine := own(r); s.Mix && mine&CountedDenominator != 0 || s.Share && mine&CountedNumerator != 0 {
			c |= CountedNumerator
		}
		return c
	}
	return mixed, func(r record.Record) Adds {
		mine, all := adds(r), addsWhole(r)
		if s.Mix {
			mine.Numerator = mine.Denominator
		}
		return Adds{Numerator: mine.Numerator, Denominator: all.Denominator, Thing: all.Thing}
	}
}

// files tells whether a record can count in a window by its scope and day.
// Metrics of many things decide that for each of them.
func (r *rule) files(one record.Record, w Window) bool {
	if r.many {
		return true
	}
	day := r.day(one)
	return (r.elsewhere || w.Scope.covers(one.Where())) && (day == keptWhole || w.Span.Has(day))
}
