package disclose

import (
	"strings"
	"testing"
)

// known is what the gate of the tests goes by: people and things of no place.
func known() Known {
	return Known{
		Private: map[string]string{
			"Muriel Petrovane": "name of a person", "PETROVANE, Muriel": "name of a person", "Siân O’Brierly-Tove": "name of a person",
			"Rose May": "name of a person", "Mary Jane Brown": "name of a person", "Grant Rich": "name of a member of staff", "Joan Wilson": "name of a member of staff",
			"April May": "name of a person", "Mrs Edith Young": "name of a person", "Łucja Żak": "name of a person",
			"999 787 5710": "NHS number", "ZX19 6RT": "postcode", "07700 900857 / 01632 960981": "phone number", "QQ123456C": "National Insurance number",
			"1941-12-12": "date of birth", "03/04/1950": "date of birth", "2025-06-01": "date of birth", "HR1029": "reference code", "JOHDOE": "reference code", "CARING": "reference code",
			"P-014": "reference code", "R3": "reference code", "1234": "reference code", "48213": "reference code", "m.petrovane@example.org": "e-mail address",
			"12 Mill Road, Quayside": "address", "Room 12": "room", "Room 4": "room",
		},
		Doubtful: []string{"Tobias Wexcombe", "Night Time", "Quay Street"},
		Places:   []string{"St Mary’s Court", "Quay Street", "Flat 4, Mill Lane", "Young & Co"},
		Allowed:  []string{"Tove Hall"}, BornBefore: 2012,
	}
}

// TestGateFinds is the rule of the gate, line by line: what is a find, and what is none.
func TestGateFinds(t *testing.T) {
	gate := known().Gate()
	for text, want := range map[string]string{
		// whole names, in any order and any way of writing
		"with Muriel Petrovane.": "name of a person", "PETROVANE MURIEL": "name of a person", "muriel  petrovane": "name of a person",
		"Petrovane, Muriel": "name of a person", "Muriel\nPetrovane": "name of a person", "Muriel\u00a0Petrovane's room": "name of a person",
		"M. Petrovane": "name of a person", "Mu\u00adriel Petro\u200bvane": "name of a person", "muriel_petrovane.csv": "name of a person",
		"MurielPetrovane": "name of a person", "mpetrovane": "name of a person", "Petro-\nvane": "name of a person", "Petro\nvane": "name of a person",
		"Sian O'Brierly Tove": "name of a person", "OBrierly-Tove": "name of a person", "Siân": "name of a person", "Sia\u0302n": "name of a person",
		"the Petrovanes": "name of a person", "PETROVANE’S": "name of a person", "Lucja Zak": "name of a person",
		"Mary Brown": "name of a person", "mary jane brown": "name of a person", "J. Brown": "name of a person", "Mrs. Young": "name of a person", "Ms May": "name of a person",
		// names that are words
		"Rose May": "name of a person", "May, Rose": "name of a person", "rose may": "", "A rose in May": "", "Grant rich": "", "Grant Rich": "name of a member of staff",
		"Will May": "", "Refusals rose.": "", "in April and May": "", "April, May, June": "", "April May": "", "Rich": "", "May 2026": "", "young people": "", "Young people": "",
		"Wilson": "", "Wilson interval": "", "Joan": "name of a member of staff", "Joan Wilson": "name of a member of staff", "Brown": "",
		// one name alone
		"Petrovane": "name of a person", "petrovane": "", "Petrovanery": "", "a.petrovane": "name of a person", "Tove": "name of a person",
		"Mary": "", "St Mary's Court": "", "Tove Hall": "", "at Tove Hall today": "", "Tove House": "name of a person", "Petrovane Lodge": "name of a person",
		// names that may be some
		"Tobias Wexcombe": "name of a person", "Wexcombe": "", "Night Time": "", "Quay Street": "",
		// numbers
		"999 787 5710": "NHS number", "9997875710": "NHS number", "999-787-5710": "NHS number", "999 787\n5710": "NHS number", "9997875711": "", "19997875710": "", "0.9997875710": "",
		"+44 (0)7700 900857": "phone number", "07700900857": "phone number", "00447700900857": "phone number", "7700 900 857": "phone number", "01632-960981": "phone number",
		"zx196rt": "postcode", "ZX19  6RT": "postcode", "ZX19": "", "qq 12 34 56 c": "National Insurance number",
		// births
		"12/12/1941": "date of birth", "12.12.41": "date of birth", "1941-12-12": "date of birth", "12 Dec 1941": "date of birth", "12th December 1941": "date of birth",
		"December 12, 1941": "date of birth", "December 1941": "date of birth", "born 12/1941": "date of birth", "19411212": "date of birth", "3/4/1950": "date of birth", "April 1950": "date of birth",
		"12 12 1941": "", "12, 12, 41": "", "12 of 1,941": "", "1941": "", "12 December 2026": "", "1 June 2025": "", "2025-06-01": "", "13 December 1951": "",
		// codes
		"hr1029": "reference code", "HR-1029": "reference code", "HR 1029": "reference code", "hr 1029": "", "HR10291": "", "JOHDOE": "reference code", "johdoe": "reference code",
		"CARING": "reference code", "Caring": "", "caring staff": "", "P-014": "", "P014": "", "R3": "", "1234": "", "48213": "reference code", "48,213": "", "148213": "", "0.48213": "", "48213.5": "",
		// other things
		"m.petrovane@example.org": "e-mail address", "12 Mill Road": "address", "112 Mill Road": "", "Room 12": "room", "Flat 12": "room", "12": "", "12 rooms": "", "Flat 4, Mill Lane": "",
	} {
		var found []string
		for _, f := range gate.Search(text) {
			found = append(found, f.What)
		}
		if got := strings.Join(found, ", "); got != want {
			t.Errorf("%q: found %q, expected %q", text, got, want)
		}
	}
}

// TestGateSure tells names alone that very many bear from the rest.
func TestGateSure(t *testing.T) {
	gate := Known{Private: map[string]string{"Mary Petrovane": "name of a person"}}.Gate()
	for text, want := range map[string]bool{"Mary likes tea": false, "Petrovane likes tea": true, "Mary Petrovane": true, "tea": false} {
		if _, sure := gate.Sure(text); sure != want {
			t.Errorf("%q: sure %v, expected %v", text, sure, want)
		}
		if what := gate.Search(text); (len(what) == 0) != (text == "tea") {
			t.Errorf("%q: %v", text, what)
		}
	}
}

// TestGateCounts counts each thing once, whatever is in it.
func TestGateCounts(t *testing.T) {
	found := known().Gate().Search("Muriel Petrovane (HR1029), born 12/12/1941, and Petrovane again")
	want := []Found{{"date of birth", 1, true}, {"name of a person", 2, true}, {"reference code", 1, true}}
	if len(found) != len(want) {
		t.Fatalf("%v", found)
	}
	for i := range want {
		if found[i] != want[i] {
			t.Errorf("%v, expected %v", found[i], want[i])
		}
	}
}

// TestListsOfNames keeps the lists in the form in which words are compared, and apart.
func TestListsOfNames(t *testing.T) {
	for name, list := range map[string]map[string]bool{"common": commonWords, "borne": borneByMany, "own": ownWords} {
		if len(list) < 300 {
			t.Errorf("%s has %d words", name, len(list))
		}
		for w := range list {
			if keys := keysOf(w); len(keys) != 1 || keys[0] != w {
				t.Errorf("%s: %q is no plain word", name, w)
			}
		}
	}
	for w := range borneByMany {
		if commonWords[w] {
			t.Errorf("%q is a common word and a name of many", w)
		}
	}
}

// FuzzGate must not panic on any text, nor on anything private.
func FuzzGate(f *testing.F) {
	f.Add("Muriel Petrovane", "12/12/1941 Muriel")
	f.Add("'’'", "\xff\xfe'a'\u00ad")
	f.Add("ﬁ, (", "½ ﬁ İ 1.2.3")
	f.Fuzz(func(t *testing.T, private, text string) {
		kinds := []string{"name of a person", "NHS number", "date of birth", "phone number", "reference code", "address", "room", "e-mail address", "postcode"}
		k := Known{Private: map[string]string{"Muriel Petrovane": kinds[0]}, Doubtful: []string{private}, Places: []string{text}, Allowed: []string{private, text}}
		k.Private[private] = kinds[len(private)%len(kinds)]
		gate := k.Gate()
		gate.Search(text)
		gate.Safe(text)
		if len((Known{Private: map[string]string{"Muriel Petrovane": kinds[0]}}).Gate().Search(text+"\n\nMuriel Petrovane\n\n"+text)) == 0 {
			t.Error("a name between two texts is not found")
		}
	})
}

// BenchmarkGate searches 10 MB for what a provider of 1,000 people has.
func BenchmarkGate(b *testing.B) {
	private := make(map[string]string)
	for i := range 1000 {
		word := "Q" + strings.Map(func(r rune) rune { return r - '0' + 'a' }, strings.Repeat(string(rune('0'+i%10)), 2)+string(rune('0'+i/10%10))+string(rune('0'+i/100)))
		private["Mary "+word] = "name of a person"
		private["HR"+strings.Repeat("7", i%3)+word] = "reference code"
	}
	gate := NewGate(private)
	text := strings.Repeat("First refusals 708 of 9,531 (7.4%), before 8.0%: no clear change. Rose in May 2026.\n", 120000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		gate.Search(text)
	}
}
