package render

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"evidencepack/templates"
)

// shippedText gives one of our own files of the templates.
func shippedText(t *testing.T, name string) string {
	t.Helper()
	text, err := fs.ReadFile(templates.Files(), name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestTemplatesCannotClaim spoils our own file in every way that would let a
// template claim what the numbers do not carry, leave out a guard, or say nothing.
func TestTemplatesCannotClaim(t *testing.T) {
	for name, c := range map[string]struct{ old, new, want string }{
		"a word of direction":    {`no_change: "No clear change`, `no_change: "It is lower. No clear change`, `"lower" is a word that the numbers choose`},
		"praise":                 {`not_compared: "The two`, `not_compared: "We improved. The two`, `"improved" is a word that the numbers choose`},
		"the wrong direction":    {`clear_higher: "That is {change} points higher`, `clear_higher: "That is {change} points lower`, `"lower" is a word that the numbers choose`},
		"a reason":               {`too_few: "These are`, `too_few: "Due to the weather these are`, `"Due to" is never said`},
		"no such placeholder":    {`{fewest_people} {are} behind`, `{everybody} {are} behind`, "the sentence has no {everybody}"},
		"a bracket left open":    {`opening: "{where}`, `opening: "{where`, "sentence"},
		"no such sentence":       {"    too_few_people:", "    too_few_pepole:", `there is no sentence "too_few_pepole"`},
		"a sentence left out":    {`    chart_silent: "No month is a signal by itself; the comparison with {baseline} is."`, "", `all needs the sentence "chart_silent"`},
		"no such group":          {"  LRN-04:\n", "  LRN-99:\n", `there is no metric or family "LRN-99"`},
		"no such condition":      {"[few_behind]", "[few_bheind]", `line 27: there is no condition "few_bheind"`},
		"no such verdict":        {"verdict: too_few, say: too_few_people", "verdict: fine, say: too_few_people", `there is no verdict "fine"`},
		"no condition":           {"[withheld]", "[]", "a verdict needs a condition"},
		"no partner asked":       {"  - {when: [clear_better, partner_against], verdict: not_backed_up, say: not_backed}\n", "", `"better" needs a line with "partner_against" before it`},
		"no people counted":      {"  - {when: [clear_better, one_by_one_unclear], verdict: no_clear_change, say: no_change_people}\n", "", `"better" needs a line with "one_by_one_unclear" before it`},
		"better by nothing":      {"[clear_better], verdict: better", "[fell], verdict: better", `"better" needs the condition clear_better`},
		"what got worse, hidden": {"  - {when: [clear_worse], verdict: worse, say: clear}\n", "", "would hide what got worse"},
		"a weaker condition":     {"[few], verdict: too_few", "[few, thinner], verdict: too_few", `needs a line with "few" before it`},
		"too few, and the news":  {"[few, enough_now, as_many_added, net_same], verdict: not_backed_up", "[few, as_many_added, net_same], verdict: not_backed_up", `"not_backed_up" needs a line with "few_behind" before it`},
		"no last line":           {"  - {when: [otherwise], verdict: no_clear_change, say: no_change}\n", "", "the last line"},
		"a lower floor":          {"people: 5 ", "people: 3 ", "line 8: people must be given, and may be stricter than ours, not looser"},
		"no floor":               {"  counted: 10 ", "  # counted: 10 ", "counted must be given"},
		"an unknown key":         {"limits:", "limts:", `line 6: we do not know "limts"`},
		"one person's phrase":    {`REF-03: "{who} took up {n} of {d}`, `REF-03: "{who} took up {n}`, "the phrase needs {d}"},
		"no such share":          {`  REF-03: "{who}`, `  RES-03: "{who}`, `there is no share "RES-03"`},
	} {
		ours := shippedText(t, "prose/verdicts.yaml")
		spoilt := strings.Replace(ours, c.old, c.new, 1)
		if spoilt == ours {
			t.Errorf("%s: nothing was spoilt", name)
			continue
		}
		err := CheckWording(templates.Over(fstest.MapFS{"prose/verdicts.yaml": {Data: []byte(spoilt)}}))
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "line ") {
			t.Errorf("%s: %v, expected %q and a line", name, err, c.want)
		}
	}
}

// TestPhrasesCannotClaim tries the same on the phrases of the metrics.
func TestPhrasesCannotClaim(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"a word of direction": {`REF-01: "only {n} of {d} were refused, lower than ever ({p})"`, `line 1: "lower" is a word that the numbers choose`},
		"no counts":           {`REF-01: "people first refused {p}"`, "line 1: the phrase needs {n}"},
		"no such metric":      {`REF-99: "{n} of {d} ({p})"`, `line 1: there is no metric "REF-99"`},
		"a plain count":       {`RES-03: "{n} of {d} ({p})"`, "line 1: RES-03 is a plain count"},
	} {
		err := CheckWording(templates.Over(fstest.MapFS{"prose/claims.yaml": {Data: []byte(c.text)}}))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, expected %q", name, err, c.want)
		}
	}
	if err := CheckWording(templates.Files()); err != nil {
		t.Error(err)
	}
}

// TestOwnSentences lays a user's own file over ours.
func TestOwnSentences(t *testing.T) {
	own := strings.Replace(shippedText(t, "prose/verdicts.yaml"), "These are too few to say more.", "That is too little to say more.", 1)
	words, err := readWording(templates.Over(fstest.MapFS{"prose/verdicts.yaml": {Data: []byte(own)}}))
	if err != nil || words.say(mustFind("REF-01"), "too_few", nil) != "That is too little to say more." {
		t.Error(err)
	}
	stricter := strings.Replace(own, "people: 5 ", "people: 8 ", 1)
	if words, err = readWording(templates.Over(fstest.MapFS{"prose/verdicts.yaml": {Data: []byte(stricter)}})); err != nil || words.Limits.People != 8 {
		t.Errorf("limits may be stricter: %v", err)
	}
}

// TestGoodNewsOnlyByTheNumbers tries every sentence of direction against findings
// that do not carry it: nothing in the templates can reach it.
func TestGoodNewsOnlyByTheNumbers(t *testing.T) {
	for _, one := range claimCases() {
		c := one.composerOf(t, nil)
		f := c.find(one.metric, one.scope)
		text := entire(c.claim(f))
		_, rest, _ := strings.Cut(text, ". ")
		lower, higher := strings.Contains(rest, "That is lower") || strings.Contains(rest, "points lower (likely"), strings.Contains(rest, "That is higher") || strings.Contains(rest, "points higher (likely")
		if f.ranged() && (lower || higher) != (way(&f) != noChange && f.verdict != noChange && f.verdict != tooFew && f.verdict != lessNoted && f.verdict != notLike && f.verdict != notShown) {
			t.Errorf("%s: verdict %s, %q", one.name, verdictWord(f.verdict), text)
		}
		if f.verdict == better && way(&f) != better {
			t.Errorf("%s is called better", one.name)
		}
	}
}
