package cell

import (
	"errors"
	"math"
	"testing"

	"evidencepack/ingest/record"
)

// dateSeeds are texts of every shape that dates and periods take.
var dateSeeds = []string{"", "12/04/2026", "2026-07-12T23:30:00Z", "2026-07-12T10:00:00+01:00", "46124.75", "12 Aug 2025, 3:45 PM", "9999-12-31", "29/02/2025", "Monday, 12 January 2026",
	"20260412", "1.2.3", "−1", "1st of May", "1/4/68", "Dydd Mawrth 3 Mawrth 2026", "03NOV2025", "w/c 3/11", "2025W36", "Q2 25/26", "FY2025/26", "1–3 Nov 2025", "28 Dec – 3 Jan 2026",
	"01/11/2025 07:00 - 03/11/2025 08:00", "202509", "Mon Nov 03 2025 09:00:00 GMT+0000 (Greenwich Mean Time)", "00/00/0000", "7:05 pm 12/04/2026", "25/10/2026 01:30 BST", "1 Nov 2025 - ongoing", "04/13/2025 3:45:00 PM"}

// FuzzDate wants a date that exists or an error for any text, in every order, role
// and zone, never both and never neither; and no column that fails.
func FuzzDate(f *testing.F) {
	for _, s := range dateSeeds {
		f.Add(s, 46124.5, true)
	}
	f.Fuzz(func(t *testing.T, written string, number float64, date bool) {
		for _, raw := range []Raw{Text(written), {Text: written, Number: number, Numeric: true, Date: date}, {Text: written, Number: number, Numeric: true, Date: date, From1904: true}} {
			for _, d := range []DateReader{{}, {Order: MonthFirst}, {Zone: UTC}, {Order: MonthFirst, Zone: UTC}, {Role: Birth}, {Role: Due, Latest: 20000}, {Latest: 20000}, {Role: Birth, Latest: 20000}} {
				checkMoment(t, raw, d)
			}
			if at, err := Time(raw); at < record.NoClock || at >= 1440 || (err != nil) != (at == record.NoClock) {
				t.Fatalf("%q, %v: time %d with error %v", written, number, at, err)
			}
			checkColumn(t, raw)
		}
	})
}

func checkMoment(t *testing.T, raw Raw, d DateReader) {
	m, err := d.Date(raw)
	if (err == nil) == (m.On == 0) {
		t.Fatalf("%+v, %+v: date %d with error %v", raw, d, m.On, err)
	}
	if m.At < record.NoClock || m.At >= 1440 || (err != nil && m.At != record.NoClock) {
		t.Fatalf("%+v, %+v: time %d with error %v", raw, d, m.At, err)
	}
	if again, err := record.ParseISO(m.On.String()); m.On != 0 && (err != nil || again != m.On) {
		t.Fatalf("%+v, %+v: %s is read back as %s (%v)", raw, d, m.On, again, err)
	}
	if both, bad := d.Event(raw, raw); (bad == nil) != (err == nil) || (bad == nil) == (both.On == 0) || both.At < record.NoClock || both.At >= 1440 {
		t.Fatalf("%+v, %+v: day and time in one are %+v (%v), alone %v", raw, d, both, bad, err)
	}
	if !errors.Is(err, ErrPartial) && !errors.Is(err, ErrRange) {
		return
	}
	if !errors.Is(err, ErrNotDate) {
		t.Fatalf("%+v: %v is not an ErrNotDate", raw, err)
	}
}

// checkColumn wants what a column proves to hold for its cells: fed with one text
// alone, a proven order reads that text.
func checkColumn(t *testing.T, raw Raw) {
	var column DateColumn
	column.See(raw)
	order, proof := column.Order()
	if proof != Proven {
		return
	}
	one, err := Date(raw, order)
	other, bad := Date(raw, 1-order)
	if err == nil && bad == nil && one.On != other.On {
		if p, found := partsOf(Clean(raw.Text)); found && p.weekday == 0 {
			t.Fatalf("%+v is proven, and yet reads as %s and as %s", raw, one.On, other.On)
		}
	}
}

// FuzzPeriod wants periods that are in order and as long as their grain says.
func FuzzPeriod(f *testing.F) {
	for _, s := range dateSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, written string) {
		for _, d := range []DateReader{{}, {Order: MonthFirst}} {
			from, to, grain, ok := d.Period(written)
			if !ok {
				if from != 0 || to != 0 {
					t.Fatalf("%q is none and yet %s to %s", written, from, to)
				}
				continue
			}
			if grain > GrainYear || (to != 0 && to < from) {
				t.Fatalf("%q is %s to %s, grain %d", written, from, to, grain)
			}
			least := []int{1, 7, 28, 90, 365}[grain]
			if days := int(to-from) + 1; to != 0 && days < least && grain != GrainWeek {
				t.Fatalf("%q has %d days, grain %d", written, days, grain)
			}
			if m, err := d.Date(Text(written)); err == nil && grain == GrainDay && from == to && m.At == record.NoClock && m.On != from {
				t.Fatalf("%q is the day %s and the period %s", written, m.On, from)
			}
		}
	})
}

// FuzzClock wants a time or an error, bands that are there, and instants that agree.
func FuzzClock(f *testing.F) {
	for _, s := range []string{"7:05 pm", "0705", "930am", "noon", "half past 8 am", "half 8", "24:00", "1899-12-30 08:15", "tea time", "PT1H30M", "1h 30m", "2 hrs 15", "1:30:00", "1½ hours"} {
		f.Add(s, 0.5, int32(20751), int16(90))
	}
	f.Fuzz(func(t *testing.T, written string, number float64, day int32, minute int16) {
		for _, raw := range []Raw{Text(written), {Number: number, Numeric: true}, {Number: number, Numeric: true, Date: true}} {
			at, err := Time(raw)
			if (err != nil) != (at == record.NoClock) || at < record.NoClock || at >= 1440 {
				t.Fatalf("%+v is %d (%v)", raw, at, err)
			}
			for _, unit := range []Unit{UnitNone, UnitMinutes, UnitHours} {
				if v, err := Minutes(raw, unit); v < 0 || v > mostMinutes || (err != nil && v != 0) {
					t.Fatalf("%+v lasts %d (%v)", raw, v, err)
				}
			}
		}
		on, at := record.Date(day%60000), record.Clock(minute%1440)
		if change := ChangeAt(on, at); change > Twice {
			t.Fatalf("%s %d is in change %d", on, at, change)
		}
	})
}

// FuzzNumber wants numbers that are numbers, and the same under both signs where
// no mark stands in them.
func FuzzNumber(f *testing.F) {
	for _, s := range []string{"1,204.5", "1.234,5", "£1,200", "(12)", "<5", "c. 10", "87%", "3/5", "4 - Good", "1 234", "1,2,3", "-0", "1e5", "😀", "1.2.3.4", "5-10"} {
		f.Add(s, 0.873, true)
	}
	f.Fuzz(func(t *testing.T, written string, number float64, percent bool) {
		for _, raw := range []Raw{Text(written), {Number: number, Numeric: true, Percent: percent}} {
			for _, decimal := range []Decimal{DecimalPoint, DecimalComma} {
				v, err := NumberIn(raw, decimal)
				if math.IsNaN(v) || math.Abs(v) > mostNumber || (err != nil && v != 0) {
					t.Fatalf("%+v is %v (%v)", raw, v, err)
				}
				if err != nil && !errors.Is(err, ErrEmpty) && !errors.Is(err, ErrNotNumber) {
					t.Fatalf("%+v: error %v", raw, err)
				}
			}
			if v, outOf, err := Score(raw); math.IsNaN(v) || outOf < 0 || (outOf > 0 && (v < 0 || v > outOf)) || (err != nil && v != 0) {
				t.Fatalf("%+v scores %v of %v (%v)", raw, v, outOf, err)
			}
			whole, bad := Whole(raw)
			if v, err := Number(raw); (bad == nil) != (err == nil && v == math.Trunc(v)) || (bad == nil && float64(whole) != v) {
				t.Fatalf("%+v is %v (%v) and whole %d (%v)", raw, v, err, whole, bad)
			}
			var column NumberColumn
			column.See(raw)
			if decimal, proof := column.Decimal(); proof == Proven {
				if _, err := NumberIn(raw, decimal); err != nil {
					t.Fatalf("%+v proves a sign and is no number: %v", raw, err)
				}
			}
		}
	})
}

// FuzzWords wants no panic of whatever reads words, and plain text that stays plain.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"refused - later accepted", "Declined x2", "Yes – discussed", "N/A", "<p>Refused&nbsp;</p>", "Fall; Injury", "refussed", "Test Client 1", "<!--", "</", "<script>", "Smith, Test"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, written string) {
		Answer(Text(written))
		Nothing(written)
		NilReturn(written)
		Refusals(written)
		FindScale(Split(written))
		if o, known := Outcome(written, nil); known == (o == record.OutcomeNone) {
			t.Fatalf("%q is %q (%t)", written, o, known)
		}
		if word, ok := Suggest(Outcomes, written); ok && !Known(word) {
			t.Fatalf("%q suggests %q, which is no word", written, word)
		}
		for _, value := range Split(written) {
			if value == "" || Clean(value) != value {
				t.Fatalf("%q holds the value %q", written, value)
			}
		}
		Plain(written)
	})
}
