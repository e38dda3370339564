package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"evidencepack/metrics"
	"evidencepack/render"
	"evidencepack/render/page"
	"evidencepack/testdata/caresample"
)

// tracedFigures is how many figures of the sample are traced, and lookedUp how many of
// them at least are looked up in the source files.
const (
	tracedFigures = 50
	lookedUp      = 15
)

// readSample reads the shared sample once, for many traces.
func readSample(t *testing.T) *tracer {
	t.Helper()
	out := sharedSample(t)
	m, _, err := openManifest(out)
	if err != nil {
		t.Fatal(err)
	}
	c := traceCommand{Out: out, exportFlags: exportFlags{In: filepath.Join(filepath.Dir(out), "exports")}}
	tr, err := c.tracer(world{stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{}}, m)
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

// sampleEvidence reads evidence.csv of the shared sample by column.
func sampleEvidence(t *testing.T) []map[string]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(sharedSample(t), "evidence.csv"))
	if err != nil {
		t.Fatal(err)
	}
	return csvRows(t, strings.TrimPrefix(string(text), "\uFEFF"))
}

func csvRows(t *testing.T, text string) []map[string]string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, line := range all[1:] {
		row := make(map[string]string)
		for i, name := range all[0] {
			row[name] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// stratum is what figures are chosen by: as many kinds of figure as there are.
func stratum(row map[string]string) string {
	part, _, _ := strings.Cut(row["breakdown"], "=")
	return strings.Join([]string{row["unit"], row["grain"], row["status"], strconv.FormatBool(row["service"] != ""), strconv.FormatBool(row["person"] != ""), strconv.FormatBool(part != "")}, " ")
}

// chosen picks figures with a fixed seed: each kind of figure first, and then each
// measure, as long as there are any that were not picked yet.
func chosen(evidence []map[string]string) []map[string]string {
	g := rand.New(rand.NewPCG(6, 50))
	evidence = slices.Clone(evidence)
	g.Shuffle(len(evidence), func(i, j int) { evidence[i], evidence[j] = evidence[j], evidence[i] })
	strata, units, measures := map[string]bool{}, map[string]bool{}, map[string]bool{}
	var picked []map[string]string
	for round := range 3 {
		for _, row := range evidence {
			fresh := [...]bool{!units[row["unit"]], !strata[stratum(row)] && len(picked) < tracedFigures*2/3, true}[round]
			if len(picked) == tracedFigures || !fresh || measures[row["metric_id"]] || row["status"] == "no_data" {
				continue
			}
			strata[stratum(row)], units[row["unit"]], measures[row["metric_id"]] = true, true, true
			picked = append(picked, row)
		}
	}
	return picked
}

// counted counts the rows of a trace from its own words, in a few lines that know
// nothing of how the figures are made.
func counted(metric, unit string, rows []map[string]string) (numerator, denominator float64) {
	m, _ := metrics.Find(metric)
	things := map[string]bool{}
	for _, row := range rows {
		for _, side := range []string{"numerator", "denominator"} {
			if row["counted_as"] != side && row["counted_as"] != "both" {
				continue
			}
			n := 1.0
			switch {
			case unit == "per_1000_care_days" && side == "denominator", slices.Contains([]string{"hours", "shifts", "staff", "answers", "rows of each file", "restrictions more or fewer"}, m.Counts):
				n, _ = strconv.ParseFloat(row["adds_to_"+side], 64)
			case m.Counts == "people" && row["person"] != "": // the number of the person is not needed
				n = once(things, side+row["person"])
			case unit == "per_person_week" && side == "denominator":
				n = once(things, side+row["person"]) * float64(windowDays(row)) / 7
			case row["counted_once"] != "":
				n = once(things, side+row["counted_once"])
			}
			if side == "numerator" {
				numerator += n
			} else {
				denominator += n
			}
		}
	}
	return numerator, denominator
}

func once(seen map[string]bool, key string) float64 {
	if seen[key] {
		return 0
	}
	seen[key] = true
	return 1
}

// windowDays gives the days of the window that a test wrote beside each row.
func windowDays(row map[string]string) int {
	n, _ := strconv.Atoi(row["days"])
	return n
}

// agrees holds a count against a number as evidence.csv has it; empty is no number.
func agrees(written string, count float64) bool {
	v, err := strconv.ParseFloat(written, 64)
	return written == "" || err == nil && math.Abs(v-count) < 1e-6
}

// days counts the days of a figure's window.
func daysBetween(row map[string]string) string {
	from, _ := day("from", row["from"])
	to, _ := day("to", row["to"])
	return strconv.Itoa(int(to-from) + 1)
}

func TestTraceGivesTheRowsBehindTheFigures(t *testing.T) {
	tr := readSample(t)
	picked := chosen(sampleEvidence(t))
	units, inFiles := map[string]bool{}, 0
	for _, want := range picked {
		figure, _, err := tr.findTier(want["evidence_id"])
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := tr.answer(figure, false).csv(&out); err != nil {
			t.Fatal(err)
		}
		rows := csvRows(t, out.String())
		var sums [2]float64
		for _, row := range rows {
			row["days"] = daysBetween(want)
			a, _ := strconv.ParseFloat(row["adds_to_numerator"], 64)
			b, _ := strconv.ParseFloat(row["adds_to_denominator"], 64)
			sums[0], sums[1] = sums[0]+a, sums[1]+b
		}
		numerator, denominator := counted(want["metric_id"], want["unit"], rows)
		if !agrees(want["numerator"], numerator) || !agrees(want["denominator"], denominator) {
			t.Errorf("%v: counted %v of %v in %d rows", want, numerator, denominator, len(rows))
		}
		if !agrees(want["numerator"], sums[0]) || !agrees(want["denominator"], sums[1]) {
			t.Errorf("%v: the rows add up to %v", want, sums)
		}
		units[want["unit"]] = true
		if found := lookUp(t, tr, want, rows); found > 0 {
			inFiles++
		}
	}
	if len(picked) != tracedFigures || len(units) != 9 || inFiles < lookedUp {
		t.Errorf("%d figures of %d units, %d looked up in the files", len(picked), len(units), inFiles)
	}
}

// csvLine is one row of a CSV file by the names of its columns.
type csvLine map[string]string

// fileLines reads a text file by the line on which each row starts.
func fileLines(t *testing.T, file string) map[string]csvLine {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	read := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\uFEFF")))
	head, err := read.Read()
	if err != nil {
		t.Fatal(err)
	}
	lines := make(map[string]csvLine)
	for {
		cells, err := read.Read()
		if err != nil {
			return lines
		}
		at, _ := read.FieldPos(0)
		one := make(csvLine)
		for i, name := range head {
			one[name] = cells[i]
		}
		lines[strconv.Itoa(at)] = one
	}
}

// sourceLooks say which files are looked up, in which column the id of a row stands, and
// in which its day.
var sourceLooks = map[string]struct{ id, on string }{
	"care_notes_": {"Task ID", "Date"}, "actions.csv": {"Action ID", ""}, "attendance.csv": {"", "Date"},
	"step_records.csv": {"Record ID", ""}, "self_ratings.csv": {"Rating ID", "Date"}, "people.csv": {"Placement ID", ""},
}

// readFiles are the files that were looked up, by name.
var readFiles = map[string]map[string]csvLine{}

// lookUp finds the rows of a trace in the source files by line number and checks that
// the id is the one named, the day is in the window, and the outcome fits.
func lookUp(t *testing.T, tr *tracer, figure map[string]string, rows []map[string]string) (found int) {
	t.Helper()
	files := readFiles
	for _, row := range rows {
		for prefix, look := range sourceLooks {
			if !strings.HasPrefix(row["file"], prefix) {
				continue
			}
			if files[row["file"]] == nil {
				files[row["file"]] = fileLines(t, filepath.Join(filepath.Dir(sharedSample(t)), "exports", row["file"]))
			}
			source, there := files[row["file"]][row["row"]]
			if !there || look.id != "" && source[look.id] != row["record_id"] {
				t.Errorf("%s %s: no such row as %v", figure["evidence_id"], figure["metric_id"], row)
				continue
			}
			found++
			if wrong := misfit(figure, row, source, look.on); wrong != "" {
				t.Errorf("%s %s, %s row %s: %s", figure["evidence_id"], figure["metric_id"], row["file"], row["row"], wrong)
			}
		}
	}
	return found
}

// misfit says what in a source row does not fit what it counted as, "" where all does.
func misfit(figure, row map[string]string, source csvLine, on string) string {
	metric, above := figure["metric_id"], row["counted_as"] != "denominator"
	if d := strings.Split(source[on], "/"); on != "" && len(d) == 3 && !slices.Contains([]string{"IND-02", "IND-03", "IND-11", "MED-06", "RES-15"}, metric) {
		if iso := fmt.Sprintf("%s-%s-%s", d[2], d[1], d[0]); iso < figure["from"] || iso > figure["to"] {
			return "dated " + iso
		}
	}
	no := slices.Contains([]string{"Refused", "Declined"}, source["Outcome"])
	switch metric {
	case "REF-01", "REF-05", "REF-06":
		if no && !above {
			return "refused, and counted as none"
		}
		if above && slices.Contains([]string{"Completed", "Independent", "Asleep"}, source["Outcome"]) {
			return "counted as a refusal: " + source["Outcome"]
		}
	case "LRN-04":
		done, due := source["Date completed"], source["Due date"]
		if due < figure["from"] || due > figure["to"] || above != (done != "" && done <= due) {
			return "due " + due + ", done " + done
		}
	case "ATT-01":
		if above != strings.HasPrefix(source["Status"], "Attended") && source["Status"] != "Partial" {
			return source["Status"]
		}
	}
	return ""
}

// TestTraceOnTheCommandLine asks for a figure, for one of a person by the id of
// another tier, and for the rows before a change.
func TestTraceOnTheCommandLine(t *testing.T) {
	out := sharedSample(t)
	in := filepath.Join(filepath.Dir(out), "exports")
	tr := readSample(t)
	late := slices.IndexFunc(tr.figures, func(f metrics.Figure) bool {
		return f.MetricID == "LRN-04" && f.Scope.Service == "Lantern Court" && f.Grain == metrics.GrainPeriod
	})
	text := mustRun(t, "trace", out, render.EvidenceIDs(tr.figures, page.TierInternal, nil)[late], "--in", in)
	for _, want := range []string{
		"LRN-04 Actions on time, Lantern Court\n1 April to 30 September 2026: 8 of 14 (57%)\n",
		"  actions.csv  131  ACT0129   9 Jun 2026  26 Jun 2026  other actions due\n",
		"  actions.csv  145  ACT0143  12 Aug 2026   1 Aug 2026  actions on time\n",
		"14 rows: 8 of actions on time, 6 of other actions due. Row 1 is the heading.\n",
		"Next: open actions.csv at these rows. Names are there, not here.\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("trace does not say %q:\n%s", want, text)
		}
	}
	inspection := render.EvidenceIDs(tr.figures, page.TierInspection, tr.pseudonyms()[page.TierInspection])
	i := slices.IndexFunc(tr.figures, func(f metrics.Figure) bool {
		return f.MetricID == "REF-01" && f.Scope.Person != "" && *f.Value.Denominator > 50
	})
	rows := csvRows(t, mustRun(t, "trace", out, inspection[i], "--in", in, "--csv"))
	if float64(len(rows)) != *tr.figures[i].Value.Denominator || rows[0]["person"] != tr.pseudonyms()[page.TierInspection][tr.figures[i].Scope.Person] {
		t.Errorf("%d rows of %q, want %v of %q", len(rows), rows[0]["person"], *tr.figures[i].Value.Denominator, tr.pseudonyms()[page.TierInspection][tr.figures[i].Scope.Person])
	}
	who := tr.figures[i].Scope.Person
	text = mustRun(t, "trace", out, inspection[i], "--in", in)
	for _, want := range []string{
		"This is " + tr.names[who] + " in the monthly report and " + tr.pseudonyms()[page.TierInspection][who] + " in the inspection pack.\n",
		"Of a text file the row is its line. In brackets stands the row",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("trace does not say %q:\n%s", want, text)
		}
	}
	if code, _, stderr := tryRun("trace", out, inspection[i], "--in", t.TempDir()); code != exitUsage || !strings.Contains(stderr, "none of the exports") {
		t.Errorf("exit %d without the exports: %s", code, stderr)
	}
	change := slices.IndexFunc(tr.figures, func(f metrics.Figure) bool { return f.Value.Change != nil && f.Value.Status == metrics.OK })
	before := csvRows(t, mustRun(t, "trace", out, render.EvidenceIDs(tr.figures, page.TierInternal, tr.names)[change], "--in", in, "--csv", "--before"))
	numerator, denominator := counted("CHG-02", "points", before)
	if v := tr.figures[change].Value.Change; numerator != v.BeforeNumerator || denominator != v.BeforeDenominator {
		t.Errorf("%v of %v before, want %v of %v", numerator, denominator, v.BeforeNumerator, v.BeforeDenominator)
	}
}

// TestTraceNamesNobody looks for every word of the names, numbers and addresses of the
// sample in a trace of every measure, in both forms.
func TestTraceNamesNobody(t *testing.T) {
	tr := readSample(t)
	text, err := caresample.Expected("identifiers.txt")
	if err != nil {
		t.Fatal(err)
	}
	private := map[string]bool{}
	for name := range strings.Lines(string(text)) {
		for _, word := range strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" ,\n", r) }) {
			private[word] = len(word) > 3 && (len(word) > 5 || strings.Trim(word, "0123456789") != "") // 1632 may be a row
		}
	}
	seen := map[string]bool{}
	for _, f := range tr.figures {
		if seen[f.MetricID] || f.Value.Status == metrics.NoData {
			continue
		}
		seen[f.MetricID] = true
		var out bytes.Buffer
		a := tr.answer(f, false)
		if err := a.csv(&out); err != nil {
			t.Fatal(err)
		}
		for word := range strings.FieldsFuncSeq(out.String()+a.text(true, pageRows), func(r rune) bool { return strings.ContainsRune(" ,\n\"():;", r) }) {
			if private[word] {
				t.Errorf("%s: a trace holds %q", f.MetricID, word)
				delete(private, word)
			}
		}
	}
	if len(seen) < 80 {
		t.Errorf("%d measures traced", len(seen))
	}
}

// TestTraceListsTheSmallerPartFirst asks for a figure of many rows of which few count, or
// few do not: those come first, and a line says which they are.
func TestTraceListsTheSmallerPartFirst(t *testing.T) {
	tr := readSample(t)
	told := 0
	for _, f := range tr.figures {
		if f.Value.Numerator == nil || f.Value.Denominator == nil || *f.Value.Denominator > 3000 || f.Grain != metrics.GrainPeriod || f.Scope.Person != "" || f.Value.Change != nil {
			continue
		}
		a := tr.answer(f, false)
		rows, line := a.smallerFirst()
		if len(rows) != len(a.rows) {
			t.Fatalf("%s: %d rows of %d", f.MetricID, len(rows), len(a.rows))
		}
		if line == "" || len(rows) <= pageRows {
			continue
		}
		counted := func(r metrics.TracedRow) bool { return r.Counted&metrics.CountedNumerator != 0 }
		first := 0
		for counted(rows[first]) == counted(rows[0]) {
			first++
		}
		text := a.text(false, pageRows)
		if 2*first > len(rows) || slices.ContainsFunc(rows[first:], func(r metrics.TracedRow) bool { return counted(r) == counted(rows[0]) }) || !strings.Contains(text, line) {
			t.Errorf("%s: the first %d of %d, %q", f.MetricID, first, len(rows), line)
		}
		if strings.Contains(a.text(true, pageRows), "The smaller part first") {
			t.Errorf("%s: all rows are listed by date", f.MetricID)
		}
		told++
	}
	if told < 20 {
		t.Errorf("%d figures were told in parts", told)
	}
}
