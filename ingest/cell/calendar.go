package cell

import (
	"strings"

	"evidencepack/ingest/record"
)

// shape says what a date tells about the order of its parts.
type shape uint8

const (
	slashed   shape = iota // 03/04/2026: the parts do not say which is the day
	yearFirst              // 2026-04-03
	named                  // 3 April 2026
)

// dayParts is the day part of a date, cut up but not yet read.
type dayParts struct {
	shape   shape
	first   string // of the two parts that are not the year, in the order in which they stand
	second  string
	year    string
	weekday int // 1 Monday to 7 Sunday, 0 where none is written
}

func betweenParts(r rune) bool {
	switch r {
	case '/', '-', '.', ' ', ',', '–', '(', ')', '\\':
		return true
	}
	return false
}

// partsOf cuts the day part of a date into its three parts. Not a date: false.
func partsOf(s string) (dayParts, bool) {
	if len(s) < 6 || len(s) > 60 {
		return dayParts{}, false
	}
	words := strings.FieldsFunc(s, betweenParts)
	switch {
	case len(words) == 1 && len(s) == 8 && digitsOnly(s): // 20260412
		words = []string{s[:4], s[4:6], s[6:]}
	case len(words) == 1:
		words = glued(s)
	}
	var p dayParts
	if len(words) > 3 {
		words, p.weekday = withoutWeekday(words)
	}
	if len(words) != 3 {
		return dayParts{}, false
	}
	switch {
	case len(words[0]) == 4 && digitsOnly(words[0]):
		p.shape, p.year, p.first, p.second = yearFirst, words[0], words[1], words[2]
	case monthNumber(words[1]) > 0 || monthNumber(words[0]) > 0:
		p.shape, p.first, p.second, p.year = named, words[0], words[1], words[2]
	default:
		p.shape, p.first, p.second, p.year = slashed, words[0], words[1], words[2]
	}
	return p, true
}

// withoutWeekday drops the words that say nothing and a day of the week before
// or behind a date.
func withoutWeekday(words []string) (rest []string, weekday int) {
	for _, w := range words {
		if !fillers[strings.ToLower(w)] {
			rest = append(rest, w)
		}
	}
	if len(rest) != 4 {
		return rest, 0
	}
	if day := weekdayNumber(rest[0]); day > 0 {
		return rest[1:], day
	}
	if day := weekdayNumber(rest[3]); day > 0 {
		return rest[:3], day
	}
	return rest, 0
}

// glued cuts 12Jan2026 where letters and digits meet.
func glued(s string) []string {
	var words []string
	from := 0
	for i := 1; i < len(s); i++ {
		if startsWithDigit(s[i:]) != startsWithDigit(s[i-1:]) {
			words = append(words, s[from:i])
			from = i
		}
	}
	return append(words, s[from:])
}

// calendar reads the parts as numbers. The day need not exist.
func (d DateReader) calendar(p dayParts) (year, month, day int, err error) {
	m, dom := p.second, p.first
	switch p.shape {
	case yearFirst:
		m, dom = p.first, p.second
	case named:
		if monthNumber(p.second) == 0 {
			m, dom = p.first, p.second
		}
	case slashed:
		if d.Order == MonthFirst {
			m, dom = p.first, p.second
		}
	}
	month, there := monthNumber(m), true
	if month == 0 {
		month, there = smallNumber(m)
	}
	day, known := smallNumber(trimOrdinal(dom))
	if !there || !known {
		return 0, 0, 0, ErrNotDate
	}
	switch len(p.year) {
	case 4:
		if year, there = number(p.year); !there {
			return 0, 0, 0, ErrNotDate
		}
	case 2:
		short, there := number(p.year)
		if !there {
			return 0, 0, 0, ErrNotDate
		}
		if short+month+day == 0 {
			return 0, 0, 0, nil // 00/00/00
		}
		year = d.fullYear(short, month, day)
	default:
		return 0, 0, 0, ErrNotDate
	}
	return year, month, day, nil
}

// day reads the parts as a day that exists. Errors as of Date.
func (d DateReader) day(p dayParts) (record.Date, error) {
	year, month, day, err := d.calendar(p)
	switch {
	case err != nil:
		return 0, err
	case sentinel(year, month, day):
		return 0, ErrEmpty
	case year < 1900:
		return 0, ErrNotDate
	case !record.ValidDate(year, month, day):
		return 0, ErrNoSuchDay
	}
	return record.DateOf(year, month, day), nil
}

func digitsOnly(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// number reads up to nine plain digits, without signs.
func number(s string) (int, bool) {
	if !digitsOnly(s) || len(s) > 9 {
		return 0, false
	}
	v := 0
	for i := 0; i < len(s); i++ {
		v = 10*v + int(s[i]-'0')
	}
	return v, true
}

// smallNumber reads one or two digits.
func smallNumber(s string) (int, bool) {
	if len(s) > 2 {
		return 0, false
	}
	return number(s)
}
