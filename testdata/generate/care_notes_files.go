package main

import (
	"fmt"
	"slices"
	"strconv"
	"time"
)

// quarter is one export of care notes: its name and its first and last day.
type quarter struct {
	name     string
	from, to time.Time
}

var quarters = []quarter{
	{"2025_Q2", date(2025, 4, 1), date(2025, 6, 30)}, {"2025_Q3", date(2025, 7, 1), date(2025, 9, 30)},
	{"2025_Q4", date(2025, 10, 1), date(2025, 12, 31)}, {"2026_Q1", date(2026, 1, 1), date(2026, 3, 31)},
	{"2026_Q2", date(2026, 4, 1), date(2026, 6, 30)}, {"2026_Q3", date(2026, 7, 1), date(2026, 9, 30)},
}

// careNotes writes the notes by quarter. Each file reaches seven days back into
// the one before, so rows repeat, some in a later version.
func careNotes() ([]export, error) {
	r := newRandom("care notes")
	notes := makeNotes(r)
	filed := make([][]note, len(quarters))
	for _, n := range notes {
		q := monthOf(n.on) / 3
		if r.chance(3) {
			n.strike()
		}
		filed[q] = append(filed[q], n)
		if q+1 < len(quarters) && n.on.After(quarters[q].to.AddDate(0, 0, -7)) {
			filed[q+1] = append(filed[q+1], n)
			edit(r, &filed[q][len(filed[q])-1], &filed[q+1][len(filed[q+1])-1])
		}
	}
	var files []export
	for i, q := range quarters {
		rows := slices.Concat(layoutOf(i).rows(filed[i]), strays[q.name])
		file, err := layoutOf(i).dialect.file("care_notes_"+q.name+".csv", layoutOf(i).heading, rows)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

// strike marks a note as struck through, which real systems do in place of deleting.
func (n *note) strike() {
	n.version, n.struck = n.version+1, true
	n.updated = n.updated.Add(26 * time.Hour)
	n.text = "Wrong person, entered in error."
}

// edit makes one copy of a repeated row differ from the other, in some cases.
func edit(r *random, earlier, later *note) {
	revise := func(n *note, version int) {
		n.version += version
		n.updated = n.updated.Add(30 * time.Hour)
		n.text = "Reworded after a check with the team."
	}
	switch {
	case r.chance(80):
		revise(later, 1)
	case r.chance(25):
		revise(earlier, 1)
	case r.chance(25):
		revise(later, 0)
	case r.chance(20):
		later.strike()
	}
}

// layout is how one release of the care system writes its notes.
type layout struct {
	dialect dialect
	heading []string
	row     func(note) []string
}

func (l layout) rows(notes []note) [][]string {
	rows := make([][]string, len(notes))
	for i, n := range notes {
		rows[i] = l.row(n)
	}
	return rows
}

// layoutOf gives the layout of a quarter: the system was updated at the turn of 2025.
func layoutOf(quarter int) layout {
	if quarter < 3 {
		return oldLayout
	}
	return newLayout
}

var oldLayout = layout{markedCSV, []string{"Task ID", "Version", "Date", "Time", "Service", "Client ID", "Client name", "Category",
	"Outcome", "Re-offered", "Final outcome", "Decline reason", "Support level", "Staff member", "Notes", "Struck through", "Updated at"},
	func(n note) []string {
		return []string{strconv.Itoa(n.number), strconv.Itoa(n.version), british(n.on), clock(n.minute), n.serviceAsTyped(),
			n.person.ref, n.person.name(), n.category, n.outcome, n.reoffered, n.final, n.reason, n.level, n.worker, n.text,
			n.struckAsTyped(), n.updated.Format("02/01/2006 15:04")}
	}}

var newLayout = layout{windowsCSV, []string{"Task ID", "Version", "Service user ID", "Service user name", "Log date", "Log time", "Service",
	"Care type", "Result", "Offered again", "Final outcome", "Reason", "Level of support", "Recorded by", "Comments", "Struck through",
	"Updated at"},
	func(n note) []string {
		return []string{strconv.Itoa(n.number), strconv.Itoa(n.version), n.refAsTyped(), n.person.name(), n.on.Format("02-Jan-2006"),
			clock(n.minute), n.serviceAsTyped(), n.category, n.outcome, n.reoffered, n.final, n.reason, n.level, n.worker, n.text,
			n.struckAsTyped(), n.updated.Format("02-Jan-2006 15:04")}
	}}

func (n note) struckAsTyped() string {
	if n.struck {
		return "Yes"
	}
	return ""
}

// serviceAsTyped has a space at the end in some rows.
func (n note) serviceAsTyped() string {
	if n.number%97 == 0 {
		return n.service + " "
	}
	return n.service
}

// refAsTyped has a no-break space at the end in some rows.
func (n note) refAsTyped() string {
	if n.number%113 == 0 {
		return n.person.ref + "\u00a0"
	}
	return n.person.ref
}

// strays are rows that cannot be used: a day that does not exist, a person who
// is not in the register, nobody at all.
var strays = map[string][][]string{
	"2025_Q2": {stray(oldLayout, 49001, "WK102", "Barnabas Thrupperly", "31/06/2025")},
	"2025_Q4": {stray(oldLayout, 49002, "WK999", "Hepzibah Nonesuch", "12/11/2025"), stray(oldLayout, 49003, "", "", "13/11/2025")},
	"2026_Q1": {stray(newLayout, 49004, "WK203", "Kofi Larkentrough", "30-Feb-2026")},
	"2026_Q3": {stray(newLayout, 49005, "WK999", "Hepzibah Nonesuch", "19-Aug-2026")},
}

// stray writes one such row by the headings of its layout.
func stray(l layout, number int, ref, name, on string) []string {
	values := map[string]string{"Task ID": fmt.Sprint(number), "Version": "1", "Date": on, "Log date": on, "Time": "10:30",
		"Log time": "10:30", "Service": house, "Client ID": ref, "Service user ID": ref, "Client name": name, "Service user name": name,
		"Category": social, "Care type": social, "Outcome": "Completed", "Result": "Completed", "Staff member": staff[2].name(),
		"Recorded by": staff[2].name()}
	row := make([]string, len(l.heading))
	for i, h := range l.heading {
		row[i] = values[h]
	}
	return row
}
