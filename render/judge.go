package render

import (
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// condition is one named thing that the numbers of a finding can be. A condition
// may keep what it found, such as the partner that goes the other way.
type condition func(c *composer, f *finding) bool

// conditionOf gives the condition that a line of the rule names, nil where there is
// none. These words are fixed; which come first is data.
func conditionOf(name string) condition {
	switch name {
	case "withheld":
		return func(c *composer, f *finding) bool { return c.rule.Hides(f.before) || c.rule.Hides(f.after) }
	case "no_data":
		return func(_ *composer, f *finding) bool {
			return f.before.Status == metrics.NoData || f.after.Status == metrics.NoData
		}
	case "not_computable":
		return func(_ *composer, f *finding) bool { return !f.known() }
	case "unlike_windows":
		return func(_ *composer, f *finding) bool {
			return f.metric.Grows && !sameLength(f.before.Span, f.after.Span)
		}
	case "months_missing":
		return (*composer).monthsMissing
	case "few":
		return (*composer).few
	case "few_behind":
		return (*composer).fewBehind
	case "enough_now":
		return func(c *composer, f *finding) bool {
			l := c.words.Limits
			return f.ranged() && f.scope.Person == "" && *f.after.Denominator >= l.Counted && float64(f.after.People) >= l.People
		}
	case "news":
		return func(c *composer, f *finding) bool { return f.ranged() && *f.before.Denominator >= c.words.Limits.News }
	case "thinner":
		return (*composer).thinner
	case "register_quiet":
		return (*composer).registerQuiet
	case "fell":
		return func(_ *composer, f *finding) bool { return *f.after.Value < *f.before.Value }
	case "notes_thinner":
		return (*composer).notesThinner
	case "no_range":
		return func(_ *composer, f *finding) bool { return !f.ranged() }
	case "otherwise":
		return func(*composer, *finding) bool { return true }
	}
	return directionOf(name)
}

// directionOf gives the conditions about the direction of a change and its guards.
func directionOf(name string) condition {
	switch name {
	case "clear_better":
		return func(_ *composer, f *finding) bool { return way(f) == better }
	case "clear_worse":
		return func(_ *composer, f *finding) bool { return way(f) == worse }
	case "clear_plain":
		return func(_ *composer, f *finding) bool { return way(f) == plain }
	case "one_by_one_unclear":
		return (*composer).oneByOneUnclear
	case "without_one_unclear":
		return (*composer).withoutOneUnclear
	case "partner_against":
		return (*composer).partnerAgainst
	case "offers_fell":
		return (*composer).offersFell
	case "as_many_added":
		return (*composer).asManyAdded
	case "partner_leans":
		return (*composer).partnerLeans
	case "partner_missing":
		return (*composer).partnerMissing
	case "net_rose":
		return func(c *composer, f *finding) bool { n, known := c.net(f); return known && n > 0 }
	case "net_same":
		return func(c *composer, f *finding) bool { n, known := c.net(f); return known && n == 0 }
	}
	return nil
}

// judge chooses the verdict: the first line of the rule that fits (voice.md 4.1).
func (c *composer) judge(f *finding) {
	f.read, f.rests, f.against = nil, nil, nil
	f.difference = metrics.Compare(f.before, f.after)
	f.clear = f.difference.Clear
	if !f.ranged() && f.known() && c.signalIn(f) == sideOfChange(*f.difference.Change) {
		f.clear = sideOfChange(*f.difference.Change) // a signal against the change of the whole window says nothing clear
	}
	for _, line := range c.words.Verdicts {
		if !slices.ContainsFunc(line.When, func(name string) bool { return !c.holds(name, f) }) {
			f.verdict, f.say = verdictNames[line.Verdict], line.Say
			return
		}
	}
}

// sideOfChange is the side on which a change lies, which may be none.
func sideOfChange(change float64) metrics.Direction {
	switch {
	case change < 0:
		return metrics.Lower
	case change > 0:
		return metrics.Higher
	}
	return metrics.Neither
}

// holds asks one condition. Those about the numbers do not hold where one is missing.
func (c *composer) holds(name string, f *finding) bool {
	always := name == "otherwise" || name == "no_range" || slices.Contains(unknowns, name)
	return (always || f.known()) && conditionOf(name)(c, f)
}

// known tells whether both windows have a value.
func (f *finding) known() bool {
	return f.before.Status == metrics.OK && f.after.Status == metrics.OK && f.before.Value != nil && f.after.Value != nil
}

// ranged tells whether changes of the measure have a likely range.
func (f *finding) ranged() bool {
	return (f.metric.Unit == metrics.Percent || f.metric.Unit == metrics.Per1000CareDays) && !f.metric.Hours
}

// sameLength tells whether two windows are about as long, so that six months of 182
// days may be set beside six of 183.
func sameLength(a, b record.Span) bool {
	short, long := min(a.Days(), b.Days()), max(a.Days(), b.Days())
	return float64(short) >= 0.95*float64(long)
}

// way tells which way a clear change goes: better, worse, plain where neither is, or
// noChange where it is not clear.
func way(f *finding) verdict {
	if f.clear != metrics.Lower && f.clear != metrics.Higher {
		return noChange
	}
	wanted := f.metric.Better
	if wanted == metrics.LowerWithPartners {
		wanted = metrics.Lower
	}
	switch wanted {
	case metrics.Neither:
		return plain
	case f.clear:
		return better
	}
	return worse
}

// few tells whether a figure rests on too little on either side.
func (c *composer) few(f *finding) bool {
	if !f.ranged() {
		return false
	}
	floor := c.words.Limits.Counted
	if f.scope.Person != "" {
		floor = c.words.Limits.OnePerson
	}
	return min(*f.before.Denominator, *f.after.Denominator) < floor || c.fewBehind(f)
}

// fewBehind tells whether enough was counted, but for too few people.
func (c *composer) fewBehind(f *finding) bool {
	if !f.ranged() || f.scope.Person != "" {
		return false
	}
	return min(*f.before.Denominator, *f.after.Denominator) >= c.words.Limits.Counted && float64(fewest(f)) < c.words.Limits.People
}

func fewest(f *finding) int { return min(f.before.People, f.after.People) }

// thinner tells whether so much less was recorded a day that two shares cannot be
// compared. It is asked only where the denominator is an amount that staff record.
func (c *composer) thinner(f *finding) bool {
	return f.metric.Amount && c.perDay(f, f.after) <= c.words.Limits.LessRecorded*c.perDay(f, f.before)
}

// perDay is what was recorded a day, over the months that have rows at all: a file
// that was not exported is not less recording.
func (c *composer) perDay(f *finding, v metrics.Value) float64 {
	days := v.Span.Days()
	for _, m := range c.table.MonthsWithout(f.metric.Needs[0], v.Span) {
		days -= record.Span{From: m.First(), To: m.Last()}.Days()
	}
	return *v.Denominator / float64(max(days, 1))
}

// monthsMissing tells whether a count or a rate is too low on one side, because whole
// months of what it counts were not exported. A share has its denominator from the same
// rows, so it is as good as the months that are there.
func (c *composer) monthsMissing(f *finding) bool { return len(c.missing(f)) > 0 }

// missing lists those months of both windows.
func (c *composer) missing(f *finding) []record.Month {
	if f.metric.Unit == metrics.Percent || f.scope.Person != "" {
		return nil
	}
	return c.without(f)
}

// without lists the months of both windows that have no row of what a metric counts.
func (c *composer) without(f *finding) []record.Month {
	kind := f.metric.Needs[0]
	return slices.Concat(c.table.MonthsWithout(kind, f.before.Span), c.table.MonthsWithout(kind, f.after.Span))
}

// moreRecorded tells whether better recording may be a part of a change.
func (c *composer) moreRecorded(f *finding) bool {
	return f.metric.Amount && c.perDay(f, f.after) >= c.words.Limits.MoreRecorded*c.perDay(f, f.before)
}
