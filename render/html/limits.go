package html

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"evidencepack/render/chart"
)

// band is the ground between the limits, stepped at the edges of the slots and
// broken where a point has none.
func (p *plot) band() []charts.SingleSeries {
	var rings [][][2]float64
	var upper, lower [][2]float64
	finish := func() {
		if len(upper) > 0 {
			rings = append(rings, ring(upper, lower))
		}
		upper, lower = nil, nil
	}
	for i, point := range p.Points {
		if point.LimitUpper == nil || !shown(point) {
			finish()
			continue
		}
		start, end := p.edges(i)
		top, foot := p.within(*point.LimitUpper), p.axis.Foot
		if point.LimitLower != nil {
			foot = p.within(*point.LimitLower)
		}
		upper = append(upper, [2]float64{start, top}, [2]float64{end, top})
		lower = append(lower, [2]float64{start, foot}, [2]float64{end, foot})
	}
	finish()
	if len(rings) == 0 {
		return nil
	}
	return []charts.SingleSeries{ground(axisSlots, 0, chart.InkBand, rings...)}
}

// within keeps a limit inside the plot.
func (p *plot) within(v float64) float64 { return min(max(v, p.axis.Foot), p.axis.Top) }

// ring goes along the upper edge of a band and back along the lower one.
func ring(upper, lower [][2]float64) [][2]float64 {
	var all [][2]float64
	all = append(all, upper...)
	for i := len(lower) - 1; i >= 0; i-- {
		all = append(all, lower[i])
	}
	return append(all, upper[0])
}

// ground is a layer of closed shapes without an outline. The library fills what
// lies between a line and the axis; for a line that comes back to its start, that
// is what lies inside it.
func ground(xAxis, yAxis int, ink chart.Ink, rings ...[][2]float64) charts.SingleSeries {
	layer := strokes(xAxis, yAxis, opts.LineStyle{Color: ink.Hex(), Width: 0.01}, rings...)
	layer.AreaStyle = &opts.AreaStyle{Color: ink.Hex(), Opacity: opts.Float(1)}
	return layer
}

// centreLines is the centre line, one stroke for each part with a centre of its own.
func (p *plot) centreLines() []charts.SingleSeries {
	var lines [][][2]float64
	open := false
	for i, point := range p.Points {
		if point.Centre == nil {
			open = false
			continue
		}
		start, end := p.edges(i)
		if last := len(lines) - 1; open && lines[last][1][1] == *point.Centre {
			lines[last][1][0] = end
		} else {
			lines = append(lines, [][2]float64{{start, *point.Centre}, {end, *point.Centre}})
		}
		open = true
	}
	if len(lines) == 0 {
		return nil
	}
	return []charts.SingleSeries{strokes(axisSlots, 0, opts.LineStyle{Color: chart.InkNoChange.Hex(), Width: 1.2}, lines...)}
}

// rebaseWords stand at a rule where limits begin anew; who decided it, and why,
// stands beneath the chart.
const rebaseWords = "new limits"

// rebaseRoom is the width of those words in pixels, so that two never touch.
const rebaseRoom = 72

// rebases are the rules where somebody had the limits worked out again.
func (p *plot) rebases() []charts.SingleSeries {
	var rules, ends [][][2]float64
	var items []item
	free := -1.0
	for _, r := range p.Rebases {
		first := slices.IndexFunc(p.Points, func(point chart.Point) bool { return point.From >= r.From })
		if first < 1 {
			continue // it begins with the chart or after it
		}
		at, _ := p.edges(first)
		rules = append(rules, [][2]float64{{at, p.axis.Foot}, {at, p.axis.Top}})
		row := float64(p.tagRows - 1)
		ends = append(ends, [][2]float64{{at, row + 0.1}, {at, p.tagDepth()}})
		if at >= free {
			items = append(items, wordAt(at, row+0.45, rebaseWords, "right", chart.InkSecond, false))
			free = at + rebaseRoom*p.end()/narrowWidth
		}
	}
	if len(rules) == 0 {
		return nil
	}
	dashed := opts.LineStyle{Color: chart.InkSecond.Hex(), Width: 1.2, Type: "dashed"}
	words := places(axisTags, 1)
	words.Data = items
	return []charts.SingleSeries{strokes(axisSlots, 0, dashed, rules...), strokes(axisTags, 1, dashed, ends...), words}
}

// The sizes of points in pixels. A diamond is measured over its points.
const (
	pointSize      = 7
	smallPointSize = 5
	betterSize     = 12
	worseSize      = 15
	ringSize       = 13
)

// dressed gives a point its shape: a signal is larger, with the shape and colour of
// its side; a point that is not in the limits is open.
func dressed(at item, signal chart.Signal, leftOut bool) item {
	style := func(fill, edge chart.Ink, width float32) *opts.ItemStyle {
		return &opts.ItemStyle{Color: fill.Hex(), BorderColor: edge.Hex(), BorderWidth: width, Opacity: opts.Float(1)}
	}
	switch {
	case leftOut:
		at.ItemStyle = style(chart.InkWhite, chart.InkData, 1.5)
	case signal == chart.SignalBetter:
		at.Symbol, at.SymbolSize, at.ItemStyle = "circle", []int{betterSize, betterSize}, style(chart.InkImprovement, chart.InkWhite, 1)
	case signal == chart.SignalWorse:
		at.Symbol, at.SymbolSize, at.ItemStyle = "diamond", []int{worseSize, worseSize}, style(chart.InkConcern, chart.InkWhite, 1)
	}
	return at
}

// rings go round the signals of a measure that is not better either way.
func (p *plot) rings() []charts.SingleSeries {
	var items []item
	for i, point := range p.Points {
		if shown(point) && point.Signal == chart.SignalNeither && !point.LeftOut {
			items = append(items, item{Value: []any{p.place(i), *point.Value}})
		}
	}
	return ringed(axisSlots, items)
}

// ringed is a layer of open circles.
func ringed(xAxis int, items []item) []charts.SingleSeries {
	if len(items) == 0 {
		return nil
	}
	return []charts.SingleSeries{{
		Type: types.ChartScatter, XAxisIndex: xAxis, Symbol: "circle", SymbolSize: ringSize, Data: items,
		ItemStyle: &opts.ItemStyle{Color: chart.InkWhite.Hex(), BorderColor: chart.InkText.Hex(), BorderWidth: 1.2, Opacity: opts.Float(1)},
	}}
}

// shown says whether a point has a value that may be drawn.
func shown(p chart.Point) bool { return p.Value != nil && p.State == chart.PointShown }
