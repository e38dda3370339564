package render

import (
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/disclose"
	"evidencepack/render/page"
)

// A pack of the external tier is composed more than once. The first time everything
// that it would show is noted; then it is decided at one place, over all figures at
// once and with what was released before, which of them are withheld; then it is
// composed again with that. A figure that only the second time asks for, such as a
// quarter in place of a month, joins, and it is decided again.

// mostPasses is how often a pack is composed at most. What has not been decided then
// is withheld.
const mostPasses = 6

// passes makes something again and again until nothing is asked for any more that was
// not decided on before, and gives the composer of the last pass.
func (c *composer) passes(make func(*composer)) *composer {
	for pass := 1; ; pass++ {
		now := c.again()
		make(now)
		if now.plan.settled() || now.plan.last {
			return now
		}
		now.decide()
		now.plan.last = pass == mostPasses
	}
}

// plan is what may be shown of the figures of one pack. It lives through all passes.
type plan struct {
	asked   map[disclose.Figure]metrics.Value   // what this pass shows, or would show
	reasons map[disclose.Figure]disclose.Reason // what is withheld, as the passes before decided
	decided map[disclose.Figure]metrics.Value   // what was decided on; nil in the first pass
	points  map[disclose.Figure]bool            // asked in this pass as a point of a chart alone
	were    map[disclose.Figure]bool            // the same of the pass before
	most    map[disclose.Figure]float64         // the largest count of one person, as far as it was worked out
	shut    map[shutKey]bool                    // charts that a withheld point keeps from being drawn
	shutNow bool                                // a chart was shut in this pass
	last    bool                                // nothing is decided any more: what is not in decided is withheld
}

// shutKey is one chart at one length of its points.
type shutKey struct {
	metric, service string
	grain           chart.Grain
}

func newPlan() *plan {
	return &plan{
		asked: make(map[disclose.Figure]metrics.Value), points: make(map[disclose.Figure]bool),
		most: make(map[disclose.Figure]float64), shut: make(map[shutKey]bool),
	}
}

func figureOf(v metrics.Value) disclose.Figure {
	return disclose.Figure{Metric: v.Metric, Service: v.Scope.Service, Breakdown: v.Breakdown, Span: v.Span}
}

// hides tells whether a figure that is about to be shown must not be, and notes that
// it was asked for. Whatever is printed of a figure, or of what is worked out from it,
// must ask here first.
func (c *composer) hides(v metrics.Value) bool {
	c.ask(v)
	return c.rule.Hides(v)
}

// hidesEither asks for both windows of a finding.
func (c *composer) hidesEither(f *finding) bool {
	before, after := c.hides(f.before), c.hides(f.after)
	return before || after
}

// hidesPoint is hides for a point of a chart.
func (c *composer) hidesPoint(v metrics.Value) bool {
	c.askPoint(v)
	return c.rule.Hides(v)
}

// ask notes that a figure is shown, or would be.
func (c *composer) ask(v metrics.Value) {
	if c.planned(v) {
		figure := figureOf(v)
		v.Withheld = c.inPool(v.Scope.Service)
		c.plan.asked[figure] = v
		delete(c.plan.points, figure)
	}
}

// askPoint notes it of a point of a chart: where the chart is not drawn in the end, it
// is not shown.
func (c *composer) askPoint(v metrics.Value) {
	if c.planned(v) {
		if _, asked := c.plan.asked[figureOf(v)]; !asked {
			c.ask(v)
			c.plan.points[figureOf(v)] = true
		}
	}
}

// planned tells whether the tier decides on a figure: in a tier that shows everything,
// of one person and where there is no number, there is nothing to decide.
func (c *composer) planned(v metrics.Value) bool {
	numbers := v.Value != nil || v.Numerator != nil || v.Denominator != nil
	return c.rule.Tier == page.TierExternal && v.Metric != "" && v.Scope.Person == "" && numbers
}

// asDecided withholds a figure where that was decided of it, so that Hides says so from
// here on, and where it is a small service's, which has a place only among the others.
func (c *composer) asDecided(v metrics.Value) metrics.Value {
	if !c.planned(v) {
		return v
	}
	_, decided := c.plan.decided[figureOf(v)]
	v.Withheld = v.Withheld || c.plan.reasons[figureOf(v)] != disclose.Shown || c.plan.last && !decided || c.inPool(v.Scope.Service)
	return v
}

// keptForAnother tells whether a figure is withheld for the sake of another one only.
func (c *composer) keptForAnother(v metrics.Value) bool {
	return c.plan.reasons[figureOf(v)] == disclose.Secondary
}

// shuts remembers that a chart is not drawn at a grain, in this pass and all after it.
func (c *composer) shuts(m metrics.Metric, s metrics.Scope, grain chart.Grain) {
	key := shutKey{m.ID, s.Service, grain}
	if c.rule.Tier == page.TierExternal && !c.plan.shut[key] {
		c.plan.shut[key], c.plan.shutNow = true, true
	}
}

func (c *composer) isShut(m metrics.Metric, s metrics.Scope, grain chart.Grain) bool {
	return c.plan.shut[shutKey{m.ID, s.Service, grain}]
}

// settled tells whether a pass showed nothing but what was decided on before it, and
// shut no chart.
func (p *plan) settled() bool {
	if p.decided == nil || p.shutNow {
		return false
	}
	for figure := range p.asked {
		if _, there := p.decided[figure]; !there {
			return false
		}
	}
	return true
}
