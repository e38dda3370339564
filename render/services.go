package render

import (
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/disclose"
	"evidencepack/render/page"
)

// The names of several small services that stand as one.
const (
	othersName = "Other services"
	allName    = "All services" // where every service is small
)

// placeServices says which services stand in the pack, and what is counted for them.
// In the external tier they come in the order of their letters, and the small ones
// stand together at the end.
func (c *composer) placeServices() {
	c.table, c.services = c.in.Table, c.in.Table.Services()
	if c.rule.Tier != page.TierExternal {
		return
	}
	if len(c.in.Letters) > 0 {
		c.services = slices.Clone(c.in.Letters)
	}
	c.lettered = slices.Clone(c.services)
	if len(c.in.Small) == 0 {
		return
	}
	c.pool = disclose.PoolOf(c.in.Small)
	c.services = slices.DeleteFunc(c.services, func(s string) bool { return slices.Contains(c.in.Small, s) })
	c.services = append(c.services, c.pool)
	if c.in.Pooled != nil {
		c.table = c.in.Pooled
	}
	people := 0
	for _, s := range c.in.Small {
		people += c.in.Table.PeopleAt(s, c.in.Period, c.in.Baseline)
	}
	c.poolSmall = people < c.floor()
}

// floor is the fewest people that a figure of the external tier may rest on.
func (c *composer) floor() int { return max(c.rule.Floor, disclose.Floor) }

// inPool tells whether a service has no figures of its own: it is a small one, or all
// small ones together are still too small.
func (c *composer) inPool(service string) bool {
	if c.pool == "" || service == "" {
		return false
	}
	return service == c.pool && c.poolSmall || service != c.pool && slices.Contains(c.in.Small, service)
}

// service names a service as the tier may: its name, or its letter with its kind.
func (c *composer) service(name string) string {
	if c.rule.Names() || name == "" {
		return name
	}
	if c.pool != "" && (name == c.pool || slices.Contains(c.in.Small, name)) {
		if len(c.services) == 1 {
			return allName
		}
		return othersName
	}
	i := slices.Index(c.lettered, name)
	if i < 0 {
		return "a service"
	}
	letter := "Service\u00a0" + letters(i) // kept together on a line
	if kind := c.in.ServiceTypes[name]; kind != "" {
		return letter + ", " + strings.ReplaceAll(kind, "_", " ")
	}
	return letter
}

// shortService names a service in a list of names: without its kind.
func (c *composer) shortService(name string) string {
	if c.rule.Names() {
		return name
	}
	short, _, _ := strings.Cut(c.service(name), ",")
	return short
}

// servicesLine says which services a pack is about.
func (c *composer) servicesLine() string {
	if c.rule.Names() {
		return listWords(c.services)
	}
	shown := len(c.services)
	if c.pool == "" {
		return plural(shown, "service, shown by letter", "services, shown by letter")
	}
	small := plural(len(c.in.Small), "small service", "small services")
	if shown == 1 {
		return small + ", shown together"
	}
	return plural(shown-1, "service, shown by letter", "services, shown by letter") + "; " + small + ", shown together"
}

// countServices is how many there are, whether they stand by themselves or not.
func (c *composer) countServices() int { return len(c.in.Table.Services()) }

// serviceID is the part of the name of a chart that says for which service it is.
func (c *composer) serviceID(service string) string {
	if service != "" && service == c.pool {
		return "others"
	}
	order := c.lettered
	if order == nil {
		order = c.services
	}
	return letterOf(order, service)
}

// letterOf is the letter of a service in lower case, "" where it is none of them.
func letterOf(order []string, service string) string {
	if at := slices.Index(order, service); at >= 0 {
		return strings.ToLower(letters(at))
	}
	return ""
}

// worked is a figure by itself, whatever it gives away.
func (c *composer) worked(m metrics.Metric, scope metrics.Scope, span record.Span) metrics.Value {
	table := c.table
	if scope.Service != c.pool && slices.Contains(c.in.Small, scope.Service) {
		table = c.in.Table
	}
	values := table.Over(m, scope, span)
	if len(values) == 0 {
		return metrics.Value{Metric: m.ID, Unit: m.Unit, Status: metrics.NoData, Scope: scope, Span: span}
	}
	return tidy(values[0])
}
