package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// quirksDir holds one script for each odd thing that real exports do.
const quirksDir = "../../testdata/quirks"

// mostQuirks is how many odd things of real exports are numbered.
const mostQuirks = 154

// TestQuirks runs the scripts of testdata/quirks. The name of each begins with the
// number of its quirk; its first lines say what exports do and what is wanted.
func TestQuirks(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: quirksDir, Cmds: map[string]func(*testscript.TestScript, bool, []string){
		"workbook":  makeWorkbook,
		"utf16":     converter(inUTF16),
		"cp1252":    converter(inWindows1252),
		"crlf":      converter(withLineEnds("\r\n")),
		"cr":        converter(withLineEnds("\r")),
		"unescape":  converter(unescaped),
		"bytes":     makeBytes,
		"rows":      makeRows,
		"zipfiles":  makeZip,
		"inspected": checkInspected,
		"records":   showRecords,
	}})
}

// quirkRow is one row of the table of quirks: its cells as written.
type quirkRow struct{ exports, done, where string }

// TestQuirksAreComplete wants of every number one row in the table of
// testdata/README.md, which names a script or a Go test that is there, or says why
// there is none; and of every script a row.
func TestQuirksAreComplete(t *testing.T) {
	readme, err := os.ReadFile("../../testdata/README.md")
	if err != nil {
		t.Fatal(err)
	}
	rows, faults := quirkRows(string(readme))
	for _, f := range faults {
		t.Error(f)
	}
	scripts, err := filepath.Glob(quirksDir + "/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	there := make(map[int]string)
	for _, s := range scripts {
		name := filepath.Base(s)
		n, err := strconv.Atoi(strings.SplitN(name, "_", 2)[0])
		switch {
		case err != nil || n < 1 || n > mostQuirks || name[3] != '_':
			t.Errorf("the script %s does not begin with the number of a quirk", name)
		case there[n] != "":
			t.Errorf("the scripts %s and %s are of one quirk", there[n], name)
		default:
			there[n] = name
		}
	}
	for n := 1; n <= mostQuirks; n++ {
		row, found := rows[n]
		if !found {
			t.Errorf("quirk %d has no row in the table", n)
			continue
		}
		if fault := row.fault(n, there[n]); fault != "" {
			t.Errorf("quirk %d: %s", n, fault)
		}
	}
}

// quirkRows reads the tables of the section "Quirks" of a page.
func quirkRows(page string) (map[int]quirkRow, []string) {
	_, section, _ := strings.Cut(page, "\n## Quirks\n")
	section, _, _ = strings.Cut(section, "\n## ")
	rows := make(map[int]quirkRow)
	var faults []string
	for line := range strings.Lines(section) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), " | ")
		n, err := strconv.Atoi(strings.TrimSpace(cells[0]))
		switch {
		case err != nil:
		case len(cells) != 4:
			faults = append(faults, fmt.Sprintf("row %d of the table has %d cells, not 4", n, len(cells)))
		case rows[n] != quirkRow{}:
			faults = append(faults, fmt.Sprintf("quirk %d has two rows in the table", n))
		default:
			rows[n] = quirkRow{strings.TrimSpace(cells[1]), strings.TrimSpace(cells[2]), strings.TrimSpace(cells[3])}
		}
	}
	return rows, faults
}

var quoted = regexp.MustCompile("`([^`]+)`")

// fault says what is wrong with the row of a quirk whose script is given, "" for
// nothing.
func (r quirkRow) fault(n int, script string) string {
	if r.exports == "" || r.done == "" {
		return "its row has a blank cell"
	}
	if reason, none := strings.CutPrefix(r.where, "not done:"); none {
		switch {
		case len(strings.Fields(reason)) < 3:
			return "its row does not say why it is not done"
		case script != "":
			return "its row says that it is not done, and " + script + " is there"
		}
		return ""
	}
	names := quoted.FindAllStringSubmatch(r.where, -1)
	if len(names) == 0 {
		return "its row names no test"
	}
	for _, m := range names {
		if fault := namedTest(n, m[1], script); fault != "" {
			return fault
		}
	}
	if script != "" && !strings.Contains(r.where, script) {
		return "its row does not name " + script
	}
	return ""
}

// namedTest says what is wrong with a test that a row names.
func namedTest(n int, name, script string) string {
	if path.Ext(name) == ".txtar" {
		if name != script {
			return "its row names " + name + ", which is not there"
		}
		return ""
	}
	source, err := os.ReadFile(filepath.Join("../..", filepath.FromSlash(name)))
	if err != nil || !strings.HasSuffix(name, "_test.go") {
		return "its row names " + name + ", which is no Go test"
	}
	if !regexp.MustCompile(fmt.Sprintf(`func (Test|Fuzz|Example)\w*Quirk0*%d[^0-9]`, n)).Match(source) {
		return fmt.Sprintf("no test of %s has Quirk%03d in its name", name, n)
	}
	return ""
}
