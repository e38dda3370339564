package ingest

import (
	"iter"
	"strings"

	"evidencepack/ingest/cell"
)

// row is one row of raw cells with its place: the row of a sheet, or the line of
// a text file on which the record starts. The cells are only good until the next row.
type row struct {
	line     int
	cells    []cell.Raw
	unclosed bool // a quotation mark opened and never closed: the row cannot be trusted
}

// oldTable is one sheet or text file, cut into rows. It can be walked many times.
type oldTable struct {
	file, sheet string
	rows        iter.Seq[row]
}

func textTable(name, text string) oldTable {
	d, rest := delimiter(text)
	skipped := lineBreaks(text[:len(text)-len(rest)])
	return oldTable{file: name, rows: func(yield func(row) bool) {
		for r := range textRecords(rest, d) {
			r.line += skipped
			if !yield(r) {
				return
			}
		}
	}}
}

// textRecords cuts text into records. Quoted values may hold delimiters, doubled
// quotes and line breaks; a quotation mark inside an unquoted value is just a
// character. A quoted value that never closes would swallow the rows below it:
// then only its own line is given, marked as unclosed, and reading goes on in
// the next line.
func textRecords(text string, delimiter byte) iter.Seq[row] {
	return func(yield func(row) bool) {
		c := cutter{text: text, delimiter: delimiter}
		line, width := 1, 0
		for at := 0; at < len(text); {
			next, closed := c.record(at)
			lines := lineBreaks(text[at:next])
			if c.stray && len(c.cells) != width && strings.ContainsAny(strings.TrimRight(text[at:next], "\r\n"), "\r\n") {
				closed = false // it closed by accident, in a row far below
			}
			if !closed {
				next, lines = afterLine(text, at), 1
				c.cells = append(c.cells[:0], cell.Text(strings.TrimRight(text[at:next], "\r\n")))
			} else {
				width = len(c.cells)
			}
			if !yield(row{line: line, cells: c.cells, unclosed: !closed}) {
				return
			}
			line += lines
			at = next
		}
	}
}

// cutter cuts one record after the other.
type cutter struct {
	text      string
	delimiter byte
	cells     []cell.Raw // values of the latest record
	stray     bool       // it has a mark inside a quoted value that is not doubled
}

// record reads the record that starts at a place and gives the place after it.
func (c *cutter) record(at int) (next int, closed bool) {
	c.cells, c.stray = c.cells[:0], false
	for {
		value, end, closed := c.value(at)
		if !closed {
			return at, false
		}
		c.cells = append(c.cells, cell.Text(value))
		if end >= len(c.text) || c.text[end] != c.delimiter {
			return afterLine(c.text, end), true
		}
		if at = end + 1; at == len(c.text) {
			c.cells = append(c.cells, cell.Text(""))
			return at, true
		}
	}
}

// value reads one value and gives the place of the delimiter or line end after it.
func (c *cutter) value(at int) (value string, end int, closed bool) {
	if at < len(c.text) && c.text[at] == '"' {
		return c.quoted(at)
	}
	end = at
	for end < len(c.text) && c.text[end] != c.delimiter && c.text[end] != '\n' && c.text[end] != '\r' {
		end++
	}
	return c.text[at:end], end, true
}

// longestValue is the most bytes that a quoted value may have. Excel holds
// 32,767 characters in a cell; a longer value is a mark that never closed.
const longestValue = 1 << 17

// quoted reads a value in quotation marks. Where a line end was passed and then
// a mark stands where a value begins, the first mark never closed: what it would
// swallow is another row.
func (c *cutter) quoted(at int) (value string, end int, closed bool) {
	limit := min(len(c.text), at+longestValue)
	doubled := false
	for i := at + 1; ; i++ {
		step := strings.IndexByte(c.text[min(i, limit):limit], '"')
		if step < 0 {
			return "", limit, false
		}
		i += step
		switch {
		case i+1 < len(c.text) && c.text[i+1] == '"':
			if c.ends(i+2) && c.opens(at, i) {
				return "", i, false // an empty value of another row
			}
			doubled = true
			i++
		case c.ends(i + 1):
			value = c.text[at+1 : i]
			if doubled {
				value = strings.ReplaceAll(value, `""`, `"`)
			}
			return value, i + 1, true
		case c.opens(at, i):
			return "", i, false
		default:
			c.stray = true // inside a quoted text; the value goes on
		}
	}
}

// ends tells whether a value ends at a place.
func (c *cutter) ends(at int) bool {
	return at >= len(c.text) || c.text[at] == c.delimiter || c.text[at] == '\n' || c.text[at] == '\r'
}

// opens tells whether the mark at a place stands where a value of a later line begins.
func (c *cutter) opens(from, at int) bool {
	before := c.text[at-1]
	return (before == c.delimiter || before == '\n' || before == '\r') && strings.ContainsAny(c.text[from+1:at], "\r\n")
}

// afterLine gives the start of the next line.
func afterLine(text string, at int) int {
	for at < len(text) && text[at] != '\n' && text[at] != '\r' {
		at++
	}
	if at < len(text) && text[at] == '\r' {
		at++
	}
	if at < len(text) && text[at] == '\n' {
		at++
	}
	return at
}

// lineBreaks counts the line ends in a text: \n, \r\n, or a lone \r.
func lineBreaks(s string) int {
	n := strings.Count(s, "\n")
	if strings.IndexByte(s, '\r') >= 0 {
		n += strings.Count(s, "\r") - strings.Count(s, "\r\n")
	}
	return n
}
