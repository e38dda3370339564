package main

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// leftover is the columns of one layout that are no field, and the files that have it.
type leftover struct {
	Files   []string
	Kind    record.Kind // "" is none that we know
	Columns []leftoverColumn
}

// leftoverColumn is a column that is not used. No value of it is in here.
type leftoverColumn struct{ Heading, Looks, Note, Field string }

// leftoverOf gathers the columns that are not used, one entry for each layout. What
// is private is left out: it is dropped on purpose.
func leftoverOf(e *ingest.Exports) []leftover {
	var all []leftover
	for _, h := range e.Headers {
		next := leftover{Files: []string{h.File}, Kind: h.Kind}
		for i, written := range h.Headings {
			if written == "" || i >= h.Width || h.Spread[i] || h.Fields[i] != "" || slices.Contains(h.Private, written) || heading.Personal(written) {
				continue
			}
			next.Columns = append(next.Columns, leftoverColumn{written, h.Looks[i], h.Notes[i], h.Suggest[i]})
		}
		if len(next.Columns) == 0 {
			continue
		}
		at := slices.IndexFunc(all, func(l leftover) bool { return l.Kind == next.Kind && slices.Equal(l.Columns, next.Columns) })
		if at < 0 {
			all = append(all, next)
		} else if !slices.Contains(all[at].Files, h.File) {
			all[at].Files = append(all[at].Files, h.File)
		}
	}
	return all
}

// mostLeftover is how many columns of a layout get a line each, and mostNamed how
// many files are named.
const (
	mostLeftover = 8
	mostNamed    = 3
)

// tellLeftover lists the columns that are not used, each with what stands in it
// and the line of mapping that would use it.
func tellLeftover(p printer, all []leftover) {
	if len(all) > 0 {
		p("")
	}
	for _, l := range all {
		from := strings.Join(l.Files[:min(len(l.Files), mostNamed)], ", ")
		if more := len(l.Files) - mostNamed; more > 0 {
			from += fmt.Sprintf(" and %d more", more)
		}
		if l.Kind == "" {
			p("%s", wrap("", fmt.Sprintf("Not used from %s: %s.", from, l.names(0)), "  "))
			continue
		}
		p("%s", wrap("", fmt.Sprintf("Not used from %s. If one matters, name it in mappings/%s:", from, mapping.FileName(l.Kind)), "  "))
		for _, c := range l.Columns[:min(len(l.Columns), mostLeftover)] {
			p("%s", wrap("  ", c.String(), "      "))
		}
		if len(l.Columns) > mostLeftover {
			p("%s", wrap("  ", "and "+l.names(mostLeftover)+".", "      "))
		}
	}
}

// names joins the headings from one on.
func (l leftover) names(from int) string {
	var out []string
	for _, c := range l.Columns[from:] {
		out = append(out, c.Heading)
	}
	return strings.Join(out, ", ")
}

// String says one column in a line.
func (c leftoverColumn) String() string {
	said := c.Heading
	for i, more := range slices.DeleteFunc([]string{c.Looks, c.Note}, func(s string) bool { return s == "" }) {
		said += map[bool]string{true: ": ", false: "; "}[i == 0] + more
	}
	if c.Field == "" {
		return said
	}
	return fmt.Sprintf("%s. To use it:  %s", said, mapping.Line(c.Field, c.Heading))
}
