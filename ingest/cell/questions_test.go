package cell

import "testing"

// TestQuestions finds keys in the wordings of audits, surveys and lists of courses;
// "" is that the question must stay in its own words.
func TestQuestions(t *testing.T) {
	for _, c := range []struct {
		list    *Questions
		written string
		want    string
	}{
		{PlanQuestions, "what_matters_in_own_words", "what_matters_in_own_words"},
		{PlanQuestions, "Q1. Is what matters written in the person's own words?", "what_matters_in_own_words"},
		{PlanQuestions, "2a) The person's voice is quoted", "persons_voice_quoted"},
		{PlanQuestions, "Specific staff actions are described", "specific_staff_actions"},
		{PlanQuestions, "What to avoid", "what_to_avoid"},
		{PlanQuestions, "Triggers for change", "triggers_for_change"},
		{PlanQuestions, "Is there an escalation route?", "escalation_route"},
		{PlanQuestions, "Goals are broken down into micro-steps", "micro_steps"},
		{PlanQuestions, "Step-down pathway in place", "step_down_pathway"},
		{PlanQuestions, "Review dates are tied to outcomes", "review_dates_tied_to_outcomes"},
		{PlanQuestions, "Review owner is named", "review_owner_named"},
		{PlanQuestions, "Success is defined and recorded", "success_defined_and_recorded"},
		{PlanQuestions, "Consent is built into routines", "consent_in_routines"},
		{PlanQuestions, "Restrictions have a rationale and a time limit", "restrictions_rationale_time_limit"},
		{PlanQuestions, "Least restrictive option checked", "least_restrictive_checked"},
		{PlanQuestions, "Positive risk plan", "positive_risk_plan"},
		{PlanQuestions, "Plan updated after the last incident", "updated_after_incident"},
		{PlanQuestions, "Culture, language and identity", "culture_language_identity"},
		{PlanQuestions, "Communication profile", "communication_profile"},
		{PlanQuestions, "Would the person recognise this plan?", "recognisable_to_person"},
		{PlanQuestions, "Is the file tidy?", ""},

		{SurveyQuestions, "Overall, how satisfied are you with your support?", "overall_satisfaction"},
		{SurveyQuestions, "Do you feel safe?", "feels_safe"},
		{SurveyQuestions, "I am treated with dignity and respect", "treated_with_dignity"},
		{SurveyQuestions, "Staff listen to me", "listened_to"},
		{SurveyQuestions, "I have choice and control", "choice_and_control"},
		{SurveyQuestions, "I have control over my daily life", "control_over_daily_life"},
		{SurveyQuestions, "My quality of life is good", "quality_of_life"},
		{SurveyQuestions, "I know who is coming to support me", "knows_who_is_coming"},
		{SurveyQuestions, "Staff know me well", "staff_know_me"},
		{SurveyQuestions, "Would you recommend us?", "would_recommend"},
		{SurveyQuestions, "Are you involved in your plan?", "involved_in_plan"},
		{SurveyQuestions, "My plan is about me", "plan_is_about_me"},
		{SurveyQuestions, "Do you know how to complain?", "knows_how_to_complain"},
		{SurveyQuestions, "I feel confident to adapt support", "confident_to_adapt"},
		{SurveyQuestions, "I am confident about consent", "confident_consent"},
		{SurveyQuestions, "I feel supported by my manager", "supported_by_manager"},
		{SurveyQuestions, "I can speak up", "speak_up"},
		{SurveyQuestions, "Conflict moments this month", "conflict_moments"},
		{SurveyQuestions, "Do you like the food?", ""},

		{Courses, "Prompt ladders", "prompt_ladders"},
		{Courses, "Graded exposure", "graded_exposure"},
		{Courses, "Supported decision-making", "supported_decision_making"},
		{Courses, "Communication and consent", "consent_communication"},
		{Courses, "PBS level 2", "pbs"},
		{Courses, "Mental Capacity Act and consent", "mca_dols"},
		{Courses, "MCA/DoLS", "mca_dols"},
		{Courses, "Medication administration", "medication"},
		{Courses, "Safeguarding adults level 2", "safeguarding"},
		{Courses, "Cultural awareness", "cultural_awareness"},
		{Courses, "Oliver McGowan Tier 1", "oliver_mcgowan"},
		{Courses, "Restraint reduction", "restraint_reduction"},
		{Courses, "Fire safety", "fire_safety"},
		{Courses, "Moving and handling of people", "moving_handling"},
		{Courses, "Food hygiene level 2", "food_safety"},
		{Courses, "Health and safety", "health_safety"},
		{Courses, "Infection prevention and control", "infection_control"},
		{Courses, "GDPR", "data_protection"},
		{Courses, "Care Certificate", "care_certificate"},
		{Courses, "Minibus driving", ""},
	} {
		if got, known := c.list.Find(c.written); got != c.want && (known || c.want != "") || known != (c.want != "") {
			t.Errorf("%q is %q (%t), want %q", c.written, got, known, c.want)
		}
	}
	if got := QuestionKey("Q12. Is the File tidy?"); got != "is the file tidy" {
		t.Errorf("kept as %q", got)
	}
	if _, known := Courses.Find("Safeguarding and medication"); known {
		t.Error("two courses in one are neither")
	}
	if _, known := Courses.Find("Safeguarding, medication and medicine"); known {
		t.Error("two courses in one are neither, however often one is named")
	}
}
