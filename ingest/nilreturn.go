package ingest

import (
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// NilReturn is a month of which somebody wrote that nothing happened: a true zero,
// not a gap.
type NilReturn struct {
	Kind    record.Kind
	Service string // "" is all services
	Month   record.Month
}

// NilReturns lists the months of which the rows say that nothing happened, in
// order of their rows. Such a row is no record.
func (e *Exports) NilReturns() []NilReturn { return e.nils }

// nilKinds are the lists of events that are empty in a good month, with the field
// of their date.
var nilKinds = map[record.Kind]string{
	record.KindIncident: heading.EventDate, record.KindFeedback: "received_at", record.KindSafeguarding: "raised_at",
}

// nilSays are the fields in which one word, such as "none", speaks for the row. In
// others, such as the grade of harm, it is an answer about one event.
var nilSays = map[string]bool{"type": true, "feedback_kind": true, heading.PersonRef: true, heading.PersonName: true}

// nilBeside are fields that say nothing of what happened.
var nilBeside = map[string]bool{
	heading.ID: true, heading.EventDate: true, heading.EventTime: true, "received_at": true, "raised_at": true, heading.Service: true,
	heading.Version: true, heading.Updated: true, heading.Struck: true, "status": true, "closed_at": true, "raised_by": true, "staff": true,
}

// nilReturn tells whether a row says that nothing happened, as "Incidents: nil this
// month" does: one cell says so, and no other says anything of an event.
func (b *binder) nilReturn() bool {
	if nilKinds[b.header.match.Kind] == "" {
		return false
	}
	said := false
	for i, c := range b.row.Cells {
		field := ""
		if i < len(b.fields) {
			field = b.fields[i]
		}
		switch {
		case c.Empty() || nilBeside[field] && field != heading.ID:
		case cell.NilReturn(c.Text):
			said = said || nilSays[field] || strings.Contains(cell.Key(c.Text), " ")
		case field == heading.ID || cell.Nothing(c.Text) != cell.Present || cell.Answer(c) == record.No || b.another(i):
		case field == "" && b.isPeriod(c):
		default:
			return false
		}
	}
	return said
}

// another tells whether a column names somebody who reported or saw.
func (b *binder) another(i int) bool {
	return slices.ContainsFunc(b.private, func(c column) bool { return c.other && c.index == i })
}

// isPeriod tells whether a cell holds a day, a month or the like.
func (b *binder) isPeriod(c cell.Raw) bool {
	if _, err := cell.Date(c, cell.DayFirst); err == nil {
		return true
	}
	_, _, _, is := cell.ParsePeriod(c.Text)
	return is
}

// nothingHappened counts a row that says so, and keeps its month where it names one.
func (b *binder) nothingHappened() {
	kind := b.header.match.Kind
	b.ledger.Counts[record.StruckOut]++
	b.in.out.Issues = append(b.in.out.Issues, record.Issue{
		Ref: b.ref(), Kind: kind, Severity: record.SeverityWarning, Code: codeNilReturn, Count: 1, Class: record.StruckOut,
	})
	field := nilKinds[kind]
	said := NilReturn{Kind: kind, Service: b.text(heading.Service)}
	if m, err := b.dates(field).Date(b.raw(field)); err == nil {
		said.Month = m.On.Month()
	} else if from, to, _, is := b.dates(field).Period(b.raw(field).Text); is && to != 0 && from.Month() == to.Month() {
		said.Month = from.Month()
	} else {
		return
	}
	if !slices.Contains(b.in.out.nils, said) {
		b.in.out.nils = append(b.in.out.nils, said)
	}
}

// spellNils gives the services of nil returns the spelling that their other rows have.
func (in *intake) spellNils(spelling map[string]string) {
	best := make(map[string]string, len(spelling))
	for _, name := range spelling {
		best[cell.Key(name)] = name
	}
	for i, said := range in.out.nils {
		name := said.Service
		if in.options.Aliases != nil {
			name = in.options.Aliases.Service(name, said.Month.First())
		}
		if known, there := best[cell.Key(name)]; there {
			name = known
		}
		in.out.nils[i].Service = name
	}
}
