package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

const (
	nameGap    = 0.6  // between a dot and its name
	nameLength = 34.0 // mm, the longest
	leaderFrom = 2.2  // mm: a name further from its dot has a line to it
)

// names writes the name of each service next to its dot, with a fine line where it
// stands further off. Those outside the limits come first, then those with the
// fewest neighbours. A name without room is left out, and the foot says how many are.
func (p *funnelPlot) names() {
	order := make([]int, len(p.points))
	crowd := make([]float64, len(p.points))
	for i, point := range p.points {
		order[i] = i
		for _, other := range p.points {
			a, b := p.at(point), p.at(other)
			crowd[i] += 1 / (1 + math.Hypot(a.X-b.X, a.Y-b.Y))
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		signal := func(i int) int {
			if p.points[i].Signal == SignalNone {
				return 1
			}
			return 0
		}
		return cmp.Or(cmp.Compare(signal(a), signal(b)), cmp.Compare(crowd[a], crowd[b]))
	})
	left := 0
	for _, i := range order {
		if !p.name(p.points[i]) {
			left++
		}
	}
	if left > 0 {
		text := fmt.Sprintf("without room for a name: %d", left)
		p.write(Text{At: XY{p.scene.Width, p.plot.bottom + headBelow}, Text: text, Size: smallSize, Ink: InkFew, Anchor: AnchorEnd})
	}
}

// name writes one name in the nearest place that is free, and says whether there was one.
func (p *funnelPlot) name(point FunnelPoint) bool {
	text := Text{Text: point.Name, Size: labelSize, Ink: InkData}
	switch point.Signal {
	case SignalBetter:
		text.Ink, text.Semibold = InkImprovement, true
	case SignalWorse:
		text.Ink, text.Semibold = InkConcern, true
	case SignalNeither:
		text.Ink, text.Semibold = InkText, true
	}
	if TextWidth(text.Text, text.Size, text.Semibold) > nameLength {
		text.Text = text.Text[:fitting(text.Text, text.Size, text.Semibold, nameLength-2)] + "…"
	}
	if text.Text == "" {
		return true
	}
	dot := p.at(point)
	for _, away := range []float64{0, 1.2, 2.6, 4.2, 6, 8, 10.5, 13} {
		for turn := range 16 {
			place := text.beside(dot, away, float64(turn)*math.Pi/8)
			if !p.freeName(place, dot, away) {
				continue
			}
			if away > leaderFrom {
				p.leader(dot, boxOf(place))
			}
			return p.write(place)
		}
	}
	return false
}

// beside puts a text at a distance from a dot, in a direction: 0 is right, then down.
func (t Text) beside(dot XY, away, angle float64) Text {
	reach := neitherSize*funnelRadius + nameGap + away
	x, y := dot.X+reach*math.Cos(angle), dot.Y+reach*math.Sin(angle)
	middle := (ascent - descent) / 2 * t.Size * millimetresPerPoint
	t.Anchor, t.At = AnchorMiddle, XY{x, y + middle + 1.2*math.Sin(angle)}
	switch c := math.Cos(angle); {
	case c > 0.3:
		t.Anchor = AnchorStart
	case c < -0.3:
		t.Anchor = AnchorEnd
	}
	return t
}

// freeName says whether a name may stand there: in the plot or the gutter beside it,
// on no word and on no dot, and with a line to its dot that crosses neither.
func (p *funnelPlot) freeName(t Text, dot XY, away float64) bool {
	place := boxOf(t)
	if !place.within(box{p.plot.left, p.plot.top - 1, p.scene.Width, p.plot.bottom}) || !p.room(t) {
		return false
	}
	for _, other := range p.points {
		at := p.at(other)
		radius := funnelRadius
		if other.Signal != SignalNone {
			radius *= neitherSize
		}
		mark := box{at.X - radius, at.Y - radius, at.X + radius, at.Y + radius}
		if place.meets(mark.grown(0.2)) {
			return false
		}
		if from, to := dot, nearest(place, dot); away > leaderFrom && at != dot && distance(at, from, to) < radius+0.2 {
			return false
		}
	}
	if away > leaderFrom {
		for _, word := range p.words {
			if crosses(word, dot, nearest(place, dot)) {
				return false
			}
		}
	}
	return true
}

// leader draws the fine line from a dot to its name.
func (p *funnelPlot) leader(dot XY, place box) {
	to := nearest(place, dot)
	p.line(dot.X, dot.Y, to.X, to.Y, InkAxis, 0.35)
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
	const steps = 24
	for i := range steps + 1 {
		share := float64(i) / steps
		at := XY{from.X + share*(to.X-from.X), from.Y + share*(to.Y-from.Y)}
		if at.X > b.left && at.X < b.right && at.Y > b.top && at.Y < b.bottom {
			return true
		}
	}
	return false
}
