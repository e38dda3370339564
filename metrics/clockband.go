package metrics

import "evidencepack/ingest/record"

// The bands of a day begin on these minutes; the night is before the first and
// from the last.
const (
	morningFrom   record.Clock = 6 * 60
	afternoonFrom record.Clock = 12 * 60
	eveningFrom   record.Clock = 17 * 60
	nightFrom     record.Clock = 22 * 60
)

// clockBands are the bands of the day.
var clockBands = [...]string{"morning", "afternoon", "evening", "night"}

// clockBand gives the band of the day of a time, "" where none is written.
func clockBand(at record.Clock) string {
	if band := bandOf(at); band >= 0 {
		return clockBands[band]
	}
	return ""
}

// bandOf gives the place of the band of a time in the list, -1 where no time is written.
func bandOf(at record.Clock) int8 {
	switch {
	case at < 0:
		return -1
	case at < morningFrom, at >= nightFrom:
		return 3
	case at < afternoonFrom:
		return 0
	case at < eveningFrom:
		return 1
	}
	return 2
}
