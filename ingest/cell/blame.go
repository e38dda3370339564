package cell

import "evidencepack/ingest/record"

// blaming are ways to write of a person that blame them for what they said no to
// (domain.md 3.1 and REF-10). A note is only counted; what it says is not kept.
var blaming = newPhrases(map[string][]string{
	"not complying": {"non compliant", "noncompliant", "non compliance", "noncompliance", "non complying", "not compliant", "not complying", "did not comply", "didnt comply",
		"would not comply", "wouldnt comply", "wont comply", "will not comply", "refused to comply", "failed to comply", "refuses to comply"},
	"not cooperating": {"uncooperative", "un cooperative", "un co operative", "unco operative", "not cooperative", "non cooperative", "would not cooperate", "wouldnt cooperate",
		"refused to cooperate", "would not co operate", "refused to co operate", "refusing to cooperate", "not cooperating"},
	"not engaging":      {"wont engage", "will not engage", "would not engage", "wouldnt engage", "refuses to engage", "refused to engage", "refusing to engage", "not engaging", "non engaging", "non engagement", "failed to engage", "fails to engage"},
	"wanting attention": {"attention seeking", "attention seeker", "seeking attention", "attention needing", "for attention", "wanting attention"},
	"being difficult": {"being difficult", "was difficult", "difficult behaviour", "difficult today", "being awkward", "was awkward", "awkward today", "being stubborn", "stubborn", "obstinate",
		"being demanding", "very demanding", "was demanding", "being challenging", "was challenging", "challenging behaviour", "challenging behaviours", "obstructive", "defiant", "disruptive"},
	"behaving badly": {"bad behaviour", "behaved badly", "behaving badly", "misbehaved", "misbehaving", "naughty", "playing up", "played up", "acting up", "acted up", "acting out",
		"kicking off", "kicked off", "kick off", "tantrum", "tantrums", "temper tantrum", "childish", "silly behaviour"},
	"manipulating":   {"manipulative", "manipulating", "being manipulative", "playing staff off", "putting it on", "faking"},
	"resisting care": {"resistive", "resistant to care", "resisting care", "resistive to care", "resistant to personal care", "resistive to personal care", "combative"},
	"lazy":           {"lazy", "laziness", "cant be bothered", "couldnt be bothered", "could not be bothered"},
	"for no reason":  {"for no reason", "for no apparent reason", "without any reason", "without reason"},
})

// Wording looks through a note for words that blame the person: Yes where one
// stands there, No where none does, AnswerNone where there is no note.
func Wording(r Raw) record.Answer {
	switch {
	case r.Empty() || r.Numeric || Nothing(r.Text) != Present:
		return record.AnswerNone
	case blaming.First(r.Text) != "":
		return record.Yes
	}
	return record.No
}
