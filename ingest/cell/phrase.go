package cell

import (
	"strings"

	"evidencepack/ingest/record"
)

// The rule table of outcomes in a few words. A phrase counts only as a whole and
// word for word: a text that merely holds "refused" or "accepted" says nothing, and
// so "did not refuse" and "no refusals" stay unknown.
var (
	// saidNo are the ways to say that the first answer was no.
	saidNo = phraseSet("refused", "declined", "refused at first", "refused initially", "initially refused", "declined at first", "declined initially",
		"initially declined", "at first refused", "at first declined", "first refused", "first declined", "refused first time", "declined first time",
		"refused first offer", "declined first offer", "refused 1st offer", "refused once", "declined once", "said no", "said no at first", "first offer refused")

	// joined are the words between the two answers.
	joined = phraseSet("then", "later", "but", "but then", "and then", "but later", "then later", "and later", "before", "afterwards", "but now")

	// saidYes are the ways to say yes. Without a word between, "refused/accepted" is
	// a form that nobody filled in.
	saidYes = phraseSet("accepted", "took", "taken", "took it", "taken it", "took them", "agreed", "agreed to it", "completed", "had it", "accepted it", "accepting")

	// saidYesLater are the ways to say yes that need no word between.
	saidYesLater = phraseSet("accepted later", "taken later", "took later", "took it later", "later accepted", "later taken", "eventually accepted", "accepted eventually",
		"accepted second attempt", "accepted on second attempt", "accepted on 2nd attempt", "accepted on second offer", "accepted on 2nd offer", "accepted second offer",
		"accepted 2nd offer", "accepted second time", "accepted 2nd time", "second accepted", "second offer accepted", "accepted second",
		"accepted when offered again", "accepted when re offered", "accepted on re offer", "accepted on reoffer", "accepted after re offer", "accepted after reoffer",
		"accepted in the end", "re offered and accepted", "reoffered and accepted", "re offered accepted")

	// saidYesAfterNo say by themselves that the first answer was no.
	saidYesAfterNo = phraseSet("accepted on second attempt", "accepted on 2nd attempt", "accepted on third attempt", "accepted on 3rd attempt",
		"accepted at second attempt", "accepted at 2nd attempt", "accepted second attempt", "accepted 2nd attempt",
		"accepted on second try", "accepted on 2nd try", "accepted second time", "accepted second offer", "accepted 2nd offer", "accepted on 2nd offer", "accepted on third offer", "accepted on 3rd offer",
		"taken on second attempt", "taken on 2nd attempt", "taken on second offer", "taken on 2nd offer", "took on second attempt", "took on 2nd attempt", "took on second offer", "took on 2nd offer",
		"completed on second attempt", "completed on 2nd attempt", "completed on second offer", "completed on re offer", "taken on re offer", "accepted when re offered", "accepted when offered again", "accepted after initial refusal")

	// times are the ways to say how often the answer was no.
	times = map[string]int{
		"x1": 1, "x2": 2, "x3": 3, "x4": 4, "x5": 5, "x 1": 1, "x 2": 2, "x 3": 3, "x 4": 4, "x 5": 5, "2x": 2, "3x": 3, "twice": 2, "both times": 2, "2 times": 2, "3 times": 3, "4 times": 4, "two times": 2, "three times": 3, "four times": 4,
		"on two occasions": 2, "on 2 occasions": 2, "on three occasions": 3, "on 3 occasions": 3, "again": 2, "both offers": 2,
	}
)

func phraseSet(phrases ...string) map[string]bool {
	set := make(map[string]bool, len(phrases))
	for _, phrase := range phrases {
		set[Key(phrase)] = true
	}
	return set
}

// phrase reads an outcome in a few words by the rule table.
func phrase(key string) (record.Outcome, bool) {
	if saidYesAfterNo[key] {
		return record.AcceptedOnReoffer, true
	}
	if refusals(key) > 0 {
		return record.Refused, true
	}
	words := strings.Fields(key)
	if len(words) > 12 {
		return record.OutcomeNone, false
	}
	for first := 1; first < len(words); first++ {
		no := strings.Join(words[:first], " ")
		if !saidNo[no] && refusals(no) == 0 {
			continue
		}
		for second := first; second < len(words); second++ {
			between, yes := strings.Join(words[first:second], " "), strings.Join(words[second:], " ")
			if saidYesLater[yes] && (between == "" || joined[between]) || saidYes[yes] && joined[between] {
				return record.AcceptedOnReoffer, true
			}
		}
	}
	return record.OutcomeNone, false
}

// refusals counts the refusals that "declined x2" names; 0 where it names none.
func refusals(key string) int {
	word, rest, found := strings.Cut(key, " ")
	if !found || (word != "refused" && word != "declined" && word != "refusal") {
		return 0
	}
	return times[rest]
}

// Refusals gives how often a text says that the answer was no: 2 for "declined x2".
// 0 is not said. The row is one offer all the same.
func Refusals(written string) int { return refusals(Key(written)) }
