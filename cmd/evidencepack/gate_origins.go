package main

import (
	"fmt"
	"path"
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/render/disclose"
	"evidencepack/render/page"
)

// origins lists where texts come from that name somebody and that pages print: the
// provider's name, names of services, files and sheets, and the words of changes of
// approach where a pack prints them. Pages leave some of them out all the same; a text
// is refused rather than left out where it surely names somebody, so that it is put
// right at its source. The texts themselves are in no line.
func (j *job) origins(gate *disclose.Gate) []string {
	var list []string
	note := func(text, format string, args ...any) {
		if what, sure := gate.Sure(text); sure {
			list = append(list, fmt.Sprintf(format, args...)+" ("+what+")")
		}
	}
	note(j.settings.Provider, "pack.yaml, provider")
	for _, service := range j.table.Services() {
		note(service, "the name of a service in %s", j.firstOf(service))
	}
	for _, in := range j.exports.Inputs {
		note(path.Base(in.File), "the name of %s", j.fileName(in.File))
	}
	sheets := make(map[record.Ref]bool)
	for _, l := range j.exports.Ledgers {
		if at := (record.Ref{File: l.File, Sheet: l.Sheet}); l.Sheet != "" && !sheets[at] {
			sheets[at] = true
			note(l.Sheet, "the name of a sheet of %s", j.fileName(l.File))
		}
	}
	if slices.ContainsFunc(j.pages, func(p *page.Page) bool { return p.Cover.Tier != page.TierExternal }) {
		for _, change := range j.input.Changes {
			note(change.What, "what was changed, %s", j.rowOf(change.Ref))
		}
	}
	return list
}

// allowedOrigins lists where texts come from that name somebody, and that pack.yaml
// allows, for a refusal that has no other source to tell.
func (j *job) allowedOrigins(others []string) []string {
	if len(others) > 0 || len(j.settings.Allow) == 0 {
		return nil
	}
	return j.origins(j.gateOf(nil))
}

// firstOf says where the first row of a service stands.
func (j *job) firstOf(service string) string {
	for r := range j.exports.Records() {
		if r.Where().Service == service {
			return j.rowOf(r.Where().Ref)
		}
	}
	return "the exports"
}

// rowOf is a row by its file, without the name of a sheet.
func (j *job) rowOf(at record.Ref) string {
	if at.Row == 0 {
		return j.fileName(at.File)
	}
	return fmt.Sprintf("%s, %s %d", j.fileName(at.File), at.RowWord(), at.Row)
}

// fileName is the name of an input, or its place in the order of names where the name
// may be somebody's.
func (j *job) fileName(name string) string {
	if j.gate.Safe(name) {
		return name
	}
	for i, in := range j.exports.Inputs {
		if in.File == name {
			return fmt.Sprintf("file %d of %d in order of name", i+1, len(j.exports.Inputs))
		}
	}
	return "a file"
}
