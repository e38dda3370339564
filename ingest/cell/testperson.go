package cell

import "strings"

// madeUp are names that stand for nobody. Ordinary surnames never do: a person may
// be called Test, Tester or Duck.
var madeUp = phraseSet(
	"test", "tests", "testing", "test test", "test test test", "testing testing", "testy test", "testy mctestface", "test mctest", "testy mctesty",
	"test person", "test client", "test resident", "test user", "test patient", "test service user", "test customer", "test account", "test record", "test case", "test name", "test profile", "test tenant", "test staff", "test carer", "test su", "test one", "test two", "test entry", "test data",
	"person test", "client test", "resident test", "user test", "patient test", "service user test",
	"training", "training client", "training resident", "training person", "training user", "training service user", "training record", "training account", "training test", "client training", "resident training",
	"demo", "demo client", "demo resident", "demo person", "demo user", "demo service user", "client demo", "resident demo", "demo demo",
	"dummy", "dummy client", "dummy resident", "dummy person", "dummy user", "dummy service user", "dummy record", "dummy dummy", "client dummy", "resident dummy",
	"example client", "example resident", "example person", "example service user", "sample client", "sample resident", "sample person", "sample service user",
	"fake client", "fake resident", "fake person", "fake service user", "system test", "uat test", "do not use",
	"asdf", "asdf asdf", "asdfgh", "asdfghjkl", "qwerty", "qwerty qwerty", "qwertyuiop", "abc", "abc abc", "abcd", "aaa", "aaa aaa", "aaaa", "xxx", "xxx xxx", "xxxx", "zzz", "zzz zzz", "zzzz", "zz", "zzz test", "zz test", "zztest", "zzztest", "test zzz", "xx test", "xxtest xxtest", "zzztest zzztest",
	"mickey mouse", "minnie mouse", "donald duck", "daisy duck", "daffy duck", "bugs bunny", "fred flintstone", "wilma flintstone", "barney rubble", "joe bloggs", "fred bloggs", "jo bloggs", "a n other", "an other", "john q public", "santa claus", "father christmas",
)

// titles may stand before a name.
var titles = phraseSet("mr", "mrs", "miss", "ms", "mx", "dr", "master")

// TestPerson tells whether a name is a placeholder and not a person: a whole known
// name such as "Training Client", with a title, a number or a single letter behind
// it at most, or a note such as "do not use". A blank name is none.
func TestPerson(name string) bool {
	key := Key(name)
	if strings.HasPrefix(key, "do not use") || strings.HasSuffix(key, "do not use") {
		return true
	}
	words := strings.Fields(key)
	if len(words) > 1 && titles[words[0]] {
		words = words[1:]
	}
	if madeUp[strings.Join(words, " ")] {
		return true
	}
	last := len(words) - 1
	if last > 0 && (digitsOnly(words[last]) || len(words[last]) == 1) {
		words = words[:last]
	} else if last == 0 {
		words[0] = strings.TrimRight(words[0], "0123456789")
	}
	left := strings.Join(words, " ")
	if surname, first, comma := strings.Cut(name, ","); comma && madeUp[Key(first)+" "+Key(surname)] {
		return true
	}
	return madeUp[left]
}
