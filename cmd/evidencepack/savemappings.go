package main

import (
	"fmt"
	"os"
	"path/filepath"

	"evidencepack/ingest"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// saveMappings writes one small file for each kind of export, with the words that
// wait for an answer. A file that is there already is kept and only said.
func saveMappings(w world, e *ingest.Exports, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("we cannot make the folder %s.", filepath.ToSlash(dir))}
	}
	byKind := make(map[record.Kind]*mapping.Mapping)
	for _, h := range e.Headers {
		m := byKind[h.Kind]
		if m == nil {
			m = &mapping.Mapping{Kind: h.Kind, Columns: map[string]string{}, Codes: map[string]string{}}
			byKind[h.Kind] = m
		}
		for i, field := range h.Fields {
			if field != "" {
				m.Columns[field] = h.Headings[i]
			}
		}
		for word := range h.Unknown {
			m.Codes[word] = mapping.Undecided
		}
	}
	var choices []string
	for _, o := range record.Outcomes {
		choices = append(choices, string(o))
	}
	waiting := 0
	for _, kind := range record.Kinds {
		m := byKind[kind]
		if m == nil {
			continue
		}
		name := filepath.Join(dir, mapping.FileName(kind))
		if _, err := os.Stat(name); err == nil {
			say(w.stdout, fmt.Sprintf("Kept  %s, which was there already.", filepath.ToSlash(name)))
			continue
		}
		if err := os.WriteFile(name, m.Write(choices), 0o644); err != nil {
			return failure{code: exitNothing, what: fmt.Sprintf("we cannot write %s.", filepath.ToSlash(name))}
		}
		waits := ""
		if len(m.Codes) > 0 {
			waiting += len(m.Codes)
			waits = fmt.Sprintf(", %s to explain (the lines that end in \"?\")", plural(len(m.Codes), "word", "words"))
		}
		say(w.stdout, fmt.Sprintf("Saved %s: %s%s", filepath.ToSlash(name), plural(len(m.Columns), "column", "columns"), waits))
	}
	if waiting > 0 {
		say(w.stdout, fmt.Sprintf("Change each \"?\" to a word from the list above it, or to \"ignore\". %s to explain.", plural(waiting, "word", "words")))
	}
	say(w.stdout, "The next build finds the folder by itself if it is called mappings and lies with the exports.")
	return nil
}
