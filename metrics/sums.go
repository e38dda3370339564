package metrics

import (
	"slices"
	"strings"
	"sync"
)

// Sums say how the two counts of a figure are made of things counted, and how those
// add up over services and days. A reader who has some of the figures can work out
// others by them, so the external tier needs to know them all. A test looks in made-up
// data for sums that nobody declared.
type Sums struct{ Numerator, Denominator, People Sum }

// Sum is a count as a sum of terms; nil where the figure has no such count or it adds
// up over nothing.
type Sum []Term

// Term is one thing counted, as of one end of the dates of a figure.
type Term struct {
	Of    string // offers, first refusals …; the same words in two metrics are the same things
	Times int    // 1 or −1
	When  When
	Part  string // "" or name=word: only what is under that word
	Weeks bool   // the count is times the weeks in the dates
}

// When says of which days a term is.
type When uint8

// The days of a term. What adds up over days is counted from the beginning of all
// things: those of a window are those by its last day less those before its first.
const (
	InWindow When = iota // of this window alone: people, who may be counted again in the next
	ByEnd                // all by the last day
	ByStart              // all by the day before the first
	OnLast               // on the last day, whatever came before
)

// overDays is a count that adds up over days and services.
func overDays(of string) Sum { return Sum{{of, 1, ByEnd, "", false}, {of, -1, ByStart, "", false}} }

// ofWindow is a count of one window, which adds up over services alone.
func ofWindow(of string) Sum { return Sum{{of, 1, InWindow, "", false}} }

// onLast is a count of one day.
func onLast(of string) Sum { return Sum{{of, 1, OnLast, "", false}} }

// active are those begun by the last day less those over before the first.
func active(begun, over string) Sum {
	return Sum{{begun, 1, ByEnd, "", false}, {over, -1, ByStart, "", false}}
}

// standing are those begun and not over on the last day.
func standing(begun, over string) Sum {
	return Sum{{begun, 1, ByEnd, "", false}, {over, -1, ByEnd, "", false}}
}

// less takes a second count from a first.
func (s Sum) less(other Sum) Sum {
	s = slices.Clone(s)
	for _, term := range other {
		term.Times = -term.Times
		s = append(s, term)
	}
	return s
}

// plus adds a second count to a first.
func (s Sum) plus(other Sum) Sum { return append(slices.Clone(s), other...) }

// under takes of a count what is under one word of a breakdown.
func (s Sum) under(part string) Sum {
	s = slices.Clone(s)
	for i := range s {
		s[i].Part = part
	}
	return s
}

// weekly is a count times the weeks in the dates.
func (s Sum) weekly() Sum {
	s = slices.Clone(s)
	for i := range s {
		s[i].Weeks = true
	}
	return s
}

// Same is a sum that holds for every service and every stretch of days: Whole is all
// of Parts together.
type Same struct {
	Whole string
	Parts []string
}

// Wholes are the sums that bind things counted over days, of all metrics.
var Wholes = func() (all []Same) {
	for _, m := range All {
		all = append(all, m.Makes...)
	}
	return all
}()

// Within are things counted that are some of others: the first among the second, for
// every service and every stretch of days. That a numerator is among its denominator
// is not listed.
var Within = func() (all [][2]string) {
	for _, m := range All {
		all = append(all, m.Among...)
	}
	return all
}()

// Sums gives how the counts of a metric add up. Where its definition says nothing of its
// own, rows counted by their dates add up over services and days, what is judged from
// whole histories or counts other things than rows over services alone, and figures
// without a numerator in evidence.csv by their denominators only.
func (m Metric) Sums() Sums {
	if m.rule.many {
		return Sums{}
	}
	adds := ofWindow
	if !m.rule.whole && (m.Counts == "" || m.Counts == "answers" || m.Counts == "hours" || m.Counts == "shifts") {
		adds = overDays
	}
	out := m.AddsUp
	if out.Numerator == nil && m.NounNumerator != "" {
		out.Numerator = adds(m.ID + " numerator")
	}
	if out.Denominator == nil && m.NounDenominator != "" {
		out.Denominator = adds(m.ID + " denominator")
	}
	switch {
	case out.People == nil && m.Counts == "people":
		out.People = out.Denominator // each counts once
	case out.People == nil:
		out.People = ofWindow("people of " + m.ID)
	}
	return out
}

// PartSums gives how the counts of one part of a breakdown (name=word) add up. What is
// counted under the words of a breakdown is some of the whole, and all of it where
// each record has one word; which of the two it is, the numbers show.
func (m Metric) PartSums(breakdown string) Sums {
	whole := m.Sums()
	if breakdown == "" || m.rule.many {
		return whole
	}
	if own, there := m.PartsAddUp[breakdown]; there {
		own.People = whole.People.under(breakdown)
		return own
	}
	name, _, _ := strings.Cut(breakdown, "=")
	if i := m.splitNamed(name); i >= 0 {
		switch s := m.rule.splits[i]; {
		case s.Share:
			return Sums{whole.Numerator.under(breakdown), whole.Denominator, whole.People}
		case s.Mix:
			return Sums{whole.Denominator.under(breakdown), whole.Denominator, whole.People}
		}
	}
	return Sums{whole.Numerator.under(breakdown), whole.Denominator.under(breakdown), whole.People.under(breakdown)}
}

// Bound lists the other metrics that one sum binds to a metric: both count what is one
// whole or a part of it (Makes), or one is a difference (Signed) of what the other
// counts. Who knows the rest and all but one of them can work that one out. A
// difference binds the windows of a pack to each other, too.
func (m Metric) Bound() (ids []string, windows bool) {
	b := boundOnce()[m.ID]
	return slices.Clone(b.ids), b.windows
}

// bonds are what Bound gives.
type bonds struct {
	ids     []string
	windows bool
}

// boundOnce holds the bonds of every metric: they are asked for at each figure.
var boundOnce = sync.OnceValue(func() map[string]bonds {
	all := make(map[string]bonds, len(All))
	for _, m := range All {
		ids, windows := m.bound()
		all[m.ID] = bonds{ids, windows}
	}
	return all
})

func (m Metric) bound() (ids []string, windows bool) {
	for _, other := range All {
		switch {
		case other.ID == m.ID:
		case m.differs(other) || other.differs(m):
			ids, windows = append(ids, other.ID), true
		case m.makesWith(other):
			ids = append(ids, other.ID)
		}
	}
	return ids, windows
}

// differs tells whether a metric is a difference of what another counts.
func (m Metric) differs(other Metric) bool {
	if !m.Signed {
		return false
	}
	counted := other.Sums().Numerator
	return slices.ContainsFunc(m.Sums().Numerator, func(t Term) bool { return counted.of(t.Of) })
}

// makesWith tells whether two metrics count what is one whole or a part of it.
func (m Metric) makesWith(other Metric) bool {
	return slices.ContainsFunc(Wholes, func(s Same) bool {
		things := append([]string{s.Whole}, s.Parts...)
		return m.countsAny(things) && other.countsAny(things)
	})
}

func (m Metric) countsAny(things []string) bool {
	sums := m.Sums()
	return slices.ContainsFunc(things, func(thing string) bool { return sums.Numerator.of(thing) || sums.Denominator.of(thing) })
}

// of tells whether a sum has a term of a whole thing.
func (s Sum) of(thing string) bool {
	return slices.ContainsFunc(s, func(t Term) bool { return t.Part == "" && t.Of == thing })
}
