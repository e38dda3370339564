package html

import (
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/opts"

	"evidencepack/render/chart"
)

// gridOf is one plot between the two gutters, in pixels; "" is left to the library.
func gridOf(top, height, bottom string) opts.Grid {
	return opts.Grid{Left: strconv.Itoa(leftGutter), Right: strconv.Itoa(rightGutter), Top: top, Height: height, Bottom: bottom}
}

// hiddenAxis is a lower axis that nobody sees, for layers that need places.
func hiddenAxis(grid int, start, end float64) opts.XAxis {
	return opts.XAxis{Type: "value", Show: opts.Bool(false), GridIndex: grid, Min: start, Max: end, AxisPointer: noPointer()}
}

// countAxis is a lower axis that counts; its ticks come with the island.
func countAxis(name string, start, end float64) opts.XAxis {
	return opts.XAxis{
		Type: "value", Min: start, Max: end, Name: plain(name), NameLocation: "middle", NameGap: 30,
		AxisLine:  &opts.AxisLine{LineStyle: &opts.LineStyle{Color: chart.InkAxis.Hex(), Width: 1}},
		AxisTick:  &opts.AxisTick{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: chart.InkAxis.Hex()}},
		AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), Color: chart.InkSecond.Hex(), FontSize: 12},
		SplitLine: &opts.SplitLine{Show: opts.Bool(false)},
	}
}

// upAxis is the upright axis.
func upAxis(axis chart.Axis) opts.YAxis {
	return opts.YAxis{
		Type: "value", Min: axis.Foot, Max: axis.Top, MinInterval: axis.Step, MaxInterval: axis.Step,
		AxisLine:    &opts.AxisLine{Show: opts.Bool(false)},
		AxisLabel:   &opts.AxisLabel{Color: chart.InkSecond.Hex(), FontSize: 12},
		SplitLine:   &opts.SplitLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: chart.InkHairline.Hex()}},
		AxisPointer: noPointer(),
	}
}

func noPointer() *opts.AxisPointer { return &opts.AxisPointer{Show: opts.Bool(false)} }

// broken puts a text on lines that fit beside a plot.
func broken(text string) string {
	text, _ = brokenLines(text)
	return text
}

// brokenLines is broken with the number of its lines.
func brokenLines(text string) (string, int) {
	var lines []string
	for part := range strings.SplitSeq(text, "\n") {
		line := ""
		for word := range strings.FieldsSeq(part) {
			if line != "" && len([]rune(line))+1+len([]rune(word)) > wordWidth {
				lines, line = append(lines, line), ""
			}
			if line != "" {
				line += " "
			}
			line += word
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n"), len(lines)
}
