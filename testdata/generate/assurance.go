package main

import (
	"fmt"
	"time"
)

var criteria = []string{"Followed plan", "Consent check done", "One prompt at a time", "Reoffer as planned"}

// observations makes the spot checks: one row for each criterion of each check.
func observations() ([]export, error) {
	r := newRandom("observations")
	var rows [][]string
	for i, day := range days(firstDay, lastDay) {
		if i%8 != 3 {
			continue
		}
		service := services[i/8%len(services)]
		there := supported(service, day)
		who, seen := there[r.below(len(there))], r.onShift(service)
		for _, c := range criteria {
			rows = append(rows, []string{fmt.Sprintf("OB%03d", i/8+1), british(day), service, seen.name(), who.ref, "Spot check", c,
				criterionMet(r, day), manager(service).name()})
		}
	}
	return one(plainCSV.file("observations.csv", []string{"Observation ID", "Date", "Service", "Staff", "Person ID", "Kind", "Criterion",
		"Met", "Observer"}, rows))
}

func criterionMet(r *random, day time.Time) string {
	if halfYear(day) == 2 {
		return r.draw([]share{{80, "Yes"}, {10, "Partial"}, {6, "No"}, {4, "N/A"}})
	}
	return r.draw([]share{{66, "Yes"}, {14, "Partial"}, {15, "No"}, {5, "N/A"}})
}

// feedback makes complaints, concerns, compliments and suggestions, as Excel
// saves "Unicode Text": UTF-16 with tabs.
func feedback() ([]export, error) {
	r := newRandom("feedback")
	var rows [][]string
	for _, day := range days(firstDay, lastDay) {
		if !r.chance(115) {
			continue
		}
		service := r.pick(services...)
		there := supported(service, day)
		kind := r.draw([]share{{26, "Complaint"}, {20, "Concern"}, {38, "Compliment"}, {16, "Suggestion"}})
		reply, outcome := time.Time{}, ""
		if kind == "Complaint" || kind == "Concern" {
			reply, outcome = day.AddDate(0, 0, r.between(3, 24)), r.pick("Upheld", "Partly upheld", "Not upheld")
		}
		rows = append(rows, []string{fmt.Sprintf("FB%03d", len(rows)+1), british(day), kind, service, there[r.below(len(there))].ref,
			r.pick("Family", "Family", "Person", "Professional"), r.pick("Staff approach", "Timing", "Communication", "Food", "Dignity respect"),
			r.pick("Rang from 07700 900"+fmt.Sprint(r.between(100, 999)), "Said thank you for the calm mornings", "Lunch is too early, \"I am not hungry\"",
				"Would like the same faces", "=1+1"), britishOrBlank(reply), outcome})
	}
	return one(excelText.file("feedback.txt", []string{"Feedback ID", "Date received", "Feedback type", "Service", "Person ID", "Raised by",
		"Theme", "Details", "Response date", "Outcome"}, rows))
}

// safeguarding makes the concerns raised: about one in six weeks.
func safeguarding() ([]export, error) {
	r := newRandom("safeguarding")
	var rows [][]string
	for i, day := range days(firstDay, lastDay) {
		if i%41 != 17 {
			continue
		}
		service := r.pick(services...)
		there := supported(service, day)
		closed := day.AddDate(0, 0, r.between(20, 80))
		if closed.After(exportedOn) {
			closed = time.Time{}
		}
		rows = append(rows, []string{fmt.Sprintf("SG%02d", len(rows)+1), british(day), service, there[r.below(len(there))].ref,
			r.pick("Neglect", "Psychological", "Financial", "Physical"), r.pick("Staff", "Staff", "Family", "Professional"),
			yesNo(r.chance(400)), r.pick("Not substantiated", "Substantiated", "Inconclusive"), britishOrBlank(closed)})
	}
	return one(plainCSV.file("safeguarding.csv", []string{"Concern ID", "Date raised", "Service", "Person ID", "Type", "Raised by", "S42",
		"Outcome", "Date closed"}, rows))
}

// attendance makes the activities planned; the list knows people by full name only.
func attendance() ([]export, error) {
	r := newRandom("attendance")
	var rows [][]string
	for _, day := range days(firstDay, lastDay) {
		for _, p := range people {
			if service := p.serviceOn(day); service == "" || service == atHome && p.ref != "WK303" || !r.chance(100) {
				continue
			}
			status := attended(r, day)
			length := ""
			if status == "Attended" || status == "Attended part" {
				length = fmt.Sprint(r.pickDays(30, 45, 60, 90))
			}
			rows = append(rows, []string{british(day), p.name(), r.pick("Garden group", "Café", "Library", "Music", "Swimming"), status, length,
				r.pick("Participant", "Participant", "Participant", "Volunteer")})
		}
	}
	rows = append(rows, []string{"04/08/2026", "Hepzibah Nonesuch", "Music", "Attended", "45", "Participant"})
	return one(markedCSV.file("attendance.csv", []string{"Date", "Name", "Activity", "Status", "Duration", "Role"}, rows))
}

func attended(r *random, day time.Time) string {
	going := []int{560, 570, 680}[halfYear(day)]
	if r.chance(going) {
		return "Attended"
	}
	return r.draw([]share{{20, "Attended part"}, {30, "Declined"}, {14, "Cancelled by person"}, {14, "Cancelled - anxiety"},
		{10, "Cancelled by provider"}, {6, "Cancelled - external"}, {6, "Not recorded"}})
}
