// Package heading says which column of a table is which field of which kind of
// record. The headings that exports write for a field are data (fields.go); this
// file only compares. What it cannot match stays unmapped: nothing is guessed.
package heading

import (
	"slices"
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
	Headings []string // best first, compared by Key
}

// Match is what a row of headings was understood as.
type Match struct {
	Kind    record.Kind
	Columns map[string]int     // field → column, from 0
	Sure    map[string]float64 // field → how sure its column is, 0 to 1
	Score   int                // how much of the row speaks for this kind; comparable between rows
	Known   int                // columns that were matched
	Missing []string           // needed fields without a column; empty for a usable table
}

// Normal is the form in which headings are compared.
func Normal(s string) string { return cell.Key(splitCamel(s)) }

// splitCamel parts EventType, eventUID and Carer1 into words, leaving IDs whole.
// S42 becomes S 42 in our own lists as well, so that S42Enquiry is understood.
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
func Recognise(headings []string) Match { return RecogniseWith(headings, nil) }

// RecogniseWith is Recognise with the columns that saved mappings named:
// kind → field → heading. Where they apply they overrule our own lists.
func RecogniseWith(headings []string, saved map[record.Kind]map[string]string) Match {
	keys := normals(headings)
	speaks := make(map[record.Kind]bool)
	for _, k := range keys {
		for _, kind := range telling[k] {
			speaks[kind] = true
		}
	}
	var best Match
	for _, kind := range record.Kinds {
		if !speaks[kind] && saved[kind] == nil {
			continue // most rows of a table hold no telling heading of any kind
		}
		if m := match(kind, keys, saved[kind]); better(m, best) {
			best = m
		}
	}
	return best
}

// MatchKind matches a row of headings against one kind, with the columns that a
// saved mapping named for it: field → heading.
func MatchKind(kind record.Kind, headings []string, saved map[string]string) Match {
	return match(kind, normals(headings), saved)
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

// longest is the most bytes that a heading has; longer texts are notes.
const longest = 200

func normals(headings []string) []string {
	keys := make([]string, len(headings))
	for i, h := range headings {
		if len(h) <= longest {
			keys[i] = Normal(h)
		}
	}
	return keys
}

// match gives each field the column whose heading stands first in its list. A
// column serves one field; fields earlier in the table of fields choose first
// among equals, and the columns of a saved mapping before all.
func match(kind record.Kind, keys []string, saved map[string]string) Match {
	m := Match{Kind: kind, Columns: make(map[string]int), Sure: make(map[string]float64)}
	taken := make([]bool, len(keys))
	index, speaks := indexes[kind], 0
	take := func(field string, column, weight int, sure float64) {
		m.Columns[field], m.Sure[field] = column, sure
		taken[column] = true
		m.Known++
		m.Score += 2
		if index.telling[field] {
			m.Score += 2 * weight
			speaks += weight
		}
	}
	for field, column := range named(index, keys, saved) {
		take(field, column, plain, sureSaved)
	}
	for _, wanted := range index.order {
		if _, done := m.Columns[wanted.field]; done {
			continue
		}
		for i, k := range keys {
			if !taken[i] && k == wanted.heading {
				take(wanted.field, i, wanted.weight, sureness(wanted))
				if wanted.best {
					m.Score++ // the very word for it; decides between kinds that share their words
				}
				break
			}
		}
	}
	m.Missing = missing(index, m.Columns)
	if m.Known < 2 || speaks < plain || 2*len(m.Missing) > len(index.needed) {
		m.Score = 0 // too little to say what it is, or what it lacks
	}
	return m
}

// How sure a column is: named by the user, the best word for its field, another
// of its words, or a word that many fields share.
const (
	sureSaved = 1.0
	sureBest  = 0.98
	sureWord  = 0.95
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

// named finds the columns of a saved mapping: field → column.
func named(index *index, keys []string, saved map[string]string) map[string]int {
	columns := make(map[string]int)
	for field, written := range saved {
		_, known := index.telling[field]
		if column := slices.Index(keys, Normal(written)); known && column >= 0 && Normal(written) != "" {
			columns[field] = column
		}
	}
	return columns
}

// missing lists the needed fields without a column. A person may be known by id
// or by name, in one column or in two.
func missing(index *index, columns map[string]int) []string {
	var out []string
	for _, field := range index.needed {
		_, there := columns[field]
		if !there && !(field == PersonRef && byName(columns)) {
			out = append(out, field)
		}
	}
	return out
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
	needed  []string
	telling map[string]bool // every field → it tells the kind apart
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
	"date": 0, "name": 0, "status": 0,
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
		in := &index{telling: make(map[string]bool)}
		fields := Fields(kind)
		depths := 0
		for _, f := range fields {
			in.telling[f.Name] = f.Telling
			if f.Needed {
				in.needed = append(in.needed, f.Name)
			}
			depths = max(depths, len(f.Headings))
		}
		for depth := range depths {
			for _, f := range fields {
				if depth < len(f.Headings) {
					heading := Normal(f.Headings[depth])
					in.order = append(in.order, wanted{f.Name, heading, weight(heading), depth == 0})
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
