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
	tagRows      int // rows of letters and words above the plot
	names        []string
	labels, tips []string
	ticks        []tick // of an axis of days
	axis         chart.Axis
	height       int // of the whole box
	plotHeight   int // from the foot of the axis to the top tick
	grids        []opts.Grid
	xAxes        []opts.XAxis
	yAxes        []opts.YAxis
}

func plotOf(s chart.Spec, compact bool) *plot {
	p := &plot{Spec: s, compact: compact, slots: slotsOf(s), axis: chart.AxisOf(s)}
	if compact {
		p.axis = chart.AxisOfStrip(s)
	}
	for _, point := range s.Points {
		p.tips = append(p.tips, p.tip(point))
	}
	if s.Grain == chart.GrainEvent {
		p.ticks = p.slots.quarterStarts()
	} else {
		p.labels = p.slots.axisLabels(s.Grain)
		for _, point := range s.Points {
			p.names = append(p.names, point.Label)
		}
	}
	if !compact {
		p.tags, p.tagRows = p.slots.tags(s.Marks)
		if len(s.Rebases) > 0 {
			p.tagRows++
		}
	}
	p.frame()
	return p
}

// islandOf builds the live chart of a Spec.
func islandOf(s chart.Spec, id string, compact bool) ([]byte, error) {
	p := plotOf(s, compact)
	return live{
		alt: s.Alt, grids: p.grids, xAxes: p.xAxes, yAxes: p.yAxes, names: p.names, series: p.series(), trigger: "axis",
		island: island{
			Labels: p.labels, Ticks: p.ticks, Tips: [][]string{p.tips}, Top: p.axis.Top, Unit: string(s.Unit), Height: p.height,
		},
	}.json(id)
}

// tip is what is said at one point: the month, its value with its counts, the
// limits and what a rule found, and the changes that fall in it.
func (p *plot) tip(point chart.Point) string {
	value := pointWords(point, p.Spec)
	if counts := share(point.Numerator, point.Denominator); counts != "" && point.Value != nil {
		value += " (" + counts + ")"
	}
	lines := []string{point.Label, orWord(p.Measure, p.Title) + ": " + value}
	if shown(point) {
		lines = append(lines, p.limitLines(point)...)
	}
	for _, m := range p.Marks {
		if point.From <= m.From && m.From <= point.To {
			lines = append(lines, m.Letter+": "+m.Date+", "+m.Where+", "+m.What)
		}
	}
	return strings.Join(lines, "\n")
}

// limitLines say between which limits a point lies, and what a rule found.
func (p *plot) limitLines(point chart.Point) []string {
	var lines []string
	if text := span(point.LimitLower, point.LimitUpper, p.Decimals); text != "" {
		lines = append(lines, "limits "+text)
	}
	if point.Centre != nil {
		lines = append(lines, centreWord(p.Kind)+" "+chart.Decimal(*point.Centre, p.Decimals)+string(p.Unit))
	}
	if text := chart.SignalWords(point.Signal, point.SignalWhy, point.LeftOut); text != "" {
		lines = append(lines, text)
	}
	return lines
}

// centreWord says what the centre line is, for each value.
func centreWord(kind chart.Kind) string {
	if kind == chart.KindRun {
		return "median"
	}
	return "centre line"
}

// frame lays out the grids and axes.
func (p *plot) frame() {
	p.height = compactHeight
	top, foot := compactTop, compactFoot
	if !p.compact {
		p.height, top, foot = fullHeight, tagTop+p.tagRows*tagRow+tagFoot, belowPlot
	}
	p.plotHeight = p.height - top - foot
	end := p.end()
	p.grids = []opts.Grid{gridOf(strconv.Itoa(top), "", strconv.Itoa(foot))}
	p.xAxes = []opts.XAxis{p.monthAxis(), hiddenAxis(0, 0, end)}
	p.yAxes = []opts.YAxis{p.valueAxis()}
	if p.compact {
		return
	}
	p.grids = append(p.grids,
		gridOf(strconv.Itoa(tagTop), strconv.Itoa(p.tagRows*tagRow+tagFoot), ""),
		gridOf("", "6", strconv.Itoa(windowBottom)))
	p.xAxes = append(p.xAxes, hiddenAxis(1, 0, end), hiddenAxis(2, 0, end))
	p.yAxes = append(p.yAxes,
		opts.YAxis{Type: "value", Show: opts.Bool(false), GridIndex: 1, Min: 0, Max: p.tagDepth(), Inverse: opts.Bool(true), AxisPointer: noPointer()},
		opts.YAxis{Type: "value", Show: opts.Bool(false), GridIndex: 2, Min: 0, Max: 1, AxisPointer: noPointer()})
}

// tagDepth is the depth of the strip of letters, counted in its rows.
func (p *plot) tagDepth() float64 { return float64(p.tagRows) + float64(tagFoot)/tagRow }

func (p *plot) monthAxis() opts.XAxis {
	axis := opts.XAxis{
		Type:      "category",
		AxisLine:  &opts.AxisLine{LineStyle: &opts.LineStyle{Color: chart.InkAxis.Hex(), Width: 1}},
		AxisTick:  &opts.AxisTick{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: chart.InkAxis.Hex()}},
		AxisLabel: &opts.AxisLabel{Show: opts.Bool(!p.compact), Color: chart.InkSecond.Hex(), FontSize: 12, HideOverlap: opts.Bool(true)},
	}
	if p.Grain == chart.GrainEvent {
		axis.Type, axis.Min, axis.Max, axis.SplitLine = "value", 0, p.end(), &opts.SplitLine{Show: opts.Bool(false)}
	}
	return axis
}

// valueAxis starts at 0, or below where a value is below.
func (p *plot) valueAxis() opts.YAxis {
	step := p.axis.Step
	if p.compact {
		step = max(p.axis.Top, -p.axis.Foot)
	}
	return upAxis(chart.Axis{Foot: p.axis.Foot, Top: p.axis.Top, Step: step})
}
