package main

import (
	"fmt"
	"time"
)

// incident is one row of the incident log.
type incident struct {
	number      int
	on          time.Time
	minute      int
	person      string // "" where nobody we support was affected
	service     string
	kind        string
	harm        string
	restriction bool
	anxious     bool
	closed      time.Time
	planChanged time.Time
	lesson      string
}

// perMonth is how many incidents each service has, month by month from April 2025.
var perMonth = map[string][18]int{
	house:  {5, 4, 5, 4, 5, 5, 5, 5, 4, 5, 4, 5, 5, 6, 6, 5, 6, 5},
	mews:   {5, 5, 4, 5, 5, 4, 5, 5, 5, 5, 4, 4, 4, 3, 3, 3, 3, 3},
	atHome: {3, 2, 3, 3, 2, 3, 3, 3, 3, 2, 3, 3, 2, 2, 3, 2, 2, 2},
}

var incidentKinds = map[string][]share{
	house: {{34, "Distress behaviour"}, {20, "Fall"}, {8, "Fall with injury"}, {10, "Medication error"}, {6, "Medication omission"},
		{6, "Aggression to staff"}, {6, "Near miss"}, {5, "Equipment"}},
	mews: {{46, "Distress behaviour"}, {12, "Self harm"}, {10, "Medication error"}, {8, "Aggression to peer"}, {8, "Property damage"},
		{6, "Near miss"}, {4, "Missing person"}},
	atHome: {{34, "Distress behaviour"}, {22, "Fall"}, {10, "Medication omission"}, {8, "Fall with injury"}, {8, "Near miss"}, {6, "Missed visit"}},
}

// needsPlanChange tells whether the plan should change after such an incident.
func (i incident) needsPlanChange() bool {
	switch i.kind {
	case "Distress behaviour", "Fall", "Fall with injury", "Medication error", "Medication omission", "Safeguarding":
		return true
	}
	return i.restriction
}

// makeIncidents makes the incidents in the order of their days.
func makeIncidents() []incident {
	r := newRandom("incidents")
	var all []incident
	for _, day := range days(firstDay, lastDay) {
		length := day.AddDate(0, 1, -day.Day()).Day()
		for _, service := range services {
			// Spread evenly: the k-th of n in a month falls on its share of the days.
			n := perMonth[service][monthOf(day)]
			for k := day.Day() * n / length; k > (day.Day()-1)*n/length; k-- {
				all = append(all, makeIncident(r, len(all)+1, service, day))
			}
		}
	}
	return all
}

func makeIncident(r *random, number int, service string, day time.Time) incident {
	day = day.AddDate(0, 0, -r.below(4)) // not all services on the same days
	i := incident{number: number, on: day, service: service, minute: r.between(7*60, 21*60), kind: r.draw(incidentKinds[service]),
		harm: r.draw([]share{{50, "No harm"}, {34, "Low"}, {12, "Moderate"}, {4, ""}}), restriction: r.chance(90)}
	if r.chance(500) {
		i.minute = r.between(7*60, 10*60)
	}
	if there := supported(service, day); !r.chance(40) {
		// Half of the incidents are of the first three people of a service.
		i.person = there[r.below(len(there))].ref
		if r.chance(400) {
			i.person = there[r.below(3)].ref
		}
	}
	i.anxious = i.kind == "Distress behaviour" && r.chance([]int{520, 500, 360}[halfYear(day)])
	if !r.chance(60) && day.Before(date(2026, 9, 5)) {
		i.closed = day.AddDate(0, 0, r.between(3, 18))
		i.lesson = r.draw([]share{{16, "Use the picture card before the task."}, {14, "One prompt at a time."}, {12, "Second signature at handover."},
			{10, "Shadow twice before mornings alone."}, {10, "Ask before moving the chair."}, {9, ""}, {5, "N/A"}, {3, "Not recorded"}})
	}
	if i.needsPlanChange() {
		i.planChanged = planChangedAfter(r, day)
	}
	return i
}

// planChangedAfter is the part of the story that goes the wrong way: in the
// period plans are changed later, and less often, than in the baseline.
func planChangedAfter(r *random, day time.Time) time.Time {
	soon := []int{600, 660, 260}[halfYear(day)]
	later := []int{220, 180, 340}[halfYear(day)]
	switch x := r.below(1000); {
	case x < soon:
		return day.AddDate(0, 0, r.between(0, 7))
	case x < soon+later:
		return day.AddDate(0, 0, r.between(9, 34))
	}
	return time.Time{}
}

// incidentLog makes the workbook: title rows, the heading on row 5, a total.
func incidentLog() ([]export, error) {
	r := newRandom("incident log")
	rows := [][]any{
		{provider},
		{"Incident log – all services"},
		{"Exported 05/10/2026 09:40 by Registered manager"},
		{},
		{"Incident no", "Date of event", "Time of event", "Service", "Person affected", "Incident type", "Level of harm", "Location",
			"Antecedent", "What happened", "Anxiety related", "Restriction used", "Recovery time", "Status", "Date closed",
			"Lessons learned", "Care plan updated", "Date plan updated", "Reported by"},
	}
	for _, i := range makeIncidents() {
		rows = append(rows, i.cells(r))
	}
	rows = append(rows, []any{"INC-0901", "31/11/2025", timeOfDay(615), mews, "WK203", "Distress behaviour", "Low", "Lounge", "Noise",
		"Date as typed on the form.", "Yes", "No", 20, "Open", time.Time{}, "", "No", time.Time{}, "Zoë Wanderley"})
	rows = append(rows, []any{"Total", len(rows) - 5})
	return one(workbook("incidents.xlsx", sheet{name: "Incident log", title: "Incident log", widths: 15, rows: rows}))
}

var triggers = []share{{20, "Rushed prompt"}, {16, "Noise"}, {14, "Unfamiliar staff"}, {12, "Waiting"}, {10, "Bright light"}, {10, "Pain"},
	{8, "Request refused"}, {10, ""}}

// cells writes the incident as a row. A few dates were typed as text, and some
// open incidents hold the last day of the year 9999 as their closing date.
func (i incident) cells(r *random) []any {
	var on any = i.on
	if i.number%61 == 0 {
		on = british(i.on)
	}
	var recovery any = ""
	if i.kind == "Distress behaviour" && r.chance(850) {
		recovery = r.between(8, []int{70, 66, 48}[halfYear(i.on)])
	}
	trigger := ""
	if i.kind == "Distress behaviour" {
		trigger = r.draw(triggers)
	}
	status, closed := "Open", i.closed
	if !closed.IsZero() {
		status = "Closed"
	} else if i.number%3 == 0 {
		closed = date(9999, 12, 31)
	}
	updated := ""
	if i.needsPlanChange() {
		updated = yesNo(!i.planChanged.IsZero())
	}
	reporter := r.onShift(i.service)
	text := r.pick("Staff followed the plan and recorded the event.", "Seen by "+reporter.first+", no further harm.",
		"Reported at handover.", "Became upset during support; "+reporter.name()+" gave space.")
	return []any{fmt.Sprintf("INC-%04d", i.number), on, timeOfDay(i.minute), i.service, i.person, i.kind, i.harm,
		r.pick("Bedroom", "Bathroom", "Lounge", "Kitchen", "Garden", "Street"), trigger, text, yesNo(i.anxious), yesNo(i.restriction),
		recovery, status, closed, i.lesson, updated, i.planChanged, reporter.name()}
}
