package main

import (
	"fmt"
	"time"
)

// planReviews makes the reviews of plans, about every eight weeks; the export
// repeats its heading half way down.
func planReviews() ([]export, error) {
	r := newRandom("plan reviews")
	heading := []string{"Review ID", "Person ID", "Review type", "Review due", "Date reviewed", "Triggered by", "Took part",
		"Changes made", "Why changed", "Review text"}
	var rows [][]string
	for _, day := range days(firstDay, lastDay) {
		for i, p := range people {
			if p.serviceOn(day) != "" && (int(day.Sub(firstDay)/(24*time.Hour))+5*i)%56 == 20 {
				rows = append(rows, review(r, len(rows)+1, p, day))
			}
		}
	}
	half := len(rows) / 2
	rows = append(rows[:half:half], append([][]string{heading}, rows[half:]...)...)
	return one(plainCSV.file("plan_reviews.csv", heading, rows))
}

func review(r *random, number int, p person, due time.Time) []string {
	done := due.AddDate(0, 0, r.between(-4, 2))
	if r.chance(160) {
		done = due.AddDate(0, 0, r.between(5, 25))
	}
	if done.After(exportedOn) || r.chance(40) {
		done = time.Time{}
	}
	took := r.draw([]share{{64, "Yes"}, {26, "No"}, {10, ""}})
	if halfYear(due) == 2 {
		took = r.draw([]share{{80, "Yes"}, {14, "No"}, {6, ""}})
	}
	changed, why := r.draw([]share{{40, ""}, {20, "Step three started"}, {20, "Prompt card rewritten"}, {20, "Order of the morning changed"}}), ""
	if changed != "" {
		why = r.pick(p.first+" asked", "Refusals before the wash", "After an incident", "")
	}
	if done.IsZero() {
		took, changed, why = "", "", ""
	}
	return []string{fmt.Sprintf("RV%03d", number), p.ref, r.pick("Care plan", "Risk", "Care plan", "Medication"), british(due),
		britishOrBlank(done), r.pick("Scheduled", "Scheduled", "Scheduled", "Incident"), took, changed, why,
		r.pick("Went through the plan with pictures.", p.first+" says support is calmer.", "Continue with the plan.", "Continue with the plan.")}
}
