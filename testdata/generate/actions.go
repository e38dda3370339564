package main

import (
	"fmt"
	"time"
)

// actions makes the learning actions: most come from incidents. Fewer are done
// on time in the period than in the baseline.
func actions() ([]export, error) {
	r := newRandom("actions")
	var rows [][]string
	for _, i := range makeIncidents() {
		if i.needsPlanChange() && r.chance(680) {
			rows = append(rows, actionRow(r, len(rows)+1, i))
		}
	}
	return one(plainCSV.file("actions.csv", []string{"Action ID", "Source", "Linked record", "Service", "Person ID", "Raised",
		"Action required", "Owner", "Due date", "Date completed", "Status", "Impact"}, rows))
}

func actionRow(r *random, number int, i incident) []string {
	raised := i.on.AddDate(0, 0, r.between(1, 6))
	due := raised.AddDate(0, 0, r.pickDays(14, 28, 28))
	onTime := []int{740, 840, 480}[halfYear(due)]
	var done time.Time
	switch x := r.below(1000); {
	case x < onTime:
		done = raised.AddDate(0, 0, r.between(2, int(due.Sub(raised)/(24*time.Hour))))
	case x < 880:
		done = due.AddDate(0, 0, r.between(2, 30))
	}
	if done.After(exportedOn) {
		done = time.Time{}
	}
	status, effect := "Open", ""
	switch {
	case !done.IsZero():
		status, effect = "Completed", r.pick("Spot check passed", "No repeat so far", "Person says it is calmer", "", "")
	case due.Before(exportedOn):
		status = "Overdue"
	}
	return []string{fmt.Sprintf("ACT%03d", number), "Incident", fmt.Sprintf("INC-%04d", i.number), i.service, i.person, iso(raised),
		r.pick("Update the morning plan with the person", "Debrief with the team", "Order a sensor light", "Medicines competency check",
			"Rewrite the prompt card", "Review the restriction with the person"),
		r.onShift(i.service).name(), iso(due), isoOrBlank(done), status, effect}
}

// pickDays gives one of the lengths.
func (r *random) pickDays(lengths ...int) int { return lengths[r.below(len(lengths))] }
