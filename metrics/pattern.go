package metrics

import (
	"slices"
	"strings"

	"evidencepack/ingest/record"
)

// timedOffer counts an offer with a time of day in a window. Where a source writes
// down refusals only, its rows are no offers.
func timedOffer(r *record.CareTask, w Window) Counted {
	return in(w.Span.Has(r.On) && w.Scope.covers(&r.Head) && r.At != record.NoClock && !r.RefusalsOnly, r.Outcome.IsFirstRefusal())
}

// Somebody is familiar who offered support to the person on so many earlier days
// within so many days.
const (
	familiarFrom  = 3
	familiarWeeks = 4
	weekDays      = 7
)

// acquaintance keeps the days on which one person was offered support, in order: by
// anybody known, and by each member of staff.
type acquaintance struct {
	days  []record.Date
	staff map[record.Worker][]record.Date
}

// acquaintance is that of a person with the staff of all their services.
func (s *offerHistory) acquaintance(scopes []Scope) acquaintance {
	a := acquaintance{staff: map[record.Worker][]record.Date{}}
	for _, scope := range scopes {
		for _, o := range s.offers[scope] {
			if o.staff != "" {
				a.days = append(a.days, o.on)
				a.staff[o.staff] = append(a.staff[o.staff], o.on)
			}
		}
	}
	slices.Sort(a.days)
	a.days = slices.Compact(a.days)
	for who, days := range a.staff {
		slices.Sort(days)
		a.staff[who] = slices.Compact(days)
	}
	return a
}

// between counts the days of a sorted list from one day to another.
func between(days []record.Date, from, to record.Date) int {
	first, _ := slices.BinarySearch(days, from)
	after, _ := slices.BinarySearch(days, to+1)
	return after - first
}

// word says whether the person knew the member of staff on a day, "" where that is not
// known: nobody is named, or one of the four weeks before has no offer by anybody
// named, as at the start of the data or around a stay in hospital.
func (a acquaintance) word(staff record.Worker, on record.Date) string {
	if staff == "" {
		return ""
	}
	for week := range record.Date(familiarWeeks) {
		last := on - 1 - weekDays*week
		if between(a.days, last-weekDays+1, last) == 0 {
			return ""
		}
	}
	if between(a.staff[staff], on-familiarWeeks*weekDays, on-1) >= familiarFrom {
		return staffFamiliar
	}
	return staffUnfamiliar
}

// The breakdown by staff, which needs the history.
const (
	staffFamiliar   = "familiar"
	staffUnfamiliar = "unfamiliar"
	splitStaff      = "staff="
)

// byStaff gives the share of refusals with staff whom the person knew, and with others.
func (s *offerHistory) byStaff(w Window) []Value {
	var parts []Value
	for _, word := range []string{staffFamiliar, staffUnfamiliar} {
		if sum := s.counted(w).parts[splitStaff+word]; sum != nil {
			v := shareOf(*sum, w)
			v.Breakdown = splitStaff + word
			parts = append(parts, v)
		}
	}
	return parts
}

// weekdays begins with the day of the week of day 0, 1 January 1970.
var weekdays = [...]string{"thursday", "friday", "saturday", "sunday", "monday", "tuesday", "wednesday"}

// weekdayOf gives the place of the day of the week in the list.
func weekdayOf(on record.Date) int { return ((int(on) % weekDays) + weekDays) % weekDays }

// isPart tells whether an offer is in a part by when it was made.
func isPart(r *record.CareTask, breakdown string) bool {
	name, word, _ := strings.Cut(breakdown, "=")
	switch name {
	case "time_band":
		return clockBand(r.At) == word
	case "weekday":
		return weekdays[weekdayOf(r.On)] == word
	}
	return true
}

var ref06 = Define(Def{
	ID:     "REF-06",
	AddsUp: Sums{Numerator: overDays("REF-06 numerator"), Denominator: overDays("REF-06 denominator")},
	Among:  [][2]string{{"REF-06 denominator", "offers"}, {"REF-06 numerator", "first refusals"}},
	Title:  "When people say no, and to whom",
	Means:  "Out of all offers with a time written down, how often the person first said no, by time of day, weekday and whether they knew the staff.",
	Numerator: "offers with a time of day that the person first refused; staff are familiar who offered support to that person on 3 or more earlier " +
		"days of the 28 before, and an offer is in neither group where one of those four weeks has no offer by staff who are named",
	Denominator:     "offers of support with a time of day",
	NounNumerator:   "first refusals",
	NounDenominator: "offers with a time",
	Unit:            Percent, Better: Neither, Written: true, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"REF-01", "REF-07"},
	Needs:    []record.Kind{record.KindCareTask},
	Columns:  []string{"care_task.event_time"},
	Since:    since, Source: "source article 000",
	WhyItMatters: "When and with whom a person says no often shows what to change, such as the hour or the person who asks.",
}, Rule[*record.CareTask, offerHistory]{
	Whole:      true,
	AnyService: true,
	Add: func(s *offerHistory, r *record.CareTask) Counted {
		if r.Outcome.IsOffer() {
			s.note(Scope{r.Service, r.Person}, keptOffer{on: r.On, staff: r.Staff, band: bandOf(r.At), refused: r.Outcome.IsFirstRefusal(), alone: r.RefusalsOnly})
		}
		return CountedNeither
	},
	Merge: (*offerHistory).merge,
	Finish: func(s *offerHistory, w Window) []Value {
		counted := s.counted(w)
		sum := counted.all
		if w.Breakdown != "" {
			sum = ratio{}
			if part := counted.parts[w.Breakdown]; part != nil {
				sum = *part
			}
		}
		return []Value{shareOf(sum, w).besideAlone(counted.alone, sum.denominator)}
	},
	Judge: func(s *offerHistory, w Window) func(*record.CareTask) Counted {
		knows := map[record.Person]acquaintance{}
		if w.Breakdown != "" {
			for person, scopes := range s.people() {
				knows[person] = s.acquaintance(scopes)
			}
		}
		return func(r *record.CareTask) Counted {
			byStaff := w.Breakdown == splitStaff+staffFamiliar || w.Breakdown == splitStaff+staffUnfamiliar
			if !r.Outcome.IsOffer() || !isPart(r, w.Breakdown) || byStaff && splitStaff+knows[r.Person].word(r.Staff, r.On) != w.Breakdown {
				return CountedNeither
			}
			return timedOffer(r, w)
		}
	},
	PartsName: "staff",
	Parts:     func(s *offerHistory, w Window) []Value { return s.byStaff(w) },
	Splits:    []Split{{Name: "time_band", Words: clockBands[:]}, {Name: "weekday", Words: weekdays[:]}},
})
