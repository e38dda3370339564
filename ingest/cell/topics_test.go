package cell

import "testing"

// TestTopics finds one word for what people write in their own words, and keeps
// nothing else of it.
func TestTopics(t *testing.T) {
	reviews := []*Topics{ReviewKinds, LifeAreas}
	for _, c := range []struct {
		topics     []*Topics
		text, want string
	}{
		{reviews, "Care plan", "care_plan"}, {reviews, "Annual care review", "care_plan"}, {reviews, "Person-centred review", "care_plan"}, {reviews, "Falls risk assessment", "risk"},
		{reviews, "Risk assessment: positive risk taking", "positive_risk"}, {reviews, "Positive risk plan", "positive_risk"}, {reviews, "Care plan - medication", "medication"},
		{reviews, "PBS", "pbs"}, {reviews, "DoLS review", "mca"}, {reviews, "MDT review", "joint"}, {reviews, "Review by the local authority", "placement_la"}, {reviews, "Mobility", "mobility"},
		{reviews, "Funeral wishes with Aunt Maggie", "other"}, {reviews, "Other", "other"}, {reviews, "", ""}, {reviews, "n/a", ""}, {reviews, "-", ""},

		{[]*Topics{LifeAreas}, "Medication support", "medication"}, {[]*Topics{LifeAreas}, "My medicines", "medication"}, {[]*Topics{LifeAreas}, "Shopping money", "finance"},
		{[]*Topics{LifeAreas}, "Laundry", "domestic"}, {[]*Topics{LifeAreas}, "work_learning", "work_learning"}, {[]*Topics{LifeAreas}, "Visit Gran's grave in Leeds", "other"},
		{[]*Topics{LifeAreas}, "Health: taking medicines", "medication"}, {[]*Topics{LifeAreas}, "Independent living skills - cooking", "meals"},

		{[]*Topics{ChangeTriggers}, "Family feedback", "feedback"}, {[]*Topics{ChangeTriggers}, "Complaint from daughter", "complaint"}, {[]*Topics{ChangeTriggers}, "Staff idea", "staff_idea"},
		{[]*Topics{ChangeTriggers}, "Review after an incident", "incident"}, {[]*Topics{ChangeTriggers}, "Back home, discharged from hospital", "hospital_discharge"}, {[]*Topics{ChangeTriggers}, "Staff feedback", "staff_idea"},
		{[]*Topics{ChangeTriggers}, "no complaint", "other"}, {[]*Topics{ChangeTriggers}, "Mavis said so", "other"}, {[]*Topics{ChangeTriggers}, "", ""},

		{[]*Topics{ActionSources}, "Incident", "incident"}, {[]*Topics{ActionSources}, "INC-0012", "incident"}, {[]*Topics{ActionSources}, "Meeting about a complaint", "complaint"},
		{[]*Topics{ActionSources}, "Referral to falls clinic", "referral"}, {[]*Topics{ActionSources}, "CQC", "inspection"}, {[]*Topics{ActionSources}, "Bob's note", "other"},
	} {
		if got := In(Text(c.text), c.topics...); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
	for _, topics := range []*Topics{ReviewKinds, LifeAreas, ChangeTriggers, ActionSources} {
		for _, word := range topics.Words() {
			if got := In(Text(word), topics); got != word {
				t.Errorf("%s reads as %q", word, got)
			}
		}
	}
}
