package main

import (
	"fmt"
	"sort"
	"time"

	"github.com/xuri/excelize/v2"
)

// sheet is one worksheet: rows of texts, whole numbers, days, times of day and blanks.
type sheet struct {
	name   string
	title  string
	widths float64
	rows   [][]any
}

// timeOfDay is minutes after midnight, written as Excel writes a time.
type timeOfDay int

// workbook writes one sheet as an Excel file that is the same bytes each time.
func workbook(name string, s sheet) (export, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := fill(f, s); err != nil {
		return export{}, fmt.Errorf("%s: %w", name, err)
	}
	stamp := exportedOn.Format(time.RFC3339)
	if err := f.SetDocProps(&excelize.DocProperties{Creator: provider, LastModifiedBy: provider, Title: s.title,
		Created: stamp, Modified: stamp}); err != nil {
		return export{}, fmt.Errorf("%s: properties: %w", name, err)
	}
	types := f.ContentTypes.Defaults // excelize keeps them in the order of a map
	sort.Slice(types, func(i, j int) bool { return types[i].Extension < types[j].Extension })
	data, err := f.WriteToBuffer()
	if err != nil {
		return export{}, fmt.Errorf("%s: %w", name, err)
	}
	return export{name: name, data: data.Bytes()}, nil
}

func fill(f *excelize.File, s sheet) error {
	if err := f.SetSheetName("Sheet1", s.name); err != nil {
		return err
	}
	const shortDate, hourMinute = 14, 20 // built-in formats of Excel
	days, err := f.NewStyle(&excelize.Style{NumFmt: shortDate})
	if err != nil {
		return err
	}
	times, err := f.NewStyle(&excelize.Style{NumFmt: hourMinute})
	if err != nil {
		return err
	}
	for i, row := range s.rows {
		for j, value := range row {
			if err := put(f, s.name, j+1, i+1, value, days, times); err != nil {
				return err
			}
		}
	}
	return f.SetColWidth(s.name, "A", "T", s.widths)
}

// put writes one cell: days and times as real Excel numbers with their format.
func put(f *excelize.File, sheet string, column, row int, value any, days, times int) error {
	cell, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	switch v := value.(type) {
	case time.Time:
		if v.IsZero() {
			return nil
		}
		const epoch = -2209161600 // 30 December 1899, where Excel's days begin
		if err := f.SetCellInt(sheet, cell, (v.Unix()-epoch)/86400); err != nil {
			return err
		}
		return f.SetCellStyle(sheet, cell, cell, days)
	case timeOfDay:
		if err := f.SetCellFloat(sheet, cell, float64(v)/1440, -1, 64); err != nil {
			return err
		}
		return f.SetCellStyle(sheet, cell, cell, times)
	case string:
		if v == "" {
			return nil
		}
	}
	return f.SetCellValue(sheet, cell, value)
}
