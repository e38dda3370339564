package cell

import "slices"

// Topics is a closed vocabulary for a field that people fill in with their own
// words: what is written is looked up as a whole, then by the phrases within it.
// Nothing else of the text is kept.
type Topics struct {
	list    *List
	phrases *Phrases
	vague   []string // words that give way to any other in the same text
}

func newTopics(name string, words map[string][]string, vague ...string) *Topics {
	return &Topics{list: newList(name, words), phrases: newPhrases(words), vague: vague}
}

// Words lists the canonical words in order of the alphabet.
func (t *Topics) Words() []string { return t.list.Words() }

// Find gives the canonical word for a text, and whether there is one: of several
// the first that is not vague.
func (t *Topics) Find(text string) (string, bool) {
	if word, known := t.list.Find(text); known {
		return word, true
	}
	found := t.phrases.Find(text)
	if len(found) == 0 {
		return "", false
	}
	for _, word := range found {
		if !slices.Contains(t.vague, word) {
			return word, true
		}
	}
	return found[0], true
}

// In gives the first of several vocabularies' word for what is written: "other" for
// a text in none of them, "" where nothing is written.
func In(r Raw, topics ...*Topics) string {
	if !Recorded(r) || Nothing(r.Text) != Present {
		return ""
	}
	for _, t := range topics {
		if word, known := t.Find(r.Text); known && word != "other" {
			return word
		}
	}
	return "other"
}

var (
	// AbuseTypes are the types of abuse or neglect of a safeguarding concern: domain.md 3.6.
	AbuseTypes = newTopics("type of abuse", map[string][]string{
		"physical":       {"physical", "physical abuse", "assault", "hitting", "rough handling"},
		"domestic":       {"domestic", "domestic abuse", "domestic violence"},
		"sexual":         {"sexual", "sexual abuse", "sexual exploitation"},
		"psychological":  {"psychological", "psychological abuse", "emotional", "emotional abuse", "verbal abuse", "bullying", "coercion", "coercive control"},
		"financial":      {"financial", "financial abuse", "financial or material", "material abuse", "material", "theft", "fraud", "scam", "financial exploitation"},
		"modern_slavery": {"modern slavery", "slavery", "trafficking", "forced labour"},
		"discriminatory": {"discriminatory", "discriminatory abuse", "discrimination", "hate crime", "mate crime"},
		"organisational": {"organisational", "organisational abuse", "institutional", "institutional abuse"},
		"neglect":        {"neglect", "acts of omission", "omission", "neglect and acts of omission", "neglect or acts of omission"},
		"self_neglect":   {"self neglect", "hoarding"},
		"other":          {"other"},
	})

	// ReviewKinds are the plans that are reviewed: domain.md 4.15.
	ReviewKinds = newTopics("kind of review", map[string][]string{
		"care_plan": {"care plan review", "care plan", "care plans", "support plan", "support plan review", "plan of care", "careplan", "person centred", "person centred review", "person centred plan", "pcp", "pcp review",
			"annual", "annual review", "annual care review", "annual plan review", "six month review", "6 month review", "6 monthly review", "monthly review", "yearly review", "care review", "support review", "plan review", "full review", "initial review",
			"six week review", "6 week review", "4 week review", "12 week review", "monthly", "quarterly", "quarterly review"},
		"risk": {"risk assessment", "risk assessments", "risk review", "risk plan", "risk management plan", "risks", "ra", "ra review", "falls risk", "falls risk assessment", "fire risk", "waterlow", "must"},
		"positive_risk": {"positive risk plan", "positive risk", "positive risks", "positive risk taking", "positive risk assessment", "positive risk review", "risk enablement", "risk enablement plan", "risk taking", "risk taking plan",
			"taking risks", "plan for taking risks"},
		"medication":    {"medication review", "medication plan", "medicines", "medicines review", "medicine", "medicine review", "medication", "medications", "meds", "meds review", "prn protocol", "prn", "mar review", "covert medication"},
		"restriction":   {"restriction review", "restrictions", "restrictions review", "restrictive practice", "restrictive practices", "restrictive practice review", "restraint", "restrictive intervention", "restrictive interventions"},
		"placement_la":  {"placement", "placement review", "la review", "la", "local authority", "local authority review", "social services", "social services review", "social worker", "social work review", "council review", "council", "statutory review", "commissioner review", "commissioner", "funding review", "care act review"},
		"mca":           {"mca", "mca review", "mental capacity", "mental capacity assessment", "capacity", "capacity assessment", "capacity review", "best interests", "best interest", "best interests review", "dols", "dols review", "deprivation of liberty", "consent review", "consent and capacity"},
		"pbs":           {"pbs plan", "pbs", "pbs review", "positive behaviour support", "positive behaviour support plan", "behaviour support", "behaviour support plan", "behaviour plan", "behaviour"},
		"communication": {"communication plan", "communication profile", "communication passport", "communication", "speech and language", "salt"},
		"health":        {"health", "health action plan", "health plan", "health review", "health check", "annual health check", "hospital passport", "health passport", "epilepsy", "epilepsy plan", "diabetes", "diabetes plan", "wound", "skin integrity", "skin care", "dysphagia", "end of life"},
		"joint":         {"joint", "joint review", "mdt", "mdt review", "multidisciplinary", "multi disciplinary", "multidisciplinary review", "multi agency", "multi agency review", "cpa", "cpa review", "professionals meeting"},
		"other":         {},
	}, "care_plan", "risk")

	// LifeAreas are the areas of life that a goal or a part of a plan is about: domain.md 4.10.
	LifeAreas = newTopics("area of life", map[string][]string{
		"personal_care": {"personal care", "washing", "dressing", "wash and dress", "washing and dressing", "hygiene", "personal hygiene", "bathing", "showering", "oral care", "oral health", "grooming", "self care"},
		"meals":         {"meals", "meal", "meals fluids", "meals and fluids", "mealtimes", "mealtime", "eating", "drinking", "eating and drinking", "food", "food and drink", "nutrition", "nutrition and hydration", "hydration", "cooking", "cookery", "baking", "meal preparation", "breakfast", "lunch"},
		"domestic":      {"domestic", "domestic tasks", "domestic skills", "housework", "household", "household tasks", "home", "home skills", "cleaning", "laundry", "shopping", "home management", "tenancy", "chores", "managing my home"},
		"mobility":      {"mobility", "moving", "moving about", "moving and handling", "walking", "transfers", "exercise and mobility"},
		"continence":    {"continence", "toilet", "toileting", "continence care", "using the toilet"},
		"medication":    {"medication", "medications", "medicine", "medicines", "meds", "tablets", "medication support", "medicines support", "medication management", "medicines management", "managing medication", "managing medicines", "taking medication", "taking medicines", "self medication", "self medicating", "self administration"},
		"finance":       {"finance", "finances", "financial", "money", "money management", "managing money", "shopping money", "budget", "budgeting", "budgeting and money"},
		"community":     {"community", "community access", "community support", "community inclusion", "community presence", "going out", "getting about", "getting out", "travel", "travel training", "travelling", "transport", "using the bus", "bus", "local area"},
		"work_learning": {"work", "working", "job", "employment", "paid work", "volunteering", "volunteer", "education", "learning", "college", "course", "training", "work and learning", "skills and work", "vocational"},
		"social": {"social", "social life", "social activity", "social activities", "social skills", "friends", "friendship", "friendships", "relationships", "relationship", "family", "family and friends", "family contact", "leisure", "hobbies", "hobby",
			"activities", "activity", "interests", "sport", "sports", "music", "art", "faith", "religion", "spirituality", "culture"},
		"health":        {"health", "physical health", "mental health", "health and wellbeing", "wellbeing", "well being", "emotional wellbeing", "healthy living", "healthy lifestyle", "fitness", "exercise", "weight", "sleep", "diet and exercise", "being healthy", "smoking", "anxiety", "mood"},
		"communication": {"communication", "communicating", "speech", "language", "reading", "writing", "literacy"},
		"daily_living":  {"daily living", "daily living skills", "living skills", "independent living", "independent living skills", "life skills", "independence", "adl", "adls", "activities of daily living"},
		"other":         {},
	}, "daily_living", "health")

	// ChangeTriggers are what a review of a plan or a change of approach came from:
	// domain.md 4.15 and 4.16.
	ChangeTriggers = newTopics("where a change came from", map[string][]string{
		"scheduled":          {"scheduled", "scheduled review", "planned", "planned review", "routine", "routine review", "due", "annual", "annual review", "monthly review"},
		"incident":           {"incident", "incidents", "after incident", "incident review", "near miss", "accident", "fall", "medication error"},
		"complaint":          {"complaint", "complaints", "formal complaint", "complained"},
		"feedback":           {"feedback", "family feedback", "feedback from family", "feedback from the person", "persons feedback", "compliment", "compliments", "concern raised", "suggestion", "suggestions", "survey", "survey result", "surveys", "residents meeting", "tenants meeting", "family told us", "person told us"},
		"review":             {"review", "plan review", "care plan review", "reviews", "risk assessment"},
		"observation":        {"observation", "observations", "observed practice", "spot check", "spot checks", "direct observation", "observed"},
		"safeguarding":       {"safeguarding", "safeguarding concern", "safeguarding alert", "safeguarding enquiry", "safeguarding referral"},
		"audit":              {"audit", "audits", "audit finding", "quality audit", "quality check"},
		"inspection":         {"inspection", "inspections", "cqc", "care inspectorate", "ciw", "rqia", "quality visit", "contract monitoring"},
		"hospital_discharge": {"hospital discharge", "discharge", "discharged", "discharge from hospital", "discharged from hospital", "hospital", "return from hospital", "back from hospital", "hospital admission"},
		"life_change":        {"life change", "change of circumstances", "change in circumstances", "change in needs", "change of need", "change in need", "changing needs", "bereavement", "moved", "move", "moved in", "change in health"},
		"request":            {"request", "requested", "request of the person", "person request", "family request", "person asked", "asked for", "at the persons request"},
		"staff_idea":         {"staff idea", "staff ideas", "idea", "idea of staff", "idea from staff", "staff suggestion", "suggestion from staff", "staff feedback", "feedback from staff", "suggested by staff"},
		"meeting":            {"meeting", "team meeting", "staff meeting", "mdt", "mdt meeting", "supervision", "handover"},
		"other":              {},
	}, "review", "scheduled", "meeting")

	// ActionSources are where a learning action came from: domain.md 4.6.
	ActionSources = newTopics("source of an action", map[string][]string{
		"incident":     {"incident", "incidents", "incident review", "incident report", "incident form", "near miss", "near misses", "accident", "accidents", "fall", "datix", "medication error", "inc"},
		"complaint":    {"complaint", "complaints", "formal complaint", "complained"},
		"safeguarding": {"safeguarding", "safeguarding concern", "safeguarding enquiry", "safeguarding alert", "safeguarding referral"},
		"audit":        {"audit", "audits", "quality audit", "internal audit", "medication audit", "medicines audit", "file audit", "care plan audit", "quality check", "quality assurance"},
		"observation":  {"observation", "observations", "spot check", "spot checks", "direct observation", "observed practice", "competency check"},
		"feedback":     {"feedback", "family feedback", "survey", "surveys", "questionnaire", "compliment", "compliments", "suggestion", "suggestions", "concern", "concerns", "residents meeting", "tenants meeting", "relatives meeting"},
		"review":       {"review", "reviews", "care review", "plan review", "care plan review", "risk assessment", "risk review"},
		"inspection":   {"inspection", "inspections", "inspection report", "cqc", "cqc inspection", "care inspectorate", "ciw", "rqia", "contract monitoring", "quality visit"},
		"meeting":      {"meeting", "meetings", "team meeting", "staff meeting", "mdt", "mdt meeting", "supervision", "handover", "debrief"},
		"referral":     {"referral", "referrals", "referred", "referred to", "referral made"},
		"other":        {},
	}, "review", "meeting")
)
