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
// recording gap. A code of the legend wins over our list. Not known: false.
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
	if !known || (len([]rune(key)) == 1 && key != "r" && key != "✓" && key != "✔" && key != "☑") {
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
	// A plain yes or no before a dash or a comma is the answer: "Yes - discussed".
	if cut := strings.IndexAny(r.Text, "-–—,:;("); cut > 0 {
		switch Key(r.Text[:cut]) {
		case "yes":
			return record.Yes
		case "no":
			return record.No
		}
	}
	return record.AnswerNone
}
