package heading

import (
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

// told are values as a test states them.
type told struct {
	looks   map[int]Look
	differ  Compared
	late    int
	compare int // of the review dates
}

func (t told) Look(column int) Look             { return t.looks[column] }
func (t told) Compare(int, int) Compared        { return t.differ }
func (t told) Later(int, []int) (later, of int) { return t.late, t.compare }
func understood(row string, values Values) Match {
	return Understand(strings.Split(row, ","), Options{Values: values})
}

var (
	dated  = Look{Rows: 100, Filled: 100, Dates: 1}
	worded = Look{Rows: 100, Filled: 100}
	oneTo5 = Look{Rows: 100, Filled: 100, Numbers: 1, Small: 1}
	timed  = Look{Rows: 100, Filled: 100, Times: 1}
)

// wantFields compares the fields of some columns; a dash is none.
func wantFields(t *testing.T, m Match, kind record.Kind, fields string) {
	t.Helper()
	if m.Kind != kind {
		t.Errorf("taken as %q, want %q", m.Kind, kind)
	}
	for i, want := range strings.Split(fields, ",") {
		if got := fieldAt(m, i); got != want {
			t.Errorf("column %d is %s, want %s", i, got, want)
		}
	}
}

// TestQuirk39GroupPrefixes matches what stands behind a group where it is one
// column's alone, and whole names before that.
func TestQuirk39GroupPrefixes(t *testing.T) {
	m := understood("form.visit/date,group_a/client id,group_a/task name,group_a/outcome,group_a/refusal/reason,form.question", nil)
	wantFields(t, m, record.KindCareTask, "event_date,person_ref,task_category,outcome,refusal_reason,-")
	if m.Sure["outcome"] != sureTail && m.Sure["outcome"] != sureVague {
		t.Errorf("a heading behind a group is %v sure", m.Sure["outcome"])
	}
	m = understood("Date,Client ID,Task,a/outcome,b/outcome,Notes", nil)
	wantFields(t, m, record.KindCareTask, "event_date,person_ref,task_category,-,-,note")
	if m.Suggest[3] != "outcome" || m.Suggest[4] != "outcome" || !slices.Equal(m.Missing, []string{"outcome"}) {
		t.Errorf("two columns end in outcome: %v, missing %v", m.Suggest, m.Missing)
	}
	wantFields(t, understood("Date,Client ID,Task,Outcome,b/outcome", nil), record.KindCareTask, "event_date,person_ref,task_category,outcome,-")
	wantFields(t, understood("Date,Client ID,Task,Outcome/Reason,Result", nil), record.KindCareTask, "event_date,person_ref,task_category,-,outcome")
	wantFields(t, understood("Client ID,Visit date,Planned start,Planned end,Status,Payable – Confirmed,Non-payable – Confirmed", nil), record.KindVisit, "person_ref,event_date,planned_start,planned_end,status,-,-")
}

// TestQuirk34SameHeadingTwice leaves a field out where its heading stands there
// twice over different values.
func TestQuirk34SameHeadingTwice(t *testing.T) {
	shown := Shown([]string{"Date", "Client ID", "Task", "Outcome", "Notes", "Outcome", ""}, func(int) bool { return true })
	if want := []string{"Date", "Client ID", "Task", "Outcome", "Notes", "Outcome #2", "column G"}; !slices.Equal(shown, want) {
		t.Fatalf("shown as %v", shown)
	}
	m := Understand(shown, Options{Values: told{differ: Compared{Of: 9, Differ: 2}}})
	if _, there := m.Columns["outcome"]; there || m.Suggest[3] != "outcome" || m.Suggest[5] != "outcome" || m.Notes[3] == "" {
		t.Errorf("two outcomes that differ: %v, %v, %v", m.Columns, m.Suggest, m.Notes)
	}
	if m = Understand(shown, Options{Values: told{}}); m.Columns["outcome"] != 3 {
		t.Errorf("two outcomes that say the same: %v", m.Columns)
	}
	saved := map[record.Kind]map[string]string{record.KindCareTask: {"outcome": "Outcome #2"}}
	if m = Understand(shown, Options{Saved: saved, Values: told{differ: Compared{Of: 9, Differ: 2}}}); m.Columns["outcome"] != 5 {
		t.Errorf("a mapping names the second: %v", m.Columns)
	}
	if Letters(0) != "A" || Letters(25) != "Z" || Letters(26) != "AA" || Unnumbered("Carer #1") != "Carer #1" {
		t.Error("letters or numbers of columns are wrong")
	}
}

// TestQuirk38Questions reads questions by their words, and only suggests where the
// words leave a doubt.
func TestQuirk38Questions(t *testing.T) {
	wantFields(t, understood("Timestamp,Q1. Name of the person you supported,Q2. What support was offered?,Q3. Did the person accept the support?,Q4. Why did they decline?,Q5. How much help did they need?", nil),
		record.KindCareTask, "event_date,person_name,task_category,outcome,refusal_reason,support_level")
	m := understood("Date,Client ID,Who answered,\"Q3. On a scale of 1–5 how comfortable did you feel today?", nil)
	wantFields(t, m, record.KindRating, "event_date,person_ref,rater,value")
	if m.Constant["scale"] != record.ScaleComfort || len(m.Missing) > 0 || m.Sure["value"] < Threshold {
		t.Errorf("scale %v, missing %v, %v sure", m.Constant, m.Missing, m.Sure["value"])
	}
	wantFields(t, understood("When did it happen?,Who was involved?,Incident no,Incident type,What happened just before the incident?,Where did it happen?", nil),
		record.KindIncident, "event_date,person_name,id,type,trigger,location")
	for _, c := range []struct{ asked, suggest string }{
		{"Did the person refuse the support?", ""},            // there yes means no
		{"Did the person not accept the support?", "outcome"}, // one word is left over
		{"Did the manager accept the referral?", ""},
		{"Why was the rota changed?", ""},
	} {
		m := understood("Date,Client ID,Task,"+c.asked, nil)
		if got := fieldAt(m, 3); got != "-" || m.Suggest[3] != c.suggest {
			t.Errorf("%q is %s, suggested %q", c.asked, got, m.Suggest[3])
		}
	}
	m = understood("Date,Client ID,Task,Did the person accept the support?,Did the person agree to the task?,Decline reason", nil)
	if got := fieldAt(m, 3) + fieldAt(m, 4); got != "--" || m.Suggest[3] != "outcome" || m.Suggest[4] != "outcome" {
		t.Errorf("two questions for one field are %s, suggested %v", got, m.Suggest)
	}
}

// TestWhatStandsBelow decides by values where the heading alone does not.
func TestWhatStandsBelow(t *testing.T) {
	day := told{looks: map[int]Look{0: worded, 1: dated}}
	wantFields(t, understood("Day,Date recorded,Client ID,Task,Outcome", day), record.KindCareTask, "-,event_date,person_ref,task_category,outcome")
	m := understood("Date,Client ID,Task,Outcome", told{looks: map[int]Look{0: worded}})
	if !slices.Equal(m.Missing, []string{EventDate}) {
		t.Errorf("a date that holds no dates: missing %v", m.Missing)
	}
	incident := "Incident no,Date,Incident type,Level,Location"
	wantFields(t, understood(incident, told{looks: map[int]Look{3: oneTo5}}), record.KindIncident, "id,event_date,type,harm,location")
	wantFields(t, understood(incident, told{looks: map[int]Look{3: worded}}), record.KindIncident, "id,event_date,type,-,location")
	task := "Date,Client ID,Task,Outcome,Level"
	wantFields(t, understood(task, told{looks: map[int]Look{4: worded}}), record.KindCareTask, "event_date,person_ref,task_category,outcome,support_level")
	wantFields(t, understood(task, told{looks: map[int]Look{4: oneTo5}}), record.KindCareTask, "event_date,person_ref,task_category,outcome,-")
	visit := "Client ID,Visit date,Planned start,Planned end,Status,Check-in"
	wantFields(t, understood(visit, told{looks: map[int]Look{5: timed}}), record.KindVisit, "person_ref,event_date,planned_start,planned_end,status,actual_start")
	wantFields(t, understood(visit, told{looks: map[int]Look{5: worded}}), record.KindVisit, "person_ref,event_date,planned_start,planned_end,status,checkin")
	wantFields(t, understood("Date,Name,Resident,Category,Outcome", nil), record.KindCareTask, "event_date,staff,person_name,task_category,outcome")
}

// TestReviewDate holds rule 4 of domain.md 4.27.
func TestReviewDate(t *testing.T) {
	for _, c := range []struct {
		row      string
		kind     record.Kind
		late, of int
		want     string
	}{
		{"Restriction type,Start date,Client ID,Rationale,Review date", record.KindRestriction, 8, 10, "review_due"},
		{"Restriction type,Start date,Client ID,Rationale,Review date", record.KindRestriction, 0, 10, "last_reviewed"},
		{"Restriction type,Start date,Client ID,Rationale,Review date", record.KindRestriction, 4, 10, "-"},
		{"Restriction type,Start date,Client ID,Next review,Review date", record.KindRestriction, 9, 10, "last_reviewed"},
		{"Review type,Took part,Client ID,Notes,Review date", record.KindPlanReview, 0, 0, "completed_at"},
		{"Review type,Took part,Client ID,Date reviewed,Review date", record.KindPlanReview, 0, 10, "due_at"},
	} {
		m := understood(c.row, told{looks: map[int]Look{1: dated, 4: dated}, late: c.late, compare: c.of})
		if got := fieldAt(m, 4); m.Kind != c.kind || got != c.want {
			t.Errorf("%s, %d of %d late: %s of %s, want %s", c.row, c.late, c.of, got, m.Kind, c.want)
		}
		if c.want == "-" && m.Suggest[4] != "review_due" {
			t.Errorf("suggested %v", m.Suggest)
		}
	}
}

// TestTwoDates leaves a needed date out where two columns fit equally well.
func TestTwoDates(t *testing.T) {
	values := told{looks: map[int]Look{2: dated, 3: dated}, differ: Compared{Of: 31, Both: 31, Differ: 9}}
	m := understood("Restriction type,Client ID,Start,Date agreed,Rationale", values)
	if len(m.Doubts) != 1 || m.Doubts[0].Differ != 9 || m.Doubts[0].Of != 31 || !slices.Equal(m.Missing, []string{"start_date"}) {
		t.Errorf("doubts %v, missing %v", m.Doubts, m.Missing)
	}
	m = understood("Restriction type,Client ID,Start date,Date agreed,Rationale", values)
	if len(m.Doubts) > 0 || m.Columns["start_date"] != 2 {
		t.Errorf("the best heading wins: %v, doubts %v", m.Columns, m.Doubts)
	}
	values.differ = Compared{Of: 31, Both: 31}
	if m = understood("Restriction type,Client ID,Start,Date agreed,Rationale", values); len(m.Doubts) > 0 || len(m.Missing) > 0 {
		t.Errorf("two that agree: doubts %v", m.Doubts)
	}
	values.differ = Compared{Of: 31, Both: 31, Differ: 9}
	m = understood("Date recorded,Client ID,When,Task,Outcome", values)
	if len(m.Doubts) > 0 || m.Columns[EventDate] != 2 {
		t.Errorf("when it was written down stands in only where nothing else does: %v, %v", m.Columns, m.Doubts)
	}
}

// TestQuirk125ReferralsRefused never takes what a provider refused for what a
// person refused.
func TestQuirk125ReferralsRefused(t *testing.T) {
	for _, row := range []string{
		"Date,Service,Referrals received,Referrals refused,Reason", "Referral date,Client ID,Category,Outcome,Reason provided",
		"Month,Service,referrals/outcome,referrals/reason,Date,Task",
	} {
		if m := understood(row, nil); m.Score > 0 && len(m.Missing) == 0 {
			t.Errorf("%s is taken as %s", row, m.Kind)
		}
	}
	m := understood("Date,Client ID,Task,Referrals/outcome,Result,Referral reason", nil)
	wantFields(t, m, record.KindCareTask, "event_date,person_ref,task_category,-,outcome,-")
}

// TestQuirk54OrderOfColumns wants the same fields whatever the order of the columns.
func TestQuirk54OrderOfColumns(t *testing.T) {
	for _, c := range sampleRows {
		row := strings.Split(c.headings, ",")
		want := Recognise(row)
		slices.Reverse(row)
		got := Recognise(row)
		for field, column := range want.Columns {
			if at, there := got.Columns[field]; !there || at != len(row)-1-column {
				t.Errorf("%s: %s is in column %d, was in %d from the end", c.kind, field, at, column)
			}
		}
		if got.Certain != want.Certain || want.Certain < 0.85 {
			t.Errorf("%s: %v and %v certain, second %q", c.kind, want.Certain, got.Certain, want.Rival)
		}
	}
}

// TestCertain wants a kind the less certain the closer another one is.
func TestCertain(t *testing.T) {
	clear := understood("Incident no,Date of event,Incident type,Severity,Client ID", nil)
	close := understood("Date,Name,Activity,Status", nil)
	if clear.Rival != "" || close.Rival != record.KindCareTask || close.Certain >= 0.75 || clear.Certain < 0.9 {
		t.Errorf("incidents %v (%q), activities %v (%q)", clear.Certain, clear.Rival, close.Certain, close.Rival)
	}
}
