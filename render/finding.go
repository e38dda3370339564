package render

import (
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// verdict is how sure we are: the six of voice.md 1.7, and why there is none.
type verdict uint8

const (
	plain     verdict = iota // a figure that is read with its partners only
	better                   // clear of no change, the right way, and no partner against it
	worse                    // clear of no change, the wrong way
	noChange                 // the range includes no change
	tooFew                   // below the floor
	notBacked                // clear, but a partner measure goes the other way
	lessNoted                // the amount recorded fell by a quarter or more
	unknown                  // no rows on one side
	notWorked                // nothing to divide by on one side
	notShown                 // withheld by the tier
	notLike                  // windows of different lengths, of a figure that grows with the length
)

// verdicts are the state and the word that are printed together; a plain figure
// has neither.
var verdicts = map[verdict]page.Verdict{
	better:    {State: chart.StateImprovement, Word: "Improvement"},
	worse:     {State: chart.StateConcern, Word: "Concern"},
	noChange:  {State: chart.StateNoChange, Word: "No clear change"},
	tooFew:    {State: chart.StateTooFew, Word: "Too few to say"},
	notBacked: {State: chart.StateNoChange, Word: "Not backed up"},
	lessNoted: {State: chart.StateTooFew, Word: "Less was recorded"},
	unknown:   {State: chart.StateTooFew, Word: "No data"},
	notWorked: {State: chart.StateTooFew, Word: "Not worked out"},
	notShown:  {State: chart.StateTooFew, Word: "Not shown"},
	notLike:   {Word: "Not compared"},
}

func (v verdict) page() page.Verdict { return verdicts[v] }

// finding is one metric in one scope: before, after, and what may be said of it.
type finding struct {
	metric        metrics.Metric
	scope         metrics.Scope
	before, after metrics.Value
	difference    metrics.Difference // of after to before; its zero value where there is none
	verdict       verdict
	against       *finding // the partner that goes the wrong way, where the verdict is notBacked

	hiddenBefore, hiddenAfter bool // withheld so that another figure cannot be worked out
}

// hasRange tells whether there is a difference in points with its likely range.
func (f *finding) hasRange() bool { return f.difference.Lower != nil }

// fell tells whether the difference, which must be known, is below nought.
func (f *finding) fell() bool { return *f.difference.Change < 0 }

const (
	fewestCounted = 10   // below this on either side: too few to say (voice.md 4.1, line 3)
	fewestPeople  = 5    // the same for people
	fewestPerson  = 8    // the same for one person's own figures
	lessShare     = 0.75 // recorded amount per day, of before, at or below which nothing is compared
	moreShare     = 1.33 // above which better recording may be a part of it
	offersFell    = 0.90 // offers a week, of before, at or below which fewer refusals say nothing
)

// find works out a metric for both windows and judges it. Findings are kept, for
// the evidence index.
func (c *composer) find(id string, scope metrics.Scope) finding {
	f := c.look(id, scope)
	c.judge(&f)
	c.use(f)
	return f
}

// look works out both windows without judging them.
func (c *composer) look(id string, scope metrics.Scope) finding {
	m, _ := metrics.Find(id)
	return finding{metric: m, scope: scope, before: c.value(m, scope, c.in.Baseline), after: c.value(m, scope, c.in.Period)}
}

// value works out one figure. Metrics with many values (changes of approach) have
// a part of their own and never come here.
func (c *composer) value(m metrics.Metric, scope metrics.Scope, span record.Span) metrics.Value {
	values := c.in.Table.Over(m, scope, span)
	if len(values) == 0 {
		return metrics.Value{Unit: m.Unit, Status: metrics.NoData, Scope: scope, Span: span}
	}
	return tidy(values[0])
}

// tidy rounds a figure to 12 significant digits, so that a saved page does not
// depend on how a processor rounds the last one.
func tidy(v metrics.Value) metrics.Value {
	for _, p := range []**float64{&v.Value, &v.Lower, &v.Upper} {
		if *p != nil {
			r := significant(**p)
			*p = &r
		}
	}
	return v
}

// judge chooses the verdict: the first line of voice.md 4.1 that fits.
func (c *composer) judge(f *finding) {
	before, after := f.before, f.after
	switch {
	case c.rule.Hides(before) || c.rule.Hides(after):
		f.verdict = notShown
	case before.Status == metrics.NoData || after.Status == metrics.NoData:
		f.verdict = unknown
	case before.Status != metrics.OK || after.Status != metrics.OK:
		f.verdict = notWorked
	case f.metric.Grows && !sameLength(before.Span, after.Span):
		f.verdict = notLike
	case f.metric.Unit != metrics.Percent:
		f.verdict = c.judgeRate(f)
	default:
		f.difference = metrics.Compare(before, after)
		f.verdict = c.judgeShare(f)
	}
}

// sameLength tells whether two windows are about as long, so that six months of 182
// days may be set beside six of 183.
func sameLength(a, b record.Span) bool {
	short, long := min(a.Days(), b.Days()), max(a.Days(), b.Days())
	return float64(short) >= 0.95*float64(long)
}

// judgeShare judges a share whose counts are known on both sides. Voice.md 4.1 asks
// the test of restrictions added also of "no clear change"; its own example (4.4)
// keeps that verdict and prints the added ones beside it, and so do we.
func (c *composer) judgeShare(f *finding) verdict {
	less := thinner(f)
	if few(f) && !(less && *f.before.Denominator >= 20) {
		return tooFew
	}
	if less {
		return lessNoted
	}
	switch way(f) {
	case better:
		if c.contradicted(f) {
			return notBacked
		}
		return better
	case worse:
		return worse
	}
	if f.metric.Better == metrics.Neither && clear(f.difference) {
		return plain
	}
	return noChange
}

// judgeRate judges a rate of events: it has no better direction by itself, so it
// is no clear change or a plain figure. Counts and medians are plain.
func (c *composer) judgeRate(f *finding) verdict {
	if f.metric.Unit != metrics.Per1000CareDays {
		return plain
	}
	f.difference = metrics.Compare(f.before, f.after)
	if clear(f.difference) {
		return plain
	}
	return noChange
}

// clear tells whether the range of the difference leaves out no change.
func clear(d metrics.Difference) bool {
	return d.Clear == metrics.Lower || d.Clear == metrics.Higher
}

// way tells which way a clear difference goes.
func way(f *finding) verdict {
	if !clear(f.difference) {
		return noChange
	}
	wanted := f.metric.Better
	if wanted == metrics.LowerWithPartners {
		wanted = metrics.Lower
	}
	switch wanted {
	case metrics.Neither:
		return plain
	case f.difference.Clear:
		return better
	}
	return worse
}

// few tells whether a share rests on too little on either side.
func few(f *finding) bool {
	floor, people := float64(fewestCounted), fewestPeople
	if f.scope.Person != "" {
		floor, people = fewestPerson, 1
	}
	return *f.before.Denominator < floor || *f.after.Denominator < floor || f.before.People < people || f.after.People < people
}

// thinner tells whether so much less was recorded that two shares cannot be
// compared. It is asked only where the denominator is an amount that staff record.
func thinner(f *finding) bool {
	if !f.metric.Amount {
		return false
	}
	before := *f.before.Denominator / float64(f.before.Span.Days())
	after := *f.after.Denominator / float64(f.after.Span.Days())
	return after <= lessShare*before
}

// moreRecorded tells whether better recording may be a part of a change.
func moreRecorded(f *finding) bool {
	if !f.metric.Amount || f.before.Denominator == nil || f.after.Denominator == nil {
		return false
	}
	return *f.after.Denominator >= moreShare**f.before.Denominator
}

// contradicted tells whether a partner speaks against a good finding, and keeps it.
func (c *composer) contradicted(f *finding) bool {
	partners := f.metric.Partners
	if f.scope.Person != "" {
		partners = slices.Concat(partners, f.metric.ForOne)
	}
	for _, id := range partners {
		p := c.look(id, f.scope)
		if p.before.Status != metrics.OK || p.after.Status != metrics.OK {
			continue
		}
		against := false
		switch p.metric.Unit {
		case metrics.Percent:
			p.difference = metrics.Compare(p.before, p.after)
			against = way(&p) == worse || (few(&p) && leans(&p))
		case metrics.PerPersonWeek:
			against = *p.after.Value <= offersFell**p.before.Value
		}
		if against {
			f.against = &p
			return true
		}
	}
	return f.metric.OutweighedBy != "" && c.outweighed(f)
}

// leans tells whether a share that is too small to judge points the wrong way.
func leans(f *finding) bool {
	switch change := *f.difference.Change; f.metric.Better {
	case metrics.Higher:
		return change < 0
	case metrics.Lower, metrics.LowerWithPartners:
		return change > 0
	}
	return false
}

// outweighed tells whether the count that cancels a good finding is as large: as
// many restrictions added as lifted.
func (c *composer) outweighed(f *finding) bool {
	other := c.look(f.metric.OutweighedBy, f.scope)
	if other.after.Status != metrics.OK || *other.after.Value < *f.after.Numerator {
		return false
	}
	f.against = &other
	return true
}
