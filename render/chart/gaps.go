package chart

import "math"

// gap is a run of neighbouring slots without a point for one reason.
type gap struct {
	first, last int
	word        string
	withheld    bool
}

// gaps gives the runs without a point, from left to right.
func gaps(points []Point) []gap {
	var all []gap
	for i, p := range points {
		if shown(p) {
			continue
		}
		one := gap{i, i, gapWord(p), p.State == PointWithheld}
		if n := len(all); n > 0 && all[n-1].last == i-1 && all[n-1].word == one.word && all[n-1].withheld == one.withheld {
			all[n-1].last = i
			continue
		}
		all = append(all, one)
	}
	return all
}

// gapWord gives the reason in words: a point without one has no data.
func gapWord(p Point) string {
	switch {
	case p.Word != "":
		return p.Word
	case p.State != PointShown:
		return string(p.State)
	}
	return string(PointNoData)
}

// area gives the slots of a gap at the full height of the plot.
func (f *frame) area(g gap) box {
	left, _ := f.edges(g.first)
	_, right := f.edges(g.last)
	return box{left, f.plot.top, right, f.plot.bottom}
}

// hatches marks the slots whose value is withheld.
func (f *frame) hatches() {
	for _, g := range gaps(f.spec.Points) {
		if g.withheld {
			f.hatch(f.area(g))
		}
	}
}

// gapWords writes the reason of each gap: over the hatch where it is withheld,
// otherwise at the foot.
func (f *frame) gapWords() {
	for _, g := range gaps(f.spec.Points) {
		if g.withheld {
			f.overHatch(g)
		} else {
			f.atFoot(g)
		}
	}
}

// overHatch writes the word turned, on white; where the plot is too low for that,
// along the slots, and where they are too few for that, not at all.
func (f *frame) overHatch(g gap) {
	area := f.area(g)
	middle := XY{(area.left + area.right) / 2, (area.top + area.bottom) / 2}
	rise := (ascent - descent) / 2 * smallSize * millimetresPerPoint
	label := Text{At: XY{middle.X + rise, middle.Y}, Text: g.word, Size: smallSize, Ink: InkSecond, Anchor: AnchorMiddle, Turned: true}
	if place := boxOf(label); place.bottom > area.bottom || place.top < area.top {
		label.Turned, label.At = false, XY{middle.X, middle.Y + rise}
	}
	if place := boxOf(label); place.left < f.plot.left || !label.Turned && !place.within(area) || !f.room(label) {
		return
	}
	ground := boxOf(label).grown(0.5)
	ground.left, ground.right = max(ground.left, area.left), min(ground.right, area.right)
	f.fill(ground, InkWhite)
	f.write(label)
}

// hatch draws lines at 45°, rising to the right, cut to the area.
func (c *canvas) hatch(area box) {
	const step = 1.4
	height := area.bottom - area.top
	for foot := area.left - height + step/2; foot < area.right; foot += step {
		start, end := math.Max(foot, area.left), math.Min(foot+height, area.right)
		if end > start {
			c.line(start, area.bottom-(start-foot), end, area.bottom-(end-foot), InkRule, 0.35)
		}
	}
}

// atFoot writes the word at the foot of its slots. Where it would lie on the data
// beside it, or on another word, it stands turned in the first slot that has room.
func (f *frame) atFoot(g gap) {
	area := f.area(g)
	label := Text{
		At:   XY{(area.left + area.right) / 2, f.plot.bottom - 1.1},
		Text: g.word, Size: smallSize, Ink: InkSecond, Anchor: AnchorMiddle,
	}
	if place := boxOf(label); place.left < f.plot.left {
		label.At.X += f.plot.left - place.left
	} else if place.right > f.plot.right {
		label.At.X -= place.right - f.plot.right
	}
	if place := boxOf(label); place.left >= f.plot.left && f.clear(g, place) && f.room(label) {
		f.ground(g, place)
		f.write(label)
		return
	}
	size := smallSize * millimetresPerPoint
	label.Turned, label.Anchor = true, AnchorStart
	for at := g.first; at <= g.last; at++ {
		left, right := f.edges(at)
		label.At = XY{(left+right)/2 + (ascent-descent)/2*size, f.plot.bottom - 1}
		place := boxOf(label)
		fits := right-left > size || f.clear(g, place)
		if fits && place.top >= f.plot.top && f.write(label) {
			return
		}
	}
}

// ground lays white under a word, for the rule of a flag that may run behind it, but
// only in its own slots: beside them it would cut into the limits.
func (f *frame) ground(g gap, place box) {
	area := f.area(g)
	place.left, place.right = max(place.left, area.left), min(place.right, area.right)
	if place.right > place.left {
		f.fill(place, InkWhite)
	}
}

// clear says whether a word may stand there for its gap: the slots beside the gap
// that it reaches into must have a point, and that above it, or the word would lie
// on the data or pass for the reason of another gap.
func (f *frame) clear(g gap, place box) bool {
	for i, p := range f.spec.Points {
		within := i >= g.first && i <= g.last
		left, right := f.edges(i)
		if within || right <= place.left || left >= place.right {
			continue
		}
		if !shown(p) || f.y(*p.Value) > place.top-1 {
			return false
		}
	}
	return true
}
