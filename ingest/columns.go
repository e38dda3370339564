package ingest

import (
	"evidencepack/ingest/heading"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// derive says that rows of the table give a field that has no column of its own:
// the minutes of a visit follow from its times.
func (b *binder) derive(field string) {
	if !b.derived[field] {
		b.derived[field] = true
	}
}

// namedColumns gives the fields that the records of the table can speak of: its columns,
// what holds for every row, and what was worked out of either. One is shared by
// all records of the table, so that a row costs no memory.
func (b *binder) namedColumns() *record.Columns {
	var names []string
	for field := range b.header.match.Columns {
		names = append(names, field)
	}
	for field := range b.header.match.Constant {
		names = append(names, field)
	}
	if b.header.saved != nil {
		for field := range b.header.saved.Constants {
			names = append(names, field)
		}
		if b.header.saved.Reoffer == mapping.ReofferRows {
			names = append(names, "reoffered") // the second row of an offer says it
		}
	}
	for field := range b.derived {
		names = append(names, field)
	}
	if b.has(heading.PersonName) || b.has(heading.FirstName) || b.has(heading.LastName) {
		names = append(names, heading.PersonRef)
	}
	columns := record.NewColumns(names...)
	columns.Contradict(b.header.mixed...)
	return columns
}
