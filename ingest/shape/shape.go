// Package shape finds the table on a sheet: which rows are its headings, which
// rows below are records, and which are titles, totals, notes or footers. It
// knows nothing about care; who calls it may say which rows of headings it knows.
package shape

import (
	"iter"
	"sort"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// Class says what a row of a sheet is.
type Class uint8

// The classes. Only a Record is a row that was read; all others are named and
// counted, so that nothing disappears.
const (
	Record   Class = iota
	Title          // above the headings: the name of the report, who ran it, for which dates
	Headings       // the headings themselves
	Repeated       // the headings again, as on every page of a report
	Blank          // nothing but blanks, where that has a line of its own
	Total          // totals and subtotals
	Footer         // page numbers, notes and signatures under the table
	Comment        // a line of a text file that begins with #
	Section        // a lone text that heads the rows below it
	Beside         // cells of another table that stands beside or below this one
	Classes        // how many there are
)

// Table is one table of a sheet.
type Table struct {
	HeaderFrom, HeaderTo int      // rows of the headings, from 1; 0 where there are none
	Names                []string // heading of each column, group and name joined; "" is blank
	Left, Right          int      // columns that belong to the table, from 0, inclusive
	First, Last          int      // rows of the first and the last record; 0 where there is none
	Counts               [Classes]int
	HiddenRows           int      // records that are hidden; they are read
	Next                 int      // row of the headings of another table below this one; 0 is none
	Titles               []string // the texts above the last row of the headings, as many as may matter

	firsts   [Classes]int
	aside    map[int]Class // rows that are no records, but for those outside First to Last
	sections []section     // in order
	spans    []grid.Merge  // merged ranges below the headings that are one column wide or more
}

// Knows says how well a row of headings is known: 0 is not at all; whole says
// that nothing that is needed is missing.
type Knows func(headings []string) (score int, whole bool)

// Of finds the table of a sheet. lines says that the sheet is a text file, whose
// comment lines begin with #. Where no row of headings is found, HeaderTo is 0
// and every filled row is a record.
func Of(sheet grid.Sheet, lines bool, knows Knows) *Table { return At(sheet, lines, 0, knows) }

// At is Of where somebody said in which row the headings are, the last of them
// where there are several. 0 is not said; a row without any cell counts as not said.
func At(sheet grid.Sheet, lines bool, row int, knows Knows) *Table {
	head := sample(sheet, lines)
	t := &Table{Right: grid.MostColumns, aside: make(map[int]Class)}
	at := -1
	if row > 0 {
		if at = head.index(row); at < 0 {
			if below := sample(From(sheet, row), lines); below.index(row) == 0 {
				head, at = below, 0
			}
		}
	}
	if at >= 0 {
		t.head(head, groupRow(head, at), at, sheet.Merges)
	} else {
		at = t.findHeadings(head, sheet.Merges, knows)
	}
	if at >= 0 {
		t.HeaderTo = head.rows[at].line
		t.narrow(head, at, knows)
		if lines {
			t.widen(&head.rows[at])
		}
	}
	t.spans = below(sheet.Merges, t.HeaderTo)
	t.classify(sheet, lines, knows)
	return t
}

// From gives the part of a sheet that begins at a row, for the next table on it.
func From(sheet grid.Sheet, line int) grid.Sheet {
	whole := sheet.Rows
	sheet.Rows = func(yield func(grid.Row) bool) {
		for r := range whole {
			if r.Line >= line && !yield(r) {
				return
			}
		}
	}
	return sheet
}

// Records gives the records of the table, merged cells filled in and cells beside
// the table left out. It can be walked many times, of the sheet it was found on.
func (t *Table) Records(sheet grid.Sheet) iter.Seq[grid.Row] {
	return func(yield func(grid.Row) bool) {
		filler := t.Filler()
		for r := range sheet.Rows {
			if r.Line <= t.HeaderTo {
				continue
			}
			if r.Line > t.Last {
				return
			}
			blank := filled(r.Cells) == 0 && !r.Unclosed
			r.Cells = t.within(filler.Fill(r.Line, r.Cells))
			if blank || t.Class(r.Line) != Record {
				continue
			}
			if !yield(r) {
				return
			}
		}
	}
}

// FirstOf gives the first row of a class, 0 where there is none.
func (t *Table) FirstOf(class Class) int { return t.firsts[class] }

// Class says what a row is.
func (t *Table) Class(line int) Class {
	if c, special := t.aside[line]; special {
		return c
	}
	if line <= t.HeaderTo {
		return Title
	}
	return Record
}

// section is a lone text that heads the rows below it.
type section struct {
	line int
	text string
}

// Section gives the text of the section that a row stands in, "" for none.
func (t *Table) Section(line int) string {
	at := sort.Search(len(t.sections), func(i int) bool { return t.sections[i].line > line })
	if at == 0 {
		return ""
	}
	return t.sections[at-1].text
}

// Sections lists the texts of the sections, in order.
func (t *Table) Sections() []string {
	texts := make([]string, len(t.sections))
	for i, s := range t.sections {
		texts[i] = s.text
	}
	return texts
}

// FirstSection gives the row of the first section, 0 where there is none.
func (t *Table) FirstSection() int { return t.firsts[Section] }

// Sectioned tells whether the rows stand in sections.
func (t *Table) Sectioned() bool { return t.Counts[Section] > 0 }

// below keeps the merged ranges under the headings that hold several rows: the
// value of their first cell stands for all of them.
func below(merges []grid.Merge, headings int) []grid.Merge {
	var out []grid.Merge
	for _, m := range merges {
		if m.Top > headings && m.Bottom > m.Top && m.Left == m.Right {
			out = append(out, m)
		}
	}
	return out
}

// Filler fills merged cells below the headings with the value of their first
// cell. It must be given the rows in order.
type Filler struct {
	spans []grid.Merge
	held  map[int]held // column → value that still holds
}

type held struct {
	value cell.Raw
	until int
}

// Filler gives a filler for one walk over the rows.
func (t *Table) Filler() *Filler {
	return &Filler{spans: t.spans, held: make(map[int]held)}
}

// Fill gives the cells of a row with merged ones filled in. The result is only
// good until the next call.
func (f *Filler) Fill(line int, cells []cell.Raw) []cell.Raw {
	for len(f.spans) > 0 && f.spans[0].Top <= line {
		m := f.spans[0]
		f.spans = f.spans[1:]
		if m.Top == line && m.Left < len(cells) {
			f.held[m.Left] = held{cells[m.Left], m.Bottom}
		}
	}
	for column, h := range f.held {
		switch {
		case line > h.until:
			delete(f.held, column)
		case column < len(cells) && cells[column].Empty():
			cells[column] = h.value
		case column >= len(cells) && !h.value.Empty():
			for len(cells) <= column {
				cells = append(cells, cell.Raw{})
			}
			cells[column] = h.value
		}
	}
	return cells
}
