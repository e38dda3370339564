package metrics

import (
	"cmp"
	"slices"

	"evidencepack/ingest/record"
)

// keptOffer is what is kept of one offer of support: a record of it may be used again for
// the next row.
type keptOffer struct {
	staff   record.Worker // who offered it, "" is not known
	on      record.Date
	band    int8 // of the day, from 0; -1 is no time of day
	known   int8 // whether the person knew the staff: 0 is not known
	refused bool // first answered with no
	alone   bool // its source writes down refusals only, so it is no offer to divide by
}

// What known says.
const (
	knewStaff   = 1
	staffWasNew = 2
)

// offerHistory is the history of offers, of each person at each service.
type offerHistory struct {
	offers map[Scope][]keptOffer
	judged bool                          // the offers are in order of day, and known is worked out
	counts map[offerWindow]*offerCounted // figures that were asked for
}

// offerWindow is what offers are counted over.
type offerWindow struct {
	scope Scope
	span  record.Span
}

// offerCounted are the offers of a window with a time of day: all of them, and those of
// each part.
type offerCounted struct {
	all   ratio
	parts map[string]*ratio // by breakdown
	alone int
}

func (s *offerHistory) note(scope Scope, more ...keptOffer) {
	if s.offers == nil {
		s.offers = map[Scope][]keptOffer{}
	}
	s.judged, s.counts = false, nil
	s.offers[scope] = append(s.offers[scope], more...)
}

func (s *offerHistory) merge(from *offerHistory) {
	for scope, more := range from.offers {
		s.note(scope, more...)
	}
}

// judge finds out of each offer whether the person knew who made it. That follows from the
// days before it, at whatever service, and from nothing after it: so it is the same in
// every window.
func (s *offerHistory) judge() {
	if s.judged {
		return
	}
	s.judged = true
	for _, scopes := range s.people() {
		knows := s.acquaintance(scopes)
		for _, scope := range scopes {
			offers := s.offers[scope]
			slices.SortFunc(offers, func(a, b keptOffer) int { return cmp.Compare(a.on, b.on) })
			for i := range offers {
				offers[i].known = 0
				switch knows.word(offers[i].staff, offers[i].on) {
				case staffFamiliar:
					offers[i].known = knewStaff
				case staffUnfamiliar:
					offers[i].known = staffWasNew
				}
			}
		}
	}
}

// people lists the scopes of each person.
func (s *offerHistory) people() map[record.Person][]Scope {
	all := make(map[record.Person][]Scope)
	for scope := range s.offers {
		all[scope.Person] = append(all[scope.Person], scope)
	}
	return all
}

// counted counts the offers of a window, once.
func (s *offerHistory) counted(w Window) *offerCounted {
	key := offerWindow{w.Scope, w.Span}
	if known := s.counts[key]; known != nil {
		return known
	}
	s.judge()
	sum := &offerCounted{parts: map[string]*ratio{}}
	for scope, offers := range s.offers {
		if w.Scope.Service != "" && w.Scope.Service != scope.Service || w.Scope.Person != "" && w.Scope.Person != scope.Person {
			continue
		}
		first, _ := slices.BinarySearchFunc(offers, w.Span.From, func(o keptOffer, day record.Date) int { return cmp.Compare(o.on, day) })
		var tally offerTally
		for _, o := range offers[first:] {
			if o.on > w.Span.To {
				break
			}
			tally.add(o)
		}
		sum.take(tally, scope.Person)
	}
	if s.counts == nil {
		s.counts = map[offerWindow]*offerCounted{}
	}
	s.counts[key] = sum
	return sum
}

// offerTally counts offers and, beside them, those that were first refused.
type offerTally struct {
	all, known, unknown [2]int
	bands               [len(clockBands)][2]int
	days                [len(weekdays)][2]int
	alone               int
}

func (t *offerTally) add(o keptOffer) {
	switch {
	case o.alone:
		t.alone++
		return
	case o.band < 0:
		return
	}
	count := func(n *[2]int) {
		n[0]++
		if o.refused {
			n[1]++
		}
	}
	count(&t.all)
	count(&t.bands[o.band])
	count(&t.days[weekdayOf(o.on)])
	switch o.known {
	case knewStaff:
		count(&t.known)
	case staffWasNew:
		count(&t.unknown)
	}
}

// take adds what was counted of one person.
func (c *offerCounted) take(t offerTally, person record.Person) {
	c.alone += t.alone
	c.all.addMany(t.all[1], t.all[0], person)
	part := func(breakdown string, n [2]int) {
		if n[0] == 0 {
			return
		}
		if c.parts[breakdown] == nil {
			c.parts[breakdown] = &ratio{}
		}
		c.parts[breakdown].addMany(n[1], n[0], person)
	}
	part(splitStaff+staffFamiliar, t.known)
	part(splitStaff+staffUnfamiliar, t.unknown)
	for i, n := range t.bands {
		part("time_band="+clockBands[i], n)
	}
	for i, n := range t.days {
		part("weekday="+weekdays[i], n)
	}
}
