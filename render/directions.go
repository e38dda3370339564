package render

import (
	"evidencepack/metrics"
)

// mixed says that services differ in direction under one total: the key of its
// sentence, "" where they do not.
func (c *composer) mixed(f *finding, fields map[string]string) string {
	up, down := c.directions(*f)
	fields["up"], fields["down"] = listWords(up), listWords(down)
	against := f.hasRange() && ((f.fell() && len(up) > 0) || (!f.fell() && len(down) > 0))
	switch {
	case len(up) > 0 && len(down) > 0:
		return "mixed_two"
	case against && len(up) > 0:
		return "mixed_higher"
	case against:
		return "mixed_lower"
	}
	return ""
}

// sectionTitle is the finding of a section; a service that went the other way is
// in it, so that the total hides nothing.
func (c *composer) sectionTitle(f finding) string {
	title := c.title(f)
	up, down := c.directions(f)
	switch clearly := f.verdict == better || f.verdict == worse; {
	case clearly && f.fell() && len(up) > 0:
		return title + ", but higher at " + listWords(up)
	case clearly && !f.fell() && len(down) > 0:
		return title + ", but lower at " + listWords(down)
	case f.verdict == noChange && len(up) > 0 && len(down) > 0:
		return title + "; lower at " + listWords(down) + ", higher at " + listWords(up)
	case f.verdict == noChange && len(up) > 0:
		return title + "; higher at " + listWords(up)
	case f.verdict == noChange && len(down) > 0:
		return title + "; lower at " + listWords(down)
	}
	return title
}

// directions names the services with a clear change, up and down. Where the tier
// withholds one of them none is named: that would say something of the one withheld.
func (c *composer) directions(f finding) (up, down []string) {
	if f.scope != (metrics.Scope{}) || len(c.services) < 2 {
		return nil, nil
	}
	for _, s := range c.services {
		if part := c.judged(f.metric.ID, metrics.Scope{Service: s}); c.rule.Hides(part.before) || c.rule.Hides(part.after) {
			return nil, nil
		}
	}
	for _, s := range c.services {
		part := c.judged(f.metric.ID, metrics.Scope{Service: s})
		clearly := part.verdict == better || part.verdict == worse || part.verdict == notBacked || part.verdict == plain
		switch {
		case clearly && part.clear == metrics.Higher:
			up = append(up, c.shortService(s))
		case clearly && part.clear == metrics.Lower:
			down = append(down, c.shortService(s))
		}
	}
	return up, down
}
