package metrics

import (
	"testing"

	"evidencepack/ingest/record"
)

// harmed gives months of INC-10 in which serious incidents happened so many days
// after the first day of the first.
func harmed(months int, days ...int) []Value {
	var values []Value
	for i := range months {
		v := Window{Def: inc10.Def, Span: simulatedMonth(i)}.percent(1, 8, 1)
		v.Serious = &Serious{}
		for _, day := range days {
			if on := simulatedMonth(0).From + record.Date(day); v.Span.Has(on) {
				v.Serious.Days = append(v.Serious.Days, on)
			}
		}
		values = append(values, v)
	}
	return values
}

// every gives day counts, each so many days after the one before.
func every(gaps ...int) []int {
	days := []int{3}
	for _, gap := range gaps {
		days = append(days, days[len(days)-1]+gap)
	}
	return days
}

func TestDaysBetweenSeriousIncidents(t *testing.T) {
	gaps := []int{20, 35, 12, 28, 41, 17, 25, 30, 22, 38, 15, 27, 33}
	s := RareOf(inc10, harmed(14, every(gaps...)...), nil)
	if s.Kind != SeriesT || s.Reason != ReasonRare || s.Rules != RulesAnhoej || len(s.Points) != len(gaps) {
		t.Fatalf("%s because of %s with %d points", s.Kind, s.Reason, len(s.Points))
	}
	day := simulatedMonth(0).From + 3
	for i, gap := range gaps {
		day += record.Date(gap)
		p := s.Points[i]
		if *p.Value != float64(gap) || p.Span != (record.Span{From: day, To: day}) || p.Events != 1 || p.Signal != "" || p.Upper == nil {
			t.Errorf("point %d: %+v", i, p)
		}
	}
	if s.LastEvent != day || s.DaysSince != int(simulatedMonth(13).To-day) {
		t.Errorf("last on %s, %d days ago", s.LastEvent, s.DaysSince)
	}
}

func TestALongGapIsASignal(t *testing.T) {
	s := RareOf(inc10, harmed(40, every(20, 35, 12, 28, 41, 17, 25, 30, 22, 38, 15, 27, 33, 600)...), nil)
	if p := s.Points[13]; p.Signal != Higher || p.Rule != RuleOutside {
		t.Errorf("600 days: %+v", p)
	}
	s = RareOf(inc10, harmed(40, every(60, 75, 62, 58, 71, 57, 65, 70, 62, 58, 65, 67, 73, 1)...), nil)
	if p := s.Points[13]; p.Signal != Lower || p.Rule != RuleOutside {
		t.Errorf("one day: %+v", p)
	}
}

func TestRareEdges(t *testing.T) {
	twice := RareOf(inc10, harmed(3, 3, 3, 20, 20, 20), nil)
	if len(twice.Points) != 1 || twice.Points[0].Events != 3 || *twice.Points[0].Value != 17 {
		t.Errorf("several on one day: %+v", twice.Points)
	}
	if twice.Kind != SeriesRun || twice.Reason != ReasonShort {
		t.Errorf("one gap: %s because of %s", twice.Kind, twice.Reason)
	}
	if none := RareOf(inc10, harmed(6), nil); len(none.Points) != 0 || none.LastEvent != 0 || none.Reason != ReasonShort {
		t.Errorf("no incident: %+v", none)
	}
	if nothing := RareOf(inc10, nil, nil); len(nothing.Points) != 0 {
		t.Errorf("no month: %+v", nothing)
	}
	one := RareOf(inc10, harmed(1, 10), nil)
	if len(one.Points) != 0 || one.DaysSince != 20 {
		t.Errorf("one incident on 11 January: %+v", one)
	}
}

// Nobody knows what happened in a month without rows, or without any grade.
func TestAMonthNobodyKnowsIsNotBridged(t *testing.T) {
	days := []int{5, 15, 100, 110}
	for name, spoil := range map[string]func([]Value) []Value{
		"no rows": func(months []Value) []Value {
			months[1] = Window{Def: inc10.Def, Span: simulatedMonth(1)}.noData()
			return months
		},
		"nothing graded": func(months []Value) []Value {
			months[1].Denominator, months[1].Serious.Ungraded = number(0), 7
			return months
		},
		"left out": func(months []Value) []Value { return append(months[:1], months[2:]...) },
	} {
		s := RareOf(inc10, spoil(harmed(5, days...)), nil)
		if len(s.Points) != 3 || *s.Points[0].Value != 10 || s.Points[1].Gap != GapNoData || s.Points[1].Value != nil || *s.Points[2].Value != 10 {
			t.Errorf("%s: %+v", name, s.Points)
		}
		checkNumbers(t, name, s)
	}
}

func TestHarmProfile(t *testing.T) {
	graded := func(day int, harm, kind string) *record.Incident {
		r := incident(june.From + record.Date(day))
		r.Harm, r.Type = harm, kind
		return r
	}
	v := one(t, tableOf(nil,
		graded(9, record.HarmSevere, "fall"), graded(2, record.HarmModerate, "fall"), graded(2, record.HarmFatal, "choking"),
		graded(4, record.HarmLow, "fall"), graded(5, record.HarmNone, record.IncidentNearMiss),
		graded(6, "", record.IncidentNearMiss), graded(7, "", "fall"),
	), "INC-10", Scope{}, june)
	if *v.Numerator != 3 || *v.Denominator != 5 || v.Serious.Ungraded != 1 {
		t.Errorf("%v of %v, %d not graded", *v.Numerator, *v.Denominator, v.Serious.Ungraded)
	}
	want := []record.Date{june.From + 2, june.From + 2, june.From + 9}
	for i, day := range v.Serious.Days {
		if day != want[i] {
			t.Errorf("serious incidents on %v, want %v", v.Serious.Days, want)
		}
	}
}
