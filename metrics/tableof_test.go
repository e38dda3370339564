package metrics

import (
	"reflect"
	"testing"

	"evidencepack/ingest/record"
)

// TestCountInParts counts records whole and in parts at once, and wants every figure, list
// and lack alike.
func TestCountInParts(t *testing.T) {
	records := generate(7, 6000)
	without := &record.Columns{}
	for i, r := range records {
		if i%5 == 0 {
			r.Where().Columns = without // its table has no columns that a metric needs
		}
	}
	same := func(r record.Record) record.Record { return r }
	spans := []record.Span{oddPeriod, oddBaseline}
	windows := Windows{Period: oddPeriod, Baseline: oddBaseline}
	whole := countIn(1, All, spans, records, same)
	want := Figures(whole, windows)
	if len(want) < 1000 {
		t.Fatalf("only %d figures", len(want))
	}
	for _, parts := range []int{2, 3, 7} {
		got := countIn(parts, All, spans, records, same)
		if figures := Figures(got, windows); !reflect.DeepEqual(figures, want) {
			t.Errorf("%d parts: the figures differ", parts)
		}
		for _, m := range All {
			if a, b := got.Lacking(m), whole.Lacking(m); !reflect.DeepEqual(a, b) {
				t.Errorf("%d parts: %s lacks %v, not %v", parts, m.ID, a, b)
			}
		}
		if a, b := got.Chains(Scope{}, oddPeriod), whole.Chains(Scope{}, oddPeriod); !reflect.DeepEqual(a, b) {
			t.Errorf("%d parts: the chains differ", parts)
		}
	}
}
