package cell

import (
	"math"
	"strconv"
	"strings"

	"evidencepack/ingest/record"
)

// Time reads a time of day: 07:05, 7.05, 0705, 7:05 pm, or an Excel fraction of
// a day. Errors: ErrEmpty, ErrNotTime.
func Time(r Raw) (record.Clock, error) {
	if r.Numeric && !r.Date && r.Number >= 1 && r.Number == math.Trunc(r.Number) {
		return record.NoClock, ErrNotTime // 705 is no part of a day
	}
	if r.Numeric {
		part := r.Number - math.Floor(r.Number)
		return record.Clock(minutesOf(part) % 1440), nil
	}
	s := Clean(r.Text)
	if s == "" || s == "-" {
		return record.NoClock, ErrEmpty
	}
	at, _, err := clock(s)
	if err == nil {
		return at, nil
	}
	if m, bad := Date(r, DayFirst); bad == nil && m.At != record.NoClock {
		return m.At, nil // a date with a time stands in the column of times
	}
	return record.NoClock, err
}

// minutesOf gives the whole minutes in a part of a day, to the millisecond: a
// workbook's fraction is a little off.
func minutesOf(part float64) int { return int(math.Round(part*86400*1e3) / 1e3 / 60) }

// clock reads a time of day as people write it.
func clock(s string) (at record.Clock, seconds int, err error) {
	s = strings.ToLower(strings.TrimSpace(s))
	half := ""
	for _, end := range []string{"am", "pm"} {
		if cut, found := strings.CutSuffix(s, end); found {
			s, half = strings.TrimSpace(cut), end
		}
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ':' || r == '.' })
	if len(parts) == 1 && len(s) == 4 {
		parts = []string{s[:2], s[2:]}
	}
	if len(parts) == 1 && half != "" {
		parts = append(parts, "0")
	}
	if len(parts) < 2 || (len(parts[1]) != 2 && half == "") { // 21.5 is not 21:05
		return record.NoClock, 0, ErrNotTime
	}
	hour, bad1 := strconv.Atoi(parts[0])
	minute, bad2 := strconv.Atoi(parts[1])
	if len(parts) > 2 {
		seconds, err = strconv.Atoi(parts[2])
	}
	if half == "pm" && hour < 12 {
		hour += 12
	}
	if half == "am" && hour == 12 {
		hour = 0
	}
	if bad1 != nil || bad2 != nil || err != nil || hour < 0 || hour > 24 || minute < 0 || minute > 59 || seconds < 0 || seconds > 60 || (hour == 24 && minute > 0) {
		return record.NoClock, 0, ErrNotTime
	}
	return record.Clock(60*hour+minute) % 1440, seconds, nil
}
