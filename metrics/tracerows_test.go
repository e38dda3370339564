package metrics

import (
	"math"
	"slices"
	"testing"
)

// What the rows behind a figure add must sum up to its two numbers, whatever is
// counted: rows, people, steps, weeks, care days, hours or a net change.
func TestTracedRowsAddUp(t *testing.T) {
	records := generate(2, lawRecords)
	table := newLawTable(All, records)
	summed := make(map[string]bool)
	for i, f := range Figures(table, lawWindows) {
		m, _ := Find(f.MetricID)
		if f.Grain == GrainMonth && i%7 != 0 || f.Value.Status == NoData {
			continue
		}
		var numerator, denominator float64
		for _, row := range table.TraceRows(f, slices.Values(records)) {
			numerator, denominator = numerator+row.Numerator, denominator+row.Denominator
		}
		if v := f.Value.Numerator; v != nil && math.Abs(*v-numerator) > 1e-9 {
			t.Errorf("%s %v %s %s: the rows add up to %v, the numerator is %v", f.MetricID, f.Scope, f.Grain, f.Value.Breakdown, numerator, *v)
		}
		// A month of exports that never came has no row.
		if v := f.Value.Denominator; v != nil && m.Counts != "months" && math.Abs(*v-denominator) > 1e-9 {
			t.Errorf("%s %v %s %s: the rows add up to %v, the denominator is %v", f.MetricID, f.Scope, f.Grain, f.Value.Breakdown, denominator, *v)
		}
		if numerator+denominator != 0 {
			summed[f.MetricID] = true
		}
	}
	if len(summed) < 90 {
		t.Errorf("rows of %d measures only", len(summed))
	}
}

func TestTraceBefore(t *testing.T) {
	records := generate(2, lawRecords)
	table := newLawTable(All, records)
	compared := 0
	for _, f := range Figures(table, lawWindows) {
		rows := table.TraceBefore(f, slices.Values(records))
		if f.Value.Change == nil {
			if len(rows) > 0 {
				t.Fatalf("%s: rows before", f.MetricID)
			}
			continue
		}
		var numerator, denominator float64
		for _, row := range rows {
			numerator, denominator = numerator+row.Numerator, denominator+row.Denominator
		}
		if c := f.Value.Change; numerator != c.BeforeNumerator || denominator != c.BeforeDenominator {
			t.Errorf("%s: %v of %v before, want %v of %v", f.Value.Breakdown, numerator, denominator, c.BeforeNumerator, c.BeforeDenominator)
		}
		compared += len(rows)
	}
	if compared == 0 {
		t.Error("no rows before any change")
	}
}
