package cell

import "strings"

// Questions finds the key of a question that audits, surveys or lists of courses
// word in many ways. Every wording is some words that must all be there; words in
// one place are parted by |, and a star stands for any end of a word.
type Questions struct {
	keys  map[string]string // key of the canonical words → canonical key
	rules []questionRule
}

type questionRule struct {
	key    string
	groups []string
}

// newQuestions takes pairs of a canonical key and its wordings, in order.
func newQuestions(pairs ...[]string) *Questions {
	q := &Questions{keys: make(map[string]string, len(pairs))}
	for _, pair := range pairs {
		q.keys[Key(pair[0])] = pair[0]
		for _, wording := range pair[1:] {
			q.rules = append(q.rules, questionRule{pair[0], strings.Fields(wording)})
		}
	}
	return q
}

// Find gives the canonical key of a question. The wording that explains most words
// counts; where two of different keys explain as many, or none does, it is not known.
func (q *Questions) Find(written string) (string, bool) {
	words := questionWords(written)
	if key, known := q.keys[strings.Join(words, " ")]; known {
		return key, true
	}
	best, most, even := "", 0, false
	for _, r := range q.rules {
		n := len(r.groups)
		if n < most || !r.covers(words) {
			continue
		}
		even = n == most && (even || r.key != best)
		best, most = r.key, n
	}
	return best, most > 0 && !even
}

func (r questionRule) covers(words []string) bool {
	for _, group := range r.groups {
		found := false
		for _, w := range words {
			found = found || wordIn(group, w)
		}
		if !found {
			return false
		}
	}
	return true
}

// wordIn tells whether a word is one of some, parted by |.
func wordIn(group, word string) bool {
	for want := range strings.SplitSeq(group, "|") {
		if stem, open := strings.CutSuffix(want, "*"); want == word || open && strings.HasPrefix(word, stem) {
			return true
		}
	}
	return false
}

// QuestionKey is a question as it is kept where it is in no list: its words in
// lower case without the number before it.
func QuestionKey(written string) string { return strings.Join(questionWords(written), " ") }

// questionWords gives the words of a question without the number before it: Q3, 3a.
func questionWords(written string) []string {
	words := strings.Fields(Key(written))
	for len(words) > 1 && numbers(words[0]) {
		words = words[1:]
	}
	return words
}

func numbers(word string) bool {
	digits := strings.TrimRight(strings.TrimLeft(word, "q"), "abcdef")
	return word == "q" || word == "question" || digits != "" && strings.Trim(digits, "0123456789.") == ""
}

var (
	// PlanQuestions are the questions of an audit of a plan: domain.md 4.17.
	PlanQuestions = newQuestions(
		[]string{"what_matters_in_own_words", "what matters own words", "what matters", "goals own words", "outcomes own words"},
		[]string{"persons_voice_quoted", "voice quoted|heard|recorded", "person*|own voice", "quotes person*", "person* quoted"},
		[]string{"specific_staff_actions", "specific staff|actions|steps", "staff actions", "how staff support|help", "instructions staff", "method specific*"},
		[]string{"what_to_avoid", "what avoid", "things avoid", "avoid listed|recorded"},
		[]string{"triggers_for_change", "triggers change|review", "what triggers", "triggers recorded"},
		[]string{"escalation_route", "escalat*", "who call|contact|tell wrong|worried|concern*"},
		[]string{"micro_steps", "micro steps|step", "small steps", "broken down steps", "broken steps"},
		[]string{"step_down_pathway", "step down", "steps down", "stepping down", "reduc* support pathway|plan"},
		[]string{"review_dates_tied_to_outcomes", "review dates|date outcomes|outcome|goals|tied|linked"},
		[]string{"review_owner_named", "review owner", "who reviews|review", "named person|owner review", "owner named"},
		[]string{"success_defined_and_recorded", "success", "what good looks"},
		[]string{"consent_in_routines", "consent"},
		[]string{"restrictions_rationale_time_limit", "restriction* rationale|time|reason|limit*|justif*"},
		[]string{"least_restrictive_checked", "least restrictive"},
		[]string{"positive_risk_plan", "positive risk*", "risk enablement|taking", "positive_risk"},
		[]string{"updated_after_incident", "updated after|following incident*|event*", "updated incident*", "plan changed after|following incident*"},
		[]string{"culture_language_identity", "cultur*", "language", "identity", "faith|religion|beliefs"},
		[]string{"communication_profile", "communicat*"},
		[]string{"recognisable_to_person", "recogni*", "about me", "person know* plan", "plan about person|them"},
	)

	// SurveyQuestions are the questions of surveys: domain.md 4.23.
	SurveyQuestions = newQuestions(
		[]string{"overall_satisfaction", "overall satisf*", "satisf* care|support|service|help", "overall happy", "how satisf*", "overall rate|rating|experience|care|support|service", "rate overall|service|care|support", "happy care|support|service|help", "satisf*"},
		[]string{"feels_safe", "safe", "safety"},
		[]string{"treated_with_dignity", "dignity", "respect*", "dignity respect*", "treat* kind*|well"},
		[]string{"listened_to", "listen*", "heard", "listen* say|views|opinion*", "listen* what|you|i say|think|want"},
		[]string{"choice_and_control", "choice*", "choice* control", "choose", "decide how"},
		[]string{"control_over_daily_life", "control daily|day|life|lives", "control", "control over daily life"},
		[]string{"quality_of_life", "quality life", "life good"},
		[]string{"knows_who_is_coming", "who coming|come|visit*|comes", "which staff|carer* coming|come"},
		[]string{"staff_know_me", "staff|carer*|workers|they know me|person|you|them|him|her", "know me well", "understand me|my needs|preferences"},
		[]string{"would_recommend", "recommend*"},
		[]string{"involved_in_plan", "involved plan*|review*|decisions|care", "part plan*|planning|review*", "say in|over|about plan*|care|support"},
		[]string{"plan_is_about_me", "plan about me|person|you|them", "plan recogni*", "plan reflects"},
		[]string{"knows_how_to_complain", "complain*", "raise concern*|complaint*|problem*", "not happy who|tell"},
		[]string{"confident_to_adapt", "confident adapt*|change", "adapt*"},
		[]string{"confident_consent", "confident consent", "consent"},
		[]string{"supported_by_manager", "support* manager*|supervisor*|managers", "manager* support*", "feel supported work|manager*"},
		[]string{"speak_up", "speak* up", "raise concerns speak*|safe*", "whistle*"},
		[]string{"conflict_moments", "conflict*"},
	)

	// Courses are what staff are trained or signed off in: domain.md 4.20.
	Courses = newQuestions(
		[]string{"prompt_ladders", "prompt* ladder*", "prompt hierarchy", "graded prompt*", "prompting"},
		[]string{"graded_exposure", "graded exposure", "graded steps"},
		[]string{"supported_decision_making", "supported decision*", "decision making support*"},
		[]string{"consent_communication", "consent communicat*", "consent", "communicat*", "makaton", "talking mats", "total communicat*"},
		[]string{"pbs", "pbs", "positive behaviour* support", "positive behaviour*", "behaviour* support"},
		[]string{"mca_dols", "mca", "dols", "mental capacity", "mca dols", "mental capacity act", "mental capacity act consent", "mental capacity dols", "deprivation liberty", "capacity consent", "mental capacity deprivation liberty", "liberty protection safeguards"},
		[]string{"medication", "medication|medicine|medicines|meds", "medication|medicines administration|management|competency", "safe handling medicines|medication", "buccal midazolam"},
		[]string{"safeguarding", "safeguarding", "safeguarding adults|children|vulnerable", "adult protection", "sova"},
		[]string{"cultural_awareness", "cultur* awareness|competence|humility", "cultural", "cultur*"},
		[]string{"oliver_mcgowan", "oliver mcgowan", "mcgowan", "learning disability autism", "autism learning disab*", "oliver mcgowan learning disab* autism"},
		[]string{"restraint_reduction", "restraint", "restrict* practice*", "restraint reduction", "physical intervention*", "reducing restrict*", "maybo|prisma|proact*", "pmva|mapa"},
		[]string{"fire_safety", "fire", "fire safety|awareness|marshal|warden|drill"},
		[]string{"moving_handling", "moving handling", "moving handling people|objects|practical|theory", "manual handling", "people handling"},
		[]string{"first_aid", "first aid", "basic life support", "bls", "cpr", "emergency first aid"},
		[]string{"food_safety", "food hygiene|safety", "food"},
		[]string{"infection_control", "infection control|prevention", "infection prevention control", "ipc", "hand hygiene"},
		[]string{"health_safety", "health safety", "coshh"},
		[]string{"data_protection", "data protection|security", "gdpr", "information governance", "confidentiality", "cyber security"},
		[]string{"equality_diversity", "equality diversity", "equality diversity inclusion", "edi", "equality"},
		[]string{"dementia", "dementia", "dementia awareness|care"},
		[]string{"epilepsy", "epilepsy", "epilepsy awareness"},
		[]string{"nutrition_hydration", "nutrition hydration", "nutrition", "dysphagia"},
		[]string{"end_of_life", "end life", "end life care", "palliative", "palliative care"},
		[]string{"care_certificate", "care certificate", "induction"},
		[]string{"other", "other"},
	)
)
