package cell

// FeedbackThemes are what complaints, concerns and compliments are about
// (domain.md 3.7), found within the text of a theme. One may be about several.
var FeedbackThemes = newPhrases(map[string][]string{
	"staff_approach":     {"staff approach", "staff attitude", "attitude of staff", "attitude", "staff behaviour", "behaviour of staff", "staff manner", "manner of staff", "rude", "rudeness", "staff conduct", "conduct of staff", "staffing attitude", "unkind", "kindness of staff", "carer attitude"},
	"communication":      {"communication", "communicating", "information", "not informed", "not told", "phone calls", "updates", "listening", "not listened to", "keeping informed", "response to calls"},
	"timing_missed_late": {"timing missed late", "timing", "timings", "late", "lateness", "late call", "late calls", "late visit", "late visits", "missed", "missed call", "missed calls", "missed visit", "missed visits", "punctuality", "time of visit", "call times", "call time", "visit times", "cut short", "short calls", "short visits", "rota", "waiting"},
	"continuity":         {"continuity", "consistency of staff", "consistency", "different carers", "different staff", "too many carers", "too many staff", "change of staff", "changes of staff", "staff changes", "staff turnover", "agency staff", "unfamiliar staff"},
	"quality_of_care":    {"quality of care", "quality of support", "care quality", "standard of care", "standards of care", "poor care", "care provided", "care delivery", "personal care", "quality", "neglect", "care and support"},
	"medication":         {"medication", "medications", "medicine", "medicines", "meds", "prescription"},
	"dignity_respect":    {"dignity respect", "dignity", "respect", "disrespect", "privacy", "dignity and respect", "dignity and privacy", "discrimination", "equality"},
	"choice_control":     {"choice control", "choice", "choices", "control", "choice and control", "involvement", "not involved", "independence", "restriction", "restrictions", "rights"},
	"food":               {"food", "meals", "meal", "catering", "menu", "drinks", "nutrition", "dining"},
	"environment":        {"environment", "building", "premises", "cleanliness", "clean", "cleaning", "heating", "room", "noise", "maintenance", "repairs", "laundry", "facilities", "garden", "parking", "temperature"},
	"finance":            {"finance", "finances", "money", "fees", "fee", "charges", "charge", "invoice", "invoices", "invoicing", "billing", "bill", "cost", "costs", "financial"},
	"property":           {"property", "belongings", "possessions", "lost items", "lost item", "lost property", "missing items", "missing item", "damaged", "lost clothes", "missing clothes", "clothing", "lost laundry"},
	"other":              {},
})

// Themes gives the words of our list for the theme of a feedback: "other" for a
// text in no phrase, none where none is written.
func Themes(r Raw) []string {
	if !Recorded(r) || Nothing(r.Text) != Present {
		return nil
	}
	if found := FeedbackThemes.Find(r.Text); len(found) > 0 {
		return found
	}
	return []string{"other"}
}

// Regulators are the bodies that a provider must tell (domain.md 3.5).
var regulators = newPhrases(map[string][]string{
	"regulator": {"cqc", "care quality commission", "care inspectorate", "ciw", "care inspectorate wales", "rqia", "regulator"},
})

// NamesRegulator tells whether a list of who was told names the regulator.
func NamesRegulator(text string) bool { return regulators.First(text) != "" }

// AbuseFlags are what the type of a safeguarding concern says of it (domain.md 3.6).
var AbuseFlags = newPhrases(map[string][]string{
	"exploitation": {"financial", "financially", "material", "exploitation", "exploited", "modern slavery", "slavery", "theft", "scam", "county lines"},
	"coercion":     {"coercion", "coercive", "controlling", "domestic", "modern slavery and coercion", "forced"},
	"dignity":      {"dignity", "degrading", "undignified", "humiliation", "humiliating", "discriminatory", "discrimination"},
})
