package main

import (
	"fmt"
	"time"
)

// visits makes the homecare rota by year: semicolons, Windows-1252, days like
// 12-Jan-2026 and an empty column at the end.
func visits() ([]export, error) {
	r := newRandom("visits")
	heading := []string{"Visit ID", "Client ID", "Client name", "Service", "Visit date", "Planned start", "Planned end", "Actual start",
		"Actual end", "Status", "Cancellation reason", "Staff name", "Check-in", ""}
	rows := map[int][][]string{}
	number := 50001
	for _, day := range days(firstDay, lastDay) {
		for i, p := range supported(atHome, day) {
			if (int(day.Weekday())+i)%2 == 0 {
				rows[day.Year()] = append(rows[day.Year()], visit(r, number, p, day, 7*60+30+20*i))
				number++
			}
		}
	}
	var files []export
	for _, year := range []int{2025, 2026} {
		file, err := windowsCSV.file(fmt.Sprintf("homecare_visits_%d.csv", year), heading, rows[year])
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

func visit(r *random, number int, p person, day time.Time, planned int) []string {
	status, reason := visitStatus(r, day)
	var arrived, left string
	if status == "Completed" || status == "Partial" {
		start := planned + r.between(-10, 25)
		length := r.between(38, 52)
		if status == "Partial" {
			length = r.between(12, 25)
		}
		arrived, left = clock(start), clock(start+length)
	}
	method := r.pick("App", "App", "App", "App", "App", "Manual")
	if arrived == "" {
		method = ""
	}
	return []string{fmt.Sprintf("V%d", number), p.ref, p.name(), atHome, day.Format("02-Jan-2006"), clock(planned), clock(planned + 45),
		arrived, left, status, reason, r.onShift(atHome).name(), method, ""}
}

// visitStatus: fewer visits are missed in the period than in the baseline.
func visitStatus(r *random, day time.Time) (status, reason string) {
	missing := 34
	if halfYear(day) == 2 {
		missing = 15
	}
	switch {
	case r.chance(missing):
		return "Missed", r.pick("Staff sickness", "Rota error", "")
	case r.chance(24):
		return "Cancelled by person", r.pick("Feeling anxious", "Going out with family", "Did not want a call")
	case r.chance(12):
		return "Cancelled by family", "Daughter visiting"
	case r.chance(28):
		return r.draw([]share{{4, "Partial"}, {2, "No reply"}, {3, "Refused at door"}, {2, "Cancelled by provider"}, {3, "Cancelled – hospital"}}), ""
	}
	return "Completed", ""
}
