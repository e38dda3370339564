package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"evidencepack/metrics/stat/tabular"
)

// TestTablesAsPeopleHaveThem reads small tables in the forms in which they come.
func TestTablesAsPeopleHaveThem(t *testing.T) {
	method, _ := tabular.Find("xmr")
	dir := t.TempDir()
	for _, c := range []struct {
		what, text string
		rows       [][]string // date, value
		lines      []int
		note       string // a word of it; "" is none
	}{
		{"as the reference has it", "date,value\n2026-01-01,7.40\n2026-02-01,\n", [][]string{{"2026-01-01", "7.40"}, {"2026-02-01", ""}}, []int{2, 3}, ""},
		{"a mark, CRLF and capitals", "\uFEFFDate,VALUE\r\n2026-01-01,7\r\n", [][]string{{"2026-01-01", "7"}}, []int{2}, ""},
		{"titles above, blank lines", "Comfort at Elm,\n\n,,\ndate,value\n2026-01-01,7\n\n2026-02-01,8\n,\n", [][]string{{"2026-01-01", "7"}, {"2026-02-01", "8"}}, []int{5, 7}, ""},
		{"semicolons and decimal commas", "date;value\n13/01/2026;7,5\n14/01/2026;1.204,25\n", [][]string{{"2026-01-13", "7.5"}, {"2026-01-14", "1204.25"}}, []int{2, 3}, ""},
		{"thousands and words for nothing", "date,value\n13/01/2026,\"1,204.5\"\n14/01/2026,n/a\n15/01/2026,not recorded\n", [][]string{{"2026-01-13", "1204.5"}, {"2026-01-14", ""}, {"2026-01-15", ""}}, []int{2, 3, 4}, ""},
		{"nil is neither zero nor missing", "date,value\n13/01/2026,nil\n", [][]string{{"2026-01-13", "nil"}}, []int{2}, ""},
		{"a month that is not there", "date,value\n2026-01-31,1\n2026-02-28,2\n2026-04-30,2\n", [][]string{{"2026-01-31", "1"}, {"2026-02-28", "2"}, {"2026-04-30", "2"}}, []int{2, 3, 4}, "no row for March 2026"},
		{"months by name", "date,value\nApr 2026,1\nMay 2026,2\n", [][]string{{"2026-04-01", "1"}, {"2026-05-01", "2"}}, []int{2, 3}, ""},
		{"quarters", "date,value\n2026Q1,1\n2026Q2,2\n", [][]string{{"2026-01-01", "1"}, {"2026-04-01", "2"}}, []int{2, 3}, ""},
		{"day first, without proof", "date,value\n01/04/2026,1\n01/05/2026,2\n", [][]string{{"2026-04-01", "1"}, {"2026-05-01", "2"}}, []int{2, 3}, "day first"},
		{"month first, with proof", "date,value\n4/13/2026,1\n4/14/2026,2\n", [][]string{{"2026-04-13", "1"}, {"2026-04-14", "2"}}, []int{2, 3}, ""},
		{"numbers in order", "date,value\n1,1\n2,2\n", [][]string{{"1", "1"}, {"2", "2"}}, []int{2, 3}, ""},
		{"per cent", "date,value\n1,7.4%\n", [][]string{{"1", "7.4"}}, []int{2}, "per cent signs"},
		{"short last row", "date,value\n1,2\n2\n", [][]string{{"1", "2"}, {"2", ""}}, []int{2, 3}, ""},
		{"no such day stays for the method to refuse", "date,value\n2026-01-01,1\n2026-02-30,1\n", [][]string{{"2026-01-01", "1"}, {"2026-02-30", "1"}}, []int{2, 3}, ""},
	} {
		file := filepath.Join(dir, "table.csv")
		if err := os.WriteFile(file, []byte(c.text), 0o644); err != nil {
			t.Fatal(err)
		}
		table, notes, err := readTable(file, method)
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if !reflect.DeepEqual(table.Rows, c.rows) || !reflect.DeepEqual(table.Lines, c.lines) || !reflect.DeepEqual(table.Head, []string{"date", "value"}) {
			t.Errorf("%s: %v %v at %v, want %v at %v", c.what, table.Head, table.Rows, table.Lines, c.rows, c.lines)
		}
		if said := strings.Join(notes, " "); c.note == "" && said != "" || !strings.Contains(said, c.note) {
			t.Errorf("%s: the notes are %q, want %q", c.what, said, c.note)
		}
	}
}

// TestOtherColumnsStay keeps the columns that the method does not read, as they are.
func TestOtherColumnsStay(t *testing.T) {
	method, _ := tabular.Find("prop_ci")
	file := filepath.Join(t.TempDir(), "table.csv")
	if err := os.WriteFile(file, []byte("Service,X,n,\nElm  Court,3,\"1,204\",\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	table, _, err := readTable(file, method)
	want := tabular.Table{Head: []string{"Service", "x", "n"}, Rows: [][]string{{"Elm Court", "3", "1204"}}, Lines: []int{2}}
	if err != nil || !reflect.DeepEqual(table, want) {
		t.Errorf("%v, %v; want %v", table, err, want)
	}
}

// TestWorkbookIsATable reads the first sheet of a workbook, with true dates and
// formatted shares.
func TestWorkbookIsATable(t *testing.T) {
	book := excelize.NewFile()
	defer book.Close()
	date, err := book.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	share, err := book.NewStyle(&excelize.Style{NumFmt: 10})
	if err != nil {
		t.Fatal(err)
	}
	for at, value := range map[string]any{"A1": "Date", "B1": "Value", "A2": 46113, "B2": 0.875, "A3": 46143, "B3": 0.84} {
		if err := book.SetCellValue("Sheet1", at, value); err != nil {
			t.Fatal(err)
		}
	}
	_ = book.SetCellStyle("Sheet1", "A2", "A3", date)
	_ = book.SetCellStyle("Sheet1", "B2", "B3", share)
	if _, err := book.NewSheet("Notes"); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "table.xlsx")
	if err := book.SaveAs(file); err != nil {
		t.Fatal(err)
	}
	method, _ := tabular.Find("xmr")
	table, notes, err := readTable(file, method)
	want := [][]string{{"2026-04-01", "87.5"}, {"2026-05-01", "84"}}
	if err != nil || !reflect.DeepEqual(table.Rows, want) {
		t.Errorf("%v, %v; want %v", table.Rows, err, want)
	}
	if said := strings.Join(notes, " "); !strings.Contains(said, `first sheet, "Sheet1"`) || !strings.Contains(said, "per cent") {
		t.Errorf("the notes are %q", said)
	}
}

// TestTablesThatAreRefused names what is wrong with a file before any method sees it.
func TestTablesThatAreRefused(t *testing.T) {
	method, _ := tabular.Find("xmr")
	dir := t.TempDir()
	swapped := "date,value\n"
	for _, day := range []string{"13/01/2026", "14/01/2026", "1/15/2026", "1/16/2026"} {
		swapped += day + ",1\n"
	}
	for _, c := range []struct{ what, text, says string }{
		{"nothing", "", "is empty"},
		{"blank lines", "\n\n", "is empty"},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00", "not a table that we can read"},
		{"JSON", `[{"date":"2026-01-01"}]`, "not a table that we can read"},
		{"a value too many", "date,value\n2026-01-01,1,204\n", "line 2: it has more or fewer cells"},
		{"a quotation mark that never closes", "date,value\n" + strings.Repeat("\"2026-01-01\",\"1\"\n", 9) + "\"2026-02-01\",\"3\n", "line 11"},
		{"half swapped dates", swapped, "day and month are swapped"},
	} {
		file := filepath.Join(dir, "table.csv")
		if err := os.WriteFile(file, []byte(c.text), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, _, err := readTable(file, method); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", c.what, err, c.says)
		}
	}
}
