package main

import "time"

// The categories of support, as the exports write them.
const (
	personalCare = "Personal care"
	meals        = "Meals & fluids"
	medicineHelp = "Medication support"
	community    = "Community"
	domestic     = "Domestic"
	social       = "Social activity"
	mobility     = "Mobility"
	nightCheck   = "Night check"
)

// change is one change of approach: what was changed, for whom and why.
type change struct {
	ref        string
	on         time.Time
	person     string // "" is the whole service
	service    string
	area       string
	what, why  string
	method     string
	trigger    string
	coProduced bool
}

var changes = []change{
	{"CH-01", date(2025, 7, 14), "WK304", atHome, personalCare,
		"Morning call moved 30 minutes later", "Family thought the time was the trouble", "flexible window", "Complaint", false},
	{"CH-02", date(2025, 11, 3), "WK103", house, personalCare,
		"Warm room, items laid out in order; prompt ladder: gesture, verbal cue, minimal hands-on only if requested; knock, explain, check consent",
		"Eudora said she felt handled when staff did everything", "prompt ladder", "Review", true},
	{"CH-03", date(2026, 1, 19), "WK106", house, medicineHelp,
		"Pause-and-return routine: explain once, offer two choices, come back after 20 minutes and offer once more",
		"Staff answered refusals in different ways", "script consent", "Audit", true},
	{"CH-04", date(2026, 2, 16), "WK301", atHome, personalCare,
		"Dim lights and a quiet room first; a drink and two minutes to settle; one short sentence, then a pause; picture sequence card",
		"Refusals were about how we asked (rushed prompts, bright light, many questions), not about the time of the call",
		"sensory environment", "Complaint", true},
	{"CH-05", date(2026, 3, 2), "WK303", atHome, community,
		"Graded steps to the local shop: same short routine twice a week, agreed return point, phone check-in, staff step back by agreed stages",
		"\"I want to go to the local shop without panicking\"", "graded exposure", "Review", true},
	{"CH-06", date(2026, 3, 23), "", atHome, "Communication",
		"Call times and names sent to people each Friday", "People did not know who was coming", "other", "Feedback", false},
	{"CH-07", date(2026, 4, 13), "WK202", mews, personalCare,
		"Morning support agreement: tea first, quiet time, then personal care; 45-minute arrival window; traffic light card",
		"Anxiety rose every morning when staff came at a fixed time", "flexible window", "Incident", true},
	{"CH-08", date(2026, 4, 27), "WK201", mews, "Environment",
		"Kitchen unlocked all day; hob timer and a cooking plan agreed", "Restriction review: no incident in the kitchen for a year",
		"positive risk plan", "Review", true},
	{"CH-09", date(2026, 5, 11), "WK104", house, meals,
		"Lunch moved to the dining room at a fixed time of 12:15", "To make better use of staff at midday", "other", "Staff idea", false},
	{"CH-10", date(2026, 6, 8), "", house, "Staffing",
		"Agency cover for two vacancies", "Two team members left in May", "other", "Staff idea", false},
	{"CH-11", date(2026, 9, 14), "WK306", atHome, personalCare,
		"Three-step consent check: explain, offer options, confirm", "Yusuf said staff ask too fast", "communication profile", "Incident", true},
}

// turn is how often in a thousand a person first says no, before and after a day.
type turn struct {
	person, category string
	on               time.Time
	before, after    int
}

var turns = []turn{
	{"WK304", personalCare, date(2025, 7, 14), 230, 210},
	{"WK103", personalCare, date(2025, 11, 3), 430, 130},
	{"WK106", medicineHelp, date(2026, 1, 19), 420, 140},
	{"WK301", personalCare, date(2026, 2, 16), 480, 120},
	{"WK303", community, date(2026, 3, 2), 440, 130},
	{"WK202", personalCare, date(2026, 4, 13), 420, 120},
	{"WK104", meals, date(2026, 5, 11), 90, 430},
	{"WK306", personalCare, date(2026, 9, 14), 190, 120},
	{"WK102", meals, date(2026, 5, 11), 80, 170},
	{"WK107", meals, date(2026, 5, 11), 80, 180},
	{"WK108", meals, date(2026, 5, 11), 70, 160},
}

// background is how often in a thousand people of a service first say no where
// no turn says otherwise, month by month from April 2025.
var background = map[string][18]int{
	house:  {52, 55, 50, 52, 54, 50, 50, 52, 48, 50, 52, 50, 58, 66, 76, 80, 80, 78},
	mews:   {118, 124, 120, 122, 118, 126, 124, 120, 122, 118, 112, 106, 88, 80, 74, 70, 68, 64},
	atHome: {126, 130, 124, 132, 128, 126, 130, 128, 132, 124, 118, 108, 90, 82, 76, 74, 70, 70},
}

// refusals is how often in a thousand this offer is first answered with no.
func refusals(p person, service, category string, day time.Time) int {
	for _, t := range turns {
		if t.person == p.ref && t.category == category {
			if day.Before(t.on) {
				return t.before
			}
			return t.after
		}
	}
	return background[service][monthOf(day)]
}

// told is the part of each person's support that the story is about: it is
// offered on most days, so that before and after can be compared.
func told(p person) string {
	for _, t := range turns {
		if t.person == p.ref {
			return t.category
		}
	}
	return ""
}

// planChanges makes the list of changes; one more row has a date that does not exist.
func planChanges() ([]export, error) {
	var rows [][]string
	for _, c := range changes {
		rows = append(rows, []string{c.ref, iso(c.on), c.person, c.service, c.area, c.what, c.why, c.method, c.trigger, yesNo(c.coProduced)})
	}
	rows = append(rows, []string{"CH-90", "2026-02-30", "WK204", mews, community,
		"Bus practice on quiet days", "Noise on the bus", "graded exposure", "Review", "Yes"})
	return one(plainCSV.file("plan_changes.csv", []string{"Change ID", "Change date", "Person ID", "Service", "Area",
		"What changed", "Why", "Method", "Triggered by", "Co-produced"}, rows))
}
