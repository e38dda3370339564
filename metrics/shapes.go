package metrics

import "evidencepack/ingest/record"

// The shapes are the few kinds of state that most metrics are made of.

// ratio counts rows: a numerator out of a denominator.
type ratio struct {
	numerator, denominator int
	people                 people // behind the denominator
	counted                people // behind the numerator
}

func (s *ratio) add(c Counted, h *record.Head) Counted {
	if c&CountedNumerator != 0 {
		s.numerator++
		s.counted.add(h.Person)
	}
	if c&CountedDenominator != 0 {
		s.denominator++
		s.people.add(h.Person)
	}
	return c
}

// addMany counts rows about one person at once.
func (s *ratio) addMany(numerator, denominator int, person record.Person) {
	if s.numerator += numerator; numerator > 0 {
		s.counted.add(person)
	}
	if s.denominator += denominator; denominator > 0 {
		s.people.add(person)
	}
}

func (s *ratio) merge(from *ratio) {
	s.numerator += from.numerator
	s.denominator += from.denominator
	s.people.merge(from.people)
	s.counted.merge(from.counted)
}

func (s *ratio) percent(w Window) []Value {
	return []Value{shareOf(*s, w)}
}

// share is a percentage of rows by the date of the event.
func share[R record.Record](d Def, counts func(R) Counted) Metric {
	return shareByDay(d, nil, counts)
}

// shareByDay is a percentage of rows by a date of one's own choice; rows on day
// 0 are left out.
func shareByDay[R record.Record](d Def, day func(R) record.Date, counts func(R) Counted) Metric {
	return Define(d, Rule[R, ratio]{
		Day:    day,
		Add:    func(s *ratio, r R) Counted { return s.add(counts(r), r.Where()) },
		Merge:  func(into, from *ratio) { into.merge(from) },
		Finish: func(s *ratio, w Window) []Value { return s.percent(w) },
	})
}

// kept is a history: whole records, to be judged in each window.
type kept[R record.Record] struct{ records []R }

// register is a metric over a list of long-lived things. judge sees all of them,
// of every service, and gives the verdict for those of a window's scope.
func register[R record.Record](d Def, judge func(all []R, w Window) func(R) Counted, finish func(ratio, Window) Value) Metric {
	return Define(d, Rule[R, kept[R]]{
		Whole:      true,
		AnyService: true,
		Add: func(s *kept[R], r R) Counted {
			s.records = append(s.records, r)
			return CountedNeither
		},
		Merge: func(into, from *kept[R]) { into.records = append(into.records, from.records...) },
		Finish: func(s *kept[R], w Window) []Value {
			counts, judged := ratio{}, judge(s.records, w)
			for _, r := range s.records {
				if head := r.Where(); w.Scope.covers(head) {
					counts.add(judged(r), head)
				}
			}
			return []Value{finish(counts, w)}
		},
		Judge: func(s *kept[R], w Window) func(R) Counted { return judge(s.records, w) },
	})
}

// registerShare is a register's percentage whose verdict needs the record alone.
func registerShare[R record.Record](d Def, judge func(R, record.Span) Counted) Metric {
	return register(d, func(_ []R, w Window) func(R) Counted {
		return func(r R) Counted { return judge(r, w.Span) }
	}, shareOf)
}

func shareOf(s ratio, w Window) Value {
	return w.percent(s.numerator, s.denominator, len(s.people)).behind(len(s.counted))
}

// rate counts events against care days.
type rate struct {
	events int
	people people // whom the events were about
	stays  stays
}

// careRate is a rate of events for 1,000 care days. R is the event's type.
func careRate[R record.Record](d Def, counts func(R) bool) Metric {
	add := func(s *rate, r record.Record) Counted {
		switch one := r.(type) {
		case *record.Placement:
			s.stays = append(s.stays, one)
			return CountedDenominator
		case R:
			if counts(one) {
				s.events++
				s.people.add(one.Where().Person)
				return CountedNumerator
			}
		}
		return CountedNeither
	}
	return Define(d, Rule[record.Record, rate]{
		Day: func(r record.Record) record.Date {
			if r.Kind() == record.KindPlacement {
				return keptWhole
			}
			return r.Where().On
		},
		Add: add,
		Merge: func(into, from *rate) {
			into.events += from.events
			into.people.merge(from.people)
			into.stays = append(into.stays, from.stays...)
		},
		Finish: func(s *rate, w Window) []Value {
			days, people := s.stays.careDays(w.Span)
			return []Value{w.perCareDays(s.events, days, people).behind(len(s.people))}
		},
		Adds: func(s *rate, w Window) func(record.Record) Adds {
			days := s.stays.eachStay(w.Span)
			return func(r record.Record) Adds {
				if stay, ok := r.(*record.Placement); ok {
					return Adds{Denominator: float64(days[stay])}
				}
				return itself
			}
		},
		Judge: func(_ *rate, w Window) func(record.Record) Counted {
			return func(r record.Record) Counted {
				if stay, ok := r.(*record.Placement); ok {
					if days, _ := (stays{stay}).careDays(w.Span); days == 0 {
						return CountedNeither
					}
				}
				return add(new(rate), r)
			}
		},
	})
}

// shareAmong is a percentage of rows by a date of one's own choice, where the
// people behind it are members of staff: who says whose row it is.
func shareAmong[R record.Record](d Def, day func(R) record.Date, who func(R) record.Worker, counts func(R) Counted) Metric {
	return Define(d, Rule[R, ratio]{
		Day:    day,
		Add:    func(s *ratio, r R) Counted { return s.add(counts(r), staffHead(who(r))) },
		Merge:  func(into, from *ratio) { into.merge(from) },
		Finish: func(s *ratio, w Window) []Value { return s.percent(w) },
	}).notOfOne()
}

// notOfOne makes a metric that is never one person's: it is about staff, or about
// the exports.
func (m Metric) notOfOne() Metric {
	finish := m.rule.finish
	m.rule.finish = func(cell any, w Window) []Value {
		if w.Scope.Person != "" {
			return []Value{w.value(0).not("It is not about one person.")}
		}
		return finish(cell, w)
	}
	return m
}

// staffHead lets a member of staff be counted among the people behind a figure:
// what is known of few of them is as private as what is known of few people.
func staffHead(w record.Worker) *record.Head { return &record.Head{Person: record.Person(w)} }
