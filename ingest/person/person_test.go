package person

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

// find asks for a person by id and name alone.
func find(r *Registry, ref, name string) (record.Person, bool) {
	who, answer := r.Find(Asked{Ref: ref, Name: name})
	return who, answer == Known
}

// three makes a registry of three people.
func three(secret string) (*Registry, []record.Person) {
	r := New([]byte(secret))
	return r, []record.Person{r.Register("HR1001", "Muriel Petrovane"), r.Register("HR1002", "Owen Tredwick"), r.Register("", "Asha Venn")}
}

func TestFind(t *testing.T) {
	r, people := three("key")
	for _, c := range []struct {
		ref, name string
		want      record.Person
	}{
		{"HR1001", "", people[0]}, {"hr1001", "", people[0]}, {" HR1001\u00a0", "", people[0]}, {"", "muriel  petrovane", people[0]},
		{"HR1002", "Muriel Petrovane", people[1]}, // the id goes before the name
		{"", "HR1002", people[1]},                 // an id in the column of names
		{"HR9999", "Asha Venn", people[2]},
		{"", "", ""}, {"HR9999", "", ""}, {"", "Nobody Known", ""}, {"-", "-", ""},
	} {
		if got, known := find(r, c.ref, c.name); got != c.want || known != (c.want != "") {
			t.Errorf("%q, %q is %q (%t), want %q", c.ref, c.name, got, known, c.want)
		}
	}
}

// TestSharedName wants a name that two people bear to name nobody.
func TestSharedName(t *testing.T) {
	r := New([]byte("key"))
	a, b := r.Register("HR1", "Sam Lowe"), r.Register("HR2", "Sam Lowe")
	if a == b {
		t.Fatal("two people became one")
	}
	if got, known := find(r, "", "Sam Lowe"); known {
		t.Errorf("the shared name is taken as %q", got)
	}
	if got, _ := find(r, "HR1", "Sam Lowe"); got != a {
		t.Errorf("with the id it is %q, want %q", got, a)
	}
	if again := r.Register("HR1", "Sam Lowe"); again != a {
		t.Errorf("a second placement made %q of %q", again, a)
	}
}

func TestSecondPlacementIsNoSharedName(t *testing.T) {
	r := New([]byte("key"))
	a := r.Register("HR1", "Sam Lowe")
	r.Register("HR1", "Sam Lowe")
	if got, known := find(r, "", "Sam Lowe"); got != a || !known {
		t.Errorf("after two placements the name is %q (%t), want %q", got, known, a)
	}
	if n := len(r.KeySheet()); n != 1 {
		t.Errorf("the key sheet has %d people, want 1", n)
	}
}

func TestTakeFromRows(t *testing.T) {
	r := New([]byte("key"))
	if _, known := find(r, "HR1", ""); known {
		t.Error("known before anybody was entered")
	}
	r.TakeFromRows()
	a, known := find(r, "HR1", "Sam Lowe")
	if again, _ := find(r, "", "Sam Lowe"); !known || again != a {
		t.Errorf("the row's person is %q (%t), then %q", a, known, again)
	}
	if _, known := find(r, "", ""); known {
		t.Error("nobody became somebody")
	}
}

// TestTokensAreOpaque wants tokens that follow from secret and id alone and hold
// nothing of the source.
func TestTokensAreOpaque(t *testing.T) {
	_, a := three("key")
	_, again := three("key")
	_, other := three("another")
	if !slices.Equal(a, again) {
		t.Errorf("the same secret gives %v, then %v", a, again)
	}
	shape := regexp.MustCompile("^[0-9A-HJKMNP-TV-Z]{16}$")
	for i := range a {
		if a[i] == other[i] || !shape.MatchString(string(a[i])) || strings.Contains(string(a[i]), "1001") {
			t.Errorf("token %q, with another secret %q", a[i], other[i])
		}
	}
}

func TestPseudonyms(t *testing.T) {
	r, people := three("key")
	larger, _ := three("key")
	larger.Register("HR1004", "Bryn Hale")
	numbered := r.Pseudonyms("internal", false)
	if got := slices.Sorted(maps.Values(numbered)); !slices.Equal(got, []string{"P-001", "P-002", "P-003"}) {
		t.Errorf("without a key they are %v", got)
	}
	stable, tomorrow := r.Pseudonyms("internal", true), larger.Pseudonyms("internal", true)
	inspection := r.Pseudonyms("inspection", true)
	for _, p := range people {
		if stable[p] != tomorrow[p] {
			t.Errorf("%s became %s when somebody moved in", stable[p], tomorrow[p])
		}
		if stable[p] == inspection[p] {
			t.Errorf("%s is the same in two tiers", stable[p])
		}
		if !regexp.MustCompile("^P-[0-9A-Z]{6}$").MatchString(stable[p]) {
			t.Errorf("%q is no pseudonym", stable[p])
		}
	}
	if !maps.Equal(numbered, r.Pseudonyms("internal", false)) {
		t.Error("asked twice, the numbers differ")
	}
}

// TestTiersCannotBeLinked looks for one order in two tiers: with 40 people the
// chance of the same numbering is nil.
func TestTiersCannotBeLinked(t *testing.T) {
	r := New([]byte("key"))
	for i := range 40 {
		r.Register("HR"+strings.Repeat("I", i+1), "")
	}
	a, b := r.Pseudonyms("internal", false), r.Pseudonyms("inspection", false)
	same := 0
	for p, name := range a {
		if b[p] == name {
			same++
		}
	}
	if len(a) != 40 || same > 10 {
		t.Errorf("%d of %d people have one number in both tiers", same, len(a))
	}
}

func TestPrivate(t *testing.T) {
	r, _ := three("key")
	r.Keep("NHS number", " 999 000 0001 ")
	r.Keep("postcode", "ZZ9")
	want := map[string]string{
		"HR1001": "reference code", "HR1002": "reference code", "Muriel Petrovane": "name of a person", "Owen Tredwick": "name of a person",
		"Asha Venn": "name of a person", "999 000 0001": "NHS number", // three letters would be found everywhere
	}
	if !maps.Equal(r.Private(), want) {
		t.Errorf("private texts %v, want %v", r.Private(), want)
	}
}

func TestKeySheet(t *testing.T) {
	r, people := three("key")
	want := map[record.Person]Entry{people[0]: {"HR1001", "Muriel Petrovane"}, people[1]: {"HR1002", "Owen Tredwick"}, people[2]: {"", "Asha Venn"}}
	if !maps.Equal(r.KeySheet(), want) {
		t.Errorf("key sheet %v, want %v", r.KeySheet(), want)
	}
	late := New([]byte("key"))
	p := late.Register("HR1", "")
	late.Register("HR1", "Sam Lowe")
	if got := late.KeySheet()[p]; got != (Entry{"HR1", "Sam Lowe"}) {
		t.Errorf("a name that came later: %v", got)
	}
}
