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
	hollow bool    // the marker is white inside
	ring   bool    // the marker is an open ring, through which the line is seen
	labels []label // words at points
}

// label stands at one point of a series.
type label struct {
	slot   int
	text   string // "" is the value of the point, live
	bold   bool
	gutter bool   // stands at the right of the plot, else above its point
	end    bool   // stands at the last point that the series has
	side   string // of its point: r, l, t or b; "" is t
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

// draw plans the native chart beside the table, with its left edge at a column,
// and gives the first free row under it.
func (t *trend) draw(left int) int {
	if len(t.Spec.Points) == 0 {
		return headRow + 1
	}
	return t.plotAt(left, t.Spec.Alt, func() (string, []byte) { return t.reference(t.series[0].column), t.chartXML() })
}

// plotAt plans a native chart with its top at the head of the sheet and gives the
// first free row under it. What makes it is asked when all widths are known; it
// gives any range of the chart, and the chart.
func (s *sheet) plotAt(left int, alt string, make func() (values string, xml []byte)) int {
	s.chart = func() { s.plotNow(left, alt, make) }
	row, room := headRow, chartHeight*pointsPerPixel+heightGap
	for room > 0 {
		s.height(row, heightRow) // or the gap among the notes would pull up what stands under the chart
		room -= s.heightOf(row)
		row++
	}
	return row
}

// plotNow makes the chart. The library makes the drawing, its place and its alt
// text; the chart itself is replaced, because the library cannot label single points.
func (s *sheet) plotNow(left int, alt string, make func() (string, []byte)) {
	b, yes := s.book, true
	b.charts++
	name := strconv.Itoa(b.charts)
	values, xml := make()
	b.keep(b.file.AddChart(s.name, at(left, headRow), &excelize.Chart{
		Type:      excelize.Line,
		Series:    []excelize.ChartSeries{{Values: values}},
		Dimension: excelize.ChartDimension{Width: chartWidth, Height: uint(math.Round(chartHeight * pointsPerPixel * libraryPixels))},
		Format: excelize.GraphicOptions{
			// With "oneCell" the library writes an end that lies in the first cell.
			AltText: clean(alt), Name: "Chart " + name, OffsetY: 3, PrintObject: &yes, Positioning: "absolute",
		},
	}))
	b.file.Pkg.Store("xl/charts/chart"+name+".xml", xml)
}

// reference is the range of the points of a column.
func (t *trend) reference(column int) string {
	return t.rangeOf(t.at(column), headRow+1, len(t.Spec.Points))
}

// rangeOf names the cells of a column, from a row on.
func (s *sheet) rangeOf(column, row, count int) string {
	first, err := excelize.CoordinatesToCellName(column, row, true)
	s.book.keep(err)
	last, err := excelize.CoordinatesToCellName(column, row+count-1, true)
	s.book.keep(err)
	return place(s.name, first+":"+last)
}
