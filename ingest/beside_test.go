package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

// TestRepeatedReviews holds each review against the one before of the same person
// and kind, in time.
func TestRepeatedReviews(t *testing.T) {
	const long = "Muriel was asked how she found her mornings and said that tea first suits her well so nothing in the plan was changed this time round"
	text := "Review ID,Person ID,Review type,Review due,Date reviewed,Took part,Review text\n"
	for _, r := range []string{
		"R3,HR1,Care plan,01/03/2026,01/03/2026,Yes,Now she walks to the shop alone on Fridays and wants to try the bus.",
		"R1,HR1,Care plan,01/01/2026,01/01/2026,Yes," + long + ".",
		"R2,HR1,Care plan,01/02/2026,01/02/2026,Yes,\"" + long + ", again!\"",
		"R4,HR1,Care plan,01/04/2026,01/04/2026,Yes,",
		"R5,HR1,Care plan,01/05/2026,01/05/2026,Yes," + long,
		"R6,HR1,Risk,01/05/2026,01/05/2026,Yes," + long,
		"R7,HR2,Care plan,01/05/2026,01/05/2026,Yes," + long,
	} {
		text += r + "\n"

	}
	e := read(t, map[string]string{"people.csv": people, "reviews.csv": text}, Options{})
	want := map[string]record.Answer{"R1": "", "R2": record.Yes, "R3": record.No, "R4": "", "R5": "", "R6": "", "R7": ""}
	for _, r := range records[*record.PlanReview](e) {
		if r.Repeats != want[r.ID] {
			t.Errorf("%s repeats: %q, want %q", r.ID, r.Repeats, want[r.ID])
		}
	}
}

func TestLikeness(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"tea first", "Tea, first!", 1}, {"tea first", "walks alone", 0},
		{"a b c", "a b d", 0.5}, // 4 pairs each; " a" and "a b" in common: 2 × 2 / 8
	} {
		if got := likeness(wordPairs(c.a), wordPairs(c.b)); got != c.want {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
	if wordPairs(" - ") != nil {
		t.Error("a dash is a text")
	}
}

// TestRecorded wants the stamp of the first writing, on the clock of the event.
func TestRecorded(t *testing.T) {
	const head = "Task ID,Version,Date,Time,Client ID,Category,Outcome,"
	for _, c := range []struct {
		headings, values string
		minutes          int // after the event; −1 is not known
		updated          bool
	}{
		{"Updated at", "12/04/2026 09:05", 60, true},
		{"Recorded at", "12/04/2026 09:05", 60, true},
		{"Updated at,Recorded at", "14/04/2026 10:00,12/04/2026 08:35", 30, true},
		{"Recorded at", "2026-04-12T07:35:00Z", 30, true}, // 08:35 in London
		{"Updated at", "12/04/2026", -1, true}, {"Updated at", "", -1, false},
	} {
		e := read(t, map[string]string{"people.csv": people, "a.csv": head + c.headings + "\nT1,1,12/04/2026,08:05,HR1,Meals,Completed," + c.values + "\n"}, Options{})
		r := records[*record.CareTask](e)[0]
		event := int64(r.On)*86400 + int64(r.At)*60
		if known := r.Recorded != 0; known != (c.minutes >= 0) || known && r.Recorded-event != int64(c.minutes)*60 || (r.Updated != 0) != c.updated {
			t.Errorf("%s %s: recorded %d s after the event, updated %d", c.headings, c.values, r.Recorded-event, r.Updated)
		}
	}
	e := read(t, map[string]string{"people.csv": people, "a.csv": head + "Updated at\nT1,2,12/04/2026,08:05,HR1,Meals,Completed,12/04/2026 09:05\n"}, Options{})
	if r := records[*record.CareTask](e)[0]; r.Recorded != 0 {
		t.Error("the second version says when the first was written")
	}
}

// TestSources gives each ledger as a record.
func TestSources(t *testing.T) {
	e := read(t, map[string]string{"people.csv": people, "a.csv": "Task ID,Date,Client ID,Category,Outcome\nT1,12/04/2026,HR1,Meals,Completed\nT2,soon,HR1,Meals,Completed\n"}, Options{})
	all := e.Sources()
	i := slices.IndexFunc(all, func(s *record.Source) bool { return s.File == "a.csv" })
	if len(all) != 2 || i < 0 {
		t.Fatalf("%d sources", len(all))
	}
	if s := all[i]; s.Of != record.KindCareTask || s.Read != 2 || s.Used != 1 || s.Rejected != 1 || s.NotMapped+s.Duplicates+s.StruckOut != 0 || s.Kind() != record.KindSource {
		t.Errorf("%+v", s)
	}
}

// TestBeside reads what rows say beside what they cannot do without.
func TestBeside(t *testing.T) {
	e := read(t, map[string]string{
		"people.csv": "Person ID,Full name,Service,Start date,Date of birth,Preferred staff,Commissioned hours,Reason for leaving,Preferred language\n" +
			"HR1,Muriel Petrovane,Harbour View,01/04/2025,02/04/1985,\"Lowe, Ann\",12.5,Moved on (planned),Welsh\nHR2,Sam Lowe,Quay Street,01/04/2025,01/04/1985,No preference,,,\nHR4,Ada Quill,Quay Street,01/04/2025,,,,,\n",
		"incidents.csv": "Incident no,Date,Incident type,Antecedent,Reported to,Hospital attendance,Duty of candour,Frustration\n" +
			"I1,12/04/2026,Fall,Another resident was shouting in a crowded lounge,Family; CQC; GP,No,Yes,Yes\nI2,13/04/2026,Fall,Unclear to all,Family,Yes - ambulance,No,\n",
		"visits.csv": "Visit ID,Client ID,Visit date,Planned start,Planned end,Actual start,Actual end,Status,Cancellation reason,Arrival window,Actual minutes\n" +
			"V1,HR1,12/04/2026,23:30,00:15,23:32,00:10,Completed,,15,\nV2,HR1,13/04/2026,08:00,08:30,,,Cancelled by person,Felt too anxious,,20\n",
		"notes.csv": "Task ID,Date,Client ID,Category,Outcome,Level of support,Notes,Consent gained\n" +
			"T1,12/04/2026,HR1,Meals,Refused,with two prompts,She was non-compliant.,Yes\nT2,12/04/2026,HR1,Meals,Completed,Independent,Not non-compliant at all.,\nT3,12/04/2026,HR1,Meals,Completed,,,\n",
		"safeguarding.csv": "Concern ID,Date raised,Person ID,Type,Raised by,S42\nS1,12/04/2026,HR1,Financial or material,Staff,No\nS2,12/04/2026,HR1,Physical,Relative,Yes\n",
		"feedback.csv":     "Feedback ID,Date received,Feedback type,Theme,Raised by,Complaint stage,Outcome,Date closed\nF1,12/04/2026,Complaint,Staff attitude and late calls,Daughter,Stage 1,Partially upheld,20/04/2026\n",
	}, Options{})
	stays, incidents, visits, tasks := records[*record.Placement](e), records[*record.Incident](e), records[*record.Visit](e), records[*record.CareTask](e)
	concerns, feedback := records[*record.Safeguarding](e), records[*record.Feedback](e)
	if len(stays) != 3 || len(incidents) != 2 || len(visits) != 2 || len(tasks) != 3 || len(concerns) != 2 || len(feedback) != 1 {
		t.Fatalf("%v", said(e))
	}
	for _, c := range []struct{ what, got, want string }{
		{"stay", line(stays[0].AgeBand, len(stays[0].Preferred), stays[0].PreferenceKnown, stays[0].Hours, stays[0].EndReason, stays[0].Language), "30-39 1 true 12.5 moved_on_planned welsh"},
		{"no preference", line(stays[1].AgeBand, len(stays[1].Preferred), stays[1].PreferenceKnown, stays[1].Hours), "40-49 0 true -1"},
		{"nothing of it", line(stays[2].AgeBand, len(stays[2].Preferred), stays[2].PreferenceKnown), " 0 false"},
		{"trigger", incidents[0].TriggerKey + " " + incidents[1].TriggerKey, "other_person other"},
		{"regulator", line(incidents[0].Notifiable, "|", incidents[1].Notifiable), "yes | "},
		{"flags", line(incidents[0].Hospital, incidents[1].Hospital, incidents[0].CandourApplies, incidents[0].Frustration, incidents[1].Frustration), "no yes yes yes "},
		{"visit over midnight", line(visits[0].PlannedMinutes, visits[0].ActualMinutes, visits[0].Window, visits[0].Anxiety), "45 38 15 "},
		{"visit as written", line(visits[1].PlannedMinutes, visits[1].ActualMinutes, visits[1].Window, visits[1].Anxiety), "30 20 -1 yes"},
		{"note", line(tasks[0].Wording, tasks[0].Prompts, tasks[0].Consent, "|", tasks[1].Wording, tasks[1].Prompts, "|", tasks[2].Wording), "yes 2 yes | no -1 | "},
		{"concern", line(concerns[0].Exploitation, concerns[0].RaisedBy, concerns[0].Section42, "|", concerns[1].Exploitation, concerns[1].RaisedBy), "yes own_staff no | no family"},
		{"feedback", line(feedback[0].Themes, feedback[0].AboutStaff, feedback[0].RaisedBy, feedback[0].Stage, feedback[0].Outcome, feedback[0].ClosedOn), "[staff_approach timing_missed_late] yes family stage_1 partly_upheld 2026-04-20"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.what, c.got, c.want)
		}
	}
}

// line writes values with a blank between.
func line(values ...any) string { return strings.TrimSuffix(fmt.Sprintln(values...), "\n") }
