package metrics

import (
	"slices"
	"strings"

	"evidencepack/ingest/record"
)

// keptWhole files a record outside all segments: its cell is part of every
// window, and finish decides what of it counts.
const keptWhole record.Date = -1 << 31

// Rule is how records of type R become values by way of a state S, whose zero
// value is the state of no records. States are merged in any order and grouping;
// Finish must not depend on it.
type Rule[R record.Record, S any] struct {
	// Day files a record under a local date. Nil is the date of the event, 0
	// leaves the record out, keptWhole keeps it for every window.
	Day func(R) record.Date
	// Add takes one record into the state and says what it counted as.
	Add func(*S, R) Counted
	// Merge takes the second state into the first and leaves the second alone.
	Merge func(into, from *S)
	// Finish divides. It leaves the meaning of the state alone.
	Finish func(*S, Window) []Value
	// Judge says what each record counted as in a finished window. Nil is what Add said.
	Judge func(*S, Window) func(R) Counted
	// Adds says what each record that Judge counts adds to the two numbers of a
	// finished window, offered in order of file, sheet and row. Nil is 1 for each.
	Adds func(*S, Window) func(R) Adds
	// Whole says that every record is kept whole.
	Whole bool
	// AnyDate says that a figure rests on rows of any date, so that a window in
	// which none is dated is not one without data.
	AnyDate bool
	// AnyService says that the state of a service needs the rows of all services;
	// Finish picks those of the window's scope.
	AnyService bool
	// Elsewhere says that rows of other services may count in the figure of one, such
	// as a sign-off written at another house; Judge sees to the scope by itself.
	Elsewhere bool
	// Common says that what is kept whole and is about nobody in particular, such
	// as the register of staff, is part of every person's state too.
	Common bool
	// Splits are the ways in which the figure is broken down.
	Splits []Split
	// Parts gives the breakdowns whose words need more than one record, such as
	// staff=familiar, each with its Breakdown filled in. Judge is asked for one of
	// them by the window's Breakdown.
	Parts func(*S, Window) []Value
	// PartsName is the name of the breakdown that Parts gives, and the only one.
	PartsName string
	// Many says that Finish gives one value for each of several things, and none
	// where there are none.
	Many bool
}

// Split parts the records of a metric by a word of theirs, for the breakdowns of
// evidence.csv: task=personal_care.
type Split struct {
	Name string // task, time_band, weekday, trigger, theme …; never the text of a person
	// Part gives the word that a record is under, from a list of ours, never free
	// text; "" is not known, and in no part.
	Part func(record.Record) string
	// Words are the parts where Part is nil: one record may be under several of
	// them, or under none but in the denominator of each. Finish and Judge then see
	// the whole state, and pick the part that Window.Breakdown names.
	Words []string
	// Share counts the numerators of a part out of the whole denominator, so that
	// the parts add up (a Pareto); otherwise each part has a denominator of its own.
	Share bool
	// Mix counts the denominators of a part out of the whole denominator: what the
	// whole is made up of, such as grades of harm or levels of support.
	Mix bool
}

// rule is a Rule whose types are hidden, so that a register can hold many. A
// cell is a pointer to the rule's state.
type rule struct {
	fresh      func() any
	day        func(record.Record) record.Date
	add        func(cell any, r record.Record) Counted
	merge      func(into, from any)
	finish     func(cell any, w Window) []Value
	judge      func(cell any, w Window) func(record.Record) Counted
	adds       func(cell any, w Window) func(record.Record) Adds // nil is 1 for each record that counts
	parts      func(cell any, w Window) []Value                  // nil is none
	partsName  string
	whole      bool
	anyDate    bool
	anyService bool
	elsewhere  bool
	common     bool
	many       bool
	splits     []Split
}

// splitBy gives a metric with breakdowns.
func (m Metric) splitBy(splits ...Split) Metric {
	m.rule.splits = append(slices.Clone(m.rule.splits), splits...)
	return m
}

// Define makes a metric of its words and its rule.
func Define[R record.Record, S any](d Def, r Rule[R, S]) Metric {
	day := r.Day
	switch {
	case r.Whole:
		day = func(R) record.Date { return keptWhole }
	case day == nil:
		day = func(one R) record.Date { return one.Where().On }
	}
	judge := r.Judge
	if judge == nil {
		judge = func(*S, Window) func(R) Counted {
			return func(one R) Counted { return r.Add(new(S), one) }
		}
	}
	var parts func(any, Window) []Value
	if r.Parts != nil {
		parts = func(cell any, w Window) []Value { return r.Parts(cell.(*S), w) }
	}
	var adds func(any, Window) func(record.Record) Adds
	if r.Adds != nil {
		adds = func(cell any, w Window) func(record.Record) Adds {
			amounts := r.Adds(cell.(*S), w)
			return func(one record.Record) Adds { return amounts(one.(R)) }
		}
	}
	return Metric{Def: d, rule: rule{
		adds: adds, parts: parts, partsName: r.PartsName,
		fresh: func() any { return new(S) },
		day:   func(one record.Record) record.Date { return day(one.(R)) },
		add:   func(cell any, one record.Record) Counted { return r.Add(cell.(*S), one.(R)) },
		merge: func(into, from any) { r.Merge(into.(*S), from.(*S)) },
		finish: func(cell any, w Window) []Value {
			return r.Finish(cell.(*S), w)
		},
		judge: func(cell any, w Window) func(record.Record) Counted {
			verdict := judge(cell.(*S), w)
			return func(one record.Record) Counted { return verdict(one.(R)) }
		},
		whole:      r.Whole,
		anyDate:    r.AnyDate,
		anyService: r.AnyService,
		elsewhere:  r.Elsewhere,
		common:     r.Common,
		many:       r.Many,
		splits:     r.Splits,
	}}
}

// part gives the word of the one part of a breakdown that a window is for; false
// where it is for the whole.
func (w Window) part(name string) (word string, one bool) {
	return strings.CutPrefix(w.Breakdown, name+"=")
}
