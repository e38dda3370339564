package chart

import (
	"strings"
	"time"
)

// slots places dates on the x axis, counted in slots: the first point's slot runs
// from 0 to 1 and its point stands at 0.5. A date between two slots counts as the edge.
type slots []slot

type slot struct {
	from, to time.Time
	known    bool // false where the dates cannot be read: the slot stands, no date falls in it
}

func slotsOf(points []Point) slots {
	all := make(slots, len(points))
	for i, p := range points {
		from, fromErr := time.Parse(time.DateOnly, p.From)
		to, toErr := time.Parse(time.DateOnly, p.To)
		all[i] = slot{from, to, fromErr == nil && toErr == nil && !to.Before(from)}
	}
	return all
}

const day = 24 * time.Hour

// at gives the place of the start of a day.
func (s slots) at(date time.Time) float64 {
	for i, one := range s {
		switch {
		case !one.known || date.After(one.to):
		case date.Before(one.from):
			return float64(i)
		default:
			whole := one.to.Sub(one.from) + day
			return float64(i) + float64(date.Sub(one.from))/float64(whole)
		}
	}
	return float64(len(s))
}

// window gives the places of the start of the first and the end of the last day,
// cut to the chart; false where no part of it is in the chart or a date cannot be read.
func (s slots) window(from, to string) (start, end float64, ok bool) {
	first, firstErr := time.Parse(time.DateOnly, from)
	last, lastErr := time.Parse(time.DateOnly, to)
	if firstErr != nil || lastErr != nil || last.Before(first) {
		return 0, 0, false
	}
	start, end = s.at(first), s.at(last.Add(day))
	return start, end, start < end
}

// dateLabel is what stands under a slot.
type dateLabel struct {
	slot       int
	name, year string
	opens      bool // starts a quarter, for a month; any quarter does
	january    bool
}

// dateLabels names every slot: Apr for a month, Apr–Jun for a quarter. Where the
// dates cannot be read the label of the point stands.
func (s slots) dateLabels(points []Point, grain Grain) []dateLabel {
	labels := make([]dateLabel, len(s))
	for i, one := range s {
		label := dateLabel{slot: i, name: points[i].Label, opens: true}
		if one.known {
			month := one.from.Month()
			label.name, label.year = one.from.Format("Jan"), one.from.Format("2006")
			label.january = month == time.January
			label.opens = grain == GrainQuarter || month%3 == 1
			if grain == GrainQuarter {
				label.name += "–" + one.to.Format("Jan")
			}
		} else if at := strings.LastIndexByte(label.name, ' '); at > 0 {
			label.name, label.year = label.name[:at], label.name[at+1:]
		}
		labels[i] = label
	}
	return labels
}
