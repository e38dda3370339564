package metrics

import "evidencepack/ingest/record"

// PeopleAt counts the people whom a service supports in any of the spans: those with
// a day of support in the register, or, where the register has no row of the service,
// those whom any record of the service in these dates is about.
func (t *Table) PeopleAt(service string, spans ...record.Span) int {
	var there people
	for _, span := range spans {
		there.merge(t.facts.stays[service].supportedIn(span))
	}
	if len(t.facts.stays[service]) > 0 {
		return len(there)
	}
	for _, here := range t.covered(Scope{Service: service}) {
		for _, span := range spans {
			if here.filedIn(t.segmentsOf(span)) {
				there.add(here.scope.Person)
			}
		}
	}
	return len(there)
}

// filedIn tells whether anything is filed under a segment, or for every window.
func (p *place) filedIn(segments []record.Date) bool {
	if p.segments[keptWhole] != nil {
		return true
	}
	for _, first := range segments {
		if p.segments[first] != nil {
			return true
		}
	}
	return false
}
