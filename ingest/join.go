package ingest

import (
	"maps"
	"slices"
	"sort"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/person"
	"evidencepack/ingest/record"
)

// join settles what a row cannot say by itself: who the person is, which service
// it was, whether it is a repeat, and so what becomes of the row.
func (in *intake) join(people *person.Registry) {
	in.out.People = people
	people.Use(in.options.Aliases)
	for _, name := range in.options.Aliases.Staff() {
		people.Keep("name of a member of staff", name)
	}
	in.rename()
	written, registered := in.spell()
	people.Release(slices.Collect(maps.Keys(written))...)
	people.Release(slices.Collect(maps.Keys(registered))...)
	in.register(people)
	alive := in.pending[:0:0]
	events := believable(in.pending)
	for _, p := range in.pending {
		if on := p.rec.Where().On; p.rec.Kind().IsEvent() && !events.Has(on) {
			in.set(p, record.Rejected, "event_date", codeFarOff)
			continue
		}
		if code := in.resolve(p, people); code != "" {
			in.set(p, record.Rejected, "person_ref", code)
			continue
		}
		alive = append(alive, p)
	}
	reach := reaches(alive)
	places := placements(alive, reach)
	for _, p := range alive {
		if h := p.rec.Where(); h.Service == "" && h.Person != "" {
			h.Service = places.at(h.Person, h.On)
		}
	}
	in.sign(people)
	in.settle(alive, reach)
	in.openStays(places, alive)
	in.twoSystems()
	in.propose(people, written, registered)
	in.tell()
	in.pending = nil
}

// spell gives each service one spelling. It counts the rows of each that is not
// in the register, and lists those that are.
func (in *intake) spell() (written map[string]int, registered map[string]bool) {
	spelling := in.services()
	in.spellNils(spelling)
	written, registered = make(map[string]int), make(map[string]bool)
	for _, p := range in.pending {
		h := p.rec.Where()
		h.Service = spelling[h.Service]
		if p.rec.Kind() == record.KindPlacement {
			registered[h.Service] = true
		} else {
			written[h.Service]++
		}
	}
	return written, registered
}

// stays are the placements of each person, by start.
type stays map[record.Person][]*record.Placement

// placements gives the stays that count: neither repeats nor struck out.
func placements(alive []*pending, reach map[string]record.Date) stays {
	var rows []*pending
	for _, p := range alive {
		if p.rec.Kind() == record.KindPlacement {
			rows = append(rows, p)
		}
	}
	places, repeats := make(stays), losers(rows, reach)
	for _, p := range rows {
		if stay, ok := p.rec.(*record.Placement); ok && !repeats[p] && !stay.Struck {
			places[stay.Person] = append(places[stay.Person], stay)
		}
	}
	for _, list := range places {
		sort.SliceStable(list, func(i, j int) bool { return list[i].Start < list[j].Start })
	}
	return places
}

// at gives the service of the placement that a person had on a day: the one that
// holds the day, otherwise the last before it, otherwise the first.
func (s stays) at(who record.Person, day record.Date) string {
	list := s[who]
	if len(list) == 0 {
		return ""
	}
	service := list[0].Service
	for _, p := range list {
		if p.Start <= day {
			service = p.Service
			if p.End == 0 || p.End >= day {
				break
			}
		}
	}
	return service
}

// services settles one spelling for each service as it is written: that of the
// register, otherwise the most frequent, otherwise the first in the alphabet.
func (in *intake) services() map[string]string {
	weights := make(map[string]int)
	for _, p := range in.pending {
		if p.rec.Kind() == record.KindPlacement {
			weights[p.rec.Where().Service] += 1_000_000
		} else {
			weights[p.rec.Where().Service]++
		}
	}
	best := make(map[string]string) // key → spelling
	for name, n := range weights {
		key := cell.Key(name)
		if old, there := best[key]; !there || n > weights[old] || (n == weights[old] && name < old) {
			best[key] = name
		}
	}
	spelling := map[string]string{"": ""}
	for name := range weights {
		spelling[name] = best[cell.Key(name)]
	}
	return spelling
}

// settle decides between repeats and gives every row its class.
func (in *intake) settle(alive []*pending, reach map[string]record.Date) {
	repeats := losers(alive, reach)
	overlaps, older, near := make(map[int]int), make(map[int]int), make(map[int]int)
	var used []*pending
	for _, p := range alive {
		h := p.rec.Where()
		switch {
		case repeats[p]:
			in.out.Ledgers[p.ledger].Counts[record.Duplicate]++
			overlaps[p.ledger]++
			if p.nearby && !p.older {
				near[p.ledger]++
				overlaps[p.ledger]--
			}
			if p.older {
				older[p.ledger]++
			}
		case h.Unmapped:
			in.set(p, record.Unmapped, p.field, p.unknownCode())
		case p.struck != "":
			in.set(p, record.StruckOut, struckFields[p.struck], p.struck)
		case h.Struck:
			in.set(p, record.StruckOut, "struck_out", codeStruckOut)
		default:
			if p.together {
				h.Person = ""
				in.count(p.ledger, codeSeveral)
			}
			in.out.Ledgers[p.ledger].Counts[record.Used]++
			used = append(used, p)
		}
	}
	repeatedReviews(used)
	for _, p := range in.reoffers(used) {
		in.out.records = append(in.out.records, p.rec)
	}
	for i, l := range in.out.Ledgers {
		if n := near[i]; n > 0 {
			in.out.Issues = append(in.out.Issues, record.Issue{
				Ref: record.Ref{File: l.File, Sheet: l.Sheet}, Kind: l.Kind, Severity: record.SeverityWarning,
				Code: codeRepeatedRows, Count: n, Class: record.Duplicate,
			})
		}
		if n := overlaps[i]; n > 0 {
			detail := ""
			if older[i] > 0 {
				detail = plural(older[i], "earlier version", "earlier versions")
			}
			in.out.Issues = append(in.out.Issues, record.Issue{
				Ref: record.Ref{File: l.File, Sheet: l.Sheet}, Kind: l.Kind, Severity: record.SeverityNote,
				Code: codeOverlap, Detail: detail, Count: n, Class: record.Duplicate,
			})
		}
	}
}

// struckFields say where it stands that a row is struck out.
var struckFields = map[string]string{codeTestPerson: "person_ref", codeWithdrawn: "status"}

func (p *pending) unknownCode() string {
	switch {
	case p.ignored:
		return codeIgnored
	case p.field == "support_level":
		return codeUnknownLevel
	}
	return codeUnknownOutcome
}

// set enters a row that is set aside in the ledger and among the issues.
func (in *intake) set(p *pending, class record.Class, field, code string) {
	in.out.Ledgers[p.ledger].Counts[class]++
	detail := ""
	if class == record.Unmapped {
		detail = shown(p.unknown)
	}
	in.out.Issues = append(in.out.Issues, record.Issue{
		Ref: p.rec.Where().Ref, Kind: p.rec.Kind(), Field: field, Severity: record.SeverityWarning,
		Code: code, Detail: detail, Count: 1, Class: class,
	})
}
