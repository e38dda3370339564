package ingest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/person"
	"evidencepack/ingest/record"
)

// aliases reads an alias file that must be right.
func aliases(t *testing.T, lines string) *person.Aliases {
	t.Helper()
	a, err := person.ParseAliases("mappings/aliases.csv", []byte("kind,written,means,service,from,to\n"+lines))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// who gives the id in the key sheet of the person of each used record, by line.
func who(e *Exports, file string) map[int]string {
	out := make(map[int]string)
	sheet := e.People.KeySheet()
	for r := range e.Records() {
		if h := r.Where(); h.File == file {
			out[h.Row] = sheet[h.Person].Ref
		}
	}
	return out
}

// codes lists the problem of each row set aside, by line.
func codes(e *Exports, file string) map[int]string {
	out := make(map[int]string)
	for _, i := range e.Issues {
		if i.File == file && i.Row > 0 {
			out[i.Row] = i.Code
		}
	}
	return out
}

// notes lists what is said of whole files, as code ×rows.
func notes(e *Exports, file string) []string {
	var out []string
	for _, i := range e.Issues {
		if i.Code == codeDayOrMonth {
			continue
		}
		if i.File == file && i.Row == 0 {
			out = append(out, fmt.Sprintf("%s ×%d", i.Code, i.Count))
		}
	}
	return out
}

// attended makes an export of activities from rows of id, name and service.
func attended(rows ...string) string {
	text := "Date,Client ID,Client name,Service,Activity,Status\n"
	for i, row := range rows {
		text += fmt.Sprintf("%02d/06/2026,%s,Choir %d,Attended\n", 1+i%28, row, i)
	}
	return text
}

// rowCase is one row of an export: who it is about, or why it is set aside.
type rowCase struct{ row, ref, code string }

func checkRows(t *testing.T, register string, o Options, cases []rowCase) *Exports {
	t.Helper()
	var rows []string
	for _, c := range cases {
		rows = append(rows, c.row)
	}
	e := read(t, map[string]string{"people.csv": register, "a.csv": attended(rows...)}, o)
	people, problems := who(e, "a.csv"), codes(e, "a.csv")
	for i, c := range cases {
		if got := people[i+2]; got != c.ref {
			t.Errorf("%q is about %q, want %q", c.row, got, c.ref)
		}
		if got := problems[i+2]; got != c.code {
			t.Errorf("%q has the problem %q, want %q", c.row, got, c.code)
		}
	}
	return e
}

const registerHead = "Person ID,Full name,Service,Start date,End date\n"

func TestQuirk109LeadingZeros(t *testing.T) {
	checkRows(t, registerHead+"00123,Ann Alder,Elm,01/04/2025,\n0456,Bea Birch,Elm,01/04/2025,\n456,Cat Cedar,Elm,01/04/2025,\n"+
		"123000000000,Dee Dogwood,Elm,01/04/2025,\n", Options{}, []rowCase{
		{"00123,,", "00123", ""}, {"123,,", "00123", ""}, {"123.0,,", "00123", ""}, {"1.23E+02,,", "00123", ""}, {"\u00a000123\u00a0,,", "00123", ""},
		{"1.23E+11,,", "123000000000", ""},
		{"0456,,", "0456", ""}, {"456,,", "456", ""}, // as text each is its own
		{"00456,,", "", codePersonUnknown}, // as a number it could be either
		{"1.24E+11,,", "", codePersonUnknown}, {"1.234E+02,,", "", codePersonUnknown}, {"-123,,", "", codePersonUnknown},
	})
}

func TestQuirk110IdsOfBranches(t *testing.T) {
	register := registerHead + "17,Ann Alder,Elm,01/04/2025,\n17,Bob Birch,Oak,01/04/2025,\n18,Cat Cedar,Elm,01/04/2025,30/09/2025\n18,Cat Cedar,Oak,01/10/2025,\n"
	files := map[string]string{"people.csv": register, "a.csv": attended("17,,Elm", "17,,Oak", "17,,", "17,Bob Birch,", "17,Ann Alder,Ash", "18,,", "18,,Ash")}
	e := read(t, files, Options{})
	sheet := e.People.KeySheet()
	got := make(map[int]string)
	for _, r := range records[*record.Attendance](e) {
		got[r.Row] = sheet[r.Person].Name
	}
	want := map[int]string{2: "Ann Alder", 3: "Bob Birch", 5: "Bob Birch", 7: "Cat Cedar", 8: "Cat Cedar"}
	if !maps.Equal(got, want) || len(sheet) != 3 {
		t.Errorf("%v of %d people, want %v", got, len(sheet), want)
	}
	if got, want := codes(e, "a.csv"), map[int]string{4: codeSameID, 6: codeSameID}; !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	delete(files, "people.csv")
	if e := read(t, map[string]string{"a.csv": attended("17,Ann Alder,Elm", "17,Bob Birch,Oak", "17,A. Alder,Elm", "17,,Oak")}, Options{}); len(e.People.KeySheet()) != 2 {
		t.Errorf("taken from rows: %v", e.People.KeySheet())
	}
}

func TestQuirk111NameVariants(t *testing.T) {
	register := registerHead + "HR1,\"Smith, John\",Elm,01/04/2025,\nHR2,Owen O'Neil-Hart,Oak,01/04/2025,31/12/2025\n"
	e := checkRows(t, register, Options{}, []rowCase{
		{`,John Smith,Elm`, "HR1", ""}, {`,"Smith, John",Elm`, "HR1", ""}, {`,"SMITH, Mr John",`, "HR1", ""}, {`,Mr John SMITH,elm`, "HR1", ""},
		{`,Owen ONeil Hart,`, "HR2", ""},
		{`,J. Smith,Elm`, "", codePersonUnknown}, {`,Jon Smith,Elm`, "", codePersonUnknown}, {`,JS,Elm`, "", codePersonUnknown}, {`,John,Elm`, "", codePersonUnknown},
		{`,John Smith,Oak`, "", codeElsewhere},        // never by name alone across services
		{`,Owen O’Neil-Hart,Oak`, "", codeElsewhere},  // who left half a year before
		{`HR7,John Smith,Elm`, "", codePersonUnknown}, // an id of the same system: another of that name
		{`X-7,John Smith,Elm`, "HR1", ""},
	})
	if got := aliasCounts(e); got["person"] < 3 || len(notes(e, "")) != 1 || !strings.HasPrefix(notes(e, "")[0], codeNamesToCheck) {
		t.Errorf("proposals %v, notes %v", got, notes(e, ""))
	}
	for _, p := range e.AliasProposals() {
		if !slices.Contains(p.Candidates, "HR1") && !slices.Contains(p.Candidates, "HR2") || p.Rows != 1 {
			t.Errorf("%+v", p)
		}
	}
	quality, err := e.QualityCSV()
	if err != nil || strings.Contains(string(quality), "Jon") || strings.Contains(string(quality), "Smith") {
		t.Errorf("data-quality.csv holds a name: %s (%v)", quality, err)
	}
}

func TestQuirk111SameNameGuard(t *testing.T) {
	register := registerHead + "HR1,Sam Lowe,Elm,01/04/2025,\nHR2,Sam Lowe,Elm,01/04/2025,\nHR3,Sam Lowe,Oak,01/04/2025,\nHR4,Eve Ash,Elm,01/01/2024,31/12/2024\nHR5,Eve Ash,Elm,01/06/2025,\n"
	checkRows(t, register, Options{}, []rowCase{
		{",Sam Lowe,Elm", "", codeSameName}, {",Sam Lowe,", "", codeSameName}, {",Sam Lowe,Oak", "HR3", ""}, {"HR2,Sam Lowe,Elm", "HR2", ""},
		{",Eve Ash,Elm", "HR5", ""}, {",Eve Ash,", "", codeSameName},
	})
}

// TestQuirk111NamesOnly has registers without ids: one name in two services is two people.
func TestQuirk111NamesOnly(t *testing.T) {
	e := read(t, map[string]string{"people.csv": "Full name,Date of birth,Service,Start date\nSam Lowe,,Elm,01/04/2025\nSam Lowe,,Oak,01/04/2025\nSam Lowe,,Elm,01/01/2026\nEve Ash,01/02/1950,Elm,01/04/2025\nEve Ash,1950-02-01,Oak,01/04/2026\n",
		"a.csv": attended(",Sam Lowe,Elm", ",Sam Lowe,Oak", ",Sam Lowe,")}, Options{})
	if n := len(e.People.KeySheet()); n != 3 {
		t.Errorf("%d people, want 3", n)
	}
	rows := records[*record.Attendance](e)
	if len(rows) != 2 || rows[0].Person == rows[1].Person || codes(e, "a.csv")[4] != codeSameName {
		t.Errorf("%v %v", rows, said(e))
	}
}

func TestQuirk111FirstNameAndSurname(t *testing.T) {
	rows := "Date,First name,Surname,Activity,Status\n01/06/2026,Muriel,Petrovane,Choir,Attended\n02/06/2026,MURIEL,PETROVANE,Choir,Attended\n03/06/2026,Muriel,,Choir,Attended\n"
	for _, register := range []string{people, "Person ID,Forename,Last name,Known as,Service,Start date\nHR1,Muriel,Petrovane,Mu,Harbour View,01/04/2025\n"} {
		e := read(t, map[string]string{"people.csv": register, "a.csv": rows}, Options{})
		if got := who(e, "a.csv"); got[2] != "HR1" || got[3] != "HR1" || len(got) != 2 {
			t.Errorf("%v %v", got, said(e))
		}
	}
}

func TestQuirk111AliasFile(t *testing.T) {
	register := registerHead + "HR1,John Smith,Elm,01/04/2025,\nHR2,John Smith,Oak,01/04/2025,\nHR3,Ann Alder,Elm,01/04/2025,\n"
	a := aliases(t, "person,Jon Smith,HR1,,,\nperson,Smithy,HR2,Oak,,\nperson,Smithy,HR1,Elm,,\nperson,Ann Birch,Ann Alder,,01/01/2026,\nperson,OLD9,HR3,,,\nperson,Nobody Here,HR99,,,\n")
	e := checkRows(t, register, Options{Aliases: a}, []rowCase{
		{",Jon Smith,", "HR1", ""}, {",JON SMITH,Oak", "HR1", ""}, {",Smithy,Oak", "HR2", ""}, {",Smithy,Elm", "HR1", ""}, {",Smithy,", "", codePersonUnknown},
		{",Ann Birch,Elm", "HR3", ""}, {"OLD9,,", "HR3", ""}, {"HR2,Jon Smith,", "HR2", ""}, {",Nobody Here,", "", codePersonUnknown},
	})
	if got := notes(e, "mappings/aliases.csv"); !slices.Equal(got, []string{codeAliasOfNobody + " ×1"}) {
		t.Errorf("%v", got)
	}
	merged := read(t, map[string]string{"people.csv": registerHead + "OLD9,Ann Birch,Elm,01/04/2025,31/12/2025\nHR3,Ann Alder,Oak,01/01/2026,\n"}, Options{Aliases: a})
	if n := len(merged.People.KeySheet()); n != 1 {
		t.Errorf("two ids that mean one are %d people", n)
	}
}

func TestQuirk112CaseSpacesAndNotes(t *testing.T) {
	checkRows(t, registerHead+"HR1,SMITH John *LEFT*,Elm,01/04/2025,\n", Options{}, []rowCase{
		{",John  Smith (Flat 3),Elm", "HR1", ""}, {",John\u00a0Smith,Elm", "HR1", ""}, {",JOHN SMITH [respite],", "HR1", ""}, {",Smith John *LEFT*,", "", codePersonUnknown},
		{",John Smith - LEFT,", "HR1", ""}, {"hr1,,", "HR1", ""},
	})
}

func TestQuirk113InitialsAndRooms(t *testing.T) {
	register := registerHead + "Rm 4,Ann Alder,Elm,01/04/2025,31/12/2025\nRm 4,Bob Birch,Elm,01/01/2026,\nRm 4,Cat Cedar,Oak,01/01/2026,\nJS,,Elm,01/01/2026,\nRm 5,,Elm,01/01/2026,02/06/2026\nRm 5,,Elm,20/06/2026,\n"
	files := map[string]string{"people.csv": register, "a.csv": attended("Rm 4,,Elm", "Rm 4,,Oak", "RM 4,,", "JS,,Elm", "JS,,", "Rm 5,,Elm", ",JS,Oak", ",Bob Birch,Elm")}
	e := read(t, files, Options{})
	sheet, got := e.People.KeySheet(), make(map[int]string)
	for _, r := range records[*record.Attendance](e) {
		got[r.Row] = sheet[r.Person].Name + sheet[r.Person].Ref
	}
	if want := map[int]string{2: "Bob BirchRm 4", 3: "Cat CedarRm 4", 5: "JS", 9: "Bob BirchRm 4"}; !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got, want := codes(e, "a.csv"), map[int]string{4: codeInitials, 6: codeInitials, 7: codeInitials, 8: codeInitials}; !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestQuirk114CodesMadeOfNames(t *testing.T) {
	e := read(t, map[string]string{"people.csv": registerHead + "JOHDOE,John Doe,Elm,01/04/2025,\n", "a.csv": attended("JOHDOE,,Elm")}, Options{})
	if e.People.Private()["JOHDOE"] == "" || who(e, "a.csv")[2] != "JOHDOE" {
		t.Errorf("%v %v", e.People.Private(), said(e))
	}
	for _, name := range e.People.Pseudonyms("internal", true) {
		if strings.Contains(name, "DOE") {
			t.Errorf("the pseudonym is %s", name)
		}
	}
}

func TestQuirk100TestPeople(t *testing.T) {
	register := registerHead + "HR1,Ann Alder,Elm,01/04/2025,\nHR8,Test Client 2,Elm,01/04/2025,\nHR9,\"Mouse, Mickey\",Elm,01/04/2025,\n"
	e := checkRows(t, register, Options{}, []rowCase{
		{"HR1,Test,Elm", "HR1", ""}, {"HR8,,Elm", "", codeTestPerson}, {"HR9,Mickey Mouse,Elm", "", codeTestPerson}, {",TRAINING client,Elm", "", codeTestPerson},
		{",Una Testperson,Elm", "", codePersonUnknown},
	})
	if got := counts(ledger(t, e, "people.csv")); got != "1/0/0/0/2" {
		t.Errorf("people.csv %s", got)
	}
	if got := counts(ledger(t, e, "a.csv")); got != "1/1/0/0/3" || len(e.People.KeySheet()) != 1 {
		t.Errorf("a.csv %s, %d people", got, len(e.People.KeySheet()))
	}
}
