package disclose

import "math"

// apart is the least room that a hidden number must have: at least two whole numbers
// must be possible.
const apart = 1 - 1e-6

// bounds hold between which two numbers each number can lie: sums of what cannot be
// below nought say so, even where no sum says which number it is.
type bounds struct {
	low, high []float64
	sums      [][]portion
	of        [][]int // node → sums that it is in
	guarded   []bool  // nodes that must keep room
	steps     int     // sums tightened so far, for all that it costs
}

// portion is one node of a sum that is nought.
type portion struct {
	node  int
	times float64
}

func (b *bounds) node(low float64) int {
	b.low, b.high = append(b.low, low), append(b.high, math.Inf(1))
	b.of, b.guarded = append(b.of, nil), append(b.guarded, false)
	return len(b.low) - 1
}

// equal says that a node is others together.
func (b *bounds) equal(whole int, parts ...int) {
	sum := []portion{{whole, -1}}
	for _, part := range parts {
		sum = append(sum, portion{part, 1})
	}
	for _, s := range sum {
		b.of[s.node] = append(b.of[s.node], len(b.sums))
	}
	b.sums = append(b.sums, sum)
}

// change is one bound as it was.
type change struct {
	node      int
	low, high float64
}

// mostSteps ends a chase that does not come to an end by itself, as in sums that
// contradict each other.
const mostSteps = 20000

// set learns between which numbers nodes lie, and what follows. It tells whether a guarded node
// has no room left, and gives the way back. Numbers that contradict each other say
// nothing: then all is as before.
func (b *bounds) set(nodes []int, from, to []float64) (squeezed bool, undo func()) {
	var trail []change
	undo = func() {
		for i := len(trail) - 1; i >= 0; i-- {
			b.low[trail[i].node], b.high[trail[i].node] = trail[i].low, trail[i].high
		}
	}
	var queue []int
	waiting := map[int]bool{}
	narrow := func(node int, low, high float64) bool {
		low, high = math.Max(low, b.low[node]), math.Min(high, b.high[node])
		if low <= b.low[node]+1e-9 && high >= b.high[node]-1e-9 {
			return true
		}
		if low > high+1e-6 {
			return false
		}
		trail = append(trail, change{node, b.low[node], b.high[node]})
		b.low[node], b.high[node] = low, high
		squeezed = squeezed || b.guarded[node] && high-low < apart
		for _, sum := range b.of[node] {
			if !waiting[sum] {
				waiting[sum] = true
				queue = append(queue, sum)
			}
		}
		return true
	}
	for i, node := range nodes {
		if !narrow(node, from[i], to[i]) {
			undo()
			return false, func() {}
		}
	}
	for steps := 0; len(queue) > 0 && steps < mostSteps; steps++ {
		sum := queue[0]
		queue = queue[1:]
		waiting[sum] = false
		b.steps++
		if !b.tighten(b.sums[sum], narrow) {
			undo()
			return false, func() {}
		}
	}
	return squeezed, undo
}

// tighten narrows each node of a sum by what the others leave it.
func (b *bounds) tighten(sum []portion, narrow func(node int, low, high float64) bool) bool {
	low, high := 0.0, 0.0 // of the sum, without what has no end
	noLow, noHigh := 0, 0
	ends := func(s portion) (float64, float64) {
		if s.times < 0 {
			return -b.high[s.node], -b.low[s.node]
		}
		return b.low[s.node], b.high[s.node]
	}
	for _, s := range sum {
		l, h := ends(s)
		if math.IsInf(l, -1) {
			noLow++
		} else {
			low += l
		}
		if math.IsInf(h, 1) {
			noHigh++
		} else {
			high += h
		}
	}
	for _, s := range sum {
		l, h := ends(s)
		from, to := math.Inf(-1), math.Inf(1)
		if without(noHigh, math.IsInf(h, 1)) == 0 {
			from = -high
			if !math.IsInf(h, 1) {
				from += h
			}
		}
		if without(noLow, math.IsInf(l, -1)) == 0 {
			to = -low
			if !math.IsInf(l, -1) {
				to += l
			}
		}
		if s.times < 0 {
			from, to = -to, -from
		}
		if !narrow(s.node, from, to) {
			return false
		}
	}
	return true
}

func without(count int, one bool) int {
	if one {
		return count - 1
	}
	return count
}
