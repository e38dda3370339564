package cell

import "evidencepack/ingest/record"

// The lists of the kinds about plans, staff and services (domain.md 4.8 to 4.26).
var (
	// ReviewOutcomes: what a review of a restriction decided, domain.md 4.8.
	ReviewOutcomes = newList("outcome of a review", map[string][]string{
		record.EndLifted:       {"lifted", "removed", "ended", "stopped", "no longer needed", "restriction lifted", "discontinued", "remove", "removed in full", "lift", "end", "to be removed", "cease", "ceased", "stop"},
		record.EndReduced:      {"reduced", "stepped down", "less restrictive", "relaxed", "eased", "reduce", "to be reduced", "reduced in part", "relax", "step down", "reduction agreed"},
		record.ReviewUnchanged: {"unchanged", "continues", "continue", "continued", "no change", "remains", "remains in place", "still needed", "kept", "kept as it is", "maintained", "stays", "to continue", "keep", "keep as is", "keep in place", "maintain", "retain", "retained", "remain", "remain in place", "no changes", "as before", "not changed", "carry on", "continue unchanged", "continue as is"},
		record.ReviewIncreased: {"increased", "more restrictive", "stepped up", "extended", "increase", "tightened"},
		record.EndReplaced:     {"replaced", "replaced by another", "changed to another", "replace"},
		record.EndReimposed:    {"reimposed", "re-imposed", "put back", "reinstated", "reimpose"},
	})

	// AuthorisationKinds: domain.md 4.9 and 3.4.
	AuthorisationKinds = newList("kind of authorisation", map[string][]string{
		"dols_standard":      {"dols standard", "standard", "standard authorisation", "dols", "standard dols", "form 1 standard", "deprivation of liberty", "deprivation of liberty safeguards", "urgent and standard", "urgent & standard", "standard and urgent", "standard & urgent", "urgent + standard", "standard + urgent", "urgent/standard", "further standard", "dols renewal", "standard renewal", "renewal"},
		"dols_urgent":        {"dols urgent", "urgent", "urgent authorisation", "urgent dols", "urgent extension"},
		"cop_order":          {"cop order", "cop", "court of protection", "court of protection order", "cop dol", "community dol", "copdol", "re x", "community deprivation of liberty", "court order"},
		"mca_best_interests": {"mca best interests", "best interests", "best interests decision", "best interest decision", "bi decision", "mca", "mca decision", "best interest", "best interest meeting", "best interests meeting"},
		"risk_decision":      {"risk decision", "positive risk", "positive risk decision", "positive risk plan", "recorded risk decision", "risk enablement", "risk taking decision"},
		"mha":                {"mha", "mental health act"},
		"consent_person":     {"consent", "consent of the person", "persons consent"},
	})

	// AuthorisationOutcomes: domain.md 4.9.
	AuthorisationOutcomes = newList("outcome of an application", map[string][]string{
		"granted":     {"granted", "authorised", "approved", "agreed", "yes", "in place", "active", "approved with conditions", "granted with conditions", "authorisation granted", "dols granted", "dols in place"},
		"not_granted": {"not granted", "refused", "declined", "rejected", "not authorised", "not approved", "no"},
		"withdrawn":   {"withdrawn", "cancelled", "no longer needed"},
		"pending":     {"pending", "applied", "waiting", "awaiting", "awaiting decision", "awaiting assessment", "submitted", "in progress", "waiting for the council", "applied for", "application sent", "application submitted", "with supervisory body", "awaiting assessor", "not yet assessed", "waiting list", "awaiting authorisation", "outstanding"},
	})

	// CancelReasons tell who cancelled a visit of which only that is known that it was
	// cancelled.
	CancelReasons = newList("reason for cancelling", map[string][]string{
		record.VisitCancelledPerson:   {"client request", "customer request", "service user request", "person request", "persons request", "clients request", "requested by client", "requested by customer", "at clients request", "client declined", "client cancelled", "cancelled by client", "cancelled by person", "cancelled by customer", "customer cancelled", "client", "customer", "client choice", "persons choice"},
		record.VisitCancelledFamily:   {"family request", "requested by family", "family cancelled", "cancelled by family", "family", "next of kin request", "relative request", "with family", "family visiting", "family covering"},
		record.VisitCancelledProvider: {"no staff", "no carer available", "no carer", "staff sickness", "carer sick", "carer sickness", "staff shortage", "cancelled by office", "cancelled by provider", "office", "provider", "agency cancelled", "staff absence", "short staffed"},
		record.VisitCancelledHospital: {"hospital", "in hospital", "hospital admission", "admitted to hospital", "hospitalised", "client in hospital", "customer in hospital", "gone to hospital", "hospital stay"},
	})

	// AuditAnswers are how an audit says that a point is met.
	AuditAnswers = newList("finding of an audit", map[string][]string{
		string(record.Yes):      {"y", "yes", "true", "met", "fully met", "compliant", "fully compliant", "pass", "passed", "✓", "✔", "☑", "✅", "x", "good", "evidenced", "in place", "green", "achieved", "fully evidenced", "fully", "seen", "present", "recorded", "yes fully"},
		string(record.Partly):   {"partial", "partly", "partially", "part", "partly met", "partially met", "part met", "partially compliant", "some", "amber", "in part", "needs work", "partially evidenced", "partly evidenced", "mostly met", "mostly"},
		string(record.No):       {"n", "no", "false", "not met", "unmet", "non compliant", "not compliant", "fail", "failed", "✗", "✘", "❌", "☒", "not evidenced", "not in place", "missing", "red", "not achieved", "absent", "not there", "not recorded", "not found", "not completed"},
		string(record.NotApply): {"n/a", "na", "not applicable", "not looked at", "not seen", "not assessed"},
	})

	// SupervisionKinds: domain.md 4.19.
	SupervisionKinds = newList("kind of supervision", map[string][]string{
		"supervision": {"supervision", "1:1", "1 to 1", "one to one", "formal supervision", "individual", "individual supervision", "121", "themed supervision", "clinical supervision", "1-2-1", "1 2 1", "one 2 one", "supervision 1:1", "1-1", "1-to-1", "face to face", "face to face supervision", "routine", "practice supervision", "management supervision"},
		"group":       {"group", "group supervision", "team supervision", "peer supervision", "team meeting", "group meeting", "group 1:1"},
		"appraisal":   {"appraisal", "annual appraisal", "pdr", "performance review", "personal development review"},
		"reflective":  {"reflective", "reflective practice", "reflective supervision", "reflection", "debrief"},
		"probation":   {"probation", "probation review", "probationary review", "induction", "induction review"},
	})

	// Competences: domain.md 4.20, outcome.
	Competences = newList("competent or not yet", map[string][]string{
		string(record.Yes):      {"y", "yes", "competent", "pass", "passed", "achieved", "complete", "completed", "signed off", "✓", "✔", "☑", "✅", "in date", "current", "valid", "up to date", "attended", "true", "green", "compliant", "expiring soon", "due soon", "trained"},
		string(record.Partly):   {"partly", "partial", "in progress", "started", "working towards"},
		string(record.No):       {"n", "no", "not yet competent", "not competent", "not yet", "fail", "failed", "did not pass", "not completed", "not complete", "not started", "expired", "out of date", "overdue", "did not attend", "dna", "booked", "due", "outstanding", "required", "needed", "to do", "false", "red", "non compliant", "non-compliant", "not trained", "not done", "not booked", "lapsed", "to be booked", "awaiting", "not attended", "failed to attend", "to book", "enrolled", "invited", "assigned", "registered"},
		string(record.NotApply): {"n/a", "na", "not applicable", "not required", "exempt", "not needed"},
	})

	// Respondents: domain.md 4.23.
	Respondents = newList("who answered", map[string][]string{
		record.AboutPerson:       {"person", "person supported", "person we support", "the person", "resident", "client", "tenant", "service user", "customer", "participant", "self", "me", "i receive support", "person using the service", "people", "people supported", "people we support", "residents", "clients", "tenants", "service users", "a resident", "a client", "a tenant", "i am the person receiving support", "person receiving support", "the person receiving support", "the person receiving care", "person receiving care", "i receive care", "i use the service", "i use this service", "person who uses the service", "someone who uses the service", "someone who receives support", "person with support from staff", "the person we support", "the person supported", "i am the person", "the resident", "myself", "i live here"},
		record.AboutFamily:       {"family", "relative", "family member", "family or friend", "friend", "carer", "unpaid carer", "parent", "partner", "spouse", "son", "daughter", "mother", "father", "sibling", "next of kin", "advocate", "families", "relatives", "a relative", "a family member", "husband", "wife", "brother", "sister", "granddaughter", "grandson", "grandchild", "niece", "nephew", "mum", "dad", "aunt", "uncle", "cousin", "daughter in law", "son in law", "family member or friend", "family member friend", "relative or friend", "relative/friend", "family/friend", "friend or relative", "family carer", "unpaid carer or family member", "friend or family", "friends and family", "family and friends", "a family member or friend", "i am a family member", "lpa", "attorney", "someone close to the person", "on behalf of the person - family", "guardian"},
		record.AboutStaff:        {"staff", "staff member", "member of staff", "employee", "support worker", "care worker", "team member", "colleague", "nurse", "manager", "a member of staff", "employees", "paid carer", "i work here", "care assistant", "senior carer", "team leader", "registered manager", "bank staff", "agency staff", "care staff", "support staff", "staff team", "care home staff"},
		record.AboutProfessional: {"professional", "social worker", "gp", "district nurse", "commissioner", "health professional", "visiting professional", "professionals", "therapist", "care manager", "stakeholder", "partner agency", "health or social care professional", "health and social care professional", "nurse practitioner", "community nurse", "doctor", "occupational therapist", "physiotherapist", "ot", "imca", "visiting health professional", "a professional", "healthcare professional", "social care professional", "local authority", "council"},
	})

	// Agreements are how a survey is answered: yes is agreed or satisfied, partial is
	// neither, no is not, na is that the person did not say.
	Agreements = newList("answer of a survey", map[string][]string{
		string(record.Yes):      {"y", "yes", "true", "agree", "strongly agree", "tend to agree", "agree strongly", "satisfied", "very satisfied", "fairly satisfied", "quite satisfied", "extremely satisfied", "somewhat satisfied", "good", "very good", "excellent", "outstanding", "always", "usually", "most of the time", "often", "likely", "very likely", "extremely likely", "very happy", "happy", "quite happy", "definitely", "yes definitely", "yes always", "✓", "✔", "☑", "✅", "😀", "😃", "😄", "🙂", "😊", "👍", "very confident", "confident", "quite confident", "fairly confident", "mostly", "mostly agree", "slightly agree", "somewhat agree", "agree somewhat", "nearly always", "almost always", "all of the time", "a lot", "very much", "yes mostly", "yes most of the time", "yes a lot", "really good", "great", "smiley face", "happy face", "thumbs up", "totally agree", "completely agree", "completely satisfied", "absolutely", "of course", "very safe", "safe", "fairly safe"},
		string(record.Partly):   {"neither", "neutral", "neither agree nor disagree", "neither satisfied nor dissatisfied", "neither likely nor unlikely", "neither happy nor unhappy", "partly", "partial", "partially", "sometimes", "ok", "okay", "fair", "average", "mixed", "to some extent", "yes to some extent", "a bit", "somewhat", "😐", "maybe", "possibly", "neither good nor bad", "neither good nor poor", "not bad", "so so", "straight face", "in between", "half and half", "some of the time", "undecided", "indifferent", "adequate", "satisfactory"},
		string(record.No):       {"n", "no", "false", "disagree", "strongly disagree", "tend to disagree", "disagree strongly", "dissatisfied", "very dissatisfied", "fairly dissatisfied", "quite dissatisfied", "somewhat dissatisfied", "unsatisfied", "poor", "very poor", "bad", "never", "rarely", "seldom", "hardly ever", "unlikely", "very unlikely", "extremely unlikely", "unhappy", "very unhappy", "not at all", "no not at all", "not really", "🙁", "☹", "😟", "😢", "😞", "👎", "not confident", "not very confident", "not at all confident", "slightly disagree", "somewhat disagree", "mostly disagree", "totally disagree", "completely disagree", "completely dissatisfied", "extremely dissatisfied", "sad face", "unhappy face", "thumbs down", "not very", "not often", "almost never", "terrible", "awful", "definitely not", "very unsafe", "unsafe", "not safe", "inadequate", "extremely unhappy"},
		string(record.NotApply): {"n/a", "na", "not applicable", "dont know", "do not know", "not sure", "unsure", "no answer", "prefer not to say", "did not answer", "did not say", "no opinion", "no reply", "cant say", "would rather not say", "no comment", "did not respond", "not answered", "left blank", "skip", "skipped", "unable to say", "cannot say", "not able to say"},
	})

	// PlacementEvents: domain.md 4.24. An admission of which nobody says whether it was
	// planned is in no list.
	PlacementEvents = newList("kind of event", map[string][]string{
		record.EventAdmissionPlanned:   {"planned", "admission planned", "planned admission", "elective", "elective admission", "planned hospital admission", "hospital planned", "hospital admission planned", "scheduled", "planned surgery", "planned operation", "planned procedure", "routine", "routine admission"},
		record.EventAdmissionUnplanned: {"unplanned", "admission unplanned", "unplanned admission", "emergency", "emergency admission", "unplanned hospital admission", "emergency hospital admission", "hospital unplanned", "hospital admission unplanned", "non elective", "avoidable admission", "999 admission", "acute", "acute admission", "emergency - 999", "999", "111", "via a&e", "emergency via a&e", "unexpected", "unexpected admission", "urgent", "ambulance", "emergency hospital", "unscheduled"},
		record.EventEmergency:          {"a and e", "a & e", "ed", "emergency department", "accident and emergency", "a&e attendance", "a and e attendance", "ed attendance", "casualty", "a&e visit", "a & e visit", "a&e only", "a&e no admission", "a&e not admitted", "attended a&e", "ed visit", "a and e visit"},
		record.EventDischarge:          {"discharge", "discharged", "hospital discharge", "discharged from hospital", "return from hospital", "returned from hospital", "back from hospital", "discharged home", "hospital discharge home", "returned home from hospital", "home from hospital"},
		record.EventMoveIn:             {"move in", "moved in", "new placement", "placement start", "new admission", "admission to the home", "admission to the service", "joined the service"},
		record.EventMoveOn:             {"move on", "move on planned", "moved on", "planned move", "planned move on", "moved to own home", "moved to more independent living", "step down move", "moved to supported living", "moved to independent living", "moved into own flat", "moved to own flat", "moved to own tenancy"},
		record.EventBreakdown:          {"placement breakdown", "breakdown", "placement broke down", "placement ended early", "unplanned move"},
		record.EventNoticeProvider:     {"notice given provider", "notice given by provider", "notice by provider", "notice served by us", "we gave notice", "provider gave notice"},
		record.EventNoticePerson:       {"notice given person", "notice given by person", "notice by person", "person gave notice", "family gave notice", "notice given by the person"},
		record.EventRespite:            {"respite", "respite stay", "short break", "short stay"},
		record.EventDeath:              {"death", "died", "deceased", "passed away", "rip"},
	})
)
