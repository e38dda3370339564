package mapping

import (
	"reflect"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

const medicines = `# Outcomes in the medicines files. Choose from: accepted, refused, ignore
person_ref: Resident no
outcome: "How it went: today"
date_order: mdy
codes:
  A: refused        # 3 rows
  "F": "?"
  See note: ignore
  "1": accepted
`

// everything uses every option once.
const everything = `kind: rating
files: ["MAR Oak*.csv", extra.csv]
sheet: "Log*"
headings: [Date, Score]
header_row: 5
person_ref: [Resident no, Client ID]
person_ref: Number
note: ["=Total"]
service_ref: =Oak House
staff:
wide:
  - value: Initial score
    event_date: Initial review date
  - value: 6 month review score
    event_date: 6 month review completed on
    scale: =confidence
codes: {A: refused}
codes_of:
  scale:
    A: anxiety
legend: log-my-care
scales:
  comfort: 1 to 5, higher is better
  anxiety: 0 to 10, lower is better
  mood: -1.5 to 1
date_order: dmy
time_zone: utc
reoffer: rows
section: service_ref
sheet_is: month
group_separator: "/"
list_separator: ";"
ignore_columns: Keyworker
drop: [NI number]
skip_rows:
  Approval status: [Rejected, Duplicate]
  Name: Test Person
documented_in: nowhere
as_of: 2026-11-22
# Not used: Mood at visit (looks like words)
`

func TestParse(t *testing.T) {
	m, err := Parse("mappings/medicines.yaml", []byte(medicines))
	if err != nil {
		t.Fatal(err)
	}
	if m.Kind != record.KindMedAdmin || m.File != "mappings/medicines.yaml" || m.DateOrder != MonthFirst {
		t.Errorf("kind %q, file %q, date order %q", m.Kind, m.File, m.DateOrder)
	}
	if want := map[string][]string{"person_ref": {"Resident no"}, "outcome": {"How it went: today"}}; !reflect.DeepEqual(m.Columns, want) {
		t.Errorf("columns %v, want %v", m.Columns, want)
	}
	if want := map[string]string{"A": "refused", "F": Undecided, "See note": Ignore, "1": "accepted"}; !reflect.DeepEqual(m.Codes, want) {
		t.Errorf("codes %v, want %v", m.Codes, want)
	}
	for what, line := range map[string]int{"person_ref": 2, "outcome": 3, "codes A": 6, "codes See note": 8} {
		if m.Lines[what] != line {
			t.Errorf("%s is said to be in line %d, want %d", what, m.Lines[what], line)
		}
	}
}

func TestParseEverything(t *testing.T) {
	m, err := Parse("ours.yaml", []byte(everything))
	if err != nil {
		t.Fatal(err)
	}
	m.Lines = nil
	want := &Mapping{
		File: "ours.yaml", Kind: record.KindRating, Files: []string{"MAR Oak*.csv", "extra.csv"}, Sheets: []string{"Log*"},
		Headings: []string{"Date", "Score"}, HeaderRow: 5,
		Columns:   map[string][]string{"person_ref": {"Resident no", "Client ID", "Number"}, "note": {"=Total"}, "staff": nil},
		Constants: map[string]string{"service_ref": "Oak House"},
		Wide: []Block{
			{Columns: map[string]string{"value": "Initial score", "event_date": "Initial review date"}, Constants: map[string]string{}},
			{Columns: map[string]string{"value": "6 month review score", "event_date": "6 month review completed on"}, Constants: map[string]string{"scale": "confidence"}},
		},
		Codes: map[string]string{"A": "refused"}, CodesOf: map[string]map[string]string{"scale": {"A": "anxiety"}}, Legend: "log-my-care",
		Scales:    map[string]Scale{"comfort": {1, 5, "higher"}, "anxiety": {0, 10, "lower"}, "mood": {-1.5, 1, ""}},
		DateOrder: DayFirst, TimeZone: UTC, Reoffer: ReofferRows, Section: "service_ref", SheetIs: SheetIsMonth, GroupMark: "/", ListMark: ";",
		Ignored: []string{"Keyworker"}, Dropped: []string{"NI number"},
		SkipRows:   map[string][]string{"Approval status": {"Rejected", "Duplicate"}, "Name": {"Test Person"}},
		Documented: "nowhere", AsOf: "2026-11-22", Unused: []string{"Mood at visit (looks like words)"},
	}
	if !reflect.DeepEqual(m, want) {
		t.Errorf("read as\n%+v, want\n%+v", m, want)
	}
	if !m.Without("staff") || m.Without("note") || m.Without("outcome") {
		t.Error("a field with nothing behind it is in no column, and no other is")
	}
	if again, err := Parse("ours.yaml", m.Write()); err != nil || string(again.Write()) != string(m.Write()) {
		t.Errorf("written as\n%s\nit is read back differently (%v)", m.Write(), err)
	}
}

func TestParseKind(t *testing.T) {
	for _, kind := range record.Kinds {
		if FileName(kind) == ".yaml" {
			t.Errorf("%s has no file name", kind)
			continue
		}
		for _, file := range []string{FileName(kind), "a/b/" + FileName(kind), string(kind) + ".yml"} {
			if m, err := Parse(file, []byte("outcome: Result\n")); err != nil || m.Kind != kind {
				t.Errorf("%s is a mapping for %v (%v), want %s", file, m, err, kind)
			}
		}
	}
	if m, err := Parse("our_system.yaml", []byte("\ufeffkind: visit\r\nstatus: State\r\n")); err != nil || m.Kind != record.KindVisit || m.Columns["status"][0] != "State" {
		t.Errorf("a line kind: gives %v (%v)", m, err)
	}
	if m, err := Parse("staff.yaml", nil); err != nil || len(m.Columns)+len(m.Codes) > 0 {
		t.Errorf("an empty file gives %v (%v)", m, err)
	}
}

// TestParseErrors wants the file and, where there is one, the line named.
func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"ours.yaml", "outcome: Result\n", "ours.yaml: we do not know which kind"},
		{"ours.yaml", "# note\nkind: tasks\n", `ours.yaml, line 2: we do not know the kind "tasks"`},
		{"visits.yaml", "status: State\n\ndate_order: ymd\n", "visits.yaml, line 3: date_order is dmy"},
		{"visits.yaml", "time_zone: Paris\n", "visits.yaml, line 1: time_zone is UTC or Europe/London"},
		{"visits.yaml", "reoffer: sometimes\n", "visits.yaml, line 1: reoffer is rows"},
		{"visits.yaml", "sheet_is: a sheet\n", "visits.yaml, line 1: sheet_is is"},
		{"visits.yaml", "header_row: first\n", "visits.yaml, line 1: header_row is the number"},
		{"visits.yaml", "header_row: 0\n", "visits.yaml, line 1: header_row is the number"},
		{"visits.yaml", "scales:\n  comfort: 5 to 1\n", "visits.yaml, line 2: write a scale as"},
		{"visits.yaml", "scales:\n  comfort: 1 to 5, bigger\n", "visits.yaml, line 2: write a scale as"},
		{"visits.yaml", "legend: our-chart\n", `visits.yaml, line 1: we have no legend "our-chart"; there is log-my-care`},
		{"visits.yaml", "wide: Score\n", "visits.yaml, line 1: wide is a list"},
		{"visits.yaml", "wide:\n  - scale: =comfort\n", "visits.yaml, line 2: each entry of wide must name"},
		{"visits.yaml", "skip_rows:\n  Status:\n", "visits.yaml, line 2: say which words"},
		{"visits.yaml", "service_ref: =\n", "visits.yaml, line 1: no text stands behind the ="},
		{"visits.yaml", "service_ref: =Oak\nservice_ref: Home\n", `visits.yaml, line 2: "service_ref" has a text for every row`},
		{"visits.yaml", "status: \"\xff\"\n", "visits.yaml: it is not UTF-8"},
		{"visits.yaml", "status: [\n", "visits.yaml"},
		{"visits.yaml", "status: \"State\n", "visits.yaml"},
		{"visits.yaml", "- status\n- State\n", "visits.yaml"},
		{"visits.yaml", "just a text\n", "visits.yaml"},
		{"visits.yaml", "date_order: dmy\ndate_order: mdy\n", "visits.yaml, line 2: date_order stands in line 1 already"},
		{"visits.yaml", "codes:\n  A: refused\n  A: accepted\n", `visits.yaml, line 3: "A" stands in line 2 already`},
		{"visits.yaml", "status:\n  a: b\n", "visits.yaml, line"},
		{"visits.yaml", "codes: refused\n", "visits.yaml, line 1"},
		{"visits.yaml", "status: State\n---\nstatus: Outcome\n", "visits.yaml, line 3: a line --- begins a second list"},
	} {
		m, err := Parse(c.file, []byte(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q gives %v and %v, want an error of one line with %q", c.text, m, err, c.want)
		}
	}
}

// TestWriteIsReadBack writes awkward headings and codes and reads them again.
func TestWriteIsReadBack(t *testing.T) {
	m := &Mapping{Kind: record.KindCareTask, DateOrder: MonthFirst,
		Columns: map[string][]string{"outcome": {`How "well": #1`, "Result"}, "event_date": {"Date & time"}, "note": {`C:\notes`}, "person_ref": {"1001"}, "staff": {"=SUM"}},
		Codes:   map[string]string{"A": Undecided, "See: note": "refused", `"x"`: Ignore, "- dash": "accepted", "yes": "accepted", "ŵ 🙂": "partial", "a\x7fb\n\u200b\u00ad": "refused"},
	}
	text := m.Write()
	again, err := Parse("care_notes.yaml", text)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if again.Kind != m.Kind || again.DateOrder != m.DateOrder || !reflect.DeepEqual(again.Columns, m.Columns) || !reflect.DeepEqual(again.Codes, m.Codes) {
		t.Errorf("read back as %+v\n%s", again, text)
	}
	if string(again.Write()) != string(text) {
		t.Error("written again, it differs")
	}
}

func TestNamed(t *testing.T) {
	m := &Mapping{
		Columns: map[string][]string{"outcome": {"Result", "OutcomeOfTask"}, "note": {"Notes"}, "staff": {}},
		Ignored: []string{"Key worker"}, Dropped: []string{"NINumber"}, SkipRows: map[string][]string{"Status": {"DELETE"}},
	}
	headings := []string{"Outcome of task", "RESULT ", "key-worker", "NI number", "Date"}
	if got := m.Named(headings); !reflect.DeepEqual(got, map[string]string{"outcome": "RESULT "}) {
		t.Errorf("the first heading that is there wins: %v", got)
	}
	if got := m.Named(headings[:1]); !reflect.DeepEqual(got, map[string]string{"outcome": "Outcome of task"}) {
		t.Errorf("an older heading is found: %v", got)
	}
	if got := m.Visible(headings); !reflect.DeepEqual(got, []string{"Outcome of task", "RESULT ", "", "", "Date"}) {
		t.Errorf("what is ignored or dropped is not seen: %q", got)
	}
	if !m.Skips("STATUS", "delete") || m.Skips("STATUS", "new") || m.Skips("Stage", "DELETE") {
		t.Error("rows to be left out are those with the word under the heading, and no others")
	}
}

// FuzzParse wants a mapping or an error of one line for any text, and what was
// read written and read back the same.
func FuzzParse(f *testing.F) {
	for _, s := range []string{medicines, everything, "", "kind: visit\n", "codes:\n  A: b\n", "a: [1, 2]\n", "a: &x b\nc: *x\n", "a: |\n  long\n  text\n", "---\na: b\n---\nc: d\n", "\"\\x41\": 'it''s'\n", "? a\n: b\n", "codes: {A: refused, B: \"?\"}\n", "0: \n\x7f:", "wide: [{a: b}]\n", "codes_of: {a: {b: c}}\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := Parse("medicines.yaml", []byte(text))
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Fatalf("an error of several lines: %q", err)
			}
			return
		}
		written := m.Write()
		again, err := Parse("medicines.yaml", written)
		if err != nil {
			t.Fatalf("%q was written as %q, which gives %v", text, written, err)
		}
		if string(again.Write()) != string(written) {
			t.Fatalf("%q was written as %q, and then as %q", text, written, again.Write())
		}
	})
}
