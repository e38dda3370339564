package ingest

import (
	"fmt"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

// shortly writes what a record of the newer kinds says, without its head and its
// token of staff.
func shortly(r record.Record) string {
	day := func(d record.Date) string {
		if d == 0 {
			return "-"
		}
		return d.String()
	}
	switch r := r.(type) {
	case *record.Step:
		return fmt.Sprint(r.Goal, " ", r.Number, " due ", day(r.ReviewDueOn), " to ", r.StepDownTo, " after ", r.Criterion)
	case *record.RestrictionReview:
		return fmt.Sprint(r.Restriction, " ", day(r.ReviewedOn), " ", r.Outcome, " ", r.Rationale, " ", r.Involved, " next ", day(r.NextDueOn))
	case *record.Authorisation:
		return fmt.Sprint(r.Type, " ", day(r.AppliedOn), " ", day(r.GrantedOn), " ", day(r.ExpiresOn), " ", r.Outcome, " ", r.CoProduced, " ", r.Conditions, "/", r.ConditionsMet, " told ", day(r.NotifiedOn))
	case *record.PlanAudit:
		return fmt.Sprint(r.ID, " ", day(r.On), " ", r.Question, " ", r.Met)
	case *record.Supervision:
		return fmt.Sprint(day(r.DueOn), " ", day(r.HeldOn), " ", r.Type, " ", r.Reflection, " ", r.Adapted, r.Capability, r.Stopped, r.Evidence, " ", r.Conflicts)
	case *record.Competency:
		return fmt.Sprint(r.Key, " ", day(r.SignedOn), " ", day(r.ExpiresOn), " ", r.Competent)
	case *record.Survey:
		return fmt.Sprint(day(r.On), " ", r.Respondent, " ", r.Question, " ", r.Agree, " ", r.Value)
	case *record.PlacementEvent:
		return fmt.Sprint(r.Type, " ", day(r.On), " ", day(r.EndOn), " ", r.Avoidable, " ", day(r.PlanUpdatedOn))
	case *record.WorkforceMonth:
		return fmt.Sprint(day(r.On), " ", r.Headcount, " ", r.Starters, " ", r.Leavers, " ", r.Vacancies, " ", r.AgencyHours, "/", r.TotalHours, " ", r.Handovers, "/", r.Shifts)
	case *record.Exposure:
		return fmt.Sprint(day(r.On), " ", r.People, " ", r.CareDays, " ", r.PlannedHours, " ", r.DeliveredHours, " ", r.PlannedVisits, " ", r.Offers)
	}
	return ""
}

// newKinds are small exports, tidy and as people write them, and what they say.
var newKinds = []struct {
	name, text string
	kind       record.Kind
	want       []string
	ledger     string // used/rejected/unmapped/duplicates/struck out
}{
	{"steps, tidy", "Goal ID,Step no,Step name,Step down to,Review due,Criterion\nG1,1,Fill the kettle,Verbal,01/05/2026,3\nG1,2,Pour,Independent,,3 times in a row\n",
		record.KindStep, []string{"G1 1 due 2026-05-01 to 3 after 3", "G1 2 due - to 0 after 3"}, "2/0/0/0/0"},
	{"steps, messy", "goal_ref;Stage;Milestone;Steps down to;Achieved when;Review by\nG1;1;Kettle;V;4 weeks sustained;13.05.2026\nG1;;Pour;V;;\n",
		record.KindStep, []string{"G1 1 due 2026-05-13 to 3 after -1"}, "1/1/0/0/0"},
	{"reviews of restrictions, tidy", "Review ID,Restriction ID,Date reviewed,Review outcome,Rationale,Person involved,Next review due\nV1,R1,14/04/2026,Reduced,Door only locked at night,Yes,14/07/2026\nV2,R2,15/04/2026,Unchanged,,No,\n",
		record.KindRestrictionReview, []string{"R1 2026-04-14 reduced true yes next 2026-07-14", "R2 2026-04-15 unchanged false no next -"}, "2/0/0/0/0"},
	{"reviews of restrictions, messy", "RP ref,Reviewed on,Decision,Views of person,Reviewed by\nR1,14 April 2026,No longer needed,,Ann Other\nR2,15/4/26,Still needed,y,\nR3,16/4/26,Parked,y,\n,17/4/26,Lifted,y,\n",
		record.KindRestrictionReview, []string{"R1 2026-04-14 lifted false  next -", "R2 2026-04-15 unchanged false yes next -"}, "2/1/1/0/0"},
	{"authorisations, tidy", "Authorisation ID,Person ID,Authorisation type,Date applied,Date granted,Expiry date,Outcome,Conditions,Conditions met,CQC notified\nA1,HR1,DoLS standard,01/04/2026,20/04/2026,19/04/2027,Granted,2,1,22/04/2026\n",
		record.KindAuthorisation, []string{"dols_standard 2026-04-01 2026-04-20 2027-04-19 granted  2/1 told 2026-04-22"}, "1/0/0/0/0"},
	{"authorisations, messy", "Resident,Urgent/Standard,Form 1,Signed off,Expires,Supervisory body,Outcome of application,Conditions,Conditions met,CQC notified?\nMuriel Petrovane,Urgent,13/04/2026,,n/a,Cove Council,Awaiting decision,none,,No\nMuriel Petrovane,Best interests,,14/04/2026,,,,3,Yes,Yes\n,Urgent,13/04/2026,,,,,,,\nSam Lowe,Form 9,13/04/2026,,,,,,,\n",
		record.KindAuthorisation, []string{"dols_urgent 2026-04-13 - - pending  0/-1 told -", "mca_best_interests - 2026-04-14 -   3/3 told -"}, "2/1/1/0/0"},
	{"plan audits, one row a question", "Audit ID,Audit date,Service,Person ID,Audit question,Met / not met,Auditor\nP1,14/04/2026,Quay,HR1,1. Is what matters to the person written in their own words?,Met,Ann Other\nP1,14/04/2026,Quay,HR1,2. Are micro-steps broken down?,Partly met,Ann Other\nP1,14/04/2026,Quay,HR1,Is the kitchen clean,Not met,Ann Other\nP1,14/04/2026,Quay,HR1,Escalation route,Maybe,Ann Other\n",
		record.KindPlanAudit, []string{"P1 2026-04-14 what_matters_in_own_words yes", "P1 2026-04-14 micro_steps partial", "P1 2026-04-14 is the kitchen clean no"}, "3/0/1/0/0"},
	{"plan audits, scores", "Audit ref,Date audited,Audit standard,Score\nP1,14/04/2026,persons_voice_quoted,3\nP1,14/04/2026,what_to_avoid,0\nP1,14/04/2026,step_down_pathway,1\nP2,14/04/2026,step_down_pathway,2/3\nP2,14/04/2026,what_to_avoid,\n",
		record.KindPlanAudit, []string{"P1 2026-04-14 persons_voice_quoted yes", "P1 2026-04-14 what_to_avoid no", "P1 2026-04-14 step_down_pathway partial", "P2 2026-04-14 step_down_pathway partial", "P2 2026-04-14 what_to_avoid "}, "5/0/0/0/0"},
	{"supervisions, tidy", "Supervision ID,Staff ID,Supervision due,Date held,Supervision type,Reflection recorded,What did you adapt and why,Conflict moments\nU1,S1,01/04/2026,14/04/2026,Supervision,Yes,Slowed the pace,2\nU2,S2,01/04/2026,,1:1,,,\n",
		record.KindSupervision, []string{"2026-04-01 2026-04-14 supervision yes yes 2", "2026-04-01 - supervision   -1"}, "2/0/0/0/0"},
	{"supervisions, messy", "Employee name;1:1 date;Next due;Type;Reflective practice;Supervised by\nAnn Other;14 Apr 2026;14 Jul 2026;Appraisal;not discussed;Bo Lead\n;14 Apr 2026;;;;\n",
		record.KindSupervision, []string{"- 2026-04-14 appraisal no  -1"}, "1/1/0/0/0"},
	{"plan audits, one column a question", "Audit ID,Audit date,Service,Person ID,Auditor,What matters in own words,Micro-steps,Review owner named,Is the kitchen clean?,Comments\nP1,14/04/2026,Quay,HR1,Ann Other,Yes,Partly,No,Yes,see file\nP2,15/04/2026,Quay,HR2,Ann Other,Yes,N/A,,No,\n",
		record.KindPlanAudit, []string{"P1 / What matters in own words 2026-04-14 what_matters_in_own_words yes", "P1 / Micro-steps 2026-04-14 micro_steps partial", "P1 / Review owner named 2026-04-14 review_owner_named no", "P1 / Is the kitchen clean? 2026-04-14 is the kitchen clean yes",
			"P2 / What matters in own words 2026-04-15 what_matters_in_own_words yes", "P2 / Is the kitchen clean? 2026-04-15 is the kitchen clean no"}, "6/0/0/0/0"},
	{"survey of a form program", "ID,Start time,Completion time,Email,Name,I am a...,1. I feel safe,2. Staff listen to me,3. Would you recommend us to others?,Anything else?\n1,14/04/2026 09:00,14/04/2026 09:05,anonymous,,Resident,Agree,5,Neither agree nor disagree,The garden\n2,14/04/2026 09:30,14/04/2026 09:35,anonymous,,Family member,Strongly disagree,2,Not sure,\n",
		record.KindSurvey, []string{"2026-04-14 person feels_safe yes -1", "2026-04-14 person listened_to yes 5", "2026-04-14 person would_recommend partial -1",
			"2026-04-14 family feels_safe no -1", "2026-04-14 family listened_to no 2", "2026-04-14 family would_recommend na -1"}, "6/0/0/0/0"},
	{"training matrix", "Staff name,Job role,Safeguarding,Moving and handling,Medication,MCA and DoLS\nAnn Other,Carer,14/04/2026,15/04/2026,Booked,n/a\nBo Lead,Carer,14/04/2025,,16/04/2026,17/04/2026\n",
		record.KindCompetency, []string{"safeguarding 2026-04-14 - ", "moving_handling 2026-04-15 - ", "medication - - no", "safeguarding 2025-04-14 - ", "medication 2026-04-16 - ", "mca_dols 2026-04-17 - "}, "6/0/0/0/0"},
	{"training, tidy", "Staff ID,Course,Date completed,Expiry date,Outcome\nS1,Safeguarding adults,14/04/2026,14/04/2027,Competent\nS1,Fire safety,15/04/2026,,Pass\nS2,Administration of medication,,,Not yet competent\n",
		record.KindCompetency, []string{"safeguarding 2026-04-14 2027-04-14 yes", "fire_safety 2026-04-15 - yes", "medication - - no"}, "3/0/0/0/0"},
	{"training, ASC-WDS", "LOCALESTID,UNIQUEWORKERID,CATEGORY,DESCRIPTION,DATECOMPLETED,EXPIRYDATE,ACCREDITED,NOTES\nQuay,W1,Mental capacity and Deprivation of Liberty,MCA level 2,14/04/2026,14/04/2029,Yes,\nQuay,W2,Positive behaviour support,PBS,Booked,,No,\n",
		record.KindCompetency, []string{"mca_dols 2026-04-14 2029-04-14 ", "pbs - - no"}, "2/0/0/0/0"},
	{"survey, one row an answer", "Response ID,Survey date,Respondent,Survey question,Answer,Service\n1,14/04/2026,Resident,Do you feel safe?,Strongly agree,Quay\n1,14/04/2026,Resident,Do staff listen to you?,3,Quay\n1,14/04/2026,Resident,Do you like the garden?,Disagree,Quay\n2,15/04/2026,Relative,Do you feel safe?,Don't know,Quay\n2,15/04/2026,Relative,Would you recommend us?,,Quay\n3,15/04/2026,Staff,Would you recommend us?,It depends,Quay\n",
		record.KindSurvey, []string{"2026-04-14 person feels_safe yes -1", "2026-04-14 person listened_to partial 3", "2026-04-14 person do you like the garden no -1", "2026-04-15 family feels_safe na -1", "2026-04-15 family would_recommend na -1"}, "5/0/1/0/0"},
	{"hospital and moves, tidy", "Person ID,Kind of event,Date of event,End date,Avoidable,Date plan updated\nHR1,Unplanned admission,14/04/2026,20/04/2026,No,22/04/2026\nHR1,Move on planned,01/06/2026,,,\n",
		record.KindPlacementEvent, []string{"admission_unplanned 2026-04-14 2026-04-20 no 2026-04-22", "move_on_planned 2026-06-01 -  -"}, "2/0/0/0/0"},
	{"hospital and moves, messy", "Client name,Hospital,Planned/unplanned,Admission date,Discharge date,Could it have been avoided?\nMuriel Petrovane,Cove General,Emergency,14/04/2026,,Yes\nMuriel Petrovane,Cove General,Planned,20/04/2026,19/04/2026,\nSam Lowe,Cove General,Ward 9,21/04/2026,,\n,Cove General,Planned,20/04/2026,,\n",
		record.KindPlacementEvent, []string{"admission_unplanned 2026-04-14 - yes -"}, "1/2/1/0/0"},
	{"staffing, tidy", "Month,Service,Number of staff,Starters,Leavers,Vacancies,Agency hours,All hours,Shifts,Handover briefings done\n2026-04,Quay,20,1,2,1.5,40,\"1,200\",90,81\nApr-26,Harbour,12,0,,0,,800,,\n",
		record.KindWorkforceMonth, []string{"2026-04-01 20 1 2 1.5 40/1200 81/90", "2026-04-01 12 0 -1 0 -1/800 -1/-1"}, "2/0/0/0/0"},
	{"staffing, messy", "Period;ESTNAME;TOTALPERMTEMP;STARTERS;LEAVERS;VACANCIES\nApril 2026;Quay;20;n/a;two;0\n202605;Quay;21;1;0;0\n30/06/2026;Quay;22;1;0;0\n2026;Quay;22;1;0;0\n",
		record.KindWorkforceMonth, []string{"2026-04-01 20 -1 -1 0 -1/-1 -1/-1", "2026-05-01 21 1 0 0 -1/-1 -1/-1", "2026-06-01 22 1 0 0 -1/-1 -1/-1"}, "3/1/0/0/0"},
	{"hours and days", "Month,Service,People supported,Care days,Planned hours,Delivered hours,Planned visits,Offers\n2026-04,Quay,12,360,1000,980.5,400,\n05/2026,Quay,12,,,,,1500\n",
		record.KindExposure, []string{"2026-04-01 12 360 1000 980.5 400 -1", "2026-05-01 12 -1 -1 -1 -1 1500"}, "2/0/0/0/0"},
	{"hours and days, one column", "Reporting month,Home,Occupied bed days\nMay 2026,Quay,372\n",
		record.KindExposure, []string{"2026-05-01 -1 372 -1 -1 -1 -1"}, "1/0/0/0/0"},
}

// TestNewKinds reads each export alone and wants its kind, its records and what
// became of its rows.
func TestNewKinds(t *testing.T) {
	for _, c := range newKinds {
		t.Run(c.name, func(t *testing.T) {
			e := readOne(t, "x.csv", []byte(c.text))
			if len(e.Ledgers) != 1 || e.Ledgers[0].Kind != c.kind {
				t.Fatalf("read as %+v: %v", e.Ledgers, said(e))
			}
			var got []string
			for r := range e.Records() {
				got = append(got, shortly(r))
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
