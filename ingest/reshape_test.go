package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// saying reads mappings written as texts.
func saying(t *testing.T, texts ...string) Options {
	t.Helper()
	var o Options
	for i, text := range texts {
		m, err := mapping.Parse(fmt.Sprintf("m%d.yaml", i), []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		o.Mappings = append(o.Mappings, m)
	}
	return o
}

// ratings writes the used ratings as line date scale value rater.
func ratings(e *Exports) []string {
	var out []string
	for _, r := range records[*record.Rating](e) {
		out = append(out, fmt.Sprintf("%d %s %s %g %s", r.Row, r.On, r.Scale, r.Value, r.Rater))
	}
	return out
}

func understood(t *testing.T, e *Exports, file string) SheetHeader {
	t.Helper()
	for _, h := range e.Headers {
		if h.File == file {
			return h
		}
	}
	t.Fatalf("nothing was understood of %s", file)
	return SheetHeader{}
}

func oddities(h SheetHeader) []string {
	var out []string
	for _, o := range h.NoRecords {
		out = append(out, fmt.Sprintf("%s ×%d", o.Code, o.Count))
	}
	return out
}

const outcomeStar = "Client ID,Goal and objective,Scale,Rated by,Initial review date,Initial score,Details/comments,6 month review due by,6 month review completed on,6 month review score,12 month review completed on,12 month review score\n" +
	"HR1,Cook a meal,Confidence,Self,01/04/2025,2,started,01/10/2025,13/10/2025,4,,\n" +
	"HR2,Go out,Confidence,Self,02/04/2025,1,,02/10/2025,,,14/04/2026,3\n" +
	"HR3,Go out,Confidence,Self,,5,,,,,,\n"

func TestWideScoresOfReviews(t *testing.T) {
	e := read(t, map[string]string{"people.csv": people, "star.csv": outcomeStar}, Options{})
	want := []string{"2 2025-04-01 confidence 2 self", "2 2025-10-13 confidence 4 self", "3 2025-04-02 confidence 1 self", "3 2026-04-14 confidence 3 self"}
	if got := ratings(e); !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	if l := ledger(t, e, "star.csv"); counts(l) != "4/1/0/0/0" || l.Read != 5 {
		t.Errorf("%s of %d", counts(l), l.Read)
	}
	if got := said(e); !slices.Contains(got, `star.csv:4 date-empty event_date "" ×1`) {
		t.Errorf("a score without a date: %v", got)
	}
	h := understood(t, e, "star.csv")
	if h.Width != 12 || !h.Spread[5] || !h.Spread[8] || h.Spread[7] || h.Spread[6] {
		t.Errorf("%d %v", h.Width, h.Spread)
	}
}

func TestWideScoresLackWhatNobodySays(t *testing.T) {
	text := strings.Replace(strings.Replace(outcomeStar, "Scale,Rated by,", "Notes,Plan ref,", 1), "Confidence,Self", "x,y", -1)
	e := read(t, map[string]string{"people.csv": people, "star.csv": text}, Options{})
	if got := ratings(e); got != nil {
		t.Errorf("guessed %v", got)
	}
	u := e.Unused()
	if len(u) != 1 || u[0].Code != codeScoresUnclear || !strings.Contains(u[0].Title, "scale, rater") || !strings.Contains(u[0].Hint, "rater: =self") {
		t.Errorf("%+v", u)
	}
	e = read(t, map[string]string{"people.csv": people, "star.csv": text}, saying(t, "kind: rating\nrater: =self\nscale: =confidence\n"))
	if got := ratings(e); len(got) != 4 {
		t.Errorf("with a mapping: %v", got)
	}
}

func TestReviewHeadings(t *testing.T) {
	for written, want := range map[string]string{
		"6 month review score": "6 month|score|", "12-month Comfort score": "12 month|score|comfort", "Baseline – Date": "baseline|day|",
		"Comfort at review 2": "review 2|score|comfort", "6 months review completed on": "6 month|day|", "Initial score": "initial|score|",
		"6 month review due by": "", "Start date of care": "", "Initial": "", "Score": "", "Review 1 notes": "", "Confidence": "",
	} {
		got := ""
		if h, is := readPeriodHeading(written); is {
			what := "score"
			if h.day {
				what = "day"
			}
			got = h.period + "|" + what + "|" + h.scale
		}
		if got != want {
			t.Errorf("%q: %q, want %q", written, got, want)
		}
	}
}

func TestWideBlocksOfASavedMapping(t *testing.T) {
	text := "Record,Client,When,Felt before,Felt after,Second day\nR1,HR1,13/04/2025,2,4,14/04/2025\nR2,HR2,15/04/2025,,5,\n"
	o := saying(t, "kind: rating\nid: Record\nperson_ref: Client\nevent_date: When\nrater: =self\nwide:\n  - value: Felt before\n    scale: =comfort\n  - value: Felt after\n    scale: =confidence\n    event_date: Second day\n")
	e := read(t, map[string]string{"people.csv": people, "felt.csv": text}, o)
	want := []string{"2 2025-04-13 comfort 2 self", "2 2025-04-14 confidence 4 self"}
	if got := ratings(e); !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	if l := ledger(t, e, "felt.csv"); counts(l) != "2/1/0/0/0" {
		t.Errorf("%s: %v", counts(l), said(e))
	}
	if r := records[*record.Rating](e); len(r) == 2 && r[0].ID == r[1].ID {
		t.Errorf("two records of one row share the id %q", r[0].ID)
	}
}

func TestScalesAsColumns(t *testing.T) {
	const rows = "Date,Client ID,Completed with,Comfort,Confidence,Anxiety\n13/04/2025,HR1,Self,4,3,n/a\n14/04/2025,HR2,Family,5,,2\n"
	e := read(t, map[string]string{"people.csv": people, "c.csv": rows}, Options{})
	want := []string{"2 2025-04-13 comfort 4 self", "2 2025-04-13 confidence 3 self", "3 2025-04-14 comfort 5 proxy_family", "3 2025-04-14 anxiety 2 proxy_family"}
	if got := ratings(e); !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	nobody := strings.NewReplacer("Completed with,", "", "Self,", "", "Family,", "").Replace(rows)
	e = read(t, map[string]string{"people.csv": people, "c.csv": nobody}, Options{})
	if u := e.Unused(); len(u) != 1 || u[0].Code != codeScoresUnclear || len(ratings(e)) != 0 {
		t.Errorf("nobody says who rated: %+v", u)
	}
	e = read(t, map[string]string{"people.csv": people, "c.csv": nobody}, saying(t, "kind: rating\nrater: =self\n"))
	if got := ratings(e); len(got) != 4 {
		t.Errorf("%v", got)
	}
	flags := "Date,Client ID,Completed with,Anxiety\n13/04/2025,HR1,Self,1\n14/04/2025,HR1,Self,0\n"
	if e = read(t, map[string]string{"people.csv": people, "c.csv": flags}, Options{}); len(ratings(e)) != 0 {
		t.Errorf("yes and no taken for scores: %v", ratings(e))
	}
}

// grid makes a table with the days of a month across; cells are given by line and day.
func grid31(first string, rows []string, filled map[[2]int]string, days int) string {
	var b strings.Builder
	b.WriteString(first)
	for d := 1; d <= days; d++ {
		fmt.Fprintf(&b, ",%d", d)
	}
	for i, row := range rows {
		b.WriteString("\n" + row)
		for d := 1; d <= days; d++ {
			b.WriteString("," + filled[[2]int{i, d}])
		}
	}
	return b.String() + "\n"
}

func doses(e *Exports) []string {
	var out []string
	for _, r := range records[*record.MedAdmin](e) {
		out = append(out, fmt.Sprintf("%d %s %d %s", r.Row, r.On, r.At, r.Outcome))
	}
	return out
}

func TestQuirk043DayGrid(t *testing.T) {
	chart := grid31("Client ID,Medicine,Time", []string{"HR1,Tablet,08:00", "HR2,Syrup,20:00"},
		map[[2]int]string{{0, 1}: "✓", {0, 2}: "R", {1, 30}: "✓", {1, 31}: "✓", {1, 5}: "K"}, 31)
	want := []string{"4 2025-09-01 480 accepted", "4 2025-09-02 480 refused", "5 2025-09-30 1200 accepted"}
	for _, title := range []string{
		"MAR chart\nMonth: September 2025\n", "Medication chart – Sept 2025 – Oak House\nPrinted 3 October 2025\n",
		"From 01/09/2025 – 30/09/2025\nOak House\n", "Month: 09/2025\nx\n",
	} {
		e := read(t, map[string]string{"people.csv": people, "mar.csv": title + chart}, Options{})
		if got := doses(e); !slices.Equal(got, want) {
			t.Errorf("%q: %v %v", title, got, said(e))
		}
		l := ledger(t, e, "mar.csv")
		if counts(l) != "3/1/1/0/0" || l.Read != 5 {
			t.Errorf("%q: %s of %d", title, counts(l), l.Read)
		}
		if got := said(e); !slices.Contains(got, `mar.csv:5 no-such-date scheduled_at "" ×1`) {
			t.Errorf("31 September: %v", got)
		}
	}
	for _, title := range []string{"", "MAR chart\n\n", "September 2025\nOctober 2025\n", "Printed 3 October 2025\nx\n"} {
		e := read(t, map[string]string{"people.csv": people, "mar.csv": title + chart}, Options{})
		if u := e.Unused(); len(u) != 1 || u[0].Code != codeGridMonth || doses(e) != nil {
			t.Errorf("%q: %+v %v", title, u, doses(e))
		}
	}
}

func TestQuirk043MonthOfTheGrid(t *testing.T) {
	column := grid31("Month,Client ID,Activity", []string{"Sep 2025,HR1,Choir", "02/2026,HR2,Choir"}, map[[2]int]string{{0, 1}: "✓", {1, 28}: "Attended", {1, 29}: "✓"}, 31)
	e := read(t, map[string]string{"people.csv": people, "choir.csv": column}, Options{})
	var got []string
	for _, r := range records[*record.Attendance](e) {
		got = append(got, r.On.String()+" "+r.Status)
	}
	if want := []string{"2025-09-01 attended", "2026-02-28 attended"}; !slices.Equal(got, want) || counts(ledger(t, e, "choir.csv")) != "2/1/0/0/0" {
		t.Errorf("%v %v", got, said(e))
	}
	sheet := func(titles ...string) [][]any {
		rows := [][]any{}
		for _, title := range titles {
			rows = append(rows, []any{title})
		}
		head, week, body := []any{"Client ID", "Medicine"}, []any{"", ""}, []any{"HR1", "Tablet"}
		for d := 1; d <= 30; d++ {
			head, week, body = append(head, d), append(week, []string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}[d%7]), append(body, []any{"R", nil}[d%2])
		}
		return append(rows, head, week, body)
	}
	for name, titles := range map[string][]string{"Sept 2025": {}, "Sep": {"Medicines 2025"}, "Chart": {"September 2025"}} {
		e := readOne(t, "mar.xlsx", workbookOf(t, map[string][][]any{name: sheet(titles...)}))
		if got := doses(e); len(got) != 15 || !strings.Contains(got[0], "2025-09-02") {
			t.Errorf("sheet %q: %v %v", name, got, said(e))
		}
	}
	e = readOne(t, "mar.xlsx", workbookOf(t, map[string][][]any{"Sep": sheet("Printed in 2025, chart of 2024")}))
	if len(doses(e)) != 0 {
		t.Errorf("the year was guessed")
	}
	o := saying(t, "kind: med_admin\nsheet_is: month\n")
	o.Stranger = true
	if e = readWith(t, "mar.xlsx", workbookOf(t, map[string][][]any{"Sept 2025": sheet("October 2025")}), o); len(doses(e)) != 15 {
		t.Errorf("sheet_is: month: %v", said(e))
	}
}

func TestQuirk043IsNoGrid(t *testing.T) {
	text := grid31("Name,Temperature", []string{"Fridge,x", "Freezer,y"}, map[[2]int]string{{0, 1}: "4", {1, 1}: "-18"}, 31)
	if e := read(t, map[string]string{"people.csv": people, "fridge.csv": "September 2025\n\n" + text}, Options{}); len(e.Unused()) != 1 {
		t.Errorf("%v", said(e))
	}
	if got := daysIn([]string{"1", "2", "3", "5"}); got != nil {
		t.Errorf("%v", got)
	}
}
