package cell

import (
	"errors"
	"strings"
	"time"

	"evidencepack/ingest/record"
)

// Grain says how exact a period is.
type Grain uint8

// The grains, from fine to coarse.
const (
	GrainDay Grain = iota
	GrainWeek
	GrainMonth
	GrainQuarter
	GrainYear
)

// ParsePeriod reads the days that a text stands for, both included, with the day
// before the month in 03/04: a date, several days ("1–3 Nov 2025"), a week
// ("w/c 3 Nov 2025", "2025W36"), a month ("Mar 2025", "202509"), a quarter of the
// calendar ("2025Q3") or of the financial year from April ("Q2 25/26"), a financial
// year ("FY2025/26", "2025/26") or a calendar year. Both ends have the same grain. An
// open end ("1 Nov 2025 - ongoing") gives to as 0. Without a year: false.
func ParsePeriod(text string) (from, to record.Date, grain Grain, ok bool) {
	return DateReader{}.Period(text)
}

// Period reads as ParsePeriod does, in the order of the column.
func (d DateReader) Period(text string) (from, to record.Date, grain Grain, ok bool) {
	span, grain, err := d.period(Clean(text))
	return span.From, span.To, grain, err == nil
}

// period gives ErrPartial where a period is meant whose year is not written, and
// ErrNotDate where the text is none.
func (d DateReader) period(s string) (record.Span, Grain, error) {
	if len(s) > 80 {
		return record.Span{}, 0, ErrNotDate
	}
	s = strings.ReplaceAll(strings.ToLower(s), "—", "–")
	for _, lead := range []string{"from ", "between ", "period ", "period: ", "dates: ", "date range: ", "o "} {
		s = strings.TrimPrefix(s, lead)
	}
	span, grain, err := d.single(s)
	if err == nil || errors.Is(err, ErrPartial) {
		return span, grain, err
	}
	return d.several(s)
}

// joints stand between the ends of a range. A hyphen may also stand inside a
// date, so it comes last and is tried wherever it stands.
var joints = []string{" to ", " until ", " till ", " and ", " hyd ", " i ", "–", " - ", "/", "-"}

// several reads a range of two ends.
func (d DateReader) several(s string) (record.Span, Grain, error) {
	for _, joint := range joints {
		for at := strings.Index(s, joint); at > 0; {
			left, right := strings.TrimSpace(s[:at]), strings.TrimSpace(s[at+len(joint):])
			if span, grain, ok := d.twoEnds(left, right); ok {
				return span, grain, nil
			}
			next := strings.Index(s[at+1:], joint)
			if next < 0 {
				break
			}
			at += 1 + next
		}
	}
	return record.Span{}, 0, ErrNotDate
}

// twoEnds reads the ends of a range. What the first end leaves out, it takes
// from the second: 1–3 Nov 2025, 28 Dec – 3 Jan 2026.
func (d DateReader) twoEnds(left, right string) (record.Span, Grain, bool) {
	if left == "" || right == "" {
		return record.Span{}, 0, false
	}
	if openEnd(right) && Key(right) != "" {
		first, grain, err := d.single(left)
		return record.Span{From: first.From}, grain, err == nil
	}
	last, grain, err := d.single(right)
	if err != nil {
		return record.Span{}, 0, false
	}
	first, other, err := d.single(left)
	for back := 0; err != nil && back < 2; back++ {
		first, other, err = d.completed(left, last.From, back)
		if err == nil && first.From > last.To {
			err = ErrNotDate // 28 Dec – 3 Jan 2026 began the year before
		}
	}
	if err != nil || other != grain || first.From > last.To {
		return record.Span{}, 0, false // 28 Nov to Dec 2025 ends nowhere in particular
	}
	if _, start, _ := first.From.Parts(); grain == GrainYear {
		if _, other, _ := last.From.Parts(); other != start {
			return record.Span{}, 0, false // from a financial year to a year of the calendar
		}
	}
	return record.Span{From: first.From, To: last.To}, grain, true
}

// completed reads a first end that lacks the year, or the month and the year.
func (d DateReader) completed(left string, last record.Date, yearsBack int) (record.Span, Grain, error) {
	year, month, _ := last.Parts()
	year -= yearsBack
	if day, there := smallNumber(trimOrdinal(left)); there {
		if yearsBack > 0 || !record.ValidDate(year, month, day) {
			return record.Span{}, 0, ErrNotDate
		}
		return dayOf(record.DateOf(year, month, day))
	}
	if strings.ContainsAny(left, "/.") && !strings.Contains(left, " ") {
		return d.single(left + "/" + four(year))
	}
	return d.single(left + " " + four(year))
}

func dayOf(on record.Date) (record.Span, Grain, error) {
	return record.Span{From: on, To: on}, GrainDay, nil
}

func monthOf(year, month int) (record.Span, Grain, error) {
	if year < 1900 || year > 2200 || month < 1 || month > 12 {
		return record.Span{}, 0, ErrNotDate
	}
	return spanOf(record.DateOf(year, month, 1), record.DateOf(year, month+1, 1)-1), GrainMonth, nil
}

// monthsFrom gives so many whole months, with which quarters and years are made.
func monthsFrom(year, month, count int, grain Grain) (record.Span, Grain, error) {
	if year < 1900 || year > 2200 {
		return record.Span{}, 0, ErrNotDate
	}
	return spanOf(record.DateOf(year, month, 1), record.DateOf(year, month+count, 1)-1), grain, nil
}

func spanOf(from, to record.Date) record.Span { return record.Span{From: from, To: to} }

// isoWeek gives the days of a week of ISO 8601.
func isoWeek(year, week int) (record.Span, Grain, error) {
	if year < 1900 || year > 2200 || week < 1 || week > 53 {
		return record.Span{}, 0, ErrNotDate
	}
	first := record.DateOf(year, 1, 4) // always in week 1
	monday := first - record.Date(weekdayOf(first)-1) + record.Date(7*(week-1))
	if back, _ := time.Unix(int64(monday+3)*86400, 0).UTC().ISOWeek(); back != year {
		return record.Span{}, 0, ErrNotDate // the year has no week 53
	}
	return spanOf(monday, monday+6), GrainWeek, nil
}

// weekdayOf gives 1 for Monday to 7 for Sunday.
func weekdayOf(on record.Date) int { return int((int64(on)+3)%7+7)%7 + 1 }

func four(year int) string {
	digits := []byte("0000")
	for i := 3; i >= 0 && year > 0; i-- {
		digits[i] = byte('0' + year%10)
		year /= 10
	}
	return string(digits)
}
