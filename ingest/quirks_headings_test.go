package ingest

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"evidencepack/ingest/mapping"
)

// readTable reads one file and gives what was understood of its first table.
func readTable(t *testing.T, name, text string, saved ...*mapping.Mapping) (*Exports, SheetHeader) {
	t.Helper()
	e, err := Read(fstest.MapFS{name: {Data: []byte(text)}}, Options{Key: []byte("key"), Stranger: true, Mappings: saved})
	if e == nil || len(e.Headers) == 0 {
		t.Fatalf("nothing was understood: %v", err)
	}
	return e, e.Headers[0]
}

// TestQuirk35BlankHeading keeps a column without a heading, under its letter.
func TestQuirk35BlankHeading(t *testing.T) {
	text := "Date,Client ID,Task,Outcome,,Notes,\n01/04/2026,C1,Washing,Accepted,seven,,x\n02/04/2026,C2,Washing,Refused,eight,,\n"
	e, h := readTable(t, "notes.csv", text)
	if h.Headings[4] != "column E" || h.Headings[len(h.Headings)-1] != "column G" || h.Notes[4] == "" || h.Looks[4] == "" || e.Ledgers[0].Counts[0] != 2 {
		t.Errorf("headings %q, notes %q, looks %q, %+v", h.Headings, h.Notes, h.Looks, e.Ledgers[0])
	}
	m, err := mapping.Parse("care_notes.yaml", []byte("kind: care_task\nrefusal_reason: column E\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, h = readTable(t, "notes.csv", text, m); h.Fields[4] != "refusal_reason" {
		t.Errorf("a mapping names column E: %q", h.Fields)
	}
}

// TestQuirk34TwoOutcomes uses neither of two columns of one name that differ, until
// a mapping says which counts.
func TestQuirk34TwoOutcomes(t *testing.T) {
	text := "Date,Client ID,Task,Outcome,Outcome\n01/04/2026,C1,Washing,Refused,Accepted\n02/04/2026,C2,Washing,Accepted,Accepted\n"
	_, h := readTable(t, "notes.csv", text)
	if !slices.Equal(h.Missing, []string{"outcome"}) || h.Headings[4] != "Outcome #2" || h.Suggest[4] != "outcome" {
		t.Errorf("missing %v, headings %q, suggested %q", h.Missing, h.Headings, h.Suggest)
	}
	m, err := mapping.Parse("care_notes.yaml", []byte("kind: care_task\n"+mapping.Line(h.Suggest[4], h.Headings[4])+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	e, h := readTable(t, "notes.csv", text, m)
	if len(h.Missing) > 0 || h.Fields[4] != "outcome" || h.Confidence[4] != 1 || len(e.records) != 2 {
		t.Errorf("with the line that was suggested: missing %v, fields %q", h.Missing, h.Fields)
	}
}

// TestQuirk38Form reads the answers to a form.
func TestQuirk38Form(t *testing.T) {
	e, h := readTable(t, "form.csv", "Timestamp,Q1. Name of the person you supported,Who answered?,\"Q3. On a scale of 1–5, how comfortable did you feel today?\",Mood today\n"+
		"03/04/2026 10:00,Ann Bell,Self,4,good\n04/04/2026 10:00,Bob Hill,Self,2,low\n")
	if h.Kind != "rating" || len(e.records) != 2 || h.Sure < 0.8 {
		t.Errorf("%s (%v), missing %v, %d records, %+v", h.Kind, h.Sure, h.Missing, len(e.records), e.Issues)
	}
}

// TestTwoDateColumns leaves the table out and gives both lines of mapping, of which
// either settles it.
func TestTwoDateColumns(t *testing.T) {
	text := "Restriction type,Client ID,Start,Date agreed,Rationale\nbed rails,C1,01/02/2026,03/02/2026,falls\nlocked door,C2,01/02/2026,01/02/2026,safe\n"
	e, _ := readTable(t, "register.csv", text)
	unused := e.Unused()
	if len(unused) != 1 || unused[0].Code != codeTwoDates {
		t.Fatalf("%+v", unused)
	}
	for _, want := range []string{`"Date agreed" and "Start" could both be the start date`, "1 of 2 rows", "start_date: Start", "start_date: Date agreed", "restrictions.yaml"} {
		if !strings.Contains(unused[0].Title+unused[0].Hint, want) {
			t.Errorf("%q is not in %s; %s", want, unused[0].Title, unused[0].Hint)
		}
	}
	for _, line := range []string{"start_date: Start", "start_date: Date agreed"} {
		m, err := mapping.Parse("restrictions.yaml", []byte("kind: restriction\n"+line+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if e, h := readTable(t, "register.csv", text, m); len(e.records) != 2 || len(h.Doubts) > 0 {
			t.Errorf("with %s: %d records, missing %v", line, len(e.records), h.Missing)
		}
	}
}

// TestDatesThatAreNone says that the date is missing where its column holds none.
func TestDatesThatAreNone(t *testing.T) {
	row := "Monday,C1,Washing,Accepted,03/04/2026\n"
	e, h := readTable(t, "notes.csv", "Day,Client ID,Task,Outcome,Date recorded\n"+strings.Repeat(row, 3))
	if len(h.Missing) > 0 || h.Fields[4] != "event_date" || len(e.Ledgers) != 1 {
		t.Errorf("Monday beside dates: %q, missing %v", h.Fields, h.Missing)
	}
	e, h = readTable(t, "notes.csv", "Date,Client ID,Task,Outcome,Notes\n"+strings.Repeat("soon,C1,Washing,Accepted,\n", 6))
	if unused := e.Unused(); !slices.Equal(h.Missing, []string{"event_date"}) || len(unused) != 1 || unused[0].Code != codeMissingColumn {
		t.Errorf("soon is no date: missing %v, %+v", h.Missing, unused)
	}
}
