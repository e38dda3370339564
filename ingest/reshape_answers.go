package ingest

import (
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// boxed are the answers of which a table may have a column each, and the heading that
// their one column goes by.
var boxed = []struct {
	list    *cell.List
	heading string
}{
	{cell.AuditAnswers, "met not met"},
	{cell.Agreements, "answer given"},
}

// joinAnswers puts the columns Met, Partly met and Not met together where each row has
// its tick in one of them. Read alone, the first would leave all that was not met blank.
func (in *intake) joinAnswers(t *table) {
	if t.guess {
		return
	}
	for _, b := range boxed {
		columns, names := t.answerColumns(b.list)
		if columns == nil || !t.ticked(columns) {
			continue
		}
		for _, column := range columns {
			t.spread[column] = "a box of one answer: the ticked one is read"
		}
		t.seen = append(t.seen, Oddity{Code: codeTicks, Row: t.headingRow(), Column: columns[0] + 1, Count: len(columns)})
		t.widen([]string{b.heading}, func(r grid.Row, out emit) bool {
			var said []string
			for i, column := range columns {
				if cell.Answer(cellAt(r, column)) == record.Yes {
					said = append(said, names[i])
				}
			}
			return out(cell.Text(strings.Join(said, "; "))) // two ticks are no answer of the list
		})
		return
	}
}

// answerColumns finds columns that are headed by answers of a list, a yes and a no
// among them; nil where there are none.
func (t *table) answerColumns(list *cell.List) (columns []int, names []string) {
	said := make(map[string]bool)
	for column, name := range t.open() {
		if heading.Personal(name) {
			continue
		}
		word, known := list.Find(name)
		if !known || word == "" || len(strings.Fields(name)) == 0 {
			continue
		}
		said[word] = true
		columns, names = append(columns, column), append(names, name)
	}
	if !said[string(record.Yes)] || !said[string(record.No)] {
		return nil, nil
	}
	return columns, names
}
