package html

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"evidencepack/render/chart"
)

// item is a place with a label or a shape of its own; go-echarts has one label for
// a whole series only.
type item struct {
	Name         string          `json:"name,omitempty"`
	Value        []any           `json:"value"`
	Symbol       string          `json:"symbol,omitempty"`
	SymbolSize   []int           `json:"symbolSize,omitempty"`
	SymbolOffset []int           `json:"symbolOffset,omitempty"`
	ItemStyle    *opts.ItemStyle `json:"itemStyle,omitempty"`
	Label        *itemLabel      `json:"label,omitempty"`
}

// itemLabel is a label that may be turned.
type itemLabel struct {
	opts.Label
	Rotate  int   `json:"rotate,omitempty"`
	Offset  []int `json:"offset,omitempty"` // pixels
	Padding []int `json:"padding,omitempty"`
}

// series gives all layers from back to front; the data comes last.
func (p *plot) series() []charts.SingleSeries {
	var all []charts.SingleSeries
	if !p.compact {
		all = append(all, p.band()...)
	}
	all = append(all, p.hatches()...)
	if !p.compact {
		all = append(all, p.centreLines()...)
	}
	if p.Target != nil && !p.compact {
		all = append(all, p.across(*p.Target, opts.LineStyle{Color: chart.InkText.Hex(), Width: 1.2, Type: "dashed"}))
	}
	if !p.compact {
		all = append(all, p.levels()...)
		all = append(all, p.rebases()...)
		all = append(all, p.flags()...)
		all = append(all, p.windows()...)
	}
	if p.Grain == chart.GrainQuarter {
		all = append(all, p.intervals())
	}
	all = append(all, p.gapWords()...)
	all = append(all, p.gutter())
	if !p.compact {
		all = append(all, p.rings()...)
	}
	return append(all, p.data())
}

// data is the line of values. A month without a value breaks the line.
func (p *plot) data() charts.SingleSeries {
	values := []item{}
	for i, point := range p.Points {
		at := item{Name: point.Label, Value: []any{p.place(i), "-"}}
		if p.Grain != chart.GrainEvent {
			at.Value[0] = i
		}
		if shown(point) {
			at.Value[1] = *point.Value
			if !p.compact {
				at = dressed(at, point.Signal, point.LeftOut)
			}
		}
		values = append(values, at)
	}
	size := pointSize
	if p.compact {
		size = smallPointSize
	}
	return charts.SingleSeries{
		Name: orWord(p.Measure, p.Title), Type: types.ChartLine, Data: values,
		ConnectNulls: opts.Bool(false), ShowSymbol: opts.Bool(true), Symbol: "circle", SymbolSize: size,
		ItemStyle: &opts.ItemStyle{Color: chart.InkData.Hex()},
		LineStyle: &opts.LineStyle{Color: chart.InkData.Hex(), Width: 2},
	}
}

// strokes is a layer of straight lines; each stroke is a list of places.
func strokes(xAxis, yAxis int, style opts.LineStyle, lines ...[][2]float64) charts.SingleSeries {
	data := [][]any{}
	for _, line := range lines {
		for _, place := range line {
			data = append(data, []any{place[0], place[1]})
		}
		data = append(data, []any{"-", "-"})
	}
	return charts.SingleSeries{
		Type: types.ChartLine, XAxisIndex: xAxis, YAxisIndex: yAxis, Data: data,
		ConnectNulls: opts.Bool(false), ShowSymbol: opts.Bool(false), LineStyle: &style,
		ItemStyle: &opts.ItemStyle{Color: style.Color},
	}
}

// across is a line over the whole width.
func (p *plot) across(v float64, style opts.LineStyle) charts.SingleSeries {
	return strokes(axisSlots, 0, style, [][2]float64{{0, v}, {p.end(), v}})
}

// levels are the values of the baseline and the period, each across its months.
func (p *plot) levels() []charts.SingleSeries {
	var all []charts.SingleSeries
	for i, l := range p.Levels {
		start, end, ok := p.slots.window(l.From, l.To)
		if !ok || l.Value == nil {
			continue
		}
		all = append(all, strokes(axisSlots, 0, opts.LineStyle{Color: p.levelInk(i).Hex(), Width: 3}, [][2]float64{{start, *l.Value}, {end, *l.Value}}))
	}
	return all
}

// levelInk: the baseline is grey, the period has the colour of the claim.
func (p *plot) levelInk(at int) chart.Ink {
	switch {
	case at == 0:
		return chart.InkAxis
	case p.State == chart.StateNone:
		return chart.InkData
	}
	return p.State.Ink()
}

// windows are the bars under the months that name the baseline and the period.
func (p *plot) windows() []charts.SingleSeries {
	var all []charts.SingleSeries
	names := places(axisWindows, 2)
	var items []item
	for i, l := range p.Levels {
		start, end, ok := p.slots.window(l.From, l.To)
		if !ok {
			continue
		}
		ink := chart.InkText
		if i == 0 {
			ink = chart.InkAxis
		}
		all = append(all, strokes(axisWindows, 2, opts.LineStyle{Color: ink.Hex(), Width: 4}, [][2]float64{{start + 0.04, 0.5}, {end - 0.04, 0.5}}))
		items = append(items, wordAt((start+end)/2, 0.5, l.Name, "bottom", chart.InkSecond, false))
	}
	names.Data = items
	return append(all, names)
}

// intervals are the likely ranges of the quarters.
func (p *plot) intervals() charts.SingleSeries {
	var lines [][][2]float64
	for i, point := range p.Points {
		if shown(point) && point.Lower != nil && point.Upper != nil {
			x := p.place(i)
			lines = append(lines, [][2]float64{{x, *point.Lower}, {x, math.Min(*point.Upper, p.axis.Top)}})
		}
	}
	return strokes(axisSlots, 0, opts.LineStyle{Color: chart.InkData.Hex(), Width: 1.2}, lines...)
}
