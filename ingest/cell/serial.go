package cell

import (
	"math"

	"evidencepack/ingest/record"
)

// packed tells whether a number of a workbook is a date such as 20260412.
func (r Raw) packed() bool {
	return !r.Date && r.Number >= 19000101 && r.Number <= 99991231 && r.Number == math.Trunc(r.Number)
}

// plausible tells whether a bare number may be a serial date: 1954 to 2064.
func plausible(v float64) bool { return v >= 20000 && v <= 60000 }

// sentinel tells whether a system writes the day for "no date": the first or last
// day that it knows, or zeros.
func sentinel(year, month, day int) bool {
	if month == 0 && day == 0 {
		return year == 0
	}
	if month == 1 && day == 1 {
		switch year {
		case 1, 1601, 1753, 1900, 1970:
			return true
		}
	}
	return year >= 9999 || timeOnly(year, month, day)
}

// timeOnly tells whether a day only carries a time: day 0 of Excel and of Access.
func timeOnly(year, month, day int) bool {
	return year == 1899 && month == 12 && (day == 30 || day == 31)
}

// serial reads an Excel date: days since 30 December 1899, or since 1904.
func serial(v float64, from1904 bool) (Moment, error) {
	if v == 0 {
		return noMoment, ErrEmpty
	}
	if v < 1 || math.IsNaN(v) {
		return noMoment, ErrNotDate // a time of day alone
	}
	if from1904 {
		v += 1462
	}
	if v >= 2958466 {
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
	if minutes < 1440 {
		return Moment{On: on, At: record.Clock(minutes)}, nil
	}
	if on+1 == 0 {
		return noMoment, ErrEmpty
	}
	return Moment{On: on + 1, At: 0}, nil
}
