package cell

import (
	"strings"

	"evidencepack/ingest/record"
)

// LevelLetter reads a single letter of the ladder. It means a level only where
// every single letter of the column is on the ladder (contract.md 5).
func LevelLetter(written string) (record.Level, bool) {
	switch Key(written) {
	case "i":
		return record.Independent, true
	case "g":
		return record.Gesture, true
	case "v", "p":
		return record.Verbal, true
	case "m":
		return record.Model, true
	}
	return record.LevelNone, false
}

// Outcome reads the outcome of an offer or a dose. A blank cell or a dash is a
// recording gap. A code of the legend wins over our list. What is in no list may
// still be a phrase of the rule table, such as "refused then accepted". Not known:
// false.
func Outcome(written string, legend map[string]record.Outcome) (record.Outcome, bool) {
	key := Key(written)
	if o, there := legend[key]; there {
		return o, o != record.OutcomeNone
	}
	if key == "" {
		if blank(written) {
			return record.UnknownGap, true
		}
		return record.OutcomeNone, false
	}
	word, known := Outcomes.words[key]
	if !known {
		return phrase(key)
	}
	if len([]rune(key)) == 1 && key != "r" && key != "✓" && key != "✔" && key != "☑" {
		return record.OutcomeNone, false
	}
	return record.Outcome(word), true
}

// Answer reads yes, no, partly or n/a; anything else is no answer.
func Answer(r Raw) record.Answer {
	if r.Numeric {
		switch r.Number {
		case 1:
			return record.Yes
		case 0:
			return record.No
		}
		return record.AnswerNone
	}
	if word, known := Answers.Find(r.Text); known {
		return record.Answer(word)
	}
	return leading(r.Text)
}

// leading reads a plain yes or no before a dash or a comma, "Yes - discussed", and a
// yes before other words. "Yes/No" and "Yes - No" are a form that nobody filled in,
// and "No concerns" may be an answer to another question.
func leading(text string) record.Answer {
	first, rest, second := text, "", ""
	if cut := strings.IndexAny(text, "-–—,:;("); cut > 0 {
		first, rest = text[:cut], Key(text[cut:])
		second, _, _ = strings.Cut(rest, " ")
	}
	switch key := Key(first); {
	case second == "yes" || second == "no" || second == "or":
	case key == "yes":
		return record.Yes
	case key == "no":
		return record.No
	case strings.HasPrefix(key, "yes ") && !doubts(key):
		return record.Yes
	}
	return record.AnswerNone
}

// doubts tells whether words behind a yes take it back.
func doubts(key string) bool {
	for word := range strings.FieldsSeq(key) {
		switch word {
		case "no", "not", "nor", "or", "but", "never", "partly", "partially", "except", "unless", "however", "if", "maybe", "perhaps", "refused", "declined":
			return true
		}
	}
	return false
}
