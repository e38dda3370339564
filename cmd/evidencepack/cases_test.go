package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"evidencepack/render/cases"
)

// casePeople are exports of somebody with a change of approach.
func casePeople() map[string]string {
	files := planted("Elm")
	files["changes.csv"] = changesHead + "C1,01/02/2026,HR7001,Elm,Personal care,Tea first,,pacing\n"
	return files
}

// caseWith is a whole case study with some of its lines in another form.
func caseWith(changes ...string) string {
	return strings.NewReplacer(changes...).Replace(`cases:
  - title: A calmer morning
    packs: [tender, inspection]
    person: HR7001
    consent: {recorded: 2026-02-20, by: Registered manager, scope: [tender, inspection]}
    context: Mornings were hard.
    approach: Tea comes first now.
    day_to_day: Staff wait and ask once more.
    evidenced: It stands in the care notes.
    approved: {by: Quality lead, on: 2026-02-28}
`)
}

// buildCases builds packs with a list of case studies.
func buildCases(t *testing.T, list string, more ...string) (out string, code int, said string) {
	t.Helper()
	dir := t.TempDir()
	files := casePeople()
	files[cases.FileName] = list
	writeFiles(t, dir, files)
	out = filepath.Join(t.TempDir(), "out")
	var stdout, stderr bytes.Buffer
	code = run(append([]string{"build", "--in", dir, "--out", out}, more...), world{stdin: &bytes.Buffer{}, stdout: &stdout, stderr: &stderr})
	return out, code, stdout.String() + stderr.String()
}

// TestCaseStudiesOfABuild: what stops a build, what is a warning, and that no message
// repeats what it is about.
func TestCaseStudiesOfABuild(t *testing.T) {
	for name, c := range map[string]struct {
		list string
		code int
		says string
	}{
		"a name":                {caseWith("Tea comes", "Muriel has tea"), exitPrivate, "line 7, approach: a name or number of the exports"},
		"a name in a title":     {caseWith("A calmer morning", "Tea with Petrovane"), exitPrivate, "line 2, title: a name"},
		"a name as a role":      {caseWith("by: Quality lead", "by: Mary Brown"), exitPrivate, "line 10, approved: a name"},
		"an age":                {caseWith("Mornings were", "At age 84 mornings were"), exitPrivate, "line 6, context: an exact age"},
		"an age, inside":        {caseWith("Mornings were", "At age 84 mornings were", "tender, ", ""), exitDone, "line 6, context: an exact age"},
		"a weak clue":           {caseWith("Mornings were", "With dementia mornings were"), exitDone, "line 6, context: a diagnosis"},
		"a service":             {caseWith("It stands", "At Larch Lodge it stands"), exitPrivate, "line 9, evidenced: the name of a place"},
		"a kind few people use": {caseWith("Mornings were", "In supported living mornings were"), exitPrivate, "a kind of service that fewer people use"},
		"nobody":                {caseWith("HR7001", "HR7999"), exitNothing, "line 4: the exports know nobody"},
		"no consent":            {caseWith("    consent: {recorded: 2026-02-20, by: Registered manager, scope: [tender, inspection]}\n", ""), exitNothing, "line 2: this case has no recorded consent"},
		"a draft":               {caseWith("    approved: {by: Quality lead, on: 2026-02-28}\n", "", "Tea comes", "Muriel has tea"), exitDone, "1 case study in case-studies.yaml not approved yet"},
		"all well":              {caseWith(), exitDone, "Made 3 packs"},
	} {
		t.Run(name, func(t *testing.T) {
			out, code, said := buildCases(t, c.list)
			if flat := strings.Join(strings.Fields(said), " "); code != c.code || !strings.Contains(flat, c.says) {
				t.Fatalf("%d: %s", code, flat)
			}
			for _, word := range []string{"Muriel", "Petrovane", "Mary", "HR7", "84", "Larch"} {
				if strings.Contains(strings.ReplaceAll(said, filepath.Dir(filepath.Dir(out)), ""), word) {
					t.Errorf("it repeats %q: %s", word, said)
				}
			}
			if _, err := os.Stat(out); (err == nil) != (code == exitDone) {
				t.Errorf("exit %d, and the packs: %v", code, err)
			}
		})
	}
}

// TestCaseStudiesStandInTheirPacks: in those that are named, with the title and without
// the id of the person; a composite needs nobody; a draft is nowhere.
func TestCaseStudiesStandInTheirPacks(t *testing.T) {
	second := strings.TrimPrefix(caseWith("A calmer morning", "Several calmer mornings", "[tender, inspection]", "[inspection]", "    person: HR7001\n", "    composite: true\n",
		"    consent: {recorded: 2026-02-20, by: Registered manager, scope: [tender, inspection]}\n", ""), "cases:\n")
	third := strings.TrimPrefix(caseWith("A calmer morning", "Nothing yet", "    approved: {by: Quality lead, on: 2026-02-28}\n", ""), "cases:\n")
	out, code, said := buildCases(t, caseWith()+second+third)
	if code != exitDone {
		t.Fatal(said)
	}
	for file, want := range map[string][3]bool{"tender-pack.json": {true, false, false}, "inspection-pack.json": {true, true, false}, "monthly-report.json": {}, "tender-pack.html": {true, false, false}} {
		text, err := os.ReadFile(filepath.Join(out, file))
		if err != nil {
			t.Fatal(err)
		}
		for i, title := range []string{"A calmer morning", "Several calmer mornings", "Nothing yet"} {
			if strings.Contains(string(text), title) != want[i] {
				t.Errorf("%s: %q is there: %v", file, title, !want[i])
			}
		}
		if strings.Contains(string(text), "HR7001") {
			t.Errorf("%s holds the id of the person", file)
		}
	}
	manifest, err := os.ReadFile(filepath.Join(out, "manifest.json"))
	if err != nil || !strings.Contains(string(manifest), `"case_study"`) {
		t.Error("the list is in no account of inputs", err)
	}
}

// TestCasesWritesADraft that is read back, that has figures and questions and nothing of
// notes, and that is never written over.
func TestCasesWritesADraft(t *testing.T) {
	dir := t.TempDir()
	copyExports(t, dir)
	name := filepath.Join(dir, cases.FileName)
	call := func(args ...string) (int, string) {
		var stdout, stderr bytes.Buffer
		code := run(append([]string{"cases", "--in", dir}, args...), world{stdin: &bytes.Buffer{}, stdout: &stdout, stderr: &stderr})
		return code, stdout.String() + stderr.String()
	}
	before, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if code, said := call(); code != exitNothing || !strings.Contains(said, "is there already") {
		t.Errorf("%d: %s", code, said)
	}
	if after, err := os.ReadFile(name); err != nil || !bytes.Equal(before, after) {
		t.Error("what was there is changed", err)
	}
	draft := filepath.Join(t.TempDir(), "draft.yaml")
	if code, said := call("--out", draft, "--person", "WK303"); code != exitDone {
		t.Fatalf("%d: %s", code, said)
	}
	text, err := os.ReadFile(draft)
	if err != nil {
		t.Fatal(err)
	}
	list, err := cases.Parse(cases.FileName, text, []string{"tender", "inspection"})
	if err != nil || len(list) != 1 || !list[0].Draft() || list[0].Person != "WK303" || list[0].Change != "CH-05" || len(list[0].Steps) != 5 {
		t.Errorf("%+v, %v", list, err)
	}
	for _, want := range []string{"before: 14 of 34 offers", "after: 4 of 33", "QUESTION: what do staff do"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%q is missing in %s", want, text)
		}
	}
	for _, word := range []string{"Rosalba", "Whindleby", "panicking", "postbox"} {
		if strings.Contains(string(text), word) {
			t.Errorf("%q is taken from the records", word)
		}
	}
	if code, said := call("--out", draft+"2", "--person", "Nobody Atall"); code != exitUsage || strings.Contains(said, "Atall") {
		t.Errorf("%d: %s", code, said)
	}
}
