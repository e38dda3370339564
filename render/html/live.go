package html

import (
	"encoding/json"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"evidencepack/render/chart"
)

// typeface is that of the page; the second name is for letters that it lacks.
const typeface = "Open Sans, Arial, sans-serif"

// island is what the page carries for one live chart: the options, and what must
// be said by a function that JSON cannot hold, as data for our own script.
type island struct {
	Option any      `json:"option"`
	Labels []string `json:"labels"` // under the slots
	Tips   []string `json:"tips"`   // what is said at each slot
	Top    float64  `json:"top"`    // the tick that carries the unit
	Unit   string   `json:"unit"`
	Height int      `json:"height"` // of the box, in pixels
}

// islandOf builds the live chart of a Spec as JSON that may stand inside a script
// element: encoding/json writes <, > and & by their numbers. The library's own
// page is not used: it lets text of the data run as code.
func islandOf(s chart.Spec, id string, compact bool) ([]byte, error) {
	p := plotOf(s, compact)
	line := charts.NewLine()
	line.ExtendXAxis(p.xAxes[1:]...)
	line.ExtendYAxis(p.yAxes[1:]...)
	line.SetGlobalOptions(
		charts.WithInitializationOpts(opts.Initialization{ChartID: id}),
		charts.WithAnimation(false),
		charts.WithAriaOpts(&opts.Aria{Enabled: opts.Bool(true), Label: &opts.AriaLabel{Enabled: opts.Bool(true), Description: s.Alt}}),
		charts.WithGridOpts(p.grids...),
		charts.WithXAxisOpts(p.xAxes[0]),
		charts.WithYAxisOpts(p.yAxes[0]),
		charts.WithTooltipOpts(opts.Tooltip{
			Show: opts.Bool(true), Trigger: "axis",
			BorderColor: chart.InkText.Hex(), BackgroundColor: chart.InkWhite.Hex(),
		}),
	)
	line.SetXAxis(p.names)
	line.MultiSeries = p.series()
	line.Validate()
	option := line.JSON()
	for _, unused := range []string{"title", "legend", "toolbox", "color"} {
		delete(option, unused)
	}
	option["textStyle"] = opts.TextStyle{FontFamily: typeface, Color: chart.InkSecond.Hex()}
	option["tooltip"] = tooltip{
		Tooltip: line.Tooltip, RenderMode: "richText", Confine: true, BorderWidth: 1,
		TextStyle: &opts.TextStyle{FontFamily: typeface, Color: chart.InkText.Hex(), FontSize: 13},
	}
	option["yAxis"] = withoutTicks(line.YAxisList)
	option["series"] = p.layered(line.MultiSeries)
	return json.Marshal(island{Option: option, Labels: p.labels, Tips: p.tips, Top: p.axis.Top, Unit: string(s.Unit), Height: p.height})
}

// tooltip adds what go-echarts has no word for. An HTML tooltip would need inline
// styles, which the security policy of the page forbids.
type tooltip struct {
	opts.Tooltip
	RenderMode   string          `json:"renderMode"`
	Confine      bool            `json:"confine"`
	BorderWidth  int             `json:"borderWidth"`
	BorderRadius int             `json:"borderRadius"`
	ShadowBlur   int             `json:"shadowBlur"`
	TextStyle    *opts.TextStyle `json:"textStyle"`
}

// valueAxis adds what go-echarts has no word for: the numbers of the y axis stand
// at the grid lines and need no ticks.
type valueAxis struct {
	opts.YAxis
	AxisTick *opts.AxisTick `json:"axisTick"`
}

func withoutTicks(axes []opts.YAxis) []valueAxis {
	var all []valueAxis
	for _, axis := range axes {
		all = append(all, valueAxis{axis, &opts.AxisTick{Show: opts.Bool(false)}})
	}
	return all
}

// layer is a series with what go-echarts has no word for: only the data answers
// to the pointer, and layers lie in a fixed order.
type layer struct {
	charts.SingleSeries
	Silent bool `json:"silent"`
	Clip   bool `json:"clip"`
	Z      int  `json:"z"`
}

func (p *plot) layered(series []charts.SingleSeries) []layer {
	var layers []layer
	for i, s := range series {
		layers = append(layers, layer{SingleSeries: s, Silent: i != len(series)-1, Z: 2 + i})
	}
	return layers
}
