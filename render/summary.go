package render

import (
	"fmt"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
)

// headlineTitle says in one line which of the headlines changed clearly.
func (c *composer) headlineTitle(ids []string) string {
	var up, down, rest, hidden []string
	for _, id := range ids {
		f := c.find(id, metrics.Scope{})
		name := lowerFirst(f.metric.Title)
		switch f.verdict {
		case better:
			up = append(up, name)
		case worse:
			down = append(down, name)
		case notShown, unknown, notWorked, tooFew, lessNoted, notLike:
			hidden = append(hidden, name)
		default:
			rest = append(rest, name)
		}
	}
	var parts []string
	if len(up) > 0 {
		parts = append(parts, "better: "+listWords(up))
	}
	if len(down) > 0 {
		parts = append(parts, "worse: "+listWords(down))
	}
	if len(parts) == 0 {
		return "No headline changed clearly"
	}
	if len(rest) > 0 {
		parts = append(parts, "no clear change: "+listWords(rest))
	}
	if len(hidden) > 0 {
		parts = append(parts, "not compared: "+listWords(hidden))
	}
	return upperFirst(strings.Join(parts, "; "))
}

func (c *composer) summaryLead() string {
	return fmt.Sprintf("%s, %s. %s, compared with %s. Every figure gives its counts; “no clear change” is said where a likely range includes no difference.",
		upperFirst(plural(c.countServices(), "service", "services")), c.supported(c.in.Period), upperFirst(spanWords(c.in.Period)), spanWords(c.in.Baseline))
}

// supported counts the people with a care day in a window. Whatever is counted for care
// days, the people are the same, so outside the house it is taken from a figure that the
// pack shows, where there is one: what stands in its row need not be withheld here.
func (c *composer) supported(s record.Span) string {
	var v metrics.Value
	for _, m := range metrics.All {
		if m.Unit != metrics.Per1000CareDays {
			continue
		}
		one := c.value(m, metrics.Scope{}, s)
		_, decided := c.plan.decided[figureOf(one)]
		if decided && !c.rule.Hides(one) {
			v = one
			break
		}
		if v.Metric == "" {
			v = one
		}
	}
	switch {
	case c.hides(v) && float64(v.People) >= float64(c.floor()):
		return "people supported not shown"
	case v.Denominator == nil || v.People == 0:
		return "people supported not known"
	case c.rule.Tier == page.TierExternal && v.People < c.floor():
		return fmt.Sprintf("fewer than %d people supported", c.floor())
	}
	return plural(v.People, "person supported", "people supported")
}
