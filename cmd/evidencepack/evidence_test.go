package main

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"evidencepack/testdata/caresample"
)

// sampleFlags are the windows of the sample's expected figures.
var sampleFlags = []string{"--from", "2026-04-01", "--to", "2026-09-30", "--baseline-from", "2025-10-01", "--baseline-to", "2026-03-31"}

// sample is one build of the care sample that tests share, because none of them
// changes it; TestMain takes it away.
var sample struct {
	once sync.Once
	dir  string
}

// sharedSample gives the packs of the shared build.
func sharedSample(t *testing.T) (out string) {
	t.Helper()
	sample.once.Do(func() {
		dir, err := os.MkdirTemp("", "evidencepack-test-")
		if err != nil {
			t.Fatal(err)
		}
		sample.dir = dir
		if err := caresample.Unpack(dir); err != nil {
			t.Fatal(err)
		}
		mustRun(t, append([]string{"build", "--in", filepath.Join(dir, "exports"), "--out", filepath.Join(dir, "out")}, sampleFlags...)...)
	})
	return filepath.Join(sample.dir, "out")
}

// mustRun runs the program and fails the test on any exit code but 0.
func mustRun(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(args, world{stdin: &bytes.Buffer{}, stdout: &stdout, stderr: &stderr}); code != exitDone {
		t.Fatalf("evidencepack %v: exit %d\n%s", args, code, stderr.String())
	}
	return stdout.String()
}

// TestEveryExpectedFigure compares evidence.csv with figures that were worked out
// by somebody else's program: counts exactly, values and limits to 1e-9; people
// have our pseudonyms, so their rows are compared as multisets. Metrics and
// breakdowns that the other program does not have may be there too.
func TestEveryExpectedFigure(t *testing.T) {
	out := sharedSample(t)
	got := readCSV(t, filepath.Join(out, "evidence.csv"))
	expected, err := caresample.Expected("expected_evidence.csv")
	if err != nil {
		t.Fatal(err)
	}
	want := parseCSV(t, bytes.NewReader(expected))
	if len(want) < 6000 {
		t.Fatalf("%d expected figures", len(want))
	}
	// The other program has no breakdown but that by change of approach.
	series := func(r map[string]string) string {
		by, _, _ := strings.Cut(r["breakdown"], "=")
		return r["metric_id"] + " " + by
	}
	expectedSeries := make(map[string]bool)
	for _, r := range want {
		expectedSeries[series(r)] = true
	}
	gotBy, wantBy := byFigure(got), byFigure(want)
	for key, rows := range wantBy {
		if differ := compareRows(gotBy[key], rows); differ != "" {
			t.Errorf("%s: %s", key, differ)
		}
	}
	for key, rows := range gotBy {
		if expectedSeries[series(rows[0])] && len(wantBy[key]) == 0 {
			t.Errorf("%s: %d rows that nobody expected", key, len(rows))
		}
	}
	ids := make(map[string]bool)
	for _, r := range got {
		ids[r["evidence_id"]] = true
	}
	if len(ids) != len(got) {
		t.Errorf("%d evidence ids for %d figures", len(ids), len(got))
	}
}

func byFigure(rows []map[string]string) map[string][]map[string]string {
	by := make(map[string][]map[string]string)
	for _, r := range rows {
		person := ""
		if r["person"] != "" {
			person = "a person"
		}
		key := fmt.Sprint(r["metric_id"], " ", r["service"], " ", person, " ", r["breakdown"], " ", r["grain"], " ", r["from"], " ", r["to"])
		by[key] = append(by[key], r)
	}
	return by
}

// compareRows sets two multisets of rows beside each other, "" where they are equal.
func compareRows(got, want []map[string]string) string {
	if len(got) != len(want) {
		return fmt.Sprintf("%d rows, expected %d", len(got), len(want))
	}
	order := func(a, b map[string]string) int {
		for _, column := range []string{"status", "numerator", "denominator", "people"} {
			if c := cmp.Compare(a[column], b[column]); c != 0 {
				return c
			}
		}
		x, _ := strconv.ParseFloat(a["value"], 64) // an empty value sorts as 0
		y, _ := strconv.ParseFloat(b["value"], 64)
		return cmp.Compare(x, y)
	}
	slices.SortFunc(got, order)
	slices.SortFunc(want, order)
	for i := range want {
		for _, column := range []string{"numerator", "denominator", "people", "status", "unit"} {
			if got[i][column] != want[i][column] {
				return fmt.Sprintf("%s is %q, expected %q", column, got[i][column], want[i][column])
			}
		}
		for _, column := range []string{"value", "lower95", "upper95"} {
			if !near(got[i][column], want[i][column]) {
				return fmt.Sprintf("%s is %q, expected %q", column, got[i][column], want[i][column])
			}
		}
	}
	return ""
}

func near(a, b string) bool {
	if a == "" || b == "" {
		return a == b
	}
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	return errX == nil && errY == nil && math.Abs(x-y) <= 1e-9*math.Max(1, math.Abs(y))
}

func readCSV(t *testing.T, name string) []map[string]string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text, found := bytes.CutPrefix(text, []byte("\xEF\xBB\xBF"))
	if !found {
		t.Errorf("%s has no byte order mark, so Excel would not show Welsh names", filepath.Base(name))
	}
	return parseCSV(t, bytes.NewReader(text))
}

func parseCSV(t *testing.T, r io.Reader) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(r).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		m := make(map[string]string, len(row))
		for i, v := range row {
			m[rows[0][i]] = v
		}
		out = append(out, m)
	}
	return out
}

// TestManifestLedger compares the ledger of manifest.json with expected_rows.csv
// in every class.
func TestManifestLedger(t *testing.T) {
	out := sharedSample(t)
	m := readManifest(t, out)
	expected, err := caresample.Expected("expected_rows.csv")
	if err != nil {
		t.Fatal(err)
	}
	sheets := make(map[string]manifestSheet)
	for _, in := range m.Inputs {
		for _, s := range in.Sheets {
			sheets[in.File+" "+s.Sheet] = s
		}
	}
	rows := parseCSV(t, bytes.NewReader(expected))
	if len(rows) != len(sheets) {
		t.Errorf("%d sheets, expected %d", len(sheets), len(rows))
	}
	for _, r := range rows {
		s := sheets[r["file"]+" "+r["sheet"]]
		got := fmt.Sprint(s.RecordKind, " ", s.HeaderRow, " ", s.RowsRead, " ", s.Used, " ", s.Rejected, " ", s.Unmapped, " ", s.Duplicates, " ", s.StruckOut)
		want := fmt.Sprint(r["record_type"], " ", r["header_row"], " ", r["rows_read"], " ", r["used"], " ", r["rejected"], " ", r["unmapped"], " ", r["duplicates"], " ", r["struck_out"])
		if got != want {
			t.Errorf("%s %s: %s, expected %s", r["file"], r["sheet"], got, want)
		}
	}
}
