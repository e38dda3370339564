package ingest

import (
	"slices"
	"testing"

	"evidencepack/ingest/record"
)

// TestExceptionsByHand adds up the rows set aside by file, problem and word; notes on
// rows that count, repeats, and files that could not be used are none of them.
func TestExceptionsByHand(t *testing.T) {
	at := func(file string, row int) record.Ref { return record.Ref{File: file, Row: row} }
	e := &Exports{Issues: []record.Issue{
		{Ref: at("a.csv", 2), Code: codeUnknownOutcome, Detail: "X", Class: record.Unmapped, Severity: record.SeverityWarning, Count: 1},
		{Ref: at("a.csv", 5), Code: codeUnknownOutcome, Detail: "A", Class: record.Unmapped, Severity: record.SeverityWarning, Count: 1},
		{Ref: at("a.csv", 7), Code: codeUnknownOutcome, Detail: "X", Class: record.Unmapped, Severity: record.SeverityWarning, Count: 3},
		{Ref: at("a.csv", 8), Code: "struck-out", Class: record.StruckOut, Severity: record.SeverityWarning, Count: 1},
		{Ref: at("b.csv", 2), Code: "no-such-date", Detail: "Leeds", Class: record.Rejected, Severity: record.SeverityWarning, Count: 1},
		{Ref: at("b.csv", 3), Code: "no-such-date", Detail: "York", Class: record.Rejected, Severity: record.SeverityWarning, Count: 1},
		{Ref: at("b.csv", 4), Code: "repeat", Class: record.Duplicate, Severity: record.SeverityNote, Count: 9},
		{Ref: at("b.csv", 0), Code: "overlapping-exports", Severity: record.SeverityNote, Count: 9},
		{Ref: at("b.csv", 6), Code: "several-words", Class: record.Used, Severity: record.SeverityNote, Count: 9},
	}}
	type line struct {
		file, code, word string
		rows             int
		unexplained      bool
	}
	var got []line
	sum := 0
	for _, x := range e.Exceptions() {
		got = append(got, line{x.File, x.Code, x.Word, x.Rows, x.Unexplained})
		sum += x.Rows
	}
	want := []line{
		{"a.csv", codeUnknownOutcome, "X", 4, true}, {"a.csv", codeUnknownOutcome, "A", 1, true}, {"a.csv", "struck-out", "", 1, false}, {"b.csv", "no-such-date", "", 2, false},
	}
	if !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	for _, r := range e.Reasons() {
		sum -= r.Rows
	}
	if sum != 0 {
		t.Errorf("exceptions and reasons differ by %d rows", sum)
	}
}
