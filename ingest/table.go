package ingest

import (
	"maps"
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// searchRows is how far down a sheet the row of headings is looked for, below
// title lines and notes.
const searchRows = 40

// header is the row of headings of a table and what it was understood as.
type header struct {
	line     int
	index    int // row of the table, from 0
	headings []string
	clean    []string // the headings as they are compared with rows below
	match    heading.Match
	saved    *mapping.Mapping // what is known about the table; nil is nothing
}

// findHeader looks for the row whose cells speak most for one kind of record.
func (in *intake) findHeader(t table) (header, bool) {
	var best header
	index := 0
	for r := range t.rows {
		if index == searchRows {
			break
		}
		texts := make([]string, len(r.cells))
		for i, c := range r.cells {
			if !c.Numeric {
				texts[i] = strings.Clone(c.Text)
			}
		}
		if m := heading.RecogniseWith(texts, in.named(t, texts)); m.Score > best.match.Score {
			best = header{line: r.line, index: index, headings: texts, match: m}
		}
		index++
	}
	if best.match.Score > 0 {
		in.applySaved(t, &best)
	}
	for _, h := range best.headings {
		best.clean = append(best.clean, cell.Clean(h))
	}
	return best, best.match.Score > 0
}

// table reads one table into pending rows and tells whether it could be used.
func (in *intake) table(t table) bool {
	h, found := in.findHeader(t)
	if !found {
		return false
	}
	in.describe(t, h)
	if len(h.match.Missing) > 0 {
		return false
	}
	in.out.Ledgers = append(in.out.Ledgers, record.Ledger{File: t.file, Sheet: t.sheet, Kind: h.match.Kind, HeaderRow: h.line})
	b := in.binder(t, h)
	index := 0
	for r := range t.rows {
		if index++; index-1 <= h.index || notRow(r, h) {
			continue
		}
		b.ledger.Read++
		b.bind(r)
	}
	return true
}

// describe keeps what was understood of a sheet, for inspect and for messages.
func (in *intake) describe(t table, h header) {
	fields := make([]string, len(h.headings))
	for _, field := range slices.Sorted(maps.Keys(h.match.Columns)) {
		fields[h.match.Columns[field]] = field // of two fields in one column, always the same
	}
	in.out.Headers = append(in.out.Headers, SheetHeader{
		File: t.file, Sheet: t.sheet, Kind: h.match.Kind, Row: h.line, Headings: h.headings,
		Fields: fields, Missing: h.match.Missing, Unknown: make(map[string]int), Words: make(map[Word]int), Looks: t.looks(h), Saved: h.saved,
	})
}

// whyNot says why a file that could be opened gave no rows.
func (in *intake) whyNot(name string, tables []table) *record.Issue {
	issue := record.Issue{Ref: record.Ref{File: name}, Severity: record.SeverityError, Code: codeUnknownKind, Count: 1, Class: record.Rejected}
	for _, h := range in.out.Headers {
		if h.File == name && len(h.Missing) > 0 {
			h.incomplete(&issue)
		}
	}
	if issue.Code == codeUnknownKind && len(tables) == 1 && tables[0].sheet == "" && !looksTabular(tables[0]) {
		issue.Code = codeNotTable
	}
	in.out.Issues = append(in.out.Issues, issue)
	return &issue
}

// leftOut says why one sheet of a workbook gave no rows, where others did.
func (in *intake) leftOut(t table) {
	issue := record.Issue{Ref: record.Ref{File: t.file, Sheet: t.sheet}, Severity: record.SeverityNote, Code: codeUnknownSheet, Count: 1, Class: record.Rejected}
	for _, h := range in.out.Headers {
		if h.File == t.file && h.Sheet == t.sheet {
			issue.Severity = record.SeverityWarning
			h.incomplete(&issue)
			issue.Row = 0 // the whole sheet is meant, not its row of headings
		}
	}
	in.out.Issues = append(in.out.Issues, issue)
}

// incomplete makes an issue say which needed columns a sheet does not have.
func (h SheetHeader) incomplete(issue *record.Issue) {
	issue.Code, issue.Kind, issue.Sheet, issue.Row = codeMissingColumn, h.Kind, h.Sheet, h.Row
	issue.Field = strings.Join(h.Missing, ", ")
	issue.Detail = "it looks like " + h.Kind.Title()
}

// empty tells whether no cell of a table is filled.
func (t table) empty() bool {
	for r := range t.rows {
		for _, c := range r.cells {
			if !c.Empty() {
				return false
			}
		}
	}
	return true
}

// looksTabular tells whether most rows of a text have several values.
func looksTabular(t table) bool {
	rows, wide := 0, 0
	for r := range t.rows {
		if rows++; len(r.cells) > 1 {
			wide++
		}
		if rows == searchRows {
			break
		}
	}
	return wide*2 > rows
}

// notRow tells whether a row below the headings is no row of data: empty, the
// headings again, a total, or a line of text under the table.
func notRow(r row, h header) bool {
	if r.unclosed {
		return false
	}
	filled, firstFilled := 0, -1
	for i, c := range r.cells {
		if !c.Empty() {
			if filled++; firstFilled < 0 {
				firstFilled = i
			}
		}
	}
	if filled == 0 {
		return true
	}
	if repeatsHeadings(r, h, filled) {
		return true
	}
	if filled > 2 && filled > len(h.headings)/2 {
		return false // totals and footers are short
	}
	return closesTable(cell.Key(r.cells[firstFilled].Text), filled == 1 && firstFilled == 0 && len(h.headings) >= 4)
}

// closesTable tells whether a short row is a total or a footer, by its first
// text. A single text in a wide table is a footer such as "Exported by …".
func closesTable(first string, alone bool) bool {
	switch total, _, _ := strings.Cut(first, " "); total {
	case "total", "totals", "subtotal", "sum", "count", "average":
		return true
	}
	if strings.HasPrefix(first, "grand total") || strings.HasPrefix(first, "sub total") {
		return true
	}
	return alone && (strings.Contains(first, " ") || first == "confidential" || first == "end")
}

func repeatsHeadings(r row, h header, filled int) bool {
	same := 0
	for i, c := range r.cells {
		if i < len(h.clean) && !c.Numeric && h.clean[i] != "" && cell.Clean(c.Text) == h.clean[i] {
			same++
		}
	}
	return same >= 3 && same*10 >= filled*8
}
