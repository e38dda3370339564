package main

import (
	"fmt"
	"strings"
	"time"
)

// goal is what a person wants to do, in their own words, and its graded steps.
type goal struct {
	ref, person, words, domain string
	set                        time.Time
	every                      int // days between attempts, about
	stepDays                   int // days until a step is done alone, about
	steps                      []string
}

// shopGoal is the goal whose setback the story tells.
const shopGoal = "G05"

var goalList = []goal{
	{"G01", "WK103", "I want to wash and dress in my own time", "personal_care", date(2025, 11, 3), 2, 170,
		[]string{"Wash face and hands", "Wash top half", "Choose clothes", "Dress top half"}},
	{"G02", "WK105", "I want to walk to the paper shop on my own", "community", date(2025, 8, 18), 3, 190,
		[]string{"Walk the route together", "Cross the road", "Lead with staff behind", "Go alone with a check-in call"}},
	{"G03", "WK301", "I want my wash to be calm and to do my own face", "personal_care", date(2026, 2, 16), 2, 150,
		[]string{"Turn on the warm tap", "Wash face", "Brush teeth", "Choose the towel"}},
	{"G04", "WK302", "I want to look after my own tablets", "medication", date(2025, 3, 10), 2, 200,
		[]string{"Find the right pot", "Check the colour chart", "Take at the timer", "Tell staff it is done"}},
	{shopGoal, "WK303", "I want to go to the local shop without panicking", "community", date(2026, 3, 2), 2, 40,
		[]string{"Get ready and say the plan", "Walk to the postbox", "Walk to the corner and pause", "Go in with staff outside", "Buy one thing alone"}},
	{"G06", "WK201", "I want to cook my own tea", "domestic", date(2025, 2, 10), 2, 220,
		[]string{"Get things out", "Chop with the safe knife", "Use the hob timer", "Wash up"}},
	{"G07", "WK202", "I want to start my morning my way", "personal_care", date(2026, 4, 13), 2, 100,
		[]string{"Make tea", "Show the traffic light card", "Start the shower", "Dress"}},
	{"G08", "WK204", "I want to take the bus to my sister", "community", date(2025, 3, 24), 3, 210,
		[]string{"Read the timetable", "Wait at the stop", "Pay", "Ride one stop", "Ride all the way"}},
	{"G09", "WK206", "I want to do my own washing", "domestic", date(2025, 3, 3), 3, 210,
		[]string{"Sort colours", "Set the machine", "Hang out", "Put away"}},
	{"G10", "WK203", "I want to run my own money for the week", "finance", date(2025, 9, 15), 3, 200,
		[]string{"Count the cash", "Write the list", "Pay at the till", "Keep the receipts"}},
	{"G11", "WK304", "I want to make my own breakfast", "meals", date(2025, 12, 1), 3, 180,
		[]string{"Fill the kettle", "Toast", "Carry to the table"}},
	{"G12", "WK205", "I want to volunteer at the animal shelter", "community", date(2026, 1, 5), 3, 150,
		[]string{"Visit when it is quiet", "Meet one named person", "Do one small task", "Stay an hour"}},
}

// rungs is the ladder of support as the exports write it, from alone upwards.
var rungs = []string{"Independent", "Visual prompt", "Gesture", "Verbal prompt", "Modelling", "Partial physical", "Full physical"}

// attempt is one try at one step.
type attempt struct {
	on      time.Time
	minute  int
	goal    goal
	step    int // from 0
	level   string
	setback bool
	helped  string
}

// The days of the setback on step 4 of the shop goal, and the day from which
// step 5 was tried, after the recovery.
var (
	setbackFrom  = date(2026, 6, 8)
	setbackTo    = date(2026, 6, 24)
	lastStepFrom = date(2026, 7, 20)
)

// makeAttempts makes the attempts of all goals, in the order of days.
func makeAttempts() []attempt {
	r := newRandom("attempts")
	var all []attempt
	for _, day := range days(firstDay, lastDay) {
		for _, g := range goalList {
			if age := int(day.Sub(g.set) / (24 * time.Hour)); age >= 0 && r.below(g.every) == 0 {
				all = append(all, tryOn(r, g, day, age))
			}
		}
	}
	return all
}

// tryOn makes one attempt. Steps open one after another; each goes down the
// ladder as the days pass, with some chance either way.
func tryOn(r *random, g goal, day time.Time, age int) attempt {
	open := min(age*2/g.stepDays+1, len(g.steps))
	if g.ref == shopGoal && day.Before(lastStepFrom) {
		open = min(open, 4)
	}
	step := r.between(max(0, open-3), open-1)
	since := age - step*g.stepDays/2
	rung := 4 - since*5/g.stepDays + r.between(-1, 2)
	a := attempt{on: day, minute: r.between(9*60, 16*60), goal: g, step: step,
		helped: r.pick("", "", "Extra time", "Quiet time of day", "Picture card", "Own music", "Practised yesterday")}
	if g.ref == shopGoal && step == 3 {
		switch after := int(day.Sub(setbackTo) / (24 * time.Hour)); {
		case day.Before(setbackFrom):
		case after <= 0:
			rung, a.setback, a.helped = r.between(4, 5), true, "Went back to the corner, paused, tried again next day"
		default: // recovery: a rung a week
			rung = max(rung, 4-after/7)
		}
	}
	a.level = rungs[min(max(rung, 0), len(rungs)-1)]
	if !a.setback && r.chance(60) {
		a.level = r.draw([]share{{5, "Declined"}, {3, "Not attempted"}, {2, "N/A"}})
	}
	return a
}

// goals makes the list of goals and the record of attempts, the latter with tabs.
func goals() ([]export, error) {
	r := newRandom("goals")
	var list [][]string
	for _, g := range goalList {
		list = append(list, []string{g.ref, g.person, g.words, g.domain, iso(g.set), "Modelling", "Independent",
			iso(g.set.AddDate(0, 3, 0)), "In progress"})
	}
	goalFile, err := plainCSV.file("goals.csv", []string{"Goal ID", "Person ID", "Goal", "Domain", "Date set", "Baseline level",
		"Target level", "Review due", "Status"}, list)
	if err != nil {
		return nil, err
	}
	var rows [][]string
	for i, a := range makeAttempts() {
		rows = append(rows, a.row(r, 20001+i))
	}
	stepFile, err := tabbed.file("step_records.csv", []string{"Record ID", "Date", "Time", "Person ID", "Goal ID", "Step no", "Step name",
		"Support level", "Confidence", "Consent recorded", "Setback", "What helped", "Staff"}, rows)
	return []export{goalFile, stepFile}, err
}

func (a attempt) row(r *random, number int) []string {
	level := a.level
	if number%977 == 0 {
		level = "Good effort" // a word that is on no ladder
	}
	service := house
	switch {
	case strings.HasPrefix(a.goal.person, "WK2"):
		service = mews
	case strings.HasPrefix(a.goal.person, "WK3"):
		service = atHome
	}
	setback, confidence := "", ""
	if a.setback {
		setback = "Yes"
	}
	if r.chance(400) {
		confidence = fmt.Sprint(min(5, r.between(2, 3)+halfYear(a.on)))
	}
	return []string{fmt.Sprint(number), iso(a.on), clock(a.minute), a.goal.person, a.goal.ref, fmt.Sprint(a.step + 1),
		a.goal.steps[a.step], level, confidence, yesNo(!r.chance(50)), setback, a.helped, r.onShift(service).name()}
}
