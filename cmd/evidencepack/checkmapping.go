package main

import (
	"fmt"
	"maps"
	"slices"

	"evidencepack/ingest"
	"evidencepack/ingest/cell"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// knownFields refuses a mapping that names a field which its kind does not have, or
// gives a code a word that stands in no list.
func knownFields(m *mapping.Mapping) error {
	if err := knownWords(m, "", "codes", m.Codes); err != nil {
		return err
	}
	for _, field := range slices.Sorted(maps.Keys(m.CodesOf)) {
		if err := knownField(m, field, "codes_of "+field); err != nil {
			return err
		}
		if err := knownWords(m, field, "codes_of "+field, m.CodesOf[field]); err != nil {
			return err
		}
	}
	for _, named := range [][]string{slices.Sorted(maps.Keys(m.Columns)), slices.Sorted(maps.Keys(m.Constants))} {
		for _, field := range named {
			if err := knownField(m, field, field); err != nil {
				return err
			}
		}
	}
	for _, block := range m.Wide {
		for _, field := range slices.Sorted(maps.Keys(block.Columns)) {
			if err := knownField(m, field, "wide "+field); err != nil {
				return err
			}
		}
		for _, field := range slices.Sorted(maps.Keys(block.Constants)) {
			if err := knownField(m, field, "wide "+field); err != nil {
				return err
			}
		}
	}
	if m.Section != "" {
		return knownField(m, m.Section, "section")
	}
	return nil
}

// knownWords wants every code answered by a word of our lists.
func knownWords(m *mapping.Mapping, field, place string, codes map[string]string) error {
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		word := codes[code]
		if word == mapping.Undecided || word == mapping.Ignore || cell.Known(word) {
			continue
		}
		choices := ingest.Choices(m.Kind, field)
		if len(choices) == 0 {
			for _, o := range record.Outcomes {
				choices = append(choices, string(o))
			}
		}
		f := failure{code: exitNothing, what: fmt.Sprintf("mappings/%s, line %d: we do not know the word %q.", m.File, m.Lines[place+" "+code], word), hints: []string{"the file itself lists the words to choose from."}}
		if near := nearest(word, choices); near != "" {
			f.hints = []string{fmt.Sprintf("did you mean %q?", near)}
		}
		return f
	}
	return nil
}

// knownField wants a field of the mapping's kind; place is where its line is kept.
func knownField(m *mapping.Mapping, field, place string) error {
	kinds := []record.Kind{m.Kind}
	if m.Kind == mapping.Any {
		kinds = record.Kinds
	}
	var names []string
	for _, kind := range kinds {
		for _, f := range heading.Fields(kind) {
			names = append(names, f.Name)
		}
	}
	if slices.Contains(names, field) {
		return nil
	}
	title := m.Kind.Title()
	if m.Kind == mapping.Any {
		title = "the kinds of export"
	}
	f := failure{code: exitNothing, what: fmt.Sprintf("mappings/%s, line %d: %s have no field %q.", m.File, m.Lines[place], title, field)}
	if near := nearest(field, append(names, mapping.OptionNames()...)); near != "" {
		f.hints = []string{fmt.Sprintf("did you mean %q?", near)}
	} else {
		f.hints = []string{"evidencepack list records --json  shows the fields."}
	}
	return f
}
