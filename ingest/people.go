package ingest

import (
	"evidencepack/ingest/cell"
	"evidencepack/ingest/person"
	"evidencepack/ingest/record"
)

// register enters the people of the register. Without one, people are taken
// from the rows and there are no care days.
func (in *intake) register(people *person.Registry) {
	var stays []person.Stay
	var rows []*pending
	there := false
	for _, p := range in.pending {
		stay, is := p.rec.(*record.Placement)
		if !is {
			continue
		}
		there = true
		if person.IsTest(p.name) || p.name == "" && person.IsTest(p.ref) {
			stay.Person = people.Test(p.ref, p.name)
			stay.Struck, p.struck = true, codeTestPerson
			continue
		}
		rows = append(rows, p)
		stays = append(stays, person.Stay{Ref: p.ref, Name: p.name, Service: stay.Service, Born: p.born, From: stay.Start, To: stay.End})
	}
	for i, who := range people.Enrol(stays) {
		rows[i].rec.Where().Person = who
	}
	if !there {
		people.TakeFromRows()
		in.fromRows(people)
		in.note(record.Ref{}, "", codeNoRegister, "", 1)
	}
}

// fromRows enters who has an id in some row, before names are looked up.
func (in *intake) fromRows(people *person.Registry) {
	seen := make(map[person.Stay]bool)
	var stays []person.Stay
	for _, p := range in.pending {
		stay := person.Stay{Ref: p.ref, Name: p.name, Service: p.rec.Where().Service}
		if p.ref == "" || !p.rec.Kind().NeedsPerson() || seen[stay] {
			continue
		}
		seen[stay] = true
		switch {
		case person.IsTest(p.name):
			people.Test(p.ref, p.name)
		case len(person.Parts(p.ref)) < 2:
			stays = append(stays, stay)
		}
	}
	people.Enrol(stays)
}

// answerCodes are the problems of rows whose person is not known.
var answerCodes = map[person.Answer]string{
	person.Unknown: codePersonUnknown, person.SameName: codeSameName, person.SameID: codeSameID,
	person.Elsewhere: codeElsewhere, person.Initials: codeInitials, person.Several: codeSeveral,
}

// resolve finds the person of a row, or says why the row cannot be used.
func (in *intake) resolve(p *pending, people *person.Registry) string {
	h, kind := p.rec.Where(), p.rec.Kind()
	switch {
	case kind == record.KindPlacement:
		return ""
	case cell.Key(p.ref) == "" && cell.Key(p.name) == "":
		if kind.NeedsPerson() {
			return codePersonEmpty
		}
		return ""
	}
	asked := person.Asked{Ref: p.ref, Name: p.name, Service: h.Service, On: h.On}
	who, answer := people.Find(asked)
	switch {
	case answer == person.Known:
		h.Person = who
		return ""
	case answer == person.Nobody:
		h.Person, h.Struck, p.struck = who, true, codeTestPerson
		return ""
	case in.options.Stranger:
		h.Person = people.Register(p.ref, p.name)
		return ""
	}
	people.Doubt(asked, answer)
	switch {
	case kind.NeedsPerson():
		return answerCodes[answer]
	case answer == person.Several:
		in.count(p.ledger, codeSeveral)
	default:
		in.count(p.ledger, codePersonBlank)
	}
	return ""
}

// shortStay is the most days of a stay that may be respite from another.
const shortStay = 42

// openStays counts, for each sheet of a register, stays that have no end although
// the person later moved elsewhere, or although it says why the person left. They
// still count as care days.
func (in *intake) openStays(places stays, rows []*pending) {
	ledgers, reasons := make(map[*record.Placement]int), make(map[*record.Placement]string)
	for _, p := range rows {
		if stay, is := p.rec.(*record.Placement); is {
			ledgers[stay], reasons[stay] = p.ledger, p.text
		}
	}
	counts := make([]int, len(in.out.Ledgers))
	for _, list := range places {
		for i, stay := range list {
			if stay.End == 0 && (gone(reasons[stay]) || movedOn(stay, list[i+1:])) {
				counts[ledgers[stay]]++
			}
		}
	}
	for i, n := range counts {
		if l := in.out.Ledgers[i]; n > 0 {
			in.note(record.Ref{File: l.File, Sheet: l.Sheet}, l.Kind, codeStayOpen, "", n)
		}
	}
}

// gone tells whether a reason for leaving, as words are compared, says that the
// person left.
func gone(reason string) bool {
	switch reason {
	case "died", "death", "deceased", "rip", "passed away", "left", "moved on", "moved out", "discharged", "moved away", "moved", "left service", "end of life":
		return true
	}
	return false
}

// movedOn tells whether a later stay elsewhere is no short one.
func movedOn(stay *record.Placement, later []*record.Placement) bool {
	for _, next := range later {
		if next.Start > stay.Start && next.Service != stay.Service && (next.End == 0 || next.End-next.Start >= shortStay) {
			return true
		}
	}
	return false
}
