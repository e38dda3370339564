package metrics

import "evidencepack/ingest/record"

// planned tells whether an activity was planned for the person and could go ahead.
func planned(r *record.Attendance) bool {
	switch r.Status {
	case "", record.AttendNotRecorded, record.AttendCancelProvider, record.AttendCancelExternal:
		return false
	}
	return true
}

func attended(r *record.Attendance) bool {
	return r.Status == record.Attended || r.Status == record.AttendedPart
}

// wentTo gives the verdict on an activity: planned, and attended.
func wentTo(r *record.Attendance) Counted { return in(planned(r), attended(r)) }

// personWeek names a week of one person by its Monday.
type personWeek struct {
	person record.Person
	monday record.Date
}

// weekOf gives the Monday on or before a day: 1 January 1970 was a Thursday.
func weekOf(day record.Date) record.Date { return day - ((day+3)%7+7)%7 }

// isWhole tells whether all seven days of a week are in a window.
func (p personWeek) isWhole(span record.Span) bool {
	return p.monday >= span.From && p.monday+6 <= span.To
}

// weeks keeps the weeks of people, and whether something happened in each.
type weeks struct{ happened map[personWeek]bool }

func (s *weeks) note(week personWeek, happened bool) {
	if s.happened == nil {
		s.happened = make(map[personWeek]bool)
	}
	s.happened[week] = s.happened[week] || happened
}

func (s *weeks) merge(from *weeks) {
	for week, happened := range from.happened {
		s.note(week, happened)
	}
}

// counts gives the verdict on a week of a window.
func (s *weeks) counts(week personWeek, w Window) Counted {
	happened, known := s.happened[week]
	return in(known && week.isWhole(w.Span), happened)
}

// people gives the verdict on each person with a whole week in a window: whether it
// happened in every one of them.
func (s *weeks) people(w Window) map[record.Person]Counted {
	found := make(map[record.Person]Counted)
	for week, happened := range s.happened {
		if !week.isWhole(w.Span) {
			continue
		}
		before, known := found[week.person]
		found[week.person] = in(true, happened && (!known || before == CountedBoth))
	}
	return found
}

var att02 = Define(Def{
	ID:              "ATT-02",
	Title:           "Weeks in which people went out to something",
	Means:           "Out of all weeks in which a person had an activity planned, in how many the person went to at least one.",
	Numerator:       "those weeks with at least one activity attended, all or in part",
	Denominator:     "weeks of a person, Monday to Sunday and whole within these dates, with at least one planned activity; those not recorded or called off by us or by others are none",
	NounNumerator:   "weeks with an activity",
	NounDenominator: "weeks with something planned",
	Unit:            Percent, Better: Higher, Grain: GrainPeriod, Amount: true, MinDenominator: 10,
	Partners: []string{"ATT-01", "ATT-03"},
	Counts:   "weeks of a person",
	Needs:    []record.Kind{record.KindAttendance},
	Columns:  []string{"attendance.status"},
	Since:    since, Source: "source article 002",
	WhyItMatters: "What happens every week becomes part of a person's life.",
}, Rule[*record.Attendance, weeks]{
	Add: func(s *weeks, r *record.Attendance) Counted {
		if planned(r) && r.Person != "" {
			s.note(personWeek{r.Person, weekOf(r.On)}, attended(r))
		}
		return CountedNeither
	},
	Merge: func(into, from *weeks) { into.merge(from) },
	Finish: func(s *weeks, w Window) []Value {
		counts := ratio{}
		for week := range s.happened {
			counts.add(s.counts(week, w), &record.Head{Person: week.person})
		}
		return counts.percent(w)
	},
	Adds: once[*record.Attendance, weeks](func(r *record.Attendance) any { return personWeek{r.Person, weekOf(r.On)} }),
	Judge: func(s *weeks, w Window) func(*record.Attendance) Counted {
		return func(r *record.Attendance) Counted {
			if !planned(r) {
				return CountedNeither
			}
			return s.counts(personWeek{r.Person, weekOf(r.On)}, w)
		}
	},
})

var att03 = share(Def{
	ID:              "ATT-03",
	AddsUp:          Sums{Denominator: overDays("planned activities"), People: ofWindow("people with a planned activity")},
	Title:           "Activities declined",
	Means:           "Out of all activities planned for people, how often they said no on the day; saying no may be a choice.",
	Numerator:       "planned activities that the person declined",
	Denominator:     "planned activities, without those not recorded and those called off by us or by others",
	NounNumerator:   "activities declined",
	NounDenominator: "planned activities",
	Unit:            Percent, Better: Neither, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"ATT-01"},
	Needs:    []record.Kind{record.KindAttendance},
	Columns:  []string{"attendance.status"},
	Since:    since, Source: "source articles 000 and 002",
	WhyItMatters: "Many declines may say that we plan what the person does not want.",
}, func(r *record.Attendance) Counted { return in(planned(r), r.Status == record.AttendDeclined) })

var att04 = share(Def{
	ID:              "ATT-04",
	Title:           "Activities with a role of one's own",
	Means:           "Out of all activities people went to with a role written down, how often they helped, volunteered or worked there.",
	Numerator:       "activities attended as contributor, volunteer or employee",
	Denominator:     "activities attended, all or in part, with the person's role written down",
	NounNumerator:   "activities with a role",
	NounDenominator: "activities attended with the role known",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"ATT-01"},
	Needs:    []record.Kind{record.KindAttendance},
	Columns:  []string{"attendance.status", "attendance.role"},
	Since:    since, Source: "source article 002",
	WhyItMatters: "To be needed somewhere is more than to be taken there.",
}, func(r *record.Attendance) Counted {
	giving := r.Role == record.RoleContributor || r.Role == record.RoleVolunteer || r.Role == record.RoleEmployee
	return in(attended(r) && (giving || r.Role == record.RoleParticipant), giving)
})

// met gives the weeks in which people attended something for which it is written
// how many they met there who are not paid to be there.
func met(r *record.Attendance) (week personWeek, contact, known bool) {
	return personWeek{r.Person, weekOf(r.On)}, r.Contacts > 0, r.Person != "" && attended(r) && r.Contacts >= 0
}

var att05 = Define(Def{
	ID:              "ATT-05",
	Title:           "People who meet others every week",
	Means:           "Out of everyone for whom we write down whom they meet, how many met somebody who is not paid to be there in each week they went out.",
	Numerator:       "people with at least one such contact in each of those weeks",
	Denominator:     "people with at least one week, Monday to Sunday and whole within these dates, with an activity attended and the number of unpaid contacts written down",
	NounNumerator:   "people who met others every week",
	NounDenominator: "people with contacts written down",
	Unit:            Percent, Better: Higher, Grows: true, Grain: GrainPeriod, Amount: true, MinDenominator: 10,
	Partners: []string{"ATT-01", "ATT-02"},
	Counts:   "people",
	Needs:    []record.Kind{record.KindAttendance},
	Columns:  []string{"attendance.status", "attendance.contacts"},
	Since:    since, Source: "source article 004",
	WhyItMatters: "Friends and neighbours are there when no staff are.",
}, Rule[*record.Attendance, weeks]{
	Add: func(s *weeks, r *record.Attendance) Counted {
		if week, contact, known := met(r); known {
			s.note(week, contact)
		}
		return CountedNeither
	},
	Merge: func(into, from *weeks) { into.merge(from) },
	Finish: func(s *weeks, w Window) []Value {
		counts := ratio{}
		for person, verdict := range s.people(w) {
			counts.add(verdict, &record.Head{Person: person})
		}
		return counts.percent(w)
	},
	Adds: oncePerson[*record.Attendance, weeks](),
	Judge: func(s *weeks, w Window) func(*record.Attendance) Counted {
		found := s.people(w)
		return func(r *record.Attendance) Counted {
			if week, _, known := met(r); known && week.isWhole(w.Span) {
				return found[week.person]
			}
			return CountedNeither
		}
	},
})
