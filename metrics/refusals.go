package metrics

import (
	"slices"

	"evidencepack/ingest/record"
)

// since is the day of the first definitions. A changed definition gets its own
// date, and an entry in CHANGES.md.
const since = "2026-11-22"

// firstRefusal counts an offer that was first answered with no.
func firstRefusal(r *record.CareTask) Counted {
	return in(r.Outcome.IsOffer(), r.Outcome.IsFirstRefusal())
}

// byTask parts offers by what was offered. A word of the provider's own is "other".
var byTask = Split{Name: "task", Part: func(r record.Record) string {
	if one, ok := r.(*record.CareTask); ok {
		return one.Category
	}
	return ""
}}

var ref01 = offerShare(Def{
	ID:              "REF-01",
	AddsUp:          Sums{Numerator: overDays("first refusals"), Denominator: overDays("offers"), People: ofWindow("people with an offer")},
	Makes:           []Same{{"first refusals", []string{"refusals that stood", "second offers accepted"}}},
	Title:           "First refusals",
	Means:           "Out of all the times we offered support, how often the person first said no, even if they said yes later.",
	Numerator:       "offers that the person first refused, even if they said yes later",
	Denominator:     "all offers of support",
	NounNumerator:   "first refusals",
	NounDenominator: "offers",
	Unit:            Percent, Better: LowerWithPartners, Written: true, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	ForOne:   []string{"IND-01"},
	Partners: []string{"RAT-01", "REF-09"},
	Needs:    []record.Kind{record.KindCareTask},
	Since:    since, Source: "source articles 000, 002 and 003",
	WhyItMatters: "A no often tells us that the way we offer support does not suit the person, and it is also their right.",
}, firstRefusal).splitBy(byTask)

var ref02 = offerShare(Def{
	ID:              "REF-02",
	AddsUp:          Sums{Numerator: overDays("refusals that stood"), Denominator: overDays("offers"), People: ofWindow("people with an offer")},
	Title:           "Refusals that stood",
	Means:           "Out of all the times we offered support, how often the answer was still no at the end.",
	Numerator:       "offers that were still refused at the end",
	Denominator:     "all offers of support",
	NounNumerator:   "refusals that stood",
	NounDenominator: "offers",
	Unit:            Percent, Better: LowerWithPartners, Written: true, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	ForOne:   []string{"IND-01"},
	Partners: []string{"RAT-01", "REF-09", "REF-03"},
	Needs:    []record.Kind{record.KindCareTask},
	Since:    since, Source: "source article 000",
	WhyItMatters: "When a no stands, the person goes without that support on that day.",
}, func(r *record.CareTask) Counted {
	return in(r.Outcome.IsOffer(), r.Outcome.IsFinalRefusal())
}).splitBy(byTask)

var ref03 = share(Def{
	ID:              "REF-03",
	AddsUp:          Sums{Numerator: overDays("second offers accepted"), Denominator: overDays("first refusals"), People: ofWindow("people who first refused")},
	Among:           [][2]string{{"second offers accepted", "REF-04 numerator"}},
	Title:           "Yes to a second offer",
	Means:           "Out of the times the person first said no, how often they said yes when we waited and asked again.",
	Numerator:       "first refusals that became a yes at a second offer",
	Denominator:     "first refusals",
	NounNumerator:   "yes to a second offer",
	NounDenominator: "first refusals",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"REF-02", "RES-05"},
	Needs:    []record.Kind{record.KindCareTask},
	Since:    since, Source: "source articles 000 and 003",
	WhyItMatters: "Waiting and asking again in a calm way lets a person change their mind without pressure.",
}, func(r *record.CareTask) Counted {
	return in(r.Outcome.IsFirstRefusal(), r.Outcome == record.AcceptedOnReoffer)
})

var ref05 = offerShare(Def{
	ID:              "REF-05",
	AddsUp:          Sums{Numerator: overDays("first refusals").under("task=personal_care"), Denominator: overDays("offers").under("task=personal_care")},
	Title:           "First refusals of personal care",
	Means:           "Out of all the times we offered help with washing and dressing, how often the person first said no, even if they said yes later.",
	Numerator:       "offers of personal care that the person first refused, even if they said yes later",
	Denominator:     "all offers of personal care",
	NounNumerator:   "first refusals",
	NounDenominator: "offers of personal care",
	Unit:            Percent, Better: LowerWithPartners, Written: true, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	ForOne:   []string{"IND-01"},
	Partners: []string{"RAT-01", "REF-09"},
	Needs:    []record.Kind{record.KindCareTask},
	Columns:  []string{"care_task.task_category"},
	Since:    since, Source: "source articles 000, 002 and 003",
	WhyItMatters: "Help with washing and dressing is the closest support there is, so how it is offered matters most.",
}, func(r *record.CareTask) Counted {
	if r.Category != record.CategoryPersonalCare {
		return CountedNeither
	}
	return firstRefusal(r)
})

var ref07 = share(Def{
	ID:              "REF-07",
	AddsUp:          Sums{Denominator: overDays("first refusals"), People: ofWindow("people who first refused")},
	Title:           "Reason written down",
	Means:           "Out of the times the person first said no, how often staff wrote down why.",
	Numerator:       "first refusals with a reason written down",
	Denominator:     "first refusals",
	NounNumerator:   "reasons written down",
	NounDenominator: "first refusals",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"REF-01"},
	Needs:    []record.Kind{record.KindCareTask},
	Columns:  []string{"care_task.refusal_reason"},
	Since:    since, Source: "our own measure of recording, after source article 000",
	WhyItMatters: "We can only change our approach if we know why somebody said no.",
}, func(r *record.CareTask) Counted {
	return in(r.Outcome.IsFirstRefusal(), r.ReasonRecorded)
})

// repeatedFrom first refusals within repeatedDays days are repeated refusals.
const (
	repeatedFrom = 3
	repeatedDays = 14
)

// refusing keeps the days of each person's first refusals in one segment.
type refusing struct {
	offered people
	days    map[record.Person][]record.Date
	alone   int // refusals of sources that write down nothing else
}

var ref08 = Define(Def{
	ID:              "REF-08",
	AddsUp:          Sums{Denominator: ofWindow("people with an offer")},
	Title:           "People who refused often",
	Means:           "Out of everyone we offered support to, how many people said no three or more times within two weeks.",
	Numerator:       "people with three or more first refusals within 14 days",
	Denominator:     "people with at least one offer",
	NounNumerator:   "people who refused often",
	NounDenominator: "people with an offer",
	Unit:            Percent, Better: LowerWithPartners, Grows: true, Written: true, Grain: GrainPeriod, MinDenominator: 10,
	Partners: []string{"RAT-01", "REF-09"},
	Counts:   "people",
	Needs:    []record.Kind{record.KindCareTask},
	Since:    since, Source: "source article 000",
	WhyItMatters: "When somebody says no again and again, it is time to look at our approach with them.",
}, Rule[*record.CareTask, refusing]{
	Add: func(s *refusing, r *record.CareTask) Counted {
		c := firstRefusal(r)
		if r.RefusalsOnly {
			s.alone += int(c & CountedNumerator)
			return CountedNeither
		}
		if c&CountedDenominator != 0 {
			s.offered.add(r.Person)
		}
		if c == CountedBoth {
			s.note(r.Person, r.On)
		}
		return c
	},
	Merge: func(into, from *refusing) {
		into.offered.merge(from.offered)
		into.alone += from.alone
		for person, days := range from.days {
			into.note(person, days...)
		}
	},
	Finish: func(s *refusing, w Window) []Value {
		repeated := 0
		for _, person := range s.offered {
			if s.repeated(person) {
				repeated++
			}
		}
		v := w.percent(repeated, len(s.offered), len(s.offered)).behind(repeated)
		return []Value{v.besideAlone(s.alone, len(s.offered))}
	},
	Adds: oncePerson[*record.CareTask, refusing](),
	Judge: func(s *refusing, _ Window) func(*record.CareTask) Counted {
		return func(r *record.CareTask) Counted {
			return in(r.Offered(), r.Outcome.IsFirstRefusal() && s.repeated(r.Person))
		}
	},
})

func (s *refusing) note(person record.Person, days ...record.Date) {
	if s.days == nil {
		s.days = map[record.Person][]record.Date{}
	}
	s.days[person] = append(s.days[person], days...)
}

func (s *refusing) repeated(person record.Person) bool {
	days := slices.Clone(s.days[person])
	slices.Sort(days)
	for i := repeatedFrom - 1; i < len(days); i++ {
		if days[i]-days[i-repeatedFrom+1] < repeatedDays {
			return true
		}
	}
	return false
}

var ref09 = Define(Def{
	ID:              "REF-09",
	AddsUp:          Sums{Numerator: overDays("offers"), Denominator: ofWindow("people with an offer").weekly(), People: ofWindow("people with an offer")},
	Title:           "Offers a week",
	Means:           "How many times a week we offered support to each person, so that fewer refusals cannot come from asking less.",
	Numerator:       "all offers of support",
	Denominator:     "people with at least one offer, times the weeks in these dates",
	NounNumerator:   "offers",
	NounDenominator: "person weeks",
	Unit:            PerPersonWeek, Better: Neither, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"REF-01"},
	Counts:   "weeks of a person",
	Needs:    []record.Kind{record.KindCareTask},
	Since:    since, Source: "our own guard beside the refusal measures",
	WhyItMatters: "Refusals also fall when staff stop asking, so the number of offers is always printed beside them.",
}, Rule[*record.CareTask, asked]{
	Add: func(s *asked, r *record.CareTask) Counted {
		return s.add(in(r.Outcome.IsOffer(), true), r)
	},
	Merge: func(into, from *asked) { into.merge(from) },
	Adds: func(_ *asked, w Window) func(*record.CareTask) Adds {
		seen := make(map[record.Person]bool)
		return func(r *record.CareTask) Adds {
			a := Adds{Numerator: 1}
			if !seen[r.Person] && r.Person != "" {
				seen[r.Person] = true
				a.Denominator = float64(w.Span.Days()) / 7
			}
			return a
		}
	},
	Finish: func(s *asked, w Window) []Value {
		v := w.value(len(s.people))
		weeks := float64(len(s.people)*w.Span.Days()) / 7
		v.Numerator, v.Denominator = number(float64(s.numerator)), number(weeks)
		if weeks == 0 {
			v = v.not("There were no offers in these dates, so there is nothing to divide by.")
		} else {
			v.Value = number(float64(s.numerator) / weeks)
		}
		return []Value{v.besideAlone(s.alone.numerator, s.denominator)}
	},
})
