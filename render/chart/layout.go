package chart

const (
	pointRadius      = 0.72
	smallPointRadius = 0.5
	dataWidth        = 1.0 // pt
	leastPlotWidth   = 8.0 // mm; anything smaller cannot be read
	leastPlotHeight  = 8.0
)

// Layout gives the drawing of a time chart, in a box of width × height mm, without
// its title, subtitle and source line. The plot takes what the axes, the two windows
// and the rows of flags leave. Where there is no point the frame stays and says so.
// A box too small for a plot gives a scene without shapes.
func Layout(s Spec, width, height float64) Scene {
	below := datesHeight
	if len(s.Levels) > 0 {
		below = windowsHeight
	}
	f := newFrame(newCanvas(width, height), s, tickLabelAbove, height-below)
	rebases := f.rebaseRules()
	flags, rows := f.flags(len(rebases) > 0)
	if rows > 0 {
		f.plot.top = flagRow*float64(rows) + 1
	}
	if f.plot.right-f.plot.left < leastPlotWidth || f.plot.bottom-f.plot.top < leastPlotHeight {
		return f.scene
	}
	f.grid()
	f.band()
	f.zeroLine()
	f.hatches()
	f.centre()
	f.target()
	f.levels()
	f.flagRules(flags)
	f.rebases(rebases)
	f.intervals()
	f.dataLines(dataWidth)
	radius := pointRadius
	if f.plot.right-f.plot.left < narrowPlot {
		radius = smallPointRadius
	}
	f.points(radius)
	f.tags(flags)
	f.gutter()
	f.dates()
	f.windows()
	f.gapWords()
	if len(s.Points) == 0 {
		f.nothing()
	}
	return f.scene
}

// nothing says in the middle of an empty plot that there are no data.
func (f *frame) nothing() {
	f.write(Text{
		At:   XY{(f.plot.left + f.plot.right) / 2, (f.plot.top+f.plot.bottom)/2 + labelRise},
		Text: string(PointNoData), Size: smallSize, Ink: InkSecond, Anchor: AnchorMiddle,
	})
}
