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

// clockBand gives the band of the day of a time, "" where none is written.
func clockBand(at record.Clock) string {
	switch {
	case at < 0:
		return ""
	case at < morningFrom, at >= nightFrom:
		return "night"
	case at < afternoonFrom:
		return "morning"
	case at < eveningFrom:
		return "afternoon"
	}
	return "evening"
}
