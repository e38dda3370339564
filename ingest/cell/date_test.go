package cell

import (
	"errors"
	"testing"

	"evidencepack/ingest/record"
)

// none is the time of a cell that holds a date only.
const none = record.NoClock

func TestDate(t *testing.T) {
	for _, c := range []struct {
		written string
		on      string
		at      record.Clock
	}{
		{"12/04/2026", "2026-04-12", none},
		{"03/04/2026", "2026-04-03", none}, // day first
		{"1/4/26", "2026-04-01", none},
		{"1.4.26", "2026-04-01", none},
		{"1-4-2026", "2026-04-01", none},
		{"31/12/69", "2069-12-31", none},
		{"31/12/70", "1970-12-31", none},
		{"12-Jan-2026", "2026-01-12", none},
		{"12 January 2026", "2026-01-12", none},
		{"January 12, 2026", "2026-01-12", none},
		{"1st September 2026", "2026-09-01", none},
		{"3 Sept 2025", "2025-09-03", none},
		{"22nd Feb 26", "2026-02-22", none},
		{"Mon 12/01/2026", "2026-01-12", none},
		{"Monday, 12 January 2026", "2026-01-12", none},
		{"12 Aug 2025, 3:45 PM", "2025-08-12", 15*60 + 45},
		{"12/04/2026 07:05", "2026-04-12", 7*60 + 5},
		{"12/04/2026 07:05:59", "2026-04-12", 7*60 + 5},
		{"12/04/2026 12:10 am", "2026-04-12", 10},
		{"12/04/2026 24:00", "2026-04-12", 0},
		{"2026-04-12", "2026-04-12", none},
		{"20260412", "2026-04-12", none},
		{"2026-04-12T07:05", "2026-04-12", 7*60 + 5},
		{"2026-04-12t07:05:10", "2026-04-12", 7*60 + 5},
		{"2026-04-12 07:05:10.123", "2026-04-12", 7*60 + 5},
		{"\u00a0 12/04/2026 \ufeff", "2026-04-12", none},
		// UTC and offsets become local time.
		{"2026-01-12T23:30:00Z", "2026-01-12", 23*60 + 30},
		{"2026-07-12T23:30:00Z", "2026-07-13", 30},
		{"2026-06-30T23:00:00Z", "2026-07-01", 0}, // midnight at a month's end
		{"2026-07-12 10:00 UTC", "2026-07-12", 11 * 60},
		{"2026-07-12 10:00 GMT", "2026-07-12", 11 * 60},
		{"12/07/2026 10:00 BST", "2026-07-12", 10 * 60},
		{"2026-07-12T10:00:00+01:00", "2026-07-12", 10 * 60},
		{"2026-07-12T10:00:00+0100", "2026-07-12", 10 * 60},
		{"2026-07-12T10:00:00.5+01", "2026-07-12", 10 * 60},
		{"2026-07-12T00:30:00+02:00", "2026-07-11", 23*60 + 30},
		{"2026-07-12T20:00:00-05:00", "2026-07-13", 2 * 60},
		// The days on which the clocks change (domain.md 11 F).
		{"2026-03-29T00:59:00Z", "2026-03-29", 59},
		{"2026-03-29T01:00:00Z", "2026-03-29", 2 * 60},
		{"2026-10-25T00:30:00Z", "2026-10-25", 90},
		{"2026-10-25T01:30:00Z", "2026-10-25", 90}, // the second half past one
		{"2026-10-25T23:30:00Z", "2026-10-25", 23*60 + 30},
		{"25/10/2026 01:30", "2026-10-25", 90},
		{"29/03/2026 01:30", "2026-03-29", 90}, // never was, but is what was written
		// Serial numbers saved as text.
		{"46124", "2026-04-12", none},
		{"46124.75", "2026-04-12", 18 * 60},
	} {
		m, err := Date(Text(c.written), DayFirst)
		if err != nil || m.On.String() != c.on || m.At != c.at {
			t.Errorf("%q is %s at %d (%v), want %s at %d", c.written, m.On, m.At, err, c.on, c.at)
		}
	}
}

func TestDateMonthFirst(t *testing.T) {
	m, err := Date(Text("03/04/2026"), MonthFirst)
	if err != nil || m.On.String() != "2026-03-04" {
		t.Errorf("3 April for an American is %s (%v)", m.On, err)
	}
	if _, err := Date(Text("13/04/2026"), MonthFirst); !errors.Is(err, ErrNoSuchDay) {
		t.Errorf("month 13: %v", err)
	}
}

func TestDateThatIsNone(t *testing.T) {
	for _, c := range []struct {
		written string
		want    error
	}{
		{"", ErrEmpty}, {" ", ErrEmpty}, {"-", ErrEmpty}, {"n/a", ErrEmpty}, {"Ongoing", ErrEmpty}, {"TBC", ErrEmpty},
		{"9999-12-31", ErrEmpty}, {"31/12/9999", ErrEmpty}, {"99991231", ErrEmpty}, {"9999-12-31T23:59:59Z", ErrEmpty},
		{"01/01/1900", ErrEmpty}, {"1753-01-01", ErrEmpty}, {"1970-01-01T00:00:00Z", ErrEmpty},
		{"31/04/2026", ErrNoSuchDay}, {"29/02/2025", ErrNoSuchDay}, {"00/00/0000", ErrEmpty}, {"2026-02-30", ErrNoSuchDay},
		{"30 Feb 2026", ErrNoSuchDay}, {"12/13/2026", ErrNoSuchDay},
		{"yesterday", ErrNotDate}, {"12/04", ErrNotDate}, {"Mar 2025", ErrNotDate}, {"2025", ErrNotDate}, {"w/c 3/11", ErrNotDate},
		{"12/04/2026 25:00", ErrNotDate}, {"2026-04-12T07:05+99", ErrNotDate}, {"1/2/3/4", ErrNotDate},
		{"0026-04-12", ErrNotDate}, {"12/04/026", ErrNotDate}, {"nan", ErrNotDate}, {"1e300", ErrNotDate}, {"12", ErrNotDate},
	} {
		m, err := Date(Text(c.written), DayFirst)
		if !errors.Is(err, c.want) || m.On != 0 || m.At != none {
			t.Errorf("%q gives %s at %d and %v, want %v", c.written, m.On, m.At, err, c.want)
		}
	}
}

// TestSerialDate reads the numbers behind the dates of a workbook.
func TestSerialDate(t *testing.T) {
	for _, c := range []struct {
		number   float64
		from1904 bool
		on       string
		at       record.Clock
		err      error
	}{
		{46124, false, "2026-04-12", none, nil},
		{46124.295138888891, false, "2026-04-12", 7*60 + 5, nil},
		{46124.999999999, false, "2026-04-13", 0, nil}, // a rounding error before midnight
		{2, false, "1900-01-02", none, nil},
		{59, false, "1900-02-28", none, nil},
		{60, false, "", none, ErrNoSuchDay}, // Excel's 29 February 1900
		{61, false, "1900-03-01", none, nil},
		{1, false, "", none, ErrEmpty},
		{0, false, "", none, ErrEmpty},
		{0.5, false, "", none, ErrNotDate},
		{-3, false, "", none, ErrNotDate},
		{2958465, false, "", none, ErrEmpty}, // 9999-12-31
		{2958466, false, "", none, ErrNotDate},
		{44662, true, "2026-04-12", none, nil},
		{44662.5, true, "2026-04-12", 12 * 60, nil},
	} {
		m, err := Date(Raw{Number: c.number, Numeric: true, Date: true, From1904: c.from1904}, DayFirst)
		if !errors.Is(err, c.err) || m.On.String() != c.on || m.At != c.at {
			t.Errorf("%v (1904: %t) is %s at %d (%v), want %s at %d (%v)", c.number, c.from1904, m.On, m.At, err, c.on, c.at, c.err)
		}
	}
}

// TestBareNumberAsDate reads numbers whose cells are not formatted as dates.
func TestBareNumberAsDate(t *testing.T) {
	if _, err := Date(Raw{Text: "0", Numeric: true}, DayFirst); !errors.Is(err, ErrEmpty) {
		t.Errorf("0 is what a formula gives for nothing: %v", err)
	}
	for number, want := range map[float64]string{46124: "2026-04-12", 20260412: "2026-04-12", 2026: "", 5: "", 99991231: ""} {
		m, err := Date(Raw{Text: shortest(number), Number: number, Numeric: true}, DayFirst)
		if m.On.String() != want || (err == nil) != (want != "") {
			t.Errorf("%v is %q (%v), want %q", number, m.On, err, want)
		}
	}
}

func TestTime(t *testing.T) {
	for _, c := range []struct {
		written string
		at      record.Clock
		err     error
	}{
		{"07:05", 425, nil}, {"7:05", 425, nil}, {"7.05", 425, nil}, {"0705", 425, nil}, {"7:05 pm", 1145, nil},
		{"9:30pm", 1290, nil}, {"12am", 0, nil}, {"12 pm", 720, nil}, {"23:59:59", 1439, nil}, {"00:00", 0, nil},
		{"12/04/2026 07:05", 425, nil}, {"2026-07-12T10:00:00Z", 660, nil},
		{"", none, ErrEmpty}, {"-", none, ErrEmpty},
		{"21.5", none, ErrNotTime}, {"half 8", none, ErrNotTime}, {"AM", none, ErrNotTime}, {"25:00", none, ErrNotTime},
		{"07:60", none, ErrNotTime}, {"7", none, ErrNotTime}, {"-1:30", none, ErrNotTime}, {"12/04/2026", none, ErrNotTime},
	} {
		at, err := Time(Text(c.written))
		if at != c.at || !errors.Is(err, c.err) {
			t.Errorf("%q is %d (%v), want %d (%v)", c.written, at, err, c.at, c.err)
		}
	}
	for number, want := range map[float64]record.Clock{0: 0, 0.5: 720, 0.29513888888888890: 425, 46124.75: 1080, 0.9999999999: 0} {
		if at, err := Time(Raw{Number: number, Numeric: true, Date: true}); at != want || err != nil {
			t.Errorf("%v of a day is %d (%v), want %d", number, at, err, want)
		}
	}
	if _, err := Time(Raw{Text: "705", Number: 705, Numeric: true}); !errors.Is(err, ErrNotTime) {
		t.Errorf("the number 705 is no part of a day: %v", err)
	}
}

func TestStampOrders(t *testing.T) {
	early, late := Stamp(Text("12/04/2026 07:05:01"), DayFirst), Stamp(Text("12/04/2026 07:05:02"), DayFirst)
	day := Stamp(Text("12/04/2026"), DayFirst)
	if !(0 < day && day < early && early+1 == late) {
		t.Errorf("day %d, early %d, late %d", day, early, late)
	}
	if Stamp(Text("soon"), DayFirst) != 0 {
		t.Error("what cannot be read is 0")
	}
}
