package main

import (
	"archive/zip"
	"fmt"
	"html"
	"io"
	"math"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestOfficeProgramReadsEveryWorkbook opens each workbook of the sample and of the demo
// in LibreOffice, lets it recalculate and save, and holds every cell against the one that
// we stored. Charts must point at cells that hold what they name.
func TestOfficeProgramReadsEveryWorkbook(t *testing.T) {
	needTool(t, "soffice")
	demo := filepath.Join(t.TempDir(), "demo")
	mustRun(t, "demo", "--out", demo)
	for _, dir := range []string{sharedSample(t), demo} {
		books, err := filepath.Glob(filepath.Join(dir, "*.xlsx"))
		if err != nil || len(books) != 3 {
			t.Fatalf("%v, %v", books, err)
		}
		out := t.TempDir()
		args := append([]string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out}, books...)
		if said, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
		for _, book := range books {
			ours, again := openBook(t, book), openBook(t, filepath.Join(out, filepath.Base(book)))
			cells, charts := sameCells(t, ours, again), chartsPointRight(t, book, ours)
			if cells < 2000 || charts < 4 {
				t.Errorf("%s: only %d cells and %d charts were looked at", filepath.Base(book), cells, charts)
			}
			t.Logf("%s: %d cells, %d series", filepath.Base(book), cells, charts)
		}
	}
}

func openBook(t *testing.T, file string) *excelize.File {
	t.Helper()
	book, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

// sameCells compares all cells, as they are stored, and counts them.
func sameCells(t *testing.T, ours, again *excelize.File) int {
	t.Helper()
	seen, wrong := 0, 0
	for _, sheet := range ours.GetSheetList() {
		one, err := ours.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		two, err := again.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatalf("the sheet %s is gone: %v", sheet, err)
		}
		for r, row := range one {
			for c, value := range row {
				got := ""
				if r < len(two) && c < len(two[r]) {
					got = two[r][c]
				}
				if strings.HasPrefix(value, "#") && strings.HasSuffix(value, "!") || value == "#NAME?" || strings.HasPrefix(got, "#REF") || strings.HasPrefix(got, "Err:") {
					t.Errorf("%s, row %d, column %d: %q", sheet, r+1, c+1, got)
				}
				if value != "" {
					seen++
				}
				if wrong < 10 && !sameCell(value, got) {
					wrong++
					t.Errorf("%s, row %d, column %d: %q is stored, and %q after recalculating", sheet, r+1, c+1, value, got)
				}
			}
		}
	}
	return seen
}

func sameCell(one, two string) bool {
	if strings.Join(strings.Fields(one), " ") == strings.Join(strings.Fields(two), " ") {
		return true
	}
	a, errA := strconv.ParseFloat(one, 64)
	b, errB := strconv.ParseFloat(two, 64)
	return errA == nil && errB == nil && math.Abs(a-b) <= 1e-9*math.Max(1, math.Abs(a))
}

var (
	seriesRange = regexp.MustCompile(`<c:f>([^<]*)</c:f>`)
	wholeSeries = regexp.MustCompile(`(?s)<c:ser>.*?</c:ser>`)
)

// chartsPointRight follows every range of every chart to cells of the workbook that are
// there, and counts the series. What a series draws must hold a number.
func chartsPointRight(t *testing.T, file string, book *excelize.File) int {
	t.Helper()
	archive, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	series := 0
	for _, part := range archive.File {
		if !strings.HasPrefix(part.Name, "xl/charts/chart") {
			continue
		}
		in, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		in.Close()
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range wholeSeries.FindAllString(string(text), -1) {
			series++
			numbers := 0
			for _, f := range seriesRange.FindAllStringSubmatch(one, -1) {
				n, err := numbersIn(book, html.UnescapeString(f[1]))
				if err != nil {
					t.Errorf("%s, %s: %v", filepath.Base(file), part.Name, err)
				}
				numbers += n
			}
			if numbers == 0 {
				t.Errorf("%s, %s: a series draws no number: %s", filepath.Base(file), part.Name, seriesRange.FindAllString(one, -1))
			}
		}
	}
	return series
}

// numbersIn counts the numbers in a range such as 'Trend REF-01'!$B$5:$B$22.
func numbersIn(book *excelize.File, place string) (int, error) {
	sheet, cells, found := strings.Cut(strings.ReplaceAll(place, "$", ""), "!")
	sheet = strings.ReplaceAll(strings.Trim(sheet, "'"), "''", "'")
	if !found {
		return 0, fmt.Errorf("%q names no sheet", place)
	}
	first, last, ranged := strings.Cut(cells, ":")
	if !ranged {
		last = first
	}
	left, top, err := excelize.CellNameToCoordinates(first)
	if err != nil {
		return 0, err
	}
	right, bottom, err := excelize.CellNameToCoordinates(last)
	if err != nil {
		return 0, err
	}
	numbers, texts := 0, 0
	for row := top; row <= bottom; row++ {
		for column := left; column <= right; column++ {
			name, _ := excelize.CoordinatesToCellName(column, row)
			value, err := book.GetCellValue(sheet, name, excelize.Options{RawCellValue: true})
			if err != nil {
				return 0, err
			}
			if _, err := strconv.ParseFloat(value, 64); err == nil {
				numbers++
			} else if value != "" {
				texts++
			}
		}
	}
	if numbers+texts == 0 {
		return 0, fmt.Errorf("the range %s holds nothing", place)
	}
	return numbers, nil
}
