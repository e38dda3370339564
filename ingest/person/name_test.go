package person

import (
	"fmt"
	"testing"

	"evidencepack/ingest/record"
)

func TestNameKey(t *testing.T) {
	for _, c := range []struct{ written, want string }{
		{"John Smith", "john smith"}, {"Smith, John", "john smith"}, {"Mr John SMITH", "john smith"}, {"SMITH John *LEFT*", "john smith"},
		{"John  Smith (Flat 3)", "john smith"}, {"SMITH, Mr John (Flat 3) *LEFT*", "john smith"}, {"John Smith, Flat 3", "john smith"},
		{"John Smith, LEFT", "john smith"}, {"Smith, Mr", "smith"}, {"John Smith – deceased", "john smith"}, {"John Smith (Flat", "john smith"},
		{"Dr. Ann O’Neil-Hart", "ann oneil hart"}, {"O'NEIL HART Ann", "ann oneil hart"}, {"JOHN SMITH", "john smith"}, {"SMITH JOHN", "smith john"},
		{"JJ Abrams", "jj abrams"}, {"Zoe\u0308 Hale", "zoë hale"}, {"Zoë Hale", "zoë hale"}, {"Rm 4", "rm 4"}, {"(John)", "john"}, {"*", ""}, {"", ""},
		{"5* John", "5 john"}, {"Master", ""}, {"李 明", "李 明"}, {",", ""}, {"a,b,c", "b a"},
	} {
		if got := NameKey(c.written); got != c.want {
			t.Errorf("%q is %q, want %q", c.written, got, c.want)
		}
	}
}

func TestWeak(t *testing.T) {
	for _, w := range []string{"JS", "J.S.", "J S", "J. Smith", "John S", "JDS", "Rm 4", "room 12a", "Jo", "x"} {
		if !weak(w) || proof(w) {
			t.Errorf("%q is taken for a name or an id", w)
		}
	}
	for _, w := range []string{"John Smith", "Ann", "John P Smith", "Muriel", "李明", "HR1", "A1"} {
		if weak(w) {
			t.Errorf("%q is taken for initials or a room", w)
		}
	}
	for w, want := range map[string]bool{"HR1": true, "17": true, "JOHDOE": true, "Rm4": false, "1.2E+11": false, "N/A": false, "-": false, "": false, "bedford1": true} {
		if proof(w) != want {
			t.Errorf("%q proves a person: %t, want %t", w, !want, want)
		}
	}
}

func TestNumber(t *testing.T) {
	for written, want := range map[string]string{
		"00123": "123", "123": "123", "123.0": "123", "1.23E+2": "123", "1.23e2": "123", "1.23E+11": "123000000000", "0": "0", "000": "0",
		"12.5": "", "1.234E+2": "", "HR1": "", "": "", "E5": "", "1E": "", "1E-2": "", "1E+99": "", "1E+9999999999999999999": "", "1,234": "", ".5E+1": "",
	} {
		if got := number(written); got != want {
			t.Errorf("%q is the number %q, want %q", written, got, want)
		}
	}
}

func TestIsTest(t *testing.T) {
	for _, name := range []string{"test", "Test Client", "TEST 2", "Client, Test", "Training client", "zzTest", "Mickey Mouse", "Mouse, Mickey", "Mr Joe Bloggs", "DO NOT USE", "Dummy Resident (A)", "Test Smith", "A N Other"} {
		if !IsTest(name) {
			t.Errorf("%q is taken for somebody", name)
		}
	}
	for _, name := range []string{"Una Testperson", "Mary Test", "Ann Client", "Service User 4", "Joe", "", "John Doe", "Testa Rossi", "One Two"} {
		if IsTest(name) {
			t.Errorf("%q is taken for nobody", name)
		}
	}
}

// TestEnrol gives which rows of a register are one person, as letters.
func TestEnrol(t *testing.T) {
	born, other := record.DateOf(1950, 1, 2), record.DateOf(1951, 1, 2)
	for what, c := range map[string]struct {
		stays []Stay
		want  string
	}{
		"one id, one service, a new surname":       {[]Stay{{Ref: "17", Name: "Ann Alder", Service: "Elm"}, {Ref: "17", Name: "Bea Birch", Service: "Elm"}}, "AA"},
		"one id, two branches":                     {[]Stay{{Ref: "17", Name: "Ann Alder", Service: "Elm"}, {Ref: "17", Name: "Bob Birch", Service: "Oak"}}, "AB"},
		"one id, moved and married":                {[]Stay{{Ref: "17", Name: "Ann Alder", Service: "Elm"}, {Ref: "17", Name: "Ann Birch", Service: "Oak"}}, "AA"},
		"one id, one name, two dates of birth":     {[]Stay{{Ref: "17", Name: "Ann Alder", Service: "Elm", Born: born}, {Ref: "17", Name: "Ann Alder", Service: "Oak", Born: other}}, "AB"},
		"one id, other names, one date of birth":   {[]Stay{{Ref: "17", Name: "Ann Alder", Service: "Elm", Born: born}, {Ref: "17", Name: "Bea Birch", Service: "Oak", Born: born}}, "AA"},
		"a row without name joins its branch":      {[]Stay{{Ref: "17", Service: "Oak"}, {Ref: "17", Name: "Ann Alder", Service: "Elm"}, {Ref: "17", Name: "Bob Birch", Service: "Oak"}}, "ABA"},
		"one name, two services":                   {[]Stay{{Name: "Ann Alder", Service: "Elm"}, {Name: "Alder, Ann", Service: "Oak"}, {Name: "ANN ALDER", Service: "elm"}}, "ABA"},
		"one name, one service, two birthdays":     {[]Stay{{Name: "Ann Alder", Service: "Elm", Born: born}, {Name: "Ann Alder", Service: "Elm", Born: other}}, "AB"},
		"a name joins the id of its service":       {[]Stay{{Name: "Ann Alder", Service: "Elm"}, {Ref: "17", Name: "Ann Alder", Service: "Elm"}}, "AA"},
		"a name does not choose between two ids":   {[]Stay{{Name: "Ann Alder", Service: "Elm"}, {Ref: "17", Name: "Ann Alder", Service: "Elm"}, {Ref: "18", Name: "Ann Alder", Service: "Elm"}}, "ABC"},
		"ids that a spreadsheet made equal":        {[]Stay{{Ref: "1.2E+11", Name: "Ann Alder", Service: "Elm"}, {Ref: "1.2E+11", Name: "Bob Birch", Service: "Elm"}}, "AB"},
		"a room and who lives there":               {[]Stay{{Ref: "Rm 4", Name: "Ann Alder", Service: "Elm"}, {Ref: "Rm 6", Name: "Ann Alder", Service: "Elm"}, {Ref: "Rm 4", Name: "Bob Birch", Service: "Elm"}}, "AAB"},
		"a room without names, by its start":       {[]Stay{{Ref: "Rm 4", Service: "Elm", From: 1}, {Ref: "Rm 4", Service: "Elm", From: 9}, {Ref: "Rm 4", Service: "Elm", From: 1}}, "ABA"},
		"a word for nothing is no id":              {[]Stay{{Ref: "N/A", Name: "Ann Alder", Service: "Elm"}, {Ref: "N/A", Name: "Bob Birch", Service: "Elm"}}, "AB"},
		"initials are one person in their service": {[]Stay{{Name: "J. Smith", Service: "Elm"}, {Name: "J Smith", Service: "Elm"}, {Name: "J Smith", Service: "Oak"}}, "AAB"},
	} {
		r := New([]byte("key"))
		letters, got := make(map[record.Person]byte), ""
		for _, p := range r.Enrol(c.stays) {
			if letters[p] == 0 {
				letters[p] = 'A' + byte(len(letters))
			}
			got += string(letters[p])
		}
		if got != c.want || len(r.KeySheet()) != len(letters) || len(r.Pseudonyms("internal", true)) != len(letters) {
			t.Errorf("%s: %s, want %s", what, got, c.want)
		}
	}
}

// TestCrowd enters many people under one id and one name: none is lost, and
// neither tells anybody.
func TestCrowd(t *testing.T) {
	r := New([]byte("key"))
	var stays []Stay
	for i := range 10_000 {
		stays = append(stays, Stay{Ref: "same", Name: "unknown", Service: fmt.Sprintf("S%d", i)})
	}
	if len(r.Enrol(stays)) != len(stays) {
		t.Fatal("some are lost")
	}
	if _, answer := r.Find(Asked{Name: "unknown"}); answer != SameName && answer != Known {
		t.Errorf("answer %d", answer)
	}
	r = New([]byte("key"))
	for i := range stays {
		stays[i].Ref, stays[i].Name = "17", fmt.Sprintf("N%d", i)
	}
	if n := len(r.Enrol(stays)); n != len(stays) || len(r.KeySheet()) != n {
		t.Errorf("%d people", len(r.KeySheet()))
	}
	if _, answer := r.Find(Asked{Ref: "17"}); answer != SameID {
		t.Errorf("answer %d", answer)
	}
}
