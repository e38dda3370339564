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
	Headings []string // best first, compared by Key
}

// Match is what a row of headings was understood as.
type Match struct {
	Kind    record.Kind
	Columns map[string]int // field → column, from 0
	Score   int            // how much of the row speaks for this kind; comparable between rows
	Known   int            // columns that were matched
	Missing []string       // needed fields without a column; empty for a usable table
}

// Normal is the form in which headings are compared.
func Normal(s string) string { return cell.Key(splitCamel(s)) }

// splitCamel parts EventType and eventUID into words, leaving IDs whole.
func splitCamel(s string) string {
	runes := []rune(s)
	var b strings.Builder
	for i, r := range runes {
		if i > 0 && unicode.IsUpper(r) && (unicode.IsLower(runes[i-1]) || (i+1 < len(runes) && unicode.IsLower(runes[i+1]) && unicode.IsUpper(runes[i-1]))) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Recognise finds the kind of record that a row of headings belongs to. The
// result has Missing fields where the best kind lacks a needed column, and no
// Kind where nothing speaks for any.
func Recognise(headings []string) Match {
	keys := normals(headings)
	var best Match
	for _, kind := range record.Kinds {
		m := match(kind, keys)
		if better(m, best) {
			best = m
		}
	}
	return best
}

// MatchKind matches a row of headings against one kind, with the columns that a
// saved mapping named for it: field → heading.
func MatchKind(kind record.Kind, headings []string, saved map[string]string) Match {
	keys := normals(headings)
	m := match(kind, keys)
	for field, written := range saved {
		want := Normal(written)
		for i, k := range keys {
			if k == want {
				m.Columns[field] = i
			}
		}
	}
	m.Missing = missing(kind, m.Columns)
	return m
}

func better(a, b Match) bool {
	if (len(a.Missing) == 0) != (len(b.Missing) == 0) {
		return a.Score > 0 && len(a.Missing) == 0
	}
	return a.Score > b.Score
}

func normals(headings []string) []string {
	keys := make([]string, len(headings))
	for i, h := range headings {
		keys[i] = Normal(h)
	}
	return keys
}

// match gives each field the column whose heading stands first in its list. A
// column serves one field; fields earlier in the table of fields choose first
// among equals.
func match(kind record.Kind, keys []string) Match {
	m := Match{Kind: kind, Columns: make(map[string]int)}
	taken := make([]bool, len(keys))
	index := indexes[kind]
	for _, wanted := range index.order {
		if _, done := m.Columns[wanted.field]; done {
			continue
		}
		for i, k := range keys {
			if !taken[i] && k == wanted.heading {
				m.Columns[wanted.field] = i
				taken[i] = true
				m.Known++
				m.Score++
				if index.telling[wanted.field] {
					m.Score += 3
				}
				break
			}
		}
	}
	m.Missing = missing(kind, m.Columns)
	if m.Known < 2 || !anyTelling(index, m.Columns) {
		m.Score = 0
	}
	return m
}

func anyTelling(index *index, columns map[string]int) bool {
	for field := range columns {
		if index.telling[field] {
			return true
		}
	}
	return false
}

// missing lists the needed fields without a column. A person may be known by id
// or by name.
func missing(kind record.Kind, columns map[string]int) []string {
	var out []string
	for _, f := range Fields(kind) {
		if !f.Needed {
			continue
		}
		if _, there := columns[f.Name]; there {
			continue
		}
		if f.Name == PersonRef {
			if _, there := columns[PersonName]; there {
				continue
			}
		}
		out = append(out, f.Name)
	}
	return out
}

// index is the headings of one kind, the surest first: all first choices of all
// fields, then all second choices, so that "Service" goes to the service before
// a vaguer field can take it.
type index struct {
	order   []wanted
	telling map[string]bool
}

type wanted struct{ field, heading string }

var indexes = makeIndexes()

func makeIndexes() map[record.Kind]*index {
	all := make(map[record.Kind]*index)
	for _, kind := range record.Kinds {
		in := &index{telling: make(map[string]bool)}
		fields := Fields(kind)
		for depth := 0; ; depth++ {
			more := false
			for _, f := range fields {
				in.telling[f.Name] = f.Telling
				if depth < len(f.Headings) {
					in.order = append(in.order, wanted{f.Name, Normal(f.Headings[depth])})
					more = true
				}
			}
			if !more {
				break
			}
		}
		all[kind] = in
	}
	return all
}
