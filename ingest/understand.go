package ingest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// understand says what the headings of a table mean, with the help of what stands
// below them.
func (in *intake) understand(t *table) header {
	values := in.holds(*t)
	t.held = values
	t.written = t.names
	t.names = heading.Shown(values.over(*t), func(column int) bool { return values.filled(column) > 0 })
	h := header{line: t.shape.HeaderTo, match: in.reshape(t)}
	h.headings, h.values = t.names, in.holds(*t)
	return h
}

// strayShare is the part of the records that must fill a column beyond the last
// heading: less are notes at the side.
const strayShare = 10

// over gives the headings of a table, with a blank one for each column that holds
// values beyond the last of them. In a text file values without a heading may have
// moved, so that there nothing is added.
func (h *holds) over(t table) []string {
	names := slices.Clone(t.names)
	if t.text || t.shape.HeaderTo == 0 {
		return names
	}
	for column := len(t.names); column < h.width(); column++ {
		if h.filled(column)*strayShare >= len(h.sample) {
			names = append(names, make([]string, column+1-len(names))...)
		}
	}
	return names
}

// noteColumns keeps what is to be said of the columns that are no field: why they
// are none, and which field they may be.
func (about *SheetHeader) noteColumns(t table, h header) {
	for column, note := range h.match.Notes {
		about.Notes[column] = note
	}
	for column, written := range h.headings {
		blank := column < t.width && (column >= len(t.written) || strings.TrimSpace(t.written[column]) == "")
		switch {
		case blank && written != "":
			about.odd(codeBlankHeading, t, column)
			about.Notes[column] = also(about.Notes[column], "its heading is blank")
		case heading.Unnumbered(written) != written && !blank && column < len(t.written) && written != t.written[column]:
			about.odd(codeSameHeading, t, column)
			about.Notes[column] = also(about.Notes[column], "the heading stands there twice")
		}
	}
	about.Suggest = suggestions(h)
}

func also(note, more string) string {
	if note == "" || strings.HasPrefix(note, more) {
		return cmp.Or(note, more)
	}
	return note + "; " + more
}

func (about *SheetHeader) odd(code string, t table, column int) {
	about.NoRecords = append(about.NoRecords, Oddity{Code: code, Row: t.shape.HeaderTo, Column: column + 1, Count: 1})
}

// likely is how much a heading must share with those of a field to name the field
// as an example. Nothing is read by it.
const likely = 0.3

// mostSuggested is for how many columns a field is suggested.
const mostSuggested = 200

// suggestions gives for each column that is no field the one that it may be, ""
// for none. Of personal details none is suggested, nor of what a provider refused.
func suggestions(h header) []string {
	out := make([]string, len(h.headings))
	if h.match.Kind == "" {
		return out
	}
	used := make(map[int]bool)
	for _, column := range h.match.Columns {
		used[column] = true
	}
	free := slices.DeleteFunc(heading.Fields(h.match.Kind), func(f heading.Field) bool {
		_, there := h.match.Columns[f.Name]
		return there
	})
	for column, written := range h.headings[:min(len(h.headings), mostSuggested)] {
		switch {
		case used[column] || written == "" || heading.Personal(written) || privateHeadings[heading.Normal(heading.Unnumbered(written))] != "" || heading.Refers(written):
		case h.match.Suggest[column] != "":
			out[column] = h.match.Suggest[column]
		default:
			out[column] = likeliest(free, written)
		}
		if out[column] != "" && h.values != nil && !couldBe(out[column], h.values.Look(column)) {
			out[column] = ""
		}
	}
	return out
}

// couldBe tells whether a column may be a field by what it holds: dates are offered
// for columns of dates only, and nothing else is. Who a row is about is never
// offered: the name may be that of a member of staff.
func couldBe(field string, look heading.Look) bool {
	if field == heading.PersonName || field == heading.PersonRef {
		return false
	}
	_, dated := dateRoles[field]
	return look.Filled == 0 || dated == (look.Dates >= 0.5)
}

// likeliest gives the field whose headings are most like one, "" where none is.
func likeliest(free []heading.Field, written string) string {
	best, most := "", likely
	for _, f := range free {
		for _, known := range append([]string{f.Name}, f.Headings...) {
			if share := mapping.Alike(known, written); share > most {
				best, most = f.Name, share
			}
		}
	}
	return best
}

// doubtful tells whether all that a sheet lacks are dates for which two columns fit.
func (h SheetHeader) doubtful() bool {
	return len(h.Doubts) > 0 && !slices.ContainsFunc(h.Missing, func(field string) bool {
		return !slices.ContainsFunc(h.Doubts, func(d heading.Doubt) bool { return d.Field == field })
	})
}

// twoDates says which two columns could be a date, how far they differ, and the
// lines of mapping of which one settles it.
func (h SheetHeader) twoDates() (what, hint string) {
	var whats, lines []string
	for _, d := range h.Doubts {
		var names []string
		for _, column := range d.Columns {
			written := cell.Clean(h.Headings[column])
			names = append(names, fmt.Sprintf("%q", written))
			lines = append(lines, mapping.Line(d.Field, written))
		}
		whats = append(whats, fmt.Sprintf("%s could both be the %s; they differ in %d of %s", strings.Join(names, " and "),
			strings.ReplaceAll(strings.TrimSuffix(d.Field, "_at"), "_", " "), d.Differ, plural(d.Of, "row", "rows")))
	}
	return strings.Join(whats, "; "), fmt.Sprintf("Put one of these lines into mappings/%s:  either  %s", mapping.FileName(h.Kind), strings.Join(lines, "  or  "))
}

// explainDoubt gives the words for a file that was left out because of two dates.
func (e *Exports) explainDoubt(p Problem, issue *record.Issue) Problem {
	for _, h := range e.Headers {
		if h.File == issue.File && h.Sheet == issue.Sheet && h.Row == issue.Row && len(h.Doubts) > 0 {
			p.Title, p.Hint = h.twoDates()
		}
	}
	return p
}
