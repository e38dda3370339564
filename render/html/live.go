package html

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"evidencepack/render/chart"
)

// typeface is that of the page; the second name is for letters that it lacks.
const typeface = "Open Sans, Arial, sans-serif"

// live is a chart of any kind with its places worked out, ready to be written as
// the options of the chart library.
type live struct {
	alt     string
	grids   []opts.Grid
	xAxes   []opts.XAxis
	yAxes   []opts.YAxis
	names   []string              // of the slots; nil where the lower axis counts
	series  []charts.SingleSeries // from back to front; the data come last
	trigger string                // axis or item: what the pointer looks for
	island  island
}

// island is what the page carries for one live chart: the options, and what must
// be said by a function that JSON cannot hold, as data for our own script.
type island struct {
	Option any        `json:"option"`
	Labels []string   `json:"labels,omitempty"` // under the slots
	Ticks  []tick     `json:"ticks,omitempty"`  // of a lower axis that counts
	Under  []int      `json:"under,omitempty"`  // series with one word under each tick
	Tips   [][]string `json:"tips"`             // what is said at each point, for each series of data
	Names  []name     `json:"names,omitempty"`  // of single points, put where there is room
	Across float64    `json:"across,omitempty"` // height of the line that names keep clear of
	Top    float64    `json:"top"`              // the tick that carries the unit
	Unit   string     `json:"unit"`
	Height int        `json:"height"` // of the box, in pixels
}

// tick is a place on a lower axis that counts, with its words.
type tick struct {
	At   float64 `json:"at"`
	Text string  `json:"text"`
}

// name is what a point of the first series of data is called.
type name struct {
	Text   string `json:"text"`
	Strong bool   `json:"strong"`
	Ink    string `json:"ink"`
}

// json writes the live chart so that it may stand inside a script element:
// encoding/json writes <, > and & by their numbers. The library's own page is not
// used: it lets text of the data run as code.
func (l live) json(id string) ([]byte, error) {
	line := charts.NewLine()
	line.ExtendXAxis(l.xAxes[1:]...)
	line.ExtendYAxis(l.yAxes[1:]...)
	line.SetGlobalOptions(
		charts.WithInitializationOpts(opts.Initialization{ChartID: id}),
		charts.WithAnimation(false),
		charts.WithAriaOpts(&opts.Aria{Enabled: opts.Bool(true), Label: &opts.AriaLabel{Enabled: opts.Bool(true), Description: l.alt}}),
		charts.WithGridOpts(l.grids...),
		charts.WithXAxisOpts(l.xAxes[0]),
		charts.WithYAxisOpts(l.yAxes[0]),
		charts.WithTooltipOpts(opts.Tooltip{
			Show: opts.Bool(true), Trigger: l.trigger,
			BorderColor: chart.InkText.Hex(), BackgroundColor: chart.InkWhite.Hex(),
		}),
	)
	line.SetXAxis(l.names)
	line.MultiSeries = l.series
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
	l.island.Option = option
	return slim(l.island)
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
