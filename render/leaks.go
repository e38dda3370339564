package render

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"evidencepack/metrics"
	"evidencepack/render/disclose"
)

// LeakError says that a pack must not be let out, because a number that it withholds
// could be worked out from the numbers that it shows and those of earlier releases.
type LeakError struct {
	Pack    string   // name of its file, without an ending
	Metrics []string // of which figures follow, in order
}

func (e *LeakError) Error() string {
	return fmt.Sprintf("%s: a number that is not shown could be worked out, in %s", e.Pack, strings.Join(e.Metrics, ", "))
}

// leaks looks once more, by a reckoning of its own, for figures that are withheld
// and follow from what stands in the pack. None is nil.
func (c *composer) leaks(shown []Shown) error {
	asked := maps.Clone(c.plan.decided)
	if asked == nil {
		asked = make(map[disclose.Figure]metrics.Value)
	}
	maps.Copy(asked, c.plan.asked)
	seen := make(map[disclose.Figure]bool)
	var read []disclose.Released
	for _, s := range shown {
		seen[s.Figure] = true
		people := float64(s.Value.People)
		read = append(read, disclose.Released{Figure: s.Figure, Numerator: s.Value.Numerator, Denominator: s.Value.Denominator, People: &people})
	}
	hidden := slices.DeleteFunc(c.cells(asked), func(cell disclose.Cell) bool { return seen[cell.Figure] })
	var names []string
	for _, leak := range disclose.Audit(c.rule, disclose.Knowledge{Services: c.in.Table.Services(), Earlier: c.in.Earlier}, read, hidden) {
		names = append(names, leak.Figure.Metric)
	}
	if len(names) == 0 {
		return nil
	}
	slices.Sort(names)
	return &LeakError{c.pack.File, slices.Compact(names)}
}
