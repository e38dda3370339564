package metrics

import (
	"fmt"
	"slices"
	"testing"
)

// TestPartsThatAreOtherCounts looks for parts of breakdowns that are the same count as
// another part or the whole of another metric in all made-up data, though nobody
// declared it.
func TestPartsThatAreOtherCounts(t *testing.T) {
	type count struct {
		name, thing string
		part        bool
		values      []float64
	}
	counts := map[string]*count{}
	sample := 0
	for seed := uint64(300); seed < 306; seed++ {
		table := variedTable(seed)
		for month := range 10 {
			span := monthSpan(month, min(11, month+month%4))
			sample++
			for _, m := range All {
				if m.rule.many || m.Family() == "DQ" || m.Family() == "CMP" { // rows of files, staff in post
					continue
				}
				for _, v := range append(table.Parts(m, Scope{}, span), table.Over(m, Scope{}, span)...) {
					sums := m.PartSums(v.Breakdown)
					for i, n := range []*float64{v.Numerator, v.Denominator} {
						sum := []Sum{sums.Numerator, sums.Denominator}[i]
						if n == nil || sum == nil {
							continue
						}
						name := fmt.Sprint(m.ID, ".", countNames[i], " ", v.Breakdown)
						if counts[name] == nil {
							counts[name] = &count{name: name, thing: fmt.Sprint(sum), part: v.Breakdown != ""}
						}
						one := counts[name]
						one.values = append(one.values, make([]float64, sample-1-min(sample-1, len(one.values)))...)
						one.values = append(one.values[:sample-1], *n)
					}
				}
			}
		}
	}
	same := map[string][]*count{}
	for _, one := range counts {
		distinct := slices.Clone(one.values)
		slices.Sort(distinct)
		if len(slices.Compact(distinct)) > 4 {
			key := fmt.Sprint(one.values)
			same[key] = append(same[key], one)
		}
	}
	for _, group := range same {
		for _, a := range group {
			for _, b := range group {
				if a.part && a.name != b.name && a.thing != b.thing && (!b.part || a.name < b.name) {
					t.Errorf("nobody declared that %s is %s", a.name, b.name)
				}
			}
		}
	}
}
