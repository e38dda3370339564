package disclose

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
)

var external = Rule{Tier: page.TierExternal}

var (
	spring   = record.Span{From: record.DateOf(2026, 4, 1), To: record.DateOf(2026, 9, 30)}
	winter   = record.Span{From: record.DateOf(2025, 10, 1), To: record.DateOf(2026, 3, 31)}
	services = []string{"A", "B", "C", "D"}
)

func monthOf(span record.Span, i int) record.Span {
	m := span.From.Month() + record.Month(i)
	return record.Span{From: m.First(), To: m.Last()}
}

// cellOf makes a figure; a negative denominator is none. As many people are behind it
// as are counted, at most 40.
func cellOf(id, service string, span record.Span, n, d float64) Cell {
	m, _ := metrics.Find(id)
	v := metrics.Value{Unit: m.Unit, Status: metrics.OK, Numerator: number(n), Value: number(n), Behind: int(min(40, max(n, -n))), People: int(min(40, max(n, -n)))}
	if d >= 0 {
		v.Denominator, v.People = number(d), int(min(40, d))
		v.Value = number(100 * n / d)
	}
	return Cell{Figure: Figure{Metric: id, Service: service, Span: span}, Value: v}
}

func names(withheld map[Figure]Reason) map[string]Reason {
	out := map[string]Reason{}
	for f, r := range withheld {
		out[f.Metric+" "+f.Service+" "+f.Breakdown+" "+f.Span.From.String()] = r
	}
	return out
}

// TestWorkedExample is example E of domain.md 11: B is small, and D is the next
// smallest, which goes with it, since 30 less the others would be B.
func TestWorkedExample(t *testing.T) {
	cells := []Cell{cellOf("CPL-05", "", spring, 30, -1)}
	for i, n := range []float64{12, 3, 9, 6} {
		cells = append(cells, cellOf("CPL-05", services[i], spring, n, -1))
	}
	got := Withhold(external, Knowledge{Services: services}, cells)
	if len(got) != 2 || got[cells[2].Figure] != Small || got[cells[4].Figure] != Secondary {
		t.Errorf("withheld: %v", names(got))
	}
}

// of makes cells of one count, CPL-05, which has no denominator.
func of(service string, span record.Span, n float64) Cell {
	return cellOf("CPL-05", service, span, n, -1)
}

// TestWithhold tries tables made by hand. Each lists its cells, and by their places
// those that are small and those that go with them.
func TestWithhold(t *testing.T) {
	first, second := winter, spring
	year := record.Span{From: winter.From, To: spring.To}
	april, may, june := monthOf(spring, 0), monthOf(spring, 1), monthOf(spring, 2)
	quarter := record.Span{From: april.From, To: june.To}
	for name, c := range map[string]struct {
		known     Knowledge
		cells     []Cell
		small     []int
		secondary []int
	}{
		"nothing is small": {
			cells: []Cell{of("", spring, 30), of("A", spring, 12), of("B", spring, 18)},
		},
		"two hidden in a row keep each other": {
			cells: []Cell{of("", spring, 30), of("A", spring, 12), of("B", spring, 3), of("C", spring, 4), of("D", spring, 11)},
			small: []int{2, 3},
		},
		"one and one can only be one each": {
			cells: []Cell{of("", spring, 25), of("A", spring, 12), of("B", spring, 1), of("C", spring, 1), of("D", spring, 11)},
			small: []int{2, 3}, secondary: []int{4},
		},
		"none may be shown, and hides nothing": {
			cells: []Cell{of("", spring, 15), of("A", spring, 12), of("B", spring, 3), of("C", spring, 0), of("D", spring, 0)},
			small: []int{2}, secondary: []int{1},
		},
		"all small, and the total is not": {
			cells: []Cell{of("", spring, 9), of("A", spring, 2), of("B", spring, 3), of("C", spring, 4)},
			small: []int{1, 2, 3},
		},
		"a month against its quarter": {
			cells: []Cell{of("", quarter, 24), of("", april, 13), of("", may, 3), of("", june, 8)},
			small: []int{2}, secondary: []int{3},
		},
		"two windows against both together": {
			cells: []Cell{of("", year, 20), of("", first, 17), of("", second, 3)},
			small: []int{2}, secondary: []int{1},
		},
		"what was released before": {
			known: Knowledge{Earlier: []Released{{Figure: Figure{Metric: "CPL-05", Span: quarter}, Numerator: number(24)}}},
			cells: []Cell{of("", april, 13), of("", may, 3), of("", june, 8)},
			small: []int{1}, secondary: []int{2},
		},
		"what was released before of itself hides nothing": {
			known: Knowledge{Earlier: []Released{{Figure: Figure{Metric: "CPL-05", Span: may}, Numerator: number(3)}}},
			cells: []Cell{of("", april, 13), of("", may, 3), of("", june, 8), of("", quarter, 24)},
			small: []int{1},
		},
		"an earlier pool of services": {
			known: Knowledge{Earlier: []Released{{Figure: Figure{Metric: "CPL-05", Service: PoolOf([]string{"C", "B"}), Span: spring}, Numerator: number(14)}}},
			cells: []Cell{of("A", spring, 12), of("B", spring, 3), of("C", spring, 11), of("D", spring, 10)},
			small: []int{1}, secondary: []int{2},
		},
		"first refusals are those that stood and those that did not": {
			cells: []Cell{cellOf("REF-01", "", spring, 40, 200), cellOf("REF-02", "", spring, 37, 200), cellOf("REF-03", "", spring, 3, 40)},
			small: []int{2}, secondary: []int{1},
		},
		"the same count under another name": {
			cells: []Cell{cellOf("REF-01", "", spring, 4, 200), cellOf("REF-07", "", spring, 0, 4), cellOf("REF-02", "", spring, 0, 200)},
			small: []int{0, 1},
		},
		"what is left of a share": {
			cells: []Cell{cellOf("MED-01", "", spring, 12, 200), cellOf("MED-02", "", spring, 185, 188), cellOf("MED-03", "", spring, 180, 200)},
			small: []int{1},
		},
		"restrictions at the start, begun, and at the end": {
			cells: []Cell{cellOf("RES-01", "", spring, 12, 40), cellOf("RES-03", "", spring, 3, -1), cellOf("RES-04", "", spring, -20, -1), cellOf("RES-05", "", spring, 8, 17)},
			small: []int{1}, secondary: []int{3},
		},
	} {
		if c.known.Services == nil {
			c.known.Services = services
		}
		want := map[Figure]Reason{}
		for _, i := range c.small {
			want[c.cells[i].Figure] = Small
		}
		for _, i := range c.secondary {
			want[c.cells[i].Figure] = Secondary
		}
		got := Withhold(external, c.known, c.cells)
		if !maps.Equal(got, want) {
			t.Errorf("%s: withheld %v, expected %v", name, names(got), names(want))
		}
		if leaks := auditOf(c.known, c.cells, got); len(leaks) > 0 {
			t.Errorf("%s: %v", name, leaks)
		}
		if got := Withhold(Rule{Tier: page.TierInspection}, c.known, c.cells); len(got) > 0 {
			t.Errorf("%s: withheld from inspectors: %v", name, names(got))
		}
	}
}

// TestAudit shows everything that is not small by itself: each time the audit finds
// what follows.
func TestAudit(t *testing.T) {
	april, may, june := monthOf(spring, 0), monthOf(spring, 1), monthOf(spring, 2)
	quarter := record.Span{From: april.From, To: june.To}
	for name, c := range map[string]struct {
		cells []Cell
		want  []string
	}{
		"a service": {[]Cell{of("", spring, 30), of("A", spring, 12), of("B", spring, 3), of("C", spring, 9), of("D", spring, 6)}, []string{"CPL-05 B numerator true", "CPL-05 B people true"}},
		"a month":   {[]Cell{of("", quarter, 24), of("", april, 13), of("", may, 3), of("", june, 8)}, []string{"CPL-05  numerator true"}},
		"all of them refused": {[]Cell{
			cellOf("REF-01", "", spring, 40, 200), cellOf("REF-02", "", spring, 37, 200), cellOf("REF-03", "", spring, 3, 40)},
			[]string{"REF-03  numerator true"}},
		"two hidden": {[]Cell{of("", spring, 30), of("A", spring, 12), of("B", spring, 3), of("C", spring, 4), of("D", spring, 11)}, nil},
	} {
		alone := map[Figure]Reason{}
		for _, cell := range c.cells {
			if external.HidesCell(cell) {
				alone[cell.Figure] = Small
			}
		}
		var got []string
		for _, leak := range auditOf(Knowledge{Services: services}, c.cells, alone) {
			got = append(got, fmt.Sprint(leak.Figure.Metric, " ", leak.Figure.Service, " ", leak.Count, " ", leak.Exact))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, expected %q", name, got, c.want)
		}
	}
}

func TestPools(t *testing.T) {
	people := map[string]int{"B": 4, "A": 5, "C": 9, "D": 0}
	if got := Pools(people, 5); !slices.Equal(got, []string{"B", "D"}) {
		t.Errorf("with 5: %q", got)
	}
	if got := Pools(people, 10); !slices.Equal(got, []string{"A", "B", "C", "D"}) {
		t.Errorf("with 10: %q", got)
	}
	if got := Members(PoolOf([]string{"D", "B"})); !slices.Equal(got, []string{"B", "D"}) {
		t.Errorf("members %q", got)
	}
	if got := Members(""); got != nil {
		t.Errorf("all services: %q", got)
	}
}

// TestOnePersonsFigures hides what is mostly one person's.
func TestOnePersonsFigures(t *testing.T) {
	cell := cellOf("REF-01", "", spring, 40, 200)
	for most, want := range map[float64]bool{0: false, 20: false, 21: true} {
		cell.Most = most
		if got := external.HidesCell(cell); got != want {
			t.Errorf("%v of 40 are one person's: hidden %v", most, got)
		}
	}
}
