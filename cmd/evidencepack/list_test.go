package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// asJSON runs list with some words and reads its JSON into rows.
func asJSON(t *testing.T, rows any, words ...string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code := run(append([]string{"list"}, append(words, "--json")...), world{stdin: &bytes.Buffer{}, stdout: &stdout, stderr: &stderr})
	if code != exitDone {
		t.Fatalf("list %v ended with %d: %s", words, code, stderr.String())
	}
	in := json.NewDecoder(&stdout)
	in.DisallowUnknownFields()
	if err := in.Decode(rows); err != nil {
		t.Fatal(err)
	}
}

// TestListMetricsIsTheCatalogue wants every id of the catalogue in list metrics --json,
// with all its words; a measure beyond the catalogue needs no quality statement.
func TestListMetricsIsTheCatalogue(t *testing.T) {
	text, err := os.ReadFile("../../testdata/oracle/ids.txt")
	if err != nil {
		t.Fatal(err)
	}
	catalogue := strings.Fields(string(text))
	var rows []metricRow
	asJSON(t, &rows, "metrics")
	var got []string
	for _, row := range rows {
		got = append(got, row.ID)
		if row.Title == "" || row.Means == "" || row.Numerator == "" || row.Unit == "" || row.Better == "" || row.Grain == "" ||
			len(row.Partners) == 0 || len(row.Needs) == 0 || row.Since == "" || row.Source == "" || row.WhyItMatters == "" {
			t.Errorf("%s is not all there: %+v", row.ID, row)
		}
		if row.Minimum == 0 && row.Unit != "count" {
			t.Errorf("%s has no smallest size", row.ID)
		}
		for _, need := range row.Needs {
			for _, column := range need.Columns {
				if column.Words == "" || strings.HasPrefix(column.Words, " or ") || strings.HasSuffix(column.Words, " or ") {
					t.Errorf("%s: the column %v of %s has no words", row.ID, column.Fields, need.Record)
				}
			}
		}
		if slices.Contains(catalogue, row.ID) && !slices.ContainsFunc(row.Frameworks, func(p metricPlaces) bool { return p.Framework == "cqc-single-assessment" }) {
			t.Errorf("%s speaks to no quality statement", row.ID)
		}
	}
	for _, id := range catalogue {
		if !slices.Contains(got, id) {
			t.Errorf("list metrics does not hold %s", id)
		}
	}
}

// careNotes makes a folder with care notes alone.
func careNotes(t *testing.T, more map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	var notes strings.Builder
	notes.WriteString("Date,Service user,Service,Category,Outcome\n")
	for day := 10; day < 30; day++ {
		notes.WriteString("2026-09-" + string(rune('0'+day/10)) + string(rune('0'+day%10)) + ",P-1,Ash House,Personal care,Completed\n")
	}
	writeFiles(t, dir, map[string]string{"care_notes.csv": notes.String()})
	writeFiles(t, dir, more)
	return dir
}

// TestListForAFolder says of each measure whether it can be worked out, and
// otherwise which export is missing.
func TestListForAFolder(t *testing.T) {
	dir := careNotes(t, nil)
	var rows []metricRow
	asJSON(t, &rows, "metrics", "--for", dir)
	for _, row := range rows {
		switch {
		case row.Found == nil:
			t.Fatalf("%s: nothing is said of the folder", row.ID)
		case row.Found.Figure != (row.Found.Why == ""):
			t.Errorf("%s: figure %v, why %q", row.ID, row.Found.Figure, row.Found.Why)
		case row.Found.Figure && len(row.Found.Lacks) > 0:
			t.Errorf("%s has a figure and lacks %v", row.ID, row.Found.Lacks)
		case row.ID == "REF-01" && !row.Found.Figure:
			t.Errorf("no refusals from care notes: %s", row.Found.Why)
		case row.ID == "MED-01":
			if len(row.Found.Lacks) != 1 || row.Found.Lacks[0].Record != "med_admin" || row.Found.Lacks[0].Given || !strings.Contains(row.Found.Why, "medicines given") {
				t.Errorf("missed doses without an export of medicines: %+v", row.Found)
			}
		}
	}
	var records []recordRow
	asJSON(t, &records, "records", "--for", dir)
	for _, row := range records {
		if want := map[bool]int{true: 20, false: 0}[row.Kind == "care_task"]; row.Found == nil || row.Found.Rows != want {
			t.Errorf("%s: %+v, want %d rows", row.Kind, row.Found, want)
		}
	}
	var frameworks []frameworkRow
	asJSON(t, &frameworks, "frameworks", "--for", dir)
	for _, f := range frameworks {
		for _, s := range f.Statements {
			if s.Figures == nil || *s.Figures > len(s.Metrics) {
				t.Errorf("%s, %s: figures %v of %d", f.Framework, s.ID, s.Figures, len(s.Metrics))
			}
		}
	}
	var stdout, stderr bytes.Buffer
	run([]string{"list", "metrics", "--for", dir}, world{stdin: &bytes.Buffer{}, stdout: &stdout, stderr: &stderr})
	if !strings.Contains(stdout.String(), "measures can be worked out from these exports") || !strings.Contains(stdout.String(), "No figure: these exports lack medicines given") {
		t.Errorf("in words: %s%s", stdout.String(), stderr.String())
	}
}

// TestListFrameworks has of each its date, status, version and source.
func TestListFrameworks(t *testing.T) {
	var rows []frameworkRow
	asJSON(t, &rows, "frameworks")
	var got []string
	for _, f := range rows {
		got = append(got, f.Framework)
		if f.Title == "" || f.Date == "" || f.Status == "" || f.Version == "" || f.Source == "" || len(f.Statements) == 0 {
			t.Errorf("%+v", f)
		}
		if (f.Status == "draft") != (f.Framework == "cqc-draft-2026-03") {
			t.Errorf("%s is %s", f.Framework, f.Status)
		}
	}
	if want := []string{"care-inspectorate", "ciw", "cqc-draft-2026-03", "cqc-single-assessment", "rqia", "tender-headings"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestListRefuses says what is wrong with a folder and with a flag.
func TestListRefuses(t *testing.T) {
	wrong := careNotes(t, map[string]string{"pack.yaml": "provider: Test\nframeworks:\n  - cqc-single-assessment\n  - rqai\n"})
	twice := careNotes(t, map[string]string{"pack.yaml": "frameworks: [ciw, ciw]\n"})
	for _, c := range []struct {
		words []string
		code  int
		want  string
	}{
		{[]string{"list", "packs", "--for", "."}, exitUsage, "--for does not go with packs"},
		{[]string{"list", "metrics", "--for", filepath.Join(wrong, "nowhere")}, exitNothing, "there is no folder"},
		{[]string{"build", "--in", wrong, "--out", t.TempDir()}, exitNothing, `pack.yaml, line 4: there is no framework "rqai"; there are care-inspectorate, ciw,`},
		{[]string{"build", "--in", twice, "--out", t.TempDir()}, exitNothing, `pack.yaml, line 1: the framework "ciw" is named twice`},
	} {
		var stdout, stderr bytes.Buffer
		code := run(c.words, world{stdin: &bytes.Buffer{}, stdout: &stdout, stderr: &stderr})
		said := strings.Join(strings.Fields(stderr.String()), " ")
		if code != c.code || !strings.Contains(said, c.want) {
			t.Errorf("%v: %d %s, want %d %s", c.words, code, said, c.code, c.want)
		}
	}
}
