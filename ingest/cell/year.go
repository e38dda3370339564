package cell

import "evidencepack/ingest/record"

// Role says what a date is for, which decides the century of a year of two digits.
type Role uint8

// The roles. Event is the default.
const (
	Event Role = iota // something that happened: near the other events
	Due               // something that is to happen: may be years ahead
	Birth             // a date of birth: always in the past
)

// How far ahead of the latest event a year of two digits may be, and where the
// century turns when the latest event is not known.
const (
	yearsAheadEvent = 5
	yearsAheadDue   = 30
	turnOfEvents    = 70 // 69 is 2069, 70 is 1970
	turnOfBirths    = 30 // 29 is 2029, 30 is 1930
)

// fullYear gives the year that two digits stand for. No clock is asked: the
// latest event of the data stands for now.
func (d DateReader) fullYear(short, month, day int) int {
	year := 2000 + short
	if d.Latest == 0 {
		turn := turnOfEvents
		if d.Role == Birth {
			turn = turnOfBirths
		}
		if short >= turn {
			year -= 100
		}
		return year
	}
	now, _, _ := d.Latest.Parts()
	switch d.Role {
	case Birth:
		if record.DateOf(year, month, day) > d.Latest {
			year -= 100
		}
	case Due:
		if year > now+yearsAheadDue {
			year -= 100
		}
	default:
		if year > now+yearsAheadEvent {
			year -= 100
		}
	}
	return year
}
