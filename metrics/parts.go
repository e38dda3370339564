package metrics

import "evidencepack/ingest/record"

// Parts gives the breakdowns of a metric for a scope and a span: one value for
// each word that a record is under, in order of split and word. A metric without
// breakdowns has none.
func (t *Table) Parts(m Metric, scope Scope, span record.Span) []Value { return nil }
