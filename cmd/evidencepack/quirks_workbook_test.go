package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// makeWorkbook is the command workbook OUT.xlsx SPEC. Each line of the spec is one
// of these; all but the first two are about the sheet that was named last:
//
//	1904                    dates count from 1904
//	password secret         the workbook is locked
//	sheet Name [hidden]     a sheet; everything stands on Sheet1 until one is named
//	a | b | c               the next row; a blank line is a blank row
//	B2: value               one cell
//	merge A1:C1   filter A1:D9   comment B2 text   fill B2 FFC000
//	hide row 5    hide column C
//
// A value is a text, a number or TRUE and FALSE, or begins with what it is:
// text:0012, date:2025-11-01 (or with 14:30 behind it), time:09:30, error:#N/A,
// formula:SUM(A1:A2) without an answer, formula:SUM(A1:A2)=>3 with one,
// format:[h]:mm=>1.25 a number as it is shown.
func makeWorkbook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("wanted: workbook OUT SPEC")
	}
	b := &bookSpec{file: excelize.NewFile(), sheet: "Sheet1"}
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		if err := b.line(strings.TrimRight(line, "\n")); err != nil {
			ts.Fatalf("%q: %v", line, err)
		}
	}
	if b.file.Path = "book.xlsx"; slices.Contains([]string{".xlsm", ".xltx"}, filepath.Ext(args[0])) {
		b.file.Path = filepath.Base(args[0]) // what is in a workbook says which of these it is
	}
	var content bytes.Buffer
	ts.Check(b.file.Write(&content))
	whole, err := withErrors(content.Bytes())
	ts.Check(err)
	if b.password != "" {
		whole, err = excelize.Encrypt(whole, &excelize.Options{Password: b.password})
		ts.Check(err)
	}
	write(ts, args[0], whole)
}

// bookSpec is a workbook that is being made from its spec.
type bookSpec struct {
	file     *excelize.File
	sheet    string
	named    int // sheets that were named
	row      int // last row written
	password string
}

var oneCell = regexp.MustCompile(`^([A-Z]+[0-9]+): (.*)$`)

func (b *bookSpec) line(line string) error {
	word, rest, _ := strings.Cut(line, " ")
	switch {
	case line == "1904":
		return b.file.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: new(true)})
	case word == "password":
		b.password = rest
		return nil
	case word == "sheet":
		return b.newSheet(rest)
	case word == "merge":
		from, to, _ := strings.Cut(rest, ":")
		return b.file.MergeCell(b.sheet, from, to)
	case word == "filter":
		return b.file.AutoFilter(b.sheet, rest, nil)
	case word == "comment":
		at, text, _ := strings.Cut(rest, " ")
		return b.file.AddComment(b.sheet, excelize.Comment{Cell: at, Author: "Someone", Text: text})
	case word == "fill":
		at, colour, _ := strings.Cut(rest, " ")
		style, err := b.file.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}})
		if err != nil {
			return err
		}
		return b.file.SetCellStyle(b.sheet, at, at, style)
	case strings.HasPrefix(line, "hide row "):
		row, err := strconv.Atoi(line[len("hide row "):])
		if err != nil {
			return err
		}
		return b.file.SetRowVisible(b.sheet, row, false)
	case strings.HasPrefix(line, "hide column "):
		return b.file.SetColVisible(b.sheet, line[len("hide column "):], false)
	}
	if m := oneCell.FindStringSubmatch(line); m != nil {
		return b.value(m[1], m[2])
	}
	return b.nextRow(line)
}

func (b *bookSpec) newSheet(name string) error {
	name, hidden := strings.CutSuffix(name, " [hidden]")
	if b.named++; b.named == 1 {
		if err := b.file.SetSheetName("Sheet1", name); err != nil {
			return err
		}
	} else if _, err := b.file.NewSheet(name); err != nil {
		return err
	}
	b.sheet, b.row = name, 0
	if !hidden {
		at, err := b.file.GetSheetIndex(name)
		b.file.SetActiveSheet(at)
		return err
	}
	return b.file.SetSheetVisible(name, false)
}

func (b *bookSpec) nextRow(line string) error {
	b.row++
	for i, v := range strings.Split(strings.ReplaceAll(line, "\t", "|"), "|") {
		at, err := excelize.CoordinatesToCellName(i+1, b.row)
		if err != nil {
			return err
		}
		if err := b.value(at, strings.TrimSpace(v)); err != nil {
			return err
		}
	}
	return nil
}

var plainNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)

// value writes one cell.
func (b *bookSpec) value(at, v string) error {
	what, rest, _ := strings.Cut(v, ":")
	text, answer, has := strings.Cut(rest, "=>")
	switch {
	case v == "":
		return nil
	case v == "TRUE" || v == "FALSE":
		return b.file.SetCellBool(b.sheet, at, v == "TRUE")
	case plainNumber.MatchString(v):
		return b.file.SetCellDefault(b.sheet, at, v)
	case what == "text":
		return b.file.SetCellStr(b.sheet, at, rest)
	case what == "date" || what == "time":
		return b.moment(at, rest)
	case what == "error":
		return b.file.SetCellDefault(b.sheet, at, rest)
	case what == "formula":
		if has {
			if err := b.file.SetCellDefault(b.sheet, at, answer); err != nil {
				return err
			}
		}
		return b.file.SetCellFormula(b.sheet, at, text)
	case what == "format":
		return b.styled(at, answer, &excelize.Style{CustomNumFmt: &text})
	}
	return b.file.SetCellStr(b.sheet, at, v)
}

// moment writes a real date, with a time or without, or a time alone.
func (b *bookSpec) moment(at, v string) error {
	for layout, format := range map[string]int{"2006-01-02": 14, "2006-01-02 15:04": 22, "15:04": 20} {
		t, err := time.Parse(layout, v)
		if err != nil {
			continue
		}
		if format == 20 {
			return b.styled(at, strconv.FormatFloat(float64(60*t.Hour()+t.Minute())/1440, 'f', -1, 64), &excelize.Style{NumFmt: format})
		}
		if err := b.file.SetCellValue(b.sheet, at, t); err != nil {
			return err
		}
		style, err := b.file.NewStyle(&excelize.Style{NumFmt: format})
		if err != nil {
			return err
		}
		return b.file.SetCellStyle(b.sheet, at, at, style)
	}
	return fmt.Errorf("%s is neither 2025-11-01, 2025-11-01 14:30 nor 14:30", v)
}

func (b *bookSpec) styled(at, number string, s *excelize.Style) error {
	style, err := b.file.NewStyle(s)
	if err != nil {
		return err
	}
	if err := b.file.SetCellDefault(b.sheet, at, number); err != nil {
		return err
	}
	return b.file.SetCellStyle(b.sheet, at, at, style)
}

var errorText = regexp.MustCompile(`t="str">((?:<f>[^<]*</f>)?<v>#[A-Z/0]+[!?A]?</v>)`)

// withErrors makes the texts #N/A and the like the errors that Excel writes, for
// which the library has no call.
func withErrors(book []byte) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return nil, err
	}
	var packed bytes.Buffer
	out := zip.NewWriter(&packed)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		if strings.HasPrefix(f.Name, "xl/worksheets/") {
			content = errorText.ReplaceAll(content, []byte(`t="e">$1`))
		}
		w, err := out.Create(f.Name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(content); err != nil {
			return nil, err
		}
	}
	err = out.Close()
	return packed.Bytes(), err
}
