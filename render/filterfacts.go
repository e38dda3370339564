package render

import (
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// filterService names the service of a scope for the filter of the web page; "" is
// all services together.
func (c *composer) filterService(s metrics.Scope) string {
	if s.Service == "" {
		return ""
	}
	return c.service(s.Service)
}

// servicesOfPeople gives the services in which each person was counted for a measure,
// in either window. A tier without rows about people has none.
func (c *composer) servicesOfPeople(m metrics.Metric) map[record.Person][]string {
	of := make(map[record.Person][]string)
	if !c.rule.People() {
		return of
	}
	for _, s := range c.services {
		name := c.service(s)
		for _, span := range []record.Span{c.in.Baseline, c.in.Period} {
			for _, p := range c.table.ByPerson(m, metrics.Scope{Service: s}, span) {
				if !slices.Contains(of[p.Person], name) {
					of[p.Person] = append(of[p.Person], name)
				}
			}
		}
	}
	return of
}

// groups gives what the measures of the pack can be sorted by: the key questions of
// its first framework, or its statements where it has no key questions.
func (c *composer) groups() (word string, titles []string) {
	if len(c.frameworks) == 0 {
		return "", nil
	}
	f := c.frameworks[0]
	if len(f.Groups) == 0 {
		for _, s := range f.Statements {
			titles = append(titles, s.Title)
		}
		return upperFirst(f.Word), titles
	}
	for _, g := range f.Groups {
		titles = append(titles, g.Title)
	}
	return "Key question", titles
}

// groupsOf lists those of a measure, in the order of the framework.
func (c *composer) groupsOf(metric string) []string {
	if len(c.frameworks) == 0 {
		return nil
	}
	f := c.frameworks[0]
	var titles []string
	for _, s := range f.Of(metric) {
		title := s.Title
		if len(f.Groups) > 0 {
			title = f.groupTitle(s.Group)
		}
		if !slices.Contains(titles, title) {
			titles = append(titles, title)
		}
	}
	return titles
}
