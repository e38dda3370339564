package scramble

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// value is one cell: a text, or a number of a workbook.
type value struct {
	text   string
	number float64
	format string // number format of a number that is a date or a time, such as hh:mm
	isNum  bool
}

// table is one export as its source has it, without titles and totals.
type table struct {
	file, sheet string // the sheet is empty for a text file
	kind        record.Kind
	headings    []string
	fields      []string   // by column; "" is a column that the program does not read
	rows        [][]value  // nil is the row of headings again
	dates       []seen     // by column
	days        [][]day    // by column, then by row; nil where a column holds no dates
	synonyms    [][]string // by column
}

// texts makes cells of texts.
func texts(from []string) []value {
	out := make([]value, len(from))
	for i, s := range from {
		out[i].text = s
	}
	return out
}

// readTable reads one file of the source, which is known to be well formed.
func readTable(name string, data []byte) (*table, error) {
	rows, sheet, err := cut(data)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(rows, func(row []value) bool { return filled(row) >= 5 })
	if at < 0 {
		return nil, errors.New("no row of headings")
	}
	t := &table{file: name, sheet: sheet}
	for _, v := range rows[at] {
		t.headings = append(t.headings, strings.TrimSpace(v.text))
	}
	for t.headings[len(t.headings)-1] == "" {
		t.headings = t.headings[:len(t.headings)-1]
	}
	if err := t.understand(); err != nil {
		return nil, err
	}
	for _, row := range rows[at+1:] {
		if strings.EqualFold(row[0].text, "total") {
			continue // the source's own footer
		}
		t.rows = append(t.rows, t.fitted(row))
	}
	for i := range t.headings {
		seen, days := t.seenDates(i)
		t.dates, t.days = append(t.dates, seen), append(t.days, days)
		t.synonyms = append(t.synonyms, t.findSynonyms(i))
	}
	return t, nil
}

// understand finds the field of each column by the source's own headings.
func (t *table) understand() error {
	m := heading.Recognise(t.headings)
	if m.Score == 0 || len(m.Missing) > 0 {
		return errors.New("the headings are not known")
	}
	t.kind, t.fields = m.Kind, make([]string, len(t.headings))
	for field, column := range m.Columns {
		t.fields[column] = field
	}
	return nil
}

// fitted makes a row as wide as the headings; nil where it repeats them.
func (t *table) fitted(row []value) []value {
	out := make([]value, len(t.headings))
	copy(out, row)
	for i, v := range out {
		if strings.TrimSpace(v.text) != t.headings[i] {
			return out
		}
	}
	return nil
}

func filled(row []value) int {
	n := 0
	for _, v := range row {
		if v.isNum || v.text != "" {
			n++
		}
	}
	return n
}

// cut cuts a file into rows.
func cut(data []byte) (rows [][]value, sheet string, err error) {
	if bytes.HasPrefix(data, []byte("PK")) {
		return cutWorkbook(data)
	}
	text, err := decoded(data)
	if err != nil {
		return nil, "", err
	}
	first, _, _ := strings.Cut(text, "\n")
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = -1
	for _, d := range []rune{';', '\t'} {
		if strings.ContainsRune(first, d) {
			r.Comma = d
		}
	}
	all, err := r.ReadAll()
	for _, row := range all {
		rows = append(rows, texts(row))
	}
	return rows, "", err
}

func decoded(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		data, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		return string(data), err
	case utf8.Valid(data):
		return strings.TrimPrefix(string(data), "\uFEFF"), nil
	}
	data, err := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(data), err
}

// cutWorkbook reads the only sheet of a workbook, its numbers with their format.
func cutWorkbook(data []byte) (rows [][]value, sheet string, err error) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return nil, "", err
	}
	defer f.Close()
	sheet = f.GetSheetName(0)
	all, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, "", err
	}
	for i, written := range all {
		row := texts(written)
		for j := range row {
			if err := number(f, sheet, i+1, j+1, &row[j]); err != nil {
				return nil, "", err
			}
		}
		rows = append(rows, row)
	}
	return rows, sheet, nil
}

// number makes a number of a cell that holds one.
func number(f *excelize.File, sheet string, row, column int, v *value) error {
	at, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	kind, err := f.GetCellType(sheet, at)
	if err != nil || v.text == "" || (kind != excelize.CellTypeNumber && kind != excelize.CellTypeUnset) {
		return err
	}
	if v.number, err = strconv.ParseFloat(v.text, 64); err != nil {
		return fmt.Errorf("%s: %w", at, err)
	}
	v.isNum = true
	id, err := f.GetCellStyle(sheet, at)
	if err != nil {
		return err
	}
	style, err := f.GetStyle(id)
	if err == nil && style.CustomNumFmt != nil {
		v.format = *style.CustomNumFmt
	}
	return err
}
