package metrics

import (
	"slices"

	"evidencepack/ingest/record"
)

// A row is written down in time within a day of its event.
const (
	secondsADay    = 24 * 60 * 60
	secondsAMinute = 60
)

// promptly gives the verdict on when a row was written down. Both times are on the
// same local clock. A row from before the day of its event is a plan, or its clock
// is wrong; it says nothing.
func promptly(r record.Record) Counted {
	head := r.Where()
	if head.Recorded == 0 || head.On == 0 || head.At == record.NoClock {
		return CountedNeither
	}
	day := int64(head.On) * secondsADay
	event := day + int64(head.At)*secondsAMinute
	return in(head.Recorded >= day, head.Recorded-event <= secondsADay)
}

var byKind = Split{Name: "source", Part: func(r record.Record) string { return string(r.Kind()) }}

var dq01 = share(Def{
	ID:              "DQ-01",
	Title:           "Written down within a day",
	Means:           "Out of all rows with the time of the event and the time of writing, how many were written down within 24 hours.",
	Numerator:       "those rows written down no more than 24 hours after the event",
	Denominator:     "care notes, doses, visits, incidents, steps and activities with both times; a row written before the day of its event is left out",
	NounNumerator:   "rows written down in time",
	NounDenominator: "rows with both times",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"DQ-04"},
	Needs: []record.Kind{record.KindCareTask, record.KindMedAdmin, record.KindVisit, record.KindIncident,
		record.KindStepRecord, record.KindAttendance},
	Columns: []string{"care_task.recorded_at", "med_admin.recorded_at", "visit.recorded_at", "incident.recorded_at",
		"step_record.recorded_at", "attendance.recorded_at"},
	AnyOf: true,
	Since: since, Source: "our own check of recording",
	WhyItMatters: "What is written down days later is remembered less well.",
}, promptly).splitBy(byKind)

// rowsRead adds up what became of the rows of the exports.
type rowsRead struct{ used, aside int }

func (s *rowsRead) add(r *record.Source) Counted {
	used, aside := max(0, r.Used), max(0, r.Rejected)+max(0, r.NotMapped)
	s.used += used
	s.aside += aside
	return in(used+aside > 0, used > 0)
}

var dq02 = Define(Def{
	ID:              "DQ-02",
	Title:           "Rows that could be used",
	Means:           "Out of all rows of the exports that were meant to count, whatever their dates, how many could be used.",
	Numerator:       "rows used",
	Denominator:     "rows used, set aside, or with a word in no list; repeats and rows struck out by the provider are not in here",
	NounNumerator:   "rows used",
	NounDenominator: "rows",
	Unit:            Percent, Better: Higher, Grain: GrainPeriod, MinDenominator: 10,
	Partners: []string{"DQ-03", "DQ-04"},
	Counts:   "rows of each file",
	Needs:    []record.Kind{record.KindSource},
	Since:    since, Source: "our own check of the exports",
	WhyItMatters: "A figure is only as good as the rows it is made from.",
}, Rule[*record.Source, rowsRead]{
	Whole: true,
	Add:   (*rowsRead).add,
	Merge: func(into, from *rowsRead) {
		into.used += from.used
		into.aside += from.aside
	},
	Adds: amounts[*record.Source, rowsRead](func(r *record.Source) (float64, float64) {
		used := max(0, r.Used)
		return float64(used), float64(used + max(0, r.Rejected) + max(0, r.NotMapped))
	}),
	Finish: func(s *rowsRead, w Window) []Value {
		v := w.percent(s.used, s.used+s.aside, 0)
		if w.Scope.Service != "" {
			return []Value{v.not("A file is read as a whole, so its rows are not told apart by service.")}
		}
		v.Why = "It is counted over the whole of each file, whatever the dates."
		return []Value{v}
	},
}).notOfOne().splitBy(Split{Name: "source", Part: func(r record.Record) string {
	if source, ok := r.(*record.Source); ok {
		return string(source.Of)
	}
	return ""
}})

// monthly are the kinds of which every month should bring some rows. Incidents,
// complaints and safeguarding concerns are not among them: in a good month there may
// be none.
var monthly = []record.Kind{
	record.KindCareTask, record.KindMedAdmin, record.KindVisit, record.KindStepRecord, record.KindRating,
	record.KindAttendance, record.KindObservation,
}

// received keeps the months in which rows of each kind are dated.
type received struct {
	months map[record.Kind]map[record.Month]bool
}

// monthOfKind names a month in which a kind should have rows. A month without any
// has none that could be traced.
type monthOfKind struct {
	kind  record.Kind
	month record.Month
}

func (s *received) note(kind record.Kind, month record.Month) {
	if s.months == nil {
		s.months = make(map[record.Kind]map[record.Month]bool)
	}
	if s.months[kind] == nil {
		s.months[kind] = make(map[record.Month]bool)
	}
	s.months[kind][month] = true
}

// wholeMonths gives the first and the last month that lies whole in a span; the
// last is before the first where there is none.
func wholeMonths(span record.Span) (first, last record.Month) {
	first, last = span.From.Month(), span.To.Month()
	if first.First() < span.From {
		first++
	}
	if last.Last() > span.To {
		last--
	}
	return first, last
}

var dq03 = Define(Def{
	ID:              "DQ-03",
	AddsUp:          Sums{Numerator: overDays("DQ-03 numerator"), Denominator: overDays("DQ-03 denominator")},
	Title:           "Months of exports received",
	Means:           "Out of all months and kinds of daily record that should have come, how many came with at least one row.",
	Numerator:       "months with at least one row of a kind, added up over the kinds",
	Denominator:     "whole months of these dates, times the kinds of which there is any row at all: care notes, medicines, visits, steps, ratings, activities and spot checks",
	NounNumerator:   "months received",
	NounDenominator: "months expected",
	Unit:            Percent, Better: Higher, Grain: GrainPeriod, MinDenominator: 10,
	Partners: []string{"DQ-02", "DQ-04"},
	Counts:   "months",
	Needs:    slices.Clone(monthly),
	AnyOf:    true,
	Since:    since, Source: "our own check of the exports",
	WhyItMatters: "A month that never came looks like a month in which nothing happened.",
}, Rule[record.Record, received]{
	Whole:   true,
	AnyDate: true,
	Add: func(s *received, r record.Record) Counted {
		if day := r.Where().On; day != 0 {
			s.note(r.Kind(), day.Month())
		}
		return CountedNeither
	},
	Merge: func(into, from *received) {
		for kind, months := range from.months {
			for month := range months {
				into.note(kind, month)
			}
		}
	},
	Finish: func(s *received, w Window) []Value {
		came, expected := 0, 0
		first, last := wholeMonths(w.Span)
		for _, months := range s.months {
			for month := first; month <= last; month++ {
				expected++
				if months[month] {
					came++
				}
			}
		}
		return []Value{w.percent(came, expected, 0)}
	},
	Adds: once[record.Record, received](func(r record.Record) any { return monthOfKind{r.Kind(), r.Where().On.Month()} }),
	Judge: func(_ *received, w Window) func(record.Record) Counted {
		first, last := wholeMonths(w.Span)
		return func(r record.Record) Counted {
			month := r.Where().On.Month()
			return in(r.Where().On != 0 && month >= first && month <= last, true)
		}
	},
}).notOfOne().splitBy(byKind)
