package render

import (
	"fmt"
	"strings"

	"evidencepack/metrics"
	"evidencepack/render/page"
)

// differenceText writes a difference with its likely range. An end that is clear of
// nought is never rounded to nought.
func differenceText(change, lower, upper float64) string {
	end := func(v float64) string {
		if text := signed(v); v == 0 || text != "0.0" || (lower <= 0 && upper >= 0) {
			return text
		}
		if v < 0 {
			return "under 0"
		}
		return "over 0"
	}
	return fmt.Sprintf("%s points (%s to %s)", signed(change), end(lower), end(upper))
}

// title is the finding as a heading: it claims no more than the verdict.
func (c *composer) title(f finding) string {
	name := f.metric.Title
	from, to := valueText(f.before), valueText(f.after)
	switch f.verdict {
	case better, worse, plain:
		if f.clear == metrics.Lower && f.fell() {
			return fmt.Sprintf("%s: down from %s to %s", name, from, to)
		}
		if f.clear == metrics.Higher && !f.fell() {
			return fmt.Sprintf("%s: up from %s to %s", name, from, to)
		}
		return fmt.Sprintf("%s: %s, then %s", name, from, to)
	case noChange:
		return fmt.Sprintf("%s: no clear change, %s to %s", name, from, to)
	case notBacked:
		return fmt.Sprintf("%s: %s to %s, not backed up", name, from, to)
	case tooFew:
		return name + ": too few to say"
	case lessNoted:
		return name + ": less was recorded"
	case unknown:
		return name + ": no data to compare"
	case notShown:
		return name + ": not shown"
	case notLike:
		return fmt.Sprintf("%s: %s, then %s, not compared", name, from, to)
	}
	return name + ": not worked out"
}

// word is the verdict's word; a clear change without a better side says its direction.
func (c *composer) word(f finding) string {
	switch {
	case f.verdict == plain && f.clear == metrics.Lower:
		return "Lower"
	case f.verdict == plain && f.clear == metrics.Higher:
		return "Higher"
	case f.verdict == notBacked && f.against != nil && c.hidesEither(f.against):
		return "Not judged" // what it is read with is not shown, so nobody can say that it is not backed up
	}
	return f.verdict.page().Word
}

// verdictOf is the verdict with its difference, for the page.
func (c *composer) verdictOf(f finding) page.Verdict {
	v := f.verdict.page()
	v.Word = c.word(f)
	switch f.verdict {
	case notShown, unknown, notWorked, tooFew, lessNoted, notLike:
		return v
	}
	switch {
	case f.unclearByPeople():
		text := differenceText(*f.difference.Change, *f.rests.Lower, *f.rests.Upper)
		v.Difference = strings.TrimSuffix(text, ")") + ", counting people)"
	case f.hasRange():
		v.Difference = differenceText(*f.difference.Change, *f.difference.Lower, *f.difference.Upper)
	}
	return v
}
