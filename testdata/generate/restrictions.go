package main

import (
	"fmt"
	"time"
)

// restriction is one row of the register of restrictive practice.
type restriction struct {
	person, service, kind, text string
	start, end                  time.Time
	endReason                   string
	rationale, basis            string
	coProduced                  bool
}

const (
	byPerson  = "Consent of the person"
	byMCA     = "MCA best interests"
	byDoLS    = "DoLS standard"
	byCourt   = "Court of Protection order"
	onAdvice  = "Doctor advice only"
	noBasis   = "None recorded"
	noWriting = "Not recorded"
)

// restrictions are the whole register. In the period more are lifted than in the
// baseline (the kitchen at Pipkin Mews first), but more are added too: at Wimble
// House, after lunch was moved and agency staff came.
var restrictions = []restriction{
	{"WK101", house, "Mechanical", "Bed rails", date(2023, 6, 5), time.Time{}, "", "Risk of falls at night", byMCA, false},
	{"WK101", house, "Environmental", "Door alarm at night", date(2024, 2, 12), time.Time{}, "", "Agreed after two falls", byDoLS, true},
	{"WK102", house, "Food and drink", "Biscuits kept in the office", date(2024, 5, 20), date(2026, 6, 2), "Lifted", noWriting, noBasis, false},
	{"WK103", house, "Community access", "No unaccompanied trips", date(2024, 9, 9), date(2026, 5, 18), "Lifted", "Road safety, being practised", byMCA, true},
	{"WK104", house, "Physical", "Guided away holds", date(2024, 3, 4), time.Time{}, "", "", byDoLS, false},
	{"WK105", house, "Community access", "Staff follow to the shop", date(2025, 1, 13), date(2026, 7, 6), "Lifted", "Falls in 2024, stepped plan", byPerson, true},
	{"WK106", house, "Chemical", "Lorazepam as required", date(2024, 7, 1), date(2025, 11, 24), "Reduced", "Distress at medicine times", onAdvice, false},
	{"WK107", house, "Mechanical", "Lap belt", date(2024, 11, 18), time.Time{}, "", "Risk of sliding from the chair", byMCA, true},
	{"WK108", house, "Surveillance", "Sensor mat", date(2024, 10, 7), date(2026, 2, 9), "Lifted", "Falls at night", byMCA, true},
	{"WK109", house, "Mechanical", "Bed rails", date(2022, 1, 17), date(2025, 12, 14), "Died", "Risk of falls at night", byMCA, false},
	{"WK110", house, "Finance and possessions", "Bank card held in the safe", date(2024, 6, 3), date(2026, 2, 1), "Person left", "Money was taken in 2024", byMCA, false},
	{"", house, "Blanket rule", "No hot drinks after 21:00", date(2023, 3, 20), date(2025, 8, 11), "Lifted", noWriting, noBasis, false},
	{"WK201", mews, "Food and drink", "Locked kitchen", date(2023, 2, 6), date(2026, 4, 27), "Lifted", "Hob left on twice in 2022", byCourt, true},
	{"WK202", mews, "Food and drink", "Locked kitchen", date(2023, 2, 6), date(2026, 4, 27), "Lifted", "Shared kitchen", noBasis, false},
	{"WK203", mews, "Environmental", "Locked sharps drawer", date(2023, 11, 13), date(2026, 6, 22), "Lifted", "Self harm in 2023", byCourt, true},
	{"WK203", mews, "Observation level", "Checks each hour at night", date(2024, 8, 26), date(2025, 12, 1), "Lifted", "Seizures at night", byMCA, true},
	{"WK204", mews, "Communication and internet", "Phone kept by staff overnight", date(2024, 4, 15), date(2026, 8, 10), "Lifted", "Contact with strangers online", byCourt, true},
	{"WK205", mews, "Community access", "Two staff in the community", date(2024, 1, 15), date(2026, 5, 4), "Reduced", "Road safety", byCourt, true},
	{"WK206", mews, "Finance and possessions", "Cigarettes held by staff", date(2024, 3, 25), date(2026, 7, 20), "Lifted", "Agreed budget", byPerson, true},
	{"WK206", mews, "Contact and visitors", "Visits only with staff there", date(2025, 2, 10), time.Time{}, "", "Money was asked for in 2025", byMCA, true},
	{"WK301", atHome, "Physical", "Holding hands during washing", date(2025, 3, 3), date(2026, 4, 6), "Lifted", "Used when rushed", noBasis, false},
	{"WK302", atHome, "Environmental", "Medicines in a locked box", date(2024, 12, 2), date(2026, 6, 15), "Lifted", "Doubled doses in 2024", byPerson, true},
	{"WK303", atHome, "Community access", "No trips alone", date(2025, 1, 6), date(2026, 8, 24), "Lifted", "Panic on the road", byPerson, true},
	{"WK304", atHome, "Environmental", "Key safe code not shared with the person", date(2024, 5, 6), time.Time{}, "", "Wandered at night", byMCA, false},
	{"WK305", atHome, "Surveillance", "GPS tag", date(2025, 2, 24), time.Time{}, "", "Lost twice in town", byMCA, true},
	{"WK204", mews, "Observation level", "Line of sight at meals", date(2025, 9, 15), time.Time{}, "", "Choking on 12 September", onAdvice, true},
	{"WK104", house, "Surveillance", "Sensor mat", date(2025, 11, 10), time.Time{}, "", "Falls at night", byMCA, false},
	{"WK207", mews, "Environmental", "Door alarm at night", date(2026, 1, 12), date(2026, 9, 7), "Lifted", "New to the service", byMCA, true},
	{"WK306", atHome, "Chemical", "Covert medicine in food", date(2026, 2, 23), time.Time{}, "", "Agreed with the pharmacist", byMCA, false},
	{"WK107", house, "Food and drink", "Meals only in the dining room", date(2026, 5, 11), time.Time{}, "", "", noBasis, false},
	{"WK102", house, "Food and drink", "Biscuits kept in the office", date(2026, 6, 22), time.Time{}, "", "Weight gain", noBasis, false},
	{"WK108", house, "Mechanical", "Lap belt", date(2026, 6, 15), time.Time{}, "", "Slid from the chair", noBasis, false},
	{"WK101", house, "Observation level", "Line of sight in the lounge", date(2026, 7, 13), time.Time{}, "", "Falls in June", byDoLS, false},
	{"WK103", house, "Environmental", "Chair by the door at night", date(2026, 8, 17), time.Time{}, "", noWriting, noBasis, false},
	{"", house, "Blanket rule", "Lounge closed after 22:00", date(2026, 7, 27), time.Time{}, "", "", noBasis, false},
	{"WK205", mews, "Surveillance", "Tracker on the phone", date(2026, 8, 3), time.Time{}, "", "Practising the bus alone", byPerson, true},
	{"WK110", mews, "Finance and possessions", "Bank card held in the safe", date(2026, 2, 2), time.Time{}, "", "Money was taken in 2024", byMCA, true},
}

// restrictionRegister makes the workbook: the heading stands on row 4.
func restrictionRegister() ([]export, error) {
	r := newRandom("restrictions")
	rows := [][]any{
		{"Restrictive practice register"},
		{provider, "", "", "As at", exportedOn},
		{},
		{"Restriction ID", "Person ID", "Person", "Service", "Type", "Description", "Start date", "Rationale", "Legal basis", "Co-produced",
			"Review due", "Last reviewed", "Reduction plan", "End date", "End reason", "Status"},
	}
	for i, x := range restrictions {
		rows = append(rows, x.cells(r, i+1))
	}
	return one(workbook("restrictions_register.xlsx", sheet{name: "Register", title: "Restrictive practice register", widths: 16, rows: rows}))
}

func (x restriction) cells(r *random, number int) []any {
	reviewed := exportedOn.AddDate(0, 0, -r.between(20, 110))
	status := "Active"
	if !x.end.IsZero() {
		reviewed, status = x.end, "Ended"
	}
	if reviewed.Before(x.start) {
		reviewed = x.start
	}
	due := reviewed.AddDate(0, 0, r.pickDays(56, 84, 91, 182))
	name := ""
	for _, p := range people {
		if p.ref == x.person {
			name = p.name()
		}
	}
	return []any{fmt.Sprintf("RR-%02d", number), x.person, name, x.service, x.kind, x.text, x.start, x.rationale, x.basis,
		yesNo(x.coProduced), due, reviewed, yesNo(r.chance(550)), x.end, x.endReason, status}
}
