package ingest

import (
	"bytes"
	"errors"

	"evidencepack/ingest/grid"
	"evidencepack/ingest/record"
)

// problems gives the code for what a reader says of a file.
func problemOf(err error) string {
	var format grid.Unsupported
	switch {
	case errors.As(err, &format):
		return codeNotTable
	case errors.Is(err, grid.ErrLocked):
		return codeLocked
	case errors.Is(err, grid.ErrWrongPassword):
		return codeWrongPassword
	case errors.Is(err, grid.ErrTooLarge):
		return codeTooLarge
	case errors.Is(err, grid.ErrEntity):
		return codeEntities
	case errors.Is(err, grid.ErrEmpty):
		return codeNothingInIt
	case errors.Is(err, grid.ErrNotTable):
		return codeNotTable
	}
	return codeCutShort
}

// open says what a file is by its bytes and cuts it into sheets. A file that
// cannot be read gives the code of the problem instead.
func open(name string, text []byte, password string) (*grid.Book, string) {
	tables, code := oldOpen(name, text, "")
	if code != "" {
		return nil, code
	}
	book := &grid.Book{Format: "xlsx"}
	if !bytes.HasPrefix(text, []byte("PK")) {
		book.Format = "csv"
	}
	for _, t := range tables {
		book.Sheets = append(book.Sheets, grid.Sheet{Name: t.sheet, Rows: func(y func(grid.Row) bool) {
			for r := range t.rows {
				if !y(grid.Row{Line: r.line, Cells: r.cells, Unclosed: r.unclosed}) {
					return
				}
			}
		}})
	}
	return book, ""
}

// noteBook notes what the reader of a file saw besides its rows.
func (in *intake) noteBook(name string, book *grid.Book) {
	note := func(sheet, code string, count int) {
		if count > 0 {
			in.out.Issues = append(in.out.Issues, record.Issue{
				Ref: record.Ref{File: name, Sheet: sheet}, Severity: record.SeverityNote, Code: code, Count: count, Class: record.Used,
			})
		}
	}
	if book.Linked {
		note("", codeLinked, 1)
	}
	note("", codeRepaired, book.Repaired)
	for _, s := range book.Sheets {
		note(s.Name, codeComments, s.Comments)
		if s.Filtered {
			note(s.Name, codeFiltered, 1)
		}
	}
}
