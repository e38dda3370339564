package heading

import "evidencepack/ingest/record"

// openers begin a question that has no question mark.
var openers = setOf(
	"how", "what", "why", "who", "whom", "whose", "when", "where", "which", "did", "was", "were", "is", "are", "do", "does", "has", "have",
	"please", "on", "if", "name", "rate", "describe", "tell", "overall", "thinking",
)

// fillers are words that say nothing of what is asked.
var fillers = setOf(
	"a", "an", "the", "of", "to", "in", "on", "at", "for", "with", "and", "or", "from", "by", "as", "out", "this", "that", "it", "its", "they",
	"them", "their", "he", "she", "him", "his", "her", "you", "your", "we", "our", "us", "i", "my", "me", "did", "do", "does", "was", "were",
	"is", "are", "be", "been", "has", "have", "had", "will", "would", "could", "can", "today", "please", "scale", "number", "any", "s", "there",
	"currently", "now", "very", "overall", "tell", "so", "q", "being",
)

// Words that go with many questions.
const (
	people = "person|persons|people|resident|residents|client|tenant|customer|individual|participant|patient|service|user|someone|supported"
	offers = "support|care|help|task|tasks|offer*|medicine|medication|dose|visit|activity|session|meal|drink"
)

var (
	ofOffers   = []record.Kind{record.KindCareTask, record.KindMedAdmin}
	ofTasks    = []record.Kind{record.KindCareTask}
	ofIncident = []record.Kind{record.KindIncident}
	ofRating   = []record.Kind{record.KindRating}
	ofGroups   = []record.Kind{record.KindAttendance}
)

// phrases are the ways to ask for a field. What a question says beyond them makes
// it less sure. "Did they refuse?" is not among them: there yes means no.
var phrases = []phrase{
	{PersonName, nil, []string{"who"}, "about|involved|affected|support|help|visit|see|form|record|note|entry|log|" + people, ""},
	{PersonName, nil, []string{"name", "person|resident|client|user|tenant|customer|individual|participant|patient"}, "what|who|full|support*|visit*|help*|care|affected|involved|" + people, ""},
	{EventDate, nil, []string{"when"}, "happen*|take|took|place|occur*|incident|event|date|" + offers + "|" + people, ""},
	{EventDate, nil, []string{"what|which", "date|day"}, "happen*|take|took|place|occur*|incident|event|" + offers + "|" + people, ""},
	{EventTime, nil, []string{"what", "time"}, "happen*|take|took|place|occur*|incident|event|day|" + offers + "|" + people, ""},
	{"staff", nil, []string{"who", "complet*|record*|fill*|wrote|enter*|logg*|sign*|gave"}, "form|note|entry|staff|member|worker|" + offers + "|" + people, ""},
	{"staff", nil, []string{"name", "complet*|record*|fill*|writ*|staff|worker|carer"}, "what|full|form|note|entry|member|" + offers + "|" + people, ""},

	{"outcome", ofOffers, []string{"accept*|agree*"}, "yes|no|refus*|declin*|" + offers + "|" + people, ""},
	{"outcome", ofOffers, []string{"say|said", "yes"}, "no|" + offers + "|" + people, ""},
	{"outcome", ofOffers, []string{"take|took|taken", "medicine|medication|dose|tablet*"}, people, ""},
	{"outcome", ofTasks, []string{"what", "happen*"}, "when|then|" + offers + "|" + people, ""},
	{"outcome", ofOffers, []string{"how", "go|went|respond*|react*"}, "when|" + offers + "|" + people, ""},
	{"outcome", ofOffers, []string{"what", "outcome|result|response"}, offers + "|" + people, ""},
	{"refusal_reason", ofOffers, []string{"why", "refus*|declin*|no|not"}, "if|say|said|accept*|agree*|take|took|taken|complet*|want*|reason|" + offers + "|" + people, ""},
	{"refusal_reason", ofOffers, []string{"reason", "refus*|declin*|no|not|saying"}, "if|what|give*|gave|say|accept*|agree*|" + offers + "|" + people, ""},
	{"reoffered", nil, []string{"offer*", "again|later|second"}, "time|try|tried|" + offers + "|" + people, ""},
	{"support_level", nil, []string{"how", "much", "help|support|assistance|prompting|prompts"}, "need*|give*|gave|require*|provid*|" + offers + "|" + people, ""},
	{"support_level", nil, []string{"what|which", "level", "help|support|assistance|prompting"}, "need*|give*|gave|require*|provid*|" + offers + "|" + people, ""},
	{"task_category", ofTasks, []string{"what|which", "support|task|care|help"}, "type|kind|give*|gave|provid*|" + offers + "|" + people, ""},
	{"distress", nil, []string{"upset|distress*"}, "seem*|appear*|become|became|during|" + offers + "|" + people, ""},

	{"description", ofIncident, []string{"what", "happen*"}, "incident|event|describe|exactly|" + people, ""},
	{"trigger", ofIncident, []string{"what", "happen*", "before"}, "incident|event|just|immediately|right|" + people, ""},
	{"trigger", ofIncident, []string{"what", "trigger*|led"}, "incident|event|up|" + people, ""},
	{"location", ofIncident, []string{"where"}, "happen*|take|took|place|occur*|incident|event|" + people, ""},
	{"type", ofIncident, []string{"what|which", "type|kind|sort"}, "incident|event|happen*", ""},
	{"learning", nil, []string{"what", "learn*|lesson*"}, "incident|event|team|happen*", ""},
	{"what", nil, []string{"what", "chang*"}, "approach|plan|support|made|differently", ""},
	{"why", nil, []string{"why", "chang*"}, "approach|plan|support|made|need*", ""},
	{"took_part", nil, []string{"take|took", "part"}, "review|meeting|" + people, ""},

	{"activity", ofGroups, []string{"what|which", "activity|session|group"}, "attend*|join*|go|went|" + people, ""},
	{"status", ofGroups, []string{"attend*|join*"}, "activity|session|group|" + people, ""},
	{"status", ofGroups, []string{"take|took", "part"}, "activity|session|group|" + people, ""},

	{"value", ofRating, []string{"how|rate", "comfort*"}, asks, record.ScaleComfort},
	{"value", ofRating, []string{"how|rate", "confident|confidence"}, asks, record.ScaleConfidence},
	{"value", ofRating, []string{"how|rate", "anxious|anxiety"}, asks, record.ScaleAnxiety},
	{"rater", nil, []string{"who", "answer*|rated|scored"}, "question*|form|" + people, ""},
}

// asks goes with questions after a rating.
const asks = "feel|felt|feeling|level|during|staff|" + offers + "|" + people
