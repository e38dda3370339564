package ingest

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"evidencepack/ingest/heading"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// TestOptionsAreNoFields wants no option of a mapping named as a field is: one line
// could not mean both.
func TestOptionsAreNoFields(t *testing.T) {
	for _, kind := range record.Kinds {
		for _, f := range heading.Fields(kind) {
			if slices.Contains(mapping.OptionNames(), f.Name) {
				t.Errorf("%q is both an option and a field of %s", f.Name, kind)
			}
		}
	}
}

// TestShippedAreSound wants each mapping that comes with the program to name fields
// that exist, to say where its layout is published, and to be known by its headings.
func TestShippedAreSound(t *testing.T) {
	if len(mapping.Shipped()) < 5 {
		t.Fatalf("only %d mappings come with the program", len(mapping.Shipped()))
	}
	for _, m := range mapping.Shipped() {
		if _, err := time.Parse(time.DateOnly, m.AsOf); err != nil || m.Documented == "" || len(m.Headings) < 3 || !m.Shipped {
			t.Errorf("%s: published in %q, as of %q, known by %q", m.File, m.Documented, m.AsOf, m.Headings)
		}
		var fields []string
		for _, f := range heading.Fields(m.Kind) {
			fields = append(fields, f.Name)
		}
		for field := range m.Columns {
			if !slices.Contains(fields, field) {
				t.Errorf("%s: %s has no field %q", m.File, m.Kind, field)
			}
		}
		for field := range m.CodesOf {
			if !slices.Contains(fields, field) {
				t.Errorf("%s: %s has no field %q", m.File, m.Kind, field)
			}
		}
		if len(m.Codes) > 0 {
			t.Errorf("%s: codes of no certain field", m.File)
		}
	}
}

// TestShippedLeaveOthersAlone wants none of our mappings to apply to exports of
// other systems, our own invented ones among them.
func TestShippedLeaveOthersAlone(t *testing.T) {
	e, err := Read(os.DirFS("../testdata/exports"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range e.Headers {
		if h.Saved != nil {
			t.Errorf("%s is read with %s", h.File, h.Saved.File)
		}
	}
	for _, row := range []string{"Date,R,T,NT", "ID,Date,Name,Email", "Client ID,VERSION,STATUS,ID", "EventId,EventType,Date"} {
		for _, m := range mapping.Shipped() {
			if m.Applies(mapping.NewTable("a.csv", "", strings.Split(row, ","))) {
				t.Errorf("%s applies to %s", m.File, row)
			}
		}
	}
}

// TestShippedLayouts reads a file of each layout with nothing saved.
func TestShippedLayouts(t *testing.T) {
	for _, c := range []struct {
		file, text, with, fields string
		counts                   string
	}{
		{"actions.csv", "ASSIGNEE_ID,BRANCH_ID,CREATED_AT,CREATED_BY,DESCRIPTION,DUE_DATE,ID,IS_ARCHIVED,RELATIONS,STATUS,TITLE,UPDATED_AT,UPDATED_BY,VERSION\n" +
			"s1,b1,2026-04-01T08:00:00Z,s2,Long,2026-05-01,a1,FALSE,i1,open,Buy a rail,2026-04-01T08:00:00Z,s2,1\n" +
			"s1,b1,2026-04-01T08:00:00Z,s2,Long,2026-05-01,a1,FALSE,i1,completed,Buy a rail,2026-04-09T08:00:00Z,s2,2\n" +
			"s1,b1,2026-04-02T08:00:00Z,s2,Long,2026-05-02,a2,TRUE,i1,open,Old,2026-04-02T08:00:00Z,s2,1\n",
			"shipped/birdie_actions.yaml", "owner,service_ref,raised_at,,,due_at,id,struck_out,source_id,status,description,updated,,version", "1/0/0/1/1"},
		{"events.csv", "EventId,EventUID,EventType,EventSubType,DateTimeOfEvent,EventDayOfWeek,Dayoftheweek,EventTime,DescriptionOfEvent,EventIsOpen,ClosedDateTime,CompletedActionsPlans,DaysSinceLastEventRaisedOfType\n" +
			"7,INC-7,Fall,Bedroom,2026-04-01,Wednesday,3.Wednesday,08:15,Text,True,99991231,0,4\n" +
			"8,INC-8,Fall,Bedroom,2026-04-02,Thursday,4.Thursday,09:15,Text,False,2026-04-09,0,4\n",
			"shipped/radar_events.yaml", ",id,type,,event_date,,,event_time,description,status,closed_at,,", "2/0/0/0/0"},
		{"worker.csv", "LOCALESTID,UNIQUEWORKERID,STATUS,DISPLAYID,NINUMBER,POSTCODE,DOB,STARTDATE,EMPLSTATUS,SALARY,MAINJOBROLE\n" +
			"W1,1001,UPDATE,Worker One,AB123456C,LS1 1AA,01/02/1980,03/04/2020,1,20000,25\n" +
			"W1,1002,DELETE,Worker Two,AB123456D,LS1 1AA,01/02/1980,03/04/2020,1,20000,25\n",
			"shipped/asc_wds_worker.yaml", "service_ref,id,,staff_name,,,,start_date,employment,,role", "1/0/1/0/0"},
		{"form.csv", "ID,Start time,Completion time,Email,Name,Person supported,Category,Outcome,Reason\n" +
			"1,01/04/2026 08:00,01/04/2026 08:05,a@b.example,Anna Helper,Muriel Petrovane,Meals,Refused,Too early;\n",
			"shipped/microsoft_forms.yaml", "id,,event_date,,,person_name,task_category,outcome,refusal_reason", "1/0/0/0/0"},
		{"kobo.csv", "start,end,Date,Client ID,Category,Outcome,_id,_uuid,_submission_time,_index\n" +
			"2026-04-01T08:00:00.000+01:00,2026-04-01T08:02:00.000+01:00,2026-04-01,HR1,Meals,Refused,5,u-5,2026-04-01T07:03:00,1\n",
			"shipped/kobo_odk.yaml", ",,event_date,person_ref,task_category,outcome,,,,", "1/0/0/0/0"},
	} {
		e := read(t, map[string]string{"people.csv": people, c.file: c.text}, Options{})
		found := false
		for _, h := range e.Headers {
			if h.File != c.file {
				continue
			}
			found = true
			if h.Saved == nil || h.Saved.File != c.with || strings.Join(h.Fields, ",") != c.fields {
				t.Errorf("%s is read as\n%s, want\n%s (with %+v)", c.file, strings.Join(h.Fields, ","), c.fields, h.Saved)
			}
		}
		if got := counts(ledger(t, e, c.file)); !found || got != c.counts {
			t.Errorf("%s: %s, want %s: %v", c.file, got, c.counts, said(e))
		}
	}
}

// TestRadarClosed takes an event as open where its closing date is the last day of
// the year 9999.
func TestRadarClosed(t *testing.T) {
	e := readOne(t, "e.csv", []byte("EventUID,EventType,DateTimeOfEvent,EventIsOpen,ClosedDateTime\n1,Fall,2026-04-01,1,99991231\n2,Fall,2026-04-01,0,20260409\n3,Fall,2026-04-02,,99991231\n"))
	var closed []bool
	for _, r := range records[*record.Incident](e) {
		closed = append(closed, r.Closed)
	}
	if !slices.Equal(closed, []bool{false, true, false}) {
		t.Errorf("closed: %v, %v", closed, said(e))
	}
}

// TestMappingParts uses what a mapping can say beyond the name of a column.
func TestMappingParts(t *testing.T) {
	m, err := mapping.Parse("medicines.yaml", []byte("files: MAR*.csv\noutcome: [Older, Signed]\nmedicine: =not said\nrefusal_reason:\nservice_ref: =Oak House\nignore_columns: Home\nlegend: log-my-care\ncodes_of:\n  outcome:\n    Z: away\n"))
	if err != nil {
		t.Fatal(err)
	}
	rows := "Due,Resident ID,Signed,Reason,Home,PRN,Dose\n04/12/2026 08:00,HR1,E,x,Elm,No,1\n04/12/2026 12:00,HR1,Z,x,Elm,No,1\n04/12/2026 16:00,HR1,Q,x,Elm,No,1\n"
	e := read(t, map[string]string{"people.csv": people, "MAR oak.csv": rows, "other.csv": strings.Replace(rows, "Due", "Due,Medicine", 1)}, Options{Mappings: []*mapping.Mapping{m}})
	got := records[*record.MedAdmin](e)
	if len(got) != 2 || got[0].Outcome != record.RefusedDestroyed || got[1].Outcome != record.Away || got[0].Service != "Oak House" {
		t.Fatalf("%+v %v", got, said(e))
	}
	if h := e.Headers[0]; h.File != "MAR oak.csv" || strings.Join(h.Fields, ",") != "scheduled_at,person_ref,outcome,,,prn,dose" {
		t.Errorf("%s is read as %q", h.File, h.Fields)
	}
	if words := e.Headers[0].Words; len(words) != 1 || words[Word{"outcome", "Q"}] != 1 {
		t.Errorf("words that wait for an answer: %v", words)
	}
}

// TestSkipRows leaves out the rows that a mapping names, and counts them.
func TestSkipRows(t *testing.T) {
	m, err := mapping.Parse("care_notes.yaml", []byte("skip_rows:\n  Checked: [No, test person]\n"))
	if err != nil {
		t.Fatal(err)
	}
	e := read(t, map[string]string{"people.csv": people, "a.csv": "Date,Client ID,Category,Outcome,Checked\n01/04/2026,HR1,Meals,Taken,Yes\n02/04/2026,HR1,Meals,Taken,Test Person\n03/04/2026,HR1,Meals,Taken,NO\n"}, Options{Mappings: []*mapping.Mapping{m}})
	if got := counts(ledger(t, e, "a.csv")); got != "1/0/2/0/0" {
		t.Errorf("%s: %v", got, said(e))
	}
	if want := `a.csv:3 left-out-on-purpose Checked "skip_rows" ×1`; !slices.Contains(said(e), want) {
		t.Errorf("%v", said(e))
	}
}

// TestLooks says what stands in columns that are no field, and shows no value.
func TestLooks(t *testing.T) {
	e := read(t, map[string]string{"people.csv": people, "a.csv": "Date,Client ID,Category,Outcome,Mood today,Score one,Seen,Tick,Story,Who,Nothing,NI number\n" +
		"01/04/2026,HR1,Meals,Taken,calm,1,02/04/2026,yes,s,Ann Lee,,AB1\n02/04/2026,HR1,Meals,Taken,calm,5,03/04/2026,no,s,Bob Lee,,AB2\n03/04/2026,HR1,Meals,Taken,low,3,04/04/2026,yes,s,Cy Lee,,AB3\n"}, Options{})
	want := []string{"", "", "", "", "looks like words: 2 different, such as xxxx", "looks like numbers from 1 to 5", "looks like dates, such as 99/99/9999", "looks like yes and no", "looks like words: 1 different, such as x", "looks like words or names, all different, such as Xxx Xxx", "empty", ""}
	if got := e.Headers[0].Looks; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestChoices wants every word that a person may choose to be one that a mapping
// accepts and that the field then holds.
func TestChoices(t *testing.T) {
	for _, kind := range record.Kinds {
		for _, f := range heading.Fields(kind) {
			for _, word := range Choices(kind, f.Name) {
				if got, known := listOf(kind, f.Name).Find(word); !known || got != word {
					t.Errorf("%s, %s: %q is read as %q", kind, f.Name, word, got)
				}
			}
		}
	}
	if Resembles(record.KindCareTask, "outcome", "Refussed") != "refused" || Resembles(record.KindCareTask, "note", "Refussed") != "" {
		t.Error("a slip is noticed in a field that has a list, and only there")
	}
}
