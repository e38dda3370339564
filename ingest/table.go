package ingest

import (
	"iter"
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
	"evidencepack/ingest/shape"
)

// table is one table of a sheet or text file: its headings and its records. It
// can be walked many times.
type table struct {
	file, sheet string
	text        bool     // a text file: one value too many moves all others
	hidden      bool     // the sheet is hidden, so its rows are not used
	names       []string // as they are shown: a second of the same name is numbered
	written     []string // as they stand in the file
	shape       *shape.Table
	rows        iter.Seq[grid.Row] // the records, merged cells filled in
	held        *holds             // what its columns hold; nil where the rows have changed since

	reshaped // what was done where a row held several records
}

// header is the row of headings of a table and what it was understood as.
type header struct {
	line     int
	headings []string
	match    heading.Match
	values   *holds
	saved    *mapping.Mapping // what is known about the table; nil is nothing
	orders   map[string]cell.Order
	mixed    []string      // fields of dates that contradict each other, left out
	unusable *record.Issue // why its dates cannot be read; nil is that they can
}

// mostTables is how many tables are looked for on one sheet.
const mostTables = 200

// tables finds the tables of a sheet, one below the other.
func (in *intake) tables(file string, book *grid.Book, sheet grid.Sheet) []table {
	knows := func(headings []string) (int, bool) { return in.knows(file, sheet.Name, headings) }
	row := in.headingsAt(file, sheet)
	text := sheet.Text || isText(book)
	var out []table
	for range mostTables {
		s := shape.At(sheet, text, row, knows)
		row = 0 // the tables below it have headings of their own
		out = append(out, table{
			file: file, sheet: sheet.Name, text: text, hidden: sheet.Hidden, names: s.Names, shape: s, rows: s.Records(sheet),
		})
		if s.Next == 0 {
			break
		}
		if len(out) == mostTables {
			last := &out[len(out)-1]
			last.seen = append(last.seen, Oddity{Code: codeTooManyTables, Row: s.Next, Count: 1})
		}
		sheet = shape.From(sheet, s.Next)
	}
	return out
}

// table reads one table into pending rows and tells whether it could be used.
func (in *intake) table(t table) bool {
	if !t.filled() {
		return false
	}
	h := in.understand(&t)
	if h.match.Score > 0 {
		in.applySaved(t, &h)
		in.lend(&t, &h)
	}
	about := in.describe(t, h)
	if t.hidden || h.match.Score == 0 || len(h.match.Missing) > 0 {
		return false
	}
	if !in.orders(t, &h, about) {
		in.unusable = append(in.unusable, *h.unusable)
		return false
	}
	about.Ledger = len(in.out.Ledgers)
	in.out.Ledgers = append(in.out.Ledgers, record.Ledger{File: t.file, Sheet: t.sheet, Kind: h.match.Kind, HeaderRow: h.line})
	b := in.binder(t, h)
	for r := range t.rows {
		b.ledger.Read++
		b.bind(r)
	}
	*b.columns = *b.namedColumns()
	return true
}

// whyNot says why a file that could be opened gave no rows.
func (in *intake) whyNot(name string) *record.Issue {
	issue := record.Issue{Ref: record.Ref{File: name}, Severity: record.SeverityError, Code: codeUnknownKind, Count: 1, Class: record.Rejected}
	in.namelessSheets(name)
	tables, wide := 0, false
	for _, h := range in.out.Headers {
		if h.File != name {
			continue
		}
		tables++
		wide = wide || len(h.Headings) > 1 || h.Sheet != ""
		if len(h.Missing) > 0 {
			h.incomplete(&issue)
		}
	}
	for _, u := range in.unusable {
		if u.File == name {
			issue.Code, issue.Field, issue.Detail, issue.Sheet, issue.Kind = u.Code, u.Field, u.Detail, u.Sheet, u.Kind
		}
	}
	if issue.Code == codeUnknownKind && (tables == 0 || tables == 1 && !wide) {
		issue.Code = codeNotTable
	}
	in.out.Issues = append(in.out.Issues, issue)
	return &issue
}

// leftOut says why one table of a file gave no rows, where others did.
func (in *intake) leftOut(t table) {
	in.namelessSheets(t.file)
	issue := record.Issue{Ref: record.Ref{File: t.file, Sheet: t.sheet}, Severity: record.SeverityNote, Code: codeUnknownSheet, Count: 1, Class: record.Rejected}
	for _, h := range in.out.Headers {
		if h.File == t.file && h.Sheet == t.sheet && h.Row == t.shape.HeaderTo && len(h.Missing) > 0 {
			issue.Severity = record.SeverityWarning
			h.incomplete(&issue)
			issue.Row = 0 // the whole sheet is meant, not its row of headings
		}
	}
	for _, u := range in.unusable {
		if u.File == t.file && u.Sheet == t.sheet {
			issue = u
		}
	}
	in.out.Issues = append(in.out.Issues, issue)
}

// incomplete makes an issue say which needed columns a sheet does not have.
func (h SheetHeader) incomplete(issue *record.Issue) {
	issue.Code, issue.Kind, issue.Sheet, issue.Row = codeMissingColumn, h.Kind, h.Sheet, h.Row
	issue.Field = strings.Join(h.Missing, ", ")
	issue.Detail = "it looks like " + h.Kind.Title()
	if h.doubtful() {
		what, hint := h.twoDates()
		issue.Code, issue.Detail = codeTwoDates, what+". "+hint
	}
	if h.lacks != "" {
		issue.Code = h.lacks
	}
}

// namelessSheets finds the sheets of a workbook that lack nothing but the person,
// where there are several: each may be named after one. Nothing is used for that
// reason, but it is said what to write.
func (in *intake) namelessSheets(file string) {
	var found []int
	for i, h := range in.out.Headers {
		if h.File == file && h.Sheet != "" && !h.Hidden && h.Kind != "" && slices.Equal(h.Missing, []string{heading.PersonRef}) {
			found = append(found, i)
		}
	}
	if len(found) > 1 {
		for _, i := range found {
			in.out.Headers[i].lacks = codeSheetPerson
		}
	}
}

// filled tells whether anything stands in a table.
func (t table) filled() bool { return t.shape.HeaderTo > 0 || t.shape.Counts[shape.Record] > 0 }
