package markup

import (
	"encoding/xml"
	"io"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// workbook is a workbook of Excel 2003 in XML while it is read.
type workbook struct {
	*decoder
	book     *grid.Book
	formats  map[string]numberFormat // by style
	from1904 bool
	cells    int // of all sheets
	texts    int // bytes of all packed sheets
	room     []byte
}

// numberFormat is what a style says of the numbers in its cells.
type numberFormat struct{ date, percent bool }

// SpreadsheetML reads a workbook of Excel 2003 saved as XML, in UTF-8, UTF-16 with
// its mark, or the character set that it declares. A date is given as the ISO text
// that the file holds; a time or a duration, which such a file writes as a moment of
// the first days of 1900, as the number behind it. Errors: grid.ErrDamaged,
// grid.ErrEntity, grid.ErrTooLarge, grid.ErrNotTable if it is another kind of XML,
// grid.ErrEmpty if it has no sheet.
func SpreadsheetML(text []byte) (*grid.Book, error) {
	d, err := newDecoder(text)
	if err != nil {
		return nil, err
	}
	w := &workbook{decoder: d, book: &grid.Book{Format: "spreadsheetml"}, formats: make(map[string]numberFormat)}
	found := false
	for {
		token, err := w.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		root, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if root.Name.Local != "Workbook" || root.Name.Space != namespace && root.Name.Space != "" || found {
			return nil, grid.ErrNotTable
		}
		found = true
		if err := w.children(w.part); err != nil {
			return nil, err
		}
	}
	switch {
	case !found:
		return nil, grid.ErrNotTable
	case len(w.book.Sheets) == 0:
		return nil, grid.ErrEmpty
	}
	return w.book, nil
}

// part reads one part of the workbook.
func (w *workbook) part(element xml.StartElement) error {
	switch element.Name.Local {
	case "ExcelWorkbook":
		return w.children(func(setting xml.StartElement) error {
			if setting.Name.Local == "Date1904" {
				w.from1904 = true
			}
			return w.skip()
		})
	case "Styles":
		return w.children(w.style)
	case "Worksheet":
		return w.sheet(element)
	}
	return w.skip()
}

// style reads one style; what it does not say comes from its parent.
func (w *workbook) style(style xml.StartElement) error {
	format := w.formats[attribute(style, "Parent")]
	err := w.children(func(element xml.StartElement) error {
		if element.Name.Local == "NumberFormat" {
			pattern := attribute(element, "Format")
			format = numberFormat{date: dateFormat(pattern), percent: percentFormat(pattern)}
		}
		return w.skip()
	})
	w.formats[attribute(style, "ID")] = format
	return err
}

// sheet reads one sheet.
func (w *workbook) sheet(element xml.StartElement) error {
	r := &sheetReader{workbook: w, sheet: grid.Sheet{Name: attribute(element, "Name")}}
	err := w.children(func(part xml.StartElement) error {
		switch part.Name.Local {
		case "Table":
			return w.children(r.part)
		case "WorksheetOptions":
			return w.children(r.option)
		case "AutoFilter":
			return w.children(r.filter)
		}
		return w.skip()
	})
	if err != nil {
		return err
	}
	for i := range r.sheet.Merges {
		r.sheet.Merges[i].Bottom = min(r.sheet.Merges[i].Bottom, r.line)
	}
	r.sheet.Rows = unpacked(r.packed.text.String())
	w.book.Sheets = append(w.book.Sheets, r.sheet)
	return nil
}

// option reads one setting of a sheet.
func (r *sheetReader) option(element xml.StartElement) error {
	if element.Name.Local != "Visible" {
		return r.skip()
	}
	said, err := r.words(nil)
	r.sheet.Hidden = strings.HasPrefix(strings.TrimSpace(string(said)), "Sheet") && strings.Contains(string(said), "Hidden")
	return err
}

// filter reads one column of a filter; only columns that filter something count.
func (r *sheetReader) filter(element xml.StartElement) error {
	if element.Name.Local == "AutoFilterColumn" {
		kind := ""
		for _, a := range element.Attr {
			if a.Name.Local == "Type" {
				kind = a.Value
			}
		}
		r.sheet.Filtered = r.sheet.Filtered || kind != "" && kind != "All"
	}
	return r.skip()
}

// linked tells whether a formula looks into another workbook: [name.xls]Sheet1.
// Brackets also stand around distances, R[-1]C.
func linked(formula string) bool {
	for {
		_, rest, found := strings.Cut(formula, "[")
		if !found {
			return false
		}
		inside, _, closed := strings.Cut(rest, "]")
		if closed && strings.Contains(inside, ".") && strings.Trim(inside, "-0123456789.") != "" {
			return true
		}
		formula = rest
	}
}

// keep counts a cell's room against the bounds.
func (w *workbook) keep(width, texts int) error {
	w.cells += width
	w.texts += texts
	if w.cells > grid.MostCells || w.texts > grid.MostTexts {
		return grid.ErrTooLarge
	}
	return nil
}

// value makes a cell of the text of its data and their type.
func (w *workbook) value(kind, text string, format numberFormat) cell.Raw {
	switch kind {
	case "Number":
		value, ok := parseNumber(text)
		if !ok {
			return cell.Text(text)
		}
		return cell.Raw{Text: shortest(value), Number: value, Numeric: true, Date: format.date, Percent: format.percent, From1904: w.from1904}
	case "DateTime":
		return w.moment(text)
	case "Boolean":
		switch strings.TrimSpace(text) {
		case "1":
			return cell.Text("TRUE")
		case "0":
			return cell.Text("FALSE")
		}
	case "Error":
		return cell.Raw{Fault: true}
	}
	return cell.Text(text)
}
