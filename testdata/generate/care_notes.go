package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// note is one row of a care notes export: one offer of support.
type note struct {
	number, version             int
	on                          time.Time
	minute                      int
	person                      person
	service, category           string
	outcome, reoffered, final   string
	reason, level, worker, text string
	struck                      bool
	updated                     time.Time
}

// hours is when each kind of support is offered, in minutes of the day.
var hours = map[string][2]int{
	personalCare: {7*60 + 10, 9*60 + 50}, meals: {12 * 60, 13*60 + 30}, medicineHelp: {8 * 60, 8*60 + 50},
	community: {10 * 60, 15*60 + 30}, domestic: {10*60 + 15, 11*60 + 45}, social: {14 * 60, 16*60 + 40},
	mobility: {11 * 60, 15 * 60}, nightCheck: {10, 5 * 60}, "Finance": {10 * 60, 12 * 60},
	"Health appointment": {9*60 + 30, 15 * 60}, "Spiritual support": {10 * 60, 11 * 60},
}

var kinds = map[string][]share{
	house: {{40, personalCare}, {26, meals}, {10, medicineHelp}, {8, mobility}, {8, social}, {6, nightCheck}, {2, "Health appointment"}},
	mews:  {{30, personalCare}, {18, meals}, {22, community}, {14, domestic}, {8, social}, {5, "Finance"}, {3, "Health appointment"}},
	atHome: {{48, personalCare}, {22, meals}, {14, medicineHelp}, {6, community}, {7, domestic},
		{3, "Health appointment"}},
}

// makeNotes makes every note once, in the order of time.
func makeNotes(r *random) []note {
	var notes []note
	for _, day := range days(firstDay, lastDay) {
		var today []note
		for _, p := range people {
			if service := p.serviceOn(day); service != "" {
				today = append(today, offersOn(r, p, service, day)...)
			}
		}
		slices.SortStableFunc(today, func(a, b note) int { return cmp.Compare(a.minute, b.minute) })
		notes = append(notes, today...)
	}
	for i := range notes {
		notes[i].number = 40001 + i
	}
	return notes
}

// offersOn makes a person's offers of one day, no two of the same kind.
func offersOn(r *random, p person, service string, day time.Time) []note {
	var categories []string
	story := told(p)
	if story != "" && r.chance(620) {
		categories = append(categories, story)
	}
	others := 430
	if story != "" {
		others = 520
	}
	if r.chance(others) {
		if c := r.draw(kinds[service]); c != story {
			categories = append(categories, c)
		}
	}
	if day.Equal(date(2026, 4, 5)) && p.ref == "WK107" {
		categories = append(categories, "Spiritual support")
	}
	var offers []note
	for _, c := range categories {
		n := note{version: 1, on: day, minute: r.between(hours[c][0], hours[c][1]), person: p, service: service, category: c,
			worker: r.onShift(service).name()}
		n.answer(r)
		n.text = remark(r, p, n)
		n.updated = day.Add(time.Duration(n.minute+r.between(3, 110)) * time.Minute)
		offers = append(offers, n)
	}
	return offers
}

var accepted = []share{{62, "Completed"}, {12, "Done"}, {12, "Supported"}, {14, "Independent"}}

var notRefused = []share{{24, "Partial"}, {10, "Stopped – distressed"}, {9, "Not required"}, {8, "Hospital"}, {6, "Staff shortage"},
	{5, "Not done"}, {7, ""}, {6, "Asleep"}}

// answer says what became of the offer.
func (n *note) answer(r *random) {
	switch {
	case n.category == nightCheck:
		n.outcome = r.draw([]share{{6, "Asleep"}, {4, "Completed"}})
	case r.chance(refusals(n.person, n.service, n.category, n.on)):
		n.refuse(r)
	case r.chance(70):
		n.outcome = r.draw(notRefused)
	case r.chance(2):
		n.outcome = r.pick("See diary", "Variable", "Q")
	default:
		n.outcome = r.draw(accepted)
		n.level = levelOf(r, *n)
	}
}

var reasons = []share{{20, "Too rushed"}, {14, "Anxious"}, {12, "Wanted to do it later"}, {10, "Unfamiliar staff"}, {8, "Pain"},
	{8, "Noise"}, {6, "Own choice"}, {6, "Light too bright"}, {14, ""}, {6, "Not recorded"}, {3, "Unknown"}}

// refuse records a first no, and whether a second offer was accepted: more
// often so from January 2026, when pausing and coming back was practised.
func (n *note) refuse(r *random) {
	n.reason = r.draw(reasons)
	accepting := 230
	if !n.on.Before(date(2026, 1, 19)) && n.service != house {
		accepting = 420
	}
	switch {
	case r.chance(accepting) && r.chance(600):
		n.outcome, n.reoffered, n.final = r.pick("Refused", "Declined"), "Yes", "Accepted"
	case r.chance(accepting / 2):
		n.outcome, n.reoffered = "Accepted later", "Yes"
	default:
		n.outcome, n.reoffered = r.pick("Refused", "Declined", "Declined"), r.pick("Yes", "No", "No", "")
		if n.reoffered == "Yes" {
			n.final = "Refused"
		}
	}
}

func levelOf(r *random, n note) string {
	if n.outcome == "Independent" {
		return "Independent"
	}
	if r.chance(520) {
		return ""
	}
	if halfYear(n.on) == 2 {
		return r.draw([]share{{12, "Gesture"}, {44, "Verbal prompt"}, {10, "Visual prompt"}, {24, "Partial physical"}, {10, "Full physical"}})
	}
	return r.draw([]share{{8, "Gesture"}, {36, "Verbal prompt"}, {6, "Visual prompt"}, {32, "Partial physical"}, {18, "Full physical"}})
}

// remark is the free text of a note. It holds what real notes hold: names,
// phone numbers, quotes, line breaks and text that looks like a formula.
func remark(r *random, p person, n note) string {
	if !r.chance(330) {
		return ""
	}
	first := strings.Fields(n.worker)[0]
	if n.reoffered != "" {
		return r.pick(
			p.first+" said \"not now\", "+first+" stepped back.",
			"Said \"later\".\nStepped back for 10 minutes.",
			"Too many questions at once, says "+p.first+".",
			"Turned away, looked upset, staff paused.")
	}
	if r.chance(12) {
		return r.pick("=1+1", "@team please ring 01632 960"+fmt.Sprint(r.between(100, 999)), "+ good day",
			"Letter for "+p.name()+", ZX4 2QA, filed.", "NHS no 999 000 0018 checked.")
	}
	return r.pick("Calm throughout.", "Ate well, two drinks.", p.first+" chose the clothes.", "Took time, no rush.",
		"Lights dimmed first, then a pause.", "Used the picture card.", "Laughed with "+first+".", "Tea first, then wash.",
		"Walked part-way, paused, came back.", "Made own lunch, \"best yet\".")
}
