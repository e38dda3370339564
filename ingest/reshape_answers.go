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
		t.joinBoxes(columns, names, b.heading) // two ticks in a row are no answer of the list
		return
	}
}

// joinBoxes adds a column that holds the headings of those columns that are ticked.
func (t *table) joinBoxes(columns []int, names []string, head string) {
	for _, column := range columns {
		t.spread[column] = "a box of one answer: the ticked one is read"
	}
	t.seen = append(t.seen, Oddity{Code: codeTicks, Row: t.headingRow(), Column: columns[0] + 1, Count: len(columns)})
	t.widen([]string{head}, func(r grid.Row, out emit) bool {
		var said []string
		for i, column := range columns {
			if cell.Answer(cellAt(r, column)) == record.Yes {
				said = append(said, names[i])
			}
		}
		return out(cell.Text(strings.Join(said, "; ")))
	})
}

// answerColumns finds columns that are headed by answers of a list, a yes and a no
// among them; nil where there are none.
func (t *table) answerColumns(list *cell.List) (columns []int, names []string) {
	columns, names = t.headedBy(list)
	said := make(map[string]bool)
	for _, name := range names {
		word, _ := list.Find(name)
		said[word] = true
	}
	if !said[string(record.Yes)] || !said[string(record.No)] {
		return nil, nil
	}
	return columns, names
}

// headedBy finds the columns that are headed by words of a list.
func (t *table) headedBy(list *cell.List) (columns []int, names []string) {
	for column, name := range t.open() {
		if heading.Personal(name) {
			continue
		}
		word, known := list.Find(name)
		if !known || word == "" || len(strings.Fields(name)) == 0 {
			continue
		}
		columns, names = append(columns, column), append(names, name)
	}
	return columns, names
}
