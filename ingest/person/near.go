package person

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"evidencepack/ingest/cell"
)

// asking is a name that a row gives and that could not be matched.
type asking struct{ name, service string }

// Doubt remembers a row whose person is not known. The name may be anything, so
// finished pages are not searched for it; but free text that holds a part of it is
// not printed, and it may become a proposal.
func (r *Registry) Doubt(a Asked, why Answer) {
	if why == Unknown && proof(a.Ref) && strings.ContainsAny(a.Ref, "0123456789") {
		r.Keep("reference code", a.Ref)
	}
	name := cell.Clean(a.Name)
	if name == "" {
		return
	}
	r.doubtful[name] = true
	if why == SameName || why == Several {
		return // no name of one person
	}
	r.unmatched[asking{name, cell.Clean(a.Service)}]++
}

// Doubtful lists the names that rows give and the register does not know, in order.
func (r *Registry) Doubtful() []string { return slices.Sorted(maps.Keys(r.doubtful)) }

// Proposal is a name that nearly matches people of the register, for a person to
// decide. It holds names: it is never printed and stands in no pack.
type Proposal struct {
	Written    string
	Service    string   // of the rows, "" where they name none
	Candidates []string // ids of the register, names where there is no id; in order
	Rows       int
}

// Proposals lists the names that nearly match people of the register, in order.
// Nobody is merged because of it.
func (r *Registry) Proposals() []Proposal {
	var out []Proposal
	register := slices.Sorted(maps.Keys(r.names))
	for looked, a := range slices.SortedFunc(maps.Keys(r.unmatched), func(a, b asking) int {
		return cmp.Or(strings.Compare(a.name, b.name), strings.Compare(a.service, b.service))
	}) {
		if len(out) == mostProposals || looked*len(register) > mostCompared {
			break
		}
		if found := r.alike(a, register); len(found) > 0 {
			out = append(out, Proposal{a.name, a.service, found, r.unmatched[a]})
		}
	}
	return out
}

const (
	mostProposals  = 500       // names that a person may be asked to look through
	mostCandidates = 5         // a name that is near to more people says nothing
	mostCompared   = 2_000_000 // pairs of names: a second or so
)

// alike gives the people whose name nearly is the one that a row gives; none
// where there are too many.
func (r *Registry) alike(a asking, register []string) []string {
	key := r.nameKey(a.name)
	found := make(map[string]bool)
	for _, name := range register {
		if key == "" || !near(key, name) {
			continue
		}
		for _, w := range r.names[name] {
			if here, unknown := w.lived(a.service); name != key && !here && !unknown {
				continue
			}
			if found[cmp.Or(w.entry.Ref, w.entry.Name)] = true; len(found) > mostCandidates {
				return nil
			}
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// near tells whether two keys of names may be one name: a letter or two apart,
// the words in another order, an initial for a first name, or one of the names left out.
func near(a, b string) bool {
	if a == b || sorted(a) == sorted(b) || slips(a, b, 1+min(len(a), len(b))/12) {
		return true
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) < 2 || len(y) < 2 || x[len(x)-1] != y[len(y)-1] {
		return initialsOf(a, y) || initialsOf(b, x)
	}
	return strings.HasPrefix(x[0], y[0]) || strings.HasPrefix(y[0], x[0])
}

// initialsOf tells whether a text is the initials of a name: "js" or "j s".
func initialsOf(a string, name []string) bool {
	letters := ""
	for _, w := range name {
		for _, first := range w {
			letters += string(first)
			break
		}
	}
	return len(name) > 1 && strings.ReplaceAll(a, " ", "") == letters
}

func sorted(key string) string {
	words := strings.Fields(key)
	slices.Sort(words)
	return strings.Join(words, " ")
}

// slips tells whether so many changes of a letter make one text of the other.
func slips(a, b string, most int) bool {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > most || len(y)-len(x) > most || len(x) > longestName || len(y) > longestName {
		return false
	}
	last := make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := range x {
		row := make([]int, len(y)+1)
		row[0] = i + 1
		for j := range y {
			row[j+1] = min(last[j+1], row[j]) + 1
			if x[i] == y[j] {
				row[j+1] = min(row[j+1], last[j])
			} else {
				row[j+1] = min(row[j+1], last[j]+1)
			}
		}
		last = row
	}
	return last[len(y)] <= most
}

// longestName is the most letters of a name that is compared letter by letter.
const longestName = 60
