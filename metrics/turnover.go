package metrics

import (
	"evidencepack/ingest/record"
	"evidencepack/metrics/stat"
)

var stf03 = Define(Def{
	ID:              "STF-03",
	Title:           "Handover briefings",
	Means:           "Out of all shifts, how many began with a handover briefing.",
	Numerator:       "shifts with a handover briefing",
	Denominator:     "shifts worked in the months for which shifts and briefings are both written; a month with more briefings than shifts is left out",
	NounNumerator:   "handover briefings",
	NounDenominator: "shifts",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"OBS-01"},
	Counts:   "shifts",
	Needs:    []record.Kind{record.KindWorkforceMonth},
	Columns:  []string{"workforce_month.shifts", "workforce_month.handovers"},
	Since:    since, Source: "source article 001",
	WhyItMatters: "What one shift learned helps only if the next one hears it.",
}, Rule[*record.WorkforceMonth, handovers]{
	Add: func(s *handovers, r *record.WorkforceMonth) Counted {
		if !hasShifts(r) {
			return CountedNeither
		}
		s.rows = append(s.rows, r)
		return CountedBoth
	},
	Merge: func(into, from *handovers) { into.rows = append(into.rows, from.rows...) },
	Adds: amounts[*record.WorkforceMonth, handovers](func(r *record.WorkforceMonth) (float64, float64) {
		return r.Handovers, r.Shifts
	}),
	Finish: func(s *handovers, w Window) []Value {
		var done, shifts []float64
		for _, r := range bySource(s.rows) {
			done, shifts = append(done, r.Handovers), append(shifts, r.Shifts)
		}
		return []Value{w.percentOf(stat.Sum(done), stat.Sum(shifts))}
	},
}).notOfOne()

// percentOf is a share of amounts with its Wilson range. Nobody in particular is
// behind it.
func (w Window) percentOf(numerator, denominator float64) Value {
	v := w.value(0)
	v.Numerator, v.Denominator = number(numerator), number(denominator)
	limits, err := stat.Wilson(numerator, denominator, stat.Level95)
	if err != nil {
		return v.not(w.nothing())
	}
	v.Value = number(100 * numerator / denominator)
	v.Lower, v.Upper = number(100*limits.Lower), number(100*limits.Upper)
	return v
}

// yearMonths is the length of the year over which staff turnover is counted.
const yearMonths = 12

// year gives the 12 whole months that end on or before the last day of a window.
func year(span record.Span) (first, last record.Month) {
	last = span.To.Month()
	if last.Last() > span.To {
		last--
	}
	return last - yearMonths + 1, last
}

// workforce keeps the staffing of every month, and the register of staff.
type workforce struct {
	months   []*record.WorkforceMonth
	register []*record.Staff
}

func hasHeads(r *record.WorkforceMonth) bool { return r.On != 0 && r.Headcount >= 0 && r.Leavers >= 0 }

// turnover is leavers in a year out of the average number of staff.
func (s *workforce) turnover(w Window) Value {
	v := w.value(0)
	first, last := year(w.Span)
	leavers, heads, why := s.written(first, last)
	if len(s.months) == 0 {
		leavers, heads, why = s.counted(first, last)
	}
	if why != "" {
		return v.not(why)
	}
	average := heads / yearMonths
	v.Numerator, v.Denominator = number(leavers), number(average)
	if !(average > 0) {
		return v.not(w.nothing())
	}
	v.Value = number(100 * leavers / average)
	return v
}

// written adds up the staffing of a year as the provider gives it. Each service must
// have every month from its first to its last, and the year must be whole.
func (s *workforce) written(first, last record.Month) (leavers, heads float64, why string) {
	var left, there []float64
	months := make(map[record.Month]bool)
	services := make(map[string]map[record.Month]bool)
	for _, r := range bySource(s.months) {
		if month := r.On.Month(); hasHeads(r) && month >= first && month <= last {
			left, there = append(left, r.Leavers), append(there, r.Headcount)
			months[month] = true
			if services[r.Service] == nil {
				services[r.Service] = make(map[record.Month]bool)
			}
			services[r.Service][month] = true
		}
	}
	if len(months) < yearMonths {
		return 0, 0, "There are fewer than 12 months with numbers of staff and leavers, so there is no year to count."
	}
	for _, has := range services {
		low, high := last, first
		for month := range has {
			low, high = min(low, month), max(high, month)
		}
		if len(has) < int(high-low)+1 {
			return 0, 0, "A service has no numbers of staff for some of the 12 months, so the year is not whole."
		}
	}
	return stat.Sum(left), stat.Sum(there), ""
}

// counted adds up a year from the register of staff: those who left in it, and those
// in post at the end of each month. A register that names nobody who left at all
// may be a list of today's staff only.
func (s *workforce) counted(first, last record.Month) (leavers, heads float64, why string) {
	left, anybodyLeft := s.leavers(first, last)
	if !anybodyLeft {
		return 0, 0, "The list of staff names nobody who has left, so it may hold only those who are here now."
	}
	for month := first; month <= last; month++ {
		heads += float64(len(staffInPost(s.register, month.Last())))
	}
	return float64(len(left)), heads, ""
}

// leavers finds the staff of the register who left in a year and work for us no
// more, and whether it names anybody who left at all.
func (s *workforce) leavers(first, last record.Month) (left map[record.Worker]bool, anybody bool) {
	left = make(map[record.Worker]bool)
	still := staffInPost(s.register, last.Last()+1)
	for _, r := range s.register {
		if r.Worker == "" || r.Employment == record.EmployedAgency || r.EndOn == 0 {
			continue
		}
		anybody = true
		if r.EndOn >= first.First() && r.EndOn <= last.Last() && still[r.Worker] == nil {
			left[r.Worker] = true
		}
	}
	return left, anybody
}

var stf02 = Define(Def{
	ID:              "STF-02",
	Title:           "Staff turnover",
	Means:           "How many staff left in the 12 months up to the last day, for every 100 staff we had on average.",
	Numerator:       "staff who left in the last 12 whole months that end on or before the last day; in a list of staff, without agency staff and those who only moved between our services",
	Denominator:     "average number of staff over those 12 months; from a list of staff, the average of those in post at the end of each month",
	NounNumerator:   "staff who left",
	NounDenominator: "staff on average",
	Unit:            Percent, Better: Lower, Grain: GrainMonth, Recounted: true, MinDenominator: 10,
	Partners: []string{"OBS-05", "STF-01"},
	Counts:   "staff",
	Needs:    []record.Kind{record.KindWorkforceMonth, record.KindStaff},
	Columns:  []string{"workforce_month.headcount", "workforce_month.leavers", "staff.end_date"},
	AnyOf:    true,
	Since:    since, Source: "council contract measures",
	WhyItMatters: "People get to know staff, and lose somebody with each one who goes.",
}, Rule[record.Record, workforce]{
	Whole:   true,
	AnyDate: true,
	Add: func(s *workforce, r record.Record) Counted {
		switch one := r.(type) {
		case *record.WorkforceMonth:
			s.months = append(s.months, one)
		case *record.Staff:
			s.register = append(s.register, one)
		}
		return CountedNeither
	},
	Merge: func(into, from *workforce) {
		into.months = append(into.months, from.months...)
		into.register = append(into.register, from.register...)
	},
	Finish: func(s *workforce, w Window) []Value { return []Value{s.turnover(w)} },
	Judge:  (*workforce).judge,
	Adds:   (*workforce).adds,
}).notOfOne()

// judge says which months, or which staff, a year was counted from.
func (s *workforce) judge(w Window) func(record.Record) Counted {
	first, last := year(w.Span)
	days := record.Span{From: first.First(), To: last.Last()}
	left, _ := s.leavers(first, last)
	return func(r record.Record) Counted {
		switch one := r.(type) {
		case *record.WorkforceMonth:
			return in(hasHeads(one) && days.Has(one.On), one.Leavers > 0)
		case *record.Staff:
			there := one.Worker != "" && one.Employment != record.EmployedAgency &&
				one.StartOn <= days.To && (one.EndOn == 0 || one.EndOn >= days.From)
			return in(there && len(s.months) == 0, days.Has(one.EndOn) && left[one.Worker])
		}
		return CountedNeither
	}
}

// adds says what a month of staffing, or a member of staff, adds to the year.
func (s *workforce) adds(w Window) func(record.Record) Adds {
	first, last := year(w.Span)
	inPost := make(map[*record.Staff]float64)
	for month := first; month <= last; month++ {
		for _, r := range staffInPost(s.register, month.Last()) {
			inPost[r]++
		}
	}
	leaving := make(map[record.Worker]bool)
	return func(r record.Record) Adds {
		switch one := r.(type) {
		case *record.WorkforceMonth:
			return Adds{Numerator: one.Leavers, Denominator: one.Headcount / yearMonths}
		case *record.Staff:
			a := Adds{Denominator: inPost[one] / yearMonths}
			if days := (record.Span{From: first.First(), To: last.Last()}); days.Has(one.EndOn) && !leaving[one.Worker] {
				leaving[one.Worker] = true // who worked at two places left once
				a.Numerator = 1
			}
			return a
		}
		return Adds{}
	}
}
