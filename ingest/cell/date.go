package cell

import (
	"math"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // Windows has no time zone files; the program brings its own

	"evidencepack/ingest/record"
)

// London is the time zone of every local date. Exports in UTC are turned into it.
var London = mustLondon()

func mustLondon() *time.Location {
	zone, err := time.LoadLocation("Europe/London")
	if err != nil {
		// The zone is compiled in; only a broken build gets here.
		return time.UTC
	}
	return zone
}

// Order says whether 03/04 is 3 April (day first, as in the UK) or 4 March.
type Order uint8

// The orders. DayFirst is the default.
const (
	DayFirst Order = iota
	MonthFirst
)

// Moment is a date with the time of day, where the cell held one.
type Moment struct {
	On     record.Date
	At     record.Clock // NoClock where the cell held a date only
	Second int          // second of the minute, 0 where not given
}

// noMoment is the missing moment.
var noMoment = Moment{At: record.NoClock}

// Date reads a date or a date with a time: UK, ISO and Excel serial dates, month
// names, and ISO times in UTC or with an offset, which become local time. A
// sentinel such as 9999-12-31 is empty. Errors: ErrEmpty, ErrNoSuchDay, ErrNotDate.
func Date(r Raw, order Order) (Moment, error) {
	if r.Numeric && !r.packed() {
		if !r.Date && !plausible(r.Number) && r.Number != 0 {
			return noMoment, ErrNotDate // 5 or 2026 in a column of dates
		}
		return serial(r.Number, r.From1904)
	}
	s := Clean(r.Text)
	if openEnd(s) {
		return noMoment, ErrEmpty
	}
	day, rest, zone := splitMoment(s)
	year, month, dom, err := calendarDay(day, order)
	if err != nil {
		if v, bad := strconv.ParseFloat(s, 64); bad == nil && plausible(v) {
			return serial(v, r.From1904) // a serial date saved as text
		}
		return noMoment, err
	}
	switch {
	case sentinel(year, month, dom):
		return noMoment, ErrEmpty
	case !record.ValidDate(year, month, dom):
		return noMoment, ErrNoSuchDay
	case year < 1900:
		return noMoment, ErrNotDate
	}
	return moment(record.DateOf(year, month, dom), rest, zone)
}

// moment adds to a day the time that stands behind it, in local time.
func moment(on record.Date, rest, zone string) (Moment, error) {
	if rest == "" {
		return Moment{On: on, At: record.NoClock}, nil
	}
	at, seconds, err := clock(rest)
	if err != nil {
		return noMoment, ErrNotDate
	}
	if zone == "" {
		return Moment{On: on, At: at, Second: seconds}, nil
	}
	offset, err := zoneOffset(zone)
	if err != nil {
		return noMoment, ErrNotDate
	}
	m := local(time.Unix(int64(on)*86400+int64(at)*60+int64(seconds)-int64(offset), 0))
	if m.On == 0 {
		return noMoment, ErrEmpty
	}
	return m, nil
}

// packed tells whether a number of a workbook is a date such as 20260412.
func (r Raw) packed() bool {
	return !r.Date && r.Number >= 19000101 && r.Number <= 99991231 && r.Number == math.Trunc(r.Number)
}

// plausible tells whether a bare number may be a serial date: 1954 to 2119.
func plausible(v float64) bool { return v > 20000 && v < 80000 }

// sentinel tells whether a system writes the day for "no date".
func sentinel(year, month, day int) bool {
	if month != 1 || day != 1 {
		return year >= 9999
	}
	return year >= 9999 || year == 1753 || year == 1900 || year == 1970
}

// openEnd tells whether a text says that there is no date (yet).
func openEnd(s string) bool {
	if s != "" && startsWithDigit(s) {
		return false
	}
	switch Key(s) {
	case "", "ongoing", "current", "open", "present", "n a", "na", "none", "not applicable", "tbc":
		return true
	}
	return false
}

// local gives the local date and time of an instant.
func local(t time.Time) Moment {
	t = t.In(London)
	y, m, d := t.Date()
	return Moment{On: record.DateOf(y, int(m), d), At: record.Clock(60*t.Hour() + t.Minute()), Second: t.Second()}
}

// serial reads an Excel date: days since 30 December 1899, or since 1904.
func serial(v float64, from1904 bool) (Moment, error) {
	if v == 0 {
		return noMoment, ErrEmpty
	}
	if from1904 {
		v += 1462
	}
	if v < 1 || v >= 2958466 || math.IsNaN(v) {
		return noMoment, ErrNotDate
	}
	if v >= 2958465 { // 9999-12-31, "open" in several systems
		return noMoment, ErrEmpty
	}
	days := math.Floor(v)
	on := record.Date(days) - 25569
	switch {
	case days == 1 || days == 25569: // 1 January 1900 and 1970
		return noMoment, ErrEmpty
	case days == 60:
		return noMoment, ErrNoSuchDay // Excel believes in 29 February 1900
	case days < 60:
		on++
	}
	part := v - days
	if part == 0 {
		return Moment{On: on, At: record.NoClock}, nil
	}
	minutes := minutesOf(part)
	if minutes >= 1440 {
		return Moment{On: on + 1, At: 0}, nil
	}
	return Moment{On: on, At: record.Clock(minutes)}, nil
}

// splitMoment parts a text into its day, its time and its zone.
func splitMoment(s string) (day, rest, zone string) {
	if i := strings.IndexAny(s, "Tt"); i == 10 && strings.Count(s[:10], "-") == 2 {
		day, rest = s[:i], s[i+1:]
	} else if colon := strings.IndexByte(s, ':'); colon > 0 {
		cut := strings.LastIndexByte(s[:colon], ' ')
		if cut < 0 {
			return s, "", ""
		}
		day, rest = strings.TrimRight(s[:cut], " ,"), s[cut+1:]
	} else {
		return s, "", ""
	}
	if cut, found := strings.CutSuffix(rest, "Z"); found {
		return day, strings.TrimSpace(cut), "Z"
	}
	for _, utc := range []string{" UTC", " GMT"} {
		if cut, found := strings.CutSuffix(rest, utc); found {
			return day, cut, "Z"
		}
	}
	if cut, found := strings.CutSuffix(rest, " BST"); found {
		return day, cut, "+01"
	}
	if i := strings.LastIndexAny(rest, "+-"); i > 0 {
		return day, strings.TrimSpace(rest[:i]), rest[i:]
	}
	return day, rest, ""
}

// zoneOffset reads Z, +01, +0100 and +01:00 as seconds.
func zoneOffset(zone string) (int, error) {
	if zone == "Z" {
		return 0, nil
	}
	digits := strings.ReplaceAll(zone[1:], ":", "")
	if len(digits) == 2 {
		digits += "00"
	}
	v, err := strconv.Atoi(digits)
	if err != nil || len(digits) != 4 || v%100 > 59 || v/100 > 14 {
		return 0, ErrNotDate
	}
	seconds := (v/100*60 + v%100) * 60
	if zone[0] == '-' {
		seconds = -seconds
	}
	return seconds, nil
}

// Stamp reads a date with a time as Unix seconds of local time, 0 where it
// cannot be read: it only decides which of two versions is the later.
func Stamp(r Raw, order Order) int64 {
	m, err := Date(r, order)
	if err != nil {
		return 0
	}
	at := int64(0)
	if m.At != record.NoClock {
		at = int64(m.At)*60 + int64(m.Second)
	}
	return int64(m.On)*86400 + at
}
