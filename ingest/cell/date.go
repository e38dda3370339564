package cell

import (
	"errors"
	"strconv"
	"strings"

	"evidencepack/ingest/record"
)

// Order says whether 03/04 is 3 April (day first, as in the UK) or 4 March.
type Order uint8

// The orders. DayFirst is the default.
const (
	DayFirst Order = iota
	MonthFirst
)

// Moment is a date with the time of day, where the cell held one.
type Moment struct {
	On     record.Date
	At     record.Clock // NoClock where the cell held a date only
	Second int          // second of the minute, 0 where not given
	Again  bool         // the second time of an hour that comes twice, known from UTC or an offset
}

// noMoment is the missing moment.
var noMoment = Moment{At: record.NoClock}

// DateReader says how the dates of one column are read. Its zero value reads
// local dates of events, day first.
type DateReader struct {
	Order  Order
	Role   Role
	Zone   Zone        // of times that carry no offset of their own
	Latest record.Date // latest event of the data, for years of two digits; 0 is unknown
}

// Date reads a date or a date with a time: UK, ISO and Excel serial dates, month
// names in English and Welsh, and times in UTC or with an offset, which become
// local time. A sentinel such as 9999-12-31 is empty, and so is "ongoing". Errors:
// ErrEmpty, ErrNoSuchDay, ErrNotDate; ErrPartial and ErrRange are ErrNotDate too.
func Date(r Raw, order Order) (Moment, error) { return DateReader{Order: order}.Date(r) }

// Date reads the date of one cell. Errors as of the function Date.
func (d DateReader) Date(r Raw) (Moment, error) {
	if r.Numeric && !r.packed() {
		if !r.Date && !plausible(r.Number) && r.Number != 0 {
			return noMoment, d.whyNot(Clean(r.Text)) // 5 or 2026 in a column of dates
		}
		m, err := serial(r.Number, r.From1904)
		if err != nil {
			return noMoment, err
		}
		return d.zoned(m)
	}
	s := Clean(r.Text)
	if m, is := usual(s, d.Order); is {
		return d.zoned(m)
	}
	if openEnd(s) {
		return noMoment, ErrEmpty
	}
	m, err := d.written(s)
	if err == nil || !errors.Is(err, ErrNotDate) {
		return m, err
	}
	if v, bad := strconv.ParseFloat(s, 64); bad == nil && startsWithDigit(s) && plausible(v) {
		if m, err = serial(v, r.From1904); err == nil { // a serial date saved as text
			return d.zoned(m)
		}
		return noMoment, err
	}
	return noMoment, d.whyNot(s)
}

// written reads a clean text.
func (d DateReader) written(s string) (Moment, error) {
	day, rest, offset := splitMoment(s)
	p, found := partsOf(day)
	if !found && rest == "" {
		day, rest = splitBareTime(s)
		p, found = partsOf(day)
	}
	if !found {
		return noMoment, ErrNotDate
	}
	on, err := d.day(p)
	if err != nil {
		return noMoment, err
	}
	if rest == "" {
		return Moment{On: on, At: record.NoClock}, nil
	}
	at, seconds, err := clock(rest)
	if err != nil || (strings.HasPrefix(offset, "-") && p.shape != yearFirst) {
		return noMoment, ErrNotDate // 10:00-11:00 behind a day are two times
	}
	if offset == "" {
		return d.zoned(Moment{On: on, At: at, Second: seconds})
	}
	ahead, err := offsetSeconds(offset)
	if err != nil {
		return noMoment, ErrNotDate
	}
	return fromUTC(int64(on)*86400 + int64(at)*60 + int64(seconds) - int64(ahead))
}

// whyNot says why a text that is no date is none: perhaps a month or several days.
func (d DateReader) whyNot(s string) error {
	span, grain, err := d.period(s)
	switch {
	case err != nil:
		return err
	case grain > GrainDay:
		return ErrPartial
	case span.From == span.To:
		return ErrNotDate // a day, with something behind it that is no time
	}
	return ErrRange
}

// openEnd tells whether a text says that there is no date (yet).
func openEnd(s string) bool {
	if startsWithDigit(s) {
		return false
	}
	switch Key(s) {
	case "", "ongoing", "on going", "current", "open", "present", "to present", "to date", "until further notice",
		"still open", "not ended", "no end date", "n a", "na", "none", "not applicable", "tbc", "tba", "#n a":
		return true
	}
	return false
}

// splitMoment parts a text into its day, its time and its offset from UTC.
func splitMoment(s string) (day, rest, offset string) {
	colon := strings.IndexByte(s, ':')
	if i := strings.IndexAny(s, "Tt"); i == 10 && strings.Count(s[:10], "-") == 2 || i == 8 && digitsOnly(s[:8]) {
		day, rest = s[:i], s[i+1:]
	} else if colon > 0 {
		cut := strings.LastIndexByte(s[:colon], ' ')
		if cut < 0 {
			return timeBeforeDay(s, colon)
		}
		day, rest = withoutJoint(s[:cut]), s[cut+1:]
	} else {
		return s, "", ""
	}
	rest, offset = splitOffset(rest)
	return day, rest, offset
}

// withoutJoint drops what joins a day and a time: 12 April 2026, at.
func withoutJoint(day string) string {
	day = strings.TrimRight(day, " ,@-")
	if cut, found := strings.CutSuffix(day, " at"); found {
		return strings.TrimRight(cut, " ,")
	}
	return day
}

// timeBeforeDay parts 07:05 12/04/2026.
func timeBeforeDay(s string, colon int) (day, rest, offset string) {
	cut := strings.IndexByte(s[colon:], ' ')
	if cut < 0 {
		return s, "", ""
	}
	cut += colon
	if after := s[cut+1:]; len(after) > 3 && after[2] == ' ' && (strings.EqualFold(after[:2], "am") || strings.EqualFold(after[:2], "pm")) {
		cut += 3
	}
	return strings.TrimLeft(s[cut+1:], "- "), s[:cut], ""
}

// splitBareTime parts a day and a time without a colon: 12/04/2026 3 pm, 0705, 7.05.
func splitBareTime(s string) (day, rest string) {
	cut := strings.LastIndexByte(s, ' ')
	if cut > 0 && (strings.EqualFold(s[cut+1:], "am") || strings.EqualFold(s[cut+1:], "pm")) {
		cut = strings.LastIndexByte(s[:cut], ' ')
	}
	if cut < 0 || !startsWithDigit(s[cut+1:]) {
		return s, ""
	}
	return withoutJoint(s[:cut]), s[cut+1:]
}

// Stamp reads a date with a time as Unix seconds, 0 where it cannot be read: it
// only decides which of two versions is the later.
func Stamp(r Raw, order Order) int64 {
	m, err := Date(r, order)
	if err != nil {
		return 0
	}
	return m.instant()
}
