package person

import (
	"cmp"
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// Member is one row of the register of staff, as it is written.
type Member struct{ ID, Name, Service string }

// Team knows the staff of one build. It gives each a token of which nothing can
// be read, as a Registry does for the people we support.
type Team struct {
	registry *Registry
	nobody   func(written string) bool
	ids      map[string][]*worker // key of an id → who bears it
	numbers  map[string][]string  // id as a number → keys of ids that are equal to it
	names    map[string][]*worker // key of a name → who bears it
	lists    map[signature][]record.Worker
}

// worker is one member of staff of the register.
type worker struct {
	token    record.Worker
	id       string
	names    []string
	services map[string]bool
}

// signature is what stands in a cell of staff, where and when.
type signature struct {
	written, service string
	on               record.Date
}

// Team enters the register of staff and gives the token of each row. Rows of one
// id are one member of staff, unless their names have no word in common. Nobody
// tells whether a text is no member of staff: a login that is shared, an agency.
func (r *Registry) Team(rows []Member, nobody func(written string) bool) (*Team, []record.Worker) {
	t := &Team{
		registry: r, nobody: nobody, ids: make(map[string][]*worker), numbers: make(map[string][]string),
		names: make(map[string][]*worker), lists: make(map[signature][]record.Worker),
	}
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := rows[a], rows[b]
		return cmp.Or(cmp.Compare(refKey(x.ID), refKey(y.ID)), cmp.Compare(r.nameKey(x.Name), r.nameKey(y.Name)), cmp.Compare(x.Service, y.Service))
	})
	tokens := make([]record.Worker, len(rows))
	for _, i := range order {
		tokens[i] = t.enrol(rows[i])
	}
	return t, tokens
}

// enrol enters one row of the register.
func (t *Team) enrol(m Member) record.Worker {
	id, name := refKey(m.ID), t.registry.nameKey(m.Name)
	if id == "" && name == "" {
		return ""
	}
	var who *worker
	for _, w := range t.ids[id] {
		if name == "" || len(w.names) == 0 || slices.ContainsFunc(w.names, func(n string) bool { return n == name || share(n, name) }) {
			who = w
			break
		}
	}
	if who == nil {
		who = &worker{id: id, services: make(map[string]bool)}
		if id == "" || len(t.ids[id]) > 0 {
			who.token = t.token("member", id+"\x00"+name+"\x00"+cell.Key(m.Service))
		} else {
			who.token = t.token("id", id)
		}
		t.remember(who, m.ID)
	}
	who.services[cell.Key(m.Service)] = true
	if name != "" && !slices.Contains(who.names, name) {
		who.names = append(who.names, name)
		t.names[name] = append(t.names[name], who)
	}
	return who.token
}

func (t *Team) remember(who *worker, written string) {
	if who.id == "" {
		return
	}
	if n := number(written); n != "" && len(t.ids[who.id]) == 0 {
		t.numbers[n] = append(t.numbers[n], who.id)
	}
	t.ids[who.id] = append(t.ids[who.id], who)
}

func (t *Team) token(what, id string) record.Worker {
	return record.Worker(crockford(t.registry.mac("staff "+what, id), 16))
}

// Signed gives who signed a cell, in the order in which they stand there: none
// for nobody and for who cannot be told apart. A day of 0 is no date. The list is
// shared and must not be changed.
func (t *Team) Signed(written, service string, on record.Date) []record.Worker {
	if t.registry.aliases == nil {
		on = 0 // nothing hangs on the day
	}
	s := signature{written, service, on}
	list, known := t.lists[s]
	if !known {
		list = t.sign(s)
		t.lists[s] = list
	}
	return list
}

func (t *Team) sign(s signature) []record.Worker {
	if who, decided := t.one(s); decided {
		return listOf(nil, who)
	}
	var list []record.Worker
	for _, part := range Signatures(s.written) {
		who, decided := t.one(signature{part, s.service, s.on})
		if decided {
			list = listOf(list, who)
			continue
		}
		for _, single := range apart(part) {
			if who, decided = t.one(signature{single, s.service, s.on}); !decided {
				who = t.stranger(single)
			}
			list = listOf(list, who)
		}
	}
	return list
}

func listOf(list []record.Worker, who record.Worker) []record.Worker {
	if who == "" || slices.Contains(list, who) {
		return list
	}
	return append(list, who)
}

// Joined adds members of staff to a list, each once.
func Joined(list, more []record.Worker) []record.Worker {
	for _, who := range more {
		list = listOf(list, who)
	}
	return list
}

// one finds a text in the register; false where the register does not decide.
func (t *Team) one(s signature) (record.Worker, bool) {
	if means, there := t.registry.aliases.find(AliasStaff, s.written, s.service, s.on); there {
		s.written = means
	}
	if cell.Nothing(s.written) != cell.Present {
		return "", true
	}
	if among := t.byID(s.written); len(among) > 0 {
		return pick(among, s.service), true
	}
	if among := t.names[t.registry.nameKey(s.written)]; len(among) > 0 {
		return pick(among, s.service), true
	}
	return t.idWithin(s)
}

// byID gives who bears an id; one that lost its zeros counts where only one id is
// equal to it as a number.
func (t *Team) byID(written string) []*worker {
	if among := t.ids[refKey(written)]; len(among) > 0 {
		return among
	}
	if n := number(written); n != "" && len(t.numbers[n]) == 1 {
		return t.ids[t.numbers[n][0]]
	}
	return nil
}

// idWithin finds an id of the register that stands beside a name or initials:
// "JS (ST102)". The other words must fit the name that the register has for it.
func (t *Team) idWithin(s signature) (record.Worker, bool) {
	words := strings.FieldsFunc(s.written, func(r rune) bool { return strings.ContainsRune(" ()[]-–:,#", r) })
	for i, w := range words {
		if len(words) < 2 || !strings.ContainsAny(w, "0123456789") {
			continue
		}
		rest := strings.Fields(cell.Key(strings.Join(slices.Concat(words[:i], words[i+1:]), " ")))
		var fit []*worker
		for _, who := range t.byID(w) {
			if slices.ContainsFunc(who.names, func(name string) bool { return fits(rest, name) }) {
				fit = append(fit, who)
			}
		}
		if len(fit) > 0 {
			return pick(fit, s.service), true
		}
	}
	return "", false
}

// fits tells whether every word is a word of a name, one of its initials, or all
// of its initials together.
func fits(words []string, name string) bool {
	parts, initials := strings.Fields(name), ""
	for _, p := range parts {
		initials += string([]rune(p)[0])
	}
	for _, w := range words {
		if w != initials && !slices.ContainsFunc(parts, func(p string) bool { return p == w || len([]rune(w)) == 1 && strings.HasPrefix(p, w) }) {
			return false
		}
	}
	return true
}

// pick decides between members of staff by the service of the row; "" where it
// does not decide.
func pick(among []*worker, service string) record.Worker {
	if len(among) == 1 {
		return among[0].token
	}
	var found *worker
	for _, w := range among {
		if w.services[cell.Key(service)] {
			if found != nil {
				return ""
			}
			found = w
		}
	}
	if found == nil {
		return ""
	}
	return found.token
}

// stranger gives the token of somebody who is not in the register: by id or whole
// name. Initials may be anybody's.
func (t *Team) stranger(written string) record.Worker {
	switch name := t.registry.nameKey(written); {
	case name == "" || weak(written) || t.nobody(written):
		return ""
	case strings.ContainsAny(written, "0123456789"):
		return t.token("id", refKey(written))
	default:
		return t.token("name", name)
	}
}

// Signatures cuts a cell that names several members of staff at ; | / & + line
// ends and "and". Commas stay: they may stand within a name.
func Signatures(written string) []string {
	var parts []string
	for part := range strings.FieldsFuncSeq(written, func(r rune) bool { return strings.ContainsRune(";|/&+\n\r", r) }) {
		from := 0
		words := strings.Fields(part)
		for i, w := range append(words, "and") {
			if strings.EqualFold(w, "and") {
				if i > from {
					parts = append(parts, strings.Join(words[from:i], " "))
				}
				from = i + 1
			}
		}
	}
	return parts
}

// apart cuts at commas, unless they stand within one name: "Smith, John" is one,
// "Ann Smith, John Lowe" and "ST1, ST2" are two.
func apart(part string) []string {
	var pieces []string
	ids, words := false, 0
	for piece := range strings.SplitSeq(part, ",") {
		if piece = cell.Clean(piece); piece != "" {
			pieces = append(pieces, piece)
			ids = ids || strings.ContainsAny(piece, "0123456789")
			if len(strings.Fields(piece)) > 1 {
				words++
			}
		}
	}
	if len(pieces) == 2 && !ids && words < 2 {
		return []string{part}
	}
	return pieces
}
