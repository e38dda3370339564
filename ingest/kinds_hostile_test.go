package ingest

import (
	"strings"
	"testing"
	"time"

	"evidencepack/ingest/record"
)

// hostileKinds are small exports as real systems and home-made workbooks give them.
var hostileKinds = []struct {
	name, text string
	kind       record.Kind
	want       []string
	ledger     string // used/rejected/unmapped/duplicates/struck out
}{
	{"supervisions with words for dates", "Employee;Due;Done;Type of supervision;Reflection completed?;Conflict moments discussed\nAnn Other;01/04/2026;14/04/2026;1-2-1;Y;0\nCy Dean;01/04/2026;Overdue;1-2-1;;\nDi Eve;01/04/2026;cancelled - sick;Team meeting;;\nEd Fox;01/04/2026;Yes;1-2-1;;\n",
		record.KindSupervision, []string{"2026-04-01 2026-04-14 supervision yes  0", "2026-04-01 - supervision   -1", "2026-04-01 - group   -1"}, "3/1/0/0/0"},
	{"supervisions, staff in two columns", "First name,Surname,Date of supervision,Date of next supervision,Supervisor\nAnn,Other,14/04/2026,14/06/2026,Bo Lead\nCy,Dean,20/05/2026,20/07/2026,Bo Lead\n",
		record.KindSupervision, []string{"- 2026-04-14    -1", "- 2026-05-20    -1"}, "2/0/0/0/0"},
	{"training, done and ends side by side", "Staff name,Safeguarding - Completed,Safeguarding - Expires,Medication - Completed,Medication - Expires\nAnn Other,14/04/2026,14/04/2027,15/04/2026,15/04/2027\nCy Dean,14/04/2025,14/04/2026,,\n",
		record.KindCompetency, []string{"safeguarding 2026-04-14 2027-04-14 ", "medication 2026-04-15 2027-04-15 ", "safeguarding 2025-04-14 2026-04-14 "}, "3/0/0/0/0"},
	{"training matrix with a legend of colours above it", "Training matrix,,\nRed = past expiry date; amber = due,,\nStaff name,Safeguarding,Medication\nAnn Other,14/04/2026,15/04/2026\n",
		record.KindCompetency, []string{"safeguarding 2026-04-14 - ", "medication 2026-04-15 - "}, "2/0/0/0/0"},
	{"training, staff in two columns, done without a day", "First Name,Last Name,Course Title,Date Completed,Expiry Date,Status\nAnn,Other,Safeguarding,14/04/2026,14/04/2027,Compliant\nCy,Dean,Safeguarding,,14/04/2027,Compliant\nCy,Dean,Medication,,,Not started\n",
		record.KindCompetency, []string{"safeguarding 2026-04-14 2027-04-14 yes", "medication - - no"}, "2/1/0/0/0"},
	{"plan audits, scale in the headings", "Audit Date,Client ID,Auditor,Escalation route clear (0-3),Micro steps (1 to 5),Consent /2\n14/04/2026,HR1,Bo Lead,2,1,2\n15/04/2026,HR2,Bo Lead,3,5,0\n",
		record.KindPlanAudit, []string{" 2026-04-14 escalation_route partial", " 2026-04-14 micro_steps no", " 2026-04-14 consent_in_routines yes",
			" 2026-04-15 escalation_route yes", " 2026-04-15 micro_steps yes", " 2026-04-15 consent_in_routines no"}, "6/0/0/0/0"},
	{"plan audits, scale in a column", "Audit ref,Audit date,Question,Score,Max score\nA1,14/04/2026,Escalation route,3,5\nA1,14/04/2026,Micro steps,3,3\nA1,14/04/2026,What to avoid,6,5\n",
		record.KindPlanAudit, []string{"A1 2026-04-14 escalation_route partial", "A1 2026-04-14 micro_steps yes"}, "2/0/1/0/0"},
	{"plan audits, scale said by nobody", "Audit ref,Audit date,Question,Score\nA1,14/04/2026,Escalation route,2\nA1,14/04/2026,Micro steps,0\nA1,14/04/2026,What to avoid,Met\n",
		record.KindPlanAudit, []string{"A1 2026-04-14 what_to_avoid yes"}, "1/0/2/0/0"},
	{"plan audits, noughts and ones", "Audit ref,Audit date,Question,Score\nA1,14/04/2026,Escalation route,1\nA1,14/04/2026,Micro steps,0\n",
		record.KindPlanAudit, []string{"A1 2026-04-14 escalation_route yes", "A1 2026-04-14 micro_steps no"}, "2/0/0/0/0"},
	{"plan audits, a box for each finding", "AuditID|Date|Criteria|Met|Partially Met|Not Met|N/A\nA1|14/04/2026|Escalation route|x|||\nA1|14/04/2026|Micro steps||x||\nA1|14/04/2026|Consent|||x|\nA1|14/04/2026|Culture||||x\nA1|14/04/2026|What to avoid|x||x|\n",
		record.KindPlanAudit, []string{"A1 2026-04-14 escalation_route yes", "A1 2026-04-14 micro_steps partial", "A1 2026-04-14 consent_in_routines no", "A1 2026-04-14 culture_language_identity na"}, "4/0/1/0/0"},
	{"plan audits, colours", "Date of audit,Service User,Standard,RAG\n14/04/2026,Muriel Petrovane,Is consent recorded in routines?,Green\n14/04/2026,Muriel Petrovane,Culture and identity,Amber\n14/04/2026,Muriel Petrovane,Escalation,Red\n14/04/2026,Muriel Petrovane,Review owner,Grey\n",
		record.KindPlanAudit, []string{" 2026-04-14 consent_in_routines yes", " 2026-04-14 culture_language_identity partial", " 2026-04-14 escalation_route no"}, "3/0/1/0/0"},
	{"survey of a form program, long questions", "ID,Start time,Completion time,Email,Name,Who is filling in this form?\u00a0,\"1. How much do you agree: I feel safe in my home and with the people who support me?\u00a0\",\"2. Do the staff who support you listen to what you have to say?\u00a0\",4. What could we do better?\n1,14/04/2026 9:00,14/04/2026 9:05,anonymous,,I am the person receiving support,Strongly agree,😀,ok\n2,15/04/2026 9:00,15/04/2026 9:07,anonymous,,Family member or friend,Neutral,😐,\n",
		record.KindSurvey, []string{"2026-04-14 person feels_safe yes -1", "2026-04-14 person listened_to yes -1", "2026-04-15 family feels_safe partial -1", "2026-04-15 family listened_to partial -1"}, "4/0/0/0/0"},
	{"survey of staff, who answers said by nobody", "Timestamp,My manager supports me,I feel able to speak up,How many conflict moments did you have this month?,Any comments\n14/04/2026 9:00,4,Disagree,2,ok\n",
		record.KindSurvey, []string{"2026-04-14 staff supported_by_manager yes 4", "2026-04-14 staff speak_up no -1", "2026-04-14 staff conflict_moments na 2"}, "3/0/0/0/0"},
	{"survey of people, one word in no list", "Date,Relationship,Overall satisfaction,Would you recommend us\n14/04/2026,Daughter,5 - Very satisfied,Yes definitely\n15/04/2026,Husband,1 - Very dissatisfied,It depends\n",
		record.KindSurvey, []string{"2026-04-14 family overall_satisfaction yes 5", "2026-04-14 family would_recommend yes -1", "2026-04-15 family overall_satisfaction no 1"}, "3/0/1/0/0"},
	{"hospital log, in and out on one row", "Name,Date admitted,Time,Hospital,Reason for admission,Planned / Emergency,Date discharged\nMuriel Petrovane,14/04/2026,10:30,Cove,Fall,Emergency,20/04/2026\nSam Lowe,01/05/2026,,Cove,Hip,Planned,\nSam Lowe,01/06/2026,,Cove,UTI,Hospital admission,05/06/2026\n",
		record.KindPlacementEvent, []string{"admission_unplanned 2026-04-14 2026-04-20  -", "admission_planned 2026-05-01 -  -"}, "2/0/1/0/0"},
	{"DoLS register, words for dates", "Resident,Date application sent,Urgent / Standard,Date authorised,Expiry,CQC notified (date)\nMuriel Petrovane,01/04/2026,Urgent & Standard,20/04/2026,19/04/2027,22/04/2026\nSam Lowe,05/04/2026,Standard,Awaiting,,N/A\n",
		record.KindAuthorisation, []string{"dols_standard 2026-04-01 2026-04-20 2027-04-19   -1/-1 told 2026-04-22", "dols_standard 2026-04-05 - - pending  -1/-1 told -"}, "2/0/0/0/0"},
	{"DoLS register without a kind", "Client,DoLS in place?,DoLS applied for,DoLS granted,DoLS expiry date\nMuriel Petrovane,Yes,01/04/2026,20/04/2026,19/04/2027\nSam Lowe,Applied,05/04/2026,,\n",
		record.KindAuthorisation, []string{"dols_standard 2026-04-01 2026-04-20 2027-04-19 granted  -1/-1 told -", "dols_standard 2026-04-05 - - pending  -1/-1 told -"}, "2/0/0/0/0"},
	{"minutes of a restriction panel", "Restriction ref,Meeting date,Decision,Person's view,Rationale,Review again by\nR1,14/04/2026,Reduce to nights only,,Sleeps well,14/07/2026\nR2,14/04/2026,Continue - risk remains,No,Risk remains,\nR3,14/04/2026,Remove,Yes - wants this,,\nR4,14/04/2026,Reduction not agreed,,,\n",
		record.KindRestrictionReview, []string{"R1 2026-04-14 reduced true  next 2026-07-14", "R2 2026-04-14 unchanged true no next -", "R3 2026-04-14 lifted false yes next -"}, "3/0/1/0/0"},
	{"staffing, months across", "Staffing 2026,Apr-26,May-26,Jun-26\nHeadcount,20,21,22\nStarters,1,2,0\nTotal hours,1200,1210,\nAgency hours,40,36.5,0\n",
		record.KindWorkforceMonth, []string{"2026-04-01 20 1 -1 -1 40/1200 -1/-1", "2026-05-01 21 2 -1 -1 36.5/1210 -1/-1", "2026-06-01 22 0 -1 -1 0/-1 -1/-1"}, "3/0/0/0/0"},
	{"staffing, months across, two services", "Service,Measure,Apr 2026,May 2026,Jun 2026\nQuay,Staff in post,20,21,22\nQuay,Leavers,1,,0\nHarbour,Staff in post,10,,\nHarbour,Leavers,0,,2\n",
		record.KindWorkforceMonth, []string{"2026-04-01 20 -1 1 -1 -1/-1 -1/-1", "2026-05-01 21 -1 -1 -1 -1/-1 -1/-1", "2026-06-01 22 -1 0 -1 -1/-1 -1/-1", "2026-04-01 10 -1 0 -1 -1/-1 -1/-1", "2026-06-01 -1 -1 2 -1 -1/-1 -1/-1"}, "5/0/0/0/0"},
	{"hours as hours and minutes", "Month,Service,Clients,Contracted hours,Hours delivered\nApril 2026,Quay,12,\"1,000.00\",980:30\nMay 2026,Quay,12,1000h,990\n",
		record.KindExposure, []string{"2026-04-01 12 -1 1000 980.5 -1 -1", "2026-05-01 12 -1 1000 990 -1 -1"}, "2/0/0/0/0"},
}

// TestHostileKinds reads each export alone and wants its kind, its records and what
// became of its rows.
func TestHostileKinds(t *testing.T) {
	for _, c := range hostileKinds {
		t.Run(c.name, func(t *testing.T) {
			e := readOne(t, "x.csv", []byte(c.text))
			if len(e.Ledgers) != 1 || e.Ledgers[0].Kind != c.kind {
				t.Fatalf("read as %+v: %v", e.Ledgers, said(e))
			}
			var got []string
			for r := range e.Records() {
				one := shortly(r)
				if a, is := r.(*record.PlanAudit); is {
					one = strings.TrimSpace(a.ID)
					one, _, _ = strings.Cut(one, " /")
					one += " " + a.On.String() + " " + a.Question + " " + string(a.Met)
				}
				got = append(got, one)
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s\n%v", strings.Join(got, "\n"), strings.Join(c.want, "\n"), said(e))
			}
			if l := counts(e.Ledgers[0]); l != c.ledger {
				t.Errorf("rows %s, want %s: %v", l, c.ledger, said(e))
			}
		})
	}
}

// TestNeverGuessed are exports that say too little: none of their rows may be used as
// a record, least of all as people of a register.
func TestNeverGuessed(t *testing.T) {
	for name, text := range map[string]string{
		"a matrix of the days on which courses end": "TRAINING MATRIX - expiry dates\nEmployee Name,Role,Safeguarding Adults,Medication,Fire Safety\nAnn Other,Carer,14/04/2027,EXPIRED,15/04/2027\n",
		"a matrix of colours":                       "Staff,Safeguarding,Medication,MCA/DoLS\nAnn Other,Green,Red,Red\nCy Dean,Green,Green,Green\n",
		"admissions of which nobody says how":       "Resident,Hospital,Admission date,Discharge date\nMuriel Petrovane,Cove,14/04/2026,20/04/2026\n",
		"a list of staff without ids":               "First Name,Surname,Job Title,Contract type,Start date,Leaving date\nAnn,Other,Support worker,Permanent,01/04/2024,\n",
		"a measure twice":                           "Measure,Apr 2026,May 2026,Jun 2026\nHeadcount,20,21,22\nHeadcount,10,11,12\nStarters,1,1,1\n",
	} {
		t.Run(name, func(t *testing.T) {
			if e := readOne(t, "x.csv", []byte(text)); len(records[record.Record](e)) != 0 {
				t.Errorf("%s was read as %s", name, e.Ledgers[0].Kind)
			}
		})
	}
}

// TestCancelledBy reads who cancelled a visit from the reason where the status does
// not say it, and leaves a visit out of which nobody says it.
func TestCancelledBy(t *testing.T) {
	e := readOne(t, "x.csv", []byte("Visit ID,Client,Date,Planned start,Planned end,Status,Cancellation reason\nV1,Muriel Petrovane,14/04/2026,08:00,08:45,Cancelled,In hospital\nV2,Muriel Petrovane,14/04/2026,12:00,12:30,Cancelled,Client request\nV3,Muriel Petrovane,14/04/2026,18:00,18:30,Cancelled,Weather\nV4,Muriel Petrovane,15/04/2026,18:00,18:30,Cancelled,\n"))
	var got []string
	for _, v := range records[*record.Visit](e) {
		got = append(got, v.Status)
	}
	if want := "cancelled_hospital cancelled_by_person"; strings.Join(got, " ") != want || counts(e.Ledgers[0]) != "2/0/2/0/0" {
		t.Errorf("got %v, rows %s, want %s", got, counts(e.Ledgers[0]), want)
	}
}

// TestUndecided does not take "awaiting decision" for a yes.
func TestUndecided(t *testing.T) {
	e := readOne(t, "x.csv", []byte("Concern ref,Date raised,Adult at risk,Type of abuse,Section 42?\nS1,14/04/2026,Muriel Petrovane,Physical,Yes\nS2,20/04/2026,Sam Lowe,Financial,No - NFA\nS3,21/04/2026,Sam Lowe,Neglect,Awaiting decision\nS4,22/04/2026,Sam Lowe,Neglect,Not progressed\n"))
	var got []string
	for _, s := range records[*record.Safeguarding](e) {
		got = append(got, string(s.Section42))
	}
	if want := "yes,no,,no"; strings.Join(got, ",") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// TestIncidentBoxes reads the types of incidents that have a column each.
func TestIncidentBoxes(t *testing.T) {
	e := readOne(t, "x.csv", []byte("Incident ID,Incident Date,Client ID,Fall,Medication error,Behaviour,Level of harm\nI1,14/04/2026,HR1,1,0,0,None\nI2,14/04/2026,HR1,0,1,0,Low\nI3,15/04/2026,HR2,0,0,1,Moderate\n"))
	var got []string
	for _, i := range records[*record.Incident](e) {
		got = append(got, i.Type)
	}
	if want := "fall medication_error distress_behaviour"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// TestCheckColumns reads spot checks with a column for each point.
func TestCheckColumns(t *testing.T) {
	e := readOne(t, "x.csv", []byte("Date,Observer,Staff member,Followed plan,Consent check done,One prompt at a time\n14/04/2026,Bo Lead,Ann Other,Yes,Partly,No\n"))
	var got []string
	for _, o := range records[*record.Observation](e) {
		got = append(got, o.Criterion+"="+string(o.Met))
	}
	if want := "followed_plan=yes consent_check_done=partial one_prompt_at_a_time=no"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s: %v", got, want, said(e))
	}
}

// TestMonthsOfAWorkbook reads staffing under headings that a spreadsheet program made
// dates of.
func TestMonthsOfAWorkbook(t *testing.T) {
	day := func(month time.Month) time.Time { return time.Date(2026, month, 1, 0, 0, 0, 0, time.UTC) }
	e := readOne(t, "x.xlsx", workbookOf(t, map[string][][]any{"Staffing": {{"Measure", day(4), day(5), day(6)}, {"Headcount", 20, 21, 22}, {"Starters", 1, 2, 0}}}))
	var got []string
	for r := range e.Records() {
		got = append(got, shortly(r))
	}
	if want := "2026-04-01 20 1 -1 -1 -1/-1 -1/-1|2026-05-01 21 2 -1 -1 -1/-1 -1/-1|2026-06-01 22 0 -1 -1 -1/-1 -1/-1"; strings.Join(got, "|") != want {
		t.Errorf("got %v, want %s: %v", got, want, said(e))
	}
}
