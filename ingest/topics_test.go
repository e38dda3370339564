package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// TestOwnWordsBecomeWordsOfOurs reads what people write in their own words as a word
// of our lists, so that no name can reach a list or a table.
func TestOwnWordsBecomeWordsOfOurs(t *testing.T) {
	e := read(t, map[string]string{
		"people.csv":       people,
		"plan_reviews.csv": "Person ID,Service,Review type,Review due,Date reviewed,Triggered by\nHR1,A,Funeral wishes with Aunt Maggie,01/05/2026,,Maggie rang\nHR1,A,Falls risk assessment,01/05/2026,02/05/2026,After incident\nHR1,A,Positive risk taking: the bus,01/05/2026,,\nHR1,A,MDT,01/05/2026,,Scheduled\n",
		"changes.csv":      "Change ID,Date of change,Service,Person ID,Area,What changed,Why,Trigger\nC1,03/05/2026,A,HR1,personal care,x,y,Family feedback\nC2,04/05/2026,A,HR1,personal care,x,y,Complaint from daughter\nC3,05/05/2026,A,HR1,personal care,x,y,Gran Maggie\nC4,06/05/2026,A,HR1,personal care,x,y,\n",
		"actions.csv":      "Action ID,Source,Service,Raised,Action required,Due date,Date completed,Status\nA1,Complaint by Maggie,A,01/05/2026,x,09/05/2026,,Open\nA2,Talk with Maggie,A,01/05/2026,x,09/05/2026,,Open\nA3,Referral,A,01/05/2026,x,09/05/2026,,Open\n",
		"goals.csv":        "Goal ID,Person ID,Goal,Domain,Date set,Status\nG1,HR1,x,Medication support,01/05/2026,Half way with Maggie\nG2,HR1,x,Seeing Maggie,01/05/2026,Partially achieved\nG3,HR1,x,,01/05/2026,\n",
	}, Options{})
	var got []string
	for r := range e.Records() {
		switch r := r.(type) {
		case *record.PlanReview:
			got = append(got, "review "+r.Review+" after "+r.Trigger)
		case *record.PlanChange:
			got = append(got, "change after "+r.Trigger)
		case *record.Action:
			got = append(got, "action after "+r.Source)
		case *record.Goal:
			got = append(got, "goal "+r.Domain+" "+r.Status)
		}
	}
	slices.Sort(got)
	want := []string{
		"action after complaint", "action after other", "action after referral",
		"change after ", "change after complaint", "change after feedback", "change after other",
		"goal  ", "goal medication ", "goal other partially_achieved",
		"review joint after scheduled", "review other after other", "review positive_risk after ", "review risk after incident",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s\n%v", strings.Join(got, "\n"), strings.Join(want, "\n"), said(e))
	}
	for _, issue := range e.Issues {
		if strings.Contains(fmt.Sprint(issue), "Maggie") {
			t.Errorf("an issue holds a name: %+v", issue)
		}
	}
}

// TestTwoNamesOfOneReviewAreOnePlan compares a review with the one before it, though
// it is written otherwise; two reviews of one day in no list stay two rows.
func TestTwoNamesOfOneReviewAreOnePlan(t *testing.T) {
	const text = "Went through the plan together and all is well"
	e := read(t, map[string]string{
		"people.csv": people,
		"plan_reviews.csv": "Person ID,Service,Review type,Review due,Date reviewed,Review text\nHR1,A,Care plan,01/04/2026,02/04/2026," + text + "\nHR1,A,Annual care plan review,01/05/2026,02/05/2026," + text + "\n" +
			"HR1,A,Moonlight,01/05/2026,03/05/2026,\nHR1,A,Sunlight,01/05/2026,03/05/2026,\n",
	}, Options{})
	var repeats []record.Answer
	for _, r := range recordsOf[*record.PlanReview](e) {
		repeats = append(repeats, r.Repeats)
	}
	if want := []record.Answer{record.AnswerNone, record.Yes, record.AnswerNone, record.AnswerNone}; !slices.Equal(repeats, want) {
		t.Errorf("%q, want %q: %v", repeats, want, said(e))
	}
}

// TestMappingSaysWhatACodeIsAbout: what the user wrote of a code goes before our lists.
func TestMappingSaysWhatACodeIsAbout(t *testing.T) {
	m := &mapping.Mapping{Kind: record.KindGoal, CodesOf: map[string]map[string]string{"domain": {"MS": "medication", "Home": "community"}}}
	e := read(t, map[string]string{
		"people.csv": people,
		"goals.csv":  "Goal ID,Person ID,Goal,Domain,Date set\nG1,HR1,x,MS,01/05/2026\nG2,HR1,x,Home,01/05/2026\nG3,HR1,x,Laundry,01/05/2026\n",
	}, Options{Mappings: []*mapping.Mapping{m}})
	var got []string
	for _, r := range recordsOf[*record.Goal](e) {
		got = append(got, r.Domain)
	}
	if want := []string{"medication", "community", "domestic"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q: %v", got, want, said(e))
	}
}
