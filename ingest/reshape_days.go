package ingest

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// fewestDays is how many days in a row the headings must count for a grid: less
// may be a list of anything that is numbered.
const fewestDays = 20

// gridKind is a kind of record that people keep in grids of days.
type gridKind struct {
	kind       record.Kind
	tells      string // field without which a grid is not of this kind
	date, code string // fields of the day and of what stands in its cell
}

var gridKinds = []gridKind{
	{record.KindMedAdmin, "medicine", "scheduled_at", "outcome"},
	{record.KindCareTask, "task_category", heading.EventDate, "outcome"},
	{record.KindAttendance, "activity", heading.EventDate, "status"},
	{record.KindStepRecord, "step_no", heading.EventDate, "support_level"},
}

// dayColumn is one day of a grid.
type dayColumn struct {
	column int
	day    int         // of the month
	on     record.Date // where the heading is a whole date, otherwise 0
}

// dayGrid spreads the days of a month that stand side by side (quirk 43): each
// filled cell is a record of that day.
func (in *intake) dayGrid(t *table) bool {
	days := daysIn(t.open())
	if days == nil {
		return false
	}
	before, spread := t.spread, maps.Clone(t.spread)
	for _, d := range days {
		spread[d.column] = "a day of the month: each filled cell becomes a row of its own"
	}
	t.spread = spread
	g, known := in.gridOf(*t)
	if !known {
		t.undo(before)
		return false
	}
	months, there := in.monthsOf(*t, g.kind)
	fields := []string{g.date, g.code}
	made := madeFor(fields...)
	if !there && days[0].on == 0 {
		delete(made, g.date)
		t.lacks = codeGridMonth
	}
	if !in.become(t, g.kind, made) {
		t.undo(before)
		return false
	}
	t.blankDays(days)
	t.part = len(t.names)
	t.widen([]string{madeHeading(g.date), madeHeading(g.code)}, func(r grid.Row, out emit) bool {
		if weekdayRow(r, days) {
			return true
		}
		for _, d := range days {
			if c := cellAt(r, d.column); !c.Empty() && !out(cell.Text(d.date(months(r))), c) {
				return false
			}
		}
		return true
	})
	t.seen = append(t.seen, Oddity{Code: codeSpread, Row: t.headingRow(), Count: len(days)})
	return true
}

// blankDays counts the days of a chart that are blank: nobody can say whether they
// were due.
func (t *table) blankDays(days []dayColumn) {
	if t.guess {
		return
	}
	blank, first := 0, 0
	for r := range t.rows {
		if weekdayRow(r, days) {
			continue
		}
		for _, d := range days {
			if cellAt(r, d.column).Empty() {
				if blank++; first == 0 {
					first = r.Line
				}
			}
		}
	}
	if blank > 0 {
		t.seen = append(t.seen, Oddity{Code: codeBlankDays, Row: first, Count: blank})
	}
}

// date writes the day of a month, "" where the month is not known. A day that
// the month does not have is written all the same, so that the row is set aside for it.
func (d dayColumn) date(m record.Month) string {
	switch {
	case d.on != 0:
		return d.on.String()
	case m == 0:
		return ""
	}
	return m.String() + "-" + strconv.Itoa(100 + d.day)[1:]
}

// gridOf finds the kind of a grid by its other headings, or by what a saved
// mapping says for every row. Of two kinds the one that lacks less, then the one
// that more headings speak for.
func (in *intake) gridOf(t table) (gridKind, bool) {
	var best gridKind
	lacks, score, found := 0, 0, false
	for _, g := range gridKinds {
		probe := t
		probe.kind, probe.made = g.kind, madeFor(g.date, g.code)
		probe.names = append(slices.Clip(t.names), madeHeading(g.date), madeHeading(g.code))
		m := in.recognise(probe)
		saved := in.saved(t, t.names, g.kind)
		said := func(field string) bool { return saved != nil && saved.Constants[field] != "" }
		if _, there := m.Columns[g.tells]; !there && !said(g.tells) {
			continue
		}
		missing := len(slices.DeleteFunc(m.Missing, said))
		if !found || missing < lacks || missing == lacks && m.Score > score {
			best, lacks, score, found = g, missing, m.Score, true
		}
	}
	return best, found
}

// daysIn finds the days in a row of headings: at least twenty that follow one
// another, and no other numbers of days. Nil is none.
func daysIn(names []string) []dayColumn {
	if days := datesIn(names); days != nil {
		return days
	}
	var days []dayColumn
	for column, name := range names {
		day := dayNumber(name)
		if day == 0 {
			continue
		}
		if len(days) > 0 && day != days[len(days)-1].day+1 {
			return nil
		}
		days = append(days, dayColumn{column: column, day: day})
	}
	if len(days) < fewestDays {
		return nil
	}
	return days
}

// datesIn finds whole dates in a row of headings that follow one another, read
// with the day first or, where only that makes sense, the month first.
func datesIn(names []string) []dayColumn {
	for _, order := range []cell.Order{cell.DayFirst, cell.MonthFirst} {
		var days []dayColumn
		follow := true
		for column, name := range names {
			if len(name) < 8 || !strings.ContainsAny(name, "0123456789") {
				continue
			}
			m, err := cell.Date(cell.Text(name), order)
			if err != nil || m.At != record.NoClock {
				continue
			}
			follow = follow && (len(days) == 0 || m.On == days[len(days)-1].on+1)
			days = append(days, dayColumn{column: column, on: m.On})
		}
		if follow && len(days) >= fewestDays {
			return days
		}
	}
	return nil
}

// dayNumber reads the heading of a day: 5, 05, 5th, Day 5, Fri 5. 0 is none.
func dayNumber(name string) int {
	if len(name) == 0 || len(name) > 16 || !strings.ContainsAny(name, "0123456789") {
		return 0
	}
	day := 0
	for word := range strings.FieldsSeq(cell.Key(name)) {
		if word == "day" || weekdayWords[word] {
			continue
		}
		if day != 0 {
			return 0
		}
		for _, end := range []string{"st", "nd", "rd", "th"} {
			word = strings.TrimSuffix(word, end)
		}
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 || n > 31 || len(word) > 2 {
			return 0
		}
		day = n
	}
	return day
}

// weekdayWords are the days of the week as they stand over the days of a month.
var weekdayWords = wordSet(
	"m", "t", "w", "th", "f", "s", "su", "mo", "tu", "we", "fr", "sa", "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun",
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "llun", "mawrth", "mercher", "iau", "gwener", "sadwrn", "sul",
)

// weekdayRow tells whether a row holds the days of the week under the days of the
// month, and nothing else.
func weekdayRow(r grid.Row, days []dayColumn) bool {
	in := make(map[int]bool, len(days))
	for _, d := range days {
		in[d.column] = true
	}
	n := 0
	for column, c := range r.Cells {
		switch {
		case c.Empty():
		case !in[column] || !weekdayWords[cell.Key(c.Text)]:
			return false
		default:
			n++
		}
	}
	return 2*n > len(days)
}
