package person

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// Stay is one row of the register of people: one person in one service over one
// run of days. Where there is no register it is what rows say of a person.
type Stay struct {
	Ref, Name string      // one of the two at least
	Service   string      // "" is unknown
	Born      record.Date // 0 is unknown
	From, To  record.Date // first and last day; From 0 is unknown, To 0 is still there
}

// covers tells whether a day is one of the stay, or so near to it that notes of
// before moving in or after leaving may be meant. A day of 0 is near to every stay.
func (s Stay) covers(day, margin record.Date) bool {
	return day == 0 || (s.From == 0 || day >= s.From-margin) && (s.To == 0 || day <= s.To+margin)
}

// Register enters one person alone, as Enrol does.
func (r *Registry) Register(ref, name string) record.Person {
	return r.Enrol([]Stay{{Ref: ref, Name: name}})[0]
}

// Enrol enters the rows of a register and gives the person of each. Rows of one
// id are one person, unless two branches gave the same id to people of different
// names. Rows without an id are one person by name only within one service.
func (r *Registry) Enrol(stays []Stay) []record.Person {
	who := make([]*someone, len(stays))
	var queues [turns][]int
	for i, s := range stays {
		turn := s.turn()
		queues[turn] = append(queues[turn], i)
	}
	for _, queue := range queues {
		for _, i := range queue {
			who[i] = r.place(r.aliased(stays[i]))
		}
	}
	out := make([]record.Person, len(stays))
	for i, w := range who {
		r.christen(w)
		out[i] = w.token
		r.Keep("reference code", stays[i].Ref)
		r.Keep(personName, stays[i].Name)
		if key := r.nameKey(stays[i].Name); key != cell.Key(stays[i].Name) && !weak(stays[i].Name) {
			r.Keep(personName, key) // a pack would write "John Smith" where the register has "SMITH, John"
		}
	}
	return out
}

// turns is how many rounds Enrol takes: what says most goes first, so that what
// says less can join it.
const turns = 8

func (s Stay) turn() int {
	turn := 0
	if !proof(s.Ref) {
		turn = 4
	}
	if cell.Key(s.Name) == "" {
		turn += 2
	}
	if cell.Key(s.Service) == "" {
		turn++
	}
	return turn
}

// place finds the person of a stay among those who are known, or makes a new one.
func (r *Registry) place(s Stay) *someone {
	s.Ref, s.Name = cell.Clean(s.Ref), cell.Clean(s.Name)
	name, id := r.nameKey(s.Name), refKey(s.Ref)
	among, fits := r.refs[id], func(w *someone) int { return w.fitsRoom(s) }
	switch {
	case proof(s.Ref):
		fits = func(w *someone) int { return w.fitsID(s, name) }
	case name != "":
		among, fits = r.names[name], func(w *someone) int { return w.fitsName(s) }
	}
	exact := strings.Join([]string{id, name, cell.Key(s.Service)}, "\x00")
	var who *someone
	if len(among) > crowd {
		who = r.crowded[exact]
	} else {
		who = best(among, fits)
	}
	if who == nil {
		who = &someone{entry: Entry{Ref: s.Ref, Name: s.Name}, services: make(map[string]bool)}
		r.all = append(r.all, who)
		if len(among) > crowd {
			r.crowded[exact] = who
		}
	}
	r.join(who, s)
	return who
}

// crowd is how many people may bear one id or name before it is no id at all: a
// wrong column, or a word such as "unknown". Then only equal rows are one person.
const crowd = 100

// best gives the only one of the highest rank above 0, or nil.
func best(among []*someone, rank func(*someone) int) *someone {
	var found *someone
	top := 0
	for _, w := range among {
		switch n := rank(w); {
		case n > top:
			found, top = w, n
		case n == top && n > 0:
			found = nil
		}
	}
	return found
}

// fitsID ranks a person of the same id; 0 is somebody else.
func (w *someone) fitsID(s Stay, name string) int {
	here, unknown := w.lived(s.Service)
	sameBirth, otherBirth := w.born != 0 && s.Born == w.born, w.born != 0 && s.Born != 0 && s.Born != w.born
	alike := false
	for _, n := range w.names {
		alike = alike || n == name || share(n, name)
	}
	otherName := name != "" && len(w.names) > 0 && !alike
	switch {
	case otherName && otherBirth, (otherName || otherBirth) && !sameBirth && !here && !unknown:
		return 0
	case here || alike || sameBirth:
		return 2
	}
	return 1
}

// fitsName ranks a person of the same name. Without an id a name is the same
// person only in the same service, or with the same date of birth.
func (w *someone) fitsName(s Stay) int {
	here, unknown := w.lived(s.Service)
	sameBirth := w.born != 0 && s.Born == w.born
	switch {
	case w.born != 0 && s.Born != 0 && !sameBirth, !here && !unknown && !sameBirth:
		return 0
	case proof(w.entry.Ref) && proof(s.Ref):
		return 0
	case here || sameBirth:
		return 2
	case weak(s.Name):
		return 0
	}
	return 1
}

// fitsRoom ranks a person who is known by a room or initials alone: only the
// same stay is the same person.
func (w *someone) fitsRoom(s Stay) int {
	for _, old := range w.stays {
		if cell.Key(old.Service) == cell.Key(s.Service) && old.From == s.From {
			return 1
		}
	}
	return 0
}

// lived tells whether a person had a stay in a service, and whether that cannot
// be said because one side names none.
func (w *someone) lived(service string) (here, unknown bool) {
	key := cell.Key(service)
	return key != "" && w.services[key], key == "" || w.services[""]
}

// join adds what a stay says of a person.
func (r *Registry) join(who *someone, s Stay) {
	who.stays = append(who.stays, s)
	if who.born == 0 {
		who.born = s.Born
	}
	if who.entry.Name == "" {
		who.entry.Name = s.Name
	}
	if !proof(who.entry.Ref) && proof(s.Ref) {
		who.entry.Ref = s.Ref
	}
	who.services[cell.Key(s.Service)] = true
	if key := refKey(s.Ref); key != "" && !slices.Contains(who.refs, key) && len(who.refs) < crowd {
		who.refs = append(who.refs, key)
		if n := number(s.Ref); n != "" && len(r.refs[key]) == 0 {
			r.numbers[n] = append(r.numbers[n], s.Ref)
		}
		r.refs[key] = append(r.refs[key], who)
	}
	if key := r.nameKey(s.Name); key != "" && !slices.Contains(who.names, key) && len(who.names) < crowd {
		who.names = append(who.names, key)
		r.names[key] = append(r.names[key], who)
	}
}

// christen gives a person the token. It is made of the id, or of the name where
// there is none; of the service too where that is not enough to tell people apart.
func (r *Registry) christen(who *someone) {
	if who.token != "" {
		return
	}
	first := who.stays[0]
	id, bearers := refKey(who.entry.Ref), 0
	if proof(who.entry.Ref) {
		bearers = len(r.refs[id])
	} else if name := r.nameKey(who.entry.Name); name != "" {
		id, bearers = name, len(r.names[name])
	}
	service := id + "\x00" + cell.Key(first.Service)
	choices := []string{id, service, service + "\x00" + r.nameKey(who.entry.Name), fmt.Sprintf("%s\x00%d", service, first.From)}
	if bearers > 1 {
		choices = choices[1:]
	}
	for n := 2; ; n++ {
		for _, text := range choices {
			if !r.taken[text] {
				r.taken[text] = true
				who.token = r.token(text)
				return
			}
		}
		choices = []string{fmt.Sprintf("%s\x00%d", choices[len(choices)-1], n)}
	}
}
