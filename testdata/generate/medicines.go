package main

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// prescription is one medicine of one person, at its times of day in minutes.
type prescription struct {
	person, medicine string
	times            []int
	asNeeded         bool
}

var prescriptions = []prescription{
	{"WK101", "Amlodipine 5mg tablets", []int{8 * 60}, false},
	{"WK106", "Sertraline 50mg tablets", []int{8 * 60, 21 * 60}, false},
	{"WK108", "Co-careldopa 25mg/100mg tablets", []int{0, 12 * 60}, false},
	{"WK203", "Sodium valproate 200mg tablets", []int{8*60 + 30}, false},
	{"WK302", "Metformin 500mg tablets", []int{9 * 60}, false},
	{"WK102", "Paracetamol 500mg tablets", []int{14 * 60}, true},
}

// medicineFiles are the exports: February 2026 was never sent.
var medicineFiles = []quarter{
	{"2025_Q2", date(2025, 4, 1), date(2025, 6, 30)}, {"2025_Q3", date(2025, 7, 1), date(2025, 9, 30)},
	{"2025_Q4", date(2025, 10, 1), date(2025, 12, 31)}, {"2026-01", date(2026, 1, 1), date(2026, 1, 31)},
	{"2026-03", date(2026, 3, 1), date(2026, 3, 31)}, {"2026_Q2", date(2026, 4, 1), date(2026, 6, 30)},
	{"2026_Q3", date(2026, 7, 1), date(2026, 9, 30)},
}

// medicines makes the records of doses, with times in UTC as the system keeps them.
func medicines() ([]export, error) {
	r := newRandom("medicines")
	heading := []string{"Dose ID", "Resident ID", "Service", "Due", "Given at", "Medicine", "Dose", "Route", "PRN", "Outcome", "Reason",
		"Recorded by"}
	number := 70001
	var files []export
	for _, f := range medicineFiles {
		var rows [][]string
		for _, day := range days(f.from, f.to) {
			for _, p := range prescriptions {
				for _, minute := range p.times {
					if p.asNeeded && !r.chance(150) {
						continue
					}
					rows = append(rows, dose(r, number, p, day, minute))
					number++
				}
			}
		}
		slices.SortStableFunc(rows, func(a, b []string) int { return strings.Compare(a[3], b[3]) })
		file, err := plainCSV.file("emar_"+f.name+".csv", heading, rows)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

func dose(r *random, number int, p prescription, day time.Time, minute int) []string {
	const stamp = "2006-01-02T15:04:05Z"
	who := people[slices.IndexFunc(people, func(x person) bool { return x.ref == p.person })]
	outcome, reason := doseOutcome(r, p, day)
	given := ""
	switch outcome {
	case "Administered", "Given", "Self-administered", "Took later":
		given = utc(day, minute+r.between(1, 40)).Format(stamp)
	}
	service := who.serviceOn(day)
	return []string{fmt.Sprint(number), p.person, service, utc(day, minute).Format(stamp), given, p.medicine, "1", "Oral",
		yesNo(p.asNeeded), outcome, reason, r.onShift(service).name()}
}

// doseOutcome follows the story: WK106 refuses less from 19 January 2026, after
// the pause-and-return routine; WK302 takes over the tablets step by step.
func doseOutcome(r *random, p prescription, day time.Time) (outcome, reason string) {
	refusing, missing := 18, 30
	if p.person == "WK106" {
		refusing = 170
		if !day.Before(date(2026, 1, 19)) {
			refusing = 50
		}
	}
	if halfYear(day) == 2 {
		missing = 14
	}
	switch {
	case p.asNeeded:
		return r.pick("Given", "Given", "Not required"), ""
	case r.chance(refusing):
		return r.draw([]share{{5, "Refused"}, {2, "Took later"}, {1, "Refused & destroyed"}, {1, "R"}}),
			r.pick("Did not want it", "Felt sick", "", "Said later")
	case r.chance(missing):
		return r.draw([]share{{4, "Missed"}, {3, "Omitted"}, {2, "Out of stock"}, {5, ""}}), ""
	case r.chance(18):
		return r.draw([]share{{2, "Hospital"}, {2, "Social leave"}, {2, "Withheld"}, {1, "Asleep"}, {1, "Already taken"}}), ""
	case r.chance(1):
		return "X", ""
	case p.person == "WK302" && r.chance(80+45*monthOf(day)):
		return "Self-administered", ""
	}
	return r.pick("Administered", "Administered", "Given"), ""
}
