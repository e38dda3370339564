package render

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"evidencepack/metrics"
	"evidencepack/render/kpi"
	"evidencepack/render/page"
	"evidencepack/templates"
)

// answerSection counts what a small table of these tests holds.
var answerSection = PackSection{ID: "impact", Heading: "T5", Title: "What came of it", Counted: []string{"REF-01", "RAT-01", "IND-01", "RES-01", "LRN-02", "INC-01", "SAT-01"},
	Blocks: []PackBlock{{Slot: &SlotBlock{Name: "method"}}}}

// fullTable has good, bad and thin news.
func fullTable() *metrics.Table {
	m := made{Table: newTable(), service: "Elm"}
	m.care(testBaseline, 300, 2000, 40).care(testPeriod, 150, 2100, 40).comfort(testBaseline, 300, 400, 40).comfort(testPeriod, 200, 400, 40)
	m.steps(testBaseline, 300, 1000, 30).steps(testPeriod, 600, 1500, 30).limit(20, longAgo, 0, "").limit(6, longAgo, lately, "lifted")
	m.incidents(testBaseline, 20, 50, 40).incidents(testPeriod, 45, 50, 40).stays(40)
	return m.Table
}

var answerEnds = regexp.MustCompile(`Figures: April to September 2026, compared with the six months before(; up to \d+ people behind a figure)?; \d+ services?; data as at (\d+ )?\w+ \d{4}\.$`)

// TestAnswersFitEveryLength makes an answer of every length that a buyer may ask for:
// never too long, ending as every one ends, and saying how all measures came out.
func TestAnswersFitEveryLength(t *testing.T) {
	for _, tier := range []page.Tier{page.TierExternal, page.TierInternal} {
		c := testComposer(t, tier, fullTable())
		c.in.Slots = map[string]string{"method": "We ask each person what matters most to them. We write it down in their words! Who reviews it? " + strings.Repeat("A named worker does. ", 20)}
		before := 0
		for limit := leastWords; limit <= 600; limit += 7 {
			a := c.answer(answerSection, "", limit)
			if a.Words > limit || a.Words != len(strings.Fields(a.Text)) {
				t.Fatalf("%s, at most %d words: %d are said, %d are there", tier, limit, a.Words, len(strings.Fields(a.Text)))
			}
			if !answerEnds.MatchString(a.Text) || !strings.Contains(a.Text, "Of 6 measures, ") {
				t.Errorf("at most %d words: %s", limit, a.Text)
			}
			if a.Words == before && limit > 100 && a.Note == "There is more evidence than this length holds." && limit-before > 120 {
				t.Errorf("at most %d words, and only %d are used: %s", limit, a.Words, a.Text)
			}
			before = a.Words
		}
		if a := c.answer(answerSection, "", 100); !strings.HasPrefix(a.Text, "We ask each person what matters most to them.") {
			t.Errorf("the method is not first: %s", a.Text)
		}
		long := c.answer(answerSection, "", 2000)
		if long.Note != "This is all that the evidence carries." || !strings.Contains(long.Text, "We do not hold figures yet on: satisfied with the support.") {
			t.Errorf("%q: %s", long.Note, long.Text)
		}
	}
}

// TestBadNewsIsNotCutFirst finds that what got worse is said as soon as any second
// finding is.
func TestBadNewsIsNotCutFirst(t *testing.T) {
	c := testComposer(t, page.TierInternal, fullTable())
	found := strongestFirst(c.counted(answerSection))
	bad := slices.IndexFunc(found, func(f finding) bool { return f.verdict == worse })
	if bad != 1 || found[0].verdict != better {
		t.Errorf("what got worse stands at %d", bad)
	}
	if text := c.answer(answerSection, "", 130).Text; !strings.Contains(text, ": worse.") {
		t.Errorf("bad news is missing: %s", text)
	}
}

// TestAnswersWithNothingToShow has a provider with three people, and one with nothing.
func TestAnswersWithNothingToShow(t *testing.T) {
	m := made{Table: newTable(), service: "Elm"}
	m.care(testBaseline, 3, 30, 3).care(testPeriod, 2, 30, 3)
	for name, one := range map[string]struct {
		table *metrics.Table
		says  string
	}{
		"three people": {m.Table, "Of 1 measure, 1 cannot be compared."},
		"nothing":      {newTable(), "We do not hold figures on this yet that can be counted, so we make no claim about it."},
	} {
		c := testComposer(t, page.TierExternal, one.table)
		var text string
		c.passes(func(c *composer) { text = c.answer(answerSection, "", 100).Text })
		if !strings.Contains(text, one.says) || strings.Contains(text, "improvement") || strings.Contains(text, " of 30") || !answerEnds.MatchString(text) {
			t.Errorf("%s: %s", name, text)
		}
	}
}

// TestEmptySectionSaysWhatWouldFillIt keeps the heading of a section without figures.
func TestEmptySectionSaysWhatWouldFillIt(t *testing.T) {
	c := testComposer(t, page.TierExternal, fullTable())
	s := PackSection{ID: "choice", Title: "Choice", Counted: []string{"SUP-02"}, Blocks: []PackBlock{
		{Slot: &SlotBlock{Name: "rota_rule", Ask: "how the rota follows the person"}}, {Counts: &MetricList{Metrics: []string{"SUP-02"}}},
	}}
	made := c.section(s, 0)
	if made.Title != "Choice: no figures yet" || len(made.Blocks) != 1 || !strings.HasPrefix(made.Blocks[0].Prose.Paragraphs[0].Text, "No export fills this section yet. These would: ") {
		t.Errorf("%+v", made)
	}
	inside := testComposer(t, page.TierInternal, fullTable()).section(s, 0)
	if slot := inside.Blocks[1]; !slices.Contains(slot.NotIn, "pdf") || !strings.HasPrefix(slot.Prose.Paragraphs[0].Text, "To add: how the rota follows the person") {
		t.Errorf("%+v", slot.Prose)
	}
}

// TestQuestions reads lists as people write them, and names what is wrong with others.
func TestQuestions(t *testing.T) {
	packs, err := Packs(templates.Files(), []string{"tender"})
	if err != nil {
		t.Fatal(err)
	}
	good := "\xEF\xBB\xBF# from the buyer\r\nQuestion;Words;Section\r\n\"2.1 How do you adapt; who decides?\";\"1,000\";t2\r\n\r\n2.2 Impact;250;impact\r\n"
	list, err := ParseQuestions("questions.csv", []byte(good), packs)
	if err != nil || len(list) != 2 || list[0] != (Question{"2.1 How do you adapt; who decides?", 1000, "t2", 3}) || list[1].Section != "impact" {
		t.Errorf("%+v, %v", list, err)
	}
	heads := "question,words,section\n"
	for text, want := range map[string]string{
		"":                             "q.csv: the file has no headings",
		"question,words\na,100\n":      `q.csv, line 1: there is no column "section"`,
		"question,words,section,x\n":   "q.csv, line 1: there are more columns than question, words and section",
		heads + ",100,T1\n":            "q.csv, line 2, column question: this cell is empty",
		heads + "a,many,T1\n":          `q.csv, line 2, column words: "many" is no number of words from 60 to 5,000`,
		heads + "a,59,T1\n":            `q.csv, line 2, column words: "59" is no number of words from 60 to 5,000`,
		heads + "a,100,T1\nb,100,T9\n": `q.csv, line 3, column section: there is no section "T9" that can answer a question`,
		heads + "a, b,100,T1\n":        "q.csv, line 2, column question: this line has more cells than there are columns",
		heads + "\"a,100,T1\n":         "q.csv, line 2: a quotation mark is opened and not closed",
		"\xff\xfe":                     "q.csv: this is not text in UTF-8",
		heads + strings.Repeat("a,100,T1\n", mostQuestions+1):        fmt.Sprintf("q.csv, line %d: there are more than %d questions", mostQuestions+2, mostQuestions),
		heads + strings.Repeat("a", longestQuestion+1) + ",100,T1\n": "q.csv, line 2, column question: this text is longer than 600 characters",
	} {
		_, err := ParseQuestions("q.csv", []byte(text), packs)
		if fault, is := err.(*kpi.Fault); !is || fault.Error() != want || fault.Hint == "" {
			t.Errorf("%.40q: %v, want %s", text, err, want)
		}
	}
}
