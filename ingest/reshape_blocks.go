package ingest

import (
	"maps"
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// block is one of several groups of columns that stand side by side. Each makes a
// record of its own where one of its values is filled in.
type block struct {
	label  string   // tells the records of one row apart
	cells  []source // one for each column that is added
	filled []int    // columns of which one must hold something
}

// source is where the value of an added column stands: in a column of the file,
// or in no column, with one text for every row.
type source struct {
	column int // −1 is none
	text   string
}

// spreadBlocks adds one column for each field and one for the labels, and makes a
// row of every block that is filled.
func (t *table) spreadBlocks(fields []string, blocks []block) {
	t.part = len(t.names) + len(fields)
	names := make([]string, 0, len(fields)+1)
	for _, field := range fields {
		names = append(names, madeHeading(field))
	}
	t.widen(append(names, madeHeading("block")), func(r grid.Row, out emit) bool {
		for _, b := range blocks {
			if !slices.ContainsFunc(b.filled, func(column int) bool { return stands(cellAt(r, column)) }) {
				continue
			}
			added := make([]cell.Raw, 0, len(b.cells)+1)
			for _, s := range b.cells {
				if s.column >= 0 {
					added = append(added, cellAt(r, s.column))
				} else {
					added = append(added, cell.Text(s.text))
				}
			}
			if !out(append(added, cell.Text(b.label))...) {
				return false
			}
		}
		return true
	})
}

// stands tells whether a cell holds a value: a dash or "n/a" in a grid of scores
// says that there is none.
func stands(c cell.Raw) bool {
	return !c.Empty() && (c.Numeric || cell.Nothing(c.Text) == cell.Present)
}

// madeHeading is the heading of a column that was added. No export has it.
func madeHeading(field string) string {
	return "made from columns side by side: " + strings.ReplaceAll(field, "_", " ")
}

// madeFor gives the headings of the columns that are added for some fields.
func madeFor(fields ...string) map[string]string {
	made := make(map[string]string, len(fields))
	for _, field := range fields {
		made[field] = madeHeading(field)
	}
	return made
}

// savedBlocks spreads the columns that a saved mapping names as wide. Of several
// mappings the one counts whose kind the table fits best.
func (in *intake) savedBlocks(t *table) bool {
	wide := func(m *mapping.Mapping) bool { return len(m.Wide) > 0 }
	if !slices.ContainsFunc(in.options.Mappings, wide) && !slices.ContainsFunc(mapping.Shipped(), wide) {
		return false // this is asked of many rows
	}
	var best *wideTable
	for _, kind := range record.Kinds {
		w := in.wideOf(t, kind)
		if w != nil && (best == nil || w.missing < best.missing || w.missing == best.missing && w.score > best.score) {
			best = w
		}
	}
	if best == nil {
		return false
	}
	t.kind, t.made, t.spread = best.kind, madeFor(best.fields...), best.spread
	t.spreadBlocks(best.fields, best.blocks)
	t.seen = append(t.seen, Oddity{Code: codeSpread, Row: t.headingRow(), Count: len(best.blocks)})
	return true
}

// wideTable is a table as a mapping with wide blocks sees it.
type wideTable struct {
	kind           record.Kind
	fields         []string
	blocks         []block
	spread         map[int]string
	missing, score int
}

// wideOf finds the blocks of a mapping of one kind in a table; nil where it names
// none that is there.
func (in *intake) wideOf(t *table, kind record.Kind) *wideTable {
	m := in.saved(*t, t.names, kind)
	if m == nil || len(m.Wide) == 0 {
		return nil
	}
	w := &wideTable{kind: kind, spread: make(map[int]string)}
	all := make(map[string]bool)
	for _, b := range m.Wide {
		for _, field := range slices.Concat(slices.Collect(maps.Keys(b.Columns)), slices.Collect(maps.Keys(b.Constants))) {
			all[field] = true
		}
	}
	w.fields = slices.Sorted(maps.Keys(all))
	base := heading.MatchKind(kind, m.Visible(t.names), m.Named(t.names))
	for _, b := range m.Wide {
		if made, there := w.block(b, t.names, base); there {
			w.blocks = append(w.blocks, made)
		}
	}
	if len(w.blocks) == 0 {
		return nil
	}
	for _, field := range base.Missing {
		if !all[field] && m.Constants[field] == "" {
			w.missing++
		}
	}
	w.score = base.Score
	return w
}

// block finds the columns of one block. A field that the block does not name is
// read from the table's own column. There is no block where none of its columns is.
func (w *wideTable) block(b mapping.Block, names []string, base heading.Match) (block, bool) {
	out := block{}
	var dates []int
	for _, field := range w.fields {
		s := source{column: -1}
		written, named := b.Columns[field]
		own, there := base.Columns[field]
		switch {
		case named:
			if s.column = mapping.ColumnOf(names, written); s.column < 0 {
				break // the column is gone: its value is missing, and the row is set aside for it
			}
			w.spread[s.column] = "each filled one becomes a row of its own, as the saved mapping says"
			if timeField(field) {
				dates = append(dates, s.column)
				break
			}
			out.filled = append(out.filled, s.column)
			if out.label == "" {
				out.label = names[s.column]
			}
		case b.Constants[field] != "":
			s.text = b.Constants[field]
		case there:
			s.column = own
		}
		out.cells = append(out.cells, s)
	}
	if len(b.Columns) == len(dates) && len(dates) > 0 {
		out.filled, out.label = dates, names[dates[0]]
	}
	return out, len(out.filled) > 0
}

// timeField tells whether a field holds a day or a time, which alone is no record.
func timeField(field string) bool {
	_, is := dateRoles[field]
	return is || strings.HasSuffix(field, "_time")
}

// headingRow is the row of the headings, 0 where it is not known.
func (t *table) headingRow() int {
	if t.shape == nil {
		return 0
	}
	return t.shape.HeaderTo
}
