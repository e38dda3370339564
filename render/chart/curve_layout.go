package chart

import (
	"cmp"
	"math"
	"slices"
)

// Sizes of a curve in mm unless said otherwise.
const (
	curveWidth    = 1.4 // pt
	censorHeight  = 1.2
	medianRadius  = 1.0
	atRiskBelow   = 7.9 // baseline of the first row of numbers under the plot
	atRiskRow     = 3.4
	atRiskFoot    = 1.0 // under the last baseline
	atRiskWord    = "at risk"
	fewWord       = "fewer than 12 remain"
	longestGroup  = 24.0 // of a name at the left
	curveGridStep = 25.0 // per cent
)

// LayoutCurve gives the drawing of a Kaplan–Meier plot in a box of width × height mm,
// without its title and source line: the stepped share still there with its range, a
// short upright for each that went out of sight, the median, and under the axis the
// number at risk. A line goes on in grey dots from the day on which too few are left.
// Steps that no curve can have (a time before 0, a number that is none) are left out.
// A box too small for a plot gives a scene without shapes.
func LayoutCurve(c Curve, width, height float64) Scene {
	p := newCurvePlot(c, width, height)
	if p.plot.right-p.plot.left < leastPlotWidth || p.plot.bottom-p.plot.top < leastPlotHeight {
		return p.scene
	}
	p.grid()
	for _, g := range p.groups {
		p.band(g)
	}
	p.line(p.plot.left, p.plot.bottom, p.plot.right, p.plot.bottom, InkAxis, 0.6)
	p.medians()
	for i, g := range p.groups {
		p.course(g, i)
	}
	p.words()
	p.atRisk()
	return p.scene
}

// CurveHeight gives the height in mm of a scene whose plot is so many mm high.
func CurveHeight(c Curve, plot float64) float64 { return tickLabelAbove + plot + curveFoot(c) }

// curveFoot is what the ticks and the rows of numbers take under the plot.
func curveFoot(c Curve) float64 {
	rows := len(c.Groups)
	if rows > 1 {
		rows++ // their names stand under a head
	}
	return atRiskBelow + atRiskRow*float64(max(0, rows-1)) + atRiskFoot
}

// curvePlot is the plot of one curve and its axes.
type curvePlot struct {
	*canvas
	curve  Curve
	groups []CurveGroup // with the steps that can be drawn, in order
	plot   box
	last   float64 // days at the right end
}

func newCurvePlot(c Curve, width, height float64) *curvePlot {
	p := &curvePlot{canvas: newCanvas(width, height), curve: c}
	for _, group := range c.Groups {
		group.Steps = drawable(group.Steps)
		p.groups = append(p.groups, group)
		for _, step := range group.Steps {
			p.last = max(p.last, step.Time)
		}
	}
	for _, tick := range c.Ticks {
		if finite(&tick) {
			p.last = max(p.last, tick)
		}
	}
	if p.last == 0 {
		p.last = 1
	}
	left := leftGutter
	for i := range p.groups {
		left = max(left, TextWidth(p.rowName(i), labelSize, true)+2*tickGap+p.firstNumber(i))
	}
	p.plot = box{left, tickLabelAbove, width - rightGutter(width), height - curveFoot(c)}
	return p
}

// firstNumber gives how far the number at risk at day 0 stands out to the left.
func (p *curvePlot) firstNumber(group int) float64 {
	for i, tick := range p.curve.Ticks {
		if at := p.groups[group].AtRisk; tick == 0 && i < len(at) {
			return TextWidth(Decimal(float64(at[i]), 0), labelSize, false) / 2
		}
	}
	return 0
}

// drawable gives the steps that a curve can have, in order of time.
func drawable(steps []Step) []Step {
	var out []Step
	for _, step := range steps {
		if finite(&step.Time) && finite(&step.Share) && step.Time >= 0 {
			out = append(out, step)
		}
	}
	slices.SortStableFunc(out, func(a, b Step) int { return cmp.Compare(a.Time, b.Time) })
	return out
}

func (p *curvePlot) x(days float64) float64 {
	share := min(max(days/p.last, 0), 1)
	return p.plot.left + share*(p.plot.right-p.plot.left)
}

func (p *curvePlot) y(share float64) float64 {
	return p.plot.bottom - min(max(share/100, 0), 1)*(p.plot.bottom-p.plot.top)
}

// grid draws the lines of the shares and the ticks of the days.
func (p *curvePlot) grid() {
	for share := 0.0; share <= 100; share += curveGridStep {
		y, text := p.y(share), Decimal(share, 0)
		if share > 0 {
			p.line(p.plot.left, y, p.plot.right, y, InkHairline, 0.4)
		}
		if share == 100 {
			text += string(UnitPercent)
		}
		p.write(Text{At: XY{p.plot.left - tickGap, y + labelRise}, Text: text, Size: labelSize, Ink: InkSecond, Anchor: AnchorEnd})
	}
	named := false
	for _, tick := range p.curve.Ticks {
		if !finite(&tick) || tick < 0 {
			continue
		}
		p.line(p.x(tick), p.plot.bottom, p.x(tick), p.plot.bottom+1.2, InkAxis, 0.4)
		label := Text{At: XY{p.x(tick), p.plot.bottom + monthsBelow}, Text: Decimal(tick, 0), Size: labelSize, Ink: InkSecond, Anchor: AnchorMiddle}
		if long := label; tick > 0 && !named {
			long.Text += " days"
			if named = p.write(p.inside(long)); named {
				continue
			}
		}
		p.write(p.inside(label))
	}
}

// band fills the range of the shares, stepped; it breaks where there is none.
func (p *curvePlot) band(g CurveGroup) {
	var above, below []XY
	finish := func() {
		if len(above) > 0 {
			slices.Reverse(below)
			p.draw(Polygon{Points: append(above, below...), Fill: InkBand})
		}
		above, below = nil, nil
	}
	for i := 0; i+1 < len(g.Steps); i++ {
		step := g.Steps[i]
		if !finite(step.Lower) || !finite(step.Upper) {
			finish()
			continue
		}
		left, right := p.x(step.Time), p.x(g.Steps[i+1].Time)
		above = append(above, XY{left, p.y(*step.Upper)}, XY{right, p.y(*step.Upper)})
		below = append(below, XY{left, p.y(*step.Lower)}, XY{right, p.y(*step.Lower)})
	}
	finish()
}

// medians draws dashed lines from both axes to the point at which half are left.
func (p *curvePlot) medians() {
	for _, g := range p.groups {
		if !finite(g.Median) || *g.Median < 0 {
			continue
		}
		x, y := p.x(*g.Median), p.y(50)
		p.draw(Line{Points: []XY{{p.plot.left, y}, {x, y}, {x, p.plot.bottom}}, Ink: InkText, Width: 0.6, Dash: []float64{1.6, 0.8}})
	}
}

// groupDashes tell the lines of several groups apart; the first is solid.
var groupDashes = [][]float64{nil, {2.6, 1}, {1, 0.8}, {4, 0.9, 0.9, 0.9}}

// thinDash is how a line goes on where too few are left.
var thinDash = []float64{0.5, 0.9}

// course draws the line of a group, its uprights and the dot of its median.
func (p *curvePlot) course(g CurveGroup, at int) {
	whole, thin := p.paths(g)
	p.path(whole, InkData, groupDashes[at%len(groupDashes)])
	p.path(thin, InkFew, thinDash)
	for _, step := range g.Steps {
		if step.Censored > 0 {
			x, y := p.x(step.Time), p.y(step.Share)
			p.line(x, y, x, max(0, y-censorHeight), InkData, 0.5)
		}
	}
	if finite(g.Median) && *g.Median >= 0 {
		p.draw(Circle{Centre: XY{p.x(*g.Median), p.y(50)}, Radius: medianRadius, Fill: InkText})
	}
}

func (p *curvePlot) path(points []XY, ink Ink, dash []float64) {
	if len(points) > 1 {
		p.draw(Line{Points: points, Ink: ink, Width: curveWidth, Dash: dash})
	}
}

// paths gives the steps of a line up to the day from which few are left, and after it.
func (p *curvePlot) paths(g CurveGroup) (whole, thin []XY) {
	if len(g.Steps) == 0 {
		return nil, nil
	}
	few := math.Inf(1)
	if finite(g.ThinFrom) {
		few = *g.ThinFrom
	}
	share := 100.0
	put := func(days, share float64) {
		at := XY{p.x(days), p.y(share)}
		if days <= few {
			whole = append(whole, at)
			return
		}
		if len(thin) == 0 {
			from := XY{p.x(max(few, 0)), at.Y}
			if n := len(whole); n > 0 {
				from.Y = whole[n-1].Y
				whole = append(whole, from)
			}
			thin = append(thin, from)
		}
		thin = append(thin, at)
	}
	put(0, share)
	for _, step := range g.Steps {
		put(step.Time, share)
		put(step.Time, step.Share)
		share = step.Share
	}
	return whole, thin
}
