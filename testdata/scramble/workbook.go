package scramble

import (
	"bytes"
	"math"
	"math/rand/v2"

	"github.com/xuri/excelize/v2"
)

// serialDay reads a true date of a workbook; a time of day is none.
func serialDay(v value) (day, bool) {
	if v.format == "" || v.number < 1 || v.number != math.Trunc(v.number) {
		return day{}, false
	}
	t, err := excelize.ExcelDateToTime(v.number, false)
	if err != nil {
		return day{}, false
	}
	return day{year: t.Year(), month: int(t.Month()), day: t.Day()}, true
}

// writeWorkbook writes rows as the only sheet of a workbook, its texts shared or
// beside their cells.
func writeWorkbook(sheet string, rows [][]value, r *rand.Rand) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return nil, err
	}
	formats, err := numberFormats(f, rows)
	if err != nil {
		return nil, err
	}
	put, finish, err := putter(f, sheet, r.IntN(2) == 0)
	if err != nil {
		return nil, err
	}
	for i, row := range rows {
		cells := make([]any, len(row))
		for j, v := range row {
			switch {
			case v.isNum:
				cells[j] = excelize.Cell{Value: v.number, StyleID: formats[v.format]}
			case v.text != "":
				cells[j] = excelize.Cell{Value: v.text}
			}
		}
		if err := put(i+1, cells); err != nil {
			return nil, err
		}
	}
	if err := finish(); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = f.Write(&out)
	return out.Bytes(), err
}

// numberFormats makes a style of each number format in the rows.
func numberFormats(f *excelize.File, rows [][]value) (map[string]int, error) {
	formats := map[string]int{"": 0}
	for _, row := range rows {
		for _, v := range row {
			if _, there := formats[v.format]; there {
				continue
			}
			id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &v.format})
			if err != nil {
				return nil, err
			}
			formats[v.format] = id
		}
	}
	return formats, nil
}

// putter gives a function that writes one row, from the top to the bottom.
func putter(f *excelize.File, sheet string, beside bool) (put func(row int, cells []any) error, finish func() error, err error) {
	if beside {
		w, err := f.NewStreamWriter(sheet)
		if err != nil {
			return nil, nil, err
		}
		return func(row int, cells []any) error {
			at, err := excelize.CoordinatesToCellName(1, row)
			if err != nil {
				return err
			}
			return w.SetRow(at, cells)
		}, w.Flush, nil
	}
	return func(row int, cells []any) error {
		for i, c := range cells {
			one, filled := c.(excelize.Cell)
			if !filled {
				continue
			}
			at, err := excelize.CoordinatesToCellName(i+1, row)
			if err != nil {
				return err
			}
			if err := f.SetCellValue(sheet, at, one.Value); err != nil {
				return err
			}
			if err := f.SetCellStyle(sheet, at, at, one.StyleID); err != nil {
				return err
			}
		}
		return nil
	}, func() error { return nil }, nil
}
