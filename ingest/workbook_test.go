package ingest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"evidencepack/ingest/record"
)

// incidentLog is a sheet as people keep it: titles, a blank row, headings, real
// dates and typed ones, a total.
func incidentLog(t *testing.T, from1904 bool) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &from1904}); err != nil {
		t.Fatal(err)
	}
	set := func(axis string, value any) {
		t.Helper()
		if err := f.SetCellValue("Sheet1", axis, value); err != nil {
			t.Fatal(err)
		}
	}
	set("A1", "Harbour Reach Care")
	set("A2", "Incident log, April 2026")
	for i, h := range []string{"Incident no", "Date", "Time", "Incident type", "Severity", "Anxiety related", "Recovery time", "Closed", "Lessons learned"} {
		set(fmt.Sprintf("%c4", 'A'+i), h)
	}
	day := time.Date(2026, 4, 12, 0, 0, 0, 0, time.UTC)
	rows := [][]any{
		{"I1", day, 0.5, "Fall", "Minor", true, 45, "", "Moved the rug"},
		{"I2", "13/04/2026", "07:05", "Near miss", "", false, "20 min", day.AddDate(0, 0, 3), "n/a"},
		{3, day.Add(90 * time.Minute), "", "Choking", "Moderate", "Yes", 0.0625, "", ""},
		{"I4", "31/04/2026", "", "Fall", "", "", "", "", ""},
	}
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+5), &row); err != nil {
			t.Fatal(err)
		}
	}
	set("A9", "Total")
	set("B9", 4)
	for style, cells := range map[int][]string{14: {"B5", "H6"}, 22: {"B7"}, 20: {"C5", "G7"}} {
		id, err := f.NewStyle(&excelize.Style{NumFmt: style})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cells {
			if err := f.SetCellStyle("Sheet1", c, c, id); err != nil {
				t.Fatal(err)
			}
		}
	}
	return save(t, f)
}

func TestWorkbook(t *testing.T) {
	for _, from1904 := range []bool{false, true} {
		e := readOne(t, "incidents.xlsx", incidentLog(t, from1904))
		l := ledger(t, e, "incidents.xlsx")
		if l.Sheet != "Sheet1" || l.HeaderRow != 4 || l.Read != 4 || counts(l) != "3/1/0/0/0" {
			t.Errorf("ledger %+v", l)
		}
		got := records[*record.Incident](e)
		if len(got) != 3 {
			t.Fatalf("%d incidents: %v", len(got), said(e))
		}
		for i, want := range []record.Incident{
			{Head: record.Head{Ref: record.Ref{File: "incidents.xlsx", Sheet: "Sheet1", Row: 5}, ID: "I1", On: record.DateOf(2026, 4, 12), At: 720},
				Type: "fall", Harm: record.HarmLow, Anxiety: true, RecoveryMinutes: 45, LearningRecorded: true},
			{Head: record.Head{Ref: record.Ref{File: "incidents.xlsx", Sheet: "Sheet1", Row: 6}, ID: "I2", On: record.DateOf(2026, 4, 13), At: 425},
				Type: record.IncidentNearMiss, RecoveryMinutes: 20, Closed: true, ClosedOn: record.DateOf(2026, 4, 15)},
			{Head: record.Head{Ref: record.Ref{File: "incidents.xlsx", Sheet: "Sheet1", Row: 7}, ID: "3", On: record.DateOf(2026, 4, 12), At: 90},
				Type: "choking", Harm: record.HarmModerate, Anxiety: true, RecoveryMinutes: 90},
		} {
			want.Columns = got[i].Columns
			if *got[i] != want {
				t.Errorf("1904 %t, row %d: %+v\nwant %+v", from1904, want.Row, *got[i], want)
			}
		}
	}
}

// TestWorkbookErrorCells wants #N/A to be a missing value, never a word.
func TestWorkbookErrorCells(t *testing.T) {
	data := workbookOf(t, map[string][][]any{"Log": {{"Incident no", "Date", "Incident type", "Severity"}, {"I1", "22/04/2026", "Fall", 99}}})
	data = inZip(t, data, `<v>99</v>`, `<v>#N/A</v>`, `r="D2"`, `r="D2" t="e"`)
	e := readOne(t, "x.xlsx", data)
	got := records[*record.Incident](e)
	if len(got) != 1 || got[0].Harm != "" || len(e.Issues) != 1 {
		t.Errorf("%+v, %v", got, said(e))
	}
}

// inZip replaces texts in every file of a zip, old and new by turns.
func inZip(t *testing.T, data []byte, pairs ...string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		text, err := fs.ReadFile(r, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := strings.NewReplacer(pairs...).WriteString(to, string(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestSheetsLeftOut wants sheets that gave no rows listed, and empty ones not.
func TestSheetsLeftOut(t *testing.T) {
	log := [][]any{{"Incident no", "Date", "Incident type"}, {"I1", "22/04/2026", "Fall"}}
	e := readOne(t, "x.xlsx", workbookOf(t, map[string][][]any{
		"Cover": {{"How to use this workbook"}}, "Empty": nil, "Log": log,
		"Old log": {{"Incident no", "Incident type", "Severity"}, {"I0", "Fall", "Low"}},
	}))
	codes := make(map[string]string)
	for _, i := range e.Issues {
		if i.Sheet != "" {
			codes[i.Sheet] = i.Code + " " + i.Field
		}
	}
	if len(codes) != 2 || codes["Cover"] != codeUnknownSheet+" " || codes["Old log"] != codeMissingColumn+" event_date" {
		t.Errorf("issues of sheets: %v", codes)
	}
	if e.Inputs[0].Error != nil || counts(ledger(t, e, "x.xlsx")) != "1/0/0/0/0" {
		t.Errorf("%+v, %v", e.Inputs[0], e.Ledgers)
	}
}

// TestNoteBesideTheTable wants a note right of a sheet's table to cost no row,
// and a value too many in a text file to cost one.
func TestNoteBesideTheTable(t *testing.T) {
	e := readOne(t, "x.xlsx", workbookOf(t, map[string][][]any{"Log": {{"Incident no", "Date", "Incident type"}, {"I1", "12/04/2026", "Fall", "", "ask Jo"}}}))
	if got := counts(ledger(t, e, "x.xlsx")); got != "1/0/0/0/0" {
		t.Errorf("sheet: %s", got)
	}
	e = readOne(t, "x.csv", []byte("Incident no,Date,Incident type\nI1,12/04/2026,Fall,in,the hall\nI2,12/04/2026,Fall,,\n"))
	if got := counts(ledger(t, e, "x.csv")); got != "1/1/0/0/0" {
		t.Errorf("text: %s, %v", got, said(e))
	}
}
