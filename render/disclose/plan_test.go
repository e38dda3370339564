package disclose

import (
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
