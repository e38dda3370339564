package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/person"
	"evidencepack/ingest/record"
)

const team = "Staff ID,Staff name,Role,Service,Employment\n" +
	"ST101,Fergus Ganesalin,Support worker,Harbour View,Permanent\n" +
	"ST102,Ann Lowe,Support worker,Harbour View,Bank\n" +
	"ST103,Ann Lowe,Support worker,Quay Street,Permanent\n" +
	"0012,Mabel Wensleyman,Nurse,Harbour View,Permanent\n"

// TestWorkers wants one token for one member of staff, however a row writes them,
// where the register or an alias proves it, and none for nobody.
func TestWorkers(t *testing.T) {
	const fergus, annView, annQuay, mabel = "ST101", "ST102", "ST103", "0012"
	aliases, err := person.ParseAliases("aliases.csv", []byte("kind,written,means\nstaff,Gus,ST101\n"))
	if err != nil {
		t.Fatal(err)
	}
	rows := []struct{ written, service, want string }{
		{"Fergus Ganesalin", "", fergus}, {"Ganesalin, Fergus", "", fergus}, {"FG (ST101)", "", fergus}, {"st101", "", fergus},
		{"ST101 - F Ganesalin", "", fergus}, {"Gus", "", fergus}, {"Mr Fergus GANESALIN", "", fergus}, {"12", "", mabel},
		{"Ann Lowe", "Harbour View", annView}, {"Ann Lowe", "Quay Street", annQuay}, {"Ann Lowe", "Elsewhere", ""},
		{"ZZ (ST101)", "", ""}, {"FG", "", ""}, {"Agency", "", ""}, {"bank", "", ""}, {"Office", "", ""}, {"system", "", ""}, {"n/a", "", ""}, {"", "", ""},
		{"Registered manager", "", ""}, {"Hester Quill", "", "own"},
	}
	var b strings.Builder
	b.WriteString("Task ID,Date,Client ID,Category,Outcome,Staff,Service\n")
	for i, r := range rows {
		fmt.Fprintf(&b, "T%02d,12/04/2026,HR1,Meals,Completed,%q,%s\n", i, r.written, r.service)
	}
	e := read(t, map[string]string{"people.csv": people, "notes.csv": b.String(), "staff.csv": team}, Options{Aliases: aliases})
	tokens := map[string]record.Worker{"": ""}
	for _, s := range records[*record.Staff](e) {
		tokens[s.ID] = s.Worker
	}
	others := make(map[record.Worker]bool)
	for i, r := range records[*record.CareTask](e) {
		want, registered := tokens[rows[i].want]
		if !registered { // somebody of their own
			if r.Staff == "" || others[r.Staff] || slices.Contains([]record.Worker{tokens[fergus], tokens[mabel]}, r.Staff) {
				t.Errorf("%q is %q", rows[i].written, r.Staff)
			}
			others[r.Staff] = true
			continue
		}
		if r.Staff != want {
			t.Errorf("%q at %q is %q, want %s %q", rows[i].written, rows[i].service, r.Staff, rows[i].want, want)
		}
		if strings.Contains(strings.ToLower(string(r.Staff)), "ganes") || strings.Contains(string(r.Staff), "101") {
			t.Errorf("a token holds what it hides: %q", r.Staff)
		}
	}
}

// TestSeveralWorkers wants both of a visit of two, each once.
func TestSeveralWorkers(t *testing.T) {
	const head = "Visit ID,Client ID,Visit date,Planned start,Planned end,Actual start,Actual end,Status,Staff name,Carer 2\n"
	for _, c := range []struct {
		first, second string
		want          int
	}{
		{"Fergus Ganesalin", "Mabel Wensleyman", 2}, {"Fergus Ganesalin", "ST101", 1}, {"Fergus Ganesalin; Mabel Wensleyman", "", 2},
		{"Ganesalin, Fergus", "", 1}, {"Fergus Ganesalin, Mabel Wensleyman", "", 2}, {"ST101 and Hester Quill", "", 2}, {"ST101, 0012", "", 2},
		{"Fergus Ganesalin & agency", "", 1}, {"Agency", "", 0}, {"", "", 0}, {"Quill, Hester", "", 1},
	} {
		e := read(t, map[string]string{"people.csv": people, "staff.csv": team,
			"visits.csv": head + fmt.Sprintf("V1,HR1,12/04/2026,07:00,07:45,07:02,07:40,Completed,%q,%q\n", c.first, c.second)}, Options{})
		if got := records[*record.Visit](e)[0].Staff; len(got) != c.want {
			t.Errorf("%q and %q are %d, want %d", c.first, c.second, len(got), c.want)
		}
	}
}
