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

// table is one sheet or text file, cut into rows. It can be walked many times.
type table struct {
	file, sheet string
	rows        iter.Seq[row]
}

func textTable(name, text string) table {
	d, rest := delimiter(text)
	skipped := strings.Count(text[:len(text)-len(rest)], "\n")
	return table{file: name, rows: func(yield func(row) bool) {
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
// character. A quoted value that never closes would swallow every row below it:
// then only its own line is given, marked as unclosed, and reading goes on in
// the next line.
func textRecords(text string, delimiter byte) iter.Seq[row] {
	return func(yield func(row) bool) {
		var cells []cell.Raw
		line := 1
		for at := 0; at < len(text); {
			r := row{line: line}
			var next int
			cells, next, r.unclosed = oneRecord(text, at, delimiter, cells[:0])
			if r.unclosed {
				next = afterLine(text, at)
				cells = append(cells[:0], cell.Text(strings.TrimRight(text[at:next], "\r\n")))
			}
			r.cells = cells
			line += lineBreaks(text[at:next])
			at = next
			if !yield(r) {
				return
			}
		}
	}
}

// oneRecord reads the record that starts at a place and gives the place after it.
func oneRecord(text string, at int, delimiter byte, cells []cell.Raw) (out []cell.Raw, next int, unclosed bool) {
	for {
		value, end, closed := oneValue(text, at, delimiter)
		if !closed {
			return cells, at, true
		}
		cells = append(cells, cell.Text(value))
		switch {
		case end >= len(text):
			return cells, end, false
		case text[end] == delimiter:
			at = end + 1
			if at == len(text) {
				return append(cells, cell.Text("")), at, false
			}
		default:
			return cells, afterLine(text, end), false
		}
	}
}

// oneValue reads one value and gives the place of the delimiter or line end after it.
func oneValue(text string, at int, delimiter byte) (value string, end int, closed bool) {
	if at < len(text) && text[at] == '"' {
		return quotedValue(text, at, delimiter)
	}
	end = at
	for end < len(text) && text[end] != delimiter && text[end] != '\n' && text[end] != '\r' {
		end++
	}
	return text[at:end], end, true
}

func quotedValue(text string, at int, delimiter byte) (value string, end int, closed bool) {
	doubled := false
	for i := at + 1; ; i++ {
		step := strings.IndexByte(text[min(i, len(text)):], '"')
		if step < 0 {
			return "", len(text), false
		}
		i += step
		if i+1 < len(text) && text[i+1] == '"' {
			doubled = true
			i++
			continue
		}
		after := i + 1
		if after < len(text) && text[after] != delimiter && text[after] != '\n' && text[after] != '\r' {
			continue // a stray mark inside a quoted text; the value goes on
		}
		value = text[at+1 : i]
		if doubled {
			value = strings.ReplaceAll(value, `""`, `"`)
		}
		return value, after, true
	}
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
