package chart

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
	f := newFrame(newCanvas(width, bottom+stripBelow), s, tickLabelAbove, bottom)
	if f.plot.right-f.plot.left < leastPlotWidth {
		return f.scene
	}
	f.scale.step = f.scale.top
	f.grid()
	f.dateTicks(f.slots.dateLabels(s.Points, s.Grain))
	f.hatches()
	f.dataLines(0.8)
	f.points(stripRadius)
	f.spec.Levels, f.spec.Target, f.spec.CentreLabel = nil, nil, "" // only the last value is named
	f.gutter()
	f.gapWords()
	if len(s.Points) == 0 {
		f.nothing()
	}
	return f.scene
}
