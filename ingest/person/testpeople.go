package person

import (
	"strings"

	"evidencepack/ingest/cell"
)

// IsTest tells whether a name is a test client or a placeholder, and so nobody.
// A name that could be somebody's is never one: "Test" stands in front, or every
// word is a word of tests.
func IsTest(written string) bool {
	key := NameKey(written)
	if nobody[key] || nobody[cell.Key(written)] {
		return true
	}
	words := strings.Fields(key)
	if len(words) == 0 {
		return false
	}
	if words[0] == "test" || words[0] == "zztest" || words[0] == "xtest" {
		return true
	}
	said := false
	for _, w := range words {
		if !testWords[w] && !fillWords[w] && !digits(w) {
			return false
		}
		said = said || testWords[w]
	}
	return said
}

// testWords say that a record is a test; fillWords may stand beside them.
var (
	testWords = map[string]bool{
		"test": true, "tests": true, "testing": true, "tester": true, "training": true, "dummy": true, "demo": true,
		"zztest": true, "zzz": true, "fake": true, "sample": true, "example": true, "placeholder": true,
	}
	fillWords = map[string]bool{
		"client": true, "clients": true, "person": true, "people": true, "user": true, "service": true, "resident": true, "patient": true,
		"customer": true, "tenant": true, "account": true, "record": true, "entry": true, "name": true, "only": true,
		"do": true, "not": true, "use": true, "one": true, "two": true, "three": true, "a": true, "b": true, "c": true, "zz": true, "x": true, "xx": true,
	}
	nobody = map[string]bool{
		"mickey mouse": true, "minnie mouse": true, "donald duck": true, "joe bloggs": true, "jo bloggs": true, "fred bloggs": true,
		"do not use": true, "donotuse": true, "a n other": true, "an other": true, "asdf": true, "xxx": true,
		"no name": true, "homer simpson": true, "bart simpson": true, "santa claus": true,
	}
)
