package html

import (
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/opts"

	"evidencepack/render/chart"
)

// Lengths of a live chart in pixels. A partner strip is compact: no months, no windows, no flags.
const (
	fullHeight    = 360
	compactHeight = 96
	leftGutter    = 46  // numbers of the y axis
	rightGutter   = 112 // direct labels
	labelGap      = 15  // from one direct label to the next
	tagTop        = 8
	tagRow        = 18 // one row of letters above the plot
	tagFoot       = 6  // from the letters to the plot
	belowPlot     = 66 // months, years and the bars of baseline and period
	windowBottom  = 20 // from the foot of the box to the bars
	compactTop    = 14
	compactFoot   = 10
	nominalWidth  = 620 // of the plot, near enough to slope a hatch
	narrowWidth   = 200 // of the plot on a telephone, for letters that must not touch
)

// The axes of a live chart. The months are names; everything that needs a day
// lies on a second, hidden axis that counts slots.
const (
	axisNames = iota
	axisSlots
	axisTags
	axisWindows
)

// plot is a Spec with its places worked out.
type plot struct {
	chart.Spec
	compact      bool
	slots        slots
	tags         []tag
	tagRows      int
	names        []string
	labels, tips []string
	axis         chart.Axis
	height       int // of the whole box
	plotHeight   int // from the foot of the axis to the top tick
	grids        []opts.Grid
	xAxes        []opts.XAxis
	yAxes        []opts.YAxis
}

func plotOf(s chart.Spec, compact bool) *plot {
	p := &plot{Spec: s, compact: compact, slots: s.Points, axis: chart.AxisOf(s)}
	p.labels = p.slots.axisLabels(s.Grain)
	for _, point := range s.Points {
		p.names = append(p.names, point.Label)
		p.tips = append(p.tips, p.tip(point))
	}
	if !compact {
		p.tags, p.tagRows = p.slots.tags(s.Marks)
	}
	p.frame()
	return p
}

// tip is what is said at one slot: the month, its value with its counts, and the
// changes that fall in it.
func (p *plot) tip(point chart.Point) string {
	value := pointWords(point, p.Spec)
	if counts := share(point.Numerator, point.Denominator); counts != "" && point.Value != nil {
		value += " (" + counts + ")"
	}
	lines := []string{point.Label, orWord(p.Measure, p.Title) + ": " + value}
	for _, m := range p.Marks {
		if point.From <= m.From && m.From <= point.To {
			lines = append(lines, m.Letter+": "+m.Date+", "+m.Where+", "+m.What)
		}
	}
	return strings.Join(lines, "\n")
}

// frame lays out the grids and axes.
func (p *plot) frame() {
	p.height = compactHeight
	top, foot := compactTop, compactFoot
	if !p.compact {
		p.height, top, foot = fullHeight, tagTop+p.tagRows*tagRow+tagFoot, belowPlot
	}
	p.plotHeight = p.height - top - foot
	grid := func(top, height, bottom string) opts.Grid {
		return opts.Grid{Left: strconv.Itoa(leftGutter), Right: strconv.Itoa(rightGutter), Top: top, Height: height, Bottom: bottom}
	}
	end := float64(max(len(p.Points), 1))
	hidden := func(grid int) opts.XAxis {
		return opts.XAxis{Type: "value", Show: opts.Bool(false), GridIndex: grid, Min: 0, Max: end, AxisPointer: noPointer()}
	}
	p.grids = []opts.Grid{grid(strconv.Itoa(top), "", strconv.Itoa(foot))}
	p.xAxes = []opts.XAxis{p.monthAxis(), hidden(0)}
	p.yAxes = []opts.YAxis{p.valueAxis()}
	if p.compact {
		return
	}
	p.grids = append(p.grids,
		grid(strconv.Itoa(tagTop), strconv.Itoa(p.tagRows*tagRow+tagFoot), ""),
		grid("", "6", strconv.Itoa(windowBottom)))
	p.xAxes = append(p.xAxes, hidden(1), hidden(2))
	p.yAxes = append(p.yAxes,
		opts.YAxis{Type: "value", Show: opts.Bool(false), GridIndex: 1, Min: 0, Max: p.tagDepth(), Inverse: opts.Bool(true), AxisPointer: noPointer()},
		opts.YAxis{Type: "value", Show: opts.Bool(false), GridIndex: 2, Min: 0, Max: 1, AxisPointer: noPointer()})
}

// tagDepth is the depth of the strip of letters, counted in its rows.
func (p *plot) tagDepth() float64 { return float64(p.tagRows) + float64(tagFoot)/tagRow }

func (p *plot) monthAxis() opts.XAxis {
	return opts.XAxis{
		Type:      "category",
		AxisLine:  &opts.AxisLine{LineStyle: &opts.LineStyle{Color: chart.InkAxis.Hex(), Width: 1}},
		AxisTick:  &opts.AxisTick{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: chart.InkAxis.Hex()}},
		AxisLabel: &opts.AxisLabel{Show: opts.Bool(!p.compact), Color: chart.InkSecond.Hex(), FontSize: 12, HideOverlap: opts.Bool(true)},
	}
}

// valueAxis starts at 0, or below where a value is below.
func (p *plot) valueAxis() opts.YAxis {
	step := p.axis.Step
	if p.compact {
		step = max(p.axis.Top, -p.axis.Foot)
	}
	return opts.YAxis{
		Type: "value", Min: p.axis.Foot, Max: p.axis.Top, MinInterval: step, MaxInterval: step,
		AxisLine:    &opts.AxisLine{Show: opts.Bool(false)},
		AxisLabel:   &opts.AxisLabel{Color: chart.InkSecond.Hex(), FontSize: 12},
		SplitLine:   &opts.SplitLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: chart.InkHairline.Hex()}},
		AxisPointer: noPointer(),
	}
}

func noPointer() *opts.AxisPointer { return &opts.AxisPointer{Show: opts.Bool(false)} }
