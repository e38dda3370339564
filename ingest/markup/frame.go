package markup

import (
	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// frame is one table of a page while it is read: where its cells fall, and what
// it holds.
type frame struct {
	start, end int
	hidden     bool
	caption    words

	row         int // the row at hand, from 1
	inRow       bool
	inCell      bool
	inCaption   bool
	rowHidden   bool
	groupHidden bool

	next   int    // first column that may be free in the row
	held   []held // columns that a cell from above spans
	group  int    // number of the group of rows; nothing spans from one into another
	merges []grid.Merge
	fresh  int // merges from here on belong to the group at hand

	at        open
	ownCells  int  // cells of the row with a text of their own
	rowFilled bool // a cell of the row holds something

	filled int // rows that hold something
	own    int // rows with two or more texts of their own, not of tables inside
	wide   int // columns up to the last that holds something
	reach  int // columns up to the last in which a cell begins
	inner  []*found

	cells []cell.Raw // of the row; only where a sheet is being read
}

// held says that a column is taken down to a row of a group.
type held struct{ until, group int }

// open is the cell at hand.
type open struct {
	column, columns, rows int
	own, any, loose       bool
	alt                   string
	excel                 excelCell
}

// startRow begins a row.
func (f *frame) startRow(hidden bool) {
	f.row++
	f.inRow, f.rowHidden = true, hidden || f.groupHidden
	f.next, f.ownCells, f.rowFilled = 0, 0, false
	f.cells = f.cells[:0]
}

// startCell finds the place of a cell; false if it lies beyond every sheet.
func (f *frame) startCell(a attributes) bool {
	column := f.next
	for column < len(f.held) && f.held[column].until >= f.row && f.held[column].group == f.group {
		column++
	}
	if column >= grid.MostColumns {
		return false
	}
	columns := min(a.columns, grid.MostColumns-column)
	f.next = column + columns
	f.reach = max(f.reach, column+1)
	if a.rows > 1 {
		for len(f.held) < f.next {
			f.held = append(f.held, held{})
		}
		for i := column; i < f.next; i++ {
			f.held[i] = held{f.row + a.rows - 1, f.group}
		}
	}
	f.inCell = true
	f.at = open{column: column, columns: columns, rows: a.rows, loose: a.loose, excel: a.excel}
	if _, ok := parseNumber(a.excel.number); ok || a.excel.fault {
		f.at.own, f.at.any = true, true
	}
	return true
}

// endCell measures the cell at hand.
func (f *frame) endCell() {
	f.inCell = false
	c := f.at
	if c.alt != "" && !c.any {
		c.own, c.any = true, true
	}
	if c.own {
		f.ownCells++
	}
	if !c.any {
		return
	}
	f.rowFilled = true
	f.wide = max(f.wide, c.column+1)
	if (c.columns > 1 || c.rows > 1) && !c.loose && len(f.merges) < grid.MostMerges {
		f.merges = append(f.merges, grid.Merge{Top: f.row, Bottom: f.row + c.rows - 1, Left: c.column, Right: c.column + c.columns - 1})
	}
}

// endRow measures the row at hand.
func (f *frame) endRow() {
	f.inRow = false
	if f.rowFilled {
		f.filled++
	}
	if f.ownCells > 1 {
		f.own++
	}
}

// endGroup ends a group of rows: what spans further down ends here.
func (f *frame) endGroup() {
	for i := f.fresh; i < len(f.merges); i++ {
		f.merges[i].Bottom = min(f.merges[i].Bottom, f.row)
	}
	f.fresh = len(f.merges)
	f.group++
	f.groupHidden = false
}

// ranges gives the merged ranges, cut to the columns that are there.
func (f *frame) ranges() []grid.Merge {
	kept := f.merges[:0]
	for _, m := range f.merges {
		m.Right = max(m.Left, min(m.Right, f.reach-1))
		if m.Right > m.Left || m.Bottom > m.Top {
			kept = append(kept, m)
		}
	}
	return kept
}
