package html

import (
	"time"

	"evidencepack/render/chart"
)

// slotsOf gives the slots of a chart. One that has a point for each event is a
// single slot from its first day to its last, in which each event has its day.
func slotsOf(s chart.Spec) slots {
	if s.Grain != chart.GrainEvent || len(s.Points) == 0 {
		return s.Points
	}
	return slots{{From: orWord(s.From, s.Points[0].From), To: orWord(s.To, s.Points[len(s.Points)-1].To)}}
}

// end is where the lower axis ends, counted in slots.
func (p *plot) end() float64 { return float64(max(len(p.slots), 1)) }

// place is where a point stands: in the middle of its slot, or at noon of its day.
func (p *plot) place(i int) float64 {
	if p.Grain != chart.GrainEvent {
		return float64(i) + 0.5
	}
	start, _ := p.slots.at(p.Points[i].From, false)
	end, there := p.slots.at(p.Points[i].From, true)
	if !there {
		return start
	}
	return (start + end) / 2
}

// edges is how far centre line and limits of a point reach: over its slot. Events
// have no slots; they meet half way.
func (p *plot) edges(i int) (start, end float64) {
	if p.Grain != chart.GrainEvent {
		return float64(i), float64(i + 1)
	}
	end = p.end()
	if i > 0 {
		start = (p.place(i-1) + p.place(i)) / 2
	}
	if i+1 < len(p.Points) {
		end = (p.place(i) + p.place(i+1)) / 2
	}
	return start, end
}

// quarterStarts are the ticks of an axis of days: the first day of each quarter of
// the year, with the year under the first and under each January.
func (s slots) quarterStarts() []tick {
	if len(s) != 1 {
		return nil
	}
	from, fromErr := time.Parse(time.DateOnly, s[0].From)
	to, toErr := time.Parse(time.DateOnly, s[0].To)
	if fromErr != nil || toErr != nil {
		return nil
	}
	month := time.Date(from.Year(), (from.Month()-1)/3*3+1, 1, 0, 0, 0, 0, time.UTC)
	var all []tick
	for ; !month.After(to) && len(all) < mostTicks; month = month.AddDate(0, 3, 0) {
		at, there := s.at(month.Format(time.DateOnly), false)
		if !there {
			continue
		}
		text := month.Format("Jan")
		if len(all) == 0 || month.Month() == time.January {
			text += "\n" + month.Format("2006")
		}
		all = append(all, tick{At: at, Text: text})
	}
	return all
}

// mostTicks bounds the ticks of an axis of days: fifty years.
const mostTicks = 200
