package person

import (
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// Asked is what a row says of the person whom it is about.
type Asked struct {
	Ref, Name string
	Service   string      // "" is not said
	On        record.Date // 0 is not dated
}

// Answer says whether the person of a row is known, and if not, why.
type Answer uint8

// The answers. Only with Known there is a person.
const (
	Known     Answer = iota
	Unknown          // neither id nor name is in the register
	SameName         // several people bear the name: only an id tells them apart
	SameID           // branches gave the id to several people, and the row does not say which branch
	Elsewhere        // the name is known, but in another service or at another time
	Initials         // a room or initials, and no single stay of that service and day
	Several          // the row names several people
	Nobody           // a test person
)

// nearby is how many days before a stay and after it a row may be that knows the
// person by name alone: assessments come before moving in, letters after leaving.
const nearby = 31

// Find gives the person whom a row names: by id, otherwise by name. What the user
// confirmed as an alias goes before. Nobody has a token too, which only keeps the
// rows of one test person together.
func (r *Registry) Find(a Asked) (record.Person, Answer) {
	why := Unknown
	for _, written := range []string{a.Ref, a.Name} {
		if cell.Key(written) == "" {
			continue
		}
		who, answer := r.one(written, a)
		if answer == Known {
			return who.token, Known
		}
		if why == Unknown {
			why = answer
		}
	}
	switch {
	case r.tests[refKey(a.Ref)] || IsTest(a.Name) || a.Name == "" && IsTest(a.Ref):
		return r.Test(a.Ref, a.Name), Nobody
	case why == Unknown && r.several(a):
		return "", Several
	case r.open && (why == Unknown || why == Elsewhere || why == Initials) && refKey(a.Ref)+r.nameKey(a.Name) != "":
		return r.Enrol([]Stay{{Ref: a.Ref, Name: a.Name, Service: a.Service}})[0], Known
	}
	return "", why
}

// one looks one text up: as an id, as an id that is equal as a number, as a name.
func (r *Registry) one(written string, a Asked) (*someone, Answer) {
	if means, there := r.aliases.person(written, a.Service, a.On); there {
		written, a.Ref = means, "" // the user has said that an id of its own does not matter
	}
	if among, ref := r.byRef(written); len(among) > 0 {
		if !r.reference(ref).proof {
			return inStay(among, a)
		}
		return byID(among, a, r.nameKey(a.Name))
	}
	among := r.names[r.nameKey(written)]
	switch {
	case len(among) == 0:
		return nil, Unknown
	case weak(written):
		return inStay(among, a)
	}
	return byName(among, a)
}

// byRef gives who bears an id, and the id as the register has it. An id that is
// not there as it is written may be one that lost its zeros, if only one id is
// equal to it as a number.
func (r *Registry) byRef(written string) ([]*someone, string) {
	if among := r.refs[r.reference(written).key]; len(among) > 0 {
		return among, written
	}
	if n := number(written); n != "" && len(r.numbers[n]) == 1 {
		ref := r.numbers[n][0]
		return r.refs[refKey(ref)], ref
	}
	return nil, ""
}

// byID decides between people of one id by the service of the row, and where the
// row names none, by the name.
func byID(among []*someone, a Asked, name string) (*someone, Answer) {
	if len(among) == 1 {
		return among[0], Known
	}
	fit := func(w *someone) bool { return slices.Contains(w.names, name) }
	if cell.Key(a.Service) != "" {
		fit = func(w *someone) bool { here, _ := w.lived(a.Service); return here }
	}
	if who := only(among, fit); who != nil {
		return who, Known
	}
	return nil, SameID
}

// byName decides by name alone, and so only within a service. A name that two
// people bear there at the time names nobody. A row with an id of the same scheme
// as theirs is about somebody else of that name.
func byName(among []*someone, a Asked) (*someone, Answer) {
	if len(among) > crowd {
		return nil, SameName
	}
	there := 0
	var found *someone
	for _, w := range among {
		if proof(a.Ref) && proof(w.entry.Ref) && sameScheme(a.Ref, w.entry.Ref) {
			continue
		}
		if cell.Key(a.Service) == "" || w.near(a, nearby) {
			found = w
			there++
		}
	}
	switch {
	case there == 1:
		return found, Known
	case there > 1:
		return nil, SameName
	case proof(a.Ref):
		return nil, Unknown
	}
	return nil, Elsewhere
}

// inStay decides by a room or initials: only the one stay of that service on
// that very day is meant.
func inStay(among []*someone, a Asked) (*someone, Answer) {
	if len(among) <= crowd {
		if who := only(among, func(w *someone) bool { return w.near(a, 0) }); who != nil {
			return who, Known
		}
	}
	return nil, Initials
}

// only gives the one person who fits, or nil.
func only(among []*someone, fits func(*someone) bool) *someone {
	var found *someone
	for _, w := range among {
		if !fits(w) {
			continue
		}
		if found != nil {
			return nil
		}
		found = w
	}
	return found
}

// near tells whether a person had a stay in the service of a row around its day.
// A register that names no services, or no start, cannot speak against it.
func (w *someone) near(a Asked, margin record.Date) bool {
	key := cell.Key(a.Service)
	return slices.ContainsFunc(w.stays, func(s Stay) bool {
		old := cell.Key(s.Service)
		return (old == key || old == "") && s.covers(a.On, margin)
	})
}

// several tells whether a row lists more than one known person.
func (r *Registry) several(a Asked) bool {
	for _, written := range []string{a.Ref, a.Name} {
		parts := Parts(written)
		if len(parts) < 2 {
			continue
		}
		known := make(map[*someone]bool)
		for _, part := range parts {
			if who, answer := r.one(part, Asked{Service: a.Service, On: a.On}); answer == Known {
				known[who] = true
			}
		}
		if len(known) > 1 && len(known) == len(parts) {
			return true
		}
	}
	return false
}

// most is how many people a list in one cell may name.
const most = 50

// Parts cuts a list of people in one cell into its texts: "HR1; HR2", "HR1 and
// HR2". A comma parts ids, but in a name it stands behind the surname.
func Parts(written string) []string {
	text := strings.NewReplacer(";", "\n", "|", "\n", "/", "\n", "&", "\n", "+", "\n", " and ", "\n").Replace(written)
	if strings.ContainsAny(text, "0123456789") {
		text = strings.NewReplacer(",", "\n", " ", "\n").Replace(text)
	}
	var parts []string
	for part := range strings.SplitSeq(text, "\n") {
		if part = cell.Clean(part); cell.Key(part) != "" && len(parts) <= most {
			parts = append(parts, part)
		}
	}
	return parts
}
