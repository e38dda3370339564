package metrics

import (
	"slices"

	"evidencepack/ingest/record"
)

// Gap is a complete month without any row of a kind of export that has rows
// before and after it: most likely a file that was not exported.
type Gap struct {
	Month record.Month
	Kind  record.Kind
}

// Gaps lists the missing months, by kind and month. Of kinds that are not written
// every day, such as incidents, a month counts as missing only where MonthsWithout
// takes it as not exported.
func (t *Table) Gaps() []Gap {
	var gaps []Gap
	months := t.Months()
	for _, kind := range record.Kinds {
		first, last := -1, -1
		for i, m := range months {
			if t.monthRows(kind, m) > 0 {
				if first < 0 {
					first = i
				}
				last = i
			}
		}
		for i := first; i >= 0 && i <= last; i++ {
			whole := record.Span{From: months[i].First(), To: months[i].Last()}
			if t.Rows(kind, whole) == 0 && (daily(kind) || len(t.MonthsWithout(kind, whole)) > 0) {
				gaps = append(gaps, Gap{months[i], kind})
			}
		}
	}
	return gaps
}

// usualRows is how many rows a usual month must have before a month without any is
// taken as not exported: with five a month, a quiet one comes once in 150 months.
const usualRows = 5

// MonthsWithout lists the whole months of a span that have no row of a kind, where a
// usual month has five or more and nobody wrote that there was none. A count or a rate
// of the span is too low by them. Registers lack no month.
func (t *Table) MonthsWithout(kind record.Kind, span record.Span) []record.Month {
	if !kind.IsEvent() || kind.IsRegister() {
		return nil
	}
	var rows []int
	for m := t.facts.firstEvent.Month(); m <= t.facts.lastEvent.Month(); m++ {
		if n := t.monthRows(kind, m); n > 0 {
			rows = append(rows, n)
		}
	}
	slices.Sort(rows)
	if len(rows) == 0 || rows[len(rows)/2] < usualRows {
		return nil
	}
	var without []record.Month
	for m := span.From.Month(); m <= span.To.Month(); m++ {
		whole := record.Span{From: m.First(), To: m.Last()}
		if whole.From >= span.From && whole.To <= span.To && t.Rows(kind, whole) == 0 && !t.saidNone(kind, "", whole) {
			without = append(without, m)
		}
	}
	return without
}

func (t *Table) monthRows(kind record.Kind, m record.Month) int {
	return t.Rows(kind, record.Span{From: m.First(), To: m.Last()})
}

// daily tells whether staff write rows of the kind nearly every day.
func daily(kind record.Kind) bool {
	switch kind {
	case record.KindCareTask, record.KindMedAdmin, record.KindVisit, record.KindStepRecord, record.KindRating, record.KindAttendance:
		return true
	}
	return false
}
