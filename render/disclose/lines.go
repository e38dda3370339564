package disclose

import (
	"math"
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// lines are the numbers of a family for all services and each block of them, in each
// span and each stretch between borders, with the sums that bind them.
type lines struct {
	bounds
	family *family
	spans  []record.Span // those of the figures, and the stretches
	each   []record.Span // the stretches alone
	byForm map[string]*line
	order  []string
}

// line is one form in all blocks and spans that the model looks at.
type line struct {
	form     form
	overDays bool
	rest     bool // what is left of a share: a denominator less a numerator
	nodes    map[level]int
}

// level is a block of services and a span.
type level struct {
	block int
	span  record.Span
}

const everyBlock = -1 // all services

func newLines(f *family) *lines {
	l := &lines{family: f, byForm: map[string]*line{}}
	for i := range len(f.cuts) - 1 {
		l.each = append(l.each, record.Span{From: f.cuts[i], To: f.cuts[i+1] - 1})
	}
	l.spans = slices.Clone(l.each)
	for _, figure := range f.figures() {
		if !slices.Contains(l.spans, figure.Span) {
			l.spans = append(l.spans, figure.Span)
		}
	}
	for _, c := range f.items {
		l.cell(c)
	}
	for _, e := range f.earlier {
		for _, n := range numbersOf(e.Figure, e.Numerator, e.Denominator, e.People) {
			l.line(n.form, n.form.overDays(), 0)
		}
	}
	l.bindThings()
	return l
}

// cell makes the lines of a figure: its numbers, and what is left of a share.
func (l *lines) cell(c *item) {
	numbers := c.numbers
	var known [4]*line
	for _, n := range numbers {
		low := 0.0
		if c.Value.Unit == metrics.Count && len(n.form.terms) > 2 {
			low = math.Inf(-1) // more or fewer
		}
		over := n.form.overDays()
		if n.count == rest {
			over = numbers[numerator].form.overDays() && numbers[denominator].form.overDays()
		}
		_, made := l.byForm[n.form.key]
		known[n.count] = l.line(n.form, over, low)
		if n.count == rest && !made {
			known[rest].rest = true
			l.together(known[denominator], []*line{known[numerator], known[rest]}, false)
		}
	}
}

// line makes the nodes of a form and binds them: all services are the blocks together,
// and a span is its stretches.
func (l *lines) line(f form, overDays bool, low float64) *line {
	if one, there := l.byForm[f.key]; there {
		return one
	}
	one := &line{form: f, overDays: overDays, nodes: map[level]int{}}
	l.byForm[f.key], l.order = one, append(l.order, f.key)
	for _, span := range l.spans {
		whole := l.node(low)
		one.nodes[level{everyBlock, span}] = whole
		var parts []int
		for block := range l.family.blocks {
			part := l.node(low)
			one.nodes[level{block, span}] = part
			parts = append(parts, part)
		}
		if low, leaks := l.leaks(one, "", span); leaks {
			parts = append(parts, l.node(low))
		}
		l.equal(whole, parts...)
	}
	if overDays {
		for _, span := range l.spans[len(l.each):] {
			for block := everyBlock; block < len(l.family.blocks); block++ {
				var parts []int
				for _, stretch := range l.each {
					if span.From <= stretch.From && stretch.To <= span.To {
						parts = append(parts, one.nodes[level{block, stretch}])
					}
				}
				l.equal(one.nodes[level{block, span}], parts...)
			}
		}
	}
	return one
}

// leaks tells whether the parts of a line may not be all of it in a span, services
// where the name of a breakdown is empty, and by how little it may be more.
func (l *lines) leaks(one *line, name string, span record.Span) (low float64, open bool) {
	for _, t := range one.form.terms {
		by, leaks := l.family.leaksIn(t.Of+name, span)
		if one.overDays {
			for _, stretch := range l.each {
				if _, there := l.family.leaksOver(t.Of+name, stretch); there && span.From <= stretch.From && stretch.To <= span.To {
					leaks = true
				}
			}
		}
		if leaks && by < 0 {
			low = math.Inf(-1)
		}
		open = open || leaks
	}
	return low, open
}

// bindThings binds the lines of things that hang together: wholes and parts, some
// among others, and the words of breakdowns.
func (l *lines) bindThings() {
	for _, same := range l.family.wholes {
		l.whole(overDaysForm(same.Whole), formsOf(same.Parts), false)
	}
	for _, pair := range metrics.Within {
		less, more := overDaysForm(pair[0]), overDaysForm(pair[1])
		if l.byForm[less.key] != nil && l.byForm[more.key] != nil {
			l.whole(more, []form{less}, true)
		}
	}
	for _, key := range slices.Clone(l.order) {
		l.words(key)
	}
}

func overDaysForm(of string) form {
	return formOf(metrics.Sum{{Of: of, Times: 1, When: metrics.ByEnd}, {Of: of, Times: -1, When: metrics.ByStart}})
}

func formsOf(names []string) []form {
	var out []form
	for _, name := range names {
		out = append(out, overDaysForm(name))
	}
	return out
}

// whole says that one line is others together, or more than they are.
func (l *lines) whole(whole form, parts []form, more bool) {
	of := l.line(whole, true, 0)
	var lines []*line
	for _, part := range parts {
		lines = append(lines, l.line(part, true, 0))
	}
	l.together(of, lines, more)
}

func (l *lines) together(whole *line, parts []*line, more bool) {
	l.bind(whole, parts, more, func(record.Span) bool { return true })
}

// bind does so in some of the spans.
func (l *lines) bind(whole *line, parts []*line, more bool, in func(record.Span) bool) {
	for _, span := range l.spans {
		if !in(span) {
			continue
		}
		for block := everyBlock; block < len(l.family.blocks); block++ {
			at := level{block, span}
			var nodes []int
			for _, part := range parts {
				nodes = append(nodes, part.nodes[at])
			}
			if more {
				nodes = append(nodes, l.node(0))
			}
			l.equal(whole.nodes[at], nodes...)
		}
	}
}

// words binds what is counted under words to the whole, one breakdown after another.
func (l *lines) words(key string) {
	whole := l.byForm[key]
	if whole.rest {
		return
	}
	for _, name := range l.family.splitsOf(whole.form) {
		var parts []*line
		for _, other := range l.order {
			if under := l.byForm[other]; !under.rest && splitName(under.form.terms[0].Part) == name && wholeOf(under.form).key == key {
				parts = append(parts, under)
			}
		}
		if len(parts) == 0 {
			continue
		}
		l.bind(whole, parts, false, func(span record.Span) bool {
			_, leaks := l.leaks(whole, " "+name, span)
			return !leaks
		})
		for _, part := range parts {
			l.together(whole, []*line{part}, true)
		}
	}
}

// wholeOf is what a form under a word is some of.
func wholeOf(f form) form {
	terms := slices.Clone(f.terms)
	for i := range terms {
		terms[i].Part = ""
	}
	return formOf(terms)
}

// at gives the node of a form for the services and the span of a figure.
func (l *lines) at(f form, service string, span record.Span) int {
	one := l.byForm[f.key]
	blocks := l.family.blocksOf(service)
	if service == "" {
		return one.nodes[level{everyBlock, span}]
	}
	if len(blocks) == 1 {
		return one.nodes[level{blocks[0], span}]
	}
	several := l.node(math.Inf(-1))
	var parts []int
	for _, block := range blocks {
		parts = append(parts, one.nodes[level{block, span}])
	}
	l.equal(several, parts...)
	return several
}
