package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// inspectSave runs inspect --save on a folder and gives what it says.
func inspectSave(t *testing.T) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run([]string{"inspect", "exports", "--save", "exports/mappings"}, world{stdin: &bytes.Buffer{}, stdout: &stdout, stderr: &stderr}); code != exitDone && code != exitPartly {
		t.Fatalf("it ended with %d: %s", code, stderr.String())
	}
	return stdout.String()
}

func contents(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestTwoLayoutsOfOneKind saves two layouts whose columns contradict in two files;
// next month each is read with its own, and nothing is new.
func TestTwoLayoutsOfOneKind(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "exports", map[string]string{
		"people.csv":              "Person ID,Full name,Service,Start date,End date\nA1,Una Testperson,Elm,01/01/2020,\n",
		"Oak goals 2026-09.csv":   "Goal ID,Person ID,Goal,Area,Date set,Salary\nG1,A1,Cook,Home,01/09/2026,9\n",
		"Birch goals 2026-09.csv": "Goal ID,Person ID,Goal,Domain,Area,Date set\nG2,A1,Swim,Sport,Elm,01/09/2026\n",
	})
	inspectSave(t)
	first, second := contents(t, "exports/mappings/goals.yaml"), contents(t, "exports/mappings/goals-2.yaml")
	if !strings.Contains(first, "service_ref: Area\n") || strings.Contains(first, "files:") {
		t.Errorf("the first layout is saved as\n%s", first)
	}
	if !strings.Contains(second, "domain: Area\n") || !strings.Contains(second, "files: [\"Oak goals *.csv\"]\n") || !strings.Contains(second, "# Not used: Salary (personal, never kept)\n") {
		t.Errorf("the second layout is saved as\n%s", second)
	}
	if said := inspectSave(t); !strings.Contains(said, "Nothing is new") {
		t.Errorf("at once again it says\n%s", said)
	}
	writeFiles(t, "exports", map[string]string{"Oak goals 2026-10.csv": "Goal ID,Person ID,Goal,Area,Date set,Colour\nG3,A1,Sing,Home,01/10/2026,Red\n"})
	said := inspectSave(t)
	if !strings.Contains(said, "New in goals-2.yaml:\n  # Not used: Colour") || contents(t, "exports/mappings/goals.yaml") != first {
		t.Errorf("in the next month it says\n%s", said)
	}
}

// TestContraryToCertainFiles says so where no mapping can hold for a layout, and
// begins no new file each month.
func TestContraryToCertainFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	mine := "files: \"*goals*\"\ngoal: Goal\n"
	writeFiles(t, "exports", map[string]string{
		"people.csv":  "Person ID,Full name,Service,Start date,End date\nA1,Una Testperson,Elm,01/01/2020,\n",
		"goals a.csv": "Goal ID,Person ID,Goal,Domain,Area,Date set\nG2,A1,Swim,Sport,Elm,01/09/2026\n",
		"goals b.csv": "Goal ID,Person ID,Goal,Area,Date set\nG1,A1,Cook,Home,01/09/2026\n",
	})
	writeFiles(t, "exports/mappings", map[string]string{"goals.yaml": mine})
	if said := inspectSave(t); !strings.Contains(said, "contradict goals.yaml") {
		t.Errorf("it says\n%s", said)
	}
	inspectSave(t)
	if text := contents(t, "exports/mappings/goals.yaml"); !strings.HasPrefix(text, mine) || !strings.Contains(text, "service_ref: Area\n") {
		t.Errorf("it was extended to\n%s", text)
	}
	if _, err := os.Stat("exports/mappings/goals-2.yaml"); err == nil {
		t.Error("a second file was begun")
	}
}

// TestTwoFieldsInOneColumn reads date and time from one column, as a mapping says,
// and takes that for no contradiction.
func TestTwoFieldsInOneColumn(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "exports", map[string]string{
		"people.csv": "Person ID,Full name,Service,Start date,End date\nA1,Una Testperson,Elm,01/01/2020,\n",
		"notes.csv":  "When it was,Client ID,Category,Outcome\n01/09/2026 08:00,A1,Meals,Taken\n",
	})
	writeFiles(t, "exports/mappings", map[string]string{"care_notes.yaml": "event_date: When it was\nevent_time: When it was\n"})
	inspectSave(t)
	if text := contents(t, "exports/mappings/care_notes.yaml"); !strings.Contains(text, "outcome: Outcome\n") {
		t.Errorf("it was extended to\n%s", text)
	}
	if said := inspectSave(t); !strings.Contains(said, "Nothing is new") {
		t.Errorf("at once again it says\n%s", said)
	}
}

// TestUnknownKeys names the line of a mapping that says what we do not know.
func TestUnknownKeys(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "exports", map[string]string{"people.csv": "Person ID,Full name,Service,Start date,End date\nA1,Una Testperson,Elm,01/01/2020,\n"})
	for text, want := range map[string]string{
		"time_zoen: UTC\n":                         `line 1: care notes, one row an offer have no field "time_zoen".`,
		"codes_of:\n  outcom:\n    A: refused\n":   `line 2: care notes, one row an offer have no field "outcom".`,
		"codes_of:\n  outcome:\n    A: refussed\n": `line 3: we do not know the word "refussed".`,
		"wide:\n  - value: Score\n":                `have no field "value".`,
		"section: house\n":                         `line 1: care notes, one row an offer have no field "house".`,
		"servce_ref: =Oak House\n":                 `line 1: care notes, one row an offer have no field "servce_ref".`,
		"outcome: Result\nscales:\n  comfort: x\n": `line 3: write a scale as`,
		"kind: any\nno_such_field: Result\n":       `line 2: the kinds of export have no field "no_such_field".`,
	} {
		writeFiles(t, "exports/mappings", map[string]string{"care_notes.yaml": text})
		var stdout, stderr bytes.Buffer
		code := run([]string{"inspect", "exports"}, world{stdin: &bytes.Buffer{}, stdout: &stdout, stderr: &stderr})
		said := strings.Join(strings.Fields(stderr.String()), " ")
		if code != exitNothing || !strings.Contains(said, want) || !strings.Contains(said, "care_notes.yaml") {
			t.Errorf("%q gives %d and %s", text, code, said)
		}
	}
}
