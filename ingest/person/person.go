// Package person is where names go in and pseudonyms come out; nothing beyond it
// sees a name. It also keeps what must never appear in a pack: names, reference
// codes, NHS numbers, dates of birth, phone numbers and postcodes of the inputs.
package person

import (
	"bytes"
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"slices"
	"sort"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// Registry knows the people of one build.
type Registry struct {
	secret  []byte
	refs    map[string][]*someone // key of an id → who bears it; more than one where branches count from 1 each
	numbers map[string][]string   // id as a number → ids of the register that are equal to it
	names   map[string][]*someone // key of a name → who bears it
	all     []*someone
	crowded map[string]*someone // row as it stands → person, where too many bear one id or name
	taken   map[string]bool     // texts that a token was made of
	tests   map[string]bool     // keys of ids that belong to test people
	private map[string]string   // text that must not appear in a pack → what it is

	aliases   *Aliases
	keys      map[string]string    // name as written → its key, since most names stand in many rows
	known     map[string]reference // id as written → what it is worth, likewise
	unmatched map[asking]int       // who could not be found → rows
	doubtful  map[string]bool      // names that rows give and the register does not know
	open      bool                 // there is no register: people are taken from the rows
}

// someone is one person we know.
type someone struct {
	token record.Person
	entry Entry
	refs  []string // keys of the ids and of the names under which the person stands in the register
	names []string
	born  record.Date
	stays []Stay

	services map[string]bool // keys of the services of the stays; "" is an unknown one
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
		secret: secret, refs: make(map[string][]*someone), numbers: make(map[string][]string), names: make(map[string][]*someone),
		crowded: make(map[string]*someone), taken: make(map[string]bool), tests: make(map[string]bool), private: make(map[string]string),
		keys: make(map[string]string), known: make(map[string]reference), unmatched: make(map[asking]int), doubtful: make(map[string]bool),
	}
}

// Use takes over the aliases that the user confirmed. It must be called before
// anybody is entered or asked for; nil is no aliases.
func (r *Registry) Use(a *Aliases) { r.aliases = a }

// TakeFromRows says that there is no register: every row's person is a person.
func (r *Registry) TakeFromRows() { r.open = true }

// Test remembers an id that belongs to a test person, and gives a token that is
// nobody's: it has no pseudonym and stands in no key sheet.
func (r *Registry) Test(ref, name string) record.Person {
	key := refKey(ref)
	if key == "" {
		key = r.nameKey(name)
	} else if IsTest(name) || IsTest(ref) {
		r.tests[key] = true
	}
	return r.token("test\x00" + key)
}

// reference is what an id is worth: its key, and whether it stands for one person
// by itself.
type reference struct {
	key   string
	proof bool
}

func (r *Registry) reference(written string) reference {
	ref, known := r.known[written]
	if !known {
		ref = reference{refKey(written), proof(written)}
		r.known[written] = ref
	}
	return ref
}

// nameKey is NameKey, remembered.
func (r *Registry) nameKey(written string) string {
	key, known := r.keys[written]
	if !known {
		key = NameKey(written)
		r.keys[written] = key
	}
	return key
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
	for _, who := range r.all {
		order = append(order, place{who.token, string(r.mac("tier "+tier, string(who.token)))})
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
func (r *Registry) KeySheet() map[record.Person]Entry {
	sheet := make(map[record.Person]Entry, len(r.all))
	for _, who := range r.all {
		sheet[who.token] = who.entry
	}
	return sheet
}

// personName is what names of the people we support are kept as.
const personName = "name of a person"

// Keep remembers a text that must not appear in any pack, and what kind of thing it is.
func (r *Registry) Keep(what, text string) {
	if text = cell.Clean(text); len(text) > 3 && r.private[text] != personName {
		r.private[text] = what
	}
}

// Release forgets texts that are names of services. They stand on pages, and
// somebody wrote them where names of staff or addresses belong.
func (r *Registry) Release(services ...string) {
	keys := make(map[string]bool)
	for _, s := range services {
		keys[cell.Key(s)] = true
	}
	for text, what := range r.private {
		if keys[cell.Key(text)] && what != personName {
			delete(r.private, text)
		}
	}
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

// InOrder gives names in an order that tells nothing of them: with a key file the same
// in every build, without one it follows from the inputs, as pseudonyms do.
func (r *Registry) InOrder(purpose string, names []string) []string {
	ordered := slices.Clone(names)
	slices.SortFunc(ordered, func(a, b string) int {
		return cmp.Or(bytes.Compare(r.mac(purpose, a), r.mac(purpose, b)), cmp.Compare(a, b))
	})
	return ordered
}
