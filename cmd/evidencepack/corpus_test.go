package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// corpusRoots are where the odd files of other projects lie: the part that is kept
// with the program, and the whole where somebody has put it beside the repository.
var corpusRoots = []string{"../../testdata/corpus", "../../../shared/corpus"}

// TestCorpus inspects every file of the corpus and holds the answer against what
// its manifest states (testdata/corpus/README.md says what the columns mean).
func TestCorpus(t *testing.T) {
	for _, root := range corpusRoots {
		manifest, err := os.ReadFile(filepath.Join(root, "MANIFEST.csv"))
		if err != nil {
			if root == corpusRoots[0] {
				t.Fatal(err)
			}
			continue
		}
		score := make(map[string][2]int)
		for _, entry := range corpusEntries(t, manifest) {
			group, _, _ := strings.Cut(entry["file"], "/")
			n := score[group]
			n[1]++
			if t.Run(entry["file"], func(t *testing.T) { corpusFile(t, root, entry) }) {
				n[0]++
			}
			score[group] = n
		}
		for _, group := range []string{"care", "csv", "pii", "workbook"} {
			t.Logf("%s %s: %d of %d", root, group, score[group][0], score[group][1])
			if root == corpusRoots[0] {
				scoreIsTold(t, fmt.Sprintf("| %s | %d | %d |", group, score[group][1], score[group][0]))
			}
		}
	}
}

// scoreIsTold wants the score of a group in the table of testdata/README.md.
func scoreIsTold(t *testing.T, line string) {
	t.Helper()
	readme, err := os.ReadFile("../../testdata/README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(readme), line) {
		t.Errorf("testdata/README.md does not have the line %s", line)
	}
}

func corpusEntries(t *testing.T, manifest []byte) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(manifest)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, r := range rows[1:] {
		entry := make(map[string]string)
		for i, name := range rows[0] {
			entry[name] = r[i]
		}
		out = append(out, entry)
	}
	return out
}

// corpusFile holds one file against its line of the manifest.
func corpusFile(t *testing.T, root string, want map[string]string) {
	path := filepath.Join(root, filepath.FromSlash(want["file"]))
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%s is in the manifest and not there", want["file"])
	}
	var stdout, stderr bytes.Buffer
	start := time.Now()
	code := run([]string{"inspect", path, "--json"}, world{stdin: strings.NewReader(""), stdout: &stdout, stderr: &stderr})
	if took := time.Since(start); took > 15*time.Second {
		t.Errorf("it took %s", took)
	}
	if code != exitDone && code != exitNothing && code != exitPartly {
		t.Errorf("exit code %d", code)
	}
	var all inspected
	if err := json.Unmarshal(stdout.Bytes(), &all); err != nil || len(all.Files) != 1 {
		t.Fatalf("%v in %q", err, stdout.String())
	}
	file := all.Files[0]
	for _, s := range file.Sheets {
		if s.Read != s.Used+s.SetAside+s.Duplicates {
			t.Errorf("%q: %d rows read are not %d used, %d set aside and %d repeats", s.Sheet, s.Read, s.Used, s.SetAside, s.Duplicates)
		}
	}
	switch want["expect"] {
	case "refuse":
		refused(t, file, want)
	case "read":
		if file.Error != "" {
			t.Fatalf("it is refused: %s", file.Error)
		}
		asStated(t, file, want)
	default:
		if file.Error == "" {
			told(t, file)
			asStated(t, file, want)
		}
	}
}

// reasons are words that say why a file is refused.
var reasons = map[string][]string{
	"encrypted":          {"password"},
	"damaged":            {"damaged", "stops before its end"},
	"bomb":               {"unpacks to far more"},
	"unsupported_format": {"cannot read", "which we", "not read", "format"},
	"not_a_table":        {"not a table", "no simple table"},
	"empty":              {"0 bytes", "nothing is written", "empty"},
	"external_entity":    {"entities"},
}

func refused(t *testing.T, file inspectedFile, want map[string]string) {
	if file.Error == "" {
		t.Fatalf("it is read, %d sheets", len(file.Sheets))
	}
	if want["reason"] == "" {
		return
	}
	said := strings.ToLower(file.Error)
	for _, reason := range strings.Split(want["reason"], "|") {
		for _, words := range reasons[reason] {
			if strings.Contains(said, words) {
				return
			}
		}
	}
	t.Errorf("it is refused with %q, which does not say %s", file.Error, want["reason"])
}

// told wants rows or a problem of every file that is not refused.
func told(t *testing.T, file inspectedFile) {
	for _, s := range file.Sheets {
		if s.Read > 0 || len(s.Problems) > 0 {
			return
		}
	}
	t.Error("it is neither refused nor read, and no problem is named")
}

func asStated(t *testing.T, file inspectedFile, want map[string]string) {
	if !oneOf(want["encoding"], file.Encoding, plainName) && !(want["encoding"] == "utf-8-bom" && plainName(file.Encoding) == "utf8") {
		t.Errorf("encoding %q, want %s", file.Encoding, want["encoding"])
	}
	if !oneOf(want["delimiter"], file.Delimiter, strings.ToLower) {
		t.Errorf("delimiter %q, want %s", file.Delimiter, want["delimiter"])
	}
	sheets := strings.Split(want["sheets"], "|")
	if len(sheets) > 1 {
		for _, name := range sheets {
			if !slices.ContainsFunc(file.Sheets, func(s inspectedSheet) bool { return s.Sheet == name }) {
				t.Errorf("the sheet %q is not reported", name)
			}
		}
	}
	main := slices.IndexFunc(file.Sheets, func(s inspectedSheet) bool { return s.Sheet == sheets[0] })
	if main < 0 && len(file.Sheets) > 0 && len(sheets) == 1 {
		main = 0
	}
	if main < 0 {
		if want["rows"] != "" || want["header_row"] != "" || want["expect"] == "read" {
			t.Errorf("the main sheet %q is not reported", sheets[0])
		}
		return
	}
	mainAsStated(t, file.Sheets[main], want)
}

func mainAsStated(t *testing.T, s inspectedSheet, want map[string]string) {
	if want["expect"] == "read" && want["rows"] != "0" && s.Read == 0 {
		t.Error("no row is read")
	}
	if !oneOf(want["header_row"], strconv.Itoa(s.HeaderRow), strings.TrimSpace) {
		t.Errorf("headings in row %d, want %s", s.HeaderRow, want["header_row"])
	}
	if want["rows"] == "" {
		return
	}
	aside := 0
	for _, p := range s.Problems {
		if namesNoRecord(p.Code) {
			aside += p.Count
		}
	}
	for _, n := range strings.Split(want["rows"], "|") {
		rows, err := strconv.Atoi(n)
		if err != nil {
			t.Fatal(err)
		}
		if s.Read == rows || s.Read-rows == aside || rows-s.Read == aside {
			return
		}
	}
	t.Errorf("%d rows are read and %d named as no records, want %s", s.Read, aside, want["rows"])
}

// namesNoRecord tells whether a problem is about rows that are no records.
func namesNoRecord(code string) bool {
	for _, word := range []string{"total", "footer", "note", "title", "comment-line", "section", "repeated-heading", "another-table"} {
		if strings.Contains(code, word) {
			return true
		}
	}
	return false
}

// oneOf tells whether a value is one of those that are stated; nothing stated is
// not checked.
func oneOf(stated, got string, plain func(string) string) bool {
	if stated == "" {
		return true
	}
	for _, s := range strings.Split(stated, "|") {
		if plain(s) == plain(got) {
			return true
		}
	}
	return false
}

// plainName is the name of an encoding without case and punctuation.
func plainName(s string) string {
	return strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(s))
}
