// Package text reads delimited text: CSV, TSV and their relatives, in whatever
// encoding and with whatever delimiter and quotation marks they came.
package text

import (
	"encoding/json"
	"iter"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// Open reads a text file as a book of one sheet without a name. Lines are counted
// as they stand in the file: a line ends with CRLF, LF or a lone CR, blank lines
// and lines inside quoted values count, and a row has the line on which it starts.
// Blank lines give no row; rows of nothing but delimiters do. A row of more cells
// than grid.MostColumns is given as one cell and marked as Unclosed. Errors:
// grid.ErrEmpty, grid.ErrNotTable for bytes that are no text, grid.ErrTooLarge
// when the table itself has too many columns, grid.Unsupported for JSON.
func Open(text []byte) (*grid.Book, error) {
	decoded, encoding, ok := Decode(text)
	switch {
	case !ok:
		return nil, grid.ErrNotTable
	case isBlank(decoded):
		return nil, grid.ErrEmpty
	case isJSON(decoded):
		return nil, grid.Unsupported{Format: "json"}
	}
	delimiter, rest := saidDelimiter(decoded)
	if isBlank(rest) {
		return nil, grid.ErrEmpty
	}
	d := settle(rest, delimiter)
	if d.width > grid.MostColumns {
		return nil, grid.ErrTooLarge
	}
	first := 1 + lineBreaks(decoded[:len(decoded)-len(rest)])
	sheet := grid.Sheet{Rows: rows(rest, d, first)}
	repaired := 0
	if encoding != "" && mayBeDouble(rest) {
		if repaired = countDouble(sheet.Rows); repaired > 0 {
			sheet.Rows = putRight(sheet.Rows)
		}
	}
	return &grid.Book{
		Format:    d.format(),
		Encoding:  encoding,
		Delimiter: d.name(),
		Repaired:  repaired,
		Sheets:    []grid.Sheet{sheet},
	}, nil
}

// rows walks the rows of a text whose first line has a number.
func rows(text string, d dialect, first int) iter.Seq[grid.Row] {
	return func(yield func(grid.Row) bool) {
		c := newCutter(text, d)
		line, shown, whole, short := first, 0, 0, 0
		for at := 0; at < len(text); {
			next, closed := c.row(at)
			lines := 1
			shown++
			if !closed {
				next = afterLine(text, at)
				c.cells = append(c.cells[:0], cell.Text(strings.TrimRight(text[at:next], "\r\n")))
			} else if c.broken {
				lines = lineBreaks(text[at:next])
			}
			if !closed || len(c.cells) > 1 || !isBlank(c.cells[0].Text) {
				ended := text[next-1] == '\n' || text[next-1] == '\r'
				half := closed && !ended && whole > 1 && short == 0 && len(c.cells) > 1 && len(c.cells) < d.width
				switch {
				case len(c.cells) >= d.width:
					whole++
				case closed && whole > 0:
					short++
				}
				if !yield(grid.Row{Line: line, Shown: shown, Cells: c.cells, Unclosed: !closed, Half: half}) {
					return
				}
			}
			line += lines
			at = next
		}
	}
}

// isBlank tells whether nothing but white space and invisible marks is in a text.
func isBlank(s string) bool { return strings.TrimLeft(s, " \t\r\n\v\f\u00A0\uFEFF\u200B") == "" }

// isJSON tells whether a text is JSON, or begins as JSON and was cut short, or
// has one JSON object in its first line.
func isJSON(s string) bool {
	s = strings.TrimLeft(s, " \t\r\n")
	if s == "" || s[0] != '{' && s[0] != '[' {
		return false
	}
	head := strings.Join(strings.Fields(s[:min(len(s), 512)]), "")
	if strings.HasPrefix(head, `{"`) || strings.HasPrefix(head, `[{"`) {
		return true
	}
	return json.Valid([]byte(s))
}

// afterLine gives the start of the next line.
func afterLine(text string, at int) int {
	for at < len(text) && text[at] != '\n' && text[at] != '\r' {
		at++
	}
	return afterBreak(text, at)
}

// afterBreak gives the place behind a line end that stands at a place.
func afterBreak(text string, at int) int {
	if at < len(text) && text[at] == '\r' {
		at++
		if at < len(text) && text[at] == '\n' {
			at++
		}
		return at
	}
	return min(at+1, len(text))
}

// lineBreaks counts the line ends in a text: LF, CRLF, or a lone CR.
func lineBreaks(s string) int {
	n := strings.Count(s, "\n")
	if strings.IndexByte(s, '\r') >= 0 {
		n += strings.Count(s, "\r") - strings.Count(s, "\r\n")
	}
	return n
}
