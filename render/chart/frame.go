package chart

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
	spec  Spec
	plot  box
	slots slots
	scale scale
	low   float64 // foot of the axis: 0, or less where a value is below 0, as a net change may be
}

func newFrame(c *canvas, s Spec, top, bottom float64) *frame {
	width := c.scene.Width
	axis := AxisOf(s)
	f := &frame{
		canvas: c, spec: s, slots: slotsOf(s.Points),
		plot:  box{leftGutter, top, width - rightGutter(width), bottom},
		scale: scale{axis.Top, axis.Step},
		low:   axis.Foot,
	}
	return f
}

// extremes gives the smallest and the largest of the values that are shown; 0 is
// always between them.
func extremes(s Spec) (low, high float64) {
	take := func(value *float64) {
		if value != nil {
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
	take(s.LastCentre())
	take(s.Target)
	return low, high
}

// shown says whether a point has a value that may be drawn.
func shown(p Point) bool { return p.Value != nil && p.State == PointShown }

func (f *frame) slotWidth() float64 {
	return (f.plot.right - f.plot.left) / float64(max(1, len(f.slots)))
}

// x gives the place of a position counted in slots.
func (f *frame) x(at float64) float64 { return f.plot.left + at*f.slotWidth() }

// y gives the height of a value. Nothing stands below or above the plot.
func (f *frame) y(value float64) float64 {
	share := min(max((value-f.low)/(f.scale.top-f.low), 0), 1)
	return f.plot.bottom - share*(f.plot.bottom-f.plot.top)
}

// grid draws the horizontal lines with their ticks; the unit stands at the top one only.
func (f *frame) grid() {
	for _, tick := range append(f.scale.ticks(), f.below()...) {
		y := f.y(tick)
		if tick == 0 {
			f.line(f.plot.left, y, f.plot.right, y, InkAxis, 0.6)
		} else {
			f.line(f.plot.left, y, f.plot.right, y, InkHairline, 0.4)
		}
		f.tickLabel(tick, y)
	}
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
