package html

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"evidencepack/render/chart"
)

// Lengths of a curve in pixels, beside those of a time chart.
const (
	belowCurve = 52 // days and what they count
	riskRow    = 18 // one row of numbers at risk
	wordWidth  = 17 // letters of a label at the right, where it breaks
)

// axisRisk is the lower axis of the numbers at risk.
const axisRisk = 2

// wholeShare is the top of the axis: all are still there.
const wholeShare = 100

// lineKinds tell several groups apart, in their order.
var lineKinds = []string{"solid", "dashed", "dotted"}

// curvePlot is a curve with its places worked out.
type curvePlot struct {
	chart.Curve
	last  float64 // day on which the axis ends
	ticks []tick
	rows  int // of numbers at risk
	high  int // of the plot in pixels
}

// liveCurve builds the live form of a curve.
func liveCurve(c chart.Curve) live {
	p := curvePlot{Curve: c, last: 1, rows: len(c.Groups) + 1}
	for _, at := range c.Ticks {
		p.last = max(p.last, at)
		p.ticks = append(p.ticks, tick{At: at, Text: dayCount(at)})
	}
	for _, g := range c.Groups {
		for _, s := range g.Steps {
			p.last = max(p.last, s.Time)
		}
	}
	foot := belowCurve + p.rows*riskRow
	height := fullHeight + p.rows*riskRow
	p.high = height - compactTop - foot
	l := live{alt: c.Alt, trigger: "axis"}
	l.grids = []opts.Grid{
		gridOf(strconv.Itoa(compactTop), "", strconv.Itoa(foot)),
		gridOf("", strconv.Itoa(p.rows*riskRow), "4"),
	}
	under := hiddenAxis(1, 0, p.last)
	l.xAxes = []opts.XAxis{countAxis("days since the start", 0, p.last), hiddenAxis(0, 0, p.last), under}
	l.yAxes = []opts.YAxis{
		upAxis(chart.Axis{Top: wholeShare, Step: wholeShare / 4}),
		{Type: "value", Show: opts.Bool(false), GridIndex: 1, Min: 0, Max: p.rows, Inverse: opts.Bool(true), AxisPointer: noPointer()},
	}
	back := p.back()
	numbers, under0 := p.atRisk()
	back = append(back, numbers...)
	l.series = append(back, p.lines()...)
	l.island = island{Ticks: p.ticks, Top: wholeShare, Unit: string(chart.UnitPercent), Height: height}
	for i := range under0 {
		l.island.Under = append(l.island.Under, len(back)-len(numbers)+i)
	}
	for _, g := range c.Groups {
		l.island.Tips = append(l.island.Tips, p.tips(g))
	}
	return l
}

// back is everything behind the lines: ranges, medians, remarks and labels.
func (p curvePlot) back() []charts.SingleSeries {
	var all []charts.SingleSeries
	for _, g := range p.Groups {
		if rings := p.ranges(g); len(rings) > 0 {
			all = append(all, ground(axisSlots, 0, chart.InkBand, rings...))
		}
	}
	var items []item
	for i, g := range p.Groups {
		if g.Median != nil {
			all = append(all, strokes(axisSlots, 0, opts.LineStyle{Color: chart.InkText.Hex(), Width: 1, Type: "dashed"},
				[][2]float64{{0, wholeShare / 2}, {*g.Median, wholeShare / 2}, {*g.Median, 0}}))
			items = append(items, p.medianDot(*g.Median, i == 0))
		}
		if g.ThinFrom != nil {
			items = append(items, p.thinWords(g))
		}
		all = append(all, p.course(g, lineKinds[i%len(lineKinds)])...)
	}
	labels := p.ends()
	words := places(axisSlots, 0)
	words.Data = append(items, labels...)
	return append(all, words, p.censored())
}

// ranges are the likely ranges of a group, stepped.
func (p curvePlot) ranges(g chart.CurveGroup) [][][2]float64 {
	var rings [][][2]float64
	var upper, lower [][2]float64
	for i, s := range g.Steps {
		end := s.Time
		if i+1 < len(g.Steps) {
			end = g.Steps[i+1].Time
		}
		if s.Lower != nil && s.Upper != nil {
			upper = append(upper, [2]float64{s.Time, *s.Upper}, [2]float64{end, *s.Upper})
			lower = append(lower, [2]float64{s.Time, *s.Lower}, [2]float64{end, *s.Lower})
		}
		if len(upper) > 0 && (s.Lower == nil || s.Upper == nil || i == len(g.Steps)-1) {
			rings, upper, lower = append(rings, ring(upper, lower)), nil, nil
		}
	}
	return rings
}

// medianDot marks the day by which half have ended.
func (p curvePlot) medianDot(median float64, named bool) item {
	dot := item{Value: []any{median, wholeShare / 2}}
	if named && p.MedianLabel != "" {
		dot = wordAt(median, wholeShare/2, broken(p.MedianLabel), "right", chart.InkText, false)
		dot.Label.Offset = []int{4, -16}
	}
	dot.Symbol, dot.SymbolSize = "circle", []int{8, 8}
	dot.ItemStyle = &opts.ItemStyle{Color: chart.InkText.Hex(), Opacity: opts.Float(1)}
	return dot
}

// course is the line of a group, with grey dots from where too few are left.
func (p curvePlot) course(g chart.CurveGroup, kind string) []charts.SingleSeries {
	whole, thin := [][2]float64{{0, wholeShare}}, [][2]float64(nil)
	at := whole[0]
	for _, s := range g.Steps {
		corners := [][2]float64{{s.Time, at[1]}, {s.Time, s.Share}}
		switch {
		case g.ThinFrom == nil || s.Time <= *g.ThinFrom:
			whole = append(whole, corners...)
		case thin == nil:
			turn := [2]float64{max(*g.ThinFrom, at[0]), at[1]}
			whole, thin = append(whole, turn), append([][2]float64{turn}, corners...)
		default:
			thin = append(thin, corners...)
		}
		at = corners[1]
	}
	lines := []charts.SingleSeries{strokes(axisSlots, 0, opts.LineStyle{Color: chart.InkData.Hex(), Width: 2, Type: kind}, whole)}
	if thin != nil {
		lines = append(lines, strokes(axisSlots, 0, opts.LineStyle{Color: chart.InkFew.Hex(), Width: 2, Type: "dotted"}, thin))
	}
	return lines
}

// thinWords stand over the line where too few are left to say much.
func (p curvePlot) thinWords(g chart.CurveGroup) item {
	y := float64(wholeShare)
	for _, s := range g.Steps {
		if s.Time <= *g.ThinFrom {
			y = s.Share
			if s.Upper != nil {
				y = *s.Upper
			}
		}
	}
	side := "right"
	if *g.ThinFrom > p.last/2 {
		side = "left"
	}
	word := wordAt(*g.ThinFrom, min(y+5, wholeShare-4), thinWord, side, chart.InkFew, false)
	if side == "left" {
		word = wordAt(p.last, min(y+5, wholeShare-4), thinWord, side, chart.InkFew, false)
	}
	return word
}

// thinWord is said where a line goes on in grey dots.
const thinWord = "fewer than 12 remain"

// ends name each line at the right.
func (p curvePlot) ends() []item {
	var items []item
	most := 1
	for _, g := range p.Groups {
		if len(g.Steps) == 0 || g.Name+g.EndLabel == "" {
			continue
		}
		text := g.Name
		if g.EndLabel != "" && text != "" {
			text += "\n"
		}
		text, lines := brokenLines(text + g.EndLabel)
		most = max(most, lines)
		items = append(items, wordAt(p.last, g.Steps[len(g.Steps)-1].Share, text, "right", chart.InkData, true))
	}
	spread(items, chart.Axis{Top: wholeShare}, p.high, labelGap*most)
	return items
}

// censored are short strokes above the line where somebody went out of sight.
func (p curvePlot) censored() charts.SingleSeries {
	layer := places(axisSlots, 0)
	items := []item{}
	for _, g := range p.Groups {
		for _, s := range g.Steps {
			if s.Censored > 0 {
				items = append(items, item{
					Value: []any{s.Time, s.Share}, Symbol: "rect", SymbolSize: []int{1, 7}, SymbolOffset: []int{0, -4},
					ItemStyle: &opts.ItemStyle{Color: chart.InkData.Hex(), Opacity: opts.Float(1)},
				})
			}
		}
	}
	layer.Data = items
	return layer
}

// atRisk are the rows under the axis: their name, then one number under each tick
// for each group. The second result holds one entry for each row of numbers.
func (p curvePlot) atRisk() ([]charts.SingleSeries, []int) {
	var all []charts.SingleSeries
	var rows []int
	heads := places(axisRisk, 1)
	items := []item{wordAt(0, 0.5, "at risk", "right", chart.InkSecond, true)}
	items[0].Label.Offset = []int{-leftGutter + 2, 0}
	for i, g := range p.Groups {
		row := places(axisRisk, 1)
		numbers := []item{}
		for k, at := range p.Ticks {
			text := ""
			if k < len(g.AtRisk) {
				text = strconv.Itoa(g.AtRisk[k])
			}
			numbers = append(numbers, wordAt(at, float64(i)+1.5, text, "inside", chart.InkText, false))
		}
		row.Data = numbers
		all, rows = append(all, row), append(rows, i)
		if g.Name != "" {
			items = append(items, wordAt(p.last, float64(i)+1.5, g.Name, "right", chart.InkSecond, false))
			items[len(items)-1].Label.Offset = []int{12, 0}
		}
	}
	heads.Data = items
	return append(all, heads), rows
}

// lines are the steps of each group, from all at the start, for the pointer; course draws them.
func (p curvePlot) lines() []charts.SingleSeries {
	var all []charts.SingleSeries
	for _, g := range p.Groups {
		values := []item{{Value: []any{0, wholeShare}}}
		for _, s := range g.Steps {
			values = append(values, item{Value: []any{s.Time, s.Share}})
		}
		all = append(all, charts.SingleSeries{
			Name: orWord(g.Name, p.Measure), Type: types.ChartLine, Data: values, Step: "end",
			ShowSymbol: opts.Bool(false), Symbol: "circle", SymbolSize: pointSize,
			ItemStyle: &opts.ItemStyle{Color: chart.InkData.Hex()},
			LineStyle: &opts.LineStyle{Color: "transparent", Width: 2},
		})
	}
	return all
}

// tips say what is known at the start and at each step.
func (p curvePlot) tips(g chart.CurveGroup) []string {
	head := orWord(g.Name, p.Measure)
	tips := []string{head + "\nday 0: " + sharePercent(wholeShare)}
	for _, s := range g.Steps {
		text := head + "\nday " + dayCount(s.Time) + ": " + sharePercent(s.Share)
		if likely := span(s.Lower, s.Upper, shareDecimals); likely != "" {
			text += " (likely range " + likely + ")"
		}
		text += "\n" + strconv.Itoa(s.AtRisk) + " at risk, " + strconv.Itoa(s.Ended) + " ended, " + strconv.Itoa(s.Censored) + " last seen"
		tips = append(tips, text)
	}
	return tips
}
