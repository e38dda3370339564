package render

import (
	"fmt"
	"slices"
	"strings"
)

// verdictNames are the verdicts as the templates call them.
var verdictNames = map[string]verdict{
	"plain": plain, "better": better, "worse": worse, "no_clear_change": noChange, "too_few": tooFew, "not_backed_up": notBacked,
	"less_recorded": lessNoted, "no_data": unknown, "not_worked_out": notWorked, "not_shown": notShown, "not_compared": notLike,
}

// unknowns are why there is nothing to judge at all.
var unknowns = []string{"withheld", "no_data", "not_computable", "unlike_windows", "months_missing"}

// goodGuards are asked before anything is called better.
var goodGuards = []string{
	"few_behind", "few", "thinner", "register_quiet", "notes_thinner", "one_by_one_unclear", "without_one_unclear",
	"partner_against", "offers_fell", "as_many_added", "partner_leans", "partner_missing",
}

// backing is what the numbers must be before a verdict may be given: one condition
// of each list in the line itself, and all of earlier in lines before it. So no
// template can leave a guard out, claim what is not there, or hide what got worse.
var backing = map[string]struct {
	holds   [][]string
	earlier []string
}{
	"not_shown":       {holds: [][]string{{"withheld"}}},
	"no_data":         {holds: [][]string{{"no_data"}}, earlier: []string{"withheld"}},
	"not_worked_out":  {holds: [][]string{{"not_computable"}}, earlier: []string{"withheld", "no_data"}},
	"not_compared":    {holds: [][]string{{"unlike_windows", "months_missing"}}, earlier: []string{"withheld", "no_data", "not_computable"}},
	"too_few":         {holds: [][]string{{"few", "few_behind"}}, earlier: unknowns},
	"less_recorded":   {holds: [][]string{{"thinner", "register_quiet", "notes_thinner"}}, earlier: unknowns},
	"better":          {holds: [][]string{{"clear_better"}}, earlier: slices.Concat(unknowns, goodGuards)},
	"worse":           {holds: [][]string{{"clear_worse", "net_rose"}}, earlier: append([]string{"few_behind", "few"}, unknowns...)},
	"not_backed_up":   {holds: [][]string{{"partner_against", "offers_fell", "as_many_added", "partner_leans"}, {"clear_better", "net_same"}}, earlier: append([]string{"few_behind", "few"}, unknowns...)},
	"plain":           {holds: [][]string{{"partner_missing", "clear_plain", "no_range"}}, earlier: append([]string{"few_behind", "few"}, unknowns...)},
	"no_clear_change": {holds: [][]string{{"one_by_one_unclear", "without_one_unclear", "otherwise"}}, earlier: append([]string{"few_behind", "few"}, unknowns...)},
}

// ofGoodNews are conditions that hold only where a change is for the better, so a
// line with one of them hides no bad news. Nor does a line about what is too few to
// be called worse.
var ofGoodNews = []string{"clear_better", "one_by_one_unclear", "without_one_unclear", "partner_missing", "clear_plain"}

// checkVerdicts holds every line to the known words and to its backing.
func (w *wording) checkVerdicts(text []byte) error {
	line := lineOf(text, "verdicts:")
	if len(w.Verdicts) == 0 {
		return fmt.Errorf("verdicts.yaml, line %d: there are no verdicts", line)
	}
	var before []string
	for i, l := range w.Verdicts {
		line = lineAfter(text, line, "when:")
		if fault := l.fault(before, i == len(w.Verdicts)-1); fault != "" {
			return fmt.Errorf("verdicts.yaml, line %d: %s", line, fault)
		}
		before = append(before, l.asks()...)
	}
	return nil
}

// asks gives the condition that a line answers for those below it: one that stands
// alone, or beside the direction only. Of a line with more conditions some findings
// that meet it go on.
func (l verdictLine) asks() []string {
	names := slices.DeleteFunc(slices.Clone(l.When), func(name string) bool { return name == "clear_better" || name == "fell" })
	switch {
	case len(names) != 1:
		return nil
	case l.Verdict == "worse":
		return []string{names[0], "worse by " + names[0]}
	}
	return names
}

// fault tells what is wrong with a line of the rule, "" where nothing is. before
// are the conditions of the lines above.
func (l verdictLine) fault(before []string, last bool) string {
	if len(l.When) == 0 {
		return "a verdict needs a condition"
	}
	for _, name := range l.When {
		if conditionOf(name) == nil {
			return fmt.Sprintf("there is no condition %q", name)
		}
	}
	if _, known := verdictNames[l.Verdict]; !known {
		return fmt.Sprintf("there is no verdict %q", l.Verdict)
	}
	if _, known := sentenceKeys[l.Say]; !known && l.Say != "clear" && l.Say != "nothing" {
		return fmt.Sprintf("there is no sentence %q", l.Say)
	}
	has := func(name string) bool { return slices.Contains(l.When, name) }
	for _, one := range backing[l.Verdict].holds {
		if !slices.ContainsFunc(one, has) {
			return fmt.Sprintf("%q needs the condition %s", l.Verdict, strings.Join(one, " or "))
		}
	}
	earlier := backing[l.Verdict].earlier
	if has("few") && has("enough_now") {
		earlier = unknowns // the counts of the period speak for themselves
	}
	for _, name := range earlier {
		if !slices.Contains(before, name) {
			return fmt.Sprintf("%q needs a line with %q before it", l.Verdict, name)
		}
	}
	soft := l.Verdict == "no_clear_change" || l.Verdict == "plain" || l.Verdict == "not_backed_up"
	if soft && !has("few") && !slices.ContainsFunc(ofGoodNews, has) && !slices.Contains(before, "worse by clear_worse") {
		return fmt.Sprintf("%q would hide what got worse: a line {when: [clear_worse], verdict: worse} must stand before it", l.Verdict)
	}
	if last != has("otherwise") {
		return "the last line, and no other, is for otherwise"
	}
	return ""
}
