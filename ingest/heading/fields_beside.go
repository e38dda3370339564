package heading

import (
	"slices"

	"evidencepack/ingest/record"
)

// RecordedAt is when a row was first written. An export may have it beside the
// date of the last change.
const RecordedAt = "recorded_at"

// firstWritten are headings of a stamp that says when a row was first written. Where
// an export has no other stamp, versions are told apart by it.
var firstWritten = []string{"recorded at", "logged at", "system recorded time", "entered on", "date entered", "entry time", "saved at", "synced at", "uploaded at"}

// FirstWritten tells whether a heading says when a row was first written.
func FirstWritten(written string) bool { return slices.Contains(firstWritten, Normal(written)) }

// recorded is the field of the first writing. What an event is dated by in one
// export may be a stamp in another that has a date beside it.
var recorded = []Field{{Name: RecordedAt, Extra: true, Headings: slices.Concat(firstWritten, []string{
	"recorded on", "logged on", "date logged", "time logged", "entered at", "created at", "created on", "date created", "created", "submitted at", "submission time",
	"submitted on", "date recorded", "recorded date", "date and time recorded", "date time recorded", "entry date", "completion time",
})}}

// beside holds the fields that say nothing of the kind of a table (domain.md 4).
// They take their columns when all others have theirs, and so change neither what a
// table is nor which column is another field.
var beside = extra(map[record.Kind][]Field{
	record.KindPlacement: {
		{Name: "hours", Headings: []string{"planned hours a week", "planned hours", "commissioned hours", "weekly hours", "package hours", "core hours", "hours a week", "hours per week", "planned hours per week", "contracted hours", "support hours", "hours", "1 1 hours"}},
		{Name: "preferred_staff", Headings: []string{"preferred staff", "preferred carers", "preferred carer", "preferred workers", "preferred worker", "preferred support workers", "staff preference", "staff preferences", "carer preference", "matched staff", "chosen worker", "chosen staff", "named worker", "key worker", "keyworker"}},
		{Name: "avoid_staff", Headings: []string{"avoid staff", "staff to avoid", "do not send", "barred carer", "barred carers", "barred staff", "incompatible", "incompatible staff", "not to send", "staff not wanted", "staff the person does not want", "carers not to send", "staff not to send", "carers to avoid", "do not send list"}},
		{Name: "language", Headings: []string{"preferred language", "language", "first language", "main language", "language preference", "language spoken", "spoken language"}},
	},
	record.KindStaff: {
		{Name: "languages", Headings: []string{"languages spoken", "languages", "language", "other languages", "language spoken", "languages known"}},
	},
	record.KindCareTask: {
		{Name: "prompts", Headings: []string{"number of prompts", "prompt count", "prompts given", "no of prompts", "how many prompts", "prompts used", "count of prompts"}},
		{Name: "consent", Headings: []string{"consent asked for", "consent check", "consent gained", "consent obtained", "consent sought", "verbal consent", "consent recorded", "consent given", "consent", "consent checked", "ask offer confirm", "explain offer confirm"}},
		{Name: "involved", Headings: []string{"person involved", "service user involvement", "involved in task", "choice offered", "persons view", "involvement", "person involvement", "resident involvement", "client involvement", "person took part", "took part", "offered a choice", "choice given"}},
		{Name: "initiated", Headings: []string{"begun by the person", "initiated by person", "initiated by the person", "initiated by", "self initiated", "person initiated", "initiated", "started by person", "initiated care"}},
	},
	record.KindVisit: {
		{Name: "staff_2", Headings: []string{"second member of staff", "carer 2", "second carer", "staff 2", "second staff", "second staff member", "second worker", "double up with", "double up staff", "double up carer", "staff name 2", "worker 2", "carer name 2", "second staff name"}},
		{Name: "window", Headings: []string{"arrival window", "window", "arrival window mins", "arrival window minutes", "time window", "flex", "flexibility", "tolerance", "tolerance minutes", "tolerance mins", "flex minutes", "agreed window", "window minutes", "window mins"}},
		{Name: "time_critical", Headings: []string{"time critical", "critical", "time critical visit", "time critical call", "time specific", "critical visit", "timed visit", "medication call", "fixed time"}},
		{Name: "planned_min", Headings: []string{"planned minutes", "planned mins", "planned duration", "scheduled duration", "scheduled minutes", "scheduled mins", "planned length", "duration planned", "planned hours", "scheduled hours", "commissioned minutes", "commissioned duration", "booked minutes", "booked duration", "planned duration mins", "planned duration minutes", "planned hrs", "scheduled hrs", "planned duration hours", "scheduled duration mins", "scheduled duration minutes"}},
		{Name: "actual_min", Headings: []string{"actual minutes", "actual mins", "actual duration", "delivered minutes", "delivered mins", "actual length", "minutes delivered", "actual hours", "delivered hours", "delivered", "time spent", "duration actual", "visit duration", "actual duration mins", "actual duration minutes", "actual mins delivered", "actual duration hrs", "actual duration hours", "actual hrs"}},
		{Name: "agency", Headings: []string{"agency staff", "agency", "agency worker", "agency carer", "agency used", "is agency", "staff type", "worker type"}},
		{Name: "short_staffed", Headings: []string{"short staffed", "staff shortage", "short of staff", "shortage", "staffing shortage", "understaffed", "below planned staffing", "shift short", "short staffed day"}},
	},
	record.KindIncident: {
		{Name: "frustration", Headings: []string{"frustration related", "frustration", "frustration flag", "linked to frustration", "related to frustration"}},
		{Name: "medicine_related", Headings: []string{"medication related", "medicine related", "medicines related", "linked to medication", "linked to medicines", "medication involved", "around medication", "related to medication"}},
		{Name: "personal_care", Headings: []string{"during personal care", "personal care related", "personal care", "linked to personal care", "in personal care", "related to personal care"}},
		{Name: "mealtime", Headings: []string{"during meals", "mealtime related", "mealtime", "during a meal", "at mealtime", "at mealtimes", "meal related", "during mealtimes", "during mealtime", "related to meals"}},
		{Name: "care_linked", Headings: []string{"linked to how care was given", "linked to care delivery", "care delivery related", "related to care delivery", "care related", "linked to care", "distress linked to care", "linked to support given"}},
		{Name: "conflict", Headings: []string{"conflict moment", "conflict", "moment of conflict", "conflict related", "conflict flag", "conflict with staff"}},
		{Name: "harm_mind", Headings: []string{"psychological harm", "harm psych", "emotional harm", "level of psychological harm", "harm psychological", "psychological level of harm", "psychological impact", "degree of psychological harm"}},
		{Name: "hospital", Headings: []string{"went to hospital", "hospital", "hospital attendance", "a and e", "attended hospital", "resident transferred to hospital", "ambulance", "ambulance called", "hospital admission", "admitted to hospital", "taken to hospital", "transferred to hospital", "admitted", "a and e attendance"}},
		{Name: "learning_response", Headings: []string{"learning response", "type of learning response", "learning response type", "learning review type", "response type", "review method", "kind of learning response", "type of review"}},
		{Name: "manager_reviewed_at", Headings: []string{"manager reviewed on", "manager review date", "date reviewed by manager", "date of manager review", "manager reviewed at", "manager reviewed", "manager review", "reviewed by manager", "management review", "management review date", "manager sign off date", "manager sign off", "date signed off", "sign off date", "signed off on", "manager signed off", "date of management review"}},
		{Name: "candour_applies", Headings: []string{"duty of candour applies", "duty of candour", "doc applies", "doc applicable", "candour applies", "duty of candour applicable", "duty of candour required", "openness and transparency", "duty of candour met threshold", "doc"}},
		{Name: "candour_told_at", Headings: []string{"date person told", "candour told date", "date told", "doc told date", "told date", "person told on", "date family told", "candour date told", "duty of candour told date", "date informed", "told on", "date person or family told"}},
		{Name: "candour_apology_at", Headings: []string{"date of apology", "apology date", "doc apology date", "candour apology date", "apology given on", "date apology given", "date apologised", "apology", "apology given", "apology made on", "date apology"}},
		{Name: "candour_written_at", Headings: []string{"date of written follow up", "written follow up date", "doc written date", "candour letter date", "duty of candour letter date", "candour written date", "written date", "letter date", "date letter sent", "letter sent on", "duty of candour letter"}},
		{Name: "notifiable", Headings: []string{"notifiable", "cqc notifiable", "notification required", "cqc notification required", "reportable to cqc", "notifiable event", "statutory notification required", "regulator must be told", "reportable", "notifiable incident"}},
		{Name: "notified_at", Headings: []string{"date cqc notified", "cqc notified on", "cqc notified at", "cqc notification date", "notification date", "date notified", "date of notification", "notified on", "notified at", "regulator notified on", "date reported to cqc", "notification sent", "date notification sent", "cqc notification sent"}},
		{Name: "cqc_notified", Headings: []string{"cqc notified", "notified to cqc", "cqc notification", "cqc informed", "reported to cqc", "statutory notification", "regulator notified", "local authorities cqc safeguarding notification", "cqc", "notified cqc"}},
		{Name: "reported_to", Headings: []string{"reported to", "incident reported to", "informed", "who was informed", "notified to", "reported externally to", "people informed", "external bodies", "reported to external body", "agencies informed"}},
	},
	record.KindAction: {
		{Name: "theme", Headings: []string{"theme", "action theme", "category", "learning theme", "area", "topic", "subject"}},
	},
	record.KindRestriction: {
		{Name: "proportionate", Headings: []string{"proportionate", "proportionality", "least restrictive considered", "least restrictive option checked", "least restrictive checked", "least restrictive", "least restrictive option", "alternatives tried", "alternatives considered", "alternatives"}},
		{Name: "time_limit", Headings: []string{"time limit", "time limited", "end by", "expiry", "authorised until", "expiry date", "expires", "expires on", "valid until", "limit"}},
		{Name: "applies_to", Headings: []string{"number of people affected", "applies to", "people affected", "number affected", "people it applies to", "number of people", "residents affected", "no of people"}},
	},
	record.KindGoal: {
		{Name: "in_person_words", Headings: []string{"in the persons words", "in person words", "in persons words", "in their own words", "own words", "in own words", "persons words", "persons own words", "quoted"}},
		{Name: "closed_at", Headings: []string{"date closed", "closed at", "closed on", "date achieved", "achieved on", "date completed", "completed on", "end date", "closed", "date ended", "achieved date", "closed date", "goal closed", "date goal closed", "date goal achieved"}},
	},
	record.KindStepRecord: {
		{Name: "prompts", Headings: []string{"number of prompts", "prompt count", "prompts", "prompts given", "no of prompts", "how many prompts", "prompts used"}},
		{Name: "initiated", Headings: []string{"begun by the person", "initiated by person", "initiated by the person", "initiated by", "self initiated", "person initiated", "initiated", "started by person"}},
		{Name: "trigger", Headings: []string{"trigger for review", "trigger for a review", "review trigger", "trigger", "trigger activated", "escalation trigger", "triggers"}},
	},
	record.KindPlanReview: {
		{Name: "no_change", Headings: []string{"no change needed", "no change", "no changes", "no change required", "no changes needed", "plan unchanged", "unchanged"}},
		{Name: "owner", Headings: []string{"owner", "review owner", "reviewer", "reviewed by", "lead", "responsible", "person responsible", "keyworker", "key worker", "completed by", "assigned to", "next review owner"}},
		{Name: "review_trigger", Headings: []string{"review trigger", "review sooner if", "triggers for review", "early review trigger", "escalation trigger", "review early if", "bring review forward if", "what would bring the review forward", "escalation triggers"}},
		{Name: "next_due", Headings: []string{"next review due", "next review", "next due", "next review date", "date of next review", "next review on", "next date"}},
		{Name: "joint", Headings: []string{"partners took part", "joint review", "joint", "partners involved", "multi agency", "multi agency review", "mdt", "mdt review", "professionals involved", "health involved", "partners present", "joint working"}},
	},
	record.KindPlanChange: {
		{Name: "hours_before", Headings: []string{"hours a week before", "hours before", "weekly hours before", "previous hours", "old hours", "hours from", "support hours before"}},
		{Name: "hours_after", Headings: []string{"hours a week after", "hours after", "weekly hours after", "new hours", "hours to", "support hours after", "hours now"}},
	},
	record.KindFeedback: {
		{Name: "about_staff", Headings: []string{"about staff approach", "staff approach", "about staff", "about staff attitude", "staff attitude", "staff approach flag", "relates to staff"}},
		{Name: "stage", Headings: []string{"stage", "complaint stage", "stage of complaint", "level", "formal or informal"}},
		{Name: "acknowledged_at", Headings: []string{"date acknowledged", "acknowledged", "acknowledged on", "acknowledged at", "acknowledgement date", "acknowledgement sent", "acknowledgement sent on", "date of acknowledgement"}},
		{Name: "due_at", Headings: []string{"response due", "answer due", "reply due", "due date", "due", "target date", "response due date", "deadline", "due by", "date due", "target response date", "respond by"}},
		{Name: "closed_at", Headings: []string{"date closed", "closed", "closed on", "closed at", "closed date", "date resolved", "resolved on", "resolved", "date completed"}},
		{Name: "learning", Headings: []string{"learning", "lessons learned", "lesson learned", "lessons learnt", "lessons", "action taken", "actions taken", "action", "actions", "we did", "you said we did", "learning or action", "improvement made", "what we changed", "what we did"}},
		{Name: "told", Headings: []string{"person told", "told", "outcome told", "outcome shared", "told of outcome", "person told of outcome", "outcome told to person", "outcome shared with person", "fed back to person", "feedback given", "person told what came of it", "fed back"}},
	},
	record.KindSafeguarding: {
		{Name: "coercion", Headings: []string{"coercion", "coercion flag", "coercive control", "coercion or control", "controlling behaviour"}},
		{Name: "dignity", Headings: []string{"dignity", "dignity flag", "dignity concern", "loss of dignity"}},
		{Name: "exploitation", Headings: []string{"financial exploitation", "exploitation", "exploitation flag", "financial abuse", "financial concern"}},
		{Name: "plan_updated_at", Headings: []string{"date plan updated", "plan updated on", "plan updated at", "date of plan update", "plan update date", "care plan updated", "support plan updated", "plan updated", "date plan changed"}},
		{Name: "notified_at", Headings: []string{"date cqc notified", "cqc notified on", "cqc notified at", "cqc notified", "cqc notification date", "notification date", "date notified", "date of notification", "notified on", "notified to cqc", "cqc notification"}},
	},
	record.KindAttendance: {
		{Name: "alone", Headings: []string{"took part without support", "independent", "independently", "without support", "on their own", "unsupported", "alone", "attended independently"}},
		{Name: "contacts", Headings: []string{"people met who are not paid", "social contacts", "contacts", "number of contacts", "people met", "unpaid contacts", "friends met", "community contacts", "new contacts"}},
	},
})

func extra(all map[record.Kind][]Field) map[record.Kind][]Field {
	for _, fields := range all {
		for i := range fields {
			fields[i].Extra = true
		}
	}
	return all
}
