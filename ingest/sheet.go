package ingest

import (
	"maps"
	"slices"

	"evidencepack/ingest/heading"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
	"evidencepack/ingest/shape"
)

// SheetHeader says what was understood of one table of a sheet or text file.
type SheetHeader struct {
	File, Sheet string
	Hidden      bool
	Kind        record.Kind // "" is none that we know
	Sure        float64     // how sure the kind is, 0 to 1
	Rival       record.Kind // a kind that fits about as well, "" is none
	Row         int         // last row of the headings; 0 where there are none
	First, Last int         // first and last row of data; 0 where there is none
	Read        int         // rows of data
	Headings    []string
	Fields      []string         // canonical field by column, "" is unmapped
	Confidence  []float64        // how sure each field is, 0 to 1; 0 is unmapped
	Orders      []string         // order of the dates of each column: dmy, mdy, iso, "" is no date
	Notes       []string         // what else is to be said of a column
	Missing     []string         // needed fields without a column
	Doubts      []heading.Doubt  // needed dates that two columns could be, which is why they are missing
	Suggest     []string         // field that a column may be which is none, "" is no idea
	Private     []string         // headings of columns that are never kept: NHS number, date of birth, salary
	Unknown     map[string]int   // outcome words and codes that are in no list → rows
	Words       map[Word]int     // the same by field, without those that may not be shown
	Looks       []string         // what stands in each column that is no field, without any value of it
	Saved       *mapping.Mapping // what the sheet was read with; nil is our own lists alone
	NoRecords   []Oddity         // rows that are no records, and what else was seen
	Ledger      int              // index of its ledger, −1 where it has none
	Width       int              // columns that the file has; those behind them were made from its columns, titles or names
	Spread      []bool           // columns that are no field because each became rows, or part of another column

	lacks string // code of why something is missing that is no column, "" is no such reason
}

// Oddity is a thing that was seen on a sheet, by the code of the catalogue.
type Oddity struct {
	Code   string
	Row    int // the first row with it; 0 is none in particular
	Column int // from 1; 0 is none in particular
	Count  int
}

// codes of the rows that are no records.
var noRecord = map[shape.Class]string{
	shape.Title: codeTitleRow, shape.Repeated: codeRepeatedHeading, shape.Total: codeTotalRow, shape.Footer: codeFooterRow,
	shape.Comment: codeCommentLine, shape.Section: codeSectionRow, shape.Beside: codeBesideTable,
}

// describe keeps what was understood of a table, for inspect and for messages.
func (in *intake) describe(t table, h header) *SheetHeader {
	width := len(h.headings)
	about := SheetHeader{
		File: t.file, Sheet: t.sheet, Hidden: t.hidden, Kind: h.match.Kind, Sure: h.match.Certain, Row: h.line, Headings: h.headings,
		First: t.shape.First, Last: t.shape.Last, Read: t.shape.Counts[shape.Record],
		Fields: make([]string, width), Confidence: make([]float64, width), Orders: make([]string, width), Notes: make([]string, width),
		Missing: h.match.Missing, Doubts: h.match.Doubts, Unknown: make(map[string]int), Words: make(map[Word]int), Looks: t.looks(h), Saved: h.saved, Ledger: -1,
		Width: t.width, Spread: make([]bool, width), lacks: t.lacks,
	}
	for column, note := range t.spread {
		about.Spread[column], about.Notes[column] = true, note
	}
	for _, field := range slices.Sorted(maps.Keys(h.match.Columns)) {
		column := h.match.Columns[field]
		about.Fields[column] = field // of two fields in one column, always the same
		about.Confidence[column] = h.match.Sure[field]
	}
	about.noteColumns(t, h)
	for class := shape.Title; class < shape.Classes; class++ {
		if code := noRecord[class]; code != "" && t.shape.Counts[class] > 0 {
			about.NoRecords = append(about.NoRecords, Oddity{Code: code, Row: t.shape.FirstOf(class), Count: t.shape.Counts[class]})
		}
	}
	if t.hidden {
		about.NoRecords = append(about.NoRecords, Oddity{Code: codeHiddenSheet, Row: t.shape.First, Count: max(1, about.Read)})
	}
	if t.shape.HiddenRows > 0 {
		about.NoRecords = append(about.NoRecords, Oddity{Code: codeHiddenRows, Count: t.shape.HiddenRows})
	}
	if h.match.Rival != "" {
		about.Rival = h.match.Rival
		about.NoRecords = append(about.NoRecords, Oddity{Code: codeTwoKinds, Row: h.line, Count: 1})
	}
	about.NoRecords = append(about.NoRecords, t.seen...)
	in.out.Headers = append(in.out.Headers, about)
	return &in.out.Headers[len(in.out.Headers)-1]
}
