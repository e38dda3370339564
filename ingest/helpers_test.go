package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"evidencepack/ingest/record"
)

// people is a register of three, two of whom bear one name.
const people = "Person ID,Full name,Service,Start date,End date\n" +
	"HR1,Muriel Petrovane,Harbour View,01/04/2025,\n" +
	"HR2,Sam Lowe,Quay Street,01/04/2025,30/06/2026\n" +
	"HR3,Sam Lowe,Quay Street,01/04/2025,\n"

// read reads a folder of texts.
func read(t testing.TB, files map[string]string, o Options) *Exports {
	t.Helper()
	folder := make(fstest.MapFS)
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return readFolder(t, folder, o)
}

// readOne reads a folder of one file, without judging who is in the register.
func readOne(t testing.TB, name string, data []byte) *Exports {
	t.Helper()
	return readFolder(t, fstest.MapFS{name: &fstest.MapFile{Data: data}}, Options{Stranger: true})
}

func readFolder(t testing.TB, folder fstest.MapFS, o Options) *Exports {
	t.Helper()
	e, err := Read(folder, o)
	if err != nil && !errors.Is(err, ErrNothing) {
		t.Fatal(err)
	}
	addsUp(t, e)
	return e
}

// addsUp wants every row of every ledger in one class, as many issues as rows set
// aside, and as many records as rows used.
func addsUp(t testing.TB, e *Exports) {
	t.Helper()
	used, aside := 0, 0 // records: rows used, but for those that were joined to another
	for _, l := range e.Ledgers {
		sum := 0
		for _, n := range l.Counts {
			sum += n
		}
		if sum != l.Read {
			t.Errorf("%s %s: read %d, classes %v", l.File, l.Sheet, l.Read, l.Counts)
		}
		used += l.Counts[record.Used] - l.Joined
		aside += l.Aside()
	}
	if got := len(slices.Collect(e.Records())); got != used {
		t.Errorf("%d records, the ledgers say %d", got, used)
	}
	rows := 0
	for _, i := range e.Issues {
		if i.Row > 0 && i.Severity == record.SeverityWarning && i.Class != record.Used && i.Class != record.Duplicate {
			rows += i.Count
		}
	}
	if rows != aside {
		t.Errorf("%d issues of rows, the ledgers say %d", rows, aside)
	}
}

// ledger gives the account of one file, which must have one sheet.
func ledger(t *testing.T, e *Exports, file string) record.Ledger {
	t.Helper()
	for _, l := range e.Ledgers {
		if l.File == file {
			return l
		}
	}
	t.Fatalf("%s is in no ledger: %v", file, e.Inputs)
	return record.Ledger{}
}

// counts writes a ledger as used/rejected/unmapped/duplicates/struck out.
func counts(l record.Ledger) string {
	return fmt.Sprintf("%d/%d/%d/%d/%d", l.Counts[0], l.Counts[1], l.Counts[2], l.Counts[3], l.Counts[4])
}

// records gives the used records of one type.
func records[R record.Record](e *Exports) []R {
	var out []R
	for r := range e.Records() {
		if one, ok := r.(R); ok {
			out = append(out, one)
		}
	}
	return out
}

// said lists the issues as file:row code field detail ×count.
func said(e *Exports) []string {
	var out []string
	for _, i := range e.Issues {
		if i.Code == codeDayOrMonth {
			continue // small tables prove no order; orders_test.go is about that
		}
		out = append(out, fmt.Sprintf("%s:%d %s %s %q ×%d", i.File, i.Row, i.Code, i.Field, i.Detail, i.Count))
	}
	return out
}

// workbookOf makes a workbook with sheets in order of name.
func workbookOf(t testing.TB, sheets map[string][][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for _, name := range slices.Sorted(maps.Keys(sheets)) {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for i, row := range sheets[name] {
			if err := f.SetSheetRow(name, fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	return save(t, f)
}

func save(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// workbookWithFormula makes a workbook of two ratings: a number, and a formula
// whose answer was never saved.
func workbookWithFormula(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range [][]any{
		{"Date", "Client ID", "Scale", "Rater", "Value"}, {"12/04/2026", "HR1", "Comfort", "Self", 4}, {"13/04/2026", "HR1", "Comfort", "Self"},
	} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetCellFormula("Sheet1", "E3", "E2+1"); err != nil {
		t.Fatal(err)
	}
	return save(t, f)
}

// readWith reads a folder of one file with options.
func readWith(t testing.TB, name string, data []byte, o Options) *Exports {
	t.Helper()
	return readFolder(t, fstest.MapFS{name: &fstest.MapFile{Data: data}}, o)
}

// aliasCounts counts the names that nearly match, by kind.
func aliasCounts(e *Exports) map[string]int {
	counts := make(map[string]int)
	for _, p := range e.AliasProposals() {
		counts[p.Kind]++
	}
	return counts
}
