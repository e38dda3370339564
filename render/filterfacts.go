package render

import (
	"slices"

	"evidencepack/metrics"
)

// filterServices names the services of a scope for the filter of the web page; none is
// all services together.
func (c *composer) filterServices(s metrics.Scope) []string {
	switch {
	case s.Service != "":
		return []string{c.service(s.Service)}
	case s.Person != "" && c.rule.People():
		return c.personServices(s.Person)
	}
	return nil
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
