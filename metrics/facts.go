package metrics

import (
	"slices"

	"evidencepack/ingest/record"
)

// facts are what is known of the data as a whole.
type facts struct {
	rows         map[record.Kind]map[record.Date]int // rows of a kind by segment
	services     map[string]bool
	people       people           // of the register
	stays        map[string]stays // of the register, by service
	named        people           // whom any record names
	none         map[none]bool
	firstEvent   record.Date
	lastEvent    record.Date
	lastIncident record.Date
}

// none is a month of which it was written that nothing of a kind happened.
type none struct {
	kind    record.Kind
	service string // "" is all services
	month   record.Month
}

func newFacts() facts {
	return facts{rows: map[record.Kind]map[record.Date]int{}, services: map[string]bool{}, stays: map[string]stays{}, none: map[none]bool{}}
}

// add takes a record that is filed at a place.
func (f *facts) add(r record.Record, here *place, segment func(record.Date) record.Date) {
	head, kind := r.Where(), r.Kind()
	first := record.Date(0)
	if head.On != 0 {
		first = segment(head.On)
	}
	f.count(kind, first, 1)
	if !here.serves && head.Service != "" && kind != record.KindStaff {
		here.serves, f.services[head.Service] = true, true
	}
	if stay, ok := r.(*record.Placement); ok {
		f.people.add(head.Person)
		f.stays[head.Service] = append(f.stays[head.Service], stay)
	}
	if !here.named {
		here.named = true
		f.named.add(head.Person)
	}
	if kind.IsEvent() {
		f.stretch(head.On, head.On)
	}
	if kind == record.KindIncident {
		f.lastIncident = max(f.lastIncident, head.On)
	}
}

func (f *facts) count(kind record.Kind, segment record.Date, rows int) {
	if f.rows[kind] == nil {
		f.rows[kind] = map[record.Date]int{}
	}
	f.rows[kind][segment] += rows
}

// stretch makes the data reach from the first to the last event; 0 is no event.
func (f *facts) stretch(first, last record.Date) {
	if first != 0 && (f.firstEvent == 0 || first < f.firstEvent) {
		f.firstEvent = first
	}
	f.lastEvent = max(f.lastEvent, last)
}

func (f *facts) merge(other *facts) {
	for kind, segments := range other.rows {
		for segment, rows := range segments {
			f.count(kind, segment, rows)
		}
	}
	for service := range other.services {
		f.services[service] = true
	}
	for said := range other.none {
		f.none[said] = true
	}
	f.people.merge(other.people)
	for service, rows := range other.stays {
		f.stays[service] = append(f.stays[service], rows...)
	}
	f.named.merge(other.named)
	f.stretch(other.firstEvent, other.lastEvent)
	f.lastIncident = max(f.lastIncident, other.lastIncident)
}

// DataFrom gives the date of the first event record, 0 where there is none.
func (t *Table) DataFrom() record.Date { return t.facts.firstEvent }

// DataTo gives the date of the last event record: the "data as at" of a pack. It
// is 0 where there is none.
func (t *Table) DataTo() record.Date { return t.facts.lastEvent }

// Months lists the complete calendar months between the first and the last event
// record, the earliest first. A month is complete where the data begins on or
// before its first day and ends on or after its last.
func (t *Table) Months() []record.Month {
	if t.facts.firstEvent == 0 {
		return nil
	}
	var months []record.Month
	for m := t.facts.firstEvent.Month(); m <= t.facts.lastEvent.Month(); m++ {
		if m.First() >= t.facts.firstEvent && m.Last() <= t.facts.lastEvent {
			months = append(months, m)
		}
	}
	return months
}

// Services lists the services that the records name, in order of name. Where
// only staff work, such as an office, is no service.
func (t *Table) Services() []string {
	services := make([]string, 0, len(t.facts.services))
	for service := range t.facts.services {
		services = append(services, service)
	}
	slices.Sort(services)
	return services
}

// People lists the people of the register, in order of their token. Without a
// register they are those whom any record names.
func (t *Table) People() []record.Person {
	if len(t.facts.people) == 0 {
		return slices.Clone(t.facts.named)
	}
	return slices.Clone(t.facts.people)
}

// Rows counts the records of a kind dated in a span of whole segments, in all
// services. The empty span is all records, also those without a date.
func (t *Table) Rows(kind record.Kind, span record.Span) int {
	rows := 0
	for segment, n := range t.facts.rows[kind] {
		if span == (record.Span{}) || span.Has(segment) {
			rows += n
		}
	}
	return rows
}

// AddNone takes that nothing of a kind happened in a month at a service, because
// somebody wrote so; the empty service is all of them.
func (t *Table) AddNone(kind record.Kind, service string, month record.Month) {
	t.forget()
	t.facts.none[none{kind, service, month}] = true
}

// saidNone tells whether it was written of every month of a span that nothing of
// a kind happened: at the service, or at each service where none is named.
func (t *Table) saidNone(kind record.Kind, service string, span record.Span) bool {
	if len(t.facts.none) == 0 || span.To < span.From || span == (record.Span{}) {
		return false
	}
	services := []string{service}
	if service == "" {
		services = t.Services()
	}
	for month := span.From.Month(); month <= span.To.Month(); month++ {
		for _, s := range services {
			if !t.facts.none[none{kind, s, month}] && !t.facts.none[none{kind, "", month}] {
				return false
			}
		}
	}
	return len(services) > 0
}

// HasData tells whether the kind has rows at all in these dates. Registers
// always have, once there is a register: a month in which nothing of theirs is
// dated is a month in which nothing changed.
func (t *Table) HasData(kind record.Kind, span record.Span) bool {
	if kind.IsRegister() {
		span = record.Span{}
	}
	return t.Rows(kind, span) > 0
}
