package ingest

import (
	"testing"

	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// TestQuirk125ProviderRefusal wants referrals that a provider turned down to be
// nobody's refusal of care.
func TestQuirk125ProviderRefusal(t *testing.T) {
	for _, row := range [][]string{
		{"Month", "Service", "Referrals received", "Referrals refused", "Reason"},
		{"Referral ID", "Date received", "Client name", "Service", "Referrals refused", "Reason referral refused"},
		{"Referral ID", "Date", "Client ID", "Referral outcome", "Reason for referral refusal"},
		{"Date", "Client name", "Referral source", "Outcome", "Reason"},
	} {
		if m := heading.Recognise(row); m.Score > 0 && len(m.Missing) == 0 {
			t.Errorf("%q is taken as %s: %v", row, m.Kind, m.Columns)
		}
	}
	row := []string{"Date", "Client ID", "Category", "Outcome", "Referrals refused"}
	if m := heading.Recognise(row); m.Columns["outcome"] != 3 || m.Known != 4 {
		t.Errorf("%q is understood as %v", row, m.Columns)
	}
}

// TestQuirk126OmittedRefusedNotDue keeps four things apart that a blank box on a
// medicine chart may all mean.
func TestQuirk126OmittedRefusedNotDue(t *testing.T) {
	const chart = "Dose ID,Resident ID,Due,Medicine,Outcome\n" +
		"1,HR1,12/04/2026 08:00,Aspirin 75mg,Refused\n2,HR1,13/04/2026 08:00,Aspirin 75mg,Omitted\n" +
		"3,HR1,14/04/2026 08:00,Aspirin 75mg,Not due\n4,HR1,15/04/2026 08:00,Aspirin 75mg,\n"
	e := read(t, map[string]string{"people.csv": people, "mar.csv": chart}, Options{})
	want := []record.Outcome{record.Refused, record.NotOffered, record.NotDue, record.UnknownGap}
	for i, r := range records[*record.MedAdmin](e) {
		if i < len(want) && r.Outcome != want[i] {
			t.Errorf("dose %s is %s, want %s", r.ID, r.Outcome, want[i])
		}
	}
	if l := ledger(t, e, "mar.csv"); counts(l) != "4/0/0/0/0" {
		t.Errorf("%s used/rejected/unmapped/duplicates/struck out", counts(l))
	}
}

// TestQuirk130EndedIsNotLifted keeps a restriction that ended with a stay apart
// from one that was lifted.
func TestQuirk130EndedIsNotLifted(t *testing.T) {
	const register = "Restriction ID,Person ID,Restriction type,Start date,End date,End reason\n" +
		"1,HR1,Locked door,01/04/2026,01/05/2026,Lifted\n2,HR2,Locked door,01/04/2026,01/05/2026,Person left\n"
	e := read(t, map[string]string{"people.csv": people, "r.csv": register}, Options{})
	got := records[*record.Restriction](e)
	if len(got) != 2 || got[0].EndReason != record.EndLifted || got[1].EndReason != record.EndLeft {
		t.Errorf("%+v", got)
	}
}
