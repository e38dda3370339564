// Package grid is what every reader of files makes: a book of sheets of rows of
// raw cells, with their places. It knows nothing about care.
package grid

import (
	"errors"
	"iter"

	"evidencepack/ingest/cell"
)

// Row is one row of raw cells with its place. The cells are only good until the
// next row; their texts may be kept.
type Row struct {
	Line     int        // row of the sheet, or line of the text file on which the record starts; from 1
	Shown    int        // text files: the row at which a spreadsheet program shows it, which takes lines inside a quoted value for one row; 0 elsewhere
	Cells    []cell.Raw // empty cells at the end may be left out
	Hidden   bool       // hidden by hand or by a filter
	Unclosed bool       // text files: a quotation mark opened and never closed, so the row cannot be trusted
	Half     bool       // text files: the last line, which stops before its last value and has no line end
}

// Merge is a merged range; only its top left cell holds a value.
type Merge struct {
	Top, Bottom int // rows, from 1, inclusive
	Left, Right int // columns, from 0, inclusive
}

// Sheet is one sheet of a workbook, one table of a web page, or a whole text file.
type Sheet struct {
	Name     string // "" in a text file
	Text     bool   // a text file inside a zip: a value too many moves all that follow
	Hidden   bool   // hidden in any way
	Filtered bool   // a filter is on; the rows that it hides are given all the same
	Comments int    // comments on cells; they are counted, not read
	Merges   []Merge
	// Rows can be walked many times and cannot fail: the reader has checked the
	// whole file before it gave the book. Lines grow from row to row; rows without
	// any cell may be left out.
	Rows iter.Seq[Row]
}

// Book is one file, cut into sheets.
type Book struct {
	Format    string // csv, xlsx, xlsm, xltx, xls, ods, html, spreadsheetml
	Encoding  string // text files: utf-8, utf-8-bom, utf-16le, windows-1252 …; "" for plain ASCII and for workbooks
	Delimiter string // text files: comma, semicolon, tab, pipe, space, other; "" with one column
	Linked    bool   // formulas point to other workbooks; their saved values are used
	Repaired  int    // text files: characters that were put right after a double encoding
	Sheets    []Sheet
}

// What a reader says of a file that it gives no book of. The errors may be
// wrapped; they never hold a value of the file.
var (
	ErrLocked        = errors.New("locked with a password")
	ErrWrongPassword = errors.New("locked with another password")
	ErrDamaged       = errors.New("damaged, or it stops before its end")
	ErrTooLarge      = errors.New("unpacks to more than any export holds")
	ErrEntity        = errors.New("holds entities, which no export has")
	ErrEmpty         = errors.New("nothing is in it")
	ErrNotTable      = errors.New("not a table")
)

// Unsupported is the error for a format that is known and not read.
type Unsupported struct {
	Format string // short name: xlsb, biff5, pdf, numbers, json, slk, dif, fods, zip, docx …
}

func (u Unsupported) Error() string { return "the format is not read: " + u.Format }

// Bounds against files made to fill a computer. No export comes near them.
const (
	MostRows      = 1 << 20   // rows of a sheet, as in Excel
	MostColumns   = 1 << 14   // columns of a sheet, as in Excel
	MostUnpacked  = 768 << 20 // bytes that the parts of one file may unpack to, all in all
	MostTexts     = 160 << 20 // bytes of texts that a workbook may hold at once
	MostCells     = 24 << 20  // cells that all sheets of one file may hold, repeats counted
	MostBlankRows = 5_000     // blank rows in a run; what stands below so many is not looked at
	MostMerges    = 1 << 17   // merged ranges that are kept
)
