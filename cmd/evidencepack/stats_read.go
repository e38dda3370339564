package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
	"evidencepack/ingest/ods"
	"evidencepack/ingest/record"
	"evidencepack/ingest/sniff"
	"evidencepack/ingest/text"
	"evidencepack/ingest/xls"
	"evidencepack/ingest/xlsx"
	"evidencepack/metrics/stat/tabular"
)

const (
	mostSeries   = 16 << 20 // bytes of a table that is called small
	mostHeadRows = 30       // rows in which the headings are looked for
)

// rawTable is a table as it stands in its file.
type rawTable struct {
	columns   []tabular.Column // of the method where it reads them; of the others the heading
	rows      [][]cell.Raw     // as long as columns
	lines     []int
	semicolon bool // between the cells
}

// readTable reads a file as the table of a method: in its columns dates as 2026-04-01,
// numbers with a point and without commas; other columns as they are. The notes say
// what was decided on the way.
func readTable(file string, method tabular.Method) (tabular.Table, []string, error) {
	name := filepath.Base(file)
	book, err := openTable(file)
	if err != nil {
		return tabular.Table{}, nil, err
	}
	sheet, notes := firstSheet(book)
	raw, err := cutTable(name, sheet, method)
	if err != nil {
		return tabular.Table{}, nil, err
	}
	raw.semicolon = book.Delimiter == "semicolon"
	table, more, err := raw.typed(name)
	if err != nil {
		return tabular.Table{}, nil, err
	}
	return table, append(append(notes, more...), skipped(method, table)...), nil
}

// openTable opens a file by its bytes.
func openTable(file string) (*grid.Book, error) {
	name := filepath.Base(file)
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, failure{code: exitNothing, what: fmt.Sprintf("there is no file %s.", filepath.ToSlash(file))}
	case err == nil && !info.Mode().IsRegular():
		return nil, failure{code: exitNothing, what: name + " is no file.", hints: []string{"name one small table, such as refusals.csv."}}
	case err == nil && info.Size() > mostSeries:
		return nil, failure{code: exitNothing, what: name + " is too large for one small table.", hints: []string{"packs are made from a folder of exports: evidencepack FOLDER"}}
	}
	bytes, err := os.ReadFile(file)
	if err != nil {
		return nil, failure{code: exitNothing, what: fmt.Sprintf("%s cannot be opened.", name), hints: []string{"close it where it is open, and run the same line again."}}
	}
	kind := sniff.Kind(bytes)
	book, err := cutBook(kind, bytes)
	switch {
	case err == nil:
		return book, nil
	case errors.Is(err, grid.ErrEmpty):
		return nil, failure{code: exitNothing, what: name + " is empty."}
	case errors.Is(err, grid.ErrLocked):
		return nil, failure{code: exitNothing, what: name + " is locked with a password.", hints: []string{"save a copy as CSV and name that."}}
	}
	return nil, failure{code: exitNothing, what: name + " is not a table that we can read.", hints: []string{"in Excel, File > Save As > CSV UTF-8, and name that file."}}
}

func cutBook(kind string, bytes []byte) (*grid.Book, error) {
	switch kind {
	case sniff.Workbook:
		return xlsx.Open(bytes, "")
	case sniff.OLE, sniff.BIFF:
		if xlsx.Encrypted(bytes) {
			return nil, grid.ErrLocked
		}
		return xls.Open(bytes, "")
	case sniff.ODS:
		return ods.Open(bytes)
	case sniff.Text:
		return text.Open(bytes)
	case sniff.Empty:
		return nil, grid.ErrEmpty
	}
	return nil, grid.Unsupported{Format: kind}
}

// firstSheet gives the first sheet that is not hidden and has rows.
func firstSheet(book *grid.Book) (grid.Sheet, []string) {
	for _, s := range book.Sheets {
		if s.Hidden {
			continue
		}
		for range s.Rows {
			if len(book.Sheets) > 1 {
				return s, []string{fmt.Sprintf("the first sheet, %q, was read; the others were not.", s.Name)}
			}
			return s, nil
		}
	}
	return grid.Sheet{Rows: func(func(grid.Row) bool) {}}, nil
}

// cutTable finds the headings and gives the columns of the method below them.
// Rows without any cell are no rows.
func cutTable(name string, sheet grid.Sheet, method tabular.Method) (*rawTable, error) {
	headings, headLine := findHead(sheet, method)
	if headLine == 0 {
		return nil, failure{code: exitNothing, what: name + " is empty."}
	}
	t := &rawTable{}
	var at []int
	for i, written := range headings {
		c, ok := method.Column(written)
		if !ok {
			c = tabular.Column{Name: written}
		}
		if written != "" {
			t.columns, at = append(t.columns, c), append(at, i)
		}
	}
	for r := range sheet.Rows {
		if r.Line <= headLine || blankRow(r.Cells) {
			continue
		}
		if r.Unclosed || r.Half || !blankRow(r.Cells[min(len(headings), len(r.Cells)):]) {
			return nil, failure{
				code: exitNothing, what: fmt.Sprintf("%s, %s %d: it has more or fewer cells than there are headings.", name, record.Ref{File: name}.RowWord(), r.Line),
				why: "a quotation mark or a comma may be missing or too many.",
			}
		}
		row := make([]cell.Raw, len(at))
		for i, column := range at {
			if column < len(r.Cells) {
				row[i] = r.Cells[column]
			}
		}
		t.rows, t.lines = append(t.rows, row), append(t.lines, r.Line)
	}
	return t, nil
}

// findHead gives the row that has most of the needed columns of the method, the
// first of several; titles may stand above it. Line 0 is no row at all.
func findHead(sheet grid.Sheet, method tabular.Method) (headings []string, line int) {
	most, seen := -1, 0
	for r := range sheet.Rows {
		if blankRow(r.Cells) {
			continue
		}
		if seen++; seen > mostHeadRows {
			break
		}
		var written []string
		found := 0
		for _, c := range r.Cells {
			clean := cell.Clean(c.Text)
			if column, ok := method.Column(clean); ok && !column.Optional {
				found++
			}
			written = append(written, clean)
		}
		if found > most {
			most, headings, line = found, written, r.Line
		}
	}
	return headings, line
}

func blankRow(cells []cell.Raw) bool {
	for _, c := range cells {
		if !c.Empty() {
			return false
		}
	}
	return true
}
