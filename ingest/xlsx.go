package ingest

import (
	"bytes"
	"iter"
	"math"
	"os"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"evidencepack/ingest/cell"
)

// unpackLimit bounds what a workbook may unpack to, against files made to fill a disk.
const unpackLimit = 1 << 30

// workbook opens an Excel workbook and reads raw values with the number format
// of their cells. Large sheets are unpacked by the library into a private folder,
// which is emptied before this returns: they hold personal data.
func workbook(name string, text []byte, tempDir string) (tables []oldTable, problem string) {
	private, err := os.MkdirTemp(tempDir, "evidencepack-")
	if err != nil {
		return nil, codeOpenElsewhere
	}
	defer os.RemoveAll(private)
	f, err := excelize.OpenReader(bytes.NewReader(text), excelize.Options{TmpDir: private, RawCellValue: true, UnzipSizeLimit: unpackLimit})
	if err != nil {
		return nil, codeCutShort
	}
	defer f.Close()
	book := &book{file: f, dates: make(map[int]bool)}
	if props, err := f.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		book.from1904 = *props.Date1904
	}
	for _, sheet := range f.GetSheetList() {
		rows, err := book.rows(sheet)
		if err != nil {
			return nil, codeCutShort
		}
		tables = append(tables, oldTable{file: name, sheet: sheet, rows: rows})
	}
	return tables, ""
}

// book is one open workbook.
type book struct {
	file     *excelize.File
	from1904 bool
	dates    map[int]bool // style → its number format is one of dates or times
}

// rows reads a whole sheet, so that the workbook can be closed and its folder emptied.
func (b *book) rows(sheet string) (iter.Seq[row], error) {
	raw, err := b.file.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, err
	}
	all := make([]row, 0, len(raw))
	for i, values := range raw {
		cells := make([]cell.Raw, len(values))
		for j, v := range values {
			if cells[j], err = b.cell(sheet, j+1, i+1, v); err != nil {
				return nil, err
			}
		}
		all = append(all, row{line: i + 1, cells: cells})
	}
	return func(yield func(row) bool) {
		for _, r := range all {
			if !yield(r) {
				return
			}
		}
	}, nil
}

func (b *book) cell(sheet string, column, line int, value string) (cell.Raw, error) {
	if value == "" {
		return cell.Raw{}, nil
	}
	axis, err := excelize.CoordinatesToCellName(column, line)
	if err != nil {
		return cell.Raw{}, err
	}
	kind, err := b.file.GetCellType(sheet, axis)
	if err != nil {
		return cell.Raw{}, err
	}
	out := cell.Raw{Text: value, From1904: b.from1904}
	switch kind {
	case excelize.CellTypeUnset, excelize.CellTypeNumber, excelize.CellTypeFormula:
		number, err := strconv.ParseFloat(value, 64)
		if err != nil || math.IsNaN(number) || math.IsInf(number, 0) {
			return out, nil // a formula that gives a text
		}
		style, err := b.file.GetCellStyle(sheet, axis)
		if err != nil {
			return out, err
		}
		out.Number, out.Numeric, out.Date = number, true, b.isDate(style)
	case excelize.CellTypeBool:
		out.Text = map[string]string{"1": "yes", "TRUE": "yes"}[value]
		if out.Text == "" {
			out.Text = "no"
		}
	case excelize.CellTypeError:
		out.Text = "" // #N/A is a missing value, never a word
	}
	return out, nil
}

// isDate tells whether the number format of a style shows dates or times.
func (b *book) isDate(style int) bool {
	if known, there := b.dates[style]; there {
		return known
	}
	is := false
	if s, err := b.file.GetStyle(style); err == nil {
		is = dateFormat(s.NumFmt, s.CustomNumFmt)
	}
	b.dates[style] = is
	return is
}

// dateFormat tells whether a number format is one of dates or times: the
// built-in ones by number (ECMA-376 part 1, 18.8.30), others by their letters.
func dateFormat(id int, custom *string) bool {
	if custom == nil {
		return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
	}
	var bare strings.Builder
	quoted, bracket, literal := false, false, false
	for _, r := range *custom {
		switch {
		case literal:
			literal = false
		case r == '\\' || r == '_' || r == '*':
			literal = !quoted // the next character is shown as it is, or sets a width
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == '[':
			bracket = true
		case r == ']':
			bracket = false
		case !bracket:
			bare.WriteRune(r)
		}
	}
	return strings.ContainsAny(strings.ToLower(bare.String()), "ymdhs")
}
