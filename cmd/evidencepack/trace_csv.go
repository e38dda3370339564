package main

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// traceHead names the columns of trace --csv: those of contract.md 2, and after them
// who a row is about, the number of the person, step or week that is counted where it
// has several rows, what the row adds to numerator and denominator, and the row at which
// a spreadsheet program shows it, which for a text file may be another than its line.
var traceHead = []string{"file", "sheet", "row", "record_id", "counted_as", "person", "counted_once", "adds_to_numerator", "adds_to_denominator", "spreadsheet_row"}

// csv writes all rows, without a byte order mark.
func (a *traceAnswer) csv(out io.Writer) error {
	w := csv.NewWriter(out)
	if err := w.Write(traceHead); err != nil {
		return err
	}
	for _, r := range a.rows {
		at := r.Record.Where()
		line := []string{
			at.File, a.t.sheet(at), rowOf(at), a.t.recordID(r.Record), r.Counted.String(), a.names[at.Person], thingOf(r),
			amount(r.Numerator, r.Counted&metrics.CountedNumerator != 0), amount(r.Denominator, r.Counted&metrics.CountedDenominator != 0),
			a.t.spreadsheetRow(at),
		}
		for i, cell := range line[:slices.Index(traceHead, "adds_to_numerator")] { // a number may begin with a minus
			line[i] = record.CSVText(cell)
		}
		if err := w.Write(line); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// rowOf is empty where a whole sheet is counted.
func rowOf(at *record.Head) string {
	if at.Row == 0 {
		return ""
	}
	return strconv.Itoa(at.Row)
}

// spreadsheetRow is the row at which a spreadsheet program shows a record, empty where a
// whole sheet is counted, and of a text file in an archive, which we do not open again.
func (t *tracer) spreadsheetRow(at *record.Head) string {
	if at.Row == 0 || at.RowWord() == "row" {
		return rowOf(at)
	}
	rows := t.shownRows(at.File)
	if rows == nil {
		return ""
	}
	if shown, other := rows[at.Row]; other {
		return strconv.Itoa(shown)
	}
	return rowOf(at)
}

// thingOf is empty where a row stands for itself.
func thingOf(r metrics.TracedRow) string {
	if r.Thing == 0 {
		return ""
	}
	return strconv.Itoa(r.Thing)
}

// amount is empty where a row is not in that number.
func amount(v float64, counts bool) string {
	if !counts {
		return ""
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// sheet names a sheet. One that may be named after a person is named by its place
// among the sheets of its file that were read.
func (t *tracer) sheet(at *record.Head) string {
	if at.Sheet == "" || t.safe(at.Sheet) {
		return at.Sheet
	}
	place := 0
	for _, l := range t.exports.Ledgers {
		if l.File == at.File {
			place++
		}
		if l.File == at.File && l.Sheet == at.Sheet {
			break
		}
	}
	return "table " + strconv.Itoa(place) + " of those read"
}

// recordID gives the source's own id of a record, "" where it may name somebody: ids
// of staff, the ids that exports have for people, and whatever looks like a name.
func (t *tracer) recordID(r record.Record) string {
	id := r.Where().ID
	if r.Kind() == record.KindStaff || !strings.ContainsFunc(id, unicode.IsDigit) || strings.ContainsFunc(id, unicode.IsSpace) || len(id) > 64 {
		return ""
	}
	if _, private := t.exports.People.Private()[id]; private {
		return ""
	}
	for _, word := range strings.FieldsFunc(partedWords(id), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(word) > 2 && !t.safe(word) {
			return ""
		}
	}
	if digits := strings.Map(onlyDigits, id); len(digits) == 10 && !t.safe(digits) {
		return "" // an NHS number, with or without its blanks
	}
	return id
}

func onlyDigits(r rune) rune {
	if r >= '0' && r <= '9' {
		return r
	}
	return -1
}

// partedWords puts a blank before each capital that begins a word: JaneDoe1 holds two.
func partedWords(s string) string {
	var b strings.Builder
	lower := false
	for _, r := range s {
		if lower && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		lower = unicode.IsLower(r)
		b.WriteRune(r)
	}
	return b.String()
}

// safe tells whether a text names nobody, in whatever case a name is written in it.
func (t *tracer) safe(text string) bool {
	known, there := t.safeWord[text]
	if !there {
		lower := strings.ToLower(text)
		known = t.gate.Safe(text) && t.gate.Safe(upperFirst(lower)) && t.gate.Safe(strings.ToUpper(text))
		t.safeWord[text] = known
	}
	return known
}
