package cell

import "testing"

// TestNear finds typing slips in long words, and nothing in short ones or in
// words that could be two things.
func TestNear(t *testing.T) {
	for written, want := range map[string]string{
		"Refussed": "refused", "Decliend": "refused", "refusd": "refused", "Complteed": "accepted", "adminstered": "accepted",
		"A": "", "taker": "", "Variable": "", "See handover": "", "": "", "Refused": "refused",
	} {
		if got := Outcomes.Near(written); got != want {
			t.Errorf("%q is near %q, want %q", written, got, want)
		}
	}
	if got := Answers.Words(); len(got) != 4 || got[0] != "na" || got[3] != "yes" {
		t.Errorf("the words of an answer are %v", got)
	}
}
