package ingest

import (
	"slices"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// saved gives what is known about a table if it is of a kind: what the user
// confirmed, over a documented layout that comes with us. Nil is nothing known.
func (in *intake) saved(t table, headings []string, kind record.Kind) *mapping.Mapping {
	return mapping.Choose(in.options.Mappings, kind, mapping.NewTable(t.file, t.sheet, headings))
}

// named gives the columns that mappings name in a row of headings, by kind.
func (in *intake) named(t table, headings []string) map[record.Kind]map[string]string {
	all := make(map[record.Kind]map[string]string)
	place := mapping.NewTable(t.file, t.sheet, headings)
	for _, kind := range record.Kinds {
		if m := mapping.Choose(in.options.Mappings, kind, place); m != nil {
			all[kind] = m.Named(headings)
		}
	}
	return all
}

// applySaved applies to the row of headings that was found what a mapping says beyond
// the names of columns: headings that are not wanted, fields that are in no
// column, and fields that have one text for every row.
func (in *intake) applySaved(t table, h *header) {
	h.saved = in.saved(t, h.headings, h.match.Kind)
	if h.saved == nil {
		return
	}
	score := h.match.Score
	open := t.open()
	if seen := h.saved.Visible(open); !slices.Equal(seen, open) {
		h.match = heading.MatchKindWith(h.match.Kind, seen, heading.Options{
			Saved: map[record.Kind]map[string]string{h.match.Kind: in.namedFor(t, h.match.Kind)}, Values: h.values,
		})
		h.match.Score = score
	}
	for field := range h.saved.Columns {
		if h.saved.Without(field) {
			delete(h.match.Columns, field)
		}
	}
	h.match.Missing = slices.DeleteFunc(h.match.Missing, func(field string) bool { return h.saved.Constants[field] != "" })
}

// headingsAt gives the row that a saved mapping says the headings are in, 0 where
// none does: the table there must be of the mapping's kind.
func (in *intake) headingsAt(file string, sheet grid.Sheet) int {
	rows := make(map[int][]*mapping.Mapping)
	last := 0
	for _, m := range in.options.Mappings {
		if m.HeaderRow > 0 {
			rows[m.HeaderRow] = append(rows[m.HeaderRow], m)
			last = max(last, m.HeaderRow)
		}
	}
	if last == 0 {
		return 0
	}
	for r := range sheet.Rows {
		if r.Line > last {
			break
		}
		for _, m := range rows[r.Line] {
			if headings := textsOf(r); m.Applies(mapping.NewTable(file, sheet.Name, headings)) && in.speaksOf(m, file, sheet.Name, headings) {
				return r.Line
			}
		}
	}
	return 0
}

// speaksOf tells whether a row of headings is one of the kind of a mapping.
func (in *intake) speaksOf(m *mapping.Mapping, file, sheet string, headings []string) bool {
	t := table{file: file, sheet: sheet, names: headings, reshaped: reshaped{guess: true}}
	match := in.reshape(&t)
	if m.Kind == mapping.Any || t.kind != "" {
		return match.Score > 0 && (m.Kind == mapping.Any || m.Kind == t.kind)
	}
	return heading.MatchKind(m.Kind, headings, in.namedFor(t, m.Kind)).Score > 0
}

// textsOf gives the cells of a row as texts.
func textsOf(r grid.Row) []string {
	texts := make([]string, len(r.Cells))
	for i, c := range r.Cells {
		texts[i] = cell.Clean(c.Text)
	}
	return texts
}
