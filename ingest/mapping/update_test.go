package mapping

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

var outcomes = map[string][]string{"outcome": {"accepted", "refused", "ignore"}, "support_level": {"independent", "verbal"}}

func firstMonth() Found {
	return Found{
		File: "care_notes.yaml", Kind: record.KindCareTask, Choices: outcomes,
		Columns: []Column{{"event_date", "Date"}, {"person_ref", "Client ID"}, {"outcome", "Outcome"}, {"refusal_reason", "Decline reason"}, {"outcome", "Result"}},
		Unused:  []Unused{{Heading: "Mood at visit", Looks: "looks like words: 3 different", Suggest: "distress"}, {Heading: "Badge\n(old)"}},
		Words:   []Word{{"outcome", "A", 3, ""}, {"outcome", "Refussed", 12, "refused"}, {"outcome", "See: note", 1, ""}},
	}
}

// TestCreate holds the shape of voice.md 2.5.
func TestCreate(t *testing.T) {
	text, added, err := Update(nil, firstMonth())
	if err != nil {
		t.Fatal(err)
	}
	want := `# care notes, one row an offer: which column is which field. Our name on the
# left, the heading of your file on the right. Change what is wrong with any
# text editor. Next month the same command adds what is new and leaves your
# lines as they are.
kind: care_task

event_date: Date
person_ref: Client ID
outcome: [Outcome, Result]
refusal_reason: Decline reason

# Not used: Mood at visit (looks like words: 3 different)
#   To use it, write  distress: Mood at visit
# Not used: Badge (old)
#   To use it, write  FIELD: Badge (old)  with a field of  evidencepack list records --json

# Words and codes of your files that are in no list. Change each ? to one of
# the words below, or to ignore: its rows are then left out on purpose.
# For outcome: accepted, refused, ignore
# A single letter means different things on different charts. We never guess.
codes:
  A: "?"             # 3 rows. "Administered" on some charts, "Refused" on others
  Refussed: "?"      # 12 rows. Looks like "refused", but we never guess
  "See: note": "?"   # 1 row
`
	if string(text) != want {
		t.Errorf("it reads\n%s\nwant\n%s", text, want)
	}
	if len(added) != strings.Count(want, "\n") {
		t.Errorf("%d lines are said to be new", len(added))
	}
	if again, added, err := Update(text, firstMonth()); err != nil || string(again) != string(text) || added != nil {
		t.Errorf("with nothing new it changes: %v, %v\n%s", added, err, again)
	}
}

// TestUpdate changes the file by hand, as people do, and reads the next month.
func TestUpdate(t *testing.T) {
	mine := `# our own note
kind: care_task   # do not touch
event_date:   "Date"
# person_ref: Client ID
outcome:
- Outcome
refusal_reason:
codes:
    A: refused   # the pharmacy's key
    # X: accepted

    Variable: "?"
scales:
  comfort: 1 to 5
# the end`
	next := firstMonth()
	next.Words = append(next.Words, Word{"support_level", "A", 2, ""}, Word{"outcome", "X", 1, ""}, Word{"outcome", "variable", 9, ""})
	text, added, err := Update([]byte(mine), next)
	if err != nil {
		t.Fatal(err)
	}
	want := `# our own note
kind: care_task   # do not touch
event_date:   "Date"
# person_ref: Client ID
outcome:
- Outcome
refusal_reason:
outcome: Result
# Not used: Mood at visit (looks like words: 3 different)
#   To use it, write  distress: Mood at visit
# Not used: Badge (old)
#   To use it, write  FIELD: Badge (old)  with a field of  evidencepack list records --json
codes:
    A: refused   # the pharmacy's key
    # X: accepted

    Variable: "?"
    Refussed: "?"      # 12 rows. Looks like "refused", but we never guess
    "See: note": "?"   # 1 row
scales:
  comfort: 1 to 5
# the end

# The same word in another column.
codes_of:
  outcome:
    A: "?"   # 3 rows. "Administered" on some charts, "Refused" on others
  support_level:
    A: "?"   # 2 rows. "Administered" on some charts, "Refused" on others
`
	if string(text) != want {
		t.Errorf("it reads\n%s\nwant\n%s", text, want)
	}
	if len(added) != 13 {
		t.Errorf("%d lines are new: %q", len(added), added)
	}
	if again, added, err := Update(text, next); err != nil || string(again) != string(text) || added != nil {
		t.Errorf("done twice it changes: %v, %v\n%s", added, err, again)
	}
}

// TestUpdatePlaces puts lines into files of many shapes.
func TestUpdatePlaces(t *testing.T) {
	found := Found{File: "visits.yaml", Kind: record.KindVisit, Columns: []Column{{"status", "State"}}, Words: []Word{{"status", "Zed", 2, ""}}}
	for _, c := range []struct{ text, want string }{
		{"# only a comment\n", "# only a comment\nstatus: State\n\n# Words"},
		{"kind: visit", "kind: visit\nstatus: State\n\n# Words"},
		{"\ufeffkind: visit\r\n", "\ufeffkind: visit\r\nstatus: State\r\n\r\n# Words"},
		{"codes:\n", "codes:\n  Zed: \"?\"   # 2 rows\nstatus: State\n"},
		{"codes:\n\n# end\n", "codes:\n  Zed: \"?\"   # 2 rows\n\n# end\nstatus: State\n"},
		{"  kind: visit\n  codes:\n      A: partial\n", "  kind: visit\n  status: State\n  codes:\n      A: partial\n      Zed: \"?\"   # 2 rows\n"},
		{"note: |\n  Notes\n\ncodes_of: {}\n", "note: |\n  Notes\nstatus: State\n\ncodes_of: {}\n\n# Words"},
		{"status: [State, Outcome]\ncodes: {Zed: partial}\n", "status: [State, Outcome]\ncodes: {Zed: partial}\n\n# The same word in another column.\ncodes_of:\n  status:\n    Zed: \"?\""},
		{"ignore_columns: [State]\ncodes: {zed: ignore}\n", "ignore_columns: [State]\ncodes: {zed: ignore}\n"},
	} {
		text, _, err := Update([]byte(c.text), found)
		if err != nil || !strings.HasPrefix(string(text), c.want) {
			t.Errorf("%q becomes %q (%v), want %q", c.text, text, err, c.want)
		}
	}
	for _, text := range []string{"{kind: visit}\n", "kind: visit\ncodes: {A: partial}\n", "kind: visit\n...\n"} {
		if out, _, err := Update([]byte(text), found); !errors.Is(err, ErrByHand) || !strings.HasPrefix(err.Error(), "visits.yaml") {
			t.Errorf("%q becomes %q (%v)", text, out, err)
		}
	}
	if _, _, err := Update([]byte("kind: nothing\n"), found); err == nil || errors.Is(err, ErrByHand) {
		t.Errorf("a file that is no mapping gives %v", err)
	}
}

// TestUpdateProperties makes many files and findings by chance: every line stays,
// in its order, and a second update changes nothing.
func TestUpdateProperties(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	fields := []string{"event_date", "person_ref", "outcome", "note", "staff", "support_level"}
	headings := []string{"Date", "Client ID", "Outcome", "Result", "How it went: today", "Notes", "=x", "Mood (1-5)", "ŵ 🙂", "yes", "1", "a\nb"}
	words := []string{"A", "F", "See note", "a: b", "yes", "12", "Refussed", "é", "\"q\"", "#"}
	for round := range 600 {
		found := func() Found {
			f := Found{File: "care_notes.yaml", Kind: record.KindCareTask, Choices: outcomes}
			for range random.IntN(6) {
				f.Columns = append(f.Columns, Column{pick(fields), pick(headings)})
				f.Unused = append(f.Unused, Unused{Heading: pick(headings), Looks: pick(words), Suggest: pick(fields)})
				f.Words = append(f.Words, Word{pick(fields), pick(words), random.IntN(20), ""})
			}
			return f
		}
		first, _, err := Update(nil, found())
		if err != nil {
			t.Fatal(err)
		}
		mine := changed(random, string(first))
		if _, err := Parse("care_notes.yaml", []byte(mine)); err != nil {
			continue
		}
		next := found()
		text, added, err := Update([]byte(mine), next)
		if errors.Is(err, ErrByHand) {
			continue
		}
		if err != nil {
			t.Fatalf("round %d: %v\n%s", round, err, mine)
		}
		if !keeps(mine, string(text)) {
			t.Fatalf("round %d: lines were lost or changed\n%s\n---\n%s", round, mine, text)
		}
		if (string(text) == mine) != (len(added) == 0) {
			t.Fatalf("round %d: %d lines are said to be new\n%s\n---\n%s", round, len(added), mine, text)
		}
		again, added, err := Update(text, next)
		if err != nil || string(again) != string(text) || len(added) > 0 {
			t.Fatalf("round %d: a second update adds %q (%v)\n%s\n---\n%s", round, added, err, text, again)
		}
	}
}

// changed edits a file as people do: answers codes, takes lines out, adds notes.
func changed(random *rand.Rand, text string) string {
	var out []string
	for line := range strings.Lines(text) {
		switch random.IntN(8) {
		case 0:
			continue
		case 1:
			line = strings.Replace(line, `"?"`, "refused", 1)
		case 2:
			line = "# a note\n" + line
		case 3:
			if !strings.HasPrefix(line, " ") {
				line = "# " + line
			}
		}
		out = append(out, line)
	}
	if random.IntN(4) == 0 {
		out = append(out, "scales:\n  comfort: 1 to 5\n")
	}
	text = strings.Join(out, "")
	if random.IntN(4) == 0 {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	return strings.TrimSuffix(text, fmt.Sprint(pickEnd(random)))
}

func pickEnd(random *rand.Rand) string { return []string{"", "\n", "\r\n"}[random.IntN(3)] }

// keeps tells whether every line of a text stands in another, in the same order.
func keeps(before, after string) bool {
	lines := slices.Collect(strings.Lines(after))
	for line := range strings.Lines(before) {
		i := slices.IndexFunc(lines, func(l string) bool { return strings.TrimRight(l, "\r\n") == strings.TrimRight(line, "\r\n") })
		if i < 0 {
			return false
		}
		lines = lines[i+1:]
	}
	return true
}

// FuzzUpdate wants any text kept line for line, and nothing added twice.
func FuzzUpdate(f *testing.F) {
	for _, s := range []string{medicines, everything, "", "kind: care_task\n", "codes:\n  A: b\n", "codes: {A: b}\n", "outcome: |\n  long\n  text\n", "? outcome\n: b\n", "\ufeffoutcome: x\r\n", "codes_of:\n  outcome:\n    A: b\n", "  codes:\n    B: c\n  # x\n", "a:\n- b\n- c\n"} {
		f.Add(s, "Result", "A")
	}
	f.Fuzz(func(t *testing.T, text, heading, word string) {
		found := Found{
			File: "care_notes.yaml", Kind: record.KindCareTask, Choices: outcomes, Columns: []Column{{"outcome", heading}},
			Unused: []Unused{{Heading: word, Looks: heading}}, Words: []Word{{"outcome", word, 1, ""}, {"support_level", heading, 2, ""}},
		}
		updated, added, err := Update([]byte(text), found)
		if err != nil {
			return
		}
		if !keeps(text, string(updated)) && strings.TrimSpace(strings.TrimPrefix(text, "\ufeff")) != "" {
			t.Fatalf("%q becomes %q: lines are lost", text, updated)
		}
		again, more, err := Update(updated, found)
		if err != nil || string(again) != string(updated) || len(more) > 0 {
			t.Fatalf("%q becomes %q (%q), then %q (%q, %v)", text, updated, added, again, more, err)
		}
	})
}
