package cell

import (
	"testing"

	"evidencepack/ingest/record"
)

// FuzzDate wants a date or an error for any text, never both and never neither.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"", "12/04/2026", "2026-07-12T23:30:00Z", "2026-07-12T10:00:00+01:00", "46124.75", "12 Aug 2025, 3:45 PM",
		"9999-12-31", "29/02/2025", "Monday, 12 January 2026", "20260412", "1.2.3", "−1", "1st of May"} {
		f.Add(s, 46124.5, true)
	}
	f.Fuzz(func(t *testing.T, written string, number float64, date bool) {
		for _, raw := range []Raw{Text(written), {Text: written, Number: number, Numeric: true, Date: date}} {
			for _, order := range []Order{DayFirst, MonthFirst} {
				m, err := Date(raw, order)
				if (err == nil) == (m.On == 0) {
					t.Fatalf("%q, %v: date %d with error %v", written, number, m.On, err)
				}
				if m.At < record.NoClock || m.At >= 1440 || (err != nil && m.At != record.NoClock) {
					t.Fatalf("%q, %v: time %d with error %v", written, number, m.At, err)
				}
				if again, err := record.ParseISO(m.On.String()); m.On != 0 && (err != nil || again != m.On) {
					t.Fatalf("%q, %v: %s is read back as %s (%v)", written, number, m.On, again, err)
				}
			}
			if at, err := Time(raw); at < record.NoClock || at >= 1440 || (err != nil) != (at == record.NoClock) {
				t.Fatalf("%q, %v: time %d with error %v", written, number, at, err)
			}
		}
	})
}
