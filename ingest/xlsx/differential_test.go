package xlsx

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// apart are the workbooks that this reader refuses and the library reads, each with
// the reason. The manifest wants every one of them refused, or leaves it open.
var apart = map[string]string{
	"workbook/xlsx__badfile_noWorkbookRels.xlsx":                                       "no part says where the sheets are: the library gives sheets without a cell",
	"workbook/fastexcel__no-sheet.xlsx":                                                "styles, texts and sheets are not in the package: the library gives no cell",
	"workbook/exceljs__invalid-xml.xlsx":                                               "a part goes on behind its root: the library stops looking there",
	"workbook/poi__clusterfuzz-testcase-minimized-POIXSSFFuzzer-5937385319563264.xlsx": "the checksum of a sheet is wrong: the library does not read that far",
	"workbook/poi__poc-xmlbomb.xlsx":                                                   "it declares entities: the library reads texts only when a cell asks for them",
}

// tooSlow are the workbooks that the library takes long for; they were compared once
// and agreed.
var tooSlow = map[string]string{
	"workbook/poi__57893-many-merges.xlsx":    "minutes for 50,000 merged ranges",
	"workbook/test_files__large_strings.xlsx": "many seconds for 60 MB of texts",
	"workbook/tablib__bad_dimensions.xlsx":    "many seconds for the million rows that the sheet says it has",
}

// TestAgainstTheLibrary reads every workbook from the wild with this reader and with
// excelize: the same sheets, the same raw values.
func TestAgainstTheLibrary(t *testing.T) {
	t.Parallel()
	for name, text := range wild(t) {
		if _, slow := tooSlow[name]; slow || Encrypted(text) {
			continue // the test of locks compares those that are locked
		}
		problem := differs(text)
		if reason, stated := apart[name]; stated {
			if problem == "" {
				t.Errorf("%s: no difference, although stated: %s", name, reason)
			}
			continue
		}
		if problem != "" {
			t.Errorf("%s: %s", name, problem)
		}
	}
}

// wild gives the workbooks from the wild by group and name.
func wild(t *testing.T) map[string][]byte {
	t.Helper()
	texts := make(map[string][]byte)
	for _, root := range []string{os.Getenv("EVIDENCEPACK_CORPUS"), filepath.Join("..", "..", "testdata", "corpus")} {
		names, err := filepath.Glob(filepath.Join(root, "*", "*.xls[xm]"))
		if err != nil || root == "" {
			continue
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			texts[filepath.Base(filepath.Dir(name))+"/"+filepath.Base(name)] = text
		}
	}
	if len(texts) == 0 {
		corpus(t, "workbook") // says that there is none
	}
	return texts
}

// differs compares one workbook.
func differs(text []byte) string {
	own, err := Open(text, "")
	f, otherErr := excelize.OpenReader(bytes.NewReader(text), excelize.Options{RawCellValue: true, UnzipXMLSizeLimit: 256 << 20})
	if err != nil && otherErr != nil {
		return ""
	}
	if err != nil || otherErr != nil {
		return fmt.Sprintf("this reader says %v, the library %v", err, otherErr)
	}
	defer f.Close()
	var names []string
	for _, s := range own.Sheets {
		names = append(names, s.Name)
	}
	if !slices.Equal(names, f.GetSheetList()) {
		return fmt.Sprintf("sheets %q, the library has %q", names, f.GetSheetList())
	}
	for _, s := range own.Sheets {
		if visible, err := f.GetSheetVisible(s.Name); err != nil || visible == s.Hidden {
			return fmt.Sprintf("%s: hidden %t, the library says %t (%v)", s.Name, s.Hidden, !visible, err)
		}
		if merges, err := f.GetMergeCells(s.Name); err != nil || len(merges) != len(s.Merges) {
			return fmt.Sprintf("%s: %d merges, the library has %d (%v)", s.Name, len(s.Merges), len(merges), err)
		}
		values, err := f.GetRows(s.Name)
		if err != nil {
			return fmt.Sprintf("%s: the library says %v", s.Name, err)
		}
		if problem := differ(s, values); problem != "" {
			return problem
		}
	}
	return ""
}

// differ compares the cells of one sheet.
func differ(s grid.Sheet, values [][]string) string {
	at := 0
	for r := range s.Rows {
		for ; at < r.Line-1; at++ {
			if at < len(values) && strings.Join(values[at], "") != "" {
				return fmt.Sprintf("%s: row %d is not given, the library has %q", s.Name, at+1, values[at])
			}
		}
		at = r.Line
		var other []string
		if r.Line <= len(values) {
			other = values[r.Line-1]
		}
		for c := range max(len(r.Cells), len(other)) {
			var raw cell.Raw
			value := ""
			if c < len(r.Cells) {
				raw = r.Cells[c]
			}
			if c < len(other) {
				value = other[c]
			}
			if !same(raw, value) {
				return fmt.Sprintf("%s: row %d, column %d is %+v, the library has %q", s.Name, r.Line, c+1, raw, value)
			}
		}
	}
	for ; at < len(values); at++ {
		if strings.Join(values[at], "") != "" {
			return fmt.Sprintf("%s: row %d is not given, the library has %q", s.Name, at+1, values[at])
		}
	}
	return ""
}

// same compares one cell with what the library gives.
func same(raw cell.Raw, value string) bool {
	switch {
	case raw.Numeric: // the library rounds to 15 digits, and fills no zeros up
		number, err := strconv.ParseFloat(value, 64)
		return err == nil && math.Abs(number-raw.Number) <= 1e-13*math.Abs(raw.Number)
	case raw.Fault: // the library gives the name of the fault
		return strings.HasPrefix(value, "#")
	case raw.NoResult:
		return value == ""
	case raw.Text == "yes" || raw.Text == "no": // a truth value stays a number there
		return value == map[string]string{"yes": "1", "no": "0"}[raw.Text] || strings.EqualFold(value, map[string]string{"yes": "TRUE", "no": "FALSE"}[raw.Text]) || value == raw.Text
	}
	return raw.Text == strings.ReplaceAll(strings.ReplaceAll(value, "\r\n", "\n"), "\r", "\n") // the library keeps line ends
}

// reasons are what the manifest calls the errors of this reader.
var reasons = map[string]error{"encrypted": grid.ErrLocked, "damaged": grid.ErrDamaged, "bomb": grid.ErrTooLarge, "external_entity": grid.ErrEntity, "empty": grid.ErrEmpty}

// TestExpectedOutcomes wants what the manifest of the corpus states of each workbook.
func TestExpectedOutcomes(t *testing.T) {
	t.Parallel()
	texts := wild(t)
	columns, lines := manifest(t)
	get := func(line []string, column string) string { return line[columns[column]] }
	seen := 0
	for _, line := range lines {
		name := get(line, "file")
		text, there := texts[name]
		if !there {
			continue
		}
		seen++
		b, err := Open(text, "")
		switch get(line, "expect") {
		case "read":
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		case "refuse":
			fits := func(reason string) bool { return errors.Is(err, reasons[reason]) }
			if err == nil || !slices.ContainsFunc(strings.Split(get(line, "reason"), "|"), fits) {
				t.Errorf("%s: %v, want %s", name, err, get(line, "reason"))
			}
		}
		if err != nil {
			continue
		}
		var filled []string
		for _, s := range b.Sheets {
			if len(all(s)) > 0 {
				filled = append(filled, s.Name)
			}
		}
		want := strings.Split(get(line, "sheets"), "|")
		slices.Sort(want)
		slices.Sort(filled)
		if get(line, "sheets") != "" && !slices.Equal(filled, want) {
			t.Errorf("%s: sheets %q, want %q", name, filled, want)
		}
	}
	if seen == 0 {
		t.Error("the manifest speaks of none of the workbooks")
	}
}

// manifest reads the list of the corpus: where its columns are, and its lines.
func manifest(t *testing.T) (columns map[string]int, lines [][]string) {
	t.Helper()
	lines, err := csv.NewReader(bytes.NewReader(corpus(t, "MANIFEST.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	columns = make(map[string]int)
	for i, heading := range lines[0] {
		columns[heading] = i
	}
	return columns, lines[1:]
}
