package record

import (
	"fmt"
	"time"
)

// Date is a local calendar date as days since 1 January 1970. Zero is missing:
// no care record is dated 1970-01-01.
type Date int32

// Clock is a local time of day in minutes after midnight.
type Clock int16

// NoClock is the missing time of day.
const NoClock Clock = -1

// Month is a calendar month: 12 × year + month − 1.
type Month int32

// DateOf gives the date of a calendar day. Days past the end of a month run on,
// as with time.Date; ValidDate tells whether the day exists.
func DateOf(year, month, day int) Date {
	return Date(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// ValidDate tells whether a calendar day exists.
func ValidDate(year, month, day int) bool {
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return false
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return t.Day() == day
}

func (d Date) time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// Parts gives year, month and day.
func (d Date) Parts() (year, month, day int) {
	y, m, dd := d.time().Date()
	return y, int(m), dd
}

// Month gives the month that the date is in.
func (d Date) Month() Month {
	y, m, _ := d.Parts()
	return Month(12*y + m - 1)
}

// String writes the date as 2026-04-01, or nothing where it is missing.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	y, m, dd := d.Parts()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, dd)
}

// ParseISO reads 2026-04-01.
func ParseISO(s string) (Date, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return 0, fmt.Errorf("%q is not a date like 2026-04-01", s)
	}
	return Date(t.Unix() / 86400), nil
}

// First gives the first day of the month.
func (m Month) First() Date { return DateOf(int(m)/12, int(m)%12+1, 1) }

// Last gives the last day of the month.
func (m Month) Last() Date { return (m + 1).First() - 1 }

// Days counts the days of the month.
func (m Month) Days() int { return int(m.Last()-m.First()) + 1 }

// String writes the month as 2026-04.
func (m Month) String() string { return fmt.Sprintf("%04d-%02d", int(m)/12, int(m)%12+1) }

// Span is a run of days, both ends included. An open end is 0.
type Span struct{ From, To Date }

// Days counts the days of the span.
func (s Span) Days() int { return int(s.To-s.From) + 1 }

// Has tells whether the day is in the span.
func (s Span) Has(d Date) bool { return d != 0 && d >= s.From && d <= s.To }
