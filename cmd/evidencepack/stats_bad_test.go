package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"evidencepack/metrics/stat/tabular"
	"evidencepack/testdata/reference"
)

// spoilt are the ways in which the tables below are made worse. Each is given the
// columns of numbers of the method and the whole table.
var spoilt = []struct {
	name  string
	spoil func(head []string, rows [][]string, numeric []int) [][]string
}{
	{"as it was", func(_ []string, rows [][]string, _ []int) [][]string { return rows }},
	{"one row", func(_ []string, rows [][]string, _ []int) [][]string { return rows[:1] }},
	{"no row", func(_ []string, rows [][]string, _ []int) [][]string { return nil }},
	{"two rows", func(_ []string, rows [][]string, _ []int) [][]string { return rows[:min(2, len(rows))] }},
	{"backwards", func(_ []string, rows [][]string, _ []int) [][]string { slices.Reverse(rows); return rows }},
	{"every row twice", func(_ []string, rows [][]string, _ []int) [][]string { return append(rows, rows...) }},
	{"all missing", withCells("")},
	{"all NA", withCells("NA")},
	{"all zero", withCells("0")},
	{"all one", withCells("1")},
	{"constant, not exact", withCells("14.3")},
	{"negative", withCells("-3")},
	{"fractions", withCells("2.5")},
	{"huge", withCells("1e300")},
	{"beyond all numbers", withCells("1e999")},
	{"tiny", withCells("1e-300")},
	{"infinite", withCells("Inf")},
	{"words", withCells("Una Testperson")},
	{"one cell missing", withCell("")},
	{"one zero", withCell("0")},
	{"one negative", withCell("-1")},
	{"one fraction", withCell("0.5")},
	{"one huge", withCell("1e308")},
	{"one word", withCell("Una Testperson")},
}

// withCells puts a text into every cell of numbers.
func withCells(text string) func([]string, [][]string, []int) [][]string {
	return func(_ []string, rows [][]string, numeric []int) [][]string {
		for _, row := range rows {
			for _, at := range numeric {
				row[at] = text
			}
		}
		return rows
	}
}

// withCell puts a text into one cell of numbers, the last column of the second row.
func withCell(text string) func([]string, [][]string, []int) [][]string {
	return func(_ []string, rows [][]string, numeric []int) [][]string {
		if len(numeric) > 0 {
			rows[min(1, len(rows)-1)][numeric[len(numeric)-1]] = text
		}
		return rows
	}
}

// TestBadInput gives every method a good table made worse in every way, with its
// chart where it has one: each time there is an answer or an error in plain words,
// nothing half-written, and no NaN or Inf in a picture.
func TestBadInput(t *testing.T) {
	cases, err := reference.Cases()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, method := range tabular.Methods {
		at := slices.IndexFunc(cases, func(c reference.Case) bool { return c.Method == method.Name && c.Check == reference.Full })
		if at < 0 {
			t.Errorf("%s has no reference case", method.Name)
			continue
		}
		lines := linesOf(t, method.Name, referenceFile(t, cases[at].Input()))
		for _, bad := range spoilt {
			for _, ending := range []string{".svg", ".html"} {
				trySpoilt(t, dir, method, cases[at].Params, bad.name, ending, spoiltTable(method, lines, bad.spoil))
			}
		}
	}
}

// spoiltTable copies a table and makes it worse.
func spoiltTable(method tabular.Method, lines [][]string, spoil func([]string, [][]string, []int) [][]string) []byte {
	var numeric []int
	for i, name := range lines[0] {
		if c, ok := method.Column(name); ok && (c.Holds == tabular.Numbers || c.Holds == tabular.YesNo) {
			numeric = append(numeric, i)
		}
	}
	var rows [][]string
	for _, line := range lines[1:] {
		rows = append(rows, slices.Clone(line))
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(lines[0]) // a buffer takes all
	_ = w.WriteAll(spoil(lines[0], rows, numeric))
	return b.Bytes()
}

func trySpoilt(t *testing.T, dir string, method tabular.Method, params []reference.Param, how, ending string, table []byte) {
	t.Helper()
	name := method.Name + ", " + how
	input, picture := filepath.Join(dir, "table.csv"), filepath.Join(dir, "picture"+ending)
	if err := os.WriteFile(input, table, 0o644); err != nil {
		t.Fatal(err)
	}
	_ = os.Remove(picture) // of the table before
	args := []string{"stats", method.Name, input}
	if _, drawn := charts[method.Name]; drawn {
		args = append(args, "--chart", picture)
	}
	for _, p := range params {
		args = append(args, "--param", p.Name+"="+p.Value)
	}
	code, stdout, stderr := tryRun(args...)
	drawn, _ := os.ReadFile(picture)
	for _, word := range []string{"Testperson", "panic", "goroutine", "strconv", "%!"} {
		if strings.Contains(stderr, word) || strings.Contains(string(drawn), "%!") {
			t.Errorf("%s: says %q:\n%s", name, word, stderr)
		}
	}
	switch {
	case code == exitDone:
		if lines := linesOf(t, name, []byte(stdout)); len(lines) < 2 {
			t.Errorf("%s: an answer without rows", name)
		}
		if wrong := wrongNumber(string(drawn)); wrong != "" {
			t.Errorf("%s: the picture says %s", name, wrong)
		}
		if len(args) > 4 && args[3] == "--chart" && len(drawn) == 0 {
			t.Errorf("%s: no picture", name)
		}
	case code != exitNothing && code != exitUsage, stdout != "", len(drawn) > 0, !strings.Contains(stderr, "error:"), !strings.Contains(stderr, "."):
		t.Errorf("%s: exit %d, %d bytes of answer, %d of a picture, saying:\n%s", name, code, len(stdout), len(drawn), stderr)
	}
}

// wrongNumber finds what is no number where a picture has numbers or words.
func wrongNumber(picture string) string {
	at := strings.Index(picture, "</style>")
	for _, word := range []string{"NaN", "Inf", "+Inf", "e+3", "e+1"} {
		if strings.Contains(picture[max(at, 0):], word) {
			return word
		}
	}
	return ""
}

// TestBadInputIsToldInWords says of the most common faults what comes of each.
func TestBadInputIsToldInWords(t *testing.T) {
	dir := t.TempDir()
	for i, c := range []struct {
		args, table string
		code        int
		says        string // in the error, or in the answer
	}{
		{"xmr", "date,value\n2026-01-01,3\n2026-01-01,4\n", exitNothing, "row 3: an earlier row of the same facet has the same date"},
		{"xmr", "date,value\n2026-01-01,5\n2026-02-01,5\n2026-03-01,5\n", exitDone, "2026-03-01,5,0,TRUE,5,NaN,NaN"},
		{"xmr", "date,value\nElm,3\n", exitNothing, `row 2, column "date": expected a date`},
		{"xmr", "date,value\n2026-01-01,3\n2026-02-30,3\n", exitNothing, `row 3, column "date"`},
		{"t", "x,y\n1,3\n2,0\n", exitNothing, `row 3, column "y": expected a number above 0`},
		{"p", "x,y,n\n1,4,3\n", exitNothing, "row 2"},
		{"p", "x,y,n\n1,-1,3\n", exitNothing, `row 2, column "y"`},
		{"p --param strict=TRUE", "x,y,n\n1,0.5,3\n", exitNothing, "row 2"},
		{"u --param strict=TRUE", "x,y,n\n1,3,0\n", exitNothing, "row 2"},
		{"pp", "x,y,n\n1,0,0\n2,0,0\n", exitDone, "1,NaN,0,0"},
		{"prop_ci", "x,n\n3,0\n1,4\n", exitDone, "denominators must be greater than zero"},
		{"km", "time,event\n-1,1\n", exitNothing, `row 2, column "time"`},
		{"km", "time,event\n5,2\n", exitNothing, `row 2, column "event"`},
		{"logrank", "time,event,group\n5,1,Elm\n", exitNothing, "group"},
		{"its", "t,num,den\n1,2,100\n", exitUsage, `the setting "t0" of its takes`},
		{"funnel_phe", "group,num,den\nElm,1,0\nAsh,1,10\n", exitNothing, "zero"},
		{"run", "x,y\n1,\n2,\n", exitDone, "1,NA,NA"},
		{"pp", "x,y,n,n\n1,2,3,3\n", exitNothing, `has two columns "n"`},
		{"pp", "x,y,n\n1,2,3,4\n", exitNothing, "line 2: it has more or fewer cells"},
	} {
		file := filepath.Join(dir, strconv.Itoa(i)+".csv")
		if err := os.WriteFile(file, []byte(c.table), 0o644); err != nil {
			t.Fatal(err)
		}
		words := strings.Fields(c.args)
		code, stdout, stderr := tryRun(slices.Concat([]string{"stats", words[0], file}, words[1:])...)
		said := strings.Join(strings.Fields(stderr), " ")
		if c.code == exitDone {
			said = stdout
		}
		if code != c.code || !strings.Contains(said, c.says) {
			t.Errorf("%s of %q: exit %d, want %d, saying %q:\n%s%s", c.args, c.table, code, c.code, c.says, stdout, stderr)
		}
	}
}
