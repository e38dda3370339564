package cell

import (
	"time"

	"evidencepack/ingest/record"
)

// ClockChange says what the change of the clocks does to a local time.
type ClockChange uint8

// The effects of a change of the clocks.
const (
	NoChange ClockChange = iota
	Skipped              // the clocks went forward: the time never was; it is kept as written
	Twice                // the clocks went back: the time came twice; without an offset it may be either
)

// ChangeAt tells whether a local time falls into a change of the clocks, for a
// note to the reader. Without a date or a time it does not.
func ChangeAt(on record.Date, at record.Clock) ClockChange {
	if on == 0 || at == record.NoClock {
		return NoChange
	}
	first, second, times := instants(int64(on)*86400 + int64(at)*60)
	switch {
	case times == 0:
		return Skipped
	case first != second:
		return Twice
	}
	return NoChange
}

// instants gives the Unix seconds at which the clock on the wall in London shows
// a local time: how often it does so is 0, 1 or 2. A time that never was is taken
// as if the clocks had not gone forward yet.
func instants(wall int64) (first, second int64, times int) {
	for _, ahead := range []int64{3600, 0} { // summer time ends before winter time begins
		at := wall - ahead
		if _, real := time.Unix(at, 0).In(London).Zone(); int64(real) != ahead {
			continue
		}
		if times == 0 {
			first = at
		}
		second = at
		times++
	}
	if times == 0 {
		return wall, wall, 0
	}
	return first, second, times
}

// instant gives the Unix seconds of a moment; a date alone counts from midnight.
func (m Moment) instant() int64 {
	wall := int64(m.On)*86400 + int64(m.Second)
	if m.At != record.NoClock {
		wall += int64(m.At) * 60
	}
	first, second, _ := instants(wall)
	if m.Again {
		return second
	}
	return first
}

// Elapsed gives the minutes between two local times as they passed in London: a
// night shift from 22:00 to 08:00 is 9 hours when the clocks go forward and 11
// when they go back. A time that came twice is taken as the first, or as the
// second where the end would stand before the start. False: a date or a time is
// missing, or the end is before the start.
func Elapsed(startOn record.Date, startAt record.Clock, endOn record.Date, endAt record.Clock) (minutes int, ok bool) {
	if startOn == 0 || endOn == 0 || startAt == record.NoClock || endAt == record.NoClock {
		return 0, false
	}
	start, _, _ := instants(int64(startOn)*86400 + int64(startAt)*60)
	end, later, _ := instants(int64(endOn)*86400 + int64(endAt)*60)
	if end < start {
		end = later
	}
	if end < start {
		return 0, false
	}
	return int((end - start) / 60), true
}

// Between gives the minutes between two moments as Elapsed does, and knows which
// of two equal times is meant where the file gave UTC or an offset.
func Between(start, end Moment) (minutes int, ok bool) {
	if start.On == 0 || end.On == 0 || start.At == record.NoClock || end.At == record.NoClock {
		return 0, false
	}
	from, to := start.instant(), end.instant()
	if to < from {
		return 0, false
	}
	return int((to - from) / 60), true
}

// ShiftDay gives the day that a time counts for where the day of a service begins
// later than midnight: with a start at 07:00, Tuesday 02:00 belongs to Monday night.
// Without a time, and with a start at midnight, the date stays as it is.
func ShiftDay(on record.Date, at, start record.Clock) record.Date {
	if on == 0 || at == record.NoClock || at >= start {
		return on
	}
	return on - 1
}
