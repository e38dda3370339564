package cell

import (
	"strings"
	"time"
	_ "time/tzdata" // Windows has no time zone files; the program brings its own

	"evidencepack/ingest/record"
)

// London is the time zone of every local date. Exports in UTC are turned into it.
var London = mustLondon()

func mustLondon() *time.Location {
	zone, err := time.LoadLocation("Europe/London")
	if err != nil {
		// The zone is compiled in; only a broken build gets here.
		return time.UTC
	}
	return zone
}

// Zone says how the times of a column that carry no offset were stored.
type Zone uint8

// The zones. Local is the default: what the clock on the wall showed.
const (
	Local Zone = iota
	UTC
)

// zoned turns a moment without an offset into local time. A date alone stays.
func (d DateReader) zoned(m Moment) (Moment, error) {
	if d.Zone != UTC || m.At == record.NoClock {
		return m, nil
	}
	return fromUTC(int64(m.On)*86400 + int64(m.At)*60 + int64(m.Second))
}

// fromUTC gives the local date and time of an instant in Unix seconds. It is
// exact, also where the clocks change.
func fromUTC(seconds int64) (Moment, error) {
	t := time.Unix(seconds, 0).In(London)
	y, month, day := t.Date()
	m := Moment{On: record.DateOf(y, int(month), day), At: record.Clock(60*t.Hour() + t.Minute()), Second: t.Second()}
	if month == time.October && t.Hour() == 1 { // when the clocks go back
		_, ahead := t.Zone()
		_, before := t.Add(-time.Hour).Zone()
		m.Again = ahead < before
	}
	if m.On == 0 {
		return noMoment, ErrEmpty
	}
	return m, nil
}

// splitOffset parts a time from Z, UTC, GMT, BST or an offset behind it.
func splitOffset(s string) (clock, offset string) {
	if open := strings.IndexByte(s, '('); open > 0 { // GMT+0000 (Greenwich Mean Time)
		s = strings.TrimSpace(s[:open])
	}
	if i := strings.LastIndexAny(s, "+-"); i > 0 {
		clock, _ = splitOffset(s[:i])
		return clock, s[i:]
	}
	for _, zone := range []struct{ name, offset string }{{"Z", "+00"}, {"UTC", "+00"}, {"GMT", "+00"}, {"BST", "+01"}} {
		if cut := len(s) - len(zone.name); cut > 0 && strings.EqualFold(s[cut:], zone.name) {
			return strings.TrimSpace(s[:cut]), zone.offset
		}
	}
	return strings.TrimSpace(s), ""
}

// offsetSeconds reads +01, +0100 and +01:00 as seconds.
func offsetSeconds(offset string) (int, error) {
	digits := strings.Replace(offset[1:], ":", "", 1)
	if len(digits) == 2 {
		digits += "00"
	}
	v, there := number(digits)
	if !there || len(digits) != 4 || v%100 > 59 || v/100 > 14 {
		return 0, ErrNotDate
	}
	seconds := (v/100*60 + v%100) * 60
	if offset[0] == '-' {
		seconds = -seconds
	}
	return seconds, nil
}

// Event reads the day of one cell and the time of another, which goes before a time
// in the first. Of a zone that is not local, both are moved together. A time that
// is missing or cannot be read is no error. Errors as of Date.
func (d DateReader) Event(day, at Raw) (Moment, error) {
	m, err := d.Date(day)
	if err != nil {
		return noMoment, err
	}
	clock, err := d.Time(at)
	if err != nil {
		return m, nil
	}
	m = Moment{On: m.On, At: clock}
	if timeAlone(at) {
		return d.zoned(m)
	}
	return m, nil
}

// timeAlone tells whether a cell that holds a time holds no day.
func timeAlone(r Raw) bool {
	if r.Numeric {
		return r.Number < 1
	}
	s := Clean(r.Text)
	if _, _, err := clock(s); err == nil {
		return true
	}
	_, inWords := spoken(s)
	return inWords
}
