package main

import (
	"math"
	"strconv"
	"strings"

	"evidencepack/metrics/stat/tabular"
	"evidencepack/render/chart"
	"evidencepack/render/html"
)

// sheet is the chart of one method over one table.
type sheet struct {
	title, subtitle string
	plots           []plotted
	foot            []string
	head            []string // of the table of values
	rows            [][]string
}

// plotted is one plot of a sheet: one for each facet of an XmR chart.
type plotted struct {
	heading, note, alt string
	draw               func(width, height float64) chart.Scene
}

// Sizes of the plots in millimetres.
const (
	sheetWidth       = 190
	sheetPlotHeight  = 78
	sheetNarrowTall  = 82
	mostPlotsOfSheet = 24
)

// sheetEndings write a sheet as a file, by the ending of its name.
var sheetEndings = map[string]func(sheet) ([]byte, error){
	".svg": func(s sheet) ([]byte, error) {
		drawn := chart.Sheet{Title: s.title, Subtitle: s.subtitle, Foot: s.foot}
		var alts []string
		for _, p := range s.plots {
			drawn.Plots = append(drawn.Plots, chart.Plot{Heading: p.heading, Note: p.note, Scene: p.draw(sheetWidth-2*chart.SheetMargin, sheetPlotHeight)})
			alts = append(alts, p.alt)
		}
		return html.SVG(drawn.Scene(sheetWidth), strings.Join(alts, " ")), nil
	},
	".html": func(s sheet) ([]byte, error) {
		page := html.Alone{Title: s.title, Subtitle: s.subtitle, Foot: s.foot, Head: s.head, Rows: s.rows}
		for _, p := range s.plots {
			page.Plots = append(page.Plots, html.AlonePlot{
				Heading: p.heading, Note: p.note, Alt: p.alt,
				Wide: p.draw(html.AloneWide, sheetPlotHeight), Narrow: p.draw(html.AloneNarrow, sheetNarrowTall),
			})
		}
		return html.Standalone(page)
	},
}

// answer reads the table that a method has made, by the names of its columns.
type answer struct {
	tabular.Table
	at map[string]int
}

func answerOf(t tabular.Table) answer {
	a := answer{t, map[string]int{}}
	for i, name := range t.Head {
		a.at[name] = i
	}
	return a
}

// text gives a cell, "" where it is missing or the table has no such column.
func (a answer) text(row int, name string) string {
	at, ok := a.at[name]
	if !ok || a.Rows[row][at] == "NA" {
		return ""
	}
	return a.Rows[row][at]
}

// mostDrawn is the largest number that a chart shows.
const mostDrawn = 1e15

// number gives a cell as a number, nil where it is missing, not defined or too large
// to be drawn.
func (a answer) number(row int, name string) *float64 {
	v, err := strconv.ParseFloat(a.text(row, name), 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) > mostDrawn {
		return nil
	}
	return &v
}

// yes tells whether a cell is TRUE.
func (a answer) yes(row int, name string) bool { return a.text(row, name) == "TRUE" }

// times gives a number in another unit; nil stays nil.
func times(v *float64, by float64) *float64 {
	if v == nil {
		return nil
	}
	scaled := *v * by
	return &scaled
}

// decimalsFor gives how many decimals tell the values of a chart apart: at least
// three figures of the largest, and no more than six decimals.
func decimalsFor(values []*float64) int {
	largest := 0.0
	whole := true
	for _, v := range values {
		if v != nil {
			largest = max(largest, math.Abs(*v))
			whole = whole && *v == math.Trunc(*v)
		}
	}
	switch {
	case whole || largest >= 1000:
		return 0
	case largest >= 1 || largest == 0:
		return 1
	}
	return min(1-int(math.Floor(math.Log10(largest))), 6)
}

// plainNumberText writes a count or a size; what is not there is a dash.
func plainNumberText(v *float64) string {
	if v == nil {
		return "–"
	}
	return chart.Decimal(*v, decimalsFor([]*float64{v}))
}

// orWord writes a value, or the word that stands for it.
func orWord(v *float64, decimals int, word string) string {
	if v == nil {
		return dashed(word)
	}
	return chart.Decimal(*v, decimals)
}

func dashed(text string) string {
	if text == "" {
		return "–"
	}
	return text
}
