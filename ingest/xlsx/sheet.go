package xlsx

import (
	"bytes"
	"errors"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// errStop ends a walk because nobody wants more rows.
var errStop = errors.New("enough")

// walk goes through one sheet: once to check it, with give unset, and later to
// give its rows.
type walk struct {
	*book
	*scanner
	give func(grid.Row) bool

	filtered bool
	merges   []grid.Merge

	line    int // row that is read, the latest one before; from 1
	filled  int // latest row with a cell in it
	hidden  bool
	column  int // column that is read, from 0; -1 before the first
	width   int // columns up to the last that is filled
	cells   []cell.Raw
	taken   []uint64 // columns that are filled, one bit each
	letters []byte   // texts of the row that are in no arena, one after the other
	own     []own
	value   []byte // text of the cell's value
	inline  []byte // text of the cell's inline string
}

// own is a text of the row that stands in letters.
type own struct{ column, from, to int }

// run reads the part of a sheet to its end. Errors: grid.ErrDamaged,
// grid.ErrTooLarge, grid.ErrEntity, errStop.
func (w *walk) run(part string, again bool) error {
	r, err := w.Reader(part, again)
	if err != nil {
		return err
	}
	defer r.Close()
	if w.scanner, err = newScanner(r); err != nil {
		return err
	}
	if err := w.root("worksheet"); err != nil {
		return err
	}
	sheets := 0
	err = w.each(func(name []byte) error {
		switch string(name) {
		case "sheetData":
			if sheets++; sheets > 1 {
				return malformed("a sheet has its cells twice")
			}
			if err := w.rows(); err != nil || w.give == nil {
				return err
			}
			return errStop // what follows was read when the sheet was checked
		case "autoFilter":
			return w.filter(&w.filtered)
		case "mergeCells":
			return w.each(w.merge)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return w.finished()
}

// merge reads one merged range.
func (w *walk) merge(name []byte) error {
	if string(name) != "mergeCell" {
		return nil
	}
	first, last, two := bytes.Cut(w.raw("ref"), []byte(":"))
	if !two {
		last = first
	}
	left, top, size := address(first)
	right, bottom, otherSize := address(last)
	if size != len(first) || otherSize != len(last) || top > bottom || left > right || top == 0 || bottom > grid.MostRows || right >= grid.MostColumns {
		return malformed("a merged range is not well formed")
	}
	if len(w.merges) < grid.MostMerges && (top < bottom || left < right) {
		w.merges = append(w.merges, grid.Merge{Top: top, Bottom: bottom, Left: left, Right: right})
	}
	return nil
}

// rows reads the cells of a sheet, row by row.
func (w *walk) rows() error {
	inside := w.depth()
	for {
		what, err := w.next()
		if err != nil {
			return err
		}
		switch {
		case what == closed:
			return nil
		case what == opened && string(w.name) == "row":
			if err := w.row(); err != nil {
				return err
			}
		case what == opened:
			if err := w.leave(inside); err != nil {
				return err
			}
		}
	}
}

// row reads the row that is open. One without a number is the one below the row
// before, unless its first cell says otherwise.
func (w *walk) row() error {
	before := w.line
	stated := w.raw("r")
	w.line++
	if stated != nil {
		n, digits := wholeNumber(stated)
		if digits != len(stated) || n <= before {
			return malformed("rows are not in order")
		}
		w.line = n
	}
	w.hidden = w.yes("hidden")
	w.column, w.width = -1, 0
	if err := w.rowCells(stated == nil, before); err != nil {
		return err
	}
	if w.line > grid.MostRows {
		return grid.ErrTooLarge
	}
	if w.width == 0 {
		return nil
	}
	w.filled = w.line
	if w.give == nil {
		clear(w.taken)
		if w.book.cells += w.width; w.book.cells > grid.MostCells {
			return grid.ErrTooLarge
		}
		return nil
	}
	text := string(w.letters)
	for _, o := range w.own {
		w.cells[o.column].Text = text[o.from:o.to]
	}
	if !w.give(grid.Row{Line: w.line, Cells: w.cells[:w.width], Hidden: w.hidden}) {
		return errStop
	}
	clear(w.cells[:w.width])
	w.letters, w.own = w.letters[:0], w.own[:0]
	return nil
}

// rowCells reads the cells of the row that is open.
func (w *walk) rowCells(unnumbered bool, before int) error {
	inside := w.depth()
	for {
		what, err := w.next()
		if err != nil {
			return err
		}
		switch {
		case what == closed:
			return nil
		case what == opened && string(w.name) == "c":
			if stated := w.raw("r"); unnumbered && w.column < 0 && stated != nil {
				if _, line, _ := address(stated); line > before {
					w.line = line
				}
			}
			unnumbered = false
			if err := w.cell(); err != nil {
				return err
			}
		case what == opened:
			if err := w.leave(inside); err != nil {
				return err
			}
		}
	}
}

// deep tells whether the row stands below so many blank ones that it is not looked at.
func (w *walk) deep() bool { return w.line > w.filled+grid.MostBlankRows }

// address reads the place of a cell, such as B7: the column from 0, the row
// from 1, and how long it is; 0 where it is not well formed.
func address(text []byte) (column, line, size int) {
	i := 0
	for ; i < len(text) && i < 4; i++ {
		c := text[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		column = column*26 + int(c-'A') + 1
	}
	line, digits := wholeNumber(text[i:])
	if i == 0 || digits == 0 {
		return 0, 0, 0
	}
	return column - 1, line, i + digits
}

// wholeNumber reads digits, at most eight, and tells how many they are.
func wholeNumber(text []byte) (n, digits int) {
	for digits < len(text) && digits < 8 && text[digits] >= '0' && text[digits] <= '9' {
		n = n*10 + int(text[digits]-'0')
		digits++
	}
	return n, digits
}
