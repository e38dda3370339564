package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

const (
	nameGap    = 0.5  // between a dot and its name
	nameAir    = 1.0  // between two names side by side
	nameLength = 34.0 // mm, the longest
	leaderFrom = 2.2  // mm: a name further from its dot has a line to it
	fewNames   = 16   // more than so many are written smaller
	nameTurns  = 24   // directions that are tried about a dot
)

// nameSteps are the distances that are tried, in mm.
var nameSteps = []float64{0, 1.2, 2.6, 4.2, 6, 8, 10.5, 13, 16, 20}

// named is a service whose name has found its place.
type named struct {
	text Text
	dot  XY
	away float64
}

// end gives where the line from the dot reaches the name.
func (n named) end() XY { return nearest(boxOf(n.text), n.dot) }

// names finds a place for the name of each service next to its dot, or further off
// with a fine line to it. Those outside the limits come first, then those with the
// fewest neighbours. A name without room is left out, and the foot says how many are.
func (p *funnelPlot) names() []named {
	var all []named
	missing := 0
	for _, i := range p.nameOrder() {
		if p.points[i].Name == "" {
			continue
		}
		if one, ok := p.place(p.points[i], all); ok {
			all = append(all, one)
		} else {
			missing++
		}
	}
	if missing > 0 {
		text := fmt.Sprintf("no room for %d names", missing)
		if missing == 1 {
			text = "no room for 1 name"
		}
		p.write(Text{At: XY{p.scene.Width, p.plot.bottom + headBelow}, Text: text, Size: smallSize, Ink: InkFew, Anchor: AnchorEnd})
	}
	return all
}

func (p *funnelPlot) nameOrder() []int {
	order := make([]int, len(p.points))
	crowd := make([]float64, len(p.points))
	for i, point := range p.points {
		order[i] = i
		for _, other := range p.points {
			a, b := p.at(point), p.at(other)
			crowd[i] += 1 / (1 + math.Hypot(a.X-b.X, a.Y-b.Y))
		}
	}
	plain := func(i int) int {
		if p.points[i].Signal == SignalNone {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(plain(a), plain(b)), cmp.Compare(crowd[a], crowd[b]))
	})
	return order
}

// place gives the nearest free place for a name, and says whether there is one.
func (p *funnelPlot) place(point FunnelPoint, others []named) (named, bool) {
	text := Text{Size: labelSize, Ink: InkData}
	if len(p.points) > fewNames {
		text.Size = leastSize
	}
	switch point.Signal {
	case SignalBetter:
		text.Ink, text.Semibold = InkImprovement, true
	case SignalWorse:
		text.Ink, text.Semibold = InkConcern, true
	case SignalNeither:
		text.Ink, text.Semibold = InkText, true
	}
	text.Text = cut(point.Name, text.Size, text.Semibold, nameLength)
	for _, away := range nameSteps {
		for turn := range nameTurns {
			one := named{text.near(p.at(point), away, 2*math.Pi*float64(turn)/nameTurns), p.at(point), away}
			if p.free(one, others) {
				return one, true
			}
		}
	}
	return named{}, false
}

// near puts a text at a distance from a dot, in a direction: 0 is right, then down.
func (t Text) near(dot XY, away, angle float64) Text {
	reach := worseSize*funnelRadius + nameGap + away
	middle := (ascent - descent) / 2 * t.Size * millimetresPerPoint
	t.Anchor = AnchorMiddle
	t.At = XY{dot.X + reach*math.Cos(angle), dot.Y + reach*math.Sin(angle) + middle + 1.2*math.Sin(angle)}
	switch c := math.Cos(angle); {
	case c > 0.3:
		t.Anchor = AnchorStart
	case c < -0.3:
		t.Anchor = AnchorEnd
	}
	return t
}

// free says whether a name may stand there: in the plot or the gutter beside it, on no
// word, no dot and no line, and with a line to its dot that crosses none of them.
func (p *funnelPlot) free(one named, others []named) bool {
	place, end := boxOf(one.text), one.end()
	if !place.within(box{p.plot.left, p.plot.top - 1, p.scene.Width, p.plot.bottom}) || !p.room(one.text) {
		return false
	}
	average := p.y(p.funnel.Average)
	if place.meets(box{p.plot.left, average - 0.1, p.plot.right, average + 0.1}) {
		return false
	}
	led := one.away > leaderFrom
	for _, other := range p.points {
		at, radius := p.at(other), funnelRadius
		if other.Signal != SignalNone {
			radius *= worseSize
		}
		mark := box{at.X - radius, at.Y - radius, at.X + radius, at.Y + radius}
		if place.meets(mark.grown(0.2)) || led && at != one.dot && distance(at, one.dot, end) < radius+0.2 {
			return false
		}
	}
	for _, other := range others {
		aired := boxOf(other.text)
		aired.left, aired.right = aired.left-nameAir, aired.right+nameAir
		if place.meets(aired) || led && crosses(boxOf(other.text), one.dot, end) ||
			other.away > leaderFrom && crosses(place, other.dot, other.end()) {
			return false
		}
	}
	return true
}

// leader draws the fine line from a dot to a name that stands off.
func (p *funnelPlot) leader(one named) {
	if one.away > leaderFrom {
		end := one.end()
		p.line(one.dot.X, one.dot.Y, end.X, end.Y, InkAxis, 0.35)
	}
}

// nearest gives the point of a box that is nearest to a place.
func nearest(b box, at XY) XY {
	return XY{min(max(at.X, b.left), b.right), min(max(at.Y, b.top), b.bottom)}
}

// distance gives how far a place is from the straight line between two others.
func distance(at, from, to XY) float64 {
	dx, dy := to.X-from.X, to.Y-from.Y
	long := dx*dx + dy*dy
	share := 0.0
	if long > 0 {
		share = min(max(((at.X-from.X)*dx+(at.Y-from.Y)*dy)/long, 0), 1)
	}
	return math.Hypot(at.X-from.X-share*dx, at.Y-from.Y-share*dy)
}

// crosses says whether a straight line meets a box, looked at in small steps.
func crosses(b box, from, to XY) bool {
	const steps = 40
	for i := range steps + 1 {
		share := float64(i) / steps
		at := XY{from.X + share*(to.X-from.X), from.Y + share*(to.Y-from.Y)}
		if at.X > b.left && at.X < b.right && at.Y > b.top && at.Y < b.bottom {
			return true
		}
	}
	return false
}
