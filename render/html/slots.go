package html

import (
	"math"
	"strings"
	"time"

	"evidencepack/render/chart"
)

// slots places dates on the x axis of a chart: slot 0 runs from 0 to 1, a point
// stands in the middle of its slot.
type slots []chart.Point

// at gives the place of a date at its start (end false) or at its end (end true);
// false where the date is outside the chart or cannot be read.
func (s slots) at(day string, end bool) (float64, bool) {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0, false
	}
	for i, p := range s {
		from, fromErr := time.Parse(time.DateOnly, p.From)
		to, toErr := time.Parse(time.DateOnly, p.To)
		if fromErr != nil || toErr != nil || d.Before(from) || d.After(to) {
			continue
		}
		days := to.Sub(from).Hours()/24 + 1
		done := d.Sub(from).Hours() / 24
		if end {
			done++
		}
		return math.Round((float64(i)+done/days)*100_000) / 100_000, true
	}
	return 0, false
}

// window gives both ends of a span of days, cut to the chart; false where no part
// of the span is in the chart.
func (s slots) window(from, to string) (start, end float64, ok bool) {
	if len(s) == 0 || to < s[0].From || from > s[len(s)-1].To {
		return 0, 0, false
	}
	start, within := s.at(from, false)
	if !within {
		start = 0
	}
	end, within = s.at(to, true)
	if !within {
		end = float64(len(s))
	}
	return start, end, start < end
}

// axisLabels names the slots: quarters each, months at the start of each quarter
// of the year; the year stands under the first label and under each January.
func (s slots) axisLabels(grain chart.Grain) []string {
	labels := make([]string, len(s))
	for i, p := range s {
		name, year := p.Label, ""
		if at := strings.LastIndexByte(p.Label, ' '); grain != chart.GrainRow && at > 0 {
			name, year = p.Label[:at], p.Label[at+1:]
		}
		from, err := time.Parse(time.DateOnly, p.From)
		if err == nil && grain == chart.GrainMonth && i > 0 && (from.Month()-1)%3 != 0 {
			continue
		}
		labels[i] = name
		if year != "" && (i == 0 || err == nil && from.Month() == time.January) {
			labels[i] += "\n" + year
		}
	}
	return labels
}
