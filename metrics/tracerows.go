package metrics

import (
	"cmp"
	"iter"
	"slices"

	"evidencepack/ingest/record"
)

// TracedRow is one row behind a figure.
type TracedRow struct {
	Record  record.Record
	Counted Counted
	// Numerator and Denominator are what the row adds to the two numbers. The rows
	// of a figure add up to it; 0 is a row of something that another row counted.
	Numerator   float64
	Denominator float64
	Thing       int // number of the person, step or week that the row is of, from 1; 0 is the row itself
}

// TraceRows lists the rows behind a figure, in order of file, sheet and row. The
// records are those that the table was filled with, in any order.
func (t *Table) TraceRows(f Figure, records iter.Seq[record.Record]) []TracedRow {
	verdict, adds := t.trace(f, false)
	return traced(verdict, adds, records)
}

// TraceBefore lists the rows of the days before a change, with which a
// before-and-after figure compares those after it. Other figures have none.
func (t *Table) TraceBefore(f Figure, records iter.Seq[record.Record]) []TracedRow {
	if f.Value.Change == nil {
		return nil
	}
	verdict, adds := t.trace(f, true)
	return traced(verdict, adds, records)
}

// TraceKept lists the rows that were kept from a figure, as their table has no
// column for what it needs.
func (t *Table) TraceKept(f Figure, records iter.Seq[record.Record]) []record.Record {
	i := t.find(Metric{Def: Def{ID: f.MetricID}})
	if i < 0 || !t.lacking[i] {
		return nil
	}
	m := &t.metrics[i]
	w := t.window(i, f.Scope, f.Span)
	var kept []record.Record
	for r := range records {
		if m.Takes(r.Kind()) && m.rule.files(r, w) && t.lacks(i, r) {
			kept = append(kept, r)
		}
	}
	slices.SortStableFunc(kept, func(a, b record.Record) int { return bySheetAndRow(a.Where(), b.Where()) })
	return kept
}

func traced(verdict func(record.Record) Counted, adds func(record.Record) Adds, records iter.Seq[record.Record]) []TracedRow {
	var rows []TracedRow
	for r := range records {
		if c := verdict(r); c != CountedNeither {
			rows = append(rows, TracedRow{Record: r, Counted: c})
		}
	}
	slices.SortStableFunc(rows, func(a, b TracedRow) int { return bySheetAndRow(a.Record.Where(), b.Record.Where()) })
	things := make(map[any]int)
	counted := make(map[any]Counted) // what was added for a thing
	for i := range rows {
		row := &rows[i]
		a := adds(row.Record)
		first := row.Counted
		if a.Thing != nil {
			if things[a.Thing] == 0 {
				things[a.Thing] = len(things) + 1
			}
			row.Thing = things[a.Thing]
			first &^= counted[a.Thing]
			counted[a.Thing] |= row.Counted
		}
		if first&CountedNumerator != 0 {
			row.Numerator = a.Numerator
		}
		if first&CountedDenominator != 0 {
			row.Denominator = a.Denominator
		}
	}
	return rows
}

func bySheetAndRow(a, b *record.Head) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row))
}
