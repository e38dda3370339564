package metrics

import "evidencepack/ingest/record"

// generatedWords are what the text fields of generated records are picked from, by the name
// of the field, or of kind and field where two kinds differ. A word that stands
// twice comes twice as often.
var generatedWords = map[string][]string{
	"care_task.Category": {record.CategoryPersonalCare, record.CategoryPersonalCare, "meals_fluids", "domestic", "medication_support"},
	"Reason":             {"", "too early", "unwell"},

	"visit.Status": {
		record.VisitCompleted, record.VisitCompleted, record.VisitCompleted, record.VisitCompleted, record.VisitCompleted, record.VisitCompleted, record.VisitPartial, record.VisitMissed,
		record.VisitInProgress, record.VisitCancelledPerson, record.VisitCancelledFamily, record.VisitCancelledHospital,
		record.VisitCancelledProvider, record.VisitRefusedAtDoor, record.VisitNoReply, record.VisitUnallocated,
	},
	"CheckedIn": {"", record.CheckElectronic, record.CheckElectronic, record.CheckManual, record.CheckNone},

	"incident.Type": {
		"fall", "fall", "distress_behaviour", "distress_behaviour", "choking", "medication_error", "medication_omission",
		"aggression_to_staff", "safeguarding", record.IncidentNearMiss, "other",
	},
	"Harm":             {"", record.HarmNone, record.HarmNone, record.HarmLow, record.HarmModerate, record.HarmSevere},
	"HarmMind":         {"", record.HarmNone, record.HarmLow, record.HarmModerate},
	"TriggerKey":       {"", "noise", "waiting", "demand", record.CategoryOther},
	"LearningResponse": {"", "swarm", "after_action_review", "debrief"},
	"incident.Trigger": {"", "a loud room", "had to wait"},

	"action.Source": {"", "incident", "incident", "complaint", "audit", "safeguarding", record.CategoryOther},
	"action.Status": {"", "open", "in_progress", "closed", "overdue", record.ActionStatusCancelled},
	"action.Theme":  {"", "referral", "communication", "staff_approach"},

	"restriction.Type": {"environmental", "environmental", "surveillance", "surveillance", "physical", "chemical", "blanket_rule", "community_access", "staffing_led"},
	"LegalBasis":       {record.LegalBasisNone, "consent_person", "mca_best_interests", "dols_standard", "cop_order"},

	"goal.Domain": {"", "medication", "medication", "daily_living", "community", "health", record.CategoryOther},
	"goal.Status": {
		"", record.GoalAchieved, record.GoalAchieved, record.GoalPartly, record.GoalNotAchieved, record.GoalInProgress,
		record.GoalPaused, record.GoalWithdrawn,
	},
	"Goal":                {"G1", "G2"},
	"Step":                {"1", "1", "1", "2"},
	"Number":              {"1", "2"},
	"step_record.Trigger": {"", "", "missed_check_in", "change_in_mobility", "confusion"},

	"Scale": {
		record.ScaleComfort, record.ScaleComfort, record.ScaleConfidence, record.ScaleConfidence, record.ScaleAnxiety, record.ScaleMood,
		record.ScaleWellbeing, record.ScaleInControl, record.ScaleCalm, record.ScaleRespected,
	},
	"Rater":          {record.RaterSelf, record.RaterSelf, record.RaterSelf, record.RaterProxy, record.RaterStaff},
	"rating.Context": {"", "end_of_visit", "review", "before_activity", "after_activity"},

	"Review":              {"care_plan", "risk", "positive_risk", "positive_risk", "medication", "restriction"},
	"plan_review.Trigger": {"", "scheduled", "incident", "hospital_discharge", "safeguarding", "life_change", "complaint"},
	"Area":                {record.CategoryPersonalCare, "meals_fluids", "staffing", record.ChangeAreaNone},
	"What":                {"", "one question at a time"},
	"Why":                 {"", "the person asked"},
	"Method": {
		"", "visual_prompt", "pacing", "script_consent", "sensory_environment", "preferred_staff", "flexible_window",
		"graded_exposure", "prompt_ladder", "role_based", "communication_profile", "positive_risk_plan", "step_down", record.CategoryOther,
	},
	"plan_change.Trigger": {"", "incident", "complaint", "review", "feedback", "observation", "staff_idea"},

	"Criterion": {
		"followed_plan", "followed_script", "prompt_ladder_followed", "consent_check_done", "one_prompt_at_a_time", "offered_two_options",
		"paused_when_signalled", "reoffer_as_planned", "privacy_standard", "stepped_back", "refusal_response_consistent", "refusal_response_consistent",
		"language_respectful", "medication_competent",
	},
	"observation.Type": {"", "spot_check", "observation", "direct_observation", "competency_observation", "medication_observation", "dignity_walk"},

	"feedback.Type":         {record.FeedbackComplaint, record.FeedbackComplaint, record.FeedbackConcern, record.FeedbackCompliment, record.FeedbackSuggestion},
	"RaisedBy":              {"", "person", "family", "professional", "staff", "own_staff", "public"},
	"feedback.Theme":        {"", "how staff spoke"},
	"Themes":                {"staff_approach", "communication", "timing_missed_late", "dignity_respect", "choice_control", record.CategoryOther},
	"Stage":                 {"", "informal_concern", "stage_1", "stage_2"},
	"feedback.Outcome":      {"", "upheld", "partly_upheld", "not_upheld", "withdrawn"},
	"safeguarding.Type":     {"physical", "neglect", "financial", "organisational"},
	"Activity":              {"swimming", "choir"},
	"attendance.Status":     {"", record.Attended, record.Attended, record.AttendedPart, record.AttendDeclined, record.AttendCancelPerson, record.AttendCancelAnxiety, record.AttendCancelProvider, record.AttendCancelExternal, record.AttendNotRecorded},
	"attendance.Role":       {"", record.RoleParticipant, record.RoleContributor, record.RoleVolunteer, record.RoleEmployee},
	"staff.Role":            {"", "support worker", "senior"},
	"Employment":            {"", record.EmployedPermanent, record.EmployedPermanent, record.EmployedBank, record.EmployedAgency},
	"Language":              {"", "english", "polish"},
	"Languages":             {"english", "polish"},
	"AgeBand":               {"", "40-49", "70-79"},
	"ServiceType":           {"", "residential", "supported_living", "homecare"},
	"person.EndReason":      {"", "moved_on_planned", "moved_unplanned", "hand_back_provider", "died"},
	"restriction.EndReason": {record.EndLifted, record.EndLifted, record.EndLifted, record.EndLifted, record.EndLifted, record.EndLifted, record.EndReduced, record.EndReplaced, record.EndLeft},

	"restriction_review.Outcome": {record.EndLifted, record.EndReduced, record.ReviewUnchanged, record.ReviewUnchanged, record.ReviewIncreased, record.EndReplaced, record.EndReimposed},
	"authorisation.Type":         {"dols_standard", "dols_urgent", "cop_order", "mca_best_interests", "risk_decision", "risk_decision"},
	"authorisation.Outcome":      {"", "granted", "granted", "not_granted", "withdrawn", "pending"},
	"plan_audit.Question": {
		"what_matters_in_own_words", "persons_voice_quoted", "specific_staff_actions", "what_to_avoid", "triggers_for_change",
		"escalation_route", "micro_steps", "micro_steps", "micro_steps", "step_down_pathway", "step_down_pathway", "step_down_pathway", "review_dates_tied_to_outcomes", "review_owner_named",
		"success_defined_and_recorded", "consent_in_routines", "restrictions_rationale_time_limit", "least_restrictive_checked",
		"positive_risk_plan", "updated_after_incident", "culture_language_identity", "communication_profile", "recognisable_to_person",
		"is the file tidy",
	},
	"supervision.Type": {"", "supervision", "supervision", "group", "appraisal", "reflective", "probation"},
	"Key": {
		"prompt_ladders", "graded_exposure", "supported_decision_making", "consent_communication", "pbs", "mca_dols", "medication",
		"safeguarding", "cultural_awareness", "oliver_mcgowan", "restraint_reduction", record.CategoryOther,
	},
	"Respondent": {record.AboutPerson, record.AboutPerson, record.AboutFamily, record.AboutStaff, record.AboutStaff, record.AboutProfessional},
	"survey.Question": {
		"overall_satisfaction", "feels_safe", "treated_with_dignity", "listened_to", "choice_and_control", "control_over_daily_life",
		"quality_of_life", "knows_who_is_coming", "staff_know_me", "would_recommend", "involved_in_plan", "plan_is_about_me",
		"knows_how_to_complain", "confident_to_adapt", "confident_consent", "supported_by_manager", "speak_up", "conflict_moments",
		"do you like the food",
	},
	"placement_event.Type": {
		record.EventAdmissionPlanned, record.EventAdmissionUnplanned, record.EventAdmissionUnplanned, record.EventEmergency, record.EventDischarge,
		record.EventMoveIn, record.EventMoveOn, record.EventBreakdown, record.EventNoticeProvider, record.EventNoticePerson,
		record.EventRespite, record.EventDeath,
	},
}

// Answers, workers and outcomes are picked for every field of those types.
var (
	someAnswers = []record.Answer{
		record.Yes, record.Yes, record.Yes, record.No, record.No, record.Partly, record.NotApply, record.AnswerNone,
	}
	someWorkers = []record.Worker{"worker 1", "worker 2", "worker 3", "worker 4"}
)

// generatedNumbers are the least and the most of number fields; −1 is not written. A field
// that is not named is from −1 to 4.
var generatedNumbers = map[string][2]int{
	"Hours": {-1, 30}, "HoursBefore": {-1, 30}, "HoursAfter": {-1, 30},
	"RecoveryMinutes": {-10, 50}, "PlannedMinutes": {-1, 60}, "ActualMinutes": {-1, 70}, "Window": {-1, 30}, "AppliesTo": {-1, 6},
	"Rank": {-1, 2}, "Baseline": {-1, 4}, "Target": {-1, 2}, "StepDownTo": {-1, 2}, "Criterion": {-1, 4},
	"rating.Value": {1, 5}, "survey.Value": {-1, 5},
	"Headcount": {-1, 30}, "AgencyHours": {-1, 200}, "TotalHours": {-1, 3000}, "Shifts": {-1, 180}, "Handovers": {-1, 180},
	"People": {-1, 12}, "CareDays": {-1, 300}, "PlannedHours": {-1, 900}, "DeliveredHours": {-1, 900}, "PlannedVisits": {-1, 600}, "Offers": {-1, 900},
	"Read": {0, 90}, "Used": {0, 60}, "Rejected": {0, 9}, "NotMapped": {0, 9}, "Duplicates": {0, 9}, "StruckOut": {0, 9},
	"Conditions": {-1, 4}, "ConditionsMet": {-1, 3},
}

// reach is how far a date lies from the day of its record, and whether it is always
// there. A field that is not named is up to 40 days later or not there.
type reach struct {
	from, to record.Date
	always   bool
}

var generatedDates = map[string]reach{
	"person.Start": {-200, -200, true}, "person.End": {0, 300, false},
	"staff.StartOn": {-300, 0, true}, "staff.EndOn": {0, 300, false},
	"restriction.StartOn": {0, 0, true}, "restriction.EndOn": {0, 90, false}, "restriction.ReviewDueOn": {0, 300, false},
	"LastReviewedOn":  {0, 120, false},
	"action.RaisedOn": {0, 0, true}, "action.DueOn": {28, 28, true}, "action.CompletedOn": {0, 60, false},
	"incident.PlanUpdatedOn": {0, 30, false}, "placement_event.PlanUpdatedOn": {0, 30, false},
	"goal.SetOn": {0, 0, true}, "goal.ReviewDueOn": {0, 120, false}, "goal.ClosedOn": {0, 200, false},
	"step.ReviewDueOn":  {0, 120, false},
	"plan_review.DueOn": {0, 0, true}, "plan_review.CompletedOn": {-5, 20, false}, "NextDueOn": {30, 200, false},
	"restriction_review.ReviewedOn": {0, 0, true},
	"authorisation.AppliedOn":       {0, 0, false}, "GrantedOn": {0, 30, false}, "ExpiresOn": {30, 400, false},
	"supervision.DueOn": {0, 0, true}, "HeldOn": {-10, 20, false},
	"SignedOn":              {0, 0, false},
	"placement_event.EndOn": {0, 30, false},
}
