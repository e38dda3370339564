package ingest

import (
	"maps"
	"slices"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// Some tables hold several records in a row: a score at the start and another
// after six months, or a column for each day of the month. They are turned into
// tables of one record a row before a row is read. Columns are only ever added at
// the end, so those of the file keep their places; the ones that were spread over
// rows are no field any more.
//
// A row read is then a record that was made: a filled cell of a grid, a filled
// block of scores. An empty cell is no row. Each keeps the line that it came from.

// reshaped is what was done to a table so that each of its rows is one record.
type reshaped struct {
	width  int               // columns of the file; those behind them were made
	spread map[int]string    // columns that are no field any more → what became of them
	kind   record.Kind       // kind that the shape decides; "" is left to the headings
	made   map[string]string // field → heading of the column that was made for it
	part   int               // column that tells the records of one row apart; 0 is none
	lacks  string            // code of why a field that the shape should give is missing; "" is no reason
	seen   []Oddity
	guess  bool // only the headings are looked at: there are no rows
}

// reshape turns a table with several records in a row into one with one, and says
// what it was recognised as. What a saved mapping says goes first; a table that is
// whole as it stands is not touched.
func (in *intake) reshape(t *table) heading.Match {
	t.width, t.spread = len(t.names), make(map[int]string)
	if in.savedBlocks(t) {
		return in.recognise(*t)
	}
	in.joinTicks(t)
	in.joinAnswers(t)
	m := in.recognise(*t)
	if in.complete(t, m) {
		m = in.recognise(*t)
	}
	if m.Score > 0 && len(m.Missing) == 0 || !in.dayGrid(t) && !in.periodBlocks(t) && !in.scaleColumns(t) && !in.questionColumns(t) && !in.measureMonths(t) {
		return m
	}
	return in.recognise(*t)
}

// open gives the headings that may be fields: those of columns that became rows
// are blank.
func (t *table) open() []string {
	if len(t.spread) == 0 {
		return t.names
	}
	names := slices.Clone(t.names)
	for i := range t.spread {
		names[i] = ""
	}
	return names
}

// recognise says of what kind a table is and which column is which field.
func (in *intake) recognise(t table) heading.Match {
	if t.guess {
		if t.kind != "" {
			return heading.MatchKind(t.kind, t.open(), in.namedFor(t, t.kind))
		}
		return heading.RecogniseWith(t.open(), in.named(t, t.names))
	}
	o := heading.Options{Saved: in.named(t, t.names), Values: in.holds(t)}
	if t.kind != "" {
		o.Saved[t.kind] = in.namedFor(t, t.kind)
		return heading.MatchKindWith(t.kind, t.open(), o)
	}
	return heading.Understand(t.open(), o)
}

// namedFor gives the columns that are named for a kind: those that were made for
// it go before those of a saved mapping.
func (in *intake) namedFor(t table, kind record.Kind) map[string]string {
	named := make(map[string]string)
	if m := in.saved(t, t.names, kind); m != nil {
		named = m.Named(t.names)
	}
	maps.Copy(named, t.made)
	return named
}

// knows tells how well a row of headings is known, and whether nothing is missing.
// What titles, sections, names of sheets and mappings give is not known yet, so a
// grid or a row of scores may lack it.
func (in *intake) knows(file, sheet string, headings []string) (int, bool) {
	shown := heading.Shown(headings, func(int) bool { return true })
	t := table{file: file, sheet: sheet, names: shown, reshaped: reshaped{guess: true}}
	m := in.reshape(&t)
	if t.kind == "" {
		return m.Score, m.Score > 0 && len(m.Missing) == 0
	}
	for _, field := range m.Missing {
		if field != heading.PersonRef && t.lacks == "" {
			return m.Score, false
		}
	}
	return m.Score, m.Score > 0
}

// become settles that a table is of a kind, with columns made for some fields. It
// is false, and nothing is changed, where a saved mapping names a column for one.
func (in *intake) become(t *table, kind record.Kind, made map[string]string) bool {
	named := in.namedFor(*t, kind)
	for field := range made {
		if named[field] != "" {
			return false
		}
	}
	t.kind, t.made = kind, made
	return true
}

// undo takes back what the shape decided; no column has been added yet.
func (t *table) undo(spread map[int]string) {
	t.spread, t.kind, t.made, t.lacks = spread, "", nil, ""
}

// emit takes the cells of the added columns for one record, and tells whether to go on.
type emit func(added ...cell.Raw) bool

// widen adds columns to a table. expand gives, for one row, the cells of these
// columns once for each record that the row becomes. It must not keep the row.
func (t *table) widen(names []string, expand func(r grid.Row, out emit) bool) {
	width, rows, text := len(t.names), t.rows, t.text
	t.names = append(slices.Clip(t.names), names...)
	if t.guess {
		return
	}
	t.held = nil
	t.rows = func(yield func(grid.Row) bool) {
		var cells []cell.Raw
		for r := range rows {
			out := func(added ...cell.Raw) bool {
				cells = append(cells[:0], r.Cells[:min(width, len(r.Cells))]...)
				for len(cells) < width {
					cells = append(cells, cell.Raw{})
				}
				cells = append(cells, added...)
				one := r
				one.Cells = cells
				return yield(one)
			}
			on := false
			if r.Unclosed || text && overflows(r.Cells, width) {
				// Nobody can say where its values belong: it stays one row, and too long.
				on = out(append(make([]cell.Raw, len(names)), r.Cells[min(width, len(r.Cells)):]...)...)
			} else {
				on = expand(r, out)
			}
			if !on {
				return
			}
		}
	}
}

// overflows tells whether a value stands behind the last heading.
func overflows(cells []cell.Raw, width int) bool {
	for i := width; i < len(cells); i++ {
		if !cells[i].Empty() {
			return true
		}
	}
	return false
}

// cellAt gives a cell of a row, empty beyond its end.
func cellAt(r grid.Row, column int) cell.Raw {
	if column < 0 || column >= len(r.Cells) {
		return cell.Raw{}
	}
	return r.Cells[column]
}
