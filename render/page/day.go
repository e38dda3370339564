package page

import "time"

// noDay is the day of a file whose page says none: there is no clock, so that the same
// page gives the same bytes on any day.
var noDay = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)

// Day is the day that a file of the page bears as the day on which it was made: the last
// day of its data, or the first of that month where the page names the month alone.
func (c Cover) Day() time.Time {
	for _, form := range []string{"2 January 2006", "January 2006"} {
		if day, err := time.Parse(form, c.DataAsAt); err == nil {
			return day
		}
	}
	return noDay
}
