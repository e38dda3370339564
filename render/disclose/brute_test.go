package disclose

import (
	"math/rand/v2"
	"slices"
	"testing"

	"evidencepack/ingest/record"
)

// grid is a tiny table of one count: services by months, with all their totals.
type grid struct {
	services, months int
	counts           []int // service by service
}

func (g grid) span(from, to int) record.Span {
	return record.Span{From: monthOf(spring, from).From, To: monthOf(spring, to).To}
}

// cells are every service and all of them, in every month and all of them.
func (g grid) cells() []Cell {
	var out []Cell
	for service := -1; service < g.services; service++ {
		for month := -1; month < g.months; month++ {
			name, span := "", g.span(0, g.months-1)
			if service >= 0 {
				name = services[service]
			}
			if month >= 0 {
				span = g.span(month, month)
			}
			out = append(out, cellOf("CPL-05", name, span, float64(g.sum(g.counts, service, month)), -1))
		}
	}
	return out
}

// sum adds up one service or all (−1) in one month or all.
func (g grid) sum(counts []int, service, month int) int {
	sum := 0
	for i, n := range counts {
		if (service < 0 || i/g.months == service) && (month < 0 || i%g.months == month) {
			sum += n
		}
	}
	return sum
}

// possible tries all counts up to a largest one, and lists for each cell the values
// that it has where all shown cells are as they are; two are enough.
func (g grid) possible(cells []Cell, hidden map[Figure]Reason, largest int) [][]int {
	values := make([][]int, len(cells))
	try := make([]int, len(g.counts))
	is := make([]int, len(cells)) // −1 is hidden
	for i, c := range cells {
		is[i] = -1
		if hidden[c.Figure] == Shown {
			is[i] = int(*c.Value.Numerator)
		}
	}
	place := func(service, month int) int { return (service+1)*(g.months+1) + month + 1 }
	fits := func(service, month int) bool {
		want := is[place(service, month)]
		return want < 0 || g.sum(try, service, month) == want
	}
	var fill func(int)
	fill = func(at int) {
		if at > 0 && at%g.months == 0 && !fits(at/g.months-1, -1) {
			return
		}
		if at == len(try) {
			for month := -1; month < g.months; month++ {
				if !fits(-1, month) {
					return
				}
			}
			for i := range cells {
				if n := g.sum(try, i/(g.months+1)-1, i%(g.months+1)-1); len(values[i]) < 2 && !slices.Contains(values[i], n) {
					values[i] = append(values[i], n)
				}
			}
			return
		}
		from, to := 0, largest
		if n := is[place(at/g.months, at%g.months)]; n >= 0 {
			from, to = n, n
		}
		for try[at] = from; try[at] <= to; try[at]++ {
			fill(at + 1)
		}
		try[at] = 0
	}
	fill(0)
	return values
}

func randomGrid(g *rand.Rand) grid {
	one := grid{services: 2 + g.IntN(2), months: 2}
	if one.services == 2 {
		one.months += g.IntN(2)
	}
	for range one.services * one.months {
		n := g.IntN(8)
		if g.IntN(4) == 0 {
			n = 0
		}
		one.counts = append(one.counts, n)
	}
	return one
}

// TestAgainstEverything tries all tables that fit what is shown of tiny ones. Two of
// them at least differ in each small count that is hidden, the audit finds nothing, and
// what it does find in the same table without secondary withholding is true.
func TestAgainstEverything(t *testing.T) {
	g := rand.New(rand.NewPCG(9, 1))
	open, shown, found := 0, 0, 0
	for range 150 {
		one := randomGrid(g)
		cells := one.cells()
		known := Knowledge{Services: services[:one.services]}
		withheld := Withhold(external, known, cells)
		values := one.possible(cells, withheld, 8)
		for i, c := range cells {
			if withheld[c.Figure] == Small && *c.Value.Numerator != 0 && len(values[i]) < 2 {
				t.Errorf("%v: cell %d of %d can only be %v; withheld %v", one, i, int(*c.Value.Numerator), values[i], names(withheld))
			}
			if !external.HidesCell(c) && *c.Value.Numerator > 0 {
				open++
				if withheld[c.Figure] == Shown {
					shown++
				}
			}
		}
		if leaks := auditOf(known, cells, withheld); len(leaks) > 0 {
			t.Errorf("%v: %v", one, leaks)
		}
		alone := map[Figure]Reason{}
		for f, r := range withheld {
			if r == Small {
				alone[f] = r
			}
		}
		values = one.possible(cells, alone, 8)
		for _, leak := range auditOf(known, cells, alone) {
			found++
			i := slices.IndexFunc(cells, func(c Cell) bool { return c.Figure == leak.Figure })
			if leak.Count == "numerator" && len(values[i]) > 1 {
				t.Errorf("%v: the audit takes cell %d for known, which may be %v", one, i, values[i])
			}
		}
	}
	t.Logf("%d of %d figures that are not small are shown; without secondary withholding %d leak", shown, open, found)
	if found == 0 || 2*shown < open {
		t.Errorf("%d of %d figures shown, %d leaks found", shown, open, found)
	}
}

// auditOf asks the audit about a plan.
func auditOf(known Knowledge, cells []Cell, withheld map[Figure]Reason) []Leak {
	var shown []Released
	var hidden []Cell
	for _, c := range cells {
		if withheld[c.Figure] != Shown {
			hidden = append(hidden, c)
			continue
		}
		heads := float64(c.Value.People)
		shown = append(shown, Released{c.Figure, c.Value.Numerator, c.Value.Denominator, &heads})
	}
	return Audit(external, known, shown, hidden)
}
