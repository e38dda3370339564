package ingest

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"evidencepack/ingest/record"
)

const taskHead = "Task ID,Version,Date,Time,Client ID,Category,Outcome,Struck through,Updated at\n"

// refusals tells of each used care task whether it was refused, by id.
func refusals(e *Exports) map[string]record.Outcome {
	out := make(map[string]record.Outcome)
	for _, r := range records[*record.CareTask](e) {
		out[r.ID] += r.Outcome
	}
	return out
}

// TestWhichRowCounts is the order of contract.md 3 and 5, one rule a case: the
// record T1 stands in two rows, of which the refused one must count.
func TestWhichRowCounts(t *testing.T) {
	row := func(version, outcome, struck, updated string) string {
		return "T1," + version + ",12/04/2026,07:05,HR1,Meals," + outcome + "," + struck + "," + updated + "\n"
	}
	later := "T9,1,20/04/2026,07:05,HR1,Meals,Completed,,\n"
	for _, c := range []struct {
		rule  string
		files map[string]string
		want  string // of both files together
	}{
		{"the highest version, even in the earlier file", map[string]string{
			"a.csv": row("3", "Refused", "", "01/04/2026 10:00"), "b.csv": row("2", "Completed", "", "02/04/2026 10:00") + later}, "2/0/0/1/0"},
		{"then the latest written", map[string]string{
			"a.csv": row("2", "Refused", "", "02/04/2026 10:00:01"), "b.csv": row("2", "Completed", "", "02/04/2026 10:00:00") + later}, "2/0/0/1/0"},
		{"then the file whose records reach the later date", map[string]string{
			"a.csv": row("2", "Refused", "", "") + later, "b.csv": row("2", "Completed", "", "")}, "2/0/0/1/0"},
		{"then the later file name", map[string]string{
			"a.csv": row("2", "Completed", "", ""), "b.csv": row("2", "Refused", "", "")}, "1/0/0/1/0"},
		{"in one file the lower row", map[string]string{
			"a.csv": row("2", "Completed", "", "") + row("2", "Refused", "", "")}, "1/0/0/1/0"},
		{"a rejected row never competes", map[string]string{
			"a.csv": row("1", "Refused", "", ""), "b.csv": strings.Replace(row("2", "Completed", "", ""), "12/04/2026", "31/04/2026", 1)}, "1/1/0/0/0"},
		{"nor does one of an unknown person", map[string]string{
			"a.csv": row("1", "Refused", "", ""), "b.csv": strings.Replace(row("2", "Completed", "", ""), "HR1", "HR8", 1)}, "1/1/0/0/0"},
	} {
		folder := map[string]string{"people.csv": people}
		for name, rows := range c.files {
			folder[name] = taskHead + rows
		}
		e := read(t, folder, Options{})
		if got := refusals(e)["T1"]; got != record.Refused {
			t.Errorf("%s: the row that counts is %q", c.rule, got)
		}
		var sum record.Ledger
		for name := range c.files {
			for i, n := range ledger(t, e, name).Counts {
				sum.Counts[i] += n
			}
		}
		if counts(sum) != c.want {
			t.Errorf("%s: %s, want %s", c.rule, counts(sum), c.want)
		}
	}
}

// TestLaterSheet is the rule between two sheets of one file.
func TestLaterSheet(t *testing.T) {
	sheet := func(outcome string, more ...any) [][]any {
		return [][]any{{"Task ID", "Date", "Client ID", "Category", "Outcome", "Notes"}, {}, {"T1", "12/04/2026", "HR1", "Meals", outcome}}
	}
	early := sheet("Completed")
	early = append(early, []any{"T9", "20/04/2026", "HR1", "Meals", "Completed"})
	e := readOne(t, "x.xlsx", workbookOf(t, map[string][][]any{"A": early, "B": sheet("Refused")[0:3]}))
	if got := refusals(e)["T1"]; got != record.Refused {
		t.Errorf("the row that counts is %q: %v", got, e.Ledgers)
	}
}

// TestWinnerDecides lets the winner be found first, and then be unmapped or
// struck out: the row that lost does not step in.
func TestWinnerDecides(t *testing.T) {
	for _, c := range []struct{ what, row, want string }{
		{"struck out", "T1,2,12/04/2026,07:05,HR1,Meals,Completed,Yes,\n", "0/0/0/1/1"},
		{"unmapped", "T1,2,12/04/2026,07:05,HR1,Meals,A,,\n", "0/0/1/1/0"},
		{"unmapped goes before struck out", "T1,2,12/04/2026,07:05,HR1,Meals,A,Yes,\n", "0/0/1/1/0"},
		{"a lower version does not strike out", "T1,0,12/04/2026,07:05,HR1,Meals,Completed,Yes,\n", "1/0/0/1/0"},
	} {
		e := read(t, map[string]string{"people.csv": people, "a.csv": taskHead + "T1,1,12/04/2026,07:05,HR1,Meals,Refused,,\n" + c.row}, Options{})
		if got := counts(ledger(t, e, "a.csv")); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

// TestRowsWithoutId are told apart by person, time, kind and text; where there is
// no time, equal rows of one file are events of their own.
func TestRowsWithoutId(t *testing.T) {
	const head = "Date,Time,Client ID,Category,Outcome,Notes\n"
	a := head + "12/04/2026,08:00,HR1,Meals,Refused,toast\n12/04/2026,08:00,HR1,Meals,Refused,tea\n12/04/2026,,HR1,Meals,Refused,\n12/04/2026,,HR1,Meals,Refused,\n"
	e := read(t, map[string]string{"people.csv": people, "a.csv": a, "b.csv": a + "12/04/2026,,HR1,Meals,Refused,\n13/04/2026,08:00,HR1,Meals,Refused,toast\n12/04/2026,08:00,HR3,Meals,Refused,toast\n"}, Options{})
	if one, two := counts(ledger(t, e, "a.csv")), counts(ledger(t, e, "b.csv")); one != "0/0/0/4/0" || two != "7/0/0/0/0" {
		t.Errorf("%s and %s: the file that reaches the later date counts", one, two)
	}
}

// TestObservationsAndPlacements have their own rules for ids.
func TestObservationsAndPlacements(t *testing.T) {
	const checks = "Observation ID,Date,Service,Criterion,Met,Observer\nO1,12/04/2026,Harbour View,Consent,Yes,Jo Bell\nO1,12/04/2026,Harbour View,Privacy,No,Jo Bell\n"
	const register = "Person ID,Full name,Service,Start date,End date\nHR1,Muriel Petrovane,Harbour View,01/04/2025,30/06/2025\nHR1,Muriel Petrovane,Quay Street,01/07/2025,\nHR1,Muriel Petrovane,Quay Street,01/07/2025,\n"
	e := read(t, map[string]string{"people.csv": register, "checks.csv": checks}, Options{})
	if got := counts(ledger(t, e, "checks.csv")); got != "2/0/0/0/0" {
		t.Errorf("two criteria of one check: %s", got)
	}
	if got := counts(ledger(t, e, "people.csv")); got != "2/0/0/1/0" {
		t.Errorf("two placements, one of them twice: %s", got)
	}
}

// TestServiceOfThePlacement fills in the service of a row that has none: that of
// the day, by the placements that count.
func TestServiceOfThePlacement(t *testing.T) {
	const register = "Placement ID,Version,Person ID,Service,Start date,End date\n" +
		"P1,1,HR1,Old name,01/04/2025,\nP1,2,HR1,Harbour View ,01/04/2025,30/06/2025\nP2,1,HR1,QUAY STREET,01/07/2025,\nP3,1,HR2,Quay Street,01/07/2025,\nP4,1,HR3,Quay Street,01/07/2025,\n"
	const ratings = "Rating ID,Date,Person ID,Scale,Score,Rated by\nR1,01/03/2025,HR1,Comfort,3,Self\nR2,30/06/2025,HR1,Comfort,3,Self\nR3,01/07/2025,HR1,Comfort,3,Self\n"
	e := read(t, map[string]string{"people.csv": register, "ratings.csv": ratings}, Options{})
	var got []string
	for _, r := range records[*record.Rating](e) {
		got = append(got, r.ID+" "+r.Service)
	}
	if fmt.Sprint(got) != "[R1 Harbour View R2 Harbour View R3 Quay Street]" {
		t.Errorf("%v", got)
	}
}

// TestSameFileTwice counts the rows of a copy as repeats.
func TestSameFileTwice(t *testing.T) {
	rows := taskHead + "T1,1,12/04/2026,07:05,HR1,Meals,Refused,,\n,1,12/04/2026,,HR1,Meals,Refused,,\n"
	e := read(t, map[string]string{"people.csv": people, "a.csv": rows, "a (1).csv": rows}, Options{})
	if one, two := counts(ledger(t, e, "a (1).csv")), counts(ledger(t, e, "a.csv")); one != "0/0/0/2/0" || two != "2/0/0/0/0" {
		t.Errorf("%s and %s", one, two)
	}
	if got := said(e); len(got) != 2 || got[1] != `a.csv:0 same-file-twice  "a (1).csv" ×1` {
		t.Errorf("%v", got)
	}
}

// TestFileNamesDoNotMatter reads the sample's small files under other names, so
// in another order: where no rule asks for the name, the same records come out.
func TestFileNamesDoNotMatter(t *testing.T) {
	folder, err := sampleFolder()
	if err != nil {
		t.Fatal(err)
	}
	straight, turned := make(fstest.MapFS), make(fstest.MapFS)
	for i, name := range []string{"people.csv", "attendance.csv", "self_ratings.csv", "goals.csv", "plan_reviews.csv", "safeguarding.csv", "staff.csv"} {
		straight[fmt.Sprintf("%d", i)] = folder[name]
		turned[fmt.Sprintf("%d", 9-i)] = folder[name]
	}
	one, err1 := Read(straight, Options{Key: []byte("key")})
	two, err2 := Read(turned, Options{Key: []byte("key")})
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	sameLines(t, withoutFile(one), withoutFile(two))
}

// withoutFile writes each record without the name of its file.
func withoutFile(e *Exports) []string {
	var out []string
	for r := range e.Records() {
		h := *r.Where()
		r.Where().File = ""
		out = append(out, fmt.Sprintf("%T %+v", r, r))
		*r.Where() = h
	}
	return out
}
