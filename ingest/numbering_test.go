package ingest

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/person"
)

// crowd is exports of 60 people. Notes of two builds differ by the text of one row.
func crowd(note string) map[string]string {
	register, notes := strings.Builder{}, strings.Builder{}
	register.WriteString("Person ID,Full name,Service,Start date,End date\n")
	notes.WriteString("Task ID,Date,Time,Service,Client ID,Category,Outcome,Notes\n")
	for i := range 60 {
		fmt.Fprintf(&register, "HR%03d,Given%c%c Familyname%c%c,Elm,01/01/2020,\n", i, 'a'+i/26, 'a'+i%26, 'a'+i%26, 'a'+i/26)
		fmt.Fprintf(&notes, "%d,01/01/2026,08:00,Elm,HR%03d,Meals,Completed,%s\n", i, i, note)
	}
	return map[string]string{"people.csv": register.String(), "notes.csv": notes.String()}
}

var allTiers = []string{"internal", "inspection", "external"}

// whoIsWho gives the pseudonym of each id of the source.
func whoIsWho(e *Exports, tier string, stable bool) map[string]string {
	out := make(map[string]string)
	names := e.People.Pseudonyms(tier, stable)
	for token, entry := range e.People.KeySheet() {
		out[entry.Ref] = names[token]
	}
	return out
}

// inCommon counts the people who have one pseudonym in both.
func inCommon(a, b map[string]string) int {
	n := 0
	for ref, name := range a {
		if b[ref] == name {
			n++
		}
	}
	return n
}

// TestBuildsCannotBeLinked reads exports, the same ones, and ones that differ by a
// letter in a note. Without a key the same people have other numbers, as chance
// gives them (of 60 numbers one agrees, now and then a few), and other tokens.
func TestBuildsCannotBeLinked(t *testing.T) {
	one, again, other := read(t, crowd("a"), Options{}), read(t, crowd("a"), Options{}), read(t, crowd("b"), Options{})
	for _, tier := range allTiers {
		a, b := whoIsWho(one, tier, false), whoIsWho(other, tier, false)
		if len(a) != 60 || len(b) != 60 {
			t.Fatalf("%d and %d people", len(a), len(b))
		}
		if !maps.Equal(a, whoIsWho(again, tier, false)) {
			t.Errorf("%s: the same inputs give other pseudonyms", tier)
		}
		if n := inCommon(a, b); n > 5 {
			t.Errorf("%s: %d of 60 people have one number in both builds", tier, n)
		}
	}
	for token := range one.People.KeySheet() {
		if _, both := other.People.KeySheet()[token]; both {
			t.Fatal("a token is the same in two builds")
		}
	}
}

// TestKeyLinksBuilds wants one pseudonym a person and tier with a key, whatever the
// inputs; another for each tier; and another with another key.
func TestKeyLinksBuilds(t *testing.T) {
	key, others := []byte(strings.Repeat("k", 32)), []byte(strings.Repeat("o", 32))
	one, other := read(t, crowd("a"), Options{Key: key}), read(t, crowd("b"), Options{Key: key})
	rekeyed := read(t, crowd("a"), Options{Key: others})
	seen := make(map[string]bool)
	for _, tier := range allTiers {
		a := whoIsWho(one, tier, true)
		if !maps.Equal(a, whoIsWho(other, tier, true)) {
			t.Errorf("%s: with a key, the pseudonyms of two builds differ", tier)
		}
		if n := inCommon(a, whoIsWho(rekeyed, tier, true)); n > 0 {
			t.Errorf("%s: %d people have one pseudonym under two keys", tier, n)
		}
		for _, name := range a {
			if seen[name] {
				t.Errorf("%s stands in two tiers", name)
			}
			seen[name] = true
		}
	}
}

// TestTiersAreUncorrelated holds the order of people in two tiers against each other.
// Of 60 people in orders that have nothing to do with each other, the coefficient
// of rank correlation lies beyond ±0.34 less than once in a hundred times.
func TestTiersAreUncorrelated(t *testing.T) {
	for _, key := range []string{"", strings.Repeat("k", 32), strings.Repeat("o", 32)} {
		e := read(t, crowd("a"), Options{Key: []byte(key)})
		for i, tier := range allTiers {
			for _, next := range append([]string{"register"}, allTiers[i+1:]...) {
				if r := rankCorrelation(byPseudonym(e, tier, key), byPseudonym(e, next, key)); math.Abs(r) > 0.34 {
					t.Errorf("key %q: the orders of %s and %s correlate with %.2f", key, tier, next, r)
				}
			}
		}
	}
}

// byPseudonym gives the ids of the source in the order of their pseudonyms of a tier, or
// as the register has them.
func byPseudonym(e *Exports, tier, key string) []string {
	if tier == "register" {
		return slices.Sorted(maps.Keys(whoIsWho(e, "internal", false)))
	}
	names := whoIsWho(e, tier, key != "")
	return slices.SortedFunc(maps.Keys(names), func(a, b string) int { return strings.Compare(names[a], names[b]) })
}

// rankCorrelation is Spearman's coefficient: 1 − 6 Σd² ÷ (n³ − n).
func rankCorrelation(a, b []string) float64 {
	sum, n := 0.0, float64(len(a))
	for i, ref := range a {
		d := float64(i - slices.Index(b, ref))
		sum += d * d
	}
	return 1 - 6*sum/(n*n*n-n)
}

// TestNumbersDoNotFollowFromHashes makes what somebody could make who has only the
// names and the SHA-256 of the exports, which manifest.json tells: no pseudonym
// follows from it.
func TestNumbersDoNotFollowFromHashes(t *testing.T) {
	e := read(t, crowd("a"), Options{})
	list, hashes := sha256.New(), sha256.New()
	for _, in := range e.Inputs {
		fmt.Fprintf(list, "%s %s\n", in.File, in.SHA256)
		fmt.Fprint(hashes, in.SHA256)
	}
	key := []byte(strings.Repeat("k", 32))
	if n := guessed(read(t, crowd("a"), Options{Key: key}), key); n != 60 {
		t.Fatalf("with the secret itself, %d of 60 numbers are guessed: the test shows nothing", n)
	}
	for what, secret := range map[string][]byte{"the list": list.Sum(nil), "the hashes": hashes.Sum(nil), "the first hash": []byte(e.Inputs[0].SHA256)} {
		if n := guessed(e, secret); n > 5 {
			t.Errorf("with %s, %d of 60 numbers are guessed", what, n)
		}
	}
}

// guessed counts the people whose number somebody finds who knows every id and name
// and takes something for the secret.
func guessed(e *Exports, secret []byte) int {
	guess := &Exports{People: person.New(secret)}
	for _, entry := range e.People.KeySheet() {
		guess.People.Register(entry.Ref, entry.Name)
	}
	return inCommon(whoIsWho(e, "inspection", false), whoIsWho(guess, "inspection", false))
}
