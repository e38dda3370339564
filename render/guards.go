package render

import (
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// The guards are what must not speak against good news.

// partners are what is read with a finding, in the windows of the finding.
func (c *composer) partners(f *finding) []finding {
	if f.read != nil {
		return f.read
	}
	ids := f.metric.Partners
	if f.scope.Person != "" {
		ids = slices.Concat(ids, f.metric.ForOne)
	}
	for _, id := range ids {
		p := c.beside(id, f)
		p.difference = metrics.Compare(p.before, p.after)
		p.clear = p.difference.Clear
		f.read = append(f.read, p)
	}
	return f.read
}

// beside works out another metric for the scope and the windows of a finding.
func (c *composer) beside(id string, f *finding) finding {
	m, _ := metrics.Find(id)
	return finding{metric: m, scope: f.scope, before: c.value(m, f.scope, f.before.Span), after: c.value(m, f.scope, f.after.Span)}
}

// partnerAgainst finds a partner that is clearly the wrong way, and keeps it. One that
// the tier withholds is taken to be: good news needs every check, and whatever the
// verdict were, it would say something of the one withheld.
func (c *composer) partnerAgainst(f *finding) bool {
	withheld := func(p *finding) bool {
		return p.metric.ID != f.metric.OutweighedBy && p.metric.ID != f.metric.Net && (c.rule.Hides(p.before) || c.rule.Hides(p.after))
	}
	if c.keeps(f, withheld) {
		return true
	}
	return c.keeps(f, func(p *finding) bool { return p.ranged() && !c.few(p) && way(p) == worse })
}

// partnerLeans finds a partner that is too small to judge and points the wrong way.
func (c *composer) partnerLeans(f *finding) bool {
	return c.keeps(f, func(p *finding) bool { return p.metric.Unit == metrics.Percent && c.few(p) && leans(p) })
}

// offersFell finds that support was offered less, so that fewer refusals say nothing.
func (c *composer) offersFell(f *finding) bool {
	return c.keeps(f, func(p *finding) bool {
		return p.metric.Unit == metrics.PerPersonWeek && !c.monthsMissing(p) && *p.after.Value <= c.words.Limits.OffersFell**p.before.Value
	})
}

// keeps finds the first partner with both figures of which something is true.
func (c *composer) keeps(f *finding, is func(*finding) bool) bool {
	for _, p := range c.partners(f) {
		if p.known() && is(&p) {
			f.against = &p
			return true
		}
	}
	return false
}

// partnerMissing tells whether a figure that is better only with its partners lacks
// one that it must be read with: comfort and offers, beside refusals.
func (c *composer) partnerMissing(f *finding) bool {
	if f.metric.Better != metrics.LowerWithPartners || way(f) != better {
		return false
	}
	for _, p := range c.partners(f) {
		if (!p.known() || c.monthsMissing(&p)) && !slices.Contains(f.metric.ForOne, p.metric.ID) {
			f.against = &p
			return true
		}
	}
	return false
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

// asManyAdded tells whether the count that cancels a good finding is as large: as
// many restrictions added as lifted. None added cancels nothing. A
// count that the tier withholds is taken to cancel: good news needs every check.
func (c *composer) asManyAdded(f *finding) bool {
	if f.metric.OutweighedBy == "" {
		return false
	}
	other := c.beside(f.metric.OutweighedBy, f)
	if c.rule.Hides(other.after) {
		f.against = &other
		return true // whatever it is, so that the verdict says nothing of it
	}
	if other.after.Value == nil || *other.after.Value == 0 || *other.after.Value < *f.after.Numerator {
		return false
	}
	f.against = &other
	return true
}

// net says how many more there are at the end of the period than at its start.
func (c *composer) net(f *finding) (more float64, known bool) {
	if f.metric.Net == "" {
		return 0, false
	}
	v := c.beside(f.metric.Net, f).after
	if v.Value == nil || c.rule.Hides(v) {
		return 0, false // a verdict that rests on it would say something of it
	}
	return *v.Value, true
}

// registerQuiet tells whether nothing began or ended for so long that the register
// may not be kept. It is asked of a register whose entries come and go.
func (c *composer) registerQuiet(f *finding) bool {
	if f.metric.Net == "" || f.scope.Person != "" {
		return false
	}
	last := c.table.RegisterQuiet(f.scope, f.after.Span.To)
	if f.after.Numerator != nil && f.after.Denominator != nil && *f.after.Numerator == *f.after.Denominator {
		return false // none is left that could begin or end
	}
	return last != 0 && float64(f.after.Span.To-last) >= c.words.Limits.RegisterDays
}

// notesThinner tells whether staff wrote so many fewer care notes for each care day
// that a fall of what is written down says nothing (metrics.RoleNotes).
func (c *composer) notesThinner(f *finding) bool {
	if !f.metric.Written {
		return false
	}
	before, after, base := c.notes(f)
	return base != "" && after <= c.words.Limits.LessRecorded*before
}

// notes are the care notes of both windows for 1,000 care days, or a day where there
// is no register of people to count care days from; base says which, "" for neither.
func (c *composer) notes(f *finding) (before, after float64, base string) {
	p := c.notesFinding(f)
	if c.monthsMissing(p) || c.notesHidden(f) {
		return 0, 0, ""
	}
	if p.known() {
		return *p.before.Value, *p.after.Value, baseOf(*p.before.Value, "for 1,000 care days")
	}
	if p.before.Status == metrics.NoData || p.after.Status == metrics.NoData || p.before.Numerator == nil || p.after.Numerator == nil {
		return 0, 0, ""
	}
	aDay := func(v metrics.Value, span record.Span) float64 { return *v.Numerator / float64(span.Days()) }
	before, after = aDay(p.before, f.before.Span), aDay(p.after, f.after.Span)
	return before, after, baseOf(before, "a day")
}

// notesFinding is how much staff wrote down, in the windows of a finding.
func (c *composer) notesFinding(f *finding) *finding {
	p := c.beside(notesMetric, &finding{scope: metrics.Scope{Service: f.scope.Service}, before: f.before, after: f.after})
	return &p
}

// notesHidden tells whether the tier withholds how much staff wrote down.
func (c *composer) notesHidden(f *finding) bool {
	p := c.notesFinding(f)
	return c.rule.Hides(p.before) || c.rule.Hides(p.after)
}

// baseOf is the base where there is something to compare with.
func baseOf(before float64, base string) string {
	if before > 0 {
		return base
	}
	return ""
}

// oneByOneUnclear tells whether good news is no longer clear when people are counted
// instead of what was counted of them. It is asked however many people there are:
// what one person answers hangs together in a large service as in a small one.
func (c *composer) oneByOneUnclear(f *finding) bool {
	if way(f) != better || !c.concentrate(f) || f.rests.Lower == nil {
		return false
	}
	none := 0.0
	if f.metric.Unit == metrics.Per1000CareDays {
		none = 1
	}
	return *f.rests.Lower <= none && *f.rests.Upper >= none
}

// withoutOneUnclear tells whether good news has no range that counts people, as one
// window counted nothing or too much of it names nobody, and is not clear without the
// person with the most.
func (c *composer) withoutOneUnclear(f *finding) bool {
	if way(f) != better || !c.concentrate(f) || f.rests.Lower != nil {
		return false
	}
	return metrics.Compare(f.rests.Before, f.rests.After).Clear != f.clear
}

// restsOnFew tells whether a figure rests on few people, or on two above all, and
// keeps on whom.
func (c *composer) restsOnFew(f *finding) bool {
	if !c.concentrate(f) {
		return false
	}
	return float64(fewest(f)) < c.words.Limits.FewPeople || f.rests.FirstTwo >= c.words.Limits.TopTwo**f.after.Numerator
}

// concentrate works out on whom a figure rests, once.
func (c *composer) concentrate(f *finding) bool {
	if f.rests == nil && f.known() {
		rests, found := c.table.Concentrate(f.metric, f.before, f.after)
		if found {
			f.rests = &rests
		}
	}
	return f.rests != nil
}
