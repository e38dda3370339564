package main

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"evidencepack/metrics/stat/tabular"
	"evidencepack/render/chart"
)

// pointSlots say where the points of a time chart stand and what is written there.
type pointSlots struct {
	places   []string
	dates    []time.Time // nil where the places are numbers
	grain    chart.Grain
	from, to string // of the axis, for events only
}

// slotsFor looks at the places of the points, which are dates or numbers in order.
// Monthly dates have a slot a month; events stand at their date; all others are
// spaced evenly.
func slotsFor(places []string, events bool) pointSlots {
	s := pointSlots{places: places, grain: chart.GrainRow}
	for _, place := range places {
		date, err := time.Parse(time.DateOnly, place)
		if err != nil {
			s.dates = nil
			return s
		}
		s.dates = append(s.dates, date)
	}
	months, monthly := monthsOf(s.dates)
	switch {
	case len(s.dates) == 0:
	case events:
		s.grain = chart.GrainEvent
		s.from, s.to = places[0], places[len(places)-1]
	case monthly && len(months) == len(s.dates):
		s.grain = chart.GrainMonth
	}
	return s
}

// point gives a point with its dates and its name.
func (s pointSlots) point(i int) chart.Point {
	if s.dates == nil {
		return chart.Point{Label: s.places[i]}
	}
	date := s.dates[i]
	p := chart.Point{From: s.places[i], To: s.places[i], Label: date.Format("2 Jan 2006")}
	if s.grain == chart.GrainMonth {
		first := time.Date(date.Year(), date.Month(), 1, 0, 0, 0, 0, time.UTC)
		p.From, p.To = first.Format(time.DateOnly), first.AddDate(0, 1, -1).Format(time.DateOnly)
		p.Label = date.Format("Jan 2006")
	}
	return p
}

// withGaps puts an empty month into a monthly chart for each month that has no row,
// so that no line is drawn across it.
func (s pointSlots) withGaps(points []chart.Point) []chart.Point {
	if s.grain != chart.GrainMonth {
		return points
	}
	var all []chart.Point
	for _, p := range points {
		if len(all) > 0 {
			for next := nextMonth(all[len(all)-1].From); next < p.From && len(all) < mostSlots; next = nextMonth(next) {
				first, _ := time.Parse(time.DateOnly, next)
				all = append(all, chart.Point{
					From: next, To: first.AddDate(0, 1, -1).Format(time.DateOnly), Label: first.Format("Jan 2006"),
					State: chart.PointNoData, Word: string(chart.PointNoData),
				})
			}
		}
		all = append(all, p)
	}
	return all
}

// mostSlots bounds the empty months of a chart: a slip in a year must not fill it.
const mostSlots = 600

func nextMonth(first string) string {
	date, err := time.Parse(time.DateOnly, first)
	if err != nil {
		return first
	}
	return date.AddDate(0, 1, 0).Format(time.DateOnly)
}

// span says what the axis is and how far it reaches.
func (s pointSlots) span() string {
	n := plural(len(s.places), "point", "points")
	if len(s.places) == 0 {
		return n
	}
	first, last := s.point(0).Label, s.point(len(s.places)-1).Label
	if first == last {
		return fmt.Sprintf("%s: %s", n, first)
	}
	switch s.grain {
	case chart.GrainMonth:
		return fmt.Sprintf("%s by month, %s to %s", n, first, last)
	case chart.GrainEvent:
		return fmt.Sprintf("%s, one an event, %s to %s", n, first, last)
	}
	return fmt.Sprintf("%s, %s to %s", n, first, last)
}

// headed is a time chart with the heading that stands over it.
type headed struct {
	heading string
	spec    chart.Spec
}

// specSheet makes a sheet of time charts, with the table of their values.
func specSheet(title string, specs []headed, foot []string) sheet {
	s := sheet{title: title, foot: foot, head: []string{"Point", "Counted", "Out of", "Value", "Line", "Lower limit", "Upper limit", "Signal"}}
	if len(specs) > 1 {
		s.head = append([]string{"Series"}, s.head...)
	} else {
		s.subtitle = specs[0].spec.Subtitle
	}
	for _, h := range specs {
		spec := h.spec
		note := ""
		if len(specs) > 1 {
			note = spec.Subtitle
		}
		s.plots = append(s.plots, plotted{heading: h.heading, note: note, alt: spec.Alt, draw: func(width, height float64) chart.Scene {
			return chart.Layout(spec, width, height)
		}})
		for _, p := range spec.Points {
			row := []string{
				p.Label, written(p.Numerator, spec), written(p.Denominator, spec), written(p.Value, spec),
				written(p.Centre, spec), written(p.LimitLower, spec), written(p.LimitUpper, spec), p.SignalWhy,
			}
			if p.Value == nil {
				row[3] = p.Word
			}
			if row[7] == "" {
				row[7] = "–"
			}
			if len(specs) > 1 {
				row = append([]string{h.heading}, row...)
			}
			s.rows = append(s.rows, row)
		}
	}
	return s
}

// written is a number of a table of values; what is not there is a dash.
func written(v *float64, spec chart.Spec) string {
	if v == nil {
		return "–"
	}
	return chart.Decimal(*v, max(spec.Decimals, decimalsFor([]*float64{v})))
}

// textsOf gives a column of an answer.
func textsOf(a answer, name string) []string {
	var all []string
	for i := range a.Rows {
		all = append(all, a.text(i, name))
	}
	return all
}

// settingOf gives a setting as it was typed, or its default.
func settingOf(method tabular.Method, in tabular.Input, name string) string {
	if value, given := in.Settings[name]; given {
		return strings.TrimSpace(value)
	}
	s, _ := method.Setting(name)
	return s.Default
}

// givenSettings writes the settings that were given, in order of their names.
func givenSettings(in tabular.Input) []string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(in.Settings)) {
		all = append(all, name+"="+in.Settings[name])
	}
	return all
}

// setTarget draws a target that is one number, in the unit of the chart.
func setTarget(spec *chart.Spec, text string, scale float64) {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) > mostDrawn {
		return
	}
	v *= scale
	spec.Target = &v
	spec.TargetLabel = "target " + chart.Decimal(v, decimalsFor([]*float64{&v})) + string(spec.Unit)
}
