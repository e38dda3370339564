package metrics

import (
	"iter"
	"slices"

	"evidencepack/ingest/record"
)

// offerHistory is the history of offers, by month, so that a window need not go
// through all of it.
type offerHistory struct {
	months map[record.Month][]*record.CareTask
}

func (s *offerHistory) note(month record.Month, more ...*record.CareTask) {
	if s.months == nil {
		s.months = map[record.Month][]*record.CareTask{}
	}
	s.months[month] = append(s.months[month], more...)
}

// within gives the offers dated in a span, month by month.
func (s *offerHistory) within(span record.Span) iter.Seq[*record.CareTask] {
	return func(yield func(*record.CareTask) bool) {
		for month := span.From.Month(); month <= span.To.Month(); month++ {
			for _, r := range s.months[month] {
				if span.Has(r.On) && !yield(r) {
					return
				}
			}
		}
	}
}

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

// pairName names a person and a member of staff.
type pairName struct {
	person record.Person
	staff  record.Worker
}

// acquaintance keeps the days on which each person was offered support, in order:
// by anybody known, and by each member of staff. It reaches back as far as a window
// needs.
type acquaintance struct {
	days  map[record.Person][]record.Date
	pairs map[pairName][]record.Date
}

func (s *offerHistory) acquaintance(w Window) acquaintance {
	a := acquaintance{map[record.Person][]record.Date{}, map[pairName][]record.Date{}}
	needed := record.Span{From: w.Span.From - familiarWeeks*weekDays, To: w.Span.To}
	for r := range s.within(needed) {
		if r.Staff != "" {
			pair := pairName{r.Person, r.Staff}
			a.days[r.Person] = append(a.days[r.Person], r.On)
			a.pairs[pair] = append(a.pairs[pair], r.On)
		}
	}
	for who, days := range a.days {
		slices.Sort(days)
		a.days[who] = slices.Compact(days)
	}
	for pair, days := range a.pairs {
		slices.Sort(days)
		a.pairs[pair] = slices.Compact(days)
	}
	return a
}

// between counts the days of a sorted list from one day to another.
func between(days []record.Date, from, to record.Date) int {
	first, _ := slices.BinarySearch(days, from)
	after, _ := slices.BinarySearch(days, to+1)
	return after - first
}

// word says whether the person knew the member of staff, "" where that is not
// known: nobody is named, or one of the four weeks before has no offer by anybody
// named, as at the start of the data or around a stay in hospital.
func (a acquaintance) word(r *record.CareTask) string {
	if r.Staff == "" {
		return ""
	}
	for week := range record.Date(familiarWeeks) {
		last := r.On - 1 - weekDays*week
		if between(a.days[r.Person], last-weekDays+1, last) == 0 {
			return ""
		}
	}
	known := a.pairs[pairName{r.Person, r.Staff}]
	if between(known, r.On-familiarWeeks*weekDays, r.On-1) >= familiarFrom {
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
	sums, knows := map[string]*ratio{staffFamiliar: {}, staffUnfamiliar: {}}, s.acquaintance(w)
	for r := range s.within(w.Span) {
		if c := timedOffer(r, w); c != CountedNeither {
			if sum := sums[knows.word(r)]; sum != nil {
				sum.add(c, &r.Head)
			}
		}
	}
	var parts []Value
	for _, word := range []string{staffFamiliar, staffUnfamiliar} {
		if sums[word].denominator > 0 {
			v := shareOf(*sums[word], w)
			v.Breakdown = splitStaff + word
			parts = append(parts, v)
		}
	}
	return parts
}

// byClock and byWeekday part offers by when they were made.
var (
	byClock = Split{Name: "time_band", Part: func(r record.Record) string { return clockBand(r.Where().At) }}

	byWeekday = Split{Name: "weekday", Part: func(r record.Record) string {
		return weekdays[((int(r.Where().On)%len(weekdays))+len(weekdays))%len(weekdays)]
	}}

	// weekdays begins with the day of the week of day 0, 1 January 1970.
	weekdays = []string{"thursday", "friday", "saturday", "sunday", "monday", "tuesday", "wednesday"}
)

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
			s.note(r.On.Month(), r)
		}
		return CountedNeither
	},
	Merge: func(into, from *offerHistory) {
		for month, more := range from.months {
			into.note(month, more...)
		}
	},
	Finish: func(s *offerHistory, w Window) []Value {
		sum, alone := ratio{}, 0
		for r := range s.within(w.Span) {
			if c := timedOffer(r, w); c != CountedNeither {
				sum.add(c, &r.Head)
			}
			if r.RefusalsOnly && w.Scope.covers(&r.Head) {
				alone++
			}
		}
		return []Value{shareOf(sum, w).besideAlone(alone, sum.denominator)}
	},
	Judge: func(s *offerHistory, w Window) func(*record.CareTask) Counted {
		knows := acquaintance{}
		if w.Breakdown != "" {
			knows = s.acquaintance(w)
		}
		return func(r *record.CareTask) Counted {
			byStaff := w.Breakdown == splitStaff+staffFamiliar || w.Breakdown == splitStaff+staffUnfamiliar
			if !r.Outcome.IsOffer() || byStaff && splitStaff+knows.word(r) != w.Breakdown {
				return CountedNeither
			}
			return timedOffer(r, w)
		}
	},
	PartsName: "staff",
	Parts:     func(s *offerHistory, w Window) []Value { return s.byStaff(w) },
	Splits:    []Split{byClock, byWeekday},
})
