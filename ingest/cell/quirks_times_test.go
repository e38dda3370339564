package cell

import (
	"errors"
	"testing"

	"evidencepack/ingest/record"
)

func TestQuirk69TextTimes(t *testing.T) {
	for written, want := range map[string]record.Clock{
		"9.30": 570, "09.30": 570, "0930": 570, "9:30pm": 1290, "9:30 p.m.": 1290, "930am": 570, "9am": 540, "12am": 0, "12 PM": 720, "noon": 720, "Midnight": 0, "12 noon": 720, "0930 hrs": 570, "09:30h": 570, "19:30 pm": 1170, "093000": 570,
		"half past 8 am": 510, "half 8 in the morning": 510, "Quarter past 9 pm": 1275, "quarter to nine this evening": 1245, "8 o'clock in the evening": 1200, "ten past twelve pm": 730, "quarter to 12 am": 1425,
		"1899-12-30 08:15": 495, "01/01/1900 08:15:00": 495,
	} {
		if at, err := Time(Text(written)); err != nil || at != want {
			t.Errorf("%q is %d (%v), want %d", written, at, err, want)
		}
	}
	for written, want := range map[string]error{
		"21.5": ErrNotTime, "half 8": ErrNotTime, "quarter past 9": ErrNotTime, "AM": ErrNotTime, "13 am": ErrNotTime, "9:3": ErrNotTime, "9:30 - 10:00": ErrNotTime, "half past 13 pm": ErrNotTime, "12/04/2026": ErrNotTime, "1:2:3:4:5": ErrNotTime, "9.3.0": ErrNotTime,
		"01/01/1900 00:00": ErrNotTime, "--": ErrEmpty, "": ErrEmpty,
	} {
		if at, err := Time(Text(written)); !errors.Is(err, want) || at != none {
			t.Errorf("%q is %d (%v), want %v", written, at, err, want)
		}
	}
	for number, want := range map[float64]error{9.3: ErrNotTime, 930: ErrNotTime, 1: ErrNotTime, -0.5: ErrNotTime, 0: ErrEmpty} {
		if at, err := Time(Raw{Number: number, Numeric: true}); !errors.Is(err, want) {
			t.Errorf("the number %v is %d (%v), want %v", number, at, err, want)
		}
	}
}

func TestQuirk69BandsWhereNoTime(t *testing.T) {
	for written, want := range map[string]Band{
		"AM": Morning, "a.m.": Morning, "PM": Afternoon, "early": Morning, "Tea-time": Afternoon, "Tea time": Afternoon, "Lunch": Midday, "Bedtime": Evening, "Waking night": Night, "bore": Morning,
		"half 8": NoBand, "": NoBand, "late": NoBand, "soon": NoBand, "9:30": NoBand,
	} {
		if got, known := ReadBand(written); got != want || known != (want != NoBand) {
			t.Errorf("%q is %q (%t), want %q", written, got, known, want)
		}
	}
}

func TestQuirk70Durations(t *testing.T) {
	for _, c := range []struct {
		written string
		unit    Unit
		want    int
		err     error
	}{
		{"1:30", UnitHours, 90, nil}, {"1:30", UnitNone, 90, nil}, {"1:30", UnitMinutes, 0, ErrNotNumber}, {"0:45", UnitMinutes, 45, nil}, {"01:30:00", UnitMinutes, 90, nil}, {"30:00", UnitHours, 1800, nil}, {"1:30 hrs", UnitNone, 90, nil},
		{"1.5", UnitHours, 90, nil}, {"1.5", UnitMinutes, 2, nil}, {"1.5", UnitNone, 0, ErrNotNumber}, {"90", UnitMinutes, 90, nil}, {"0", UnitMinutes, 0, nil},
		{"90 mins", UnitHours, 90, nil}, {"1.5 hours", UnitMinutes, 90, nil}, {"1h 30m", UnitNone, 90, nil}, {"1hr30", UnitNone, 90, nil}, {"2 hrs 15", UnitNone, 135, nil}, {"1 hour and 30 minutes", UnitNone, 90, nil}, {"1½ hours", UnitNone, 90, nil},
		{"45m", UnitNone, 45, nil}, {"30 seconds", UnitNone, 1, nil}, {"half an hour", UnitNone, 30, nil}, {"2 days", UnitNone, 2880, nil}, {"PT1H30M", UnitMinutes, 90, nil}, {"PT45M", UnitNone, 45, nil}, {"P1DT2H", UnitNone, 1560, nil},
		{"", UnitMinutes, 0, ErrEmpty}, {"-", UnitMinutes, 0, ErrEmpty}, {"<5", UnitMinutes, 0, ErrSuppressed}, {"about 20 mins", UnitMinutes, 0, ErrRough}, {"20-30", UnitMinutes, 0, ErrRough}, {"50%", UnitMinutes, 0, ErrNotNumber},
		{"-5", UnitMinutes, 0, ErrNotNumber}, {"30m 1h", UnitNone, 0, ErrNotNumber}, {"P1M", UnitNone, 0, ErrNotNumber}, {"PT", UnitNone, 0, ErrNotNumber}, {"P", UnitNone, 0, ErrNotNumber}, {"1:75", UnitHours, 0, ErrNotNumber}, {"long", UnitMinutes, 0, ErrNotNumber},
	} {
		if got, err := Minutes(Text(c.written), c.unit); got != c.want || !errors.Is(err, c.err) {
			t.Errorf("%q in unit %d is %d (%v), want %d (%v)", c.written, c.unit, got, err, c.want, c.err)
		}
	}
	if got, err := Minutes(Raw{Number: 1.25, Numeric: true, Date: true}, UnitHours); got != 1800 || err != nil {
		t.Errorf("[h]:mm of a workbook is %d (%v)", got, err)
	}
	for heading, want := range map[string]Unit{"Recovery (mins)": UnitMinutes, "Hours worked": UnitHours, "Duration": UnitNone, "Hours and minutes": UnitNone, "Duration hrs": UnitHours, "Recovery_min": UnitMinutes, "Admin": UnitNone} {
		if got := UnitOf(heading); got != want {
			t.Errorf("%q is in unit %d, want %d", heading, got, want)
		}
	}
}

// TestTimeInTheOrderOfItsColumn reads the time of an American date with a time.
func TestTimeInTheOrderOfItsColumn(t *testing.T) {
	american := Text("4/13/2025 3:45:00 PM")
	if at, err := (DateReader{Order: MonthFirst}).Time(american); at != 945 || err != nil {
		t.Errorf("month first it is %d (%v)", at, err)
	}
	if at, err := (DateReader{}).Time(american); !errors.Is(err, ErrNotTime) {
		t.Errorf("day first it is %d (%v)", at, err)
	}
	if at, err := (DateReader{Zone: UTC}).Time(Text("13/07/2025 15:45")); at != 1005 || err != nil {
		t.Errorf("in UTC it is %d (%v)", at, err)
	}
	if at, err := (DateReader{Zone: UTC}).Time(Text("15:45")); at != 945 || err != nil {
		t.Errorf("a time alone has no day to be moved on: %d (%v)", at, err)
	}
}
