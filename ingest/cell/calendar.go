package cell

import (
	"strconv"
	"strings"
)

// calendarDay reads the day part of a date.
func calendarDay(s string, order Order) (year, month, day int, err error) {
	parts := strings.FieldsFunc(s, func(r rune) bool {
		return r == '/' || r == '-' || r == '.' || r == ' ' || r == ',' || r == '–'
	})
	if len(parts) == 4 && !startsWithDigit(parts[0]) { // Monday 12 January 2026
		parts = parts[1:]
	}
	if len(parts) == 1 && len(s) == 8 { // 20260412
		parts = []string{s[:4], s[4:6], s[6:]}
	}
	if len(parts) != 3 {
		return 0, 0, 0, ErrNotDate
	}
	if _, bad := strconv.Atoi(parts[0]); bad == nil && len(parts[0]) == 4 {
		return numbers(parts[0], parts[1], parts[2])
	}
	if m := monthNumber(parts[1]); m > 0 {
		return numbers(fullYear(parts[2]), strconv.Itoa(m), trimOrdinal(parts[0]))
	}
	if m := monthNumber(parts[0]); m > 0 {
		return numbers(fullYear(parts[2]), strconv.Itoa(m), trimOrdinal(parts[1]))
	}
	if order == MonthFirst {
		return numbers(fullYear(parts[2]), parts[0], parts[1])
	}
	return numbers(fullYear(parts[2]), parts[1], parts[0])
}

func startsWithDigit(s string) bool { return s[0] >= '0' && s[0] <= '9' }

func trimOrdinal(s string) string {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if cut, found := strings.CutSuffix(strings.ToLower(s), end); found {
			return cut
		}
	}
	return s
}

// fullYear turns a year of two digits into one of this or the last century.
func fullYear(s string) string {
	if len(s) == 2 {
		if s < "70" {
			return "20" + s
		}
		return "19" + s
	}
	return s
}

func numbers(y, m, d string) (year, month, day int, err error) {
	if year, err = strconv.Atoi(y); err != nil || len(y) != 4 {
		return 0, 0, 0, ErrNotDate
	}
	if month, err = monthOrNumber(m); err != nil {
		return 0, 0, 0, ErrNotDate
	}
	if day, err = strconv.Atoi(d); err != nil || len(d) > 2 {
		return 0, 0, 0, ErrNotDate
	}
	return year, month, day, nil
}

func monthOrNumber(s string) (int, error) {
	if m := monthNumber(s); m > 0 {
		return m, nil
	}
	if len(s) > 2 {
		return 0, ErrNotDate
	}
	return strconv.Atoi(s)
}

var monthNames = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// monthNumber reads an English month name or its short form, or gives 0.
func monthNumber(s string) int {
	if len(s) < 3 || startsWithDigit(s) {
		return 0
	}
	s = strings.ToLower(s)
	for i, name := range monthNames {
		if s == name || s == name[:3] || (len(s) == 4 && strings.HasPrefix(name, s)) {
			return i + 1
		}
	}
	return 0
}
