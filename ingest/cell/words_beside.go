package cell

import (
	"strings"

	"evidencepack/ingest/record"
)

// The lists of what a row says beside its outcome. A new word is one more entry
// here and nowhere else.
var (
	// LeavingReasons: domain.md 4.1.
	LeavingReasons = newList("reason for leaving", map[string][]string{
		"moved_on_planned":   {"moved on (planned)", "moved on planned", "planned move", "planned move on", "move on planned", "moved on", "moved to own home", "independent living", "moved to more independent living", "planned discharge", "goals met", "end of reablement"},
		"moved_unplanned":    {"moved unplanned", "unplanned move", "moved on (unplanned)", "emergency move", "placement breakdown", "placement broke down", "breakdown", "moved in an emergency"},
		"hospital":           {"hospital", "hospital admission", "admitted to hospital", "long stay in hospital"},
		"died":               {"died", "death", "deceased", "rip", "passed away", "end of life"},
		"hand_back_provider": {"hand back by provider", "handed back", "handback", "hand back", "notice by provider", "notice given by provider", "provider gave notice", "provider notice"},
		"notice_by_person":   {"notice by person", "notice given by person", "person gave notice", "notice by family", "own choice", "chose another provider", "changed provider", "transferred to another provider"},
		"service_closed":     {"service closed", "closure", "home closed", "service closure"},
		"other":              {"other", "moved away", "moved", "moved out", "left", "left service", "discharged", "moved to a nursing home", "moved to nursing home"},
	})

	// Employments of staff: domain.md 4.25.
	Employments = newList("employment", map[string][]string{
		record.EmployedPermanent: {"permanent", "perm", "full time", "part time", "ft", "pt", "contracted", "fixed term", "employed", "substantive", "employee", "full time permanent", "part time permanent", "permanent full time", "permanent part time"},
		record.EmployedBank:      {"bank", "relief", "casual", "zero hours", "zero hour", "bank staff", "bank or pool", "pool", "as and when", "bank worker"},
		record.EmployedAgency:    {"agency", "temp", "temporary", "agency staff", "agency worker", "locum", "temporary agency"},
	})

	// CheckIns are the ways in which staff say that they came: domain.md 4.2.
	CheckIns = newList("check-in", map[string][]string{
		record.CheckElectronic: {"electronic", "app", "mobile", "mobile app", "nfc", "nfc tag", "qr", "qr code", "gps", "tag", "phone", "ivr", "ecm", "scan", "scanned", "call in", "log in", "automatic", "online", "telephone", "landline", "geofence"},
		record.CheckManual:     {"manual", "office", "paper", "by the office", "entered by office", "manually", "manual entry", "timesheet", "by hand", "amended by office"},
		record.CheckNone:       {"none", "no check in", "not checked in", "missing", "no log in", "not logged in"},
	})

	// ObservationTypes: domain.md 4.18.
	ObservationTypes = newList("kind of observation", map[string][]string{
		"spot_check":             {"spot check", "spot", "unannounced spot check", "spot visit"},
		"observation":            {"observation", "direct observation", "practice observation", "observed practice", "observation of practice"},
		"competency_observation": {"competency observation", "competency", "competency check", "competence check", "competency assessment"},
		"medication_observation": {"medication observation", "medication competency", "medicines observation", "medication check", "medicines competency"},
		"dignity_walk":           {"dignity walk", "dignity walk round", "walk round", "walkaround", "walk around"},
	})

	// Criteria of spot checks: domain.md 4.18.
	Criteria = newList("point checked", map[string][]string{
		"followed_plan":               {"followed plan", "followed the plan", "plan followed", "followed care plan", "followed support plan", "care plan followed", "support plan followed", "support given as planned"},
		"followed_script":             {"followed script", "followed the script", "script followed", "used the agreed words", "agreed script used"},
		"prompt_ladder_followed":      {"prompt ladder followed", "followed prompt ladder", "prompt ladder", "used the prompt ladder", "followed the prompt ladder"},
		"consent_check_done":          {"consent check done", "consent check", "consent sought", "consent gained", "consent asked", "asked for consent", "consent checked", "consent obtained", "three step consent check", "explain offer confirm"},
		"one_prompt_at_a_time":        {"one prompt at a time", "one prompt", "single prompts", "gave one prompt at a time"},
		"offered_two_options":         {"offered two options", "two options offered", "offered a choice", "offered choice", "choice offered", "offered choices"},
		"paused_when_signalled":       {"paused when signalled", "paused when asked", "paused", "stopped when asked", "paused at signs of distress"},
		"reoffer_as_planned":          {"reoffer as planned", "re offer as planned", "reoffered as planned", "re offered as planned", "offered again as planned", "pause and return", "pause and return followed"},
		"privacy_standard":            {"privacy standard", "privacy", "privacy and dignity", "privacy kept", "privacy respected", "dignity and privacy"},
		"stepped_back":                {"stepped back", "staff stepped back", "stepped back when able", "gave space"},
		"refusal_response_consistent": {"refusal response consistent", "consistent response to refusal", "consistent response to refusals", "response to refusal", "response to refusals", "responded to refusal as planned"},
		"language_respectful":         {"language respectful", "respectful language", "spoke respectfully", "respectful", "language and tone"},
		"medication_competent":        {"medication competent", "medicines competent", "medication given safely", "medicines given safely", "competent with medicines"},
	})

	// ComplaintStages: domain.md 3.7.
	ComplaintStages = newList("stage of a complaint", map[string][]string{
		"informal_concern": {"informal concern", "informal", "early resolution", "local resolution", "concern", "stage 0"},
		"stage_1":          {"stage 1", "1", "stage one", "formal", "formal complaint", "first stage"},
		"stage_2":          {"stage 2", "2", "stage two", "appeal", "review", "second stage"},
		"ombudsman":        {"ombudsman", "lgsco", "phso", "spso", "psow", "nipso", "lgo", "stage 3", "3", "external"},
	})

	// ComplaintOutcomes: domain.md 3.7.
	ComplaintOutcomes = newList("outcome of a complaint", map[string][]string{
		"upheld":        {"upheld", "fully upheld", "justified", "substantiated", "founded"},
		"partly_upheld": {"partly upheld", "partially upheld", "part upheld", "partly justified", "partially substantiated", "upheld in part"},
		"not_upheld":    {"not upheld", "not justified", "unsubstantiated", "not substantiated", "unfounded", "rejected", "dismissed"},
		"withdrawn":     {"withdrawn", "complaint withdrawn", "retracted"},
	})

	// Raisers are who raised something: domain.md 4.21 and 4.22.
	Raisers = newList("who raised it", map[string][]string{
		"person":       {"person", "self", "the person", "resident", "client", "service user", "tenant", "customer", "patient", "person supported", "person we support", "individual"},
		"family":       {"family", "relative", "relatives", "family member", "parent", "mother", "father", "son", "daughter", "sister", "brother", "wife", "husband", "partner", "next of kin", "nok", "family or friend", "friend", "carer family", "unpaid carer"},
		"professional": {"professional", "social worker", "gp", "nurse", "district nurse", "health professional", "commissioner", "local authority", "council", "hospital", "advocate", "cqc", "police", "external professional", "nhs", "therapist"},
		"staff":        {"staff", "own staff", "staff member", "member of staff", "care worker", "support worker", "employee", "provider", "manager", "carer", "internal", "whistleblower", "registered manager"},
		"public":       {"public", "member of the public", "neighbour", "anonymous", "visitor"},
	})

	// LearningResponses: domain.md 3.5.
	LearningResponses = newList("learning response", map[string][]string{
		"swarm":               {"swarm", "swarm huddle", "huddle"},
		"after_action_review": {"after action review", "aar"},
		"mdt_review":          {"mdt", "mdt review", "round table", "round table review", "multidisciplinary review", "multi disciplinary team review"},
		"psii":                {"psii", "patient safety incident investigation", "investigation", "full investigation"},
		"thematic_review":     {"thematic review", "theme review"},
		"debrief":             {"debrief", "staff debrief", "hot debrief", "post incident debrief"},
		"reflective_account":  {"reflective account", "reflection", "reflective practice", "reflective supervision"},
		"root_cause_analysis": {"root cause analysis", "rca"},
		"team_meeting":        {"team meeting", "team discussion", "team meeting discussion", "staff meeting"},
		"other":               {"other"},
		"none":                {"none", "no", "not needed", "no response"},
	})

	// GoalStatuses: domain.md 4.10.
	GoalStatuses = newList("status of a goal", map[string][]string{
		record.GoalAchieved:    {"achieved", "met", "fully achieved", "complete", "completed", "reached", "fully met", "goal achieved", "goal met"},
		record.GoalPartly:      {"partially achieved", "partly achieved", "partially met", "partly met", "part achieved", "partial"},
		record.GoalNotAchieved: {"not achieved", "not met", "unmet", "not reached", "failed"},
		record.GoalInProgress:  {"in progress", "ongoing", "active", "open", "started", "working on it", "new", "on track", "current", "live", "underway"},
		record.GoalPaused:      {"paused", "on hold", "hold", "suspended"},
		record.GoalWithdrawn:   {"withdrawn", "cancelled", "stopped", "no longer wanted", "abandoned", "discontinued"},
	})

	// StepTriggers should lead to a review of a step: domain.md 4.12.
	StepTriggers = newList("trigger for a review", map[string][]string{
		"missed_check_in":    {"missed check in", "missed check ins", "check in missed", "did not check in"},
		"change_in_mobility": {"change in mobility", "mobility change", "mobility", "mobility changed"},
		"confusion":          {"confusion", "confused", "more confused"},
		"distress":           {"distress", "distressed", "upset", "anxiety"},
		"refusals":           {"refusals", "refused", "repeated refusals", "refusal"},
		"health":             {"health", "unwell", "change in health", "illness", "hospital"},
		"setback":            {"setback", "set back", "setbacks"},
		"incident":           {"incident", "near miss", "fall"},
		"other":              {"other"},
	})

	// RatingContexts: domain.md 4.13.
	RatingContexts = newList("when it was asked", map[string][]string{
		"end_of_visit":    {"end of visit", "after visit", "visit end", "end of call", "after the visit"},
		"end_of_shift":    {"end of shift", "shift end"},
		"review":          {"review", "at review", "plan review", "care plan review", "monthly review"},
		"weekly":          {"weekly", "weekly check in", "week"},
		"daily":           {"daily", "day", "morning", "evening", "check in"},
		"before_activity": {"before activity", "before", "before the activity"},
		"after_activity":  {"after activity", "after", "after the activity"},
		"survey":          {"survey", "questionnaire", "monthly", "quarterly"},
		"other":           {"other"},
	})

	// Roles of people in an activity: domain.md 4.14.
	Roles = newList("role", map[string][]string{
		record.RoleParticipant: {"participant", "took part", "member", "attendee", "attended", "guest"},
		record.RoleContributor: {"contributor", "contributed", "helper", "helped", "co leader", "co led", "leader", "led", "host", "speaker", "committee", "peer supporter", "mentor"},
		record.RoleVolunteer:   {"volunteer", "volunteering", "volunteered"},
		record.RoleEmployee:    {"employee", "employed", "paid", "paid work", "paid job", "worker", "work", "job", "apprentice"},
	})
)

// CriterionKey gives the key of a point that a spot check looks at; a point in no
// list stays in its own words, in the form in which words are compared.
func CriterionKey(written string) string {
	if word, known := Criteria.Find(written); known {
		return word
	}
	return Key(written)
}

// prompts are the numbers that stand before prompts.
var promptCounts = map[string]int{"no": 0, "one": 1, "a": 1, "single": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8, "9": 9, "10": 10}

// Prompts reads how many prompts a text names, as "with two prompts" or "one verbal
// prompt" (domain.md 3.3); record.Uncounted where it names none.
func Prompts(text string) int {
	if !strings.Contains(text, "rompt") {
		return record.Uncounted
	}
	words := strings.Fields(Key(text))
	for i, w := range words {
		if w != "prompt" && w != "prompts" {
			continue
		}
		for back := 1; back <= 2 && i-back >= 0; back++ {
			if n, is := promptCounts[words[i-back]]; is {
				return n
			}
		}
	}
	return record.Uncounted
}
