package heading

import (
	"slices"

	"evidencepack/ingest/record"
)

// staffed are the headings of a column that names a member of staff, in tables
// that are about staff.
var staffed = []string{
	"supervisee id", "staff full name", "employee full name", "staff ref", "employee ref", "worker ref", "staff number", "staff no",
	"staff", "staff id", "staff member", "staff name", "employee", "employee id", "employee name", "employee no", "employee number", "worker", "worker id", "worker name",
	"uniqueworkerid", "unique worker id", "displayid", "display id", "carer", "carer id", "carer name", "care worker", "caregiver", "caregiver id", "support worker",
	"supervisee", "supervisee name", "payroll no", "payroll number", "team member", "learner", "learner name", "user", "username", "name", "full name", "colleague", "name of staff",
}

// months are the headings of a column that holds a whole month.
var months = []string{"month", "reporting month", "month ending", "month year", "month and year", "month starting", "period", "reporting period", "year month", "for month", "date"}

// more holds the fields of the kinds that are about plans, staff and services
// rather than single events (domain.md 4.8 to 4.26).
var more = map[record.Kind][]Field{
	record.KindStep: {
		{Name: ID, Headings: []string{"step id", "step ref", "stage id"}},
		{Name: "goal", Needed: true, Headings: []string{"goal id", "goal ref", "goal no", "goal", "outcome id"}},
		{Name: "step_no", Needed: true, Telling: true, Headings: []string{"step no", "step number", "step", "stage", "stage no", "stage number", "micro step", "milestone no", "week no"}},
		{Name: "step_name", Headings: []string{"step name", "step description", "milestone", "stage name", "task step", "week", "what the step is", "small step"}},
		{Name: "step_down_to", Telling: true, Headings: []string{"step down to", "steps down to", "next level", "reduce support to", "target level", "fade to"}},
		{Name: "escalation_trigger", Telling: true, Headings: []string{"escalation trigger", "trigger for review", "step back if", "when to step back"}},
		{Name: "review_due", Headings: []string{"review due", "review date", "next review", "review by", "step review due"}},
		{Name: "criterion", Telling: true, Headings: []string{"criterion", "criteria", "achieved when", "success criterion", "success criteria", "times in a row", "consecutive successes", "number of times in a row"}},
	},
	record.KindRestrictionReview: {
		{Name: ID, Headings: []string{"review id", "review ref", "review no", "restriction review id", "id"}},
		{Name: "restriction", Needed: true, Telling: true, Headings: []string{"restriction id", "restriction ref", "restriction no", "restriction reviewed", "rp id", "rp ref", "restrictive practice id", "restriction"}},
		{Name: "reviewed_at", Needed: true, Headings: []string{"date reviewed", "reviewed on", "reviewed at", "review date", "date of review", "reviewed", "last reviewed", "review completed", "date", "meeting date", "date of meeting", "review meeting date", "reviewed at meeting on", "panel date"}},
		{Name: "outcome", Needed: true, Telling: true, Headings: []string{"review outcome", "outcome of review", "decision", "outcome", "result", "review decision", "reduced or continued", "panel decision", "meeting decision", "decision made"}},
		{Name: "rationale", Headings: []string{"rationale", "rationale recorded", "reason", "justification", "why", "reason for decision", "reason for continuing"}},
		{Name: "involved", Headings: []string{"person involved", "involved", "person took part", "took part", "involved person", "co produced", "views of person", "agreed with person", "persons view", "view of person", "views of the person", "person present", "person consulted", "persons views"}},
		{Name: "evidence", Headings: []string{"evidence", "evidence seen", "evidence considered"}},
		{Name: "next_review_due", Headings: []string{"next review due", "next review", "next review date", "review due", "due for review", "review again by", "review again", "review by", "next review by"}},
		{Name: "reviewer", Headings: []string{"reviewer", "reviewed by", "completed by", "review lead", "staff"}},
	},
	record.KindAuthorisation: {
		{Name: ID, Headings: []string{"authorisation id", "authorisation ref", "dols id", "dols ref", "decision id", "decision ref", "application id", "application ref", "id", "ref"}},
		{Name: "authorisation_kind", Needed: true, Telling: true, Headings: []string{"authorisation type", "type of authorisation", "authorisation kind", "kind of authorisation", "decision type", "type of decision", "kind of decision", "dols type", "type of dols", "urgent standard", "urgent or standard", "standard or urgent", "application type", "authorisation or decision", "type", "kind"}},
		{Name: "applied_at", Telling: true, Headings: []string{"date applied", "applied on", "applied", "date of application", "application date", "dols applied", "dols application date", "date submitted", "application submitted", "form 1", "form 1 sent", "date requested", "applied for", "date application sent", "application sent", "date application submitted", "date of referral to supervisory body", "dols applied for", "dols application sent", "date submitted to supervisory body", "application submitted on"}},
		{Name: "granted_at", Telling: true, Headings: []string{"date granted", "granted on", "granted", "authorisation start", "dols granted", "date of decision", "decision date", "date decided", "decided on", "decided", "date agreed", "signed off", "authorised on", "date authorised", "start of authorisation", "authorisation start date", "dols granted on", "dols granted date", "date dols granted", "authorisation granted", "date authorisation granted"}},
		{Name: "expires_at", Telling: true, Headings: []string{"expiry date", "expires", "expires on", "expiry", "dols expiry", "dols expires", "authorisation end", "authorisation end date", "end of authorisation", "valid until", "valid to", "date of expiry", "renewal due", "dols expiry date", "dols expires on", "date of expiry of dols", "authorisation expires", "authorisation expiry date", "dols end date"}},
		{Name: "reviewed_at", Headings: []string{"date reviewed", "reviewed on", "last reviewed", "last review", "review date", "reviewed"}},
		{Name: "outcome", Headings: []string{"outcome", "outcome of application", "application outcome", "result", "status", "decision", "dols in place", "dols status", "dols outcome", "application status"}},
		{Name: "co_produced", Headings: []string{"co produced", "coproduced", "person involved", "involved person", "agreed with person", "worked out with the person", "person took part", "views of person"}},
		{Name: "conditions", Telling: true, Headings: []string{"conditions", "number of conditions", "conditions count", "no of conditions", "how many conditions"}},
		{Name: "conditions_met", Telling: true, Headings: []string{"conditions met", "number of conditions met", "conditions completed", "conditions fulfilled"}},
		{Name: "notified_at", Telling: true, Headings: []string{"cqc notified", "date cqc notified", "cqc notified on", "regulator notified", "date notified", "notification sent", "cqc notification date", "notified on", "notified at", "regulator told on", "cqc notified date", "notification to cqc", "cqc notification", "cqc notification sent", "date cqc notification sent", "cqc informed on"}},
		{Name: "supervisory_body", Telling: true, Headings: []string{"supervisory body", "managing authority", "rpr", "relevant persons representative", "advocate", "imca", "best interests assessor", "bia"}},
	},
	record.KindPlanAudit: {
		{Name: ID, Headings: []string{"audit id", "audit ref", "audit no", "audit number", "id", "ref"}},
		{Name: "audited_at", Needed: true, Telling: true, Headings: []string{"audit date", "date of audit", "audited on", "date audited", "audited at", "audited", "date completed", "completed on", "date"}},
		{Name: "question", Needed: true, Telling: true, Headings: []string{"audit question", "question", "question key", "standard", "criteria", "criterion", "audit standard", "audit criteria", "audit criterion", "audit item", "what we looked for", "point checked", "item"}},
		{Name: "met", Needed: true, Telling: true, Headings: []string{"met not met", "met", "score", "score 0 2", "score 0 3", "score 0 4", "score 0 5", "score 0 10", "score 1 3", "score 1 4", "score 1 5", "score 1 10", "score out of 3", "score out of 4", "score out of 5", "score out of 10", "score out of 100", "score percent", "answer", "compliant", "result", "rating", "finding", "response", "met partly met not met", "yes no", "outcome", "rag", "rag rating", "audit result", "audit score", "finding rag"}},
		{Name: "out_of", Headings: []string{"max score", "maximum score", "out of", "max", "maximum", "possible score", "score possible", "available score", "score available", "max possible score", "max points", "maximum points"}},
		{Name: "auditor", Telling: true, Headings: []string{"auditor", "audited by", "auditor name", "audit completed by", "completed by"}},
		{Name: "action_required", Headings: []string{"action required", "action needed", "comments", "comment", "notes", "evidence seen", "evidence"}},
	},
	record.KindSupervision: {
		{Name: ID, Headings: []string{"supervision id", "supervision ref", "supervision no", "id"}},
		{Name: "staff", Needed: true, Headings: staffed},
		{Name: "due_at", Headings: []string{"supervision due", "due date", "due", "date due", "due by", "supervision due date", "planned date", "supervision due by", "date supervision due", "target date"}},
		{Name: "next_due", Headings: []string{"next supervision due", "next due", "next supervision", "next supervision date", "next date", "next 1 1", "next one to one", "date of next supervision", "next due date", "next supervision due date", "next supervision due by"}},
		{Name: "held_at", Needed: true, Telling: true, Headings: []string{"date held", "supervision date", "held on", "date of supervision", "supervision held", "last supervision", "last supervision date", "supervision completed", "appraisal date", "date of appraisal", "1 1", "1 1 date", "1 to 1", "1 to 1 date", "one to one", "one to one date", "date of 1 1", "date of one to one", "held", "held at", "date completed", "completed", "completed on", "date", "done", "done on", "date done", "actual date", "last 1 1", "last one to one", "completed date", "date of last supervision", "date last held"}},
		{Name: "supervision_kind", Telling: true, Headings: []string{"supervision type", "type of supervision", "supervision kind", "kind of supervision", "type", "kind"}},
		{Name: "reflection", Telling: true, Headings: []string{"reflection recorded", "reflection", "reflective practice recorded", "reflective discussion", "reflective practice", "reflected", "reflection completed", "reflection done", "reflective practice completed", "reflective account completed"}},
		{Name: "adapted", Telling: true, Headings: []string{"what did you adapt and why", "what was adapted and why", "adapted", "what adapted and why", "adapted and why", "what i adapted and why"}},
		{Name: "capability", Telling: true, Headings: []string{"what built capability", "capability built", "capability", "what built the persons abilities", "what capability was built", "how did you build capability"}},
		{Name: "stopped", Telling: true, Headings: []string{"what did you stop doing for", "what we stopped doing for the person", "stopped doing for", "what stopped doing for", "what did you stop doing for the person", "stopped"}},
		{Name: "evidence", Telling: true, Headings: []string{"what changed and what shows it", "what changed and evidence", "what changed and how do you know", "what changed and what is the evidence", "what changed"}},
		{Name: "conflicts", Telling: true, Headings: []string{"conflict moments", "number of conflict moments", "moments of conflict", "conflicts", "conflict moments discussed", "conflict moments raised", "how many conflict moments"}},
		{Name: "confidence", Headings: []string{"confidence", "staff confidence", "self rated confidence", "confidence rating"}},
		{Name: "supervisor", Telling: true, Headings: []string{"supervisor", "supervisor name", "supervised by", "held by", "appraiser", "line manager"}},
		{Name: "actions", Headings: []string{"actions", "actions agreed", "action agreed", "notes", "comments", "discussion", "summary"}},
	},
	record.KindCompetency: {
		{Name: ID, Headings: []string{"training id", "training record id", "competency id", "course record id", "record id", "id"}},
		{Name: "staff", Needed: true, Headings: staffed},
		{Name: "competency", Needed: true, Telling: true, Headings: []string{"course", "course name", "course title", "training", "training name", "trainingname", "training course", "training type", "training title", "competency", "competence", "competency area", "skill", "module", "module name", "e learning", "qualification", "subject", "category", "training category", "description", "topic"}},
		{Name: "signed_off_at", Needed: true, Headings: []string{"date completed", "datecompleted", "completed", "completed on", "completion date", "date of completion", "completed date", "signed off", "signed off on", "sign off date", "date signed off", "assessed on", "date assessed", "assessment date", "passed", "date passed", "date achieved", "achieved on", "date attended", "attended on", "training date", "date of training", "course date", "last completed", "awarded", "date"}},
		{Name: "expires_at", Telling: true, Headings: []string{"expiry date", "expirydate", "expires", "expires on", "expiry", "date of expiry", "renewal due", "renewal date", "refresher due", "refresher date", "valid to", "valid until", "next due", "due date", "due again", "due", "expiration date", "expiration", "renewal", "refresh due", "refresher due date", "renew by", "next refresher due", "expires at"}},
		{Name: "competent", Telling: true, Headings: []string{"competent", "competent or not yet", "competency outcome", "assessed as competent", "assessment outcome", "outcome", "result", "pass fail", "passed or failed", "status"}},
		{Name: "assessor", Telling: true, Headings: []string{"assessor", "assessed by", "signed off by", "trainer", "training provider", "provider", "delivered by"}},
		{Name: "accredited", Telling: true, Headings: []string{"accredited", "accreditation", "accredited by", "certificate", "certificate seen", "delivery method", "delivery"}},
	},
	record.KindSurvey: {
		{Name: ID, Headings: []string{"survey id", "response id", "respondent id", "responder id", "submission id", "response number", "response no", "id"}},
		{Name: "survey_date", Needed: true, Headings: first(dates, "survey date", "date of survey", "response date", "date answered", "answered on", "date of response", "completed on", "date completed", "completion time", "submitted on", "date submitted")},
		{Name: "respondent", Needed: true, Telling: true, Headings: []string{"respondent", "respondent type", "respondent kind", "type of respondent", "respondent group", "i am", "i am a", "i am the", "are you", "are you a", "you are", "which best describes you", "which of these best describes you", "who is answering", "who is completing this survey", "who is completing this form", "who filled this in", "who answered", "answered by", "relationship", "relationship to the person", "survey group", "who is filling in this form", "who is filling in this survey", "who is completing this", "who are you", "about you", "are you completing this as", "who is giving this feedback", "i am completing this as", "what is your relationship to the person", "your relationship to the person", "relationship to person", "role of respondent"}},
		{Name: "question", Needed: true, Telling: true, Headings: []string{"survey question", "question", "question key", "question text", "statement", "question asked", "item"}},
		{Name: "value", Needed: true, Telling: true, Headings: []string{"answer", "response", "value", "score", "agree", "rating", "agreement", "reply", "level of agreement", "answer given"}},
		{Name: "anonymous", Telling: true, Headings: []string{"anonymous", "survey name", "survey title", "survey"}},
	},
	record.KindPlacementEvent: {
		{Name: ID, Headings: []string{"hospital event id", "movement id", "placement event id", "stay id", "admission id", "event ref", "id", "ref"}},
		{Name: "event_kind", Needed: true, Telling: true, Headings: []string{"kind of event", "event kind", "placement event", "placement event type", "movement", "movement type", "type of movement", "move type", "type of move", "admission type", "type of admission", "planned or unplanned", "planned unplanned", "hospital event", "admission or discharge", "type of stay", "stay type", "transfer type", "hospital admission type", "kind of move", "hospital stay or move", "event", "event type", "type of event", "planned emergency", "planned or emergency", "emergency or planned", "emergency planned", "elective or emergency", "elective emergency", "was this planned", "planned admission", "admission planned or unplanned", "unplanned planned"}},
		{Name: EventDate, Needed: true, Headings: first(dates, "date of event", "event date", "date", "admission date", "date of admission", "date admitted", "admitted", "admitted on", "date of move", "move date", "date moved", "date from")},
		{Name: EventTime, Headings: []string{"time", "event time", "time of event", "time admitted"}},
		{Name: "end_date", Headings: []string{"end date", "discharge date", "date of discharge", "date discharged", "discharged", "discharged on", "date returned", "returned", "returned on", "return date", "back on", "date to"}},
		{Name: "reason", Headings: []string{"reason", "reason for admission", "reason for move", "admission reason", "details", "notes", "comments"}},
		{Name: "hospital", Telling: true, Headings: []string{"hospital", "hospital name", "ward", "admitted to", "conveyed to"}},
		{Name: "avoidable", Telling: true, Headings: []string{"avoidable", "was it avoidable", "could it have been avoided", "avoidable admission", "preventable", "was the admission avoidable", "could the admission have been avoided", "was admission avoidable", "avoidable or not"}},
		{Name: "plan_updated_at", Telling: true, Headings: []string{"date plan updated", "plan updated on", "plan updated at", "date of plan update", "plan update date", "date plan changed", "plan updated", "care plan updated on", "care plan updated", "support plan updated on", "date care plan updated", "plan reviewed after discharge"}},
	},
	record.KindWorkforceMonth: {
		{Name: "month", Needed: true, Headings: months},
		{Name: "headcount", Any: true, Telling: true, Headings: []string{"number of staff", "headcount", "head count", "staff employed", "total staff", "staff in post", "totalpermtemp", "total perm temp", "staff headcount", "staff total", "number employed", "total employed", "care workers employed", "care staff headcount", "care workers", "number of care workers", "number of care workers employed", "number of staff employed", "staff numbers", "total headcount", "total number of staff", "staff in post headcount", "care staff employed"}},
		{Name: "starters", Any: true, Telling: true, Headings: []string{"starters", "new starters", "joiners", "staff started", "new staff", "number of starters", "starters month", "starters in month", "starters this month", "number of new starters", "staff starting"}},
		{Name: "leavers", Any: true, Telling: true, Headings: []string{"leavers", "staff left", "staff leaving", "number of leavers", "staff who left", "leavers month", "leavers in month", "leavers this month", "number of staff who left"}},
		{Name: "vacancies", Any: true, Telling: true, Headings: []string{"vacancies", "vacancies fte", "vacancies wte", "vacant posts", "fte vacancies", "wte vacancies", "number of vacancies", "unfilled posts", "wte vacant", "fte vacant", "vacancy fte", "vacancy wte"}},
		{Name: "agency_hours", Any: true, Telling: true, Headings: []string{"agency hours", "hours agency", "agency hours worked", "hours by agency", "agency staff hours", "hours worked by agency", "hours worked agency", "agency hrs", "agency hours used", "hrs agency"}},
		{Name: "total_hours", Telling: true, Headings: []string{"all hours", "total hours", "total staff hours", "total care hours", "hours worked", "total hours worked", "staff hours", "hours worked total", "total hrs", "all hrs", "total rota hours", "all staff hours"}},
		{Name: "shifts", Any: true, Telling: true, Headings: []string{"shifts", "shifts worked", "number of shifts", "total shifts"}},
		{Name: "handovers", Telling: true, Headings: []string{"handovers", "handover briefings done", "handover briefings", "shift briefings", "shifts with a handover", "handovers done", "briefings done", "handovers recorded"}},
		{Name: "sickness_days", Telling: true, Headings: []string{"sickness days", "days lost to sickness", "days absent"}},
	},
	record.KindExposure: {
		{Name: "month", Needed: true, Headings: months},
		{Name: "people", Any: true, Telling: true, Headings: []string{"people supported", "number of people supported", "people we support", "clients supported", "number of clients", "number of residents", "number of people", "active clients", "people", "distinct people", "occupied or used", "occupancy", "occupied", "occupied beds", "beds occupied", "residents in home", "clients", "residents", "number of tenants", "people using the service", "clients in service"}},
		{Name: "care_days", Any: true, Telling: true, Headings: []string{"care days", "bed days", "occupied bed days", "days of care", "days of support", "resident days", "client days", "person days", "people days", "bed days occupied", "days occupied", "occupied days", "total bed days"}},
		{Name: "planned_hours", Any: true, Telling: true, Headings: []string{"planned hours", "contracted hours", "commissioned hours", "scheduled hours", "hours planned", "hours commissioned", "hours contracted", "rostered hours", "funded hours", "contracted hrs", "commissioned hrs", "planned hrs"}},
		{Name: "delivered_hours", Any: true, Telling: true, Headings: []string{"delivered hours", "hours delivered", "actual hours", "care hours delivered", "hours of care delivered", "hours of support delivered", "support hours delivered", "hours provided", "delivered hrs", "hrs delivered", "actual hrs"}},
		{Name: "planned_visits", Any: true, Telling: true, Headings: []string{"planned visits", "visits planned", "scheduled visits", "scheduled calls", "planned calls", "visits scheduled", "number of visits planned", "visits due"}},
		{Name: "doses_due", Telling: true, Headings: []string{"doses due", "medicine doses due", "doses"}},
		{Name: "offers", Any: true, Telling: true, Headings: []string{"offers", "offers of support", "offers made", "number of offers", "times support was offered"}},
		{Name: "maximum_capacity", Telling: true, Headings: []string{"maximum capacity", "capacity", "registered beds", "beds"}},
	},
}

// belied are headings with which a table is not of a kind, whatever else it holds:
// a plan of steps has no attempts in it, and a list of courses is about no person.
var belied = map[record.Kind]map[string]bool{
	record.KindPlacement: setOf("hospital", "hospital name", "ward", "reason for admission", "admission reason", "planned or emergency", "planned emergency", "planned or unplanned", "avoidable", "was the admission avoidable",
		"restriction", "restriction in place", "restriction type", "type of restriction", "restrictive practice", "legal basis", "legal framework", "goal", "goal id", "goal ref", "goal no", "baseline", "outcome wanted",
		"job title", "job role", "contract type", "course", "supervisor"),
	record.KindStep:              setOf(slices.Concat(dates, times, []string{"support level", "level of support", "assistance level", "prompt level", "consent recorded", "baseline level", "baseline"})...),
	record.KindRestrictionReview: setOf("start date", "date introduced", "date imposed", "introduced", "implemented", "restriction type", "type of restriction", "restrictive practice type", "rp type", "legal basis", "date lifted"),
	record.KindAuthorisation:     setOf("restriction type", "type of restriction", "restrictive practice", "course", "training", "staff id"),
	record.KindPlanAudit:         setOf("staff observed", "observer", "rated by", "respondent", "survey date", "observation id"),
	record.KindPlacementEvent:    setOf("start date", "incident no", "incident id", "incident type", "harm", "severity", "level of harm"),
	record.KindSurvey:            setOf("audit date", "audit id", "auditor", "observer", "rated by"),
	record.KindSupervision:       setOf(aboutPeople...),
	record.KindCompetency:        setOf(aboutPeople...),
	record.KindWorkforceMonth:    setOf(aboutPeople...),
	record.KindExposure:          setOf(aboutPeople...),
}

// aboutPeople are headings of tables that are about single people.
var aboutPeople = slices.Concat(refHeadings, []string{
	"client name", "person name", "service user name", "resident name", "tenant name", "patient name", "participant name", "person affected",
	"person supported", "supported person", "service user", "resident", "client", "tenant", "patient", "pws", "su", "action id", "owner",
})

// staffOnly are the kinds whose rows name no person that is supported.
var staffOnly = map[record.Kind]bool{
	record.KindSupervision: true, record.KindCompetency: true, record.KindWorkforceMonth: true, record.KindExposure: true,
}
