package main

import (
	"slices"
	"sort"
	"strings"

	"evidencepack/ingest"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// savedFor lists the user's mappings that tables of a kind were read with, in
// order of their first table; nil stands for those that were read with none.
func savedFor(e *ingest.Exports, kind record.Kind) []*mapping.Mapping {
	var all []*mapping.Mapping
	for _, h := range e.Headers {
		if own := ownOf(h); h.Kind == kind && !slices.Contains(all, own) {
			all = append(all, own)
		}
	}
	return all
}

// ownOf gives the user's mapping that a table was read with. One for any kind is
// not extended: what is found belongs to the kind.
func ownOf(h ingest.SheetHeader) *mapping.Mapping {
	if own := h.Saved.Own(); own != nil && own.Kind != mapping.Any {
		return own
	}
	return nil
}

// sheetsOf lists the tables of a kind that were read with one mapping.
func sheetsOf(e *ingest.Exports, kind record.Kind, saved *mapping.Mapping) []ingest.SheetHeader {
	var all []ingest.SheetHeader
	for _, h := range e.Headers {
		if h.Kind == kind && ownOf(h) == saved {
			all = append(all, h)
		}
	}
	return all
}

// layoutsOf says what the tables were read as. Two fields may share a column where
// the user's mapping says so.
func layoutsOf(sheets []ingest.SheetHeader, saved *mapping.Mapping) []mapping.Layout {
	var all []mapping.Layout
	for _, h := range sheets {
		headings := h.Headings[:h.Width] // a column that we made can be in no mapping
		l := mapping.Layout{File: h.File, Sheet: h.Sheet, Headings: headings, Columns: make(map[string]string)}
		if saved != nil {
			l.Columns = saved.Named(headings)
		}
		for i, field := range h.Fields[:h.Width] {
			if field != "" {
				l.Columns[field] = h.Headings[i]
			}
		}
		all = append(all, l)
	}
	return all
}

// foundIn gathers what was found in a group of tables of one kind.
func foundIn(sheets []ingest.SheetHeader, group mapping.Group, kind record.Kind) mapping.Found {
	found := mapping.Found{Kind: kind, Choices: make(map[string][]string), Options: make(map[string]string)}
	free := freeFields(kind, group.Columns)
	words := make(map[ingest.Word]int)
	for _, h := range sheets {
		if !group.Has(h.File, h.Sheet) {
			continue
		}
		for i, written := range h.Headings[:h.Width] {
			switch {
			case h.Spread[i]: // it is used, though as no field
			case h.Fields[i] != "":
				found.Columns = append(found.Columns, mapping.Column{Field: h.Fields[i], Heading: written})
			case strings.TrimSpace(written) != "":
				found.Unused = append(found.Unused, mapping.Unused{Heading: written, Looks: h.Looks[i], Suggest: freeOnly(free, h.Suggest[i]), Personal: heading.Personal(written)})
			}
		}
		for word, rows := range h.Words {
			words[word] += rows
		}
		if h.Saved != nil && h.Saved.TimeZone != "" {
			found.Options["time_zone"] = h.Saved.TimeZone
		}
	}
	for word, rows := range words {
		found.Words = append(found.Words, mapping.Word{Field: word.Field, Text: word.Text, Rows: rows, Like: ingest.Resembles(kind, word.Field, word.Text)})
		found.Choices[word.Field] = append(ingest.Choices(kind, word.Field), mapping.Ignore)
	}
	sortWords(found.Words)
	found.Columns = inOrder(found.Columns, group.Columns)
	return found
}

// sortWords puts words in order of field and text.
func sortWords(words []mapping.Word) {
	sort.Slice(words, func(i, j int) bool {
		a, b := words[i], words[j]
		if a.Field != b.Field {
			return a.Field < b.Field
		}
		return a.Text < b.Text
	})
}

// inOrder gives each field its headings in the order in which they are to be tried;
// the fields stay in the order of the file.
func inOrder(all []mapping.Column, columns map[string][]string) []mapping.Column {
	var out []mapping.Column
	seen := make(map[string]bool)
	for _, c := range all {
		if seen[c.Field] {
			continue
		}
		seen[c.Field] = true
		for _, written := range columns[c.Field] {
			out = append(out, mapping.Column{Field: c.Field, Heading: written})
		}
	}
	return out
}

// freeFields lists the fields of a kind that have no column.
func freeFields(kind record.Kind, columns map[string][]string) []heading.Field {
	return slices.DeleteFunc(heading.Fields(kind), func(f heading.Field) bool { return len(columns[f.Name]) > 0 })
}

// freeOnly gives a suggested field where it has no column in any table of the group.
func freeOnly(free []heading.Field, suggested string) string {
	if slices.ContainsFunc(free, func(f heading.Field) bool { return f.Name == suggested }) {
		return suggested
	}
	return ""
}
