package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"evidencepack/ingest"
	"evidencepack/ingest/record"

	"github.com/rogpeppe/go-internal/testscript"
)

// checkInspected is the command inspected PATH [--option=…] fact…, which holds
// selected facts of inspect --json against what a script wants.
//
//	file=b.csv      the facts after it are about that file; otherwise the first
//	sheet=Name      about that sheet; otherwise the first whose kind is known
//	table=2         about the second table of the file
//	format encoding delimiter sheets error          of the file
//	header_row first_row last_row rows_read rows_used rows_set_aside duplicates
//	kind hidden date_order                          of the sheet
//	problem=code, problem=code:count                a problem that is told
//	noproblem=code                                  one that is not
//	FIELD:Heading                                   a column and its field
//	heading=Name, unused=Name                       a column, and one without a field
//
// An error is met by a part of it; error= wants none.
func checkInspected(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("wanted: inspected PATH fact…")
	}
	call := []string{"inspect", "--json", ts.MkAbs(args[0])}
	facts := args[1:]
	for len(facts) > 0 && strings.HasPrefix(facts[0], "--") {
		option, path, _ := strings.Cut(facts[0], "=")
		call, facts = append(call, option, ts.MkAbs(path)), facts[1:]
	}
	var stdout, stderr bytes.Buffer
	code := run(call, world{stdin: strings.NewReader(""), stdout: &stdout, stderr: &stderr})
	var all inspected
	if err := json.Unmarshal(stdout.Bytes(), &all); err != nil || len(all.Files) == 0 {
		ts.Fatalf("exit code %d, %v\n%s%s", code, err, stdout.String(), stderr.String())
	}
	look := inspectedLook{all: all, file: &all.Files[0]}
	look.sheet = look.known()
	wrong := unbalanced(all)
	for _, fact := range facts {
		if fault := look.check(fact); fault != "" {
			wrong = append(wrong, fault)
		}
	}
	if len(wrong) > 0 {
		ts.Fatalf("%s\n%s", strings.Join(wrong, "\n"), stdout.String())
	}
}

// unbalanced tells of every sheet whose rows do not add up.
func unbalanced(all inspected) []string {
	var wrong []string
	for _, f := range all.Files {
		for _, s := range f.Sheets {
			if s.Read != s.Used+s.SetAside+s.Duplicates {
				wrong = append(wrong, fmt.Sprintf("%s %s: %d rows read are not %d used, %d set aside and %d repeats", f.File, s.Sheet, s.Read, s.Used, s.SetAside, s.Duplicates))
			}
		}
	}
	return wrong
}

// inspectedLook is what inspect said, and the file and sheet that is looked at.
type inspectedLook struct {
	all   inspected
	file  *inspectedFile
	sheet *inspectedSheet // nil where the file has none
}

// known gives the first sheet whose kind is known, or else the first.
func (l *inspectedLook) known() *inspectedSheet {
	at := slices.IndexFunc(l.file.Sheets, func(s inspectedSheet) bool { return s.Kind != "" })
	if at = max(at, 0); at < len(l.file.Sheets) {
		return &l.file.Sheets[at]
	}
	return nil
}

// check holds one fact against what was said, and says how it differs.
func (l *inspectedLook) check(fact string) string {
	key, want, _ := strings.Cut(fact, "=")
	got := ""
	switch key {
	case "file", "sheet", "table":
		return l.turn(key, want)
	case "format":
		got = l.file.Format
	case "encoding":
		got = l.file.Encoding
	case "delimiter":
		got = l.file.Delimiter
	case "sheets":
		got = strconv.Itoa(len(l.file.Sheets))
	case "error":
		if got = l.file.Error; want != "" && strings.Contains(strings.ToLower(got), strings.ToLower(want)) {
			return ""
		}
	default:
		if l.sheet == nil {
			return fact + ": the file has no sheet"
		}
		return l.sheet.check(fact)
	}
	if got != want {
		return fmt.Sprintf("%s: got %q", fact, got)
	}
	return ""
}

// turn goes to another file, sheet or table.
func (l *inspectedLook) turn(key, name string) string {
	at := -1
	switch key {
	case "file":
		if at = slices.IndexFunc(l.all.Files, func(f inspectedFile) bool { return f.File == name }); at >= 0 {
			l.file = &l.all.Files[at]
			l.sheet = l.known()
			return ""
		}
	case "sheet":
		at = slices.IndexFunc(l.file.Sheets, func(s inspectedSheet) bool { return s.Sheet == name })
	case "table":
		if n, err := strconv.Atoi(name); err == nil {
			at = n - 1
		}
	}
	if at < 0 || at >= len(l.file.Sheets) {
		return fmt.Sprintf("there is no %s %s", key, name)
	}
	l.sheet = &l.file.Sheets[at]
	return ""
}

// check holds one fact of a sheet against what was said.
func (s *inspectedSheet) check(fact string) string {
	key, want, equals := strings.Cut(fact, "=")
	if field, heading, column := strings.Cut(fact, ":"); column && !equals {
		if !slices.ContainsFunc(s.Columns, func(c inspectedColumn) bool { return c.Heading == heading && c.Field == field }) {
			return "there is no column " + fact
		}
		return ""
	}
	number := map[string]int{
		"header_row": s.HeaderRow, "first_row": s.FirstRow, "last_row": s.LastRow, "rows_read": s.Read,
		"rows_used": s.Used, "rows_set_aside": s.SetAside, "duplicates": s.Duplicates,
	}
	got := ""
	switch n, known := number[key]; {
	case known:
		got = strconv.Itoa(n)
	case key == "kind":
		got = s.Kind
	case key == "hidden":
		got = strconv.FormatBool(s.Hidden)
	case key == "date_order":
		got = s.dateOrder()
	case key == "heading" || key == "unused":
		if slices.ContainsFunc(s.Columns, func(c inspectedColumn) bool { return c.Heading == want && (key == "heading" || c.Field == "") }) {
			return ""
		}
	case key == "problem" || key == "noproblem":
		return s.problem(key, want)
	default:
		return "nobody knows the fact " + fact
	}
	if got != want {
		return fmt.Sprintf("%s: got %q", fact, got)
	}
	return ""
}

// dateOrder lists the orders of the columns that have one, each once.
func (s *inspectedSheet) dateOrder() string {
	var orders []string
	for _, c := range s.Columns {
		if c.DateOrder != "" && !slices.Contains(orders, c.DateOrder) {
			orders = append(orders, c.DateOrder)
		}
	}
	return strings.Join(orders, ",")
}

func (s *inspectedSheet) problem(key, want string) string {
	code, count, counted := strings.Cut(want, ":")
	n := 0
	for _, p := range s.Problems {
		if p.Code == code {
			n += p.Count
		}
	}
	switch {
	case key == "noproblem" && n > 0:
		return fmt.Sprintf("%s is told, %d times", code, n)
	case key == "problem" && (n == 0 || counted && strconv.Itoa(n) != count):
		return fmt.Sprintf("problem=%s: got %d", want, n)
	}
	return ""
}

// showRecords is the command records FOLDER, which prints one line for each record
// that was understood: file, row, kind, day, time and what it holds.
func showRecords(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("wanted: records FOLDER")
	}
	folder := ts.MkAbs(args[0])
	mappings := filepath.Join(folder, "mappings")
	saved, err := readMappings(mappings)
	ts.Check(err)
	aliases, err := readAliases(mappings)
	ts.Check(err)
	e, err := ingest.Read(os.DirFS(folder), ingest.Options{Mappings: saved, Aliases: aliases, Skip: func(name string) bool { return name == "mappings" }})
	if err != nil && !errors.Is(err, ingest.ErrNothing) {
		ts.Check(err)
	}
	for r := range e.Records() {
		h, clock := r.Where(), "no time"
		if h.At != record.NoClock {
			clock = fmt.Sprintf("%02d:%02d", h.At/60, h.At%60)
		}
		fmt.Fprintf(ts.Stdout(), "%s row %d %s %s %s %+v\n", h.File, h.Row, r.Kind(), h.On, clock, r)
	}
}
