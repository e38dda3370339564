package heading

import (
	"slices"

	"evidencepack/ingest/record"
)

// Names of the fields that most kinds share.
const (
	ID         = "id"
	Version    = "version"
	Updated    = "updated"
	Struck     = "struck_out"
	PersonRef  = "person_ref"
	PersonName = "person_name"
	FirstName  = "first_name"
	LastName   = "last_name"
	Service    = "service_ref"
	EventDate  = "event_date"
	EventTime  = "event_time"
)

// Fields lists the fields of a kind, its own first and those that say nothing of
// the kind last.
func Fields(kind record.Kind) []Field {
	return slices.Concat(own[kind], more[kind], common(kind), beside[kind], recorded)
}

// common gives the fields that every kind has, with the person needed or not.
func common(kind record.Kind) []Field {
	services := first([]string{"location"}, serviceHeadings...)
	if kind == record.KindIncident {
		services = serviceHeadings // there a location is a place in the building
	}
	if kind == record.KindIncident || kind == record.KindPlanChange {
		// There an area is what was changed or where it happened, not a service.
		services = without(services, "area", "community")
	}
	needed := kind.NeedsPerson() || kind == record.KindPlacement || kind == record.KindGoal
	all := []Field{
		{Name: Version, Headings: []string{"version", "record version", "version number", "version no", "rev"}},
		{Name: Updated, Headings: slices.Concat([]string{"updated at", "updated", "last updated", "modified at", "last modified", "edited on"}, firstWritten)},
		{Name: Struck, Headings: []string{"struck through", "struck out", "is deleted", "deleted", "is archived", "archived", "void", "voided", "strike through", "cancelled entry", "entered in error", "rejected"}},
		{Name: PersonRef, Needed: needed, Headings: refHeadings},
		{Name: PersonName, Headings: nameHeadings},
		{Name: FirstName, Headings: []string{"first name", "forename", "given name", "christian name", "forenames", "first names", "given names", "firstname", "client first name", "client forename", "person first name", "resident first name", "service user first name", "service user forename"}},
		{Name: LastName, Headings: []string{"surname", "last name", "family name", "lastname", "client surname", "client last name", "person surname", "resident surname", "service user surname", "service user last name"}},
		{Name: Service, Headings: services},
	}
	if staffOnly[kind] {
		all = slices.DeleteFunc(all, func(f Field) bool {
			return f.Name == PersonRef || f.Name == PersonName || f.Name == FirstName || f.Name == LastName
		})
	}
	return all
}

func without(list []string, words ...string) []string {
	var out []string
	for _, s := range list {
		drop := false
		for _, w := range words {
			drop = drop || s == w
		}
		if !drop {
			out = append(out, s)
		}
	}
	return out
}

var (
	refHeadings = []string{
		"person id", "person ref", "client id", "client ref", "client reference", "reference code", "client no", "client number",
		"service user id", "service user ref", "su id", "su ref", "resident id", "resident no", "tenant id", "customer id", "patient id",
		"participant id", "pws id", "person supported id", "supported person id", "individual id", "care id", "ls number", "la id",
		"local authority id", "swift id", "mosaic id", "liquidlogic id", "case file", "person affected id", "person ref no",
		"su initials", "service user initials", "resident initials", "client initials",
	}
	nameHeadings = []string{
		"client name", "person name", "full name", "service user name", "resident name", "tenant name", "patient name",
		"participant name", "name of individual", "person affected", "person supported", "supported person", "person we support",
		"service user", "service user involved", "resident", "client", "tenant", "customer", "patient", "participant", "individual",
		"person", "su", "pws", "subject of care", "citizen", "member", "name", "involved", "about", "adult at risk", "adult concerned", "vulnerable adult", "person at risk", "alleged victim", "injured party", "known as", "preferred name",
	}
	serviceHeadings = []string{
		"service", "service name", "scheme", "scheme name", "home", "care home", "care site", "community", "site", "site name",
		"location name", "location id", "locationid", "cqc location id", "unit", "unit name", "house", "house name", "branch", "branch id",
		"branch name", "office", "area", "team", "region", "project", "property", "contract", "establishment", "localestid",
		"estname", "department", "floor", "wing", "service provider",
	}

	dates     = []string{"date", "event date", "date of event", "date time", "date and time", "datetime", "day", "when", "occurred on", "occurred at", "visit date", "shift date", "date time of event", "datetimeofevent", "timestamp", "recorded date", "date recorded", "entry date", "log date", "note date", "created at", "created on", "created", "submitted", "submitted at", "submission time", "submission date", "completion time", "start time"}
	times     = []string{"time", "event time", "time of event", "time recorded", "log time", "shift time", "hour", "at", "eventtime"}
	outcomes  = []string{"outcome", "result", "task completion", "completion", "outcomes of the tasks", "completed", "accepted", "response", "engagement", "achieved", "how did it go", "status", "done"}
	reoffered = Field{Name: "reoffered", Headings: []string{"re offered", "reoffered", "offered again", "second attempt", "returned later", "re offer made"}}
	final     = Field{Name: "final_outcome", Headings: []string{"final outcome", "final result", "outcome after re offer", "second outcome", "outcome of re offer"}}
)

// first puts more headings before a list, each once.
func first(words []string, more ...string) []string {
	return slices.Concat(more, without(words, more...))
}

// own holds the fields that make each kind what it is (domain.md 4).
var own = map[record.Kind][]Field{
	record.KindPlacement: {
		{Name: ID, Headings: []string{"placement id", "placement ref", "placement no", "package id", "tenancy id", "placement number"}},
		{Name: "start_date", Needed: true, Telling: true, Headings: []string{"start date", "admission date", "date admitted", "moved in", "tenancy start", "package start", "service start date", "care start date", "care start", "commencement", "date started", "start", "commencement date", "start of service", "date service started", "service started", "start of care", "start of package", "package start date", "start of placement", "date of placement start"}},
		{Name: "end_date", Headings: []string{"end date", "leaving date", "discharge date", "moved out", "service end date", "ceased", "date of death", "date left", "end", "end of service", "date service ended", "service ended", "end of package", "package end date", "end of placement"}},
		{Name: "end_reason", Telling: true, Headings: []string{"reason for leaving", "leaving reason", "destination", "discharge destination", "reason left"}},
		{Name: "service_type", Telling: true, Headings: []string{"service type", "package type", "social care package type", "care type", "type of service"}},
		{Name: "nhs_number", Telling: true, Headings: []string{"nhs number", "nhs no"}},
		{Name: "birth_date", Telling: true, Headings: []string{"date of birth", "dob", "birth date"}},
		{Name: "funding", Telling: true, Headings: []string{"funding", "funder", "care funding source", "commissioning authority", "funding source", "la", "chc", "self funder"}},
		{Name: "phone", Headings: []string{"phone", "telephone", "mobile", "phone number", "contact number"}},
		{Name: "postcode", Headings: []string{"postcode", "post code"}},
	},
	record.KindStaff: {
		{Name: ID, Needed: true, Telling: true, Headings: []string{"staff id", "employee id", "employee no", "worker id", "uniqueworkerid", "payroll no", "carer id", "caregiver id"}},
		{Name: "staff_name", Headings: []string{"staff name", "employee name", "worker name", "carer name", "staff member", "displayid", "name"}},
		{Name: "role", Needed: true, Telling: true, Headings: []string{"role", "job title", "job role", "main job role", "mainjobrole", "position"}},
		{Name: "start_date", Headings: []string{"start date", "date started", "employment start", "started", "startdate"}},
		{Name: "end_date", Headings: []string{"end date", "leaving date", "date left", "employment end"}},
		{Name: "employment", Telling: true, Headings: []string{"employment", "contract type", "employment status", "emplstatus"}},
		{Name: "phone", Headings: []string{"phone", "telephone", "mobile"}},
	},
	record.KindCareTask: {
		{Name: ID, Telling: true, Headings: []string{"task id", "note id", "log id", "entry id", "record id", "care note id", "id"}},
		{Name: EventDate, Needed: true, Headings: dates},
		{Name: EventTime, Headings: times},
		{Name: "task_category", Needed: true, Telling: true, Headings: []string{"category", "task category", "task", "task name", "care type", "log type", "log title", "care need", "plan section", "type of care", "activity", "action", "intervention", "icon", "domain"}},
		{Name: "outcome", Needed: true, Headings: outcomes},
		{Name: "refusal_reason", Telling: true, Headings: []string{"decline reason", "refusal reason", "refused reason", "reason declined", "reason not completed", "reason provided", "reason for refusal", "reason", "why", "reason not accepted"}},
		reoffered, final,
		{Name: "support_level", Headings: []string{"support level", "level of support", "assistance level", "level of assistance", "prompt level", "how much support", "help given", "assistance", "dependency", "prompts", "prompt", "level"}},
		{Name: "distress", Headings: []string{"distress", "distressed", "upset", "mood during", "presentation"}},
		{Name: "staff", Headings: []string{"staff member", "staff", "staff name", "carer", "carer name", "care worker", "support worker", "recorded by", "completed by", "entered by", "author", "logged by", "staff id", "carer id", "caregiver", "caregiver id", "care actor", "worker", "worker id", "uniqueworkerid", "displayid", "employee", "employee id", "employee no", "payroll no", "signed by", "created by", "user", "username", "by", "initials of staff", "signed"}},
		{Name: "note", Headings: []string{"notes", "note", "comments", "comment", "details", "narrative", "free text", "description", "description of event", "descriptionofevent", "additional information", "summary", "what happened", "outcome notes", "handover", "handover note"}},
	},
	record.KindMedAdmin: {
		{Name: ID, Headings: []string{"dose id", "administration id", "mar id", "record id", "entry id", "id"}},
		{Name: "scheduled_at", Needed: true, Telling: true, Headings: []string{"due", "scheduled", "scheduled at", "scheduled time", "due at", "dose time", "medication time", "due time", "date due", "round", "time slot"}},
		{Name: "scheduled_time", Headings: []string{"time due", "due time", "time"}},
		{Name: "given_at", Headings: []string{"given at", "administered at", "time given", "given"}},
		{Name: "medicine", Needed: true, Telling: true, Headings: []string{"medicine", "medication", "medicine name", "medication name", "drug", "item", "product", "preparation"}},
		{Name: "dose", Telling: true, Headings: []string{"dose", "dosage", "strength"}},
		{Name: "route", Telling: true, Headings: []string{"route"}},
		{Name: "prn", Telling: true, Headings: []string{"prn", "as required", "when required", "as needed"}},
		{Name: "outcome", Needed: true, Headings: []string{"outcome", "medication outcome", "code", "mar code", "admin status", "result", "status", "signed", "initials"}},
		{Name: "refusal_reason", Headings: []string{"reason", "exception", "reason not given", "non administration reason", "notes"}},
		reoffered, final,
		{Name: "staff", Headings: []string{"recorded by", "given by", "administered by", "staff", "staff member", "signed by", "staff name", "staff id", "carer", "carer name", "carer id", "caregiver", "caregiver id", "care worker", "care actor", "support worker", "worker", "worker id", "uniqueworkerid", "displayid", "employee", "employee id", "employee no", "payroll no", "completed by", "entered by", "logged by", "created by", "author", "user", "username", "by", "initials of staff"}},
		{Name: "witness", Headings: []string{"witness", "witnessed by", "second signature", "wt"}},
	},
	record.KindVisit: {
		{Name: ID, Headings: []string{"visit id", "booking id", "booking ref", "call id", "appointment id", "shift id", "job id", "reference"}},
		{Name: EventDate, Headings: first(dates, "visit date", "call date", "booking date")},
		{Name: "planned_start", Needed: true, Telling: true, Headings: []string{"planned start", "scheduled start", "rostered start", "booked start", "visit start", "planned time", "start time", "start", "scheduled", "due", "planned time in", "scheduled time in", "planned start time", "scheduled start time", "planned in"}},
		{Name: "planned_end", Telling: true, Headings: []string{"planned end", "scheduled end", "planned finish", "booked end", "end time", "end", "planned time out", "scheduled time out", "planned end time", "scheduled end time", "planned out", "finish", "finish time", "planned finish time"}},
		{Name: "actual_start", Telling: true, Headings: []string{"actual start", "actual start date and time", "check in time", "clock in", "arrived", "arrival time", "logged in", "reported time", "tag in", "check in", "checkin", "time in", "actual time in", "actual start time", "actual in"}},
		{Name: "actual_end", Telling: true, Headings: []string{"actual end", "actual end date and time", "check out time", "clock out", "departed", "left", "logged out", "check out", "checkout", "time out", "actual time out", "actual end time", "actual finish", "actual out"}},
		{Name: "status", Needed: true, Headings: []string{"status", "visit status", "call status", "booking status", "outcome", "result", "state"}},
		{Name: "cancel_reason", Headings: []string{"cancellation reason", "cancel reason", "reason cancelled", "cancellation type", "reason"}},
		{Name: "checkin", Headings: []string{"check in", "checkin", "check in method", "login type", "tag type", "manual check in", "ecm", "gps verified", "qr"}},
		{Name: "staff", Headings: []string{"staff name", "carer", "carer 1", "allocated to", "assigned to", "staff", "staff member", "care worker", "staff allocated", "staff id", "carer name", "carer id", "caregiver", "caregiver id", "care actor", "support worker", "worker", "worker id", "uniqueworkerid", "displayid", "employee", "employee id", "employee no", "payroll no", "recorded by", "completed by", "entered by", "logged by", "signed by", "created by", "author", "user", "username", "by", "initials of staff", "signed", "assignee id"}},
	},
	record.KindIncident: {
		{Name: ID, Needed: true, Telling: true, Headings: []string{"incident no", "incident id", "incident number", "incident ref", "event id", "event uid", "reference number", "reference", "ref", "form no", "web ref", "datix ref", "w number", "id", "eventid", "eventuid", "ir 1 no"}},
		{Name: EventDate, Needed: true, Headings: first(dates, "date of event", "date of incident", "incident date", "date time of event")},
		{Name: EventTime, Headings: first(times, "time of event", "time of incident", "incident time")},
		{Name: "type", Needed: true, Telling: true, Headings: []string{"incident type", "event type", "type of incident", "incident category", "category", "classification", "nature", "type", "sub category", "event", "eventtype", "eventsubtype", "event subtype", "incident types", "what happened category"}},
		{Name: "harm", Telling: true, Headings: []string{"final level of harm", "final harm", "final severity", "final degree of harm", "harm after review", "severity after review", "level of harm", "harm", "severity", "degree of harm", "actual harm", "injury level", "impact", "risk rating", "grade", "harm level", "harm grade", "injury", "rag", "consequence score", "result"}},
		{Name: "location", Headings: []string{"location", "exact location", "place", "where", "room"}},
		{Name: "trigger", Telling: true, Headings: []string{"antecedent", "trigger", "triggers", "lead up", "what was happening before", "setting event"}},
		{Name: "description", Headings: []string{"what happened", "description of event", "description", "details", "narrative", "notes", "descriptionofevent", "additional information", "free text", "summary", "comments"}},
		{Name: "anxiety", Telling: true, Headings: []string{"anxiety related", "anxiety", "anxiety flag", "linked to anxiety"}},
		{Name: "restriction_used", Telling: true, Headings: []string{"restriction used", "restraint", "restraint used", "physical intervention", "pi used", "hold used", "restrictive intervention", "prn given"}},
		{Name: "recovery_min", Telling: true, Headings: []string{"recovery time", "time to calm", "time to settle", "time to baseline", "back to baseline", "recovery minutes", "recovery min", "recovery time mins", "minutes to settle"}},
		{Name: "status", Headings: []string{"status", "open closed", "approval status", "workflow", "stage", "event is open", "eventisopen"}},
		{Name: "closed_at", Headings: []string{"date closed", "closed date", "closed at", "closed date time", "closed on", "closed", "finally approved", "closeddatetime"}},
		{Name: "learning", Telling: true, Headings: []string{"lessons learned", "lesson learned", "lessons learnt", "learning", "learning points", "what did we learn", "reflections", "root cause", "contributory factors", "debrief", "debrief completed"}},
		{Name: "plan_updated", Headings: []string{"care plan updated", "support plan updated", "plan updated", "risk assessment updated", "plan changed", "plan reviewed", "ra reviewed"}},
		{Name: "plan_updated_at", Telling: true, Headings: []string{"date plan updated", "plan updated on", "plan updated at", "date of plan update", "plan update date", "date plan changed"}},
	},
	record.KindAction: {
		{Name: ID, Needed: true, Headings: []string{"action id", "action no", "action ref", "action number", "id", "ref"}},
		{Name: "source", Telling: true, Headings: []string{"source", "raised from", "linked to", "origin", "action source", "type", "from", "where from", "source of action", "arising from"}},
		{Name: "source_id", Headings: []string{"linked record", "incident ref", "related to", "relations", "linked incident"}},
		{Name: "raised_at", Needed: true, Headings: []string{"raised", "date raised", "raised at", "raised on", "date set", "created at", "created"}},
		{Name: "due_at", Needed: true, Telling: true, Headings: []string{"due date", "due", "target date", "deadline", "by when", "complete by", "due by", "date due"}},
		{Name: "completed_at", Headings: []string{"date completed", "completed", "completed on", "completed at", "completion date", "closed", "date done", "achieved date", "done", "done on", "date action completed", "actual completion date"}},
		{Name: "description", Telling: true, Headings: []string{"action required", "action", "smart action", "description", "title", "what"}},
		{Name: "owner", Telling: true, Headings: []string{"owner", "lead", "responsible", "assigned to", "assignee id", "who", "by whom", "person responsible"}},
		{Name: "status", Headings: []string{"status", "progress", "rag", "complete"}},
		{Name: "effect", Headings: []string{"impact", "evidence", "outcome", "difference made", "evidence of completion", "did it work", "effectiveness", "effect", "did it help", "what difference did it make", "evidence it worked", "evidence of effect"}},
	},
	record.KindRestriction: {
		{Name: ID, Headings: []string{"restriction id", "restriction ref", "restriction no", "rp id", "ref", "id"}},
		{Name: "restriction_type", Needed: true, Telling: true, Headings: []string{"restriction type", "restrictive practice type", "type of restriction", "rp type", "restrictive practice", "restriction", "type", "category", "practice", "restriction in place", "what is the restriction", "restriction or restrictive practice"}},
		{Name: "description", Headings: []string{"description", "details", "what"}},
		{Name: "start_date", Needed: true, Headings: []string{"start date", "date introduced", "date imposed", "introduced", "implemented", "date agreed", "from", "start", "date started", "started", "in place since", "in place from"}},
		{Name: "rationale", Telling: true, Headings: []string{"rationale", "rationale recorded", "reason for restrictive practice", "justification", "risk managed", "reason", "why"}},
		{Name: "legal_basis", Telling: true, Headings: []string{"legal basis", "authorisation", "legal framework", "legal authority", "mca", "bi decision", "dols ref", "cop ref", "consent"}},
		{Name: "co_produced", Telling: true, Headings: []string{"co produced", "coproduced", "person involved", "involved person", "agreed with", "agreed with person", "views of person", "easy read given", "advocate involved", "family consulted", "person involved in decision", "person involved in the decision", "was the person involved", "person agreed"}},
		{Name: "review_due", Telling: true, Headings: []string{"review due", "review due date", "next review", "next review date", "due for review", "review date"}},
		{Name: "last_reviewed", Headings: []string{"last reviewed", "last review", "date last reviewed", "review date", "date of last review", "date reviewed", "last review date"}},
		{Name: "reduction_plan", Telling: true, Headings: []string{"reduction plan", "plan to eliminate practice", "step down plan", "exit plan", "least restrictive plan"}},
		{Name: "end_date", Headings: []string{"end date", "date lifted", "lifted", "removed", "date ended", "date removed", "stopped", "discontinued", "ceased", "date restriction ended", "date stopped"}},
		{Name: "end_reason", Headings: []string{"end reason", "reason ended", "review outcome", "reason for ending", "why ended"}},
		{Name: "status", Headings: []string{"status", "active", "current", "live", "valid", "ended"}},
	},
	record.KindGoal: {
		{Name: ID, Needed: true, Headings: []string{"goal id", "goal ref", "goal no", "outcome id"}},
		{Name: "goal", Needed: true, Telling: true, Headings: []string{"goal", "goal and objective", "aim", "objective", "aspiration", "what matters", "i want to", "my outcome", "outcome", "target", "priority", "outcome wanted", "goal description", "goal text", "wished outcome", "desired outcome"}},
		{Name: "domain", Headings: []string{"domain", "area", "life area", "theme"}},
		{Name: "set_at", Telling: true, Headings: []string{"date set", "set on", "set at", "goal set", "start date", "date"}},
		{Name: "baseline", Telling: true, Headings: []string{"baseline level", "baseline", "starting point", "start level", "current ability", "initial score", "baseline score", "strength"}},
		{Name: "target_level", Telling: true, Headings: []string{"target level", "target score"}},
		{Name: "review_due", Headings: []string{"review due", "initial review date", "next review", "review date", "6 month review due by"}},
		{Name: "status", Headings: []string{"status", "progress"}},
	},
	record.KindStepRecord: {
		{Name: ID, Headings: []string{"record id", "attempt id", "step record id", "entry id", "id"}},
		{Name: EventDate, Needed: true, Headings: dates},
		{Name: EventTime, Headings: times},
		{Name: "goal", Headings: []string{"goal id", "goal ref", "goal", "goal no", "skill", "task", "activity", "adl"}},
		{Name: "step_no", Needed: true, Telling: true, Headings: []string{"step no", "step", "step number", "stage", "micro step", "stage no"}},
		{Name: "step_name", Telling: true, Headings: []string{"step name", "step description", "milestone", "stage name", "week", "task step"}},
		{Name: "support_level", Needed: true, Headings: []string{"support level", "level of support", "assistance level", "level of assistance", "prompt level", "help given", "level", "assistance"}},
		{Name: "confidence", Headings: []string{"confidence", "confidence rating"}},
		{Name: "consent", Telling: true, Headings: []string{"consent recorded", "consent", "consent gained"}},
		{Name: "setback", Telling: true, Headings: []string{"setback", "set back", "regression", "relapse", "unable today"}},
		{Name: "what_helped", Telling: true, Headings: []string{"what helped", "what worked"}},
		{Name: "staff", Headings: []string{"staff", "staff member", "staff name", "recorded by", "support worker", "staff id", "carer", "carer name", "carer id", "caregiver", "caregiver id", "care worker", "care actor", "worker", "worker id", "uniqueworkerid", "displayid", "employee", "employee id", "employee no", "payroll no", "completed by", "entered by", "logged by", "signed by", "created by", "author", "user", "username", "by", "initials of staff", "signed"}},
	},
	record.KindRating: {
		{Name: ID, Headings: []string{"rating id", "response id", "id"}},
		{Name: EventDate, Needed: true, Headings: dates},
		{Name: EventTime, Headings: times},
		{Name: "scale", Needed: true, Telling: true, Headings: []string{"scale", "measure", "rating type", "scale name", "question", "domain"}},
		{Name: "value", Needed: true, Telling: true, Headings: []string{"score", "rating", "value", "1 5", "out of 5", "level", "out of 10", "faces", "emoji"}},
		{Name: "rater", Needed: true, Telling: true, Headings: []string{"rated by", "who answered", "completed with", "rater", "self reported", "answered by"}},
		{Name: "context", Headings: []string{"context", "when asked", "occasion"}},
	},
	record.KindPlanReview: {
		{Name: ID, Headings: []string{"review id", "review ref", "review no", "id"}},
		{Name: "review_kind", Needed: true, Telling: true, Headings: []string{"review type", "type of review", "plan", "plan type", "section", "document"}},
		{Name: "due_at", Headings: []string{"review due", "due", "due date", "next review date", "scheduled", "review due date", "review date"}},
		{Name: "completed_at", Needed: true, Telling: true, Headings: []string{"date reviewed", "reviewed on", "review completed", "date completed", "completed", "review date", "last review"}},
		{Name: "trigger", Headings: []string{"triggered by", "trigger", "reason for review"}},
		{Name: "took_part", Telling: true, Headings: []string{"took part", "person took part", "attended", "involved", "contributed", "views recorded", "signed by person", "person involved"}},
		{Name: "what_changed", Headings: []string{"changes made", "what changed", "outcome of review", "amendments", "updates"}},
		{Name: "why_changed", Headings: []string{"why changed", "why", "reason for change"}},
		{Name: "review_text", Headings: []string{"review text", "review notes", "notes", "comments"}},
	},
	record.KindPlanChange: {
		{Name: ID, Needed: true, Headings: []string{"change id", "change ref", "change no", "id"}},
		{Name: "changed_at", Needed: true, Telling: true, Headings: []string{"change date", "date of change", "effective from", "changed on", "start date of new approach", "date changed", "date"}},
		{Name: "area", Telling: true, Headings: []string{"area", "area of support", "domain", "category"}},
		{Name: "what", Needed: true, Telling: true, Headings: []string{"what changed", "what we changed", "new approach", "change", "method change", "adjustment", "amended to", "planned care actions", "compare changes"}},
		{Name: "why", Headings: []string{"why", "reason", "because", "description reason for committal"}},
		{Name: "method", Telling: true, Headings: []string{"method", "method tag", "approach"}},
		{Name: "trigger", Headings: []string{"triggered by", "trigger", "prompted by"}},
		{Name: "co_produced", Headings: []string{"co produced", "coproduced", "agreed with person", "person involved"}},
	},
	record.KindObservation: {
		{Name: ID, Headings: []string{"observation id", "spot check id", "observation ref", "check id", "id"}},
		{Name: EventDate, Needed: true, Headings: first(dates, "spot check date", "date of spot check", "observation date", "date of observation", "date observed")},
		{Name: "staff", Headings: []string{"staff", "staff member", "staff name", "worker", "staff observed", "staff id", "carer", "carer name", "carer id", "caregiver", "caregiver id", "care worker", "care actor", "support worker", "worker id", "uniqueworkerid", "displayid", "employee", "employee id", "employee no", "payroll no", "recorded by", "completed by", "entered by", "logged by", "signed by", "created by", "author", "user", "username", "by", "initials of staff", "signed"}},
		{Name: "observation_kind", Headings: []string{"kind", "type", "observation type"}},
		{Name: "criterion", Needed: true, Telling: true, Headings: []string{"criterion", "criteria", "standard", "what was observed", "point checked", "point observed", "area observed", "observation point"}},
		{Name: "met", Needed: true, Telling: true, Headings: []string{"met", "met not met", "result", "compliant", "achieved", "score"}},
		{Name: "observer", Telling: true, Headings: []string{"observer", "observed by", "assessor", "checked by", "spot checked by", "observed by name"}},
	},
	record.KindFeedback: {
		{Name: ID, Headings: []string{"feedback id", "feedback ref", "complaint id", "complaint ref", "id", "ref"}},
		{Name: "feedback_kind", Needed: true, Telling: true, Headings: []string{"feedback type", "type of feedback", "kind", "type", "event type", "eventtype"}},
		{Name: "received_at", Needed: true, Telling: true, Headings: []string{"date received", "received", "received at", "received on", "date of feedback", "date"}},
		{Name: "raised_by", Telling: true, Headings: []string{"raised by", "who raised", "complainant", "from", "source"}},
		{Name: "theme", Telling: true, Headings: []string{"theme", "themes", "subject", "category", "nature", "issue", "about"}},
		{Name: "description", Headings: []string{"details", "description", "notes", "comments"}},
		{Name: "responded_at", Telling: true, Headings: []string{"response date", "date responded", "replied", "date closed", "closed"}},
		{Name: "outcome", Headings: []string{"outcome", "result"}},
	},
	record.KindSafeguarding: {
		{Name: ID, Needed: true, Telling: true, Headings: []string{"concern id", "safeguarding id", "concern ref", "safeguarding ref", "concern no"}},
		{Name: "raised_at", Needed: true, Headings: []string{"date raised", "raised", "raised on", "date of concern", "date reported", "date"}},
		{Name: "type", Needed: true, Headings: []string{"type", "type of abuse", "abuse type", "category", "concern type"}},
		{Name: "raised_by", Headings: []string{"raised by", "reported by", "source"}},
		{Name: "s42", Telling: true, Headings: []string{"s 42", "section 42", "s 42 enquiry", "enquiry", "section 42 enquiry", "section 42 yes no", "s 42 yes no"}},
		{Name: "outcome", Headings: []string{"outcome", "result"}},
		{Name: "closed_at", Headings: []string{"date closed", "closed", "closed on"}},
	},
	record.KindAttendance: {
		{Name: ID, Headings: []string{"attendance id", "session id", "id"}},
		{Name: EventDate, Needed: true, Headings: first(dates, "session date", "activity date")},
		{Name: EventTime, Headings: times},
		{Name: "activity", Needed: true, Telling: true, Headings: []string{"activity", "session", "activity name", "venue", "opportunity", "group", "event"}},
		{Name: "status", Needed: true, Headings: []string{"status", "attendance", "attended", "took part", "engaged", "participated", "attendance status"}},
		{Name: "role", Telling: true, Headings: []string{"role", "role and contribution", "contribution"}},
		{Name: "duration", Headings: []string{"duration", "minutes", "duration mins", "how long", "mins"}},
		{Name: "note", Headings: []string{"notes", "note", "comments", "comment", "details", "narrative", "free text", "description", "description of event", "descriptionofevent", "additional information", "summary", "what happened", "outcome notes", "handover", "handover note"}},
	},
}
