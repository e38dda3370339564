package xlsx

import (
	"sort"

	"evidencepack/render/chart"
)

// ends is a name at the right of the plot: where it would stand, as a share of
// the height of the chart from the top, and where it goes.
type ends struct {
	column  int
	natural float64
	moved   float64
}

// spreadLabels gives, for each column with a name at the right, how far down the
// name moves so that no two lie on each other, as a share of the chart's height.
func (t *trend) spreadLabels(y chart.Axis) map[int]float64 {
	var all []ends
	for _, s := range t.series {
		for _, l := range s.labels {
			if l.gutter && t.hasNumber(s.column) {
				all = append(all, endAt(s.column, t.endValue(s.column), y))
			}
		}
	}
	return apart(all)
}

// endAt is the natural place of a name at the right, at the height of a value.
func endAt(column int, v float64, y chart.Axis) ends {
	v = min(max(v, y.Foot), y.Top)
	return ends{column: column, natural: plotTop + plotHigh*(y.Top-v)/(y.Top-y.Foot)}
}

// apart moves names that would lie on each other, and gives how far by column.
func apart(all []ends) map[int]float64 {
	sort.SliceStable(all, func(i, k int) bool { return all[i].natural < all[k].natural })
	for i := range all {
		all[i].moved = all[i].natural
		if i > 0 {
			all[i].moved = max(all[i].natural, all[i-1].moved+labelApart)
		}
	}
	lowest := plotTop + plotHigh
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].moved > lowest {
			all[i].moved = lowest
		}
		lowest = all[i].moved - labelApart
	}
	offsets := map[int]float64{}
	for _, e := range all {
		offsets[e.column] = e.moved - e.natural
	}
	return offsets
}

// hasNumber says whether a column has a number at all; else it has no name in the chart.
func (t *trend) hasNumber(column int) bool {
	return t.cells[column-1](t.Spec.Points[t.lastSlot(column)], t.lastSlot(column)).number != nil
}

// lastSlot is the last slot in which a column has a number.
func (t *trend) lastSlot(column int) int {
	for slot := len(t.Spec.Points) - 1; slot >= 0; slot-- {
		if t.cells[column-1](t.Spec.Points[slot], slot).number != nil {
			return slot
		}
	}
	return 0
}

// endValue is the number in the last slot of a column.
func (t *trend) endValue(column int) float64 {
	if len(t.Spec.Points) == 0 {
		return 0
	}
	slot := t.lastSlot(column)
	it := t.cells[column-1](t.Spec.Points[slot], slot)
	if it.number == nil {
		return 0
	}
	return *it.number
}
