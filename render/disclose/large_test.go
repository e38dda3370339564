package disclose

import (
	"math/rand/v2"
	"testing"

	"evidencepack/metrics"
)

// packLike is as many figures as a tender pack has, of all metrics that count events:
// months and both windows for all services, and both windows for each of six.
func packLike(g *rand.Rand, most int) ([]string, []Cell) {
	six := []string{"A", "B", "C", "D", "E", "F"}
	var cells []Cell
	for _, m := range metrics.All {
		sums := m.Sums()
		if len(cells) >= most || sums.Numerator == nil || sums.Denominator == nil || m.Hours || m.Unit != metrics.Percent && m.Unit != metrics.Per1000CareDays {
			continue
		}
		var n, d [6][12]float64
		size := 1 + g.IntN(30)
		for s := range six {
			for month := range 12 {
				d[s][month] = float64(g.IntN(2*size) + size)
				n[s][month] = float64(g.IntN(int(d[s][month])/(1+g.IntN(8)) + 1))
			}
		}
		add := func(service string, from, to int) {
			sumN, sumD := 0.0, 0.0
			for s := range six {
				for month := from; month < to && (service == "" || service == six[s]); month++ {
					sumN, sumD = sumN+n[s][month], sumD+d[s][month]
				}
			}
			span := monthOf(winter, from)
			span.To = monthOf(winter, to-1).To
			cells = append(cells, cellOf(m.ID, service, span, sumN, sumD))
		}
		for month := range 12 {
			add("", month, month+1)
		}
		for _, service := range append([]string{""}, six...) {
			add(service, 0, 6)
			add(service, 6, 12)
		}
	}
	return six, cells
}

// TestALargePackKeepsItsNumbers decides as many figures as a tender pack has: no leak
// that the audit finds, and most of what is not small is shown.
func TestALargePackKeepsItsNumbers(t *testing.T) {
	for seed := range uint64(3) {
		six, cells := packLike(rand.New(rand.NewPCG(seed, 3)), 1500)
		withheld := Withhold(external, Knowledge{Services: six}, cells)
		small, second := 0, 0
		for _, reason := range withheld {
			if reason == Small {
				small++
			} else {
				second++
			}
		}
		if small == 0 || second == 0 || 2*second > len(cells)-small {
			t.Errorf("seed %d: of %d figures %d are small and %d more withheld", seed, len(cells), small, second)
		}
		for _, leak := range auditOf(Knowledge{Services: six}, cells, withheld) {
			t.Errorf("%+v", leak)
		}
	}
}

// TestALargePackIsDecidedAtOnce counts the steps of the search instead of the time that
// they take: there is a number of them for each figure, however many figures there are.
func TestALargePackIsDecidedAtOnce(t *testing.T) {
	for _, most := range []int{300, 750, 1500} {
		cells, solved, tightened := decided(most)
		if solved == 0 || tightened == 0 || solved > 15*cells || tightened > 150*cells {
			t.Errorf("%d figures take %d rows out and %d sums tightened", cells, solved, tightened)
		}
	}
}

// BenchmarkWithhold says how long the figures of a tender pack take.
func BenchmarkWithhold(b *testing.B) {
	six, cells := packLike(rand.New(rand.NewPCG(0, 3)), 1500)
	for b.Loop() {
		Withhold(external, Knowledge{Services: six}, cells)
	}
}

// decided decides the figures of a pack, and counts the steps that this takes.
func decided(most int) (figures, solved, tightened int) {
	six, cells := packLike(rand.New(rand.NewPCG(0, 3)), most)
	withheld := make(map[Figure]Reason)
	for _, cell := range cells {
		if external.HidesCell(cell) {
			withheld[cell.Figure] = Small
		}
	}
	for _, f := range families(Knowledge{Services: six}, cells) {
		c := newChooser(external, f, withheld)
		if c.choose(); c.solver != nil {
			solved, tightened = solved+c.solver.steps, tightened+c.lines.steps
		}
	}
	return len(cells), solved, tightened
}
