package cell

import (
	"math"
	"strconv"
	"strings"

	"evidencepack/ingest/record"
)

// Time reads a time of day: 07:05, 7.05, 0705, 7:05 pm, 930am, noon, half past 8 in
// the morning, or an Excel fraction of a day. What does not say which half of the
// day it means in words ("half 8") is no time; ReadBand may still place it. Errors:
// ErrEmpty, ErrNotTime.
func Time(r Raw) (record.Clock, error) { return DateReader{}.Time(r) }

// Time reads a time of day. A date with a time in the column of times is read in
// the order and the zone of the column; a time alone stays as it is written.
func (d DateReader) Time(r Raw) (record.Clock, error) {
	if r.Numeric {
		return d.fraction(r)
	}
	s := Clean(r.Text)
	if s == "" || blank(s) {
		return record.NoClock, ErrEmpty
	}
	at, _, err := clock(s)
	if err == nil {
		return at, nil
	}
	if at, ok := spoken(s); ok {
		return at, nil
	}
	if m, bad := d.Date(r); bad == nil && m.At != record.NoClock {
		return m.At, nil // a date with a time stands in the column of times
	}
	if at, ok := onNoDay(s); ok {
		return at, nil
	}
	return record.NoClock, err
}

// fraction reads a number of a workbook. 9.3 is what is left of 9.30, not a part of a day.
func (d DateReader) fraction(r Raw) (record.Clock, error) {
	v := r.Number
	switch {
	case v < 0 || math.IsNaN(v) || v >= 2958466:
		return record.NoClock, ErrNotTime
	case !r.Date && v == 0:
		return record.NoClock, ErrEmpty // what a formula gives for nothing
	case !r.Date && v >= 1 && (!plausible(v) || v == math.Trunc(v)):
		return record.NoClock, ErrNotTime
	case v >= 1 && v != math.Trunc(v):
		if m, err := d.Date(r); err == nil && m.At != record.NoClock {
			return m.At, nil
		}
	}
	return record.Clock(minutesOf(v-math.Floor(v)) % 1440), nil
}

// onNoDay reads the time that stands on a day that only carries times, such as
// 1899-12-30 08:00. Midnight there is no time at all.
func onNoDay(s string) (record.Clock, bool) {
	day, rest, _ := splitMoment(s)
	p, found := partsOf(day)
	if !found {
		return record.NoClock, false
	}
	year, month, dom, err := DateReader{}.calendar(p)
	if err != nil || !(timeOnly(year, month, dom) || year == 1900 && month == 1 && dom == 1) {
		return record.NoClock, false
	}
	at, seconds, err := clock(rest)
	return at, err == nil && (at > 0 || seconds > 0)
}

// minutesOf gives the whole minutes in a part of a day, to the millisecond: a
// workbook's fraction is a little off.
func minutesOf(part float64) int { return int(math.Round(part*86400*1e3) / 1e3 / 60) }

// halfOfDay cuts am, pm, a.m., p.m., hrs and h from the end of a time.
func halfOfDay(s string) (rest, half string) {
	for _, end := range []struct{ written, half string }{
		{"am", "am"}, {"pm", "pm"}, {"a.m.", "am"}, {"p.m.", "pm"}, {"a.m", "am"}, {"p.m", "pm"},
		{"hours", ""}, {"hrs", ""}, {"h", ""},
	} {
		if cut, found := strings.CutSuffix(s, end.written); found && cut != "" {
			return strings.TrimSpace(cut), end.half
		}
	}
	return s, ""
}

// clock reads a time of day in figures.
func clock(s string) (at record.Clock, seconds int, err error) {
	s, half := halfOfDay(strings.ToLower(strings.TrimSpace(s)))
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ':' || r == '.' })
	switch {
	case len(parts) == 1 && len(s) == 4:
		parts = []string{s[:2], s[2:]}
	case len(parts) == 1 && half == "" && len(s) == 6: // 070500
		parts = []string{s[:2], s[2:4], s[4:]}
	case len(parts) == 1 && half != "" && len(s) == 3: // 930am
		parts = []string{s[:1], s[1:]}
	case len(parts) == 1 && half != "":
		parts = append(parts, "00")
	}
	if len(parts) < 2 || len(parts) > 4 || len(parts[1]) != 2 { // 21.5 is not 21:05
		return record.NoClock, 0, ErrNotTime
	}
	hour, there := smallNumber(parts[0])
	minute, known := smallNumber(parts[1])
	ok := there && known
	if len(parts) > 2 {
		seconds, known = smallNumber(parts[2])
		ok = ok && known
	}
	if len(parts) > 3 {
		_, bad := strconv.ParseUint(parts[3], 10, 64) // parts of a second
		ok = ok && bad == nil
	}
	if half != "" && hour == 0 && minute == 0 {
		half = "" // 00:00 am is how some systems write midnight
	}
	if half == "pm" && hour < 12 {
		hour += 12
	}
	if half == "am" && hour == 12 {
		hour = 0
	}
	if !ok || hour > 24 || minute > 59 || seconds > 60 || (hour == 24 && minute > 0) || (half == "am" && hour > 12) {
		return record.NoClock, 0, ErrNotTime
	}
	return record.Clock(60*hour+minute) % 1440, seconds, nil
}
