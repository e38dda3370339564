package chart

import "math"

// Sizes of a time chart, in mm unless said otherwise.
const (
	leftGutter     = 8.0 // tick labels
	tickGap        = 1.2 // between a tick label and the plot
	narrowPlot     = 40.0
	labelSize      = 7.0  // pt: ticks, dates, direct labels
	smallSize      = 6.75 // pt: names of windows and gaps
	leastSize      = 6.25 // pt: nothing is smaller
	monthsBelow    = 3.9  // baselines under the plot
	yearsBelow     = 6.5
	windowsBelow   = 8.0
	windowHeight   = 0.7
	namesBelow     = 11.1
	datesHeight    = 7.2  // what the dates take under the plot
	windowsHeight  = 11.9 // the same with the two windows
	tickLabelAbove = 1.1  // the top tick's label stands out by this
	labelRise      = 0.87 // a label's baseline under the middle of its figures
)

// rightGutter gives the width kept for the direct labels. It follows from the width
// alone, so that charts of one width have their months under each other.
func rightGutter(width float64) float64 {
	switch {
	case width < 60:
		return 11
	case width < 120:
		return 17
	}
	return 20
}

// frame is the plot of one time chart and the axes that belong to it.
type frame struct {
	*canvas
	places
	spec  Spec
	plot  box
	scale scale
	low   float64 // foot of the axis: 0, or less where a value is below 0, as a net change may be
}

func newFrame(c *canvas, s Spec, top, bottom float64) *frame {
	width := c.scene.Width
	axis := AxisOf(s)
	f := &frame{
		canvas: c, spec: s, places: placesOf(s),
		plot:  box{leftGutter, top, width - rightGutter(width), bottom},
		scale: scale{axis.Top, axis.Step},
		low:   axis.Foot,
	}
	return f
}

// extremes gives the smallest and the largest of the values and limits that are
// shown; 0 is always between them. A limit makes no scale that no value could need:
// a share ends at 100, and limits go below 0 only where a value does.
func extremes(s Spec) (low, high float64) {
	take := func(value *float64) {
		if finite(value) {
			low, high = min(low, *value), max(high, *value)
		}
	}
	for _, p := range s.Points {
		if !shown(p) {
			continue
		}
		take(p.Value)
		if s.Grain == GrainQuarter {
			take(p.Lower)
			take(p.Upper)
		}
	}
	for _, l := range s.Levels {
		take(l.Value)
	}
	take(s.Target)
	below, ceiling := low < 0, math.Inf(1)
	if s.Unit == UnitPercent && high <= 100 {
		ceiling = 100
	}
	for _, p := range s.Points {
		take(p.Centre)
		if !shown(p) {
			continue
		}
		if finite(p.LimitUpper) {
			upper := min(*p.LimitUpper, ceiling)
			take(&upper)
		}
		if below {
			take(p.LimitLower)
		}
	}
	return low, high
}

// shown says whether a point has a value that may be drawn.
func shown(p Point) bool { return finite(p.Value) && p.State == PointShown }

func (f *frame) slotWidth() float64 {
	return (f.plot.right - f.plot.left) / float64(max(1, len(f.slots)))
}

// x gives the place of a position counted in slots.
func (f *frame) x(at float64) float64 { return f.plot.left + at*f.slotWidth() }

// edges give the part of the plot that is a point's own, in mm.
func (f *frame) edges(i int) (left, right float64) {
	start, end := f.places.edges(i)
	return f.x(start), f.x(end)
}

// at gives the place of a point that has a value.
func (f *frame) at(i int) XY {
	return XY{f.x(f.middle(i)), f.y(*f.spec.Points[i].Value)}
}

// pointRoom gives the width in mm that a point has for itself.
func (f *frame) pointRoom() float64 {
	return (f.plot.right - f.plot.left) / float64(max(1, len(f.spec.Points)))
}

// y gives the height of a value. Nothing stands below or above the plot.
func (f *frame) y(value float64) float64 {
	share := min(max((value-f.low)/(f.scale.top-f.low), 0), 1)
	return f.plot.bottom - share*(f.plot.bottom-f.plot.top)
}

// grid draws the horizontal lines with their ticks; the unit stands at the top one only.
func (f *frame) grid() {
	for _, tick := range append(f.scale.ticks(), f.below()...) {
		y := f.y(tick)
		if tick != 0 {
			f.line(f.plot.left, y, f.plot.right, y, InkHairline, 0.4)
		}
		f.tickLabel(tick, y)
	}
}

// zeroLine is drawn over the band, which may stand on it.
func (f *frame) zeroLine() {
	f.line(f.plot.left, f.y(0), f.plot.right, f.y(0), InkAxis, 0.6)
}

// below gives the ticks under the zero line, downwards; mostly there are none.
func (f *frame) below() []float64 {
	var ticks []float64
	if f.low < 0 && f.scale.step > -f.low { // a strip has two ticks, and its step is too long
		return []float64{f.low}
	}
	for tick := -f.scale.step; tick > f.low-f.scale.step/2; tick -= f.scale.step {
		ticks = append(ticks, tick)
	}
	return ticks
}

func (f *frame) tickLabel(tick, y float64) {
	text := f.scale.label(tick)
	if tick > f.scale.top-f.scale.step/2 {
		text += string(f.spec.Unit)
	}
	label := Text{At: XY{f.plot.left - tickGap, y + labelRise}, Text: text, Size: labelSize, Ink: InkSecond, Anchor: AnchorEnd}
	if boxOf(label).left < 0 {
		label.Size, label.At.X = leastSize, f.plot.left-0.4
	}
	f.write(label)
}
