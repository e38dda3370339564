package render

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
	"evidencepack/templates"
)

// TestWeaknessesCannotBeSwitchedOff refuses a pack of the inspection tier without them,
// with some of them, or with them in some formats only.
func TestWeaknessesCannotBeSwitchedOff(t *testing.T) {
	const start = "pack: own\nfile: own\ntitle: Own\ntier: inspection\nsections:\n  - id: one\n    label: One\n"
	for _, c := range []struct{ text, says string }{
		{start + "    blocks:\n      - headline: [REF-01]\n", "cannot be switched off"},
		{start + "    blocks:\n      - weaknesses: {metrics: [REF-01], most: 3}\n", "cannot be switched off"},
		{start + "    blocks:\n      - weaknesses: {metrics: [REF-01]}\n        not_in: [pdf]\n", "cannot be switched off"},
		{start + "    not_in: [html]\n    blocks:\n      - weaknesses: {metrics: [REF-01]}\n", "cannot be switched off"},
		{start + "    blocks:\n      - weaknesses: {metrics: [REF-01]}\n", ""},
		{strings.Replace(start, "inspection", "internal", 1) + "    blocks:\n      - headline: [REF-01]\n", ""},
	} {
		_, err := parsePack("packs/own.yaml", []byte(c.text))
		if c.says == "" && err != nil || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%s: %v, want %q", c.text, err, c.says)
		}
	}
}

// noted is a composer of the inspection tier over two services, one of them worse.
func noted(t *testing.T, notes ...Note) *composer {
	t.Helper()
	table := newTable()
	months := monthsFrom(2025, 4, 18)
	risen := []int{9, 12, 8, 13, 10, 7, 12, 9, 10, 11, 12, 9, 30, 33, 32, 31, 34, 40}
	monthlyOffers(table, "Elm", months, risen, 120, 8)
	monthlyOffers(table, "Oak", months, uneven, 120, 8)
	c := testComposer(t, page.TierInspection, table)
	c.in.Notes = notes
	c.pack.Sections = []PackSection{{ID: "weaknesses", Blocks: []PackBlock{{Weaknesses: &MetricList{Metrics: []string{"REF-01", "REF-09"}}}}}}
	return c
}

// TestNotesStandUnderTheProgramsLine adds what a manager says to a weakness and leaves
// the program's own line as it is.
func TestNotesStandUnderTheProgramsLine(t *testing.T) {
	list := &MetricList{Metrics: []string{"REF-01"}}
	plain := noted(t).weaknesses(list).Claims
	c := noted(t, Note{Metric: "REF-01", Service: "Elm", Text: "Lunch is at flexible times again", Owner: "Service lead", Due: "30 November 2026"})
	got := c.weaknesses(list).Claims
	if len(got.Claims) != len(plain.Claims) || len(got.Claims) == 0 {
		t.Fatalf("%d weaknesses with a note, %d without", len(got.Claims), len(plain.Claims))
	}
	seen := 0
	for i, claim := range got.Claims {
		if claim.Text != plain.Claims[i].Text || !strings.HasSuffix(claim.More, plain.Claims[i].More) {
			t.Errorf("a note changes the line: %q, before %q", claim.Text, plain.Claims[i].Text)
		}
		if strings.HasPrefix(claim.More, "Manager: Lunch is at flexible times again. Service lead, by 30 November 2026.") {
			seen++
			if !strings.HasPrefix(claim.Text, "At Elm") {
				t.Errorf("the note on Elm stands under %q", claim.Text)
			}
		}
	}
	if seen != 1 {
		t.Errorf("the note stands %d times", seen)
	}
	c.rule.Tier = page.TierExternal
	if _, there := c.noteOn("REF-01", "Elm"); there {
		t.Error("a reader outside gets the manager's note")
	}
}

// TestNoteWords writes the owner and the day where they are given.
func TestNoteWords(t *testing.T) {
	for _, c := range []struct {
		note Note
		want string
	}{
		{Note{Text: "We meet"}, "Manager: We meet."},
		{Note{Text: "Why?", Owner: "Lead"}, "Manager: Why? Lead."},
		{Note{Text: "We meet.", Due: "1 May 2026"}, "Manager: We meet. By 1 May 2026."},
		{Note{Text: "We meet", Owner: "Lead", Due: "1 May 2026"}, "Manager: We meet. Lead, by 1 May 2026."},
	} {
		if got := c.note.words(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// TestKeyQuestion puts each measure under one head, says where there is nothing, and
// lists the gaps with what is done about them.
func TestKeyQuestion(t *testing.T) {
	c := noted(t, Note{Metric: "REF-01", Service: "Elm", Text: "Lunch is at flexible times again", Owner: "Service lead"})
	frameworks, err := Frameworks(templates.Files())
	if err != nil {
		t.Fatal(err)
	}
	c.frameworks = chooseFrameworks(frameworks, []string{"cqc-single-assessment"}, nil)
	blocks := c.keyQuestion(&KeyQuestionBlock{Group: "caring", First: []string{"REF-01"}, Changed: []string{"IND-06"}})
	if len(blocks) != 2 {
		t.Fatalf("%d blocks", len(blocks))
	}
	var heads, measures []string
	for _, row := range blocks[0].Table.Rows {
		if row.Group {
			heads = append(heads, row.Cells[0].Text)
		} else {
			measures = append(measures, row.Cells[0].Text)
		}
	}
	want := []string{"What our data shows", "What people and partners say: nothing here says what people or partners think.", "What staff say: nothing here says what staff think."}
	if len(heads) != 5 || !slices.Equal(heads[:3], want) {
		t.Errorf("%q", heads)
	}
	if len(measures) == 0 || measures[0] != "First refusals" {
		t.Errorf("%q", measures)
	}
	for i, m := range measures {
		if slices.Contains(measures[i+1:], m) {
			t.Errorf("%s stands twice", m)
		}
	}
	gap := blocks[1].Table.Rows[0].Cells
	if !strings.HasPrefix(gap[0].Text, "At Elm people first refused 200 of 720 offers") || gap[1].Text != "Lunch is at flexible times again" || gap[2].Text != "Service lead" || gap[3].Text != noMeasure {
		t.Errorf("%+v", gap)
	}
	c.frameworks = nil
	if b := c.keyQuestion(&KeyQuestionBlock{Group: "caring"}); len(b) != 1 || b[0].Notice == nil {
		t.Errorf("without a framework: %+v", b)
	}
}

// TestChallenges asks about what got worse, with its months, and about what is missing.
func TestChallenges(t *testing.T) {
	c := noted(t)
	c.in.Account = Account{Reasons: []Reason{{Title: "no date", Rows: 7}}}
	c.in.Account.Ledgers = []record.Ledger{{Read: 100, Counts: [5]int{record.Used: 93, record.Rejected: 7}}}
	t0 := c.challenges("Questions").Table
	var questions []string
	for _, row := range t0.Rows {
		questions = append(questions, row.Cells[0].Text)
	}
	for _, want := range []string{"First refusals: worse at Elm and across all services. When did you know, and what did you do?", "7 rows are in no figure. What is in them?"} {
		if !slices.Contains(questions, want) {
			t.Errorf("%q is not among %q", want, questions)
		}
	}
	row := t0.Rows[slices.Index(questions, "First refusals: worse at Elm and across all services. When did you know, and what did you do?")]
	if text := row.Cells[1].Text; text != "At Elm: 200 of 720 (27.8%), before 63 of 720 (8.8%). By month: Apr 2026 25.0%, May 2026 27.5%, Jun 2026 26.7%, Jul 2026 25.8%, Aug 2026 28.3%, Sep 2026 33.3%. Across all services: 260 of 1,440 (18.1%), before 125 of 1,440 (8.7%)." {
		t.Error(text)
	}
	for i, q := range questions {
		if slices.Contains(questions[i+1:], q) {
			t.Errorf("%q is asked twice", q)
		}
	}
	quiet := testComposer(t, page.TierInspection, newTable())
	quiet.pack.Sections = c.pack.Sections
	if rows := quiet.challenges("Questions").Table.Rows; len(rows) != 1 || !strings.Contains(rows[0].Cells[0].Text, "no weak spot") {
		t.Errorf("%+v", rows)
	}
}

// TestChallengeWords refuses words that lack a question, a placeholder or a metric, or
// that say what only numbers may.
func TestChallengeWords(t *testing.T) {
	good, err := fs.ReadFile(templates.Files(), challengesFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ from, to, says string }{
		{"", "", ""},
		{"  worse:\n", "  worst:\n", `"worse" is not there`},
		{"{measure}: worse {where}.", "{measure}: worse {when}.", "has no {when}"},
		{"first: LRN-02", "first: LRN-99", `there is no metric "LRN-99"`},
		{"  RES-13:", "  RES-99:", `there is no metric "RES-99"`},
		{"Are staff just offering less?", "Is it because of staff?", "is never said"},
		{"questions:\n", "question:\n", `we do not know "question"`},
	} {
		text := strings.Replace(string(good), c.from, c.to, 1)
		_, err := readChallenges(templates.Over(fstest.MapFS{challengesFile: {Data: []byte(text)}}))
		if c.says == "" && err != nil || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%q for %q: %v, want %q", c.to, c.from, err, c.says)
		}
	}
}

// TestRecordsNameFiles lists the files of each kind with the figures of the pack that
// rest on it.
func TestRecordsNameFiles(t *testing.T) {
	c := noted(t)
	c.in.Sources = map[record.Kind][]string{record.KindCareTask: {"a.csv", "b.csv", "c.csv", "d.csv"}}
	c.use(c.find("REF-01", metrics.Scope{}))
	rows := c.records("Where").Table.Rows
	if len(rows) != 1 || rows[0].Cells[1].Text != "a.csv, b.csv, c.csv and 1 more file" || !strings.Contains(rows[0].Cells[3].Text, "REF-01") {
		t.Errorf("%+v", rows)
	}
}
