package render

import (
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/render/cases"
	"evidencepack/render/page"
)

// storyOf composes one story about a person with a change on 11 May 2026.
func storyOf(t *testing.T, tier page.Tier, ch oneChange, more func(*CaseStory)) page.CaseStudy {
	t.Helper()
	ch.person, ch.on = "person 01", record.DateOf(2026, 5, 11)
	cc := changeCase{tier: tier, changes: []oneChange{ch}}
	c := cc.composerOf(t, nil)
	c.pack.Name = "tender"
	story := CaseStory{Who: "person 01", Case: cases.Case{
		Title: "A story", Packs: []string{"tender"}, Person: "own-id-77", Approved: &cases.Approval{By: "Quality lead"},
		Consent: &cases.Consent{Recorded: record.DateOf(2026, 8, 24), By: "Registered manager", Scope: []string{"tender"}},
	}}
	more(&story)
	c.in.Cases = []CaseStory{story}
	blocks := c.caseStudies(&CaseStudiesBlock{Metrics: []string{"IND-01"}})
	if len(blocks) != 1 || blocks[0].CaseStudy == nil {
		t.Fatalf("%+v", blocks)
	}
	return *blocks[0].CaseStudy
}

func asItStands(*CaseStory) {}

// everything gives all texts of a story as one.
func everything(s page.CaseStudy) string {
	p := page.Page{Sections: []page.Section{{Blocks: []page.Block{{CaseStudy: &s}}}}}
	return strings.Join(p.Texts(), "\n")
}

// TestCaseNumbersByHand has the example of voice.md: 21 of 56 offers, then 5 of 55.
func TestCaseNumbersByHand(t *testing.T) {
	for _, tier := range []page.Tier{page.TierExternal, page.TierInspection} {
		s := storyOf(t, tier, oneChange{before: 21, offered: 56, after: 5, made: 55}, asItStands)
		if len(s.Figures) != 1 {
			t.Fatalf("%s: %+v", tier, s.Figures)
		}
		f := s.Figures[0]
		for got, want := range map[string]string{
			f.Label: "First refused, personal care offers", f.Before: "37.5%", f.After: "9.1%", f.BeforeCount: "before: 21 of 56 offers, weeks −8 to −1",
			f.AfterCount: "after: 5 of 55, weeks 2 to 9", f.Verdict.Word: "Improvement", f.Verdict.Difference: "−28.4 points (−42.5 to −12.9)",
		} {
			if got != want {
				t.Errorf("%s: %q, want %q", tier, got, want)
			}
		}
		if strings.Contains(everything(s), "own-id-77") {
			t.Errorf("%s: the id of the person is printed", tier)
		}
		if day := strings.Contains(everything(s), "24 August 2026"); day != (tier == page.TierInspection) {
			t.Errorf("%s: the day of consent is there: %v", tier, day)
		}
		if tier == page.TierExternal && f.Evidence != "" {
			t.Errorf("a row of one person is named outside: %q", f.Evidence)
		}
	}
}

// TestSmallCountsAreWords: outside no count of one person below 5 can be read off, nor
// one of which less than 5 is left.
func TestSmallCountsAreWords(t *testing.T) {
	for _, ch := range []oneChange{{before: 21, offered: 56, after: 4, made: 55}, {before: 4, offered: 56, after: 25, made: 55}, {before: 52, offered: 56, after: 25, made: 55}, {before: 21, offered: 56, after: 0, made: 55}} {
		s := storyOf(t, page.TierExternal, ch, asItStands)
		f := s.Figures[0]
		if f.BeforeValue != nil || f.AfterValue != nil || strings.ContainsAny(f.Before+f.After+f.Verdict.Difference, "0123456789") || strings.Contains(f.BeforeCount+f.AfterCount, " of ") {
			t.Errorf("%+v", f)
		}
	}
	for want, counts := range map[string][2]float64{
		"too few to say": {2, 4}, "hardly any": {0, 30}, "under a fifth": {5, 30}, "about a quarter": {6, 24}, "about a third": {10, 30},
		"under half": {12, 30}, "about half": {15, 30}, "over half": {18, 30}, "about three quarters": {22, 30}, "most": {26, 30}, "nearly all": {30, 30},
	} {
		if got := caseShare(counts[0], counts[1]); got != want {
			t.Errorf("%v: %q, want %q", counts, got, want)
		}
	}
}

// TestCaseSteps counts boxes by hand: three attempts in week −1, four in week 2, one of
// them with a setback, and none of another goal.
func TestCaseSteps(t *testing.T) {
	on := record.DateOf(2026, 5, 11)
	s := storyOf(t, page.TierExternal, oneChange{before: 21, offered: 56, after: 5, made: 55}, func(story *CaseStory) {
		add := func(goal, step string, day record.Date, setback bool, ranks ...int8) {
			for _, rank := range ranks {
				story.Attempts = append(story.Attempts, &record.StepRecord{Head: record.Head{Service: "Elm", Person: story.Who, On: day}, Goal: goal, Step: step, Rank: rank, Setback: setback})
			}
		}
		add("G1", "10", on+7, false, 0, 0, 0, 2)
		add("G1", "2", on-1, false, 3, 0, 3, record.NoRank)
		add("G1", "2", on+8, true, 0)
		add("G2", "1", on, false, 0, 0)
		story.Steps = []string{"Walk to the gate"}
		story.Restrictions = []*record.Restriction{
			{Head: record.Head{Person: story.Who}, Type: "door", StartOn: on - 90, EndOn: on + 10, EndReason: record.EndLifted},
			{Head: record.Head{Person: story.Who}, Type: "door", StartOn: on + 20, EndOn: on + 40, EndReason: record.EndLifted},
			{Head: record.Head{Person: story.Who}, Type: "key", StartOn: on - 90, EndOn: on + 5, EndReason: "replaced"},
		}
	})
	if s.Steps == nil || len(s.Steps.Rows) != 2 || s.Steps.First != -1 || s.Steps.Last != 2 {
		t.Fatalf("%+v", s.Steps)
	}
	first, second := s.Steps.Rows[0], s.Steps.Rows[1]
	if first.Label != "Walk to the gate" || second.Label != "Step 2" || len(first.Weeks) != 2 || len(second.Weeks) != 1 {
		t.Errorf("%+v", s.Steps.Rows)
	}
	if w := first.Weeks[0]; w.Week != -1 || w.Level != 1 || w.Said != "a quarter without help" {
		t.Errorf("1 of 3: %+v", w)
	}
	if w := second.Weeks[0]; w.Week != 2 || w.Level != 3 || w.Setback {
		t.Errorf("3 of 4: %+v", w)
	}
	if w := first.Weeks[1]; w.Level != 4 || !w.Setback {
		t.Errorf("a setback: %+v", w)
	}
	if s.Steps.Title != "Two steps: each in its last week mostly without help, with a setback in week 2" {
		t.Error(s.Steps.Title)
	}
	lifted := s.Figures[len(s.Figures)-1]
	if lifted.After != "lifted in week 6" || lifted.AfterCount != "not brought back within 28 days" { // the first one came back
		t.Errorf("%+v", lifted)
	}
	if strings.Contains(everything(s), " of 3") {
		t.Error("a count of one week is shown outside")
	}
}

// TestComposites carry nobody's figures, whatever the exports hold.
func TestComposites(t *testing.T) {
	s := storyOf(t, page.TierExternal, oneChange{before: 21, offered: 56, after: 5, made: 55}, func(story *CaseStory) {
		story.Composite, story.Consent, story.Who = true, nil, ""
	})
	if len(s.Figures) != 0 || s.Steps != nil || !strings.Contains(s.Lead, "put together from the support of several people") {
		t.Errorf("%+v", s)
	}
}

// TestNoCaseStudy leaves no hole: one line, and outside the PDF of our own packs how to add
// one. Drafts and cases of other packs are not shown.
func TestNoCaseStudy(t *testing.T) {
	c := testComposer(t, page.TierExternal, newTable())
	if blocks := c.caseStudies(&CaseStudiesBlock{}); len(blocks) != 1 || blocks[0].Prose == nil {
		t.Errorf("for readers outside: %+v", blocks)
	}
	c = testComposer(t, page.TierInspection, newTable())
	c.pack.Name = "tender"
	c.in.Cases = []CaseStory{{Case: cases.Case{Packs: []string{"tender"}, Title: "draft"}}, {Case: cases.Case{Packs: []string{"inspection"}, Title: "other", Approved: &cases.Approval{}}}}
	blocks := c.caseStudies(&CaseStudiesBlock{})
	if len(blocks) != 2 || blocks[0].Prose == nil || len(blocks[0].NotIn) != 0 || len(blocks[1].NotIn) != 1 || !strings.Contains(blocks[1].Prose.Paragraphs[0].Text, "evidencepack cases") {
		t.Errorf("%+v", blocks)
	}
}

func TestWeeks(t *testing.T) {
	for days, want := range map[record.Date]int{-8: -2, -7: -1, -1: -1, 0: 1, 6: 1, 7: 2, 62: 9} {
		if got := week(1000, 1000+days); got != want {
			t.Errorf("day %d is in week %d, want %d", days, got, want)
		}
	}
}
