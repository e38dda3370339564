package xlsx

import (
	"bytes"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// variety is what a cell says that its value is.
type variety int

const (
	aNumber variety = iota
	aShared
	aText // of a formula
	anInline
	aTruth
	aFault
	aDate
)

// varietyOf knows them by the attribute t.
func varietyOf(text []byte) (variety, bool) {
	switch string(text) {
	case "", "n":
		return aNumber, true
	case "s":
		return aShared, true
	case "str":
		return aText, true
	case "inlineStr":
		return anInline, true
	case "b":
		return aTruth, true
	case "e":
		return aFault, true
	case "d":
		return aDate, true
	}
	return 0, false
}

// cell reads the cell that is open.
func (w *walk) cell() error {
	kind, known := varietyOf(w.raw("t"))
	if !known {
		return malformed("a cell is of no known type")
	}
	w.column++
	if stated := w.raw("r"); stated != nil {
		column, line, size := address(stated)
		if size == 0 || size != len(stated) || line != w.line {
			return malformed("a cell is out of place")
		}
		w.column = column
	}
	if w.column >= grid.MostColumns {
		return grid.ErrTooLarge
	}
	style := 0
	if stated := w.raw("s"); stated != nil {
		n, digits := wholeNumber(stated)
		if digits != len(stated) {
			return malformed("a cell has a style that is no number")
		}
		style = n
	}
	formula, valued, err := w.content()
	if err != nil || w.deep() {
		return err
	}
	return w.fill(kind, style, formula, valued)
}

// content reads what is inside the cell that is open: into w.value the text of its
// value, into w.inline its inline string.
func (w *walk) content() (formula, valued bool, err error) {
	inside := w.depth()
	inValue := false
	w.value, w.inline = w.value[:0], w.inline[:0]
	for {
		what, err := w.next()
		if err != nil {
			return formula, valued, err
		}
		switch what {
		case closed:
			if w.depth() < inside {
				return formula, valued, nil
			}
			inValue = false
		case words:
			switch {
			case inValue && w.bare:
				w.value = append(w.value, w.text...)
			case inValue:
				w.value = appendText(w.value, w.text, w.plain)
			}
		case opened:
			if inValue || valued && string(w.name) == "v" {
				return formula, valued, malformed("a cell has two values, or a value holds other elements")
			}
			inValue = string(w.name) == "v"
			valued = valued || inValue
			formula = formula || string(w.name) == "f"
			if err := w.beside(inside, inValue); err != nil {
				return formula, valued, err
			}
		}
		if len(w.value) > longestText {
			return formula, valued, grid.ErrTooLarge
		}
	}
}

// beside reads what stands in a cell beside its value.
func (w *walk) beside(cell int, value bool) (err error) {
	switch {
	case value:
		return nil
	case string(w.name) == "is":
		w.inline, err = w.rich(w.inline)
		return err
	}
	return w.leave(cell)
}

// fill puts what was read into the row.
func (w *walk) fill(kind variety, style int, formula, valued bool) error {
	value := w.value
	if kind == anInline && len(w.inline) > 0 {
		return w.words(w.inline)
	}
	if kind == aText || kind == anInline {
		if formula && !valued {
			return w.put(cell.Raw{NoResult: true})
		}
		return w.words(settle(value, 0))
	}
	if value = bytes.TrimSpace(value); len(value) == 0 {
		if formula {
			return w.put(cell.Raw{NoResult: true})
		}
		return nil
	}
	switch kind {
	case aShared:
		return w.shared(value)
	case aTruth:
		return w.truth(value)
	case aFault:
		return w.put(cell.Raw{Fault: true})
	case aDate:
		return w.words(value)
	}
	return w.figure(value, style)
}

// put fills the cell that is read.
func (w *walk) put(raw cell.Raw) error {
	if w.width <= w.column {
		w.width = w.column + 1
		for len(w.cells) < w.width && w.give != nil {
			w.cells = append(w.cells, cell.Raw{})
		}
		for len(w.taken)*64 < w.width {
			w.taken = append(w.taken, 0)
		}
	}
	bit := uint64(1) << (w.column % 64)
	if w.give == nil {
		if w.taken[w.column/64]&bit != 0 {
			return malformed("a cell is there twice")
		}
		w.taken[w.column/64] |= bit
		return nil
	}
	raw.From1904 = w.from1904
	w.cells[w.column] = raw
	return nil
}

// words fills the cell with a text of the row's own.
func (w *walk) words(text []byte) error {
	if len(text) == 0 {
		return nil
	}
	return w.lettered(text, cell.Raw{})
}

// lettered fills the cell and leaves its text to be set when the row is whole.
func (w *walk) lettered(text []byte, raw cell.Raw) error {
	if w.give != nil {
		from := len(w.letters)
		w.letters = append(w.letters, text...)
		w.own = append(w.own, own{w.column, from, len(w.letters)})
	}
	return w.put(raw)
}

// shared fills the cell with a shared string.
func (w *walk) shared(value []byte) error {
	n, digits := wholeNumber(value)
	if digits != len(value) || w.book.texts == nil {
		return malformed("a shared text is not there")
	}
	text, there := w.book.texts.get(n)
	if !there {
		return malformed("a shared text is not there")
	}
	if text == "" {
		return nil
	}
	return w.put(cell.Raw{Text: text})
}

// truth fills the cell with yes or no.
func (w *walk) truth(value []byte) error {
	switch string(value) {
	case "1", "true", "TRUE":
		return w.put(cell.Raw{Text: "yes"})
	case "0", "false", "FALSE":
		return w.put(cell.Raw{Text: "no"})
	}
	return malformed("a truth value is neither true nor false")
}
