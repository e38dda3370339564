package scramble

import (
	"bytes"
	"iter"
	"math"
	"math/rand/v2"

	"github.com/xuri/excelize/v2"
)

// serialDay reads a true date of a workbook; a time of day is none.
func serialDay(v value) day {
	if v.format == "" || v.number < 1 || v.number != math.Trunc(v.number) {
		return day{}
	}
	t, err := excelize.ExcelDateToTime(v.number, false)
	if err != nil {
		return day{}
	}
	return day{date: date{t.Year(), int(t.Month()), t.Day()}, is: true}
}

// writeWorkbook writes rows as the only sheet of a workbook, its texts shared or
// beside their cells.
func writeWorkbook(sheet string, rows iter.Seq[[]value], r *rand.Rand) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return nil, err
	}
	formats := map[string]int{"": 0}
	put, finish, err := putter(f, sheet, r.IntN(2) == 0)
	if err != nil {
		return nil, err
	}
	line := 0
	for row := range rows {
		line++
		cells, err := cellsOf(f, row, formats)
		if err != nil {
			return nil, err
		}
		if err := put(line, cells); err != nil {
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

// cellsOf makes the cells of one row, and a style for each number format that is
// met for the first time.
func cellsOf(f *excelize.File, row []value, formats map[string]int) ([]any, error) {
	cells := make([]any, len(row))
	for i, v := range row {
		if v.text != "" && !v.isNum {
			cells[i] = excelize.Cell{Value: v.text}
		}
		if !v.isNum {
			continue
		}
		id, there := formats[v.format]
		if !there {
			var err error
			if id, err = f.NewStyle(&excelize.Style{CustomNumFmt: &v.format}); err != nil {
				return nil, err
			}
			formats[v.format] = id
		}
		cells[i] = excelize.Cell{Value: v.number, StyleID: id}
	}
	return cells, nil
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
