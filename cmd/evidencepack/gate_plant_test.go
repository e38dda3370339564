package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// planted are small exports of people whose names stand in nobody else's words.
func planted(service string) map[string]string {
	return map[string]string{
		"people.csv": "Person ID,Full name,Date of birth,Phone,Postcode,Service,Start date,End date\n" +
			"HR7001,Muriel Petrovane,12/12/1941,07700 900857,ZX19 6RT,Elm,01/01/2020,\nHR7002,Mary Brown,03/04/1950,,,Elm,01/01/2020,\n",
		"notes.csv": "Task ID,Date,Time,Service,Client ID,Category,Outcome\n" +
			"1,01/01/2026,08:00," + service + ",HR7001,Personal care,Completed\n2,02/01/2026,08:00," + service + ",HR7001,Personal care,Refused\n" +
			"3,01/02/2026,08:00," + service + ",HR7002,Meals,Completed\n4,28/02/2026,08:00," + service + ",HR7002,Personal care,Declined\n",
	}
}

const changesHead = "Change ID,Change date,Person ID,Service,Area,What changed,Why,Method\n"

// sheetNamed is a workbook of notes with a sheet of that name.
func sheetNamed(t *testing.T, name string) string {
	t.Helper()
	f := excelize.NewFile()
	rows := [][]any{{"Task ID", "Date", "Time", "Service", "Client ID", "Category", "Outcome"}, {"9", "03/02/2026", "08:00", "Elm", "HR7001", "Personal care", "Completed"}}
	if err := f.SetSheetName("Sheet1", name); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow(name, at, &row); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestPlantedNamesAreRefused puts one name at a time where a pack would print it: exit
// 3, nothing is put in place, and the message says where it is from and never what.
func TestPlantedNamesAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		service string
		files   map[string]string
		says    []string
	}{
		"service":     {"Petrovane Lodge", nil, []string{"name of a service in notes.csv, line 2", "inspection-pack.pdf page ", "inspection-pack.xlsx sheet ", "monthly-report.html line", "evidence.csv row", "name of a person", "allow:"}},
		"provider":    {"Elm", map[string]string{"pack.yaml": "provider: Muriel Petrovane Care\n"}, []string{"pack.yaml, provider", "tender-pack.html", "name of a person"}},
		"change":      {"Elm", map[string]string{"changes.csv": changesHead + "C1,01/02/2026,,Elm,Staffing,Tea with Petrovane at four,,pacing\n"}, []string{"what was changed, changes.csv, line 2"}},
		"sheet":       {"Elm", map[string]string{"more.xlsx": sheetNamed(t, "M Petrovane")}, []string{"name of a sheet of more.xlsx"}},
		"file":        {"Elm", map[string]string{"petrovane_muriel.csv": changesHead + "C1,01/02/2026,,Elm,Staffing,Later tea,,pacing\n"}, []string{"the name of file 3 of 3 in order of name"}},
		"code":        {"HR7002 wing", nil, []string{"reference code"}},
		"birth":       {"Elm", map[string]string{"changes.csv": changesHead + "C1,01/02/2026,,Elm,Staffing,\"For the one born 12 Dec 1941, later tea\",,pacing\n"}, []string{"date of birth"}},
		"phone":       {"Elm", map[string]string{"pack.yaml": "provider: Care +44 7700 900857\n"}, []string{"phone number"}},
		"a shape":     {"Elm", map[string]string{"changes.csv": changesHead + "C1,01/02/2026,,Elm,Staffing,Ring daughter on 07700 900123,,pacing\n"}, []string{"what was changed, changes.csv, line 2", "phone number"}},
		"elsewhere":   {"Petrovane Lodge", map[string]string{"pack.yaml": "allow: [\"Petrovane Lodge\"]\n", "changes.csv": changesHead + "C1,01/02/2026,,Elm,Staffing,At the Lodge Petrovane had tea,,pacing\n"}, []string{"what was changed, changes.csv, line 2"}},
		"plain words": {"Mary Brown House", nil, []string{"name of a person"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			files := planted(c.service)
			writeFiles(t, "exports", files)
			writeFiles(t, "exports", c.files)
			code, stdout, stderr := tryRun("exports", "--out", "out")
			if code != exitPrivate {
				t.Fatalf("exit %d:\n%s", code, stderr)
			}
			if entries, err := os.ReadDir("out"); err == nil && len(entries) > 0 {
				t.Errorf("%d files were put in place", len(entries))
			}
			joined := strings.Join(strings.Fields(stderr), " ")
			for _, says := range append(c.says, "no pack was written", "Packs made before") {
				if !strings.Contains(joined, says) {
					t.Errorf("it does not say %q:\n%s", says, stderr)
				}
			}
			for _, value := range []string{"petrovane", "muriel", "mary brown", "hr7002", "1941", "900857", "900123"} {
				if strings.Contains(strings.ToLower(stderr+stdout), value) {
					t.Errorf("it repeats %q:\n%s", value, stderr)
				}
			}
		})
	}
}

// TestPlacesNamedAfterPeople keeps the gate from crying wolf: places that bear a name
// of very many people, words that are names, and a text that the user allowed.
func TestPlacesNamedAfterPeople(t *testing.T) {
	for name, c := range map[string]struct{ service, settings, change string }{
		"saint":   {"St Mary's Court", "provider: Brown and May Care\n", "Rose bush planted; may be repeated"},
		"weak":    {"Elm", "", "Mary asked for later tea"}, // left out, not refused
		"allowed": {"Petrovane Lodge", "provider: Petrovane Lodge Ltd\nallow: [\"Petrovane Lodge\"]\n", "Later tea"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			writeFiles(t, "exports", planted(c.service))
			writeFiles(t, "exports", map[string]string{"pack.yaml": c.settings, "changes.csv": changesHead + "C1,01/02/2026,,Elm,Staffing," + c.change + ",,pacing\n"})
			code, _, stderr := tryRun("exports", "--out", "out")
			if code != exitDone {
				t.Fatalf("exit %d:\n%s", code, stderr)
			}
			text, err := os.ReadFile(filepath.Join("out", "manifest.json"))
			if err != nil {
				t.Fatal(err)
			}
			if name == "allowed" && (!strings.Contains(string(text), `"allow": 1`) || strings.Contains(string(text), "Lodge\"]")) {
				t.Error("the manifest does not count what was allowed")
			}
			for _, pack := range []string{"inspection-pack.json", "monthly-report.json"} {
				text, err := os.ReadFile(filepath.Join("out", pack))
				if err != nil || name == "weak" && bytes.Contains(text, []byte("Mary")) {
					t.Errorf("%s holds a name that should be left out, or cannot be read: %v", pack, err)
				}
			}
		})
	}
}

// TestASecondRefusalSaysTheSource refuses again where something is allowed: the message
// says where such a name comes from, and still not the name.
func TestASecondRefusalSaysTheSource(t *testing.T) {
	f := refusal([]sighting{{"tender-pack.pdf", "name of a person", "page 3", 1}}, nil, []string{"the name of a service in notes.csv, line 2 (name of a person)"})
	if !strings.Contains(f.why, "such a name stands in the name of a service in notes.csv, line 2 (name of a person).") || !strings.Contains(f.hints[0], "allow the text as it stands there") {
		t.Errorf("%q, %q", f.why, f.hints)
	}
	t.Chdir(t.TempDir())
	writeFiles(t, "exports", planted("Petrovane Lodge"))
	writeFiles(t, "exports", map[string]string{"pack.yaml": "allow: [\"Petrovane Lodge\"]\n"})
	flags := exportFlags{In: "exports"}
	set, err := flags.readSettings()
	if err != nil {
		t.Fatal(err)
	}
	j, err := flags.job(world{stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{}}, set, "out")
	if err == nil {
		_, err = j.make()
	}
	if err != nil {
		t.Fatal(err)
	}
	if from := j.allowedOrigins(nil); len(from) != 1 || !strings.Contains(from[0], "notes.csv, line 2") {
		t.Errorf("what is allowed comes from %q", from)
	}
}
