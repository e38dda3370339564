package chart

// Fitted is the meaning of a time chart with a fitted trend that may jump and turn
// at a known period, beside what the trend before it would have gone on to.
type Fitted struct {
	Spec           Spec       // its points are the data; it needs no centre and no limits
	Trend          []*float64 // one for each point; nil in a gap
	Unchanged      []*float64 // as above, drawn dashed from Change on
	Change         int        // place of the first point after the change, from 0; none where it is not within the points
	ChangeLabel    string
	TrendLabel     string
	UnchangedLabel string
}

const fittedWidth = 1.2 // pt

// LayoutFitted gives the drawing of it in a box of width × height mm, without its title.
// Gaps in the data are gaps; the trend is drawn through them, since it is worked out
// and not seen. A box too small for a plot gives a scene without shapes.
func LayoutFitted(p Fitted, width, height float64) Scene {
	wide := p.Spec
	wide.Points = append([]Point(nil), p.Spec.Points...)
	for _, line := range [][]*float64{p.Trend, p.Unchanged} {
		for _, v := range line {
			wide.Points = append(wide.Points, Point{Value: v})
		}
	}
	axis := AxisOf(wide)
	f := newFrame(newCanvas(width, height), p.Spec, tickLabelAbove+flagRow, height-datesHeight)
	f.scale, f.low = scale{axis.Top, axis.Step}, axis.Foot
	if f.plot.right-f.plot.left < leastPlotWidth || f.plot.bottom-f.plot.top < leastPlotHeight {
		return f.scene
	}
	f.grid()
	f.zeroLine()
	f.changeRule(p)
	f.worked(p.Unchanged, max(p.Change, 0), []float64{1.6, 0.8}, InkText, 0.8)
	f.worked(p.Trend[:min(max(p.Change, 0), len(p.Trend))], 0, nil, InkNoChange, fittedWidth)
	f.worked(p.Trend, max(p.Change, 0), nil, InkNoChange, fittedWidth)
	f.points(pointRadius)
	f.fittedLabels(p)
	f.dates()
	f.gapWords()
	if len(p.Spec.Points) == 0 {
		f.nothing()
	}
	return f.scene
}

// changeRule draws the rule at the start of the first period after the change.
func (f *frame) changeRule(p Fitted) {
	if p.Change <= 0 || p.Change >= len(p.Spec.Points) {
		return
	}
	x := f.x(float64(p.Change))
	f.line(x, flagHeight/2, x, f.plot.bottom, InkMarker, 0.5)
	label := Text{At: XY{x + 1, flagHeight}, Text: p.ChangeLabel, Size: smallSize, Ink: InkMarker, Anchor: AnchorStart}
	f.write(f.inside(label))
}

// worked draws a line of worked-out values from one point on.
func (f *frame) worked(values []*float64, from int, dash []float64, ink Ink, width float64) {
	var line []XY
	for i := from; i < len(values); i++ {
		if values[i] != nil {
			line = append(line, XY{f.x(float64(i) + 0.5), f.y(*values[i])})
		}
	}
	if len(line) > 1 {
		f.draw(Line{Points: line, Ink: ink, Width: width, Dash: dash})
	}
}

// fittedLabels names the two lines at the right edge, as far apart as they need.
func (f *frame) fittedLabels(p Fitted) {
	width := f.scene.Width - f.plot.right - gutterGap
	var labels []direct
	for _, one := range []struct {
		values []*float64
		text   string
		ink    Ink
	}{{p.Trend, p.TrendLabel, InkNoChange}, {p.Unchanged, p.UnchangedLabel, InkText}} {
		if n := len(one.values); n > 0 && one.values[n-1] != nil && one.text != "" {
			labels = append(labels, direct{lines: Wrap(one.text, labelSize, false, width), y: f.y(*one.values[n-1]), ink: one.ink, line: one.ink})
		}
	}
	if len(labels) == 2 && labels[0].y > labels[1].y {
		labels[0], labels[1] = labels[1], labels[0]
	}
	spread(labels, 0, f.plot.bottom+lineStep/2)
	for _, label := range labels {
		baseline := label.y - label.height()/2 + lineStep/2 + labelRise
		for _, line := range label.lines {
			f.write(Text{At: XY{f.plot.right + gutterGap, baseline}, Text: line, Size: labelSize, Ink: label.ink, Anchor: AnchorStart})
			baseline += lineStep
		}
	}
}
