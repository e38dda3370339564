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

// usualSorting is the framework whose key questions sort the measures of a pack that
// speaks to no framework; pack.yaml may name another.
const usualSorting = "cqc-single-assessment"

// sortingFramework is the first framework of a pack, or the usual one. Without
// either there is none.
func sortingFramework(all []Framework, ofPack, asked []string) Framework {
	if len(ofPack) == 0 {
		ofPack = []string{usualSorting}
	}
	if chosen := chooseFrameworks(all, ofPack, asked); len(chosen) > 0 {
		return chosen[0]
	}
	return Framework{}
}

// groups gives what the measures of the pack can be sorted by: the key questions of
// its framework, or its statements where it has no key questions.
func (c *composer) groups() (word string, titles []string) {
	f := c.sorting
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
	f := c.sorting
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
