package chart

import "math"

// Sizes of a funnel in mm.
const (
	funnelRadius = 0.9
	funnelFoot   = 8.2 // ticks, and under them the head of the axis
	headBelow    = 7.3 // its baseline under the plot
	mouthShare   = 2.0 // limits further out than so many times the data do not stretch the axis
)

// LayoutFunnel gives the drawing of services side by side in a box of width × height
// mm, without its title and source line: the 95% limits inside the 99.8% limits, the
// average, and a dot for each service with its name. Only services outside the 99.8%
// limits have a colour and a shape of their own. Limits far outside the data are cut
// at the top of the plot. Where names find no room it says how many. A service
// without a value or a size is not drawn. A box too small for a plot gives a scene
// without shapes.
func LayoutFunnel(f Funnel, width, height float64) Scene {
	p := newFunnelPlot(f, width, height)
	if p.plot.right-p.plot.left < leastPlotWidth || p.plot.bottom-p.plot.top < leastPlotHeight {
		return p.scene
	}
	p.grid()
	p.bands()
	p.line(p.plot.left, p.plot.bottom, p.plot.right, p.plot.bottom, InkAxis, 0.6)
	p.axis()
	if len(p.points) == 0 {
		p.write(Text{
			At:   XY{(p.plot.left + p.plot.right) / 2, (p.plot.top+p.plot.bottom)/2 + labelRise},
			Text: string(PointNoData), Size: smallSize, Ink: InkSecond, Anchor: AnchorMiddle,
		})
		return p.scene
	}
	p.average()
	p.dots()
	p.names()
	return p.scene
}

// funnelPlot is the plot of one funnel and its axes.
type funnelPlot struct {
	*canvas
	funnel     Funnel
	points     []FunnelPoint // those that can be drawn
	plot       box
	scale      scale
	from, step float64 // left end of the axis of sizes and its tick
	to         float64
}

func newFunnelPlot(f Funnel, width, height float64) *funnelPlot {
	p := &funnelPlot{canvas: newCanvas(width, height), funnel: f}
	p.plot = box{leftGutter, tickLabelAbove + 1, width - rightGutter(width), height - funnelFoot}
	smallest, largest, highest := math.Inf(1), 0.0, 0.0
	if finite(&f.Average) {
		highest = f.Average
	}
	for _, point := range f.Points {
		if finite(point.Value) && finite(point.Size) && *point.Size >= 0 && *point.Value >= 0 {
			p.points = append(p.points, point)
			smallest, largest = min(smallest, *point.Size), max(largest, *point.Size)
			highest = max(highest, *point.Value)
		}
	}
	mouth := 0.0
	for _, band := range p.drawnBands() {
		mouth = max(mouth, band.Upper998)
	}
	mouth = min(mouth, mouthShare*highest)
	if f.Unit == UnitPercent && highest <= 100 {
		mouth = min(mouth, 100)
	}
	p.scale = scaleFor(max(highest, mouth), f.Unit, false)
	p.sizes(smallest, largest)
	return p
}

// drawnBands gives the limits that can be drawn, in order of size.
func (p *funnelPlot) drawnBands() []FunnelBand {
	var out []FunnelBand
	for _, b := range p.funnel.Bands {
		ok := true
		for _, v := range []float64{b.Size, b.Lower95, b.Upper95, b.Lower998, b.Upper998} {
			ok = ok && finite(&v)
		}
		if ok && (len(out) == 0 || b.Size > out[len(out)-1].Size) {
			out = append(out, b)
		}
	}
	return out
}

// sizes lays the axis of sizes. It begins at 0 unless all services are of much the
// same size; the names at its ends need some air.
func (p *funnelPlot) sizes(smallest, largest float64) {
	if largest <= 0 {
		p.to, p.step = 1, 1
		return
	}
	low := 0.0
	if smallest > 0.4*largest {
		low = smallest - 0.15*(largest-smallest) - 0.02*largest
	}
	most := math.Max(2, math.Floor((p.plot.right-p.plot.left)/16))
	for size := math.Pow10(int(math.Floor(math.Log10(largest-low))) - 1); ; size *= 10 {
		for _, digit := range []float64{1, 2, 5} {
			step := digit * size
			from, to := math.Floor(low/step)*step, math.Ceil(largest*1.02/step)*step
			if (to-from)/step <= most {
				p.from, p.to, p.step = from, to, step
				return
			}
		}
	}
}

func (p *funnelPlot) x(size float64) float64 {
	share := min(max((size-p.from)/(p.to-p.from), 0), 1)
	return p.plot.left + share*(p.plot.right-p.plot.left)
}

func (p *funnelPlot) y(value float64) float64 {
	share := min(max(value/p.scale.top, 0), 1)
	return p.plot.bottom - share*(p.plot.bottom-p.plot.top)
}

func (p *funnelPlot) grid() {
	for _, tick := range p.scale.ticks() {
		y, text := p.y(tick), p.scale.label(tick)
		if tick > 0 {
			p.line(p.plot.left, y, p.plot.right, y, InkHairline, 0.4)
		}
		if tick > p.scale.top-p.scale.step/2 {
			text += string(p.funnel.Unit)
		}
		label := Text{At: XY{p.plot.left - tickGap, y + labelRise}, Text: text, Size: labelSize, Ink: InkSecond, Anchor: AnchorEnd}
		if boxOf(label).left < 0 {
			label.Size, label.At.X = leastSize, p.plot.left-0.4
		}
		p.write(label)
	}
}

// axis names the sizes and says what they are.
func (p *funnelPlot) axis() {
	for i := 0; ; i++ {
		tick := p.from + float64(i)*p.step
		if tick > p.to+p.step/2 {
			break
		}
		x := p.x(tick)
		p.line(x, p.plot.bottom, x, p.plot.bottom+1.2, InkAxis, 0.4)
		p.write(p.inside(Text{
			At: XY{x, p.plot.bottom + monthsBelow}, Text: scale{p.to, p.step}.label(tick), Size: labelSize, Ink: InkSecond, Anchor: AnchorMiddle,
		}))
	}
	head := p.funnel.SizeHead
	if most := p.scene.Width - 2; TextWidth(head, labelSize, false) > most {
		head = head[:fitting(head, labelSize, false, most-2)] + "…"
	}
	p.write(p.inside(Text{
		At: XY{(p.plot.left + p.plot.right) / 2, p.plot.bottom + headBelow}, Text: head, Size: labelSize, Ink: InkSecond, Anchor: AnchorMiddle,
	}))
}

// average draws the line of all services together, named in the gutter.
func (p *funnelPlot) average() {
	if !finite(&p.funnel.Average) {
		return
	}
	y := p.y(p.funnel.Average)
	p.line(p.plot.left, y, p.plot.right, y, InkNoChange, 0.6)
	width := p.scene.Width - p.plot.right - gutterGap
	if lines := Wrap(p.funnel.AverageLabel, labelSize, false, width); len(lines) > 0 {
		p.beside([]direct{{lines: lines, y: y, ink: InkSecond, line: InkNoChange}}, p.plot.right+gutterGap, p.plot.bottom+lineStep/2)
	}
}

// dots draws the services; those outside the limits stand on top.
func (p *funnelPlot) dots() {
	for _, point := range p.points {
		if point.Signal == SignalNone {
			p.draw(Circle{Centre: p.at(point), Radius: funnelRadius, Fill: InkData, Outline: InkWhite, Width: 0.35})
		}
	}
	for _, point := range p.points {
		p.draw(SignalShape(point.Signal, p.at(point), funnelRadius)...)
	}
}

func (p *funnelPlot) at(point FunnelPoint) XY { return XY{p.x(*point.Size), p.y(*point.Value)} }
