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
	if on == 0 || at < 60 || at >= 180 { // they are changed in the hours from one to three
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

// Instant gives the Unix seconds of a moment, to tell which of two is the later; a
// date alone counts from midnight.
func (m Moment) Instant() int64 { return m.instant() }

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
