package ingest

import (
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

// assured is a folder with overlapping exports of the newer kinds beside the
// registers of people and staff.
var assured = map[string]string{
	"people.csv": people,
	"staff.csv":  "Staff ID,Staff name,Role,Service,Start date\nS1,Ann Other,Support worker,Quay Street,01/04/2025\nS2,Bo Lead,Team leader,Quay Street,01/04/2025\n",
	"audits_april.csv": "Audit ID,Audit date,Person ID,Audit question,Met / not met,Struck through\n" +
		"P1,14/04/2026,HR1,Consent,Met,\nP1,14/04/2026,HR1,What to avoid,Not met,\nP1,14/04/2026,HR1,Micro-steps,Met,Yes\nP2,14/04/2026,HR9,Consent,Met,\n",
	"audits_may.csv": "Audit ID,Audit date,Person ID,Audit question,Met / not met,Version\n" +
		"P1,14/04/2026,HR1,Consent,Partly met,2\nP3,13/05/2026,,Consent,Met,1\n",
	"supervisions.csv": "Staff,Supervision due,Date held,Supervision type\nAnn Other,01/04/2026,14/04/2026,Supervision\nS1,01/07/2026,,Supervision\nAgency,01/07/2026,,Supervision\n",
	"training.csv":     "Staff ID,Course,Date completed\nS1,Safeguarding,14/04/2026\nS1,Safeguarding,14/04/2026\nS2,PBS,31/02/2026\n",
	"moves.csv":        "Person ID,Kind of event,Date of event,End date\nHR2,Unplanned admission,14/04/2026,20/04/2026\nHR9,Respite,14/04/2026,\n",
	"staffing.csv":     "Month,Service,Agency hours,Total hours\n2026-04,Quay Street,40,800\n2026-04,Quay Street,40,800\n",
	"survey.csv":       "Response ID,Survey date,Respondent,Do you feel safe?,Do staff listen to you?\n7,14/04/2026,Resident,5,4\n8,14/04/2026,,3,2\n",
}

// TestNewKindsTogether wants repeats, versions, rows that were struck out, people
// and staff settled for the newer kinds as for all others.
func TestNewKindsTogether(t *testing.T) {
	e := read(t, assured, Options{})
	for file, want := range map[string]string{
		"audits_april.csv": "2/0/0/1/1", "audits_may.csv": "2/0/0/0/0", "supervisions.csv": "3/0/0/0/0",
		"training.csv": "2/1/0/0/0", "moves.csv": "1/1/0/0/0", "staffing.csv": "2/0/0/0/0", "survey.csv": "2/2/0/0/0",
	} {
		if got := counts(ledger(t, e, file)); got != want {
			t.Errorf("%s: rows %s, want %s", file, got, want)
		}
	}
	audits := records[*record.PlanAudit](e)
	if i := slices.IndexFunc(audits, func(r *record.PlanAudit) bool { return r.ID == "P1" && strings.HasPrefix(r.Question, "consent") }); i < 0 || audits[i].Met != record.Partly {
		t.Errorf("the later version of an answer does not count: %+v", audits)
	}
	held := records[*record.Supervision](e)
	if len(held) != 3 || held[0].Staff == "" || held[0].Staff != held[1].Staff || strings.Contains(string(held[0].Staff), "Ann") {
		t.Errorf("a member of staff by name and by number is not one: %+v", held)
	}
	if done := records[*record.Competency](e); len(done) == 0 || done[0].Staff != held[0].Staff {
		t.Errorf("training and supervision of one member of staff are not joined: %+v", done)
	}
	if moves := records[*record.PlacementEvent](e); len(moves) != 1 || moves[0].Person == "" || moves[0].Service != "Quay Street" {
		t.Errorf("a stay has no person or no service: %+v", moves)
	}
}
