package ingest

import (
	"errors"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// binder turns the rows of one table into records of one kind.
type binder struct {
	in       *intake
	table    table
	header   header
	ledger   *record.Ledger
	index    int // of the ledger
	unknown  map[string]int
	build    func(*binder) record.Record
	words    map[Word]int
	fields   []string                   // field by column, "" is none
	legends  map[string]legend          // field → what a saved mapping says of its codes
	letters  map[string]bool            // field → its single letters are all on the ladder
	scales   map[string]*cell.WordScale // field → the scale of its words, nil is none
	decimals map[string]cell.Decimal    // field → the sign before its decimals
	tops     map[string]float64         // field → the highest score in its column
	zone     cell.Zone                  // of times without an offset

	row     grid.Row
	columns *record.Columns // fields of the table; filled in when its rows are read
	timed   bool            // a row has a time

	stampHeading *bool // whether the stamp is headed as that of the first writing; nil is not asked yet

	derived map[string]bool // fields that its rows give although they have no column

	private []column // what must not be kept, and other people's names

	pending *pending
	problem *record.Issue // the first thing on this row that makes it unusable
}

// builders make one record each from a row.
var builders = map[record.Kind]func(*binder) record.Record{
	record.KindPlacement: buildPlacement, record.KindStaff: buildStaff, record.KindCareTask: buildCareTask,
	record.KindMedAdmin: buildMedAdmin, record.KindVisit: buildVisit, record.KindIncident: buildIncident,
	record.KindAction: buildAction, record.KindRestriction: buildRestriction, record.KindGoal: buildGoal,
	record.KindStepRecord: buildStepRecord, record.KindRating: buildRating, record.KindPlanReview: buildPlanReview,
	record.KindPlanChange: buildPlanChange, record.KindObservation: buildObservation, record.KindFeedback: buildFeedback,
	record.KindSafeguarding: buildSafeguarding, record.KindAttendance: buildAttendance,
	record.KindStep: buildStep, record.KindRestrictionReview: buildRestrictionReview, record.KindAuthorisation: buildAuthorisation,
	record.KindPlanAudit: buildPlanAudit, record.KindSupervision: buildSupervision, record.KindCompetency: buildCompetency,
	record.KindSurvey: buildSurvey, record.KindPlacementEvent: buildPlacementEvent, record.KindWorkforceMonth: buildWorkforceMonth,
	record.KindExposure: buildExposure,
}

func (in *intake) binder(t table, h header) *binder {
	b := &binder{
		in: in, table: t, header: h, index: len(in.out.Ledgers) - 1, build: builders[h.match.Kind],
		unknown: in.out.Headers[len(in.out.Headers)-1].Unknown, words: in.out.Headers[len(in.out.Headers)-1].Words,
		legends: make(map[string]legend), letters: make(map[string]bool), scales: make(map[string]*cell.WordScale),
		fields: in.out.Headers[len(in.out.Headers)-1].Fields, decimals: make(map[string]cell.Decimal),
		columns: new(record.Columns), derived: make(map[string]bool),
	}
	b.ledger = &in.out.Ledgers[b.index]
	b.leavePrivate(&in.out.Headers[len(in.out.Headers)-1])
	if h.saved != nil && h.saved.TimeZone == mapping.UTC {
		b.zone = cell.UTC
	}
	return b
}

// bind turns one row into a pending record, or into an issue.
func (b *binder) bind(r grid.Row) {
	b.row, b.problem = r, nil
	b.pending = &pending{ledger: b.index, reoffers: b.header.saved != nil && b.header.saved.Reoffer == mapping.ReofferRows}
	switch {
	case r.Unclosed:
		b.reject("", codeUnclosedQuote)
	case r.Half:
		b.reject("", codeHalfLine)
	case b.tooMany():
		b.reject("", codeTooMany)
	}
	if b.problem == nil && b.nilReturn() {
		b.nothingHappened()
		return
	}
	var rec record.Record
	if b.problem == nil {
		b.pending.ref, b.pending.name = b.text(heading.PersonRef), b.personName()
		if rec = b.build(b); b.problem == nil {
			b.head(rec.Where())
		}
	}
	if b.problem != nil {
		b.ledger.Counts[record.Rejected]++
		b.in.out.Issues = append(b.in.out.Issues, *b.problem)
		return
	}
	b.leaveOut(rec)
	b.pending.rec = rec
	b.in.pending = append(b.in.pending, b.pending)
}

// leaveOut marks a row that a saved mapping leaves out by what stands under one of
// its headings. Only the heading is told: the text may be a name.
func (b *binder) leaveOut(rec record.Record) {
	if b.header.saved == nil || len(b.header.saved.SkipRows) == 0 {
		return
	}
	for i, written := range b.header.headings {
		if i < len(b.row.Cells) && b.header.saved.Skips(written, b.row.Cells[i].Text) {
			b.pending.unknown, b.pending.field, b.pending.ignored = "skip_rows", written, true
			rec.Where().Unmapped = true
			return
		}
	}
}

// tooMany tells whether values of a text file stand beyond the last heading, so
// that all of them may stand one column too far. In a sheet nothing moves.
func (b *binder) tooMany() bool {
	if !b.table.text {
		return false
	}
	for i := len(b.header.headings); i < len(b.row.Cells); i++ {
		if !b.row.Cells[i].Empty() {
			return true
		}
	}
	return false
}

// head fills in what every record carries.
func (b *binder) head(h *record.Head) {
	h.Ref = b.ref()
	if h.ID = b.ownText(heading.ID); h.ID != "" && b.table.part > 0 {
		h.ID += " / " + cell.Clean(cellAt(b.row, b.table.part).Text) // of several records of one row
	}
	h.Version, _ = cell.Whole(b.raw(heading.Version))
	b.stamps(h)
	h.Service = b.text(heading.Service)
	h.Struck = cell.Answer(b.raw(heading.Struck)) == record.Yes
	h.Unmapped = b.pending.unknown != ""
	h.Columns = b.columns
	if h.At != record.NoClock && !b.timed {
		b.timed = true
		b.derive(heading.EventTime) // the date holds the time as well
	}
	b.signed()
	b.keepOthers()
}

func (b *binder) ref() record.Ref {
	return record.Ref{File: b.table.file, Sheet: b.table.sheet, Row: b.row.Line}
}

// raw gives the cell of a field, empty where there is no such column. A note in
// HTML comes as plain text.
func (b *binder) raw(field string) cell.Raw {
	column, there := b.header.match.Columns[field]
	if !there && b.header.match.Constant[field] != "" {
		return cell.Text(b.header.match.Constant[field])
	}
	if !there && b.header.saved != nil {
		return cell.Text(b.header.saved.Constants[field])
	}
	if !there || column >= len(b.row.Cells) {
		return cell.Raw{}
	}
	r := b.row.Cells[column]
	if !r.Numeric && (strings.IndexByte(r.Text, '<') >= 0 || strings.IndexByte(r.Text, '&') >= 0) {
		r.Text = cell.Plain(r.Text)
	}
	return r
}

func (b *binder) has(field string) bool {
	_, there := b.header.match.Columns[field]
	return there || b.header.saved != nil && b.header.saved.Constants[field] != ""
}

// text gives a short text of a field, cleaned and kept once.
func (b *binder) text(field string) string {
	written := b.raw(field).Text
	if kept, there := b.in.words[written]; there {
		return kept // what is kept is clean, and most words come again and again
	}
	return b.in.words.keep(cell.Clean(written))
}

// ownText gives a text of a field that hardly ever comes again, such as an id. Of the file
// that it was cut from it holds on to nothing.
func (b *binder) ownText(field string) string { return strings.Clone(cell.Clean(b.raw(field).Text)) }

// reject makes the row unusable; the first reason stands.
func (b *binder) reject(field, code string) {
	if b.problem == nil {
		b.problem = &record.Issue{
			Ref: b.ref(), Kind: b.header.match.Kind, Field: field, Severity: record.SeverityWarning,
			Code: code, Count: 1, Class: record.Rejected,
		}
	}
}

// dates says how the dates of a field are read.
func (b *binder) dates(field string) cell.DateReader {
	return cell.DateReader{Order: b.header.orders[field], Role: role(field), Zone: b.zone}
}

// needDate reads a date without which the row is worth nothing.
func (b *binder) needDate(field string) cell.Moment {
	m, err := b.dates(field).Date(b.raw(field))
	if err != nil {
		b.reject(field, dateProblem(err))
	}
	return m
}

// date reads a date that may be missing. One that is there but cannot be read
// makes the row unusable: a wrong closing date is worse than a row less.
func (b *binder) date(field string) record.Date {
	m, err := b.dates(field).Date(b.raw(field))
	if err != nil && !errors.Is(err, cell.ErrEmpty) {
		b.reject(field, dateProblem(err))
	}
	return m.On
}

// inOrder refuses a row that ends before it begins; 0 is no end.
func (b *binder) inOrder(start, end record.Date) {
	if end != 0 && end < start {
		b.reject("end_date", codeEndsFirst)
	}
}

func dateProblem(err error) string {
	switch {
	case errors.Is(err, cell.ErrEmpty):
		return codeDateEmpty
	case errors.Is(err, cell.ErrNoSuchDay):
		return codeNoSuchDate
	case errors.Is(err, cell.ErrPartial):
		return codeDatePartial
	case errors.Is(err, cell.ErrRange):
		return codeDateRange
	}
	return codeNotDate
}

// event reads the date and the time of an event.
func (b *binder) event(dateField string) (record.Date, record.Clock) {
	m, err := b.dates(dateField).Event(b.raw(dateField), b.raw(heading.EventTime))
	if err != nil {
		b.reject(dateField, dateProblem(err))
	}
	if cell.ChangeAt(m.On, m.At) == cell.Skipped {
		b.in.count(b.index, codeClockChange)
	}
	return m.On, m.At
}
