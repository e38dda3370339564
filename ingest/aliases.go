package ingest

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/person"
	"evidencepack/ingest/record"
)

// AliasProposal is a name or a service of the exports that nearly matches the
// register. It holds names: it may be written into the user's own folder of
// mappings, and nowhere else.
type AliasProposal struct {
	Kind       string   // person or service, as the alias file writes it
	Written    string   // as rows write it
	Service    string   // of those rows, "" where they name none
	Candidates []string // what it may mean: ids of the register, or names
	Rows       int
}

// AliasProposals lists what a person may want to add to the alias file, in order.
// Nothing was merged because of it.
func (e *Exports) AliasProposals() []AliasProposal { return e.proposals }

// rename lets the aliases of services hold for every row by its date.
func (in *intake) rename() {
	if in.options.Aliases == nil {
		return
	}
	for _, p := range in.pending {
		h := p.rec.Where()
		h.Service = in.options.Aliases.Service(h.Service, h.On)
	}
}

// propose lists what nearly matches the register, and says how much it is.
func (in *intake) propose(people *person.Registry, written map[string]int, registered map[string]bool) {
	for _, p := range people.Proposals() {
		in.out.proposals = append(in.out.proposals, AliasProposal{Kind: person.AliasPerson, Written: p.Written, Service: p.Service, Candidates: p.Candidates, Rows: p.Rows})
	}
	if n := len(in.out.proposals); n > 0 {
		in.note(record.Ref{}, "", codeNamesToCheck, plural(n, "name", "names"), 1)
	}
	services := 0
	for _, name := range slices.Sorted(maps.Keys(written)) {
		if len(written)*len(registered) > mostPairs {
			break
		}
		if near := servicesNear(name, registered); near != nil {
			services++
			in.out.proposals = append(in.out.proposals, AliasProposal{Kind: person.AliasService, Written: name, Candidates: near, Rows: written[name]})
		}
	}
	if services > 0 {
		in.note(record.Ref{}, "", codeServicesToCheck, plural(services, "service", "services"), 1)
	}
	if lines := people.Astray(); len(lines) > 0 {
		text := strings.Trim(fmt.Sprint(lines), "[]")
		in.note(record.Ref{File: in.options.Aliases.File()}, "", codeAliasOfNobody, "line "+strings.ReplaceAll(text, " ", ", "), 1)
	}
}

// mostPairs bounds how many names of services are held against each other.
const mostPairs = 1_000_000

// servicesNear gives the services of the register that a service not in it may
// be: every word of one stands in the other. None where it is in the register.
func servicesNear(name string, registered map[string]bool) []string {
	if name == "" || registered[name] {
		return nil
	}
	var near []string
	for _, other := range slices.Sorted(maps.Keys(registered)) {
		if holdsWords(name, other) || holdsWords(other, name) {
			near = append(near, other)
		}
	}
	return near
}

// holdsWords tells whether every word of a part stands in a whole.
func holdsWords(whole, part string) bool {
	words := strings.Fields(cell.Key(whole))
	n := 0
	for w := range strings.FieldsSeq(cell.Key(part)) {
		if !slices.Contains(words, w) {
			return false
		}
		n += len(w)
	}
	return n > 2
}
