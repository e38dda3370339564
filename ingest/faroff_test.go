package ingest

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"evidencepack/ingest/record"
)

// TestFarOffDates sets aside a row with a mistyped year, at either end, and
// nothing else.
func TestFarOffDates(t *testing.T) {
	var b strings.Builder
	b.WriteString("Date,Client ID,Activity,Status\n")
	for i := range 400 {
		on := record.DateOf(2026, 1, 1) + record.Date(i/2)
		y, m, d := on.Parts()
		fmt.Fprintf(&b, "%02d/%02d/%d,A%d,Choir,Attended\n", d, m, y, i%2)
	}
	b.WriteString("01/04/2062,A1,Choir,Attended\n01/04/1926,A1,Choir,Attended\n")
	e, err := Read(fstest.MapFS{"attendance.csv": {Data: []byte(b.String())}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	l := e.Ledgers[0]
	if l.Read != 402 || l.Counts[record.Used] != 400 || l.Counts[record.Rejected] != 2 {
		t.Errorf("%+v", l)
	}
	for _, i := range e.Issues {
		if i.Class == record.Rejected && (i.Code != codeFarOff || i.Row < 402) {
			t.Errorf("%+v", i)
		}
	}
}

// TestFewEventsAreBelieved keeps rare events that are honest months apart.
func TestFewEventsAreBelieved(t *testing.T) {
	text := "Concern ID,Date raised,Client ID,Type\n1,01/01/2024,A1,Physical\n2,01/02/2025,A1,Physical\n3,01/09/2026,A1,Physical\n"
	e, err := Read(fstest.MapFS{"safeguarding.csv": {Data: []byte(text)}}, Options{})
	if err != nil || e.Ledgers[0].Counts[record.Used] != 3 {
		t.Errorf("%v, %+v", err, e.Ledgers)
	}
}

// TestEndsBeforeItBegins sets aside rows whose end is before their start.
func TestEndsBeforeItBegins(t *testing.T) {
	e, err := Read(fstest.MapFS{
		"people.csv":       {Data: []byte("Person ID,Full name,Service,Start date,End date,Funding\nA1,Una Testperson,Elm,01/01/2020,,LA\nA2,Duo Testperson,Elm,01/01/2020,01/01/2019,LA\n")},
		"restrictions.csv": {Data: []byte("Restriction ID,Person ID,Service,Restriction type,Start date,End date,Rationale\nR1,A1,Elm,Physical,01/01/2026,01/12/2025,Yes\nR2,A1,Elm,Physical,01/01/2026,01/02/2026,Yes\n")},
	}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range e.Ledgers {
		if l.Counts[record.Used] != 1 || l.Counts[record.Rejected] != 1 {
			t.Errorf("%+v", l)
		}
	}
}
