package main

import (
	"fmt"
	"time"
)

// team lists the staff of a service who are no managers.
func team(service string) []worker {
	var found []worker
	for _, w := range staff {
		if w.service == service && w.role != "Registered manager" {
			found = append(found, w)
		}
	}
	return found
}

// supervisions makes the list of supervisions: every eight weeks for each member of
// a team, more often late at Wimble House, and with more reflection in the period.
func supervisions() ([]export, error) {
	r := newRandom("supervisions")
	var rows [][]string
	for _, service := range services {
		for i, w := range team(service) {
			for due := firstDay.AddDate(0, 0, 5+9*i); !due.After(lastDay); due = due.AddDate(0, 0, 56) {
				held := due.AddDate(0, 0, r.between(-6, 1))
				if late := 140; r.chance(late + map[bool]int{true: 220}[service == house]) {
					held = due.AddDate(0, 0, r.between(6, 40))
				}
				row := []string{fmt.Sprintf("SV%03d", len(rows)+1), w.ref, service, british(due), "", r.pick("Supervision", "Supervision", "Supervision", "Group", "Reflective"), "", "", "", "", "", ""}
				if !held.After(exportedOn) && !r.chance(60) {
					row[4] = british(held)
					good := []int{350, 450, 760}[halfYear(due)]
					for column := 6; column <= 10; column++ {
						row[column] = yesNo(r.chance(good))
					}
					row[11] = fmt.Sprint(r.pickDays(0, 0, 0, 1, 1, 2, 3))
				}
				rows = append(rows, row)
			}
		}
	}
	return one(plainCSV.file("supervisions.csv", []string{"Supervision ID", "Staff ID", "Service", "Supervision due", "Date held", "Supervision type",
		"Reflection recorded", "What was adapted and why", "What built capability", "What did you stop doing for", "What changed and what shows it", "Conflict moments"}, rows))
}

// courses are what staff are trained in, and for how many years it holds; 0 is for good.
var courses = []struct {
	name  string
	years int
}{
	{"Safeguarding adults", 1}, {"Medication administration", 1}, {"Mental Capacity Act and DoLS", 3}, {"Positive behaviour support", 2},
	{"Prompt ladders", 0}, {"Graded exposure", 0}, {"Supported decision-making", 0}, {"Consent and communication", 0},
	{"Cultural awareness", 2}, {"Oliver McGowan Tier 1", 3}, {"Moving and handling", 1},
}

// training makes the list of courses and sign-offs. The new approaches came in
// after the baseline; some refreshers have run out.
func training() ([]export, error) {
	r := newRandom("training")
	var rows [][]string
	for _, w := range staff {
		for _, c := range courses {
			done := firstDay.AddDate(0, 0, r.between(-300, 540))
			if c.years == 0 && halfYear(done) < 2 && r.chance(600) {
				done = date(2026, time.April, 6).AddDate(0, 0, r.between(0, 150))
			}
			expires, result := time.Time{}, "Competent"
			if c.years > 0 {
				expires = done.AddDate(c.years, 0, 0)
			}
			row := []string{w.ref, w.service, c.name, british(done), britishOrBlank(expires), result, manager(w.service).name()}
			if r.chance(90) {
				row[3], row[4], row[5], row[6] = "", "", "Not yet competent", ""
			}
			rows = append(rows, row)
		}
	}
	return one(markedCSV.file("training.csv", []string{"Staff ID", "Service", "Course", "Date completed", "Expiry date", "Competent", "Signed off by"}, rows))
}

// staffing makes the staffing of each service and month. Agency hours rise at
// Wimble House in the summer of 2026 and fall at Pipkin Mews.
func staffing() ([]export, error) {
	r := newRandom("staffing")
	var rows [][]string
	for month := firstDay; !month.After(lastDay); month = month.AddDate(0, 1, 0) {
		for _, service := range services {
			heads := len(team(service)) + 1
			hours := heads*128 + r.between(-40, 40)
			agency := hours * r.between(4, 9) / 100
			if service == house && !month.Before(date(2026, time.June, 1)) {
				agency = hours * r.between(14, 22) / 100
			}
			if service == mews && halfYear(month) == 2 {
				agency = hours * r.between(0, 3) / 100
			}
			shifts := r.between(84, 93)
			rows = append(rows, []string{month.Format("Jan-06"), service, fmt.Sprint(heads), fmt.Sprint(r.pickDays(0, 0, 0, 1)), fmt.Sprint(r.pickDays(0, 0, 0, 0, 1)),
				fmt.Sprint(r.pickDays(0, 1, 1, 2)), fmt.Sprint(agency), fmt.Sprint(hours), fmt.Sprint(shifts), fmt.Sprint(shifts * r.between(62, 97) / 100)})
		}
	}
	return one(plainCSV.file("staffing_by_month.csv", []string{"Month", "Service", "Number of staff", "Starters", "Leavers", "Vacancies", "Agency hours",
		"Total hours", "Shifts", "Handover briefings done"}, rows))
}
