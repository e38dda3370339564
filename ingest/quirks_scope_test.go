package ingest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

func TestQuirk104OverlappingExports(t *testing.T) {
	const head = "Date,Time,Client ID,Category,Outcome,Notes\n"
	const both = "20/09/2026,08:00,HR1,Meals,Refused,toast\n"
	e := read(t, map[string]string{"people.csv": people, "sep.csv": head + "01/09/2026,08:00,HR1,Meals,Completed,\n" + both, "oct.csv": head + both + "10/10/2026,08:00,HR1,Meals,Completed,\n"}, Options{})
	if one, two := counts(ledger(t, e, "sep.csv")), counts(ledger(t, e, "oct.csv")); one != "1/0/0/1/0" || two != "2/0/0/0/0" {
		t.Errorf("%s and %s", one, two)
	}
	if got := notes(e, "sep.csv"); !slices.Equal(got, []string{codeOverlap + " ×1"}) {
		t.Errorf("%v", got)
	}
}

func TestQuirk105EditedRecords(t *testing.T) {
	rows := taskHead + "T1,1,12/08/2026,07:05,HR1,Meals,Refused,,12/08/2026 10:00\nT1,2,12/08/2026,07:05,HR1,Meals,Completed,,12/08/2026 11:00\n"
	e := read(t, map[string]string{"people.csv": people, "a.csv": rows}, Options{})
	if got := refusals(e); len(got) != 1 || got["T1"] != record.Accepted {
		t.Errorf("%v", got)
	}
	if got := said(e); len(got) != 1 || got[0] != `a.csv:0 overlapping-exports  "1 earlier version" ×1` {
		t.Errorf("%v", got)
	}
}

// TestQuirk106GenuineDuplicates keeps equal rows without an id apart where no time
// tells them to be one; contract.md 5 decides for kinds with a time.
func TestQuirk106GenuineDuplicates(t *testing.T) {
	const head = "Date,Time,Client ID,Category,Outcome,Notes\n"
	for _, c := range []struct{ rows, want string }{
		{"12/04/2026,,HR1,Meals,Refused,\n12/04/2026,,HR1,Meals,Refused,\n", "2/0/0/0/0"},
		{"12/04/2026,08:00,HR1,Meals,Refused,tea\n12/04/2026,08:00,HR1,Personal care,Refused,tea\n", "2/0/0/0/0"},
		{"12/04/2026,08:00,HR1,Meals,Refused,tea\n12/04/2026,08:00,HR1,Meals,Refused,tea\n", "1/0/0/1/0"},
	} {
		e := read(t, map[string]string{"people.csv": people, "a.csv": head + c.rows}, Options{})
		if got := counts(ledger(t, e, "a.csv")); got != c.want {
			t.Errorf("%q: %s, want %s", c.rows, got, c.want)
		}
	}
	e := read(t, map[string]string{"people.csv": people, "a.csv": "Date,Client ID,Activity,Status\n12/04/2026,HR1,Choir,Attended\n12/04/2026,HR1,Choir,Attended\n"}, Options{})
	if got := counts(ledger(t, e, "a.csv")); got != "2/0/0/0/0" {
		t.Errorf("two sessions of one day: %s", got)
	}
}

const incidentHead = "Incident no,Incident date,Client ID,Incident type,Level of harm,Status\n"

func TestQuirk107TwoSystems(t *testing.T) {
	care := incidentHead + "I1,12/04/2026,HR1,Fall,Low,Closed\nI2,12/04/2026,HR2,Fall,Low,Closed\nI3,20/05/2026,HR1,Fall,Low,Closed\n"
	other := "Event ID,Date of event,Person ID,Event type,Severity,Approval status\nE1,13/04/2026,HR1,Fall,Low,Closed\nE2,12/04/2026,HR3,Fall,Low,Closed\nE3,22/05/2026,HR1,Fall,Low,Closed\nE4,12/04/2026,HR2,Choking,Low,Closed\n"
	e := read(t, map[string]string{"people.csv": people, "care.csv": care, "radar.csv": other}, Options{})
	if got := notes(e, "radar.csv"); !slices.Equal(got, []string{codeTwoSystems + " ×1"}) || len(notes(e, "care.csv")) != 0 {
		t.Errorf("%v", said(e))
	}
	if n := len(records[*record.Incident](e)); n != 7 {
		t.Errorf("%d incidents count, want all 7", n)
	}
	e = read(t, map[string]string{"people.csv": people, "care.csv": care, "next.csv": strings.ReplaceAll(care, "\nI", "\nJ")}, Options{})
	if got := notes(e, "next.csv"); len(got) != 0 {
		t.Errorf("one layout is one system: %v", got)
	}
}

func TestQuirk108SeveralPeople(t *testing.T) {
	rows := incidentHead + "I1,12/04/2026,HR1; HR2,Fall,Low,Closed\nI2,12/04/2026,\"HR1, HR3\",Fall,Low,Closed\nI3,12/04/2026,HR1,Fall,Low,Closed\n" +
		"I4,12/04/2026,HR1,Fall,Low,Closed\nI4,12/04/2026,HR2,Fall,Low,Closed\n"
	e := read(t, map[string]string{"people.csv": people, "i.csv": rows, "a.csv": attended("HR1; HR2,,", ",Muriel Petrovane and Sam Lowe,", "HR1 HR2,,")}, Options{})
	if got, want := who(e, "i.csv"), map[int]string{2: "", 3: "", 4: "HR1", 6: ""}; !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := notes(e, "i.csv"); !slices.Equal(got, []string{codeRepeatedRows + " ×1", codeSeveral + " ×3"}) {
		t.Errorf("%v", got)
	}
	if got := codes(e, "a.csv"); got[2] != codeSeveral || got[3] != codePersonUnknown || got[4] != codeSeveral {
		t.Errorf("%v", got)
	}
}

func TestQuirk115Moves(t *testing.T) {
	register := registerHead + "HR1,Ann Alder,Elm,01/04/2025,14/06/2026\nHR1,Ann Alder,Oak,15/06/2026,\n"
	e := read(t, map[string]string{"people.csv": register, "r.csv": "Rating ID,Date,Person ID,Scale,Score,Rated by\nR1,14/06/2026,HR1,Comfort,3,Self\nR2,15/06/2026,HR1,Comfort,3,Self\n",
		"a.csv": "Date,Name,Service,Activity,Status\n01/06/2026,Ann Alder,Elm,Choir,Attended\n20/06/2026,Ann Alder,Oak,Choir,Attended\n"}, Options{})
	ratings, people := records[*record.Rating](e), make(map[record.Person]bool)
	for r := range e.Records() {
		people[r.Where().Person] = true
	}
	if len(ratings) != 2 || ratings[0].Service != "Elm" || ratings[1].Service != "Oak" || len(people) != 1 || len(e.Issues) != 0 {
		t.Errorf("%d people, %v", len(people), said(e))
	}
}

func TestQuirk116StillListed(t *testing.T) {
	head := "Person ID,Full name,Service,Start date,End date,Reason for leaving\n"
	register := head + "HR1,Ann Alder,Elm,01/04/2025,,\nHR1,Ann Alder,Oak,01/10/2025,,\nHR2,Bob Birch,Elm,01/04/2025,,Died\nHR3,Cat Cedar,Elm,01/04/2025,,\nHR3,Cat Cedar,Oak,01/10/2025,05/10/2025,\n"
	e := read(t, map[string]string{"people.csv": register, "a.csv": attended("HR1,,Oak")}, Options{})
	if got := notes(e, "people.csv"); !slices.Equal(got, []string{codeStayOpen + " ×2"}) || counts(ledger(t, e, "people.csv")) != "5/0/0/0/0" {
		t.Errorf("%v", said(e))
	}
}

func TestQuirk117Respite(t *testing.T) {
	register := registerHead + "HR1,Ann Alder,Elm,01/04/2026,04/04/2026\nHR1,Ann Alder,Elm,01/06/2026,04/06/2026\n"
	e := read(t, map[string]string{"people.csv": register, "a.csv": attended("HR1,,")}, Options{})
	stays := records[*record.Placement](e)
	if len(stays) != 2 || stays[0].Person != stays[1].Person || stays[1].End-stays[1].Start != 3 || len(e.People.KeySheet()) != 1 {
		t.Errorf("%v", said(e))
	}
}

const visitHead = "Visit ID,Client ID,Visit date,Planned start,Planned end,Status,Staff name\n"

func visits(staff ...string) string {
	text := visitHead
	for i, name := range staff {
		text += "V" + string(rune('A'+i)) + ",HR1," + fmt.Sprint(20+i) + "/04/2026,08:00,08:30,Completed," + name + "\n"
	}
	return text
}

func TestQuirk118AgencyStaff(t *testing.T) {
	e := read(t, map[string]string{"people.csv": people, "v.csv": visits("Agency 1", "agency nurse", "Bank staff", "Jo Bell", "")}, Options{})
	if got := notes(e, "v.csv"); !slices.Equal(got, []string{codeAgency + " ×3"}) || counts(ledger(t, e, "v.csv")) != "5/0/0/0/0" {
		t.Errorf("%v", said(e))
	}
	if private := e.People.Private(); private["Jo Bell"] == "" || private["Agency 1"] != "" {
		t.Errorf("%v", private)
	}
}

func TestQuirk119SharedLogins(t *testing.T) {
	e := read(t, map[string]string{"people.csv": people, "v.csv": visits("Senior", "Tablet 2", "night staff", "iPad3", "Jo Bell", "Carer One", "1042", "Dr Day")}, Options{})
	if got := notes(e, "v.csv"); !slices.Equal(got, []string{codeSharedLogin + " ×4"}) {
		t.Errorf("%v", said(e))
	}
}

// TestServicesAreNoNames lets a page print a service that somebody wrote where
// staff sign, and phrases that are nobody's name.
func TestServicesAreNoNames(t *testing.T) {
	e := read(t, map[string]string{"people.csv": people, "v.csv": visits("Harbour View", "Not Recorded", "Jo Bell", "Personal Care", "Family Member")}, Options{})
	private := e.People.Private()
	for _, text := range []string{"Harbour View", "Not Recorded", "Personal Care", "Family Member"} {
		if private[text] != "" {
			t.Errorf("%s is taken for a %s", text, private[text])
		}
	}
	if private["Jo Bell"] == "" {
		t.Error("a name of staff is not kept")
	}
}

func TestQuirk120ServiceRenamed(t *testing.T) {
	register := registerHead + "HR1,Ann Alder,Oak Lodge,01/04/2025,\nHR2,Bob Birch,Elm,01/04/2025,\n"
	rows := "Date,Name,Service,Activity,Status\n31/12/2025,Ann Alder,Oak House,Choir,Attended\n01/01/2026,Ann Alder,OAK HOUSE,Choir,Attended\n02/01/2026,Bob Birch,Elm Residential Home,Choir,Attended\n"
	e := read(t, map[string]string{"people.csv": register, "a.csv": rows}, Options{Aliases: aliases(t, "service,Oak House,Oak Lodge,,,2025-12-31\n")})
	if got, want := codes(e, "a.csv"), map[int]string{3: codeElsewhere, 4: codeElsewhere}; !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := records[*record.Attendance](e); len(got) != 1 || got[0].Service != "Oak Lodge" {
		t.Errorf("%v", said(e))
	}
	if got := aliasCounts(e)["service"]; got != 1 {
		t.Errorf("%d services nearly match, want that of Elm", got)
	}
	e = read(t, map[string]string{"people.csv": register, "a.csv": rows}, Options{Aliases: aliases(t, "service,Oak House,Oak Lodge,,,\nservice,elm residential home,Elm,,,\n")})
	if got := counts(ledger(t, e, "a.csv")); got != "3/0/0/0/0" {
		t.Errorf("%s: %v", got, said(e))
	}
}

func TestQuirk121ArchivedRows(t *testing.T) {
	rows := "Date,Client ID,Client name,Activity,Status,Is archived\n01/06/2026,HR1,,Choir,Attended,TRUE\n02/06/2026,HR1,,Choir,Attended,FALSE\n03/06/2026,,Test Client,Choir,Attended,\n"
	e := read(t, map[string]string{"people.csv": people, "a.csv": rows}, Options{})
	if got := counts(ledger(t, e, "a.csv")); got != "1/0/0/0/2" {
		t.Errorf("%s: %v", got, said(e))
	}
	if got, want := codes(e, "a.csv"), map[int]string{2: codeStruckOut, 4: codeTestPerson}; !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestQuirk122RejectedIncidents(t *testing.T) {
	rows := incidentHead + "I1,12/04/2026,HR1,Fall,Low,Rejected\nI2,12/04/2026,HR1,Choking,Low,Duplicate\nI3,12/04/2026,HR1,Fall,Low,Closed\nI4,12/04/2026,HR1,Fall,Low,Being reviewed\n"
	e := read(t, map[string]string{"people.csv": people, "i.csv": rows}, Options{})
	if got := counts(ledger(t, e, "i.csv")); got != "2/0/0/0/2" || codes(e, "i.csv")[2] != codeWithdrawn {
		t.Errorf("%s: %v", got, said(e))
	}
	m, err := mapping.Parse("incidents.yaml", []byte("codes:\n  Rejected: closed\n"))
	if err != nil {
		t.Fatal(err)
	}
	e = read(t, map[string]string{"people.csv": people, "i.csv": rows}, Options{Mappings: []*mapping.Mapping{m}})
	if got := counts(ledger(t, e, "i.csv")); got != "3/0/0/0/1" {
		t.Errorf("with a mapping that says otherwise: %s", got)
	}
	if e := read(t, map[string]string{"x.csv": "Action ID,Raised,Due date,Action required,Owner,Status\nA1,12/04/2026,12/05/2026,Mend it,Jo Bell,Rejected\n"}, Options{}); counts(ledger(t, e, "x.csv")) != "1/0/0/0/0" {
		t.Errorf("an action that was rejected is cancelled, not struck out: %v", said(e))
	}
}

func TestQuirk123NamesOfOthers(t *testing.T) {
	rows := "Incident no,Incident date,Client ID,Incident type,Level of harm,Status,Reported by,Witness,Description\nI1,12/04/2026,HR1,Fall,Low,Closed,Rhona Tallow,Family member,Sam hit Muriel\n"
	e := read(t, map[string]string{"people.csv": people, "i.csv": rows}, Options{})
	private := e.People.Private()
	for _, name := range []string{"Rhona Tallow", "Muriel Petrovane", "Sam Lowe"} {
		if private[name] == "" {
			t.Errorf("%s is not among the private texts", name)
		}
	}
	if private["Family member"] != "" {
		t.Error("a member of the family has no name")
	}
}

func TestQuirk124ColumnsNotToKeep(t *testing.T) {
	register := "Person ID,Full name,NI number,Date of birth,Postcode,Email,Service,Start date,Salary\nHR1,Ann Alder,QQ123456C,01/02/1950,ZZ9 9ZZ,ann@example.org,Elm,01/04/2025,20000\n"
	rows := "Date,Client ID,Activity,Status,NHS no,DOB\n01/06/2026,HR1,Choir,Attended,999 000 0001,01/02/1950\n"
	e := read(t, map[string]string{"people.csv": register, "a.csv": rows}, Options{})
	private := e.People.Private()
	for _, text := range []string{"QQ123456C", "01/02/1950", "1950-02-01", "ZZ9 9ZZ", "ann@example.org", "999 000 0001"} {
		if private[text] == "" {
			t.Errorf("%s is not among the private texts", text)
		}
	}
	if private["20000"] != "" {
		t.Errorf("%v: what somebody earns is not looked for", private)
	}
	if got := e.Headers[1].Private; !slices.Equal(got, []string{"NI number", "Date of birth", "Postcode", "Email", "Salary"}) {
		t.Errorf("%v", got)
	}
	if got := said(e); len(got) != 2 || got[0] != `a.csv:0 private-columns  "NHS no, DOB" ×1` {
		t.Errorf("%v", got)
	}
}

// TestQuirk106TwoTasksAtOneTime: rows without an id that name two tasks are two
// offers, though both tasks are in no list; the same row twice counts once.
func TestQuirk106TwoTasksAtOneTime(t *testing.T) {
	text := "Date,Time,Client ID,Task,Outcome\n13/04/2026,08:00,HR1,Bath or shower,Refused\n13/04/2026,08:00,HR1,Oral care,Completed\n13/04/2026,08:00,HR1,Washing,Refused\n13/04/2026,08:00,HR1,Dressing,Completed\n13/04/2026,08:00,HR1,Dressing,Completed\n"
	e := read(t, map[string]string{"people.csv": people, "a.csv": text}, Options{})
	if l := ledger(t, e, "a.csv"); counts(l) != "4/0/0/1/0" {
		t.Errorf("%s, %v", counts(l), said(e))
	}
	if got := notes(e, "a.csv"); !slices.Contains(got, codeRepeatedRows+" ×1") || slices.Contains(got, codeOverlap+" ×1") {
		t.Errorf("%v", got)
	}
}

// TestNoNameAmongUnknownWords: inspect prints these words and saves them.
func TestNoNameAmongUnknownWords(t *testing.T) {
	text := "Task ID,Date,Client ID,Task,Outcome\nT1,13/04/2026,HR1,Meals,Mrs Petrovane declined\nT2,13/04/2026,HR1,Meals,Variable\n"
	e := read(t, map[string]string{"people.csv": people, "a.csv": text}, Options{})
	for _, h := range e.Headers {
		if h.File == "a.csv" && (h.Unknown[namesSomebody] != 1 || h.Unknown["Variable"] != 1 || len(h.Unknown) != 2 || len(h.Words) != 1) {
			t.Errorf("%v %v", h.Unknown, h.Words)
		}
	}
}
