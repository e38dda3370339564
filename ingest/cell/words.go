package cell

import (
	"fmt"
	"strings"

	"evidencepack/ingest/record"
)

// List is a closed list of words of the vocabulary: canonical word → what
// exports write for it.
type List struct {
	name  string
	words map[string]string // key of what is written → canonical word
}

// newList builds a list. A word that stands for two canonical words is a
// mistake in our data and is found by the package's test.
func newList(name string, words map[string][]string) *List {
	l := &List{name: name, words: make(map[string]string, 4*len(words))}
	lists = append(lists, l)
	for canonical, written := range words {
		l.add(Key(canonical), canonical)
		for _, w := range written {
			l.add(Key(w), canonical)
		}
	}
	return l
}

// lists are all lists, for Known.
var lists []*List

// Known tells whether a word stands in any list: whether a saved mapping may give
// it as the meaning of a code.
func Known(word string) bool {
	for _, l := range lists {
		if _, there := l.Find(word); there && Key(word) != "" {
			return true
		}
	}
	return false
}

func (l *List) add(key, canonical string) {
	if old, there := l.words[key]; there && old != canonical {
		panic(fmt.Sprintf("list %s: %q means both %s and %s", l.name, key, old, canonical))
	}
	l.words[key] = canonical
}

// Find gives the canonical word for what is written, and whether it is known.
func (l *List) Find(written string) (string, bool) {
	key := Key(written)
	word, known := l.words[key]
	return word, known && (key != "" || blank(written))
}

// blank tells whether nothing is written, or only dashes. A sign that Key does
// not know, such as a face, is not blank.
func blank(written string) bool { return strings.Trim(Clean(written), "-–—") == "" }

// The lists. A new word is one more entry here and nowhere else.
var (
	// Outcomes: domain.md 3.1. Single letters need a legend, except R.
	Outcomes = newList("outcome", map[string][]string{
		string(record.Accepted):          {"completed", "complete", "done", "given", "taken", "administered", "ADM", "✓", "✔", "☑", "tick", "yes", "achieved", "supported", "assisted", "accepted", "fully completed", "completed with support", "given and taken", "AD"},
		string(record.AcceptedOnReoffer): {"accepted later", "took later", "taken later", "2nd offer", "second offer", "re-offered - accepted", "reoffered accepted", "accepted on re-offer", "accepted on second offer", "completed later", "accepted after re-offer"},
		string(record.SelfManaged):       {"independent", "independently", "self", "self-administered", "self administered", "SA", "did it himself", "did it herself", "did it themselves", "made available", "self managed", "own initiative"},
		string(record.Partial):           {"partially taken", "partial", "some", "half", "partially completed", "partly", "part done", "partly done", "part accepted"},
		string(record.Refused):           {"refused", "declined", "refusal", "R", "REF", "did not want", "did not want it", "said no", "withdrew consent", "non-compliant", "later", "decline", "person refused", "person declined"},
		string(record.RefusedDestroyed):  {"refused & destroyed", "refused and destroyed"},
		string(record.DistressStopped):   {"stopped - distressed", "stopped distressed", "unable due to distress", "task abandoned", "stopped due to distress", "distressed - stopped"},
		string(record.NotOffered):        {"missed", "not done", "no time", "staff shortage", "omitted", "not attempted", "not offered", "missed by staff"},
		string(record.NotDue):            {"NR", "not required", "N/A", "already taken", "AT", "not due", "not needed", "prn not needed", "not applicable"},
		string(record.Away):              {"hospital", "in hospital", "hospitalised", "leave", "social leave", "out", "on leave", "holiday", "away", "out of home"},
		string(record.Asleep):            {"sleeping", "asleep"},
		string(record.Unavailable):       {"O/S", "out of stock", "not available", "unavailable", "no stock"},
		string(record.ClinicalHold):      {"withheld", "nausea", "vomiting", "clinical hold", "withheld on advice", "held"},
		string(record.UnknownGap):        {"-", "no record", "NT", "unsigned", "not signed", "not completed no reason", "not recorded", "gap"},
	})

	// Levels: domain.md 3.3.
	Levels = newList("support level", map[string][]string{
		string(record.Independent):         {"independent", "independently", "ind", "self", "no support", "unaided", "no prompts", "alone", "without support", "did it alone", "no help"},
		string(record.EnvironmentalVisual): {"set-up", "set up only", "setup", "visual prompt", "visual", "cue card", "now/next", "timer", "device prompt", "equipment/aid", "modified independent"},
		string(record.Gesture):             {"gesture", "gestural", "pointing", "non-verbal prompt", "gesture prompt"},
		string(record.Verbal):              {"verbal", "verbal prompt", "prompt", "prompted", "reminder", "encouragement", "one prompt", "with one prompt", "two prompts", "with two prompts", "verbal cue", "supervision", "observing"},
		string(record.Model):               {"model", "modelling", "modelled", "demonstrated", "show", "shown", "demonstration"},
		string(record.PartialPhysical):     {"partial physical", "PP", "PPA", "minimal hands-on", "light touch", "some assistance", "assisted", "assistance of 1", "partial assist", "minimal assist", "partial support"},
		string(record.FullPhysical):        {"full physical", "FP", "hand over hand", "HOH", "full assistance", "total assist", "full support", "2:1"},
		string(record.DoneFor):             {"done for", "staff completed", "fully dependent", "dependent", "done by staff", "done for the person"},
		string(record.LevelDeclined):       {"declined", "refused"},
		string(record.LevelNotAttempted):   {"not attempted", "not tried", "not done"},
		string(record.LevelNotApplicable):  {"n/a", "na", "not applicable"},
	})

	// Answers: yes, no, partly, does not apply. Y and N count only here.
	Answers = newList("answer", map[string][]string{
		string(record.Yes):      {"y", "yes", "true", "t", "1", "✓", "✔", "☑", "✅", "met", "x", "done", "completed", "ü", "þ", "ie", "ydy", "oes"}, // ü and þ are the ticks of Wingdings
		string(record.No):       {"n", "no", "false", "f", "0", "not met"},
		string(record.Partly):   {"partial", "partly", "partially", "part", "partially met", "partly met"},
		string(record.NotApply): {"n/a", "na", "not applicable", "not observed"},
	})

	// Categories of care tasks: domain.md 4.3.
	Categories = newList("task category", map[string][]string{
		"personal_care":      {"personal care", "washing and dressing", "wash and dress", "personal hygiene", "hygiene", "morning personal care", "washing", "dressing", "bathing"},
		"meals_fluids":       {"meals & fluids", "meals and fluids", "meals", "meal", "nutrition", "food and drink", "eating and drinking", "fluids", "mealtime", "mealtimes"},
		"medication_support": {"medication support", "medication", "medicines", "medicines support"},
		"mobility":           {"mobility", "moving and handling", "moving", "transfers"},
		"continence":         {"continence", "continence care", "toilet support"},
		"domestic":           {"domestic", "household", "housework", "cleaning", "laundry"},
		"community":          {"community", "community access", "going out", "community support"},
		"social_activity":    {"social activity", "social", "activity", "activities", "leisure"},
		"health_appointment": {"health appointment", "appointment", "health", "gp appointment"},
		"finance":            {"finance", "money", "finances", "shopping money"},
		"communication":      {"communication"},
		"night_check":        {"night check", "night checks", "night care", "waking night"},
		record.CategoryOther: {"other"},
	})

	// ChangeAreas are areas of a change of approach that are no category of tasks.
	ChangeAreas = newList("area of a change", map[string][]string{
		"staffing":    {"staffing", "staff", "rota", "staff team"},
		"environment": {"environment", "surroundings", "building"},
	})

	// ChangeMethods: domain.md 4.16.
	ChangeMethods = newList("method of a change", map[string][]string{
		"visual_prompt": {"visual prompt", "visual prompts", "picture cards"}, "pacing": {"pacing", "pace"},
		"script_consent": {"script consent", "consent script", "script"}, "sensory_environment": {"sensory environment", "sensory"},
		"preferred_staff": {"preferred staff", "staff match"}, "flexible_window": {"flexible window", "flexible times", "flexible time"},
		"graded_exposure": {"graded exposure", "graded steps"}, "prompt_ladder": {"prompt ladder"}, "role_based": {"role based", "role"},
		"communication_profile": {"communication profile"}, "positive_risk_plan": {"positive risk plan", "positive risk"},
		"step_down": {"step down"}, "other": {"other", "none"},
	})

	// ServiceTypes: domain.md 4.1.
	ServiceTypes = newList("type of service", map[string][]string{
		"residential": {"residential", "residential care", "care home", "residential home"}, "nursing": {"nursing", "nursing home", "nursing care"},
		"supported_living": {"supported living", "supported housing"}, "homecare": {"homecare", "home care", "domiciliary", "domiciliary care", "dom care"},
		"extra_care": {"extra care", "extra care housing"}, "shared_lives": {"shared lives"}, "day": {"day", "day service", "day centre"},
		"respite": {"respite", "short breaks"}, "reablement": {"reablement", "enablement"},
	})

	// VisitStatuses: domain.md 4.2.
	VisitStatuses = newList("visit status", map[string][]string{
		record.VisitCompleted:         {"completed", "complete", "done", "delivered", "attended", "visit completed", "finished"},
		record.VisitPartial:           {"partial", "part delivered", "cut short", "partly delivered"},
		record.VisitCancelledPerson:   {"cancelled by person", "cancelled by client", "cancelled by service user", "client cancelled", "cancelled - person", "cancelled by resident", "cancelled (client)", "cancelled at clients request", "cancelled by the person", "cancelled by customer", "customer cancelled", "cancelled client request", "cancelled - client request"},
		record.VisitCancelledFamily:   {"cancelled by family", "family cancelled", "cancelled - family"},
		record.VisitCancelledProvider: {"cancelled by provider", "cancelled by office", "cancelled - provider", "provider cancelled"},
		record.VisitCancelledHospital: {"cancelled - hospital", "cancelled hospital", "in hospital", "hospital", "cancelled by hospital"},
		record.VisitMissed:            {"missed", "missed visit", "missed call", "not delivered"},
		record.VisitRefusedAtDoor:     {"refused at door", "refused", "refused entry", "turned away"},
		record.VisitNoReply:           {"no reply", "no answer", "no response", "not in", "no access", "no access gained", "could not gain access", "not home", "not at home"},
		record.VisitUnallocated:       {"unallocated", "unassigned", "not allocated", "unfilled", "not filled", "uncovered"},
		record.VisitInProgress:        {"in progress", "started", "ongoing"},
		"unknown":                     {"unknown"},
	})

	// IncidentTypes: domain.md 3.5.
	IncidentTypes = newList("incident type", map[string][]string{
		"fall":                  {"fall", "fall no injury", "falls", "slip trip fall", "slip or trip", "unwitnessed fall"},
		"fall_injury":           {"fall with injury", "fall injury", "injurious fall"},
		"medication_error":      {"medication error", "medicine error", "drug error", "medicines error", "mar error", "meds error", "med error", "meds errors"},
		"medication_omission":   {"medication omission", "missed medication", "missed dose", "omitted medication", "medicine omission"},
		"distress_behaviour":    {"distress behaviour", "distress", "behaviour", "behaviours of concern", "behaviour of concern", "challenging behaviour", "BOC", "PBS incident", "distressed behaviour", "distress incident"},
		"self_harm":             {"self harm", "self-harm", "self injury", "self injurious behaviour"},
		"aggression_to_staff":   {"aggression to staff", "assault on staff", "aggression towards staff"},
		"aggression_to_peer":    {"aggression to peer", "peer on peer", "resident on resident", "aggression towards peer"},
		"property_damage":       {"property damage", "damage to property"},
		"choking":               {"choking", "choke"},
		"pressure_damage":       {"pressure damage", "pressure ulcer", "pressure sore"},
		"missing_person":        {"missing person", "missing", "absconded", "unexplained absence"},
		"injury_unexplained":    {"unexplained injury", "injury unexplained", "unexplained bruise", "bruise unexplained"},
		"infection":             {"infection", "outbreak"},
		record.IncidentNearMiss: {"near miss", "near-miss"},
		"equipment":             {"equipment", "equipment failure", "equipment fault"},
		"missed_visit":          {"missed visit", "missed call"},
		"safeguarding":          {"safeguarding", "safeguarding concern", "abuse", "alleged abuse"},
		"death":                 {"death"},
		"data_breach":           {"data breach", "information governance", "confidentiality breach"},
		"other":                 {"other"},
	})

	// Harms: domain.md 3.5. What is not here is "not graded".
	Harms = newList("level of harm", map[string][]string{
		record.HarmNone: {"no harm", "none", "no", "insignificant", "nil", "no injury", "no apparent harm", "no physical harm", "no psychological harm", "no harm caused", "negligible",
			"none (no harm caused)", "no harm - impact prevented", "no harm - impact not prevented"},
		record.HarmLow:      {"low", "minor", "minimal", "low harm", "slight", "low physical harm", "low psychological harm", "minor harm", "minimal harm", "low (minimal harm)"},
		record.HarmModerate: {"moderate", "moderate harm", "medium", "moderate physical harm", "moderate psychological harm", "moderate (short term harm)"},
		record.HarmSevere:   {"severe", "major", "severe harm", "serious", "high", "severe physical harm", "severe psychological harm", "severe (permanent or long term harm)"},
		record.HarmFatal:    {"fatal", "death", "catastrophic", "fatal harm", "fatality", "death (caused by the incident)"},
	})

	// RestrictionTypes: domain.md 3.4.
	RestrictionTypes = newList("restriction type", map[string][]string{
		"physical":               {"physical", "physical intervention", "hold", "holds", "guided away"},
		"mechanical":             {"mechanical", "lap belt", "bed rails", "bedrails"},
		"chemical":               {"chemical", "prn for agitation", "covert medication", "covert medicine"},
		"environmental":          {"environmental", "locked door", "keypad", "locked kitchen", "locked fridge", "key-safe", "locked kitchen door"},
		"seclusion":              {"seclusion"},
		"segregation":            {"segregation"},
		"psychological":          {"psychological"},
		"cultural":               {"cultural"},
		"surveillance":           {"surveillance", "sensor mat", "door alarm", "cctv", "gps", "gps tracker", "tracker"},
		"blanket_rule":           {"blanket rule", "blanket rules", "blanket restriction", "bedtime rule"},
		"observation_level":      {"observation level", "observation", "1:1", "2:1", "line of sight", "one to one"},
		"community_access":       {"community access", "no unaccompanied access", "community"},
		"finance_possessions":    {"finance and possessions", "finance possessions", "finance", "money held", "possessions", "cigarettes rationed", "money and possessions"},
		"food_drink":             {"food and drink", "food drink", "food", "meals"},
		"contact_visitors":       {"contact and visitors", "contact visitors", "visitors", "contact"},
		"communication_internet": {"communication and internet", "communication internet", "restricted internet", "internet", "phone"},
		"staffing_led":           {"staffing led", "staffing"},
		"other":                  {"other"},
	})

	// EndReasons of a restriction: domain.md 3.4. Only lifted is lifted.
	EndReasons = newList("end reason", map[string][]string{
		record.EndLifted:    {"lifted", "no longer needed", "removed - no longer needed", "restriction lifted", "ended - not needed"},
		record.EndReduced:   {"reduced", "stepped down", "less restrictive"},
		"unchanged":         {"unchanged", "continues"},
		"increased":         {"increased"},
		record.EndReplaced:  {"replaced", "replaced by another"},
		record.EndReimposed: {"reimposed", "re-imposed"},
		record.EndLeft:      {"person left", "left", "moved on", "moved away", "person moved", "left the service", "ended - person left", "person moved away"},
		record.EndDied:      {"person died", "died", "death", "deceased"},
		record.EndError:     {"entered in error", "error", "recorded in error"},
	})

	// LegalBases: domain.md 3.4.
	LegalBases = newList("legal basis", map[string][]string{
		"consent_person":      {"consent of the person", "consent", "person consents", "consent person", "agreed by the person"},
		"mca_best_interests":  {"mca best interests", "best interests", "best interest decision", "bi decision", "mca"},
		"dols_standard":       {"dols standard", "dols", "standard authorisation"},
		"dols_urgent":         {"dols urgent", "urgent authorisation"},
		"cop_order":           {"court of protection order", "cop order", "court of protection", "cop", "community dol"},
		"mha":                 {"mha", "mental health act"},
		"doctor_advice_only":  {"doctor advice only", "gp advice", "doctor advice"},
		record.LegalBasisNone: {"none recorded", "none", "not recorded", "n/a", "unknown", "no"},
	})

	// Raters: domain.md 3.9. A proxy is never pooled with the person's own voice.
	Raters = newList("rater", map[string][]string{
		record.RaterSelf:  {"self", "person", "self-rated", "self reported", "the person", "resident", "client", "tenant"},
		record.RaterProxy: {"family", "proxy", "relative", "family member", "advocate", "parent"},
		record.RaterStaff: {"staff", "carer", "support worker", "keyworker", "worker", "observed"},
	})

	// Scales: domain.md 3.9.
	Scales = newList("scale", map[string][]string{
		record.ScaleComfort:    {"comfort", "how comfortable", "comfort rating", "comfort 1-5"},
		record.ScaleAnxiety:    {"anxiety", "anxiety rating", "how anxious"},
		record.ScaleConfidence: {"confidence", "confidence rating", "how confident"},
		"mood":                 {"mood", "happy"},
		"wellbeing":            {"wellbeing", "well-being"},
		"in_control":           {"in control", "control"},
		"calm":                 {"calm", "calmer"},
		"respected":            {"respected"},
		"staff_confidence":     {"staff confidence"},
	})

	// AttendanceStatuses: domain.md 4.14.
	AttendanceStatuses = newList("attendance", map[string][]string{
		record.Attended:             {"attended", "yes", "y", "took part", "participated", "engaged", "present", "✓", "✔", "☑", "✅"},
		record.AttendedPart:         {"attended part", "part", "partial", "left early", "attended partly"},
		record.AttendDeclined:       {"declined", "refused", "did not want to", "no - declined", "no - refused", "no - did not want to", "chose not to", "chose not to go"},
		record.AttendCancelPerson:   {"cancelled by person", "cancelled - person", "cancelled person", "cancelled"},
		record.AttendCancelAnxiety:  {"cancelled - anxiety", "cancelled anxiety", "too anxious", "anxiety", "no - anxious", "no - anxiety", "no - too anxious", "not attended - anxious", "not attended - anxiety", "did not attend - anxious", "did not attend - anxiety", "anxious"},
		record.AttendCancelProvider: {"cancelled by provider", "cancelled - provider", "cancelled provider", "no staff", "no - no staff", "no - staff shortage", "staff shortage", "staffing"},
		record.AttendCancelExternal: {"cancelled - external", "cancelled external", "venue closed", "cancelled by venue"},
		record.AttendNotRecorded:    {"not recorded", "unknown", "-"},
		"did_not_attend":            {"dna", "did not attend", "no", "n", "absent"},
	})

	// FeedbackTypes: domain.md 4.21.
	FeedbackTypes = newList("feedback type", map[string][]string{
		record.FeedbackComplaint:  {"complaint", "formal complaint", "stage 1 complaint", "complaints"},
		record.FeedbackConcern:    {"concern", "informal concern", "concerns", "verbal concern", "informal complaint", "verbal complaint", "grumble", "niggle", "low level concern", "worry"},
		record.FeedbackCompliment: {"compliment", "thank you", "praise", "compliments", "thank you card", "thank you letter", "thank you note", "thanks", "thankyou", "thankyou card", "positive feedback"},
		record.FeedbackSuggestion: {"suggestion", "idea", "suggestions", "suggestion for improvement"},
		"dp_complaint":            {"data protection complaint", "dp complaint"},
	})

	// Statuses of an incident or an action: domain.md 3.5.
	Statuses = newList("status", map[string][]string{
		"open":        {"open", "new", "in review", "being reviewed", "holding area", "awaiting final approval", "not started", "outstanding", "yes open"},
		"in_progress": {"in progress", "started", "ongoing", "under review"},
		"closed":      {"closed", "close", "finally approved", "complete", "completed", "done", "resolved"},
		"overdue":     {"overdue", "late"},
		"cancelled":   {"cancelled", "withdrawn", "rejected"},
	})
)
