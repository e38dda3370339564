package ingest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// TestRowsThatAreNoRows keeps titles, repeated headings, totals and footers out
// of the ledger.
func TestRowsThatAreNoRows(t *testing.T) {
	const head = "Task ID,Date,Client ID,Category,Outcome,Notes\n"
	text := "Harbour Reach Care\nCare notes,run on Monday\n\n" + head +
		"T1,12/04/2026,HR1,Meals,Completed,\n" +
		"\n,,,,,\n  , ,\n" + // blank
		head + // the next page
		"T2,12/04/2026,HR1,Meals,Refused,total refusal of tea\n" +
		"Total,2\n,,,,Total: 2,\nGrand total,2,,,,\nSub-total: Harbour View,1\nCount: 2\n" +
		"Page 1 of 3\n** Process exited **\nConfidential\n"
	e := read(t, map[string]string{"people.csv": people, "a.csv": text}, Options{})
	l := ledger(t, e, "a.csv")
	if l.HeaderRow != 4 || l.Read != 2 || counts(l) != "2/0/0/0/0" {
		t.Errorf("%+v %v", l, said(e))
	}
	var lines []int
	for _, r := range records[*record.CareTask](e) {
		lines = append(lines, r.Row)
	}
	if !slices.Equal(lines, []int{5, 10}) {
		t.Errorf("the rows are on lines %v", lines)
	}
}

// TestRejectedRows gives each reason for which a row is set aside.
func TestRejectedRows(t *testing.T) {
	const head = "Task ID,Date,Client ID,Client name,Category,Outcome\n"
	for _, c := range []struct{ row, want string }{
		{"T1,,HR1,,Meals,Completed", "date-empty event_date"},
		{"T1,31/04/2026,HR1,,Meals,Completed", "no-such-date event_date"},
		{"T1,soon,HR1,,Meals,Completed", "not-a-date event_date"},
		{"T1,22/04/2026,,,Meals,Completed", "person-empty person_ref"},
		{"T1,22/04/2026,HR9,,Meals,Completed", "person-not-in-register person_ref"},
		{"T1,22/04/2026,,Sam Lowe,Meals,Completed", "same-name person_ref"}, // two bear the name
		{"T1,22/04/2026,HR1,,Meals,Completed,more", "too-many-values "},
		{`T1,22/04/2026,HR1,,Meals,"Completed`, "unclosed-quote "},
		{"T1,22/04/2026,HR1,,Meals,See handover", "unknown-outcome outcome"},
		{"T1,22/04/2026,HR1,,Meals,A", "unknown-outcome outcome"},
	} {
		e := read(t, map[string]string{"people.csv": people, "a.csv": head + "T0,22/04/2026,HR2,Sam Lowe,Meals,Completed\n" + c.row + "\nT2,22/04/2026,,Muriel Petrovane,Meals,R\n"}, Options{})
		l := ledger(t, e, "a.csv")
		if l.Read != 3 || l.Aside() != 1 || len(e.Issues) != 1 || e.Issues[0].Row != 3 || e.Issues[0].Code+" "+e.Issues[0].Field != c.want {
			t.Errorf("%s: %s, %v, want %s", c.row, counts(l), said(e), c.want)
		}
	}
}

func TestNoRegister(t *testing.T) {
	files := map[string]string{
		"activities.csv": "Date,Name,Activity,Status\n12/04/2026,Muriel Petrovane,Choir,Attended\n12/04/2026,Owen Tredwick,Choir,Attended\n12/04/2026,,Choir,Attended\n",
		"notes.csv":      "Date,Client ID,Client name,Category,Outcome\n12/04/2026,HR1,Muriel Petrovane,Meals,Completed\n",
		"steps.csv":      "Date,Person ID,Step no,Support level\n12/04/2026,HR1,2,Verbal\n",
	}
	e := read(t, files, Options{})
	if counts(ledger(t, e, "activities.csv")) != "2/1/0/0/0" || e.Issues[0].Code != codeNoRegister {
		t.Errorf("%v", said(e))
	}
	var who []record.Person
	for r := range e.Records() {
		who = append(who, r.Where().Person)
	}
	if len(who) != 4 || who[0] != who[2] || who[0] != who[3] || who[0] == who[1] || len(e.People.KeySheet()) != 2 {
		t.Errorf("people %v: one person by name, by both and by id", who)
	}
}

// TestUnknownWords lists each once a word and file, with how often it stands there.
func TestUnknownWords(t *testing.T) {
	const rows = "Date,Client ID,Category,Outcome,Support level\n12/04/2026,HR1,Knitting,Completed,lots\n13/04/2026,HR1,knitting,Completed,Verbal\n14/04/2026,HR1,Knitting,Completed,lots\n15/04/2026,HR1,Meals,Completed,lots\n"
	e := read(t, map[string]string{"people.csv": people, "a.csv": rows, "b.csv": strings.ReplaceAll(rows, "/2026", "/2025")}, Options{})
	want := []string{
		`a.csv:2 unknown-word support_level "lots" ×3`, `a.csv:2 unknown-word task_category "Knitting" ×2`, `a.csv:3 unknown-word task_category "knitting" ×1`,
		`b.csv:2 unknown-word support_level "lots" ×3`, `b.csv:2 unknown-word task_category "Knitting" ×2`, `b.csv:3 unknown-word task_category "knitting" ×1`,
	}
	got := slices.DeleteFunc(said(e), func(s string) bool { return !strings.Contains(s, "unknown-word") })
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("%v", strings.Join(got, "\n"))
	}
	for _, r := range records[*record.CareTask](e) {
		if r.Unmapped || (r.Row == 2 && (r.Category != record.CategoryOther || r.Rank != record.NoRank)) {
			t.Errorf("line %d: %+v", r.Row, r)
		}
	}
}

// TestLetters of the ladder count only where every single letter of the column
// is on it (contract.md 5).
func TestLetters(t *testing.T) {
	steps := func(levels ...string) string {
		text := "Record ID,Date,Person ID,Goal ID,Step no,Support level\n"
		for i, level := range levels {
			text += fmt.Sprintf("S%d,%02d/04/2026,HR1,G1,1,%s\n", i, i+1, level)
		}
		return text
	}
	e := read(t, map[string]string{"people.csv": people, "a.csv": steps("I", "g", "V", "P", "M", "Full physical", "N/A", "")}, Options{})
	var ranks []int8
	for _, r := range records[*record.StepRecord](e) {
		ranks = append(ranks, r.Rank)
	}
	if !slices.Equal(ranks, []int8{0, 2, 3, 3, 4, 6, record.NoRank, record.NoRank}) {
		t.Errorf("ranks %v: %v", ranks, said(e))
	}
	e = read(t, map[string]string{"people.csv": people, "a.csv": steps("I", "V", "X", "Verbal")}, Options{})
	if got := counts(ledger(t, e, "a.csv")); got != "1/0/3/0/0" {
		t.Errorf("with an X among them: %s", got)
	}
}

// TestSavedMapping lets what the user confirmed go before our own lists.
func TestSavedMapping(t *testing.T) {
	m, err := mapping.Parse("care_notes.yaml", []byte(`date_order: mdy
event_date: Tag
outcome: How it went
codes:
  A: refused
  B: "?"
  given: ignore
  Knitting: social_activity
  X: verbal
`))
	if err != nil {
		t.Fatal(err)
	}
	rows := "Tag,Client ID,Category,How it went,Outcome,Support level\n" +
		"04/12/2026,HR1,Knitting,A,ok,X\n04/13/2026,HR1,Meals,B,ok,\n04/14/2026,HR1,Meals,Given,ok,\n04/15/2026,HR1,Meals,Taken,ok,V\n"
	e := read(t, map[string]string{"people.csv": people, "a.csv": rows}, Options{Mappings: []*mapping.Mapping{m}})
	got := records[*record.CareTask](e)
	if len(got) != 2 || counts(ledger(t, e, "a.csv")) != "2/0/2/0/0" {
		t.Fatalf("%v", said(e))
	}
	if r := got[0]; r.On != record.DateOf(2026, 4, 12) || r.Outcome != record.Refused || r.Category != "social_activity" || r.Rank != 3 {
		t.Errorf("%+v", r)
	}
	if r := got[1]; r.Outcome != record.Accepted || r.Rank != 3 {
		t.Errorf("%+v", r)
	}
	want := []string{`a.csv:3 unknown-outcome outcome "B" ×1`, `a.csv:4 left-out-on-purpose outcome "Given" ×1`}
	if !slices.Equal(said(e), want) {
		t.Errorf("%v", said(e))
	}
	if unknown := e.Headers[0].Unknown; len(unknown) != 1 || unknown["B"] != 1 {
		t.Errorf("words that wait for an answer: %v", unknown)
	}
}

// TestFinalOutcome takes first and final outcome together.
func TestFinalOutcome(t *testing.T) {
	for _, c := range []struct {
		first, last string
		want        record.Outcome
	}{
		{"Refused", "", record.Refused}, {"Refused", "Completed", record.AcceptedOnReoffer}, {"Declined", "Refused", record.Refused},
		{"Refused", "Refused & destroyed", record.RefusedDestroyed}, {"Completed", "Refused", record.Accepted}, {"", "", record.UnknownGap},
		{"Later", "Taken", record.AcceptedOnReoffer},
	} {
		e := read(t, map[string]string{"a.csv": "Date,Client ID,Category,Outcome,Final outcome\n12/04/2026,HR1,Meals," + c.first + "," + c.last + "\n"}, Options{})
		got := records[*record.CareTask](e)
		if len(got) != 1 || got[0].Outcome != c.want {
			t.Errorf("%q, then %q: %+v, want %s", c.first, c.last, got, c.want)
		}
	}
}

// TestNamesAreHidden wants a name that slipped into the wrong column out of the issues.
func TestNamesAreHidden(t *testing.T) {
	rows := "Date,Client ID,Category,Outcome\n12/04/2026,HR1,Muriel Petrovane,Sam said maybe\n13/04/2026,HR1,Meals,HR2\n14/04/2026,HR1,Meals,07700 900123\n"
	e := read(t, map[string]string{"people.csv": people, "a.csv": rows}, Options{})
	for _, line := range said(e) {
		for _, private := range []string{"Muriel", "Sam", "HR2", "900123"} {
			if strings.Contains(line, private) {
				t.Errorf("%s holds %s", line, private)
			}
		}
	}
	if len(e.Issues) != 4 {
		t.Errorf("%v", said(e))
	}
}

// TestRolesAreNoNames keeps the title of an owner out of the private texts: a
// pack may say "registered manager".
func TestRolesAreNoNames(t *testing.T) {
	rows := "Action ID,Raised,Due date,Action required,Owner\nA1,12/04/2026,12/05/2026,Mend it,Registered manager\nA2,12/04/2026,12/05/2026,Mend it,Jo Bell\n"
	private := read(t, map[string]string{"a.csv": rows}, Options{}).People.Private()
	if _, kept := private["Registered manager"]; kept || private["Jo Bell"] == "" {
		t.Errorf("%v", private)
	}
}

func TestEmptyFolder(t *testing.T) {
	for _, folder := range []fstest.MapFS{{}, {"readme.yaml": {}, "~$lock.xlsx": {}, ".DS_Store": {}, "desktop.ini": {}, "Thumbs.db": {}, ".git/x.csv": {}}} {
		e, err := Read(folder, Options{})
		if !errors.Is(err, ErrNothing) || len(e.Inputs) != 0 {
			t.Errorf("%v: %v", e.Inputs, err)
		}
	}
}

// TestFolders reads subfolders, but neither what is skipped nor packs of ours.
func TestFolders(t *testing.T) {
	const rows = "Date,Client ID,Category,Outcome\n12/04/2026,HR1,Meals,Completed\n"
	files := map[string]string{"people.csv": people, "2026/april.csv": rows, "skipped/x.csv": rows,
		"packs/manifest.json": `{"options":{},"outputs":[{"file":"evidence.csv","sha256":"00"},{"file":"data-quality.csv","sha256":"00"}]}`,
		"packs/evidence.csv":  rows, "packs/data-quality.csv": rows, "packs/mine.csv": rows, "other/evidence.csv": rows}
	e := read(t, files, Options{Skip: func(name string) bool { return name == "skipped" }})
	var names []string
	for _, in := range e.Inputs {
		names = append(names, in.File)
	}
	if !slices.Equal(names, []string{"2026/april.csv", "other/evidence.csv", "packs/mine.csv", "people.csv"}) {
		t.Errorf("%v", names)
	}
}
