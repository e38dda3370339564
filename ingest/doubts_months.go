package ingest

import (
	"fmt"
	"strings"
	"time"

	"evidencepack/ingest/record"
)

// Care does not triple from one month to the next, nor fall to a third: recording
// does. It is judged by the middle of the months before, of which there must be
// three, and only with enough rows that chance does not do it.
const (
	jumpTimes  = 3
	jumpBefore = 3  // months
	jumpLook   = 6  // months looked back on, at most
	jumpRows   = 60 // rows in the larger of the two months
)

// everyDay tells whether staff write rows of the kind nearly every day, so that a
// month without any is a month that was not exported.
func everyDay(kind record.Kind) bool {
	switch kind {
	case record.KindCareTask, record.KindMedAdmin, record.KindVisit, record.KindStepRecord, record.KindRating, record.KindAttendance:
		return true
	}
	return false
}

// monthly counts the rows of one kind by month.
type monthly struct {
	rows        map[record.Month]int
	first, last record.Date
}

func monthsOf(records []record.Record) monthly {
	m := monthly{rows: make(map[record.Month]int)}
	for _, r := range records {
		on := r.Where().On
		if m.rows[on.Month()]++; m.first == 0 || on < m.first {
			m.first = on
		}
		m.last = max(m.last, on)
	}
	return m
}

// ofKind lists the dated records of one kind.
func (e *Exports) ofKind(kind record.Kind) []record.Record {
	var out []record.Record
	for _, r := range e.records {
		if r.Kind() == kind && r.Where().On != 0 {
			out = append(out, r)
		}
	}
	return out
}

// recordingChanged finds months in which much more or much less of a kind was
// recorded at a service than before (quirk 128).
func (e *Exports) recordingChanged() {
	for _, kind := range record.Kinds {
		if !everyDay(kind) || kind == record.KindStepRecord { // steps come and go with people's goals
			continue
		}
		all := e.ofKind(kind)
		whole := monthsOf(all)
		for _, g := range byService(all) {
			m := monthsOf(g.records)
			for month, before := range m.jumps(whole) {
				detail := fmt.Sprintf("%s, %s: %d rows, %d in the middle month before", monthName(month), atService(g.service), m.rows[month], before)
				e.doubt(codeRecordingChanged, record.SeverityWarning, kind, record.Ref{}, detail, max(m.rows[month], 1))
			}
		}
	}
}

// jumps walks over the months that differ from the months before and gives the
// middle of those. The first month of a service is left out, its last too where
// the rows end before the month does, and so are months that lack the whole kind:
// those are gaps. After a jump the months before it count no more.
func (m monthly) jumps(whole monthly) func(yield func(record.Month, int) bool) {
	return func(yield func(record.Month, int) bool) {
		last := m.last.Month()
		if m.last < last.Last()-6 {
			last--
		}
		var before []int
		for month := m.first.Month() + 1; month <= last; month++ {
			if whole.rows[month] == 0 {
				continue
			}
			n := m.rows[month]
			if len(before) >= jumpBefore {
				usual := middle(before[max(0, len(before)-jumpLook):])
				if max(usual, n) >= jumpRows && (n >= jumpTimes*usual || n*jumpTimes <= usual) {
					if !yield(month, usual) {
						return
					}
					before = before[:0]
				}
			}
			before = append(before, n)
		}
	}
}

// missingMonths finds months without any row of a kind that has rows before and
// after: a file that was not exported (quirk 142). Where most months lack the
// kind, it is one that is seldom written down.
func (e *Exports) missingMonths() {
	for _, kind := range record.Kinds {
		if !everyDay(kind) {
			continue
		}
		m := monthsOf(e.ofKind(kind))
		var missing []string
		for month := m.first.Month() + 1; m.first != 0 && month < m.last.Month(); month++ {
			if m.rows[month] == 0 {
				missing = append(missing, monthName(month))
			}
		}
		if n := len(missing); n > 0 && n < len(m.rows) {
			detail := fmt.Sprintf("%s; %d of %d months are here", strings.Join(missing, ", "), len(m.rows), len(m.rows)+n)
			e.doubt(codeMissingMonth, record.SeverityWarning, kind, record.Ref{}, called(kind)+", "+detail, 1)
		}
	}
}

// partMonths finds a first or last month that is only partly in the exports: it is
// in no trend and in no period that the program chooses (quirk 141).
func (e *Exports) partMonths() {
	var first, last record.Date
	for _, r := range e.records {
		on := r.Where().On
		if !r.Kind().IsEvent() || on == 0 {
			continue
		}
		if first == 0 || on < first {
			first = on
		}
		last = max(last, on)
	}
	from, to := first.Month(), last.Month()
	if first != from.First() {
		from++
	}
	if last != last.Month().Last() {
		to--
	}
	if first == 0 || from > to {
		return // no month is whole, so there is nothing that a part of one could be left out of
	}
	if from > first.Month() {
		e.partMonth(first, first.Month().Last())
	}
	if to < last.Month() {
		e.partMonth(last.Month().First(), last)
	}
}

func (e *Exports) partMonth(from, to record.Date) {
	days := int(to-from) + 1
	e.doubt(codePartMonth, record.SeverityNote, "", record.Ref{}, fmt.Sprintf("%s has %d of %d days in the files", monthName(from.Month()), days, from.Month().Days()), 1)
}

// monthName writes a month as February 2026.
func monthName(m record.Month) string {
	return fmt.Sprintf("%s %d", time.Month(int(m)%12+1), int(m)/12)
}
