package ingest

import (
	"fmt"
	"slices"
	"testing"

	"evidencepack/ingest/record"
)

func reasons(e *Exports) []string {
	var out []string
	for _, r := range records[*record.CareTask](e) {
		out = append(out, fmt.Sprintf("%s %t", r.Reason, r.ReasonRecorded))
	}
	return out
}

func TestQuirk093OneHot(t *testing.T) {
	for text, want := range map[string][]string{
		"Date,Client ID,Category,Outcome,Refusal reason/pain,Refusal reason/noise\n13/04/2025,HR1,Meals,Refused,1,1\n14/04/2025,HR1,Meals,Refused,0,0\n":      {"pain; noise true", " false"},
		"Date,Client ID,Category,Outcome,refusal_reason:pain,refusal_reason:noise\n13/04/2025,HR1,Meals,Refused,FALSE,TRUE\n14/04/2025,HR1,Meals,Refused,,\n": {"noise true", " false"},
		"Date,Client ID,Category,Outcome,Refusal reason,Refusal reason/pain,Refusal reason/noise\n13/04/2025,HR1,Meals,Refused,pain noise,1,1\n":              {"pain noise true"},
		"Date,Client ID,Category,Outcome,More/Distress,More/Re-offered\n13/04/2025,HR1,Meals,Refused,yes,no\n":                                                {" false"},
		"Date,Client ID,Category,Outcome,Refusal reason/pain,Refusal reason/other\n13/04/2025,HR1,Meals,Refused,1,the radio\n":                                {" false"},
	} {
		e := read(t, map[string]string{"people.csv": people, "a.csv": text}, Options{})
		if got := reasons(e); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q (%v)", text, got, want, said(e))
		}
	}
	text := "Date,Client ID,Category,Outcome,Refusal reason>pain,Refusal reason>noise\n13/04/2025,HR1,Meals,Refused,1,1\n"
	e := read(t, map[string]string{"people.csv": people, "a.csv": text}, saying(t, "kind: care_task\ngroup_separator: \">\"\n"))
	if got := reasons(e); !slices.Equal(got, []string{"pain; noise true"}) {
		t.Errorf("%q", got)
	}
	if h := understood(t, e, "a.csv"); !h.Spread[4] || h.Notes[5] == "" || h.Fields[6] != "refusal_reason" || h.Width != 6 {
		t.Errorf("%+v", h)
	}
}

const sectioned = "Date,Client ID,Category,Outcome\nHarbour View,,,\n13/04/2025,HR1,Meals,Refused\nQuay Street,,,\n14/04/2025,HR2,Meals,Refused\n15/04/2025,HR3,Meals,Refused\n"

func services(e *Exports) []string {
	var out []string
	for _, r := range records[*record.CareTask](e) {
		out = append(out, fmt.Sprintf("%d %s", r.Row, r.Service))
	}
	return out
}

func TestQuirk041Sections(t *testing.T) {
	e := read(t, map[string]string{"people.csv": people, "a.csv": sectioned}, Options{})
	if got := services(e); !slices.Equal(got, []string{"3 Harbour View", "5 Quay Street", "6 Quay Street"}) {
		t.Errorf("%v", got)
	}
	h := understood(t, e, "a.csv")
	if got := oddities(h); !slices.Contains(got, codeSectionService+" ×2") || h.Confidence[4] != sureLent || h.Width != 4 {
		t.Errorf("%v %v", got, h.Confidence)
	}
	byPerson := "Date,Time,Category,Outcome\nMuriel Petrovane,,,\n13/04/2025,08:00,Meals,Refused\n13/04/2025,09:00,Meals,Refused\nNobody Known,,,\n14/04/2025,08:00,Meals,Refused\n"
	e = read(t, map[string]string{"people.csv": people, "a.csv": byPerson}, Options{})
	if l := ledger(t, e, "a.csv"); counts(l) != "2/1/0/0/0" {
		t.Errorf("sections of people: %s %v", counts(l), said(e))
	}
	for _, words := range [][2]string{{"April", "May"}, {"Morning", "Evening"}, {"April 2025", "May 2025"}, {"Refused", "Personal care"}} {
		text := "Date,Client ID,Category,Outcome\n" + words[0] + ",,,\n13/04/2025,HR1,Meals,Refused\n" + words[1] + ",,,\n14/04/2025,HR2,Meals,Refused\n15/04/2025,HR3,Meals,Refused\n"
		e = read(t, map[string]string{"people.csv": people, "a.csv": text}, Options{})
		if got := oddities(understood(t, e, "a.csv")); slices.Contains(got, codeSectionService+" ×2") {
			t.Errorf("%v were taken for services", words)
		}
	}
	e = read(t, map[string]string{"people.csv": people, "a.csv": sectioned}, saying(t, "kind: care_task\nsection: note\n"))
	if h := understood(t, e, "a.csv"); h.Fields[4] != "note" {
		t.Errorf("%v", h.Fields)
	}
}

func TestQuirk046SheetNames(t *testing.T) {
	rows := [][]any{{"Date", "Time", "Category", "Outcome"}, {"13/04/2025", "08:00", "Meals", "Refused"}, {"14/04/2025", "08:00", "Meals", "Accepted"}}
	book := workbookOf(t, map[string][][]any{"Muriel Petrovane": rows, "Sam Lowe": rows})
	e := readOne(t, "a.xlsx", book)
	if u := e.Unused(); len(u) != 1 || u[0].Code != codeSheetPerson {
		t.Errorf("%+v", u)
	}
	o := saying(t, "kind: care_task\nsheet_is: person_name\n")
	o.Stranger = true
	e = readWith(t, "a.xlsx", book, o)
	seen := make(map[record.Person]int)
	for _, r := range records[*record.CareTask](e) {
		seen[r.Person]++
	}
	if len(seen) != 2 || len(e.Ledgers) != 2 {
		t.Errorf("%v %v", seen, said(e))
	}
	if got := oddities(understood(t, e, "a.xlsx")); !slices.Contains(got, codeSheetName+" ×1") {
		t.Errorf("%v", got)
	}
	o = saying(t, "kind: care_task\nperson_ref: =HR1\nsheet_is: service_ref\n")
	o.Stranger = true
	e = readWith(t, "a.xlsx", workbookOf(t, map[string][][]any{"Oak House": rows}), o)
	if got := services(e); !slices.Equal(got, []string{"2 Oak House", "3 Oak House"}) {
		t.Errorf("%v %v", got, said(e))
	}
}

func TestHeaderRowOfASavedMapping(t *testing.T) {
	// The second row of headings would win by itself: it is known as a whole.
	text := "When,Who,Task,How it went\n13/04/2025,HR1,Meals,Refused\nDate,Client ID,Category,Outcome\n14/04/2025,HR1,Meals,Refused\n15/04/2025,HR1,Meals,Refused\n"
	o := saying(t, "kind: care_task\nheader_row: 1\nevent_date: When\nperson_ref: Who\ntask_category: Task\noutcome: How it went\n")
	e := read(t, map[string]string{"people.csv": people, "a.csv": text}, o)
	if h := understood(t, e, "a.csv"); h.Row != 1 || h.Headings[0] != "When" {
		t.Errorf("%d %v", h.Row, h.Headings)
	}
	if h := understood(t, e, "people.csv"); h.Row != 1 || h.Ledger < 0 {
		t.Errorf("another kind: %+v", h)
	}
	far := ""
	for i := range 150 {
		far += fmt.Sprintf("note %d,x,y\n", i)
	}
	o = saying(t, "kind: care_task\nheader_row: 151\n")
	e = read(t, map[string]string{"people.csv": people, "a.csv": far + "Date,Client ID,Category,Outcome\n14/04/2025,HR1,Meals,Refused\n"}, o)
	if h := understood(t, e, "a.csv"); h.Row != 151 || counts(ledger(t, e, "a.csv")) != "1/0/0/0/0" {
		t.Errorf("%d: %v", h.Row, said(e))
	}
	o = saying(t, "kind: care_task\nheader_row: 9\n") // the row moved: the table is found all the same
	e = read(t, map[string]string{"people.csv": people, "a.csv": "Date,Client ID,Category,Outcome\n14/04/2025,HR1,Meals,Refused\n"}, o)
	if h := understood(t, e, "a.csv"); h.Row != 1 {
		t.Errorf("%d", h.Row)
	}
}

func TestReoffersAsRows(t *testing.T) {
	const head = "Task ID,Date,Time,Client ID,Category,Outcome,Reason\n"
	rows := head +
		"T1,13/04/2025,08:00,HR1,Meals,Refused,\nT2,13/04/2025,08:30,HR1,Meals,Accepted,was in pain\n" + // one offer
		"T3,14/04/2025,08:00,HR1,Meals,Refused,\nT4,14/04/2025,12:01,HR1,Meals,Accepted,\n" + // too late
		"T5,15/04/2025,08:00,HR1,Meals,Refused,\nT6,15/04/2025,08:10,HR1,Personal care,Accepted,\nT7,15/04/2025,08:20,HR2,Meals,Accepted,\n" + // other task, other person
		"T8,16/04/2025,08:00,HR1,Meals,Refused,\nT9,16/04/2025,09:00,HR1,Meals,Refused,\nTA,16/04/2025,10:00,HR1,Meals,Accepted,\n" + // two rows at most
		"TB,17/04/2025,,HR1,Meals,Refused,\nTC,17/04/2025,08:00,HR1,Meals,Accepted,\n" + // no time
		"TD,18/04/2025,09:00,HR1,Meals,Accepted,\nTE,18/04/2025,08:00,HR1,Meals,Refused,\n" // not in order of time
	e := read(t, map[string]string{"people.csv": people, "a.csv": rows}, Options{})
	if l := ledger(t, e, "a.csv"); counts(l) != "14/0/0/0/0" || l.Joined != 0 || len(refusals(e)) != 14 {
		t.Errorf("without a mapping: %s, joined %d", counts(l), l.Joined)
	}
	e = read(t, map[string]string{"people.csv": people, "a.csv": rows}, saying(t, "kind: care_task\nreoffer: rows\n"))
	if l := ledger(t, e, "a.csv"); counts(l) != "14/0/0/0/0" || l.Joined != 3 {
		t.Errorf("%s, joined %d", counts(l), l.Joined)
	}
	got := refusals(e)
	for id, want := range map[string]record.Outcome{"T1": record.AcceptedOnReoffer, "T3": record.Refused, "T4": record.Accepted, "T5": record.Refused, "T8": record.Refused, "TA": record.Accepted, "TB": record.Refused, "TE": record.AcceptedOnReoffer} {
		if got[id] != want {
			t.Errorf("%s is %s, want %s", id, got[id], want)
		}
	}
	if _, there := got["T2"]; there || len(got) != 11 {
		t.Errorf("%v", got)
	}
	if got := notes(e, "a.csv"); !slices.Contains(got, codeReoffers+" ×3") {
		t.Errorf("%v", got)
	}
}

func TestQuirk094And095Scales(t *testing.T) {
	const rows = "Date,Client ID,Scale,Score,Rated by\n13/04/2025,HR1,Comfort,4,Self\n14/04/2025,HR1,Comfort,7,Self\n15/04/2025,HR1,Anxiety,9,Self\n16/04/2025,HR1,Comfort,3/10,Self\n17/04/2025,HR1,Comfort,0,Self\n18/04/2025,HR1,Comfort,55,Self\n"
	codes := func(e *Exports) map[string]int {
		out := make(map[string]int)
		for _, i := range e.Issues {
			if i.File == "r.csv" && i.Row > 0 {
				out[i.Code]++
			}
		}
		return out
	}
	e := read(t, map[string]string{"people.csv": people, "r.csv": rows}, Options{})
	if got := codes(e); len(ratings(e)) != 1 || got[codeOutsideScale] != 4 || got[codeOtherScale] != 1 {
		t.Errorf("%v %v", ratings(e), got)
	}
	e = read(t, map[string]string{"people.csv": people, "r.csv": rows}, saying(t, "kind: rating\nscales:\n  Comfort: 1 to 10, higher is better\n"))
	if got := codes(e); len(ratings(e)) != 0 || got[codeOtherScale] != 3 || got[codeOutsideScale] != 3 {
		t.Errorf("a scale to 10: %v %v", ratings(e), got)
	}
	e = read(t, map[string]string{"people.csv": people, "r.csv": rows}, saying(t, "kind: rating\nscales:\n  comfort: 1 to 5, lower is better\n"))
	if got := codes(e); len(ratings(e)) != 0 || got[codeOtherScale] != 2 {
		t.Errorf("the other way round: %v %v", ratings(e), got)
	}
}

func TestQuirk091SeveralValues(t *testing.T) {
	rows := incidentHead + "I1,13/04/2025,HR1,Fall; Choking,Low,Closed\nI2,14/04/2025,HR1,Choking|Fall;,Low,Closed\nI3,15/04/2025,HR1,Fall + Choking,Low,Closed\nI4,16/04/2025,HR1,Fall; mystery,Low,Closed\n"
	kinds := func(o Options) string {
		var out []string
		for _, r := range records[*record.Incident](read(t, map[string]string{"people.csv": people, "a.csv": rows}, o)) {
			out = append(out, r.Type)
		}
		return fmt.Sprint(out)
	}
	if got := kinds(Options{}); got != "[fall choking other fall]" {
		t.Errorf("%s", got)
	}
	if got := kinds(saying(t, "kind: incident\nlist_separator: \"+\"\n")); got != "[other other fall other]" {
		t.Errorf("%s", got)
	}
}

func TestTimeZoneOfASavedMapping(t *testing.T) {
	rows := "Date time,Client ID,Category,Outcome\n2025-06-30 23:30,HR1,Meals,Refused\n2025-12-31 23:30,HR1,Meals,Refused\n"
	e := read(t, map[string]string{"people.csv": people, "a.csv": rows}, saying(t, "kind: care_task\ntime_zone: UTC\n"))
	var got []string
	for _, r := range records[*record.CareTask](e) {
		got = append(got, fmt.Sprintf("%s %d", r.On, r.At))
	}
	if !slices.Equal(got, []string{"2025-07-01 30", "2025-12-31 1410"}) {
		t.Errorf("%v", got)
	}
}
