package chart

// nominalWidth and nominalHeight are the lengths in mm for which the axes of a funnel are
// chosen where the drawing has no millimetres: that of a full page.
const nominalWidth, nominalHeight = 170, 60

// FunnelAxes gives the axis of sizes and the upright one of a funnel, for drawings
// other than a Scene. They are those of LayoutFunnel at full width.
func FunnelAxes(f Funnel) (sizes, values Axis) {
	p := newFunnelPlot(f, nominalWidth, nominalHeight)
	return Axis{Foot: p.from, Top: p.to, Step: p.step}, Axis{Top: tidy(p.scale.top), Step: tidy(p.scale.step)}
}
