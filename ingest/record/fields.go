package record

import "slices"

// Field is one thing that an export may say of a row, with the plain words in
// which a reader is asked for it. The headings that it goes by are data of the
// room heading.
type Field struct{ Name, Words string }

// Fields lists what can be read of a kind beside person, service and id.
func Fields(kind Kind) []Field { return fields[kind] }

// Words says in plain words what a field of a kind holds, "" for one that is not
// in the list.
func (k Kind) Words(field string) string {
	if i := slices.IndexFunc(fields[k], func(f Field) bool { return f.Name == field }); i >= 0 {
		return fields[k][i].Words
	}
	return ""
}

// writtenDown is what recorded_at holds in every kind.
const writtenDown = "date and time it was written down"

// fields are the fields of each kind that a measure may need. A field that only
// tells rows apart, or that is never kept, is not in it.
var fields = map[Kind][]Field{
	KindPlacement: {
		{"start_date", "first day of support"}, {"end_date", "last day of support"}, {"end_reason", "reason for leaving"},
		{"service_type", "type of service"}, {"birth_date", "date of birth"}, {"hours", "planned hours a week"},
		{"preferred_staff", "preferred staff"}, {"avoid_staff", "staff the person does not want"}, {"language", "preferred language"},
	},
	KindStaff: {
		{"role", "job role"}, {"start_date", "first day of work"}, {"end_date", "last day of work"},
		{"employment", "permanent, bank or agency"}, {"languages", "languages spoken"},
	},
	KindCareTask: {
		{"event_date", "date"}, {"event_time", "time"}, {"task_category", "category of the task"}, {"outcome", "outcome"},
		{"refusal_reason", "reason for the refusal"}, {"reoffered", "offered again"}, {"final_outcome", "final outcome"},
		{"support_level", "level of support"}, {"distress", "distressed"}, {"staff", "staff member"},
		{"prompts", "number of prompts"}, {"consent", "consent asked for"}, {"involved", "person involved"},
		{"initiated", "begun by the person"}, {"note", "notes"}, {"recorded_at", writtenDown},
	},
	KindMedAdmin: {
		{"scheduled_at", "date and time due"}, {"outcome", "outcome"}, {"prn", "as required (PRN)"},
		{"reoffered", "offered again"}, {"final_outcome", "final outcome"}, {"recorded_at", writtenDown},
	},
	KindVisit: {
		{"event_date", "date of the visit"}, {"planned_start", "planned start"}, {"planned_end", "planned end"},
		{"actual_start", "actual start"}, {"actual_end", "actual end"}, {"status", "status"}, {"cancel_reason", "reason for cancelling"},
		{"checkin", "how staff checked in"}, {"staff", "staff who came"}, {"staff_2", "second member of staff"},
		{"window", "minutes early or late that were agreed"}, {"time_critical", "time critical"},
		{"planned_min", "planned minutes"}, {"actual_min", "actual minutes"}, {"agency", "agency staff"}, {"short_staffed", "short of staff that day"}, {"recorded_at", writtenDown},
	},
	KindIncident: {
		{"event_date", "date"}, {"event_time", "time"}, {"type", "type of incident"}, {"harm", "level of harm"}, {"harm_mind", "psychological harm"},
		{"trigger", "trigger"}, {"anxiety", "anxiety related"}, {"frustration", "frustration related"}, {"medicine_related", "medication related"},
		{"personal_care", "during personal care"}, {"mealtime", "during meals"}, {"care_linked", "linked to how care was given"},
		{"conflict", "conflict moment"}, {"restriction_used", "restriction used"}, {"recovery_min", "recovery time in minutes"},
		{"hospital", "went to hospital"}, {"status", "status"}, {"closed_at", "date closed"}, {"learning", "lessons learned"},
		{"learning_response", "kind of learning response"}, {"plan_updated", "plan updated"}, {"plan_updated_at", "date the plan was updated"},
		{"manager_reviewed_at", "date the manager reviewed it"}, {"candour_applies", "duty of candour applies"},
		{"candour_told_at", "date the person was told"}, {"candour_apology_at", "date of the apology"}, {"candour_written_at", "date of the written follow-up"},
		{"notifiable", "regulator must be told"}, {"notified_at", "date the regulator was told"}, {"recorded_at", writtenDown},
	},
	KindAction: {
		{"source", "where the action came from"}, {"source_id", "linked record"}, {"raised_at", "date raised"}, {"due_at", "due date"},
		{"completed_at", "date completed"}, {"status", "status"}, {"theme", "theme"}, {"effect", "evidence that it helped"},
	},
	KindRestriction: {
		{"restriction_type", "type of restriction"}, {"start_date", "start date"}, {"end_date", "end date"}, {"end_reason", "reason it ended"},
		{"rationale", "reason for the restriction"}, {"legal_basis", "legal basis"}, {"co_produced", "worked out with the person"},
		{"review_due", "review due"}, {"last_reviewed", "last reviewed"}, {"proportionate", "least restrictive option checked"},
		{"time_limit", "end or time limit"}, {"reduction_plan", "plan to reduce it"}, {"applies_to", "number of people it applies to"},
	},
	KindRestrictionReview: {
		{"restriction", "restriction id"}, {"reviewed_at", "date reviewed"}, {"outcome", "outcome of the review"},
		{"rationale", "reason written down"}, {"involved", "person involved"}, {"next_review_due", "next review due"},
	},
	KindAuthorisation: {
		{"authorisation_kind", "kind of authorisation or decision"}, {"applied_at", "date applied"}, {"granted_at", "date granted or decided"},
		{"expires_at", "expiry date"}, {"reviewed_at", "date reviewed"}, {"outcome", "outcome"}, {"co_produced", "worked out with the person"},
		{"conditions", "number of conditions"}, {"conditions_met", "conditions met"}, {"notified_at", "date the regulator was told"},
	},
	KindGoal: {
		{"goal", "goal"}, {"domain", "area of life"}, {"set_at", "date set"}, {"baseline", "level at the start"}, {"target_level", "target level"},
		{"review_due", "review due"}, {"status", "status"}, {"in_person_words", "in the person's words"}, {"closed_at", "date closed"},
	},
	KindStep: {
		{"goal", "goal id"}, {"step_no", "step number"}, {"step_name", "step"}, {"step_down_to", "step down to"},
		{"review_due", "review due"}, {"criterion", "times in a row that make it achieved"},
	},
	KindStepRecord: {
		{"event_date", "date"}, {"goal", "goal id"}, {"step_no", "step number"}, {"support_level", "level of support"},
		{"confidence", "confidence"}, {"consent", "consent recorded"}, {"setback", "setback"}, {"what_helped", "what helped"},
		{"prompts", "number of prompts"}, {"initiated", "begun by the person"}, {"trigger", "trigger for a review"}, {"recorded_at", writtenDown},
	},
	KindRating: {
		{"event_date", "date"}, {"scale", "scale"}, {"value", "score"}, {"rater", "who rated"}, {"context", "when it was asked"},
	},
	KindAttendance: {
		{"event_date", "date"}, {"activity", "activity"}, {"status", "attended or not"}, {"role", "role of the person"},
		{"alone", "took part without support"}, {"contacts", "people met who are not paid"}, {"recorded_at", writtenDown},
	},
	KindPlanReview: {
		{"review_kind", "type of review"}, {"due_at", "review due"}, {"completed_at", "date reviewed"}, {"trigger", "what led to the review"},
		{"took_part", "person took part"}, {"what_changed", "what changed"}, {"why_changed", "why it changed"}, {"no_change", "no change needed"},
		{"review_text", "text of the review"}, {"owner", "who sees to the review"}, {"review_trigger", "what would bring the review forward"},
		{"next_due", "next review due"}, {"joint", "partners took part"},
	},
	KindPlanChange: {
		{"changed_at", "date of the change"}, {"area", "area of support"}, {"what", "what changed"}, {"why", "why"}, {"method", "method"},
		{"trigger", "what led to it"}, {"co_produced", "worked out with the person"}, {"hours_before", "hours a week before"}, {"hours_after", "hours a week after"},
	},
	KindPlanAudit: {
		{"audited_at", "date of the audit"}, {"question", "question"}, {"met", "met, partly met or not met"},
	},
	KindObservation: {
		{"event_date", "date"}, {"staff", "member of staff observed"}, {"observation_kind", "kind of check"}, {"criterion", "point checked"}, {"met", "met or not"},
	},
	KindSupervision: {
		{"due_at", "supervision due"}, {"held_at", "date held"}, {"supervision_kind", "kind of supervision"}, {"reflection", "reflection recorded"},
		{"adapted", "what was adapted and why"}, {"capability", "what built the person's abilities"}, {"stopped", "what staff stopped doing for the person"},
		{"evidence", "what changed and what shows it"}, {"conflicts", "number of conflict moments"}, {"staff", "member of staff"},
	},
	KindCompetency: {
		{"staff", "member of staff"}, {"competency", "course or skill"}, {"signed_off_at", "date completed"}, {"expires_at", "expiry date"}, {"competent", "competent or not yet"},
	},
	KindFeedback: {
		{"feedback_kind", "complaint, concern, compliment or suggestion"}, {"received_at", "date received"}, {"raised_by", "who raised it"},
		{"theme", "theme"}, {"about_staff", "about staff approach"}, {"stage", "stage"}, {"acknowledged_at", "date acknowledged"},
		{"due_at", "answer due"}, {"responded_at", "date answered"}, {"closed_at", "date closed"}, {"outcome", "upheld or not"},
		{"learning", "learning or action"}, {"told", "person told what came of it"},
	},
	KindSafeguarding: {
		{"raised_at", "date raised"}, {"type", "type of abuse"}, {"raised_by", "raised by"}, {"coercion", "coercion"}, {"dignity", "dignity"},
		{"exploitation", "financial exploitation"}, {"s42", "section 42 enquiry"}, {"plan_updated_at", "date the plan was updated"},
		{"notified_at", "date the regulator was told"}, {"closed_at", "date closed"},
	},
	KindSurvey: {
		{"survey_date", "date of the survey"}, {"respondent", "who answered"}, {"question", "question"}, {"value", "answer"},
	},
	KindPlacementEvent: {
		{"event_kind", "kind of event"}, {"event_date", "date"}, {"end_date", "end date"}, {"avoidable", "avoidable"}, {"plan_updated_at", "date the plan was updated"},
	},
	KindWorkforceMonth: {
		{"month", "month"}, {"headcount", "number of staff"}, {"starters", "starters"}, {"leavers", "leavers"}, {"vacancies", "vacancies"},
		{"agency_hours", "agency hours"}, {"total_hours", "all hours"}, {"shifts", "shifts"}, {"handovers", "handover briefings done"},
	},
	KindExposure: {
		{"month", "month"}, {"people", "people supported"}, {"care_days", "care days"}, {"planned_hours", "planned hours"},
		{"delivered_hours", "delivered hours"}, {"planned_visits", "planned visits"}, {"offers", "offers"},
	},
}
