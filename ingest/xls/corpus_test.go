package xls

import (
	"encoding/csv"
	"errors"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/grid"
)

// find looks for a file of the collection of odd files, of which the project keeps a part.
func find(name string) ([]byte, bool) {
	for _, folder := range []string{"../../testdata/corpus", os.Getenv("EVIDENCEPACK_CORPUS")} {
		if text, err := os.ReadFile(path.Join(folder, name)); err == nil && folder != "" {
			return text, true
		}
	}
	return nil, false
}

// corpus gives a file of the collection.
func corpus(t testing.TB, name string) []byte {
	t.Helper()
	text, there := find(name)
	if !there {
		t.Fatal("not there: ", name)
	}
	return text
}

// reasons are the words of the collection for what a refusal must say.
var reasons = map[string][]error{
	"encrypted":          {grid.ErrLocked},
	"damaged":            {grid.ErrDamaged},
	"bomb":               {grid.ErrTooLarge},
	"unsupported_format": {grid.Unsupported{Format: "biff3"}, grid.Unsupported{Format: "biff4"}},
	"not_a_table":        {grid.ErrNotTable},
}

// TestCorpus holds every old workbook of the collection against its list.
func TestCorpus(t *testing.T) {
	records, err := csv.NewReader(strings.NewReader(string(corpus(t, "MANIFEST.csv")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, r := range records[1:] {
		field := func(name string) string { return r[slices.Index(records[0], name)] }
		text, there := find(field("file"))
		if !there || !strings.HasSuffix(field("file"), ".xls") {
			continue
		}
		tried++
		t.Run(path.Base(field("file")), func(t *testing.T) {
			against(t, text, field("expect"), field("sheets"), field("reason"))
		})
	}
	if tried < 10 {
		t.Errorf("only %d files were there", tried)
	}
}

func against(t *testing.T, text []byte, expect, sheets, reason string) {
	b, err := Open(text, "")
	if err != nil {
		said := false
		for _, r := range strings.Split(reason, "|") {
			said = said || slices.ContainsFunc(reasons[r], func(want error) bool { return errors.Is(err, want) })
		}
		if expect == "read" || expect == "refuse" && !said {
			t.Errorf("refused with %v, want %s %s", err, expect, reason)
		}
		return
	}
	if expect == "refuse" {
		t.Fatal("it is read")
	}
	rows := map[string]int{}
	for _, s := range b.Sheets {
		rows[s.Name] = len(linesOf(s))
	}
	for _, name := range strings.Split(sheets, "|") {
		if name != "" && rows[name] == 0 {
			t.Errorf("the sheet %q has no row; %v", name, rows)
		}
	}
}

// TestLocked opens the locked workbooks of the collection, one of each way.
func TestLocked(t *testing.T) {
	for name, c := range map[string]struct{ password, first string }{
		"poi__password.xls":                          {"password", ";;;A ZIP bomb is a variant of mail-bombing."},
		"test_files__password_2002_128_enhanced.xls": {"password", "1;2;10;3;4;"},
		"test_files__password_2002_40_xor.xls":       {"password", "1;2;10;3;4;"},
		"poi__xor-encryption-abc.xls":                {"abc", "1;2;3;"},
	} {
		text := corpus(t, "workbook/"+name)
		if _, err := Open(text, ""); !errors.Is(err, grid.ErrLocked) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := Open(text, "wrong"); !errors.Is(err, grid.ErrWrongPassword) {
			t.Errorf("%s: %v", name, err)
		}
		b, err := Open(text, c.password)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got := ""
		for _, l := range linesOf(b.Sheets[0]) {
			for _, c := range l.cells {
				got += c.Text + ";"
			}
		}
		if !strings.HasPrefix(got, c.first) {
			t.Errorf("%s: the cells are %q, want %q", name, got, c.first)
		}
	}
	for _, name := range []string{"ExcelDataReader__protectedsheet-xxx.xls", "PhpSpreadsheet__pwtest.xls"} {
		for _, password := range []string{"", "needless"} { // Excel asks nobody for the password of these
			b, err := Open(corpus(t, "workbook/"+name), password)
			if err != nil || len(linesOf(b.Sheets[0])) == 0 {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}
