package cell

import (
	"math"
	"strconv"
	"strings"
)

// Unit is the unit of a column of lengths of time.
type Unit uint8

// The units. UnitNone is none: then each cell must say its own.
const (
	UnitNone Unit = iota
	UnitMinutes
	UnitHours
)

// UnitOf reads the unit in a heading: Recovery (mins), Hours worked. A heading
// that names both, or neither, names none.
func UnitOf(heading string) Unit {
	unit := UnitNone
	for _, word := range strings.Fields(Key(heading)) {
		found := UnitNone
		switch word {
		case "min", "mins", "minute", "minutes", "munud", "munudau":
			found = UnitMinutes
		case "hour", "hours", "hr", "hrs", "awr", "oriau":
			found = UnitHours
		}
		if found != UnitNone && unit != UnitNone && unit != found {
			return UnitNone
		}
		unit = max(unit, found)
	}
	return unit
}

// mostMinutes is the longest length that is believed: ten years.
const mostMinutes = 10 * 366 * 1440

// Minutes reads a length of time in whole minutes: 90 mins, 1.5 hours, 1h 30m, 2
// hrs 15, PT1H30M, 1:30 (an hour and a half), or a part of a day of a workbook
// (1.25 is 30 hours). A bare number is in the unit of the column. Where the unit is
// minutes, 1:30 may be a minute and a half and is no length. Errors: ErrEmpty,
// ErrNotNumber, ErrSuppressed and ErrRough.
func Minutes(r Raw, unit Unit) (int, error) {
	if r.Numeric && r.Date {
		return wholeMinutes(r.Number * 1440)
	}
	if r.Numeric {
		return inUnit(r.Number, unit)
	}
	s := strings.ToLower(Clean(r.Text))
	switch {
	case s == "" || blank(s):
		return 0, ErrEmpty
	case strings.HasPrefix(s, "p"):
		return isoLength(s)
	case strings.Contains(s, ":"):
		return colonLength(s, unit)
	}
	if v, there := lengthWords[Key(s)]; there {
		return v, nil
	}
	v, err := Number(Text(s))
	if err == nil && strings.HasSuffix(s, "%") {
		return 0, ErrNotNumber
	}
	if err == nil && startsAndEndsWithDigit(s) {
		return inUnit(v, unit)
	}
	if minutes, ok := unitLength(s); ok {
		return wholeMinutes(minutes)
	}
	if err == nil {
		err = ErrNotNumber
	}
	return 0, err
}

// lengthWords are lengths in words.
var lengthWords = map[string]int{
	"half an hour": 30, "half hour": 30, "quarter of an hour": 15, "three quarters of an hour": 45, "an hour": 60, "one hour": 60, "hour": 60,
	"an hour and a half": 90, "hour and a half": 90, "one and a half hours": 90, "two hours": 120, "two and a half hours": 150, "three hours": 180,
}

func startsAndEndsWithDigit(s string) bool {
	return startsWithDigit(s) && startsWithDigit(s[len(s)-1:])
}

func inUnit(v float64, unit Unit) (int, error) {
	switch unit {
	case UnitMinutes:
		return wholeMinutes(v)
	case UnitHours:
		return wholeMinutes(60 * v)
	}
	return 0, ErrNotNumber
}

func wholeMinutes(v float64) (int, error) {
	if math.IsNaN(v) || v < 0 || v > mostMinutes {
		return 0, ErrNotNumber
	}
	return int(math.Floor(v + 0.5 + 1e-9)), nil
}

// colonLength reads h:mm and h:mm:ss; the hours may be more than 24.
func colonLength(s string, unit Unit) (int, error) {
	s, _ = halfOfLength(s)
	parts := strings.Split(s, ":")
	if len(parts) > 3 || len(parts[len(parts)-1]) != 2 || len(parts[1]) != 2 {
		return 0, ErrNotNumber
	}
	var values [3]int
	for i, part := range parts {
		v, there := number(part)
		if !there || (i > 0 && v > 59) {
			return 0, ErrNotNumber
		}
		values[i] = v
	}
	if unit == UnitMinutes && len(parts) == 2 && values[0] > 0 {
		return 0, ErrNotNumber // a minute and a half, or an hour and a half
	}
	return wholeMinutes(float64(values[0]*60+values[1]) + float64(values[2])/60)
}

// halfOfLength cuts hours behind h:mm: 1:30 hrs.
func halfOfLength(s string) (rest string, found bool) {
	for _, end := range []string{"hours", "hrs", "hr", "h"} {
		if rest, found = strings.CutSuffix(s, end); found {
			return strings.TrimSpace(rest), true
		}
	}
	return s, false
}

// unitLength reads numbers with their units: 1h 30m, 2 hrs 15, 1.5 hours, 90 mins.
func unitLength(s string) (minutes float64, ok bool) {
	s = strings.NewReplacer("½", ".5", "¼", ".25", "¾", ".75", " and ", " ", ",", " ").Replace(s)
	last := 0.0 // minutes in the unit before
	for s != "" {
		end := 0
		for end < len(s) && (s[end] >= '0' && s[end] <= '9' || s[end] == '.') {
			end++
		}
		v, err := strconv.ParseFloat(s[:end], 64)
		if err != nil {
			return 0, false
		}
		s = strings.TrimLeft(s[end:], " ")
		end = 0
		for end < len(s) && s[end] >= 'a' && s[end] <= 'z' {
			end++
		}
		size, known := unitSizes[s[:end]]
		if s == "" && last == 60 {
			size, known = 1, true // 2 hrs 15
		}
		if !known || (last > 0 && size >= last) {
			return 0, false
		}
		minutes, last = minutes+v*size, size
		s = strings.TrimLeft(s[end:], " .")
	}
	return minutes, last > 0
}

// unitSizes are the units of time in minutes.
var unitSizes = map[string]float64{
	"d": 1440, "day": 1440, "days": 1440,
	"h": 60, "hr": 60, "hrs": 60, "hour": 60, "hours": 60, "awr": 60, "oriau": 60,
	"m": 1, "min": 1, "mins": 1, "minute": 1, "minutes": 1, "munud": 1,
	"s": 1.0 / 60, "sec": 1.0 / 60, "secs": 1.0 / 60, "second": 1.0 / 60, "seconds": 1.0 / 60,
}

// isoLength reads PT1H30M and P1DT2H of ISO 8601; months and years have no fixed length.
func isoLength(s string) (int, error) {
	day, rest, timed := strings.Cut(strings.TrimPrefix(s, "p"), "t")
	if day == "" && rest == "" {
		return 0, ErrNotNumber
	}
	total := 0.0
	for _, part := range []struct{ text, units string }{{day, "d"}, {rest, "hms"}} {
		if part.text == "" {
			continue
		}
		v, ok := unitLength(part.text)
		if !ok || strings.Trim(part.text, "0123456789."+part.units) != "" {
			return 0, ErrNotNumber
		}
		total += v
	}
	if timed && rest == "" {
		return 0, ErrNotNumber
	}
	return wholeMinutes(total)
}
