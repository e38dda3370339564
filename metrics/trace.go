package metrics

import "evidencepack/ingest/record"

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
	verdict := m.rule.judge(t.gather(i, w), w)
	return func(r record.Record) Counted {
		if !m.Takes(r.Kind()) || !m.rule.files(r, w) || t.lacks(i, r) {
			return CountedNeither
		}
		return verdict(r)
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
