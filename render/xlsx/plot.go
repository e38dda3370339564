package xlsx

import (
	"math"
	"strconv"

	"github.com/xuri/excelize/v2"

	"evidencepack/render/chart"
)

// The size of a chart, in pixels of 1/96 inch.
const (
	chartWidth  = 680
	chartHeight = 430
)

// libraryPixels is how many pixels the library counts for a point when it looks
// for the row in which a chart ends. A screen has 4/3.
const libraryPixels = 4 / 3.4

// pointsPerPixel turns the height of a chart into points, in which rows are measured.
const pointsPerPixel = 0.75

// series is one line of a chart, over one column of the sheet.
type series struct {
	column int
	ink    chart.Ink
	width  float64 // of the line in points; 0 is no line
	dashed bool
	marker string  // circle or diamond; "" is none
	size   int     // of the marker
	labels []label // words at points
}

// label stands at one point of a series.
type label struct {
	slot   int
	text   string // "" is the value of the point, live
	bold   bool
	gutter bool // stands at the right of the plot, else above its point
	end    bool // stands at the last point that the series has
}

func valueSeries(column int, last string) series {
	s := series{column: column, ink: chart.InkData, width: 1.5, marker: "circle", size: 5}
	if last != "" {
		s.labels = []label{{bold: true, gutter: true, end: true}}
	}
	return s
}

func centreSeries(column int, text string) series {
	return series{column: column, ink: chart.InkNoChange, width: 0.75, labels: endLabel(text)}
}

func rangeSeries(column int, text string) series {
	return series{column: column, ink: chart.InkAxis, width: 0.75, dashed: true, labels: endLabel(text)}
}

func targetSeries(column int, text string) series {
	return series{column: column, ink: chart.InkText, width: 0.75, dashed: true, labels: endLabel(text)}
}

// levelSeries is the value of a whole window. The period, which is the last one,
// has the colour of the state.
func levelSeries(column int, text string, state chart.State, period bool) series {
	s := series{column: column, ink: chart.InkAxis, width: 2, labels: endLabel(text)}
	if period {
		s.ink = state.Ink()
	}
	return s
}

// markSeries is a dot on the axis for each slot in which something changed.
func markSeries(column int, slots [][]chart.Mark) series {
	s := series{column: column, ink: chart.InkMarker, marker: "circle", size: 7}
	for slot, marks := range slots {
		if len(marks) > 0 {
			s.labels = append(s.labels, label{slot: slot, text: letters(marks), bold: true})
		}
	}
	return s
}

// endLabel names a line at its last point.
func endLabel(text string) []label {
	if text == "" {
		return nil
	}
	return []label{{text: text, gutter: true, end: true}}
}

// scale is the upright axis: from nought to the top, in steps.
type scale struct{ top, step float64 }

// scaleFor chooses steps of 1, 2 or 5 so that the top clears the highest shown
// value by a tenth; shares end at 100.
func scaleFor(highest float64, unit chart.Unit) scale {
	if highest <= 0 {
		return scale{1, 1}
	}
	cleared := highest * 1.1
	power := math.Pow(10, math.Floor(math.Log10(cleared))-1)
	for _, times := range []float64{1, 2, 5, 10, 20, 50} {
		step := times * power
		if steps := math.Ceil(cleared/step - 1e-9); steps <= 6 {
			top := steps * step
			if unit == chart.UnitPercent && top > 100 && highest <= 100 {
				return scale{100, 25}
			}
			return scale{top, step}
		}
	}
	return scale{cleared, cleared}
}

// draw plans the native chart beside the table, with its left edge at a column,
// and gives the first free row under it.
func (t *trend) draw(left int) int {
	if len(t.Spec.Points) == 0 {
		return headRow + 1
	}
	t.chart = func() { t.drawAt(left) }
	row, room := headRow, chartHeight*pointsPerPixel+heightGap
	for room > 0 {
		t.height(row, heightRow) // or the gap among the notes would pull up what stands under the chart
		room -= t.heightOf(row)
		row++
	}
	return row
}

// drawAt makes the chart. The library makes the drawing, its place and its alt
// text; the chart itself is replaced, because the library cannot label single points.
func (t *trend) drawAt(left int) {
	b, yes := t.book, true
	b.charts++
	name := strconv.Itoa(b.charts)
	b.keep(b.file.AddChart(t.name, at(left, headRow), &excelize.Chart{
		Type:      excelize.Line,
		Series:    []excelize.ChartSeries{{Values: t.reference(t.series[0].column)}},
		Dimension: excelize.ChartDimension{Width: chartWidth, Height: uint(math.Round(chartHeight * pointsPerPixel * libraryPixels))},
		Format: excelize.GraphicOptions{
			// With "oneCell" the library writes an end that lies in the first cell.
			AltText: clean(t.Spec.Alt), Name: "Chart " + name, OffsetY: 3, PrintObject: &yes, Positioning: "absolute",
		},
	}))
	b.file.Pkg.Store("xl/charts/chart"+name+".xml", t.chartXML())
}

// reference is the range of the points of a column.
func (t *trend) reference(column int) string {
	first, err := excelize.CoordinatesToCellName(column, headRow+1, true)
	t.book.keep(err)
	last, err := excelize.CoordinatesToCellName(column, headRow+len(t.Spec.Points), true)
	t.book.keep(err)
	return place(t.name, first+":"+last)
}

// highest is the highest number that the chart shows. What is withheld is not in
// the page, so it cannot stretch the scale.
func highest(spec chart.Spec) float64 {
	top := 0.0
	take := func(v *float64) {
		if finite(v) {
			top = max(top, *v)
		}
	}
	for _, p := range spec.Points {
		take(p.Value)
		if spec.Grain == chart.GrainQuarter {
			take(p.Upper)
		}
	}
	for _, l := range spec.Levels {
		take(l.Value)
	}
	take(spec.Centre)
	take(spec.Target)
	return top
}
