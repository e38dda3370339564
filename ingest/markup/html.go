// Package markup reads tables that were saved as web pages or as XML, as care
// systems do when they export to Excel.
package markup

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"evidencepack/ingest/grid"
)

// errStopped ends the reading of a sheet whose further rows nobody wants.
var errStopped = errors.New("stopped")

// HTML reads the tables of a web page, given as UTF-8: each that has at least two
// rows is a sheet, named by its caption or by the name that Excel wrote for it, or
// Table 1, Table 2 … where there are several, or by nothing. Tables that only
// place others on the page are no sheets. The line of a row is its number in the
// table. Hidden rows and tables are given, marked as hidden; what is hidden inside
// a cell is not. Errors: grid.ErrNotTable if no table has two rows and two columns,
// grid.ErrDamaged if the page stops inside a table, grid.ErrTooLarge.
func HTML(text string) (*grid.Book, error) {
	known := make(styles)
	s := scan{tokens: newTokens(text, 0), styles: known}
	var tables []*found
	s.ended = func(f *frame) {
		if outer := s.top(); outer != nil {
			outer.inner = append(outer.inner, f.sheets()...)
			return
		}
		tables = append(tables, f.sheets()...)
	}
	s.run()
	switch {
	case s.err != nil:
		return nil, s.err
	case !slices.ContainsFunc(tables, (*found).proper):
		return nil, grid.ErrNotTable
	case len(tables) > mostSheets:
		return nil, grid.ErrTooLarge
	}
	slices.SortFunc(tables, func(a, b *found) int { return cmp.Compare(a.start, b.start) })
	book := &grid.Book{Format: "html"}
	names := sheetNames(text, tables)
	for i, t := range tables {
		book.Sheets = append(book.Sheets, grid.Sheet{
			Name: names[i], Hidden: t.hidden, Merges: t.merges, Rows: t.walk(text, known),
		})
	}
	return book, nil
}

// walk reads the rows of a table, again each time.
func (t *found) walk(text string, known styles) iter.Seq[grid.Row] {
	skip := make(map[int]int, len(t.inner))
	for _, inner := range t.inner {
		skip[inner.start] = inner.end
	}
	return func(yield func(grid.Row) bool) {
		s := scan{tokens: newTokens(text, t.start), styles: known, skip: skip, text: new(words)}
		s.rowEnded = func(f *frame) bool {
			return yield(grid.Row{Line: f.row, Cells: f.cells, Hidden: f.rowHidden})
		}
		s.run()
	}
}

// longestName is how many bytes a caption may have to be a name; a longer one is a
// text about the table.
const longestName = 100

// sheetNames names the tables; no two have the same name.
func sheetNames(text string, tables []*found) []string {
	written := excelNames(text)
	names := make([]string, len(tables))
	times := make(map[string]int)
	for i, t := range tables {
		switch {
		case t.caption != "" && len(t.caption) <= longestName:
			names[i] = t.caption
		case len(written) == len(tables):
			names[i] = written[i]
		case len(tables) > 1:
			names[i] = fmt.Sprintf("Table %d", i+1)
		}
		name := names[i]
		for times[names[i]] > 0 {
			times[name]++
			names[i] = fmt.Sprintf("%s (%d)", name, times[name])
		}
		times[names[i]]++
	}
	return names
}

// excelNames gives the names of worksheets that Excel writes into the head of a page.
func excelNames(text string) []string {
	head := text[:min(len(text), 1<<16)]
	var names []string
	for {
		_, rest, found := strings.Cut(head, "<x:ExcelWorksheet>")
		if !found {
			return names
		}
		head = rest
		sheet, _, _ := strings.Cut(rest, "</x:ExcelWorksheet>")
		if _, name, found := strings.Cut(sheet, "<x:Name>"); found {
			name, _, _ = strings.Cut(name, "</x:Name>")
			names = append(names, strings.TrimSpace(html.UnescapeString(name)))
		}
	}
}
