package cases

import (
	"errors"
	"strings"
	"testing"
)

const wholeCase = `cases:
  - title: One person's mornings
    packs: [tender, inspection]
    person: HR1
    consent: {recorded: 2026-08-24, by: Registered manager, scope: [tender, inspection]}
    steps: [One, Two]
    context: What it was like.
    approach: What was agreed.
    day_to_day: What staff do.
    evidenced: Where it stands.
    limits: One worker was new.
    approved: {by: Quality lead, on: 2026-09-21}
`

var names = []string{"tender", "inspection"}

func TestParseWhole(t *testing.T) {
	list, err := Parse(FileName, []byte("\xEF\xBB\xBF"+wholeCase), names)
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	c := list[0]
	if c.Title != "One person's mornings" || c.Person != "HR1" || c.Draft() || !c.In("tender") || c.In("monthly") ||
		c.Consent.By != "Registered manager" || c.Consent.Recorded.String() != "2026-08-24" || c.Approved.On.String() != "2026-09-21" ||
		c.Parts[2] != (Part{"day_to_day", "Day-to-day detail", "What staff do."}) || len(c.Steps) != 2 || c.Lines["evidenced"] != 10 {
		t.Errorf("%+v", c)
	}
	if texts := c.Texts(); len(texts) != 10 || texts[1].Line != 7 {
		t.Errorf("%+v", c.Texts())
	}
	if list, err := Parse(FileName, nil, names); err != nil || len(list) != 0 {
		t.Error(list, err)
	}
}

// TestParseStrictly spoils one line of a whole case at a time. No message holds a value.
func TestParseStrictly(t *testing.T) {
	for _, c := range []struct{ was, is, says string }{
		{"    limits:", "    Rosalba Secretname:", "line 11: this key is not known"},
		{"{by: Quality lead,", "{who: Secretname,", "line 12: this key is not known"},
		{"    limits: One worker was new.", "    context: Secretname", "line 11: this key stands here twice"},
		{"title: One person's mornings", "title: [Secretname]", "line 2: this is another kind of value"},
		{"title: One person's mornings", "title: \"Secretname", "line"},
		{"    consent: {recorded: 2026-08-24, by: Registered manager, scope: [tender, inspection]}\n", "", "line 2: this case has no recorded consent"},
		{"    consent: {recorded: 2026-08-24, by: Registered manager, scope: [tender, inspection]}\n    steps: [One, Two]\n", "    composite: true\n", "line 5: a composite carries nobody's figures"},
		{"    person: HR1\n    consent: {recorded: 2026-08-24, by: Registered manager, scope: [tender, inspection]}\n    steps: [One, Two]\n    context: What", "    composite: true\n    context: It was 4 of 9. What", "line 5: a composite carries no figures"},
		{"    steps: [One, Two]", "    composite: true", "line 6: this case is told with consent and is a composite"},
		{"    person: HR1\n", "", "line 2: it is not said whose figures"},
		{"recorded: 2026-08-24", "recorded: 24 Secretname", "line 5: this is no date"},
		{"recorded: 2026-08-24", "recorded: 2026-02-30", "line 5: this is no date"},
		{"recorded: 2026-08-24, ", "", "line 5: this is no date"},
		{"by: Registered manager", "by: \"QUESTION: who?\"", "line 5: nobody is named here"},
		{"by: Registered manager", "by: Room 12 Secretname", "line 5: this is no role"},
		{", scope: [tender, inspection]", "", "line 5: it is not said what the person agreed to"},
		{"scope: [tender, inspection]", "scope: [inspection]", "line 3: consent does not cover"},
		{"scope: [tender, inspection]", "scope: [Secretname]", "line 5: there is no such pack"},
		{"    packs: [tender, inspection]", "    packs: [monthly]", "line 3: there is no such pack"},
		{"    packs: [tender, inspection]", "    packs: [tender, tender]", "line 3: a pack is named twice"},
		{"    packs: [tender, inspection]\n", "", "line 2: it is not said in which pack"},
		{"on: 2026-09-21", "on: 2026-08-01", "line 12: this case was approved before"},
		{"on: 2026-09-21", "on: Secretname", "line 12: this is no date"},
		{"What staff do.", "\"QUESTION: Secretname?\"", "line 9: this case is approved, and its day_to_day is not written"},
		{"    approach: What was agreed.\n", "", "its approach is not written"},
		{"[One, Two]", "[One, \"QUESTION: two?\"]", "line 6: this case is approved, and its steps"},
		{"What it was like.", strings.Repeat("Secretname ", 91), "line 7: context has 91 words, and there is room for 90"},
		{"One person's mornings", strings.Repeat("Secretname ", 15), "line 2: title has 15 words"},
		{"[One, Two]", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", "line 6: more than 9 steps"},
		{"cases:", "stories:", "line 1: this key is not known"},
	} {
		if !strings.Contains(wholeCase, c.was) {
			t.Fatalf("%q is not in the case", c.was)
		}
		_, err := Parse(FileName, []byte(strings.Replace(wholeCase, c.was, c.is, 1)), names)
		var fault *Fault
		if !errors.As(err, &fault) || !strings.Contains(err.Error(), c.says) || fault.Hint == "" {
			t.Errorf("%q: %v, want %q", c.is, err, c.says)
		} else if strings.Contains(err.Error()+fault.Hint, "Secretname") {
			t.Errorf("%q: the message repeats a value: %v", c.is, err)
		}
	}
}

// TestDraftsMayAsk: without approval nothing has to be written, and it is in no pack.
func TestDraftsMayAsk(t *testing.T) {
	list, err := Parse(FileName, []byte("cases:\n  - packs: [tender]\n    title: \"QUESTION: which?\"\n"), names)
	if err != nil || len(list) != 1 || !list[0].Draft() || list[0].In("tender") {
		t.Error(list, err)
	}
}

func TestTooManyInAPack(t *testing.T) {
	one := strings.TrimPrefix(wholeCase, "cases:\n")
	_, err := Parse(FileName, []byte("cases:\n"+strings.Repeat(one, 4)), names)
	if err == nil || !strings.Contains(err.Error(), "line 36: the pack tender has more than 3") {
		t.Error(err)
	}
}

// FuzzParse: whatever is written, there is an answer.
func FuzzParse(f *testing.F) {
	f.Add([]byte(wholeCase))
	f.Add([]byte("cases: [&a {title: *a}]"))
	f.Add([]byte("cases:\n - ~\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		list, err := Parse(FileName, text, names)
		var fault *Fault
		if err != nil && !errors.As(err, &fault) {
			t.Fatal(err)
		}
		for _, c := range list {
			Story(c, nil)
		}
	})
}
