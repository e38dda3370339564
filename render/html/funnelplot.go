package html

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"evidencepack/render/chart"
)

// belowFunnel is the room for the sizes under the plot and what they count.
const belowFunnel = 52

// servicePoint is the size of a service's point in pixels.
const servicePoint = 9

// funnelPlot is a funnel with its places worked out.
type funnelPlot struct {
	chart.Funnel
	x, y chart.Axis
}

// liveFunnel builds the live form of a funnel.
func liveFunnel(f chart.Funnel) live {
	p := funnelPlot{Funnel: f}
	p.x, p.y = chart.FunnelAxes(f)
	height := fullHeight
	l := live{alt: f.Alt, trigger: "item"}
	l.grids = []opts.Grid{gridOf(strconv.Itoa(compactTop), "", strconv.Itoa(belowFunnel))}
	l.xAxes = []opts.XAxis{countAxis(f.SizeHead, p.x.Foot, p.x.Top), hiddenAxis(0, p.x.Foot, p.x.Top)}
	l.yAxes = []opts.YAxis{upAxis(p.y)}
	items, names, tips := p.services()
	l.series = append(p.bands(),
		strokes(axisSlots, 0, opts.LineStyle{Color: chart.InkNoChange.Hex(), Width: 1.2}, [][2]float64{{p.x.Foot, p.Average}, {p.x.Top, p.Average}}),
		p.gutter(height-compactTop-belowFunnel))
	l.series = append(l.series, ringed(axisSlots, p.neither())...)
	l.series = append(l.series, charts.SingleSeries{
		Name: orWord(f.Measure, f.Title), Type: types.ChartScatter, Symbol: "circle", SymbolSize: servicePoint, Data: items,
		ItemStyle: &opts.ItemStyle{Color: chart.InkData.Hex(), Opacity: opts.Float(1)},
	})
	l.island = island{Ticks: p.sizes(), Tips: [][]string{tips}, Names: names, Across: p.Average, Top: p.y.Top, Unit: string(f.Unit), Height: height}
	return l
}

// sizes are the ticks of the lower axis.
func (p funnelPlot) sizes() []tick {
	var all []tick
	for i := 0; ; i++ {
		v := p.x.Foot + float64(i)*p.x.Step
		if v > p.x.Top+p.x.Step/2 {
			break
		}
		all = append(all, tick{At: v, Text: dayCount(v)})
	}
	return all
}

// services are the points, with what each is called and what is said at it. One
// without a value or a size is in the table only.
func (p funnelPlot) services() (items []item, names []name, tips []string) {
	for _, at := range p.Points {
		if at.Value == nil || at.Size == nil {
			continue
		}
		one := dressed(item{Name: at.Name, Value: []any{*at.Size, *at.Value}}, at.Signal, false)
		items = append(items, one)
		label := name{Text: plain(at.Name), Strong: at.Signal != chart.SignalNone, Ink: chart.InkSecond.Hex()}
		switch at.Signal {
		case chart.SignalBetter:
			label.Ink = chart.InkImprovement.Hex()
		case chart.SignalWorse:
			label.Ink = chart.InkConcern.Hex()
		}
		names = append(names, label)
		tip := at.Name + "\n" + orWord(p.Measure, p.Title) + ": " + funnelValue(at, p.Funnel)
		if counts := share(at.Numerator, at.Size); counts != "" {
			tip += " (" + counts + ")"
		}
		if words := chart.SignalWords(at.Signal, at.SignalWhy, false); words != "" {
			tip += "\n" + words
		}
		tips = append(tips, tip)
	}
	return items, names, tips
}

// neither are the services that are out of line on a measure that is not better either way.
func (p funnelPlot) neither() []item {
	var items []item
	for _, at := range p.Points {
		if at.Value != nil && at.Size != nil && at.Signal == chart.SignalNeither {
			items = append(items, item{Value: []any{*at.Size, *at.Value}})
		}
	}
	return items
}

// bands are the limits: the wide ones behind the narrow ones.
func (p funnelPlot) bands() []charts.SingleSeries {
	var upper95, lower95, upper998, lower998 [][2]float64
	for _, b := range p.Bands {
		if b.Size < p.x.Foot || b.Size > p.x.Top {
			continue
		}
		upper95, lower95 = append(upper95, p.at(b.Size, b.Upper95)), append(lower95, p.at(b.Size, b.Lower95))
		upper998, lower998 = append(upper998, p.at(b.Size, b.Upper998)), append(lower998, p.at(b.Size, b.Lower998))
	}
	if len(upper95) < 2 {
		return nil
	}
	return []charts.SingleSeries{
		ground(axisSlots, 0, chart.InkBandWide, ring(upper998, lower998)),
		ground(axisSlots, 0, chart.InkBandNear, ring(upper95, lower95)),
	}
}

// at is a place of a limit, kept inside the plot.
func (p funnelPlot) at(size, v float64) [2]float64 {
	return [2]float64{size, min(max(v, p.y.Foot), p.y.Top)}
}

// gutter names the average and the limits at the right.
func (p funnelPlot) gutter(plotHeight int) charts.SingleSeries {
	var items []item
	if p.AverageLabel != "" {
		items = append(items, wordAt(p.x.Top, p.Average, broken(p.AverageLabel), "right", chart.InkNoChange, false))
	}
	if n := len(p.Bands); n > 1 {
		last := p.Bands[n-1]
		items = append(items,
			wordAt(p.x.Top, p.at(0, last.Upper998)[1], "99.8% limit", "right", chart.InkSecond, false),
			wordAt(p.x.Top, p.at(0, last.Upper95)[1], "95% limit", "right", chart.InkSecond, false))
	}
	spread(items, p.y, plotHeight, labelGap)
	layer := places(axisSlots, 0)
	layer.Data = items
	return layer
}
