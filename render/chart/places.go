package chart

import (
	"math"
	"time"
)

// mostMonths is the longest axis of events, in months: a hundred years. Dates that
// are further apart are a mistake, and their points are spaced evenly instead.
const mostMonths = 1200

// places says where the points stand on the axis, counted in slots.
type places struct {
	slots  slots
	named  []Point   // what each slot is named after
	events []float64 // the day of each event among months; nil where each point has a slot of its own
}

// placesOf gives each point its slot, and each event its day on an axis of months.
// Events without dates in order are spaced evenly.
func placesOf(s Spec) places {
	if s.Grain == GrainEvent {
		if p, ok := eventPlaces(s); ok {
			return p
		}
	}
	return places{slots: slotsOf(s.Points), named: s.Points}
}

func eventPlaces(s Spec) (places, bool) {
	var days []time.Time
	for _, p := range s.Points {
		date, err := time.Parse(time.DateOnly, p.From)
		if err != nil || len(days) > 0 && date.Before(days[len(days)-1]) {
			return places{}, false
		}
		days = append(days, date)
	}
	ends := days
	for _, text := range []string{s.From, s.To} {
		if date, err := time.Parse(time.DateOnly, text); err == nil {
			ends = append(ends, date)
		}
	}
	if len(ends) == 0 {
		return places{}, false
	}
	first, last := ends[0], ends[0]
	for _, date := range ends {
		if date.Before(first) {
			first = date
		}
		if date.After(last) {
			last = date
		}
	}
	if float64(last.Sub(first)/day) > mostMonths*30 {
		return places{}, false
	}
	p := places{events: []float64{}}
	for month := time.Date(first.Year(), first.Month(), 1, 0, 0, 0, 0, time.UTC); !month.After(last); month = month.AddDate(0, 1, 0) {
		p.named = append(p.named, Point{
			From: month.Format(time.DateOnly), To: month.AddDate(0, 1, -1).Format(time.DateOnly), Label: month.Format("Jan 2006"),
		})
	}
	p.slots = slotsOf(p.named)
	for _, date := range days {
		p.events = append(p.events, p.slots.at(date))
	}
	return p, true
}

// middle gives the place of a point.
func (p places) middle(i int) float64 {
	if p.events != nil {
		return p.events[i]
	}
	return float64(i) + 0.5
}

// edges give the part of the axis that is a point's own: its slot, or from halfway
// after the event before to halfway before the next. The first and the last event
// reach to the ends of the axis.
func (p places) edges(i int) (start, end float64) {
	if p.events == nil {
		return float64(i), float64(i + 1)
	}
	start, end = 0, float64(len(p.slots))
	if i > 0 {
		start = (p.events[i-1] + p.events[i]) / 2
	}
	if i+1 < len(p.events) {
		end = (p.events[i] + p.events[i+1]) / 2
	}
	return start, end
}

// finite says whether there is a number that can be drawn.
func finite(v *float64) bool { return v != nil && !math.IsNaN(*v) && !math.IsInf(*v, 0) }
