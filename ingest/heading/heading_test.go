package heading

import (
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

// sampleRows are the rows of headings of the care sample.
var sampleRows = []struct {
	kind     record.Kind
	headings string
	fields   string // by column; a dash is a column that we do not read
}{
	{record.KindCareTask, "Task ID,Version,Date,Time,Service,Client ID,Client name,Category,Outcome,Re-offered,Final outcome,Decline reason,Support level,Staff member,Notes,Struck through,Updated at",
		"id,version,event_date,event_time,service_ref,person_ref,person_name,task_category,outcome,reoffered,final_outcome,refusal_reason,support_level,staff,note,struck_out,updated"},
	{record.KindMedAdmin, "Dose ID,Resident ID,Service,Due,Given at,Medicine,Dose,Route,PRN,Outcome,Reason,Recorded by",
		"id,person_ref,service_ref,scheduled_at,given_at,medicine,dose,route,prn,outcome,refusal_reason,staff"},
	{record.KindVisit, "Visit ID,Client ID,Client name,Service,Visit date,Planned start,Planned end,Actual start,Actual end,Status,Cancellation reason,Staff name,Check-in,",
		"id,person_ref,person_name,service_ref,event_date,planned_start,planned_end,actual_start,actual_end,status,cancel_reason,staff,checkin,-"},
	{record.KindAction, "Action ID,Source,Linked record,Service,Person ID,Raised,Action required,Owner,Due date,Date completed,Status,Impact",
		"id,source,source_id,service_ref,person_ref,raised_at,description,owner,due_at,completed_at,status,effect"},
	{record.KindGoal, "Goal ID,Person ID,Goal,Domain,Date set,Baseline level,Target level,Review due,Status",
		"id,person_ref,goal,domain,set_at,baseline,target_level,review_due,status"},
	{record.KindStepRecord, "Record ID,Date,Time,Person ID,Goal ID,Step no,Step name,Support level,Confidence,Consent recorded,Setback,What helped,Staff",
		"id,event_date,event_time,person_ref,goal,step_no,step_name,support_level,confidence,consent,setback,what_helped,staff"},
	{record.KindRating, "Rating ID,Date,Person ID,Scale,Score,Rated by,Context", "id,event_date,person_ref,scale,value,rater,context"},
	{record.KindPlanReview, "Review ID,Person ID,Review type,Review due,Date reviewed,Triggered by,Took part,Changes made,Why changed,Review text",
		"id,person_ref,review_kind,due_at,completed_at,trigger,took_part,what_changed,why_changed,review_text"},
	{record.KindPlanChange, "Change ID,Change date,Person ID,Service,Area,What changed,Why,Method,Triggered by,Co-produced",
		"id,changed_at,person_ref,service_ref,area,what,why,method,trigger,co_produced"},
	{record.KindObservation, "Observation ID,Date,Service,Staff,Person ID,Kind,Criterion,Met,Observer",
		"id,event_date,service_ref,staff,person_ref,observation_kind,criterion,met,observer"},
	{record.KindFeedback, "Feedback ID,Date received,Feedback type,Service,Person ID,Raised by,Theme,Details,Response date,Outcome",
		"id,received_at,feedback_kind,service_ref,person_ref,raised_by,theme,description,responded_at,outcome"},
	{record.KindSafeguarding, "Concern ID,Date raised,Service,Person ID,Type,Raised by,S42,Outcome,Date closed",
		"id,raised_at,service_ref,person_ref,type,raised_by,s42,outcome,closed_at"},
	{record.KindAttendance, "\ufeffDate,Name,Activity,Status,Duration,Role", "event_date,person_name,activity,status,duration,role"},
	{record.KindPlacement, "Placement ID,Person ID,Full name,NHS number,Date of birth,Service,Service type,Start date,End date,Reason for leaving,Funding,Phone,Postcode",
		"id,person_ref,person_name,nhs_number,birth_date,service_ref,service_type,start_date,end_date,end_reason,funding,phone,postcode"},
	{record.KindStaff, "Staff ID,Staff name,Role,Service,Start date,End date,Employment,Phone", "id,staff_name,role,service_ref,start_date,end_date,employment,phone"},
	{record.KindStep, "Goal ID,Step no,Step name,Step down to,Review due,Criterion", "goal,step_no,step_name,step_down_to,review_due,criterion"},
	{record.KindRestrictionReview, "Review ID,Restriction ID,Date reviewed,Outcome,Rationale,Person involved,Next review due,Reviewed by",
		"id,restriction,reviewed_at,outcome,rationale,involved,next_review_due,reviewer"},
	{record.KindAuthorisation, "Person ID,DoLS type,Date applied,Date granted,Expiry date,Outcome,Conditions,Conditions met,CQC notified",
		"person_ref,authorisation_kind,applied_at,granted_at,expires_at,outcome,conditions,conditions_met,notified_at"},
	{record.KindPlanAudit, "Audit ID,Audit date,Service,Person ID,Question,Met,Auditor,Action required", "id,audited_at,service_ref,person_ref,question,met,auditor,action_required"},
	{record.KindPlanAudit, "Audit date,Criteria,Compliant,Client", "audited_at,question,met,person_name"},
	{record.KindSupervision, "Staff ID,Supervision due,Date held,Supervision type,Reflection recorded,Supervisor", "staff,due_at,held_at,supervision_kind,reflection,supervisor"},
	{record.KindCompetency, "LOCALESTID,UNIQUEWORKERID,CATEGORY,DATECOMPLETED,EXPIRYDATE,ACCREDITED", "service_ref,staff,competency,signed_off_at,expires_at,accredited"},
	{record.KindCompetency, "Employee name,Course title,Completed,Renewal due,Trainer", "staff,competency,signed_off_at,expires_at,assessor"},
	{record.KindSurvey, "Response ID,Survey date,Respondent,Question,Answer", "id,survey_date,respondent,question,value"},
	{record.KindPlacementEvent, "Person ID,Kind of event,Date,End date,Avoidable", "person_ref,event_kind,event_date,end_date,avoidable"},
	{record.KindWorkforceMonth, "Month,Service,Headcount,Starters,Leavers,Vacancies", "month,service_ref,headcount,starters,leavers,vacancies"},
	{record.KindWorkforceMonth, "Month,Agency hours,Total hours", "month,agency_hours,total_hours"},
	{record.KindExposure, "Month,Service,Bed days,Occupancy,Maximum capacity", "month,service_ref,care_days,people,maximum_capacity"},
	{record.KindExposure, "Month,Home,Commissioned hours,Actual hours", "month,service_ref,planned_hours,delivered_hours"},
}

func TestRecogniseSampleRows(t *testing.T) {
	for _, c := range sampleRows {
		row := strings.Split(c.headings, ",")
		m := Recognise(row)
		if m.Kind != c.kind || len(m.Missing) > 0 {
			t.Errorf("%s is taken as %s, missing %v", c.kind, m.Kind, m.Missing)
			continue
		}
		for i, want := range strings.Split(c.fields, ",") {
			if got := fieldAt(m, i); got != want {
				t.Errorf("%s: %q is %s, want %s", c.kind, row[i], got, want)
			}
		}
	}
}

// fieldAt gives the field of a column, or a dash.
func fieldAt(m Match, column int) string {
	for field, at := range m.Columns {
		if at == column {
			return field
		}
	}
	return "-"
}

// TestRecogniseFirstChoices wants every kind known by its own best headings, and
// each of its fields in its own column.
func TestRecogniseFirstChoices(t *testing.T) {
	for _, kind := range record.Kinds {
		var row, fields []string
		for _, f := range Fields(kind) {
			if !slices.Contains(row, f.Headings[0]) {
				row, fields = append(row, f.Headings[0]), append(fields, f.Name)
			}
		}
		m := Recognise(row)
		if m.Kind != kind || len(m.Missing) > 0 {
			t.Errorf("the first choices of %s are taken as %s, missing %v", kind, m.Kind, m.Missing)
			continue
		}
		for i, want := range fields {
			if got := fieldAt(m, i); got != want {
				t.Errorf("%s: %q is %s, want %s", kind, row[i], got, want)
			}
		}
	}
}

// TestRecogniseNeeded wants every kind known by what it needs alone, with a
// person, a date and nothing more: many exports are as small as that.
func TestRecogniseNeeded(t *testing.T) {
	for _, kind := range record.Kinds {
		var row []string
		any := false // the first of those of which one is enough
		for _, f := range Fields(kind) {
			if f.Needed || f.Any && !any {
				row, any = append(row, f.Headings[0]), any || f.Any
			}
		}
		if m := Recognise(row); m.Kind != kind || len(m.Missing) > 0 {
			t.Errorf("%s, with what it needs only (%v), is taken as %s", kind, row, m.Kind)
		}
	}
}

// TestNoHeadings wants nothing recognised where nothing speaks for care records.
func TestNoHeadings(t *testing.T) {
	for _, row := range [][]string{
		nil, {""}, {"Date"}, {"Date", "Name", "Status", "Type"}, {"Harbour Reach Care", "Incident log"},
		{"12/04/2026", "07:05", "HR1001", "Personal care", "Completed"}, {"1", "2", "3"},
		{"START", "STOP", "PATIENT", "ENCOUNTER", "CODE", "DESCRIPTION", "TYPE", "CATEGORY"}, // hospital allergies, not restrictions
		{"Id", "START", "STOP", "PATIENT", "ENCOUNTER", "CODE", "DESCRIPTION"},               // hospital plans, not a register
		{"Month", "Service"}, {"Month", "Name", "Total"}, // nothing is counted
		{"Goal ID", "Step no", "Date", "Person ID"}, // attempts without their level are no plan of steps
		{"Client", "Course", "Date completed"},      // training of a person who is supported
	} {
		if m := Recognise(row); m.Score > 0 && len(m.Missing) == 0 {
			t.Errorf("%v is taken as %s", row, m.Kind)
		}
	}
}

// TestHeadingWordings are headings that real systems write (domain.md 4).
func TestHeadingWordings(t *testing.T) {
	for _, c := range []struct{ headings, want string }{
		{"client_id,Date & Time,Task Name,Outcomes of the tasks,Reason provided,Care actor", "person_ref,event_date,task_category,outcome,refusal_reason,staff"},
		{"Service User,Date/Time,Log Title,Task completion,IsArchived", "person_name,event_date,task_category,outcome,struck_out"},
		{"Date,Resident,Category,Outcome,Notes", "event_date,person_name,task_category,outcome,note"},
		{"Subject of care,Community,Medication,Scheduled,Medication outcome,Exception,Witnessed by", "person_name,service_ref,medicine,scheduled_at,outcome,refusal_reason,witness"},
		{"Resident ID,Drug,Round,MAR code,PRN?", "person_ref,medicine,scheduled_at,outcome,prn"},
		{"eventUID,DateTimeOfEvent,EventType,Severity,Involved,Location,Lesson learned,ClosedDateTime", "id,event_date,type,harm,person_name,location,learning,closed_at"},
		{"Incident No.,Date of incident,Time of incident,Type of incident,Degree of harm,Trigger(s),Time to settle", "id,event_date,event_time,type,harm,-,recovery_min"},
		{"Restrictive practice type,Start date,Reason for restrictive practice,Plan to eliminate practice,Next review,Client", "restriction_type,start_date,rationale,reduction_plan,review_due,person_name"},
		{"Client ref,Booking ID,Visit date,Scheduled start,Scheduled end,Actual start date & time,Booking status,Cancellation type", "person_ref,id,event_date,planned_start,planned_end,actual_start,status,cancel_reason"},
		{"id,title,due_date,assignee_id,status,created_at,relations", "id,description,due_at,owner,status,raised_at,source_id"},
		{"Date,Name,Activity,Status", "event_date,person_name,activity,status"},
		{"Date,Name,Activity,Status,Notes", "event_date,person_name,activity,status,note"},
		{"Person supported,Session,Session date,Attendance,Role and contribution", "person_name,activity,event_date,status,role"},
		{"Resident name,Social care package type,Service start date,Service end date,Care funding source", "person_name,service_type,start_date,end_date,funding"},
	} {
		row := strings.Split(c.headings, ",")
		m := Recognise(row)
		for i, want := range strings.Split(c.want, ",") {
			if got := fieldAt(m, i); got != want {
				t.Errorf("%s: %q is %s, want %s", m.Kind, row[i], got, want)
			}
		}
		if len(m.Missing) > 0 {
			t.Errorf("%s: missing %v in %v", m.Kind, m.Missing, row)
		}
	}
}

// TestDisambiguation holds rules 2 and 3 of domain.md 4.27.
func TestDisambiguation(t *testing.T) {
	m := Recognise([]string{"Date", "Name", "Carer", "Category", "Outcome", "Notes"})
	if m.Columns[PersonName] != 1 || m.Columns["staff"] != 2 {
		t.Errorf("Name beside Carer: person in column %d, staff in %d", m.Columns[PersonName], m.Columns["staff"])
	}
	m = Recognise([]string{"Date", "Name", "Resident", "Category", "Outcome", "Notes"})
	if m.Columns[PersonName] != 2 {
		t.Errorf("Name beside Resident: person in column %d", m.Columns[PersonName])
	}
	m = Recognise([]string{"Incident no", "Date", "Incident type", "Location", "Severity"})
	if _, service := m.Columns[Service]; service || m.Columns["location"] != 3 {
		t.Errorf("the location of an incident is a place in the building: %v", m.Columns)
	}
	m = Recognise([]string{"Client ID", "Visit date", "Planned start", "Planned end", "Status", "Location"})
	if column, there := m.Columns[Service]; !there || column != 5 {
		t.Errorf("the location of a visit is the service: %v", m.Columns)
	}
}

// TestTwoColumnsForOneField wants the better heading to win, wherever it stands,
// and the first of two equal ones.
func TestTwoColumnsForOneField(t *testing.T) {
	for _, c := range []struct {
		headings []string
		outcome  int
	}{
		{[]string{"Date", "Client ID", "Result", "Outcome", "Task", "Notes"}, 3},
		{[]string{"Date", "Client ID", "Outcome", "Result", "Task", "Notes"}, 2},
		{[]string{"Date", "Client ID", "Outcome", "Outcome", "Task", "Notes"}, 2},
	} {
		if m := Recognise(c.headings); m.Kind != record.KindCareTask || m.Columns["outcome"] != c.outcome {
			t.Errorf("%v: %s, outcome in column %d", c.headings, m.Kind, m.Columns["outcome"])
		}
	}
}

func TestMatchKindObeysTheMapping(t *testing.T) {
	row := []string{"Date", "Client ID", "Task", "Outcome", "How it went", "Notes"}
	m := MatchKind(record.KindCareTask, row, map[string]string{"outcome": "how it WENT", "refusal_reason": "Notes", "no_such_field": "Date"})
	want := map[string]int{"event_date": 0, "person_ref": 1, "task_category": 2, "outcome": 4, "refusal_reason": 5}
	for field, column := range want {
		if got, there := m.Columns[field]; !there || got != column {
			t.Errorf("%s is in column %d (%t), want %d", field, got, there, column)
		}
	}
	if len(m.Columns) != len(want) {
		t.Errorf("%v has more than %v: a column serves one field", m.Columns, want)
	}
}

// TestMappingMakesATableKnown recognises headings that only a mapping explains.
func TestMappingMakesATableKnown(t *testing.T) {
	row := []string{"Tag", "Who was it", "Sort of help", "How it went"}
	if m := Recognise(row); m.Score > 0 {
		t.Fatalf("the headings are known without a mapping, as %s", m.Kind)
	}
	saved := map[record.Kind]map[string]string{record.KindCareTask: {
		"event_date": "Tag", "person_name": "Who was it", "task_category": "Sort of help", "outcome": "How it went",
	}}
	if m := RecogniseWith(row, saved); m.Kind != record.KindCareTask || len(m.Missing) > 0 || m.Score == 0 {
		t.Errorf("taken as %q, missing %v", m.Kind, m.Missing)
	}
	// A mapping for one kind does not take the tables of another.
	for _, c := range sampleRows {
		if m := RecogniseWith(strings.Split(c.headings, ","), saved); m.Kind != c.kind {
			t.Errorf("%s is taken as %s", c.kind, m.Kind)
		}
	}
}

func TestNormal(t *testing.T) {
	for written, want := range map[string]string{
		"EventType": "event type", "eventUID": "event uid", "ClientID": "client id", "Date & Time": "date and time", "due_date": "due date",
		"*Name:": "name", "Check-in": "check in", " Notes\u00a0": "notes", "NHS number": "nhs number", "PRN?": "prn", "\ufeffDate": "date",
	} {
		if got := Normal(written); got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
}

// TestFieldsAreSound finds mistakes in the data: a heading that is not in its
// compared form, or that stands twice in one field.
func TestFieldsAreSound(t *testing.T) {
	for _, kind := range record.Kinds {
		names := make(map[string]bool)
		for _, f := range Fields(kind) {
			if names[f.Name] {
				t.Errorf("%s has two fields %s", kind, f.Name)
			}
			names[f.Name] = true
			for i, h := range f.Headings {
				if Normal(h) != h {
					t.Errorf("%s, %s: %q is compared as %q", kind, f.Name, h, Normal(h))
				}
				if slices.Contains(f.Headings[:i], h) {
					t.Errorf("%s, %s: %q stands twice", kind, f.Name, h)
				}
			}
		}
	}
}
