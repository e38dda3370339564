package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// tasksOn makes care notes with one date each, as written.
func tasksOn(dates ...string) string {
	text := "Task ID,Date,Client ID,Category,Outcome\n"
	for i, d := range dates {
		text += fmt.Sprintf("T%d,%s,HR1,Meals,Completed\n", i, d)
	}
	return text
}

// days gives the dates that were read, in the order of the rows.
func days(e *Exports) string {
	var out []string
	for _, r := range records[*record.CareTask](e) {
		out = append(out, r.On.String())
	}
	return strings.Join(out, " ")
}

// order gives what inspect says of the order of the dates of a file.
func order(e *Exports, file, heading string) string {
	for _, h := range e.Headers {
		if i := slices.Index(h.Headings, heading); h.File == file && i >= 0 {
			return h.Orders[i]
		}
	}
	return "no such column"
}

func TestQuirk060TheWholeColumnDecides(t *testing.T) {
	for _, c := range []struct {
		dates             []string
		order, want, code string
	}{
		{[]string{"03/04/2026", "13/04/2026"}, "dmy", "2026-04-03 2026-04-13", ""},
		{[]string{"04/03/2026", "04/13/2026"}, "mdy", "2026-04-03 2026-04-13", ""},
		{[]string{"03/04/2026", "05/04/2026"}, "dmy", "2026-04-03 2026-04-05", codeDayOrMonth},
		{[]string{"2026-04-03", "13 April 2026"}, "iso", "2026-04-03 2026-04-13", ""},
		{[]string{"13/04/2026", "04/13/2026"}, "contradictory", "", codeMixedOrders},
	} {
		e := read(t, map[string]string{"people.csv": people, "a.csv": tasksOn(c.dates...)}, Options{})
		found := ""
		for _, i := range e.Issues {
			if i.File == "a.csv" && i.Code != codeMissingMonth {
				found = i.Code
			}
		}
		if got := order(e, "a.csv", "Date"); got != c.order || days(e) != c.want || found != c.code {
			t.Errorf("%v: order %s, days %q, %q; want %s, %q, %q", c.dates, got, days(e), found, c.order, c.want, c.code)
		}
	}
}

// TestOtherColumnsHint wants a column that proves nothing read as the others are.
func TestOtherColumnsHint(t *testing.T) {
	text := "Restriction ID,Person ID,Restriction type,Start date,Review due\nR1,HR1,Kitchen,04/03/2026,04/13/2026\nR2,HR1,Door,05/03/2026,05/14/2026\n"
	e := read(t, map[string]string{"people.csv": people, "a.csv": text}, Options{})
	got := records[*record.Restriction](e)
	if len(got) != 2 || got[0].StartOn != record.DateOf(2026, 4, 3) || got[1].ReviewDueOn != record.DateOf(2026, 5, 14) {
		t.Errorf("%+v, %v", got, said(e))
	}
}

// TestMappingSettlesTheOrder: what the user confirmed goes before what we assume.
func TestMappingSettlesTheOrder(t *testing.T) {
	m := &mapping.Mapping{Kind: record.KindCareTask, DateOrder: mapping.MonthFirst}
	e := read(t, map[string]string{"people.csv": people, "a.csv": tasksOn("03/04/2026")}, Options{Mappings: []*mapping.Mapping{m}})
	if days(e) != "2026-03-04" || slices.ContainsFunc(e.Issues, func(i record.Issue) bool { return i.Code == codeDayOrMonth && i.File == "a.csv" }) {
		t.Errorf("%s, %v", days(e), e.Issues)
	}
}

// TestQuirk061HalfSwapped wants none of a workbook used whose UK dates Excel read
// as American: days up to 12 are true dates, the others stayed text.
func TestQuirk061HalfSwapped(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	put := func(cell string, value any) {
		if err := f.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	for i, h := range []string{"Task ID", "Date", "Client ID", "Category", "Outcome"} {
		put(string(rune('A'+i))+"1", h)
	}
	for day := 1; day <= 20; day++ {
		row := fmt.Sprint(day + 1)
		put("A"+row, "T"+row)
		if day <= 12 {
			put("B"+row, time.Date(2026, time.Month(day), 4, 0, 0, 0, 0, time.UTC)) // 4 April was written day/month
		} else {
			put("B"+row, fmt.Sprintf("%d/04/2026", day))
		}
		put("C"+row, "HR1")
		put("D"+row, "Meals")
		put("E"+row, "Completed")
	}
	e := readOne(t, "a.xlsx", save(t, f))
	if in := e.Inputs[0]; in.Error == nil || in.Error.Code != codeHalfSwapped || len(records[*record.CareTask](e)) != 0 {
		t.Fatalf("%+v", in.Error)
	}
	if u := e.Unused()[0]; !strings.Contains(u.Title, "half swapped") || !strings.Contains(u.Title, "column Date") || !strings.Contains(u.Hint, "Excel first") {
		t.Errorf("%q %q", u.Title, u.Hint)
	}
}

// TestQuirk083And084LostCells counts errors and formulas without an answer by column.
func TestQuirk083And084LostCells(t *testing.T) {
	data := workbookOf(t, map[string][][]any{"Log": {{"Incident no", "Date", "Incident type", "Severity"}, {"I1", "22/04/2026", "Fall", 99}, {"I2", "23/04/2026", "Fall", 98}}})
	data = inZip(t, data, `<v>99</v>`, `<v>#N/A</v>`, `r="D2"`, `r="D2" t="e"`, `<v>98</v>`, `<f>A1</f>`)
	e := readOne(t, "x.xlsx", data)
	want := []Oddity{{codeFaults, 2, 4, 1}, {codeNoResult, 3, 4, 1}}
	if got := e.Headers[0].NoRecords; !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	for _, i := range records[*record.Incident](e) {
		if i.Harm != "" {
			t.Errorf("an answer that is missing became %q", i.Harm)
		}
	}
}

// TestTitleHints wants the dates that a report was made for to settle the order of
// columns that prove nothing.
func TestTitleHints(t *testing.T) {
	text := "Care notes\nPeriod: 1 March 2026 to 31 March 2026\n\n" + tasksOn("03/05/2026", "03/02/2026", "03/09/2026")
	e := read(t, map[string]string{"people.csv": people, "a.csv": text}, Options{})
	if days(e) != "2026-03-05 2026-03-02 2026-03-09" || order(e, "a.csv", "Date") != "mdy" {
		t.Errorf("%s, %s", days(e), order(e, "a.csv", "Date"))
	}
}

// TestQuirk073SkippedHour notes times that never were, and keeps them as written.
func TestQuirk073SkippedHour(t *testing.T) {
	text := "Task ID,Date,Time,Client ID,Category,Outcome\nT1,29/03/2026,01:30,HR1,Meals,Completed\nT2,29/03/2026,02:30,HR1,Meals,Completed\nT3,25/10/2025,01:30,HR1,Meals,Completed\n"
	e := read(t, map[string]string{"people.csv": people, "a.csv": text}, Options{})
	if got := notes(e, "a.csv"); !slices.Equal(got, []string{codeClockChange + " ×1"}) || records[*record.CareTask](e)[0].At != 90 {
		t.Errorf("%v", got)
	}
}

// TestContradictingSpareColumn leaves out a column that only some figures need, and
// its records say so.
func TestContradictingSpareColumn(t *testing.T) {
	text := "Incident ID,Person ID,Incident type,Date,Manager review date\nI1,HR1,Fall,13/04/2026,14/04/2026\nI2,HR1,Fall,14/04/2026,04/15/2026\n"
	e := read(t, map[string]string{"people.csv": people, "a.csv": text}, Options{})
	got := records[*record.Incident](e)
	if len(got) != 2 || got[0].ManagerReviewedOn != 0 || got[0].Columns.Has("manager_reviewed_at") || !slices.Equal(got[0].Columns.Contradicting(), []string{"manager_reviewed_at"}) {
		t.Errorf("%+v, %v", got, said(e))
	}
}
