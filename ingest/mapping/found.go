package mapping

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// Found is what one reading of the exports found out about one kind of export.
type Found struct {
	File    string              // name of the mapping's file, for messages
	Kind    record.Kind         // kind of export
	Files   []string            // patterns of file names, where the mapping is not to hold for all files of the kind
	Sheets  []string            // names of sheets, likewise
	Options map[string]string   // options that are one word, such as time_zone → UTC; only a new file gets them
	Columns []Column            // fields and their headings; a field with several headings stands several times
	Unused  []Unused            // headings that are no field
	Words   []Word              // words and codes that are in no list
	Choices map[string][]string // field → the words that its codes may stand for, in order
}

// Column is one field and its heading in the export.
type Column struct{ Field, Heading string }

// Unused is a heading that is no field.
type Unused struct {
	Heading string
	Looks   string // what stands in the column, without any value of it; "" is not known
	Suggest string // a field that it might be, "" is none

	Personal bool // a detail that is never kept: nothing is suggested
}

// Word is a word or code that is in no list.
type Word struct {
	Field string
	Text  string
	Rows  int
	Like  string // a word of our lists that it resembles, "" is none
}

// ambiguous says what a single letter means on which published charts
// (domain.md 3.1). It is a hint for a person: no code is read by it.
var ambiguous = map[string]string{
	"a": `"Administered" on some charts, "Refused" on others`,
	"b": `"Nausea or vomiting" on some charts. Look at the key of yours`,
	"c": `"In hospital" on some charts. Look at the key of yours`,
	"d": `"Social leave" on some charts, "Declined" on others`,
	"e": `"Refused and destroyed" on some charts. Look at the key of yours`,
	"f": `"Other" on some charts. Look at the key of yours`,
	"g": `"See note" on some medicine charts, "Gesture" on a ladder of support`,
	"m": `"Made available" on some medicine charts, "Model" on a ladder of support`,
	"n": `"Nausea" on some charts, "No" or "Not taken" on others`,
	"p": `"Prompt" on some charts. Look at the key of yours`,
	"s": `"Asleep" on some charts, "Self" on others`,
	"t": `"Taken" on some charts. Look at the key of yours`,
	"w": `"Withheld" on some charts. Look at the key of yours`,
}

// comment says behind a code how many rows it is in, and what may help to answer it.
func (w Word) comment() string {
	s := fmt.Sprintf("# %d rows", w.Rows)
	if w.Rows == 1 {
		s = "# 1 row"
	}
	switch hint := ambiguous[cell.Key(w.Text)]; {
	case w.Like != "":
		s += fmt.Sprintf(`. Looks like %q, but we never guess`, w.Like)
	case hint != "":
		s += ". " + hint
	}
	return s
}

// lines gives the comment about an unused heading.
func (u Unused) lines() []string {
	first := lead + visible(u.Heading)
	if u.Personal {
		return []string{first + " (personal, never kept)"}
	}
	if u.Looks != "" {
		first += " (" + visible(u.Looks) + ")"
	}
	if u.Suggest == "" {
		return []string{first, "#   To use it, write  FIELD: " + written(visible(u.Heading)) + "  with a field of  evidencepack list records --json"}
	}
	return []string{first, "#   To use it, write  " + written(u.Suggest) + ": " + written(visible(u.Heading))}
}

// Line is the line of a mapping that gives a field its heading.
func Line(field, heading string) string { return written(field) + ": " + written(visible(heading)) }

// visible is a text as it may stand in a comment: on one line, every sign to be seen.
func visible(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, cell.Clean(s)))
}

// tidy gives the findings without what cannot be written down and without repeats.
func (f Found) tidy() Found {
	var columns []Column
	for _, c := range f.Columns {
		c.Heading = visible(c.Heading)
		same := func(o Column) bool { return o.Field == c.Field && form(o.Heading) == form(c.Heading) }
		if form(c.Heading) != "" && !slices.ContainsFunc(columns, same) {
			columns = append(columns, c)
		}
	}
	var words []Word
	for _, w := range f.Words {
		w.Text = visible(w.Text)
		same := func(o Word) bool { return o.Field == w.Field && cell.Key(o.Text) == cell.Key(w.Text) }
		if cell.Key(w.Text) != "" && !slices.ContainsFunc(words, same) {
			words = append(words, w)
		}
	}
	var unused []Unused
	for _, u := range f.Unused {
		same := func(o Unused) bool { return form(o.Heading) == form(u.Heading) }
		if form(u.Heading) != "" && !slices.ContainsFunc(unused, same) {
			unused = append(unused, u)
		}
	}
	f.Columns, f.Words, f.Unused = columns, words, unused
	return f
}
