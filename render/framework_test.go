package render

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"evidencepack/templates"
)

// smallFramework is one that is right; the tests spoil it.
const smallFramework = `framework: small
title: A small framework
use: inspection
nation: England
status: draft
date: 2026-03-24
version: "2"
source: a test
statement_word: statement
groups:
  - {id: safe, title: Safe}
evidence:
  - {id: OU, title: Outcomes}
  - {id: PE, title: What people say, short: People}
regulations:
  - {id: REG9, short: "9", title: Person-centred care}
  - {id: REG14, short: "14", title: Meeting nutritional needs}
statements:
  - {id: A1, group: safe, title: Offers}
  - id: A2
    group: safe
    title: Buildings
    numbers: none
    also: [a walk round]
  - id: A3
    group: safe
    title: Comfort
    numbers: few
    also: [talks with people]
mapping:
  - {metrics: [REF-01, REF-02, INC-01], statements: [A1], evidence: [OU], regulations: [REG9]}
  - metrics: [RAT-01]
    statements: [A1, A3]
    evidence: [PE]
`

func TestAFrameworkIsReadStrictly(t *testing.T) {
	if _, err := parseFramework("small.yaml", []byte(smallFramework)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, from, to, want string }{
		{"an unknown key", "version: \"2\"", "colour: red", `small.yaml: line 7: we do not know "colour"`},
		{"a doubled key", "version: \"2\"", "version: \"2\"\nversion: \"3\"", "small.yaml: line 8:"},
		{"an unknown metric", "RAT-01]", "RAT-99]", `small.yaml, line 32: there is no metric "RAT-99"; evidencepack list metrics shows all`},
		{"a metric twice", "RAT-01]", "REF-02]", "small.yaml, line 32: REF-02 stands in the mapping twice"},
		{"an unknown statement", "[A1, A3]", "[A1, A9]", `small.yaml, line 33: there is no statement "A9"`},
		{"a statement twice", "id: A2", "id: A1", `small.yaml, line 20: the statement "A1" stands there twice`},
		{"an unknown group", "group: safe\n    title: Buildings", "group: sound\n    title: Buildings", `small.yaml, line 21: there is no group "sound"; there are: safe`},
		{"an unknown category", "[PE]", "[PP]", `small.yaml, line 34: there is no "PP" under evidence`},
		{"an unknown regulation", "[REG9]", "[REG8]", `small.yaml, line 31: there is no "REG8" under regulations`},
		{"no evidence", "    evidence: [PE]\n", "", "small.yaml, line 32: each row of the mapping needs evidence: OU, PE"},
		{"a part twice", "id: REG14", "id: REG9", `small.yaml, line 17: "REG9" stands twice under regulations`},
		{"a statement without measures", "[A1, A3]", "[A1]", `small.yaml, line 25: the mapping has no measure for "A3"`},
		{"measures that are denied", "numbers: few", "numbers: none", `small.yaml, line 28: the mapping has measures for "A3"`},
		{"nothing else that shows it", "    also: [a walk round]\n", "", `small.yaml, line 20: figures cannot carry "A2"`},
		{"another name than its file", "framework: small", "framework: large", `small.yaml, line 1: the framework "large" must be called "small"`},
		{"no source", "source: a test\n", "", "small.yaml, line 1: a framework needs the line source"},
		{"a date that is none", "2026-03-24", "March 2026", "small.yaml, line 6: write the date as year-month-day"},
		{"an unknown status", "status: draft", "status: final", "small.yaml, line 5: status is current or draft"},
		{"an unknown use", "use: inspection", "use: award", "small.yaml, line 3: use is inspection or tender"},
	} {
		spoiled := strings.Replace(smallFramework, c.from, c.to, 1)
		if spoiled == smallFramework {
			t.Errorf("%s: nothing was changed", c.name)
		}
		_, err := parseFramework("small.yaml", []byte(spoiled))
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

// shipped gives one framework of ours.
func shipped(t *testing.T, id string) Framework {
	t.Helper()
	all, err := Frameworks(templates.Files())
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(all, func(f Framework) bool { return f.ID == id })
	if i < 0 {
		t.Fatalf("there is no %s", id)
	}
	return all[i]
}

func ids(parts []FrameworkPart) string {
	var all []string
	for _, p := range parts {
		all = append(all, p.ID)
	}
	return strings.Join(all, " ")
}

// TestFrameworksOfTheCQC holds both files to what is published of them.
func TestFrameworksOfTheCQC(t *testing.T) {
	text, err := os.ReadFile("../testdata/oracle/ids.txt")
	if err != nil {
		t.Fatal(err)
	}
	catalogue := strings.Fields(string(text))
	for _, c := range []struct {
		id, status string
		split      map[string]int
		beyond     string // statements that figures cannot carry, or in part only
		few        string
	}{
		{"cqc-single-assessment", StatusCurrent, map[string]int{"safe": 8, "effective": 6, "caring": 5, "responsive": 7, "well-led": 8}, "S5 S7 E3 R3 R5 R7 W1 W2 W3 W4 W6 W8", "E3 W1 W3"},
		{"cqc-draft-2026-03", StatusDraft, map[string]int{"safe": 7, "effective": 4, "caring": 3, "responsive": 4, "well-led": 6}, "K5 K19 K20 K21 K23", "K19 K20 K23"},
	} {
		f := shipped(t, c.id)
		split := make(map[string]int)
		var beyond, few []string
		for _, s := range f.Statements {
			split[s.Group]++
			if s.Numbers != "" {
				beyond = append(beyond, s.ID)
			}
			if s.Numbers == NumbersFew {
				few = append(few, s.ID)
			}
		}
		for group, want := range c.split {
			if split[group] != want {
				t.Errorf("%s: %d statements are %s, not %d", c.id, split[group], group, want)
			}
		}
		if got := strings.Join(beyond, " "); got != c.beyond || strings.Join(few, " ") != c.few || f.Status != c.status {
			t.Errorf("%s: status %s, figures cannot carry %s (%s in part)", c.id, f.Status, got, strings.Join(few, " "))
		}
		if got := ids(f.Regulations); got != "REG9 REG10 REG11 REG12 REG13 REG14 REG15 REG16 REG17 REG18 REG19 REG20 RR16 RR17 RR18" {
			t.Errorf("%s: regulations %s", c.id, got)
		}
		if got := ids(f.Evidence); got != "PE SF PF OB PR OU" {
			t.Errorf("%s: evidence %s", c.id, got)
		}
		for _, id := range catalogue {
			if !slices.ContainsFunc(f.Mapping, func(r MappingRow) bool { return slices.Contains(r.Metrics, id) }) {
				t.Errorf("%s: %s is in no row of the mapping", c.id, id)
			}
		}
	}
	draft := shipped(t, "cqc-draft-2026-03")
	if !strings.Contains(draft.Note, "final text was not seen") || !strings.Contains(draft.Note, "Sources disagree") || !strings.HasSuffix(draft.Edition(), "draft of 24 March 2026, may change") {
		t.Errorf("the draft does not say that it is one: %s; %s", draft.Edition(), draft.Note)
	}
}

// TestTheMapping holds rows of the mapping to the table that they were taken from.
func TestTheMapping(t *testing.T) {
	for _, c := range []struct{ framework, metric, statements, evidence, regulations string }{
		{"cqc-single-assessment", "REF-05", "C2 C4 R1", "OU", "REG9 REG10 REG11"},
		{"cqc-single-assessment", "REF-04", "C4 E6", "OB PR", "REG11 REG9"},
		{"cqc-single-assessment", "IND-10", "C3 E6", "PR", "REG11"},
		{"cqc-single-assessment", "CON-06", "R2 S6 W1", "OU", "REG18 REG9"},
		{"cqc-single-assessment", "LRN-12", "S3 W5", "PR", "RR16 RR17 RR18"},
		{"cqc-single-assessment", "CPL-05", "C1", "PE", ""},
		{"cqc-single-assessment", "RES-14", "C3 S3 S4", "OU", "REG12 REG13 REG9"},
		{"cqc-draft-2026-03", "IND-11", "K10 K14 K9", "OU", "REG10 REG9"},
		{"cqc-draft-2026-03", "STF-03", "K3 K6", "PR", "REG12 REG18"},
		{"cqc-draft-2026-03", "HOS-02", "K10 K3", "OU PF", "REG12"},
		{"tender-headings", "RES-09", "T4", "", ""},
		{"tender-headings", "LRN-08", "T5", "", ""},
	} {
		f := shipped(t, c.framework)
		sorted := func(list []string) string {
			list = slices.Clone(list)
			slices.Sort(list)
			return strings.Join(list, " ")
		}
		i := slices.IndexFunc(f.Mapping, func(r MappingRow) bool { return slices.Contains(r.Metrics, c.metric) })
		if i < 0 {
			t.Errorf("%s does not map %s", c.framework, c.metric)
			continue
		}
		row := f.Mapping[i]
		wantRegulations := strings.Fields(c.regulations)
		if sorted(row.Statements) != c.statements || sorted(row.Evidence) != c.evidence || sorted(row.Regulations) != sorted(wantRegulations) {
			t.Errorf("%s, %s: %v %v %v", c.framework, c.metric, row.Statements, row.Evidence, row.Regulations)
		}
	}
}

// TestYourFrameworkReplacesOurs lays a file of the same name over ours.
func TestYourFrameworkReplacesOurs(t *testing.T) {
	own := strings.Replace(smallFramework, "framework: small", "framework: rqia", 1)
	all, err := Frameworks(templates.Over(fstest.MapFS{"frameworks/rqia.yaml": {Data: []byte(own)}, "frameworks/small.yaml": {Data: []byte(smallFramework)}}))
	if err != nil {
		t.Fatal(err)
	}
	ours, err := Frameworks(templates.Files())
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != len(ours)+1 {
		t.Errorf("%d frameworks, with one more than our %d", len(all), len(ours))
	}
	for _, f := range all {
		if f.ID == "rqia" && f.Title != "A small framework" {
			t.Errorf("ours was taken: %s", f.Title)
		}
	}
}

// TestWhoseStatements tries which frameworks a pack gets.
func TestWhoseStatements(t *testing.T) {
	all := []Framework{{ID: "cqc", Use: UseInspection}, {ID: "scotland", Use: UseInspection}, {ID: "ours", Use: UseTender}, {ID: "buyer", Use: UseTender}}
	for _, c := range []struct{ pack, asked, want string }{
		{"cqc", "", "cqc"},
		{"cqc", "scotland", "scotland"},
		{"cqc", "buyer", "cqc"},
		{"cqc", "scotland cqc buyer", "scotland cqc"},
		{"ours", "scotland", "ours"},
		{"ours", "scotland buyer", "buyer"},
		{"", "scotland", ""},
		{"cqc ours", "buyer", "cqc buyer"},
	} {
		var got []string
		for _, f := range chooseFrameworks(all, strings.Fields(c.pack), strings.Fields(c.asked)) {
			got = append(got, f.ID)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s asked for %s: %v, want %s", c.pack, c.asked, got, c.want)
		}
	}
}

// ratingWords are words of grades; a framework's file and what is drawn of it must
// hold none.
var ratingWords = regexp.MustCompile(`(?i)\b(outstanding|inadequate|unsatisfactory|requires improvement|needs improvement|excellent|adequate|scores?|ratings? of|rated|stars?|grade [a-f0-9])\b`)

// TestNoRatingIsImplied looks for words of grades in the data and in the code
// that draws them.
func TestNoRatingIsImplied(t *testing.T) {
	if !ratingWords.MatchString("the service is Outstanding") || !ratingWords.MatchString("a score of 4") {
		t.Fatal("the search cannot find anything")
	}
	places := map[string]string{}
	list, err := os.ReadDir("../templates/frameworks")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		places["../templates/frameworks/"+f.Name()] = ""
	}
	for _, name := range []string{"framework.go", "frameworkcheck.go", "matrix.go", "notevidenced.go", "../cmd/evidencepack/listframeworks.go"} {
		places[name] = ""
	}
	for name := range places {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			if found := ratingWords.FindString(line); found != "" && !strings.Contains(line, "no rating and no score") {
				t.Errorf("%s, line %d: %q", name, i+1, found)
			}
		}
	}
}
