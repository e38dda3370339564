package main

import "time"

// The provider and its services. All invented.
const (
	provider = "Wimblewick Care"
	house    = "Wimble House"
	mews     = "Pipkin Mews"
	atHome   = "Wimble at Home"
)

var services = []string{house, mews, atHome}

// person is one person supported. The zero end is still supported.
type person struct {
	ref, first, last string
	born             time.Time
	service          string
	start, end       time.Time
	left             string // why the support ended
	movedTo          string // the second service, from the day after end
}

func (p person) name() string { return p.first + " " + p.last }

// serviceOn is the service that supports the person on a day, "" where none does.
func (p person) serviceOn(day time.Time) string {
	switch {
	case day.Before(p.start):
		return ""
	case p.end.IsZero() || !day.After(p.end):
		return p.service
	}
	return p.movedTo
}

var people = []person{
	{ref: "WK101", first: "Ottoline", last: "Fennimarsh", born: date(1938, 5, 14), service: house, start: date(2019, 3, 4)},
	{ref: "WK102", first: "Barnabas", last: "Thrupperly", born: date(1941, 11, 2), service: house, start: date(2020, 9, 21)},
	{ref: "WK103", first: "Eudora", last: "Kilnwether", born: date(1936, 1, 27), service: house, start: date(2021, 6, 7)},
	{ref: "WK104", first: "Ignatius", last: "Pollendale", born: date(1944, 8, 9), service: house, start: date(2018, 10, 15)},
	{ref: "WK105", first: "Sunniva", last: "Hartlewick", born: date(1947, 12, 30), service: house, start: date(2022, 2, 28)},
	{ref: "WK106", first: "Cornelius", last: "Abernoke", born: date(1939, 4, 18), service: house, start: date(2023, 5, 22)},
	{ref: "WK107", first: "Perpetua", last: "Danglewood", born: date(1942, 7, 6), service: house, start: date(2021, 1, 11)},
	{ref: "WK108", first: "Lemuel", last: "Ostringford", born: date(1935, 10, 23), service: house, start: date(2017, 8, 14)},
	{ref: "WK109", first: "Winnifred", last: "Capplestone", born: date(1931, 2, 11), service: house, start: date(2016, 11, 7),
		end: date(2025, 12, 14), left: "Died"},
	{ref: "WK110", first: "Ambrose", last: "Vellacourt", born: date(1958, 6, 3), service: house, start: date(2024, 4, 8),
		end: date(2026, 2, 1), left: "Moved on (planned)", movedTo: mews},
	{ref: "WK201", first: "Tobiah", last: "Snettering", born: date(1989, 9, 17), service: mews, start: date(2020, 7, 20)},
	{ref: "WK202", first: "Inez", last: "Marrowby", born: date(1994, 3, 25), service: mews, start: date(2022, 10, 3)},
	{ref: "WK203", first: "Kofi", last: "Larkentrough", born: date(1981, 12, 8), service: mews, start: date(2019, 1, 28)},
	{ref: "WK204", first: "Philippa", last: "Quenchwell", born: date(1976, 5, 31), service: mews, start: date(2023, 3, 13)},
	{ref: "WK205", first: "Jarek", last: "Brindleholt", born: date(1998, 8, 20), service: mews, start: date(2024, 1, 15)},
	{ref: "WK206", first: "Nerys", last: "Tolmarch", born: date(1985, 2, 6), service: mews, start: date(2021, 11, 29)},
	{ref: "WK207", first: "Desmond", last: "Farthingay", born: date(1991, 10, 12), service: mews, start: date(2026, 1, 12)},
	{ref: "WK301", first: "Hyacinth", last: "Oddlestone", born: date(1945, 7, 19), service: atHome, start: date(2023, 9, 4)},
	{ref: "WK302", first: "Mungo", last: "Pettifrew", born: date(1950, 1, 5), service: atHome, start: date(2022, 5, 16)},
	{ref: "WK303", first: "Rosalba", last: "Whindleby", born: date(1968, 4, 28), service: atHome, start: date(2024, 6, 10)},
	{ref: "WK304", first: "Gethin", last: "Scarrowmere", born: date(1943, 11, 15), service: atHome, start: date(2021, 4, 12)},
	{ref: "WK305", first: "Araminta", last: "Dovelock", born: date(1937, 9, 1), service: atHome, start: date(2020, 2, 17)},
	{ref: "WK306", first: "Yusuf", last: "Kettlebrigg", born: date(1952, 6, 22), service: atHome, start: date(2024, 11, 18)},
	{ref: "WK307", first: "Clementina", last: "Ravenhoe", born: date(1948, 3, 10), service: atHome, start: date(2022, 8, 8)},
}

// supported lists the people a service supports on a day.
func supported(service string, day time.Time) []person {
	var found []person
	for _, p := range people {
		if p.serviceOn(day) == service {
			found = append(found, p)
		}
	}
	return found
}

// worker is one member of staff.
type worker struct{ ref, first, last, role, service string }

func (w worker) name() string { return w.first + " " + w.last }

var staff = []worker{
	{"WS01", "Marguerite", "Fothersage", "Registered manager", house},
	{"WS02", "Renée", "Oakapple", "Team leader", house},
	{"WS03", "Stanislaw", "Cordwainly", "Support worker", house},
	{"WS04", "Abimbola", "Truscove", "Support worker", house},
	{"WS05", "Gwenllian", "Hobblethwick", "Support worker", house},
	{"WS06", "Fergus", "Pinderwell", "Night worker", house},
	{"WS07", "Tamsyn", "Ellerbrook", "Support worker", house},
	{"WS11", "Leopold", "Sandgrebe", "Registered manager", mews},
	{"WS12", "Zoë", "Wanderley", "Team leader", mews},
	{"WS13", "Chukwuma", "Appledrake", "Support worker", mews},
	{"WS14", "Saskia", "Mortlestone", "Support worker", mews},
	{"WS15", "Idris", "Blanchwater", "Support worker", mews},
	{"WS16", "Bronagh", "Tuppermere", "Night worker", mews},
	{"WS21", "Cressida", "Holmbury-Vane", "Registered manager", atHome},
	{"WS22", "Amadou", "Skellorn", "Team leader", atHome},
	{"WS23", "Lucasta", "Withyford", "Care worker", atHome},
	{"WS24", "Ptolemy", "Grundlewood", "Care worker", atHome},
	{"WS25", "Natalka", "Ferrowby", "Care worker", atHome},
	{"WS26", "Oluwaseun", "Dripplestone", "Care worker", atHome},
	{"WS27", "Bettina", "Crakehallow", "Care worker", atHome},
}

// onShift gives somebody of the team, never its manager.
func (r *random) onShift(service string) worker {
	var team []worker
	for _, w := range staff {
		if w.service == service && w.role != "Registered manager" {
			team = append(team, w)
		}
	}
	return team[r.below(len(team))]
}

// manager gives the registered manager of a service.
func manager(service string) worker {
	for _, w := range staff {
		if w.service == service && w.role == "Registered manager" {
			return w
		}
	}
	return worker{}
}
