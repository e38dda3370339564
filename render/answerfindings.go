package render

import (
	"fmt"
	"slices"
	"strings"
)

// outcome is what a verdict counts as in a sentence over many measures.
type outcome int

const (
	outcomeBetter outcome = iota
	outcomeWorse
	outcomeSame
	outcomePlain // higher or lower, without a better side
	outcomeOpen  // nothing can be said of it
	outcomeKinds
)

// outcomeOf files a verdict.
func outcomeOf(v verdict) outcome {
	switch v {
	case better:
		return outcomeBetter
	case worse:
		return outcomeWorse
	case noChange, notBacked:
		return outcomeSame
	case plain:
		return outcomePlain
	}
	return outcomeOpen
}

// tallyWords count measures by how they came out: of one, of many.
var tallyWords = [outcomeKinds][2]string{
	{"%d improved", "%d improved"}, {"%d got worse", "%d got worse"},
	{"%d shows no clear change", "%d show no clear change"},
	{"%d is given without a verdict", "%d are given without a verdict"}, {"%d cannot be compared", "%d cannot be compared"},
}

// tallied counts measures by how they came out: "2 improved, 1 got worse and 4 show no
// clear change". "" is none.
func tallied(found []finding) string {
	var n [outcomeKinds]int
	for _, f := range found {
		n[outcomeOf(f.verdict)]++
	}
	var parts []string
	for kind, words := range tallyWords {
		if n[kind] > 0 {
			parts = append(parts, fmt.Sprintf(words[min(n[kind], 2)-1], n[kind]))
		}
	}
	return listWords(parts)
}

// tallySentence stands before the findings of an answer, so that none is left out
// unseen.
func tallySentence(found []finding) string {
	if len(found) == 0 {
		return "We do not hold figures on this yet that can be counted, so we make no claim about it."
	}
	return fmt.Sprintf("Of %s, %s.", plural(len(found), "measure", "measures"), tallied(found))
}

// countedTitle is the one-sentence finding of a section.
func countedTitle(title string, found []finding) string {
	if len(found) == 0 {
		return title + ": no figures yet"
	}
	return fmt.Sprintf("%s: of %s, %s", title, plural(len(found), "measure", "measures"), tallied(found))
}

// strongestFirst orders findings: the first that improved, then all that got worse, so
// that no length leaves them out before good news, then the rest.
func strongestFirst(found []finding) []finding {
	order := func(f finding) int {
		switch outcomeOf(f.verdict) {
		case outcomeBetter:
			return 1
		case outcomeWorse:
			return 0
		case outcomeSame:
			if f.verdict == notBacked {
				return 2
			}
			return 3
		}
		return 4
	}
	sorted := slices.Clone(found)
	slices.SortStableFunc(sorted, func(a, b finding) int { return order(a) - order(b) })
	first := slices.IndexFunc(sorted, func(f finding) bool { return f.verdict == better })
	if first > 0 {
		strongest := sorted[first]
		sorted = slices.Insert(slices.Delete(sorted, first, first+1), 0, strongest)
	}
	return sorted
}

// shortWords end the shortest form of a finding.
var shortWords = map[verdict]string{better: "an improvement", worse: "worse", noChange: "no clear change"}

// findingLevels say a finding in three lengths: its counts and verdict; with the likely
// range and the people; with all that it is read with. nil is nothing to say by itself.
func (c *composer) findingLevels(f finding) []string {
	switch f.verdict {
	case notShown, unknown, notWorked:
		return nil
	}
	if c.phrases[f.metric.ID] == "" {
		return nil // plain counts are said beside a share
	}
	said, more := c.sentences(&f)
	said, more = withoutCharts(said), withoutCharts(more)
	fields := c.fields(&f)
	counted := upperFirst(fields["phrase"]) + ", before " + fields["before"]
	middle := counted + ". " + strings.Join(said[1:], " ")
	switch word := lowerFirst(c.word(f)); {
	case len(said) == 1 && word != "" && shortWords[f.verdict] == "":
		middle = counted + ": " + word + "."
	case len(said) == 1:
		middle = counted + "."
	}
	short := middle
	if word := shortWords[f.verdict]; word != "" {
		short = strings.Join(append([]string{counted + ": " + word + "."}, c.besideSentences(&f)...), " ")
	}
	return []string{short, middle, strings.TrimSpace(middle + " " + strings.Join(more, " "))}
}

// withoutCharts leaves out the sentences that only a reader of the chart understands.
func withoutCharts(said []string) []string {
	return slices.DeleteFunc(slices.Clone(said), func(s string) bool { return strings.Contains(s, "the chart") || strings.Contains(s, "a signal") })
}

// cautions are what is not claimed, the most important first.
func (c *composer) cautions(s PackSection, found []finding) []string {
	var hidden, none []string
	for _, f := range found {
		if f.verdict == notShown {
			hidden = append(hidden, lowerFirst(f.metric.Title))
		}
	}
	for _, id := range s.Counted {
		if !c.evidenced(id) {
			none = append(none, lowerFirst(mustFind(id).Title))
		}
	}
	var out []string
	if len(found) > 0 {
		out = append(out, "We say what was recorded and when, not why it changed.")
	}
	if len(hidden) > 0 {
		out = append(out, "Not shown, so that nobody can be made out: "+strings.Join(hidden, "; ")+".")
	}
	if len(none) > 0 && len(found) > 0 {
		out = append(out, "We do not hold figures yet on: "+strings.Join(none, "; ")+".")
	}
	return out
}
