package cell

import "evidencepack/ingest/record"

// usual reads the ways in which most exports write a day, with or without a time:
// 12/04/2026, 12/04/2026 07:05, 2026-04-12T07:05:30. It does nothing that the way for
// all others does not do; it only does it at once. Whatever is odd about a text is
// left to that.
func usual(s string, order Order) (Moment, bool) {
	if len(s) != 10 && len(s) != 16 && len(s) != 19 {
		return noMoment, false
	}
	var year, month, day int
	switch {
	case s[2] == '/' && s[5] == '/':
		year, month, day = pair(s, 6)*100+pair(s, 8), pair(s, 3), pair(s, 0)
		if order == MonthFirst {
			month, day = day, month
		}
	case s[4] == '-' && s[7] == '-':
		year, month, day = pair(s, 0)*100+pair(s, 2), pair(s, 5), pair(s, 8)
	default:
		return noMoment, false
	}
	if year < 1900 || month < 1 || day < 1 || sentinel(year, month, day) || !record.ValidDate(year, month, day) {
		return noMoment, false
	}
	m := Moment{On: record.DateOf(year, month, day), At: record.NoClock}
	if len(s) == 10 {
		return m, true
	}
	if s[10] != ' ' && (s[10] != 'T' || s[4] != '-') || s[13] != ':' {
		return noMoment, false
	}
	hour, minute := pair(s, 11), pair(s, 14)
	if len(s) == 19 {
		if m.Second = pair(s, 17); s[16] != ':' || m.Second < 0 {
			return noMoment, false
		}
	}
	if hour < 0 || hour > 23 || minute < 0 || minute > 59 || m.Second > 59 {
		return noMoment, false
	}
	m.At = record.Clock(hour*60 + minute)
	return m, true
}

// pair reads two digits; a sign among them makes the number far below 0.
func pair(s string, at int) int {
	tens, ones := s[at]-'0', s[at+1]-'0'
	if tens > 9 || ones > 9 {
		return -1_000_000
	}
	return int(tens)*10 + int(ones)
}
