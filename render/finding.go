package render

import (
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
	clear         metrics.Direction  // Lower or Higher where a range, or without one the chart, is clear
	verdict       verdict
	say           string                 // key of the sentence of the verdict
	against       *finding               // the partner that goes the other way, or is missing
	rests         *metrics.Concentration // on how few people; nil where it was not asked or is not known
	read          []finding              // the partners, once they are worked out
}

// hasRange tells whether there is a difference in points with its likely range.
func (f *finding) hasRange() bool { return f.difference.Lower != nil }

// unclearByPeople tells whether a difference in points is clear counting rows, and is
// called no clear change because it is not clear counting people.
func (f *finding) unclearByPeople() bool {
	return f.hasRange() && f.verdict == noChange && way(f) == better && f.rests != nil && f.rests.Lower != nil
}

// fell tells whether the difference, which must be known, is below nought.
func (f *finding) fell() bool { return *f.difference.Change < 0 }

// find works out a metric for both windows and judges it. Findings are kept, for
// the evidence index.
func (c *composer) find(id string, scope metrics.Scope) finding {
	f := c.judged(id, scope)
	c.use(f)
	return f
}

// judged works out and judges a metric, once for each scope.
func (c *composer) judged(id string, scope metrics.Scope) finding {
	key := judgedKey{id, scope}
	f, there := c.findings[key]
	if !there {
		f = c.look(id, scope)
		c.judge(&f)
		c.findings[key] = f
	}
	return f
}

type judgedKey struct {
	metric string
	scope  metrics.Scope
}

// look works out both windows without judging them.
func (c *composer) look(id string, scope metrics.Scope) finding {
	m, _ := metrics.Find(id)
	return finding{metric: m, scope: scope, before: c.value(m, scope, c.in.Baseline), after: c.value(m, scope, c.in.Period)}
}

// value works out one figure. Metrics with many values (changes of approach) have
// a part of their own and never come here.
func (c *composer) value(m metrics.Metric, scope metrics.Scope, span record.Span) metrics.Value {
	return c.asDecided(c.worked(m, scope, span))
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
