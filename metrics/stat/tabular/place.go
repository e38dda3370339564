package tabular

import (
	"math"
	"time"
)

// place is where a row stands along the axis of time.
type place struct {
	Text string  // as it stands in the table
	At   float64 // days since 1970 for a date, or the number itself
}

// places gives a column in which every cell is a date, or every cell is a number:
// the number of a month, of a visit, of an event. None may be missing.
func (in Input) places(name string) ([]place, error) {
	cells, err := in.texts(name)
	if err != nil {
		return nil, err
	}
	all := make([]place, len(cells))
	dated := false
	for i, cell := range cells {
		at, isDate, ok := parsePlace(cell)
		if i == 0 {
			dated = isDate
		}
		switch {
		case ok && isDate == dated:
			all[i] = place{cell, at}
		case i == 0 || !ok && cell == "":
			return nil, in.bad(i, name, "a date such as 2026-04-01, or a number in order")
		case dated:
			return nil, in.bad(i, name, "a date such as 2026-04-01, as in the rows before")
		default:
			return nil, in.bad(i, name, "a number, as in the rows before")
		}
	}
	return all, nil
}

func parsePlace(text string) (at float64, isDate, ok bool) {
	if date, err := time.Parse(time.DateOnly, text); err == nil {
		return math.Floor(float64(date.Unix()) / 86400), true, true
	}
	v, ok := parseNumber(text)
	return v, false, ok
}
