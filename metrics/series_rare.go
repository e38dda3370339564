package metrics

import (
	"evidencepack/ingest/record"
	"evidencepack/metrics/stat"
)

// RareOf makes a series of the days between events too rare to count by month:
// the serious incidents of INC-10 in one scope. Each event but the first is a
// point, at its day; a longer gap is better. Events of one day are one point, so
// that no gap is 0 days: what happened on one day is most often one event with
// several rows.
//
// The values are of consecutive months and say which days had events. Where a
// month between two events has no rows of incidents, or incidents of which none
// was graded, nobody knows whether there was another, and the point is a gap.
// The days since the last event are told, but are no point, because that gap is
// not over. Below 12 gaps the series is a run chart without signals.
func RareOf(m Metric, monthly []Value, rebases []Rebase) Series {
	months := inOrder(monthly)
	s := sketch{scale: 1}
	var last record.Date
	known := true // since the last event
	var before record.Date
	for _, v := range months {
		if before != 0 && v.Span.From != before+1 {
			known = false
		}
		before = v.Span.To
		known = known && graded(v)
		if v.Serious == nil {
			continue
		}
		for _, day := range v.Serious.Days {
			switch {
			case day == last:
				if n := len(s.points); n > 0 {
					s.points[n-1].Events++
				}
				continue
			case last != 0:
				s.add(day, float64(day-last), known)
			}
			last, known = day, graded(v)
		}
	}
	var service string
	if len(months) > 0 {
		service = months[0].Scope.Service
	}
	s.divide(m.ID, service, rebases)
	out := s.choose(SeriesT, ReasonRare)
	if out.LastEvent = last; last != 0 {
		out.DaysSince = int(before - last)
	}
	return out
}

// graded tells whether a month can say that nothing serious happened: it has rows
// of incidents, and not only ones that nobody graded.
func graded(v Value) bool {
	if v.Status == NoData || v.Serious == nil {
		return false
	}
	return v.Serious.Ungraded == 0 || v.Denominator != nil && *v.Denominator > 0
}

// add puts an event at the end of a series.
func (s *sketch) add(day record.Date, days float64, known bool) {
	p := SeriesPoint{Span: record.Span{From: day, To: day}, Events: 1, Gap: GapNoData}
	group := gap
	if known {
		p.Gap, p.Value = GapNone, number(days)
		group = stat.Subgroup{Y: days, N: 1}
	}
	s.points, s.groups = append(s.points, p), append(s.groups, group)
}
