package ingest

import (
	"slices"

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
	if seen := h.saved.Visible(h.headings); !slices.Equal(seen, h.headings) {
		h.match = heading.MatchKindWith(h.match.Kind, seen, heading.Options{
			Saved: map[record.Kind]map[string]string{h.match.Kind: h.saved.Named(h.headings)}, Values: h.values,
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
