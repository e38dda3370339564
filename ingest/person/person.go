// Package person is where names go in and pseudonyms come out; nothing beyond it
// sees a name. It also keeps what must never appear in a pack: names, reference
// codes, NHS numbers, dates of birth, phone numbers and postcodes of the inputs.
package person

import (
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"sort"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// Registry knows the people of one build.
type Registry struct {
	secret  []byte
	tokens  map[string]record.Person // key of a reference or a name → person
	shared  map[string]bool          // names that two people bear: they name nobody
	people  map[record.Person]Entry
	private map[string]string // text that must not appear in a pack → what it is

	doubtful map[string]bool // names that rows give and the register does not know
	open     bool            // there is no register: people are taken from the rows
}

// Entry is what the key sheet says of one person.
type Entry struct {
	Ref  string // the source's own id, or "" where only names were given
	Name string // "" where only ids were given
}

// New makes a registry. The secret decides the pseudonyms: the bytes of a key
// file, or a hash of the inputs, so that the same inputs give the same ones.
func New(secret []byte) *Registry {
	return &Registry{
		secret: secret, tokens: make(map[string]record.Person), shared: make(map[string]bool),
		people: make(map[record.Person]Entry), private: make(map[string]string), doubtful: make(map[string]bool),
	}
}

// Register enters one person of the register under id and name. At least one of
// the two must be given. A second placement of the same person changes nothing.
func (r *Registry) Register(ref, name string) record.Person {
	ref, name = cell.Clean(ref), cell.Clean(name)
	refKey, nameKey := cell.Key(ref), cell.Key(name)
	id := refKey
	if id == "" {
		id = nameKey
	}
	p := r.token(id)
	if old, known := r.people[p]; !known || (old.Name == "" && name != "") {
		r.people[p] = Entry{Ref: ref, Name: name}
	}
	if refKey != "" {
		r.tokens[refKey] = p
	}
	if nameKey != "" && nameKey != refKey {
		if other, there := r.tokens[nameKey]; there && other != p {
			r.shared[nameKey] = true
		}
		r.tokens[nameKey] = p
	}
	r.Keep("reference code", ref)
	r.Keep("name of a person", name)
	return p
}

// TakeFromRows says that there is no register: every row's person is a person.
func (r *Registry) TakeFromRows() { r.open = true }

// Find gives the person that a row names by id or by name. Not known: false.
func (r *Registry) Find(ref, name string) (record.Person, bool) {
	for _, written := range []string{ref, name} {
		key := cell.Key(written)
		if key == "" || r.shared[key] {
			continue
		}
		if p, known := r.tokens[key]; known {
			return p, true
		}
	}
	if r.open && (cell.Key(ref) != "" || cell.Key(name) != "") {
		return r.Register(ref, name), true
	}
	return "", false
}

// token makes the opaque token of a person: nothing of the source can be read from it.
func (r *Registry) token(id string) record.Person {
	return record.Person(crockford(r.mac("person", id), 16))
}

func (r *Registry) mac(purpose, text string) []byte {
	h := hmac.New(sha256.New, r.secret)
	h.Write([]byte(purpose))
	h.Write([]byte{0})
	h.Write([]byte(text))
	return h.Sum(nil)
}

// Pseudonyms gives each person's pseudonym in one tier. With a key file they are
// stable over builds and drawn from the key alone; without one they are numbers
// in an order that follows from the inputs. Two tiers cannot be linked.
func (r *Registry) Pseudonyms(tier string, stable bool) map[record.Person]string {
	type place struct {
		person record.Person
		sum    string
	}
	var order []place
	for p := range r.people {
		order = append(order, place{p, string(r.mac("tier "+tier, string(p)))})
	}
	sort.Slice(order, func(i, j int) bool { return order[i].sum < order[j].sum })
	out := make(map[record.Person]string, len(order))
	taken := make(map[string]bool, len(order))
	for i, o := range order {
		name := fmt.Sprintf("P-%03d", i+1)
		for digits := 6; stable; digits += 2 {
			name = "P-" + crockford([]byte(o.sum), digits)
			if !taken[name] {
				break
			}
		}
		taken[name] = true
		out[o.person] = name
	}
	return out
}

// KeySheet lists who is who, for the file that a manager asks for.
func (r *Registry) KeySheet() map[record.Person]Entry { return r.people }

// Keep remembers a text that must not appear in any pack, and what kind of thing it is.
func (r *Registry) Keep(what, text string) {
	if text = cell.Clean(text); len(text) > 3 {
		r.private[text] = what
	}
}

// Doubt remembers a name that a row gives and the register does not know. It may
// be anything, so finished pages are not searched for it; but free text that holds
// a part of it is not printed.
func (r *Registry) Doubt(name string) {
	if name = cell.Clean(name); name != "" {
		r.doubtful[name] = true
	}
}

// Doubtful lists those names, in order.
func (r *Registry) Doubtful() []string {
	var names []string
	for name := range r.doubtful {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// Private lists the texts that must not appear in any pack, with what they are.
func (r *Registry) Private() map[string]string { return r.private }

// crockford writes the first bits of a hash in Crockford's base 32.
func crockford(sum []byte, digits int) string {
	const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	out := make([]byte, digits)
	for i := range out {
		bit := i * 5
		v := uint(sum[bit/8]) << 8
		if bit/8+1 < len(sum) {
			v |= uint(sum[bit/8+1])
		}
		out[i] = alphabet[v>>(11-uint(bit%8))&31]
	}
	return string(out)
}
