package markup

import (
	"encoding/xml"
	"sort"
	"strings"
	"time"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// sheetReader is a sheet of an XML workbook while it is read.
type sheetReader struct {
	*workbook
	sheet   grid.Sheet
	packed  packer
	columns []columnStyle
	line    int // last row that is taken
	column  int // next column of the row at hand, from 0
	style   string
}

// columnStyle is the style of a run of columns, from 0, inclusive.
type columnStyle struct {
	first, last int
	style       string
}

// part reads a column or a row.
func (r *sheetReader) part(element xml.StartElement) error {
	switch element.Name.Local {
	case "Column":
		return r.columnPart(element)
	case "Row":
		return r.row(element)
	}
	return r.skip()
}

// columnPart keeps the style of a run of columns.
func (r *sheetReader) columnPart(element xml.StartElement) error {
	index, err := count(element, "Index", grid.MostColumns+1)
	if err != nil {
		return err
	}
	span, err := count(element, "Span", grid.MostColumns)
	if err != nil {
		return err
	}
	first := 0
	if n := len(r.columns); n > 0 {
		first = r.columns[n-1].last + 1
	}
	if index > 0 {
		if index <= first {
			return grid.ErrDamaged
		}
		first = index - 1
	}
	if first >= grid.MostColumns {
		return grid.ErrTooLarge
	}
	r.columns = append(r.columns, columnStyle{first, first + span, attribute(element, "StyleID")})
	return r.skip()
}

// row reads one row.
func (r *sheetReader) row(element xml.StartElement) error {
	index, err := count(element, "Index", grid.MostRows+1)
	if err != nil {
		return err
	}
	span, err := count(element, "Span", grid.MostRows)
	if err != nil {
		return err
	}
	line := r.line + 1
	if index > 0 {
		if index < line {
			return grid.ErrDamaged
		}
		line = index
	}
	if line > grid.MostRows {
		return grid.ErrTooLarge
	}
	r.line, r.column, r.style = line, 0, attribute(element, "StyleID")
	if err := r.children(r.cell); err != nil {
		return err
	}
	before := r.packed.text.Len()
	width := r.packed.end(line, attribute(element, "Hidden") == "1")
	r.line = line + span // the look of the row is repeated below it
	return r.keep(width, r.packed.text.Len()-before)
}

// cell reads one cell.
func (r *sheetReader) cell(element xml.StartElement) error {
	if element.Name.Local != "Cell" {
		return r.skip()
	}
	column, err := r.place(element)
	if err != nil {
		return err
	}
	formula := attribute(element, "Formula")
	r.book.Linked = r.book.Linked || formula != "" && linked(formula)
	data := false
	err = r.children(func(part xml.StartElement) error {
		switch {
		case part.Name.Local == "Comment":
			r.sheet.Comments++
		case part.Name.Local == "Data" && !data:
			data = true
			if r.room, err = r.words(r.room[:0]); err != nil {
				return err
			}
			text := string(r.room)
			r.packed.add(column, r.value(attribute(part, "Type"), text, r.format(element, column)))
			return nil
		}
		return r.skip()
	})
	if !data && formula != "" {
		r.packed.add(column, cell.Raw{NoResult: true})
	}
	return err
}

// place gives the column of a cell, and notes what it merges.
func (r *sheetReader) place(element xml.StartElement) (int, error) {
	index, err := count(element, "Index", grid.MostColumns+1)
	if err != nil {
		return 0, err
	}
	across, err := count(element, "MergeAcross", grid.MostColumns)
	if err != nil {
		return 0, err
	}
	down, err := count(element, "MergeDown", grid.MostRows)
	if err != nil {
		return 0, err
	}
	column := r.column
	if index > 0 {
		if index <= column {
			return 0, grid.ErrDamaged
		}
		column = index - 1
	}
	if column >= grid.MostColumns {
		return 0, grid.ErrTooLarge
	}
	r.column = column + across + 1
	if (across > 0 || down > 0) && len(r.sheet.Merges) < grid.MostMerges {
		r.sheet.Merges = append(r.sheet.Merges, grid.Merge{
			Top: r.line, Bottom: min(r.line+down, grid.MostRows), Left: column, Right: min(column+across, grid.MostColumns-1),
		})
	}
	return column, nil
}

// format gives the number format of a cell: its own, or that of its row or column.
func (r *sheetReader) format(element xml.StartElement, column int) numberFormat {
	style := attribute(element, "StyleID")
	if style == "" {
		style = r.style
	}
	if style == "" {
		at := sort.Search(len(r.columns), func(i int) bool { return r.columns[i].last >= column })
		if at < len(r.columns) && r.columns[at].first <= column {
			style = r.columns[at].style
		}
	}
	if style == "" {
		style = "Default"
	}
	return r.formats[style]
}

// moment makes a cell of a date with a time. Midnight is no time: such files
// write it behind every date.
func (w *workbook) moment(text string) cell.Raw {
	text = strings.TrimSpace(text)
	at, err := time.Parse("2006-01-02T15:04:05", text)
	if err != nil {
		if at, err = time.Parse("2006-01-02", text); err != nil {
			return cell.Text(text)
		}
	}
	at = at.Round(time.Second)
	first := time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	if w.from1904 {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	if since := at.Sub(first); since >= 0 && since < 59*24*time.Hour {
		value := since.Seconds() / (24 * 60 * 60)
		return cell.Raw{Text: shortest(value), Number: value, Numeric: true, Date: true, From1904: w.from1904}
	}
	layout := "2006-01-02T15:04:05"
	if at.Hour() == 0 && at.Minute() == 0 && at.Second() == 0 {
		layout = "2006-01-02"
	}
	return cell.Raw{Text: at.Format(layout), Date: true}
}
