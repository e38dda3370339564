package disclose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// item is one cell with its numbers, and these in unknowns.
type item struct {
	Cell
	numbers []figureNumber
	sums    [][]entry
}

// family is a set of things counted that hang together, with what is said of them.
type family struct {
	services []string // all services by name
	blocks   [][]string
	cuts     []record.Date // first days of the stretches, and the day after the last
	items    []*item
	earlier  []Released
	wholes   []metrics.Same
	parts    map[string]map[string]bool // thing → words under which some of it is counted
	broken   map[string]bool            // thing and name of breakdown → figures have that breakdown
	open     map[string]*leak           // thing and name of breakdown, or thing alone for services → where the parts are not all of it
}

// families part the cells and earlier releases into such as can tell of one another.
func families(known Knowledge, cells []Cell) []*family {
	groups := newUnion()
	bind := func(f Figure) string {
		m, _ := metrics.Find(f.Metric)
		sums := m.PartSums(f.Breakdown)
		first := f.Metric
		for _, sum := range []metrics.Sum{sums.Numerator, sums.Denominator, sums.People} {
			for _, t := range sum {
				groups.join(first, t.Of)
			}
		}
		return first
	}
	for _, s := range metrics.Wholes {
		for _, part := range s.Parts {
			groups.join(s.Whole, part)
		}
	}
	for _, c := range cells {
		bind(c.Figure)
	}
	for _, e := range known.Earlier {
		bind(e.Figure)
	}
	found := map[string]*family{}
	var order []*family
	of := func(f Figure) *family {
		root := groups.root(f.Metric)
		if found[root] == nil {
			found[root] = &family{services: known.Services, parts: map[string]map[string]bool{}, broken: map[string]bool{}, open: map[string]*leak{}}
			order = append(order, found[root])
		}
		return found[root]
	}
	for _, c := range cells {
		one := of(c.Figure)
		one.items = append(one.items, &item{Cell: c, numbers: numbersOfCell(c)})
	}
	for _, e := range known.Earlier {
		one := of(e.Figure)
		one.earlier = append(one.earlier, e)
	}
	for _, one := range order {
		for _, s := range metrics.Wholes {
			if found[groups.root(s.Whole)] == one {
				one.wholes = append(one.wholes, s)
			}
		}
		one.divide()
	}
	return order
}

// figures lists every figure of the family.
func (f *family) figures() []Figure {
	var out []Figure
	for _, c := range f.items {
		out = append(out, c.Figure)
	}
	for _, e := range f.earlier {
		out = append(out, e.Figure)
	}
	return out
}

// divide finds the blocks of services that always stand together, and the borders of
// all spans.
func (f *family) divide() {
	mentioned := map[string]bool{}
	days := map[record.Date]bool{}
	for _, figure := range f.figures() {
		days[figure.Span.From], days[figure.Span.To+1] = true, true
		mentioned[figure.Service] = true
		f.note(figure)
	}
	for day := range days {
		f.cuts = append(f.cuts, day)
	}
	slices.Sort(f.cuts)
	sets := make([]string, 0, len(mentioned))
	for set := range mentioned {
		sets = append(sets, set)
	}
	slices.Sort(sets)
	bySet := map[string]int{}
	all := slices.Clone(f.services)
	for _, set := range sets {
		all = append(all, Members(set)...)
	}
	slices.Sort(all)
	f.services = slices.Compact(all)
	for _, service := range f.services {
		var in strings.Builder
		for _, set := range sets {
			fmt.Fprint(&in, slices.Contains(Members(set), service), " ")
		}
		i, there := bySet[in.String()]
		if !there {
			i = len(f.blocks)
			bySet[in.String()], f.blocks = i, append(f.blocks, nil)
		}
		f.blocks[i] = append(f.blocks[i], service)
	}
	if len(f.blocks) == 0 {
		f.blocks = [][]string{nil}
	}
}

// note remembers under which words a figure counts.
func (f *family) note(figure Figure) {
	m, _ := metrics.Find(figure.Metric)
	sums := m.PartSums(figure.Breakdown)
	for _, sum := range []metrics.Sum{sums.Numerator, sums.Denominator, sums.People} {
		for _, t := range sum {
			if f.parts[t.Of] == nil {
				f.parts[t.Of] = map[string]bool{}
			}
			if t.Part != "" {
				f.parts[t.Of][t.Part] = true
				name := t.Of + " " + splitName(t.Part)
				f.broken[name] = f.broken[name] || figure.Breakdown != ""
			}
		}
	}
}

// blocksOf lists the blocks behind the service of a figure; all of them for "".
func (f *family) blocksOf(service string) []int {
	var out []int
	for i, block := range f.blocks {
		if service == "" || len(block) > 0 && slices.Contains(Members(service), block[0]) {
			out = append(out, i)
		}
	}
	return out
}

// words lists the words under which some of a thing is counted, by the name of the
// breakdown, in order.
func (f *family) words(of string) [][]string {
	var all []string
	for part := range f.parts[of] {
		all = append(all, part)
	}
	slices.Sort(all)
	var out [][]string
	for _, part := range all {
		if n := len(out); n > 0 && splitName(out[n-1][0]) == splitName(part) {
			out[n-1] = append(out[n-1], part)
			continue
		}
		out = append(out, []string{part})
	}
	return out
}

func splitName(part string) string {
	name, _, _ := strings.Cut(part, "=")
	return name
}

// union joins names into sets.
type union struct{ parent map[string]string }

func newUnion() *union { return &union{map[string]string{}} }

func (u *union) root(name string) string {
	for {
		next, there := u.parent[name]
		if !there || next == name {
			return name
		}
		name = next
	}
}

func (u *union) join(a, b string) {
	x, y := u.root(a), u.root(b)
	if c := cmp.Compare(x, y); c < 0 {
		u.parent[y] = x
	} else if c > 0 {
		u.parent[x] = y
	}
}
