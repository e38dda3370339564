package main

import (
	"fmt"
	"time"
)

// ratings makes the ratings people gave of their comfort, confidence and
// anxiety. Comfort rises everywhere but at Wimble House, where lunch was moved.
func ratings() ([]export, error) {
	r := newRandom("ratings")
	var rows [][]string
	for _, day := range days(firstDay, lastDay) {
		for _, p := range people {
			if service := p.serviceOn(day); service != "" && r.chance(115) {
				rows = append(rows, rating(r, len(rows)+8001, p, service, day))
			}
		}
	}
	rows = append(rows, []string{fmt.Sprint(len(rows) + 8001), british(lastDay), "WK105", "Comfort", "9", "Self", "End of visit"})
	return one(plainCSV.file("self_ratings.csv", []string{"Rating ID", "Date", "Person ID", "Scale", "Score", "Rated by", "Context"}, rows))
}

func rating(r *random, number int, p person, service string, day time.Time) []string {
	scale := r.draw([]share{{62, "Comfort"}, {20, "Confidence"}, {18, "Anxiety"}})
	rater := r.draw([]share{{80, "Self"}, {10, "Family"}, {10, "Staff"}})
	good := []int{560, 570, 690}[halfYear(day)]
	if service == house && halfYear(day) == 2 {
		good = 540
	}
	score := r.between(1, 3)
	if r.chance(good) {
		score = r.between(4, 5)
	}
	switch scale {
	case "Anxiety":
		score = 6 - score
	case "Confidence":
		score = min(5, (score+3)/2+grown(day))
	}
	return []string{fmt.Sprint(number), british(day), p.ref, scale, fmt.Sprint(score), rater, r.pick("End of visit", "End of shift", "Review")}
}

// grown is by how much people's confidence has grown since the half year began:
// not at all in the first, by one point in the second, by up to two in the third.
func grown(day time.Time) int {
	half := halfYear(day)
	begun := []time.Time{firstDay, date(2025, 10, 1), date(2026, 4, 1)}[half]
	return half * int(day.Sub(begun).Hours()/24) / 150
}
