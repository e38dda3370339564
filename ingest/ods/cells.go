package ods

import (
	"bytes"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// cellTag is what the tag of a cell says, and the text inside it.
type cellTag struct {
	kind    valueKind
	value   []byte // in the way of its kind; nil where it is not given
	formula bool
	fault   bool
	given   bool   // value was given
	text    []byte // paragraphs with line ends between
	started bool   // a paragraph was read
	blank   bool   // the text ends with a blank that stands for more of them
}

// valueKind is what a cell is said to hold.
type valueKind uint8

const (
	noKind valueKind = iota
	aText
	aNumber
	aPercentage
	aDate
	aTime
	aTruth
)

// kinds are the names of the kinds; money is a number.
var kinds = map[string]valueKind{"string": aText, "float": aNumber, "currency": aNumber, "percentage": aPercentage, "date": aDate, "time": aTime, "boolean": aTruth}

// inARow reads a cell of a row.
func (c *content) inARow() error {
	covered := c.is(table, "covered-table-cell")
	if !covered && !c.is(table, "table-cell") {
		return c.skip()
	}
	repeat, err := times(c.value(table, "number-columns-repeated"))
	if err != nil {
		return err
	}
	columns, err := times(c.value(table, "number-columns-spanned"))
	if err != nil {
		return err
	}
	rows, err := times(c.value(table, "number-rows-spanned"))
	if err != nil {
		return err
	}
	c.tagOfCell()
	if err := c.children(c.inCell); err != nil {
		return err
	}
	if !covered && (columns > 1 || rows > 1) {
		c.merge(columns, rows)
	}
	s := c.sheet
	// Under a merged cell stands what nobody sees.
	if raw := c.cell.raw(); !covered && (raw.Numeric || raw.Text != "" || raw.Fault || raw.NoResult) {
		if s.column+repeat > grid.MostColumns {
			return grid.ErrTooLarge
		}
		s.add(s.column, repeat, raw)
	}
	s.column = min(s.column+repeat, grid.MostColumns)
	return nil
}

// tagOfCell reads the tag of a cell.
func (c *content) tagOfCell() {
	t := &c.cell
	*t = cellTag{value: t.value[:0], text: t.text[:0]}
	t.kind = kinds[string(c.value(office, "value-type"))]
	t.fault = string(c.value(calc, "value-type")) == "error"
	if formula := c.value(table, "formula"); formula != nil {
		t.formula = true
		c.out.Linked = c.out.Linked || bytes.Contains(formula, []byte("'#")) // an address of a file, then the sheet in it
	}
	var value []byte
	switch t.kind {
	case aText:
		value = c.value(office, "string-value")
	case aNumber, aPercentage:
		value = c.value(office, "value")
	case aDate:
		value = c.value(office, "date-value")
	case aTime:
		value = c.value(office, "time-value")
	case aTruth:
		value = c.value(office, "boolean-value")
	}
	t.given = value != nil
	t.value = append(t.value, value...)
}

// inACell reads an element of a cell: a paragraph, a comment, or a picture.
func (c *content) inACell() error {
	switch {
	case c.is(text, "p"):
		return c.paragraph()
	case c.is(office, "annotation"):
		c.sheet.Comments++
	}
	return c.skip()
}

// paragraph adds a paragraph to the text of the cell.
func (c *content) paragraph() error {
	if c.cell.started {
		c.cell.text = append(c.cell.text, '\n')
	}
	c.cell.started, c.cell.blank = true, true // blanks in front do not count
	if err := c.inline(); err != nil {
		return err
	}
	if c.cell.blank {
		c.cell.text = bytes.TrimSuffix(c.cell.text, []byte(" "))
	}
	return nil
}

// inline adds what stands in a paragraph, or in a part of one that looks different.
func (c *content) inline() error {
	for {
		kind, err := c.next()
		if err != nil || kind == closed {
			return err
		}
		if kind == said {
			c.cell.words(c.scanner.text)
			continue
		}
		if err := c.mark(); err != nil {
			return err
		}
	}
}

// mark reads an element inside a paragraph.
func (c *content) mark() error {
	t := &c.cell
	switch {
	case c.is(text, "s"):
		n, err := times(c.value(text, "c"))
		if err != nil {
			return err
		}
		t.text = append(t.text, bytes.Repeat([]byte(" "), min(n, mostBlanks))...)
		t.blank = false
	case c.is(text, "tab"):
		t.text, t.blank = append(t.text, '\t'), false
	case c.is(text, "line-break"):
		t.text, t.blank = append(t.text, '\n'), false
	case c.is(text, "span"), c.is(text, "a"), c.is(text, "ruby"), c.is(text, "ruby-base"), c.is(text, "meta"):
		return c.inline()
	case c.is(text, "date"), c.is(text, "time"), c.is(text, "sheet-name"), c.is(text, "file-name"), c.is(text, "title"):
		return c.inline() // fields show what was saved with them
	}
	return c.skip()
}

// mostBlanks is how many blanks in a row are kept; no text means more.
const mostBlanks = 100

// words adds text, in which blanks and line ends of the file stand for one blank.
func (t *cellTag) words(text []byte) {
	for _, b := range text {
		switch b {
		case ' ', '\t', '\n', '\r':
			if !t.blank {
				t.text = append(t.text, ' ')
			}
			t.blank = true
		default:
			t.text = append(t.text, b)
			t.blank = false
		}
	}
}

// raw makes the cell.
func (t *cellTag) raw() cell.Raw {
	shown := string(t.text)
	if t.fault || t.formula && looksFaulty(shown) {
		return cell.Raw{Fault: true}
	}
	if t.given {
		if c, good := t.typed(shown); good {
			return c
		}
	}
	if t.formula && shown == "" && (t.kind != aText || !t.given && !t.started) {
		return cell.Raw{NoResult: true}
	}
	return cell.Raw{Text: shown}
}
