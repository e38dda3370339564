package disclose

import (
	"cmp"
	"math"
	"slices"

	"evidencepack/metrics"
)

// chooser shows the figures of a family one after another, those that matter most
// first, and withholds each that would give a hidden number away together with those
// shown before it. So what is withheld is as small and as far from the totals as can
// be, and nothing is withheld for nothing: each would reveal something.
type chooser struct {
	rule     Rule
	family   *family
	withheld map[Figure]Reason
	atoms    *atoms
	lines    *lines
	solver   *solver
}

func newChooser(rule Rule, f *family, withheld map[Figure]Reason) *chooser {
	return &chooser{rule: rule, family: f, withheld: withheld}
}

func (c *chooser) choose() {
	if !slices.ContainsFunc(c.family.items, func(one *item) bool { return c.withheld[one.Figure] == Small }) {
		return
	}
	c.prepare()
	var open []*item
	for _, cell := range c.family.items {
		if c.withheld[cell.Figure] != Small {
			open = append(open, cell)
		}
	}
	for _, cell := range inOrder(open) {
		if c.reveals(cell) {
			c.withheld[cell.Figure] = Secondary
			c.guard(cell, false)
		}
	}
}

// prepare sets up what a reader knows before anything is shown: the sums that always
// hold, and earlier releases. What follows from those alone cannot be hidden any more.
func (c *chooser) prepare() {
	c.family.findOpen()
	c.atoms, c.lines = newAtoms(c.family), newLines(c.family)
	for _, cell := range c.family.items {
		for _, n := range cell.numbers {
			cell.sums = append(cell.sums, c.atoms.sum(n.form, cell.Figure.Service, cell.Figure.Span))
		}
	}
	var before [][]entry
	for _, e := range c.family.earlier {
		for _, n := range numbersOf(e.Figure, e.Numerator, e.Denominator, e.People) {
			before = append(before, c.atoms.sum(n.form, e.Figure.Service, e.Figure.Span))
		}
	}
	before = append(c.atoms.bonds(), before...)
	c.solver = newSolver(len(c.atoms.list))
	c.solver.learn(before)
	for _, e := range c.family.earlier {
		nodes, values := c.nodes(numbersOf(e.Figure, e.Numerator, e.Denominator, e.People), e.Figure)
		c.lines.set(nodes, values, values)
	}
	c.atLeastOne()
	for _, cell := range c.family.items {
		if c.withheld[cell.Figure] == Small {
			c.guard(cell, true)
		}
	}
}

// atLeastOne lets the reader know that a hidden count is not nought, which would be
// shown.
func (c *chooser) atLeastOne() {
	for _, cell := range c.family.items {
		if c.withheld[cell.Figure] != Small || cell.Value.Unit == metrics.Percent || !counted(cell.Value) || *cell.Value.Numerator < 1 {
			continue
		}
		for _, n := range cell.numbers {
			if n.count == numerator {
				c.lines.set([]int{c.lines.at(n.form, cell.Figure.Service, cell.Figure.Span)}, []float64{1}, []float64{math.Inf(1)})
			}
		}
	}
}

func (c *chooser) nodes(numbers []figureNumber, f Figure) (nodes []int, values []float64) {
	for _, n := range numbers {
		nodes, values = append(nodes, c.lines.at(n.form, f.Service, f.Span)), append(values, n.value)
	}
	return nodes, values
}

// reveals shows a figure, unless a hidden number would follow from it.
func (c *chooser) reveals(cell *item) bool {
	var numbers []figureNumber
	var sums [][]entry
	for i, n := range cell.numbers {
		if n.count != rest { // follows from the other two
			numbers, sums = append(numbers, n), append(sums, cell.sums[i])
		}
	}
	revealed, undo := c.solver.learn(sums)
	if revealed {
		undo()
		return true
	}
	nodes, values := c.nodes(numbers, cell.Figure)
	squeezed, back := c.lines.set(nodes, values, values)
	if squeezed {
		back()
		undo()
	}
	return squeezed
}

// guard keeps the numbers of a withheld figure from being worked out: of one that is
// small all that are sensitive, of another its numerator.
func (c *chooser) guard(cell *item, small bool) {
	for i, n := range cell.numbers {
		if !small && n.count != numerator || small && !c.rule.sensitive(cell.Cell, n) {
			continue
		}
		c.solver.hide(cell.sums[i])
		node := c.lines.at(n.form, cell.Figure.Service, cell.Figure.Span)
		if c.lines.high[node]-c.lines.low[node] >= apart {
			c.lines.guarded[node] = true
		}
	}
}

// sensitive tells whether a number of a figure that is hidden for itself must not be
// known. None at all may be shown, and is guarded nowhere.
func (r Rule) sensitive(c Cell, n figureNumber) bool {
	if n.value == 0 {
		return false
	}
	few := float64(c.Value.People) < r.floor()
	switch n.count {
	case numerator:
		return true
	case people:
		return few
	}
	return few || r.small(&n.value)
}

// inOrder puts figures in the order in which they are shown: none at all, which may
// always be shown; then all services in whole windows, before single services, months
// and parts; among those the larger counts first.
func inOrder(cells []*item) []*item {
	longest := 0
	for _, cell := range cells {
		longest = max(longest, cell.Figure.Span.Days())
	}
	steps := func(c *item) int {
		n := 0
		for _, further := range []bool{c.Figure.Service != "", c.Figure.Breakdown != "", 2*c.Figure.Span.Days() < longest} {
			if further {
				n++
			}
		}
		if weight(c) == 0 {
			n = -1
		}
		return n
	}
	out := slices.Clone(cells)
	slices.SortStableFunc(out, func(a, b *item) int {
		return cmp.Or(cmp.Compare(steps(a), steps(b)), cmp.Compare(weight(b), weight(a)), cmp.Compare(sizeOf(b.Value), sizeOf(a.Value)), a.Figure.compare(b.Figure))
	})
	return out
}

// weight is how much a figure counts.
func weight(c *item) float64 {
	switch v := c.Value; {
	case v.Numerator != nil:
		return math.Abs(*v.Numerator)
	case v.Denominator != nil:
		return *v.Denominator
	}
	return 0
}

// compare orders figures by metric, service, breakdown and dates.
func (f Figure) compare(other Figure) int {
	return cmp.Or(cmp.Compare(f.Metric, other.Metric), cmp.Compare(f.Service, other.Service), cmp.Compare(f.Breakdown, other.Breakdown),
		cmp.Compare(f.Span.From, other.Span.From), cmp.Compare(f.Span.To, other.Span.To))
}
