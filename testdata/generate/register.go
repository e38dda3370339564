package main

import (
	"fmt"
	"time"
)

// register makes the registers of people and of staff.
func register() ([]export, error) {
	heading := []string{"Placement ID", "Person ID", "Full name", "NHS number", "Date of birth", "Service", "Service type",
		"Start date", "End date", "Reason for leaving", "Funding", "Phone", "Postcode"}
	peopleFile, err := markedCSV.file("people.csv", heading, placements())
	if err != nil {
		return nil, err
	}
	staffFile, err := plainCSV.file("staff.csv",
		[]string{"Staff ID", "Staff name", "Role", "Service", "Start date", "End date", "Employment", "Phone"}, staffRows())
	return []export{peopleFile, staffFile}, err
}

var serviceTypes = map[string]string{house: "Residential", mews: "Supported living", atHome: "Homecare"}

// placements lists one row for each person and service: a person who moved has two.
func placements() [][]string {
	r := newRandom("people")
	var rows [][]string
	add := func(p person, service string, start, end time.Time, left string, identity []string) {
		row := []string{fmt.Sprintf("PL%03d", len(rows)+1), p.ref, p.name(), identity[0], british(p.born), service,
			serviceTypes[service], british(start), britishOrBlank(end), left}
		rows = append(rows, append(row, identity[1:]...))
	}
	for _, p := range people {
		identity := []string{testHealthNumber(r), r.pick("Local authority", "Local authority", "Self funder", "Joint funded"),
			dramaPhone(r), dramaPostcode(r)}
		add(p, p.service, p.start, p.end, p.left, identity)
		if p.movedTo != "" {
			add(p, p.movedTo, p.end.AddDate(0, 0, 1), time.Time{}, "", identity)
		}
	}
	return rows
}

func staffRows() [][]string {
	r := newRandom("staff")
	var rows [][]string
	for _, w := range staff {
		started := date(2018+r.below(7), time.Month(r.between(1, 12)), r.between(1, 28))
		rows = append(rows, []string{w.ref, w.name(), w.role, w.service, british(started), "",
			r.pick("Permanent", "Permanent", "Permanent", "Bank"), dramaPhone(r)})
	}
	return append(rows, []string{"WS28", "Peverell Ockham-Lisle", "Support worker", house, "08/06/2026", "", "Agency", dramaPhone(r)})
}

// testHealthNumber is of the range kept for tests (999), with its check digit.
func testHealthNumber(r *random) string {
	for {
		digits := []int{9, 9, 9, 0, 0, 0, 0, 0, 0}
		for i := 3; i < 9; i++ {
			digits[i] = r.below(10)
		}
		sum := 0
		for i, d := range digits {
			sum += d * (10 - i)
		}
		check := (11 - sum%11) % 11
		if check == 10 {
			continue // no number has this check digit
		}
		return fmt.Sprintf("999 %d%d%d %d%d%d%d", digits[3], digits[4], digits[5], digits[6], digits[7], digits[8], check)
	}
}

// dramaPhone is of a range that is kept for drama and rings nowhere.
func dramaPhone(r *random) string {
	return r.pick("01632 960", "07700 900") + fmt.Sprintf("%03d", r.below(1000))
}

// dramaPostcode is of an area that does not exist.
func dramaPostcode(r *random) string {
	return fmt.Sprintf("ZX%d %d%s", r.between(1, 19), r.between(1, 9), r.pick("QA", "LM", "TR", "WB"))
}
