package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"evidencepack/render/page"
	"evidencepack/testdata"
)

// answersOf gives the texts to paste of a build.
func answersOf(t *testing.T, out string) []page.Answer {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(out, "tender-pack.json"))
	if err != nil {
		t.Fatal(err)
	}
	saved, err := page.Load(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range saved.Sections {
		for _, b := range s.Blocks {
			if b.Answers != nil {
				return b.Answers.Answers
			}
		}
	}
	t.Fatal("the tender pack has no texts to paste")
	return nil
}

var (
	answerEnd   = regexp.MustCompile(`Figures: [^.]*, compared with [^.]*; up to \d+ people behind a figure; \d+ services?; data as at \w+ \d{4}\.$`)
	needsOthers = regexp.MustCompile(`(?i)\b(chart|see page|see above|see below|appendix|http|E-[A-Z0-9]{8}|[A-Z]{3}-\d\d)\b`)
)

// demoOut builds the demo's exports with a list of questions and words of the provider's own.
func demoOut(t *testing.T, questions, settings string) (out string, code int, said string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "exports")
	if err := os.CopyFS(dir, testdata.Exports()); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"questions.csv": questions, "pack.yaml": settings} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out = filepath.Join(t.TempDir(), "out")
	code, said = tryBuild(dir, out)
	return out, code, said
}

const (
	someQuestions = "question,words,section\n\"2.1 How do staff adapt, day to day?\",180,T2\n2.2 Show your impact,700,impact\n"
	ownWords      = "packs: [tender]\ntender:\n  slots:\n    method: We ask each person what matters to them. We write it down in their words.\n"
)

// TestClaimsAndAnswersOfTheTenderPack holds every text to paste of the sample and of the
// demo to its words, its end and standing alone, and every claim to sixty words.
func TestClaimsAndAnswersOfTheTenderPack(t *testing.T) {
	demo, code, said := demoOut(t, someQuestions, ownWords)
	if code != exitDone {
		t.Fatalf("exit %d: %s", code, said)
	}
	for out, want := range map[string]int{sharedSample(t): 15, demo: 17} {
		all := answersOf(t, out)
		if len(all) != want {
			t.Errorf("%d texts, want %d", len(all), want)
		}
		for i, a := range all {
			if n := len(strings.Fields(a.Text)); n != a.Words || n > a.Limit || n < 40 {
				t.Errorf("%s: %d words of at most %d, %d are said", a.Section, n, a.Limit, a.Words)
			}
			if !answerEnd.MatchString(a.Text) {
				t.Errorf("%s, %d words, ends otherwise: %s", a.Section, a.Limit, a.Text)
			}
			if found := needsOthers.FindString(a.Text); found != "" {
				t.Errorf("%s needs %q to be understood: %s", a.Section, found, a.Text)
			}
			if i%3 != 0 && i < 15 && a.Words < all[i-1].Words {
				t.Errorf("%s says less in %d words than in %d", a.Section, a.Limit, all[i-1].Limit)
			}
		}
		for _, name := range []string{"tender-pack", "inspection-pack", "monthly-report"} {
			for _, claim := range claimsOf(t, filepath.Join(out, name+".json")) {
				if claim.Words > 60 || claim.Words != len(strings.Fields(claim.Text)) {
					t.Errorf("%s: %d words: %s", name, claim.Words, claim.Text)
				}
			}
		}
	}
	all := answersOf(t, demo)
	if last := all[16]; last.Question != "2.2 Show your impact" || last.Limit != 700 || all[15].Section != "T2 How staff adapt from day to day" {
		t.Errorf("%+v", last)
	}
	if !strings.HasPrefix(all[0].Text, "We ask each person what matters to them. We write it down in their words. Of ") {
		t.Errorf("the provider's own words are not first: %s", all[0].Text)
	}
	manifest, err := os.ReadFile(filepath.Join(demo, "manifest.json"))
	if err != nil || !strings.Contains(string(manifest), `"tender_question"`) {
		t.Errorf("the list is no input: %v", err)
	}
	mustRun(t, "verify", demo)
}

// claimsOf gives the claims of a saved page; none where the pack was not made.
func claimsOf(t *testing.T, file string) []page.Claim {
	t.Helper()
	text, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return nil
	}
	saved, err := page.Load(text)
	if err != nil {
		t.Fatal(err)
	}
	var all []page.Claim
	for _, s := range saved.Sections {
		for _, b := range s.Blocks {
			if b.Claims != nil {
				all = append(all, b.Claims.Claims...)
			}
		}
	}
	return all
}

// TestTenderSettingsThatCannotBe are refused before any pack is written.
func TestTenderSettingsThatCannotBe(t *testing.T) {
	for _, one := range []struct{ questions, settings, says string }{
		{"question,words,section\nHow?,100,T9\n", "", `questions.csv, line 2, column section: there is no section "T9"`},
		{someQuestions, "tender:\n  slots:\n    methods: words\n", "pack.yaml, tender, slots, methods: no pack has a place of this name"},
		{someQuestions, "tender:\n  slots:\n    method: " + strings.Repeat("word ", 151) + "\n", "these are 151 words, and there is room for 150"},
		{someQuestions, "tender:\n  questions: none.csv\n", `the list of questions "none.csv" cannot be opened`},
	} {
		out, code, said := demoOut(t, one.questions, one.settings)
		if code != exitNothing || !strings.Contains(strings.Join(strings.Fields(said), " "), one.says) {
			t.Errorf("exit %d, %s; want %s", code, said, one.says)
		}
		if _, err := os.Stat(filepath.Join(out, "tender-pack.pdf")); err == nil {
			t.Error("a pack was written all the same")
		}
	}
}
