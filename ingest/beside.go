package ingest

import (
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// What a row says beside what it cannot do without. None of it costs the row: a
// text that is not understood is as good as none, and is not guessed at.

// answer reads yes, no, partly or does not apply.
func (b *binder) answer(field string) record.Answer {
	if !b.has(field) {
		return record.AnswerNone
	}
	return cell.Answer(b.raw(field))
}

// said reads an answer where words of its own say yes: who took part, on which day.
func (b *binder) said(field string) record.Answer {
	answer := b.answer(field)
	if answer == record.AnswerNone && b.noted(field) {
		first, _, _ := strings.Cut(cell.Key(b.raw(field).Text), " ")
		switch {
		case undecided[first]:
			return record.AnswerNone
		case refusedWords[first]:
			return record.No
		}
		return record.Yes
	}
	return answer
}

// undecided begin what says neither yes nor no yet, refusedWords what says no.
var (
	undecided    = wordSet("awaiting", "awaited", "pending", "waiting", "tbc", "tba", "unsure", "unclear", "under", "possibly", "maybe", "undecided", "ongoing")
	refusedWords = wordSet("not", "nfa", "none", "never")
)

// noted tells whether something stands in a field that says something: neither
// nothing nor a plain no.
func (b *binder) noted(field string) bool {
	if !b.has(field) {
		return false
	}
	r := b.raw(field)
	return cell.Recorded(r) && cell.Nothing(r.Text) == cell.Present && cell.Answer(r) != record.No
}

// day reads a date that is worth having and no more: 0 where none can be read.
func (b *binder) day(field string) record.Date {
	if !b.has(field) {
		return 0
	}
	m, err := b.dates(field).Date(b.raw(field))
	if err != nil {
		return 0
	}
	return m.On
}

// known reads a word of a list, "" where nothing stands there and another word
// where it is in no list.
func (b *binder) known(field string, list *cell.List, otherwise string) string {
	written := b.text(field)
	if written == "" || cell.Nothing(written) == cell.Unknown {
		return ""
	}
	if w, there := b.find(field, list, written); there {
		return w
	}
	return otherwise
}

// topic reads what a field that people fill in with their own words is about, in a
// word of the first vocabulary that has one: "other" where none has, "" where
// nothing is written. What a saved mapping says goes before.
func (b *binder) topic(field string, topics ...*cell.Topics) string {
	raw := b.raw(field)
	if meant, said := b.legend(field).words[cell.Key(raw.Text)]; said {
		raw = cell.Text(meant)
	}
	return cell.In(raw, topics...)
}

// count reads a whole number of things; record.Uncounted where none is written.
func (b *binder) count(field string) int {
	if !b.has(field) {
		return record.Uncounted
	}
	n, err := cell.Whole(b.number(field))
	if err != nil || n < 0 {
		return record.Uncounted
	}
	return n
}

// hours reads a number of hours; record.Unknown where none is written.
func (b *binder) hours(field string) float64 {
	if !b.has(field) {
		return record.Unknown
	}
	if v, err := cell.Number(b.number(field)); err == nil && v >= 0 {
		return v
	}
	if minutes, err := cell.Minutes(b.number(field), cell.UnitHours); err == nil && minutes >= 0 {
		return float64(minutes) / 60
	}
	return record.Unknown
}

// length reads a length of time in minutes; record.Uncounted where none is written.
func (b *binder) length(field string) int {
	if !b.has(field) {
		return record.Uncounted
	}
	return max(b.minutes(field), record.Uncounted)
}

// heading gives the heading of a field's column, "" where it has none.
func (b *binder) heading(field string) string {
	if column, there := b.header.match.Columns[field]; there && column < len(b.header.headings) {
		return cell.Key(b.header.headings[column])
	}
	return ""
}
