package chart

import "slices"

const (
	stripHeight = 8.5 // of the plot, mm
	stripRadius = 0.45
	stripBelow  = 2.2 // ticks, and the lower half of the label of 0
)

// Strip gives the drawing of the measure that must be read with a chart: low, with
// two ticks, and its months under those of a Layout of the same width in mm. It has
// no dates of its own. Its height is in the scene.
func Strip(s Spec, width float64) Scene {
	bottom := tickLabelAbove + stripHeight
	f := newFrame(newCanvas(width, bottom+stripBelow), unlimited(s), tickLabelAbove, bottom)
	if f.plot.right-f.plot.left < leastPlotWidth {
		return f.scene
	}
	f.scale.step = f.scale.top
	f.grid()
	f.zeroLine()
	f.dateTicks(f.slots.dateLabels(f.named, s.Grain))
	f.hatches()
	f.dataLines(0.8)
	f.points(stripRadius)
	f.spec.Levels, f.spec.Target = nil, nil
	f.gutter()
	f.gapWords()
	if len(s.Points) == 0 {
		f.nothing()
	}
	return f.scene
}

// unlimited gives a chart without lines, limits and signals: a strip shows the values
// only, on a scale of their own, and names the last one.
func unlimited(s Spec) Spec {
	s.Points = slices.Clone(s.Points)
	for i := range s.Points {
		p := &s.Points[i]
		p.Centre, p.LimitLower, p.LimitUpper, p.Signal = nil, nil, nil, SignalNone
	}
	s.CentreLabel, s.Rebases = "", nil
	return s
}
