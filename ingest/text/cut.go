package text

import (
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// cutter cuts one record after the other. All that it looks at ahead of a record
// and then gives up is paid from a purse, so that no text takes more time than a
// small multiple of its length.
type cutter struct {
	dialect
	text  string
	pair  string     // the quotation mark twice
	cells []cell.Raw // values of the latest record
	other []cell.Raw // values of another reading of it
	spare []cell.Raw // values of one line, taken singly
	last  int        // number of values of the record before
	purse int        // bytes that may still be looked at in vain

	quotes int  // values in quotation marks in the latest record
	broken bool // one of them holds a line end
	stray  bool // one of them holds a mark that is not doubled
	clash  bool // one of them holds a mark where a value of a later line would begin
	ranOut bool // one of them was looked for up to the end of the text
	inner  bool // only looks at what a quoted value would swallow
	tight  bool // a mark before a delimiter and a blank does not close a value
}

// longestValue is the most bytes that a quoted value may have. Excel holds
// 32,767 characters in a cell; a longer value is a mark that never closed.
const longestValue = 1 << 17

func newCutter(text string, d dialect) *cutter {
	return &cutter{text: text, dialect: d, pair: string([]byte{d.mark, d.mark}), purse: 8<<20 + 2*len(text)}
}

// row reads the row that starts at a place into cells and gives the place after
// it. closed is false when its line cannot be trusted; then next means nothing.
// A reading that has not the width of the table gives way to one that has.
func (c *cutter) row(at int) (next int, closed bool) {
	next, closed = c.record(at)
	if closed && c.quotes == 0 {
		c.last = len(c.cells)
		return next, true
	}
	closed = closed && !c.swallows(at, next)
	if !closed {
		c.purse -= next - at
	}
	fits := closed && c.fits(len(c.cells))
	odd := closed && c.stray && strings.Count(c.text[at:next], string(c.mark))%2 == 1
	if c.width > 1 && (!fits || odd) || !closed && c.delimiter == 0 {
		if end, better := c.otherwise(at); better {
			return end, true
		}
		if !fits && closed && c.stray && !c.broken && len(c.cells) > 1 {
			return at, false // a mark closed the wrong value
		}
	}
	if closed {
		c.last = len(c.cells)
	}
	return next, closed
}

// otherwise tries two more readings, and takes the one that has exactly the width
// of the table: marks before a delimiter and a blank belong to the text, or values
// that are not quoted as a whole are not quoted at all.
func (c *cutter) otherwise(at int) (next int, fits bool) {
	broken, stray := c.broken, c.stray
	c.cells, c.other = c.other, c.cells
	c.tight = true
	next, closed := c.record(at)
	c.tight = false
	if closed && len(c.cells) == max(c.width, 1) && !c.swallows(at, next) {
		return next, true
	}
	c.purse -= next - at
	c.cells, c.other = c.other, c.cells
	c.broken, c.stray = broken, stray
	end, balanced := c.flat(at)
	if balanced && len(c.spare) == max(c.width, 1) {
		c.cells, c.spare = c.spare, c.cells
		c.broken = false
		return end, true
	}
	return at, false
}

// record reads the record that starts at a place and gives the place after it.
func (c *cutter) record(at int) (next int, closed bool) {
	c.cells = c.cells[:0]
	c.quotes, c.broken, c.stray, c.clash, c.ranOut = 0, false, false, false, false
	for len(c.cells) < grid.MostColumns {
		value, end, closed := c.value(at)
		if !closed {
			return end, false
		}
		c.cells = append(c.cells, cell.Text(value))
		if end >= len(c.text) || c.text[end] == '\n' || c.text[end] == '\r' {
			return afterBreak(c.text, end), true
		}
		at = end + 1
	}
	return at, false
}

// value reads one value and gives the place of the delimiter or line end after it.
// Blanks before a quotation mark are dropped when the marks are well set.
func (c *cutter) value(at int) (value string, end int, closed bool) {
	if at < len(c.text) && (c.text[at] == c.mark || c.text[at] == ' ' || c.text[at] == '\t') {
		from := c.skipBlanks(at)
		if from == at && c.text[at] == c.mark {
			return c.quoted(at)
		}
		if from > at && c.purse > 0 && from < len(c.text) && c.text[from] == c.mark {
			stray, clash, broken := c.stray, c.clash, c.broken
			c.stray, c.clash = false, false
			value, end, closed = c.quoted(from)
			clean := closed && !c.stray && !c.clash
			c.stray, c.clash = stray, clash
			if clean {
				return value, end, true
			}
			c.broken = broken
			c.purse -= end - from
		}
	}
	end = c.plainEnd(at)
	return c.text[at:end], end, true
}

// plainEnd gives the end of a value without quotation marks.
func (c *cutter) plainEnd(at int) int {
	text, delimiter := c.text, c.delimiter
	for at < len(text) && text[at] != delimiter && text[at] != '\n' && text[at] != '\r' {
		at++
	}
	return at
}

// skipBlanks gives the first place that is no blank, from a place on.
func (c *cutter) skipBlanks(at int) int {
	for at < len(c.text) && (c.text[at] == ' ' || c.text[at] == '\t') && c.text[at] != c.delimiter {
		at++
	}
	return at
}

// ends tells whether a value ends at a place.
func (c *cutter) ends(at int) bool {
	return at >= len(c.text) || c.text[at] == c.delimiter || c.text[at] == '\n' || c.text[at] == '\r'
}

// fits tells whether a number of values is the width of the table, or that of the
// record before in a file of several tables.
func (c *cutter) fits(width int) bool {
	return c.width < 2 || width == c.width || width > 1 && width == c.last
}

// flat reads one line into spare, whatever stands in the lines below: a value is
// quoted when its second mark ends it. balanced tells whether no other value that
// begins with a mark has an odd number of them. A line longer than any value is
// not read, and leaves spare empty.
func (c *cutter) flat(at int) (next int, balanced bool) {
	c.spare, balanced = c.spare[:0], true
	most := min(len(c.text), at+longestValue)
	line := at
	for line < most && c.text[line] != '\n' && c.text[line] != '\r' {
		line++
	}
	c.purse -= line - at
	if line == most && most < len(c.text) {
		return line, false
	}
	for len(c.spare) < grid.MostColumns {
		value, end, quoted := c.strict(at, line)
		if !quoted {
			end = c.plainEnd(at)
			value = c.text[at:end]
			if lead := strings.TrimLeft(value, " \t"); lead != "" && lead[0] == c.mark {
				balanced = balanced && strings.Count(value, string(c.mark))%2 == 0
			}
		}
		c.spare = append(c.spare, cell.Text(value))
		if end >= line {
			return afterBreak(c.text, line), balanced
		}
		at = end + 1
	}
	return line, false
}

// strict reads a quoted value that ends, with its second mark, before a place.
func (c *cutter) strict(at, most int) (value string, end int, quoted bool) {
	from := c.skipBlanks(at)
	if from >= most || c.text[from] != c.mark {
		return "", at, false
	}
	marks := 0
	for i := from + 1; i < most; i++ {
		switch {
		case c.escapes && c.text[i] == '\\':
			i++
			marks++
		case c.text[i] != c.mark:
		case i+1 < most && c.text[i+1] == c.mark:
			i++
			marks++
		default:
			end = c.skipBlanks(i + 1)
			return c.unmarked(c.text[from+1:i], marks > 0), end, c.ends(end)
		}
	}
	return "", at, false
}
