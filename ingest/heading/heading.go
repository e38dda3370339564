// Package heading says which column of a table is which field of which kind of
// record. The headings that exports write for a field are data (fields.go); this
// file only compares. What it cannot match stays unmapped: nothing is guessed.
package heading

import (
	"strings"
	"unicode"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// Field is one field of a kind of record and the headings it goes by.
type Field struct {
	Name     string
	Needed   bool     // a table without it is not of this kind
	Telling  bool     // this heading tells the kind apart from others
	Extra    bool     // it says nothing of the kind, and takes its column after all others
	Any      bool     // a table has at least one of the fields of its kind that are marked so
	Headings []string // best first, compared by Key
}

// Match is what a row of headings was understood as.
type Match struct {
	Kind     record.Kind
	Columns  map[string]int     // field → column, from 0
	Sure     map[string]float64 // field → how sure its column is, 0 to 1
	Score    int                // how much of the row speaks for this kind; comparable between rows
	Known    int                // columns that were matched
	Missing  []string           // needed fields without a column; empty for a usable table
	Constant map[string]string  // field → what it is in every row, where a question says so; nil is none

	Certain float64        // how sure the kind is, 0 to 1: certain.go says how it is worked out
	Rival   record.Kind    // a kind that fits about as well; "" is none
	Doubts  []Doubt        // needed dates for which two columns fit equally well
	Suggest map[int]string // column that is no field → the field that it may be
	Notes   map[int]string // column → what else is to be said of it
}

// Options say what is known beside the headings.
type Options struct {
	Saved  map[record.Kind]map[string]string // columns that saved mappings named: kind → field → heading
	Values Values                            // what the columns hold; nil is not known
}

// Normal is the form in which headings are compared.
func Normal(s string) string { return cell.Key(splitCamel(strings.ReplaceAll(s, "DoLS", "DOLS"))) }

// splitCamel parts EventType, eventUID and Carer1 into words, leaving IDs whole.
// S42 becomes S 42 in our own lists as well, so that S42Enquiry is understood. DoLS
// is one word.
func splitCamel(s string) string {
	runes := []rune(s)
	var b strings.Builder
	for i, r := range runes {
		if i > 0 && (startsWord(runes, i) || meetsDigit(runes[i-1], r)) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// startsWord tells whether a capital begins a word of a heading without blanks.
func startsWord(runes []rune, i int) bool {
	return unicode.IsUpper(runes[i]) && (unicode.IsLower(runes[i-1]) || (i+1 < len(runes) && unicode.IsLower(runes[i+1]) && unicode.IsUpper(runes[i-1])))
}

// meetsDigit tells whether of two signs one is a letter and the other a digit.
func meetsDigit(a, b rune) bool {
	return unicode.IsLetter(a) && unicode.IsDigit(b) || unicode.IsDigit(a) && unicode.IsLetter(b)
}

// Recognise finds the kind of record that a row of headings belongs to. The
// result has Missing fields where the best kind lacks a needed column, and no
// Kind where nothing speaks for any.
func Recognise(headings []string) Match { return Understand(headings, Options{}) }

// RecogniseWith is Recognise with the columns that saved mappings named:
// kind → field → heading. Where they apply they overrule our own lists.
func RecogniseWith(headings []string, saved map[record.Kind]map[string]string) Match {
	return Understand(headings, Options{Saved: saved})
}

// Understand is Recognise with all that is known beside the headings.
func Understand(headings []string, o Options) Match {
	r := rowOf(headings, o.Values)
	speaks := r.speaks()
	var best, second Match
	for _, kind := range record.Kinds {
		if !speaks[kind] && o.Saved[kind] == nil || r.referrals && ofPeople[kind] || r.belies(kind) && o.Saved[kind] == nil {
			continue // most rows of a table hold no telling heading of any kind
		}
		m := r.match(kind, o.Saved[kind])
		if better(m, best) {
			m, best = best, m
		}
		if better(m, second) {
			second = m
		}
	}
	if best.Score > 0 {
		r.doubt(&best)
		best.certain(second, len(o.Saved[best.Kind]) > 0)
	}
	return best
}

// MatchKind matches a row of headings against one kind, with the columns that a
// saved mapping named for it: field → heading.
func MatchKind(kind record.Kind, headings []string, saved map[string]string) Match {
	return MatchKindWith(kind, headings, Options{Saved: map[record.Kind]map[string]string{kind: saved}})
}

// MatchKindWith is MatchKind with all that is known beside the headings.
func MatchKindWith(kind record.Kind, headings []string, o Options) Match {
	r := rowOf(headings, o.Values)
	m := r.match(kind, o.Saved[kind])
	r.doubt(&m)
	m.certain(Match{}, len(o.Saved[kind]) > 0)
	return m
}

// better tells whether one match is better than another: what has all that it
// needs goes before, then what speaks more for its kind.
func better(a, b Match) bool {
	whole := len(a.Missing) == 0
	if a.Score > 0 && b.Score > 0 && whole != (len(b.Missing) == 0) {
		return whole
	}
	return a.Score > b.Score
}

// How sure a column is: named by the user, the best word for its field, another
// of its words, the last part of a heading in groups, or a word that many fields
// share. A question has its own sureness.
const (
	sureSaved = 1.0
	sureBest  = 0.98
	sureWord  = 0.95
	sureTail  = 0.9
	sureVague = 0.85
)

func sureness(w wanted) float64 {
	switch {
	case w.best:
		return sureBest
	case w.weight < plain:
		return sureVague
	}
	return sureWord
}

func byName(columns map[string]int) bool {
	_, whole := columns[PersonName]
	_, first := columns[FirstName]
	_, last := columns[LastName]
	return whole || first && last
}

// index is the headings of one kind, the surest first: all first choices of all
// fields, then all second choices, so that "Service" goes to the service before
// a vaguer field can take it.
type index struct {
	order   []wanted
	extra   []wanted // headings of fields that say nothing of the kind
	needed  []string
	any     []string                   // of these a table has one at least
	telling map[string]bool            // every field → it tells the kind apart
	words   map[string]map[string]bool // field → its headings
	best    map[string]string          // field → the first of them
	late    map[string]bool            // fields that say nothing of the kind
}

type wanted struct {
	field, heading string
	weight         int  // how much the heading speaks for a kind that it tells
	best           bool // it stands first in the field's list
}

// plain is how much one telling heading speaks for its kind, and how much it takes.
const plain = 2

// vague headings match fields of many kinds (domain.md 4.27): it takes two of
// them to speak for one, and a date alone says nothing.
var vague = map[string]int{
	"date": 0, "name": 0, "status": 0, "id": 0, "ref": 0, "reference": 0, "reference number": 0, "w number": 0,
	"type": 1, "outcome": 1, "level": 1, "score": 1, "reason": 1, "location": 1, "description": 1, "code": 1, "start": 1,
	"end": 1, "due": 1, "details": 1, "notes": 1, "value": 1, "from": 1, "what": 1,
}

func weight(heading string) int {
	if w, is := vague[heading]; is {
		return w
	}
	return plain
}

var (
	indexes = makeIndexes()
	telling = makeTelling() // heading → kinds that it speaks for
)

func makeIndexes() map[record.Kind]*index {
	all := make(map[record.Kind]*index)
	for _, kind := range record.Kinds {
		in := &index{telling: make(map[string]bool), words: make(map[string]map[string]bool), best: make(map[string]string), late: make(map[string]bool)}
		fields := Fields(kind)
		depths := 0
		for _, f := range fields {
			in.telling[f.Name], in.late[f.Name] = f.Telling, f.Extra
			in.words[f.Name], in.best[f.Name] = make(map[string]bool), Normal(f.Headings[0])
			for _, h := range f.Headings {
				in.words[f.Name][Normal(h)] = true
			}
			if f.Needed {
				in.needed = append(in.needed, f.Name)
			}
			if f.Any {
				in.any = append(in.any, f.Name)
			}
			depths = max(depths, len(f.Headings))
		}
		for depth := range depths {
			for _, f := range fields {
				if depth < len(f.Headings) {
					heading := Normal(f.Headings[depth])
					w := wanted{f.Name, heading, weight(heading), depth == 0}
					if f.Extra {
						in.extra = append(in.extra, w)
					} else {
						in.order = append(in.order, w)
					}
				}
			}
		}
		all[kind] = in
	}
	return all
}

func makeTelling() map[string][]record.Kind {
	kinds := make(map[string][]record.Kind)
	for _, kind := range record.Kinds {
		for _, w := range indexes[kind].order {
			if indexes[kind].telling[w.field] {
				kinds[w.heading] = append(kinds[w.heading], kind)
			}
		}
	}
	return kinds
}
