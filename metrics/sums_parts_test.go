package metrics

import (
	"fmt"
	"math"
	"testing"
)

// partColumn is one count of one part of a metric, or of the whole metric.
type partColumn struct {
	metric    Metric
	breakdown string // "" is the whole
	count     int    // 0 numerator, 1 denominator
}

// TestSumsOfParts looks for sums between the parts of all breakdowns and the counts of
// all metrics in one window.
func TestSumsOfParts(t *testing.T) {
	var columns []partColumn
	index := map[string]int{}
	name := func(m Metric, breakdown string, count int) string {
		return fmt.Sprint(m.ID, ".", countNames[count], " ", breakdown)
	}
	for pass := 0; pass < 2; pass++ {
		_ = pass
	}
	var samples []map[string]int64
	for seed := uint64(300); seed < 345; seed++ {
		table := variedTable(seed)
		for month := range 10 {
			span := monthSpan(month, min(11, month+month%7))
			row := map[string]int64{}
			all := true
			for _, m := range All {
				if m.rule.many || m.Hours || m.ID == "STF-02" || m.ID == "DQ-02" || m.ID == "DQ-03" {
					continue
				}
				whole := table.Over(m, Scope{}, span)[0]
				all = all && whole.Status != NoData
				for _, v := range append(table.Parts(m, Scope{}, span), whole) {
					for count, n := range []*float64{v.Numerator, v.Denominator} {
						if n == nil || m.ID == "REF-09" && count == 1 {
							continue
						}
						key := name(m, v.Breakdown, count)
						if _, there := index[key]; !there {
							index[key] = len(columns)
							columns = append(columns, partColumn{m, v.Breakdown, count})
						}
						row[key] = int64(math.Round(*n))
					}
				}
			}
			if all {
				samples = append(samples, row)
			}
		}
	}
	var data [][]int64
	for _, s := range samples {
		row := make([]int64, len(columns))
		for key, n := range s {
			row[index[key]] = (n + field) % field
		}
		data = append(data, row)
	}
	t.Log(len(columns), len(data))
	for _, sum := range kernel(data, len(columns)) {
		terms, text := 0, ""
		for j, v := range sum {
			if v == 0 {
				continue
			}
			if v > field/2 {
				v -= field
			}
			terms++
			text += fmt.Sprintf(" %+d×%s", v, name(columns[j].metric, columns[j].breakdown, columns[j].count))
		}
		if terms < 14 {
			t.Log(text)
		} else {
			t.Log(terms, "terms", text[:100])
		}
	}
}
