package mapping

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// Change is what became of a column since the mapping was saved.
type Change string

// The changes.
const (
	Renamed Change = "renamed" // found under another heading of our lists
	Gone    Change = "gone"    // found nowhere; perhaps under a heading that we do not know
	New     Change = "new"     // a heading that nobody has said anything about
)

// Difference is one thing that is not as it was when the mapping was saved.
type Difference struct {
	Change     Change
	Kind       record.Kind
	File       string   // name of the mapping's file
	Field      string   // "" for a new heading
	Was        string   // heading that the mapping names, "" for a new one
	Now        string   // heading of this month, "" where it is gone
	Candidates []string // headings that may be the one that is gone, the most alike first
}

// Compare says what is different in a table from what was saved: headings are its
// row of headings, fields says which field was found in which column. Nil is that
// all is as it was, or that the user has saved nothing.
func Compare(saved *Mapping, kind record.Kind, headings []string, fields map[string]int) []Difference {
	own := saved.Own()
	if own == nil {
		return nil
	}
	used := make(map[int]bool)
	for _, column := range fields {
		used[column] = true
	}
	var strange []string
	for i, h := range headings {
		if form(h) != "" && !used[i] && !saved.knows(h) && !saved.saw(h) && at(strange, h) < 0 {
			strange = append(strange, cell.Clean(h))
		}
	}
	base := Difference{Kind: kind, File: own.File}
	var out []Difference
	for _, field := range sortedKeys(own.Columns) {
		all := own.Columns[field]
		if len(all) == 0 || slices.ContainsFunc(all, func(h string) bool { return at(headings, h) >= 0 }) {
			continue
		}
		d := base
		d.Field, d.Was = field, all[len(all)-1]
		if column, found := fields[field]; found && column >= 0 && column < len(headings) {
			d.Change, d.Now = Renamed, cell.Clean(headings[column])
		} else {
			d.Change, d.Candidates = Gone, mostAlike(strange, d.Was+" "+field)
		}
		out = append(out, d)
	}
	for _, h := range strange {
		d := base
		d.Change, d.Now = New, h
		out = append(out, d)
	}
	return out
}

// Settle puts together what was found in several tables that one mapping holds
// for: each difference once, and a column as gone only if no table has it.
func Settle(tables ...[]Difference) []Difference {
	var out []Difference
	for _, table := range tables {
		for _, d := range table {
			same := func(o Difference) bool {
				return o.Change == d.Change && o.Kind == d.Kind && o.File == d.File && o.Field == d.Field && form(o.Now) == form(d.Now)
			}
			if !slices.ContainsFunc(out, same) && (d.Change != Gone || everywhere(tables, same)) {
				out = append(out, d)
			}
		}
	}
	return out
}

func everywhere(tables [][]Difference, same func(Difference) bool) bool {
	for _, table := range tables {
		if !slices.ContainsFunc(table, same) {
			return false
		}
	}
	return true
}

// Sentence says the difference.
func (d Difference) Sentence() string {
	what := short(d.Kind)
	switch {
	case d.Change == Renamed:
		return fmt.Sprintf("%s: %q is now %q.", what, d.Was, d.Now)
	case d.Change == New:
		return fmt.Sprintf("%s: the column %q is new, and we do not know what it holds.", what, d.Now)
	case len(d.Candidates) == 0:
		return fmt.Sprintf("%s: %q is gone.", what, d.Was)
	case len(d.Candidates) == 1:
		return fmt.Sprintf("%s: %q is gone, and we are not sure that %q is the same. We left it out.", what, d.Was, d.Candidates[0])
	}
	return fmt.Sprintf("%s: %q is gone. It may be one of %d new columns, but we are not sure. We left them out.", what, d.Was, len(d.Candidates))
}

// Why gives the reason, or what follows from it.
func (d Difference) Why() string {
	switch d.Change {
	case Renamed:
		return "the new name is in our list for the same field. Matched."
	case Gone:
		return fmt.Sprintf("what needs the field %s has no data from these rows until you say where it is.", plainField(d.Field))
	}
	return "it stands in no list and in no mapping, so it is in no figure."
}

// Hint says what to do, with the lines of mapping that would settle it.
func (d Difference) Hint() string {
	file := "mappings/" + d.File
	lines := ""
	for _, line := range d.Lines() {
		lines += "\n  " + line
	}
	switch {
	case d.Change == Renamed:
		return "nothing to do. inspect --save notes the new name in " + file + "."
	case d.Change == New:
		return "if it matters, name its field in " + file + ". If not, add it there to ignore_columns."
	case len(d.Candidates) == 0:
		return "export that column again, or name its new heading in " + file + "."
	case len(d.Candidates) == 1:
		return "if it is the same, add this line to " + file + lines
	}
	return "if one is the same, add its line to " + file + lines
}

// Lines gives the lines of mapping of which one would settle the difference: at
// most three, the likeliest first.
func (d Difference) Lines() []string {
	if d.Change == Renamed {
		return []string{written(d.Field) + ": " + headingsOf([]string{d.Now})}
	}
	var lines []string
	for _, c := range d.Candidates[:min(3, len(d.Candidates))] {
		lines = append(lines, written(d.Field)+": "+headingsOf([]string{c}))
	}
	return lines
}

// short is the plain name of a kind: the title up to its comma or bracket.
func short(kind record.Kind) string {
	title, _, _ := strings.Cut(kind.Title(), ",")
	title, _, _ = strings.Cut(title, " (")
	return title
}
